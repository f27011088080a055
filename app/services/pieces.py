"""Files that came in pieces, in bundles of a series in any order."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Attachment, Piece
from app.services import waiting
from app.services.arrivals import Taking
from app.services.book import SqlBook
from app.sync.envelope import Item
from app.vault.register import Register


def keep(session: Session, items: tuple[Item, ...]) -> None:
    for item in items:
        if item.piece is None:
            continue
        held = select(Piece.id).where(
            Piece.whole == item.piece.of,
            Piece.offset == item.piece.offset,
            Piece.size == item.size,
        )
        if session.scalar(held) is None:
            session.add(
                Piece(
                    whole=item.piece.of,
                    offset=item.piece.offset,
                    size=item.size,
                    total=item.piece.total,
                    sha256=item.sha256,
                )
            )


def join(register: Register) -> None:
    """Make whole files of the pieces that are all there, and read again what waited for them.

    Cut off at any moment, the next call makes it good.
    """
    wholes: dict[tuple[str, int], list[tuple[int, int, str]]] = {}
    with register.read() as session:
        known = set(session.scalars(select(Attachment.sha256)))
        for row in session.scalars(select(Piece)):
            piece = (row.offset, row.size, row.sha256)
            wholes.setdefault((row.whole, row.total), []).append(piece)
    for (whole, total), pieces in wholes.items():
        if register.attachments.join(pieces, whole, total, keep=known):
            _settle_whole(register, whole, total)


def _settle_whole(register: Register, whole: str, total: int) -> None:
    with register.write() as session:
        for piece in session.scalars(select(Piece).where(Piece.whole == whole)):
            session.delete(piece)
        taking = Taking(register, session, {whole: total})
        waiting.read_again(taking, SqlBook(register, session, taking))
