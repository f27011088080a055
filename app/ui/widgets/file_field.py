"""A file to be taken in: chosen, dropped, or none."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.ui.widgets import dialogs
from app.ui.widgets.card import button


class FileField(QWidget):
    """The path of one file; it is read when the form is submitted, not before."""

    def __init__(self, title: str, pattern: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._title = title
        self._pattern = pattern or self.tr(
            "扫描件或文件 (*.pdf *.jpg *.jpeg *.png *.tif *.ofd);;全部 (*)"
        )
        self.line = QLineEdit()
        self.line.setReadOnly(True)
        self.line.setPlaceholderText(self.tr("没有选择文件"))
        self.choose = button(self.tr("选择文件…"))
        self.choose.setAccessibleName(self.tr("{title}：选择文件").format(title=title))
        self.clear = button(self.tr("去掉"), "link")
        self.choose.clicked.connect(self._ask)
        self.clear.clicked.connect(self.line.clear)
        self.line.textChanged.connect(self._show)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.line, 1)
        across.addWidget(self.choose)
        across.addWidget(self.clear)
        self.setFocusProxy(self.choose)
        self._show("")

    def path(self) -> Path | None:
        text = self.line.text()
        return Path(text) if text else None

    def set_path(self, path: Path) -> None:
        self.line.setText(str(path))
        self.line.setToolTip(str(path))

    def _ask(self) -> None:
        dialogs.choose_file(self, self._title, self._pattern, self.set_path)

    def _show(self, text: str) -> None:
        self.clear.setVisible(bool(text))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        urls = event.mimeData().urls()
        if len(urls) == 1 and Path(urls[0].toLocalFile()).is_file():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.set_path(Path(event.mimeData().urls()[0].toLocalFile()))
