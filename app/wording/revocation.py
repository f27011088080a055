"""What a revoked incarnation said too late: the mark of a record, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from app.wording.ledgers import entry_title
from app.wording.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from app.services.alarms import CutoffAlarm

BEYOND_TIP: Final = QT_TRANSLATE_NOOP(
    "wording",
    "写下它的密钥已由名册吊销，而且它在截止号之后。内容照常保留；请向该单位电话或者书面核实。"
    "该单位用新密钥重新陈述后，标记自动取消。",
)
_ALARM: Final = QT_TRANSLATE_NOOP(
    "wording",
    "{agency}第 {incarnation} 代密钥已吊销（{reason}），{trusted} {count} 项：{titles}。"
    "请向该单位电话或者书面核实；该单位用新密钥重新陈述后，标记自动取消。",
)
_UP_TO: Final = QT_TRANSLATE_NOOP("wording", "采信至第 {seq} 号；其后收到")
_NOTHING: Final = QT_TRANSLATE_NOOP("wording", "所写内容都不采信；已收到")
_MORE: Final = QT_TRANSLATE_NOOP("wording", "{titles}等")
_NAMED: Final = 5


def cutoff(found: CutoffAlarm, translate: Callable[[str], str] = str) -> str:
    """The first records are named, all are counted."""
    titles = "、".join(
        dict.fromkeys(
            translate(entry_title(each.type, each.title)) for each in found.records[:_NAMED]
        )
    )
    if len(found.records) > _NAMED:
        titles = translate(_MORE).format(titles=titles)
    return translate(_ALARM).format(
        agency=found.agency,
        incarnation=found.incarnation,
        reason=found.reason,
        trusted=translate(_UP_TO if found.seq else _NOTHING).format(seq=found.seq),
        count=len(found.records),
        titles=titles,
    )
