"""The open registers of the exercise city, and the acts its stories are made of."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Final

from app.demo import facts
from app.demo.facts import AGENCIES, BASIS
from app.documents.kinds.letters import LetterKind
from app.kernel import files
from app.kernel.clock import SetClock, at_local, local_date
from app.kernel.terms import AgencyRole, Carrier, Delivery, MatterKind, Post, Purpose
from app.rules.steps import StepKind
from app.services import (
    cases,
    evidence,
    exchange,
    letters,
    matters,
    members,
    roster,
    roster_issue,
    roster_roots,
    roster_view,
    setup,
)
from app.services.admission import StepDraft
from app.services.cases import CaseDraft
from app.services.letter_thread import Words
from app.services.letters import NO_WORDS
from app.services.letters import IssueDraft as LetterIssue
from app.services.matters import MatterDraft
from app.services.roster_issue import IssueDraft, StartDraft
from app.services.roster_roots import RootDraft
from app.services.setup import AgencyDraft, MechanismDraft, Register, RegisterDraft
from app.vault.slots import Cost

PASSPHRASE: Final = "yanlian haiqu chenguang 2026"


class City:
    """The open registers, the stick between them, and the clock they share."""

    def __init__(self, folder: Path, clock: SetClock, registers: dict[str, Register]) -> None:
        self.folder = folder
        self.clock = clock
        self.registers = registers
        self.stick = folder / "stick"
        self.lines: list[str] = []

    def peer(self, of: str, handle: str) -> str:
        return members.find(self.registers[of], handle)

    def carry(self, sender: str, receiver: str) -> None:
        """Seal at one desk, take the stick over, take in at the other."""
        written = exchange.seal(self.registers[sender], self.peer(sender, receiver), self.stick)
        taken = exchange.take_in(self.registers[receiver], written.path)
        self.tell(
            f"{written.path.name}（{written.size:,} 字节）由 {sender} 带到 {receiver}，"
            f"导入 {len(taken.arrived)} 项"
        )

    @property
    def found(self) -> date:
        """When the cases came to light: three weeks before now."""
        return local_date(self.clock.now() - timedelta(days=21))

    def next_morning(self) -> None:
        """Half past nine in Beijing of the next day."""
        tomorrow = local_date(self.clock.now()) + timedelta(days=1)
        self.clock.set(at_local(tomorrow.year, tomorrow.month, tomorrow.day, 9, 30))

    def tell(self, line: str) -> None:
        self.lines.append(f"{local_date(self.clock.now())}  {line}")

    def later(self, **step: float) -> datetime:
        self.clock.advance(timedelta(**step))
        return self.clock.now()


@contextmanager
def opened_city(folder: Path, clock: SetClock, cost: Cost) -> Iterator[City]:
    with ExitStack() as opened:
        registers = {
            agency.handle: opened.enter_context(_register(folder, agency, clock, cost))
            for agency in AGENCIES
        }
        city = City(folder, clock, registers)
        _introduce(city)
        _start_roster(city)
        yield city


def _register(folder: Path, agency: AgencyDraft, clock: SetClock, cost: Cost) -> Register:
    leads = agency.handle == AGENCIES[0].handle
    draft = RegisterDraft(
        folder=folder / agency.handle,
        purpose=Purpose.EXERCISE,
        agency=agency,
        mechanism=MechanismDraft("日照市政府采购领域协同监管机制", BASIS) if leads else None,
        user_name=agency.liaison,
        user_post="联络员",
        passphrase=PASSPHRASE,
    )
    return setup.create_register(draft, clock, cost).register


def _introduce(city: City) -> None:
    """Everybody keeps everybody's card and compares the whole fingerprint."""
    cards = {handle: members.write_card(r, city.stick) for handle, r in city.registers.items()}
    shown = {handle: members.rows(r)[0].fingerprint for handle, r in city.registers.items()}
    for taker, register in city.registers.items():
        for giver, path in cards.items():
            if giver == taker:
                continue
            uid = members.keep_card(register, path).uid
            members.verify_card(
                register, uid, dict(enumerate(shown[giver], 1)), "演练：联席会议上当面核对"
            )
    city.tell(f"{len(cards)} 个单位建立登记册，两两交换身份卡并核对指纹")


def _start_roster(city: City) -> None:
    """The lead publishes the members' keys, the police sign the root too, and all accept it."""
    lead, police = city.registers["rz-czj"], city.registers["rz-gaj"]
    today = local_date(city.clock.now())
    expires, root_expires = today + timedelta(days=365), today + timedelta(days=5 * 365)
    roster_issue.start(lead, StartDraft(expires, root_expires, deputy=False))
    mechanism = roster_view.show(lead)[0].mechanism_uid
    own = members.rows(lead)[0].uid
    holders = (city.peer("rz-czj", "rz-gaj"),)
    roster_roots.propose(lead, RootDraft(mechanism, own, holders, 2, root_expires))
    going_round = roster_roots.write_proposal(lead, mechanism, city.stick)
    roster_roots.merge(lead, roster_roots.sign(police, going_round, city.stick))
    roster_issue.issue(lead, IssueDraft(mechanism, expires))
    path = roster.export(lead, mechanism, city.stick)
    for handle, register in city.registers.items():
        if handle != "rz-czj":
            roster.accept(register, roster_view.preview(register, path).data, {}, "")
    city.tell("财政局牵头建立名册，名册根由财政局、公安局两家会签，各单位核对后接受名册第 2 版")


def opened(city: City, draft: CaseDraft, by: str = "rz-czj", to: str = "rz-gaj") -> str:
    register = city.registers[by]
    own = members.rows(register)[0]
    draft = replace(draft, handler=own.liaison, handler_phone=own.phone)
    case = cases.register_case(register, draft).uid
    file = city.folder / "stick" / "投标文件比对记录.txt"
    files.write_atomic(file, ("投标文件机器码比对记录（演练）\n" * 400).encode(), replace=True)
    evidence.add(register, case, facts.evidence_item(draft.found_on), file)
    file.unlink()
    told = cases.show_case(register, case).facts
    crime = setup.identity(city.registers[to]).role is AgencyRole.POLICE
    matter = MatterDraft(
        kind=MatterKind.REFERRAL,
        case_uid=case,
        counterpart_uid=city.peer(by, to),
        basis=f"{BASIS} 二（五）",
        particulars=facts.particulars(told, members.rows(city.registers[to])[0].name, crime=crime),
    )
    return matters.open_matter(register, matter).uid


def submitted(city: City, uid: str, by: str = "rz-czj") -> None:
    register, now = city.registers[by], city.later(minutes=20)
    record(register, uid, StepKind.TEAM_FORMED, now, members="甲某某、戊某某")
    record(register, uid, StepKind.REPORT_SUBMITTED, city.later(minutes=30))
    record(register, uid, StepKind.REPORT_RECEIVED, city.later(minutes=10), approver="庚某某")


def approve(city: City, uid: str, by: str = "rz-czj") -> None:
    submitted(city, uid, by)
    record(
        city.registers[by], uid, StepKind.APPROVED, city.later(hours=2),
        approver="庚某某", post=Post.HEAD, opinion="同意移送。",
    )  # fmt: skip


def issued(city: City, draft: CaseDraft, by: str = "rz-czj", code: str = "日财采移") -> str:
    uid = opened(city, draft, by)
    approve(city, uid, by)
    issue(city, uid, by, code, LetterKind.REFERRAL)
    return uid


def issue(
    city: City, uid: str, by: str, code: str, kind: LetterKind, words: Words = NO_WORDS
) -> None:
    wish = LetterIssue(code, "庚某某", local_date(city.later(minutes=40)), words)
    letters.issue(city.registers[by], uid, kind, wish)
    view = matters.show(city.registers[by], uid)
    city.tell(f"{view.opener}出具{view.letters[-1].title}（{view.letters[-1].number}）")


def delivered(city: City, uid: str) -> None:
    record(
        city.registers["rz-czj"], uid, StepKind.DELIVERED, city.later(hours=2),
        method=Delivery.BY_HAND, carried_by="甲某某、戊某某", receiver="乙某某",
    )  # fmt: skip


def receive(city: City, by: str, uid: str) -> None:
    """Record the receipt of every notice that waits for it."""
    now = city.later(minutes=30)
    for step in matters.show(city.registers[by], uid).steps:
        if step.awaits_receipt:
            record(city.registers[by], uid, StepKind.NOTICE_RECEIVED, now, about=step.uid)


def record(register: Register, uid: str, kind: StepKind, at: datetime, **fields: str) -> None:
    matters.record_step(register, uid, StepDraft(kind, at, Carrier.PAPER, fields))
