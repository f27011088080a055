"""Letter templates: where they lie, how they are filled, the digest of what was used.

Jinja2 in its sandbox; an unknown name is an error, never an empty place. Nothing is escaped,
because nothing is markup that comes from a record (see ``markup``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from jinja2 import DictLoader, StrictUndefined, meta, nodes
from jinja2 import TemplateError as JinjaError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.documents.kinds import markup
from app.kernel import canon, clock, paths
from app.kernel.errors import TemplateError

_MOST_LINES: Final = 100
"""Of a table for writing by hand."""


class LongText(str):
    """Text that may hold several paragraphs; any other text is one line."""

    __slots__ = ()


def day(value: date) -> str:
    """2026年3月5日, without leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{value.year}年{value.month}月{value.day}日"


def moment(value: datetime) -> str:
    """2026年3月5日14时05分, in UTC+08:00: the periods of 310号令 run in hours."""
    local = clock.local(value)
    return f"{day(local)}{local.hour}时{local.minute:02d}分"


def money(fen: int) -> str:
    """Whole hundreds of 元 from 1万元 up in 万元, else in 元; nothing is rounded."""
    if fen >= 1_000_000 and fen % 10_000 == 0:
        wan, rest = divmod(fen // 10_000, 100)
        return f"{wan}.{rest:02d}".rstrip("0").rstrip(".") + "万元"
    yuan, cents = divmod(fen, 100)
    return f"{yuan:,}.{cents:02d}元" if cents else f"{yuan:,}元"


def grouped(digest: str) -> str:
    """A digest in groups of eight, as eyes compare it."""
    return " ".join(digest[start : start + 8] for start in range(0, len(digest), 8))


def padded(pattern: str, *values: object) -> str:
    """*pattern* with *values*, as ``%02d``; ValueError for places nobody prints."""
    if re.search(r"\d{3}|\*", pattern):
        raise ValueError(f"too wide: {pattern}")
    return pattern % values


def _few(*bounds: int) -> range:
    """Lines to write on by hand; ValueError for more than a table has."""
    made = range(*bounds)
    if len(made) > _MOST_LINES:
        raise ValueError(f"{len(made)} lines")
    return made


FILTERS: Final[Mapping[str, Callable[..., str]]] = MappingProxyType(
    {
        "day": day,
        "moment": moment,
        "money": money,
        "grouped": grouped,
        "format": padded,
        "long": LongText,
    }
)


_WORDS_OF_TEXT: Final = frozenset({"endswith", "startswith", "strip", "rstrip", "lstrip"})
"""What a template may ask a text: nothing that makes a long text of a short one."""
_BORROWED: Final = frozenset(
    {"default", "first", "join", "last", "length", "list", "replace", "select", "string"}
)
"""Jinja2's own filters that a letter may need."""
_WRONG: Final = (
    JinjaError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What filling a template somebody mistyped may raise."""


class _Room(ImmutableSandboxedEnvironment):
    """Where templates are filled: an office words letters here, so nothing may run on for ever.

    There is no multiplication, ranges are short, and of texts there is only what keeps them short;
    other loops go over the record.
    """

    intercepted_binops = frozenset({"*", "**"})

    def __init__(self, sources: Mapping[str, str]) -> None:
        super().__init__(
            loader=DictLoader(sources),
            undefined=StrictUndefined,
            autoescape=False,
            trim_blocks=True,
            lstrip_blocks=True,
            auto_reload=False,
            keep_trailing_newline=True,
            finalize=_shown,
        )
        self.globals = {"namespace": self.globals["namespace"], "range": _few}
        self.filters = {name: self.filters[name] for name in _BORROWED} | dict(FILTERS)

    def call_binop(self, _context: Context, operator: str, _left: object, _right: object) -> object:
        raise SecurityError(f"no {operator} in a letter")

    def is_safe_attribute(self, obj: object, attr: str, value: object) -> bool:
        if isinstance(obj, str) and callable(value):
            return attr in _WORDS_OF_TEXT
        return bool(super().is_safe_attribute(obj, attr, value))


class Templates:
    """The templates of one folder, read once: what is filled is what the digest is of.

    *own* are texts of an office in place of those of their names.

    Raises:
        TemplateError: a file cannot be read; or, when one is filled, it is missing, malformed, or
            names what the record does not have.
    """

    def __init__(self, folder: Path, own: Mapping[str, str] | None = None) -> None:
        self._sources = {path.name: read_text(path) for path in sorted(folder.glob("*.j2"))}
        self._sources.update(own or {})
        self._digests: dict[str, str] = {}
        self._room = _Room(self._sources)

    def fill(self, name: str, context: Mapping[str, object]) -> tuple[markup.Part, ...]:
        """The parts template *name* says of *context*."""
        try:
            return markup.parts(self._room.get_template(name).render(context))
        except _WRONG as error:
            raise TemplateError(template=name, reason=f"{error}") from error

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self._sources))

    def text(self, name: str) -> str:
        return self._sources[name]

    @property
    def filters(self) -> frozenset[str]:
        """The names of the filters a template may use."""
        return frozenset(self._room.filters)

    def parsed(self, name: str) -> nodes.Template:
        """Raises jinja2.TemplateSyntaxError."""
        return self._room.parse(self._sources[name])

    def digest(self, name: str) -> str:
        """SHA-256 over *name* and every template it uses, in hex."""
        if name not in self._digests:
            used = sorted(self._used(name))
            self._digests[name] = canon.digest(
                [[each, canon.sha256(self._sources[each].encode())] for each in used]
            )
        return self._digests[name]

    def _used(self, name: str) -> set[str]:
        found: set[str] = set()
        waiting = [name]
        while waiting:
            found.add(used := waiting.pop())
            if used not in self._sources:
                raise TemplateError(template=name, reason=used)
            syntax = self._room.parse(self._sources[used])
            named = {other for other in meta.find_referenced_templates(syntax) if other}
            waiting.extend(named - found)
        return found


def read_text(path: Path) -> str:
    """Raises TemplateError."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(template=path.name, reason=f"{error}") from error


FOLDER: Final = paths.resources() / "templates"


@cache
def bundled() -> Templates:
    """The templates that come with the program."""
    return Templates(FOLDER)


@lru_cache(maxsize=4)
def with_own(own: tuple[tuple[str, str], ...]) -> Templates:
    """Those that come with the program, but an office's own (name, text) in their places."""
    return Templates(FOLDER, dict(own)) if own else bundled()


def _shown(value: object) -> str:
    """What a template prints, known again as data; a missing value must not print «None»."""
    if value is None:
        raise ValueError("a value is missing")
    words = str(value)
    return markup.guarded(words if isinstance(value, LongText) else " ".join(words.splitlines()))
