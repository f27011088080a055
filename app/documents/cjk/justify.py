"""Where each token of a line stands: both edges flush, white shared out evenly."""

from __future__ import annotations

from typing import Final, NamedTuple

from app.documents.cjk.breaker import Line, ink_width, trimmed
from app.documents.cjk.classes import OPENING
from app.documents.cjk.tokens import Token

WIDEST: Final = 0.2
"""Em put between two tokens at most; a line that needs more stays ragged."""


class Placed(NamedTuple):
    """*x* in em from the left of the text; an opening sign that gave way stands left of it."""

    token: Token
    x: float


def place(line: Line) -> tuple[Placed, ...]:
    """The tokens of *line* without the spaces at its ends, each with its position."""
    tokens = trimmed(line.tokens)
    slack = line.width - ink_width(tokens)
    if slack < 0:
        return _squeezed(tokens, line.indent, -slack)
    gaps = len(tokens) - 1
    wanted = slack / gaps if line.closed and gaps else 0.0
    return _spread(tokens, line.indent, wanted if wanted <= WIDEST else 0.0)


def _spread(tokens: tuple[Token, ...], x: float, gap: float) -> tuple[Placed, ...]:
    placed = []
    for token in tokens:
        placed.append(Placed(token, x))
        x += token.width + gap
    return tuple(placed)


def _squeezed(tokens: tuple[Token, ...], x: float, over: float) -> tuple[Placed, ...]:
    """The white of the punctuation gives way in proportion; without any the line stays wide."""
    total = sum(token.gives for token in tokens)
    share = min(1.0, over / total) if total else 0.0
    placed = []
    for token in tokens:
        given = token.gives * share
        placed.append(Placed(token, x - given if token.text in OPENING else x))
        x += token.width - given
    return tuple(placed)
