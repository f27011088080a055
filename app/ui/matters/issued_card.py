"""What stays on the page after a letter was issued: its number, and what happens next."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from app.documents.kinds.letters import LETTERS, LetterKind
from app.rules.steps import StepKind
from app.services.entries import NOT_FOR_THE_PEER
from app.services.matters import MatterView
from app.ui.widgets.card import Card, button, flow, label


class IssuedCard(Card):
    """Signals: ``print_asked`` (letter uid), ``send_asked``."""

    print_asked = Signal(str)
    send_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._letter = ""
        self._steps: int | None = None
        self.number = flow(label("", "heading", wraps=True))
        self.next = flow(label("", wraps=True))
        self.print_button = button(self.tr("查看、打印"), "primary")
        self.send_button = button(self.tr("去发件"))
        close = button(self.tr("知道了"), "link")
        self.print_button.clicked.connect(self._print)
        self.send_button.clicked.connect(self.send_asked)
        close.clicked.connect(self.hide)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.number, 1)
        for widget in (self.print_button, self.send_button, close):
            head.addWidget(widget)
        self.body.setSpacing(4)
        self.body.addLayout(head)
        self.body.addWidget(self.next)
        self.hide()

    def tell(self, matter: MatterView, kind: LetterKind, letter_uid: str, number: str) -> None:
        self._letter, self._steps = letter_uid, None
        self.number.setText(self.tr("已出具：{number}").format(number=number))
        runs = matter.counterpart_runs_program
        refers = LETTERS[kind].step is StepKind.ISSUED
        runs = runs and kind not in NOT_FOR_THE_PEER
        steps = [
            self.tr("打印，由作出决定的负责人签字，存入案卷。")
            if kind is LetterKind.NOT_REFERRED
            else self.tr("打印，用印，送达收文机关；送达后登记送达时间，精确到分。"),
            self.tr("到“发件”把电子件封装写入介质；写入介质不等于送达。") if runs else "",
            self.tr("对方在回执上签收后登记签收，对方的审查期限自签收起算。") if refers else "",
        ]
        self.next.setText("　".join(step for step in steps if step))
        self.send_button.setVisible(runs)
        self.show()
        self.print_button.setFocus()

    def look_at(self, matter: MatterView) -> None:
        """Go once something was recorded after the letter."""
        if self._steps is None:
            self._steps = len(matter.steps)
        elif len(matter.steps) > self._steps:
            self.hide()

    def _print(self) -> None:
        self.print_asked.emit(self._letter)
