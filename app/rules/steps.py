"""The closed words of a procedure, and the shape of its rows.

A step is a statement by one agency about one act. ``StepRule.actor`` is whose act it is. An act
of the counterpart may also be recorded by the opener from a paper it received (据来文), because a
counterpart may have no program at all; the opener has one, or there would be no matter, so nobody
else speaks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from app.kernel import clock
from app.kernel.canon import Plain
from app.kernel.terms import AgencyRole


class StepKind(StrEnum):
    """Every act of the referral procedure that can be recorded."""

    # inside the opener
    TEAM_FORMED = "team_formed"
    REPORT_SUBMITTED = "report_submitted"
    REPORT_RECEIVED = "report_received"
    APPROVED = "approved"
    REFUSED = "refused"
    DRAFT_RETURNED = "draft_returned"
    PENALTY_DECIDED = "penalty_decided"
    # handing over
    ISSUED = "issued"
    COPIED_TO_PROCURATORATE = "copied_to_procuratorate"
    DELIVERED = "delivered"
    DELIVERY_REFUSED = "delivery_refused"
    ACKNOWLEDGED = "acknowledged"
    WITHDRAWN = "withdrawn"
    # examination
    SUPPLEMENT_ASKED = "supplement_asked"
    SUPPLEMENTED = "supplemented"
    FORWARDED = "forwarded"
    NOT_OUR_BUSINESS = "not_our_business"
    ACCEPTED = "accepted"
    EXTENDED = "extended"
    EXTENDED_AGAIN = "extended_again"
    FILED = "filed"
    NOT_FILED = "not_filed"
    FILES_RETURNED = "files_returned"
    # after filing
    ARTICLES_HANDED_OVER = "articles_handed_over"
    JURISDICTION_CHANGED = "jurisdiction_changed"
    CASE_WITHDRAWN = "case_withdrawn"
    RESULT_REPORTED = "result_reported"
    # objection to non-filing
    REVIEW_REQUESTED = "review_requested"
    REVIEW_UPHELD = "review_upheld"
    REVIEW_REVOKED = "review_revoked"
    SUPERVISION_SUGGESTED = "supervision_suggested"
    REASONS_ASKED = "reasons_asked"
    REASONS_GIVEN = "reasons_given"
    FILING_ORDERED = "filing_ordered"
    SUPERVISION_CONCLUDED = "supervision_concluded"
    # what the administrative body does besides
    ADMIN_RESUMED = "admin_resumed"
    PENALTY_COPIED = "penalty_copied"
    ARCHIVED = "archived"
    # about other steps
    NOTICE_RECEIVED = "notice_received"
    SEEN = "seen"
    CORRECTED = "corrected"
    VOIDED = "voided"
    NOTE = "note"
    REMARK = "remark"


class State(StrEnum):
    """Where a referral stands; before ``ISSUED`` only its opener knows."""

    DRAFT = "draft"
    PENDING = "pending"
    REFUSED = "refused"
    APPROVED = "approved"
    ISSUED = "issued"
    DELIVERED = "delivered"
    ACKNOWLEDGED = "acknowledged"
    SUPPLEMENT = "supplement"
    FORWARDED = "forwarded"
    RETURNED = "returned"
    ACCEPTED = "accepted"
    FILED = "filed"
    NOT_FILED = "not_filed"
    REVIEW = "review"
    REVIEW_UPHELD = "review_upheld"
    REVIEW_REVOKED = "review_revoked"
    SUPERVISION = "supervision"
    ARTICLES_HANDED_OVER = "articles_handed_over"
    CASE_WITHDRAWN = "case_withdrawn"
    RESULT_REPORTED = "result_reported"
    WITHDRAWN = "withdrawn"
    ARCHIVED = "archived"


class Side(StrEnum):
    """The parts in a matter; a third (检察院) acts but never writes here."""

    OPENER = "opener"
    COUNTERPART = "counterpart"
    THIRD = "third"


class FieldKind(StrEnum):
    TEXT = "text"
    LONG_TEXT = "long_text"
    DATE = "date"
    MOMENT = "moment"
    NUMBER = "number"
    CHOICE = "choice"
    STEP = "step"
    FILE = "file"
    LETTER = "letter"
    """The uid of a letter: the program writes it, no form asks for it and no list shows it."""


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """A field of a step's form beside the moment of the act, which every step has.

    *by_receiver*: only who received the act can tell it; the actor's own record does not.
    """

    name: str
    kind: FieldKind
    required: bool = False
    choices: tuple[str, ...] = ()
    by_receiver: bool = False


@dataclass(frozen=True, slots=True)
class StepRule:
    """What a step of one kind is.

    *moves* maps each state that allows the step to the state after it (the same where it changes
    none). *resumes*: it ends an interlude, the state before the interlude returns. *once*: it is
    not offered again when it would change no state. *registered*: it is by default a document of
    the other side's own platform, entered by number, date, signer and scan. *notice*: the other
    side records when it received this. *only_towards*: counterparts it makes sense for; empty
    means any.
    """

    kind: StepKind
    actor: Side
    moves: Mapping[State, State]
    fields: tuple[FieldSpec, ...] = ()
    either: bool = False
    internal: bool = False
    resumes: bool = False
    once: bool = False
    registered: bool = False
    notice: bool = False
    only_towards: frozenset[AgencyRole] = frozenset()

    def own_act_of(self, side: Side) -> bool:
        """Whether *side* does it itself; acts of a third are entered by whoever was told."""
        return self.either or self.actor in (side, Side.THIRD)

    def recordable_by(self, side: Side) -> bool:
        from_paper = self.actor is Side.COUNTERPART and not self.internal
        return self.own_act_of(side) or from_paper

    def for_side(self, side: Side) -> StepRule:
        """This rule with the fields *side* can fill."""
        told = tuple(spec for spec in self.fields if self.actor is not side or not spec.by_receiver)
        return replace(self, fields=told)


class CrossingRule(StrEnum):
    """Why a step that arrived has no effect on the state; it is kept and shown all the same."""

    DECISION_PREVAILS = "decision_prevails"
    FORWARDING_PREVAILS = "forwarding_prevails"
    REQUEST_STANDS = "request_stands"
    DECIDED_BEFORE_SUPPLEMENT = "decided_before_supplement"
    SIGNATURE_PREVAILS = "signature_prevails"
    CASE_WITHDRAWAL_PREVAILS = "case_withdrawal_prevails"
    SAME_ACT = "same_act"
    OUT_OF_TURN = "out_of_turn"
    VOIDED = "voided"
    NOT_ITS_AUTHOR = "not_its_author"
    NOT_ITS_PART = "not_its_part"


@dataclass(frozen=True, slots=True)
class Crossing:
    """When neither author had seen the other's step, *yields* gives way to *to*."""

    yields: StepKind
    to: StepKind
    rule: CrossingRule


@dataclass(frozen=True, slots=True)
class Opening:
    """Who may open towards whom: the clause that says so, or *listed* False where none does
    («机制未列明，按工作联系办理»).
    """

    clause: str
    listed: bool


def faults(rule: StepRule, fields: Mapping[str, Plain]) -> tuple[str, ...]:
    """The names of fields that are required and empty, of another shape, or unknown."""
    known = {spec.name for spec in rule.fields}
    wrong = [spec.name for spec in rule.fields if not _fits(spec, fields.get(spec.name))]
    return (*wrong, *sorted(set(fields) - known))


def readable(
    rule: StepRule, fields: Mapping[str, Plain]
) -> tuple[dict[str, Plain], tuple[str, ...]]:
    """What of the *fields* of a step that arrived can be read, and the names of those of another
    shape.

    A reader is milder than a form: what its version does not know is left out, and a required
    field may be missing, because a later version may ask for others.
    """
    given = {
        spec: fields[spec.name]
        for spec in rule.fields
        if fields.get(spec.name) is not None and fields[spec.name] != ""
    }
    wrong = tuple(spec.name for spec, value in given.items() if not _fits(spec, value))
    return {spec.name: value for spec, value in given.items() if spec.name not in wrong}, wrong


def _fits(spec: FieldSpec, value: Plain) -> bool:
    if value is None or value == "":
        return not spec.required
    if spec.kind is FieldKind.NUMBER:
        return type(value) is int
    if not isinstance(value, str):
        return False
    if spec.kind is FieldKind.CHOICE:
        return value in spec.choices
    return spec.kind not in _READERS or _reads(_READERS[spec.kind], value)


_READERS: Final[Mapping[FieldKind, Callable[[str], object]]] = MappingProxyType(
    {FieldKind.DATE: clock.date_from_text, FieldKind.MOMENT: clock.from_text}
)


def _reads(reader: Callable[[str], object], value: str) -> bool:
    try:
        reader(value)
    except ValueError:
        return False
    return True
