"""Agencies with real registers, real keys and real bundles in a folder, put back at any time.

``tests/sync/test_simulation.py`` runs the same rules far more often over registers in memory.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest
from sqlalchemy import select

from app.kernel.clock import SetClock
from app.kernel.errors import AppError, NothingToSendError, RenewalDueError
from app.kernel.terms import AgencyRole
from app.models import Case, Step
from app.rules.steps import StepKind
from app.services import alarms, cases, exchange, matters, members, renewal
from app.services.setup import Register
from tests import synthetic
from tests.services.two_desks import START, Desks, copied, put_back, two_desks

AUDIT = replace(
    synthetic.POLICE,
    name="示例市审计局",
    short_name="市审计局",
    handle="sl-sjj",
    role=AgencyRole.AUDIT,
)


@dataclass
class City:
    """Three agencies, what was said of each case, and every bundle that was ever written."""

    registers: list[Register]
    stick: Path
    clock: SetClock
    random: Random
    copies: dict[int, Path] = field(default_factory=dict)
    written: list[tuple[int, Path]] = field(default_factory=list)

    def uid(self, register: Register) -> str:
        return members.rows(register)[0].uid

    def pick(self) -> tuple[int, Register]:
        number = self.random.randrange(len(self.registers))
        return number, self.registers[number]

    def another(self, number: int) -> int:
        return self.random.choice([n for n in range(len(self.registers)) if n != number])

    def own_cases(self, register: Register) -> list[str]:
        own = self.uid(register)
        with register.read() as session:
            return list(session.scalars(select(Case.uid).where(Case.owner_uid == own)))

    def register_case(self) -> None:
        number, register = self.pick()
        name = f"案件{self.random.randrange(10**6)}"
        uid = cases.register_case(register, replace(synthetic.case_draft(), name=name)).uid
        self.share(register, uid, self.another(number))

    def revise(self) -> None:
        number, register = self.pick()
        found = self.own_cases(register)
        if found:
            uid = self.random.choice(found)
            name = f"改名{self.random.randrange(10**6)}"
            cases.revise_case(register, uid, replace(synthetic.case_draft(), name=name))
            self.share(register, uid, self.another(number))

    def share(self, register: Register, case: str, to: int) -> None:
        exchange.share_case(register, case, self.uid(self.registers[to]))

    def send(self) -> None:
        number, register = self.pick()
        self.exchanged(number, self.another(number), register)

    def exchanged(self, number: int, to: int, register: Register) -> bool:
        """Whether anything moved."""
        try:
            path = exchange.seal(register, self.uid(self.registers[to]), self.stick).path
        except RenewalDueError:
            renewal.renew(register)
            return True
        except NothingToSendError:
            return False
        self.written.append((to, path))
        self.take(to, path)
        return True

    def take(self, to: int, path: Path) -> None:
        try:
            taken = exchange.take_in(self.registers[to], path)
        except AppError:
            return
        assert taken.refused == ()

    def late(self) -> None:
        if self.written:
            self.take(*self.random.choice(self.written))

    def copy(self) -> None:
        number, register = self.pick()
        to = self.stick.parent / f"copy-{number}"
        shutil.rmtree(to, ignore_errors=True)
        self.copies[number] = copied(register, to)

    def put_back(self) -> None:
        number, register = self.pick()
        if number in self.copies:
            put_back(register, self.copies[number])
            if self.random.random() < 0.5:
                renewal.renew(register)

    def settle(self) -> None:
        """Everybody says something to everybody, until nobody has anything more to say."""
        for number, register in enumerate(self.registers):
            cases.register_case(register, synthetic.case_draft(f"末案{number}"))
            self.share_all(number, register)
        self.quiet()
        # What came back is told to everybody as well.
        for number, register in enumerate(self.registers):
            self.share_all(number, register)
        self.quiet()

    def share_all(self, number: int, register: Register) -> None:
        for to in range(len(self.registers)):
            for uid in self.own_cases(register) if to != number else ():
                self.share(register, uid, to)

    def quiet(self) -> None:
        pairs = [(a, b) for a in range(3) for b in range(3) if a != b]
        for _ in range(30):
            moved = [self.exchanged(a, b, self.registers[a]) for a, b in pairs]
            if not any(moved):
                return
        pytest.fail("never quiet")


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    clock, stick = SetClock(START), tmp_path / "stick"
    stick.mkdir()
    with ExitStack() as stack:
        registers = [
            stack.enter_context(
                synthetic.make_register(
                    tmp_path / draft.handle,
                    draft,
                    at=clock,
                    mechanism=synthetic.MECHANISM if draft is synthetic.FINANCE else None,
                )
            )
            for draft in (synthetic.FINANCE, synthetic.POLICE, AUDIT)
        ]
        for number, one in enumerate(registers):
            for other in registers[number + 1 :]:
                synthetic.introduce(one, other, stick)
        yield City(registers, stick, clock, Random())


def extracts(register: Register, owner: str) -> dict[str, str]:
    with register.read() as session:
        rows = session.execute(select(Case.uid, Case.name).where(Case.owner_uid == owner))
        return {row.uid: row.name for row in rows}


@pytest.mark.parametrize("seed", [1, 2])
def test_real_registers_that_are_put_back_come_to_rest_and_agree(city: City, seed: int) -> None:
    city.random.seed(seed)
    acts = [city.register_case, city.revise, city.send, city.late, city.copy, city.put_back]
    weights = [4, 5, 12, 3, 2, 1]
    for act in city.random.choices(acts, weights, k=50):
        act()

    city.settle()

    for owner in city.registers:
        uid = city.uid(owner)
        own = extracts(owner, uid)
        assert all(extracts(register, uid) == own for register in city.registers)
        # Two edits of one case that a person has to compare are all that may be left.
        assert replace(alarms.standing(owner), conflicts=()).quiet


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def test_a_step_written_again_under_a_lost_number_reaches_both_sides(
    desks: Desks, tmp_path: Path
) -> None:
    """The officer went on before the peers could say that the register was put back."""
    uid = desks.acknowledged()
    copy = copied(desks.finance, tmp_path / "copy")
    remark(desks, uid, "备份之后")
    desks.carry(desks.finance, desks.police)
    put_back(desks.finance, copy)
    remark(desks, uid, "恢复之后")
    renewal.renew(desks.finance)

    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)
    desks.carry(desks.finance, desks.police)

    assert remarks(desks.finance) == remarks(desks.police) == {"备份之后", "恢复之后"}
    one, other = (matters.show(each, uid) for each in (desks.finance, desks.police))
    assert one.state is other.state


def remark(desks: Desks, uid: str, text: str) -> None:
    when = START + timedelta(hours=4)
    desks.clock.set(when)
    matters.record_step(desks.finance, uid, synthetic.step(StepKind.NOTE, when, text=text))


def remarks(register: Register) -> set[str]:
    with register.read() as session:
        rows = session.scalars(select(Step).where(Step.kind == StepKind.NOTE))
        return {str(row.fields["text"]) for row in rows}
