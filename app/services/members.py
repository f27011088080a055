"""Members and keys: cards go out and come in, and count once two people compared fingerprints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, selectinload

from app.kernel import age, clock, files
from app.kernel.errors import (
    CardError,
    MissingFieldsError,
    NewerBundleError,
    PurposeMismatchError,
    UnknownRecordError,
    from_os_error,
)
from app.kernel.terms import AgencyLevel, AgencyRole, new_uid
from app.models import Agency, AgencyKey, Mechanism, Membership
from app.services import house
from app.services.changes import Changes, Noun, changed
from app.sync import card as cards
from app.sync import signature
from app.sync.card import AgencyFacts, Card, MechanismFacts
from app.vault import journal
from app.vault.register import Register

LEAST_GROUPS: Final = 3
"""Of the ten groups of a fingerprint, how many two people must have compared."""


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A line of 成员与密钥; *verified_at* is None until the fingerprint was compared.

    *incarnation* is 0 and *fingerprint* empty for an agency that has no card (paper only).
    *key_changed*: the key stands beside an older one that was verified, and is not believed yet.
    """

    uid: str
    name: str
    short_name: str
    role: AgencyRole
    level: AgencyLevel
    liaison: str
    phone: str
    address: str
    is_self: bool
    leads: bool
    runs_program: bool
    incarnation: int
    fingerprint: tuple[str, ...]
    received_at: datetime | None
    verified_at: datetime | None
    verified_by: str
    verified_how: str
    key_changed: bool


@dataclass(frozen=True, slots=True)
class PaperMember:
    """A counterpart without the program (检察院, 纪检监察 …): letters on paper only."""

    name: str
    short_name: str
    role: AgencyRole
    level: AgencyLevel
    liaison: str
    phone: str
    address: str


def rows(register: Register) -> tuple[MemberRow, ...]:
    """Every agency of the contacts book, our own first."""
    with register.read() as session:
        mechanism = house.mechanism(session)
        lead = mechanism.lead_uid if mechanism else ""
        agencies = session.scalars(
            select(Agency)
            .options(selectinload(Agency.keys))
            .order_by(Agency.is_self.desc(), Agency.id)
        )
        return tuple(_row(agency, lead) for agency in agencies)


def find(register: Register, text: str) -> str:
    """The uid of the one other agency whose handle, short or full name is *text*.

    Raises:
        UnknownRecordError: none, or more than one.
    """
    with register.read() as session:
        found = session.scalars(
            select(Agency.uid).where(
                ~Agency.is_self,
                or_(
                    Agency.handle == text,
                    Agency.short_name == text,
                    Agency.name == text,
                    Agency.uid == text,
                ),
            )
        ).all()
    if len(found) != 1:
        raise UnknownRecordError(kind="agency", uid=text)
    return found[0]


def own_card(register: Register) -> tuple[str, bytes]:
    """Our identity card: a file name and the bytes to hand over."""
    with register.read() as session:
        key = house.current_card(session, house.own_agency(session).id)
        data = b"" if key is None else key.card
        return cards.file_name(cards.read(data)), data


def write_card(register: Register, folder: Path) -> Path:
    """Write our identity card into *folder*.

    Raises:
        MediumError: nothing was written.
    """
    name, data = own_card(register)
    path = folder / name
    try:
        files.write_atomic(path, data, replace=True)
    except OSError as error:
        raise from_os_error(error, path, len(data)) from error
    return path


def read_card(path: Path) -> Card:
    """The card of a file, unbelieved: for showing before it is kept.

    Raises:
        CardError, NewerBundleError, MediumError.
    """
    return _card_of(path, _card_bytes(path))


def keep_card(register: Register, path: Path) -> Changes:
    """Keep another agency's card; it is not believed before ``verify_card``.

    A changed key never replaces a verified one silently: it stands beside it, unverified.

    Raises:
        CardError: not a card, our own, or older than the one held.
        PurposeMismatchError: an exercise card for a real register or the other way round.
    """
    data = _card_bytes(path)
    card = _card_of(path, data)
    if card.purpose != register.purpose:
        raise PurposeMismatchError(path=path, ours=register.purpose, theirs=card.purpose)
    with register.write() as session:
        _keep(register, session, card, data, path)
        return changed(Noun.MEMBERS, uid=card.agency.uid)


def discard_card(register: Register, agency_uid: str) -> Changes:
    """Throw away a card that was kept but not verified; a verified one stays.

    Raises:
        CardError: no unverified card of that agency is held.
    """
    with register.write() as session:
        agency = house.agency(session, agency_uid)
        key = house.current_card(session, agency.id)
        if key is None or key.verified_at is not None:
            raise CardError(path=Path(agency.name), reason="no unverified card held")
        session.delete(key)
        journal.append(
            session,
            register.clock,
            register.user_name,
            "card.discarded",
            agency_uid,
            name=agency.name,
            fingerprint=key.fingerprint,
        )
        return changed(Noun.MEMBERS, Noun.EXCHANGE, uid=agency_uid)


def verify_card(register: Register, agency_uid: str, heard: Mapping[int, str], how: str) -> Changes:
    """Believe the held card after its groups were read out.

    *heard* maps 1-based group positions to the four digits the other person read; *how* says where
    and between whom.

    Raises:
        MissingFieldsError: fewer than ``LEAST_GROUPS`` groups were heard, or *how* is empty.
        FingerprintMismatchError: nothing is believed.
        CardError: no card of that agency is held.
    """
    if len(heard) < LEAST_GROUPS or not how.strip():
        raise MissingFieldsError(fields=("fingerprint_groups",) if how.strip() else ("how",))
    with register.write() as session:
        agency = house.agency(session, agency_uid)
        key = house.current_card(session, agency.id)
        if key is None:
            raise CardError(path=Path(agency.name), reason="no card held")
        card = cards.read(key.card)
        cards.compare(card, heard)
        key.verified_at, key.verified_by = register.clock.now(), register.user_name
        key.verified_how = how
        _present(agency, card.agency)
        _retire_older(session, key, register.clock.now())
        _adopt(session, card)
        journal.append(
            session,
            register.clock,
            register.user_name,
            "card.verified",
            agency_uid,
            fingerprint="-".join(card.fingerprint),
            how=how,
        )
        return changed(Noun.MEMBERS, Noun.EXCHANGE, uid=agency_uid)


def add_paper_member(register: Register, member: PaperMember) -> Changes:
    """Enter a counterpart that works on paper.

    Raises:
        MissingFieldsError: it has no name.
    """
    if not member.name.strip():
        raise MissingFieldsError(fields=("agency",))
    with register.write() as session:
        agency = Agency(
            uid=new_uid(),
            handle="",
            region_code="",
            is_self=False,
            runs_program=False,
            **{name: getattr(member, name) for name in PaperMember.__slots__},
        )
        session.add(agency)
        journal.append(
            session,
            register.clock,
            register.user_name,
            "member.added",
            agency.uid,
            name=member.name,
        )
        return changed(Noun.MEMBERS, uid=agency.uid)


# -- shared with other use cases -----------------------------------------------------------


def issue_own_card(register: Register, session: Session) -> None:
    """Sign a card for the current incarnation; our own card needs no verification."""
    own, key, now = house.own_agency(session), house.own_key(session), register.clock.now()
    mechanism = house.mechanism(session)
    leads = mechanism is not None and mechanism.lead_uid == own.uid
    card = Card(
        purpose=register.purpose,
        agency=_facts(own),
        incarnation=key.incarnation,
        sign=signature.public_of(key.sign_seed),
        recipient=age.recipient_of(key.identity),
        root=signature.public_of(house.own_root(session).seed),
        issued=now,
        mechanism=_mechanism_facts(mechanism) if mechanism and leads else None,
    )
    data = cards.write(card, key.sign_seed)
    session.add(_key_row(own.id, card, data, now, verified=True))
    session.flush()


# -- inside --------------------------------------------------------------------------------


def _card_bytes(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(cards.MAX_CARD + 1)
    except OSError as error:
        raise from_os_error(error, path) from error


def _card_of(path: Path, data: bytes) -> Card:
    try:
        return cards.read(data)
    except CardError as error:
        raise CardError(path=path, **error.facts) from error
    except NewerBundleError as error:
        raise NewerBundleError(path=path, **error.facts) from error


def _keep(register: Register, session: Session, card: Card, data: bytes, path: Path) -> None:
    agency = session.scalar(select(Agency).where(Agency.uid == card.agency.uid))
    if agency is not None and agency.is_self:
        raise CardError(path=path, reason="our own card")
    if agency is None:
        agency = Agency(uid=card.agency.uid, is_self=False, runs_program=True)
        _present(agency, card.agency)
        session.add(agency)
        session.flush()
    trusted = house.trusted_card(session, agency.id)
    if trusted is not None and trusted.incarnation > card.incarnation:
        raise CardError(path=path, reason="older than the card held")
    _put(session, agency, trusted, card, data, register.clock.now())
    journal.append(
        session,
        register.clock,
        register.user_name,
        "card.kept",
        agency.uid,
        name=card.agency.name,
        fingerprint="-".join(card.fingerprint),
    )


def _put(
    session: Session,
    agency: Agency,
    trusted: AgencyKey | None,
    card: Card,
    data: bytes,
    now: datetime,
) -> None:
    """Keep *card*: over the trusted one when its keys are the same, else unverified beside it.

    What a card says of its agency counts once somebody compared the fingerprint. An unverified
    card gives way to the next one; a verified key never does.
    """
    if trusted is not None and trusted.incarnation == card.incarnation:
        if trusted.fingerprint != "-".join(card.fingerprint):
            raise CardError(
                path=Path(cards.file_name(card)), reason="another key, same incarnation"
            )
        trusted.card = data
        _present(agency, card.agency)
        return
    for pending in session.scalars(
        select(AgencyKey).where(AgencyKey.agency_id == agency.id, AgencyKey.verified_at.is_(None))
    ):
        session.delete(pending)
    session.flush()
    if trusted is None:
        _present(agency, card.agency)
    session.add(_key_row(agency.id, card, data, now, verified=False))


def _present(agency: Agency, facts: AgencyFacts) -> None:
    for name in AgencyFacts.__slots__:
        setattr(agency, name, getattr(facts, name))
    agency.runs_program = True


def _retire_older(session: Session, key: AgencyKey, now: datetime) -> None:
    for older in session.scalars(
        select(AgencyKey).where(
            AgencyKey.agency_id == key.agency_id,
            AgencyKey.incarnation < key.incarnation,
            AgencyKey.replaced_at.is_(None),
        )
    ):
        older.replaced_at = now


def _adopt(session: Session, card: Card) -> None:
    """A verified lead's card brings the mechanism; its member joins it."""
    leads = card.mechanism is not None and card.mechanism.lead == card.agency.uid
    if card.mechanism is not None and leads and house.mechanism(session) is None:
        facts = card.mechanism
        session.add(
            Mechanism(uid=facts.uid, name=facts.name, lead_uid=facts.lead, basis=facts.basis)
        )
        session.flush()
    mechanism = house.mechanism(session)
    if mechanism is None:
        return
    for agency in (house.own_agency(session), house.agency(session, card.agency.uid)):
        joined = select(Membership).where(
            Membership.agency_id == agency.id, Membership.mechanism_id == mechanism.id
        )
        if session.scalar(joined) is None:
            session.add(
                Membership(
                    mechanism_id=mechanism.id,
                    agency_id=agency.id,
                    since=clock.local_date(card.issued),
                    until=None,
                    basis=mechanism.basis,
                )
            )


def _facts(agency: Agency) -> AgencyFacts:
    return AgencyFacts(**{name: getattr(agency, name) for name in AgencyFacts.__slots__})


def _mechanism_facts(row: Mechanism) -> MechanismFacts:
    return MechanismFacts(uid=row.uid, name=row.name, lead=row.lead_uid, basis=row.basis)


def _key_row(
    agency_id: int, card: Card, data: bytes, now: datetime, *, verified: bool
) -> AgencyKey:
    return AgencyKey(
        agency_id=agency_id,
        incarnation=card.incarnation,
        sign_public=card.sign,
        recipient=card.recipient,
        fingerprint="-".join(card.fingerprint),
        card=data,
        received_at=now,
        verified_at=now if verified else None,
        verified_by="",
        verified_how="",
        replaced_at=None,
    )


def _row(agency: Agency, lead: str) -> MemberRow:
    key = next((k for k in reversed(agency.keys) if k.replaced_at is None), None)
    names = [n for n in MemberRow.__slots__ if n in Agency.__table__.columns]
    return MemberRow(
        leads=agency.uid == lead,
        incarnation=key.incarnation if key else 0,
        fingerprint=tuple(key.fingerprint.split("-")) if key else (),
        received_at=key.received_at if key else None,
        verified_at=key.verified_at if key else None,
        verified_by=key.verified_by if key else "",
        verified_how=key.verified_how if key else "",
        key_changed=key is not None
        and key.verified_at is None
        and any(each.verified_at is not None for each in agency.keys),
        **{name: getattr(agency, name) for name in names},
    )
