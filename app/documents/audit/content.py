"""What a document says, before it is issued: numbers, dates, attachments, names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from app.documents.audit.findings import Element, Finding, Issuing
from app.documents.model import Form, OfficialDocument, texts
from app.documents.standard import SERIAL_DIGITS, Strength
from app.rules import numbering

_RULED: Final = Strength.PRESCRIBED
_URGENCIES: Final = ("特急", "加急")
_PADDED: Final = re.compile(r"\d{4}年(?:0\d月|\d{1,2}月0\d日)|(?<!\d)0\d月\d{1,2}日")
_BLANK_PAGE: Final = "此页无正文"
_SECRET: Final = re.compile(r"(?:绝密|机密|秘密)\s*★")
_ENDS: Final = frozenset("，。；、：,.;:")
_LABEL: Final = re.compile(r"附件(\d*)")
_OFFICIAL: Final = frozenset({Form.DOCUMENT, Form.LETTER})
_ADDRESSED: Final = frozenset({Form.LETTER, Form.ENFORCEMENT})


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
        if _BLANK_PAGE in words:
            yield _found(Element.BLANK_PAGE, "", _BLANK_PAGE, "7.3.5.5")
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


_JUDGES: Final = (_number, _day, _head, _words, _addressee, _attachments, _signers, _signature)
