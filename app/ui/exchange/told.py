"""How the exchange centre puts bundles and entries into words."""

from __future__ import annotations

from datetime import datetime
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from app import wording
from app.kernel import clock
from app.kernel.errors import UnverifiedSenderError
from app.rules.steps import StepKind
from app.services.exchange import BundleFound
from app.ui.problems import in_words
from app.ui.theme import Tone

translate = QCoreApplication.translate

_TONES: Final = MappingProxyType(
    {
        "": Tone.GOOD,
        "E-XCH-01": Tone.WARN,
        "E-XCH-05": Tone.WARN,
        "E-XCH-06": Tone.NEUTRAL,
        "E-XCH-07": Tone.NEUTRAL,
        "E-XCH-11": Tone.WARN,
        "E-XCH-14": Tone.NEUTRAL,
        "E-XCH-17": Tone.WARN,
        "E-XCH-27": Tone.WARN,
        "E-MED-03": Tone.WARN,
    }
)


def state(found: BundleFound) -> str:
    """The chip of a bundle; one that would wait names the numbers that are missing."""
    if found.refusal is not None:
        return in_words(wording.bundle_state(found.refusal.code))
    if found.missing is not None:
        return in_words(wording.BUNDLE_WAITS).format(numbers=numbers(*found.missing))
    if found.successor:
        return in_words(wording.BUNDLE_SUCCESSOR)
    return in_words(wording.bundle_state(""))


def tone(found: BundleFound) -> Tone:
    if found.refusal is None and found.missing is not None:
        return Tone.WARN
    return _TONES.get(found.refusal.code if found.refusal else "", Tone.BAD)


def sender(found: BundleFound) -> str:
    """Who sent it; until the signature is believed only what the file says of itself."""
    if name := found.sender or _vouched(found):
        return name
    if not found.claimed:
        return "—"
    return translate("exchange", "（自称）{handle}").format(handle=found.claimed)


def _vouched(found: BundleFound) -> str:
    """The sender named by a refusal that came after the signature was believed."""
    if found.refusal is None or found.refusal.code == UnverifiedSenderError.code:
        return ""
    return str(found.refusal.facts.get("sender", ""))


def numbers(first: int, last: int) -> str:
    """``3`` or ``3–5``; a bundle without entries, or that cannot be read, has none."""
    if last < first or last == 0:
        return "—"
    return str(first) if first == last else f"{first}–{last}"


def moment(at: datetime | None) -> str:
    return f"{clock.local(at):%Y-%m-%d %H:%M}" if at else "—"


def entry_type(type_: str) -> str:
    return in_words(wording.ENTRY_TYPES.get(type_, type_))


def subject(type_: str, title: str) -> str:
    """What an entry is about; the title of a step is the word of its kind."""
    if type_ == "step/1" and title in set(StepKind):
        return in_words(wording.STEPS[StepKind(title)])
    return title or "—"
