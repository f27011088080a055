"""A register whose own keys a roster revoked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kernel.errors import RenewalDueError
from app.services import alarms, cases, continuity, exchange, house, members, renewal
from app.services.continuity import Reason
from app.services.roster_issue import Revocation
from app.wording import backup as words
from tests import synthetic
from tests.services import rosters
from tests.services.rosters import City


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    """The audit office has accepted the roster that revokes its keys."""
    rosters.build_started(tmp_path)
    with rosters.opened(tmp_path) as made:
        made.issue(revocations=(Revocation(rosters.uid(made.audit), "便携机失窃"),))
        made.carry(made.audit)
        made.carry(made.police)
        yield made


def _waits(city: City) -> None:
    uid = cases.register_case(city.audit, synthetic.case_draft()).uid
    exchange.share_case(city.audit, uid, rosters.uid(city.police))


def test_it_is_told_so_and_seals_nothing(city: City) -> None:
    _waits(city)

    mark = alarms.standing(city.audit).renewal

    assert mark is not None
    assert (mark.reason, mark.seen) == (Reason.REVOKED, 1)
    assert "吊销" in words.continuity(mark.reason, mark.made_at, mark.newest_at)
    with pytest.raises(RenewalDueError):
        exchange.seal(city.audit, rosters.uid(city.police), city.stick)


def test_its_card_can_still_be_shown(city: City) -> None:
    assert members.own_card(city.audit)[0] == "sl-sjj-1.lxcard"
    assert members.rows(city.audit)[0].incarnation == 1


def test_beginning_anew_lets_it_exchange_again(city: City) -> None:
    _waits(city)

    renewal.renew(city.audit)

    assert continuity.mark(city.audit) is None
    with city.audit.read() as session:
        assert house.own_key(session).incarnation == 2
    members.keep_card(city.police, members.write_card(city.audit, city.stick))
    heard = dict(enumerate(members.rows(city.audit)[0].fingerprint, 1))
    members.verify_card(city.police, rosters.uid(city.audit), heard, "当面")
    path = exchange.seal(city.audit, rosters.uid(city.police), city.stick).path
    assert exchange.take_in(city.police, path).arrived


def test_a_roster_that_revokes_another_s_keys_marks_nothing(city: City) -> None:
    assert continuity.mark(city.police) is None
