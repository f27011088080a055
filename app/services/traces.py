"""What a bundle leaves behind that was not taken in, or only heard."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import files
from app.kernel.errors import RestoredRegisterError
from app.models import Agency, Fork
from app.services import house, outbox
from app.services.book import SqlBook
from app.sync import node
from app.sync.book import Fork as SaidTwice
from app.sync.opening import Inspected, Opened
from app.vault import journal, restored
from app.vault.register import Register


def answer(register: Register, inspected: Inspected) -> None:
    """Its sender, genuine all the same, writes to keys that ended or with keys that did: our next
    bundle tells it."""
    with register.write() as session:
        node.answer(SqlBook(register, session), inspected.routing.sender.uid)


def owe_acknowledgement(register: Register, inspected: Inspected) -> None:
    """A repeated bundle: the peer has not heard that it was taken in."""
    with register.write() as session:
        row = outbox.stream_with(session, house.agency(session, inspected.routing.sender.uid))
        row.ack_due = row.ack_due or not inspected.routing.stream.is_empty


def note_behind(register: Register, inspected: Inspected, error: RestoredRegisterError) -> None:
    with register.write() as session:
        if restored.read(session) is None:
            now = register.clock.now()
            seen = max(int(str(error.facts.get("seen", 0))), 0)
            origin = inspected.routing.sender.handle
            restored.mark(
                session, restored.Mark(restored.Reason.TOLD, origin, now, now, None, seen)
            )
            journal.append(
                session,
                register.clock,
                register.user_name,
                "register.found_restored",
                inspected.routing.sender.uid,
                seen=seen,
                envelope=inspected.envelope_hash,
            )


def keep_fork(
    register: Register,
    session: Session,
    inspected: Inspected,
    opened: Opened,
    found: SaidTwice,
) -> None:
    agency = house.agency(session, inspected.routing.sender.uid)
    session.add(
        Fork(
            agency_id=agency.id,
            incarnation=inspected.routing.sender.incarnation,
            seq=found.seq,
            held=found.held,
            found=found.found,
            file_name=files.clean_name(inspected.path.name),
            envelope=inspected.envelope_bytes,
            envelope_signature=inspected.envelope_signature,
            content=opened.content,
            content_signature=opened.content_signature,
            noticed_at=register.clock.now(),
            settled_at=None,
        )
    )
    journal.append(
        session,
        register.clock,
        register.user_name,
        "fork.noticed",
        agency.uid,
        seq=found.seq,
        held=found.held,
        found=found.found,
        envelope=inspected.envelope_hash,
    )


def settle_forks(register: Register, session: Session, agency: Agency, incarnation: int) -> None:
    """A new incarnation restates everything, so what the earlier one said twice is settled."""
    open_ones = select(Fork).where(
        Fork.agency_id == agency.id, Fork.incarnation < incarnation, Fork.settled_at.is_(None)
    )
    for fork in session.scalars(open_ones):
        fork.settled_at = register.clock.now()
