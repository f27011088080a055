"""Roots and rosters with real keys: what the tests of rosters start from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from app.kernel import age
from app.kernel.terms import AgencyLevel, AgencyRole, Purpose, new_uid
from app.sync import roots, roster_form, signature
from app.sync.card import AgencyFacts, MechanismFacts
from app.sync.roots import Root, RootKey, SignedRoot
from app.sync.roster_form import Member, MemberKey, Roster, RosterFile, SignedRoster

NOON = datetime(2026, 3, 2, 4, 0, tzinfo=UTC)
SINCE = date(2026, 1, 1)


@dataclass(frozen=True)
class Body:
    """An agency with its root key and one incarnation of keys."""

    name: str
    uid: str = field(default_factory=new_uid)
    root: bytes = field(default_factory=signature.new_seed)
    seed: bytes = field(default_factory=signature.new_seed)
    identity: str = field(default_factory=age.new_identity)
    incarnation: int = 1

    @property
    def facts(self) -> AgencyFacts:
        return AgencyFacts(
            uid=self.uid,
            name=f"示例市{self.name}局",
            short_name=self.name,
            handle="sl-" + self.uid[:4],
            role=AgencyRole.OTHER,
            level=AgencyLevel.CITY,
            region_code="990000",
            liaison="甲某某",
            phone="0000-0000000",
            address="示例路1号",
        )

    @property
    def root_key(self) -> str:
        return signature.public_of(self.root)

    @property
    def member(self) -> Member:
        key = MemberKey(
            self.incarnation,
            signature.public_of(self.seed),
            age.recipient_of(self.identity),
            self.root_key,
        )
        return Member(self.facts, SINCE, None, runs_program=True, key=key)


def mechanism(lead: Body) -> MechanismFacts:
    return MechanismFacts(new_uid(), "示例市协同监管机制", lead.uid, "示财采〔2026〕1号")


def first_root(
    lead: Body, facts: MechanismFacts, *, purpose: Purpose = Purpose.EXERCISE
) -> SignedRoot:
    made = Root(
        purpose=purpose,
        mechanism=facts,
        version=1,
        prev=None,
        threshold=1,
        keys=(RootKey(lead.uid, "", lead.root_key),),
        roster_keys=(lead.root_key,),
        issued=NOON,
        expires=date(2031, 3, 1),
    )
    return roots.signed(roots.draft(made), lead.root)


def next_root(
    before: SignedRoot,
    keys: Iterable[Body],
    threshold: int,
    signers: Iterable[Body],
    *,
    lead: Body | None = None,
) -> SignedRoot:
    bodies = tuple(keys)
    old = before.root
    facts = replace(old.mechanism, lead=lead.uid) if lead else old.mechanism
    made = replace(
        old,
        mechanism=facts,
        version=old.version + 1,
        prev=before.sha256,
        threshold=threshold,
        keys=tuple(RootKey(each.uid, "", each.root_key) for each in bodies),
        roster_keys=(lead.root_key,) if lead else old.roster_keys,
    )
    return roots.signed(roots.draft(made), *(each.root for each in signers))


def roster(
    root: SignedRoot,
    members: Iterable[Member],
    signer: Body,
    before: SignedRoster | None = None,
    *,
    version: int = 0,
    later: int = 0,
) -> SignedRoster:
    number = version or (before.roster.version + 1 if before else 1)
    made = Roster(
        purpose=root.root.purpose,
        mechanism=root.root.mechanism.uid,
        root_version=root.root.version,
        root_hash=root.sha256,
        version=number,
        prev=(before.sha256 if before else "0" * 64) if number > 1 else None,
        issued=NOON + timedelta(days=later),
        expires=date(2027, 3, 1),
        members=tuple(sorted(members, key=lambda each: each.agency.uid)),
    )
    return roster_form.signed(roster_form.draft(made), signer.root)


@dataclass(frozen=True)
class Town:
    """A lead and two members, the first root and the first roster."""

    lead: Body
    police: Body
    audit: Body
    root: SignedRoot
    first: SignedRoster

    @property
    def file(self) -> RosterFile:
        return RosterFile((self.root,), self.first)

    def next(
        self, *members: Member, later: int = 0, before: SignedRoster | None = None
    ) -> SignedRoster:
        held = before or self.first
        return roster(self.root, members or held.roster.members, self.lead, held, later=later)


def town() -> Town:
    lead, police, audit = Body("财政"), Body("公安"), Body("审计")
    root = first_root(lead, mechanism(lead))
    members = [each.member for each in (lead, police, audit)]
    return Town(lead, police, audit, root, roster(root, members, lead))
