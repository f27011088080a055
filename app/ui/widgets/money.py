"""Sums of money: read as an officer types them, shown as a report states them; kept in fen."""

from __future__ import annotations

import unicodedata
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from app.ui.widgets.card import label

translate = QCoreApplication.translate

_LARGEST: Final = 1 << 53
"""Beyond this canonical JSON carries no integer."""


class Unit(StrEnum):
    YUAN = "yuan"
    WAN = "wan"


_FEN: Final = MappingProxyType({Unit.YUAN: 100, Unit.WAN: 1_000_000})
_ENDINGS: Final = (("万元", Unit.WAN), ("万", Unit.WAN), ("元", Unit.YUAN))
_DROPPED: Final = str.maketrans("", "", " ,，¥￥")


def read_fen(text: str, unit: Unit) -> int:
    """The fen *text* means in *unit*; a unit written in the text counts instead, blank is 0.

    Raises:
        ValueError: it is no sum, is negative, or is finer than a fen.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_DROPPED)
    if not plain:
        return 0
    for ending, written in _ENDINGS:
        if plain.endswith(ending):
            plain, unit = plain.removesuffix(ending), written
            break
    try:
        fen = Decimal(plain) * _FEN[unit]
    except InvalidOperation as error:
        raise ValueError(text) from error
    if not fen.is_finite() or fen != fen.to_integral_value() or not 0 <= fen <= _LARGEST:
        raise ValueError(text)
    return int(fen)


def yuan(fen: int) -> str:
    """``4,180,000.00`` without a unit; whole sums without decimals."""
    whole, rest = divmod(fen, 100)
    return f"{whole:,}.{rest:02d}" if rest else f"{whole:,}"


def wan(fen: int) -> str:
    """The sum in 万元, as exact as it is."""
    return f"{(Decimal(fen) / 1_000_000).normalize():,f}"


def shown(fen: int) -> str:
    """A sum with its unit: 万元 from ten thousand on, 元 below; nothing for 0."""
    if fen == 0:
        return ""
    if fen < _FEN[Unit.WAN]:
        return translate("money", "{sum} 元").format(sum=yuan(fen))
    return translate("money", "{sum} 万元").format(sum=wan(fen))


class AmountField(QWidget):
    """A sum with its unit; what it means in the other unit stands beside it. ``changed``."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = QLineEdit()
        self.line.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * 22)
        self.unit = QComboBox()
        self.unit.setAccessibleName(self.tr("金额单位"))
        self.unit.addItem(self.tr("元"), Unit.YUAN.value)
        self.unit.addItem(self.tr("万元"), Unit.WAN.value)
        self.meaning = label("", "secondary")
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.line)
        across.addWidget(self.unit)
        across.addWidget(self.meaning, 1)
        self.line.textChanged.connect(self._tell)
        self.unit.currentIndexChanged.connect(self._tell)
        self.setFocusProxy(self.line)

    def fen(self) -> int:
        """Raises ValueError as ``read_fen``."""
        return read_fen(self.line.text(), Unit(self.unit.currentData()))

    def set_fen(self, fen: int) -> None:
        self.unit.setCurrentIndex(0)
        self.line.setText(yuan(fen) if fen else "")

    def _tell(self) -> None:
        try:
            fen = self.fen()
        except ValueError:
            fen = 0
        both = self.tr("= {yuan} 元 = {wan} 万元").format(yuan=yuan(fen), wan=wan(fen))
        self.meaning.setText(both if fen else "")
        self.changed.emit()
