"""A key or a fingerprint in numbered groups and big type, as people read it to each other."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.widgets.card import label


class GroupSheet(QWidget):
    def __init__(
        self, groups: tuple[str, ...], per_line: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.groups = groups
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(6)
        grid.setVerticalSpacing(10)
        for number, group in enumerate(groups):
            row, column = divmod(number, per_line)
            grid.addWidget(label(f"{number + 1}", "secondary"), row, 2 * column)
            code = label(group, "code")
            code.setContentsMargins(0, 0, 14, 0)
            grid.addWidget(code, row, 2 * column + 1)
        grid.setColumnStretch(2 * per_line, 1)
        self.setAccessibleName(
            "，".join(f"{number} {group}" for number, group in enumerate(groups, 1))
        )
