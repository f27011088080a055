"""What stands wrong in the exchange, in plain words with one next step, and the words of a bundle
that is looked at before it is taken in."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from app.kernel import clock
from app.wording.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.alarms import ConflictFound, Disagreement, ForkAlarm, Gap

_REASONS: Final = MappingProxyType(
    {
        "a record of another agency": QT_TRANSLATE_NOOP(
            "wording", "说的是其他单位登记的记录，对方无权改动"
        ),
        "a record of another agency, or one that is there already": QT_TRANSLATE_NOOP(
            "wording", "说的是其他单位登记的记录，或者与已有的记录重号"
        ),
        "a start that is not the first": QT_TRANSLATE_NOOP("wording", "“开启新一代”不在第 1 号"),
        "not shown to be a statement of ours": QT_TRANSLATE_NOOP(
            "wording", "送还的内容没有附上本单位原来的签名清单"
        ),
        "the manifest does not prove it": QT_TRANSLATE_NOOP(
            "wording", "送还的内容与本单位原来的签名清单不符"
        ),
    }
)
"""By ``Entry.reason`` of an entry without effect."""

_OF_RULES: Final = QT_TRANSLATE_NOOP("wording", "不合事项的办理规则（{code}）")
_OF_FORM: Final = QT_TRANSLATE_NOOP("wording", "内容不合格式（{code}）")
_OTHER: Final = QT_TRANSLATE_NOOP("wording", "内容不合格式")
_CODE: Final = re.compile(r"^(E-[A-Z]{3}-\d\d)\b")

_FORK: Final = QT_TRANSLATE_NOOP(
    "wording",
    "{agency}（第 {incarnation} 代）第 {seq} 号有两种内容，都有其签名。"
    "先导入的那一份继续有效，后来的 {file} 没有导入，只存为证据；其后的内容停收。\n"
    "先导入：{held}\n后来的：{found}",
)
_GAP: Final = QT_TRANSLATE_NOOP(
    "wording",
    "{agency}第 {numbers} 号还没有收到；其后的 {waiting} 项已收存，补齐后自动生效。"
    "不催也会随对方的下一个交换包再来。",
)
_CONFLICT_OURS: Final = QT_TRANSLATE_NOOP(
    "wording",
    "“{title}”：{agency}送还的第 {version} 版与本单位现在的内容不同。"
    "两份都保留，现用本单位的一份。",
)
_CONFLICT_THEIRS: Final = QT_TRANSLATE_NOOP(
    "wording",
    "“{title}”：{agency}给第 {version} 版说了两种内容。两份都保留，先收到的一份继续有效。",
)
_REFUSED: Final = QT_TRANSLATE_NOOP(
    "wording", "{agency}送来的 {count} 项内容没有采用，已留作证据；其余内容照常导入。"
)
_DISAGREEMENT: Final = QT_TRANSLATE_NOOP(
    "wording",
    "{teller}在 {at} 说的{about}（第 {incarnation} 代、审计日志 {lines} 行），"
    "与本单位所知不能同时成立：{about}的登记册可能有两份，或者有一方被人冒用。",
)


def refused_reason(reason: str, translate: Callable[[str], str] = str) -> str:
    """Why an entry has no effect; *reason* as the register keeps it."""
    if known := _REASONS.get(reason):
        return translate(known)
    found = _CODE.match(reason)
    if found is None:
        return translate(_OTHER)
    text = _OF_RULES if found[1].startswith("E-RUL") else _OF_FORM
    return translate(text).format(code=found[1])


def fork(found: ForkAlarm, translate: Callable[[str], str] = str) -> str:
    return translate(_FORK).format(
        agency=found.agency,
        incarnation=found.incarnation,
        seq=found.seq,
        file=found.file_name,
        held=found.held,
        found=found.found,
    )


def gap(found: Gap, translate: Callable[[str], str] = str) -> str:
    last = f"–{found.last}" if found.last > found.first else ""
    return translate(_GAP).format(
        agency=found.agency, numbers=f"{found.first}{last}", waiting=found.waiting
    )


def conflict(found: ConflictFound, translate: Callable[[str], str] = str) -> str:
    text = _CONFLICT_OURS if found.ours else _CONFLICT_THEIRS
    return translate(text).format(
        title=found.title or "—", agency=found.agency, version=found.version
    )


def refused(agency: str, count: int, translate: Callable[[str], str] = str) -> str:
    return translate(_REFUSED).format(agency=agency, count=count)


def disagreement(found: Disagreement, translate: Callable[[str], str] = str) -> str:
    return translate(_DISAGREEMENT).format(
        teller=found.teller,
        about=found.about,
        at=_moment(found.told_at),
        incarnation=found.incarnation,
        lines=found.lines,
    )


def _moment(at: datetime) -> str:
    return f"{clock.local(at):%Y-%m-%d %H:%M}"
