"""拟稿: the one form of every letter that stands alone, from the first word to the issued page."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
)
from pytestqt.qtbot import QtBot

from app.demo.sample_papers import BULLETIN, CONSULTATION, EVERY_PAPER, MEETING, MEMBERS, MINUTES
from app.documents.kinds.letters import LetterKind
from app.kernel.terms import AgencyRole
from app.rules.papers import Paper, Reference, Reply
from app.services import cases, drafting, drafts, letters, members
from app.services.letter_text import OfDraft
from app.services.letters import IssueDraft
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.letters.boxes import Ticks
from app.ui.letters.case_dialog import CaseDialog
from app.ui.letters.drafts_tab import DraftsTab
from app.ui.letters.page import LettersPage
from app.ui.letters.paper_editor import FORM
from app.ui.letters.paper_fields import PAPER_FIELDS
from app.ui.letters.rows_field import RowsField
from app.ui.matters.letter_forms import ExternalForm
from app.ui.widgets.dates import OptionalDay
from tests import synthetic
from tests.documents.reading import words_of
from tests.ui.acts import paper_member, settle
from tests.ui.paper_typing import DAY, begun, fill, issue, opened, type_in

K = LetterKind


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> LettersPage:
    made = LettersPage(desk)
    qtbot.addWidget(made)
    made.resize(1090, 640)
    made.show()
    settle(qtbot, desk)
    return made


@pytest.fixture
def tab(page: LettersPage) -> DraftsTab:
    part = page.parts["drafts"]
    assert isinstance(part, DraftsTab)
    return part


# -- every kind --------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", PAPER_FIELDS, ids=str)
def test_every_letter_is_typed_looked_at_numbered_and_read_back(
    qtbot: QtBot, tab: DraftsTab, register: Register, kind: LetterKind
) -> None:
    facts = cast("Paper", EVERY_PAPER[kind])
    editor = begun(qtbot, tab, kind)

    fill(editor, facts)
    editor.look_button.click()
    settle(qtbot, tab.page.desk)

    (row,) = drafting.rows(register)
    assert drafting.show(register, row.uid).facts == facts
    window = tab.papers.draft
    assert window is not None
    assert not window.look.blocked
    assert window.look.sheet.pages > 0
    window.reject()

    issue(qtbot, tab.page.desk, editor)

    (row,) = drafting.rows(register)
    assert row.number == "示财采函〔2026〕1号"
    assert row.number in words_of(letters.file(register, row.letter_uid)[1])
    assert tab.editor is None
    assert tab.model.rows == (row,)
    assert row.number in tab.page.notice.text.text()
    settle(qtbot, tab.page.desk)
    assert drafts.open_drafts(register) == ()


def test_a_draft_goes_to_the_printer_from_its_window(qtbot: QtBot, tab: DraftsTab) -> None:
    editor = begun(qtbot, tab, K.BULLETIN)
    fill(editor, BULLETIN)
    editor.look_button.click()
    settle(qtbot, tab.page.desk)
    window = tab.papers.draft
    assert window is not None

    window.print_button.click()
    settle(qtbot, tab.page.desk)

    assert tab.papers.printer.dialog is not None
    tab.papers.printer.dialog.reject()
    window.reject()


# -- what is missing ---------------------------------------------------------------------------


@pytest.mark.parametrize("kind", PAPER_FIELDS, ids=str)
def test_an_empty_form_names_what_it_needs_at_the_fields_and_in_one_list(
    qtbot: QtBot, tab: DraftsTab, register: Register, kind: LetterKind
) -> None:
    editor = begun(qtbot, tab, kind)

    editor.issue_button.click()
    settle(qtbot, tab.page.desk)

    marked = [
        name for name, field in editor.form.fields.items() if field.property("fault") == "true"
    ]
    assert marked
    assert len(editor.form.summary.links) == len(marked)
    assert all(link.text().startswith("请填写") for link in editor.form.summary.links)
    assert editor.dialog is None
    # What there is of it is kept all the same.
    (row,) = drafting.rows(register)
    assert not row.issued


def test_what_is_wrong_but_not_empty_is_told_in_its_own_words(qtbot: QtBot, tab: DraftsTab) -> None:
    editor = begun(qtbot, tab, K.CONSULTATION)
    fill(editor, CONSULTATION)
    for box in cast("Ticks", editor.form.boxes["grounds"].widget).boxes.values():
        box.setChecked(box.text() == "案情重大")
    type_in(editor.form.boxes["opinion_cited"], True)

    editor.look_button.click()
    settle(qtbot, tab.page.desk)

    (link,) = editor.form.summary.links
    assert "才可以写明七日" in link.text()
    assert tab.papers.draft is None


def test_what_was_finished_elsewhere_may_be_incomplete_here(
    qtbot: QtBot, tab: DraftsTab, register: Register, tmp_path: Path
) -> None:
    scan = tmp_path / "通知.pdf"
    scan.write_bytes(b"%PDF-1.4 elsewhere")
    editor = begun(qtbot, tab, K.MEETING_NOTICE)
    type_in(editor.form.boxes["name"], "联席会议")

    editor.external_button.click()
    settle(qtbot, tab.page.desk)
    dialog = editor.dialog
    assert isinstance(dialog, ExternalForm)
    cast("QLineEdit", dialog.form.fields["number"]).setText("示财函〔2026〕30号")
    dialog.signer.setText("己某某")
    dialog.file.line.setText(str(scan))
    dialog.submit_button.click()
    settle(qtbot, tab.page.desk)

    (row,) = drafting.rows(register)
    assert (row.number, row.subject) == ("示财函〔2026〕30号", "联席会议")


# -- what is kept ------------------------------------------------------------------------------


def test_what_was_typed_and_not_saved_is_put_back(
    qtbot: QtBot, tab: DraftsTab, register: Register
) -> None:
    editor = begun(qtbot, tab, K.MINUTES)
    fill(editor, MINUTES)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    settle(qtbot, tab.page.desk)
    assert tab.editor is None
    assert drafting.rows(register) == ()
    (kept,) = drafts.open_drafts(register)
    assert kept.form == f"{FORM}.minutes"

    tab.page.resume(kept.form, kept.subject)

    assert opened(qtbot, tab).form.facts() == MINUTES


def test_a_form_is_resumed_in_front_of_the_registers(
    qtbot: QtBot, page: LettersPage, tab: DraftsTab
) -> None:
    page.tabs.setCurrentIndex(page.tabs.count() - 1)

    page.resume(f"{FORM}.minutes", "")

    assert opened(qtbot, tab).kind is K.MINUTES
    assert page.tabs.currentWidget() is tab


def test_a_change_that_is_thrown_away_leaves_the_draft_as_it_was(
    qtbot: QtBot, tab: DraftsTab, register: Register
) -> None:
    uid = drafting.create(register, MEETING).uid
    tab.show_subject(uid)
    editor = opened(qtbot, tab)
    type_in(editor.form.boxes["place"], "别处")
    editor.keep()
    settle(qtbot, tab.page.desk)

    editor.discard_button.click()
    settle(qtbot, tab.page.desk)

    assert drafting.show(register, uid).facts == MEETING
    assert drafts.open_drafts(register) == ()


def test_a_saved_draft_is_opened_and_changed(
    qtbot: QtBot, tab: DraftsTab, register: Register
) -> None:
    uid = drafting.create(register, MEETING).uid
    tab.show_subject(uid)
    editor = opened(qtbot, tab)
    assert editor.form.facts() == MEETING
    assert not editor.has_changes

    type_in(editor.form.boxes["chair"], "庚某某")
    editor.save_button.click()
    settle(qtbot, tab.page.desk)

    found = drafting.show(register, uid)
    assert found.facts != MEETING
    assert "庚某某" in str(found.facts)
    assert "已存稿" in editor.state.text()


# -- the list ----------------------------------------------------------------------------------


def test_what_was_issued_is_shown_as_its_text_and_copied_as_a_new_draft(
    qtbot: QtBot, tab: DraftsTab, register: Register
) -> None:
    uid = drafting.create(register, MEETING).uid
    letters.issue_of(register, OfDraft(uid), IssueDraft("示财采函", "己某某", DAY))
    tab.refresh()
    settle(qtbot, tab.page.desk)
    assert not tab.discard_button.isEnabled()

    tab.open_button.click()
    settle(qtbot, tab.page.desk)
    assert tab.editor is None
    assert tab.papers.window is not None
    tab.papers.window.close()

    tab.copy_button.click()
    editor = opened(qtbot, tab)
    assert editor.uid != uid
    assert editor.form.facts() == MEETING


def test_a_notice_gives_the_sheet_to_sign_and_begins_the_minutes(
    qtbot: QtBot, tab: DraftsTab, register: Register
) -> None:
    drafting.create(register, MEETING)
    tab.refresh()
    settle(qtbot, tab.page.desk)

    tab.sign_in_button.click()
    settle(qtbot, tab.page.desk)
    assert tab.papers.window is not None
    assert "签到表" in tab.papers.window.windowTitle()
    tab.papers.window.close()

    tab.minutes_button.click()
    editor = opened(qtbot, tab)
    assert editor.kind is K.MINUTES
    assert editor.form.text_of("conference") == "示例市政府采购领域协同监管联席会议"


def test_only_a_notice_has_minutes_and_a_sheet_to_sign(
    qtbot: QtBot, tab: DraftsTab, register: Register
) -> None:
    drafting.create(register, BULLETIN)
    tab.refresh()
    settle(qtbot, tab.page.desk)

    assert not tab.minutes_button.isVisible()
    assert not tab.sign_in_button.isVisible()


def test_a_draft_is_deleted_only_when_that_was_confirmed(
    qtbot: QtBot, tab: DraftsTab, register: Register
) -> None:
    drafting.create(register, BULLETIN)
    tab.refresh()
    settle(qtbot, tab.page.desk)

    tab.discard_button.click()
    assert tab.question is not None
    (delete,) = [each for each in tab.question.buttons() if each.text() == "删除拟稿"]
    assert tab.question.defaultButton() is not delete
    assert len(drafting.rows(register)) == 1
    cast("QPushButton", delete).click()
    settle(qtbot, tab.page.desk)

    assert drafting.rows(register) == ()
    assert tab.model.rows == ()


def test_a_reply_begun_from_a_received_letter_shows_what_it_answers(
    qtbot: QtBot, tab: DraftsTab, register: Register
) -> None:
    asked = Reference("示例市公安局关于咨询某项目评审程序的函", "示公函〔2026〕8号", DAY)
    uid = drafting.begin_reply(register, asked, "示例市公安局").uid
    tab.page.show_subject(f"drafts:{uid}")

    facts = opened(qtbot, tab).form.facts()

    assert isinstance(facts, Reply)
    assert facts.in_reply_to == asked


# -- fields ------------------------------------------------------------------------------------


def test_members_are_chosen_beside_names_that_were_typed(
    qtbot: QtBot, tab: DraftsTab, register: Register
) -> None:
    for name, role in zip(MEMBERS[:2], (AgencyRole.POLICE, AgencyRole.AUDIT), strict=True):
        members.add_paper_member(register, paper_member(name, role))
    editor = begun(qtbot, tab, K.BULLETIN)
    field = editor.form.addressees
    field.edit.setPlainText("各区县财政局\n示例市审计局")

    field.choose.click()
    settle(qtbot, tab.page.desk)
    assert field.dialog is not None
    items = [field.dialog.list.item(row) for row in range(field.dialog.list.count())]
    ticked = {item.text() for item in items if item.checkState() is Qt.CheckState.Checked}
    assert ticked == {"示例市审计局"}
    for item in items:
        item.setCheckState(Qt.CheckState.Checked)
    field.dialog.accept()

    # What stood there stays in its order.
    assert field.value() == ["各区县财政局", "示例市审计局", "示例市公安局"]


def test_a_row_is_added_and_taken_away_with_the_keyboard(qtbot: QtBot, tab: DraftsTab) -> None:
    editor = begun(qtbot, tab, K.REPLY)
    rows = editor.form.boxes["answers"].widget
    assert isinstance(rows, RowsField)
    for words in ("第一问", "第二问"):
        QTest.keyClick(rows.add_button, Qt.Key.Key_Space)
        type_in(rows.rows[-1]["question"], words)
    assert rows.rows[-1]["question"].target.hasFocus()
    assert rows.rows[-1]["question"].target.accessibleName() == "第2行 所问"

    QTest.keyClick(rows.removers[0], Qt.Key.Key_Space)

    assert rows.value() == [{"question": "第二问", "answer": "", "basis": ""}]
    assert rows.rows[0]["question"].target.accessibleName() == "第1行 所问"
    assert editor.has_changes


def test_a_row_in_which_nothing_was_said_is_none(qtbot: QtBot, tab: DraftsTab) -> None:
    editor = begun(qtbot, tab, K.REPLY)
    rows = editor.form.boxes["answers"].widget
    assert isinstance(rows, RowsField)

    rows.add_button.click()

    assert rows.value() == []


def test_tab_goes_through_a_row_and_then_to_the_button(qtbot: QtBot, tab: DraftsTab) -> None:
    editor = begun(qtbot, tab, K.MINUTES)
    rows = editor.form.boxes["resolutions"].widget
    assert isinstance(rows, RowsField)
    rows.add_button.click()
    rows.add_button.click()
    stops = []

    for _ in range(5):
        stops.append(editor.focusWidget())
        QTest.keyClick(editor.focusWidget(), Qt.Key.Key_Tab)

    last = rows.rows[-1]
    due = last["due"].widget
    assert isinstance(due, OptionalDay)
    assert stops == [
        last["matter"].target,
        last["units"].target,
        last["helpers"].target,
        due.fill_button,
        rows.removers[-1],
    ]
    assert rows.add_button.hasFocus()


# -- a journey ---------------------------------------------------------------------------------


def test_a_conference_from_its_notice_to_the_minutes(
    qtbot: QtBot, tab: DraftsTab, register: Register
) -> None:
    editor = begun(qtbot, tab, K.MEETING_NOTICE)
    fill(editor, MEETING)
    issue(qtbot, tab.page.desk, editor)
    (notice,) = drafting.rows(register)
    paper = words_of(letters.file(register, notice.letter_uid)[1])
    for words in (
        "示例市财政局关于召开",
        "示例市公安局、示例市审计局、示例市市场监督管理局：",
        "2026年9月25日（星期五）上午9时30分",
        "附件：参会回执",
        "校验码：",
        "填报单位（盖章）",
    ):
        assert words in paper

    tab.minutes_button.click()
    editor = opened(qtbot, tab)
    fill(editor, MINUTES)
    issue(qtbot, tab.page.desk, editor)

    minutes = next(row for row in drafting.rows(register) if row.kind is K.MINUTES)
    assert minutes.number == "示财采函〔2026〕2号"
    paper = words_of(letters.file(register, minutes.letter_uid)[1])
    assert "示例市政府采购领域协同监管联席会议纪要" in paper
    assert "分送：示例市公安局" in paper
    assert "印发" in paper


def test_a_letter_is_filed_under_the_case_it_is_about_issued_or_not(
    qtbot: QtBot, page: LettersPage, tab: DraftsTab, register: Register
) -> None:
    case = cases.register_case(register, synthetic.case_draft()).uid
    uid = drafting.create(register, CONSULTATION).uid
    letters.issue_of(register, OfDraft(uid), IssueDraft("示财采函", "己某某", DAY))
    page.refresh()
    settle(qtbot, tab.page.desk)

    tab.case_button.click()
    (dialog,) = page.findChildren(CaseDialog)
    settle(qtbot, tab.page.desk)
    assert dialog.case.currentData() == ""
    dialog.case.setCurrentIndex(dialog.case.findData(case))
    dialog.submit_button.click()
    settle(qtbot, tab.page.desk)

    assert drafting.show(register, uid).row.case_uid == case
