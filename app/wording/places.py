"""The words of exchange places: their kinds and states, and what a burned disc was found to be."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.services.places import PlaceKind, PlaceState
from app.sync.burning import Likeness
from app.wording.marking import QT_TRANSLATE_NOOP

PLACE_KINDS: Final = MappingProxyType(
    {
        PlaceKind.SHARED: QT_TRANSLATE_NOOP("wording", "共享文件夹"),
        PlaceKind.STICK: QT_TRANSLATE_NOOP("wording", "U 盘或者移动硬盘"),
        PlaceKind.BURN: QT_TRANSLATE_NOOP("wording", "刻录前的文件夹"),
    }
)

PLACE_STATES: Final = MappingProxyType(
    {
        PlaceState.READY: QT_TRANSLATE_NOOP("wording", "就绪"),
        PlaceState.ABSENT: QT_TRANSLATE_NOOP("wording", "未连接"),
        PlaceState.READ_ONLY: QT_TRANSLATE_NOOP("wording", "只读"),
        PlaceState.SHORT: QT_TRANSLATE_NOOP("wording", "空间不足"),
    }
)

LIKENESSES: Final = MappingProxyType(
    {
        Likeness.SAME: QT_TRANSLATE_NOOP("wording", "一致"),
        Likeness.CHANGED: QT_TRANSLATE_NOOP("wording", "内容不一致"),
        Likeness.MISSING: QT_TRANSLATE_NOOP("wording", "光盘上没有"),
        Likeness.UNREADABLE: QT_TRANSLATE_NOOP("wording", "读不出来"),
    }
)
