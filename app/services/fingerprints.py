"""指纹确认单: the paper two persons sign after they compared a fingerprint."""

from __future__ import annotations

from pathlib import Path

from app.documents.kinds import fingerprint
from app.documents.kinds.fingerprint import FingerprintFacts, FingerprintSheet
from app.kernel.errors import CardError
from app.kernel.terms import Purpose, TrustedBy
from app.services import house, house_fonts
from app.services.changes import Changes, changed
from app.vault import journal
from app.vault.register import Register


def sheet(register: Register, agency_uid: str) -> FingerprintSheet:
    """The sheet of our own card, or of one that was compared in person.

    Another agency's is not printed before that: it would be read off our paper instead of being
    heard from the other side.

    Raises:
        CardError: not compared. UncoveredCharactersError, TemplateError: it cannot be set.
    """
    with register.read() as session:
        agency, own = house.agency(session, agency_uid), house.own_agency(session)
        key = house.trusted_card(session, agency.id)
        mine = agency.id == own.id
        if key is None or not (mine or key.vouched_by is TrustedBy.PERSON):
            raise CardError(path=Path(agency.name), reason="not compared in person")
        mechanism = house.mechanism(session)
        facts = FingerprintFacts(
            agency=agency.name,
            agency_uid=agency.uid,
            incarnation=key.incarnation,
            groups=tuple(key.fingerprint.split("-")),
            liaison=agency.liaison,
            phone=agency.phone,
            mechanism=mechanism.name if mechanism else "",
            checked_by="" if mine else own.name,
            checked_how="" if mine else key.verified_how,
            checked_at=None if mine else key.verified_at,
        )
        fonts = house_fonts.chain(session)
    return fingerprint.sheet(facts, fonts, exercise=register.purpose is Purpose.EXERCISE)


def note_printed(register: Register, agency_uid: str) -> Changes:
    """Write into the journal that the sheet was sent to a printer."""
    with register.write() as session:
        journal.append(
            session, register.clock, register.user_name, "card.sheet-printed", agency_uid
        )
    return changed()
