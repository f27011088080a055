"""The same for the letters that stand alone."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.documents.kinds.facts import Facts
from app.documents.kinds.letters import LetterKind
from app.kernel.clock import at_local
from app.rules.papers import (
    Answer,
    Bulletin,
    Consultation,
    Figure,
    Ground,
    Item,
    MeetingNotice,
    Minutes,
    OperationReport,
    Reference,
    Reply,
    Resolution,
    TypicalCase,
)

MARKET: Final = "示例市市场监督管理局"
MEMBERS: Final = ("示例市公安局", "示例市审计局", MARKET)
NOTICE: Final = "《关于实施政府采购领域协同监管的通知》（示财采〔2026〕1号）"
CONFERENCE: Final = "示例市政府采购领域协同监管联席会议"

CONSULTATION: Final = Consultation(
    addressees=("示例市公安局",),
    case_name="某教学设备采购项目供应商涉嫌串通投标案",
    background=(
        "2026年6月，某教学设备采购项目公开招标，预算金额450万元，三家供应商参加投标。我局在处理投诉时发现，"
        "三家供应商的投标文件由同一台计算机制作，报价呈规律性差异，投标保证金由同一账户转出。\n"
        "其中一家供应商称，其仅受托代为制作文件，未参与报价。"
    ),
    grounds=(Ground.MAJOR, Ground.COMPLEX, Ground.UNCLASSIFIED),
    item=Item.FINANCE_POLICE,
    basis=NOTICE,
    questions=(
        "仅受托制作投标文件、未参与报价的供应商，是否可能构成串通投标的共同行为？",
        "投标文件机器码一致的电子数据，移送前应当如何固定和保全？",
        "中标项目金额以预算金额还是中标金额计算？",
    ),
    looked_up="已查阅《中华人民共和国刑法》第二百二十三条和有关立案追诉标准，未见对上述情形的明确规定。",
    wanted_by=date(2026, 9, 30),
    opinion_cited=False,
    enclosures=("投标文件机器码比对情况说明",),
)
REPLY: Final = Reply(
    addressees=("示例市财政局",),
    in_reply_to=Reference(
        title="示例市财政局关于咨询某教学设备采购项目供应商涉嫌串通投标案有关问题的函",
        number="示财采函〔2026〕12号",
        day=date(2026, 9, 18),
    ),
    about="某教学设备采购项目供应商涉嫌串通投标案有关问题",
    answers=(
        Answer(
            "仅受托制作投标文件的供应商是否可能构成共同行为？",
            "是否构成共同行为，应当结合其对串通投标是否明知、是否从中获利等情况综合判断。",
            "《刑法》第二十五条、第二百二十三条",
        ),
        Answer(
            "关于投标文件电子数据如何固定和保全的问题",
            "建议对原始存储介质先行登记保存；不能保存原始介质的，由两名以上执法人员提取电子数据，"
            "计算并记录完整性校验值，由有关人员签名。",
            "《公安机关办理刑事案件电子数据取证规则》第七条",
        ),
        Answer("中标项目金额如何计算。", "以中标通知书载明的中标金额计算。", ""),
    ),
    limits="以上意见根据来函所述情况提出，仅供办理案件参考，不代替案件受理后的审查结论。",
    enclosures=(),
)
MEETING: Final = MeetingNotice(
    addressees=MEMBERS,
    name=f"{CONFERENCE}2026年第三次会议",
    basis=NOTICE,
    purpose="通报协同监管情况、研究案件办理中的重点难点问题",
    starts_at=at_local(2026, 9, 25, 9, 30),
    place="示例市财政局三楼会议室（示例市甲路1号）",
    chair="示例市财政局分管负责人",
    attendees=(
        "示例市公安局、示例市审计局、示例市市场监督管理局分管负责人，业务科室负责人和联络员",
        "示例市财政局政府采购监督管理科全体人员",
    ),
    agenda=(
        "示例市财政局通报2026年第三季度政府采购领域协同监管情况",
        "研究涉嫌串通投标案件移送中证据固定和保全的问题",
        "审议下一阶段联合检查安排",
    ),
    materials=("本单位第三季度协同监管情况（书面，3份）", "提请会议研究的问题"),
    reply_by=date(2026, 9, 23),
)
MINUTES: Final = Minutes(
    addressees=(*MEMBERS, "各区县财政局"),
    conference=CONFERENCE,
    name="2026年第三次会议",
    held_at=at_local(2026, 9, 25, 9, 30),
    place="示例市财政局三楼会议室",
    convener="示例市财政局",
    chair="示例市财政局副局长庚某某",
    reported=(
        "示例市财政局通报了2026年第三季度政府采购领域协同监管情况。第三季度共移送涉嫌犯罪案件2件、"
        "发出咨询函3件，均已收到答复。",
        "示例市公安局通报了有关案件办理进展。",
    ),
    views=(
        "涉嫌串通投标案件的电子数据是定案的关键，发现线索后应当尽早固定。",
        "各成员单位应当明确联络员，案件移送后及时反馈办理情况。",
    ),
    resolutions=(
        Resolution(
            "制定投标文件电子数据固定和移送的操作指引",
            ("示例市财政局",),
            ("示例市公安局",),
            date(2026, 10, 31),
        ),
        Resolution(
            "对2026年下半年货物类采购项目开展一次联合检查",
            ("示例市财政局", "示例市市场监督管理局"),
            ("示例市审计局",),
            date(2026, 12, 15),
        ),
        Resolution("联络员变动的，五个工作日内书面告知牵头单位", ("各成员单位",), (), None),
    ),
    present=("甲某某（示例市财政局）", "乙某某（示例市公安局）", "辛某某（示例市审计局）"),
    absent=("壬某某（示例市市场监督管理局）",),
    observers=("癸某某（示例市公共资源交易中心）",),
)
BULLETIN: Final = Bulletin(
    addressees=MEMBERS,
    subject="投标文件雷同线索情况",
    facts="近期，在政府采购项目监督检查中发现，多个项目的投标文件存在机器码一致、错漏之处相同的情形，"
    "涉及货物类项目3个、服务类项目1个。",
    source="示例市财政局2026年8月政府采购项目监督检查。",
    advice=(
        "请在办理相关案件时注意核对投标文件的电子信息。",
        "发现同类线索的，请及时告知示例市财政局。",
    ),
    use_limit="本通报所列情况尚未查证属实，仅供成员单位工作参考，不作为处理依据，不得对外公开。",
)
FIGURES: Final = (
    Figure("示例市公安局", "案件咨询（答复）", 3, 3, 0, ""),
    Figure("示例市公安局", "涉嫌犯罪案件受理", 2, 1, 1, "立案1件"),
    Figure("示例市市场监督管理局", "案件移送", 1, 1, 0, ""),
    Figure("示例市审计局", "审计移送", 2, 0, 2, "正在核查"),
)
REPORT: Final = OperationReport(
    addressees=("示例市人民政府",),
    upward=True,
    signers=("庚某某",),
    mechanism="政府采购领域协同监管机制",
    since=date(2026, 7, 1),
    until=date(2026, 9, 30),
    figures=FIGURES,
    work=(
        "召开联席会议1次，议定事项3项，已办结1项。",
        "与示例市公安局、示例市市场监督管理局开展联合检查1次。",
    ),
    problems=("部分移送案件办理情况反馈不够及时。",),
    proposals=("建议将移送案件反馈情况纳入年度工作通报。",),
    next_steps=("制定电子数据固定和移送的操作指引。", "开展下半年联合检查。"),
)
TYPICAL: Final = TypicalCase(
    addressees=MEMBERS,
    name="某公司提供虚假材料谋取中标典型案例",
    facts="2026年3月，某公司在某医疗设备采购项目投标时，提交伪造的产品检测报告并中标。经检测机构核实，"
    "该报告并非其出具。",
    nature="某公司的行为属于提供虚假材料谋取中标。",
    articles=("《政府采购法》第七十七条第一款第一项",),
    outcome="2026年6月，财政部门对该公司处以采购金额千分之八的罚款，列入不良行为记录名单，一年内禁止参加"
    "政府采购活动。",
    lesson="供应商应当对投标材料的真实性负责；采购人、采购代理机构和评审专家发现材料存疑的，应当核实并报告。",
    approved_by="示例市财政局局长办公会",
    public=True,
)
EVERY_PAPER: Final[dict[LetterKind, Facts]] = {
    LetterKind.CONSULTATION: CONSULTATION,
    LetterKind.REPLY: REPLY,
    LetterKind.MEETING_NOTICE: MEETING,
    LetterKind.SIGN_IN: MEETING,
    LetterKind.MINUTES: MINUTES,
    LetterKind.BULLETIN: BULLETIN,
    LetterKind.REPORT: REPORT,
    LetterKind.TYPICAL_CASE: TYPICAL,
}
