"""Beginning anew among members that know each other's keys from a roster only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from app.kernel.errors import RosterStateError
from app.kernel.terms import RosterFault
from app.models import AgencyKey, Case
from app.services import alarms, cases, exchange, house, renewal, roster, roster_view
from app.services.setup import Register
from app.sync import card as cards
from app.sync.routing import RosterNotice
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


# -- the roster of a lead that was put back ----------------------------------------------------


def _issued_and_put_back(city: City, folder: Path) -> None:
    """The lead issued version 2 to the police, and knows nothing of it any more."""
    copy = copied(city.finance, folder / "copy")
    city.issue()
    city.carry(city.police)
    put_back(city.finance, copy)
    renewal.renew(city.finance)
    city.clock.advance(timedelta(hours=2))


def test_a_lead_that_began_anew_issues_no_version_before_it_heard_every_member(
    city: City, tmp_path: Path
) -> None:
    _issued_and_put_back(city, tmp_path)
    assert roster_view.show(city.finance)[0].unheard == ("示例市公安局", "示例市审计局")

    with pytest.raises(RosterStateError) as caught:
        city.issue()
    assert caught.value.reason is RosterFault.NOT_HEARD
    for member in (city.police, city.audit):
        _carry(city, city.finance, member)
        _carry(city, member, city.finance)
    assert roster_view.show(city.finance)[0].version == 2
    city.issue()

    city.carry(city.police)
    city.carry(city.audit)
    assert roster_view.show(city.audit)[0].version == 3


def test_a_version_issued_all_the_same_lies_above_any_that_may_be_out_there(
    city: City, tmp_path: Path
) -> None:
    _issued_and_put_back(city, tmp_path)
    assert roster_view.show(city.finance)[0].next == 11

    city.issue(despite="审计局长期不答复")

    city.carry(city.police)
    city.carry(city.audit)
    assert roster_view.show(city.police)[0].version == 11
    city.issue()
    assert roster_view.show(city.finance)[0].version == 12


def test_what_a_member_claims_does_not_use_up_the_numbers(city: City) -> None:
    with city.finance.write() as session:
        lie = RosterNotice(city.mechanism, 2**53 - 1, "0" * 64)
        roster.heard(city.finance, session, rosters.uid(city.audit), (lie,))

    city.issue(despite="对方误报，已当面查明")

    assert roster_view.show(city.finance)[0].version == 1 + 1000 + 10
    city.carry(city.police)
