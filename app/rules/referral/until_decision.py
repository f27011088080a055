"""The steps from the report to the decision whether to file."""

from __future__ import annotations

from typing import Final

from app.rules.referral.rows import (
    DATED,
    DECIDED,
    DELIVERY,
    DOCUMENT,
    EVERY,
    EXAMINED,
    PENAL,
    PERIODS_EXTEND,
    POSTS,
    REFUSED_TO_FILE,
    SHARED,
    K,
    S,
    both,
    choice,
    either,
    inside,
    long_text,
    moment,
    shared,
    stay,
    text,
    to,
)
from app.rules.steps import Side

INSIDE: Final = (
    # 310号令第五条: 2名或者2名以上行政执法人员组成专案组.
    inside(K.TEAM_FORMED, stay(S.DRAFT, S.REFUSED), long_text("members", required=True)),
    inside(K.REPORT_SUBMITTED, to(S.PENDING, S.DRAFT, S.REFUSED), text("author")),
    # 第五条第二款: the three days run from the day the head receives the report.
    inside(K.REPORT_RECEIVED, stay(S.PENDING), text("approver")),
    inside(
        K.APPROVED,
        to(S.APPROVED, S.PENDING),
        text("approver", required=True),
        choice("post", *POSTS, required=True),
        text("post_basis"),
        moment("report_received_at"),
        long_text("opinion"),
    ),
    inside(
        K.REFUSED,
        to(S.REFUSED, S.PENDING),
        text("approver", required=True),
        choice("post", *POSTS, required=True),
        text("post_basis"),
        moment("report_received_at"),
        long_text("reasons", required=True),
    ),
    inside(K.DRAFT_RETURNED, to(S.DRAFT, S.PENDING, S.APPROVED), long_text("reasons")),
    inside(K.PENALTY_DECIDED, stay(*EVERY), DATED, long_text("penalty", required=True)),
    either(K.REMARK, stay(*EVERY), long_text("text", required=True), internal=True),
)

HANDING_OVER: Final = (
    shared(
        K.ISSUED,
        Side.OPENER,
        to(S.ISSUED, S.APPROVED),
        DATED,
        text("signer"),
    ),
    # 高检会〔2006〕2号: the 移送书 is copied to the 人民检察院 at the same level.
    shared(
        K.COPIED_TO_PROCURATORATE,
        Side.OPENER,
        stay(*SHARED),
        text("receiver", required=True),
        choice("method", *DELIVERY, required=True),
        text("carried_by"),
        once=True,
        only_towards=PENAL,
    ),
    shared(
        K.DELIVERED,
        Side.OPENER,
        # Often written down after the answer has come.
        both(to(S.DELIVERED, S.ISSUED), stay(*EXAMINED, *DECIDED)),
        choice("method", *DELIVERY, required=True),
        text("carried_by", required=True),
        text("receiver"),
        once=True,
    ),
    # Whoever carried it writes it down, with a witness (送达回证); the state waits for another try.
    shared(
        K.DELIVERY_REFUSED,
        Side.OPENER,
        to(S.ISSUED, S.ISSUED, S.DELIVERED),
        text("place", required=True),
        text("carried_by", required=True),
        text("refused_by", required=True),
        long_text("reasons", required=True),
        text("witness"),
    ),
    # 310号令第七条: 在涉嫌犯罪案件移送书的回执上签字.
    shared(
        K.ACKNOWLEDGED,
        Side.COUNTERPART,
        to(S.ACKNOWLEDGED, S.ISSUED, S.DELIVERED),
        text("signer", required=True),
        registered=True,
    ),
    shared(
        K.WITHDRAWN,
        Side.OPENER,
        to(S.WITHDRAWN, S.ISSUED, S.DELIVERED, S.ACKNOWLEDGED, S.SUPPLEMENT),
        text("approver", required=True),
        long_text("reasons", required=True),
        notice=True,
    ),
)

EXAMINATION: Final = (
    shared(
        K.SUPPLEMENT_ASKED,
        Side.COUNTERPART,
        to(S.SUPPLEMENT, *EXAMINED),
        *DOCUMENT,
        long_text("missing", required=True),
        registered=True,
        notice=True,
    ),
    shared(
        K.SUPPLEMENTED,
        Side.OPENER,
        # Also unasked, and also when the police went on without waiting.
        stay(*EXAMINED, S.FORWARDED),
        long_text("materials", required=True),
        choice("method", *DELIVERY),
        resumes=True,
    ),
    shared(
        K.FORWARDED,
        Side.COUNTERPART,
        to(S.FORWARDED, *EXAMINED, S.FORWARDED),
        *DOCUMENT,
        text("receiver", required=True),
        long_text("reasons"),
        registered=True,
        notice=True,
    ),
    shared(
        K.NOT_OUR_BUSINESS,
        Side.COUNTERPART,
        to(S.RETURNED, *EXAMINED, S.FORWARDED),
        *DOCUMENT,
        text("receiver"),
        long_text("reasons", required=True),
        registered=True,
        notice=True,
    ),
    shared(
        K.ACCEPTED,
        Side.COUNTERPART,
        to(S.ACCEPTED, S.DELIVERED, S.ACKNOWLEDGED, S.SUPPLEMENT, S.FORWARDED),
        *DOCUMENT,
        text("officer"),
        text("phone"),
        registered=True,
        notice=True,
    ),
    shared(
        K.EXTENDED,
        Side.COUNTERPART,
        stay(*EXAMINED, S.FORWARDED),
        text("approver", required=True),
        long_text("reasons"),
        registered=True,
        once=True,
        only_towards=PERIODS_EXTEND,
    ),
    shared(
        K.EXTENDED_AGAIN,
        Side.COUNTERPART,
        stay(*EXAMINED, S.FORWARDED),
        text("approver", required=True),
        long_text("reasons"),
        registered=True,
        once=True,
        only_towards=PENAL,
    ),
    # Later facts, a review or the procuratorate can still lead to filing, whatever was said before.
    shared(
        K.FILED,
        Side.COUNTERPART,
        to(
            S.FILED,
            *EXAMINED,
            S.FORWARDED,
            *REFUSED_TO_FILE,
            S.REVIEW_REVOKED,
            S.ARCHIVED,
        ),
        *DOCUMENT,
        text("offence"),
        registered=True,
        notice=True,
    ),
    shared(
        K.NOT_FILED,
        Side.COUNTERPART,
        to(S.NOT_FILED, *EXAMINED, S.FORWARDED),
        *DOCUMENT,
        long_text("reasons", required=True),
        registered=True,
        notice=True,
    ),
    shared(
        K.FILES_RETURNED,
        Side.COUNTERPART,
        stay(
            *REFUSED_TO_FILE,
            S.REVIEW_REVOKED,
            S.RETURNED,
            S.WITHDRAWN,
            S.CASE_WITHDRAWN,
            S.RESULT_REPORTED,
            S.ARCHIVED,
        ),
        long_text("materials", required=True),
        text("receiver"),
    ),
)
