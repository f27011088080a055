"""Rosters between real registers: started, accepted, passed on, revoked, disputed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from app.kernel import age, canon
from app.kernel.errors import (
    EquivocationError,
    KeyContradictionError,
    MissingFieldsError,
    NotLeadError,
    OldRosterError,
    PurposeMismatchError,
    RecoveryKeyFormError,
    RosterFormError,
    RosterStateError,
    UnpinnedRootError,
)
from app.kernel.terms import Purpose, RosterFault, TrustedBy
from app.services import house, journal, members, roster, roster_issue, roster_view
from app.services.journal import JournalQuery
from app.services.roster import Expiry, Relayed, RosterNotice
from app.services.roster_effects import Decision
from app.services.roster_issue import LiaisonDraft, Revocation, StartDraft
from app.services.setup import Register
from app.sync import card as cards
from app.sync import roots, roster_form, signature
from app.sync.card import Card
from app.sync.roster import ChangeKind
from app.sync.roster_form import RosterFile
from tests import synthetic
from tests.services import rosters
from tests.services.rosters import AUDIT, City, forged, next_forged


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("city") / "registers"
    rosters.build(folder)
    return folder


@pytest.fixture
def city(template: Path, tmp_path: Path) -> Iterator[City]:
    with rosters.copied(template, tmp_path / "city") as made:
        yield made


def _relay(city: City, to: Register, data: bytes) -> Relayed:
    with to.write() as session:
        return roster.take_in_relayed(to, session, data, rosters.uid(city.audit))


def _view(register: Register) -> roster_view.RosterView:
    return roster_view.show(register)[0]


def _actions(register: Register) -> list[str]:
    ids = journal.line_ids(register, JournalQuery())
    return [line.action for line in journal.lines(register, ids)]


# -- first trust -----------------------------------------------------------------------------


def test_a_member_believes_members_it_never_met(city: City) -> None:
    city.start()
    city.carry(city.police)

    known = rosters.row(city.police, city.audit)
    assert (known.vouched_by, known.vouched_number) == (TrustedBy.ROSTER, 1)
    assert known.fingerprint == members.rows(city.audit)[0].fingerprint
    with city.police.read() as session:
        trusted = house.trusted_card(session, house.agency(session, known.uid).id)
        assert trusted is not None
    assert rosters.row(city.police, city.finance).vouched_by is TrustedBy.PERSON


def test_a_roster_of_a_lead_nobody_compared_is_refused(city: City, tmp_path: Path) -> None:
    city.start()
    path = roster.export(city.finance, city.mechanism, city.stick)
    with synthetic.make_register(tmp_path / "new", AUDIT) as stranger:
        with pytest.raises(UnpinnedRootError):
            roster_view.preview(stranger, path)
        assert members.rows(stranger)[1:] == ()


def test_a_first_roster_brings_the_mechanism_and_paper_members_too(city: City) -> None:
    paper = members.PaperMember(
        "示例市人民检察院",
        "市检察院",
        synthetic.POLICE.role,
        synthetic.POLICE.level,
        "庚某某",
        "",
        "",
    )
    members.add_paper_member(city.finance, paper)
    city.start()
    path = roster.export(city.finance, city.mechanism, city.stick)

    seen = roster_view.preview(city.police, path)
    assert seen.first
    assert seen.changes[-1].kind is ChangeKind.JOINED
    assert "示例市人民检察院" in {each.name for each in seen.changes}

    roster.accept(city.police, seen.data, {}, "")
    view = _view(city.police)
    assert (view.version, view.lead, view.leads) == (1, "示例市财政局", False)
    names = {each.name: each.runs_program for each in members.rows(city.police)}
    assert names["示例市人民检察院"] is False


def test_a_card_nobody_compared_is_not_published(city: City, tmp_path: Path) -> None:
    other = replace(AUDIT, name="冒名单位", handle="mm")
    with synthetic.make_register(tmp_path / "mm", other) as stranger:
        members.keep_card(city.finance, members.write_card(stranger, city.stick))
    city.start()

    said = roster_form.read(city.file()).roster.roster
    assert "冒名单位" not in {each.agency.name for each in said.members}


def test_a_member_cannot_start_or_issue_a_roster(city: City) -> None:
    city.start()
    city.carry(city.police)

    with pytest.raises(NotLeadError):
        roster_issue.start(
            city.police, StartDraft(rosters.EXPIRES, rosters.ROOT_EXPIRES, deputy=False)
        )
    draft = roster_issue.IssueDraft(city.mechanism, rosters.EXPIRES)
    with pytest.raises(NotLeadError):
        roster_issue.issue(city.police, draft)


def test_a_roster_is_started_once(city: City) -> None:
    city.start()
    with pytest.raises(RosterStateError) as caught:
        city.start()
    assert caught.value.reason is RosterFault.STARTED


# -- later versions --------------------------------------------------------------------------


def test_the_next_version_tells_who_left_and_who_answers_the_telephone(city: City) -> None:
    city.start()
    city.carry(city.police)
    changed = LiaisonDraft("辛某某", "0000-7", "示例路7号")
    roster_issue.change_liaison(city.finance, rosters.uid(city.finance), changed)
    assert [each.kind for each in roster_issue.pending(city.finance, city.mechanism)] == [
        ChangeKind.LIAISON,
        ChangeKind.CONTACT,
    ]

    city.issue(leaving={rosters.uid(city.audit): date(2026, 9, 30)})
    path = roster.export(city.finance, city.mechanism, city.stick)
    seen = roster_view.preview(city.police, path)
    assert [each.kind for each in seen.changes] == [
        ChangeKind.LEFT,
        ChangeKind.LIAISON,
        ChangeKind.CONTACT,
    ]

    roster.accept(city.police, seen.data, {}, "")
    assert rosters.row(city.police, city.finance).liaison == "辛某某"
    assert rosters.row(city.police, city.audit).fingerprint == ()


def test_our_own_new_liaison_stands_in_a_card_with_the_same_fingerprint(city: City) -> None:
    before = members.rows(city.police)[0].fingerprint
    old = members.own_card(city.police)[1]
    city.clock.advance(timedelta(days=1))
    changed = LiaisonDraft("壬某某", "0000-8", "")
    roster_issue.change_liaison(city.police, rosters.uid(city.police), changed)

    card = cards.read(members.own_card(city.police)[1])
    assert card.agency.liaison == "壬某某"
    assert card.fingerprint == before
    members.keep_card(city.finance, members.write_card(city.police, city.stick))
    assert rosters.row(city.finance, city.police).liaison == "壬某某"
    path = city.stick / "old.lxcard"
    path.write_bytes(old)
    members.keep_card(city.finance, path)
    assert rosters.row(city.finance, city.police).liaison == "壬某某"
    assert "member.liaison-changed" in _actions(city.police)


def test_an_old_roster_is_refused_and_the_same_one_is_no_news(city: City) -> None:
    city.start()
    first = city.file()
    city.carry(city.police)
    assert not roster_view.preview(city.police, _written(city, first)).news

    city.issue()
    city.carry(city.police)
    with pytest.raises(OldRosterError):
        roster_view.preview(city.police, _written(city, first))
    assert _relay(city, city.police, first) is Relayed.NOTHING_NEW


def _written(city: City, data: bytes) -> Path:
    path = city.stick / "some.lxroster"
    path.write_bytes(data)
    return path


def test_a_jump_over_versions_is_named(city: City) -> None:
    city.start()
    city.carry(city.police)
    for _ in range(3):
        city.issue()
    path = roster.export(city.finance, city.mechanism, city.stick)

    assert roster_view.preview(city.police, path).skipped == 2


def test_expiry_is_told_and_stops_nothing(city: City) -> None:
    city.start()
    path = roster.export(city.finance, city.mechanism, city.stick)
    city.clock.advance(timedelta(days=400))

    seen = roster_view.preview(city.police, path)
    assert seen.expiry is Expiry.EXPIRED
    roster.accept(city.police, seen.data, {}, "")

    with city.police.read() as session:
        (warning,) = roster.expiry_warning(session, date(2027, 10, 21))
        assert (warning.part, warning.expiry) == ("roster", Expiry.EXPIRED)
        assert roster.expiry_warning(session, date(2027, 1, 1)) == ()


def test_a_roster_of_the_other_purpose_is_refused(city: City) -> None:
    city.start()
    file = roster_form.read(city.file())
    real = replace(file.root.root, purpose=Purpose.REAL)
    with city.finance.read() as session:
        seed = house.own_root(session).seed
    root = roots.signed(roots.draft(real), seed)
    body = replace(file.roster.roster, purpose=Purpose.REAL, root_hash=root.sha256)
    made = roster_form.signed(roster_form.draft(body), seed)
    path = _written(city, roster_form.write(RosterFile((root,), made)))

    with pytest.raises(PurposeMismatchError):
        roster_view.preview(city.police, path)


def test_an_altered_roster_is_refused(city: City) -> None:
    city.start()
    data = city.file().replace("示例市审计局".encode(), "示例市审判局".encode())

    with pytest.raises(RosterFormError):
        roster_view.preview(city.police, _written(city, data))


# -- contradictions and alarms ---------------------------------------------------------------


def test_a_key_that_contradicts_one_compared_in_person_blocks_until_decided(city: City) -> None:
    city.start()
    city.carry(city.audit)
    synthetic.introduce(city.audit, city.police, city.stick)
    compared = rosters.row(city.audit, city.police).fingerprint
    seen = roster_view.preview(city.audit, _written(city, next_forged(city)))
    (found,) = seen.contradictions
    assert found.held == "-".join(compared)

    with pytest.raises(KeyContradictionError):
        roster.accept(city.audit, seen.data, {}, "")
    police = rosters.uid(city.police)
    with pytest.raises(MissingFieldsError):
        roster.accept(city.audit, seen.data, {police: Decision.KEEP_OURS}, " ")
    assert _view(city.audit).version == 1

    roster.accept(city.audit, seen.data, {police: Decision.KEEP_OURS}, "电话问清，以本单位核对为准")
    assert rosters.row(city.audit, city.police).fingerprint == compared
    assert _view(city.audit).version == 2


def test_a_person_may_take_the_rosters_key_and_the_journal_keeps_the_old_one(city: City) -> None:
    city.start()
    city.carry(city.audit)
    synthetic.introduce(city.audit, city.police, city.stick)
    compared = rosters.row(city.audit, city.police).fingerprint
    data = next_forged(city)

    decided = {rosters.uid(city.police): Decision.TAKE_ROSTERS}
    roster.accept(city.audit, data, decided, "当面问清")

    now = rosters.row(city.audit, city.police)
    assert now.fingerprint != compared
    assert now.vouched_by is TrustedBy.ROSTER
    ids = journal.line_ids(city.audit, JournalQuery(action="roster.key-overruled"))
    (line,) = journal.lines(city.audit, ids)
    assert line.facts["held"] == "-".join(compared)


def test_our_own_keys_are_never_taken_from_a_roster(city: City) -> None:
    city.start()
    city.carry(city.police)
    own = members.rows(city.police)[0].fingerprint
    seen = roster_view.preview(city.police, _written(city, next_forged(city)))
    assert seen.contradictions[0].is_self

    decided = {rosters.uid(city.police): Decision.TAKE_ROSTERS}
    roster.accept(city.police, seen.data, decided, "试一试")

    assert members.rows(city.police)[0].fingerprint == own


def test_two_texts_of_one_version_are_an_alarm_that_stays(city: City) -> None:
    city.start()
    city.carry(city.audit)
    other = forged(city, expires=date(2027, 9, 1))

    with pytest.raises(EquivocationError):
        roster_view.preview(city.audit, _written(city, other))

    (alarm,) = roster_view.waiting(city.audit)
    assert alarm.alarm
    assert "roster.alarm" in _actions(city.audit)
    with pytest.raises(MissingFieldsError):
        roster.decline(city.audit, alarm.sha256, "")
    roster.decline(city.audit, alarm.sha256, "牵头单位书面说明")
    assert roster_view.waiting(city.audit) == ()


# -- passed on -------------------------------------------------------------------------------


def test_a_relayed_next_version_is_accepted_by_itself(city: City) -> None:
    city.start()
    city.carry(city.police)
    city.issue()

    assert _relay(city, city.police, city.file()) is Relayed.ACCEPTED
    assert _view(city.police).version == 2


def test_a_relayed_first_roster_waits_for_a_person(city: City) -> None:
    city.start()

    assert _relay(city, city.police, city.file()) is Relayed.WAITING
    assert _view(city.police).version == 0
    (waits,) = roster_view.waiting(city.police)
    seen = roster_view.preview_waiting(city.police, waits.sha256)
    roster.accept(city.police, seen.data, {}, "")
    assert roster_view.waiting(city.police) == ()


def test_a_relayed_roster_that_contradicts_a_compared_key_waits(city: City) -> None:
    city.start()
    city.carry(city.audit)
    synthetic.introduce(city.audit, city.police, city.stick)

    assert _relay(city, city.audit, next_forged(city)) is Relayed.WAITING
    assert _view(city.audit).version == 1


def _renewed(city: City) -> bytes:
    """The next roster, with keys of the police that only the lead vouches for."""
    held = roster_form.read(city.file()).roster
    return forged(city, 2, version=held.roster.version + 1, prev=held.sha256)


def test_a_relayed_new_key_of_a_member_never_met_is_believed(city: City) -> None:
    city.start()
    city.carry(city.audit)

    assert _relay(city, city.audit, _renewed(city)) is Relayed.ACCEPTED
    assert rosters.row(city.audit, city.police).incarnation == 2


def test_a_relayed_key_above_a_compared_one_waits(city: City) -> None:
    city.start()
    city.carry(city.audit)
    synthetic.introduce(city.audit, city.police, city.stick)

    assert _relay(city, city.audit, _renewed(city)) is Relayed.WAITING
    assert rosters.row(city.audit, city.police).incarnation == 1


def test_what_a_person_declined_does_not_come_back_by_itself(city: City) -> None:
    city.start()
    data = city.file()
    _relay(city, city.police, data)
    (waits,) = roster_view.waiting(city.police)
    roster.decline(city.police, waits.sha256, "没有商定")

    assert _relay(city, city.police, data) is Relayed.NOTHING_NEW
    assert roster_view.waiting(city.police) == ()


def test_a_relayed_second_text_is_an_alarm(city: City) -> None:
    city.start()
    city.carry(city.audit)

    assert _relay(city, city.audit, forged(city)) is Relayed.ALARM
    assert roster_view.waiting(city.audit)[0].alarm


def test_what_peers_say_they_hold_tells_who_lacks_which_and_who_disagrees(city: City) -> None:
    city.start()
    city.carry(city.police)
    audit = rosters.uid(city.audit)
    with city.police.write() as session:
        assert roster.owed(session, audit) == (city.mechanism,)
        (ours,) = roster.newest(session)
        assert roster.heard(city.police, session, audit, (ours,)) == ()
        other = RosterNotice(ours.mechanism, 1, "0" * 64)
        roster.heard(city.police, session, audit, (other,))

    assert _view(city.police).disagreeing == ("示例市审计局",)
    with city.police.write() as session:
        later = RosterNotice(ours.mechanism, 9, "0" * 64)
        roster.heard(city.police, session, audit, (later,))
    assert _view(city.police).ahead == ("示例市审计局",)


def test_a_restored_lead_does_not_issue_a_version_twice(city: City) -> None:
    city.start()
    audit = rosters.uid(city.audit)
    with city.finance.write() as session:
        later = RosterNotice(city.mechanism, 5, "0" * 64)
        roster.heard(city.finance, session, audit, (later,))

    with pytest.raises(RosterStateError) as caught:
        city.issue()
    assert caught.value.reason is RosterFault.NEWER_SEEN
    city.issue(despite="对方误报，已当面查明")
    assert _view(city.finance).version > 5


def test_a_roster_that_would_end_today_is_not_issued(city: City) -> None:
    city.start()
    with pytest.raises(RosterStateError) as caught:
        city.issue(expires=synthetic.NOON.date())
    assert caught.value.reason is RosterFault.EXPIRES_TOO_EARLY


# -- revocation ------------------------------------------------------------------------------


def test_a_revoked_incarnation_is_heard_no_more_and_has_its_cut_off(city: City) -> None:
    city.start()
    city.carry(city.audit)
    police = rosters.uid(city.police)
    city.issue(revocations=(Revocation(police, "便携机失窃", seq=7),))
    city.carry(city.audit)

    for register, cutoff in ((city.finance, 7), (city.audit, None)):
        known = rosters.row(register, city.police)
        assert known.revoked
        assert known.former[0].cutoff_seq == cutoff
        assert known.former[0].reason == "便携机失窃"
        with register.read() as session:
            agency = house.agency(session, police)
            assert roster.is_revoked(session, agency.id, 1)
            assert not roster.is_revoked(session, agency.id, 2)
            assert house.trusted_card(session, agency.id) is None


def test_a_revocation_needs_a_reason_and_spares_the_lead(city: City) -> None:
    city.start()
    with pytest.raises(MissingFieldsError):
        city.issue(revocations=(Revocation(rosters.uid(city.police), " "),))
    with pytest.raises(RosterStateError) as caught:
        city.issue(revocations=(Revocation(rosters.uid(city.finance), "试"),))
    assert caught.value.reason is RosterFault.THE_LEAD_ITSELF


def test_a_revocation_stands_in_every_later_version(city: City) -> None:
    city.start()
    city.issue(revocations=(Revocation(rosters.uid(city.police), "便携机失窃"),))
    city.issue()

    police = roster_form.read(city.file()).roster.roster.member(rosters.uid(city.police))
    assert police is not None
    assert police.min_incarnation == 2
    assert [each.incarnation for each in police.revoked] == [1]


# -- former keys -----------------------------------------------------------------------------


def _successor(register: Register, *, vouch: bool = True, root: str = "") -> bytes:
    """The card of the next incarnation, signed by the present key and the root too."""
    with register.read() as session:
        formers = [house.own_key(session).sign_seed, house.own_root(session).seed]
    seed = signature.new_seed()
    genuine: Card = cards.read(members.own_card(register)[1])
    card = replace(
        genuine,
        incarnation=genuine.incarnation + 1,
        sign=signature.public_of(seed),
        recipient=age.recipient_of(age.new_identity()),
        root=root or genuine.root,
    )
    return cards.write(card, seed, formers if vouch else [])


def _vouched(register: Register, card: bytes) -> bool:
    with register.write() as session:
        return members.trust_vouched(register, session, card) is not None


def test_a_card_that_a_believed_former_key_signed_is_believed(city: City) -> None:
    card = _successor(city.police)

    assert _vouched(city.finance, card)
    assert _vouched(city.finance, card)
    known = rosters.row(city.finance, city.police)
    assert (known.incarnation, known.vouched_by, known.vouched_number) == (
        2,
        TrustedBy.FORMER_KEY,
        1,
    )
    assert known.former[0].incarnation == 1
    assert _actions(city.finance).count("card.vouched") == 1


def test_a_card_nobody_believed_vouches_for_is_not(city: City) -> None:
    assert not _vouched(city.finance, _successor(city.police, vouch=False))
    assert not _vouched(city.audit, _successor(city.police))
    other_root = signature.public_of(signature.new_seed())
    assert not _vouched(city.finance, _successor(city.police, root=other_root))
    assert rosters.row(city.finance, city.police).incarnation == 1


def test_a_revoked_key_vouches_for_nobody(city: City) -> None:
    city.start()
    card = _successor(city.police)
    city.issue(revocations=(Revocation(rosters.uid(city.police), "便携机失窃"),))

    assert not _vouched(city.finance, card)


def test_a_vouched_card_file_is_believed_when_it_is_kept(city: City) -> None:
    path = city.stick / "next.lxcard"
    path.write_bytes(_successor(city.police))

    members.keep_card(city.finance, path)

    assert rosters.row(city.finance, city.police).vouched_by is TrustedBy.FORMER_KEY


# -- the sealed deputy key -------------------------------------------------------------------


def test_the_sealed_key_signs_a_roster_and_another_secret_does_not(city: City) -> None:
    secret = city.start(deputy=True)
    assert len(secret.split("-")) == 9

    city.issue(secret=secret.lower())
    file = roster_form.read(city.file())
    assert file.roster.signers == {signature.public_of(roster_issue.deputy_seed(secret))}
    city.carry(city.police)

    with pytest.raises(RecoveryKeyFormError):
        city.issue(secret=secret[:-1])
    with pytest.raises(RosterStateError) as caught:
        city.issue(secret=_another_secret())
    assert caught.value.reason is RosterFault.WRONG_SECRET


def _another_secret() -> str:
    from app.vault import recovery

    return recovery.write(bytes(20))


def test_the_file_of_a_roster_is_one_canonical_object(city: City) -> None:
    """A member passes it on as the body of an entry."""
    city.start()
    data = city.file()
    assert canon.dumps(canon.loads(data)) == data
