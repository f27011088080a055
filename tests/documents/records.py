"""A referral and what belongs to it: nobody and nothing real."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from app.documents.kinds.facts import (
    Approval,
    Facts,
    FeedbackRequest,
    Issue,
    Objection,
    Review,
    ServedPaper,
    Service,
)
from app.documents.kinds.letters import LetterKind
from app.kernel.clock import at_local
from app.kernel.terms import (
    EvidenceKind,
    MaterialKind,
    PartyKind,
    PartyRole,
    ProcurementMethod,
    ProjectKind,
)
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
from tests.documents.papers import EVERY_PAPER

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
    reason: str = "",
    copies: int = 1,
    pages: int = 1,
    sha256: str = "",
) -> Material:
    there = having is Having.PRESENT
    return Material(
        kind=kind,
        title=title,
        number="",
        having=having,
        reason=reason,
        original=False,
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
        material(MaterialKind.REFERRAL_LETTER, "涉嫌犯罪案件移送书", pages=4),
        material(MaterialKind.INVESTIGATION_REPORT, "涉嫌犯罪案件情况的调查报告", pages=12),
        material(MaterialKind.ARTICLES_LIST, "涉案物品清单", copies=2),
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
        Article("加密锁", "CA-2型", "3个", "序列号末四位0011", "示例市财政局", "登记保存清单"),
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
EVERY: Final[dict[LetterKind, Facts]] = {
    LetterKind.REFERRAL: REFERRAL,
    LetterKind.TRANSFER: replace(REFERRAL, receiver_name="示例市市场监督管理局"),
    LetterKind.APPROVAL: Approval(REFERRAL, opinion="建议移送。"),
    LetterKind.SERVICE: SERVICE,
    LetterKind.REVIEW_REQUEST: OBJECTION,
    LetterKind.SUPERVISION: OBJECTION,
    LetterKind.FEEDBACK: FEEDBACK,
    **EVERY_PAPER,
}
