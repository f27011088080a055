"""Whom a letter goes to: names typed, one a line, or chosen among the members."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
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
from app.ui.widgets.card import button, label

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
            chosen = self.dialog.chosen()
            stood = self.value()
            kept = [name for name in stood if name not in offered or name in chosen]
            added = [name for name in chosen if name not in stood]
            if (wanted := [*kept, *added]) != stood:
                self.set_value(wanted)
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
        nobody = label(self.tr("还没有登记成员单位，请直接填写名称。"), "secondary", wraps=True)
        nobody.setVisible(not names)
        take, leave = button(self.tr("选定"), "primary"), button(self.tr("取消"))
        take.setDefault(True)
        take.clicked.connect(self.accept)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(leave)
        buttons.addWidget(take)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(16, 14, 16, 12)
        lines.setSpacing(10)
        lines.addWidget(nobody)
        lines.addWidget(self.list, 1)
        lines.addLayout(buttons)
        self.resize(self.fontMetrics().horizontalAdvance("中") * 30, self.sizeHint().height())

    def chosen(self) -> list[Plain]:
        items = (self.list.item(row) for row in range(self.list.count()))
        return [item.text() for item in items if item.checkState() == _CHECKED]
