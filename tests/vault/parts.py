"""What the tests of this room open registers with, and a case with as few facts as a row takes."""

from __future__ import annotations

import hashlib
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app.kernel.clock import Clock
from app.kernel.errors import AppError
from app.kernel.terms import (
    PartyKind,
    PartyRole,
    ProcurementMethod,
    ProjectKind,
    Purpose,
    new_uid,
)
from app.models import Case, CaseParty, Party, Project
from app.vault import search
from app.vault.register import NewUser, Register
from app.vault.slots import Cost

CHEAP = Cost(memory_kib=64, iterations=1, lanes=1)
PASSPHRASE = "春天里的第一封函件共十二字"
OTHER_PASSPHRASE = "另一句同样够长的口令在此处"
USER = NewUser("甲某某", "科员", "0633-0000000")


def create(folder: Path, clock: Clock) -> tuple[Register, str]:
    return Register.create(
        folder,
        purpose=Purpose.EXERCISE,
        passphrase=PASSPHRASE,
        user=USER,
        clock=clock,
        cost=CHEAP,
    )


def reopen(register: Register, secret: str = PASSPHRASE) -> Register:
    """The same register, closed and opened again."""
    register.close()
    return Register.open(register.folder, secret, clock=register.clock, cost=CHEAP)


def refused(folder: Path, clock: Clock, secret: str = PASSPHRASE) -> AppError:
    """What opening the register answers."""
    with pytest.raises(AppError) as error:
        Register.open(folder, secret, clock=clock, cost=CHEAP)
    return error.value


def contents(folder: Path) -> dict[str, str]:
    """The hash of every file, the lock's own left out."""
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file() and path.name != "register.lock"
    }


def add_case(
    session: Session, clock: Clock, name: str, facts: str = "", party: str = "", code: str = ""
) -> int:
    """A case that is found by these texts; its id."""
    case = Case(
        uid=new_uid(),
        owner_uid=new_uid(),
        version=1,
        number="",
        name=name,
        source="",
        found_on=date(2025, 3, 3),
        registered_at=clock.now(),
        amount_fen=0,
        facts=facts,
        measures="",
        penalties="",
        handler="",
        handler_phone="",
        crime_suspected=False,
        state="open",
        opened_from=None,
        pack_hash="",
    )
    session.add(case)
    session.flush()
    session.add_all([_project(case.id), _party(session, case.id, party, code)])
    session.flush()
    search.index_case(session, case.id, title=name, parties=party, body=facts, codes=code)
    return case.id


def _project(case_id: int) -> Project:
    return Project(
        case_id=case_id,
        number="",
        name="",
        kind=ProjectKind.GOODS,
        method=ProcurementMethod.OPEN_TENDER,
        purchaser="",
        budget_fen=0,
        contract_fen=0,
        opened_on=None,
        winner="",
    )


def _party(session: Session, case_id: int, name: str, code: str) -> CaseParty:
    party = Party(
        uid=new_uid(),
        kind=PartyKind.ORGANISATION,
        name=name,
        identifier=code,
        override_reason="",
        address="",
        representative="",
        phone="",
    )
    session.add(party)
    session.flush()
    return CaseParty(case_id=case_id, party_id=party.id, role=PartyRole.SUPPLIER)
