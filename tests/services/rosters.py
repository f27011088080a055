"""A lead, two members and a stick between them: what the tests of rosters start from."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from app.kernel import age
from app.kernel.clock import SetClock
from app.kernel.terms import AgencyRole
from app.services import house, members, roster, roster_issue, roster_view, setup
from app.services.members import MemberRow
from app.services.roster_issue import IssueDraft, StartDraft
from app.services.setup import Register
from app.sync import roster_form, signature
from app.sync.roster_form import MemberKey, RosterFile
from tests import synthetic

AUDIT = replace(
    synthetic.FINANCE,
    name="示例市审计局",
    short_name="市审计局",
    handle="sl-sjj",
    role=AgencyRole.AUDIT,
    liaison="丁某某",
    phone="0000-3333333",
)
EXPIRES = date(2027, 9, 15)
ROOT_EXPIRES = date(2031, 9, 15)


@dataclass
class City:
    """Finance leads; both members compared its card in person, and it theirs, not each other's."""

    finance: Register
    police: Register
    audit: Register
    stick: Path
    clock: SetClock

    @property
    def mechanism(self) -> str:
        return roster_view.show(self.finance)[0].mechanism_uid

    def start(self, *, deputy: bool = False) -> str:
        """The first roster; the deputy secret."""
        return roster_issue.start(
            self.finance, StartDraft(EXPIRES, ROOT_EXPIRES, deputy)
        ).deputy_secret

    def issue(self, **changes: object) -> None:
        draft = replace(IssueDraft(self.mechanism, EXPIRES), **changes)  # type: ignore[arg-type]
        roster_issue.issue(self.finance, draft)

    def carry(self, to: Register) -> None:
        """The lead's roster is looked at and accepted."""
        path = roster.export(self.finance, self.mechanism, self.stick)
        seen = roster_view.preview(to, path)
        roster.accept(to, seen.data, {}, "")

    def file(self) -> bytes:
        with self.finance.read() as session:
            data = roster.file_of(session, self.mechanism)
        assert data is not None
        return data


def uid(register: Register) -> str:
    with register.read() as session:
        return house.own_agency(session).uid


def row(register: Register, other: Register) -> MemberRow:
    """How *register* knows *other*."""
    wanted = uid(other)
    return next(each for each in members.rows(register) if each.uid == wanted)


def build(folder: Path) -> None:
    """The registers of a city, closed, to be copied for each test."""
    clock, stick = synthetic.clock(), folder / "stick"
    stick.mkdir(parents=True)
    with (
        synthetic.make_register(folder / "czj", at=clock, mechanism=synthetic.MECHANISM) as finance,
        synthetic.make_register(folder / "gaj", synthetic.POLICE, at=clock) as police,
        synthetic.make_register(folder / "sjj", AUDIT, at=clock) as audit,
    ):
        synthetic.introduce(finance, police, stick)
        synthetic.introduce(finance, audit, stick)


def build_started(folder: Path) -> None:
    """As ``build``, and both members accepted the first roster."""
    build(folder)
    with opened(folder) as city:
        city.start()
        city.carry(city.police)
        city.carry(city.audit)


@contextmanager
def copied(source: Path, folder: Path) -> Iterator[City]:
    """A city of its own for one test: making three registers takes most of a second."""
    shutil.copytree(source, folder)
    with opened(folder) as city:
        yield city


@contextmanager
def opened(folder: Path) -> Iterator[City]:
    clock = synthetic.clock()
    with (
        setup.open_register(folder / "czj", synthetic.PASSPHRASE, clock) as finance,
        setup.open_register(folder / "gaj", synthetic.PASSPHRASE, clock) as police,
        setup.open_register(folder / "sjj", synthetic.PASSPHRASE, clock) as audit,
    ):
        yield City(finance, police, audit, folder / "stick", clock)


def forged(city: City, incarnation: int = 1, **changes: object) -> bytes:
    """What a lead that lies would sign: the roster in force with the police's keys replaced."""
    file = roster_form.read(city.file())
    said = file.roster.roster
    police = said.member(uid(city.police))
    assert police is not None
    assert police.key is not None
    seed = signature.new_seed()
    key = MemberKey(
        incarnation,
        signature.public_of(seed),
        age.recipient_of(age.new_identity()),
        police.key.root,
    )
    members_ = tuple(
        replace(each, key=key) if each.agency.uid == police.agency.uid else each
        for each in said.members
    )
    body = replace(said, members=members_, **changes)  # type: ignore[arg-type]
    with city.finance.read() as session:
        seed = house.own_root(session).seed
    made = roster_form.signed(roster_form.draft(body), seed)
    return roster_form.write(RosterFile(file.chain, made))


def next_forged(city: City) -> bytes:
    held = roster_form.read(city.file()).roster
    return forged(city, version=held.roster.version + 1, prev=held.sha256)
