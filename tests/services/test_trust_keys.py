"""Whose keys may speak for an agency, and which of its former ones vouch for the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from app.kernel import age
from app.kernel.errors import UnknownSenderError, UnverifiedSenderError
from app.models import Case
from app.services import cases, exchange, house, members, renewal
from app.services.setup import Register
from app.sync import card as cards
from app.sync import signature
from tests import synthetic
from tests.services import rosters
from tests.services.rosters import City

LEFT = date(2026, 9, 16)


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("keys")
    rosters.build_started(folder)
    return folder


@pytest.fixture
def city(started: Path, tmp_path: Path) -> Iterator[City]:
    with rosters.copied(started, tmp_path / "city") as made:
        yield made


def _told(city: City, sender: Register, receiver: Register) -> Path:
    """A bundle with a case of *sender*."""
    uid = cases.register_case(sender, synthetic.case_draft()).uid
    exchange.share_case(sender, uid, rosters.uid(receiver))
    return exchange.seal(sender, rosters.uid(receiver), city.stick).path


def _cases(register: Register) -> int:
    with register.read() as session:
        return len(session.scalars(select(Case)).all())


def test_a_successor_with_another_root_is_refused_with_its_bundle(city: City) -> None:
    with city.audit.write() as session:
        house.own_root(session).seed = signature.new_seed()
    renewal.renew(city.audit)
    path = _told(city, city.audit, city.police)

    with pytest.raises(UnknownSenderError):
        exchange.take_in(city.police, path)

    assert _cases(city.police) == 0
    assert rosters.row(city.police, city.audit).incarnation == 1


@pytest.mark.parametrize(("with_root", "believed"), [(True, True), (False, False)])
def test_a_successor_names_the_root_only_if_the_root_signed_it_too(
    city: City, *, with_root: bool, believed: bool
) -> None:
    """Who stole a signing key alone may copy the name of the root, and no more."""
    with city.audit.read() as session:
        former, root = house.own_key(session).sign_seed, house.own_root(session).seed
    seed = signature.new_seed()
    card = replace(
        cards.read(members.own_card(city.audit)[1]),
        incarnation=2,
        sign=signature.public_of(seed),
        recipient=age.recipient_of(age.new_identity()),
    )
    data = cards.write(card, seed, [former, root] if with_root else [former])

    with city.police.write() as session:
        found = members.trust_vouched(city.police, session, data)

    assert (found is not None) is believed


def test_a_member_that_left_is_not_believed_again_by_a_card_of_its_own(city: City) -> None:
    city.issue(leaving={rosters.uid(city.audit): LEFT})
    city.carry(city.police)
    renewal.renew(city.audit)

    members.keep_card(city.police, members.write_card(city.audit, city.stick))

    assert rosters.row(city.police, city.audit).verified_at is None
    with pytest.raises(UnverifiedSenderError):
        exchange.take_in(city.police, _told(city, city.audit, city.police))


def test_a_member_leaves_with_the_keys_its_named_ones_vouched_for(city: City) -> None:
    renewal.renew(city.audit)
    exchange.take_in(city.police, _told(city, city.audit, city.police))
    exchange.take_in(city.finance, _told(city, city.audit, city.finance))
    assert rosters.row(city.police, city.audit).incarnation == 2

    city.issue(leaving={rosters.uid(city.audit): LEFT})
    city.carry(city.police)

    assert rosters.row(city.police, city.audit).verified_at is None
