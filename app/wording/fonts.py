"""The faces of papers in words: what each is for, and why one cannot be used."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.documents.fonts.face import Role
from app.documents.fonts.locate import FontFlaw
from app.documents.fonts.office import FontPolicy
from app.wording.marking import QT_TRANSLATE_NOOP

FONT_POLICIES: Final = MappingProxyType(
    {
        FontPolicy.BUNDLED: QT_TRANSLATE_NOOP("wording", "程序自带字体"),
        FontPolicy.OFFICE: QT_TRANSLATE_NOOP("wording", "本单位字体"),
    }
)

FONT_ROLES: Final = MappingProxyType(
    {
        Role.TITLE: QT_TRANSLATE_NOOP("wording", "标题（小标宋）"),
        Role.BODY: QT_TRANSLATE_NOOP("wording", "正文（仿宋）"),
        Role.HEI: QT_TRANSLATE_NOOP("wording", "一级标题（黑体）"),
        Role.KAI: QT_TRANSLATE_NOOP("wording", "二级标题（楷体）"),
        Role.LATIN: QT_TRANSLATE_NOOP("wording", "数字和西文"),
    }
)

FONT_FLAWS: Final = MappingProxyType(
    {
        FontFlaw.BROKEN: QT_TRANSLATE_NOOP("wording", "文件损坏，读不出字形"),
        FontFlaw.OUTLINES: QT_TRANSLATE_NOOP(
            "wording", "是 PostScript 轮廓的字体（多为 .otf），不能嵌入文书；请装 TrueType 版本"
        ),
        FontFlaw.EMBEDDING: QT_TRANSLATE_NOOP("wording", "字体厂商不允许嵌入文件"),
        FontFlaw.WIDTH: QT_TRANSLATE_NOOP("wording", "字宽不等于字高，每行排不成 28 字"),
        FontFlaw.COVERAGE: QT_TRANSLATE_NOOP("wording", "缺少常用字，不足 GB 2312"),
    }
)
