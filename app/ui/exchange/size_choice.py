"""How large one bundle may be: as the medium takes it, a disc, or as the person says."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSpinBox, QWidget

from app.ui.widgets.card import label

_DISC: Final = 4_300_000_000
"""A DVD of one layer takes 4.7 GB; room is left for the notes that go with the bundle."""

_OWN: Final = -1
_MB: Final = 1 << 20
_LEAST_MB: Final = 5
"""Below that no file is cut into pieces."""
_MOST_MB: Final = 1 << 20


class SizeChoice(QWidget):
    """``limit`` in bytes, None for as much as the medium takes."""

    def __init__(self) -> None:
        super().__init__()
        self.box = QComboBox()
        self.box.setAccessibleName(self.tr("每个交换包的大小"))
        self.box.addItem(self.tr("不限"), 0)
        self.box.addItem(self.tr("光盘 4.3 GB"), _DISC)
        self.box.addItem(self.tr("自定"), _OWN)
        self.box.setToolTip(
            self.tr("写不下的，分成几个交换包，可以写到几张介质上；对方按任何先后导入都可以。")
        )
        self.own = QSpinBox()
        self.own.setAccessibleName(self.tr("每个交换包不超过多少 MB"))
        self.own.setRange(_LEAST_MB, _MOST_MB)
        self.own.setValue(650)
        self.own.setSuffix(" MB")
        self.own.hide()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(label(self.tr("每包"), "secondary"))
        line.addWidget(self.box)
        line.addWidget(self.own)
        self.box.currentIndexChanged.connect(self._show_own)

    @property
    def limit(self) -> int | None:
        chosen = int(self.box.currentData())
        return self.own.value() * _MB if chosen == _OWN else chosen or None

    def _show_own(self) -> None:
        self.own.setVisible(self.box.currentData() == _OWN)
