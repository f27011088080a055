"""Synthetic agencies, persons and cases for tests: nobody and nothing real."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from app.kernel.clock import Clock, SetClock
from app.kernel.terms import (
    AgencyLevel,
    AgencyRole,
    PartyKind,
    PartyRole,
    ProcurementMethod,
    ProjectKind,
    Purpose,
    new_uid,
)
from app.rules.particulars import PartyFacts, ProjectFacts, ViolationFacts
from app.services import members, setup
from app.services.cases import CaseDraft
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
        facts="经查，示例科技有限公司与样本商贸有限公司的投标文件由同一台计算机制作，报价呈规律性差异。",
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
                identifier="91990000MA0000000X",
                override_reason="演练数据",
                address="示例市乙路2号",
                representative="丙某某",
                phone="",
            ),
        ),
        violations=(
            ViolationFacts("V303", "与采购人、其他供应商或者采购代理机构恶意串通", "法77(三)"),
        ),
    )
