"""What a member's key is worth, in a word and its colour."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.kernel.terms import TrustedBy
from app.services.members import FormerKey, MemberRow
from app.ui.theme import Tone


def _state(row: MemberRow) -> tuple[str, Tone]:
    if row.is_self and row.revoked:
        return QCoreApplication.translate("members", "已吊销"), Tone.BAD
    if row.is_self:
        return QCoreApplication.translate("members", "本单位"), Tone.INFO
    if not row.runs_program:
        return QCoreApplication.translate("members", "仅纸质"), Tone.NEUTRAL
    if row.revoked:
        return QCoreApplication.translate("members", "已吊销"), Tone.BAD
    if not row.fingerprint:
        return QCoreApplication.translate("members", "没有身份卡"), Tone.WARN
    if row.key_changed:
        return QCoreApplication.translate("members", "密钥已换，待核对"), Tone.BAD
    if row.verified_at is None:
        return QCoreApplication.translate("members", "未核对"), Tone.WARN
    return _trusted(row.vouched_by), Tone.GOOD


def _trusted(by: TrustedBy | None) -> str:
    match by:
        case TrustedBy.ROSTER:
            return QCoreApplication.translate("members", "名册认可")
        case TrustedBy.FORMER_KEY:
            return QCoreApplication.translate("members", "由旧密钥担保")
        case _:
            return QCoreApplication.translate("members", "已当面核对")


def state_of(row: MemberRow) -> str:
    return _state(row)[0]


def state_tone(row: MemberRow) -> Tone:
    return _state(row)[1]


def former_state(key: FormerKey) -> str:
    if key.revoked_at is None:
        return QCoreApplication.translate("members", "已更换")
    return QCoreApplication.translate("members", "已吊销")
