"""What happens in the exercise city, a story a case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from app.demo.city import (
    City,
    approve,
    delivered,
    issue,
    issued,
    opened,
    receive,
    record,
    submitted,
)
from app.demo.facts import collusion, false_material
from app.documents.kinds.letters import LetterKind
from app.kernel.clock import local_date
from app.rules.steps import StepKind
from app.services import cases, house_settings, matters
from app.services.letter_thread import Words


def first_case(city: City) -> None:
    """Referred, signed for, accepted, filed, received, handed over."""
    finance, police = city.registers["rz-czj"], city.registers["rz-gaj"]
    uid = issued(city, collusion("示例科技有限公司等涉嫌串通投标案", 1, city.found))
    delivered(city, uid)
    city.carry("rz-czj", "rz-gaj")
    record(police, uid, StepKind.ACKNOWLEDGED, city.later(hours=1), signer="乙某某")
    cases.open_own_case(police, matters.show(police, uid).case_uid)
    record(police, uid, StepKind.ACCEPTED, city.later(hours=20), number="日公经受〔2026〕1001号")
    filed = city.later(days=1)
    record(
        police, uid, StepKind.FILED, filed,
        number="日公经立字〔2026〕1001号", dated_on=local_date(filed).isoformat(),
        signer="己某某", offence="串通投标罪",
    )  # fmt: skip
    city.tell("公安登记签收、受案、立案")
    city.carry("rz-gaj", "rz-czj")
    receive(city, "rz-czj", uid)
    record(
        finance, uid, StepKind.ARTICLES_HANDED_OVER, city.later(hours=1),
        articles="投标保证金转账凭证复印件1册、电子投标文件光盘1张",
        handed_by="甲某某、戊某某", receiver="乙某某",
    )  # fmt: skip
    city.tell("财政登记签收立案通知书，三日内移交物品材料")
    city.carry("rz-czj", "rz-gaj")


def refused_case(city: City) -> None:
    """Not filed; the notice lies at finance, taken in, its receipt not yet recorded."""
    police = city.registers["rz-gaj"]
    uid = issued(city, false_material("样本商贸有限公司提供虚假材料案", 2, city.found))
    delivered(city, uid)
    city.carry("rz-czj", "rz-gaj")
    record(police, uid, StepKind.ACKNOWLEDGED, city.later(hours=2), signer="乙某某")
    decided = city.later(days=1)
    record(
        police, uid, StepKind.NOT_FILED, decided,
        number="日公经不立字〔2026〕1002号", dated_on=local_date(decided).isoformat(),
        signer="己某某", reasons="经审查，现有材料尚不能证明达到立案追诉标准。",
    )  # fmt: skip
    city.carry("rz-gaj", "rz-czj")
    city.tell("公安不予立案的通知已导入财政登记册，待登记签收")


def running_cases(city: City) -> None:
    """Supplement asked; issued and not delivered; waiting for the head; only registered."""
    finance, police = city.registers["rz-czj"], city.registers["rz-gaj"]
    asked = issued(city, collusion("模拟工程咨询有限公司等涉嫌串通投标案", 3, city.found))
    delivered(city, asked)
    city.carry("rz-czj", "rz-gaj")
    record(police, asked, StepKind.ACKNOWLEDGED, city.later(hours=1), signer="乙某某")
    record(
        police, asked, StepKind.SUPPLEMENT_ASKED, city.later(minutes=40),
        number="日公经补〔2026〕1003号", missing="投标文件电子版机器码提取记录；评审专家询问笔录",
    )  # fmt: skip
    city.carry("rz-gaj", "rz-czj")
    receive(city, "rz-czj", asked)
    city.next_morning()
    issued(city, collusion("演示物业服务有限公司等涉嫌串通投标案", 4, city.found))
    pending = opened(city, false_material("练习文化传媒有限公司提供虚假材料案", 5, city.found))
    submitted(city, pending)
    cases.register_case(finance, collusion("虚构医疗器械有限公司等投标文件雷同线索", 6, city.found))
    city.tell("财政另有补正一件、待送达一件、待审批一件、已登记一件")


def district_case(city: City) -> None:
    """A district agency asks the city police; its own register, its own numbers."""
    uid = issued(
        city, collusion("区级示范服务有限公司等涉嫌串通投标案", 7, city.found), "ls-czj", "岚财采移"
    )
    city.carry("ls-czj", "rz-gaj")
    city.tell(f"岚山区财政局移送一件：{matters.show(city.registers['ls-czj'], uid).subject}")


def audit_case(city: City) -> None:
    """Audit, which makes its letters here, refers to finance what it found in a procurement."""
    draft = replace(
        false_material("审计发现某采购项目履约造假案", 8, city.found),
        crime_suspected=False,
        source="审计监督",
    )
    uid = opened(city, draft, "rz-sjj", "rz-czj")
    approve(city, uid, "rz-sjj")
    house_settings.set_makes_letters(city.registers["rz-sjj"], wanted=True)
    said = Words(
        project="示例学校2025年度财务收支审计",
        period="2025年1月至12月",
        opinion="建议依照政府采购法处理。",
    )
    issue(city, uid, "rz-sjj", "日审移", LetterKind.AUDIT_REFERRAL, said)
    city.carry("rz-sjj", "rz-czj")
    city.tell("审计局以审计移送处理书移送财政局一件")


ALL: Final[tuple[Callable[[City], None], ...]] = (
    first_case,
    refused_case,
    district_case,
    audit_case,
    running_cases,
)
