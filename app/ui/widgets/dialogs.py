"""Questions in a dialog of their own: opened, never executed; the answer comes by callback."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


def confirm(
    parent: QWidget,
    question: str,
    detail: str,
    verb: str,
    then: Callable[[], object],
    *,
    danger: bool = False,
) -> QMessageBox:
    """Ask before what cannot be undone; the button says the act (*verb*).

    In *danger* the button that changes nothing is the default.
    """
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning if danger else QMessageBox.Icon.Question)
    box.setWindowTitle(verb)
    box.setText(question)
    box.setInformativeText(detail)
    act = box.addButton(verb, QMessageBox.ButtonRole.AcceptRole)
    leave = box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(leave if danger else act)
    box.setEscapeButton(leave)
    act.clicked.connect(lambda: then())
    box.open()
    return box


def choose_folder(
    parent: QWidget, title: str, then: Callable[[Path], object], start: Path | None = None
) -> QFileDialog:
    dialog = _dialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()
    return dialog


def choose_file(
    parent: QWidget,
    title: str,
    pattern: str,
    then: Callable[[Path], object],
    start: Path | None = None,
) -> QFileDialog:
    """*pattern* as Qt writes it: ``身份卡 (*.lxcard)``."""
    dialog = _dialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(pattern)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()
    return dialog


def choose_files(
    parent: QWidget, title: str, pattern: str, then: Callable[[tuple[Path, ...]], object]
) -> QFileDialog:
    dialog = _dialog(parent, title, None)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.setNameFilter(pattern)
    dialog.filesSelected.connect(lambda chosen: then(tuple(map(Path, chosen))))
    dialog.open()
    return dialog


def choose_new_file(
    parent: QWidget, title: str, name: str, pattern: str, then: Callable[[Path], object]
) -> QFileDialog:
    """Where to save; an existing file is only replaced after the dialog's own question."""
    dialog = _dialog(parent, title, None)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(pattern)
    dialog.selectFile(name)
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    dialog.open()
    return dialog


def _dialog(parent: QWidget, title: str, start: Path | None) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(start or ""))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
