"""The wizard of a referral on a real register, from the case to the head's desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.kernel.terms import AgencyRole, MaterialKind, ProcurementMethod
from app.rules.particulars import Having
from app.rules.steps import State, StepKind
from app.services import cases, drafts, evidence, journal, matters, members
from app.services.journal import JournalQuery
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.matters.forms.referral.material_dialog import MaterialDialog
from app.ui.matters.forms.referral.materials_step import Line
from app.ui.matters.forms.referral.questions import NEVER_KEPT
from app.ui.matters.forms.referral.wizard import FORM, ReferralWizard
from app.ui.matters.page import MattersPage
from app.ui.page import FOR_CASE
from tests import synthetic
from tests.ui.acts import absent, item, paper_member, settle

WAIT = 15_000
ROUTE, MATERIALS, PREVIEW, CHECK = 2, 3, 4, 5


@pytest.fixture
def police(tmp_path: Path, register: Register) -> Iterator[Register]:
    with synthetic.make_register(tmp_path / "police", synthetic.POLICE) as made:
        cards = tmp_path / "cards"
        cards.mkdir()
        synthetic.introduce(register, made, cards)
        yield made


@pytest.fixture
def case(register: Register, tmp_path: Path) -> str:
    """A case with one file of evidence."""
    uid = cases.register_case(register, synthetic.case_draft()).uid
    file = tmp_path / "比对.bin"
    file.write_bytes("机器码比对".encode())
    evidence.add(register, uid, item("投标文件机器码比对记录"), file)
    return uid


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> MattersPage:
    made = MattersPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show()
    return made


def _begun(qtbot: QtBot, page: MattersPage, case: str) -> ReferralWizard:
    page.show_subject(f"{FOR_CASE}{case}")
    settle(qtbot, page.desk)
    assert page.wizard is not None
    return page.wizard


def _wizard(page: MattersPage) -> ReferralWizard | None:
    """Asked anew each time: a test leaves it and comes back."""
    return page.wizard


def _forward(qtbot: QtBot, wizard: ReferralWizard) -> None:
    wizard.next.click()
    settle(qtbot, wizard._page.desk)


def _answer(wizard: ReferralWizard, **yes: bool) -> None:
    """Answer what is asked; everything that is not named with no."""
    for name, box in wizard.route.questions.no.items():
        if name in yes:
            (wizard.route.questions.yes[name] if yes[name] else box).setChecked(True)
        elif not wizard.route.questions.yes[name].isChecked():
            box.setChecked(True)


def _fill_facts(wizard: ReferralWizard) -> None:
    wizard.facts.offence.setCurrentText("串通投标罪")
    wizard.facts.reasons.setPlainText("相互串通投标报价，中标项目金额四百万元以上。")
    for row, (name, licence) in zip(
        wizard.facts.team.rows, (("甲某某", "SL0001"), ("戊某某", "SL0002")), strict=True
    ):
        row[0].setText(name)
        row[1].setText(licence)


def _decide_materials(wizard: ReferralWizard) -> None:
    absent = {MaterialKind.ARTICLES_LIST, MaterialKind.INSPECTION_REPORT}
    wizard.materials.materials.set_rows(
        [
            Line(
                replace(line.material, having=Having.ABSENT, reason="本案不涉及", copies=0)
                if line.material.kind in absent
                else line.material,
                decided=True,
            )
            for line in wizard.materials.materials.rows
        ]
    )


def _to_materials(qtbot: QtBot, page: MattersPage, case: str) -> ReferralWizard:
    wizard = _begun(qtbot, page, case)
    _forward(qtbot, wizard)
    _fill_facts(wizard)
    _forward(qtbot, wizard)
    _answer(wizard)
    wizard.route.copy_to.setText("示例市人民检察院")
    _forward(qtbot, wizard)
    return wizard


def test_a_referral_goes_from_the_case_to_the_heads_desk(
    qtbot: QtBot, page: MattersPage, register: Register, police: Register, case: str
) -> None:
    wizard = _to_materials(qtbot, page, case)
    _decide_materials(wizard)
    _forward(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.preview.paper.painted, timeout=WAIT)
    _forward(qtbot, wizard)

    assert wizard.next.text() == "提交审批"
    with qtbot.waitSignal(wizard.opened, timeout=WAIT) as opened:
        wizard.next.click()
    settle(qtbot, page.desk)

    view = matters.show(register, opened.args[0])
    assert view.state is State.PENDING
    assert view.counterpart == "示例市公安局"
    assert [step.kind for step in view.steps] == [
        StepKind.TEAM_FORMED,
        StepKind.REPORT_SUBMITTED,
    ]
    said = view.particulars
    assert (said.offence, said.route, said.economic_crime) == ("串通投标罪", "T1", True)
    assert said.offence_article == "《中华人民共和国刑法》第二百二十三条"
    assert said.bases[0] == "《行政执法机关移送涉嫌犯罪案件的规定》第三条、第五条"
    assert [line.kind for line in said.materials][:4] == list(MaterialKind)[:4]
    assert said.materials[-1].sha256 == said.case.evidence[0].sha256
    assert page.wizard is None
    assert page.thread_view.state.text() == "待审批"
    assert drafts.open_drafts(register) == ()


def test_the_suggestion_names_its_clause_and_another_receiver_needs_a_reason(
    qtbot: QtBot, page: MattersPage, register: Register, police: Register, case: str
) -> None:
    members.add_paper_member(register, paper_member("示例市市场监督管理局", AgencyRole.MARKET))
    wizard = _begun(qtbot, page, case)
    _forward(qtbot, wizard)
    _fill_facts(wizard)
    _forward(qtbot, wizard)
    _answer(wizard)

    assert wizard.route.receiver.currentText() == "示例市公安局"
    assert "日财采〔2024〕13号 二（五）" in wizard.route.suggestion.text()

    wizard.route.receiver.setCurrentIndex(wizard.route.receiver.count() - 1)
    _forward(qtbot, wizard)

    assert wizard.current == ROUTE
    assert "没有按建议的去向移送，请写明理由" in wizard.route.faults().values()
    assert "未使用本程序" in wizard.route.receiver.currentText()
    wizard.route.receiver_reason.setPlainText("公安机关已书面告知由市场监管部门先行处理。")
    wizard.route.bases.setPlainText("《中华人民共和国行政处罚法》第二十七条")
    assert wizard.route.faults() == {}


def test_a_method_that_is_no_tender_is_warned_of_and_nothing_is_blocked(
    qtbot: QtBot, page: MattersPage, register: Register, police: Register
) -> None:
    draft = synthetic.case_draft()
    assert draft.project is not None
    project = replace(draft.project, method=ProcurementMethod.NEGOTIATION)
    case = cases.register_case(register, replace(draft, project=project)).uid
    wizard = _begun(qtbot, page, case)
    _forward(qtbot, wizard)
    _fill_facts(wizard)
    _forward(qtbot, wizard)
    _answer(wizard)

    assert "采购方式非招标，请先咨询公安（C1）" in wizard.route.suggestion.text()
    wizard.route.copy_to.setText("示例市人民检察院")
    assert wizard.route.faults() == {}


def test_a_clue_for_the_discipline_body_is_named_and_kept_nowhere(
    qtbot: QtBot, page: MattersPage, register: Register, police: Register, case: str
) -> None:
    members.add_paper_member(register, paper_member("示例市纪律检查委员会", AgencyRole.DISCIPLINE))
    written = len(journal.line_ids(register, JournalQuery()))
    wizard = _begun(qtbot, page, case)
    _forward(qtbot, wizard)
    _fill_facts(wizard)
    _forward(qtbot, wizard)

    _answer(wizard, public_official=True)
    wizard.save()
    settle(qtbot, page.desk)

    assert "请按纸质方式另行移送" in wizard.route.paper_only.text()
    receivers = [wizard.route.receiver.itemText(n) for n in range(wizard.route.receiver.count())]
    assert not any("纪律检查" in text for text in receivers)
    kept = drafts.open_drafts(register)[0].texts
    assert not any(name.endswith(tuple(NEVER_KEPT)) for name in kept)
    wizard.route.blank_form.click()
    settle(qtbot, page.desk)
    assert wizard.route.blank_window is not None
    assert wizard.route.blank_window.windowTitle() == "关于移送问题线索的函"
    wizard.route.blank_window.close()
    assert len(journal.line_ids(register, JournalQuery())) == written


def test_an_empty_step_names_its_faults_and_keeps_what_was_typed(
    qtbot: QtBot, page: MattersPage, police: Register, case: str
) -> None:
    wizard = _begun(qtbot, page, case)
    _forward(qtbot, wizard)
    wizard.facts.offence.setCurrentText("串通投标罪")

    _forward(qtbot, wizard)

    assert wizard.current == 1
    links = [link.text() for link in wizard.facts.form.summary.links]
    assert links == ["请填写移送理由"]
    assert wizard.facts.offence.currentText() == "串通投标罪"
    assert not wizard.list.buttons[ROUTE].isEnabled()


def test_a_material_that_nobody_decided_on_stops_the_list(
    qtbot: QtBot, page: MattersPage, police: Register, case: str
) -> None:
    wizard = _to_materials(qtbot, page, case)

    _forward(qtbot, wizard)

    assert wizard.current == MATERIALS
    words = [link.text() for link in wizard.materials.summary.links]
    assert "请确认“涉案物品清单”是有、没有还是待补" in words


def test_one_officer_is_not_enough_for_the_police(
    qtbot: QtBot, page: MattersPage, police: Register, case: str
) -> None:
    wizard = _to_materials(qtbot, page, case)
    wizard.facts.team.rows[1][1].clear()
    _decide_materials(wizard)
    _forward(qtbot, wizard)
    _forward(qtbot, wizard)

    wizard.submit()

    words = [link.text() for link in wizard.check.summary.links]
    assert words == ["专案组至少两人，姓名和执法证号都要填写"]
    wizard.check.summary.links[0].click()
    assert wizard.current == 1


def test_the_preview_is_the_real_document_and_a_character_no_font_draws_is_named(
    qtbot: QtBot, page: MattersPage, police: Register, case: str
) -> None:
    wizard = _to_materials(qtbot, page, case)
    _decide_materials(wizard)
    wizard.facts.reasons.setPlainText("无法显示的字\U0002ebf0。")

    _forward(qtbot, wizard)
    qtbot.waitUntil(lambda: wizard.preview.refusal is not None, timeout=WAIT)

    assert "有的字没有字体可以印出" in wizard.preview.said.text()
    _forward(qtbot, wizard)
    assert wizard.current == PREVIEW

    wizard.facts.reasons.setPlainText("相互串通投标报价。")
    wizard.go(PREVIEW)
    qtbot.waitUntil(lambda: wizard.preview.paper.painted, timeout=WAIT)
    assert len(wizard.preview.paper.sheets) >= 3
    settle(qtbot, page.desk)


def test_what_is_typed_comes_back_after_leaving(
    qtbot: QtBot, page: MattersPage, register: Register, police: Register, case: str
) -> None:
    wizard = _begun(qtbot, page, case)
    _forward(qtbot, wizard)
    _fill_facts(wizard)
    _forward(qtbot, wizard)
    _answer(wizard)
    wizard.leave.click()
    settle(qtbot, page.desk)
    assert _wizard(page) is None
    assert drafts.open_drafts(register)[0].form == FORM
    assert "有一份没有提交的移送草稿" in page.notice.text.text()

    page.resume(FORM, case)
    settle(qtbot, page.desk)

    again = _wizard(page)
    assert again is not None
    assert again is not wizard
    assert again.current == ROUTE
    assert again.facts.offence.currentText() == "串通投标罪"
    assert again.facts.team.complete()
    assert again.route.questions.yes["crime_suspected"].isChecked()
    # What may lead to 纪检监察 is asked again.
    assert not again.route.questions.no["public_official"].isChecked()


def test_a_draft_matter_is_revised_with_what_it_says(
    qtbot: QtBot, page: MattersPage, register: Register, police: Register, case: str
) -> None:
    to = members.find(register, "sl-gaj")
    uid = synthetic.approved_matter(register, to, case, register.clock.now())
    matters.record_step(
        register, uid, synthetic.step(StepKind.DRAFT_RETURNED, register.clock.now())
    )
    page.show_subject(uid)
    settle(qtbot, page.desk)

    page.thread_view.revise.click()
    settle(qtbot, page.desk)
    wizard = page.wizard
    assert wizard is not None
    wizard.facts.reasons.setPlainText("补充：报价呈规律性差异。")
    for number in range(1, CHECK + 1):
        wizard.go(number)
        settle(qtbot, page.desk)
    _decide_materials(wizard)
    for kind in (MaterialKind.ARTICLES_LIST, MaterialKind.INSPECTION_REPORT):
        wizard.materials.materials.put(
            len(wizard.materials.materials.rows), Line(absent(kind), decided=True)
        )
    with qtbot.waitSignal(wizard.opened, timeout=WAIT):
        wizard.submit()
    settle(qtbot, page.desk)

    view = matters.show(register, uid)
    assert view.state is State.PENDING
    assert view.particulars.reasons == "补充：报价呈规律性差异。"


def test_a_draft_is_thrown_away_only_after_a_question(
    qtbot: QtBot, page: MattersPage, register: Register, police: Register, case: str
) -> None:
    wizard = _begun(qtbot, page, case)
    wizard.save()
    settle(qtbot, page.desk)

    wizard.drop.click()
    box = next(iter(wizard.findChildren(QMessageBox)))
    kept = drafts.open_drafts(register)
    box.button(QMessageBox.StandardButton.Cancel).click()
    assert _wizard(page) is wizard
    wizard.drop.click()
    box = wizard.findChildren(QMessageBox)[-1]
    next(b for b in box.buttons() if b.text() == "放弃草稿").click()
    settle(qtbot, page.desk)

    assert len(kept) == 1
    assert drafts.open_drafts(register) == ()
    assert _wizard(page) is None
    assert page.notice.isHidden()


def test_a_file_chosen_for_a_material_becomes_evidence_and_leaves_with_the_bundle(
    qtbot: QtBot,
    page: MattersPage,
    register: Register,
    police: Register,
    case: str,
    tmp_path: Path,
) -> None:
    report = tmp_path / "调查报告.pdf"
    report.write_bytes(b"%PDF-1.7 a report")
    wizard = _to_materials(qtbot, page, case)

    wizard.materials.materials.table.select(1)
    wizard.materials.materials.edit.click()
    dialog = wizard.materials.dialog
    assert isinstance(dialog, MaterialDialog)
    dialog.pages.setValue(12)
    dialog.new_file.set_path(report)
    dialog.submit()
    settle(qtbot, page.desk)

    line = wizard.materials.materials.rows[1]
    item = evidence.rows(register, case)[-1]
    assert line.decided
    assert line.material.pages == 12
    assert (item.facts.name, item.facts.sha256) == (line.material.title, line.material.sha256)


def test_a_case_that_is_changed_meanwhile_is_taken_as_it_is_now(
    qtbot: QtBot, page: MattersPage, register: Register, police: Register, case: str
) -> None:
    wizard = _begun(qtbot, page, case)
    _forward(qtbot, wizard)

    changes = cases.revise_case(register, case, synthetic.case_draft("改名后的案件"))
    page.desk.announce(changes)
    settle(qtbot, page.desk)

    assert wizard.case.case is not None
    assert wizard.case.case.facts.name == "改名后的案件"
    assert "改名后的案件" in wizard.title.text()


def test_a_wizard_nobody_typed_in_leaves_no_draft(
    qtbot: QtBot, page: MattersPage, register: Register, police: Register, case: str
) -> None:
    page.begin()
    settle(qtbot, page.desk)
    wizard = _wizard(page)
    assert wizard is not None
    assert not wizard.drafts.pending

    wizard.leave.click()
    settle(qtbot, page.desk)

    assert _wizard(page) is None
    assert drafts.open_drafts(register) == ()


def test_going_elsewhere_and_asking_again_shows_the_same_wizard(
    qtbot: QtBot, page: MattersPage, register: Register, police: Register, case: str
) -> None:
    wizard = _begun(qtbot, page, case)
    _forward(qtbot, wizard)
    wizard.facts.reasons.setPlainText("写了一半")

    page.begin()
    assert _wizard(page) is wizard
    page.show_list()
    settle(qtbot, page.desk)

    kept = drafts.open_drafts(register)[0].texts
    assert kept["facts.reasons"] == "写了一半"
