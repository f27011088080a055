"""Backups of a register in use: what is kept, what is asked for, and what is written down."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from app.kernel.clock import SetClock
from app.kernel.errors import (
    BackupSecretError,
    CardError,
    MediumGoneError,
    MissingFieldsError,
    RegisterExistsError,
)
from app.kernel.terms import AgencyRole
from app.services import backup, cases, continuity, journal, members, restoring, setup
from app.services.backup import Policy
from app.services.continuity import Reason
from app.services.journal import JournalQuery
from app.services.setup import RecoveryDraft, Register
from tests import synthetic
from tests.synthetic import PASSPHRASE


@pytest.fixture
def clock() -> SetClock:
    return synthetic.clock()


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def register(tmp_path: Path, clock: SetClock) -> Register:
    made = synthetic.make_register(tmp_path / "finance", at=clock, mechanism=synthetic.MECHANISM)
    cases.register_case(made, synthetic.case_draft())
    return made


@pytest.fixture(autouse=True)
def close(register: Register) -> object:
    yield
    register.close()


def later(clock: SetClock, **by: float) -> None:
    clock.set(clock.now() + timedelta(**by))


def said(register: Register) -> list[str]:
    """Every action of the journal, the newest first."""
    rows = journal.lines(register, journal.line_ids(register, JournalQuery()))
    return [row.action for row in rows]


# -- reminding -----------------------------------------------------------------------------


def test_a_register_that_was_never_backed_up_asks_after_a_week(
    register: Register, clock: SetClock
) -> None:
    first = backup.standing(register)
    later(clock, days=6, hours=23)
    before = backup.standing(register)
    later(clock, hours=1)
    after = backup.standing(register)

    assert (first.last, first.days, first.due) == (None, 0, False)
    assert first.lines_since > 0
    assert (before.days, before.due, after.days, after.due) == (6, False, 7, True)


def test_a_backup_is_enough_until_something_changes(
    register: Register, clock: SetClock, stick: Path
) -> None:
    made = backup.make(register, stick)
    later(clock, days=30)
    unchanged = backup.standing(register)
    cases.register_case(register, synthetic.case_draft("又一件"))
    changed = backup.standing(register)

    assert unchanged.last is not None
    assert unchanged.last.name == made.path.name
    assert (unchanged.days, unchanged.lines_since, unchanged.due) == (30, 0, False)
    assert (changed.lines_since, changed.due) == (1, True)


def test_the_person_says_where_how_often_and_how_many(register: Register, clock: SetClock) -> None:
    backup.choose(register, Policy("/media/stick", 0, 3))
    later(clock, days=300)

    standing = backup.standing(register)

    assert standing.policy == Policy("/media/stick", 0, 3)
    assert not standing.due
    assert said(register)[0] == "settings.changed"


@pytest.mark.parametrize("policy", [Policy("", -1, 3), Policy("", 366, 3), Policy("", 7, 0)])
def test_numbers_out_of_all_reason_are_refused(register: Register, policy: Policy) -> None:
    with pytest.raises(MissingFieldsError):
        backup.choose(register, policy)

    assert backup.standing(register).policy == Policy()


# -- keeping -------------------------------------------------------------------------------


def test_of_our_own_the_newest_stay_and_nothing_else_is_touched(
    register: Register, clock: SetClock, stick: Path, tmp_path: Path
) -> None:
    backup.choose(register, Policy(str(stick), 7, 2))
    with synthetic.make_register(tmp_path / "police", synthetic.POLICE, at=clock) as other:
        theirs = backup.make(other, stick).path
    first = backup.make(register, stick).path
    copied = shutil.copy(first, stick / "人工复制.lxbackup")
    (stick / "合影.jpg").write_bytes(b"jpg")
    kept = []
    removed: list[str] = []
    for _ in range(3):
        later(clock, days=1)
        done = backup.make(register, stick)
        kept.append(done.path)
        removed += done.removed

    assert {path.name for path in stick.iterdir()} == {
        theirs.name,
        Path(copied).name,
        "合影.jpg",
        *(path.name for path in kept[-2:]),
    }
    assert removed == [Path(first).name, kept[0].name]
    assert "backup.removed" in said(register)


def test_the_listing_says_which_were_read_back(
    register: Register, clock: SetClock, stick: Path
) -> None:
    made = backup.make(register, stick)
    shutil.copy(made.path, stick / "copy.lxbackup")

    listed = {each.path.name: each.read_back for each in backup.listing(register, stick)}

    assert listed == {made.path.name: True, "copy.lxbackup": False}


def test_a_folder_that_went_away_is_refused_and_nothing_is_written_down(
    register: Register, stick: Path
) -> None:
    stick.rmdir()

    with pytest.raises(MediumGoneError):
        backup.make(register, stick)

    assert backup.standing(register).last is None


# -- trying out ----------------------------------------------------------------------------


def test_a_trial_is_written_down(register: Register, stick: Path) -> None:
    made = backup.make(register, stick)

    tested = backup.try_out(register, made.path, PASSPHRASE)

    standing = backup.standing(register)
    assert tested.well
    assert (tested.census.cases, tested.census.agency) == (1, "示例市财政局")
    assert standing.tried is not None
    assert (standing.tried.name, standing.tried.well) == (made.path.name, True)
    assert said(register)[:2] == ["backup.tested", "backup.made"]
    assert list((register.folder / "staging").iterdir()) == []


def test_a_trial_with_another_secret_says_nothing_about_the_backup(
    register: Register, stick: Path
) -> None:
    made = backup.make(register, stick)

    with pytest.raises(BackupSecretError):
        backup.try_out(register, made.path, "不是这句口令，差得很远")

    assert backup.standing(register).tried is None


# -- restoring -----------------------------------------------------------------------------


def test_both_registers_are_shown_before_one_is_replaced(
    register: Register, clock: SetClock, stick: Path
) -> None:
    made = backup.make(register, stick)
    later(clock, days=1)
    cases.register_case(register, synthetic.case_draft("备份以后的一件"))
    register.close()

    choice = restoring.compare(made.path, PASSPHRASE, register.folder)

    assert choice.same_register
    assert choice.present is not None
    assert choice.present.census is not None
    assert (choice.census.cases, choice.present.census.cases) == (1, 2)
    assert choice.present.used_at == clock.now()
    assert restoring.newest_moment(choice.census) == made.made_at


def test_a_damaged_register_is_shown_as_one_that_cannot_be_read(
    register: Register, stick: Path
) -> None:
    made = backup.make(register, stick)
    register.close()
    (register.folder / "register.keys.json").write_bytes(b"?")

    choice = restoring.compare(made.path, PASSPHRASE, register.folder)

    assert choice.present is not None
    assert (choice.present.vault, choice.present.census) == ("", None)
    assert not choice.same_register


def test_the_restored_register_says_so_until_it_has_new_keys(
    register: Register, clock: SetClock, stick: Path
) -> None:
    made = backup.make(register, stick)
    later(clock, days=1)
    cases.register_case(register, synthetic.case_draft("备份以后的一件"))
    register.close()

    done = restoring.replace(made.path, register.folder, PASSPHRASE, clock)

    with setup.open_register(register.folder, PASSPHRASE, clock) as again:
        mark = continuity.mark(again)
        assert said(again)[0] == "backup.restored"
        assert len(cases_of(again)) == 1
    assert done.aside is not None
    assert mark is not None
    assert (mark.reason, mark.origin) == (Reason.BACKUP, made.path.name)
    assert (mark.made_at, mark.restored_at) == (made.made_at, clock.now())


def cases_of(register: Register) -> list[str]:
    rows = journal.lines(register, journal.line_ids(register, JournalQuery("case.registered")))
    return [row.subject for row in rows]


def test_a_folder_put_back_by_hand_is_marked_once(
    register: Register, clock: SetClock, tmp_path: Path
) -> None:
    register.close()
    copy = shutil.copytree(register.folder, tmp_path / "copy")
    later(clock, days=1)
    with setup.open_register(register.folder, PASSPHRASE, clock) as newer:
        cases.register_case(newer, synthetic.case_draft("复制以后的一件"))
        assert continuity.mark(newer) is None
    shutil.rmtree(register.folder)
    shutil.copytree(copy, register.folder)
    later(clock, days=1)

    setup.open_register(register.folder, PASSPHRASE, clock).close()
    with setup.open_register(register.folder, PASSPHRASE, clock) as older:
        mark = continuity.mark(older)
        lines = said(older)

    assert mark is not None
    assert mark.reason is Reason.COPY
    assert mark.newest_at == clock.now() - timedelta(days=1)
    assert lines.count("register.copy-found") == 1


# -- a workstation that is lost ------------------------------------------------------------


def recovery(tmp_path: Path, card: Path, **more: int) -> RecoveryDraft:
    return RecoveryDraft(
        tmp_path / "anew", card, "甲某某", "联络员", "重建以后的另外一句新口令", **more
    )


def test_the_agency_comes_back_from_its_card_with_new_keys(
    register: Register, clock: SetClock, stick: Path, tmp_path: Path
) -> None:
    card = members.write_card(register, stick)
    lost = members.read_card(card)

    made = setup.recover_from_card(recovery(tmp_path, card), clock, synthetic.CHEAP)

    with made.register as again:
        now = members.read_card(members.write_card(again, tmp_path))
        mark = continuity.mark(again)
        who = setup.identity(again)
        assert said(again)[0] == "register.recovered"
    assert now.agency == lost.agency
    assert (now.incarnation, now.mechanism) == (2, lost.mechanism)
    assert not {now.sign, now.recipient, now.root} & {lost.sign, lost.recipient, lost.root}
    assert (who.role, who.leads) == (AgencyRole.FINANCE, True)
    assert mark is not None
    assert mark.reason is Reason.RECOVERY
    with setup.open_register(tmp_path / "anew", made.recovery_key, clock) as opened:
        assert setup.passphrase_is_due(opened)


def test_the_incarnation_is_above_any_that_a_member_knows(
    register: Register, clock: SetClock, stick: Path, tmp_path: Path
) -> None:
    card = members.write_card(register, stick)

    made = setup.recover_from_card(recovery(tmp_path, card, incarnation=4), clock, synthetic.CHEAP)

    with made.register as again:
        assert members.read_card(members.write_card(again, tmp_path)).incarnation == 5


def test_no_card_and_no_empty_folder_make_no_register(
    register: Register, clock: SetClock, stick: Path, tmp_path: Path
) -> None:
    card = members.write_card(register, stick)
    (stick / "x.lxcard").write_bytes(b"{}")

    with pytest.raises(CardError):
        setup.recover_from_card(recovery(tmp_path, stick / "x.lxcard"), clock, synthetic.CHEAP)
    assert not (tmp_path / "anew").exists()
    setup.recover_from_card(recovery(tmp_path, card), clock, synthetic.CHEAP).register.close()
    with pytest.raises(RegisterExistsError):
        setup.recover_from_card(recovery(tmp_path, card), clock, synthetic.CHEAP)
