"""What the check before issue found, in words: an element, what is expected, what is there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from app.documents.audit.compare import Difference, Token
from app.documents.audit.findings import Element, Finding
from app.wording.marking import QT_TRANSLATE_NOOP
from app.wording.procedure import POSTS


@dataclass(frozen=True, slots=True)
class _Name:
    """*unit* follows both numbers; empty where the element is words. *said* is a sentence of its
    own where "should be" and "is" do not tell it."""

    words: str
    unit: str = ""
    said: str = ""


_MM: Final = QT_TRANSLATE_NOOP("wording", "毫米")
_ROWS: Final = QT_TRANSLATE_NOOP("wording", "行")
_COUNT: Final = QT_TRANSLATE_NOOP("wording", "处")
_ITEMS: Final = QT_TRANSLATE_NOOP("wording", "项")

_EARLY: Final = QT_TRANSLATE_NOOP("wording", "{actual}，早于发文的{expected}")

ELEMENTS: Final = MappingProxyType(
    {
        Element.PAPER_WIDTH: _Name(QT_TRANSLATE_NOOP("wording", "纸张宽"), _MM),
        Element.PAPER_HEIGHT: _Name(QT_TRANSLATE_NOOP("wording", "纸张高"), _MM),
        Element.TEXT_LEFT: _Name(QT_TRANSLATE_NOOP("wording", "版心左边"), _MM),
        Element.TEXT_RIGHT: _Name(QT_TRANSLATE_NOOP("wording", "版心右边"), _MM),
        Element.TEXT_TOP: _Name(QT_TRANSLATE_NOOP("wording", "版心上边"), _MM),
        Element.TEXT_FOOT: _Name(QT_TRANSLATE_NOOP("wording", "版心下边"), _MM),
        Element.PITCH: _Name(QT_TRANSLATE_NOOP("wording", "行距"), _MM),
        Element.MARK_TOP: _Name(QT_TRANSLATE_NOOP("wording", "发文机关标志上边"), _MM),
        Element.RULE_GAP: _Name(QT_TRANSLATE_NOOP("wording", "红色分隔线的距离"), _MM),
        Element.RULE_WIDTH: _Name(QT_TRANSLATE_NOOP("wording", "红色分隔线的长度"), _MM),
        Element.FOOT_RULE: _Name(QT_TRANSLATE_NOOP("wording", "页脚红色双线的位置"), _MM),
        Element.NUMBER_GAP: _Name(QT_TRANSLATE_NOOP("wording", "发文字号上方的距离")),
        Element.NUMBER_RIGHT: _Name(QT_TRANSLATE_NOOP("wording", "发文字号右边"), _MM),
        Element.TITLE_GAP: _Name(QT_TRANSLATE_NOOP("wording", "标题上方的空行"), _ROWS),
        Element.TITLE_MIDDLE: _Name(QT_TRANSLATE_NOOP("wording", "标题的居中位置"), _MM),
        Element.FOLIO: _Name(QT_TRANSLATE_NOOP("wording", "页码两侧的一字线"), _COUNT),
        Element.FOLIO_GAP: _Name(QT_TRANSLATE_NOOP("wording", "页码到版心的距离"), _MM),
        Element.FOLIO_SIDE: _Name(QT_TRANSLATE_NOOP("wording", "页码的左右位置"), _MM),
        Element.DATE_RIGHT: _Name(QT_TRANSLATE_NOOP("wording", "成文日期右边"), _MM),
        Element.NAME_MIDDLE: _Name(QT_TRANSLATE_NOOP("wording", "署名的居中位置"), _MM),
        Element.SEAL_REACH: _Name(QT_TRANSLATE_NOOP("wording", "印章顶端到正文的距离"), _MM),
        Element.SEALS_APART: _Name(QT_TRANSLATE_NOOP("wording", "印章之间的空白"), _MM),
        Element.SEAL_SIDE: _Name(QT_TRANSLATE_NOOP("wording", "印章的左右边界"), _MM),
        Element.IMPRINT_FOOT: _Name(QT_TRANSLATE_NOOP("wording", "版记末线的位置"), _MM),
        Element.COMPANIONS: _Name(QT_TRANSLATE_NOOP("wording", "落款页上的正文"), _ROWS),
        Element.FIRST_PAGE: _Name(QT_TRANSLATE_NOOP("wording", "首页应当显示的正文")),
        Element.NUMBER: _Name(QT_TRANSLATE_NOOP("wording", "发文字号的写法")),
        Element.YEAR: _Name(QT_TRANSLATE_NOOP("wording", "发文字号的年份")),
        Element.DAY: _Name(QT_TRANSLATE_NOOP("wording", "成文日期"), _ITEMS),
        Element.SERIAL: _Name(QT_TRANSLATE_NOOP("wording", "份号")),
        Element.URGENCY: _Name(QT_TRANSLATE_NOOP("wording", "紧急程度")),
        Element.DATE: _Name(QT_TRANSLATE_NOOP("wording", "日期不编虚位")),
        Element.BLANK_PAGE: _Name(QT_TRANSLATE_NOOP("wording", "不用“此页无正文”")),
        Element.SECRET: _Name(QT_TRANSLATE_NOOP("wording", "涉密标志（本程序不得处理涉密文书）")),
        Element.ADDRESSEE: _Name(QT_TRANSLATE_NOOP("wording", "主送机关")),
        Element.ATTACHMENTS: _Name(QT_TRANSLATE_NOOP("wording", "附件说明的件数"), _ITEMS),
        Element.ATTACHMENT_NAME: _Name(QT_TRANSLATE_NOOP("wording", "附件名称")),
        Element.ATTACHMENT_LABEL: _Name(QT_TRANSLATE_NOOP("wording", "附件序号")),
        Element.SIGNERS: _Name(QT_TRANSLATE_NOOP("wording", "签发人"), _ITEMS),
        Element.APPROVER: _Name(QT_TRANSLATE_NOOP("wording", "审批人的职务")),
        Element.SIGNATURE: _Name(QT_TRANSLATE_NOOP("wording", "署名")),
        Element.SEALED: _Name(QT_TRANSLATE_NOOP("wording", "纪要不加盖印章"), _COUNT),
        Element.TITLE: _Name(
            QT_TRANSLATE_NOOP("wording", "标题"),
            said=QT_TRANSLATE_NOOP("wording", "没有标题，不能编号印发"),
        ),
        Element.BODY: _Name(
            QT_TRANSLATE_NOOP("wording", "正文"),
            said=QT_TRANSLATE_NOOP("wording", "一段正文都没有"),
        ),
        Element.MEETING_DAY: _Name(QT_TRANSLATE_NOOP("wording", "会议日期"), said=_EARLY),
        Element.REPLY_BY: _Name(QT_TRANSLATE_NOOP("wording", "回执报送日期"), said=_EARLY),
        Element.WANTED_BY: _Name(QT_TRANSLATE_NOOP("wording", "希望答复日期"), said=_EARLY),
        Element.REFERENCE: _Name(
            QT_TRANSLATE_NOOP("wording", "正文提到的附件"),
            said=QT_TRANSLATE_NOOP("wording", "正文写“{actual}”，附件说明里没有这个附件"),
        ),
        Element.PRIVATE: _Name(
            QT_TRANSLATE_NOOP("wording", "典型案例里的个人、单位信息"),
            said=QT_TRANSLATE_NOOP("wording", "{actual}，应当隐去"),
        ),
    }
)

TOKENS: Final = MappingProxyType(
    {
        Token.DATE: QT_TRANSLATE_NOOP("wording", "日期"),
        Token.SUM: QT_TRANSLATE_NOOP("wording", "金额"),
        Token.NUMBER: QT_TRANSLATE_NOOP("wording", "文号"),
        Token.CODE: QT_TRANSLATE_NOOP("wording", "代码、编号"),
        Token.NAME: QT_TRANSLATE_NOOP("wording", "名称、姓名"),
        Token.ARTICLE: QT_TRANSLATE_NOOP("wording", "条款"),
        Token.HOUR: QT_TRANSLATE_NOOP("wording", "时间"),
        Token.COUNT: QT_TRANSLATE_NOOP("wording", "数量"),
        Token.DENIAL: QT_TRANSLATE_NOOP("wording", "否定词"),
    }
)

STRENGTHS: Final = MappingProxyType(
    {
        "规定": QT_TRANSLATE_NOOP("wording", "规定"),
        "推荐": QT_TRANSLATE_NOOP("wording", "推荐"),
        "推算": QT_TRANSLATE_NOOP("wording", "推算"),
        "实务": QT_TRANSLATE_NOOP("wording", "实务"),
    }
)

_POSTS: Final = {post.value: words for post, words in POSTS.items()}

_WHERE: Final = QT_TRANSLATE_NOOP("wording", "第{page}页　{name}")
_BOTH: Final = QT_TRANSLATE_NOOP("wording", "应为{expected}，实为{actual}")
_WANTED: Final = QT_TRANSLATE_NOOP("wording", "应为{expected}，现在没有")
_UNWANTED: Final = QT_TRANSLATE_NOOP("wording", "不应有：{actual}")
_STANDARD: Final = QT_TRANSLATE_NOOP("wording", "GB/T 9704-2012 第{clause}条，{strength}")
_CLAUSE: Final = QT_TRANSLATE_NOOP("wording", "{clause}，{strength}")
_NUMBERED: Final = re.compile(r"[0-9.]+")
_HABIT: Final = QT_TRANSLATE_NOOP("wording", "通行做法")
ONLY_WORDS: Final = QT_TRANSLATE_NOOP("wording", "名称和数字没有变化")
_LOST: Final = QT_TRANSLATE_NOOP("wording", "改后少了{kind}“{words}”")
_NEW: Final = QT_TRANSLATE_NOOP("wording", "改后多了{kind}“{words}”")


def finding_text(finding: Finding, translate: Callable[[str], str] = str) -> str:
    """One sentence: where, what it should be and what it is, by which clause."""
    name = translate(ELEMENTS[finding.element].words)
    if finding.page:
        name = translate(_WHERE).format(page=finding.page, name=name)
    return f"{name}：{_measure(finding, translate)}（{_source(finding, translate)}）"


def difference_text(difference: Difference, translate: Callable[[str], str] = str) -> str:
    text = translate(_LOST if difference.lost else _NEW)
    return text.format(kind=translate(TOKENS[difference.token]), words=difference.words)


def _measure(finding: Finding, translate: Callable[[str], str]) -> str:
    unit = translate(ELEMENTS[finding.element].unit) if ELEMENTS[finding.element].unit else ""
    expected, actual = (
        _value(each, unit, translate) for each in (finding.expected, finding.actual)
    )
    if said := ELEMENTS[finding.element].said:
        return translate(said).format(expected=expected, actual=actual)
    if not expected:
        return translate(_UNWANTED).format(actual=actual)
    return translate(_BOTH if actual else _WANTED).format(expected=expected, actual=actual)


def _value(value: float | str, unit: str, translate: Callable[[str], str]) -> str:
    if isinstance(value, str):
        return "、".join(translate(_POSTS.get(each, each)) for each in value.split("、"))
    return f"{value:g}{unit}"


def _source(finding: Finding, translate: Callable[[str], str]) -> str:
    strength = translate(STRENGTHS[finding.strength.value])
    if finding.clause == "-":
        return translate(_HABIT)
    text = translate(
        _STANDARD if finding.clause[0].isdigit() and "号" not in finding.clause else _CLAUSE
    )
    return text.format(clause=finding.clause, strength=strength)
