"""A member's card is given back to it: what makes its register anew when its computer is lost."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from app.kernel import files
from app.kernel.errors import CardError, from_os_error
from app.models import AgencyKey
from app.services import house
from app.sync import card as cards
from app.vault import journal
from app.vault.register import Register


def write_copy(register: Register, agency_uid: str, folder: Path) -> Path:
    """Write the newest card that was believed of *agency_uid* into *folder*.

    Raises:
        CardError: no card file of that agency was ever believed.
        MediumError: nothing was written.
    """
    with register.write() as session:
        agency = house.agency(session, agency_uid)
        data = session.scalar(
            select(AgencyKey.card)
            .where(
                AgencyKey.agency_id == agency.id,
                AgencyKey.verified_at.is_not(None),
                AgencyKey.card != b"",
            )
            .order_by(AgencyKey.incarnation.desc())
        )
        if data is None:
            raise CardError(path=Path(agency.name), reason="no card file held")
        path = folder / cards.file_name(cards.read(data))
        try:
            files.write_atomic(path, data, replace=True)
        except OSError as error:
            raise from_os_error(error, path, len(data)) from error
        journal.append(
            session,
            register.clock,
            register.user_name,
            "card.copied",
            agency_uid,
            name=agency.name,
            file=path.name,
        )
    return path
