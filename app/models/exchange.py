"""What travelled: streams per pair, entries with their original bytes, bundles in and out."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Canon, Key, Uid


class Stream(Base):
    """Both directions of one pair.

    ``out_*`` counts what this incarnation of ours wrote to the peer and what the peer said it took
    in; ``in_*`` what we took in from the peer's incarnation, which is ``quarantined`` once it said
    two things under one number. ``ack_due`` is set when we owe an acknowledgement; ``wants`` are
    the files (SHA-256) the peer said it lacks, when ``wants_after`` was the key of our last bundle;
    ``wants_mark`` is how new that bundle of its was (incarnation, last number, acknowledgement).
    """

    __tablename__ = "stream"

    id: Mapped[Key]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), unique=True)
    out_seq: Mapped[int]
    out_head: Mapped[str]
    acked_seq: Mapped[int]
    acked_at: Mapped[datetime | None]
    in_incarnation: Mapped[int]
    in_seq: Mapped[int]
    in_head: Mapped[str]
    quarantined: Mapped[bool]
    ack_due: Mapped[bool]
    wants: Mapped[Canon]
    wants_after: Mapped[int]
    wants_mark: Mapped[Canon]


class Entry(Base):
    """An immutable signed statement; ``head`` is hashed and chained, ``body`` may be destroyed.

    The hash of the body covers ``blind``, so that a destroyed body cannot be guessed from it;
    ``content`` is the hash of the body alone and goes with it. ``state`` is a ``sync.node.State``,
    ``reason`` says why an entry was refused.
    """

    __tablename__ = "entry"
    __table_args__ = (
        UniqueConstraint("stream_id", "outgoing", "incarnation", "seq"),
        # All three: else SQLite prefers to walk a whole stream by one of the others.
        Index("ix_entry_record", "record_uid", "stream_id", "state"),
        Index("ix_entry_waiting", "state", "stream_id"),
        {"sqlite_strict": True},
    )

    id: Mapped[Key]
    stream_id: Mapped[int] = mapped_column(ForeignKey("stream.id"))
    outgoing: Mapped[bool]
    incarnation: Mapped[int]
    seq: Mapped[int]
    type: Mapped[str]
    record_uid: Mapped[str]
    version: Mapped[int]
    head: Mapped[bytes]
    head_hash: Mapped[str]
    blind: Mapped[str | None]
    body: Mapped[bytes | None]
    content: Mapped[str | None]
    state: Mapped[str]
    reason: Mapped[str]
    bundle_id: Mapped[int | None] = mapped_column(ForeignKey("bundle_seen.id"))


class BundleSeen(Base):
    """A bundle taken in, with the signed bytes that prove who said what, kept for ever."""

    __tablename__ = "bundle_seen"

    id: Mapped[Key]
    uid: Mapped[Uid]
    sender_uid: Mapped[str] = mapped_column(index=True)
    incarnation: Mapped[int]
    first_seq: Mapped[int]
    last_seq: Mapped[int]
    envelope_hash: Mapped[str] = mapped_column(unique=True)
    envelope: Mapped[bytes]
    envelope_signature: Mapped[bytes]
    content: Mapped[bytes]
    content_signature: Mapped[bytes]
    file_name: Mapped[str]
    taken_at: Mapped[datetime]


class Outgoing(Base):
    """A bundle we wrote or promised to write; ``state``: promised, written, failed.

    ``items`` are the files and pieces it carries, as ``[sha256 of the whole, offset, size]``. The
    signed texts are kept once it is written: they prove to a stranger what was said.
    """

    __tablename__ = "outgoing"

    id: Mapped[Key]
    uid: Mapped[Uid]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    incarnation: Mapped[int]
    first_seq: Mapped[int]
    last_seq: Mapped[int]
    items: Mapped[Canon]
    folder: Mapped[str]
    file_name: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    state: Mapped[str]
    created_at: Mapped[datetime]
    written_at: Mapped[datetime | None]
    envelope: Mapped[bytes | None]
    envelope_signature: Mapped[bytes | None]
    content: Mapped[bytes | None]
    content_signature: Mapped[bytes | None]


class Fork(Base):
    """Proof that one incarnation of an agency said two things under one number.

    ``held`` and ``found`` are hashes of heads; the signed bytes are those of the second statement,
    the first is in the bundle that brought it. Settled by the agency's next incarnation.
    """

    __tablename__ = "fork"
    __table_args__ = (
        UniqueConstraint("agency_id", "incarnation", "seq", "found"),
        {"sqlite_strict": True},
    )

    id: Mapped[Key]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    incarnation: Mapped[int]
    seq: Mapped[int]
    held: Mapped[str]
    found: Mapped[str]
    file_name: Mapped[str]
    envelope: Mapped[bytes]
    envelope_signature: Mapped[bytes]
    content: Mapped[bytes]
    content_signature: Mapped[bytes]
    noticed_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]


class Conflict(Base):
    """One version of a record with two contents; both are kept until a person has compared them.

    ``entry_id`` is the statement that was not adopted, ``version`` the one it claims.
    """

    __tablename__ = "conflict"

    id: Mapped[Key]
    record_uid: Mapped[str] = mapped_column(index=True)
    type: Mapped[str]
    version: Mapped[int]
    entry_id: Mapped[int] = mapped_column(ForeignKey("entry.id"))
    noticed_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    settled_how: Mapped[str]


class Witness(Base):
    """What ``told_by`` said of ``about``: its incarnation, key and journal position.

    An agency's word about itself has both uids the same.
    """

    __tablename__ = "witness"
    __table_args__ = (UniqueConstraint("about_uid", "told_by_uid"), {"sqlite_strict": True})

    id: Mapped[Key]
    about_uid: Mapped[str]
    told_by_uid: Mapped[str]
    incarnation: Mapped[int]
    key: Mapped[str]
    lines: Mapped[int]
    head: Mapped[str]
    told_at: Mapped[datetime]
    disagrees: Mapped[bool]


class Piece(Base):
    """A part of a file that came over several bundles of one agency; joined and removed once all
    are there. Nobody's pieces are joined with another's."""

    __tablename__ = "piece"
    __table_args__ = (
        UniqueConstraint("agency_id", "whole", "offset", "size", "sha256"),
        {"sqlite_strict": True},
    )

    id: Mapped[Key]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    whole: Mapped[str]
    offset: Mapped[int]
    size: Mapped[int]
    total: Mapped[int]
    sha256: Mapped[str]


class Delivered(Base):
    """A file whose bytes an agency has brought: it had them, so they may go back to it."""

    __tablename__ = "delivered"
    __table_args__ = (UniqueConstraint("agency_id", "sha256"), {"sqlite_strict": True})

    id: Mapped[Key]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"))
    sha256: Mapped[str]
