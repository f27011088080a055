"""Several mechanisms in one register: a district's roster stands beside the city's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.kernel.errors import UnpinnedRootError
from app.kernel.terms import new_uid
from app.services import house, members, roster, roster_issue, roster_view
from app.services.roster_issue import StartDraft
from app.services.setup import Register
from app.sync import roots, roster_form, signature
from app.sync.roster_form import RosterFile
from tests import synthetic
from tests.services import rosters
from tests.services.rosters import City


@pytest.fixture
def city(tmp_path: Path) -> Iterator[City]:
    rosters.build(tmp_path / "city")
    with rosters.opened(tmp_path / "city") as made:
        yield made


@pytest.fixture
def district(city: City, tmp_path: Path) -> Iterator[Register]:
    """A district's bureau with a mechanism of its own; the city's police belong to it too."""
    draft = replace(synthetic.FINANCE, name="示例区财政局", short_name="区财政局", handle="slq-czj")
    named = replace(synthetic.MECHANISM, name="示例区政府采购领域协同监管机制")
    folder = tmp_path / "district"
    with synthetic.make_register(folder, draft, at=city.clock, mechanism=named) as made:
        synthetic.introduce(made, city.police, city.stick)
        roster_issue.start(made, StartDraft(rosters.EXPIRES, rosters.ROOT_EXPIRES, deputy=False))
        yield made


def _import(of: Register, to: Register, folder: Path) -> roster_view.Preview:
    path = roster.export(of, roster_view.show(of)[0].mechanism_uid, folder)
    seen = roster_view.preview(to, path)
    roster.accept(to, seen.data, {}, "")
    return seen


def test_a_districts_roster_stands_beside_the_citys(city: City, district: Register) -> None:
    city.start()
    city.carry(city.police)
    seen = _import(district, city.police, city.stick)

    assert seen.first
    assert seen.new_mechanism
    names = [view.mechanism for view in roster_view.show(city.police)]
    assert names == [synthetic.MECHANISM.name, "示例区政府采购领域协同监管机制"]
    with city.police.read() as session:
        assert len(roster.newest(session)) == 2
        assert house.mechanism(session).name == synthetic.MECHANISM.name  # type: ignore[union-attr]


def test_the_members_of_one_mechanism_are_not_published_in_another(
    city: City, district: Register
) -> None:
    city.start()
    synthetic.introduce(district, city.finance, city.stick)
    _import(city.finance, district, city.stick)
    assert "示例市审计局" in {each.name for each in members.rows(district)}
    with district.read() as session:
        own = house.mechanism(session)
        assert own is not None
        uid = own.uid

    roster_issue.issue(district, roster_issue.IssueDraft(uid, rosters.EXPIRES))

    with district.read() as session:
        data = roster.file_of(session, uid)
    assert data is not None
    listed = {each.agency.name for each in roster_form.read(data).roster.roster.members}
    assert "示例市审计局" not in listed
    assert {"示例区财政局", "示例市公安局"} <= listed


def _claimed(city: City, mechanism_uid: str) -> Path:
    """The roster of a mechanism that the audit office says it leads, under its own root."""
    with city.audit.read() as session:
        seed, own = house.own_root(session).seed, house.own_agency(session).uid
    with city.finance.read() as session:
        data = roster.file_of(session, city.mechanism)
    assert data is not None
    said = roster_form.read(data)
    key = signature.public_of(seed)
    facts = replace(said.root.root.mechanism, uid=mechanism_uid, lead=own)
    root = replace(
        said.root.root,
        mechanism=facts,
        keys=(roots.RootKey(own, "", key),),
        roster_keys=(key,),
    )
    signed = roots.signed(roots.draft(root), seed)
    body = replace(said.roster.roster, mechanism=facts.uid, root_hash=signed.sha256)
    made = roster_form.signed(roster_form.draft(body), seed)
    path = city.stick / "claimed.lxroster"
    path.write_bytes(roster_form.write(RosterFile((signed,), made)))
    return path


def test_a_member_that_calls_itself_lead_is_not_believed_for_its_compared_card(
    city: City,
) -> None:
    """Its fingerprint was compared, but its card does not say that it leads this mechanism."""
    city.start()
    synthetic.introduce(city.police, city.audit, city.stick)

    with pytest.raises(UnpinnedRootError):
        roster_view.preview(city.police, _claimed(city, new_uid()))


def test_a_card_that_says_it_leads_our_mechanism_takes_it_from_nobody(city: City) -> None:
    """The police adopted the mechanism from finance's card and hold no root of it yet."""
    city.start()
    synthetic.introduce(city.police, city.audit, city.stick)
    with city.audit.write() as session:
        row = house.mechanism(session)
        assert row is not None
        row.lead_uid = house.own_agency(session).uid
        session.flush()
        members.issue_own_card(city.audit, session)
    members.keep_card(city.police, members.write_card(city.audit, city.stick))

    with pytest.raises(UnpinnedRootError):
        roster_view.preview(city.police, _claimed(city, city.mechanism))
