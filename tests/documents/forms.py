"""Documents of the forms a joint mechanism issues beside letters, with synthetic names."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from app.documents.model import (
    Align,
    Annex,
    Attendance,
    Block,
    Cell,
    Form,
    OfficialDocument,
    Printing,
    Row,
    Signature,
    Table,
    TextSize,
    text,
)
from tests.documents.samples import LETTER, REFERRAL, SHEET

_DAY: Final = date(2026, 11, 5)
FOUR: Final = ("示例市财政局", "示例市公安局", "示例市审计局", "示例市市场监督管理局")

WIDE: Final = Table(
    (2, 6, 3, 3, 3, 3),
    (
        Row(
            tuple(
                Cell(name, align=Align.CENTRE, heading=True)
                for name in ("序号", "事项", "牵头单位", "协办单位", "完成时限", "备注")
            )
        ),
    ),
    tuple(
        Row(
            (
                Cell(f"{number}", align=Align.CENTRE),
                Cell("建立政府采购违法线索双向移送台账，每季度核对一次，并通报核对结果"),
                Cell("市财政局", align=Align.CENTRE),
                Cell("市公安局", align=Align.CENTRE),
                Cell("2026年12月31日", align=Align.CENTRE),
                Cell("长期"),
            )
        )
        for number in range(1, 15)
    ),
    TextSize.SMALL_FOUR,
)

DOCUMENT: Final = OfficialDocument(
    form=Form.DOCUMENT,
    agency=FOUR[0],
    title="示例市财政局关于进一步规范政府采购违法线索移送工作的通知",
    number="示财采〔2026〕13号",
    addressee="各区县财政局，市直各部门、单位，各采购代理机构",
    body=(
        text(
            "为加强政府采购领域协同监管，形成监管合力，依据《中华人民共和国政府采购法》等规定，"
            "现就有关事项通知如下："
        ),
        text("一、健全线索发现机制", 1),
        text("（一）拓宽来源渠道。", 2, "综合运用投诉举报、监督检查、审计移送等方式发现线索。"),
        text("1. 投诉举报。", 3, "对实名举报应当在7个工作日内登记，并告知受理情况。"),
        text("（1）登记内容。", 4, "登记举报人、被举报人、主要事实和证据目录。"),
        text("二、规范移送程序", 1),
        text("各单位应当指定专人负责，做到一案一档、有据可查。" * 8),
    ),
    attachments=("联席会议成员单位职责分工表", "政府采购违法线索移送工作任务清单（2026年度）"),
    signature=Signature(FOUR[0], _DAY, sealed=True),
    contact="此件公开发布",
    copy_to="市纪委监委，市人民检察院，市公安局、市审计局、市市场监督管理局",
    annexes=(
        Annex("附件1", "联席会议成员单位职责分工表", (text("各成员单位按照职责分工负责。"),)),
        Annex(
            "附件2",
            "政府采购违法线索移送工作任务清单",
            (Block(table=WIDE),),
            landscape=True,
        ),
    ),
    printing=Printing(f"{FOUR[0]}办公室", date(2026, 11, 6)),
)
"""文件 of one agency, with attachments upright and turned."""

JOINT: Final = replace(
    DOCUMENT,
    joint=FOUR[1:],
    title="　".join(FOUR) + "\n关于印发《政府采购联合监管工作机制》的通知",
    signature=Signature(FOUR[0], _DAY, sealed=True, others=FOUR[1:]),
    attachments=(),
    annexes=(),
)
"""文件 of four agencies with their seals."""

UPWARD: Final = replace(
    DOCUMENT,
    agency="示例市财政局",
    serial="000001",
    urgency="特急",
    signers=("甲某某", "乙某", "丙某某"),
    title="示例市财政局关于政府采购联合监管机制运行情况的报告",
    number="示财采〔2026〕20号",
    addressee="示例市人民政府",
    attachments=(),
    annexes=(),
)
"""文件 to a superior agency: it names who signed."""

MINUTES: Final = OfficialDocument(
    form=Form.MINUTES,
    agency=FOUR[0],
    mark="示例市政府采购联合监管联席会议纪要",
    title="2026年第三次联席会议纪要",
    number="示联席纪〔2026〕3号",
    addressee="",
    body=(
        text(
            "2026年11月3日，市财政局召集主持2026年第三次联席会议，通报前三季度运行情况，"
            "研究部署下一步工作。纪要如下："
        ),
        text("一、关于线索移送", 1),
        text("会议认为，各成员单位应当按照机制要求及时移送线索，移送材料应当完整、规范。" * 3),
        text("二、议定事项", 1),
        text("1. ", 3, "市财政局负责汇总前三季度数据，11月20日前报送联席会议办公室。"),
        text("2. ", 3, "市公安局负责反馈已受理案件的办理情况，11月30日前完成。"),
    ),
    signature=Signature("示例市财政局", _DAY, sealed=False),
    attendance=(
        Attendance(
            "出席",
            "甲某某（市财政局）、乙某某（市公安局）、丙某某（市审计局），"
            "丁某某、戊某某（市市场监督管理局）",
        ),
        Attendance("请假", "己某某（市公安局）"),
        Attendance("列席", "庚某某（市财政局政府采购监督管理科）"),
    ),
    copy_to="市纪委监委，市人民检察院",
    printing=Printing("示例市财政局办公室", date(2026, 11, 6)),
)

ALL_FORMS: Final = {
    "document": DOCUMENT,
    "joint": JOINT,
    "upward": UPWARD,
    "letter": LETTER,
    "minutes": MINUTES,
    "enforcement": REFERRAL,
    "table": SHEET,
}
