"""Synthetic agencies, persons and cases for tests: nobody and nothing real."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from app.kernel.clock import Clock, SetClock
from app.kernel.terms import (
    AgencyLevel,
    AgencyRole,
    Carrier,
    MaterialKind,
    MatterKind,
    PartyKind,
    PartyRole,
    Post,
    ProcurementMethod,
    ProjectKind,
    Purpose,
    new_uid,
)
from app.rules.particulars import (
    CaseFacts,
    Having,
    Material,
    PartyFacts,
    ProjectFacts,
    Referral,
    TeamMember,
    ViolationFacts,
)
from app.rules.steps import StepKind
from app.services import cases, matters, members, setup
from app.services.admission import StepDraft
from app.services.cases import CaseDraft
from app.services.matters import MatterDraft
from app.services.setup import AgencyDraft, MechanismDraft, Register, RegisterDraft
from app.vault.slots import Cost

CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
PASSPHRASE = "演练用口令 不作他用 2026"
NOON = datetime(2026, 9, 16, 4, 0, tzinfo=UTC)

FINANCE = AgencyDraft(
    name="示例市财政局",
    short_name="市财政局",
    handle="sl-czj",
    role=AgencyRole.FINANCE,
    level=AgencyLevel.CITY,
    region_code="990000",
    liaison="甲某某",
    phone="0000-1111111",
    address="示例市甲路1号",
)
POLICE = replace(
    FINANCE,
    name="示例市公安局",
    short_name="市公安局",
    handle="sl-gaj",
    role=AgencyRole.POLICE,
    liaison="乙某某",
    phone="0000-2222222",
)
MECHANISM = MechanismDraft(name="示例市政府采购领域协同监管机制", basis="示财采〔2026〕1号")


def clock() -> SetClock:
    return SetClock(NOON)


def make_register(
    folder: Path,
    agency: AgencyDraft = FINANCE,
    *,
    at: Clock | None = None,
    purpose: Purpose = Purpose.EXERCISE,
    mechanism: MechanismDraft | None = None,
) -> Register:
    """A real register with a cheap key slot, open."""
    draft = RegisterDraft(
        folder=folder,
        purpose=purpose,
        agency=agency,
        mechanism=mechanism,
        user_name=agency.liaison,
        user_post="联络员",
        passphrase=PASSPHRASE,
    )
    return setup.create_register(draft, at or clock(), CHEAP).register


def introduce(one: Register, other: Register, folder: Path) -> None:
    """Both keep each other's card and compare every group of the fingerprint."""
    for giver, taker in ((one, other), (other, one)):
        path = members.write_card(giver, folder)
        uid = members.keep_card(taker, path).uid
        shown = members.rows(giver)[0].fingerprint
        heard = dict(enumerate(shown, 1))
        members.verify_card(taker, uid, heard, "演练：当面核对")


def case_draft(name: str = "示例科技有限公司涉嫌串通投标案") -> CaseDraft:
    return CaseDraft(
        number="",
        name=name,
        source="投诉举报",
        found_on=date(2026, 9, 1),
        amount_fen=4_180_000_00,
        facts="经查，示例科技有限公司与样本商贸有限公司的投标文件由同一台计算机制作，"
        "报价呈规律性差异。",
        measures="已调取投标文件和评审录像。",
        penalties="",
        handler="甲某某",
        handler_phone="0000-1111111",
        crime_suspected=True,
        project=ProjectFacts(
            number="SL-2026-0001",
            name="示例市实验学校教学设备采购项目",
            kind=ProjectKind.GOODS,
            method=ProcurementMethod.OPEN_TENDER,
            purchaser="示例市实验学校",
            budget_fen=4_500_000_00,
            contract_fen=4_180_000_00,
            opened_on=date(2026, 6, 30),
            winner="示例科技有限公司",
        ),
        parties=(
            PartyFacts(
                uid=new_uid(),
                kind=PartyKind.ORGANISATION,
                role=PartyRole.SUPPLIER,
                name="示例科技有限公司",
                identifier="91990000MA0000015Q",
                override_reason="",
                address="示例市乙路2号",
                representative="丙某某",
                phone="",
            ),
        ),
        violations=(
            ViolationFacts("V303", "与采购人、其他供应商或者采购代理机构恶意串通", "法77(三)"),
        ),
    )


def referral(case: CaseFacts, materials: tuple[Material, ...] = ()) -> Referral:
    """Complete particulars for a referral of *case* to the police."""
    return Referral(
        case=case,
        receiver_name=POLICE.name,
        copy_to="示例市人民检察院",
        offence="串通投标罪",
        offence_article="《中华人民共和国刑法》第二百二十三条",
        standard_article="《最高人民检察院 公安部关于公安机关管辖的刑事案件"
        "立案追诉标准的规定（二）》第六十八条",
        reasons="上述单位相互串通投标报价，中标项目金额四百万元以上，涉嫌构成犯罪。",
        bases=(
            "《行政执法机关移送涉嫌犯罪案件的规定》第三条、第五条",
            "《中华人民共和国行政处罚法》第二十七条",
        ),
        route="T1",
        receiver_reason="",
        economic_crime=True,
        team=(TeamMember("甲某某", "SL0001"), TeamMember("戊某某", "SL0002")),
        materials=materials
        or (
            Material(
                kind=MaterialKind.REFERRAL_LETTER,
                title="涉嫌犯罪案件移送书",
                number="",
                having=Having.PRESENT,
                reason="",
                original=True,
                copies=1,
                pages=3,
                medium="纸质",
                sha256="",
            ),
            Material(
                kind=MaterialKind.INVESTIGATION_REPORT,
                title="涉嫌犯罪案件调查报告",
                number="",
                having=Having.PRESENT,
                reason="",
                original=True,
                copies=1,
                pages=12,
                medium="纸质",
                sha256="",
            ),
        ),
        articles=(),
    )


def step(kind: StepKind, at: datetime, **fields: str) -> StepDraft:
    """A step told on paper."""
    return StepDraft(kind=kind, occurred_at=at, carrier=Carrier.PAPER, fields=fields)


def approved_matter(register: Register, counterpart_uid: str, case_uid: str, at: datetime) -> str:
    """A referral of a case, reported and approved by the head at *at*; its uid."""
    uid = reported_matter(register, counterpart_uid, case_uid, at)
    approved = step(StepKind.APPROVED, at, approver="己某某", post=Post.HEAD)
    matters.record_step(register, uid, approved)
    return uid


def reported_matter(register: Register, counterpart_uid: str, case_uid: str, at: datetime) -> str:
    """A referral of a case on which the head has the report since *at*; its uid."""
    draft = MatterDraft(
        kind=MatterKind.REFERRAL,
        case_uid=case_uid,
        counterpart_uid=counterpart_uid,
        basis="日财采〔2024〕13号 二（五）",
        particulars=referral(cases.show_case(register, case_uid).facts),
    )
    uid = matters.open_matter(register, draft).uid
    for each in (
        step(StepKind.TEAM_FORMED, at, members="甲某某、戊某某"),
        step(StepKind.REPORT_SUBMITTED, at),
        step(StepKind.REPORT_RECEIVED, at, approver="己某某"),
    ):
        matters.record_step(register, uid, each)
    return uid
