"""异常: what stands wrong in the exchange, each in plain words with the one next step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.services import alarms, renewal, resending, setup
from app.services.alarms import Alarms, ConflictFound, RefusedOne
from app.services.renewal import Collecting
from app.services.resending import Missing
from app.services.setup import Identity, Register
from app.ui.exchange.compare_dialog import CompareDialog
from app.ui.exchange.refused_dialog import RefusedDialog
from app.ui.exchange.settle_dialog import SettleDialog
from app.ui.exchange.sheets import Sheets
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.restore.collect_dialog import CollectDialog
from app.ui.theme import Tone
from app.ui.widgets.card import Card, button, flow, label
from app.ui.widgets.chip import Chip
from app.ui.widgets.scroll import ClearScroll
from app.wording import backup as backup_words
from app.wording import exchange as words
from app.wording import ledgers
from app.wording.revocation import cutoff

translate = QCoreApplication.translate

_LINES: Final = 7
"""Lines of text that are seen without scrolling: the tabs below stay of use."""

_LEAST_LINES: Final = 2
_LEAST: Final = 300
"""Pixels in which text is laid out before the card has a width."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What the card shows; *unheard* are the peers that a new incarnation waits for."""

    alarms: Alarms
    unheard: tuple[Collecting, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """An alarm: its kind, what it says, and the verb of its one next step."""

    kind: str
    tone: Tone
    text: str
    verb: str
    does: Callable[[], object]


def standing(register: Register) -> Standing:
    return Standing(alarms.standing(register), renewal.unheard(register))


class _Lines(ClearScroll):
    """As high as what it shows up to a limit, and lower where a window has no room."""

    def __init__(self) -> None:
        super().__init__()
        self._wanted = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def ask_for(self, height: int) -> None:
        self._wanted = min(height, self.fontMetrics().lineSpacing() * _LINES)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted)

    def minimumSizeHint(self) -> QSize:
        least = self.fontMetrics().lineSpacing() * _LEAST_LINES
        return QSize(super().minimumSizeHint().width(), min(self._wanted, least))


class AlarmsCard(Card):
    """Hidden while nothing stands wrong; ``write_asked`` (agency uid) leads to 发件."""

    write_asked = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(translate("exchange", "异常"))
        self._page = page
        self._agency = ""
        self.sheets = Sheets(page)
        self.lines: tuple[Line, ...] = ()
        self._scroll = _Lines()
        self._scroll.setAccessibleName(self.tr("异常"))
        self.body.addWidget(self._scroll)
        self.hide()

    def refresh(self) -> None:
        self._page.ask_latest("alarms", standing).then(self.show_standing)
        self._page.ask_latest("alarms-who", setup.identity).then(self._keep_identity)

    def show_standing(self, found: Standing) -> None:
        self.lines = tuple(self._lines(found))
        content = QWidget()
        rows = QVBoxLayout(content)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(10)
        for line in self.lines:
            rows.addLayout(_row(line))
        self._scroll.show_content(content)
        self.note.setText(self.tr("%n 项", "", len(self.lines)))
        self.setVisible(bool(self.lines))
        self._fit()

    # -- inside ----------------------------------------------------------------------------

    def _fit(self) -> None:
        content = self._scroll.widget()
        layout = content.layout() if content is not None else None
        if layout is not None:
            wanted = layout.totalHeightForWidth(max(self._scroll.viewport().width(), _LEAST))
            self._scroll.ask_for(max(wanted, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lines(self, found: Standing) -> Iterator[Line]:
        said = found.alarms
        if (mark := said.renewal) is not None:
            text = backup_words.continuity(mark.reason, mark.made_at, mark.newest_at, in_words)
            text += self.tr("在此以前不能收发。")
            yield Line(
                self.tr("须先开启新一代"), Tone.BAD, text, self.tr("恢复向导…"), self.collect
            )
        elif found.unheard:
            names = "、".join(each.name for each in found.unheard)
            text = self.tr("新一代密钥已启用，还没有收到{names}的答复。").format(names=names)
            yield Line(self.tr("等答复"), Tone.INFO, text, self.tr("查看进度…"), self.collect)
        for fork in said.forks:
            text = words.fork(fork, in_words)
            verb, go = self.tr("写给该单位…"), partial(self.write_asked.emit, fork.agency_uid)
            yield Line(self.tr("同一编号两种内容"), Tone.BAD, text, verb, go)
        yield from self._of_records(said)
        for late in said.cutoffs:
            text = cutoff(late, in_words)
            copy = partial(QGuiApplication.clipboard().setText, text)
            yield Line(self.tr("吊销之后收到"), Tone.BAD, text, self.tr("复制，供电话核实"), copy)
        for each in said.disagreements:
            text = words.disagreement(each, in_words)
            look = partial(self.settle, text, (each.key,))
            yield Line(self.tr("说法不一"), Tone.BAD, text, self.tr("核实…"), look)

    def _of_records(self, said: Alarms) -> Iterator[Line]:
        go: Callable[[], object]
        for conflict in said.conflicts:
            text, go = words.conflict(conflict, in_words), partial(self.compare, conflict)
            yield Line(self.tr("两份不同"), Tone.WARN, text, self.tr("比较两份内容…"), go)
        for agency, group in groupby(said.refused, key=lambda each: each.agency):
            rows = tuple(group)
            text, go = words.refused(agency, len(rows), in_words), partial(self.explain, rows)
            yield Line(self.tr("没有采用"), Tone.WARN, text, self.tr("查看理由…"), go)
        for twice in said.numbers:
            text = words.number_twice(twice, in_words)
            go = partial(self.settle, text, (twice.key,))
            yield Line(self.tr("重复编号"), Tone.BAD, text, self.tr("核实…"), go)
        for gap in said.gaps:
            text, go = words.gap(gap, in_words), partial(self.request, gap.agency_uid)
            yield Line(self.tr("缺号"), Tone.WARN, text, self.tr("补发请求…"), go)

    def _keep_identity(self, identity: Identity) -> None:
        self._agency = identity.agency

    # -- next steps ------------------------------------------------------------------------

    def collect(self) -> CollectDialog:
        dialog = CollectDialog(self._page.desk, self._page)
        dialog.open()
        return dialog

    def compare(self, conflict: ConflictFound) -> CompareDialog:
        dialog = CompareDialog(self._page.desk, conflict, self._page)
        dialog.open()
        return dialog

    def explain(self, rows: tuple[RefusedOne, ...]) -> RefusedDialog:
        dialog = RefusedDialog(rows, self._page)
        keys = tuple(row.key for row in rows)
        dialog.settle.clicked.connect(lambda: self.settle(dialog.text(), keys))
        dialog.open()
        return dialog

    def settle(self, text: str, keys: tuple[str, ...]) -> SettleDialog:
        dialog = SettleDialog(self._page.desk, text, keys, self._page)
        dialog.open()
        return dialog

    def request(self, agency_uid: str) -> None:
        found = self._page.ask_latest("alarms-missing", resending.missing, agency_uid)
        found.then(self._show_request)

    def _show_request(self, missing: tuple[Missing, ...]) -> None:
        now = self._page.desk.clock.now()
        for each in missing[:1]:
            self.sheets.show(ledgers.resend_request(each, self._agency, now))


def _row(line: Line) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    chip = Chip()
    chip.say(line.kind, line.tone)
    row.addWidget(chip, 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(flow(label(line.text, wraps=True)), 1)
    step = button(line.verb)
    step.setAccessibleName(f"{line.kind} {line.verb}")
    step.clicked.connect(lambda: line.does())
    row.addWidget(step, 0, Qt.AlignmentFlag.AlignTop)
    return row
