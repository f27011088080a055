"""The page 工作台: counters that filter, the table of everything that waits, reminders."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout

from app.services import alarms, duties, exchange
from app.services.alarms import Alarms
from app.services.changes import Noun
from app.services.duties import Workbench
from app.services.exchange import BundleFound
from app.ui.actions import Shortcuts
from app.ui.desk import Desk
from app.ui.exchange.media import MediaWatch, Volume, removable_volumes
from app.ui.exchange.page import IN
from app.ui.matters.receipt_dialog import ReceiptDialog
from app.ui.page import NEW, Page, PageId, page_title
from app.ui.theme import Tone
from app.ui.widgets import due
from app.ui.widgets.card import Card, button, label
from app.ui.widgets.folding import FoldingTable
from app.ui.widgets.table import Column, ShortTable
from app.ui.workbench import work
from app.ui.workbench.counter import Counter
from app.ui.workbench.reminders import Reminders
from app.ui.workbench.work import Group, WorkRow

translate = QCoreApplication.translate

_FOLDS: Final = (2,)
_BASIS_LINES: Final = 3


class WorkbenchPage(Page):
    """What an officer opens the program for."""

    nouns: ClassVar[frozenset[Noun]] = frozenset(Noun)

    def __init__(
        self,
        desk: Desk,
        find: Callable[[], tuple[Volume, ...]] = removable_volumes,
    ) -> None:
        super().__init__(desk, page_title(PageId.WORKBENCH))
        self._bench: Workbench | None = None
        self._alarms: Alarms | None = None
        self._found: dict[str, tuple[BundleFound, ...]] = {}
        self.media = MediaWatch(desk, self, find)
        self.counters = {
            Group.OVERDUE: Counter(self.tr("逾期"), Tone.BAD),
            Group.WEEK: Counter(self.tr("7 日内到期"), Tone.WARN),
            Group.APPROVE: Counter(self.tr("待我审批"), Tone.WARN),
            Group.RECEIVE: Counter(self.tr("待登记签收"), Tone.WARN),
            Group.TAKE_IN: Counter(self.tr("待导入"), Tone.INFO),
            Group.SEND: Counter(self.tr("待送出"), Tone.INFO),
        }
        self.model: ShortTable[WorkRow] = ShortTable(_columns(), self)
        self.table = FoldingTable(self.model, self.tr("待办"), _FOLDS)
        self.work = Card(self.tr("待办"))
        self.basis = label("", "secondary", wraps=True)
        self.basis.setMinimumHeight(self.fontMetrics().lineSpacing() * _BASIS_LINES)
        self.basis.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.work.body.addWidget(self.table, 1)
        self.work.body.addWidget(self.basis)
        self.reminders = Reminders()
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        self.ask_latest("alarms", alarms.standing).then(self._keep_alarms)
        self.ask_latest("bench", duties.workbench).then(self._show_bench)

    def handlers(self) -> Mapping[Shortcuts, Callable[[], object]]:
        return {
            Shortcuts.NEW: self._begin,
            Shortcuts.NEW_REFERRAL: self._begin,
            Shortcuts.RECEIPT: self._record_receipt,
            Shortcuts.RESCAN: self.media.look,
        }

    @property
    def filter(self) -> Group | None:
        """The counter that is pressed."""
        pressed = (group for group, each in self.counters.items() if each.isChecked())
        return next(pressed, None)

    # -- media -----------------------------------------------------------------------------

    def _look_into(self, volumes: tuple[Volume, ...]) -> None:
        roots = {str(volume.root) for volume in volumes}
        self._found = {root: found for root, found in self._found.items() if root in roots}
        for volume in volumes:
            answer = self.desk.ask(exchange.scan, volume.root).for_(self)
            # A medium that cannot be read has nothing that waits; 交换中心 says why.
            answer.then(self._keeper(str(volume.root))).otherwise(lambda _: None)
        self._show()

    def _keeper(self, root: str) -> Callable[[tuple[BundleFound, ...]], None]:
        def keep(found: tuple[BundleFound, ...]) -> None:
            self._found[root] = found
            self._show()

        return keep

    # -- showing ---------------------------------------------------------------------------

    def _keep_alarms(self, found: Alarms) -> None:
        self._alarms = found
        self._show()

    def _show_bench(self, bench: Workbench) -> None:
        self._bench = bench
        # What was taken in meanwhile is no longer to be taken in.
        self._look_into(self.media.volumes)

    def _show(self) -> None:
        bench = self._bench
        if bench is None:
            return
        found = [each for bundles in self._found.values() for each in bundles]
        rows = work.rows(bench, found)
        self._count(bench, rows)
        shown = tuple(row for row in rows if self.filter in (None, row.group))
        self.model.set_rows(shown)
        if shown:
            self.table.select(0)
        else:
            self._show_basis(None)
            self._say_empty(bench)
        self.work.note.setText(self.tr("按期限排列　共 {n} 项").format(n=len(shown)))
        self.reminders.show_for(bench, found, self._alarms)

    def _count(self, bench: Workbench, rows: Sequence[WorkRow]) -> None:
        notes = {
            Group.OVERDUE: work.worst(bench.overdue, bench.now),
            Group.WEEK: work.worst(bench.within_a_week, bench.now),
            Group.APPROVE: self.tr("待负责人决定"),
            Group.RECEIVE: self.tr("对方文书已导入"),
            Group.TAKE_IN: self.tr("在插入的介质上"),
            Group.SEND: self.tr("给 %n 个单位", "", len(bench.to_send)),
        }
        for group, counter in self.counters.items():
            number = sum(row.group is group for row in rows)
            counter.say(number, notes[group] if number else "")

    def _show_basis(self, row: WorkRow | None) -> None:
        """Under the table, for those who do not hover: what the line rests on."""
        self.basis.setText(row.basis if row else "")

    def _say_empty(self, bench: Workbench) -> None:
        if self.filter is not None:
            self.table.empty.say(self.tr("没有符合条件的事项。"), self.tr("显示全部"))
            return
        upcoming = work.earliest(bench)
        sentence = self.tr("今天没有待办。新的移送、对方的答复和期限会列在这里。")
        if upcoming:
            sentence += self.tr("下一个期限：{day}。").format(day=due.moment(upcoming))
        self.table.empty.say(sentence, self.tr("新建移送"))

    def _act_on_empty(self) -> None:
        if self.filter is None:
            self._begin()
        else:
            self._show_all()

    def _show_all(self) -> None:
        for counter in self.counters.values():
            counter.setChecked(False)
        self._show()

    def _press(self, group: Group) -> Callable[[bool], None]:
        def press(pressed: bool) -> None:
            for other, counter in self.counters.items():
                if pressed and other is not group:
                    counter.setChecked(False)
            self._show()

        return press

    # -- going -----------------------------------------------------------------------------

    def _open(self, row: WorkRow) -> None:
        self.go.emit(row.page, row.target)

    def _record_receipt(self) -> None:
        ReceiptDialog(self).open()

    def _begin(self) -> None:
        self.go.emit(PageId.REFERRALS, NEW)

    def _lay_out(self) -> None:
        take_in, begin = button(self.tr("导入交换包…")), button(self.tr("新建移送"), "primary")
        self.receipt = button(self.tr("登记回执…"))
        self.receipt.clicked.connect(self._record_receipt)
        take_in.clicked.connect(lambda: self.go.emit(PageId.EXCHANGE, IN))
        begin.clicked.connect(self._begin)
        self.header.add(self.receipt)
        self.header.add(take_in)
        self.header.add(begin)
        across = QHBoxLayout()
        across.setSpacing(12)
        for counter in self.counters.values():
            across.addWidget(counter)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.work, 1)
        below.addWidget(self.reminders)
        self.body.addLayout(across)
        self.body.addLayout(below, 1)

    def _connect(self) -> None:
        for group, counter in self.counters.items():
            counter.clicked.connect(self._press(group))
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._show_basis)
        self.table.empty.button.clicked.connect(self._act_on_empty)
        self.media.changed.connect(self._look_into)
        self.reminders.exchange_asked.connect(lambda: self.go.emit(PageId.EXCHANGE, IN))
        self.reminders.verify_asked.connect(lambda: self.go.emit(PageId.MEMBERS, ""))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.media.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.media.stop()


def _columns() -> list[Column[WorkRow]]:
    return [
        Column(
            translate("workbench", "期限"),
            lambda row: row.chip,
            tone=lambda row: row.tone,
            tip=lambda row: row.tip or row.basis,
            sample=translate("workbench", "超过建议时间"),
        ),
        Column(
            translate("workbench", "事项"),
            lambda row: row.title,
            tip=lambda row: f"{row.title}\n{row.tip or row.basis}",
            stretches=True,
        ),
        Column(
            translate("workbench", "对方"),
            lambda row: row.other,
            tip=lambda row: row.other,
            sample=translate("workbench", "示例市市场监管局"),
        ),
        Column(
            translate("workbench", "下一步"),
            lambda row: row.next_step,
            tip=lambda row: row.next_step,
            sample=translate("workbench", "登记移交涉案物品和材料"),
        ),
    ]
