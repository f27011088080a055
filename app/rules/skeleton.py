"""What remains of a matter when its content was destroyed: closed words, days, moments, numbers of
documents, which step speaks of which. The state and the duties fold from it as they did before.
"""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, Final, TypeVar

from app.kernel import plain
from app.kernel.canon import Plain
from app.rules.steps import FieldKind, StepRule

T = TypeVar("T")

_KEPT: Final = frozenset({"uid"})
_DOCUMENT: Final = "number"
_BONES: Final = frozenset(
    {
        FieldKind.DATE,
        FieldKind.MOMENT,
        FieldKind.NUMBER,
        FieldKind.CHOICE,
        FieldKind.STEP,
        FieldKind.LETTER,
    }
)


def of_facts(facts: T) -> T:
    """*facts*, a frozen dataclass, with every text, amount and list empty; uids stay."""
    hints = plain.hints(type(facts))
    bare = {
        field.name: _bare(field.name, hints[field.name], getattr(facts, field.name))
        for field in dataclasses.fields(typing.cast("Any", facts))
    }
    return type(facts)(**bare)


def of_fields(rule: StepRule | None, fields: Mapping[str, Plain]) -> dict[str, Plain]:
    """The *fields* of a step without what people wrote; none where the kind is unknown."""
    kept = {spec.name for spec in rule.fields if spec.kind in _BONES} if rule else set()
    return {name: value for name, value in fields.items() if name in {*kept, _DOCUMENT}}


def _bare(name: str, hint: Any, value: Any) -> Any:  # noqa: ANN401 - any field of any facts
    if types.NoneType in typing.get_args(hint):
        return None
    match value:
        case StrEnum() | bool() | date():
            return value
        case str():
            return value if name in _KEPT else ""
        case int():
            return 0
        case tuple():
            return ()
        case _:
            return of_facts(value)
