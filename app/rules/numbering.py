"""发文字号: 机关代字, full year in six-corner brackets, serial without padding, «号».

Source: 党政机关公文格式 (GB/T 9704-2012) 7.2.5: no «第», no leading zero. 纪要 and papers that are
counted by 期 have forms of their own, so what a number looks like is a pattern of three places.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

CODE: Final = "{代字}"
YEAR: Final = "{年}"
SERIAL: Final = "{号}"
STANDARD: Final = "{代字}〔{年}〕{号}号"
PATTERNS: Final = (STANDARD, "〔{年}〕{号}号", "{代字}{年}年第{号}期", "{年}年第{号}期", "第{号}期")
"""What an agency is offered; the first is prescribed for everything but 纪要 and 简报."""

LONGEST_CODE: Final = 20
LONGEST_PATTERN: Final = 40
LONGEST_NUMBER: Final = 60

_OPENING: Final = "〔[【(〈<《"
_CLOSING: Final = "〕]】)〉>》"
_BRACKETS: Final = str.maketrans(_OPENING + _CLOSING, "〔" * len(_OPENING) + "〕" * len(_CLOSING))
_FIGURES: Final = re.compile(r"\d{1,9}")
_UNSEEN: Final = frozenset({"Cc", "Cf"})
_BEFORE_SERIAL: Final = re.compile(r"第?(?<!\d)0*(?=\d)")
_PLACES: Final = (CODE, YEAR, SERIAL)
_PLACE: Final = re.compile(r"\{[^{}]*\}")
_SERIAL: Final = r"第?0*(?P<serial>[1-9]\d{0,8})"
_YEAR: Final = r"(?P<year>[12]\d{3})"
_CODE: Final = rf"(?P<code>[^\d\s{re.escape(_OPENING)}]+)"
_SPOILS_CODE: Final = re.compile(rf"[\d\s{{}}{re.escape(_OPENING + _CLOSING)}]")


class Fault(StrEnum):
    """Why a pattern cannot number anything."""

    CODE_MISSING = "code_missing"
    CODE_SIGNS = "code_signs"
    """Digits, spaces or brackets: the number could not be read back."""
    SERIAL_MISSING = "serial_missing"
    REPEATED = "repeated"
    UNKNOWN_PLACE = "unknown_place"
    ADJOINING = "adjoining"
    """Year and serial without anything between them."""
    BARE = "bare"
    """Nothing but figures."""
    TOO_LONG = "too_long"
    PRESCRIBED = "prescribed"
    """For this kind of letter the standard leaves no choice (GB/T 9704-2012 7.2.5)."""


class Reason(StrEnum):
    """Why a number has no letter here, or its letter does not count."""

    EXTERNAL = "external"
    """外部编号: a paper bears it that was never in this register."""
    VOID = "void"
    """作废: it was drawn, and what it was drawn for came to nothing."""
    MISTAKE = "mistake"
    """误编: it was never due; counting goes on as if it were not there."""
    LOST = "lost"
    """Nobody knows any more."""


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A number drawn from the register of one 机关代字 and year; *year* 0 where none is printed."""

    code: str
    year: int
    serial: int
    pattern: str = STANDARD

    def __str__(self) -> str:
        said = {CODE: self.code, YEAR: str(self.year), SERIAL: str(self.serial)}
        return _PLACE.sub(lambda place: said[place.group()], self.pattern)

    @property
    def series(self) -> str:
        """The name of its count; numbers of one name never repeat within a year."""
        return Series(self.code, self.pattern).name


@dataclass(frozen=True, slots=True)
class Series:
    """A running count. Kinds of letters with the same code and pattern share it.

    One whose pattern prints no year runs on through the years: else two numbers would read alike.
    """

    code: str
    pattern: str = STANDARD

    @property
    def name(self) -> str:
        """The code where the pattern is the prescribed one, else the pattern with its code."""
        return self.code if self.pattern == STANDARD else self.pattern.replace(CODE, self.code)

    @property
    def coded(self) -> bool:
        """Whether a 机关代字 is part of its numbers."""
        return CODE in self.pattern

    def year(self, year: int) -> int:
        """The year a number of *year* is counted in: 0 where the count runs on."""
        return year if YEAR in self.pattern else 0

    def number(self, year: int, serial: int) -> DocumentNumber:
        return DocumentNumber(self.code, self.year(year), serial, self.pattern)

    def span(self, year: int, first: int, last: int) -> str:
        """Serials *first* to *last*, as 示财采〔2026〕2号—4号."""
        if first == last:
            return str(self.number(year, first))
        behind = self.number(year, last)
        tail = DocumentNumber(self.code, behind.year, last, SERIAL + self.pattern.split(SERIAL)[-1])
        return f"{self.number(year, first)}—{tail}"

    def read(self, text: str) -> DocumentNumber | None:
        """The number of this count that *text* means, whatever brackets were typed."""
        found = re.fullmatch(_form(self.pattern, re.escape(_plain(self.code))), _plain(text))
        if found is None:
            return None
        year = int(found["year"]) if YEAR in self.pattern else 0
        return self.number(year, int(found["serial"]))

    def serial_of(self, alike: str, year: int) -> int | None:
        """The serial whose number of *year* is *alike* in its normal form, of whatever count."""
        figures = (int(found) for found in _FIGURES.findall(alike))
        same = (serial for serial in figures if normal(str(self.number(year, serial))) == alike)
        return next(same, None)

    @property
    def outline(self) -> str:
        """The words its numbers have in common, as ``outline`` tells them of one."""
        return outline(normal(str(self.number(2000, 1))))


def named(name: str) -> Series:
    """The series of which ``Series.name`` is *name*."""
    return Series("", name) if SERIAL in name else Series(name)


def faults(series: Series) -> tuple[Fault, ...]:
    """Everything that is wrong with *series*; none: its numbers are read back as written."""
    return tuple(_faults(series))


def parse(text: str) -> DocumentNumber | None:
    """The number *text* means, whatever brackets were typed; None when it is of another form.

    Other platforms number their documents otherwise, so a text that is not understood is kept as
    it is and refused nowhere.
    """
    found = _STANDARD_FORM.fullmatch(_plain(text))
    if found is None:
        return None
    return DocumentNumber(found["code"], int(found["year"]), int(found["serial"]))


def normal(text: str) -> str:
    """What two numbers have in common that a reader takes for one: brackets, «第», a closing «号»,
    leading zeros, blanks and what cannot be seen make no difference."""
    return _BEFORE_SERIAL.sub("", _plain(text).translate(_BRACKETS)).removesuffix("号")


def outline(alike: str) -> str:
    """A number in its normal form without its figures: two of one count have it in common."""
    return _FIGURES.sub("", alike)


def legible(text: str) -> bool:
    """Whether a number of another office can be kept: not endless, and nothing in it unseen."""
    seen = all(unicodedata.category(sign) not in _UNSEEN for sign in text)
    return seen and len(text) <= LONGEST_NUMBER


def shown(text: str) -> str:
    """As much of *text* as a sentence about it takes, what cannot be seen named by its number."""
    signs = (
        f"<U+{ord(sign):04X}>" if unicodedata.category(sign) in _UNSEEN else sign
        for sign in text[:LONGEST_NUMBER]
    )
    return "".join(signs) + ("…" if len(text) > LONGEST_NUMBER else "")


def is_standard(text: str) -> bool:
    """Whether *text* is written exactly as the standard wants it."""
    number = parse(text)
    return number is not None and str(number) == text


# -- inside --------------------------------------------------------------------------------


def _plain(text: str) -> str:
    """*text* without blanks, what cannot be seen, and the marks of a title around it."""
    seen = (
        sign
        for sign in unicodedata.normalize("NFKC", text).replace("號", "号")
        if not sign.isspace() and unicodedata.category(sign) not in _UNSEEN
    )
    bare = "".join(seen)
    return bare[1:-1] if bare.startswith("《") and bare.endswith("》") else bare


def _form(pattern: str, code: str) -> str:
    said = {CODE: code, YEAR: _YEAR, SERIAL: _SERIAL}
    parts = re.split(r"(\{[^{}]*\})", pattern)
    return "".join(said[part] if part in said else _literally(part) for part in parts)


def _literally(words: str) -> str:
    return "".join(_sign(sign) for sign in _plain(words))


def _sign(sign: str) -> str:
    for alike in (_OPENING, _CLOSING):
        if sign in alike:
            return f"[{re.escape(alike)}]"
    return re.escape(sign)


def _faults(series: Series) -> Iterator[Fault]:
    places = _PLACE.findall(series.pattern)
    rest = _PLACE.sub("", series.pattern)
    if series.coded and not series.code.strip():
        yield Fault.CODE_MISSING
    code = unicodedata.normalize("NFKC", series.code)
    if series.coded and (_SPOILS_CODE.search(code) or not code.isprintable()):
        yield Fault.CODE_SIGNS
    if SERIAL not in places:
        yield Fault.SERIAL_MISSING
    if len(places) != len(set(places)):
        yield Fault.REPEATED
    if set(places) - set(_PLACES) or set("{}") & set(rest):
        yield Fault.UNKNOWN_PLACE
    if _runs_together(series.pattern):
        yield Fault.ADJOINING
    if not series.coded and not re.search(r"[^\d\W]", _plain(rest)):
        yield Fault.BARE
    if len(series.code) > LONGEST_CODE or len(series.pattern) > LONGEST_PATTERN:
        yield Fault.TOO_LONG


def _runs_together(pattern: str) -> bool:
    """Whether figures would stand beside the figures of a place, and be read as one number."""
    bare = _plain(pattern)
    figures = rf"(?:\d|{re.escape(YEAR)}|{re.escape(SERIAL)})"
    return re.search(rf"{figures}{figures}", bare) is not None


_STANDARD_FORM: Final = re.compile(_form(STANDARD, _CODE))
