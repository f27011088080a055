"""How the rows of the referral are written: groups of states, fields that recur, short builders."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.kernel.terms import AgencyRole, Delivery, Post
from app.rules.steps import FieldKind, FieldSpec, Side, State, StepKind, StepRule

S, K = State, StepKind

PENAL: Final = frozenset({AgencyRole.POLICE})
PERIODS_EXTEND: Final = frozenset({AgencyRole.POLICE, AgencyRole.MARKET})

EVERY: Final = tuple(State)
_UNSHARED: Final = (S.DRAFT, S.PENDING, S.REFUSED, S.APPROVED)
SHARED: Final = tuple(state for state in State if state not in _UNSHARED)
# 程序规定第一百八十条: a missing 回执 or an unanswered 补正通知 never stops the police deciding.
EXAMINED: Final = (S.DELIVERED, S.ACKNOWLEDGED, S.SUPPLEMENT, S.ACCEPTED)
DECIDED: Final = (S.FORWARDED, S.RETURNED, S.FILED, S.NOT_FILED)
REFUSED_TO_FILE: Final = (S.NOT_FILED, S.REVIEW, S.REVIEW_UPHELD, S.SUPERVISION)


def to(state: State, *sources: State) -> Mapping[State, State]:
    return MappingProxyType(dict.fromkeys(sources, state))


def stay(*sources: State) -> Mapping[State, State]:
    return MappingProxyType({state: state for state in sources})


def both(*maps: Mapping[State, State]) -> Mapping[State, State]:
    return MappingProxyType({key: value for each in maps for key, value in each.items()})


def text(name: str, *, required: bool = False) -> FieldSpec:
    return FieldSpec(name, FieldKind.TEXT, required)


def long_text(name: str, *, required: bool = False) -> FieldSpec:
    return FieldSpec(name, FieldKind.LONG_TEXT, required)


def moment(name: str, *, required: bool = False) -> FieldSpec:
    return FieldSpec(name, FieldKind.MOMENT, required)


def choice(name: str, *words: str, required: bool = False) -> FieldSpec:
    return FieldSpec(name, FieldKind.CHOICE, required, words)


ABOUT: Final = FieldSpec("about", FieldKind.STEP, required=True)
DATED: Final = FieldSpec("dated_on", FieldKind.DATE)
DELIVERY: Final = tuple(word.value for word in Delivery)
POSTS: Final = tuple(word.value for word in Post)

# One generic form records any step: its number, its scan and a remark are never refused.
_GENERIC: Final = (text("number"), FieldSpec("scan", FieldKind.FILE), long_text("remark"))

# Periods of the receiver run from its receipt, so only the receiver tells when that was.
RECEIVED: Final = FieldSpec("received_at", FieldKind.MOMENT, by_receiver=True)

# A document of the other side's own platform; *decided_at* is filled when the decision is older
# than the notice of it.
DOCUMENT: Final = (DATED, text("signer"), RECEIVED, moment("decided_at"))


def shared(
    kind: StepKind,
    actor: Side,
    moves: Mapping[State, State],
    *fields: FieldSpec,
    registered: bool = False,
    notice: bool = False,
    resumes: bool = False,
    once: bool = False,
    only_towards: frozenset[AgencyRole] = frozenset(),
) -> StepRule:
    return StepRule(
        kind=kind,
        actor=actor,
        moves=moves,
        fields=(*fields, *_GENERIC),
        registered=registered,
        notice=notice,
        resumes=resumes,
        once=once,
        only_towards=only_towards,
    )


def inside(kind: StepKind, moves: Mapping[State, State], *fields: FieldSpec) -> StepRule:
    return StepRule(kind, Side.OPENER, moves, (*fields, *_GENERIC), internal=True)


def either(
    kind: StepKind, moves: Mapping[State, State], *fields: FieldSpec, internal: bool = False
) -> StepRule:
    return StepRule(
        kind,
        Side.OPENER,
        moves,
        (*fields, *_GENERIC),
        either=True,
        internal=internal,
    )
