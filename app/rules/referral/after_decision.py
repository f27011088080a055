"""The steps after the decision: 立案, 复议, 立案监督, 行政处理, and those about other steps."""

from __future__ import annotations

from typing import Final

from app.rules.referral.rows import (
    ABOUT,
    DATED,
    DOCUMENT,
    EXAMINED,
    PENAL,
    RECEIVED,
    REFUSED_TO_FILE,
    SHARED,
    K,
    S,
    both,
    either,
    long_text,
    moment,
    shared,
    stay,
    text,
    to,
)
from app.rules.steps import FieldKind, FieldSpec, Side

AFTER_FILING: Final = (
    shared(
        K.ARTICLES_HANDED_OVER,
        Side.OPENER,
        both(to(S.ARTICLES_HANDED_OVER, S.FILED), stay(S.ARTICLES_HANDED_OVER)),
        long_text("articles", required=True),
        text("handed_by", required=True),
        text("receiver", required=True),
    ),
    shared(
        K.JURISDICTION_CHANGED,
        Side.COUNTERPART,
        stay(S.FILED, S.ARTICLES_HANDED_OVER),
        *DOCUMENT,
        text("receiver", required=True),
        registered=True,
        notice=True,
        only_towards=PENAL,
    ),
    shared(
        K.CASE_WITHDRAWN,
        Side.COUNTERPART,
        to(S.CASE_WITHDRAWN, S.FILED, S.ARTICLES_HANDED_OVER),
        *DOCUMENT,
        long_text("reasons"),
        registered=True,
        notice=True,
    ),
    shared(
        K.RESULT_REPORTED,
        Side.COUNTERPART,
        both(
            to(
                S.RESULT_REPORTED,
                S.ACCEPTED,
                S.FILED,
                S.ARTICLES_HANDED_OVER,
                S.CASE_WITHDRAWN,
            ),
            stay(
                *REFUSED_TO_FILE,
                S.REVIEW_REVOKED,
                S.FORWARDED,
                S.RETURNED,
                S.RESULT_REPORTED,
                S.ARCHIVED,
            ),
        ),
        DATED,
        text("signer"),
        RECEIVED,
        long_text("result", required=True),
        registered=True,
        notice=True,
    ),
)

OBJECTION: Final = (
    shared(
        K.REVIEW_REQUESTED,
        Side.OPENER,
        to(S.REVIEW, S.NOT_FILED),
        DATED,
        long_text("reasons", required=True),
        # What its 回执 says; without it 310号令第九条第二款 is presumed to run from the request.
        moment("received_at"),
        notice=True,
        only_towards=PENAL,
    ),
    shared(
        K.REVIEW_UPHELD,
        Side.COUNTERPART,
        to(S.REVIEW_UPHELD, S.REVIEW),
        *DOCUMENT,
        long_text("reasons"),
        registered=True,
        notice=True,
        only_towards=PENAL,
    ),
    shared(
        K.REVIEW_REVOKED,
        Side.COUNTERPART,
        to(S.REVIEW_REVOKED, S.REVIEW),
        *DOCUMENT,
        registered=True,
        notice=True,
        only_towards=PENAL,
    ),
    # Also against a refusal to sign (310号令第十七条) and against silence (诉讼规则第五百六十二条).
    shared(
        K.SUPERVISION_SUGGESTED,
        Side.OPENER,
        to(
            S.SUPERVISION,
            S.ISSUED,
            *EXAMINED,
            S.FORWARDED,
            S.RETURNED,
            S.NOT_FILED,
            S.REVIEW,
            S.REVIEW_UPHELD,
            S.CASE_WITHDRAWN,
        ),
        DATED,
        text("receiver", required=True),
        long_text("reasons", required=True),
        only_towards=PENAL,
    ),
    shared(
        K.REASONS_ASKED,
        Side.THIRD,
        stay(*REFUSED_TO_FILE, *EXAMINED),
        *DOCUMENT,
        registered=True,
        only_towards=PENAL,
    ),
    shared(
        K.REASONS_GIVEN,
        Side.COUNTERPART,
        stay(*REFUSED_TO_FILE, *EXAMINED),
        *DOCUMENT,
        registered=True,
        only_towards=PENAL,
    ),
    shared(
        K.FILING_ORDERED,
        Side.THIRD,
        stay(*REFUSED_TO_FILE, *EXAMINED),
        *DOCUMENT,
        registered=True,
        only_towards=PENAL,
    ),
    shared(
        K.SUPERVISION_CONCLUDED,
        Side.THIRD,
        stay(*REFUSED_TO_FILE),
        *DOCUMENT,
        long_text("result", required=True),
        registered=True,
        only_towards=PENAL,
    ),
)

BESIDES: Final = (
    # 310号令第十条: what is not filed is dealt with by the administrative body itself.
    shared(
        K.ADMIN_RESUMED,
        Side.OPENER,
        stay(*REFUSED_TO_FILE, S.CASE_WITHDRAWN, S.RETURNED, S.WITHDRAWN, S.RESULT_REPORTED),
        long_text("handling"),
        once=True,
    ),
    shared(
        K.PENALTY_COPIED,
        Side.OPENER,
        stay(*SHARED),
        DATED,
        text("receiver", required=True),
        only_towards=PENAL,
    ),
    shared(
        K.ARCHIVED,
        Side.OPENER,
        to(
            S.ARCHIVED,
            *REFUSED_TO_FILE,
            S.FORWARDED,
            S.RETURNED,
            S.CASE_WITHDRAWN,
            S.RESULT_REPORTED,
            S.WITHDRAWN,
        ),
        long_text("conclusion"),
    ),
    either(K.NOTICE_RECEIVED, stay(*SHARED), ABOUT, text("receiver")),
    either(K.SEEN, stay(*SHARED), FieldSpec("about", FieldKind.STEP)),
    either(K.CORRECTED, stay(*SHARED), ABOUT, moment("moment"), long_text("text", required=True)),
    either(K.VOIDED, stay(*SHARED), ABOUT, long_text("reasons", required=True)),
    either(
        K.NOTE,
        stay(*SHARED),
        long_text("text", required=True),
        FieldSpec("letter", FieldKind.LETTER),
    ),
)
