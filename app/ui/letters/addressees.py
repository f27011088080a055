"""Whom a letter goes to: names typed, one a line, or chosen among the members."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.kernel.canon import Plain
from app.services import members
from app.services.members import MemberRow
from app.ui.letters.boxes import as_lines, lines_of, long_edit
from app.ui.page import Page
from app.ui.widgets.card import button

_CHECKED = Qt.CheckState.Checked


class AddresseesField(QWidget):
    """The edit says it; choosing puts names below those that stand there already."""

    def __init__(self, page: Page, title: str, lines: int) -> None:
        super().__init__()
        self._page = page
        self._title = title
        self.edit = long_edit(lines)
        self.choose = button(self.tr("从成员中选择…"))
        self.choose.setAccessibleName(self.tr("{title}：从成员中选择").format(title=title))
        self.choose.clicked.connect(self._ask)
        self.dialog: MembersDialog | None = None
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.setSpacing(4)
        around.addWidget(self.edit)
        around.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> list[Plain]:
        return lines_of(self.edit.toPlainText())

    def set_value(self, value: Plain) -> None:
        self.edit.setPlainText(as_lines(value))

    # -- inside ----------------------------------------------------------------------------

    def _ask(self) -> None:
        self._page.ask(members.rows).for_(self).then(self._open)

    def _open(self, rows: tuple[MemberRow, ...]) -> None:
        names = tuple(row.name for row in rows if not row.is_self)
        self.dialog = MembersDialog(self._title, names, frozenset(map(str, self.value())), self)
        self.dialog.accepted.connect(self._take)
        self.dialog.open()

    def _take(self) -> None:
        if self.dialog is not None:
            offered = self.dialog.offered
            typed = [name for name in self.value() if name not in offered]
            self.set_value([*typed, *self.dialog.chosen()])
            self.edit.setFocus()


class MembersDialog(QDialog):
    """The members with a box each; the space bar ticks, Enter takes."""

    def __init__(
        self, title: str, names: tuple[str, ...], ticked: frozenset[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.offered = names
        self.list = QListWidget()
        self.list.setAccessibleName(title)
        for name in names:
            item = QListWidgetItem(name, self.list)
            item.setCheckState(_CHECKED if name in ticked else Qt.CheckState.Unchecked)
        self.list.setCurrentRow(0)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        lines = QVBoxLayout(self)
        lines.addWidget(self.list, 1)
        lines.addWidget(buttons)
        self.resize(self.fontMetrics().horizontalAdvance("中") * 30, self.sizeHint().height())

    def chosen(self) -> list[Plain]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.text() for item in items if item.checkState() == _CHECKED]
