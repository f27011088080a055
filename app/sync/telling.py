"""What the protocol itself tells a peer: where we begin anew, and what is the peer's own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from app.kernel import canon, plain
from app.kernel.terms import new_uid
from app.sync import records
from app.sync.book import Book, Pair
from app.sync.entry import Entry, EntryDraft
from app.sync.records import Tip
from app.sync.statements import ECHO, MANIFEST, START, Echo, Held, Renewal, Start


def opening(book: Book, pair: Pair, at: datetime) -> list[EntryDraft]:
    """How an incarnation begins with a peer that was met after it began."""
    told = tuple(book.told(pair.peer))
    first = start(book, pair, Renewal.MEETING, told, at)
    return [first, *(again(each) for each in records.newest(told) if each.body is not None)]


def start(
    book: Book, pair: Pair, reason: Renewal, told: Iterable[Entry], at: datetime
) -> EntryDraft:
    inbox = pair.inbox
    said = Start(
        reason=reason,
        held=Held(inbox.incarnation, inbox.key, inbox.seq, inbox.head or ""),
        inventory=records.inventory(told),
    )
    return _stated(book, START, plain.to_plain(said), at)


def given_back(book: Book, peer: str, lacking: Iterable[Tip], at: datetime) -> Iterator[EntryDraft]:
    """Each of *lacking* after the manifest that proves it, which is told once."""
    shown: set[str] = set()
    for tip in lacking:
        entry = tip.entry
        manifest = book.manifest_of(peer, entry)
        if manifest is None or entry.blind is None:
            continue
        sha256 = canon.sha256(manifest.content.encode())
        if sha256 not in shown:
            shown.add(sha256)
            yield _stated(book, MANIFEST, plain.to_plain(manifest), at)
        over = tuple(sorted(tip.over))
        said = Echo(entry.head_bytes.decode(), entry.blind, entry.plain, sha256, over)
        yield _stated(book, ECHO, plain.to_plain(said), at)


def again(entry: Entry) -> EntryDraft:
    """*entry* to be stated once more."""
    head = entry.head
    return EntryDraft(
        head.type, head.author, head.owner, head.record, head.version, head.at, entry.plain
    )


def _stated(book: Book, type_: str, body: canon.Plain, at: datetime) -> EntryDraft:
    return EntryDraft(type_, book.own, book.own, new_uid(), 1, at, body)
