"""Whatever a document says, in every form: its pages keep its text, their room and the rules."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.audit import audit
from app.documents.audit.lines import Box, Line, Read, read
from app.documents.cjk.classes import NOT_AT_END, NOT_AT_START
from app.documents.cjk.justify import WIDEST
from app.documents.compose import Composed
from app.documents.layout.ops import Modules, Stroke
from app.documents.model import (
    Annex,
    Attendance,
    Blank,
    Block,
    Cell,
    Form,
    OfficialDocument,
    Printing,
    Row,
    Signature,
    SlipField,
    Table,
    TextSize,
    text,
    texts,
)
from app.documents.standard import BOTTOM, CELL, LEFT, RIGHT, SIZE_3, TOP
from tests.documents.laid import laid
from tests.documents.samples import CHECK, RECEIPT, SHEET

_DAY = date(2026, 11, 5)
PHRASES = (
    *("示例市财政局", "采购文件", "涉嫌串通投标", "经查，", "2026年3月5日", "“陪标费”", "；", "、"),
    *("（项目编号：SL-2026-0001）", "《中华人民共和国政府采购法》", "第七十七条", "处理结果。"),
    *(
        "3.5万元",
        "〔2026〕1号",
        "……",
        "——",
        "当事人",
        "91990000MA0000000X",
        "的",
        "A&B",
        "％",
        "！",
    ),
)
FIELDS = (SlipField("移交人", Blank.LINE), SlipField("接收人", Blank.LINE))
NAME = "示例市财政公安审计监督管理局"
seeds = st.integers(0, 10**9)
"""A document is made of a number: printed as an example it says as much as the document would."""


class Maker:
    """Documents of every form, each part long or short, there or not."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)

    def words(self, most: int) -> str:
        return "".join(self._chance.choices(PHRASES, k=self._chance.randint(1, most)))

    def name(self) -> str:
        return "".join(self._chance.choices(NAME, k=self._chance.randint(2, 14)))

    def maybe(self, what: str) -> str:
        return what if self._chance.random() < 0.5 else ""

    def block(self) -> Block:
        if self._chance.random() < 0.2:
            return Block(table=self.table())
        return text(self.words(50), self._chance.randint(0, 4), self.maybe(self.words(40)))

    def table(self) -> Table:
        rows = (
            Row((Cell(self.words(3)), Cell(self.words(60), foot=self.maybe("签名：　年　月　日"))))
            for _ in range(self._chance.randint(0, 5))
        )
        head = Row((Cell("序号", heading=True), Cell("内容", heading=True)))
        return Table((1, 3), (head,), tuple(rows), self._chance.choice([*TextSize]))

    def body(self) -> tuple[Block, ...]:
        return tuple(self.block() for _ in range(self._chance.randint(1, 6)))

    def annexes(self) -> tuple[Annex, ...]:
        return tuple(
            Annex(
                self.maybe("附件"),
                self.words(4),
                self.body(),
                self._chance.choice(((), FIELDS)),
                coded=bool(coded),
                landscape=not coded,
            )
            for coded in self._chance.choices((0, 1), k=self._chance.randint(0, 2))
        )

    def signature(self, form: Form) -> Signature:
        day = _DAY if self._chance.random() < 0.8 else None
        sealed = form is not Form.MINUTES and self._chance.random() < 0.7
        count = self._chance.choice((0, 0, 0, 1, 2, 3, 5, 8, 11, 14))
        others = tuple(self.name() for _ in range(count))
        return Signature(self.name(), day, sealed, others)

    def document(self) -> OfficialDocument:
        form = self._chance.choice([*Form])
        signature = self.signature(form)
        if form is Form.TABLE:
            table = replace(SHEET, body=self.body(), title=self.words(4))
            return replace(table, annexes=self.annexes())
        return OfficialDocument(
            form=form,
            agency=signature.organ,
            joint=signature.others,
            title=self.words(5),
            number="示财采〔2026〕3号" if signature.day else "",
            addressee=self.name(),
            body=(text("现将有关事项通知如下。" * 3), *self.body()),
            attachments=tuple(self.name() for _ in range(self._chance.choice((0, 1, 2, 6, 40)))),
            signature=signature,
            contact=self.maybe(self.words(4)),
            copy_to=self.maybe(self.words(30)),
            receipt=self._chance.choice((None, RECEIPT)),
            annexes=self.annexes(),
            urgency=self._chance.choice(("", "特急", "加急")),
            check=CHECK,
            serial=self.maybe("000001"),
            signers=tuple("甲某某" for _ in range(self._chance.choice((0, 0, 1, 4)))),
            attendance=tuple(
                Attendance("出席", self.words(60)) for _ in range(self._chance.randint(0, 2))
            ),
            printing=self._chance.choice((None, Printing("示例市财政局办公室", _DAY))),
        )


def made(seed: int) -> OfficialDocument:
    return Maker(seed).document()


def pages_of(composed: Composed) -> tuple[Read, ...]:
    return read(composed.pages, composed.faces)


@settings(max_examples=25)
@given(seeds)
def test_no_character_is_lost(seed: int) -> None:
    document = made(seed)
    composed = laid(document)
    wanted = Counter(char for _, words in texts(document) for char in words if char.strip())
    if document.form is Form.LETTER and document.printing:
        wanted -= Counter(document.printing.organ)

    drawn = Counter(
        char
        for page in composed.pages
        for op in page.ops
        if hasattr(op, "text")
        for char in op.text
        if char.strip()
    )

    assert wanted - drawn == Counter()


@settings(max_examples=25)
@given(seeds)
def test_the_audit_blocks_nothing_the_program_composed(seed: int) -> None:
    document = made(seed)
    composed = laid(document)

    blocked = [
        finding
        for finding in audit(document, composed)
        if finding.blocks and finding.element != "attachment_name"
    ]

    assert blocked == []


@settings(max_examples=25)
@given(seeds)
def test_nothing_is_inked_outside_the_text_area(seed: int) -> None:
    document = made(seed)
    for page in pages_of(laid(document)):
        for box in page.boxes:
            # The ink of a few characters is larger than their cell; 5.2.1 allows a millimetre.
            assert box.left >= LEFT - 0.5
            assert box.right <= RIGHT + 0.5
            assert box.top >= TOP - 0.5
            assert box.bottom <= BOTTOM + 0.5


def inked(page: Read) -> Iterator[Box]:
    yield from page.boxes
    yield from (line.box for line in page.marks)
    for op in page.page.ops:
        if isinstance(op, Modules):
            yield Box(op.x, op.y, op.x + op.side, op.y + op.side)


def crossing(one: Box, other: Box) -> float:
    """How deep the two lie in each other, in millimetres."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return min(across, down)


@settings(max_examples=25)
@given(seeds)
def test_nothing_covers_anything_else(seed: int) -> None:
    document = made(seed)
    for page in pages_of(laid(document)):
        boxes = sorted(inked(page), key=lambda box: box.top)
        for place, one in enumerate(boxes):
            for other in boxes[place + 1 :]:
                if other.top > one.bottom:
                    break
                assert crossing(one, other) < 0.15


@settings(max_examples=25)
@given(seeds)
def test_no_rule_runs_through_the_text(seed: int) -> None:
    document = made(seed)
    for page in pages_of(laid(document)):
        rules = [op for op in page.page.ops if isinstance(op, Stroke)]
        for rule in rules:
            drawn = Box(
                min(rule.x1, rule.x2), min(rule.y1, rule.y2),
                max(rule.x1, rule.x2), max(rule.y1, rule.y2),
            )  # fmt: skip
            assert not any(crossing(drawn, box) > 0 for box in page.boxes)


@settings(max_examples=25)
@given(seeds)
def test_a_signature_stands_whole_on_a_page_with_text(seed: int) -> None:
    document = made(seed)
    signature = document.signature
    if not signature or document.form is Form.MINUTES or not signature.day:
        return
    if len(signature.organs) > 12:
        return  # Their seals alone are more than a page.

    (page,) = (
        page
        for page in pages_of(laid(document))
        if any(line.text == "2026年11月5日" for line in page.lines if line.size > 5.5)
    )

    shown = "".join(line.text for line in page.lines)
    assert signature.organ[:2] in shown
    assert len(page.lines) > 2


# -- lines of the text -----------------------------------------------------------------------

sentences = st.lists(
    st.lists(st.sampled_from(["采购", "供应商", "的", "公告", "《采购法》", "“陪标”"]), min_size=1)
    .map("".join)
    .map(lambda words: f"{words}，"),
    min_size=1,
    max_size=20,
).map(lambda parts: "".join(parts)[:-1] + "。")


def body_lines(words: str) -> list[Line]:
    """The lines of a letter whose text is *words*."""
    document = OfficialDocument(
        Form.LETTER, "示例市财政局", "关于有关事项的函", "示财采函〔2026〕1号", "", (text(words),)
    )
    return [
        line
        for page in pages_of(laid(document))
        for line in page.lines
        if abs(line.size - SIZE_3) < 1e-3 and "〔" not in line.text
    ]


@given(sentences)
def test_the_lines_of_a_paragraph_are_its_text(words: str) -> None:
    assert "".join(line.text for line in body_lines(words)) == words


@given(sentences)
def test_no_line_of_a_paragraph_starts_or_ends_with_a_forbidden_sign(words: str) -> None:
    for before, after in pairwise(body_lines(words)):
        assert after.text[0] not in NOT_AT_START
        assert before.text[-1] not in NOT_AT_END


@given(sentences)
def test_every_line_of_a_paragraph_but_the_last_is_flush(words: str) -> None:
    for line in body_lines(words)[:-1]:
        slack = (RIGHT - line.right) / CELL
        assert slack < 0.01 or slack > WIDEST * (len(line.text) - 1)
        assert line.right <= RIGHT + CELL / 2 + 0.01
