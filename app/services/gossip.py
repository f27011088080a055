"""What agencies tell each other of third ones: rosters, keys, and how long journals are."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import canon
from app.models import Agency, Witness
from app.services import agency_keys, house, outbox, roster
from app.services.book import SqlBook
from app.sync import envelope, signature
from app.sync.entry import EntryDraft
from app.sync.opening import Opened
from app.sync.routing import Routing
from app.sync.statements import ROSTER
from app.vault import journal
from app.vault.register import Register


def queue(register: Register, session: Session, peer: Agency) -> None:
    """Queue the rosters *peer* is listed in and has not said it holds, untouched as they came."""
    book, own = SqlBook(register, session), house.own_agency(session).uid
    for mechanism in roster.owed(session, peer.uid):
        data = roster.file_of(session, mechanism)
        notice = next(each for each in roster.newest(session) if each.mechanism == mechanism)
        if data is None:
            continue
        draft = EntryDraft(
            ROSTER,
            own,
            own,
            mechanism,
            notice.version,
            register.clock.now(),
            {"roster": canon.loads(data)},
        )
        if not book.has_told(peer.uid, draft):
            outbox.put(session, peer, [draft])


def hear(register: Register, session: Session, routing: Routing, opened: Opened) -> None:
    """Keep what the sender says of itself, of its own journal and of third agencies.

    What does not agree with what is known here is marked, and the journal says so: somebody shows
    different agencies different things, or works on an old copy.
    """
    sender = routing.sender
    if routing.card is not None:
        teller = house.agency(session, sender.uid)
        agency_keys.keep_shown(session, teller, routing.card, register.clock.now())
    roster.heard(register, session, sender.uid, routing.rosters)
    said = opened.journal or envelope.JournalHead(0, "")
    own = envelope.Witness(sender.uid, sender.incarnation, routing.key, said.lines, said.head)
    for each in (own, *opened.witness):
        _keep(register, session, sender.uid, each)


def _keep(register: Register, session: Session, teller: str, said: envelope.Witness) -> None:
    row = session.scalar(
        select(Witness).where(Witness.about_uid == said.agency, Witness.told_by_uid == teller)
    )
    disagrees = _disagrees(session, teller, said, row)
    if row is None:
        row = Witness(about_uid=said.agency, told_by_uid=teller, disagrees=False)
    elif (said.incarnation, said.lines) < (row.incarnation, row.lines) and not disagrees:
        return
    news = disagrees and not row.disagrees
    row.incarnation, row.key = said.incarnation, said.key
    row.lines, row.head = said.lines, said.head or ""
    row.told_at, row.disagrees = register.clock.now(), disagrees
    session.add(row)
    session.flush()
    if news:
        journal.append(
            session,
            register.clock,
            register.user_name,
            "witness.disagrees",
            said.agency,
            told_by=teller,
            incarnation=said.incarnation,
            lines=said.lines,
        )


def _disagrees(
    session: Session, teller: str, said: envelope.Witness, before: Witness | None
) -> bool:
    """Whether *said* cannot be true beside what is known here."""
    agency = session.scalar(select(Agency).where(Agency.uid == said.agency))
    card = house.trusted_card(session, agency.id) if agency and not agency.is_self else None
    here = card is not None and card.incarnation == said.incarnation
    if card is not None and here and signature.fingerprint(card.sign_public) != said.key:
        return True
    known = before
    if teller != said.agency:
        known = session.scalar(
            select(Witness).where(
                Witness.about_uid == said.agency, Witness.told_by_uid == said.agency
            )
        )
    if known is None or not said.lines or known.incarnation != said.incarnation:
        return False
    return known.lines == said.lines and known.head != (said.head or "")
