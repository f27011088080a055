"""Choosing from the catalogue of violations: by code, role, words of the conduct or the article."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.rules.packs import Violation
from app.rules.particulars import ViolationFacts
from app.ui import theme
from app.ui.actions import Shortcuts, bind
from app.ui.widgets.card import button, label


class ViolationPicker(QDialog):
    """Space or a click ticks a row; the program shows articles and judges nothing.

    Signals: ``chosen`` (tuple of ViolationFacts) when the person takes the ticked ones over.
    """

    chosen = Signal(object)

    def __init__(
        self,
        catalogue: Sequence[Violation],
        ticked: Sequence[ViolationFacts],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("选择涉嫌违法行为"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._catalogue = {row.code: row for row in catalogue}
        # What a case names from an older catalogue stays as it was worded then.
        self._older = [row for row in ticked if row.code not in self._catalogue]
        self.search = QLineEdit()
        self.list = QListWidget()
        self.count = label("", "secondary")
        self.take_button = button(self.tr("选定"), "primary")
        self._fill({row.code for row in ticked})
        self._lay_out()
        self._connect()
        self._say_count()
        screen = (self.screen() or QGuiApplication.primaryScreen()).availableSize()
        characters = self.fontMetrics().horizontalAdvance("中")
        self.resize(min(characters * 58, screen.width() - 80), min(600, screen.height() - 80))

    def take(self) -> None:
        rows = [self._catalogue[code] for code in self._ticked()]
        facts = [ViolationFacts(row.code, row.conduct, row.article) for row in rows]
        self.chosen.emit((*self._older, *facts))
        self.accept()

    # -- inside ----------------------------------------------------------------------------

    def _ticked(self) -> list[str]:
        items = (self.list.item(number) for number in range(self.list.count()))
        return [
            str(item.data(Qt.ItemDataRole.UserRole))
            for item in items
            if item.checkState() is Qt.CheckState.Checked
        ]

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        for number in range(self.list.count()):
            item = self.list.item(number)
            row = self._catalogue[str(item.data(Qt.ItemDataRole.UserRole))]
            whole = " ".join((_line(row), row.sanction, *row.keywords)).casefold()
            item.setHidden(not all(word in whole for word in words))

    def _say_count(self) -> None:
        self.count.setText(self.tr("已选 %n 项", "", len(self._ticked()) + len(self._older)))

    def _fill(self, ticked: set[str]) -> None:
        for code, row in self._catalogue.items():
            item = QListWidgetItem(_line(row), self.list)
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setToolTip(row.sanction)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            on = Qt.CheckState.Checked if code in ticked else Qt.CheckState.Unchecked
            item.setCheckState(on)
            if code in ticked:
                self.list.setCurrentItem(item)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._filter)
        self.list.itemChanged.connect(lambda _: self._say_count())
        self.take_button.clicked.connect(self.take)
        bind(self, Shortcuts.COMMIT, self.take)

    def _lay_out(self) -> None:
        self.search.setPlaceholderText(self.tr("按编码、主体、行为或条款查找"))
        self.search.setAccessibleName(self.tr("查找违法行为"))
        self.search.setClearButtonEnabled(True)
        self.list.setAccessibleName(self.tr("违法行为目录"))
        self.list.setWordWrap(True)
        theme.set_role(self.list, "ticks")
        self.list.setSpacing(2)
        cancel = button(self.tr("取消"))
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.count)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.take_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 16, 20, 14)
        lines.setSpacing(10)
        lines.addWidget(self.search)
        lines.addWidget(self.list, 1)
        lines.addLayout(buttons)


def _line(row: Violation) -> str:
    return f"{row.code}　{row.role}　{row.conduct}（{row.article}）"
