"""Whether an own template can be filled: its syntax, its parts, and every name it asks for.

Names are looked up in the types of the facts, so that a branch no sample takes is checked too.
"""

from __future__ import annotations

import dataclasses
import typing
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Final, cast

from jinja2 import TemplateSyntaxError, meta, nodes

from app.documents.kinds.facts import Facts, Issue
from app.documents.kinds.letters import LETTERS, LetterKind, write
from app.documents.kinds.templates import Templates
from app.kernel.errors import LetterFieldsError, TemplateError

_ISSUE: Final = "issue"


@dataclass(frozen=True, slots=True)
class TemplateFault:
    """*line* counts from 1, 0: the whole template. *unknown* is the name nobody knows, else empty;
    *reason* is what the engine says where there is no such name."""

    line: int
    unknown: str = ""
    reason: str = ""


def faults(
    kind: LetterKind, room: Templates, sample: Facts, issue: Issue
) -> tuple[TemplateFault, ...]:
    """What keeps the template of *kind* in *room* from being filled; *sample* is filled in last."""
    name = LETTERS[kind].template
    try:
        syntax = room.parsed(name)
    except TemplateSyntaxError as error:
        return (TemplateFault(error.lineno, reason=error.message or ""),)
    tell = LETTERS[kind].context
    told: Mapping[str, object] = tell(sample) if tell else {}
    roots: dict[str, object] = {_ISSUE: Issue, "facts": LETTERS[kind].facts}
    roots |= {key: type(value) for key, value in told.items()}
    # Filters first: the engine itself stops at one it does not have.
    for seek in (_unknown_filters(syntax, room), _unknown(syntax, roots)):
        if found := tuple(dict.fromkeys(seek)):
            return found
    try:
        write(kind, sample, issue, room)
    except TemplateError as error:
        return (TemplateFault(0, reason=str(error.facts["reason"])),)
    except LetterFieldsError as error:
        lacking = cast("tuple[str, ...]", error.facts["fields"])
        return tuple(TemplateFault(0, unknown=field) for field in lacking)
    return ()


def _unknown(syntax: nodes.Template, roots: Mapping[str, object]) -> Iterator[TemplateFault]:
    lines = {node.name: node.lineno for node in syntax.find_all(nodes.Name)}
    for name in sorted(meta.find_undeclared_variables(syntax) - roots.keys()):
        yield TemplateFault(lines.get(name, 0), unknown=name)
    for node in syntax.find_all(nodes.Getattr):
        path = _path(node)
        if path and path[0] in roots and not _known(roots[path[0]], path[1:]):
            yield TemplateFault(node.lineno, unknown=".".join(path))


def _unknown_filters(syntax: nodes.Template, room: Templates) -> Iterator[TemplateFault]:
    for used in syntax.find_all(nodes.Filter):
        if used.name not in room.filters:
            yield TemplateFault(used.lineno, unknown=f"|{used.name}")


def _path(node: nodes.Node) -> tuple[str, ...]:
    """``a.b.c`` as its names; nothing for what is computed."""
    if isinstance(node, nodes.Name):
        return (node.name,)
    if isinstance(node, nodes.Getattr) and (before := _path(node.node)):
        return (*before, node.attr)
    return ()


def _known(root: object, names: tuple[str, ...]) -> bool:
    """Whether *names* lead from the type *root* through fields and properties of dataclasses."""
    if not names:
        return True
    kinds = [each for each in _alternatives(root) if each is not NoneType]
    return any(_leads(kind, names) for kind in kinds)


def _leads(kind: object, names: tuple[str, ...]) -> bool:
    first, *rest = names
    if not isinstance(kind, type) or not dataclasses.is_dataclass(kind):
        return not isinstance(kind, type) or hasattr(kind, first)
    hints = typing.get_type_hints(kind)
    return _known(hints[first], tuple(rest)) if first in hints else hasattr(kind, first)


def _alternatives(kind: object) -> tuple[object, ...]:
    if isinstance(kind, UnionType) or typing.get_origin(kind) is typing.Union:
        return typing.get_args(kind)
    return (kind,)
