"""What the faces of a font set look like: a line for a role on a paper of its own."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.documents.fonts.face import FontSet, Role
from app.documents.layout.ops import Page
from app.documents.layout.typesetter import Typesetter
from app.documents.paint.preview import PageImage, page_image
from app.documents.standard import BASELINE, SIZE_2, SIZE_3

_WIDTH: Final = 122.0
_EDGE: Final = 2.0
_LINES: Final = MappingProxyType(
    {
        Role.TITLE: "关于移送涉嫌犯罪案件的函",
        Role.BODY: "现将该案移送你单位，请依法审查处理。",
        Role.HEI: "一、案件来源和基本情况",
        Role.KAI: "（一）违法事实与主要证据",
        Role.LATIN: "0123456789 ABCDEF abcdef",
    }
)
_FACTS: Final = MappingProxyType({"title": "", "author": "", "subject": "", "digest": ""})


def specimen(fonts: FontSet, role: Role, dpi: float) -> PageImage:
    """A picture of the line of *role*, as the painter draws it; slow, for a worker.

    Raises:
        OfficeFontError: a chosen face is gone or another one.
    """
    # Here and not above: ReportLab is paid for when it paints, not at the start.
    from app.documents.paint.pdf import paint

    setter = Typesetter(fonts)
    size = SIZE_2 if role is Role.TITLE else SIZE_3
    glyphs = setter.set_text(_LINES[role], role, _EDGE, _EDGE + BASELINE * size, size)
    line = Page(glyphs, _WIDTH, size + 2 * _EDGE)
    return page_image(paint([line], setter.used, _FACTS, None), 0, dpi)
