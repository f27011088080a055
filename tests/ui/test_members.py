"""成员与密钥: cards go out and come in, and count once the fingerprint was compared."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from app.kernel import age
from app.kernel.terms import Purpose
from app.services import members
from app.services.members import MemberRow
from app.services.setup import Register
from app.sync import card as cards
from app.sync import signature
from app.ui.desk import Desk
from app.ui.members.page import MembersPage
from app.ui.members.paper_dialog import PaperMemberDialog
from app.ui.members.state import state_of
from app.ui.members.verify_dialog import VerifyDialog
from tests import synthetic


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> MembersPage:
    made = MembersPage(desk)
    qtbot.addWidget(made)
    made.resize(1100, 640)
    made.show()
    qtbot.waitUntil(lambda: bool(made.model.rows))
    return made


@pytest.fixture
def police(tmp_path: Path) -> Register:
    return synthetic.make_register(tmp_path / "police", synthetic.POLICE)


def _card(register: Register, folder: Path) -> Path:
    with register:
        return members.write_card(register, folder)


def _card_of_a_new_key(path: Path) -> Path:
    """What the agency of the card at *path* hands out after it set up its register anew."""
    seed = secrets.token_bytes(32)
    card = replace(
        cards.read(path.read_bytes()),
        incarnation=2,
        sign=signature.public_of(seed),
        recipient=age.recipient_of(age.new_identity()),
    )
    new = path.with_name("new.lxcard")
    new.write_bytes(cards.write(card, seed))
    return new


def _keep(qtbot: QtBot, page: MembersPage, path: Path) -> MemberRow:
    page.keep_card(path)
    qtbot.waitUntil(lambda: not page.desk.live)
    return page.model.rows[-1]


def _dialog(page: MembersPage, row: MemberRow) -> VerifyDialog:
    page.verify(row)
    return page.findChildren(VerifyDialog)[-1]


def _answer(dialog: VerifyDialog, fingerprint: tuple[str, ...]) -> None:
    for number in dialog.asked:
        field = dialog.form.fields[f"group{number}"]
        assert isinstance(field, QLineEdit)
        field.setText(fingerprint[number - 1])


def _shown(page: MembersPage) -> str:
    return " ".join(each.text() for each in page.card.findChildren(QLabel) if each.isVisible())


def test_our_own_fingerprint_is_shown_in_ten_groups(page: MembersPage) -> None:
    (own,) = page.model.rows

    assert state_of(own) == "本单位"
    assert len(own.fingerprint) == 10
    assert all(group in _shown(page) for group in own.fingerprint)


def test_a_card_that_was_kept_is_not_believed_and_its_fingerprint_not_shown(
    qtbot: QtBot, page: MembersPage, police: Register, tmp_path: Path
) -> None:
    row = _keep(qtbot, page, _card(police, tmp_path))

    assert page.table.current == row
    assert state_of(row) == "未核对"
    assert "指纹还没有核对" in page.notice.text.text()
    assert not any(group in _shown(page) for group in row.fingerprint)


def test_three_groups_picked_at_random_make_a_card_believed(
    qtbot: QtBot, page: MembersPage, police: Register, tmp_path: Path
) -> None:
    row = _keep(qtbot, page, _card(police, tmp_path))
    dialog = _dialog(page, row)
    _answer(dialog, row.fingerprint)
    dialog.form.restore({"place": "示例市财政局 301 室"})

    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    qtbot.waitUntil(lambda: not page.desk.live)

    believed = page.model.rows[-1]
    assert len(set(dialog.asked)) == 3
    assert state_of(believed) == "已当面核对"
    assert believed.verified_how == "当面核对，示例市财政局 301 室，乙某某"
    assert all(group in _shown(page) for group in believed.fingerprint)


def test_full_width_digits_are_digits(
    qtbot: QtBot, page: MembersPage, police: Register, tmp_path: Path
) -> None:
    row = _keep(qtbot, page, _card(police, tmp_path))
    dialog = _dialog(page, row)
    wide = str.maketrans("0123456789", "０１２３４５６７８９")

    _answer(dialog, tuple(group.translate(wide) for group in row.fingerprint))

    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()


def test_a_group_that_differs_is_named_and_nothing_is_believed(
    qtbot: QtBot, page: MembersPage, police: Register, tmp_path: Path
) -> None:
    row = _keep(qtbot, page, _card(police, tmp_path))
    dialog = _dialog(page, row)
    wrong = dialog.asked[1]
    groups = list(row.fingerprint)
    groups[wrong - 1] = "0000" if groups[wrong - 1] != "0000" else "1111"
    _answer(dialog, tuple(groups))

    dialog.submit()
    qtbot.waitUntil(lambda: not page.desk.live)

    (link,) = dialog.form.summary.links
    assert f"第 {wrong} 组对不上" in link.text()
    assert "没有标记为已核对" in link.text()
    assert state_of(page.model.rows[-1]) == "未核对"


def test_groups_must_be_whole_before_anything_is_compared(
    qtbot: QtBot, page: MembersPage, police: Register, tmp_path: Path
) -> None:
    row = _keep(qtbot, page, _card(police, tmp_path))
    dialog = _dialog(page, row)

    dialog.submit()

    assert len(dialog.form.summary.links) == 3
    assert not page.desk.live


def test_a_new_key_of_a_verified_member_is_a_red_notice(
    qtbot: QtBot, page: MembersPage, police: Register, tmp_path: Path
) -> None:
    path = _card(police, tmp_path)
    row = _keep(qtbot, page, path)
    dialog = _dialog(page, row)
    _answer(dialog, row.fingerprint)
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()

    changed = _keep(qtbot, page, _card_of_a_new_key(path))

    assert state_of(changed) == "密钥已换，待核对"
    assert page.notice.property("tone") == "bad"
    assert "市公安局" in page.notice.text.text()


def test_a_card_of_unknown_origin_is_thrown_away(
    qtbot: QtBot, page: MembersPage, police: Register, tmp_path: Path
) -> None:
    _keep(qtbot, page, _card(police, tmp_path))
    page.card.discard.click()
    (box,) = page.findChildren(QMessageBox)
    harmless = box.defaultButton().text()
    act = next(each for each in box.buttons() if each.text() == "丢弃")

    act.click()
    qtbot.waitUntil(lambda: not page.desk.live)

    assert harmless == "取消"
    assert state_of(page.model.rows[-1]) == "没有身份卡"
    assert "已丢弃" in page.notice.text.text()


def test_a_card_of_the_other_purpose_is_refused_in_the_page(
    qtbot: QtBot, page: MembersPage, tmp_path: Path
) -> None:
    real = synthetic.make_register(tmp_path / "real", synthetic.POLICE, purpose=Purpose.REAL)

    page.keep_card(_card(real, tmp_path))
    qtbot.waitUntil(lambda: not page.desk.live)

    assert "不能混用" in page.notice.text.text()
    assert len(page.model.rows) == 1


def test_a_file_that_is_no_card_is_refused_in_the_page(
    qtbot: QtBot, page: MembersPage, tmp_path: Path
) -> None:
    path = tmp_path / "letter.lxcard"
    path.write_text("not a card", encoding="utf-8")

    page.keep_card(path)
    qtbot.waitUntil(lambda: not page.desk.live)

    assert "不是有效的身份卡" in page.notice.text.text()


def test_a_paper_member_is_added_and_needs_a_name(qtbot: QtBot, page: MembersPage) -> None:
    page.add_paper.click()
    (dialog,) = page.findChildren(PaperMemberDialog)
    dialog.submit()
    qtbot.waitUntil(lambda: not page.desk.live)
    (link,) = dialog.form.summary.links
    missing = link.text()
    dialog.form.restore({"agency": "示例市人民检察院", "role": "procuratorate"})

    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()
    qtbot.waitUntil(lambda: not page.desk.live)

    assert missing == "请填写“单位全称”"
    assert [state_of(row) for row in page.model.rows] == ["本单位", "仅纸质"]


def test_the_own_card_is_written_where_one_says(
    qtbot: QtBot, page: MembersPage, tmp_path: Path
) -> None:
    page.write_card(tmp_path)
    qtbot.waitUntil(lambda: not page.desk.live)

    (path,) = tmp_path.glob("*.lxcard")
    assert str(path) in page.notice.text.text()


def test_another_page_can_lead_to_a_member(
    qtbot: QtBot, page: MembersPage, police: Register, tmp_path: Path
) -> None:
    row = _keep(qtbot, page, _card(police, tmp_path))
    page.table.select(0)

    page.show_subject(row.uid)
    qtbot.waitUntil(lambda: not page.desk.live)

    assert page.table.current == row


def test_a_member_that_lost_its_computer_gets_its_own_card_back(
    qtbot: QtBot, page: MembersPage, desk: Desk, police: Register, tmp_path: Path
) -> None:
    row = _keep(qtbot, page, _card(police, tmp_path))
    dialog = _dialog(page, row)
    _answer(dialog, row.fingerprint)
    dialog.submit()
    qtbot.waitUntil(lambda: not desk.live, timeout=10_000)
    given = tmp_path / "given back"
    given.mkdir()

    page.copy_card(row, given)
    qtbot.waitUntil(lambda: not desk.live, timeout=10_000)

    (path,) = given.iterdir()
    assert members.read_card(path).agency.uid == row.uid
    assert "重新当面核对指纹" in page.notice.text.text()
