"""New roots between real registers: proposed, signed by others, merged, pinned."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kernel.errors import (
    BundleError,
    RosterStateError,
    RosterUnsignedError,
    UnpinnedRootError,
)
from app.kernel.terms import RosterFault
from app.services import members, roster, roster_issue, roster_roots, roster_view
from app.services.roster import Relayed
from app.services.roster_issue import IssueDraft
from app.services.roster_roots import RootDraft
from app.services.setup import Register
from app.sync import card as cards
from app.sync import roster_form
from tests import synthetic
from tests.services import rosters
from tests.services.rosters import AUDIT, City


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("city") / "registers"
    rosters.build_started(folder)
    return folder


@pytest.fixture
def city(template: Path, tmp_path: Path) -> Iterator[City]:
    with rosters.copied(template, tmp_path / "city") as made:
        yield made


def _draft(city: City, *holders: Register, lead: Register | None = None, of: int = 2) -> RootDraft:
    return RootDraft(
        mechanism_uid=city.mechanism,
        lead=rosters.uid(lead or city.finance),
        holders=tuple(rosters.uid(each) for each in holders),
        threshold=of,
        expires=rosters.ROOT_EXPIRES,
    )


def _proposal(city: City) -> Path:
    return roster_roots.write_proposal(city.finance, city.mechanism, city.stick)


def _root_version(register: Register) -> int:
    return roster_view.show(register)[0].root_version


def test_a_second_agency_looks_at_the_difference_signs_and_is_merged(city: City) -> None:
    made = roster_roots.propose(city.finance, _draft(city, city.police))
    assert made.missing == 1
    assert roster_view.show(city.finance)[0].proposal

    path = _proposal(city)
    seen = roster_roots.show_proposal(city.police, path)
    assert (seen.old_threshold, seen.threshold, seen.missing, seen.ours) == (1, 2, 1, True)
    assert seen.signed_by == ("示例市财政局",)
    assert [each.ours for each in seen.holders] == [False, True]

    signed = roster_roots.sign(city.police, path, city.stick)
    assert roster_roots.merge(city.finance, signed).missing == 0
    assert _root_version(city.finance) == 2

    city.issue()
    city.carry(city.audit)
    view = roster_view.show(city.audit)[0]
    assert (view.root_version, view.threshold, view.version) == (2, 2, 2)


def test_until_both_have_signed_nothing_changes(city: City) -> None:
    roster_roots.propose(city.finance, _draft(city, city.police))
    path = _proposal(city)

    assert roster_roots.merge(city.finance, path).missing == 1
    with pytest.raises(RosterUnsignedError):
        roster_roots.merge(city.police, path)
    city.issue()
    city.carry(city.police)
    assert _root_version(city.finance) == _root_version(city.police) == 1


def test_a_relayed_roster_under_a_new_root_waits_for_a_person(city: City) -> None:
    roster_roots.propose(city.finance, _draft(city, city.police))
    signed = roster_roots.sign(city.police, _proposal(city), city.stick)
    roster_roots.merge(city.finance, signed)
    city.issue()

    with city.audit.write() as session:
        sender = rosters.uid(city.police)
        relayed = roster.take_in_relayed(city.audit, session, city.file(), sender)
    assert relayed is Relayed.WAITING
    assert _root_version(city.audit) == 1


def test_a_signature_that_counts_for_nothing_is_not_given(city: City) -> None:
    roster_roots.propose(city.finance, _draft(city, city.police))
    path = _proposal(city)

    with pytest.raises(RosterStateError) as caught:
        roster_roots.sign(city.audit, path, city.stick)
    assert caught.value.reason is RosterFault.NOT_A_KEY_HOLDER
    with pytest.raises(RosterStateError) as caught:
        roster_roots.sign(city.finance, path, city.stick)
    assert caught.value.reason is RosterFault.SIGNED_ALREADY


def test_a_signed_copy_of_another_proposal_is_not_merged(city: City) -> None:
    roster_roots.propose(city.finance, _draft(city, city.police))
    signed = roster_roots.sign(city.police, _proposal(city), city.stick)
    roster_roots.propose(city.finance, _draft(city, city.police, city.audit))

    with pytest.raises(RosterStateError) as caught:
        roster_roots.merge(city.finance, signed)
    assert caught.value.reason is RosterFault.OTHER_PROPOSAL


def test_a_threshold_of_two_needs_two_agencies(city: City) -> None:
    roster_roots.propose(city.finance, _draft(city, city.police))
    with pytest.raises(RosterStateError) as caught:
        roster_roots.propose(city.finance, _draft(city, of=2))
    assert caught.value.reason is RosterFault.TOO_FEW_HOLDERS


def test_a_stranger_shown_a_proposal_does_not_believe_it(city: City, tmp_path: Path) -> None:
    roster_roots.propose(city.finance, _draft(city, city.police))
    path = _proposal(city)
    with (
        synthetic.make_register(tmp_path / "new", AUDIT) as stranger,
        pytest.raises(UnpinnedRootError),
    ):
        roster_roots.show_proposal(stranger, path)


def test_an_altered_proposal_is_refused(city: City) -> None:
    roster_roots.propose(city.finance, _draft(city, city.police))
    path = _proposal(city)
    data = path.read_bytes()
    for place in range(0, len(data), 97):
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        with pytest.raises(BundleError):
            roster_roots.show_proposal(city.police, path)


def test_the_lead_passes_to_another_agency(city: City) -> None:
    """Both sign; the new lead takes the whole root and issues the next roster under it."""
    synthetic.introduce(city.police, city.audit, city.stick)
    roster_roots.propose(city.finance, _draft(city, lead=city.audit, of=1))
    signed = roster_roots.sign(city.audit, _proposal(city), city.stick)
    assert roster_roots.merge(city.finance, signed).missing == 0
    assert not roster_view.show(city.finance)[0].leads

    roster_roots.merge(city.audit, _proposal(city))
    assert roster_view.show(city.audit)[0].leads
    assert cards.read(members.own_card(city.audit)[1]).mechanism is not None
    assert cards.read(members.own_card(city.finance)[1]).mechanism is None
    mechanism = roster_view.show(city.audit)[0].mechanism_uid
    roster_issue.issue(city.audit, IssueDraft(mechanism, rosters.EXPIRES))

    path = roster.export(city.audit, mechanism, city.stick)
    seen = roster_view.preview(city.police, path)
    assert seen.changes[0].kind == "lead"
    roster.accept(city.police, seen.data, {}, "")
    assert roster_view.show(city.police)[0].lead == "示例市审计局"


def test_a_new_sealed_key_and_a_member_together_outvote_a_lost_lead_key(city: City) -> None:
    """Two of three: the lead's, its sealed one, the police's."""
    draft = RootDraft(
        mechanism_uid=city.mechanism,
        lead=rosters.uid(city.finance),
        holders=(rosters.uid(city.police),),
        threshold=2,
        expires=rosters.ROOT_EXPIRES,
        new_deputy=True,
    )
    made = roster_roots.propose(city.finance, draft)
    signed = roster_roots.sign(city.police, _proposal(city), city.stick)
    assert roster_roots.merge(city.finance, signed).missing == 0
    root = roster_form.read_proposal(_proposal(city).read_bytes())[-1].root

    seed_keys = {each.label: each.key for each in root.keys if each.label}
    police = next(each.key for each in root.keys if each.agency == rosters.uid(city.police))
    lead = next(each.key for each in root.keys if not each.label and each.key != police)
    assert root.missing({seed_keys[roster_issue.DEPUTY], police}) == 0
    assert root.missing({seed_keys[roster_issue.DEPUTY], lead}) == 1
    assert made.deputy_secret
