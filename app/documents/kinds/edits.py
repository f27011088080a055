"""Body paragraphs the officer worded anew, laid over what the template says.

An edit names the paragraph by its own text. When the record changes that text, the edit no longer
fits and is told apart (``stale``) instead of hiding what the record says now.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Final

from app.documents.model import Block, OfficialDocument, Paragraph, text


@dataclass(frozen=True, slots=True)
class Edit:
    """*was* is what the template said; *words* stand in its place.

    A line feed in *words* parts paragraphs; empty *words* leave the paragraph out. What follows a
    heading in the same paragraph (``Paragraph.runs_on``) is edited, the heading is not.
    """

    was: str
    words: str


_PARTY: Final = re.compile(
    r"，(?:统一社会信用代码|居民身份证号码|住所|住址|法定代表人（主要负责人）)："
)
"""How a paragraph about a party reads: a field of the record each."""


def editable(document: OfficialDocument) -> tuple[str, ...]:
    """The paragraphs of the body that may be worded anew, in their order.

    No heading, no table, and nothing about a party: those are fields and change in the form.
    """
    return tuple(said for block in document.body if (said := _said(block)))


def edited(
    document: OfficialDocument, edits: Sequence[Edit]
) -> tuple[OfficialDocument, tuple[Edit, ...]]:
    """*document* with *edits* in it, and those that fit no paragraph.

    Where the same paragraph stands twice, the first edit of it is of the first.
    """
    waiting = list(edits)
    body = tuple(block for old in document.body for block in _replaced(old, waiting))
    return replace(document, body=body), tuple(waiting)


def between(document: OfficialDocument, paragraphs: Sequence[str]) -> tuple[Edit, ...]:
    """The edits that turn each editable paragraph of *document* into the one at its place."""
    pairs = tuple(zip(editable(document), paragraphs, strict=True))
    # Of equal paragraphs all are kept once one is changed, so that each edit finds its own.
    changed = {was for was, words in pairs if was != words.strip()}
    return tuple(Edit(was, words.strip()) for was, words in pairs if was in changed)


def changed(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Those of *edits* that say something else; the others only keep equal paragraphs in order."""
    return tuple(edit for edit in edits if edit.was != edit.words)


class Kind(StrEnum):
    KEPT = "kept"
    LOST = "lost"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of a paragraph worded anew, and what became of them."""

    kind: Kind
    words: str


def stretches(edit: Edit) -> tuple[Stretch, ...]:
    """What *edit* keeps, takes away and brings in, in the order a reader follows."""
    found = SequenceMatcher(None, edit.was, edit.words, autojunk=False).get_opcodes()
    return tuple(
        Stretch(kind, words)
        for tag, a, b, c, d in found
        for kind, words in (
            ((Kind.KEPT, edit.was[a:b]),)
            if tag == "equal"
            else ((Kind.LOST, edit.was[a:b]), (Kind.NEW, edit.words[c:d]))
        )
        if words
    )


def _said(block: Block) -> str:
    if block.paragraph is None:
        return ""
    words = block.paragraph.runs_on if block.paragraph.level else block.paragraph.text
    return "" if _PARTY.search(words) else words


def _replaced(block: Block, waiting: list[Edit]) -> Iterator[Block]:
    said = _said(block)
    edit = next((each for each in waiting if said and each.was == said), None)
    if edit is None or block.paragraph is None:
        yield block
        return
    waiting.remove(edit)
    words = [line.strip() for line in edit.words.splitlines() if line.strip()]
    if block.paragraph.level:
        yield Block(paragraph=_headed(block.paragraph, words[:1]))
        words = words[1:]
    yield from map(text, words)


def _headed(heading: Paragraph, first: Sequence[str]) -> Paragraph:
    return replace(heading, runs_on="".join(first))
