"""Papers: letters in preparation, issued and received, their numbers and their seals."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from app.models.base import Base, Canon, Key, Uid


class LetterDraft(Base):
    """拟稿: what a letter in preparation says, before it has a number.

    ``facts`` are its own particulars, None where the matter's thread tells them; ``edits`` are the
    body paragraphs the officer worded anew. ``letter_uid`` names what it was issued as, else empty.
    ``case_uid`` names the case that a letter without a matter is about, else empty: it is destroyed
    with that case.
    """

    __tablename__ = "letter_draft"
    __table_args__ = (UniqueConstraint("matter_id", "kind"), {"sqlite_strict": True})

    id: Mapped[Key]
    uid: Mapped[Uid]
    matter_id: Mapped[int | None] = mapped_column(ForeignKey("matter.id"), index=True)
    kind: Mapped[str]
    title: Mapped[str]
    facts: Mapped[Canon | None]
    facts_version: Mapped[int]
    edits: Mapped[Canon]
    changed_at: Mapped[datetime]
    changed_by: Mapped[str]
    letter_uid: Mapped[str]
    case_uid: Mapped[str] = mapped_column(default="")


class Letter(Base):
    """An issued text: what was signed, whichever program set it.

    ``way`` is ``program`` (本系统定稿编号) or ``external`` (外部定稿). ``model`` is the canonical
    document model it was painted from; ``check_code`` is over that model, not over the PDF. A
    letter without a matter (会议通知, 纪要, 通报) never leaves in a bundle of its own.
    """

    __tablename__ = "letter"

    id: Mapped[Key]
    uid: Mapped[Uid]
    matter_id: Mapped[int | None] = mapped_column(ForeignKey("matter.id"), index=True)
    author_uid: Mapped[str]
    kind: Mapped[str]
    way: Mapped[str]
    number: Mapped[str] = mapped_column(index=True)
    title: Mapped[str]
    signer: Mapped[str]
    dated_on: Mapped[date]
    issued_at: Mapped[datetime]
    model: Mapped[bytes | None]
    template_hash: Mapped[str]
    fonts_hash: Mapped[str]
    check_code: Mapped[str]
    attachment_sha256: Mapped[str]


class DocumentNumber(Base):
    """A number of an agency's register of 发文: never used twice, never erased.

    ``letter_uid`` is empty where the number was used elsewhere or lost: then ``reason`` is one of
    ``rules.numbering.Reason`` and ``note`` what the office wrote of it; a letter's number that was
    voided has both too. ``serial`` is 0 and ``series`` the whole number where it reads as none.
    """

    __tablename__ = "document_number"
    __table_args__ = (
        UniqueConstraint("series", "year", "serial"),
        {"sqlite_strict": True},
    )

    id: Mapped[Key]
    series: Mapped[str]
    year: Mapped[int]
    serial: Mapped[int]
    text: Mapped[str] = mapped_column(index=True)
    letter_uid: Mapped[str]
    external: Mapped[bool]
    reason: Mapped[str]
    note: Mapped[str]
    drawn_at: Mapped[datetime]


class Sealing(Base):
    """用印登记: a letter was sealed; ``scan_sha256`` is the picture of the sealed paper."""

    __tablename__ = "sealing"

    id: Mapped[Key]
    letter_uid: Mapped[str] = mapped_column(index=True)
    sealed_on: Mapped[date]
    keeper: Mapped[str]
    approver: Mapped[str]
    copies: Mapped[int]
    scan_sha256: Mapped[str | None]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str]


class Incoming(Base):
    """收文登记: a paper or a letter that came, under our own running number of the year.

    ``letter_uid`` names a letter that came in a bundle, empty for paper; ``attachment_sha256`` is
    the scan of a paper. ``answers`` names the letter of ours whose 回执 it is, else empty.
    """

    __tablename__ = "incoming"
    __table_args__ = (UniqueConstraint("year", "serial"), {"sqlite_strict": True})

    id: Mapped[Key]
    uid: Mapped[Uid]
    year: Mapped[int]
    serial: Mapped[int]
    received_at: Mapped[datetime]
    sender: Mapped[str]
    number: Mapped[str]
    title: Mapped[str]
    dated_on: Mapped[date | None]
    copies: Mapped[int]
    handler: Mapped[str]
    remark: Mapped[str]
    letter_uid: Mapped[str] = mapped_column(index=True)
    answers: Mapped[str] = mapped_column(default="")
    matter_uid: Mapped[str]
    attachment_sha256: Mapped[str | None]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str]
