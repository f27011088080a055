"""Entries: immutable statements by one author, numbered and chained per pair of agencies.

An entry is a *head*, which is hashed and chained, and a *body*, of which the head holds only a
hash. A body can therefore be destroyed by law later, and the chain and every signature still
verify. The hash covers a random ``blind``, so that a destroyed body cannot be found by guessing.
"""

from __future__ import annotations

import re
import secrets
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from app.kernel import canon, clock
from app.kernel.errors import BundleFormError, NotCanonicalError
from app.sync import form

_TYPE: Final = re.compile(r"[a-z][a-z0-9-]{0,39}/[1-9][0-9]{0,3}")
_BLIND: Final = re.compile(r"[0-9a-f]{32}")
_PARTS: Final = ("blind", "body", "head")
_HEAD: Final = b',"head":%b}'


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """What an author states; the stream gives it its number."""

    type: str
    author: str
    owner: str
    record: str
    version: int
    at: datetime
    body: canon.Plain


@dataclass(frozen=True, slots=True)
class Head:
    """The chained part of an entry.

    ``author`` and ``owner`` are agency uids, ``record`` the uid of what is spoken of, ``body`` the
    SHA-256 of canonical ``{"blind", "body"}``, ``prev`` the hash of the head before (None for 1).
    """

    type: str
    author: str
    owner: str
    record: str
    version: int
    at: datetime
    seq: int
    prev: str | None
    body: str


@dataclass(frozen=True, slots=True)
class Entry:
    """A head with its exact bytes; ``blind`` and ``body`` (canonical JSON) are None if destroyed.

    ``hash`` is the SHA-256 of ``head_bytes``, in hex.
    """

    head: Head
    head_bytes: bytes
    hash: str
    blind: str | None
    body: bytes | None

    @property
    def seq(self) -> int:
        return self.head.seq

    @property
    def content(self) -> str | None:
        """The SHA-256 of the canonical body alone; None if it was destroyed."""
        return None if self.body is None else canon.sha256(self.body)

    @property
    def plain(self) -> canon.Plain:
        """The body's value; only for an entry whose body was not destroyed."""
        if self.body is None:
            raise ValueError("the body was destroyed")
        return canon.loads(self.body)


def make(draft: EntryDraft, seq: int, prev: str | None) -> Entry:
    """*draft* as number *seq* after the head whose hash is *prev* (None for the first).

    Raises:
        NotCanonicalError: the body holds what canonical JSON cannot carry.
    """
    blind = secrets.token_hex(16)
    body = canon.dumps(draft.body)
    head = {
        "at": clock.to_text(draft.at),
        "author": draft.author,
        "body": canon.sha256(_blinded(blind, body)),
        "owner": draft.owner,
        "record": draft.record,
        "seq": seq,
        "type": draft.type,
        "version": draft.version,
    }
    if prev is not None:
        head["prev"] = prev
    return restore(canon.dumps(head), blind, body)


def restore(head: bytes, blind: str | None, body: bytes | None) -> Entry:
    """The entry that these stored bytes are.

    Raises:
        BundleFormError: a head of another form, or a body that is not the head's.
    """
    return _restored(form.parse(head, "head"), head, blind, body)


def _restored(fields: form.Fields, head: bytes, blind: str | None, body: bytes | None) -> Entry:
    """``restore``, of a head whose *fields* were read already."""
    read = _head(fields)
    if (blind is None) != (body is None):
        raise BundleFormError(reason=f"entry {read.seq}: half a body")
    if blind is not None and body is not None:
        _check_body(read, blind, body)
    return Entry(read, head, canon.sha256(head), blind, body)


def line(entry: Entry) -> bytes:
    """*entry* as one line of ``records.jsonl``, with its line feed."""
    if entry.blind is None or entry.body is None:
        return b'{"head":' + entry.head_bytes + b"}\n"
    blind = entry.blind.encode()
    return b'{"blind":"%b","body":%b,"head":%b}\n' % (blind, entry.body, entry.head_bytes)


def parse(data: bytes) -> Entry:
    """The entry of one line without its line feed.

    Raises:
        BundleFormError: it is not one, or its body is not the head's.
    """
    form.refuse_crowded(data, "records")
    try:
        plain = canon.loads(data)
        if not isinstance(plain, dict) or "head" not in plain:
            raise BundleFormError(reason="records: a line without a head")
        head = canon.dumps(plain["head"])
        body = _body(data, plain, head) if "body" in plain else None
    except NotCanonicalError as error:
        raise BundleFormError(reason=f"records: {error}") from error
    fields = form.Fields(plain, "record")
    blind = fields.matching("blind", _BLIND) if "blind" in fields else None
    return _restored(fields.inner("head"), head, blind, body)


def _body(data: bytes, plain: canon.Plain, head: bytes) -> bytes:
    """The canonical bytes of the body: those of the line itself where it has its usual form."""
    before, behind = b'{"blind":"%b","body":' % str(plain.get("blind")).encode(), _HEAD % head
    if len(plain) == len(_PARTS) and data.startswith(before) and data.endswith(behind):
        return data[len(before) : -len(behind)]
    return canon.dumps(plain["body"])


def _head(fields: form.Fields) -> Head:
    seq = fields.number("seq", least=1)
    return Head(
        type=fields.matching("type", _TYPE),
        author=fields.uid("author"),
        owner=fields.uid("owner"),
        record=fields.uid("record"),
        version=fields.number("version", least=1),
        at=fields.moment("at"),
        seq=seq,
        prev=fields.hash_unless(seq == 1, "prev"),
        body=fields.hash("body"),
    )


def _check_body(head: Head, blind: str, body: bytes) -> None:
    if canon.sha256(_blinded(blind, body)) != head.body:
        raise BundleFormError(reason=f"entry {head.seq}: the body is not the one of its head")


def _blinded(blind: str, body: bytes) -> bytes:
    """Canonical ``{"blind", "body"}``; *body* is canonical already."""
    return b'{"blind":"%b","body":%b}' % (blind.encode(), body)
