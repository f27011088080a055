"""设置 · 备份, the trial, and what the window says when a backup is due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.services import backup, cases, restoring, setup
from app.services.backup import Policy
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.device import Preferences
from app.ui.main_window import MainWindow, navigation
from app.ui.page import PageId
from app.ui.restore.collect_dialog import CollectDialog
from app.ui.settings.backup import BackupCard
from app.ui.settings.page import SettingsPage
from app.ui.settings.trial_dialog import TrialDialog
from tests import synthetic
from tests.ui.acts import settle


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    made = tmp_path / "stick"
    made.mkdir()
    return made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, register: Register, tmp_path: Path) -> SettingsPage:
    cases.register_case(register, synthetic.case_draft())
    made = SettingsPage(desk, Preferences(tmp_path / "device.json"))
    qtbot.addWidget(made)
    made.show()
    settle(qtbot, desk)
    return made


@pytest.fixture
def card(page: SettingsPage) -> BackupCard:
    return page.backup


def texts(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def make(qtbot: QtBot, desk: Desk, card: BackupCard, stick: Path) -> Path:
    card.set_folder(stick)
    settle(qtbot, desk)
    card.make.click()
    settle(qtbot, desk)
    (path,) = stick.iterdir()
    return path


def test_a_backup_is_made_and_said_to_be_read_back(
    qtbot: QtBot, desk: Desk, page: SettingsPage, card: BackupCard, stick: Path
) -> None:
    before = texts(card)

    path = make(qtbot, desk, card, stick)

    assert "还没有备份" in before
    assert "已写好并读回核对" in page.notice.text.text()
    assert path.name in texts(card)
    assert "今天" in texts(card)
    assert card.progress.isHidden()


def test_the_choices_are_kept(
    qtbot: QtBot, desk: Desk, card: BackupCard, register: Register, stick: Path
) -> None:
    card.set_folder(stick)
    card.days.setCurrentIndex(card.days.findData(14))
    card.days.activated.emit(card.days.currentIndex())
    card.keep.setValue(3)
    card.keep.editingFinished.emit()
    settle(qtbot, desk)

    assert backup.standing(register).policy == Policy(str(stick), 14, 3)


def test_a_pulled_stick_is_told_in_words(
    qtbot: QtBot, desk: Desk, page: SettingsPage, card: BackupCard, stick: Path
) -> None:
    card.set_folder(stick)
    settle(qtbot, desk)
    stick.rmdir()

    card.make.click()
    settle(qtbot, desk)

    assert page.notice.isVisible()
    assert card.make.isEnabled()


def test_stopping_leaves_nothing(
    qtbot: QtBot, desk: Desk, page: SettingsPage, card: BackupCard, stick: Path
) -> None:
    card.set_folder(stick)
    settle(qtbot, desk)

    card.make.click()
    card.progress.cancel_asked.emit()
    settle(qtbot, desk)

    assert list(stick.iterdir()) == []
    assert "已停止备份" in page.notice.text.text()
    assert card.make.isEnabled()


def test_the_register_can_be_written_to_meanwhile(
    qtbot: QtBot, desk: Desk, card: BackupCard, register: Register, stick: Path
) -> None:
    card.set_folder(stick)
    settle(qtbot, desk)

    card.make.click()
    with qtbot.waitSignal(desk.changed, timeout=10_000):
        desk.act(cases.register_case, synthetic.case_draft("备份时登记的"))
    settle(qtbot, desk)

    assert len(list(stick.iterdir())) == 1


def test_a_trial_tells_what_it_read(
    qtbot: QtBot, desk: Desk, card: BackupCard, stick: Path
) -> None:
    path = make(qtbot, desk, card, stick)
    dialog = TrialDialog(desk, path, card)
    qtbot.addWidget(dialog)
    dialog.secret.setText(synthetic.PASSPHRASE)

    dialog.begin.click()
    settle(qtbot, desk)

    assert "试恢复成功" in dialog.notice.text.text()
    assert "示例市财政局" in texts(dialog)
    assert "可以用" in texts(card)


def test_a_trial_with_another_secret_says_which_one_is_asked_for(
    qtbot: QtBot, desk: Desk, card: BackupCard, stick: Path
) -> None:
    path = make(qtbot, desk, card, stick)
    dialog = TrialDialog(desk, path, card)
    qtbot.addWidget(dialog)

    dialog.begin.click()
    empty = texts(dialog)
    dialog.secret.setText("另一句同样够长但是不对的口令")
    dialog.begin.click()
    settle(qtbot, desk)

    assert "请输入口令或恢复密钥" in empty
    assert "请用制作备份时的口令" in texts(dialog)


# -- the window ----------------------------------------------------------------------------


@pytest.fixture
def open_window(
    qtbot: QtBot, open_desk: Callable[[Register], Desk], tmp_path: Path
) -> Callable[[Register], MainWindow]:
    def made(register: Register) -> MainWindow:
        desk = open_desk(register)
        rows = navigation(Preferences(tmp_path / "device.json"))
        window = MainWindow(desk, setup.identity(register), rows)
        qtbot.addWidget(window)
        window.show()
        settle(qtbot, desk)
        return window

    return made


def test_the_window_asks_for_a_backup_when_one_is_due(
    tmp_path: Path, open_window: Callable[[Register], MainWindow]
) -> None:
    clock = synthetic.clock()
    register = synthetic.make_register(tmp_path / "czj", at=clock)
    clock.set(clock.now() + timedelta(days=8))

    window = open_window(register)

    assert "建立已经 8 天" in window.reminder.bar.text.text()
    assert window.reminder.bar.offer is not None
    window.reminder.bar.offer.click()
    assert window.page_id is PageId.SETTINGS


def test_a_fresh_register_is_not_nagged(
    tmp_path: Path, open_window: Callable[[Register], MainWindow]
) -> None:
    window = open_window(synthetic.make_register(tmp_path / "czj"))

    assert window.reminder.bar.isHidden()


def restored_window(
    tmp_path: Path, stick: Path, open_window: Callable[[Register], MainWindow]
) -> MainWindow:
    """The window of a register that was put back from a backup and knows the police."""
    clock = synthetic.clock()
    with (
        synthetic.make_register(tmp_path / "czj", at=clock) as register,
        synthetic.make_register(tmp_path / "gaj", synthetic.POLICE, at=clock) as police,
    ):
        synthetic.introduce(register, police, stick)
        made = backup.make(register, stick)
    restoring.replace(made.path, tmp_path / "czj", synthetic.PASSPHRASE, clock)
    return open_window(setup.open_register(tmp_path / "czj", synthetic.PASSPHRASE, clock))


def collecting(window: MainWindow) -> CollectDialog:
    assert window.reminder.bar.offer is not None
    window.reminder.bar.offer.click()
    (dialog,) = window.findChildren(CollectDialog)
    return dialog


def test_a_restored_register_says_so_and_leads_to_new_keys(
    qtbot: QtBot, tmp_path: Path, stick: Path, open_window: Callable[[Register], MainWindow]
) -> None:
    window = restored_window(tmp_path, stick, open_window)
    said = window.reminder.bar.text.text()
    dialog = collecting(window)
    qtbot.waitUntil(lambda: bool(dialog.members.rows), timeout=10_000)
    before = [row.heard_at for row in dialog.members.rows]

    dialog.renew.click()
    assert not dialog.renew.isEnabled()
    dialog.typed.setText(dialog.word)
    dialog.renew.click()
    qtbot.waitUntil(lambda: dialog.renew.isHidden(), timeout=10_000)
    qtbot.waitUntil(lambda: window.reminder.bar.isHidden(), timeout=10_000)

    assert "的备份恢复的" in said
    assert before == [None]
    assert "新一代密钥已启用" in dialog.notice.text.text()


def test_who_puts_it_off_is_reminded_again(
    qtbot: QtBot, tmp_path: Path, stick: Path, open_window: Callable[[Register], MainWindow]
) -> None:
    window = restored_window(tmp_path, stick, open_window)

    collecting(window).close_button.click()

    qtbot.waitUntil(lambda: window.reminder.bar.isVisible(), timeout=10_000)
