"""Files that come: whose bytes they are, and those that come in pieces over several bundles."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import AttachmentChangedError
from app.models import Agency, Attachment, Delivered, Piece
from app.services import waiting
from app.services.arrivals import Taking
from app.services.book import SqlBook
from app.sync.envelope import Item
from app.vault import journal
from app.vault.register import Register

_Group = tuple[int, str, int]
"""An agency's key, the hash of a whole file, and its size."""


def keep(session: Session, agency: Agency, items: tuple[Item, ...]) -> None:
    """Note the files and pieces that *agency* brought."""
    for item in items:
        if item.piece is None:
            note_delivered(session, agency.id, item.sha256)
            continue
        row = Piece(
            agency_id=agency.id,
            whole=item.piece.of,
            offset=item.piece.offset,
            size=item.size,
            total=item.piece.total,
            sha256=item.sha256,
        )
        held = select(Piece.id).where(
            Piece.agency_id == row.agency_id,
            Piece.whole == row.whole,
            Piece.offset == row.offset,
            Piece.size == row.size,
            Piece.sha256 == row.sha256,
        )
        if session.scalar(held) is None:
            session.add(row)


def note_delivered(session: Session, agency_id: int, sha256: str) -> None:
    held = select(Delivered.id).where(Delivered.agency_id == agency_id, Delivered.sha256 == sha256)
    if session.scalar(held) is None:
        session.add(Delivered(agency_id=agency_id, sha256=sha256))
        session.flush()


def join(register: Register) -> None:
    """Make whole files of the pieces that are all there, and read again what waited for them.

    Cut off at any moment, the next call makes it good. Pieces that do not make up the file they
    name are dropped with a line in the journal: they spoil nothing but their sender's own file.
    """
    groups: dict[_Group, list[tuple[int, int, str]]] = {}
    with register.read() as session:
        for row in session.scalars(select(Piece)):
            piece = (row.offset, row.size, row.sha256)
            groups.setdefault((row.agency_id, row.whole, row.total), []).append(piece)
        # Every file that is here, of which there may be many: only if there is a piece at all.
        known = set(session.scalars(select(Attachment.sha256))) if groups else set[str]()
    for group, pieces in groups.items():
        others = {each for other, held in groups.items() if other != group for *_, each in held}
        _, whole, total = group
        try:
            whole_now = register.attachments.join(pieces, whole, total, keep=known | others)
        except AttachmentChangedError:
            _drop(register, group, known | others)
            continue
        if whole_now:
            _settle_whole(register, group)


def _settle_whole(register: Register, group: _Group) -> None:
    agency_id, whole, total = group
    with register.write() as session:
        _remove(session, group)
        note_delivered(session, agency_id, whole)
        taking = Taking.of(register, session, {whole: total})
        waiting.read_again(taking, SqlBook(register, session, taking))


def _drop(register: Register, group: _Group, kept: set[str]) -> None:
    agency_id, whole, _ = group
    with register.write() as session:
        gone = _remove(session, group)
        journal.append(
            session,
            register.clock,
            register.user_name,
            "pieces.dropped",
            session.get_one(Agency, agency_id).uid,
            whole=whole,
        )
    for sha256 in set(gone) - kept:
        register.attachments.delete(sha256)


def _remove(session: Session, group: _Group) -> list[str]:
    """Forget the pieces of *group*; their hashes."""
    agency_id, whole, total = group
    rows = session.scalars(
        select(Piece).where(
            Piece.agency_id == agency_id, Piece.whole == whole, Piece.total == total
        )
    ).all()
    for row in rows:
        session.delete(row)
    return [row.sha256 for row in rows]
