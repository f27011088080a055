"""Every Chinese sentence for a refusal, a state or a kind; pure, no Qt.

The windows pass a sentence through ``QCoreApplication.translate("wording", …)``; the command line
prints it as it is. ``QT_TRANSLATE_NOOP`` only marks the text for lupdate.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from app.documents.cjk.classes import is_text
from app.kernel import clock
from app.kernel.errors import AppError
from app.kernel.paths import ExchangePlaceFault, PlaceFault
from app.kernel.terms import CaseState, Post, Purpose, RosterFault
from app.rules.identifiers import IdentifierFault
from app.rules.numbering import Fault, Reason
from app.rules.retention import ApprovalFault, ClosingFault, DisposalFault, Term
from app.rules.steps import State, StepKind
from app.wording.disposal import (
    APPROVAL_FAULTS,
    CASE_OUTCOMES,
    CLOSING_FAULTS,
    DESTROYED,
    DISPOSAL_FAULTS,
    TERMS,
)
from app.wording.findings import ONLY_WORDS, difference_text, finding_text
from app.wording.letter_book import LETTER_BOOK_FIELDS, PATTERN_FAULTS, REASONS
from app.wording.marking import QT_TRANSLATE_NOOP
from app.wording.procedure import (
    CARRIERS,
    CONFIDENCES,
    CROSSINGS,
    DELIVERIES,
    DUTY_STATES,
    HAVINGS,
    LETTER_KINDS,
    MATERIALS,
    MEASURES,
    MEDIA,
    NATURES,
    NOT_RECEIVED,
    NOUNS,
    PARTS,
    POSTS,
    PRESUMED,
    PROVISIONAL,
    ROUTE_WARNINGS,
    RULE_KINDS,
    SIDES,
    STANDINGS,
    STATES,
    STEP_FIELDS,
    STEPS,
    UNITS,
    UNLISTED,
)
from app.wording.records import (
    AGENCY_LEVELS,
    AGENCY_ROLES,
    BUNDLE_STATES,
    BUNDLE_SUCCESSOR,
    BUNDLE_WAITS,
    CASE_STATES,
    DOCUMENT_PARTS,
    ENTRY_TYPES,
    EVIDENCE_KINDS,
    EXCHANGE_PLACE_FAULTS,
    FIELDS,
    HEALTH,
    IDENTIFIER_FAULTS,
    JOURNAL_ACTIONS,
    METHODS,
    PARTY_KINDS,
    PARTY_ROLES,
    PLACES,
    PROJECT_KINDS,
    PURPOSES,
    UNREADABLE,
)
from app.wording.refusals import AWAITED, ERRORS, NOT_GIVEN_BACK, NOTHING_NEAR, UNKNOWN
from app.wording.roster import ROSTER_CHANGES, ROSTER_EXPIRIES, ROSTER_FAULTS

__all__ = [
    "AGENCY_LEVELS",
    "AGENCY_ROLES",
    "APPROVAL_FAULTS",
    "BUNDLE_STATES",
    "BUNDLE_SUCCESSOR",
    "BUNDLE_WAITS",
    "CARRIERS",
    "CASE_OUTCOMES",
    "CASE_STATES",
    "CLOSING_FAULTS",
    "CONFIDENCES",
    "CROSSINGS",
    "DELIVERIES",
    "DESTROYED",
    "DISPOSAL_FAULTS",
    "DOCUMENT_PARTS",
    "DUTY_STATES",
    "ENTRY_TYPES",
    "ERRORS",
    "EVIDENCE_KINDS",
    "EXCHANGE_PLACE_FAULTS",
    "FIELDS",
    "HAVINGS",
    "HEALTH",
    "IDENTIFIER_FAULTS",
    "JOURNAL_ACTIONS",
    "LETTER_KINDS",
    "MATERIALS",
    "MEASURES",
    "MEDIA",
    "METHODS",
    "NATURES",
    "NOT_RECEIVED",
    "NOUNS",
    "PARTS",
    "PARTY_KINDS",
    "PARTY_ROLES",
    "PLACES",
    "POSTS",
    "PRESUMED",
    "PROJECT_KINDS",
    "PROVISIONAL",
    "PURPOSES",
    "QT_TRANSLATE_NOOP",
    "ROSTER_CHANGES",
    "ROSTER_EXPIRIES",
    "ROSTER_FAULTS",
    "ROUTE_WARNINGS",
    "RULE_KINDS",
    "SIDES",
    "STANDINGS",
    "STATES",
    "STEPS",
    "STEP_FIELDS",
    "TERMS",
    "UNITS",
    "UNLISTED",
    "UNREADABLE",
    "Refusal",
    "bundle_state",
    "difference_text",
    "field_name",
    "finding_text",
    "journal_action",
    "refusal",
    "size_text",
]


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was refused and why, what stayed unchanged, what to do next.

    *detail* is for whoever mends it, in English and often empty; it is copied, not shown.
    """

    happened: str
    unchanged: str
    next_step: str
    code: str
    detail: str

    def __str__(self) -> str:
        return f"{self.happened}{self.unchanged}{self.next_step}（{self.code}）"


def refusal(error: AppError, translate: Callable[[str], str] = str) -> Refusal:
    """The three sentences for *error*, its facts filled in after *translate* has seen each."""
    facts = {name: _fact(name, value, translate) for name, value in error.facts.items()}
    happened, unchanged, next_step = (
        _filled(translate(text), facts) for text in ERRORS.get(error.code, UNKNOWN)
    )
    detail = facts.get("reason", "")
    return Refusal(happened, unchanged, next_step, error.code, detail)


_NAMED: Final[Mapping[str, Mapping[Any, str]]] = MappingProxyType(
    {"kind": NOUNS, "letter_kind": LETTER_KINDS, "part": PARTS, "section": DOCUMENT_PARTS}
)
"""Facts that are a name of something, and what each name is called."""

_BYTES: Final = frozenset({"needed", "free"})
"""Facts that count bytes."""


def _fact(name: str, value: object, translate: Callable[[str], str]) -> str:
    """A fact as the sentence about it shows it."""
    if isinstance(value, tuple) and name in _LISTS:
        say, between = _LISTS[name]
        return between.join(say(each, translate) for each in value) or translate(_NONE[name])
    match name, value:
        case "field", str():
            return translate(field_name(value))
        case _, str() if name in _NAMED:
            return translate(_NAMED[name].get(value, value))
        case "near", ():
            return translate(NOTHING_NEAR)
        case "awaited", tuple():
            return _filled(translate(AWAITED if value else NOT_GIVEN_BACK), {name: _shown(value)})
        case _ if name in _BYTES and isinstance(value, int):
            return size_text(value)
        case _:
            return _shown(value)


def field_name(field: str) -> str:
    """What a form, a letter or a step calls the field of that name."""
    known = FIELDS.get(field) or STEP_FIELDS.get(field)
    return known or LETTER_BOOK_FIELDS.get(field, field)


def _uncovered(item: tuple[str, str, str], translate: Callable[[str], str]) -> str:
    """A character no face draws; one that cannot be seen is named by its number alone."""
    part, char, code = item
    where = translate(DOCUMENT_PARTS.get(part, part))
    return f"{where}“{char}”（{code}）" if is_text(char) else f"{where}（{code}）"


def _field(name: str, translate: Callable[[str], str]) -> str:
    return translate(field_name(name))


def _paragraph(words: str, _: Callable[[str], str]) -> str:
    return f"“{words[:20]}…”"


_LISTS: Final[Mapping[str, tuple[Callable[[Any, Callable[[str], str]], str], str]]] = (
    MappingProxyType(
        {
            "fields": (_field, "、"),
            "found": (_uncovered, "、"),
            "findings": (finding_text, "；"),
            "differences": (difference_text, "；"),
            "paragraphs": (_paragraph, "；"),
        }
    )
)
"""How one of several is said, and what stands between them."""
_NONE: Final = defaultdict(str, differences=ONLY_WORDS)
"""What is said where there is none."""


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "？"


def _filled(text: str, facts: dict[str, str]) -> str:
    return text.format_map(_Facts(facts))


_CLOSED: Final[Mapping[type, Mapping[Any, str]]] = MappingProxyType(
    {
        Purpose: PURPOSES,
        PlaceFault: PLACES,
        ExchangePlaceFault: EXCHANGE_PLACE_FAULTS,
        StepKind: STEPS,
        State: STATES,
        RosterFault: ROSTER_FAULTS,
        Post: POSTS,
        CaseState: CASE_STATES,
        Term: TERMS,
        ApprovalFault: APPROVAL_FAULTS,
        ClosingFault: CLOSING_FAULTS,
        DisposalFault: DISPOSAL_FAULTS,
        IdentifierFault: IDENTIFIER_FAULTS,
        Fault: PATTERN_FAULTS,
        Reason: REASONS,
    }
)
"""The words of each closed set a fact may come from."""


def _shown(value: object) -> str:
    if words := _CLOSED.get(type(value)):
        return words[value]
    match value:
        case Path():
            return value.name or str(value)
        case datetime():
            return f"{clock.local(value):%Y-%m-%d %H:%M}"
        case tuple() | list() | frozenset():
            return "、".join(_shown(item) for item in value)
        case _:
            return str(value)


def journal_action(action: str) -> str:
    """The word for a line of the journal; a code this version does not know stays as it is."""
    kind = action.removeprefix("step.")
    if kind != action and kind in set(StepKind):
        return STEPS[StepKind(kind)]
    return JOURNAL_ACTIONS.get(action, action)


def bundle_state(refusal_code: str) -> str:
    """The word for a bundle that was refused with *refusal_code*; empty when it can be taken in."""
    return BUNDLE_STATES.get(refusal_code, UNREADABLE)


def size_text(size: int) -> str:
    """Bytes as a person reads them; units of 1024."""
    number, unit = float(size), "B"
    for larger in ("KB", "MB", "GB"):
        if number < 1024:
            break
        number, unit = number / 1024, larger
    return f"{size} B" if unit == "B" else f"{number:.1f} {unit}"
