"""The fields of the print dialog that no other form has: printers, 份号 and the correction."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QSpinBox, QVBoxLayout, QWidget

from app.services.printing import FARTHEST, HIGHEST, Offset, Serials
from app.ui.widgets.card import button, flow, label

_TENTHS: Final = 10


class PrinterChoice(QComboBox):
    """The printers of this computer, the usual one first chosen; empty where there is none."""

    def __init__(self, remembered: str) -> None:
        super().__init__()
        names = QPrinterInfo.availablePrinterNames()
        self.addItems(names)
        for name in (remembered, QPrinterInfo.defaultPrinterName()):
            if name in names:
                self.setCurrentText(name)
                break

    @property
    def two_sided(self) -> bool:
        """Whether the chosen printer prints on both sides by itself."""
        modes = QPrinterInfo.printerInfo(self.currentText()).supportedDuplexModes()
        return (
            QPrinter.DuplexMode.DuplexLongSide in modes or QPrinter.DuplexMode.DuplexAuto in modes
        )


class SerialBox(QSpinBox):
    """A 份号: six digits (GB/T 9704-2012 7.2.1)."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setRange(1, HIGHEST)
        self.setAccessibleName(name)

    def textFromValue(self, value: int) -> str:
        return f"{value:06}"


class SerialsField(QWidget):
    """份号 from and to; *copies* tells how many that are."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.last = SerialBox(self.tr("起号")), SerialBox(self.tr("止号"))
        self._told = label("", "secondary")
        line = _line(self)
        line.addWidget(self.first)
        line.addWidget(label(self.tr("至")))
        line.addWidget(self.last)
        line.addWidget(self._told)
        line.addStretch(1)
        self.first.valueChanged.connect(self._tell)
        self.last.valueChanged.connect(self._tell)
        self._tell()

    def begin_at(self, first: int) -> None:
        """The numbers after those that were printed, as many as are shown."""
        many = max(0, self.last.value() - self.first.value())
        self.first.setValue(first)
        self.last.setValue(first + many)

    @property
    def serials(self) -> Serials:
        return Serials(self.first.value(), self.last.value())

    def _tell(self) -> None:
        many = self.last.value() - self.first.value() + 1
        self._told.setText(self.tr("共 %n 份", "", many) if many > 0 else "")


class OffsetField(QWidget):
    """How far 套打 is moved; ``sheet_asked`` for the sheet that is measured."""

    sheet_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.right, self.down = _millimetres(self.tr("向右")), _millimetres(self.tr("向下"))
        self.sheet = button(self.tr("打印校正页"), "link")
        self.sheet.clicked.connect(self.sheet_asked)
        line = QHBoxLayout()
        line.setSpacing(8)
        for box in (self.right, self.down):
            line.addWidget(label(box.accessibleName()))
            line.addWidget(box)
        line.addWidget(self.sheet)
        line.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        lines.addLayout(line)
        hint = self.tr("套印有偏差时填写，随登记册保存；先打印校正页量一量")
        lines.addWidget(flow(label(hint, "secondary", wraps=True)))

    def show_offset(self, kept: Offset) -> None:
        self.right.setValue(kept.right / _TENTHS)
        self.down.setValue(kept.down / _TENTHS)

    @property
    def offset(self) -> Offset:
        return Offset(round(self.right.value() * _TENTHS), round(self.down.value() * _TENTHS))


def _millimetres(name: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox()
    box.setDecimals(1)
    box.setSingleStep(0.1)
    box.setRange(-FARTHEST / _TENTHS, FARTHEST / _TENTHS)
    box.setSuffix(" mm")
    box.setAccessibleName(name)
    return box


def _line(widget: QWidget) -> QHBoxLayout:
    line = QHBoxLayout(widget)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(8)
    return line
