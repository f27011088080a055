"""The keys an agency is known by: how a row comes to be, is believed, and gives way.

- What a card says of its agency counts once its keys are believed.
- An unverified card gives way to the next one; believed keys never do silently.
- A revoked key is no longer current, and its row stays: old signatures are judged by it.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import clock
from app.kernel.errors import CardError
from app.kernel.terms import Purpose, TrustedBy
from app.models import Agency, AgencyKey, Mechanism, Membership
from app.services import house
from app.sync import card as cards
from app.sync.card import AgencyFacts, Card, MechanismFacts


def facts(agency: Agency) -> AgencyFacts:
    return AgencyFacts(**{name: getattr(agency, name) for name in AgencyFacts.__slots__})


def mechanism_facts(row: Mechanism) -> MechanismFacts:
    return MechanismFacts(uid=row.uid, name=row.name, lead=row.lead_uid, basis=row.basis)


def present(agency: Agency, said: AgencyFacts) -> None:
    """Let a believed card speak of its agency."""
    for name in AgencyFacts.__slots__:
        setattr(agency, name, getattr(said, name))
    agency.runs_program = True


def key_row(agency_id: int, card: Card, data: bytes, now: datetime) -> AgencyKey:
    """Unverified; *data* is empty while only a roster has named the keys."""
    return AgencyKey(
        agency_id=agency_id,
        incarnation=card.incarnation,
        sign_public=card.sign,
        recipient=card.recipient,
        root_public=card.root,
        fingerprint="-".join(card.fingerprint),
        card=data,
        received_at=now,
        verified_at=None,
        verified_by="",
        verified_how="",
        replaced_at=None,
        vouched_by=None,
        vouched_number=0,
        revoked_at=None,
        revoked_reason="",
        cutoff_seq=None,
    )


def card_of(key: AgencyKey, agency: Agency, purpose: Purpose) -> Card:
    """The card of *key*; one that only a roster named is put together from its keys."""
    if key.card:
        return cards.read(key.card)
    return Card(
        purpose=purpose,
        agency=facts(agency),
        incarnation=key.incarnation,
        sign=key.sign_public,
        recipient=key.recipient,
        root=key.root_public,
        issued=key.received_at,
    )


def believe(
    session: Session, key: AgencyKey, now: datetime, by: str, how: TrustedBy, number: int = 0
) -> None:
    """From now on *key* is the agency's; older ones have been replaced by it."""
    key.verified_at, key.verified_by = now, by
    key.vouched_by, key.vouched_number = how, number
    for older in session.scalars(
        select(AgencyKey).where(
            AgencyKey.agency_id == key.agency_id,
            AgencyKey.incarnation < key.incarnation,
            AgencyKey.replaced_at.is_(None),
        )
    ):
        older.replaced_at = now


def held(session: Session, agency_id: int, incarnation: int) -> AgencyKey | None:
    """The row of one incarnation, whatever became of it."""
    return session.scalar(
        select(AgencyKey).where(
            AgencyKey.agency_id == agency_id, AgencyKey.incarnation == incarnation
        )
    )


def revoked(session: Session, agency_id: int) -> AgencyKey | None:
    """The newest keys of an agency that a roster revoked."""
    return session.scalar(
        select(AgencyKey)
        .where(AgencyKey.agency_id == agency_id, AgencyKey.revoked_at.is_not(None))
        .order_by(AgencyKey.incarnation.desc())
    )


def drop_unverified(session: Session, agency_id: int) -> None:
    for pending in session.scalars(
        select(AgencyKey).where(AgencyKey.agency_id == agency_id, AgencyKey.verified_at.is_(None))
    ):
        session.delete(pending)
    session.flush()


def put(
    session: Session,
    agency: Agency,
    trusted: AgencyKey | None,
    card: Card,
    data: bytes,
    now: datetime,
) -> AgencyKey:
    """Keep *card*: over the trusted one when its keys are the same, else unverified beside it.

    Raises:
        CardError: other keys than the believed ones of the same incarnation.
    """
    if trusted is not None and trusted.incarnation == card.incarnation:
        if trusted.fingerprint != "-".join(card.fingerprint):
            raise CardError(
                path=Path(cards.file_name(card)), reason="another key, same incarnation"
            )
        if not trusted.card or cards.read(trusted.card).issued <= card.issued:
            # An old copy of the same keys must not bring back who answered the telephone then.
            trusted.card = data
            present(agency, card.agency)
        return trusted
    drop_unverified(session, agency.id)
    if trusted is None:
        present(agency, card.agency)
    row = key_row(agency.id, card, data, now)
    session.add(row)
    session.flush()
    return row


def keep_shown(session: Session, agency: Agency, data: bytes, now: datetime) -> None:
    """Keep the card a bundle shows when its keys are held: a roster names keys without one, and
    only a card proves to an agency that lost them all what it once said."""
    card = cards.read(data)
    row = held(session, agency.id, card.incarnation)
    if row is None or row.fingerprint != "-".join(card.fingerprint):
        return
    if not row.card:
        row.card = data
    elif cards.read(row.card).issued < card.issued:
        put(session, agency, row, card, data, now)


def adopt(session: Session, card: Card) -> None:
    """A verified lead's card brings the mechanism; its member joins it."""
    leads = card.mechanism is not None and card.mechanism.lead == card.agency.uid
    if card.mechanism is not None and leads and house.mechanism(session) is None:
        said = card.mechanism
        session.add(Mechanism(uid=said.uid, name=said.name, lead_uid=said.lead, basis=said.basis))
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


def successor_of(session: Session, agency: Agency, card: Card) -> AgencyKey | None:
    """The believed key of a lower incarnation that vouches for *card*, if one does.

    Whoever stole an incarnation holds the secrets of those before it too, so none below the least
    that is heard vouches for anybody; nor does any key of an agency that is not believed at
    present, because it left. The root key stays when an incarnation gets new keys, and signs the
    card as well: it decides about rosters, so whoever stole a signing key alone must not change it.
    """
    left = house.trusted_card(session, agency.id) is None
    if left or card.incarnation < agency.min_incarnation or card.root not in card.vouchers:
        return None
    return session.scalar(
        select(AgencyKey)
        .where(
            AgencyKey.agency_id == agency.id,
            AgencyKey.incarnation < card.incarnation,
            AgencyKey.incarnation >= agency.min_incarnation,
            AgencyKey.verified_at.is_not(None),
            AgencyKey.revoked_at.is_(None),
            AgencyKey.sign_public.in_(card.vouchers),
            AgencyKey.root_public == card.root,
        )
        .order_by(AgencyKey.incarnation.desc())
    )
