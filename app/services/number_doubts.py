"""Whether a number may have been used already, in a past this register has lost.

Peers give back the letters they were sent. What stood alone or went to them on paper nobody gives
back, so the first number of each count after a renewal is compared with the book on paper.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from app.kernel import plain
from app.kernel.errors import NumberUnsureError
from app.rules.numbering import DocumentNumber
from app.services import house, renewal
from app.vault import restored, settings

_COMPARED: Final = "letters.compared"


@dataclass(frozen=True, slots=True)
class _Compared:
    """The *incarnation* in which a number of this count was drawn last."""

    series: str
    year: int
    incarnation: int


@dataclass(frozen=True, slots=True)
class _Every:
    counts: tuple[_Compared, ...] = ()


def refuse_unsure(session: Session, number: DocumentNumber, confirmed: str) -> None:
    """Raises NumberUnsureError: letters lost in a restoration may have it, and nobody confirmed."""
    text = str(number)
    if confirmed == text:
        return
    missing = tuple(each.name for each in renewal.awaited(session))
    if missing or restored.read(session) or not _is_compared(session, number):
        raise NumberUnsureError(number=text, awaited=missing)


def keep_compared(session: Session, number: DocumentNumber) -> None:
    """*number* was drawn: those that follow it in its count are sure, until the next renewal."""
    if _is_compared(session, number):
        return
    place = number.series, number.year
    others = tuple(each for each in _every(session) if (each.series, each.year) != place)
    said = _Every((*others, _Compared(*place, house.own_key(session).incarnation)))
    settings.write(session, _COMPARED, plain.to_plain(said))


# -- inside --------------------------------------------------------------------------------


def _is_compared(session: Session, number: DocumentNumber) -> bool:
    """A register that never began anew has lost nothing."""
    incarnation = house.own_key(session).incarnation
    asked = _Compared(number.series, number.year, incarnation)
    return incarnation == 1 or asked in _every(session)


def _every(session: Session) -> tuple[_Compared, ...]:
    return plain.from_plain(_Every, settings.read(session, _COMPARED, {})).counts
