"""What is said about backups and about a register that is not the newest of its line."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from app.kernel import clock
from app.wording import size_text
from app.wording.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.restoring import Tested

_CONTINUITY: Final = MappingProxyType(
    {
        "backup": QT_TRANSLATE_NOOP("wording", "登记册是用 {made_at} 的备份恢复的。"),
        "copy": QT_TRANSLATE_NOOP(
            "wording", "登记册比这台电脑上次使用的旧：停在 {made_at}，上次用到 {newest_at}。"
        ),
        "recovery": QT_TRANSLATE_NOOP("wording", "登记册是凭身份卡重建的。"),
        "told": QT_TRANSLATE_NOOP(
            "wording", "其他单位记得的往来比本登记册多，登记册曾被换成旧的。"
        ),
        "revoked": QT_TRANSLATE_NOOP("wording", "名册已吊销本单位现用的密钥，各单位不再收取。"),
    }
)
"""By ``continuity.Reason``."""

AFTER_RESTORING: Final = QT_TRANSLATE_NOOP(
    "wording",
    "此后登记的内容，凡送出过的，可以从各单位收回：先开启新一代密钥，再与每个单位各交换一次。",
)

_AFTER_RECOVERY: Final = QT_TRANSLATE_NOOP(
    "wording",
    "送出过的内容可以从各单位收回：先与每个单位互交身份卡、当面核对指纹，"
    "再开启新一代密钥，然后各交换一次。",
)

_AFTER_REVOCATION: Final = QT_TRANSLATE_NOOP(
    "wording",
    "请先开启新一代密钥，再把新身份卡交给牵头单位和各单位、当面核对指纹；旧密钥不能为新卡担保。",
)

_TRIAL: Final = MappingProxyType(
    {
        "made_at": QT_TRANSLATE_NOOP("wording", "制作时间"),
        "agency": QT_TRANSLATE_NOOP("wording", "单位"),
        "cases": QT_TRANSLATE_NOOP("wording", "案件"),
        "matters": QT_TRANSLATE_NOOP("wording", "事项"),
        "letters": QT_TRANSLATE_NOOP("wording", "文书"),
        "lines": QT_TRANSLATE_NOOP("wording", "审计日志（行）"),
        "attachments": QT_TRANSLATE_NOOP("wording", "逐个读完的附件"),
        "size": QT_TRANSLATE_NOOP("wording", "附件合计"),
        "faults": QT_TRANSLATE_NOOP("wording", "数据库有错"),
        "line": QT_TRANSLATE_NOOP("wording", "审计日志断在第几行"),
        "changed": QT_TRANSLATE_NOOP("wording", "与校验值不符的附件"),
        "missing": QT_TRANSLATE_NOOP("wording", "不见了的附件"),
    }
)

_AFTER: Final = MappingProxyType({"recovery": _AFTER_RECOVERY, "revoked": _AFTER_REVOCATION})
"""What comes first; after restoring for the other reasons."""

_WELL: Final = QT_TRANSLATE_NOOP("wording", "试恢复成功：这份备份可以用。")
_NOT_WELL: Final = QT_TRANSLATE_NOOP(
    "wording", "试恢复发现问题：请检查登记册和存放备份的介质，换一个地方重新备份。"
)


def continuity(
    reason: str,
    made_at: datetime,
    newest_at: datetime | None,
    translate: Callable[[str], str] = str,
) -> str:
    """Why a register is not the newest of its line, and what comes first."""
    text = translate(_CONTINUITY[reason])
    happened = text.format(made_at=_moment(made_at), newest_at=_moment(newest_at))
    return happened + translate(_AFTER.get(reason, AFTER_RESTORING))


def trial_rows(tested: Tested, translate: Callable[[str], str] = str) -> dict[str, str]:
    """What a trial found, label and text; what is empty is left out."""
    found = _found(tested)
    return {translate(name): found[key] for key, name in _TRIAL.items() if found[key]}


def trial_verdict(well: bool, translate: Callable[[str], str] = str) -> str:
    return translate(_WELL if well else _NOT_WELL)


def trial(tested: Tested) -> str:
    """A trial's outcome for a terminal."""
    rows = (f"{name}：{text}" for name, text in trial_rows(tested).items())
    return "\n".join([trial_verdict(tested.well), *rows])


def _found(tested: Tested) -> dict[str, str]:
    census = tested.census
    counts = ("cases", "matters", "letters", "lines")
    return {
        "made_at": _moment(tested.heading.made_at),
        "agency": census.agency,
        **{name: str(getattr(census, name)) for name in counts},
        "attachments": str(tested.attachments),
        "size": size_text(tested.size),
        "faults": "；".join(tested.faults[:3]),
        "line": str(tested.broken_line or ""),
        "changed": "、".join(tested.changed),
        "missing": "、".join(tested.missing),
    }


def _moment(moment: datetime | None) -> str:
    return f"{clock.local(moment):%Y-%m-%d %H:%M}" if moment is not None else "？"
