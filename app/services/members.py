"""Members and keys: cards go out and come in, and count once two people compared fingerprints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, selectinload

from app.kernel import age, files
from app.kernel.errors import (
    CardError,
    MissingFieldsError,
    NewerBundleError,
    PurposeMismatchError,
    UnknownRecordError,
    from_os_error,
)
from app.kernel.terms import AgencyLevel, AgencyRole, TrustedBy, new_uid
from app.models import Agency, AgencyKey, OwnKey
from app.services import agency_keys, book, house
from app.services.changes import Changes, Noun, changed
from app.sync import card as cards
from app.sync import node, signature
from app.sync.card import Card
from app.vault import journal
from app.vault.register import Register

LEAST_GROUPS: Final = 3
"""Of the ten groups of a fingerprint, how many two people must have compared."""


@dataclass(frozen=True, slots=True)
class FormerKey:
    """Keys that were replaced, or revoked at *revoked_at*; *cutoff_seq* as in ``AgencyKey``."""

    incarnation: int
    fingerprint: str
    replaced_at: datetime | None
    revoked_at: datetime | None
    reason: str
    cutoff_seq: int | None


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A line of 成员与密钥; *verified_at* is None until the keys are believed.

    *incarnation* is 0 and *fingerprint* empty for an agency that has no keys (paper only).
    *key_changed*: the key stands beside an older one that was believed, and is not believed yet.
    *vouched_by* says why they are, *vouched_number* by which version of the roster or incarnation
    of the former key.
    *former* are the keys that no longer speak for it, the newest first.
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
    vouched_by: TrustedBy | None
    vouched_number: int
    former: tuple[FormerKey, ...]

    @property
    def revoked(self) -> bool:
        """Whether its newest keys were revoked and none has followed."""
        return not self.fingerprint and any(each.revoked_at for each in self.former)


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

    One that a former key vouches for is believed at once. Otherwise a changed key never replaces a
    verified one silently: it stands beside it, unverified.

    Raises:
        CardError: not a card, our own, or older than the one held.
        PurposeMismatchError: an exercise card for a real register or the other way round.
    """
    data = _card_bytes(path)
    card = _card_of(path, data)
    if card.purpose != register.purpose:
        raise PurposeMismatchError(path=path, ours=register.purpose, theirs=card.purpose)
    with register.write() as session:
        if trust_vouched(register, session, data) is None:
            _keep(register, session, card, data, path)
        return changed(Noun.MEMBERS, Noun.EXCHANGE, uid=card.agency.uid)


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
        card = agency_keys.card_of(key, agency, register.purpose)
        cards.compare(card, heard)
        now, by = register.clock.now(), register.user_name
        agency_keys.believe(session, key, now, by, TrustedBy.PERSON)
        key.verified_how = how
        agency_keys.present(agency, card.agency)
        agency_keys.adopt(session, card)
        # It may know us from before this register was made anew or put back.
        node.meet(book.SqlBook(register, session), agency_uid, now)
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


def trust_vouched(register: Register, session: Session, card_bytes: bytes) -> AgencyKey | None:
    """Believe a card of a higher incarnation that a believed, unrevoked former key signed too.

    The row of its keys, also when they were believed already; None when nobody we believe vouches
    for them: then two people compare the fingerprint, or a roster names them.

    Raises:
        CardError, NewerBundleError: not a card.
    """
    card = cards.read(card_bytes)
    agency = session.scalar(select(Agency).where(Agency.uid == card.agency.uid))
    if agency is None or agency.is_self or card.purpose is not register.purpose:
        return None
    held, said = agency_keys.held(session, agency.id, card.incarnation), "-".join(card.fingerprint)
    if held is not None and held.verified_at is not None:
        if held.fingerprint != said or held.replaced_at is not None:
            return None
        return agency_keys.put(session, agency, held, card, card_bytes, register.clock.now())
    former = agency_keys.successor_of(session, agency, card)
    trusted = house.trusted_card(session, agency.id)
    if former is None or (trusted is not None and trusted.incarnation > card.incarnation):
        return None
    row = agency_keys.put(session, agency, trusted, card, card_bytes, register.clock.now())
    agency_keys.believe(
        session,
        row,
        register.clock.now(),
        register.user_name,
        TrustedBy.FORMER_KEY,
        former.incarnation,
    )
    agency_keys.present(agency, card.agency)
    _note(register, session, "card.vouched", card, former=former.incarnation)
    return row


def issue_own_card(register: Register, session: Session) -> None:
    """Sign a card for the current incarnation; our own card needs no verification.

    Our former keys and our root key vouch for it, and a card of this incarnation is replaced.
    """
    own, key, now = house.own_agency(session), house.own_key(session), register.clock.now()
    mechanism = house.mechanism(session)
    leads = mechanism is not None and mechanism.lead_uid == own.uid
    card = Card(
        purpose=register.purpose,
        agency=agency_keys.facts(own),
        incarnation=key.incarnation,
        sign=signature.public_of(key.sign_seed),
        recipient=age.recipient_of(key.identity),
        root=signature.public_of(house.own_root(session).seed),
        issued=now,
        mechanism=agency_keys.mechanism_facts(mechanism) if mechanism and leads else None,
    )
    former = select(OwnKey.sign_seed).where(OwnKey.incarnation < key.incarnation)
    vouchers = list(session.scalars(former))
    if key.incarnation > 1:
        vouchers.append(house.own_root(session).seed)
    data = cards.write(card, key.sign_seed, vouchers)
    row = agency_keys.held(session, own.id, key.incarnation)
    if row is None:
        row = agency_keys.key_row(own.id, card, data, now)
        session.add(row)
        row.verified_at = now
    row.card = data
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
        agency_keys.present(agency, card.agency)
        session.add(agency)
        session.flush()
    if card.incarnation < agency.min_incarnation:
        raise CardError(path=path, reason="an incarnation that was revoked")
    trusted = house.trusted_card(session, agency.id)
    if trusted is not None and trusted.incarnation > card.incarnation:
        raise CardError(path=path, reason="older than the card held")
    agency_keys.put(session, agency, trusted, card, data, register.clock.now())
    _note(register, session, "card.kept", card)


def _note(register: Register, session: Session, action: str, card: Card, **more: int) -> None:
    journal.append(
        session,
        register.clock,
        register.user_name,
        action,
        card.agency.uid,
        name=card.agency.name,
        fingerprint="-".join(card.fingerprint),
        **more,
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
        vouched_by=key.vouched_by if key else None,
        vouched_number=key.vouched_number if key else 0,
        former=tuple(_former(each) for each in reversed(agency.keys) if each.replaced_at),
        **{name: getattr(agency, name) for name in names},
    )


def _former(key: AgencyKey) -> FormerKey:
    return FormerKey(
        incarnation=key.incarnation,
        fingerprint=key.fingerprint,
        replaced_at=key.replaced_at,
        revoked_at=key.revoked_at,
        reason=key.revoked_reason,
        cutoff_seq=key.cutoff_seq,
    )
