"""The steps of a matter, the newest first: who did what, when and how, and what is still to be done
about one."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app import wording
from app.kernel import clock
from app.services.matters import MatterView, StepView
from app.services.receipts import MatterReceipts
from app.ui import theme
from app.ui.matters import told
from app.ui.matters.layers_line import LayersLine
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.card import Card, button, flow, label
from app.ui.widgets.chip import Chip
from app.ui.widgets.facts import Sheet, pairs_of
from app.wording.ledgers import BEYOND
from app.wording.revocation import BEYOND_TIP


class StepsCard(Card):
    """Signals: ``receive_asked`` (step uid) to record the receipt of a notice,
    ``file_asked`` (StepView) to save the scan of a step."""

    receive_asked = Signal(str)
    file_asked = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._layers: dict[str, LayersLine] = {}
        self.sheet = Sheet(title)
        self.body.addWidget(self.sheet, 1)

    def show_matter(self, matter: MatterView) -> None:
        self.sheet.clear()
        self._layers = {}
        self.note.setText(self.tr("%n 个环节，最近的在前", "", len(matter.steps)))
        if matter.waiting:
            text = self.tr(
                "另有 %n 个环节所依据的前一环节还没有收到，收到后自动显示。", "", matter.waiting
            )
            self.sheet.add_text(text, "secondary")
        if not matter.steps:
            self.sheet.add_text(self.tr("还没有登记任何环节。"), "secondary")
        for step in reversed(matter.steps):
            self.sheet.add(self._entry(step, matter))

    def show_receipts(self, found: MatterReceipts) -> None:
        """How far each step of ours has got with the other agency."""
        for uid, line in self._layers.items():
            if uid in found.records:
                line.say(found.records[uid])

    # -- inside ----------------------------------------------------------------------------

    def _entry(self, step: StepView, matter: MatterView) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 2, 0, 6)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        at = clock.local(step.occurred_at)
        when = label(f"{at:%Y-%m-%d}\n{at:%H:%M}", "secondary")
        when.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        grid.addWidget(when, 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(self._heading(step, matter), 0, 1)
        inside = QVBoxLayout()
        inside.setSpacing(4)
        if filled := told.filled(step, matter):
            inside.addWidget(pairs_of(filled))
        if step.crossed is not None:
            inside.addWidget(label(in_words(wording.CROSSINGS[step.crossed]), "warn", wraps=True))
        if step.uid in matter.beyond:
            mark = label(in_words(BEYOND), "warn", wraps=True)
            mark.setToolTip(in_words(BEYOND_TIP))
            inside.addWidget(mark)
        if step.attachment_sha256:
            inside.addLayout(self._file(step))
        if step.own and not step.internal and step.crossed is None:
            layers = LayersLine(told.step(step.kind))
            self._layers[step.uid] = layers
            inside.addWidget(layers)
        if step.awaits_receipt:
            receive = button(self.tr("登记签收"), "primary")
            receive.clicked.connect(self._emitter(step.uid))
            inside.addWidget(receive, 0, Qt.AlignmentFlag.AlignLeft)
        grid.addLayout(inside, 1, 1)
        line = QFrame()
        line.setFixedHeight(1)
        theme.set_role(line, "line")
        grid.addWidget(line, 2, 0, 1, 2)
        made.setAccessibleName(told.step_line(step))
        return made

    def _heading(self, step: StepView, matter: MatterView) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        across.addWidget(label(told.step(step.kind), "strong"))
        for word, tone in self._chips(step):
            across.addWidget(Chip(word, tone))
        across.addStretch(1)
        across.addWidget(label(self._who(step, matter), "secondary"))
        return across

    def _chips(self, step: StepView) -> list[tuple[str, Tone]]:
        chips = []
        if step.internal:
            chips.append((self.tr("内部"), Tone.NEUTRAL))
        if step.relayed:
            chips.append((self.tr("据来文"), Tone.INFO))
        if step.crossed is not None:
            chips.append((self.tr("往来交错"), Tone.WARN))
        if step.awaits_receipt:
            chips.append((in_words(wording.NOT_RECEIVED), Tone.WARN))
        return chips

    def _who(self, step: StepView, matter: MatterView) -> str:
        carrier = in_words(wording.CARRIERS[step.carrier])
        actor = told.party(step.actor, matter)
        if step.relayed:
            text = self.tr("{actor}（{author}登记，{carrier}）")
            return text.format(actor=actor, author=step.author, carrier=carrier)
        return self.tr("{actor}（{person}登记，{carrier}）").format(
            actor=actor, person=step.recorded_by, carrier=carrier
        )

    def _file(self, step: StepView) -> QHBoxLayout:
        across = QHBoxLayout()
        across.setSpacing(8)
        name = flow(label(self.tr("附件：{name}").format(name=step.attachment_name), wraps=True))
        across.addWidget(name, 1)
        save = button(self.tr("另存…"), "link")
        save.setAccessibleName(self.tr("另存附件 {name}").format(name=step.attachment_name))
        save.clicked.connect(self._file_emitter(step))
        across.addWidget(save, 0, Qt.AlignmentFlag.AlignTop)
        return across

    def _emitter(self, uid: str) -> Callable[[], None]:
        return lambda: self.receive_asked.emit(uid)

    def _file_emitter(self, step: StepView) -> Callable[[], None]:
        return lambda: self.file_asked.emit(step)
