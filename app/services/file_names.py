"""What files are called: a bundle lists hashes, the names stand in the statements about them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from app.kernel import canon
from app.models import Attachment, Entry
from app.services import entries, outbox
from app.sync.entry import Entry as SyncEntry
from app.sync.envelope import Item


def of(
    session: Session, hashes: Collection[str], said: Iterable[SyncEntry] = ()
) -> Mapping[str, str]:
    """The names of the files *hashes*, as *said* calls them or else this register does.

    One that no statement at hand names, and one that was destroyed, is left out.
    """
    wanted = set(hashes)
    rows = session.scalars(
        select(Attachment).where(Attachment.sha256.in_(_any_of(wanted)), Attachment.name != "")
    )
    known = dict(_told(_said_before(session, wanted)))
    known |= {row.sha256: row.name for row in rows}
    known |= dict(_told(said))
    return {sha256: name for sha256, name in known.items() if sha256 in wanted}


def labelled(
    session: Session, items: Sequence[Item], said: Iterable[SyncEntry]
) -> tuple[Item, ...]:
    """*items* of a bundle with the names of their files; a piece has that of its whole."""
    names = of(session, [_whole(item) for item in items], said)
    return tuple(replace(item, name=names.get(_whole(item), "")) for item in items)


def _whole(item: Item) -> str:
    return item.sha256 if item.piece is None else item.piece.of


def _said_before(session: Session, hashes: Collection[str]) -> Iterator[SyncEntry]:
    """What was said of files here too whose bytes have not come yet."""
    uids = {entries.attachment_uid(sha256) for sha256 in hashes}
    rows = session.scalars(
        select(Entry).where(
            Entry.record_uid.in_(_any_of(uids)),
            Entry.type == entries.ATTACHMENT,
            Entry.body.is_not(None),
        )
    )
    yield from map(outbox.restored, rows)


def _any_of(words: Collection[str]) -> Select[Any]:
    """As one parameter: a bundle may list more files than a statement has parameters."""
    listed = func.json_each(canon.dumps(sorted(words)).decode()).table_valued("value")
    return select(listed.c.value)


def _told(said: Iterable[SyncEntry]) -> Iterator[tuple[str, str]]:
    for entry in said:
        if entry.head.type != entries.ATTACHMENT or entry.body is None:
            continue
        body = entries.spoken(entry)
        if isinstance(body, dict) and body.get("sha256") and body.get("name"):
            yield str(body["sha256"]), str(body["name"])
