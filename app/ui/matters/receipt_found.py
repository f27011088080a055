"""What a check mark led to: the letter, from whom to whom, and what may be recorded of it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.kernel import clock
from app.services.check_codes import Match, Recorded
from app.ui import theme
from app.ui.matters import told
from app.ui.problems import in_words, or_destroyed
from app.ui.widgets.card import button, flow, label
from app.ui.widgets.chip import Chip
from app.wording.receipts import PAPER_RECEIPTS


class Found(QWidget):
    """``open_asked``: the person wants to see the matter."""

    open_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        card = QFrame()
        theme.set_role(card, "card")
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 2, 0, 10)
        around.addWidget(card)
        self.title = flow(label("", "strong", wraps=True))
        self.state = Chip()
        self.about = flow(label("", "secondary", wraps=True))
        self.compared = flow(label("", wraps=True))
        self.verdict = flow(label("", wraps=True))
        self.open = button(self.tr("看这件移送"), "link")
        self.open.clicked.connect(self.open_asked)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        lines = QVBoxLayout(card)
        lines.setContentsMargins(14, 10, 14, 10)
        lines.setSpacing(4)
        lines.addLayout(head)
        for widget in (self.about, self.compared, self.verdict, self.open):
            lines.addWidget(widget)

    def show_match(self, match: Match) -> None:
        self.title.setText(f"{or_destroyed(match.title)}　{match.number}")
        self.state.setVisible(match.state is not None)
        if match.state is not None:
            self.state.say(told.state(match.state), told.state_tone(match.state))
        way = self.tr("{author} → {receiver}").format(author=match.author, receiver=match.receiver)
        dated = self.tr("成文日期 {day}").format(day=match.dated_on.isoformat())
        self.about.setText(f"{way}　·　{dated}")
        self.compared.setText(self._compared(match))
        lines = [in_words(PAPER_RECEIPTS[match.receipt])]
        if match.recorded is not None:
            lines.append(self._recorded(match.recorded))
        self.verdict.setText("\n".join(lines))
        self.open.setVisible(bool(match.matter_uid))

    def _compared(self, match: Match) -> str:
        if match.whole:
            return self.tr("二维码与登记的正式文书一致。")
        return self.tr("按校验码查到，请核对纸上的文号与上面的是否相同。")

    def _recorded(self, recorded: Recorded) -> str:
        at = f"{clock.local(recorded.at):%Y-%m-%d %H:%M}"
        parts = [
            self.tr("登记的时间：{at}").format(at=at),
            self.tr("签收人：{name}").format(name=recorded.signer) if recorded.signer else "",
            self.tr("登记单位：{name}").format(name=recorded.author),
            self.tr("有扫描件") if recorded.scanned else self.tr("没有扫描件"),
        ]
        return "；".join(part for part in parts if part)
