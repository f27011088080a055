"""A stolen machine: what a revoked incarnation says is refused, what it said too late is marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.kernel.errors import (
    CardError,
    RecipientRevokedError,
    RevokedSenderError,
    UnknownSenderError,
)
from app.services import (
    alarms,
    case_list,
    cases,
    cutoffs,
    exchange,
    members,
    proof,
    renewal,
    standing,
)
from app.services.alarms import CutoffAlarm
from app.services.case_list import CaseRow
from app.services.roster_issue import Revocation
from app.services.setup import Register
from app.services.standing import Standing
from tests import synthetic
from tests.services import rosters
from tests.services.rosters import City

STOLEN = "便携机失窃"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("city") / "template"
    rosters.build_started(folder)
    return folder


@pytest.fixture
def city(template: Path, tmp_path: Path) -> Iterator[City]:
    with rosters.copied(template, tmp_path / "city") as made:
        yield made


def _told(city: City, name: str, to: Register) -> str:
    """A case of the police, told to *to* as a bundle of its own; the uid."""
    draft = replace(synthetic.case_draft(), name=name)
    uid = cases.register_case(city.police, draft).uid
    exchange.share_case(city.police, uid, rosters.uid(to))
    exchange.take_in(to, exchange.seal(city.police, rosters.uid(to), city.stick).path)
    return uid


def _revoke(city: City, seq: int | None) -> None:
    city.clock.advance(timedelta(hours=1))
    city.issue(revocations=(Revocation(rosters.uid(city.police), STOLEN, seq=seq),))


def _beyond(register: Register) -> frozenset[str]:
    with register.read() as session:
        return cutoffs.records(session)


def _standing(register: Register) -> tuple[CutoffAlarm, ...]:
    return alarms.standing(register).cutoffs


def _last(city: City) -> int:
    return next(
        row.received for row in exchange.peers(city.finance) if row.uid == rosters.uid(city.police)
    )


# -- the mark --------------------------------------------------------------------------------


def test_what_was_taken_in_beyond_a_cut_off_is_marked_and_stays(city: City) -> None:
    before = _told(city, "失窃之前登记", city.finance)
    trusted = _last(city)
    after = _told(city, "失窃之后登记", city.finance)
    assert _beyond(city.finance) == frozenset()

    _revoke(city, trusted)

    assert _beyond(city.finance) == {after}
    assert cases.show_case(city.finance, before).facts.name == "失窃之前登记"
    assert cases.show_case(city.finance, after).facts.name == "失窃之后登记"
    (found,) = _standing(city.finance)
    assert (found.seq, found.reason) == (trusted, STOLEN)
    assert [(each.record, each.title) for each in found.records] == [(after, "失窃之后登记")]


def test_without_a_named_number_all_that_had_been_taken_in_is_believed(city: City) -> None:
    _told(city, "失窃之前登记", city.finance)

    _revoke(city, None)

    assert _beyond(city.finance) == frozenset()
    assert _standing(city.finance) == ()


def test_a_cut_off_speaks_of_the_stream_to_the_agency_that_named_it(city: City) -> None:
    _told(city, "失窃之前登记", city.audit)

    _revoke(city, 0)
    city.carry(city.audit)

    assert _beyond(city.audit) == frozenset()


def test_a_new_version_beyond_a_cut_off_is_marked_and_the_old_one_is_not(city: City) -> None:
    uid = _told(city, "失窃之前登记", city.finance)
    trusted = _last(city)
    draft = replace(synthetic.case_draft(), name="失窃之后改写")
    cases.revise_case(city.police, uid, draft)
    exchange.share_case(city.police, uid, rosters.uid(city.finance))
    exchange.take_in(
        city.finance, exchange.seal(city.police, rosters.uid(city.finance), city.stick).path
    )

    _revoke(city, trusted)

    assert _beyond(city.finance) == {uid}


def _begin_anew(city: City) -> None:
    """The police's true register renews; finance compares the new card in person."""
    renewal.renew(city.police)
    path = members.write_card(city.police, city.stick)
    members.keep_card(city.finance, path)
    digits = members.read_card(path).fingerprint
    members.verify_card(
        city.finance, rosters.uid(city.police), dict(enumerate(digits, 1)), "当面核对"
    )


def test_what_the_next_incarnation_states_again_is_believed(city: City) -> None:
    uid = _told(city, "失窃之后登记", city.finance)
    _revoke(city, 0)
    assert _beyond(city.finance) == {uid}

    _begin_anew(city)
    exchange.take_in(
        city.finance, exchange.seal(city.police, rosters.uid(city.finance), city.stick).path
    )

    assert _beyond(city.finance) == frozenset()
    assert _standing(city.finance) == ()


def test_what_a_thief_may_have_said_is_not_given_back_as_the_agencys_own(
    template: Path, tmp_path: Path
) -> None:
    with rosters.copied(template, tmp_path / "city") as city:
        trusted = _last(city)
    with rosters.copied(template, tmp_path / "stolen") as stolen:
        said = _told(stolen, "失窃之后登记", stolen.finance)
    # Finance has heard the thief; the police's own register has never seen that case.
    with (
        rosters.opened(tmp_path / "stolen") as stolen,
        rosters.opened(tmp_path / "city") as city,
    ):
        both = replace(city, finance=stolen.finance)
        _revoke(both, trusted)
        assert _beyond(both.finance) == {said}
        _begin_anew(both)
        first = exchange.seal(both.police, rosters.uid(both.finance), both.stick).path
        exchange.take_in(both.finance, first)
        back = exchange.seal(both.finance, rosters.uid(both.police), both.stick).path
        exchange.take_in(both.police, back)

        assert said not in {row.uid for row in _cases(both.police)}
        assert _beyond(both.finance) == {said}


def _cases(register: Register) -> tuple[CaseRow, ...]:
    return case_list.case_rows(register, case_list.case_ids(register))


# -- enforcement -----------------------------------------------------------------------------


def test_a_bundle_of_revoked_keys_is_refused_in_words_by_every_way_in(city: City) -> None:
    path = _sealed(city)
    _revoke(city, None)

    (found,) = (each for each in exchange.scan(city.finance, city.stick) if each.path == path)
    assert isinstance(found.refusal, RevokedSenderError)
    for act in (exchange.preview, exchange.take_in):
        with pytest.raises(RevokedSenderError) as caught:
            act(city.finance, path)
        assert caught.value.facts["reason"] == STOLEN
        assert caught.value.facts["incarnation"] == 1
    assert _cases(city.finance) == ()


def _sealed(city: City) -> Path:
    """A bundle of the police to finance that nobody has taken in."""
    uid = cases.register_case(city.police, synthetic.case_draft()).uid
    exchange.share_case(city.police, uid, rosters.uid(city.finance))
    return exchange.seal(city.police, rosters.uid(city.finance), city.stick).path


def test_nothing_is_sealed_to_revoked_keys(city: City) -> None:
    uid = cases.register_case(city.finance, synthetic.case_draft()).uid
    exchange.share_case(city.finance, uid, rosters.uid(city.police))
    _revoke(city, None)

    with pytest.raises(RecipientRevokedError) as caught:
        exchange.seal(city.finance, rosters.uid(city.police), city.stick)
    assert caught.value.facts["reason"] == STOLEN
    assert not list(city.stick.glob("*.lxb"))


def test_a_successor_only_a_revoked_key_vouches_for_is_refused(city: City) -> None:
    _revoke(city, None)
    renewal.renew(city.police)
    path = _sealed(city)

    with pytest.raises(UnknownSenderError):
        exchange.take_in(city.finance, path)
    members.keep_card(city.finance, members.write_card(city.police, city.stick))
    assert not rosters.row(city.finance, city.police).verified_at


def test_no_key_below_a_revoked_one_vouches_either(city: City) -> None:
    """Whoever stole the second incarnation holds the secrets of the first one too."""
    renewal.renew(city.police)
    exchange.take_in(city.finance, _sealed(city))
    assert rosters.row(city.finance, city.police).incarnation == 2
    _revoke(city, None)
    renewal.renew(city.police)

    with city.finance.write() as session:
        vouched = members.trust_vouched(city.finance, session, members.own_card(city.police)[1])

    assert vouched is None


def test_an_old_card_of_a_revoked_incarnation_is_not_kept_again(city: City) -> None:
    path = members.write_card(city.police, city.stick)
    _revoke(city, None)

    with pytest.raises(CardError):
        members.keep_card(city.finance, path)


def test_evidence_of_a_revoked_key_counts_up_to_the_cut_off(city: City) -> None:
    first, second = _sealed(city), _sealed(city)
    ask = standing.by_register(city.finance)
    assert proof.inspect(first, ask).signers[0].standing is Standing.CURRENT

    last = proof.inspect(first, ask).signers[0].claim.last
    _revoke(city, last)

    assert proof.inspect(first, ask).signers[0].standing is Standing.BEFORE_REVOCATION
    assert proof.inspect(second, ask).signers[0].standing is Standing.REVOKED
