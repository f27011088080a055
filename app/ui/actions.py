"""Every action of the desk and its shortcut; nothing else binds a key.

Chinese input methods take Shift alone, Ctrl+Space, Ctrl+Shift, Shift+Space, Ctrl+., Ctrl+Shift+F,
Alt+Shift and Ctrl+Alt with a letter; none of these is ever bound (a test holds this).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


class Shortcuts(StrEnum):
    """What a person can do with the keyboard; the value is the key."""

    NEW = "Ctrl+N"
    NEW_REFERRAL = "Ctrl+Shift+N"
    FIND = "Ctrl+F"
    EDIT = "F2"
    SAVE = "Ctrl+S"
    COMMIT = "Ctrl+Return"
    PRINT = "Ctrl+P"
    RECEIPT = "Ctrl+R"
    RESCAN = "F5"
    WRITE_BUNDLE = "Ctrl+E"
    UNDO = "Ctrl+Z"
    BACK = "Alt+Left"
    FORWARD = "Alt+Right"
    LOCK = "Ctrl+L"
    HELP = "F1"
    QUIT = "Ctrl+Q"


PAGE_KEYS: Final = tuple(f"Ctrl+{number}" for number in range(1, 10))
"""The pages of the navigation in their order."""

RESERVED: Final = frozenset(
    {"Ctrl+Space", "Shift+Space", "Ctrl+.", "Ctrl+Shift+F", "Ctrl+Shift", "Alt+Shift", "Shift"}
)


def is_reserved(key: str) -> bool:
    """Whether a Chinese input method takes *key* for itself."""
    return key in RESERVED or key.startswith("Ctrl+Alt+")


def title(shortcut: Shortcuts) -> str:
    """What the action of *shortcut* does, for menus and the list of keys."""
    return {
        Shortcuts.NEW: QCoreApplication.translate("actions", "新建"),
        Shortcuts.NEW_REFERRAL: QCoreApplication.translate("actions", "新建移送"),
        Shortcuts.FIND: QCoreApplication.translate("actions", "查找"),
        Shortcuts.EDIT: QCoreApplication.translate("actions", "编辑"),
        Shortcuts.SAVE: QCoreApplication.translate("actions", "保存"),
        Shortcuts.COMMIT: QCoreApplication.translate("actions", "提交"),
        Shortcuts.PRINT: QCoreApplication.translate("actions", "打印"),
        Shortcuts.RECEIPT: QCoreApplication.translate("actions", "登记回执"),
        Shortcuts.RESCAN: QCoreApplication.translate("actions", "重新查找介质"),
        Shortcuts.WRITE_BUNDLE: QCoreApplication.translate("actions", "写入交换包"),
        Shortcuts.UNDO: QCoreApplication.translate("actions", "撤销"),
        Shortcuts.BACK: QCoreApplication.translate("actions", "后退"),
        Shortcuts.FORWARD: QCoreApplication.translate("actions", "前进"),
        Shortcuts.LOCK: QCoreApplication.translate("actions", "锁定"),
        Shortcuts.HELP: QCoreApplication.translate("actions", "快捷键"),
        Shortcuts.QUIT: QCoreApplication.translate("actions", "退出"),
    }[shortcut]


def bind(widget: QWidget, shortcut: Shortcuts, does: Callable[[], object]) -> QAction:
    """Let *shortcut* do something while *widget* or a child has the focus: forms and dialogs."""
    action = QAction(title(shortcut), widget)
    action.setShortcut(QKeySequence(shortcut.value))
    action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    action.triggered.connect(lambda: does())
    widget.addAction(action)
    return action


class WindowActions(QObject):
    """The actions of the main window; ``asked`` (Shortcuts) and ``page_asked`` (number from 0).

    An action is enabled while somebody in the window handles it.
    """

    asked = Signal(object)
    page_asked = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.all: Final = {shortcut: self._make(window, shortcut) for shortcut in Shortcuts}
        for number, key in enumerate(PAGE_KEYS):
            action = QAction(window)
            action.setShortcut(QKeySequence(key))
            action.triggered.connect(_emitter(self.page_asked, number))
            window.addAction(action)

    def enable(self, handled: Mapping[Shortcuts, object]) -> None:
        for shortcut, action in self.all.items():
            action.setEnabled(shortcut in handled)

    def _make(self, window: QWidget, shortcut: Shortcuts) -> QAction:
        action = QAction(title(shortcut), window)
        action.setShortcut(QKeySequence(shortcut.value))
        action.triggered.connect(_emitter(self.asked, shortcut))
        window.addAction(action)
        return action


def _emitter(signal: object, value: object) -> Callable[[], None]:
    def emit() -> None:
        signal.emit(value)  # type: ignore[attr-defined]

    return emit
