"""A list of closed words to choose from, shown in the words of ``app.wording``."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QWidget

from app.ui.problems import in_words

E = TypeVar("E", bound=StrEnum)


class Choice(QComboBox, Generic[E]):
    """One of the *words*; the wheel only turns it while it has the focus, so that scrolling a form
    changes nothing in it."""

    def __init__(self, words: Mapping[E, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._words = tuple(words)
        for word, text in words.items():
            self.addItem(in_words(text), word.value)

    def word(self) -> E:
        return self._words[self.currentIndex()]

    def set_word(self, word: E) -> None:
        self.setCurrentIndex(self._words.index(word))

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
