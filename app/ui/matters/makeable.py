"""When a letter of a matter can be made: by whom, and at which moment."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from app.documents.kinds.letters import LETTERS, LetterKind
from app.documents.model import Form
from app.rules.steps import Side, State, StepKind
from app.services.letter_facts import is_overdue
from app.services.matters import MatterView
from app.ui.matters.letter_words import ASKS_FOR_WORDS


def _is_filed(matter: MatterView) -> bool:
    return matter.state in {State.FILED, State.ARTICLES_HANDED_OVER}


def _owes_by_law(matter: MatterView) -> bool:
    return matter.shared and any(is_overdue(duty) for duty in matter.duties)


def _has_letter_of_ours(matter: MatterView) -> bool:
    us = matter.opener if matter.our_side is Side.OPENER else matter.counterpart
    return matter.shared and any(letter.author == us for letter in matter.letters)


_MOMENTS: Final[Mapping[LetterKind, Callable[[MatterView], bool]]] = MappingProxyType(
    {
        LetterKind.APPROVAL: lambda _: True,
        LetterKind.SERVICE: _has_letter_of_ours,
        LetterKind.MATERIALS: lambda matter: bool(matter.particulars.materials),
        LetterKind.ARTICLES: lambda matter: bool(matter.particulars.articles),
        LetterKind.HANDOVER: _is_filed,
        LetterKind.NOT_REFERRED: lambda matter: matter.state is State.REFUSED,
        LetterKind.REMINDER: _owes_by_law,
        LetterKind.OPINION_REPLY: lambda matter: matter.shared and bool(matter.particulars.copy_to),
    }
)
"""Letters and sheets whose moment no step of theirs tells."""


def makes_sense(kind: LetterKind, matter: MatterView) -> bool:
    """Whether a letter of *kind* can be set now: most only once the referral is issued, and a sheet
    without a number is printed again whenever it is wanted."""
    row = LETTERS[kind]
    if row.side not in (matter.our_side, None):
        return False
    if kind in _MOMENTS:
        return _MOMENTS[kind](matter)
    if row.step is StepKind.ISSUED:
        worded = kind in ASKS_FOR_WORDS
        return not matter.shared and (not worded or row.step in matter.allowed)
    return matter.shared and (row.form is Form.TABLE or row.step in matter.allowed)


def can_be_issued(kind: LetterKind, matter: MatterView) -> bool:
    """Whether it may be numbered now: its step is allowed, or it is no step."""
    row = LETTERS[kind]
    return row.numbered and (row.step is None or row.step in matter.allowed)
