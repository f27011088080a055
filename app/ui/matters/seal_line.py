"""Whether a letter of ours was sealed, and the way to enter it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.services.sealing import Seal
from app.ui.widgets.card import button, label


class SealLine(QWidget):
    """Hidden until it is known that the letter is ours. ``asked`` to enter its seal, ``scan_asked``
    (Seal) to see the sealed paper."""

    asked = Signal()
    scan_asked = Signal(object)

    def __init__(self, number: str) -> None:
        super().__init__()
        self.text = label("", "secondary")
        self.enter = button(self.tr("登记用印…"), "link")
        self.enter.setAccessibleName(self.tr("登记用印 {number}").format(number=number))
        self.enter.clicked.connect(self.asked)
        self.scan = button(self.tr("查看扫描件"), "link")
        self.scan.setAccessibleName(self.tr("查看扫描件 {number}").format(number=number))
        self.scan.clicked.connect(self._ask_scan)
        self.scan.hide()
        self._seal: Seal | None = None
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(8)
        across.addWidget(self.text)
        across.addWidget(self.scan)
        across.addWidget(self.enter)
        across.addStretch(1)
        self.hide()

    def say(self, seal: Seal | None) -> None:
        """Tell of the last entry, None where there is none yet."""
        self._seal = seal
        self.scan.setVisible(bool(seal and seal.scan_name))
        if seal is None:
            self.text.setText(self.tr("未登记用印"))
        else:
            said = self.tr("已用印 {day}，{copies} 份").format(
                day=f"{seal.sealed_on:%Y-%m-%d}", copies=seal.copies
            )
            missing = "" if seal.scan_name else self.tr("，没有扫描件")
            self.text.setText(f"{said}{missing}")
            people = self.tr("监印人 {keeper}，批准人 {approver}")
            self.text.setToolTip(people.format(keeper=seal.keeper, approver=seal.approver))
        self.show()

    def _ask_scan(self) -> None:
        self.scan_asked.emit(self._seal)
