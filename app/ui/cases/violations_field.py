"""Suspected conduct in the form of a case: chosen from the catalogue in the register's rules."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.kernel import canon, plain
from app.kernel.errors import NotCanonicalError
from app.rules.packs import ViolationPack
from app.rules.particulars import ViolationFacts
from app.services import packs
from app.ui import theme
from app.ui.cases.violation_picker import ViolationPicker
from app.ui.page import Page
from app.ui.widgets.card import button
from app.ui.widgets.table import Column, ShortTable, TableView

translate = QCoreApplication.translate

_ROWS_SHOWN: Final = 3


class ViolationsField(QWidget):
    """``changed`` when the choice changed."""

    changed = Signal()

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self.picker: ViolationPicker | None = None
        self.model: ShortTable[ViolationFacts] = ShortTable(_columns(), self)
        self.table = TableView(self.model, self.tr("涉嫌违法行为"))
        self.table.empty.say(self.tr("还没有选择违法行为。"))
        self.table.setFrameShape(TableView.Shape.StyledPanel)
        self.table.setFixedHeight(theme.row_height(self.table) * (_ROWS_SHOWN + 1) + 4)
        self.table.opened.connect(lambda _: self._ask())
        self.choose_button = button(self.tr("从目录中选择…"))
        self.choose_button.clicked.connect(self._ask)
        across = QHBoxLayout()
        across.addWidget(self.choose_button)
        across.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.table)
        lines.addLayout(across)

    @property
    def violations(self) -> tuple[ViolationFacts, ...]:
        return self.model.rows

    def set_violations(self, violations: Sequence[ViolationFacts]) -> None:
        self.model.set_rows(violations)
        self.changed.emit()

    def text(self) -> str:
        return canon.dumps([plain.to_plain(each) for each in self.violations]).decode()

    def set_text(self, text: str) -> None:
        """Put back what ``text`` gave; what cannot be read is left out."""
        try:
            listed = canon.loads(text.encode()) if text else []
            rows = listed if isinstance(listed, list) else []
            self.set_violations([plain.from_plain(ViolationFacts, row) for row in rows])
        except NotCanonicalError:
            self.set_violations(())

    def _ask(self) -> None:
        self._page.ask_latest("violations", packs.violations).for_(self).then(self._open)

    def _open(self, pack: ViolationPack) -> None:
        self.picker = ViolationPicker(pack.violations, self.violations, self)
        self.picker.chosen.connect(self.set_violations)
        self.picker.open()


def _columns() -> list[Column[ViolationFacts]]:
    return [
        Column(translate("cases", "编码"), lambda row: row.code, sample="V303"),
        Column(
            translate("cases", "行为"),
            lambda row: row.conduct,
            tip=lambda row: row.conduct,
            stretches=True,
        ),
        Column(
            translate("cases", "条款"),
            lambda row: row.article,
            tip=lambda row: row.article,
            sample=translate("cases", "法第七十七条第一款"),
        ),
    ]
