"""The styles of an official document: each element of GB/T 9704-2012 under the name users know.

The names of the faces are the official ones: an office that has them sees them, and its program
puts its own in their place where it has not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.documents import standard
from app.documents.fonts.face import Role
from app.documents.layout.ops import SHADES, Colour
from app.documents.paint.word.measures import BODY, LINE, Size, size_of, twips
from app.documents.paint.word.wordml import LATIN, NAMESPACES, attributes

FACES: Final = {
    Role.TITLE: "方正小标宋简体",
    Role.BODY: "仿宋_GB2312",
    Role.HEI: "黑体",
    Role.KAI: "楷体_GB2312",
    Role.LATIN: "Times New Roman",
}
_CHINESE: Final = "86"
"""GB2312 among the character sets (17.8.3.2)."""
_INSTEAD: Final = (
    (FACES[Role.TITLE], "方正小标宋_GBK", _CHINESE, "auto"),
    (FACES[Role.BODY], "仿宋", _CHINESE, "modern"),
    (FACES[Role.HEI], "SimHei", _CHINESE, "modern"),
    (FACES[Role.KAI], "楷体", _CHINESE, "modern"),
    (FACES[Role.LATIN], "Liberation Serif", "00", "roman"),
)
_TITLE: Final = size_of(standard.SIZE_2)
_FOUR: Final = size_of(standard.SIZE_4)
_SMALL_TWO: Final = size_of(standard.SIZE_SMALL_2)


def hexadecimal(colour: Colour) -> str:
    shade = SHADES[colour]
    return "".join(f"{round(part * 255):02X}" for part in (shade.red, shade.green, shade.blue))


@dataclass(frozen=True, slots=True)
class Style:
    """*key* names it in the file, *name* on the screen. *first* and *left* in characters.

    *outline* is the level in the navigation pane, 0 the highest; -1: not shown there.
    """

    key: str
    name: str
    role: Role = Role.BODY
    size: Size = BODY
    align: str = ""
    first: int = 0
    keep_next: bool = False
    before: int = 0
    after: int = 0
    line: int = 0
    outline: int = -1
    colour: str = ""
    whole: bool = False
    """Letters and figures too are in its Chinese face."""
    based: str = "Normal"
    following: str = "BodyText"


_HEADINGS: Final = (Role.HEI, Role.KAI, Role.BODY, Role.BODY)
STYLES: Final = (
    Style("Mark", "发文机关标志", Role.TITLE, Size(100, 0), "center", colour="red"),
    Style("Corner", "份号和紧急程度", keep_next=True),
    Style("Number", "发文字号", align="center", keep_next=True),
    Style("RedRule", "红色分隔线", size=Size(2, 0), line=20, keep_next=True),
    Style("Title", "Title", Role.TITLE, _TITLE, "center", keep_next=True, after=LINE, outline=0),
    Style("Agency", "机关名称", Role.TITLE, _TITLE, "center", keep_next=True),
    Style("Addressee", "主送机关", keep_next=True),
    Style("BodyText", "Body Text", align="both", first=int(standard.INDENT)),
    *(
        Style(
            f"Heading{level}",
            f"heading {level}",
            role,
            first=int(standard.INDENT),
            keep_next=True,
            outline=level - 1,
            based="BodyText",
        )
        for level, role in enumerate(_HEADINGS, 1)
    ),
    Style("Attachments", "附件说明", align="both"),
    Style("Attendance", "出席人员", align="both"),
    Style("Organ", "署名", align="right", keep_next=True, following="Day"),
    Style("Day", "成文日期", align="right"),
    Style("Contact", "附注", first=int(standard.INDENT)),
    Style("AnnexLabel", "附件标识", Role.HEI, keep_next=True, whole=True),
    Style("AnnexTitle", "附件标题", Role.TITLE, _TITLE, "center", keep_next=True, after=LINE),
    Style("TableText", "表格文字", size=_FOUR, align="left"),
    Style("Imprint", "版记", size=_FOUR, align="both", line=twips(standard.IMPRINT_LEADING)),
    Style("CutLine", "裁切线", size=size_of(standard.SIZE_SMALL_5), align="left"),
    Style("SlipTitle", "回执标题", Role.TITLE, _SMALL_TWO, "center", keep_next=True),
    Style("SlipText", "回执文字", size=_FOUR, align="both", keep_next=True),
    Style("CheckCode", "校验码", size=size_of(standard.SIZE_5), align="right"),
    Style("Folio", "footer", Role.LATIN, _FOUR, line=twips(standard.SIZE_4 * 1.5)),
    Style("Header", "header", size=_FOUR, line=twips(standard.SIZE_4)),
    Style("Close", "结束段", size=Size(2, 0), line=20),
)
_CHARACTERS: Final = (
    ("FangText", "仿宋文字", Role.BODY),
    ("HeiText", "黑体文字", Role.HEI),
    ("KaiText", "楷体文字", Role.KAI),
)


def styles_xml(line: int) -> str:
    """What stands within ``w:styles``; *line* is the pitch of the document in twips."""
    return "".join((_defaults(), _normal(line), *map(_paragraph, STYLES), *_characters()))


def fonts(role: Role, *, whole: bool = False) -> str:
    """Every script has its own face named: a theme would win otherwise."""
    latin = FACES[role] if whole or role is Role.TITLE else FACES[Role.LATIN]
    facts = attributes(ascii=latin, hAnsi=latin, eastAsia=FACES[role], cs=FACES[Role.LATIN])
    return f"<w:rFonts{attributes(hint='eastAsia')}{facts}/>"


def font_table() -> bytes:
    """The part that says what is put in the place of a face that is not installed."""
    said = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="{charset}"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="variable"/></w:font>'
        for name, other, charset, family in _INSTEAD
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f"<w:fonts {NAMESPACES}>{said}</w:fonts>"
    ).encode()


def _defaults() -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{fonts(Role.BODY)}"
        '<w:sz w:val="32"/><w:szCs w:val="32"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )


def _normal(line: int) -> str:
    """Exact lines; no hanging signs, no white between Chinese and Latin: both move line ends."""
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        '<w:qFormat/><w:pPr><w:widowControl w:val="0"/><w:kinsoku w:val="1"/>'
        '<w:overflowPunct w:val="0"/><w:topLinePunct w:val="0"/><w:autoSpaceDE w:val="0"/>'
        '<w:autoSpaceDN w:val="0"/><w:adjustRightInd w:val="0"/><w:snapToGrid w:val="0"/>'
        f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="exact"/></w:pPr>'
        f"<w:rPr>{fonts(Role.BODY)}{_size(BODY)}</w:rPr></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        "</w:tblPr></w:style>"
    )


def _size(size: Size) -> str:
    """Spacing before size: the order of the schema."""
    half = size.half_points
    spacing = f'<w:spacing w:val="{size.spacing}"/>'
    return f'{spacing}<w:kern w:val="0"/><w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'


def _paragraph(style: Style) -> str:
    spacing = attributes(
        before=style.before or None,
        after=style.after or None,
        line=style.line or None,
        lineRule="exact" if style.line else None,
    )
    indent = attributes(
        firstLineChars=100 * style.first or None,
        firstLine=style.first * style.size.cell or None,
    )
    about = (
        "<w:keepNext/>" if style.keep_next else "",
        f"<w:spacing{spacing}/>" if spacing else "",
        f"<w:ind{indent}/>" if indent else "",
        f'<w:jc w:val="{style.align}"/>' if style.align else "",
        f'<w:outlineLvl w:val="{style.outline}"/>' if style.outline >= 0 else "",
    )
    colour = f'<w:color w:val="{hexadecimal(Colour.RED)}"/>' if style.colour else ""
    size = _size(style.size).replace("<w:spacing", f"{colour}<w:spacing", 1)
    return (
        f'<w:style w:type="paragraph" w:customStyle="{int(style.name not in _BUILT_IN)}"'
        f' w:styleId="{style.key}"><w:name w:val="{style.name}"/>'
        f'<w:basedOn w:val="{style.based}"/><w:next w:val="{style.following}"/><w:qFormat/>'
        f"<w:pPr>{''.join(about)}</w:pPr>"
        f"<w:rPr>{fonts(style.role, whole=style.whole)}{size}</w:rPr></w:style>"
    )


_BUILT_IN: Final = frozenset(
    {"Title", "Body Text", "header", "footer", *(f"heading {level}" for level in range(1, 5))}
)


def _characters() -> Iterator[str]:
    for key, name, role in _CHARACTERS:
        yield _character(key, name, fonts(role))
    latin = attributes(ascii=FACES[Role.LATIN], hAnsi=FACES[Role.LATIN])
    spacing = f'<w:spacing w:val="{BODY.latin_spacing}"/>'
    yield _character(LATIN, "西文和数字", f"<w:rFonts{latin}/>{spacing}")


def _character(key: str, name: str, about: str) -> str:
    return (
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{key}">'
        f'<w:name w:val="{name}"/><w:qFormat/><w:rPr>{about}</w:rPr></w:style>'
    )
