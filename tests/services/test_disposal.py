"""An approved destruction removes content everywhere here, and every chain still verifies."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app import wording
from app.kernel.clock import SetClock
from app.kernel.errors import (
    AppError,
    DestructionNotApprovedError,
    EndedError,
    MissingFieldsError,
    NotDisposableError,
    RetentionNotOverError,
)
from app.kernel.terms import AgencyRole, CaseOutcome, CaseState
from app.models import Attachment, DocumentNumber, Entry, Letter
from app.rules.retention import ApprovalFault, DisposalFault, Signer, Term
from app.rules.steps import State
from app.services import (
    backup,
    case_closing,
    case_list,
    cases,
    disposal,
    erasure,
    evidence,
    exchange,
    house,
    journal,
    letters,
    matters,
    members,
    outbox,
    renewal,
    setup,
)
from app.services.book import SqlBook
from app.services.case_list import CaseQuery
from app.services.disposal import Stage
from app.services.setup import Register
from app.sync import telling
from app.sync.entry import restore
from app.sync.records import Tip
from app.sync.statements import Renewal
from tests import synthetic
from tests.services import ended_case
from tests.services.ended_case import (
    BYTES,
    LATER,
    NUMBER,
    PARTY,
    SECRETS,
    approval,
    destroyed,
    ended,
    proposed,
    remains,
    wish,
)
from tests.services.two_desks import Desks, two_desks

AUDIT = replace(
    synthetic.FINANCE,
    name="示例市审计局",
    short_name="市审计局",
    handle="sl-sjj",
    role=AgencyRole.AUDIT,
    liaison="丙某某",
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Desks, str]:
    """Both registers with such a case, closed; every test gets a copy of its own."""
    folder = tmp_path_factory.mktemp("built")
    with two_desks(folder) as made:
        return folder, made, ended(made, folder)


@pytest.fixture
def desks(built: tuple[Path, Desks, str], tmp_path: Path) -> Iterator[Desks]:
    folder, made, _ = built
    clock = SetClock(LATER)
    shutil.copytree(folder, tmp_path, dirs_exist_ok=True)
    with _opened(tmp_path / "czj", clock) as finance, _opened(tmp_path / "gaj", clock) as police:
        yield replace(made, finance=finance, police=police, stick=tmp_path / "stick", clock=clock)


@pytest.fixture
def case(built: tuple[Path, Desks, str]) -> str:
    return built[2]


def _opened(folder: Path, clock: SetClock) -> Register:
    return setup.open_register(folder, synthetic.PASSPHRASE, clock)


def _found(register: Register) -> set[str]:
    """Which secrets stand in some byte of the register, which is closed by that."""
    register.close()
    held = remains(register.folder, ended_case.clock_of(register))
    return {secret for secret in (*SECRETS, BYTES.decode()) if secret.encode() in held}


def _closed(register: Register) -> Path:
    register.close()
    return register.folder


def _chains(register: Register) -> None:
    """The journal and every stream are whole; every entry is what its head says."""
    assert journal.verify(register).broken_at is None
    with register.read() as session:
        before: dict[tuple[object, ...], str] = {}
        for row in session.scalars(select(Entry).order_by(Entry.seq)):
            entry = restore(row.head, row.blind, row.body)
            of = (row.stream_id, row.outgoing, row.incarnation)
            assert entry.hash == row.head_hash
            assert entry.head.prev == before.get(of)
            before[of] = entry.hash


# -- what goes and what stays --------------------------------------------------------------


def test_before_it_every_secret_is_there(desks: Desks, case: str) -> None:
    assert _found(desks.finance) == set(SECRETS)


def test_after_it_no_page_and_no_file_keeps_any(desks: Desks, case: str) -> None:
    destroyed(desks.finance, wish(case))

    assert _found(desks.finance) == set()


def test_a_copy_of_another_s_case_goes_the_same_way(desks: Desks, case: str) -> None:
    matter = matters.of_case(desks.police, case)[0]
    destroyed(desks.police, wish(case, closed_on=date(2026, 9, 30)))

    assert cases.show_case(desks.police, case).state == CaseState.DESTROYED
    assert matters.show(desks.police, matter.uid).state is State.ARCHIVED
    assert _found(desks.police) == set()
    assert PARTY in cases.show_case(desks.finance, case).facts.parties[0].name


def test_every_chain_is_whole_afterwards(desks: Desks, case: str) -> None:
    destroyed(desks.finance, wish(case))

    _chains(desks.finance)


def test_the_skeleton_stays(desks: Desks, case: str) -> None:
    (row,) = matters.of_case(desks.finance, case)
    before = matters.show(desks.finance, row.uid)

    destroyed(desks.finance, wish(case))

    after = matters.show(desks.finance, row.uid)
    assert (after.state, after.kind, after.opened_at) == (
        State.ARCHIVED,
        before.kind,
        before.opened_at,
    )
    assert [(s.uid, s.kind, s.occurred_at) for s in after.steps] == [
        (s.uid, s.kind, s.occurred_at) for s in before.steps
    ]
    assert [duty.facts for duty in after.duties] == [duty.facts for duty in before.duties]
    assert [(x.kind, x.number, x.dated_on, x.sha256) for x in after.letters] == [
        (x.kind, x.number, x.dated_on, x.sha256) for x in before.letters
    ]
    assert (after.subject, after.letters[0].title, after.letters[0].signer) == ("", "", "")


def test_its_number_is_never_drawn_again(desks: Desks, case: str) -> None:
    destroyed(desks.finance, wish(case))

    assert letters.next_number(desks.finance, "示财采移", date(2026, 9, 16)).endswith("2号")
    with desks.finance.read() as session:
        assert session.scalars(select(DocumentNumber.text)).one() == NUMBER


def test_it_is_shown_as_destroyed_and_found_by_its_number_only(desks: Desks, case: str) -> None:
    number = cases.show_case(desks.finance, case).facts.number
    destroyed(desks.finance, wish(case))

    view = cases.show_case(desks.finance, case)
    assert (view.state, view.facts.number, view.facts.name) == (CaseState.DESTROYED, number, "")
    assert case_list.case_ids(desks.finance, CaseQuery(text=PARTY)) == ()
    assert len(case_list.case_ids(desks.finance, CaseQuery(text=number))) == 1
    (item,) = evidence.rows(desks.finance, case)
    assert item.destroyed_at == LATER
    assert not item.here


def test_nothing_is_done_in_it_any_more(desks: Desks, case: str, tmp_path: Path) -> None:
    (item,) = evidence.rows(desks.finance, case)
    destroyed(desks.finance, wish(case))

    for act in (
        lambda: cases.revise_case(desks.finance, case, synthetic.case_draft()),
        lambda: case_closing.reopen_case(desks.finance, case, "x"),
        lambda: evidence.save_copy(desks.finance, item.facts.sha256, tmp_path / "x"),
    ):
        with pytest.raises(EndedError) as caught:
            act()
        assert "已依法销毁" in str(wording.refusal(caught.value))


def test_a_file_another_case_names_stays(desks: Desks, case: str, tmp_path: Path) -> None:
    other = cases.register_case(desks.finance, synthetic.case_draft("另案")).uid
    shared = tmp_path / "同一文件.txt"
    shared.write_bytes(BYTES * 50)
    evidence.add(desks.finance, other, ended_case.item("另案证据"), shared)

    uid = destroyed(desks.finance, wish(case))

    (line,) = disposal.show(desks.finance, uid).list.lines
    (item,) = evidence.rows(desks.finance, other)
    assert line.shared == (item.facts.sha256,)
    evidence.check(desks.finance, item.facts.sha256)


def test_the_same_file_may_come_again_for_another_case(
    desks: Desks, case: str, tmp_path: Path
) -> None:
    destroyed(desks.finance, wish(case))
    other = cases.register_case(desks.finance, synthetic.case_draft("另案")).uid
    again = tmp_path / "再来.txt"
    again.write_bytes(BYTES * 50)

    evidence.add(desks.finance, other, ended_case.item("另案证据"), again)
    register = ended_case.reopened(desks.finance)

    with register:
        (item,) = evidence.rows(register, other)
        assert item.destroyed_at is None
        evidence.check(register, item.facts.sha256)


def test_the_record_of_it_says_what_was_approved(desks: Desks, case: str) -> None:
    uid = destroyed(desks.finance, wish(case))

    view = disposal.show(desks.finance, uid)
    (line,) = view.list.lines
    assert view.stage is Stage.CLEARED
    assert view.digest == view.list.digest
    assert (line.ends_on, line.closed_on) == (date(2036, 12, 31), date(2026, 9, 30))
    assert line.matters[0].letters == (NUMBER,)
    assert [each.name for each in view.signers] == ["庚某某", "辛某某"]
    assert {
        "disposal.proposed",
        "disposal.approved",
        "disposal.executed",
        "disposal.cleared",
    } <= set(journal.actions(desks.finance))


def test_it_names_the_backups_that_still_hold_what_is_gone(
    desks: Desks, case: str, tmp_path: Path
) -> None:
    made = backup.make(desks.finance, tmp_path)
    uid = destroyed(desks.finance, wish(case))
    later = backup.make(desks.finance, tmp_path)

    view = disposal.show(desks.finance, uid)

    assert view.backups == (f"2037-01-04 09:00 {made.path.name}",)
    assert later.path.name not in "".join(view.backups)


def test_the_printed_list_is_a_sheet_at_every_stage(desks: Desks, case: str) -> None:
    uid = proposed(desks.finance, wish(case))
    for_signing = disposal.sheet(desks.finance, uid)
    disposal.approve(desks.finance, uid, approval(desks.finance, uid))
    disposal.execute(desks.finance, uid)

    assert for_signing.pdf.startswith(b"%PDF")
    assert disposal.sheet(desks.finance, uid).pdf != for_signing.pdf


# -- the other side ------------------------------------------------------------------------


def test_heads_alone_are_sent_again_and_taken_in(desks: Desks, case: str, tmp_path: Path) -> None:
    """A third agency that never got the first bundle gets the heads of what is gone."""
    with synthetic.make_register(tmp_path / "sjj", AUDIT, at=desks.clock) as audit:
        synthetic.introduce(desks.finance, audit, tmp_path)
        to_audit, to_finance = (
            members.find(desks.finance, AUDIT.handle),
            members.find(audit, "sl-czj"),
        )
        exchange.share_case(desks.finance, case, to_audit)
        empty = shutil.copytree(_closed(audit), tmp_path / "empty")
    with Register.open(audit.folder, synthetic.PASSPHRASE, clock=desks.clock) as audit:
        exchange.take_in(audit, exchange.seal(desks.finance, to_audit, desks.stick).path)
        exchange.take_in(desks.finance, exchange.seal(audit, to_finance, desks.stick).path)
    destroyed(desks.finance, wish(case))
    with desks.finance.write() as session:
        ended_case.forget_acknowledgements(session)

    sealed = exchange.seal(desks.finance, to_audit, desks.stick)

    with Register.open(empty, synthetic.PASSPHRASE, clock=desks.clock) as audit:
        taken = exchange.take_in(audit, sealed.path)
        assert [each.type for each in taken.arrived] == ["attachment/1", "case-extract/1"]
        assert sealed.attachments == 0
        assert case_list.count_cases(audit) == 0
        _chains(audit)


def test_what_both_go_on_to_say_still_travels(desks: Desks, case: str) -> None:
    destroyed(desks.finance, wish(case))

    uid = desks.issued("示财采移〔2037〕9号")
    taken = desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)

    assert taken.parked == 0
    assert matters.show(desks.police, uid).state is State.ISSUED
    _chains(desks.finance)
    _chains(desks.police)


def test_a_file_that_came_with_what_is_gone_comes_again_for_another_case(
    desks: Desks, case: str, tmp_path: Path
) -> None:
    destroyed(desks.police, wish(case, closed_on=date(2026, 9, 30)))
    other = cases.register_case(desks.finance, synthetic.case_draft("另案")).uid
    again = tmp_path / "再来.txt"
    again.write_bytes(BYTES * 50)
    evidence.add(desks.finance, other, ended_case.item("另案证据"), again)
    exchange.share_case(desks.finance, other, desks.to_police)

    desks.carry(desks.finance, desks.police)
    assert not evidence.rows(desks.police, other)[0].here
    desks.carry(desks.police, desks.finance)
    desks.carry(desks.finance, desks.police)

    (item,) = evidence.rows(desks.police, other)
    assert item.destroyed_at is None
    assert item.file_name == "另案证据"
    evidence.check(desks.police, item.facts.sha256)


def test_a_new_incarnation_is_given_nothing_back_of_what_is_gone(desks: Desks, case: str) -> None:
    """The police still hold their copy, and offer what a renewed register lacks."""
    destroyed(desks.finance, wish(case))

    renewal.renew(desks.finance, Renewal.ROTATION)
    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)

    assert cases.show_case(desks.police, case).facts.parties[0].name == PARTY
    assert cases.show_case(desks.finance, case).state == CaseState.DESTROYED
    assert _found(desks.finance) == set()


def test_a_peer_that_begins_anew_brings_nothing_of_it(desks: Desks, case: str) -> None:
    """It states every record of its own once more; ours were destroyed with theirs about them."""
    destroyed(desks.finance, wish(case))

    renewal.renew(desks.police, Renewal.ROTATION)
    desks.carry(desks.police, desks.finance)

    assert _found(desks.finance) == set()


def test_what_a_peer_gives_back_unasked_arrives_without_its_body(desks: Desks, case: str) -> None:
    """As one would that took a start of ours for one that lacks everything."""
    destroyed(desks.finance, wish(case))
    with desks.police.write() as session:
        book = SqlBook(desks.police, session)
        held = [each for each in book.taken(desks.to_finance) if each.head.record == case]
        lacking = [Tip(each, frozenset()) for each in held]
        given = telling.given_back(book, desks.to_finance, lacking, desks.clock.now())
        outbox.put(session, house.agency(session, desks.to_finance), given)

    taken = desks.carry(desks.police, desks.finance)

    assert (len(held), taken.refused, taken.conflicts) == (1, (), 0)
    assert _found(desks.finance) == set()


def test_what_is_said_again_arrives_without_its_body(desks: Desks, case: str) -> None:
    with desks.finance.read() as session:
        row = session.scalars(select(Entry).where(~Entry.outgoing, Entry.type == "step/1")).first()
        assert row is not None
        entry = restore(row.head, row.blind, row.body)
    destroyed(desks.finance, wish(case))

    with desks.finance.read() as session:
        (kept,) = erasure.without_destroyed(session, (entry,))

    assert (kept.head, kept.hash) == (entry.head, entry.hash)
    assert (kept.body, kept.blind) == (None, None)


# -- refusals ------------------------------------------------------------------------------


def _untouched(desks: Desks, act: object, error: type[AppError], reason: object = None) -> None:
    (row,) = matters.rows(desks.finance)
    before = (matters.show(desks.finance, row.uid), case_list.count_cases(desks.finance))
    with pytest.raises(error) as caught:
        act()  # type: ignore[operator]
    assert (matters.show(desks.finance, row.uid), case_list.count_cases(desks.finance)) == before
    if reason is not None:
        assert caught.value.facts["reason"] is reason
    assert "？" not in str(wording.refusal(caught.value))


def test_an_open_case_is_not_destroyed(desks: Desks, case: str) -> None:
    case_closing.reopen_case(desks.finance, case, "复查")

    _untouched(
        desks,
        lambda: proposed(desks.finance, wish(case)),
        NotDisposableError,
        DisposalFault.NOT_CLOSED,
    )


def test_nor_one_with_an_open_matter(desks: Desks) -> None:
    uid = desks.issued("示财采移〔2037〕9号")
    desks.carry(desks.finance, desks.police)
    extract = matters.show(desks.police, uid).case_uid

    with pytest.raises(NotDisposableError) as caught:
        proposed(desks.police, wish(extract, closed_on=date(2000, 1, 1)))

    assert caught.value.facts["reason"] is DisposalFault.MATTER_OPEN


def test_nor_before_its_term_is_over(desks: Desks, case: str) -> None:
    desks.clock.set(LATER - timedelta(days=5))
    _untouched(desks, lambda: proposed(desks.finance, wish(case)), RetentionNotOverError)
    desks.clock.set(LATER)
    for term in (Term.THIRTY_YEARS, Term.PERMANENT):
        _untouched(
            desks, lambda term=term: proposed(desks.finance, wish(case, term=term)),
            RetentionNotOverError,
        )  # fmt: skip

    early = wish(case, term=Term.THIRTY_YEARS, early_basis="《个人信息保护法》第四十七条")
    assert disposal.show(desks.finance, proposed(desks.finance, early)).stage is Stage.PROPOSED


def test_nor_what_the_other_side_has_not_got(desks: Desks, case: str) -> None:
    with desks.finance.write() as session:
        ended_case.forget_acknowledgements(session)

    _untouched(
        desks,
        lambda: proposed(desks.finance, wish(case)),
        NotDisposableError,
        DisposalFault.UNACKNOWLEDGED,
    )


def test_one_person_is_not_two(desks: Desks, case: str) -> None:
    uid = proposed(desks.finance, wish(case))
    one = approval(desks.finance, uid)

    for signers in ((), (Signer("庚某某", ""),), (Signer("庚某某", ""), Signer(" 庚某某", "档案"))):
        _untouched(
            desks,
            lambda signers=signers: disposal.approve(
                desks.finance, uid, replace(one, signers=signers)
            ),
            DestructionNotApprovedError,
            ApprovalFault.SIGNERS,
        )


def test_an_approval_says_what_for_and_covers_one_list(desks: Desks, case: str) -> None:
    uid = proposed(desks.finance, wish(case))
    whole = approval(desks.finance, uid)

    with pytest.raises(MissingFieldsError):
        disposal.approve(desks.finance, uid, replace(whole, appraisal=" "))
    with pytest.raises(DestructionNotApprovedError) as caught:
        disposal.approve(desks.finance, uid, replace(whole, digest="0" * 64))
    assert caught.value.facts["reason"] is ApprovalFault.LIST_CHANGED


def test_nothing_is_destroyed_without_an_approval_or_twice(desks: Desks, case: str) -> None:
    uid = proposed(desks.finance, wish(case))
    _untouched(
        desks,
        lambda: disposal.execute(desks.finance, uid),
        DestructionNotApprovedError,
        ApprovalFault.NOT_APPROVED,
    )
    disposal.approve(desks.finance, uid, approval(desks.finance, uid))
    disposal.execute(desks.finance, uid)

    for act in (disposal.execute, disposal.withdraw):
        with pytest.raises(DestructionNotApprovedError):
            act(desks.finance, uid)
    with pytest.raises(NotDisposableError):
        proposed(desks.finance, wish(case))


def test_a_list_that_no_longer_says_what_is_there_is_approved_again(
    desks: Desks, case: str
) -> None:
    uid = proposed(desks.finance, wish(case))
    disposal.approve(desks.finance, uid, approval(desks.finance, uid))
    case_closing.reopen_case(desks.finance, case, "补充材料")
    evidence.add(desks.finance, case, ended_case.item("后补"), None)
    case_closing.close_case(
        desks.finance, case, CaseOutcome.NOT_PENALISED, date(2026, 9, 30), "结案"
    )

    _untouched(
        desks,
        lambda: disposal.execute(desks.finance, uid),
        DestructionNotApprovedError,
        ApprovalFault.LIST_CHANGED,
    )


def test_a_withdrawn_list_is_not_carried_out(desks: Desks, case: str) -> None:
    uid = proposed(desks.finance, wish(case))
    disposal.approve(desks.finance, uid, approval(desks.finance, uid))
    disposal.withdraw(desks.finance, uid)

    _untouched(
        desks,
        lambda: disposal.execute(desks.finance, uid),
        DestructionNotApprovedError,
        ApprovalFault.DECIDED,
    )


def test_candidates_say_what_forbids_them(desks: Desks, case: str) -> None:
    (mine,) = disposal.candidates(desks.finance)
    (copy,) = disposal.candidates(desks.police)

    assert (mine.uid, mine.copy, mine.closed_on, mine.fault) == (
        case, False, date(2026, 9, 30), None,
    )  # fmt: skip
    assert (copy.uid, copy.copy, copy.fault) == (case, True, None)
    assert copy.closed_on == date(2026, 9, 16)


# -- ended in between ----------------------------------------------------------------------

_KILLED = """
import sys
from datetime import datetime
from pathlib import Path
from app.kernel.clock import SetClock
from app.services import disposal, erasure, setup
from tests import synthetic
import os, signal
folder, uid, at = Path(sys.argv[1]), sys.argv[2], datetime.fromisoformat(sys.argv[3])
register = setup.open_register(folder, synthetic.PASSPHRASE, SetClock(at))
register.attachments.delete = lambda sha256: os.kill(os.getpid(), signal.SIGKILL)
disposal.execute(register, uid)
"""


def test_killed_after_the_rows_went_the_traces_go_at_the_next_opening(
    desks: Desks, case: str
) -> None:
    uid = proposed(desks.finance, wish(case))
    disposal.approve(desks.finance, uid, approval(desks.finance, uid))
    with desks.finance.read() as session:
        (sha256,) = session.scalars(select(Attachment.sha256).where(Attachment.name.contains("毳")))
    desks.finance.close()

    done = subprocess.run(
        [sys.executable, "-c", _KILLED, str(desks.finance.folder), uid, LATER.isoformat()],
        check=False,
        capture_output=True,
    )

    assert done.returncode == -9, done.stderr.decode()
    register = setup.open_register(desks.finance.folder, synthetic.PASSPHRASE, desks.clock)
    assert disposal.show(register, uid).stage is Stage.CLEARED
    assert not register.attachments.has(sha256)
    assert _found(register) == set()


def test_finishing_twice_changes_nothing(desks: Desks, case: str) -> None:
    destroyed(desks.finance, wish(case))

    assert erasure.finish(desks.finance) == 0
    assert setup.identity(desks.finance).agency == "示例市财政局"


def test_letters_of_it_are_not_painted_again(desks: Desks, case: str) -> None:
    destroyed(desks.finance, wish(case))
    (row,) = matters.rows(desks.finance)
    (letter,) = matters.show(desks.finance, row.uid).letters

    with pytest.raises(EndedError):
        letters.file(desks.finance, letter.uid)
    with desks.finance.read() as session:
        assert session.scalars(select(Letter.model)).one() is None
