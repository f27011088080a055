"""Beginning anew among members that know each other's keys from a roster only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select, update

from app.models import AgencyKey, Case
from app.services import alarms, cases, exchange, house, renewal
from app.services.setup import Register
from app.sync import card as cards
from tests import synthetic
from tests.services import rosters
from tests.services.rosters import City
from tests.services.two_desks import copied, put_back


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    rosters.build_started(tmp_path / "city")
    with rosters.opened(tmp_path / "city") as made:
        yield made


def _case(register: Register, name: str) -> str:
    return cases.register_case(register, replace(synthetic.case_draft(), name=name)).uid


def _carry(city: City, sender: Register, receiver: Register) -> exchange.TakenIn:
    bundle = exchange.seal(sender, rosters.uid(receiver), city.stick)
    return exchange.take_in(receiver, bundle.path)


def _names(register: Register) -> set[str]:
    with register.read() as session:
        return set(session.scalars(select(Case.name)))


def _card(register: Register, other: Register) -> bytes:
    """The card *register* holds of *other*."""
    with register.read() as session:
        fingerprint = rosters.row(register, other).fingerprint
        query = select(AgencyKey.card).where(AgencyKey.fingerprint == "-".join(fingerprint))
        return session.scalars(query).one()


@pytest.mark.parametrize("shown", [True, False])
def test_a_member_known_by_the_roster_only_gives_everything_back(
    city: City, tmp_path: Path, shown: bool
) -> None:
    """*shown*: the peer holds the card the bundles brought, which a register that took them in
    before cards were kept does not."""
    copy = copied(city.audit, tmp_path / "copy")
    exchange.share_case(city.audit, _case(city.audit, "备份之后的案件"), rosters.uid(city.police))
    _carry(city, city.audit, city.police)
    _carry(city, city.police, city.audit)
    if not shown:
        with city.police.write() as session:
            theirs = house.agency(session, rosters.uid(city.audit)).id
            session.execute(update(AgencyKey).where(AgencyKey.agency_id == theirs).values(card=b""))
    put_back(city.audit, copy)
    renewal.renew(city.audit)

    _carry(city, city.audit, city.police)
    taken = _carry(city, city.police, city.audit)

    assert taken.refused == ()
    assert _names(city.audit) == {"备份之后的案件"}
    assert alarms.standing(city.audit).quiet


def test_a_bundle_brings_the_card_the_roster_did_not(city: City) -> None:
    assert _card(city.police, city.audit) == b""
    exchange.share_case(city.audit, _case(city.audit, "案件"), rosters.uid(city.police))

    _carry(city, city.audit, city.police)

    card = cards.read(_card(city.police, city.audit))
    assert card.agency.uid == rosters.uid(city.audit)
