"""What the books are asked by: a year, a kind."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QWidget

from app.ui.problems import in_words


class YearBox(QComboBox):
    """Every year, or one of those that ``offer`` brings."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.addItem(self.tr("全部年度"), 0)

    def offer(self, years: tuple[int, ...]) -> None:
        """The years there are; the one that was chosen stays."""
        chosen = self.currentData()
        blocker = QSignalBlocker(self)
        while self.count() > 1:
            self.removeItem(1)
        for year in years:
            self.addItem(self.tr("{year} 年").format(year=year), year)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        blocker.unblock()

    def year(self) -> int | None:
        return self.currentData() or None


class KindBox(QComboBox):
    """Every kind, or one of *names* (its word → what it is called)."""

    def __init__(self, name: str, names: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.addItem(self.tr("全部种类"), "")
        for kind, text in names.items():
            self.addItem(in_words(text), kind)

    def kind(self) -> str:
        """Empty for every kind."""
        return str(self.currentData())
