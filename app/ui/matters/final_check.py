"""What the file of a text finished elsewhere is, and where it says other than what was typed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app import wording
from app.kernel import clock
from app.services import final_text
from app.services.final_text import Doubt, Examined, FinalFile, Typed
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.widgets.card import flow, label
from app.wording.final_text import DOUBTS, FILE_FORMS


class FinalTextCheck(QWidget):
    """It tells and refuses nothing. ``grown`` when it needs another height."""

    grown = Signal()

    def __init__(
        self, page: Page, typed: Callable[[], Typed], path: Callable[[], Path | None]
    ) -> None:
        super().__init__()
        self._page = page
        self._typed, self._path = typed, path
        self.drafts = flow(label("", "secondary", wraps=True))
        self.file = flow(label("", "secondary", wraps=True))
        self.doubts = flow(label("", "warn", wraps=True))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 4)
        lines.setSpacing(4)
        for each in (self.drafts, self.file, self.doubts):
            each.hide()
            lines.addWidget(each)

    def look(self) -> None:
        """Compare again what is typed with what is chosen."""
        answer = self._page.ask_latest("final", final_text.examine, self._typed(), self._path())
        answer.for_(self).then(self._tell)

    def tell_exported(self, exported: tuple[datetime, ...]) -> None:
        """Which draft the office worked on."""
        if exported:
            at = f"{clock.local(exported[0]):%Y-%m-%d %H:%M}"
            self._show(self.drafts, self.tr("{at} 导出过文号留空的草稿。").format(at=at))

    # -- inside ----------------------------------------------------------------------------

    def _tell(self, found: Examined) -> None:
        self._show(self.file, self._described(found.file) if found.file else "")
        self._show(self.doubts, "\n".join(self._doubted(*doubt) for doubt in found.doubts))

    def _described(self, file: FinalFile) -> str:
        form, size = in_words(FILE_FORMS[file.form]), wording.size_text(file.size)
        compared = (
            self.tr("已与文号、标题、日期对照")
            if file.readable
            else self.tr("没有可以对照的文字，请自行核对")
        )
        digest = f"SHA-256 {file.sha256[:16]}…"
        self.file.setToolTip(file.sha256)
        return "，".join((form, size, compared, digest))

    def _doubted(self, doubt: Doubt, said: str) -> str:
        text, found = DOUBTS[doubt]
        return in_words(text) + (in_words(found).format(said=said) if said else "")

    def _show(self, where: QWidget, text: str) -> None:
        where.setProperty("text", text)
        where.setVisible(bool(text))
        self.grown.emit()
