"""From the unlock window to the desk, to the lock and back; what is kept on the way."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.kernel.terms import Purpose
from app.services import backup, setup
from app.services.backup import Policy
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.device import Device, Preferences
from app.ui.drafts import DraftKeeper
from app.ui.first_run.new_passphrase import NewPassphraseWindow
from app.ui.first_run.recover import RecoverWindow
from app.ui.first_run.wizard import FirstRunWindow
from app.ui.idle import IdleWatch
from app.ui.main_window import MainWindow, Row
from app.ui.page import Page, PageId
from app.ui.problems import CrashDialog
from app.ui.restore.window import RestoreWindow
from app.ui.settings.page import SettingsPage
from app.ui.shell import Shell
from app.ui.theme import Scheme
from app.ui.unlock import UnlockWindow
from tests import synthetic

W = TypeVar("W", bound=QWidget)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    synthetic.make_register(tmp_path / "finance", mechanism=synthetic.MECHANISM).close()
    return tmp_path / "finance"


class Started:
    """A shell and how a person moves through it."""

    def __init__(self, qtbot: QtBot, shell: Shell) -> None:
        self._qtbot = qtbot
        self.shell = shell

    @property
    def unlock(self) -> UnlockWindow:
        return self._shown(UnlockWindow)

    @property
    def desk(self) -> MainWindow:
        return self._shown(MainWindow)

    @property
    def restoring(self) -> RestoreWindow:
        return self._shown(RestoreWindow)

    def enter(self, secret: str = synthetic.PASSPHRASE) -> MainWindow:
        self.unlock.passphrase.setText(secret)
        self.unlock.unlock.click()
        return self.desk

    def _shown(self, kind: type[W]) -> W:
        self._qtbot.waitUntil(lambda: isinstance(self.shell.window, kind), timeout=10_000)
        assert isinstance(self.shell.window, kind)
        return self.shell.window


@pytest.fixture
def start(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[Callable[[Path | None], Started]]:
    before = sys.excepthook
    shells: list[Shell] = []

    def make(folder: Path | None) -> Started:
        shell = Shell(qapp, synthetic.clock(), tmp_path / "device.json", folder)
        # Faults of these tests are for the test, not for a dialog.
        sys.excepthook = before
        shells.append(shell)
        shell.start()
        return Started(qtbot, shell)

    yield make
    for shell in shells:
        with qtbot.waitSignal(shell.finished, timeout=10_000):
            if shell.window is not None:
                shell.window.close()
        shell.deleteLater()
    qapp.setQuitOnLastWindowClosed(True)


def test_the_passphrase_leads_to_the_desk_of_the_register(
    start: Callable[[Path | None], Started], folder: Path
) -> None:
    window = start(folder).enter()

    assert "示例市财政局" in window.windowTitle()
    assert window.isVisible()


def test_without_any_register_the_first_run_begins(
    start: Callable[[Path | None], Started],
) -> None:
    begun = start(None)

    assert isinstance(begun.shell.window, FirstRunWindow)


def test_the_register_opened_last_is_asked_for_next_time(
    start: Callable[[Path | None], Started], folder: Path, tmp_path: Path
) -> None:
    start(folder).enter()

    remembered = Preferences(tmp_path / "device.json").device
    assert remembered.register == str(folder)
    assert remembered.agency == "示例市财政局"


def test_ctrl_l_locks_and_the_register_is_closed(
    start: Callable[[Path | None], Started], folder: Path
) -> None:
    begun = start(folder)
    window = begun.enter()

    QTest.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)

    assert begun.unlock.isVisible()
    with setup.open_register(folder, synthetic.PASSPHRASE, synthetic.clock()):
        pass


def test_after_the_lock_the_same_page_is_shown(
    start: Callable[[Path | None], Started], folder: Path
) -> None:
    begun = start(folder)
    begun.enter().show_page(PageId.JOURNAL)
    begun.shell.lock()

    again = begun.enter()

    assert again.page_id is PageId.JOURNAL


def test_a_lock_closes_dialogs_and_forgets_what_was_copied(
    qtbot: QtBot, qapp: QApplication, start: Callable[[Path | None], Started], folder: Path
) -> None:
    begun = start(folder)
    dialog = QDialog(begun.enter())
    dialog.open()
    qapp.clipboard().setText("示例科技有限公司")
    # The offscreen platform never says that the clipboard is ours.
    told_as_ours = qapp.clipboard().ownsClipboard()

    with qtbot.waitSignal(dialog.destroyed):
        begun.shell.lock()

    assert begun.unlock.isVisible()
    assert not told_as_ours or qapp.clipboard().text() == ""


def test_nobody_at_the_desk_locks_it(
    qtbot: QtBot, start: Callable[[Path | None], Started], folder: Path
) -> None:
    begun = start(folder)
    window = begun.enter()
    (watch,) = window.findChildren(IdleWatch)

    watch.set_limit(50)

    assert begun.unlock.isVisible()


def test_a_key_press_puts_the_lock_off(qtbot: QtBot, qapp: QApplication) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    owner = QObject()
    watch = IdleWatch(qapp, 400, owner)

    with qtbot.assertNotEmitted(watch.idle, wait=0):
        for _ in range(12):
            QTest.keyClick(field, Qt.Key.Key_A, delay=60)
    with qtbot.waitSignal(watch.idle, timeout=2000):
        pass


def test_the_recovery_key_leads_over_a_new_passphrase_to_the_desk(
    qtbot: QtBot, start: Callable[[Path | None], Started], tmp_path: Path
) -> None:
    draft = setup.RegisterDraft(
        folder=tmp_path / "lost",
        purpose=Purpose.EXERCISE,
        agency=synthetic.FINANCE,
        mechanism=None,
        user_name="甲某某",
        user_post="联络员",
        passphrase=synthetic.PASSPHRASE,
    )
    made = setup.create_register(draft, synthetic.clock(), synthetic.CHEAP)
    made.register.close()
    begun = start(tmp_path / "lost")
    begun.unlock.switch.click()
    begun.unlock.recovery.setText(made.recovery_key)
    begun.unlock.unlock.click()
    qtbot.waitUntil(lambda: isinstance(begun.shell.window, NewPassphraseWindow), timeout=10_000)
    window = begun.shell.window
    assert isinstance(window, NewPassphraseWindow)

    for field in (window.step.first, window.step.second):
        field.setText("新的演练口令 这一次也够长")
    window.set.click()

    assert begun.desk.isVisible()
    begun.shell.lock()
    assert begun.enter("新的演练口令 这一次也够长").isVisible()


def test_another_colour_is_put_on_at_once_and_kept(
    qapp: QApplication, start: Callable[[Path | None], Started], folder: Path, tmp_path: Path
) -> None:
    begun = start(folder)
    begun.enter()
    light = qapp.palette().window().color().lightness()

    begun.shell.preferences.change(replace(begun.shell.preferences.device, scheme=Scheme.DARK))
    dark = qapp.palette().window().color().lightness()
    begun.shell.preferences.change(replace(begun.shell.preferences.device, scheme=Scheme.LIGHT))

    assert dark < 80 < light
    assert Preferences(tmp_path / "device.json").device.scheme is Scheme.LIGHT


def test_closing_waits_for_what_is_being_written(
    qtbot: QtBot, start: Callable[[Path | None], Started], folder: Path
) -> None:
    begun = start(folder)
    window = begun.enter()
    gate = threading.Event()
    desk = begun.shell.desk
    assert desk is not None
    desk.act(lambda _register: gate.wait(10))

    window.close()
    visible_while_writing = window.isVisible()
    with qtbot.waitSignal(begun.shell.finished, timeout=10_000):
        gate.set()

    assert visible_while_writing
    begun.shell.show_unlock()


def test_a_fault_of_the_program_is_shown_over_the_window(
    start: Callable[[Path | None], Started], folder: Path
) -> None:
    begun = start(folder)
    window = begun.enter()

    begun.shell.show_fault(ZeroDivisionError("示例科技有限公司"))

    (dialog,) = window.findChildren(CrashDialog)
    assert dialog.isVisible()
    assert "示例科技" not in dialog.detail.toPlainText()
    assert "builtins.ZeroDivisionError" in dialog.detail.toPlainText()


# -- drafts --------------------------------------------------------------------------------


class NotePage(Page):
    """A page with a form that keeps its draft."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.field = QLineEdit()
        self.body.addWidget(self.field)
        self.resumed: list[tuple[str, str]] = []
        self.keeper = DraftKeeper(
            desk,
            "cases.note",
            1,
            "",
            lambda: {"text": self.field.text()},
            lambda texts: self.field.setText(texts["text"]),
            self,
        )
        self.field.textEdited.connect(self.keeper.touch)
        self.keeper.load()

    def resume(self, form: str, subject: str) -> None:
        self.resumed.append((form, subject))


def _note_window(qtbot: QtBot, desk: Desk, identity: setup.Identity) -> tuple[MainWindow, NotePage]:
    window = MainWindow(desk, identity, [Row(PageId.CASES, NotePage)])
    qtbot.addWidget(window)
    window.show()
    page = window.page
    assert isinstance(page, NotePage)
    return window, page


def test_what_is_typed_is_saved_a_second_later(
    qtbot: QtBot, desk: Desk, identity: setup.Identity
) -> None:
    _, page = _note_window(qtbot, desk, identity)
    QTest.keyClicks(page.field, "draft")

    with qtbot.waitSignal(page.keeper.saved, timeout=3000) as saved:
        pass

    assert saved.args == [synthetic.NOON]
    assert not page.keeper.pending


def test_what_is_typed_in_the_last_second_before_a_lock_comes_back(
    qtbot: QtBot,
    open_desk: Callable[[Register], Desk],
    register: Register,
    identity: setup.Identity,
) -> None:
    first = Desk(register)
    window, page = _note_window(qtbot, first, identity)
    QTest.keyClicks(page.field, "half a sentence")
    first.close_register()
    window.hide()
    qtbot.waitUntil(lambda: not first.live, timeout=10_000)
    assert first.shutdown()

    again = setup.open_register(register.folder, synthetic.PASSPHRASE, synthetic.clock())
    window, page = _note_window(qtbot, open_desk(again), identity)
    with qtbot.waitSignal(page.keeper.restored, timeout=3000):
        pass
    qtbot.waitUntil(window.notice.isVisible, timeout=3000)
    offer = window.notice.offer
    assert offer is not None
    offer.click()

    assert page.field.text() == "half a sentence"
    assert page.resumed == [("cases.note", "")]


def test_a_submitted_form_leaves_no_draft(
    qtbot: QtBot, desk: Desk, identity: setup.Identity
) -> None:
    _, page = _note_window(qtbot, desk, identity)
    QTest.keyClicks(page.field, "done")
    page.keeper.flush()

    page.keeper.discard()
    qtbot.waitUntil(lambda: not desk.live)
    with qtbot.assertNotEmitted(page.keeper.restored):
        page.keeper.load()
        qtbot.waitUntil(lambda: not desk.live)


def test_nothing_is_remembered_of_a_device_that_was_never_set(tmp_path: Path) -> None:
    assert Preferences(tmp_path / "none.json").device == Device()


# -- backups -------------------------------------------------------------------------------


def test_a_backup_is_restored_from_the_unlock_window_and_opened(
    qtbot: QtBot, start: Callable[[Path | None], Started], folder: Path, tmp_path: Path
) -> None:
    with setup.open_register(folder, synthetic.PASSPHRASE, synthetic.clock()) as register:
        made = backup.make(register, tmp_path)
    begun = start(folder)
    begun.unlock.restore.click()
    window = begun.restoring
    window.file.file.set_path(made.path)
    window.file.folder.setText(str(tmp_path / "restored"))
    window.forward.click()
    qtbot.waitUntil(lambda: window.step == 1, timeout=10_000)
    window.secret.passphrase.setText(synthetic.PASSPHRASE)
    window.forward.click()
    qtbot.waitUntil(lambda: window.step == 2, timeout=10_000)
    window.forward.click()
    qtbot.waitUntil(lambda: window.step == 3, timeout=10_000)
    window.forward.click()

    desk = begun.enter()

    qtbot.waitUntil(lambda: desk.reminder.bar.isVisible(), timeout=10_000)
    assert "的备份恢复的" in desk.reminder.bar.text.text()


def test_from_a_restoration_one_comes_back_to_where_one_was(
    start: Callable[[Path | None], Started], folder: Path
) -> None:
    begun = start(folder)
    begun.unlock.restore.click()

    begun.restoring.leave.click()

    assert begun.unlock.isVisible()


def test_the_first_run_leads_to_a_lost_computer_and_back(
    qtbot: QtBot, start: Callable[[Path | None], Started]
) -> None:
    begun = start(None)
    first = begun.shell.window
    assert isinstance(first, FirstRunWindow)
    first.recover_asked.emit()
    recovering = begun.shell.window
    assert isinstance(recovering, RecoverWindow)

    recovering.left.emit()

    assert isinstance(begun.shell.window, FirstRunWindow)


def test_a_lock_stops_a_backup_and_leaves_nothing_half(
    qtbot: QtBot, start: Callable[[Path | None], Started], folder: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    with setup.open_register(folder, synthetic.PASSPHRASE, synthetic.clock()) as register:
        backup.choose(register, Policy(str(stick), 7, 10))
    begun = start(folder)
    page = begun.enter().show_page(PageId.SETTINGS)
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: page.backup.folder.text() == str(stick), timeout=10_000)
    page.backup.make.click()

    begun.shell.lock()

    assert begun.unlock.isVisible()
    assert list(stick.iterdir()) == []
    assert list((folder / "staging").iterdir()) == []
    setup.open_register(folder, synthetic.PASSPHRASE, synthetic.clock()).close()
