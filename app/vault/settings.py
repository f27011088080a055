"""Named plain values kept in the register."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.canon import Plain
from app.models import Setting


def read(session: Session, name: str, default: Plain) -> Plain:
    row = session.scalar(select(Setting).where(Setting.name == name))
    return default if row is None else row.value


def write(session: Session, name: str, value: Plain) -> None:
    row = session.scalar(select(Setting).where(Setting.name == name))
    if row is None:
        session.add(Setting(name=name, value=value))
    else:
        row.value = value
