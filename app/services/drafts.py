"""Drafts: the raw texts of forms not yet submitted, so that a lock or a crash loses nothing.

A draft belongs to a person, a form and what the form is about (its *subject*, empty for a new
record). It is no act: no journal line, no part of any record until the form is submitted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.models import Draft
from app.vault.register import Register


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """*version* is that of the form when the texts were saved."""

    form: str
    version: int
    subject: str
    texts: Mapping[str, str]
    saved_at: datetime


def save_draft(
    register: Register, form: str, version: int, subject: str, texts: Mapping[str, str]
) -> datetime:
    """Keep *texts* instead of what was kept before; returns the moment."""
    with register.write() as session:
        now = register.clock.now()
        row = _row(register, session, form, subject)
        if row is None:
            row = Draft(user_uid=register.user_uid, form=form, subject=subject)
            session.add(row)
        row.form_version, row.texts, row.saved_at = version, dict(texts), now
        return now


def load_draft(register: Register, form: str, version: int, subject: str) -> SavedDraft | None:
    """The draft kept, or None; texts of another *version* of the form are not given out."""
    with register.read() as session:
        row = _row(register, session, form, subject)
        return _saved(row) if row is not None and row.form_version == version else None


def discard_draft(register: Register, form: str, subject: str) -> None:
    """Forget it: the form was submitted, or the person threw it away."""
    with register.write() as session:
        row = _row(register, session, form, subject)
        if row is not None:
            session.delete(row)


def open_drafts(register: Register) -> tuple[SavedDraft, ...]:
    """Every draft of the person who opened the register, the latest first."""
    with register.read() as session:
        rows = session.scalars(
            select(Draft)
            .where(Draft.user_uid == register.user_uid)
            .order_by(Draft.saved_at.desc(), Draft.id)
        )
        return tuple(map(_saved, rows))


def _row(register: Register, session: Session, form: str, subject: str) -> Draft | None:
    return session.scalar(
        select(Draft).where(
            Draft.user_uid == register.user_uid, Draft.form == form, Draft.subject == subject
        )
    )


def _saved(row: Draft) -> SavedDraft:
    texts = {name: str(text) for name, text in row.texts.items()}
    return SavedDraft(row.form, row.form_version, row.subject, texts, row.saved_at)
