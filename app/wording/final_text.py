"""The words about a text that was finished elsewhere."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.documents.reading import FileForm
from app.services.final_text import Doubt
from app.wording.marking import QT_TRANSLATE_NOOP

FILE_FORMS: Final = MappingProxyType(
    {
        FileForm.PDF: QT_TRANSLATE_NOOP("wording", "PDF 文件"),
        FileForm.OFD: QT_TRANSLATE_NOOP("wording", "OFD 文件"),
        FileForm.DOCX: QT_TRANSLATE_NOOP("wording", "WPS 或 Word 文档"),
        FileForm.PICTURE: QT_TRANSLATE_NOOP("wording", "图片"),
        FileForm.OTHER: QT_TRANSLATE_NOOP("wording", "其他格式的文件"),
    }
)

_NONE_ELSE: Final = ""

DOUBTS: Final = MappingProxyType(
    {
        Doubt.TAKEN: (
            QT_TRANSLATE_NOOP("wording", "这个文号已经登记过。"),
            QT_TRANSLATE_NOOP("wording", "登记的是：{said}。"),
        ),
        Doubt.SKIPS: (
            QT_TRANSLATE_NOOP("wording", "这个文号前面有空号。"),
            QT_TRANSLATE_NOOP("wording", "{said} 没有登记，登记后请在“发文”里说明。"),
        ),
        Doubt.OTHER_YEAR: (
            QT_TRANSLATE_NOOP("wording", "文号的年份与成文日期不同。"),
            QT_TRANSLATE_NOOP("wording", "文号里是 {said} 年。"),
        ),
        Doubt.FORM: (
            QT_TRANSLATE_NOOP("wording", "不是通常的文号写法，将照原样登记。"),
            _NONE_ELSE,
        ),
        Doubt.NUMBER: (
            QT_TRANSLATE_NOOP("wording", "定稿里没有找到这个文号。"),
            QT_TRANSLATE_NOOP("wording", "定稿里有：{said}。"),
        ),
        Doubt.TITLE: (
            QT_TRANSLATE_NOOP("wording", "定稿里没有找到这个标题。"),
            _NONE_ELSE,
        ),
        Doubt.DAY: (
            QT_TRANSLATE_NOOP("wording", "定稿里没有找到这个成文日期。"),
            QT_TRANSLATE_NOOP("wording", "定稿里有：{said}。"),
        ),
    }
)
"""What to look at again in a text finished elsewhere, and what was found instead."""
