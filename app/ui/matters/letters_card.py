"""The papers of a matter: those that are issued, and those that can be made now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.documents.kinds.letters import LETTERS, LetterKind
from app.rules.steps import State, StepKind
from app.services.letter_rights import Offer
from app.services.matters import LetterRow, MatterView
from app.services.receipts import MatterReceipts
from app.services.sealing import Seal
from app.ui.matters.layers_line import LayersLine
from app.ui.matters.letter_words import ASKS_FOR_WORDS
from app.ui.matters.makeable import can_be_issued, makes_sense
from app.ui.matters.seal_line import SealLine
from app.ui.problems import in_words, or_destroyed
from app.ui.widgets.card import Card, button, label
from app.wording.ledgers import BEYOND
from app.wording.revocation import BEYOND_TIP


class LettersCard(Card):
    """Signals: ``view_asked`` (LetterRow) of an issued letter, ``print_all_asked`` of them all;
    ``seal_asked`` (LetterRow) of one of ours, ``scan_asked`` (LetterRow, Seal) for its scan;
    ``draft_asked``, ``issue_asked``, ``external_asked`` (LetterKind) of one to be made."""

    view_asked = Signal(object)
    seal_asked = Signal(object)
    scan_asked = Signal(object, object)
    print_all_asked = Signal()
    draft_asked = Signal(object)
    issue_asked = Signal(object)
    external_asked = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        self.body.addLayout(self._lines)
        self.print_all = button(self.tr("全部打印…"), "link")
        self.print_all.setToolTip(self.tr("把已出具的文书一次打印出来"))
        self.print_all.clicked.connect(self.print_all_asked)
        self.print_all.hide()
        self._shown: list[QWidget] = []
        self._layers: dict[str, LayersLine] = {}
        self._receipts: MatterReceipts | None = None
        self.seals: dict[str, SealLine] = {}
        self._sealed: Mapping[str, Seal | None] = {}
        self.buttons: dict[tuple[str, LetterKind], QPushButton] = {}

    def show_matter(self, matter: MatterView, offers: tuple[Offer, ...]) -> None:
        for old in self._shown:
            old.deleteLater()
        self.buttons = {}
        self._layers = {}
        self.seals = {}
        self._shown = [self._issued(each, matter.beyond) for each in matter.letters]
        makeable = [offer for offer in offers if makes_sense(offer.kind, matter)]
        self._shown += [self._makeable(offer, matter) for offer in makeable]
        if not self._shown:
            self._shown = [label(self.tr("现在没有可以出具的文书。"), "secondary", wraps=True)]
        issued, others = self._shown[: len(matter.letters)], self._shown[len(matter.letters) :]
        for widget in (*issued, self.print_all, *others):
            self._lines.addWidget(widget)
        # Without its title a letter's text was destroyed.
        self.print_all.setVisible(sum(bool(each.title) for each in matter.letters) > 1)
        self._show_layers()
        self._show_seals()

    def show_seals(self, found: Mapping[str, Seal | None]) -> None:
        """The last seal of each letter of ours."""
        self._sealed = found
        self._show_seals()

    def show_receipts(self, found: MatterReceipts) -> None:
        """How far each letter of ours has got with the other agency."""
        self._receipts = found
        self._show_layers()

    # -- inside ----------------------------------------------------------------------------

    def _issued(self, row: LetterRow, beyond: frozenset[str]) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(or_destroyed(row.title), "strong", wraps=True), 0, 0)
        view = button(self.tr("查看、打印"), "link")
        view.setAccessibleName(self.tr("查看、打印 {number}").format(number=row.number))
        view.clicked.connect(_emit(self.view_asked, row))
        # Without its title its text was destroyed too.
        view.setVisible(bool(row.title))
        grid.addWidget(view, 0, 1)
        way = self.tr("本系统定稿") if row.way == "program" else self.tr("外部定稿")
        facts = [row.number, row.dated_on, self.tr("签发人 {name}").format(name=row.signer), way]
        if row.check_code:
            facts.append(self.tr("校验码 {code}").format(code=row.check_code))
        grid.addWidget(label("　".join(facts), "secondary", wraps=True), 1, 0, 1, 2)
        if row.uid in beyond:
            mark = label(in_words(BEYOND), "warn", wraps=True)
            mark.setToolTip(in_words(BEYOND_TIP))
            grid.addWidget(mark, 3, 0, 1, 2)
        self._layers[row.uid] = LayersLine(row.title)
        grid.addWidget(self._layers[row.uid], 2, 0, 1, 2)
        self.seals[row.uid] = SealLine(row.number)
        self.seals[row.uid].asked.connect(_emit(self.seal_asked, row))
        self.seals[row.uid].scan_asked.connect(partial(self.scan_asked.emit, row))
        grid.addWidget(self.seals[row.uid], 4, 0, 1, 2)
        return made

    def _show_seals(self) -> None:
        for uid, line in self.seals.items():
            if uid in self._sealed:
                line.say(self._sealed[uid])

    def _show_layers(self) -> None:
        records = self._receipts.records if self._receipts else {}
        for uid, line in self._layers.items():
            if uid in records:
                line.say(records[uid])

    def _makeable(self, offer: Offer, matter: MatterView) -> QWidget:
        kind = offer.kind
        made = QWidget()
        lines = QVBoxLayout(made)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(4)
        name = in_words(wording.LETTER_KINDS[kind.value])
        lines.addWidget(label(name, "strong"))
        across = QHBoxLayout()
        across.setSpacing(6)
        numbered = LETTERS[kind].numbered
        if offer.written and (kind not in ASKS_FOR_WORDS or not numbered):
            text = self.tr("看草稿") if numbered else self.tr("查看、打印")
            across.addWidget(self._button("draft", kind, text))
        if can_be_issued(kind, matter):
            # Only the act that is due next stands out; the others are there, and quiet.
            due = LETTERS[kind].step is StepKind.ISSUED and kind is not LetterKind.CLUE
            role = "primary" if due and matter.state is State.APPROVED else ""
            if offer.written:
                across.addWidget(self._button("issue", kind, self.tr("编号并出具…"), role))
            across.addWidget(self._button("external", kind, self.tr("外部定稿…")))
        across.addStretch(1)
        lines.addLayout(across)
        return made

    def _button(self, act: str, kind: LetterKind, text: str, role: str = "") -> QPushButton:
        made = button(text, role)
        name = in_words(wording.LETTER_KINDS[kind.value])
        made.setAccessibleName(f"{text} {name}")
        signals = {
            "draft": self.draft_asked,
            "issue": self.issue_asked,
            "external": self.external_asked,
        }
        made.clicked.connect(_emit(signals[act], kind))
        self.buttons[act, kind] = made
        return made


def _emit(signal: SignalInstance, value: object) -> Callable[[], None]:
    return lambda: signal.emit(value)
