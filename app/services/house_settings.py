"""Settings that belong to the register and travel with it, not to the computer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from app.kernel.canon import Plain
from app.services.changes import Changes, Noun, changed
from app.vault import journal, settings
from app.vault.register import Register

LEAST_MINUTES: Final = 5
MOST_MINUTES: Final = 60
_USUAL_MINUTES: Final = 15
_AUTO_LOCK: Final = "desk.auto-lock-minutes"
_MARKS_LETTERS: Final = "letters.check-mark"
_MAKES_LETTERS: Final = "letters.made-here"


@dataclass(frozen=True, slots=True)
class HouseSettings:
    """*auto_lock* in minutes without a key or the mouse, 5 to 60."""

    auto_lock: int = _USUAL_MINUTES


def keep(register: Register, setting: str, told: str, value: Plain, *nouns: Noun) -> Changes:
    """Keep *value*; the journal calls it *told*. *nouns* are what looks different with it."""
    with register.write() as session:
        settings.write(session, setting, value)
        journal.append(
            session,
            register.clock,
            register.user_name,
            "settings.changed",
            register.vault_uid,
            **{told: value},
        )
    return changed(Noun.SETTINGS, *nouns)


def read(register: Register) -> HouseSettings:
    with register.read() as session:
        stored = settings.read(session, _AUTO_LOCK, _USUAL_MINUTES)
    return HouseSettings(auto_lock=_within(int(str(stored))))


def set_auto_lock(register: Register, minutes: int) -> Changes:
    return keep(register, _AUTO_LOCK, "auto_lock", _within(minutes))


def makes_letters(session: Session) -> bool:
    """Whether documents that agencies of our kind make on platforms of their own are made here."""
    return bool(settings.read(session, _MAKES_LETTERS, False))


def reads_makes_letters(register: Register) -> bool:
    """As ``makes_letters``."""
    with register.read() as session:
        return makes_letters(session)


def set_makes_letters(register: Register, *, wanted: bool) -> Changes:
    return keep(register, _MAKES_LETTERS, "makes_letters", wanted, Noun.MATTERS)


def marks_letters(session: Session) -> bool:
    """Whether the check mark stands on the letter itself, not only on its slip and lists."""
    return bool(settings.read(session, _MARKS_LETTERS, False))


def reads_marks_letters(register: Register) -> bool:
    """As ``marks_letters``."""
    with register.read() as session:
        return marks_letters(session)


def set_marks_letters(register: Register, *, wanted: bool) -> Changes:
    return keep(register, _MARKS_LETTERS, "marks_letters", wanted)


def _within(minutes: int) -> int:
    return min(max(minutes, LEAST_MINUTES), MOST_MINUTES)
