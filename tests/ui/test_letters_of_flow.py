"""The letters of the flow in windows: offered at their moment, worded, issued; one only printed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.documents.kinds.letters import LetterKind
from app.kernel.terms import AgencyRole, Post
from app.rules.steps import State, StepKind
from app.services import cases, house_settings, matters, members
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.device import Preferences
from app.ui.matters.letter_forms import ExternalForm, IssueForm
from app.ui.matters.page import MattersPage
from app.ui.settings.house_letters import HouseLettersCard
from app.ui.settings.page import SettingsPage
from app.ui.widgets.dates import OptionalDay
from tests import synthetic
from tests.services.two_desks import START, Desks, two_desks
from tests.ui.acts import paper_member, settle

K = LetterKind


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


@pytest.fixture
def finance(open_desk: Callable[[Register], Desk], desks: Desks) -> Desk:
    return open_desk(desks.finance)


@pytest.fixture
def police(open_desk: Callable[[Register], Desk], desks: Desks) -> Desk:
    return open_desk(desks.police)


def _thread(qtbot: QtBot, desk: Desk, uid: str) -> MattersPage:
    made = MattersPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show()
    made.show_subject(uid)
    settle(qtbot, desk)
    return made


def _offered(page: MattersPage) -> set[LetterKind]:
    return {kind for _, kind in page.thread_view.letters.buttons}


def _fill(form: IssueForm | ExternalForm, **texts: str) -> None:
    for name, text in texts.items():
        match form.form.fields[name]:
            case QLineEdit() as line:
                line.setText(text)
            case QPlainTextEdit() as field:
                field.setPlainText(text)


def _form(page: MattersPage, act: str, kind: LetterKind) -> IssueForm:
    page.thread_view.letters.buttons[act, kind].click()
    return next(iter(page.findChildren(IssueForm)))


# -- the receiver ------------------------------------------------------------------------------


def test_the_police_are_offered_their_documents_once_the_office_makes_them_here(
    qtbot: QtBot, desks: Desks, police: Desk
) -> None:
    uid = desks.acknowledged()
    assert _offered(_thread(qtbot, police, uid)) == set()

    house_settings.set_makes_letters(desks.police, wanted=True)

    offered = _offered(_thread(qtbot, police, uid))
    assert {K.ACCEPTANCE, K.SUPPLEMENT, K.FORWARDING, K.FILING, K.NON_FILING} == offered


def test_a_notice_of_filing_is_worded_numbered_and_recorded_in_one_form(
    qtbot: QtBot, desks: Desks, police: Desk
) -> None:
    house_settings.set_makes_letters(desks.police, wanted=True)
    uid = desks.acknowledged()
    page = _thread(qtbot, police, uid)
    form = _form(page, "issue", K.FILING)
    _fill(form, code="示公立告", signer="癸某某", offence="串通投标罪")
    settle(qtbot, police)

    form.submit_button.click()
    settle(qtbot, police)

    view = matters.show(desks.police, uid)
    assert view.state is State.FILED
    assert view.steps[-1].fields["offence"] == "串通投标罪"
    assert "已出具：示公立告〔2026〕1号" in page.thread_view.issued.number.text()


def test_a_word_that_is_missing_is_named_in_chinese(
    qtbot: QtBot, desks: Desks, police: Desk
) -> None:
    house_settings.set_makes_letters(desks.police, wanted=True)
    page = _thread(qtbot, police, desks.acknowledged())
    form = _form(page, "issue", K.ACCEPTANCE)
    _fill(form, code="示公受", signer="癸某某", officer="壬某某", phone="0")
    settle(qtbot, police)

    form.submit_button.click()
    settle(qtbot, police)

    assert [link.text() for link in form.form.summary.links] == ["请填写“查询方式”"]


# -- the sender --------------------------------------------------------------------------------


def test_a_clue_and_a_handover_wait_for_their_moment(
    qtbot: QtBot, desks: Desks, finance: Desk
) -> None:
    uid = desks.acknowledged()
    before = _offered(_thread(qtbot, finance, uid))
    filed = synthetic.step(StepKind.FILED, desks.clock.now(), number="1", offence="串通投标罪")
    matters.record_step(desks.police, uid, filed)
    desks.carry(desks.police, desks.finance)

    after = _offered(_thread(qtbot, finance, uid))

    assert K.HANDOVER not in before
    assert K.HANDOVER in after
    assert K.MATERIALS in before
    assert not {K.CLUE, K.REMINDER, K.NOT_REFERRED, K.AUDIT_REFERRAL} & after


def test_reasons_not_to_refer_are_written_where_the_head_refused(
    qtbot: QtBot, desks: Desks, finance: Desk
) -> None:
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    uid = synthetic.reported_matter(desks.finance, desks.to_police, case, START)
    refused = synthetic.step(
        StepKind.REFUSED, START, approver="己某某", post=Post.HEAD, reasons="证据不足。"
    )
    matters.record_step(desks.finance, uid, refused)
    page = _thread(qtbot, finance, uid)
    form = _form(page, "issue", K.NOT_REFERRED)
    _fill(form, code="示财不移", signer="己某某", standard="金额不足。", handling="继续处罚。")
    settle(qtbot, finance)

    form.submit_button.click()
    settle(qtbot, finance)

    assert matters.show(desks.finance, uid).letters[0].kind == K.NOT_REFERRED
    assert "由作出决定的负责人签字" in page.thread_view.issued.next.text()
    assert not page.thread_view.issued.send_button.isVisible()


def test_what_is_owed_by_law_is_reminded_of_from_its_deadline(
    qtbot: QtBot, desks: Desks, finance: Desk
) -> None:
    uid = desks.acknowledged()
    assert _thread(qtbot, finance, uid).thread_view.duties.reminders == []
    desks.clock.set(START + timedelta(days=40))
    page = _thread(qtbot, finance, uid)

    page.thread_view.duties.reminders[0].click()
    form = next(iter(page.findChildren(IssueForm)))

    assert form.kind is K.REMINDER
    day = form.form.fields["wanted_by"]
    assert isinstance(day, OptionalDay)
    day.set_day((START + timedelta(days=50)).date())
    assert form.said.words().wanted_by == (START + timedelta(days=50)).date()


def test_an_audit_enters_its_document_and_writes_it_where_the_office_does_so(
    qtbot: QtBot, open_desk: Callable[[Register], Desk], tmp_path: Path
) -> None:
    office = replace(synthetic.FINANCE, name="示例市审计局", role=AgencyRole.AUDIT)
    register = synthetic.make_register(tmp_path / "sjj", office)
    to = members.add_paper_member(register, paper_member("示例市财政局", AgencyRole.FINANCE)).uid
    case = cases.register_case(register, synthetic.case_draft()).uid
    uid = synthetic.approved_matter(register, to, case, synthetic.NOON)
    desk = open_desk(register)

    def offered() -> set[str]:
        buttons = _thread(qtbot, desk, uid).thread_view.letters.buttons
        return {act for act, kind in buttons if kind is K.AUDIT_REFERRAL}

    assert offered() == {"external"}

    house_settings.set_makes_letters(register, wanted=True)

    assert offered() == {"issue", "external"}


# -- the setting -------------------------------------------------------------------------------


def _card(qtbot: QtBot, desk: Desk, folder: Path) -> HouseLettersCard:
    made = SettingsPage(desk, Preferences(folder / "device.json"))
    qtbot.addWidget(made)
    made.show()
    settle(qtbot, desk)
    return made.house_letters


def test_one_box_lets_an_agency_make_here_what_it_makes_elsewhere(
    qtbot: QtBot, desks: Desks, police: Desk, tmp_path: Path
) -> None:
    card = _card(qtbot, police, tmp_path)
    assert card.isVisible()
    assert not card.made_here.isChecked()
    assert "受案回执、补正通知书、移送案件通知书、立案告知书、不予立案通知书" in card.told.text()

    card.made_here.click()
    settle(qtbot, police)

    assert house_settings.reads_makes_letters(desks.police)


def test_an_agency_without_such_a_platform_is_not_asked(
    qtbot: QtBot, finance: Desk, tmp_path: Path
) -> None:
    assert not _card(qtbot, finance, tmp_path).isVisible()
