"""What a document says, before it is issued: numbers, dates, attachments, names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from typing import Final

from app.documents.audit.findings import Element, Finding, Issuing
from app.documents.kinds import markup
from app.documents.model import Block, Form, OfficialDocument, texts
from app.documents.standard import SERIAL_DIGITS, Strength
from app.rules import numbering

_RULED: Final = Strength.PRESCRIBED
_URGENCIES: Final = ("特急", "加急")
_PADDED: Final = re.compile(r"\d{4}年(?:0\d月|\d{1,2}月0\d日)|(?<!\d)0\d月\d{1,2}日")
_BLANK_PAGE: Final = re.compile(r"此\s*页\s*无\s*正\s*文")
_SECRET: Final = re.compile(r"(?:绝\s*密|机\s*密|秘\s*密)\s*[★☆*＊※]")
_ENDS: Final = frozenset("，。；、：,.;:")
_LABEL: Final = re.compile(r"附件(\d*)")
_OFFICIAL: Final = frozenset({Form.DOCUMENT, Form.LETTER})
_ADDRESSED: Final = frozenset({Form.LETTER, Form.ENFORCEMENT})
_SIGNED: Final = frozenset({Form.DOCUMENT, *_ADDRESSED})
_BY_HAND: Final = "签名"
_BETWEEN: Final = re.compile(r"[、，；,;\s]+")
_SEE: Final = re.compile(
    r"见附件(?:\s*(?:[0-9]{1,2}(?![0-9年月日])|[一二三四五六七八九十]{1,3}(?![\u4e00-\u9fff])))?"
    r"(?:\s*[、和及与至]\s*(?:附件)?\s*[0-9]{1,2}(?![0-9年月日]))*"
)
_COUNTED: Final = {markup.numeral(number): number for number in range(1, 100)}
_SEEN: Final = re.compile(r"[0-9]+|[一二三四五六七八九十]+")
_SHIELDED: Final = frozenset({"title", "body", "attachments", "annex"})
"""Where a 典型案例 speaks of the parties; 附注 names whom the reader may ask."""
_APART: Final = r"(?<![0-9A-Za-z])(?:{0})(?![0-9A-Za-z])"
_PRIVATE: Final = tuple(
    re.compile(_APART.format(pattern))
    for pattern in (
        r"[0-9]{17}[0-9Xx]",  # 公民身份号码, GB 11643
        r"[0-9A-HJ-NP-RTUW-Y]{2}[0-9]{6}[0-9A-HJ-NP-RTUW-Y]{10}",  # 统一社会信用代码, GB 32100
        r"1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}",  # mobile telephone
    )
)


def content_findings(document: OfficialDocument, issuing: Issuing) -> Iterator[Finding]:
    for judge in _JUDGES:
        yield from judge(document, issuing)


def _found(
    element: Element,
    expected: float | str,
    actual: float | str,
    clause: str,
    strength: Strength = _RULED,
) -> Finding:
    return Finding(element, 0, expected, actual, clause, strength)


def _whole(document: OfficialDocument, _: Issuing) -> Iterator[Finding]:
    """7.3.1, 7.3.3, 7.3.5: what is no letter without. Of a number whose letter has no title the
    发文登记簿 would say that it was destroyed."""
    if document.form is Form.TABLE:
        return
    if not _says_something(document.title):
        yield _found(Element.TITLE, 1, 0, "7.3.1")
    if not any(_says(block) for block in document.body):
        yield _found(Element.BODY, 1, 0, "7.3.3")
    signature = document.signature
    unsigned = signature is None or not _says_something(signature.organ)
    if unsigned and document.form in _SIGNED and not _signed_by_hand(document):
        yield _found(Element.SIGNATURE, document.agency or 1, "", "7.3.5")


def _says(block: Block) -> bool:
    """Whether it is more than a heading or a table."""
    said = block.paragraph
    return said is not None and _says_something(said.runs_on if said.level else said.text)


def _says_something(words: str) -> bool:
    """Blanks, dots and what nobody sees are no words."""
    return any(map(str.isalnum, words))


def _signed_by_hand(document: OfficialDocument) -> bool:
    """执法文书 may be signed by both sides in a table of its text: 涉案物品交接单."""
    tables = (block.table for block in document.body if block.table)
    rows = (row for table in tables for row in table.rows)
    signed = any(_BY_HAND in cell.text + cell.foot for row in rows for cell in row.cells)
    return document.form is Form.ENFORCEMENT and signed


def _number(document: OfficialDocument, _: Issuing) -> Iterator[Finding]:
    """7.2.5: 〔〕, the whole year, no 第, no zero before the serial. 纪要 may count otherwise."""
    if not document.number or document.form is Form.TABLE:
        return
    meant = numbering.parse(document.number)
    if not numbering.is_standard(document.number):
        strength = Strength.PRACTICE if document.form is Form.MINUTES else _RULED
        yield _found(Element.NUMBER, f"{meant or ''}", document.number, "7.2.5", strength)
    day = document.signature.day if document.signature else None
    if meant and day and meant.year != day.year:
        yield _found(Element.YEAR, day.year, meant.year, "7.2.5", Strength.PRACTICE)


def _day(document: OfficialDocument, _: Issuing) -> Iterator[Finding]:
    """7.3.5.4: what has a number has a day."""
    if document.number and document.signature and not document.signature.day:
        yield _found(Element.DAY, 1, 0, "7.3.5.4")


def _head(document: OfficialDocument, _: Issuing) -> Iterator[Finding]:
    if document.serial and not re.fullmatch(rf"[0-9]{{{SERIAL_DIGITS}}}", document.serial):
        yield _found(Element.SERIAL, "0" * SERIAL_DIGITS, document.serial, "7.2.1")
    if document.urgency and document.urgency not in _URGENCIES:
        yield _found(Element.URGENCY, "、".join(_URGENCIES), document.urgency, "7.2.3")


def _words(document: OfficialDocument, _: Issuing) -> Iterator[Finding]:
    """A date of the text may be quoted as it was written, so zeros are told and refuse nothing."""
    for _part, words in texts(document):
        for padded in _PADDED.findall(words):
            bare = re.sub(r"(?<![0-9])0(?=\d[月日])", "", padded)
            yield _found(Element.DATE, bare, padded, "7.3.5.4", Strength.RECOMMENDED)
        if blank := _BLANK_PAGE.search(words):
            yield _found(Element.BLANK_PAGE, "", blank.group(), "7.3.5.5")
        if secret := _SECRET.search(words):
            # This program is not for state secrets: 保守国家秘密法 asks for other systems.
            yield _found(Element.SECRET, "", secret.group(), "7.2.2")


def _addressee(document: OfficialDocument, issuing: Issuing) -> Iterator[Finding]:
    """7.3.2: full names, a colon behind the last that the page sets itself."""
    said = document.addressee
    for name in issuing.addressees:
        if name not in said:
            yield _found(Element.ADDRESSEE, name, said, "7.3.2")
    # What nobody signs as sent stays in the house (不予移送理由记录).
    if document.form in _ADDRESSED and document.signature and not said.strip():
        yield _found(Element.ADDRESSEE, "；".join(issuing.addressees), said, "7.3.2")
    if said and said[-1] in _ENDS:
        yield _found(Element.ADDRESSEE, said.rstrip("".join(_ENDS)), said, "7.3.2")


def _full_names(document: OfficialDocument, issuing: Issuing) -> Iterator[Finding]:
    """7.3.2: 全称、规范化简称; a shortened name of an agency we know is told."""
    if not issuing.members:
        return
    for name in filter(None, _BETWEEN.split(document.addressee)):
        meant = [full for full in issuing.members if _short_for(name, full)]
        if meant and name not in issuing.members:
            yield _found(
                Element.ADDRESSEE, min(meant, key=len), name, "7.3.2", Strength.RECOMMENDED
            )


def _short_for(name: str, full: str) -> bool:
    """«公安局», «示例市市场监管局»: the same characters in the same order, some left out."""
    rest = iter(full)
    return 1 < len(name) < len(full) and name[-1] == full[-1] and all(char in rest for char in name)


def _days(document: OfficialDocument, issuing: Issuing) -> Iterator[Finding]:
    """Nobody can come, or answer, before the letter was written."""
    day = document.signature.day if document.signature else None
    for element, asked in issuing.ahead:
        if (since := day or issuing.today) and asked < since:
            yield _found(element, _dated(since), _dated(asked), "-", Strength.PRACTICE)


def _dated(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _attachments(document: OfficialDocument, issuing: Issuing) -> Iterator[Finding]:
    """7.3.4 and 7.3.7: as many as are attached, no sign behind a name, the same titles."""
    names = document.attachments
    if issuing.attached is not None and issuing.attached != len(names):
        yield _found(Element.ATTACHMENTS, issuing.attached, len(names), "7.3.4")
    for name in names:
        if name and name[-1] in _ENDS:
            yield _found(Element.ATTACHMENT_NAME, name.rstrip("".join(_ENDS)), name, "7.3.4")
    labelled = [annex for annex in document.annexes if _LABEL.fullmatch(annex.label)]
    for place, annex in enumerate(labelled):
        wanted = f"附件{place + 1}" if len(names) > 1 else "附件"
        strength = _RULED if document.form in _OFFICIAL else Strength.PRACTICE
        if place >= len(names):
            yield _found(Element.ATTACHMENT_NAME, "", annex.title, "7.3.7", strength)
        elif not _bare(names[place]).startswith(_bare(annex.title)):
            yield _found(Element.ATTACHMENT_NAME, names[place], annex.title, "7.3.7", strength)
        elif annex.label != wanted:
            yield _found(Element.ATTACHMENT_LABEL, wanted, annex.label, "7.3.7", strength)


def _references(document: OfficialDocument, _: Issuing) -> Iterator[Finding]:
    """7.3.4: an attachment the text names stands in the 附件说明."""
    count = len(document.attachments)
    body = (words for part, words in texts(document) if part == "body")
    for seen in (seen.group() for words in body for seen in _SEE.finditer(words)):
        places = [_place(each) for each in _SEEN.findall(seen)] or [1]
        if any(place > count for place in places):
            yield _found(Element.REFERENCE, "", seen, "7.3.4", Strength.RECOMMENDED)


def _place(number: str) -> int:
    return int(number) if number.isdecimal() else _COUNTED.get(number, 0)


def _bare(name: str) -> str:
    return "".join(name.split()).strip("《》")


def _signers(document: OfficialDocument, issuing: Issuing) -> Iterator[Finding]:
    """7.2.6: what goes to a superior agency names its signers; who approves is another rule."""
    if issuing.upward and document.form is Form.DOCUMENT and not document.signers:
        yield _found(Element.SIGNERS, 1, 0, "7.2.6")
    if document.signers and not issuing.upward:
        yield _found(Element.SIGNERS, 0, len(document.signers), "7.2.6", Strength.PRACTICE)
    if issuing.approvers and issuing.approver not in issuing.approvers:
        wanted = "、".join(sorted(issuing.approvers))
        yield _found(Element.APPROVER, wanted, issuing.approver or "", issuing.approval_clause)


def _signature(document: OfficialDocument, _: Issuing) -> Iterator[Finding]:
    """7.3.5: each agency of the head signs, in its order; 纪要 bear no seal."""
    signature = document.signature
    if not signature:
        return
    if document.form is Form.MINUTES:
        if signature.sealed:
            yield _found(Element.SEALED, 0, 1, "10.3")
        return
    heads = (document.agency, *document.joint)
    if document.joint and signature.organs != heads:
        yield _found(Element.SIGNATURE, "、".join(heads), "、".join(signature.organs), "7.3.5.1")


def _private(document: OfficialDocument, issuing: Issuing) -> Iterator[Finding]:
    """What goes to others than those who handle the case tells nobody who the parties are."""
    if not issuing.desensitised:
        return
    shielded = (words for part, words in texts(document) if part in _SHIELDED)
    for words in (unicodedata.normalize("NFKC", each) for each in shielded):
        told = (found.group() for pattern in _PRIVATE for found in pattern.finditer(words))
        for number in dict.fromkeys(told):
            yield _found(Element.PRIVATE, "", number, "-", Strength.PRACTICE)


_JUDGES: Final = (
    _whole,
    _number,
    _day,
    _head,
    _words,
    _addressee,
    _full_names,
    _days,
    _attachments,
    _references,
    _signers,
    _signature,
    _private,
)
