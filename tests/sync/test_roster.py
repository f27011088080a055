"""Rosters that lie, lag or lack signatures, and what an honest one changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.kernel.errors import (
    EquivocationError,
    NewerBundleError,
    OldRosterError,
    OtherMechanismError,
    RosterChainError,
    RosterFormError,
    RosterUnsignedError,
    UnpinnedRootError,
)
from app.kernel.terms import Purpose
from app.sync import roots, roster, roster_form, signature
from app.sync.roots import Root, RootKey
from app.sync.roster import ChangeKind, Expiry, State
from app.sync.roster_form import Cutoff, Revoked, RosterFile
from tests.sync import rosters
from tests.sync.rosters import Body, Town

POOL = [Body(name) for name in "甲乙丙丁戊"]


@pytest.fixture(scope="module")
def town() -> Town:
    return rosters.town()


def _judge(town: Town, file: RosterFile) -> roster.Verdict:
    """As a member who holds the first root and the first roster."""
    return roster.judge(town.root, (), town.first, file)


# -- first trust -----------------------------------------------------------------------------


def test_a_first_roster_is_believed_for_the_leads_pinned_key(town: Town) -> None:
    verdict = roster.judge(None, {town.lead.root_key}, None, town.file)

    assert verdict.new_roots == (town.root,)
    assert verdict.news


def test_a_first_roster_under_a_key_nobody_compared_is_refused(town: Town) -> None:
    with pytest.raises(UnpinnedRootError):
        roster.judge(None, {town.police.root_key}, None, town.file)
    with pytest.raises(UnpinnedRootError):
        roster.judge(None, (), None, town.file)


def test_a_late_member_joins_the_chain_at_the_root_its_pinned_key_signed(town: Town) -> None:
    both = (town.lead, town.police)
    second = rosters.next_root(town.root, both, 2, both)
    file = RosterFile((town.root, second), rosters.roster(second, [town.lead.member], town.lead))

    verdict = roster.judge(None, {town.lead.root_key}, None, file)
    assert verdict.new_roots == (town.root, second)

    short = replace(file, chain=(second,))
    assert roster.judge(None, {town.lead.root_key}, None, short).new_roots == (second,)


# -- versions --------------------------------------------------------------------------------


def test_the_next_version_is_news_and_the_held_one_is_none(town: Town) -> None:
    assert _judge(town, RosterFile((town.root,), town.next())).news
    assert not _judge(town, town.file).news


def test_an_old_roster_is_refused(town: Town) -> None:
    second = town.next()
    with pytest.raises(OldRosterError):
        roster.judge(town.root, (), second, town.file)


def test_a_jump_over_versions_is_allowed_and_named(town: Town) -> None:
    fifth = rosters.roster(town.root, [town.lead.member], town.lead, version=5)

    assert _judge(town, RosterFile((town.root,), fifth)).skipped == 3


def test_two_texts_of_one_version_are_an_alarm_with_both_hashes(town: Town) -> None:
    one, other = town.next(), town.next(later=1)

    with pytest.raises(EquivocationError) as caught:
        roster.judge(town.root, (), one, RosterFile((town.root,), other))

    assert (caught.value.held, caught.value.found) == (one.sha256, other.sha256)


def test_the_next_version_must_name_the_held_one(town: Town) -> None:
    stranger = rosters.roster(town.root, [town.lead.member], town.lead, version=2)

    with pytest.raises(RosterChainError):
        _judge(town, RosterFile((town.root,), stranger))


def test_a_member_cannot_issue_a_roster(town: Town) -> None:
    own = rosters.roster(town.root, town.first.roster.members, town.police, town.first)

    with pytest.raises(RosterUnsignedError):
        _judge(town, RosterFile((town.root,), own))


def test_a_member_cannot_bring_a_root_of_its_own(town: Town) -> None:
    own = rosters.first_root(town.police, town.root.root.mechanism)
    forged = rosters.next_root(own, [town.police], 1, [town.police], lead=town.police)
    members = rosters.roster(forged, town.first.roster.members, town.police, town.first)

    with pytest.raises(EquivocationError):
        _judge(town, RosterFile((own, forged), members))
    with pytest.raises(RosterChainError):
        _judge(town, RosterFile((forged,), members))


def test_a_roster_of_another_mechanism_is_refused(town: Town) -> None:
    with pytest.raises(OtherMechanismError):
        _judge(town, rosters.town().file)


# -- the threshold of old and new -------------------------------------------------------------


def test_a_root_signed_by_one_of_two_is_refused(town: Town) -> None:
    both = (town.lead, town.police)
    for signers in ([town.lead], [town.police]):
        second = rosters.next_root(town.root, both, 2, signers)
        file = RosterFile((second,), rosters.roster(second, [town.lead.member], town.lead))
        with pytest.raises(RosterUnsignedError):
            _judge(town, file)


def test_two_keys_of_one_agency_are_one_agency(town: Town) -> None:
    sealed = replace(Body("封存"), uid=town.lead.uid)
    keys = (town.lead, sealed, town.police)
    second = rosters.next_root(town.root, keys, 2, [town.lead, sealed])
    file = RosterFile((second,), rosters.roster(second, [town.lead.member], town.lead))

    with pytest.raises(RosterUnsignedError) as caught:
        _judge(town, file)
    assert caught.value.missing == 1


def test_a_root_that_one_agency_alone_could_satisfy_is_no_root_of_two(town: Town) -> None:
    sealed = replace(Body("封存"), uid=town.lead.uid)
    with pytest.raises(RosterFormError):
        rosters.next_root(town.root, (town.lead, sealed), 2, [town.lead, sealed])


def test_a_root_signed_by_the_new_keys_alone_is_refused(town: Town) -> None:
    both = (town.lead, town.police)
    second = rosters.next_root(town.root, both, 2, both)
    third = rosters.next_root(second, [town.audit], 1, [town.audit], lead=town.audit)
    file = RosterFile((second, third), rosters.roster(third, [town.audit.member], town.audit))

    with pytest.raises(RosterUnsignedError):
        _judge(town, file)


def test_the_lead_changes_hands_when_old_and_new_agree(town: Town) -> None:
    second = rosters.next_root(town.root, [town.audit], 1, [town.lead, town.audit], lead=town.audit)
    members = rosters.roster(second, town.first.roster.members, town.audit, town.first)

    verdict = _judge(town, RosterFile((town.root, second), members))

    assert verdict.new_roots == (second,)
    told = roster.difference(
        State(town.root.root, town.first.roster), State(second.root, members.roster)
    )
    assert [each.kind for each in told] == [ChangeKind.LEAD, ChangeKind.ROOT]
    assert (told[0].before, told[0].after) == ("示例市财政局", "示例市审计局")


@settings(max_examples=60, deadline=None)
@given(
    holders=st.lists(st.integers(0, 2), min_size=1, max_size=5),
    threshold=st.integers(1, 5),
    signers=st.sets(st.integers(0, 4)),
)
def test_enough_means_the_threshold_and_two_agencies(
    holders: list[int], threshold: int, signers: set[int]
) -> None:
    """The number missing never lets through fewer keys or, from two on, a single agency."""
    keys = tuple(
        RootKey(POOL[agency].uid, "", POOL[number].root_key)
        for number, agency in enumerate(holders)
    )
    root = Root(
        purpose=Purpose.EXERCISE,
        mechanism=rosters.mechanism(POOL[0]),
        version=1,
        prev=None,
        threshold=threshold,
        keys=keys,
        roster_keys=(keys[0].key,),
        issued=rosters.NOON,
        expires=date(2031, 3, 1),
    )
    counted = [number for number in signers if number < len(holders)]
    agencies = {holders[number] for number in counted}

    missing = root.missing({POOL[number].root_key for number in signers})

    enough = len(counted) >= threshold and (threshold < 2 or len(agencies) >= 2)
    assert (missing == 0) == enough
    assert missing >= threshold - len(counted)


@settings(max_examples=40, deadline=None)
@given(
    old=st.sets(st.integers(0, 4), min_size=1),
    new=st.sets(st.integers(0, 4), min_size=1),
    signers=st.sets(st.integers(0, 4)),
    data=st.data(),
)
def test_a_root_follows_only_with_enough_of_both(
    old: set[int], new: set[int], signers: set[int], data: st.DataObject
) -> None:
    thresholds = [data.draw(st.integers(1, len(each))) for each in (old, new)]
    one = rosters.first_root(POOL[0], rosters.mechanism(POOL[0])).root
    keys = [
        tuple(RootKey(POOL[n].uid, "", POOL[n].root_key) for n in sorted(s)) for s in (old, new)
    ]
    held = roots.draft(replace(one, keys=keys[0], threshold=thresholds[0]))
    following = replace(one, version=2, prev=held.sha256, keys=keys[1], threshold=thresholds[1])
    found = roots.signed(roots.draft(following), *(POOL[n].root for n in signers))

    enough = len(old & signers) >= thresholds[0] and len(new & signers) >= thresholds[1]
    if enough:
        assert roots.follow(held, (), [found]) == (found,)
    else:
        with pytest.raises(RosterUnsignedError):
            roots.follow(held, (), [found])


# -- bytes -----------------------------------------------------------------------------------


def test_a_file_is_what_was_written(town: Town) -> None:
    second = rosters.next_root(town.root, (town.lead, town.police), 2, (town.lead, town.police))
    file = RosterFile((town.root, second), rosters.roster(second, [town.lead.member], town.lead))

    assert roster_form.read(roster_form.write(file)) == file


def test_an_altered_byte_anywhere_is_refused(town: Town) -> None:
    data = roster_form.write(town.file)

    for place in range(0, len(data), 7):
        altered = bytearray(data)
        altered[place] ^= 1
        with pytest.raises((RosterFormError, NewerBundleError)):
            roster_form.read(bytes(altered))


def test_a_cut_or_lengthened_file_is_refused(town: Town) -> None:
    data = roster_form.write(town.file)
    for spoiled in (data[:-1], data + b" ", b"", b"[]", data[: len(data) // 2]):
        with pytest.raises(RosterFormError):
            roster_form.read(spoiled)


def test_a_signature_made_for_a_root_is_none_for_a_roster(town: Town) -> None:
    unsigned = roster_form.draft(town.first.roster)
    wrong = roots.sign(unsigned.data, signature.ROOT, town.lead.root)
    file = RosterFile((town.root,), replace(unsigned, signatures=(wrong,)))

    with pytest.raises(RosterFormError):
        roster_form.write(file)


def test_a_roster_under_the_root_of_another_purpose_is_refused(town: Town) -> None:
    real = rosters.first_root(town.lead, town.root.root.mechanism, purpose=Purpose.REAL)
    body = replace(town.first.roster, root_hash=real.sha256)
    file = RosterFile((real,), roster_form.signed(roster_form.draft(body), town.lead.root))

    with pytest.raises(RosterFormError):
        roster_form.write(file)


def test_a_revoked_incarnation_cannot_be_heard_still(town: Town) -> None:
    member = replace(town.police.member, revoked=(Revoked(1, "密钥遗失"),))
    with pytest.raises(RosterFormError):
        town.next(town.lead.member, member)


# -- expiry and difference -------------------------------------------------------------------


def test_expiry_is_a_matter_of_the_day_that_is_asked_for() -> None:
    last = date(2027, 3, 1)
    assert roster.expiry(last, date(2027, 1, 1)) is Expiry.VALID
    assert roster.expiry(last, date(2027, 2, 20)) is Expiry.SOON
    assert roster.expiry(last, last) is Expiry.SOON
    assert roster.expiry(last, date(2027, 3, 2)) is Expiry.EXPIRED


def test_the_difference_names_every_change_the_gravest_first(town: Town) -> None:
    lead, audit = town.lead.member, town.audit.member
    newcomer = Body("市场")
    new_key = replace(replace(town.police, seed=signature.new_seed()), incarnation=2).member
    gone = replace(
        new_key,
        min_incarnation=2,
        revoked=(Revoked(1, "密钥遗失", (Cutoff(lead.agency.uid, 7),)),),
    )
    moved = replace(lead, agency=replace(lead.agency, liaison="丁某某", phone="0000-9"))
    left = replace(audit, until=date(2026, 6, 30), key=None)
    after = town.next(moved, gone, left, newcomer.member)

    told = roster.difference(
        State(town.root.root, town.first.roster), State(town.root.root, after.roster)
    )

    assert [each.kind for each in told] == [
        ChangeKind.REVOKED,
        ChangeKind.KEY_CHANGED,
        ChangeKind.JOINED,
        ChangeKind.LEFT,
        ChangeKind.LIAISON,
        ChangeKind.CONTACT,
    ]
    assert told[0].after == "密钥遗失"
    assert (told[4].before, told[4].after) == ("甲某某", "丁某某")
    assert gone.revoked[0].cutoff(lead.agency.uid) == 7
    assert gone.revoked[0].cutoff(audit.agency.uid) is None


def test_without_an_old_roster_everybody_joins(town: Town) -> None:
    told = roster.difference(None, State(town.root.root, town.first.roster))

    assert {each.kind for each in told} == {ChangeKind.JOINED}
    assert len(told) == 3
