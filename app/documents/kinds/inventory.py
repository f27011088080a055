"""What a referral's lists hold and count: materials, exhibits by kind, enclosures of the letter."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Final

from app.kernel.terms import EvidenceKind, MaterialKind
from app.rules.particulars import EvidenceFacts, Having, Material, Referral

_MANY: Final = 5
"""Materials that are named one by one; more are named together, the list has each."""


@dataclass(frozen=True, slots=True)
class MaterialList:
    """The lines of a 移送材料清单. *count*, *copies*, *pages* are of what is there.

    *pages* counts each copy; a material without paper has none. *awaited* follows later.
    """

    lines: tuple[Material, ...]
    count: int
    copies: int
    pages: int
    hashed: bool
    awaited: tuple[Material, ...]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """*line* is its place in the 移送材料清单, 0 when it stands in none."""

    name: str
    line: int


@dataclass(frozen=True, slots=True)
class ExhibitGroup:
    kind: EvidenceKind
    exhibits: tuple[Exhibit, ...]


@dataclass(frozen=True, slots=True)
class Enclosures:
    """Titles named one by one, and how many further materials are named together."""

    named: tuple[str, ...]
    together: int


def material_list(materials: tuple[Material, ...]) -> MaterialList:
    there = [line for line in materials if line.having is Having.PRESENT]
    return MaterialList(
        lines=materials,
        count=len(there),
        copies=sum(line.copies for line in there),
        pages=sum(line.copies * line.pages for line in there),
        hashed=any(line.sha256 for line in there),
        awaited=tuple(line for line in materials if line.having is Having.FOLLOWS),
    )


def exhibits(referral: Referral) -> tuple[ExhibitGroup, ...]:
    """The evidence by kind, in the order of 刑事诉讼法第五十条."""
    order = list(EvidenceKind)
    items = sorted(referral.case.evidence, key=lambda item: order.index(item.kind))
    return tuple(
        ExhibitGroup(kind, tuple(Exhibit(item.name, _line(item, referral)) for item in group))
        for kind, group in groupby(items, key=lambda item: item.kind)
    )


def _line(item: EvidenceFacts, referral: Referral) -> int:
    """Where *item* stands among the materials: the same file, or the same title."""
    for number, line in enumerate(referral.materials, 1):
        same_file = bool(item.sha256) and item.sha256 == line.sha256
        if line.having is Having.PRESENT and (same_file or item.name == line.title):
            return number
    return 0


def enclosures(referral: Referral) -> Enclosures:
    """What the attachment note names beside the lists this letter brings itself."""
    order = list(MaterialKind)
    there = sorted(
        (line for line in referral.materials if _enclosed(line, referral)),
        key=lambda line: order.index(line.kind),
    )
    named = [line.title for line in there if line.kind is not MaterialKind.OTHER]
    rest = [line.title for line in there if line.kind is MaterialKind.OTHER]
    named, rest = named[:_MANY], named[_MANY:] + rest
    return (
        Enclosures((*named, *rest), 0) if len(rest) <= _MANY else Enclosures((*named,), len(rest))
    )


def _enclosed(line: Material, referral: Referral) -> bool:
    """The letter is no attachment of itself, and its 涉案物品清单 is printed with it."""
    if line.having is not Having.PRESENT or line.kind is MaterialKind.REFERRAL_LETTER:
        return False
    return line.kind is not MaterialKind.ARTICLES_LIST or not referral.articles
