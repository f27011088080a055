"""What travelled: streams per pair, entries with their original bytes, bundles in and out."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Key, Uid


class Stream(Base):
    """Both directions of one pair.

    ``out_*`` counts what this incarnation of ours wrote to the peer and what the peer said it took
    in; ``in_*`` what we took in from the peer's incarnation. ``ack_due`` is set when we owe an
    acknowledgement.
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
    ack_due: Mapped[bool]


class Entry(Base):
    """An immutable signed statement; ``head`` is hashed and chained, ``body`` may be destroyed.

    The hash of the body covers ``blind``, so that a destroyed body cannot be guessed from it.
    ``state`` is ``applied`` or ``parked`` (a type this version does not know).
    """

    __tablename__ = "entry"
    __table_args__ = (
        UniqueConstraint("stream_id", "outgoing", "incarnation", "seq"),
        Index("ix_entry_record", "record_uid"),
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
    state: Mapped[str]
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
    """A bundle we wrote or promised to write; ``state``: promised, written, failed."""

    __tablename__ = "outgoing"

    id: Mapped[Key]
    uid: Mapped[Uid]
    agency_id: Mapped[int] = mapped_column(ForeignKey("agency.id"), index=True)
    first_seq: Mapped[int]
    last_seq: Mapped[int]
    folder: Mapped[str]
    file_name: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[str]
    state: Mapped[str]
    created_at: Mapped[datetime]
    written_at: Mapped[datetime | None]
