"""The facts of every letter for previews, the gallery and the tests: nobody and nothing real."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from app.demo.sample_papers import MARKET, NOTICE
from app.documents.kinds.facts import (
    FeedbackRequest,
    Issue,
    Objection,
    Review,
    ServedPaper,
    Service,
)
from app.documents.kinds.facts_casework import (
    AuditReferral,
    Clue,
    DisciplineClue,
    Handover,
    Lists,
    NotReferred,
    OpinionReply,
    OverdueItem,
    Reminder,
)
from app.kernel.clock import at_local
from app.kernel.terms import (
    EvidenceKind,
    MaterialKind,
    PartyKind,
    PartyRole,
    Post,
    ProcurementMethod,
    ProjectKind,
)
from app.rules.papers import Reference
from app.rules.particulars import (
    Article,
    CaseFacts,
    EvidenceFacts,
    Having,
    Material,
    PartyFacts,
    ProjectFacts,
    Referral,
    TeamMember,
    ViolationFacts,
)

COMPANY: Final = PartyFacts(
    uid="11111111-1111-4111-8111-111111111111",
    kind=PartyKind.ORGANISATION,
    role=PartyRole.SUPPLIER,
    name="示例科技有限公司",
    identifier="91990000MA0000015Q",
    override_reason="",
    address="示例市乙路2号",
    representative="丙某某",
    phone="0000-3333333",
)
PERSON: Final = PartyFacts(
    uid="22222222-2222-4222-8222-222222222222",
    kind=PartyKind.PERSON,
    role=PartyRole.EXPERT,
    name="丁某某",
    identifier="990000199001010017",
    override_reason="",
    address="示例市丁路1号",
    representative="",
    phone="",
)
PROJECT: Final = ProjectFacts(
    number="SL-2026-0001",
    name="示例市实验学校教学设备采购项目",
    kind=ProjectKind.GOODS,
    method=ProcurementMethod.OPEN_TENDER,
    purchaser="示例市实验学校",
    budget_fen=450_0000_00,
    contract_fen=418_0000_00,
    opened_on=date(2026, 6, 30),
    winner="示例科技有限公司",
)
FACTS: Final = (
    "2026年6月30日，该项目公开招标，示例科技有限公司等三家供应商参加投标，示例科技有限公司中标。\n"
    "经查，三家供应商的投标文件由同一台计算机制作，报价呈规律性差异，保证金由同一账户转出。"
)


def evidence(name: str, kind: EvidenceKind, sha256: str = "") -> EvidenceFacts:
    return EvidenceFacts(name, name, kind, "", "", None, "", True, 1, sha256)


def material(
    kind: MaterialKind,
    title: str,
    having: Having = Having.PRESENT,
    *,
    number: str = "",
    reason: str = "",
    original: bool = False,
    copies: int = 1,
    pages: int = 1,
    sha256: str = "",
) -> Material:
    there = having is Having.PRESENT
    return Material(
        kind=kind,
        title=title,
        number=number,
        having=having,
        reason=reason,
        original=original,
        copies=copies if there else 0,
        pages=pages if there else 0,
        medium="光盘" if sha256 else "纸质",
        sha256=sha256,
    )


CASE: Final = CaseFacts(
    uid="33333333-3333-4333-8333-333333333333",
    number="示财监案〔2026〕7号",
    name="示例科技有限公司等三家供应商涉嫌串通投标案",
    source="投诉举报",
    found_on=date(2026, 9, 1),
    amount_fen=418_0000_00,
    facts=FACTS,
    measures="已对投标文件和评标录像先行登记保存。",
    penalties="2026年8月20日，对示例科技有限公司作出警告的行政处罚（示财监罚〔2026〕3号）。",
    handler="甲某某",
    handler_phone="0000-1111111",
    crime_suspected=True,
    project=PROJECT,
    parties=(COMPANY, PERSON),
    violations=(
        ViolationFacts(
            "V303",
            "与采购人、其他供应商或者采购代理机构恶意串通",
            "《中华人民共和国政府采购法》第七十七条第一款第三项",
        ),
    ),
    evidence=(
        evidence("电子评审系统日志", EvidenceKind.ELECTRONIC, "ab" * 32),
        evidence("三家供应商投标文件", EvidenceKind.DOCUMENTARY),
        evidence("保证金转账凭证", EvidenceKind.DOCUMENTARY),
    ),
)
REFERRAL: Final = Referral(
    case=CASE,
    receiver_name="示例市公安局",
    copy_to="示例市人民检察院",
    offence="串通投标罪",
    offence_article="《中华人民共和国刑法》第二百二十三条",
    standard_article=(
        "《最高人民检察院、公安部关于公安机关管辖的刑事案件立案追诉标准的规定（二）》第六十八条"
    ),
    reasons="三家供应商相互串通投标报价，损害采购人和其他投标人利益，中标项目金额418万元。",
    bases=(
        "《行政执法机关移送涉嫌犯罪案件的规定》第三条、第五条",
        "《中华人民共和国行政处罚法》第二十七条第一款",
    ),
    route="T1",
    receiver_reason="",
    economic_crime=True,
    team=(TeamMember("甲某某", "99000001"), TeamMember("己某某", "99000002")),
    materials=(
        material(
            MaterialKind.REFERRAL_LETTER,
            "涉嫌犯罪案件移送书",
            number="示财案移〔2026〕1号",
            original=True,
            pages=3,
        ),
        material(
            MaterialKind.INVESTIGATION_REPORT, "涉嫌犯罪案件情况的调查报告", original=True, pages=12
        ),
        material(MaterialKind.ARTICLES_LIST, "涉案物品清单", original=True, copies=2),
        material(
            MaterialKind.INSPECTION_REPORT,
            "检验报告或者鉴定结论",
            Having.ABSENT,
            reason="本案不涉及检验、鉴定",
        ),
        material(MaterialKind.OTHER, "三家供应商投标文件", pages=286),
        material(MaterialKind.OTHER, "评审系统日志光盘", pages=0, sha256="ab" * 32),
        material(
            MaterialKind.OTHER, "样本商贸有限公司账户流水", Having.FOLLOWS, reason="已向银行调取"
        ),
    ),
    articles=(
        Article(
            "加密锁",
            "CA-2型",
            "3个",
            "序列号末四位0011",
            "示例市财政局",
            "登记保存清单",
            state="完好",
            remark="附照片",
        ),
    ),
)
ISSUE: Final = Issue(
    agency="示例市财政局",
    receiver="示例市公安局",
    handler="甲某某",
    phone="0000-1111111",
    number="示财案移〔2026〕1号",
    day=date(2026, 9, 18),
    register="3f2c8a10-4b1d-4c7e-9a52-6d3e0f1a2b3c",
)
BARE: Final = replace(
    REFERRAL,
    case=replace(
        CASE,
        number="",
        amount_fen=0,
        measures="",
        penalties="",
        project=None,
        parties=(replace(COMPANY, identifier="", address="", representative="", phone=""),),
        violations=(),
        evidence=(),
    ),
    standard_article="",
    materials=(material(MaterialKind.INVESTIGATION_REPORT, "涉嫌犯罪案件情况的调查报告"),),
    articles=(),
)
"""A referral with nothing that a letter can do without."""

OBJECTION: Final = Objection(
    referral=REFERRAL,
    referral_number="示财案移〔2026〕1号",
    referral_day=date(2026, 9, 18),
    decided_by="示例市公安局",
    decision_title="不予立案通知书",
    decision_number="示公不立字〔2026〕12号",
    decision_day=date(2026, 9, 21),
    decision_received_at=at_local(2026, 9, 22, 10, 30),
    decision_reasons="经审查，认为现有证据不足以证明有犯罪事实。",
    reasons="投标文件由同一台计算机制作，已有电子数据证实。",
    enclosures=("不予立案通知书复印件",),
)
REVIEW: Final = Review(
    "复议决定通知书", "示公复字〔2026〕2号", date(2026, 9, 26), at_local(2026, 9, 27, 9, 5)
)
FEEDBACK: Final = FeedbackRequest(
    case_name=CASE.name,
    letter_title="涉嫌犯罪案件移送书",
    letter_number="示财案移〔2026〕1号",
    letter_day=date(2026, 9, 18),
    acknowledged_at=at_local(2026, 9, 18, 15, 20),
    basis="《行政执法机关移送涉嫌犯罪案件的规定》第八条",
    questions=("是否作出立案或者不予立案的决定；", "是否需要补充材料。"),
)
SERVICE: Final = Service(
    case_name=CASE.name,
    papers=(ServedPaper("涉嫌犯罪案件移送书", "示财案移〔2026〕1号", 1),),
    servers=REFERRAL.team,
)
SENT: Final = Reference("涉嫌犯罪案件移送书", "示财案移〔2026〕1号", date(2026, 9, 18))
SIGNED: Final = at_local(2026, 9, 18, 15, 20)
LISTS: Final = Lists(REFERRAL, SENT)
HANDOVER: Final = Handover(
    referral=REFERRAL,
    letter=SENT,
    filing=Reference("立案告知书", "示公立告字〔2026〕8号", date(2026, 9, 21)),
    filing_received_at=at_local(2026, 9, 22, 10, 30),
    place="示例市公安局经侦支队",
    custody="加密锁由示例市公安局保管；鉴定完毕后的退还，由双方另行商定。",
)
NOT_REFERRED: Final = NotReferred(
    referral=REFERRAL,
    reported_at=at_local(2026, 9, 15, 9, 5),
    standard="中标项目金额未达到追诉标准规定的数额；没有违法所得，未造成直接经济损失。",
    reasons="现有证据不足以证明达到立案追诉标准。",
    handling="依照《政府采购法》第七十七条的规定，继续行政处罚程序。",
    approver="庚某某",
    post=Post.HEAD,
    post_basis="",
    decided_at=at_local(2026, 9, 16, 16, 30),
)
AUDIT: Final = AuditReferral(
    referral=replace(
        REFERRAL,
        case=replace(CASE, source="审计发现", measures="", penalties=""),
        articles=(),
        materials=(
            material(MaterialKind.OTHER, "审计取证单", original=True, copies=6, pages=3),
            material(MaterialKind.OTHER, "审计工作底稿摘录", pages=9),
            material(MaterialKind.OTHER, "三家供应商投标文件", pages=286),
            material(MaterialKind.OTHER, "保证金转账凭证", pages=2),
            material(MaterialKind.OTHER, "评审系统日志光盘", pages=0, sha256="ab" * 32),
        ),
    ),
    project="示例市实验学校2025年度预算执行情况审计",
    period="2025年1月至2026年6月的政府采购活动",
    opinion="建议依法查处有关供应商恶意串通的行为。",
)
TRANSFER: Final = replace(
    REFERRAL,
    case=replace(
        CASE,
        number="示财监案〔2026〕9号",
        name="样本商贸有限公司涉嫌以虚假材料取得登记案",
        facts=(
            "2026年6月30日，样本商贸有限公司参加该项目投标，未中标。我局处理投诉时，该公司登记的法定代表人"
            "戊某某称从未办理过登记，登记材料上的签名不是其本人所签；登记住所的房屋所有权人称未将房屋出租给该公司。"
        ),
        measures="",
        penalties="",
        parties=(
            replace(
                COMPANY,
                name="样本商贸有限公司",
                identifier="91990000MA0000023K",
                address="示例市戊路5号",
                representative="戊某某",
                phone="",
            ),
        ),
        violations=(),
        evidence=(
            evidence("样本商贸有限公司投标文件", EvidenceKind.DOCUMENTARY),
            evidence("对戊某某的询问笔录", EvidenceKind.STATEMENT),
            evidence("询问录像光盘", EvidenceKind.AUDIOVISUAL, "cd" * 32),
        ),
    ),
    receiver_name=MARKET,
    copy_to="",
    offence="",
    offence_article="",
    standard_article="",
    reasons="以虚假材料取得登记，情节严重的可能被吊销营业执照，由登记机关查处。",
    bases=("《中华人民共和国市场主体登记管理条例》第四十四条", NOTICE),
    route="T2",
    economic_crime=False,
    materials=(
        material(MaterialKind.INVESTIGATION_REPORT, "案件情况的调查报告", original=True, pages=6),
        material(MaterialKind.OTHER, "样本商贸有限公司投标文件", pages=94),
        material(MaterialKind.OTHER, "对戊某某的询问笔录", original=True, pages=5),
        material(MaterialKind.OTHER, "询问录像光盘", pages=0, sha256="cd" * 32),
    ),
    articles=(),
)
CLUE: Final = Clue(
    referral=replace(
        TRANSFER,
        case=replace(
            TRANSFER.case,
            name="示例科技有限公司涉嫌使用伪造的检验报告",
            facts=(
                "2026年6月30日，该项目公开招标，示例科技有限公司中标。我局处理投诉时，投标文件所附检验报告"
                "载明的检验机构称未出具过该报告。"
            ),
            parties=(COMPANY,),
            evidence=(
                evidence("投标文件所附检验报告", EvidenceKind.DOCUMENTARY),
                evidence("检验机构的书面说明", EvidenceKind.DOCUMENTARY),
            ),
        ),
        bases=(NOTICE,),
        materials=(
            material(MaterialKind.OTHER, "投标文件所附检验报告", pages=4),
            material(MaterialKind.OTHER, "检验机构的书面说明", original=True),
        ),
    ),
    opinion="检验报告疑为伪造，可能违反市场监督管理法律法规。",
    secrecy="请将知悉范围限于承办人员，不得向有关单位和人员透露线索来源。",
)
REMINDER: Final = Reminder(
    case_name=CASE.name,
    letter=SENT,
    acknowledged_at=SIGNED,
    overdue=(
        OverdueItem(
            "审查并决定是否立案",
            "《公安机关办理经济犯罪案件的若干规定》第十六条",
            SIGNED,
            date(2026, 9, 28),
        ),
    ),
    noted=date(2026, 10, 12),
    wanted_by=date(2026, 10, 20),
)
OPINION_REPLY: Final = OpinionReply(
    case_name=CASE.name,
    opinion=Reference("检察意见书", "示检行检意〔2026〕5号", date(2026, 11, 2)),
    result="我局已于2026年11月20日作出行政处罚决定，对示例科技有限公司处采购金额千分之五的罚款。",
    enclosures=("行政处罚决定书复印件",),
)
DISCIPLINE: Final = DisciplineClue(
    person="辛某某",
    post="示例单位副职",
    rank="待核",
    found="工作中发现",
    facts="2026年6月，示例项目评审期间，辛某某打招呼干预评审（演练内容）。",
    evidence="情况说明1份",
    done="未向任何人核实。",
    known_to="发现人、单位负责人",
)
