"""Documents of every form, with synthetic names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from app.documents.model import (
    Align,
    Annex,
    Blank,
    Block,
    Cell,
    CheckMark,
    Form,
    OfficialDocument,
    Receipt,
    Row,
    Signature,
    SlipField,
    Table,
    TextSize,
    text,
)

FACTS: Final = (
    "经查，2026年6月30日，示例市实验学校教学设备采购项目（项目编号：SL-2026-0001）采用公开招标方式采购，"
    "预算金额450万元，中标金额418万元，中标供应商为示例科技有限公司。我局在处理投诉过程中，调取了全部投标"
    "文件和评审录像，发现示例科技有限公司与样本商贸有限公司的投标文件由同一台计算机制作（文件创建标识码均为"
    "8C-16-45-A2-0F-3D），技术方案存在连续12页文字雷同，且报价呈规律性差异；两家公司的投标保证金于同日从"
    "同一账户转出。丙某某承认受托同时编制两家公司的投标文件，并约定支付“陪标费”3万元。"
)
PARTY: Final = (
    "示例科技有限公司，统一社会信用代码91990000MA0000000X，住所：示例市乙路2号，"
    "法定代表人：丙某某。"
)
MATRIX: Final = tuple("10" * 12 + "1" if row % 2 else "01" * 12 + "0" for row in range(25))
CHECK: Final = CheckMark("7F3A-91C2-0BD4", MATRIX)
RECEIPT: Final = Receipt(
    title="涉嫌犯罪案件移送书回执",
    addressee="示例市财政局",
    paragraphs=(
        "你局移送的《涉嫌犯罪案件移送书》（示财案移〔2026〕1号）及所附材料共3件、26页收悉。",
    ),
    fields=(
        SlipField("接收人（签名）", Blank.LINE),
        SlipField("联系电话", Blank.LINE),
        SlipField("接收单位（盖章）", Blank.SEAL),
        SlipField("", Blank.MOMENT),
    ),
)


def materials(count: int) -> Annex:
    """A 移送材料清单 of *count* lines."""
    head = Row(
        tuple(
            Cell(name, align=Align.CENTRE, heading=True)
            for name in ("序号", "材料名称", "份数", "备注")
        )
    )
    rows = tuple(
        Row((Cell(f"{number}", align=Align.CENTRE), Cell("调查报告"), Cell("1"), Cell("原件")))
        for number in range(1, count + 1)
    )
    table = Table((2, 9, 2, 4), (head,), rows, TextSize.SMALL_FOUR)
    closing = (SlipField("移交人", Blank.LINE), SlipField("接收人", Blank.LINE))
    return Annex("附件1", "移送材料清单", (Block(table=table),), closing, coded=True)


REFERRAL: Final = OfficialDocument(
    form=Form.ENFORCEMENT,
    agency="示例市财政局",
    title="涉嫌犯罪案件移送书",
    number="示财案移〔2026〕1号",
    addressee="示例市公安局",
    body=(
        text("我局在查处示例科技有限公司涉嫌串通投标一案中，发现当事人的行为涉嫌构成犯罪。"),
        text("一、当事人", 1),
        text(PARTY),
        text("二、涉嫌犯罪事实", 1),
        text(FACTS),
        text("（一）书证。", 2, "投标文件2份、银行流水1份，详见移送材料清单。"),
        text("请你局依法审查，作出是否立案的决定，并书面告知我局。"),
    ),
    attachments=("移送材料清单", "涉嫌犯罪案件情况的调查报告"),
    signature=Signature("示例市财政局", date(2026, 11, 22), sealed=True),
    contact="联系人：甲某某，联系电话：0000-1111111",
    copy_to="示例市人民检察院",
    receipt=RECEIPT,
    annexes=(materials(3),),
    check=CHECK,
)
LETTER: Final = replace(
    REFERRAL,
    form=Form.LETTER,
    title="关于移送示例市实验学校教学设备采购项目供应商涉嫌串通投标案件的函",
    number="示财采函〔2026〕8号",
    receipt=None,
    annexes=(),
    check=None,
)


def sheet(facts: str) -> OfficialDocument:
    """An approval sheet whose second row holds *facts*."""
    foot = "签名：　　　　年　　月　　日"
    rows = (
        Row((Cell("案由", heading=True, align=Align.CENTRE), Cell("涉嫌串通投标案"))),
        Row((Cell("主要事实", heading=True, align=Align.CENTRE), Cell(facts))),
        Row((Cell("意见", heading=True, align=Align.CENTRE), Cell("同意移送。", foot=foot)), 6),
    )
    return OfficialDocument(
        form=Form.TABLE,
        agency="示例市财政局",
        title="移送涉嫌犯罪案件审批表",
        number="",
        addressee="",
        body=(Block(table=Table((1, 5), (), rows)),),
    )


SHEET: Final = sheet(FACTS)
"""One page."""
FORMS: Final = (REFERRAL, LETTER, SHEET)
