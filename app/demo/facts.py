"""Made-up agencies' data, cases and particulars of the exercise city: nobody and nothing real.

Identifiers have valid check digits of an area code (990000) that does not exist.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from app.kernel.terms import (
    AgencyLevel,
    AgencyRole,
    EvidenceKind,
    MaterialKind,
    PartyKind,
    PartyRole,
    ProcurementMethod,
    ProjectKind,
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
from app.services.cases import CaseDraft
from app.services.evidence import EvidenceDraft
from app.services.setup import AgencyDraft

BASIS: Final = "日财采〔2024〕13号"


def _agency(
    name: str, short: str, handle: str, role: AgencyRole, liaison: str, phone: str
) -> AgencyDraft:
    district = "区" in short
    return AgencyDraft(
        name=name,
        short_name=short,
        handle=handle,
        role=role,
        level=AgencyLevel.DISTRICT if district else AgencyLevel.CITY,
        region_code="371103" if district else "371100",
        liaison=liaison,
        phone=phone,
        address="（演练地址）",
    )


AGENCIES: Final = (
    _agency("日照市财政局", "市财政局", "rz-czj", AgencyRole.FINANCE, "甲某某", "0000-0000001"),
    _agency("日照市公安局", "市公安局", "rz-gaj", AgencyRole.POLICE, "乙某某", "0000-0000002"),
    _agency("日照市审计局", "市审计局", "rz-sjj", AgencyRole.AUDIT, "丙某某", "0000-0000003"),
    _agency(
        "日照市市场监督管理局",
        "市市场监管局",
        "rz-scjgj",
        AgencyRole.MARKET,
        "丁某某",
        "0000-0000004",
    ),
    _agency(
        "日照市岚山区财政局", "区财政局", "ls-czj", AgencyRole.FINANCE, "戊某某", "0000-0000005"
    ),
)


TEAM: Final = (TeamMember("甲某某", "YL000001"), TeamMember("戊某某", "YL000002"))
_CODES: Final = (
    "91990000MA0000015Q", "91990000MA0000023K", "91990000MA0000031E", "91990000MA000004X6",
    "91990000MA00000586", "91990000MA00000661", "91990000MA0000074U", "91990000MA0000082N",
    "91990000MA0000090H",
)  # fmt: skip
_PERSON: Final = "990000198001010012"


def collusion(name: str, number: int, found: date) -> CaseDraft:
    first = name.partition("有限公司")[0] + "有限公司"
    return _case(
        name,
        number,
        found,
        facts=(
            f"经查，{first}与陪标商贸有限公司在示例学校教学设备采购项目（第{number}号）中，投标文件"
            "由同一台计算机制作，电子投标文件机器码一致，错误之处相同，报价呈规律性差异；两家公司的"
            "投标保证金由同一账户转出。询问笔录、电子数据和转账凭证相互印证。"
        ),
        parties=(
            _company(first, _CODES[number], "丑某某"),
            _company("陪标商贸有限公司", _CODES[0], "寅某某"),
            PartyFacts(
                uid=new_uid(),
                kind=PartyKind.PERSON,
                role=PartyRole.SUPPLIER,
                name="丑某某",
                identifier=_PERSON,
                override_reason="",
                address="（演练地址）",
                representative="",
                phone="",
            ),
        ),
        violation=ViolationFacts(
            "V303",
            "与采购人、其他供应商或者采购代理机构恶意串通",
            "《中华人民共和国政府采购法》第七十七条第一款第（三）项",
        ),
    )


def false_material(name: str, number: int, found: date) -> CaseDraft:
    first = name.partition("有限公司")[0] + "有限公司" if "有限公司" in name else "样例贸易有限公司"
    return _case(
        name,
        number,
        found,
        facts=(
            f"经查，{first}在示例设备采购项目（第{number}号）投标文件中提供的检测报告和类似业绩合同"
            "与出具单位留存件不符，出具单位书面答复未曾出具。该公司以此获得中标资格。"
        ),
        parties=(_company(first, _CODES[number], "卯某某"),),
        violation=ViolationFacts(
            "V301",
            "提供虚假材料谋取中标、成交",
            "《中华人民共和国政府采购法》第七十七条第一款第（一）项",
        ),
    )


def _company(name: str, code: str, head: str) -> PartyFacts:
    return PartyFacts(
        uid=new_uid(),
        kind=PartyKind.ORGANISATION,
        role=PartyRole.SUPPLIER,
        name=name,
        identifier=code,
        override_reason="",
        address="（演练地址）",
        representative=head,
        phone="",
    )


def _case(
    name: str,
    number: int,
    found: date,
    *,
    facts: str,
    parties: tuple[PartyFacts, ...],
    violation: ViolationFacts,
) -> CaseDraft:
    return CaseDraft(
        number="",
        name=name,
        source="监督检查中发现",
        found_on=found,
        amount_fen=(400 + 37 * number) * 10_000_00,
        facts=facts,
        measures="已调取采购文件、投标文件和评审录像，对有关人员制作询问笔录。",
        penalties="",
        handler="甲某某",
        handler_phone="0000-0000001",
        crime_suspected=True,
        project=ProjectFacts(
            number=f"YL3711002026{number:05d}",
            name=f"示例学校教学设备采购项目（第{number}号）",
            kind=ProjectKind.GOODS,
            method=ProcurementMethod.OPEN_TENDER,
            purchaser="示例学校",
            budget_fen=(420 + 37 * number) * 10_000_00,
            contract_fen=(400 + 37 * number) * 10_000_00,
            opened_on=found,
            winner=parties[0].name,
        ),
        parties=parties,
        violations=(violation,),
    )


def evidence_item(found: date) -> EvidenceDraft:
    return EvidenceDraft(
        name="投标文件机器码比对记录",
        kind=EvidenceKind.ELECTRONIC,
        source="示例市公共资源交易平台",
        collectors="甲某某、戊某某",
        collected_on=found,
        place="示例市公共资源交易中心",
        original=False,
        pages=0,
    )


def particulars(case: CaseFacts, receiver: str, *, crime: bool) -> Referral:
    """What the 移送书 (to the police) or the 案件移送函 (to anybody else) says beside the case."""
    return Referral(
        case=case,
        receiver_name=receiver,
        copy_to="日照市人民检察院" if crime else "",
        offence="串通投标罪" if crime else "",
        offence_article="《中华人民共和国刑法》第二百二十三条" if crime else "",
        standard_article="",
        reasons=(
            "上述单位在招标采购中相互串通投标报价，中标项目金额在四百万元以上，涉嫌构成犯罪，"
            "依法应当追究刑事责任。"
            if crime
            else "上述行为涉嫌违反政府采购法律法规，属于财政部门职责范围。"
        ),
        bases=(
            (
                "《行政执法机关移送涉嫌犯罪案件的规定》第三条、第五条",
                "《中华人民共和国行政处罚法》第二十七条",
            )
            if crime
            else (
                "《中华人民共和国政府采购法实施条例》第六十五条",
                "《中华人民共和国审计法》第四十五条",
            )
        ),
        route="T1" if crime else "T3",
        receiver_reason="",
        economic_crime=crime,
        team=TEAM,
        materials=_materials(case),
        articles=(),
    )


def _materials(case: CaseFacts) -> tuple[Material, ...]:
    """310号令第六条, in its order."""
    file = case.evidence[0].sha256 if case.evidence else ""
    return (
        _material(MaterialKind.INVESTIGATION_REPORT, "涉嫌犯罪案件调查报告", 12),
        Material(
            kind=MaterialKind.ARTICLES_LIST,
            title="涉案物品清单",
            number="",
            having=Having.ABSENT,
            reason="本案无涉案物品",
            original=False,
            copies=0,
            pages=0,
            medium="",
            sha256="",
        ),
        _material(MaterialKind.INSPECTION_REPORT, "电子投标文件机器码检验报告", 6),
        _material(MaterialKind.OTHER, "投标文件机器码比对记录", 1, file, "电子"),
    )


def _material(
    kind: MaterialKind, title: str, pages: int, sha256: str = "", medium: str = "纸质"
) -> Material:
    return Material(
        kind=kind,
        title=title,
        number="",
        having=Having.PRESENT,
        reason="",
        original=not sha256,
        copies=1,
        pages=pages,
        medium=medium,
        sha256=sha256,
    )
