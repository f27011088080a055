"""What stands on the screen: the first run, the unlock window or the desk, one at a time."""

from __future__ import annotations

import base64
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QByteArray, QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.kernel import paths
from app.kernel.clock import Clock
from app.ui import opening, problems, theme
from app.ui.desk import Desk, Lane, Runner
from app.ui.device import Device, Preferences
from app.ui.idle import IdleWatch
from app.ui.opening import Opened
from app.ui.problems import CrashDialog
from app.ui.unlock import UnlockWindow
from app.ui.widgets import dialogs

if TYPE_CHECKING:
    from app.ui.main_window import MainWindow
    from app.ui.page import PageId

_MINUTE_MS: Final = 60_000


class Shell(QObject):
    """Leads from the first window to the desk and back; ``finished`` when the last was closed.

    *folder* overrides the register this computer opened last.
    """

    finished = Signal()

    def __init__(
        self, app: QApplication, clock: Clock, device_file: Path, folder: Path | None = None
    ) -> None:
        super().__init__(app)
        self._app = app
        self._clock = clock
        self.preferences = Preferences(device_file, self)
        self.preferences.changed.connect(self._dress_if_changed)
        remembered = self.preferences.device.register
        self._folder = folder or Path(remembered or paths.default_register_folder())
        self._given = folder is not None
        self._look = (self.preferences.device.scheme, self.preferences.device.font_pt)
        self._runner = Runner(self)
        self.desk: Desk | None = None
        self._page: PageId | None = None
        self.window: QWidget | None = None
        app.setQuitOnLastWindowClosed(False)
        app.styleHints().colorSchemeChanged.connect(self._dress)
        self._runner.crashed.connect(self.show_fault)
        problems.catch_faults(self.show_fault)

    def start(self) -> None:
        """Show the first window; the desk's parts are imported while the person types."""
        if self._given or self.preferences.device.register or any(self._folder.glob("*")):
            self.show_unlock()
        else:
            self.show_first_run()
        self._runner.run(Lane.QUESTIONS, opening.preload)

    def show_fault(self, error: BaseException) -> None:
        CrashDialog(error, self.window).open()

    # -- windows ---------------------------------------------------------------------------

    def show_unlock(self) -> UnlockWindow:
        device = self.preferences.device
        agency = device.agency if str(self._folder) == device.register else ""
        window = UnlockWindow(self._runner, self._folder, agency, self._clock)
        window.opened.connect(lambda opened: self._take(opened, window.secret()))
        window.new_asked.connect(self.show_first_run)
        window.other_asked.connect(self._choose_other)
        window.restore_asked.connect(lambda: self.show_restore(self.show_unlock))
        window.closed.connect(self._quit)
        self._replace(window)
        return window

    def show_first_run(self) -> QWidget:
        from app.ui.first_run.wizard import FirstRunWindow

        window = FirstRunWindow(self._runner, paths.default_register_folder(), self._clock)
        window.opened.connect(self.show_desk)
        window.existing_asked.connect(self._choose_other)
        window.restore_asked.connect(lambda: self.show_restore(self.show_first_run))
        window.recover_asked.connect(self.show_recovery)
        window.closed.connect(self._quit)
        self._replace(window)
        return window

    def show_restore(self, back: Callable[[], object]) -> QWidget:
        """Put a register back from a backup; *back* is where the person came from."""
        from app.ui.restore.window import RestoreWindow

        window = RestoreWindow(self._runner, self._folder, self._clock)
        window.restored.connect(self._open_other)
        window.left.connect(lambda: back())
        window.closed.connect(self._quit)
        self._replace(window)
        return window

    def show_recovery(self) -> QWidget:
        """Make the register of a lost computer anew."""
        from app.ui.first_run.recover import RecoverWindow

        window = RecoverWindow(self._runner, paths.default_register_folder(), self._clock)
        window.opened.connect(self.show_desk)
        window.existing_asked.connect(self._choose_other)
        window.left.connect(self.show_first_run)
        window.closed.connect(self._quit)
        self._replace(window)
        return window

    def _choose_other(self) -> None:
        if self.window is not None:
            title = self.tr("选择登记册所在文件夹")
            dialogs.choose_folder(self.window, title, self._open_other, self._folder.parent)

    def _open_other(self, folder: Path) -> None:
        self._folder = folder
        self.show_unlock()

    def _take(self, opened: Opened, secret: str) -> None:
        if opened.passphrase_is_due:
            self._ask_for_passphrase(opened, secret)
        else:
            self.show_desk(opened)

    def _ask_for_passphrase(self, opened: Opened, recovery_key: str) -> None:
        from app.ui.first_run.new_passphrase import NewPassphraseWindow

        window = NewPassphraseWindow(self._runner, opened, recovery_key)
        window.settled.connect(self.show_desk)
        window.closed.connect(lambda: self._close_unused(opened))
        self._replace(window)

    def _close_unused(self, opened: Opened) -> None:
        self._runner.run(Lane.ACTS, opened.register.close).always(self._quit)

    def show_desk(self, opened: Opened) -> MainWindow:
        from app.ui.main_window import MainWindow, navigation

        self._folder = opened.register.folder
        agency = opened.identity.agency
        device = replace(self.preferences.device, register=str(self._folder), agency=agency)
        self.preferences.change(device)
        self.desk = Desk(opened.register, self, self.preferences)
        self.desk.crashed.connect(self.show_fault)
        window = MainWindow(self.desk, opened.identity, navigation(self.preferences))
        window.lock_asked.connect(self.lock)
        window.closed.connect(self._leave)
        window.restoreGeometry(QByteArray(base64.b64decode(device.geometry)))
        if self._page is not None:
            window.show_page(self._page)
        self._replace(window)
        idle = IdleWatch(self._app, opened.settings.auto_lock * _MINUTE_MS, window)
        idle.idle.connect(self.lock)
        window.auto_lock_changed.connect(lambda minutes: idle.set_limit(minutes * _MINUTE_MS))
        return window

    # -- leaving ---------------------------------------------------------------------------

    def lock(self) -> None:
        """Close the register and every window of it; what was being typed is saved before."""
        self._close_desk(self.show_unlock)

    def _leave(self) -> None:
        self._close_desk(self._quit)

    def _close_desk(self, then: Callable[[], object]) -> None:
        desk, window = self.desk, self.window
        if desk is None or window is None:
            return
        self.desk = None
        self._page = getattr(window, "page_id", None)
        geometry = base64.b64encode(window.saveGeometry().data()).decode()
        self.preferences.change(replace(self.preferences.device, geometry=geometry))
        if self._app.clipboard().ownsClipboard():
            self._app.clipboard().clear()
        answer = desk.close_register()
        self._replace(None)
        answer.always(then)
        answer.always(desk.deleteLater)

    def _quit(self) -> None:
        self._replace(None)
        self._runner.shutdown()
        self.finished.emit()

    # -- inside ----------------------------------------------------------------------------

    def _replace(self, window: QWidget | None) -> None:
        """Show *window* and end every other, also dialogs left open."""
        self.window = window
        for other in self._app.topLevelWidgets():
            if other is not window and not _belongs_to(other, window):
                other.hide()
                other.deleteLater()
        if window is not None:
            window.show()
            window.activateWindow()

    def _dress_if_changed(self, device: Device) -> None:
        if self._look != (device.scheme, device.font_pt):
            self._look = (device.scheme, device.font_pt)
            self._dress()

    def _dress(self) -> None:
        theme.apply(self._app, *self._look)


def _belongs_to(widget: QWidget, window: QWidget | None) -> bool:
    """Whether *widget* is a list or menu that *window* opens."""
    parent = widget.parentWidget()
    while parent is not None and parent is not window:
        parent = parent.parentWidget()
    return parent is not None
