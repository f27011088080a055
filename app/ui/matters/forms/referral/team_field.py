"""专案组: who, with which 执法证号; 国务院令第310号第五条 asks for two officers or more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from app.rules.particulars import TeamMember
from app.ui.widgets.card import button, label

LEAST = 2


class TeamField(QWidget):
    """Rows of name and licence; ``changed``. Empty rows count for nothing."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.addWidget(label(self.tr("姓名"), "secondary"), 0, 0)
        self._grid.addWidget(label(self.tr("执法证号"), "secondary"), 0, 1)
        self.rows: list[tuple[QLineEdit, QLineEdit]] = []
        self.more = button(self.tr("增加一人"))
        self.more.clicked.connect(self._add)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(6)
        lines.addLayout(self._grid)
        lines.addWidget(self.more)
        for _ in range(LEAST):
            self._add()

    def team(self) -> tuple[TeamMember, ...]:
        found = (TeamMember(n.text().strip(), c.text().strip()) for n, c in self.rows)
        return tuple(one for one in found if one.name or one.licence)

    def complete(self) -> bool:
        """Whether there are enough officers and each has a name and a licence."""
        team = self.team()
        return len(team) >= LEAST and all(one.name and one.licence for one in team)

    def text(self) -> str:
        """For a draft: a line an officer."""
        return "\n".join(f"{one.name}\t{one.licence}" for one in self.team())

    def set_text(self, text: str) -> None:
        """Put back what ``text`` gave."""
        told = (line.partition("\t") for line in text.splitlines() if line.strip())
        self.set_team(tuple(TeamMember(name, licence) for name, _, licence in told))

    def set_team(self, team: tuple[TeamMember, ...]) -> None:
        while len(self.rows) < max(LEAST, len(team)):
            self._add()
        for number, (name, licence) in enumerate(self.rows):
            one = team[number] if number < len(team) else TeamMember("", "")
            name.setText(one.name)
            licence.setText(one.licence)

    def _add(self) -> None:
        number = len(self.rows) + 1
        name, licence = QLineEdit(), QLineEdit()
        name.setAccessibleName(self.tr("第 {number} 人姓名").format(number=number))
        licence.setAccessibleName(self.tr("第 {number} 人执法证号").format(number=number))
        for column, field in enumerate((name, licence)):
            self._grid.addWidget(field, number, column)
            field.textChanged.connect(lambda _: self.changed.emit())
        self.rows.append((name, licence))
