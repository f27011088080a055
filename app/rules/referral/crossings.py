"""Which step gives way when two are on their way at the same time."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from app.rules.referral.rows import K
from app.rules.steps import Crossing, CrossingRule, StepKind


def _give_way(
    rule: CrossingRule, yields: Iterable[StepKind], to: Iterable[StepKind]
) -> tuple[Crossing, ...]:
    prevailing = tuple(to)
    return tuple(Crossing(one, other, rule) for one in yields for other in prevailing)


CROSSINGS: Final[tuple[Crossing, ...]] = (
    # 310号令第八条: once accepted, the police must decide and say so; nothing lets a referral be
    # taken back behind a decision.
    *_give_way(CrossingRule.DECISION_PREVAILS, [K.WITHDRAWN], [K.ACCEPTED, K.FILED, K.NOT_FILED]),
    *_give_way(
        CrossingRule.DECISION_PREVAILS,
        [K.REVIEW_REQUESTED, K.SUPERVISION_SUGGESTED, K.ARCHIVED],
        [K.FILED],
    ),
    *_give_way(CrossingRule.DECISION_PREVAILS, [K.SUPERVISION_SUGGESTED], [K.REVIEW_REVOKED]),
    # The file has left: the opener turns to the body that holds it now.
    *_give_way(
        CrossingRule.FORWARDING_PREVAILS,
        [K.WITHDRAWN, K.SUPPLEMENTED],
        [K.FORWARDED, K.NOT_OUR_BUSINESS],
    ),
    # What was sent before the request was seen does not answer it.
    *_give_way(CrossingRule.REQUEST_STANDS, [K.SUPPLEMENTED], [K.SUPPLEMENT_ASKED]),
    *_give_way(CrossingRule.DECIDED_BEFORE_SUPPLEMENT, [K.SUPPLEMENTED], [K.FILED, K.NOT_FILED]),
    *_give_way(CrossingRule.SIGNATURE_PREVAILS, [K.DELIVERY_REFUSED], [K.ACKNOWLEDGED, K.ACCEPTED]),
    *_give_way(CrossingRule.CASE_WITHDRAWAL_PREVAILS, [K.ARTICLES_HANDED_OVER], [K.CASE_WITHDRAWN]),
)
