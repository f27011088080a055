"""Whether a bundle may be taken in, as the register stands, and what stays as proof that it was."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Text, cast, func, select
from sqlalchemy.orm import Session

from app.kernel import files
from app.kernel.errors import (
    BundleError,
    BundleFormError,
    RenewalDueError,
    RevokedSenderError,
    SeenBeforeError,
    TwinKeyError,
    UnknownSenderError,
    UnverifiedSenderError,
)
from app.kernel.terms import new_uid
from app.models import Agency, BundleSeen, Outgoing
from app.services import agency_keys, house
from app.services.book import SqlBook
from app.sync import card as cards
from app.sync import node, trust
from app.sync.book import Outcome
from app.sync.medium import refusals_tell
from app.sync.opening import Inspected, Opened
from app.vault import journal, restored
from app.vault.register import Register


@dataclass(frozen=True, slots=True)
class Judged:
    """A bundle that may be opened: who sent it, and what can be told of it from outside.

    ``successor`` is the card of a new incarnation that the bundle itself brings, vouched for by a
    former key: believed with the bundle.
    """

    sender: trust.KnownSender
    outcome: Outcome
    successor: bytes | None = None


def judge(register: Register, session: Session, inspected: Inspected) -> Judged:
    """The verdict on a bundle as the register stands.

    Raises:
        RenewalDueError: this register was restored and has not begun anew.
        SeenBeforeError: it was taken in before.
        BundleError: as ``trust.accept``; BundleFormError: another bundle had this uid;
            RevokedSenderError: a roster revoked the incarnation that signed it;
            TwinKeyError: two keys of the sender sign for one incarnation.
    """
    refuse_before_renewal(session)
    routing = inspected.routing
    own = house.own_agency(session)
    agency = session.scalar(select(Agency).where(Agency.uid == routing.sender.uid))
    known = _known(session, agency) if agency and not agency.is_self else None
    sender, successor = _succeeded(session, agency, known, inspected)
    try:
        sender = trust.accept(inspected, trust.Ourselves(own.uid, register.purpose), sender)
    except (UnknownSenderError, UnverifiedSenderError):
        _refuse_revoked(session, agency, inspected)
        raise
    _refuse_seen(session, inspected, sender)
    with refusals_tell(path=inspected.path):
        outcome = node.foresee(SqlBook(register, session), routing)
    return Judged(sender, outcome, successor)


def refuse_before_renewal(session: Session) -> None:
    """Raises RenewalDueError while a restored register has not begun anew."""
    mark = restored.read(session)
    if mark is not None:
        raise RenewalDueError(reason=mark.reason)


def keep_seen(
    register: Register, session: Session, inspected: Inspected, opened: Opened
) -> BundleSeen:
    """The row of a bundle that is taken in, with the signed bytes that prove who said what.

    It is known here by its own uid, unless the bundle of another sender is.
    """
    routing = inspected.routing
    seen = BundleSeen(
        uid=new_uid() if _is_used(session, routing.bundle) else routing.bundle,
        sender_uid=routing.sender.uid,
        incarnation=routing.sender.incarnation,
        first_seq=routing.stream.first,
        last_seq=routing.stream.last,
        envelope_hash=inspected.envelope_hash,
        envelope=inspected.envelope_bytes,
        envelope_signature=inspected.envelope_signature,
        content=opened.content,
        content_signature=opened.content_signature,
        file_name=files.clean_name(inspected.path.name),
        taken_at=register.clock.now(),
    )
    session.add(seen)
    session.flush()
    return seen


def note_refusal(register: Register, session: Session, path: Path, error: BundleError) -> None:
    """Write into the journal that a bundle was refused: all that stays of it."""
    journal.append(
        session,
        register.clock,
        register.user_name,
        "bundle.refused",
        str(error.facts.get("envelope", "")),
        code=error.code,
        file=files.clean_name(path.name),
    )


def _known(session: Session, agency: Agency) -> trust.KnownSender | None:
    card = house.trusted_card(session, agency.id) or house.current_card(session, agency.id)
    if card is None:
        return None
    verified = card.verified_at is not None
    return trust.KnownSender(agency.uid, agency.name, card.incarnation, card.sign_public, verified)


def _succeeded(
    session: Session,
    agency: Agency | None,
    known: trust.KnownSender | None,
    inspected: Inspected,
) -> tuple[trust.KnownSender | None, bytes | None]:
    """*known*, or its successor by the card the bundle brings."""
    claimed, card = inspected.routing.sender, inspected.routing.card
    if agency is None or known is None or not known.verified or card is None:
        return known, None
    newer = claimed.incarnation > known.incarnation
    twin = claimed.incarnation == known.incarnation and inspected.signer != known.sign
    former = agency_keys.successor_of(session, agency, cards.read(card))
    vouches = former is not None and trust.successor(inspected, [former.sign_public]) is not None
    if not (newer or twin) or not vouches:
        return known, None
    if twin:
        raise TwinKeyError(path=inspected.path, sender=known.name, incarnation=claimed.incarnation)
    heir = trust.KnownSender(
        known.uid, known.name, claimed.incarnation, inspected.signer, verified=True
    )
    return heir, card


def _refuse_revoked(session: Session, agency: Agency | None, inspected: Inspected) -> None:
    """No other keys of its sender are believed, so this is what has to be said of it."""
    claimed = inspected.routing.sender.incarnation
    if agency is None or agency.is_self or claimed >= agency.min_incarnation:
        return
    row = agency_keys.revoked(session, agency.id)
    raise RevokedSenderError(
        path=inspected.path,
        sender=agency.name,
        incarnation=claimed,
        reason=row.revoked_reason if row else "",
    )


def _refuse_seen(session: Session, inspected: Inspected, sender: trust.KnownSender) -> None:
    seen = session.scalar(
        select(BundleSeen).where(BundleSeen.envelope_hash == inspected.envelope_hash)
    )
    if seen is not None:
        raise SeenBeforeError(
            path=inspected.path,
            sender=sender.name,
            first=seen.first_seq,
            last=seen.last_seq,
            taken_at=seen.taken_at,
        )
    _refuse_used_uid(session, inspected)


def _refuse_used_uid(session: Session, inspected: Inspected) -> None:
    """A writer draws a uid for each bundle; the same one under another envelope of its own is a
    forgery. Another sender may have copied it from the envelope."""
    routing = inspected.routing
    if not _is_used(session, routing.bundle):
        return
    said = func.json_extract(cast(BundleSeen.envelope, Text), "$.bundle")
    own = select(BundleSeen.id).where(
        BundleSeen.sender_uid == routing.sender.uid, said == routing.bundle
    )
    if session.scalars(own).first() is not None:
        raise BundleFormError(path=inspected.path, reason="its uid belongs to another bundle")


def _is_used(session: Session, uid: str) -> bool:
    """Whether a bundle that came, or one of ours, is known here by *uid*."""
    used = (select(table.id).where(table.uid == uid) for table in (BundleSeen, Outgoing))
    return any(session.scalar(each) is not None for each in used)
