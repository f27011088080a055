"""The deadlines of a matter: who owes what by when, and the article each rests on."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.rules.duties import Standing
from app.services.letter_facts import is_overdue
from app.services.matters import MatterView
from app.services.threads import DutyView
from app.ui.matters import told
from app.ui.widgets.card import Card, button, label
from app.ui.widgets.chip import Chip

_OVER: Final = frozenset({Standing.MET, Standing.LATE, Standing.CANCELLED, Standing.LAPSED})


class DutiesCard(Card):
    """Running deadlines first; those that ended are shown when asked for.

    Signals: ``remind_asked`` of what the other side owes by law and has not done.
    """

    remind_asked = Signal()

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.body.addLayout(self._lines)
        self._shown: list[QWidget] = []
        self.reminders: list[QPushButton] = []
        self.more = button("", "link")
        self.more.clicked.connect(self._show_ended)
        self.body.addWidget(self.more)
        self._ended: list[QWidget] = []

    def show_matter(self, matter: MatterView, now: datetime) -> None:
        for old in self._shown:
            old.deleteLater()
        self.reminders = []
        running = sorted(
            (each for each in matter.duties if each.standing not in _OVER),
            key=lambda each: (each.facts.due_at is None, not each.ours, each.facts.due_at or now),
        )
        ended = [each for each in matter.duties if each.standing in _OVER]
        self._shown = [self._entry(each, now) for each in running]
        if not running:
            self._shown.append(label(self.tr("现在没有在计算的期限。"), "secondary", wraps=True))
        self._ended = [self._entry(each, now) for each in ended]
        self._shown += self._ended
        for widget in self._shown:
            self._lines.addWidget(widget)
        for widget in self._ended:
            widget.hide()
        self.more.setText(self.tr("查看已结束的 %n 项", "", len(ended)))
        self.more.setVisible(bool(ended))

    def _show_ended(self) -> None:
        for widget in self._ended:
            widget.show()
        self.more.hide()

    def _entry(self, view: DutyView, now: datetime) -> QWidget:
        made = QWidget()
        lines = QVBoxLayout(made)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(Chip(told.standing(view, now), told.standing_tone(view)))
        owner = self.tr("本单位") if view.ours else view.owner
        head.addWidget(label(owner, "secondary"))
        head.addStretch(1)
        if is_overdue(view):
            remind = button(self.tr("催办函…"), "link")
            remind.setAccessibleName(self.tr("催办 {title}").format(title=view.title))
            remind.clicked.connect(self.remind_asked)
            head.addWidget(remind)
            self.reminders.append(remind)
        lines.addLayout(head)
        lines.addWidget(label(view.title, "strong", wraps=True))
        if dates := told.dates(view):
            lines.addWidget(label("\n".join(dates), wraps=True))
        told_of = (view.article, told.reserve(view))
        article = "\n".join(text for text in told_of if text)
        lines.addWidget(label(article, "secondary", wraps=True))
        made.setToolTip(told.basis(view))
        made.setAccessibleName(f"{view.title} {told.standing(view, now)} {view.article}")
        return made
