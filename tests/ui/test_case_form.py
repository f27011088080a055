"""The form of a case: what is refused and where, what is kept, what is registered."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.kernel.terms import PartyKind
from app.rules.particulars import PartyFacts
from app.services import case_list, cases, drafts
from app.services.cases import CaseView
from app.services.setup import Register
from app.ui.cases.form import FORM, CaseForm
from app.ui.cases.page import CasesPage
from app.ui.cases.party_dialog import PartyDialog
from app.ui.desk import Desk
from tests import synthetic

WAIT = 10_000
GOOD_CODE = "91990000MA0000015Q"
BAD_CODE = "91990000MA0000015X"


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> CasesPage:
    made = CasesPage(desk)
    qtbot.addWidget(made)
    made.resize(1150, 640)
    made.show()
    _settle(qtbot, made)
    return made


def _settle(qtbot: QtBot, page: CasesPage) -> None:
    qtbot.waitUntil(lambda: not page.desk.live, timeout=WAIT)


def _open(qtbot: QtBot, page: CasesPage, subject: str = "") -> CaseForm:
    page.open_form(subject)
    _settle(qtbot, page)
    assert page.form is not None
    return page.form


def _type(form: CaseForm, name: str, text: str) -> None:
    field: QWidget = form.fields.fields[name]
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    if isinstance(field, QLineEdit):
        field.setText(text)
    else:
        field.setPlainText(text)


def _fill(form: CaseForm) -> None:
    _type(form, "name", "示例科技有限公司涉嫌串通投标案")
    form.fields.fields["source"].setCurrentText("投诉举报")  # type: ignore[attr-defined]
    _type(form, "facts", "经查，投标文件由同一台计算机制作。")
    form.fields.parties.set_parties(synthetic.case_draft().parties)


def _only_case(register: Register) -> CaseView:
    ids = case_list.case_ids(register)
    (row,) = case_list.case_rows(register, ids)
    return cases.show_case(register, row.uid)


def test_a_case_is_registered_and_shown(qtbot: QtBot, page: CasesPage, register: Register) -> None:
    form = _open(qtbot, page)
    _fill(form)
    _type(form, "amount_fen", "418")
    form.fields.amount.unit.setCurrentIndex(1)

    form.submit_button.click()
    qtbot.waitUntil(lambda: page.listing.model.rowCount() == 1, timeout=WAIT)
    _settle(qtbot, page)

    made = _only_case(register).facts
    assert made.number == "案登〔2026〕1号"
    assert made.amount_fen == 4_180_000_00
    assert made.handler == "甲某某"
    assert made.project is None
    assert page.form is None
    assert page.detail.name.text() == made.name
    assert "已登记" in page.notice.text.text()
    assert drafts.open_drafts(register) == ()


def test_what_is_missing_is_told_on_top_and_beside_each_field(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    form = _open(qtbot, page)

    form.submit()

    links = [link.text() for link in form.fields.summary.links]
    assert links == ["请填写案件名称", "请填写线索来源", "请至少添加一个当事人", "请填写基本案情"]
    assert page.focusWidget() is form.fields.summary
    form.fields.summary.links[3].click()
    assert page.focusWidget() is form.fields.fields["facts"]
    assert case_list.count_cases(register) == 0


def test_a_sum_that_is_none_is_refused_with_its_words(qtbot: QtBot, page: CasesPage) -> None:
    form = _open(qtbot, page)
    _fill(form)
    _type(form, "amount_fen", "四百万")

    form.submit()

    (link,) = form.fields.summary.links
    assert "“四百万”不是金额" in link.text()


def test_revising_fills_the_form_and_raises_the_version(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    draft = synthetic.case_draft()
    uid = cases.register_case(register, draft).uid
    form = _open(qtbot, page, uid)

    assert form.fields.draft() == replace(draft, number="案登〔2026〕1号")
    _type(form, "penalties", "已作出行政处罚决定。")
    form.submit()
    qtbot.waitUntil(lambda: page.form is None, timeout=WAIT)
    _settle(qtbot, page)

    after = cases.show_case(register, uid)
    assert after.version == 2
    assert after.facts.penalties == "已作出行政处罚决定。"
    assert after.facts.project == draft.project


def test_leaving_by_esc_keeps_everything_that_was_typed(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    form = _open(qtbot, page)
    _fill(form)
    _type(form, "amount_fen", "不是数字")

    QTest.keyClick(form, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.form is None, timeout=WAIT)
    _settle(qtbot, page)

    assert "已存为草稿" in page.notice.text.text()
    again = _open(qtbot, page)
    assert again.fields.text_of("name") == "示例科技有限公司涉嫌串通投标案"
    assert again.fields.text_of("amount_fen") == "不是数字"
    assert again.fields.parties.parties[0].name == "示例科技有限公司"
    assert "已恢复" in again.state.text()


def test_a_draft_is_kept_by_itself(qtbot: QtBot, page: CasesPage, register: Register) -> None:
    form = _open(qtbot, page)

    with qtbot.waitSignal(form.keeper.saved, timeout=WAIT):
        _type(form, "facts", "写到一半")
    _settle(qtbot, page)

    (kept,) = drafts.open_drafts(register)
    assert kept.form == FORM
    assert kept.texts["facts"] == "写到一半"


def test_a_draft_thrown_away_on_purpose_is_gone(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    form = _open(qtbot, page)
    with qtbot.waitSignal(form.keeper.saved, timeout=WAIT):
        _type(form, "facts", "写到一半")

    form.discard_button.click()
    _settle(qtbot, page)

    assert drafts.open_drafts(register) == ()
    assert page.form is None


def test_a_draft_of_yesterday_is_resumed(qtbot: QtBot, page: CasesPage, register: Register) -> None:
    texts = {"name": "昨天没写完的案件"}
    drafts.save_draft(register, FORM, 1, "", texts)

    page.resume(FORM, "")
    _settle(qtbot, page)

    assert page.form is not None
    assert page.form.fields.text_of("name") == "昨天没写完的案件"


def test_ten_thousand_characters_of_facts_are_registered_whole(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    story = "经查，投标文件由同一台计算机制作。" * 700
    form = _open(qtbot, page)
    _fill(form)
    _type(form, "facts", story)

    form.submit()
    qtbot.waitUntil(lambda: page.form is None, timeout=WAIT)
    _settle(qtbot, page)

    assert _only_case(register).facts.facts == story


def test_a_character_no_face_draws_is_named_while_typing(qtbot: QtBot, page: CasesPage) -> None:
    form = _open(qtbot, page)
    _type(form, "name", "关于\U0003134b某的案件")

    qtbot.waitUntil(lambda: bool(form.fields.note_of("name")), timeout=WAIT)
    _settle(qtbot, page)

    assert "U+3134B" in form.fields.note_of("name")
    assert form.fields.note_of("source") == ""


# -- parties -------------------------------------------------------------------------------


def _add_party(form: CaseForm) -> PartyDialog:
    form.fields.parties.add_button.click()
    dialog = form.fields.parties.dialog
    assert dialog is not None
    return dialog


def test_a_number_typed_with_spaces_and_full_width_letters_is_tidied(
    qtbot: QtBot, page: CasesPage
) -> None:
    form = _open(qtbot, page)
    dialog = _add_party(form)
    dialog.name.setText("示例科技有限公司")
    dialog.identifier.setText("９１９９ 0000 ma00 0001 5q")

    dialog.submit()
    _settle(qtbot, page)

    (party,) = form.fields.parties.parties
    assert party.identifier == GOOD_CODE
    assert party.override_reason == ""


def test_a_wrong_check_digit_is_refused_and_kept_with_a_written_reason(
    qtbot: QtBot, page: CasesPage
) -> None:
    form = _open(qtbot, page)
    dialog = _add_party(form)
    dialog.name.setText("示例科技有限公司")
    dialog.identifier.setText(BAD_CODE)

    dialog.submit()
    (link,) = dialog.form.summary.links
    assert "最后一位校验码不对" in link.text()
    assert not dialog.reason.isHidden()
    assert not form.fields.parties.table.current

    dialog.reason.setText("营业执照原件如此")
    dialog.submit()
    _settle(qtbot, page)

    (party,) = form.fields.parties.parties
    assert (party.identifier, party.override_reason) == (BAD_CODE, "营业执照原件如此")


def test_the_number_asked_for_follows_the_kind_of_party(qtbot: QtBot, page: CasesPage) -> None:
    form = _open(qtbot, page)
    dialog = _add_party(form)

    dialog.kind.set_word(PartyKind.PERSON)

    assert dialog.form.label_of("identifier") == "居民身份证号码"
    assert dialog.form.label_of("name") == "姓名"
    dialog.identifier.setText("990000199001010017")
    dialog.name.setText("丁某某")
    dialog.submit()
    _settle(qtbot, page)
    assert form.fields.parties.parties[0].kind is PartyKind.PERSON


def test_a_party_met_before_is_told_with_its_case(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    cases.register_case(register, synthetic.case_draft("早先的案件"))
    form = _open(qtbot, page)
    dialog = _add_party(form)

    dialog.identifier.setText(GOOD_CODE)
    dialog.identifier.editingFinished.emit()
    qtbot.waitUntil(lambda: not dialog.seen.isHidden(), timeout=WAIT)
    _settle(qtbot, page)

    assert "早先的案件" in dialog.seen.text()
    dialog.reject()


def test_a_party_given_up_halfway_comes_back_with_the_next(qtbot: QtBot, page: CasesPage) -> None:
    form = _open(qtbot, page)
    dialog = _add_party(form)
    dialog.name.setText("写到一半的公司")

    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    again = _add_party(form)

    assert again.name.text() == "写到一半的公司"
    again.reject()
    _settle(qtbot, page)


def test_a_party_removed_can_be_put_back(qtbot: QtBot, page: CasesPage) -> None:
    form = _open(qtbot, page)
    parties = synthetic.case_draft().parties
    form.fields.parties.set_parties(parties)

    form.fields.parties.remove_button.click()
    gone = form.fields.parties.parties
    assert page.notice.offer is not None
    page.notice.offer.click()

    assert gone == ()
    assert form.fields.parties.parties == parties


def test_a_party_is_revised_in_place(qtbot: QtBot, page: CasesPage) -> None:
    form = _open(qtbot, page)
    first: PartyFacts = synthetic.case_draft().parties[0]
    form.fields.parties.set_parties((first,))

    form.fields.parties.edit_button.click()
    dialog = form.fields.parties.dialog
    assert dialog is not None
    dialog.name.setText("改名后的公司")
    dialog.submit()
    _settle(qtbot, page)

    assert form.fields.parties.parties == (replace(first, name="改名后的公司"),)


# -- violations ----------------------------------------------------------------------------


def test_violations_are_found_by_words_and_ticked(
    qtbot: QtBot, page: CasesPage, register: Register
) -> None:
    form = _open(qtbot, page)
    field = form.fields.violations
    field.choose_button.click()
    qtbot.waitUntil(lambda: field.picker is not None, timeout=WAIT)
    picker = field.picker
    assert picker is not None

    picker.search.setText("供应商 虚假材料")
    seen = [picker.list.item(row) for row in range(picker.list.count())]
    left = [item for item in seen if not item.isHidden()]
    left[0].setCheckState(Qt.CheckState.Checked)
    picker.take_button.click()
    _settle(qtbot, page)

    (chosen,) = field.violations
    assert chosen.code == "V301"
    assert "虚假材料" in chosen.conduct
    assert "第七十七条" in chosen.article


def test_a_violation_of_an_older_catalogue_stays_as_it_was_worded(
    qtbot: QtBot, page: CasesPage
) -> None:
    form = _open(qtbot, page)
    field = form.fields.violations
    older = replace(synthetic.case_draft().violations[0], code="V000", conduct="旧目录的行为")
    field.set_violations((older,))

    field.choose_button.click()
    qtbot.waitUntil(lambda: field.picker is not None, timeout=WAIT)
    assert field.picker is not None
    field.picker.take_button.click()
    _settle(qtbot, page)

    assert field.violations == (older,)
