"""The bar at the top of a page: what was refused or done, never over the content."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.kernel.errors import AppError
from app.ui import problems, theme
from app.ui.theme import Tone
from app.ui.widgets.card import button, label


class NoticeBar(QFrame):
    """One message at a time, closed by its button; hidden while there is none.

    One that is not *closable* stays until another takes its place.
    """

    def __init__(self, parent: QWidget | None = None, *, closable: bool = True) -> None:
        super().__init__(parent)
        theme.set_role(self, "notice")
        self.setAccessibleName(self.tr("提示"))
        self.text = label("", wraps=True)
        self._detail = ""
        self._copy = button(self.tr("复制详情"), "link")
        self._copy.clicked.connect(self._to_clipboard)
        self._close = button(self.tr("知道了"), "link")
        self._close.clicked.connect(self.clear)
        self._close.setVisible(closable)
        self.offer: QPushButton | None = None
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(14, 8, 10, 8)
        self._line.setSpacing(8)
        self._line.addWidget(self.text, 1)
        buttons = QVBoxLayout()
        buttons.setSpacing(0)
        buttons.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)
        buttons.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignRight)
        self._line.addLayout(buttons)
        self.hide()

    def say(
        self,
        tone: Tone,
        text: str,
        *,
        verb: str = "",
        does: Callable[[], object] | None = None,
    ) -> None:
        """Show *text*; with *verb* a button beside it that *does* something and closes the bar."""
        self._show(tone, text, "")
        if verb and does is not None:
            self._make_offer(verb, does)

    def refuse(self, error: AppError) -> None:
        """Say what was refused, what stayed unchanged and what to do next."""
        said = problems.told(error)
        shown = "\n".join((said.happened, said.unchanged, said.next_step))
        self._show(Tone.BAD, shown, f"{said}\n{said.detail}".strip())

    def clear(self) -> None:
        self._drop_offer()
        self.text.clear()
        self.hide()

    # -- inside ----------------------------------------------------------------------------

    def _show(self, tone: Tone, text: str, detail: str) -> None:
        self._drop_offer()
        self._detail = detail
        self._copy.setVisible(bool(detail))
        self.setProperty("tone", tone.value)
        theme.set_role(self, "notice")
        self.text.setText(text)
        self.text.setAccessibleName(text)
        self.show()

    def _make_offer(self, verb: str, does: Callable[[], object]) -> None:
        offer = button(verb)

        def taken() -> None:
            self.clear()
            does()

        offer.clicked.connect(taken)
        self._line.insertWidget(1, offer, 0, Qt.AlignmentFlag.AlignTop)
        self.offer = offer

    def _drop_offer(self) -> None:
        if self.offer is not None:
            self.offer.deleteLater()
            self.offer = None

    def _to_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self._detail)

    def minimumSizeHint(self) -> QSize:
        # A wrapped label asks for its longest word only; the bar may shrink to that.
        return QSize(200, super().minimumSizeHint().height())
