"""A roster travels on between members inside ordinary bundles."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.kernel.errors import MissingFieldsError, RosterExpiredError
from app.services import cases, exchange, roster, roster_expiry, roster_view
from app.services.roster import Expiry
from app.services.setup import Register
from tests import synthetic
from tests.services import rosters
from tests.services.rosters import City


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    rosters.build_started(tmp_path / "city")
    with rosters.opened(tmp_path / "city") as made:
        yield made


def _carry(city: City, sender: Register, receiver: Register) -> None:
    """A case's extract, so that there is something to send, and whatever goes with it."""
    case = cases.register_case(sender, synthetic.case_draft()).uid
    peer = rosters.uid(receiver)
    exchange.share_case(sender, case, peer)
    exchange.take_in(receiver, exchange.seal(sender, peer, city.stick).path)


def test_members_that_never_met_exchange_and_pass_the_next_roster_on(city: City) -> None:
    city.issue()
    city.carry(city.police)
    assert roster_view.show(city.audit)[0].version == 1

    _carry(city, city.audit, city.police)
    _carry(city, city.police, city.audit)

    assert roster_view.show(city.audit)[0].version == 2


def test_a_member_that_was_told_is_not_told_again(city: City) -> None:
    city.issue()
    city.carry(city.police)
    _carry(city, city.police, city.audit)
    _carry(city, city.audit, city.police)

    with city.police.read() as session:
        assert roster.owed(session, rosters.uid(city.audit)) == ()


def test_under_an_expired_roster_sealing_needs_a_reason_that_holds_for_the_day(
    city: City,
) -> None:
    city.clock.advance(timedelta(days=400))
    with pytest.raises(RosterExpiredError):
        _carry(city, city.police, city.audit)
    with pytest.raises(MissingFieldsError):
        roster_expiry.seal_despite_expiry(city.police, city.mechanism, " ")

    roster_expiry.seal_despite_expiry(city.police, city.mechanism, "案件期限将到，牵头单位正在换版")
    _carry(city, city.police, city.audit)

    city.clock.advance(timedelta(days=1))
    with pytest.raises(RosterExpiredError):
        _carry(city, city.police, city.audit)


def test_a_card_compared_in_person_does_not_expire_with_a_roster(city: City) -> None:
    city.clock.advance(timedelta(days=400))

    _carry(city, city.police, city.finance)

    assert roster_view.show(city.police)[0].expiry is Expiry.EXPIRED
