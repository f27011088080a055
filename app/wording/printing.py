"""What is said when a paper cannot be printed as it was asked for."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.wording.marking import QT_TRANSLATE_NOOP

_NOT_PRINTED = QT_TRANSLATE_NOOP("wording", "没有打印，登记册没有改动。")

PRINT_REFUSALS: Final = MappingProxyType(
    {
        "E-LET-25": (
            QT_TRANSLATE_NOOP("wording", "打印机“{printer}”不提供A4纸，公文不能按实际大小印出。"),
            _NOT_PRINTED,
            QT_TRANSLATE_NOOP("wording", "请装入A4纸，或者换一台打印机。"),
        ),
        "E-LET-26": (
            QT_TRANSLATE_NOOP("wording", "打印机“{printer}”没有接受“{title}”，打印到此为止。"),
            QT_TRANSLATE_NOOP("wording", "没有记作已经打印；送到打印机的页可能已经印出。"),
            QT_TRANSLATE_NOOP(
                "wording", "请检查打印机电源、连线和纸张，清点已经印出的页，再打印一次。"
            ),
        ),
        "E-LET-27": (
            QT_TRANSLATE_NOOP("wording", "“{typed}”不是页码范围：这份文书有 {pages} 页。"),
            _NOT_PRINTED,
            QT_TRANSLATE_NOOP("wording", "请这样填写：1-3,5；打印全部的，不填。"),
        ),
        "E-LET-28": (
            QT_TRANSLATE_NOOP(
                "wording",
                "“{number}”出具以后程序或者字体换过，重新排版与留存的正式文本不同，"
                "不能套打、编份号，也不能另存为 PDF 以外的格式。",
            ),
            QT_TRANSLATE_NOOP("wording", "没有打印，没有写出文件，登记册没有改动。"),
            QT_TRANSLATE_NOOP(
                "wording",
                "打印的，请不选套打和份号，按留存的正式文本打印，份号可以用号码机加盖；"
                "另存的，请选 PDF，就是留存的正式文本。",
            ),
        ),
        "E-LET-29": (
            QT_TRANSLATE_NOOP("wording", "份号从 {first} 到 {last} 不能打印。"),
            _NOT_PRINTED,
            QT_TRANSLATE_NOOP(
                "wording", "份号是 1 至 999999，止号不小于起号，一次最多 {most} 份。"
            ),
        ),
    }
)
