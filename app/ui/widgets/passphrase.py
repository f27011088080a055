"""Fields for secrets: hidden letters, a hint for Caps Lock, and how hard a new one is to guess."""

from __future__ import annotations

import math
import unicodedata
from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QProgressBar, QVBoxLayout, QWidget

from app.ui import theme
from app.ui.widgets import icons
from app.ui.widgets.card import label

LEAST_LENGTH: Final = 12
_STRONG_BITS: Final = 90


class PassphraseEdit(QLineEdit):
    """A hidden line; ``caps_lock`` (bool) tells whether capitals come without Shift.

    The eye at its end shows the letters, which also lets an input method write Chinese.
    """

    caps_lock = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setInputMethodHints(
            Qt.InputMethodHint.ImhHiddenText
            | Qt.InputMethodHint.ImhSensitiveData
            | Qt.InputMethodHint.ImhNoPredictiveText
        )
        self._eye = QAction(self)
        self._eye.setCheckable(True)
        self._eye.toggled.connect(self._show)
        self.addAction(self._eye, QLineEdit.ActionPosition.TrailingPosition)
        self._show(False)

    def _show(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.setEchoMode(mode)
        colour = theme.colours(self.palette()).secondary
        self._eye.setIcon(icons.icon("eye-off" if shown else "eye", colour))
        self._eye.setText(self.tr("隐藏口令") if shown else self.tr("显示口令"))
        self._eye.setToolTip(self._eye.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if len(text) == 1 and text.isascii() and text.isalpha():
            shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.caps_lock.emit(text.isupper() is not shifted)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.caps_lock.emit(False)
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._show(self._eye.isChecked())


def guess_bits(passphrase: str) -> float:
    """A rough count of the guesses a passphrase costs, as a power of two.

    Each new character counts by the size of the kind it belongs to; repeats and steps of a
    sequence count one bit. No dictionary: the bar warns, the length rule decides.
    """
    bits = 0.0
    before = ""
    for character in unicodedata.normalize("NFKC", passphrase):
        step = abs(ord(character) - ord(before)) if before else 99
        bits += 1.0 if step <= 1 else math.log2(_kind_size(character))
        before = character
    distinct = len(set(passphrase))
    return bits * min(1.0, distinct / 8)


def _kind_size(character: str) -> int:
    if character.isdigit():
        return 10
    if character.isascii() and character.isalpha():
        # Letters mostly come as words, where each adds far less than log2(26).
        return 6
    return 500 if ord(character) > 0x2E80 else 20


class Strength(QWidget):
    """A bar and a sentence about a passphrase that is being chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bar = QProgressBar()
        self.bar.setRange(0, _STRONG_BITS)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(self.tr("口令强度"))
        self.sentence = label("", "secondary", wraps=True)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 2, 0, 0)
        lines.setSpacing(4)
        lines.addWidget(self.bar)
        lines.addWidget(self.sentence)
        self.judge("")

    def judge(self, passphrase: str) -> None:
        bits = guess_bits(passphrase)
        self.bar.setValue(min(round(bits), _STRONG_BITS))
        self.sentence.setText(self._said(len(passphrase), bits))

    def _said(self, length: int, bits: float) -> str:
        if length < LEAST_LENGTH:
            return self.tr(
                "至少 {least} 个字符，现有 {length} 个。几个不相干的词语最好记。"
            ).format(least=LEAST_LENGTH, length=length)
        if bits < 35:
            return self.tr("容易被猜到：不要用重复、连续的字符或者单位名称、电话。")
        if bits < 60:
            return self.tr("尚可；再加一两个不相干的词语更好。")
        return self.tr("很难被猜到。")
