"""Law as data: dated, versioned packs and the one strict reader of them.

A pack is a JSON file; ``kind`` says which of the dataclasses below it is. The reader refuses what
it does not know, because a misspelt word in a rule must not silently switch the rule off. Cases
keep the hash of the pack of their time.
"""

from __future__ import annotations

import dataclasses
import json
import typing
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Any, Final

from app.kernel import plain
from app.kernel.canon import Plain
from app.kernel.errors import BadPackError, NotCanonicalError
from app.kernel.terms import AgencyRole
from app.rules.steps import Side, StepKind


class PackKind(StrEnum):
    RULES = "rules"
    CALENDAR = "calendar"
    VIOLATIONS = "violations"
    OFFENCES = "offences"
    ROUTING = "routing"


class Flow(StrEnum):
    """What a rule is about; the transfers are told apart by the receiver."""

    TRANSFER_POLICE = "transfer_police"
    TRANSFER_MARKET = "transfer_market"
    TRANSFER_FINANCE = "transfer_finance"
    TRANSFER_OTHER = "transfer_other"
    CONSULT = "consult"
    ASSIST = "assist"
    MEETING = "meeting"
    STATUS = "status"
    COMPLAINT = "complaint"
    PENALTY = "penalty"
    AUDIT = "audit"
    MARKET = "market"
    DISCIPLINE = "discipline"
    ANY = "any"


class Unit(StrEnum):
    """H counts hours, N natural days, W working days, M and Y by the calendar."""

    HOURS = "H"
    NATURAL = "N"
    WORKING = "W"
    MONTHS = "M"
    YEARS = "Y"
    NONE = "none"


class Nature(StrEnum):
    """A right or a window that passes unused lapses; only a duty can be overdue."""

    DUTY = "duty"
    RIGHT = "right"
    WINDOW = "window"


class RuleKind(StrEnum):
    STATUTORY = "statutory"
    AGREED = "agreed"


class Confidence(StrEnum):
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"
    NOT_LAW = "n/a"


class Condition(StrEnum):
    """What about the matter selects a rule."""

    ECONOMIC_CRIME = "economic_crime"
    NOT_ECONOMIC_CRIME = "not_economic_crime"
    DECIDED = "decided"
    UNDECIDED = "undecided"
    AFTER_ORDER = "after_order"


@dataclass(frozen=True, slots=True)
class Trigger:
    """The step a period starts from: its moment, or the moment in its *field*.

    *about*: the step must speak of one of this kind. *instead*: only when no trigger before it in
    the rule has happened. *presumed*: so too, and the start is then only inferred («推定»).
    """

    step: StepKind
    field: str
    about: StepKind | None
    instead: bool | None
    presumed: bool | None


@dataclass(frozen=True, slots=True)
class Period:
    length: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Extension:
    """A lawful extension recorded as *step*: to *length* in all, or by *add* more."""

    step: StepKind | None
    length: int | None
    add: int | None
    unit: Unit
    approver: str
    quote: str


@dataclass(frozen=True, slots=True)
class DeadlineRule:
    """A period and what it rests on.

    *same_as* names the rule that computes this one, which is listed as a second source.
    *strict_display*: for the side that owes it the un-rolled date is listed and reminded of,
    because 国务院令第310号 does not say how its days are counted. *warn*: percent of the period.
    """

    id: str
    title: str
    flow: Flow
    trigger_event: str
    trigger: tuple[Trigger, ...]
    length: int | None
    unit: Unit
    roll: bool
    start_excluded: bool
    actor: Side
    actor_type: str
    counter_actor: str
    document: str
    article: str
    quote: str
    effective_from: date | None
    effective_to: date | None
    latest: Period | None
    extend: tuple[Extension, ...]
    suspend: tuple[str, ...]
    warn: tuple[int, ...]
    closed_by: tuple[StepKind, ...]
    cancelled_by: tuple[StepKind, ...]
    met: str
    missed: str
    kind: RuleKind
    nature: Nature
    strict_display: bool
    applies_if: Condition | None
    same_as: str
    confidence: Confidence
    enabled: bool
    editable_by: str
    note: str


@dataclass(frozen=True, slots=True)
class Holiday:
    date: date
    name: str


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """*holidays*: every day off that the notice names, weekend days among them; *workdays*:
    weekend days worked instead. *official* is False for a year without notice yet.
    """

    year: int
    official: bool
    notice: str
    holidays: tuple[Holiday, ...]
    workdays: tuple[date, ...]


@dataclass(frozen=True, slots=True)
class Violation:
    """A conduct of procurement law, its article and what follows; *routes* hints at receivers.

    *paper_only*: it is for 纪检监察 alone, the program names it and must not record it of anybody.
    """

    code: str
    role: str
    conduct: str
    article: str
    sanction: str
    routes: tuple[str, ...]
    keywords: tuple[str, ...]
    paper_only: bool


@dataclass(frozen=True, slots=True)
class Indicator:
    """A sign in the evidence; it raises a question and decides nothing."""

    code: str
    text: str
    article: str


@dataclass(frozen=True, slots=True)
class Standard:
    """A criterion for filing, valid from one day to another; *thresholds* are in fen."""

    article: str
    effective_from: date
    effective_to: date | None
    confidence: Confidence
    thresholds: tuple[Threshold, ...]
    other: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Threshold:
    """*least* fen and more («以上» includes the number)."""

    measure: str
    least: int


@dataclass(frozen=True, slots=True)
class Offence:
    """A head of criminal law for the pick list, never a verdict."""

    code: str
    name: str
    article: str
    receiver: AgencyRole
    economic_crime: bool
    tender_only: bool
    standards: tuple[Standard, ...]
    note: str


@dataclass(frozen=True, slots=True)
class RoutingQuestion:
    """A question of the routing table; *answer* names the field of the answers it fills."""

    order: int
    answer: str
    text: str
    hint: str


@dataclass(frozen=True, slots=True)
class RouteRule:
    """Where a yes leads. *bases* are what the letter cites, in full; *paper_only*: the program
    keeps nothing of it."""

    id: str
    receiver: AgencyRole
    receiver_note: str
    clause: str
    quote: str
    document: str
    bases: tuple[str, ...]
    paper_only: bool
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class RulePack:
    kind: PackKind
    id: str
    version: str
    title: str
    effective_from: date
    note: str
    rules: tuple[DeadlineRule, ...]


@dataclass(frozen=True, slots=True)
class CalendarPack:
    kind: PackKind
    id: str
    version: str
    title: str
    effective_from: date
    note: str
    years: tuple[CalendarYear, ...]


@dataclass(frozen=True, slots=True)
class ViolationPack:
    kind: PackKind
    id: str
    version: str
    title: str
    effective_from: date
    note: str
    violations: tuple[Violation, ...]
    indicators: tuple[Indicator, ...]


@dataclass(frozen=True, slots=True)
class OffencePack:
    kind: PackKind
    id: str
    version: str
    title: str
    effective_from: date
    note: str
    offences: tuple[Offence, ...]


@dataclass(frozen=True, slots=True)
class RoutingPack:
    kind: PackKind
    id: str
    version: str
    title: str
    effective_from: date
    note: str
    questions: tuple[RoutingQuestion, ...]
    routes: tuple[RouteRule, ...]


Pack = RulePack | CalendarPack | ViolationPack | OffencePack | RoutingPack

# Of whatever unit; no law counts further, and beyond the calendar nothing can be reckoned.
_LENGTHS: Final = range(1, 1000)
_PACKS: Final[Mapping[PackKind, type[Any]]] = MappingProxyType(
    {
        PackKind.RULES: RulePack,
        PackKind.CALENDAR: CalendarPack,
        PackKind.VIOLATIONS: ViolationPack,
        PackKind.OFFENCES: OffencePack,
        PackKind.ROUTING: RoutingPack,
    }
)


def parse(data: bytes) -> Pack:
    """The pack that *data* (UTF-8 JSON) is.

    Raises:
        BadPackError: it is not JSON, of an unknown kind, has an unknown or ill-typed field, says
            the same rule twice or names a rule that is not there.
    """
    value = _json(data)
    name = str(value.get("id", "")) if isinstance(value, dict) else ""
    try:
        kind = PackKind(value["kind"]) if isinstance(value, dict) else PackKind("")
        _refuse_unknown(_PACKS[kind], value, str(kind))
        pack: Pack = plain.from_plain(_PACKS[kind], value)
    except (NotCanonicalError, ValueError, KeyError) as error:
        raise BadPackError(pack=name, reason=str(error)) from error
    if reason := _contradiction(pack):
        raise BadPackError(pack=name, reason=reason)
    return pack


def _json(data: bytes) -> Plain:
    try:
        return json.loads(data.decode("utf-8", "strict"), object_pairs_hook=_unique)
    except (ValueError, RecursionError) as error:
        raise BadPackError(pack="", reason=str(error)) from error


def _unique(pairs: list[tuple[str, Plain]]) -> dict[str, Plain]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("duplicate key")
    return found


def _refuse_unknown(hint: plain.Hint, value: Plain, where: str) -> None:
    """Compare the names in *value* with the fields of the dataclass in *hint*, all the way down."""
    for inner in typing.get_args(hint):
        _refuse_unknown(inner, value, where)
    if isinstance(value, list):
        for item in value:
            _refuse_unknown(hint, item, where)
    if not dataclasses.is_dataclass(hint) or not isinstance(value, dict):
        return
    hints = plain.hints(hint)
    unknown = sorted(set(value) - set(hints))
    if unknown:
        raise NotCanonicalError(reason=f"{where}: unknown {', '.join(unknown)}"[:200])
    for name, item in value.items():
        _refuse_unknown(hints[name], item, f"{where}.{name}")


def _contradiction(pack: Pack) -> str:
    """What in *pack* cannot be meant, or nothing."""
    names = _names(pack)
    if doubled := sorted({name for name in names if names.count(name) > 1}):
        return f"said twice: {', '.join(doubled)}"
    if isinstance(pack, RulePack):
        return next((text for rule in pack.rules if (text := _unsound(rule, names))), "")
    return ""


def _names(pack: Pack) -> list[str]:
    match pack:
        case RulePack():
            return [rule.id for rule in pack.rules]
        case CalendarPack():
            return [str(year.year) for year in pack.years]
        case ViolationPack():
            return [
                *(violation.code for violation in pack.violations),
                *(indicator.code for indicator in pack.indicators),
            ]
        case OffencePack():
            return [offence.code for offence in pack.offences]
        case RoutingPack():
            return [row.id for row in pack.routes]


def _unsound(rule: DeadlineRule, names: list[str]) -> str:
    if rule.same_as and rule.same_as not in names:
        return f"{rule.id}: no rule {rule.same_as}"
    if (rule.length is None) is not (rule.unit is Unit.NONE):
        return f"{rule.id}: length without unit or unit without length"
    if unmeant := set(_lengths(rule)).difference(_LENGTHS):
        return f"{rule.id}: length {min(unmeant)}"
    if rule.start_excluded is (rule.unit is Unit.HOURS):
        return f"{rule.id}: only hours count from the start itself"
    if rule.enabled and rule.confidence is Confidence.LOW:
        return f"{rule.id}: enabled with low confidence"
    if any((item.length is None) is (item.add is None) for item in rule.extend):
        return f"{rule.id}: an extension is either to a length or by one"
    return ""


def _lengths(rule: DeadlineRule) -> list[int]:
    told = [rule.length, *(length for item in rule.extend for length in (item.length, item.add))]
    told.append(rule.latest.length if rule.latest else None)
    return [length for length in told if length is not None]
