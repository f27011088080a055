"""A case extract is sent to another agency and taken back, on two real registers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.kernel.terms import AgencyRole
from app.services import cases, exchange, house, members
from app.services.setup import Register
from app.ui.cases.page import CasesPage
from app.ui.cases.sharing_dialogs import ShareDialog, WithdrawDialog
from app.ui.desk import Desk
from tests import synthetic
from tests.ui.acts import settle


@pytest.fixture
def police(tmp_path: Path, register: Register) -> Iterator[Register]:
    with synthetic.make_register(tmp_path / "police", synthetic.POLICE) as made:
        (tmp_path / "cards").mkdir()
        synthetic.introduce(register, made, tmp_path / "cards")
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> CasesPage:
    made = CasesPage(desk)
    qtbot.addWidget(made)
    made.resize(1150, 640)
    return made


def opened(page: CasesPage, kind: type[QWidget]) -> QWidget:
    (dialog,) = page.findChildren(kind)
    return dialog


def shown(qtbot: QtBot, page: CasesPage) -> None:
    page.show()
    settle(qtbot, page.desk)


def shared(qtbot: QtBot, page: CasesPage) -> None:
    page.detail.share.trigger()
    dialog = opened(page, ShareDialog)
    assert isinstance(dialog, ShareDialog)
    settle(qtbot, page.desk)
    dialog.submit_button.click()
    settle(qtbot, page.desk)


def test_an_extract_waits_to_be_sent_to_the_chosen_agency(
    qtbot: QtBot, page: CasesPage, register: Register, police: Register
) -> None:
    cases.register_case(register, synthetic.case_draft("要送出的案件"))
    shown(qtbot, page)

    shared(qtbot, page)

    (row,) = exchange.peers(register)
    assert [each.title for each in row.leaving] == ["要送出的案件"]
    assert "已列入待送出" in page.notice.text.text()


def test_an_extract_that_was_taken_back_is_marked_on_both_sides(
    qtbot: QtBot, page: CasesPage, register: Register, police: Register, tmp_path: Path
) -> None:
    uid = cases.register_case(register, synthetic.case_draft("送错的案件")).uid
    shown(qtbot, page)
    shared(qtbot, page)
    to = members.find(register, "sl-gaj")
    exchange.take_in(police, exchange.seal(register, to, tmp_path).path)

    page.detail.withdraw.trigger()
    dialog = opened(page, WithdrawDialog)
    assert isinstance(dialog, WithdrawDialog)
    settle(qtbot, page.desk)
    said = dialog.note.text()
    field = dialog.form.fields["reason"]
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("送错单位")
    dialog.submit_button.click()
    settle(qtbot, page.desk)
    exchange.take_in(police, exchange.seal(register, to, tmp_path).path)

    assert "示例市公安局" in said
    assert "收不回来" in said
    assert page.detail.chip.text() == "摘要已撤回"
    assert "送错单位" in page.detail.withdrawn.text()
    assert not page.detail.extract_button.isVisible()
    theirs = cases.show_case(police, uid)
    assert (theirs.withdrawn_at is not None, theirs.withdrawal_reason) == (True, "送错单位")


def test_what_another_agency_took_back_says_so_in_the_list_and_in_detail(
    qtbot: QtBot, page: CasesPage, register: Register, police: Register, tmp_path: Path
) -> None:
    uid = cases.register_case(police, synthetic.case_draft("公安的案件")).uid
    to = members.find(police, "sl-czj")
    exchange.share_case(police, uid, to)
    exchange.take_in(register, exchange.seal(police, to, tmp_path).path)
    exchange.withdraw_case(police, uid, "另案处理")
    exchange.take_in(register, exchange.seal(police, to, tmp_path).path)

    shown(qtbot, page)

    assert page.listing.model.index(0, 2).data() == "已撤回"
    assert page.detail.chip.text() == "已撤回"
    assert "另案处理" in page.detail.withdrawn.text()


def test_nothing_goes_to_the_discipline_inspection(
    qtbot: QtBot, page: CasesPage, register: Register, police: Register
) -> None:
    cases.register_case(register, synthetic.case_draft())
    with register.write() as session:
        peer = house.agency(session, members.find(register, "sl-gaj"))
        peer.role = AgencyRole.DISCIPLINE
    shown(qtbot, page)

    shared(qtbot, page)

    dialog = opened(page, ShareDialog)
    assert isinstance(dialog, ShareDialog)
    assert dialog.isVisible()
    assert dialog.form.summary.isVisible()
    assert not exchange.peers(register)[0].leaving
