"""A paper comes back: typed, scanned or dropped, it finds its record and its receipt is kept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.demo.sample_papers import EVERY_PAPER
from app.documents.codes import SIGNS, Payload
from app.documents.kinds.letters import LetterKind
from app.documents.paint.preview import page_count, page_image
from app.kernel.terms import AgencyLevel, AgencyRole
from app.rules.papers import MeetingNotice
from app.rules.steps import State, StepKind
from app.services import cases, drafting, incoming, letters, matters, members, outgoing
from app.services.incoming import IncomingQuery
from app.services.letter_text import OfDraft
from app.services.letters import IssueDraft
from app.services.members import PaperMember
from app.services.outgoing import OutgoingQuery
from app.services.setup import Register
from app.ui.actions import Shortcuts
from app.ui.desk import Desk
from app.ui.matters.page import MattersPage
from app.ui.matters.receipt_dialog import ReceiptDialog
from app.ui.page import PageId
from app.ui.workbench.page import WorkbenchPage
from tests import synthetic
from tests.ui.acts import settle

LATER = synthetic.NOON + timedelta(hours=5)
POLICE = PaperMember(
    "示例市公安局", "公安局", AgencyRole.POLICE, AgencyLevel.CITY, "乙某某", "0000-2222222", ""
)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """The finance bureau's; the desk closes it."""
    clock = synthetic.clock()
    made = synthetic.make_register(tmp_path / "finance", mechanism=synthetic.MECHANISM, at=clock)
    police = members.add_paper_member(made, POLICE).uid
    case = cases.register_case(made, synthetic.case_draft()).uid
    uid = synthetic.approved_matter(made, police, case, clock.now())
    wish = IssueDraft(code="示财案移", signer="己某某", dated_on=synthetic.NOON.date())
    letters.issue(made, uid, LetterKind.REFERRAL, wish)
    clock.set(LATER)
    return made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> MattersPage:
    made = MattersPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show()
    settle(qtbot, desk)
    return made


@pytest.fixture
def dialog(page: MattersPage) -> ReceiptDialog:
    page.receipt_button.click()
    return next(iter(page.findChildren(ReceiptDialog)))


def _matter(register: Register) -> matters.MatterView:
    return matters.show(register, matters.rows(register)[0].uid)


def _code(register: Register) -> str:
    return _matter(register).letters[0].check_code


def _enter(qtbot: QtBot, dialog: ReceiptDialog, text: str) -> None:
    """As a person or a scanner does: the keys, then Enter."""
    dialog.code.setFocus()
    dialog.code.selectAll()
    QTest.keyClicks(dialog.code, text)
    QTest.keyClick(dialog.code, Qt.Key.Key_Return)
    settle(qtbot, dialog._page.desk)


def _scan(register: Register, folder: Path) -> Path:
    _, pdf = letters.file(register, _matter(register).letters[0].uid)
    image = page_image(pdf, page_count(pdf) - 1, 150)
    page = Image.frombytes("RGBA", (image.width, image.height), image.pixels).convert("L")
    page.rotate(3, expand=True, fillcolor=255).save(folder / "回执.jpg", quality=40)
    return folder / "回执.jpg"


def test_a_dialog_that_grows_stays_on_the_screen(dialog: ReceiptDialog) -> None:
    room = dialog.screen().availableGeometry()
    dialog.move(dialog.x(), room.bottom() - dialog.height())

    dialog.take_size(dialog.width(), room.height() - 100)

    assert room.contains(dialog.frameGeometry())


def test_a_typed_code_shows_the_letter_and_records_what_the_paper_says(
    qtbot: QtBot, page: MattersPage, dialog: ReceiptDialog, register: Register
) -> None:
    assert not dialog.submit_button.isEnabled()
    assert not dialog.signer.isVisible()

    _enter(qtbot, dialog, _code(register).lower())
    assert "示财案移〔2026〕1号" in dialog.found.title.text()
    assert "示例市公安局" in dialog.found.about.text()
    assert dialog.found.state.text() == "已出具，待送达"
    dialog.signed_at.set_moment(synthetic.NOON + timedelta(hours=2))
    dialog.signer.setText("乙某某")
    dialog.submit_button.click()
    settle(qtbot, page.desk)

    view = _matter(register)
    assert view.state is State.ACKNOWLEDGED
    assert view.steps[-1].occurred_at == synthetic.NOON + timedelta(hours=2)
    assert "示财案移〔2026〕1号" in page.notice.text.text()


def test_enter_finds_and_never_records(
    qtbot: QtBot, dialog: ReceiptDialog, register: Register
) -> None:
    _enter(qtbot, dialog, _code(register))
    dialog.signed_at.set_moment(synthetic.NOON + timedelta(hours=2))
    dialog.signer.setText("乙某某")

    _enter(qtbot, dialog, _code(register))

    assert dialog.isVisible()
    assert _matter(register).state is State.ISSUED


def test_what_a_scanner_types_is_understood(
    qtbot: QtBot, dialog: ReceiptDialog, register: Register
) -> None:
    row = _matter(register).letters[0]
    digits = _digest(register)
    # A scanner that acts as a keyboard has no key for 财.
    _enter(qtbot, dialog, f"LX1|{digits}|{register.vault_uid[:8]}|2026 1")

    assert dialog.match is not None
    assert dialog.match.number == row.number
    assert dialog.code.text() == row.check_code
    assert "一致" in dialog.found.compared.text()


def _digest(register: Register) -> str:
    from app.documents import codes
    from app.models import Letter

    with register.read() as session:
        (letter,) = session.query(Letter).all()
        assert letter.model is not None
        return codes.stored_digest(letter.model)[:32]


def test_a_dropped_scan_is_read_and_kept_as_evidence(
    qtbot: QtBot, page: MattersPage, dialog: ReceiptDialog, register: Register, tmp_path: Path
) -> None:
    path = _scan(register, tmp_path)
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(path))])
    action, buttons = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    none = Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPointF(5, 5).toPoint(), action, carried, buttons, none)
    dialog.dragEnterEvent(entering)
    assert entering.isAccepted()
    dialog.dropEvent(QDropEvent(QPointF(5, 5), action, carried, buttons, none))
    settle(qtbot, page.desk)

    assert dialog.match is not None
    dialog.signed_at.set_moment(LATER)
    dialog.signer.setText("乙某某")
    dialog.submit_button.click()
    settle(qtbot, page.desk)

    assert _matter(register).steps[-1].attachment_name == "回执.jpg"


def test_what_the_paper_lacks_is_asked_for_at_its_field(
    qtbot: QtBot, dialog: ReceiptDialog, register: Register
) -> None:
    _enter(qtbot, dialog, _code(register))
    dialog.belongs.setCurrentIndex(1)
    assert dialog.forwarded_to.isVisible()

    dialog.submit_button.click()
    assert len(dialog.form.summary.links) == 3
    dialog.signed_at.set_moment(LATER + timedelta(minutes=1))
    dialog.submit_button.click()
    assert "晚于现在" in dialog.form.summary.links[0].text()
    dialog.signed_at.set_moment(synthetic.NOON - timedelta(days=1))
    dialog.submit_button.click()
    assert "早于成文日期 2026-09-16" in dialog.form.summary.links[0].text()

    assert _matter(register).state is State.ISSUED


def test_a_slip_that_says_not_ours_records_where_it_went(
    qtbot: QtBot, dialog: ReceiptDialog, register: Register
) -> None:
    _enter(qtbot, dialog, _code(register))
    dialog.signed_at.set_moment(LATER)
    dialog.signer.setText("乙某某")
    dialog.belongs.setCurrentIndex(1)
    dialog.forwarded_to.setText("示例县公安局")
    dialog.submit_button.click()
    settle(qtbot, dialog._page.desk)

    kinds = [step.kind for step in _matter(register).steps[-2:]]
    assert kinds == [StepKind.ACKNOWLEDGED, StepKind.FORWARDED]


def test_a_wrong_code_says_what_is_near_and_waits_for_the_next(
    qtbot: QtBot, dialog: ReceiptDialog, register: Register
) -> None:
    right = _code(register)
    wrong = right[:-1] + next(sign for sign in SIGNS if sign != right[-1])

    _enter(qtbot, dialog, wrong)
    assert f"只差一位的有：{right}（示财案移〔2026〕1号）" in dialog.refusal.text.text()
    assert not dialog.found.isVisible()
    assert dialog.code.hasFocus()
    assert dialog.code.selectedText() == wrong

    _enter(qtbot, dialog, right)
    assert dialog.match is not None
    assert not dialog.refusal.isVisible()


def test_a_paper_with_another_text_is_refused_in_words(
    qtbot: QtBot, dialog: ReceiptDialog, register: Register
) -> None:
    paper = Payload("f" * 32, register.vault_uid[:8], _matter(register).letters[0].number)
    dialog.code.setText(paper.text())
    dialog.search.click()
    settle(qtbot, dialog._page.desk)

    assert "纸上的内容与登记的不同" in dialog.refusal.text.text()
    assert dialog.match is None


def test_the_slip_of_a_meeting_notice_becomes_a_paper_that_came(
    qtbot: QtBot, page: MattersPage, dialog: ReceiptDialog, register: Register
) -> None:
    facts = EVERY_PAPER[LetterKind.MEETING_NOTICE]
    assert isinstance(facts, MeetingNotice)
    facts = replace(facts, addressees=("示例市公安局", "示例市审计局"))
    wish = IssueDraft("示财采函", "己某某", synthetic.NOON.date())
    draft = drafting.create(register, facts).uid
    letter = letters.issue_of(register, OfDraft(draft), wish).uid
    code = next(row for row in outgoing.rows(register, OutgoingQuery()) if row.letter_uid == letter)

    _enter(qtbot, dialog, code.check_code)
    offered = [dialog.returned_by.itemText(n) for n in range(dialog.returned_by.count())]
    assert offered == ["示例市公安局", "示例市审计局"]
    dialog.signed_at.set_moment(LATER)
    dialog.returned_by.setEditText("")
    dialog.submit_button.click()
    assert "请填写交回执的单位" in dialog.form.summary.links[0].text()
    dialog.returned_by.setEditText("示例市审计局")
    dialog.submit_button.click()
    settle(qtbot, page.desk)

    (row,) = incoming.rows(register, IncomingQuery())
    assert (row.sender, row.received_at) == ("示例市审计局", LATER)
    with qtbot.waitSignal(page.go) as gone:
        assert page.notice.offer is not None
        page.notice.offer.click()
    assert gone.args == [PageId.LETTERS, "incoming"]


def test_a_receipt_that_stands_is_shown_and_leads_to_its_matter(
    qtbot: QtBot, page: MattersPage, dialog: ReceiptDialog, register: Register
) -> None:
    view = _matter(register)
    signed = synthetic.step(StepKind.ACKNOWLEDGED, LATER, signer="乙某某")
    matters.record_step(register, view.uid, signed)

    _enter(qtbot, dialog, _code(register))
    assert "已经登记过" in dialog.found.verdict.text()
    assert "签收人：乙某某" in dialog.found.verdict.text()
    assert not dialog.submit_button.isEnabled()
    with qtbot.waitSignal(page.go) as gone:
        dialog.found.open.click()

    assert gone.args == [PageId.REFERRALS, view.uid]


def test_the_workbench_the_list_and_the_matter_all_lead_here(
    qtbot: QtBot, page: MattersPage, desk: Desk, register: Register
) -> None:
    workbench = WorkbenchPage(desk, find=lambda: ())
    qtbot.addWidget(workbench)
    workbench.receipt.click()
    assert workbench.findChildren(ReceiptDialog)
    assert Shortcuts.RECEIPT in workbench.handlers()

    page.handlers()[Shortcuts.RECEIPT]()
    assert len(page.findChildren(ReceiptDialog)) == 1
    page.show_subject(_matter(register).uid)
    settle(qtbot, desk)
    page.thread_view.receipt.click()
    assert len(page.findChildren(ReceiptDialog)) == 2
    settle(qtbot, desk)
