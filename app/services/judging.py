"""Whether a bundle may be taken in, as the register stands, and what stays as proof that it was."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import files
from app.kernel.errors import BundleError, BundleFormError
from app.models import Agency, BundleSeen, Stream
from app.services import house, outbox
from app.sync import stream, trust
from app.sync.opening import Inspected, Opened
from app.vault import journal
from app.vault.register import Register


def judge(
    register: Register, session: Session, inspected: Inspected
) -> tuple[trust.Verdict, trust.KnownSender]:
    """The verdict on a bundle as the register stands, and who sent it.

    Raises:
        BundleError: as ``trust.accept``; BundleFormError: another bundle had this uid.
    """
    routing = inspected.routing
    own = house.own_agency(session)
    agency = session.scalar(select(Agency).where(Agency.uid == routing.sender.uid))
    sender = _known(session, agency) if agency and not agency.is_self else None
    pair = _pair(session, agency, inspected)
    verdict = trust.accept(inspected, trust.Ourselves(own.uid, register.purpose), sender, pair)
    _refuse_used_uid(session, inspected)
    return verdict, trust.vouched(inspected, sender)


def keep_seen(
    register: Register, session: Session, inspected: Inspected, opened: Opened
) -> BundleSeen:
    """The row of a bundle that is taken in, with the signed bytes that prove who said what."""
    routing = inspected.routing
    seen = BundleSeen(
        uid=routing.bundle,
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


def _pair(session: Session, agency: Agency | None, inspected: Inspected) -> trust.Pair:
    row = session.scalar(select(Stream).where(Stream.agency_id == agency.id)) if agency else None
    taken_at = session.scalar(
        select(BundleSeen.taken_at).where(BundleSeen.envelope_hash == inspected.envelope_hash)
    )
    own = house.own_key(session).incarnation
    if row is None:
        return trust.Pair(stream.Outbox(own), stream.Inbox(1), _none, _none, taken_at)
    return trust.Pair(
        outbox=outbox.outbox(session, row),
        inbox=outbox.inbox(row),
        sent=outbox.hashes(session, row, own, outgoing=True),
        received=outbox.hashes(session, row, row.in_incarnation, outgoing=False),
        taken_at=taken_at,
    )


def _none(seq: int) -> str | None:  # noqa: ARG001 - nothing was ever exchanged
    return None


def _refuse_used_uid(session: Session, inspected: Inspected) -> None:
    """A writer draws a uid for each bundle; the same one under another envelope is a forgery."""
    uid = inspected.routing.bundle
    if session.scalar(select(BundleSeen.id).where(BundleSeen.uid == uid)) is not None:
        raise BundleFormError(path=inspected.path, reason="its uid belongs to another bundle")
