"""What is no duty but should not be forgotten; nothing is shown where there is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.alarms import Alarms
from app.services.duties import Workbench
from app.services.exchange import BundleFound
from app.ui.exchange.told import numbers
from app.ui.widgets.card import Card, button, label

_CHARACTERS: Final = 17


class Reminders(QWidget):
    """Cards at the right of the workbench; ``verify_asked`` leads to 成员与密钥,
    ``exchange_asked`` to 交换中心."""

    verify_asked = Signal()
    exchange_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("中") * _CHARACTERS + 34)
        self._lines = QVBoxLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(12)
        self._lines.addStretch(1)
        self.cards: list[Card] = []
        self.hide()

    def show_for(
        self, bench: Workbench, found: Sequence[BundleFound], alarms: Alarms | None = None
    ) -> None:
        for card in self.cards:
            self._lines.removeWidget(card)
            card.deleteLater()
        self.cards = []
        if alarms is not None and not alarms.quiet:
            self._remind_of_alarms(alarms)
        if bench.unverified:
            self._remind_of_unverified(bench.unverified)
        self._remind_of_gaps([each for each in found if each.missing is not None])
        if bench.provisional:
            self._remind_of_calendar(bench.provisional)
        self.setVisible(bool(self.cards))

    def _remind_of_alarms(self, alarms: Alarms) -> None:
        said = (
            (alarms.renewal is not None, self.tr("须先开启新一代密钥，才能收发")),
            (len(alarms.forks), self.tr("%n 处同一编号两种内容", "", len(alarms.forks))),
            (len(alarms.conflicts), self.tr("%n 项两份内容不同", "", len(alarms.conflicts))),
            (len(alarms.refused), self.tr("%n 项没有采用", "", len(alarms.refused))),
            (len(alarms.gaps), self.tr("%n 个单位的交换包缺号", "", len(alarms.gaps))),
            (len(alarms.disagreements), self.tr("%n 处说法不一", "", len(alarms.disagreements))),
        )
        text = "；".join(words for count, words in said if count)
        card = self._add(self.tr("交换异常"), f"{text}。")
        look = button(self.tr("去交换中心处理…"))
        look.clicked.connect(self.exchange_asked)
        card.body.addWidget(look)

    def _remind_of_unverified(self, names: tuple[str, ...]) -> None:
        card = self._add(
            self.tr("指纹还没有核对"),
            self.tr("{names}。核对之前不能与其交换。").format(names="、".join(names)),
        )
        verify = button(self.tr("核对指纹…"))
        verify.clicked.connect(self.verify_asked)
        card.body.addWidget(verify)

    def _remind_of_gaps(self, bundles: Sequence[BundleFound]) -> None:
        for name, missing in dict.fromkeys((each.sender, each.missing) for each in bundles):
            text = self.tr(
                "{sender}第 {numbers} 号还没有收到。"
                "介质上后面的交换包可以先导入收存，补齐后自动生效。"
            )
            if missing is not None:
                said = text.format(sender=name, numbers=numbers(*missing))
                self._add(self.tr("缺少交换包"), said)

    def _remind_of_calendar(self, years: tuple[int, ...]) -> None:
        text = self.tr("{years} 年的放假安排还没有导入，跨到该年的期限为暂定。")
        self._add(self.tr("期限暂定"), text.format(years="、".join(map(str, years))))

    def _add(self, heading: str, text: str) -> Card:
        card = Card(heading)
        card.body.addWidget(label(text, wraps=True))
        self._lines.insertWidget(len(self.cards), card)
        self.cards.append(card)
        return card
