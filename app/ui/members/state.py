"""What a member's key is worth, in a word and its colour."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.services.members import MemberRow
from app.ui.theme import Tone


def _state(row: MemberRow) -> tuple[str, Tone]:
    if row.is_self:
        return QCoreApplication.translate("members", "本单位"), Tone.INFO
    if not row.runs_program:
        return QCoreApplication.translate("members", "纸质往来"), Tone.NEUTRAL
    if not row.fingerprint:
        return QCoreApplication.translate("members", "没有身份卡"), Tone.WARN
    if row.key_changed:
        return QCoreApplication.translate("members", "密钥已换，待核对"), Tone.BAD
    if row.verified_at is None:
        return QCoreApplication.translate("members", "指纹未核对"), Tone.WARN
    return QCoreApplication.translate("members", "指纹已核对"), Tone.GOOD


def state_of(row: MemberRow) -> str:
    return _state(row)[0]


def state_tone(row: MemberRow) -> Tone:
    return _state(row)[1]
