"""收件: what lies in a folder, what each bundle would change, and taking the ticked ones in."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from app.kernel.errors import AppError
from app.services import exchange, ledger, places
from app.services.changes import Noun, changed
from app.services.exchange import BundleFound, TakenIn
from app.ui import problems
from app.ui.desk import Answer
from app.ui.exchange import told
from app.ui.exchange.arrivals import Arrivals, ArrivalsView
from app.ui.exchange.changes_card import ChangesCard, summary
from app.ui.exchange.folder_bar import FolderBar
from app.ui.exchange.sheets import Sheets
from app.ui.page import Page, PageId
from app.ui.theme import Tone
from app.ui.widgets.card import Card, button
from app.ui.widgets.progress import ProgressLine
from app.wording import ledgers

_ACTS: Final = frozenset({"matter/1", "step/1"})
"""Entries that are found again under 移送."""


class InboxTab(QWidget):
    """Nothing changes before the person asks to take in what is ticked.

    Bundles are taken in one by one, each whole or not at all; one that is refused stops none of the
    others, because each sender's numbers stand for themselves.
    """

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._answer: Answer[TakenIn] | None = None
        self._queue: list[BundleFound] = []
        self._done: list[str] = []
        self._refused: list[str] = []
        self._total = 0
        self._acts = 0
        self._asked: tuple[BundleFound, ...] = ()
        self._to_report = False
        self.setAcceptDrops(True)
        self.bar = FolderBar(
            self.tr(
                "选择存放交换包的文件夹、U 盘或光盘，也可以把文件夹拖到这里。只读介质同样可以导入。"
            ),
            self.tr("选择文件夹…"),
        )
        self.bar.chosen.connect(self.rescan)
        self.arrivals = Arrivals()
        self.table = ArrivalsView(self.arrivals, self.tr("收到的交换包"))
        self.changes = ChangesCard()
        self.progress = ProgressLine()
        self.take = button(self.tr("导入所选"), "primary")
        self.report = button(self.tr("打印导入报告…"))
        self.report.hide()
        self.sheets = Sheets(page)
        self._reports: list[TakenIn] = []
        self._lay_out()
        self.table.chosen.connect(self._show)
        self.arrivals.ticked_changed.connect(self._count)
        self.take.clicked.connect(self.take_in)
        self.report.clicked.connect(self._ask_report)
        self.progress.cancel_asked.connect(self._stop)
        self._say_empty()
        self._count()

    # -- looking ---------------------------------------------------------------------------

    def rescan(self) -> None:
        """Look at the folder again; nothing is read beyond what checking from outside needs."""
        folder = self.bar.folder
        if folder is None or self._queue:
            return
        self.bar.say(self.tr("正在查看 {folder}…").format(folder=folder))
        answer = self._page.ask_latest("scan", places.found, folder)
        answer.then(self._show_found).otherwise(self._lose_folder)

    def _show_found(self, found: tuple[BundleFound, ...]) -> None:
        kept = self.table.current
        senders = {each.sender or each.claimed for each in found} - {""}
        text = self.tr(
            "{folder}：来自 {senders} 个单位的 {bundles} 个交换包。导入前不会改动登记册。"
        )
        self.bar.say(
            text.format(folder=self.bar.folder, senders=len(senders), bundles=len(found))
            if found
            else self.tr("{folder} 里没有交换包（*.lxb）。").format(folder=self.bar.folder)
        )
        self.arrivals.show_rows(found)
        self._say_empty()
        if self._to_report:
            asked = {each.path for each in self._asked}
            self._report(sum(row.path in asked and row.refusal is None for row in found))
        else:
            self._select(kept.path if kept else None)

    def _select(self, path: Path | None) -> None:
        rows = self.arrivals.rows
        if not rows:
            self.changes.hint()
            return
        at = next((n for n, row in enumerate(rows) if row.path == path), None)
        if at is None:
            at = next((n for n, row in enumerate(rows) if row.refusal is None), 0)
        self.table.select(at)

    def _lose_folder(self, error: AppError) -> None:
        self.bar.say(self.tr("{folder} 读不到了。").format(folder=self.bar.folder))
        self.arrivals.show_rows(())
        self._say_empty()
        if self._to_report:
            self._report(self._total - len(self._done) - len(self._refused))
        self._page.refuse(error)

    def _show(self, row: BundleFound | None) -> None:
        if row is None:
            self.changes.hint()
        elif row.refusal is not None:
            self.changes.refuse(row.refusal)
        else:
            self.changes.busy()
            answer = self._page.ask_latest("preview", exchange.preview, row.path)
            answer.then(self.changes.preview).otherwise(self.changes.refuse)

    # -- taking in -------------------------------------------------------------------------

    def take_in(self) -> None:
        if self._queue or not self.arrivals.ticked:
            return
        self._asked = self.arrivals.ticked
        self._queue = list(self._asked)
        self._total = len(self._queue)
        self._done, self._refused, self._acts = [], [], 0
        self._reports = []
        self.report.hide()
        self._page.notice.clear()
        self.take.setEnabled(False)
        self._next()

    def _next(self) -> None:
        row = self._queue[0]
        at = self._total - len(self._queue) + 1
        text = self.tr("正在导入第 {at} 个，共 {total} 个：{sender}，{file}")
        self.progress.begin(
            text.format(at=at, total=self._total, sender=row.sender, file=row.path.name)
        )
        answer = self._page.act(exchange.take_in, row.path)
        answer.then(self._took).otherwise(self._refuse).progress(self.progress.advance)
        self._answer = answer.always(self._ended)

    def _took(self, taken: TakenIn) -> None:
        self._done.append(summary(taken))
        self._reports.append(taken)
        self._acts += sum(each.type in _ACTS for each in taken.arrived)

    def _refuse(self, error: AppError) -> None:
        self._refused.append(str(problems.told(error)))
        # A refusal may leave an alarm behind: a fork, a register that fell behind.
        self._page.desk.announce(changed(Noun.EXCHANGE))

    def _ended(self) -> None:
        self._queue = self._queue[1:]
        if self._queue:
            self._next()
            return
        self.progress.end()
        self._to_report = True
        self.rescan()
        self._count()

    def _stop(self) -> None:
        """Stop the bundle under way, of which nothing is kept, and ask for no further one."""
        self._queue = self._queue[:1]
        if self._answer is not None:
            self._answer.cancel()

    def _report(self, left: int) -> None:
        """Stays in the lower card until the person looks at another bundle.

        *left* is how many were asked for and can still be taken in: an act that was stopped too
        late has been done all the same, and only the register knows.
        """
        self._to_report = False
        lines = [*self._done, *self._refused]
        if left:
            lines.append(self.tr("已停止，还有 %n 个没有导入，登记册没有因此改动。", "", left))
        tone = Tone.BAD if self._refused else Tone.WARN if left else Tone.GOOD
        done = self._total - left - len(self._refused)
        self._page.notice.say(
            tone,
            self.tr("已导入 %n 个交换包。", "", done),
            verb=self.tr("查看移送") if self._acts else "",
            does=lambda: self._page.go.emit(PageId.REFERRALS, ""),
        )
        self.table.setCurrentIndex(QModelIndex())
        self.changes.report("\n".join((self.tr("导入结果"), *lines)))
        self.report.setVisible(bool(self._reports))

    def _ask_report(self) -> None:
        """Of the one bundle that was taken in, or of that which is chosen out of several."""
        if len(self._reports) == 1:
            self._show_report(self._reports[0].bundle)
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for taken in self._reports:
            text = self.tr("{sender}第 {numbers} 号").format(
                sender=taken.sender, numbers=told.numbers(taken.first, taken.last)
            )
            menu.addAction(text, partial(self._show_report, taken.bundle))
        menu.popup(self.report.mapToGlobal(self.report.rect().topLeft()))

    def _show_report(self, bundle: str) -> None:
        found = self._page.ask_latest("import-report", ledger.import_report, bundle)
        found.then(lambda report: self.sheets.show(ledgers.import_report_table(report)))

    # -- inside ----------------------------------------------------------------------------

    def _count(self) -> None:
        ticked = len(self.arrivals.ticked)
        text = self.tr("导入所选 %n 个包", "", ticked) if ticked else self.tr("导入所选")
        self.take.setText(text)
        self.take.setEnabled(bool(ticked) and not self._queue)

    def _say_empty(self) -> None:
        self.table.empty.say(
            self.tr("这个文件夹里没有交换包。")
            if self.bar.folder
            else self.tr("还没有选择文件夹：交换包是对方写在 U 盘、光盘或文件夹里的 .lxb 文件。")
        )

    def _lay_out(self) -> None:
        upper = Card(self.tr("收件：导入前核对"))
        upper.note.setText(self.tr("空格键勾选 · F5 重新查看"))
        upper.body.addWidget(self.table, 1)
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(upper)
        halves.addWidget(self.changes)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        foot = QHBoxLayout()
        foot.addWidget(self.progress, 1)
        foot.addStretch(0)
        foot.addWidget(self.report)
        foot.addWidget(self.take)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 12, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(self.bar)
        lines.addWidget(halves, 1)
        lines.addLayout(foot)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and _folder_of(event.mimeData().urls()[0].toLocalFile()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        folder = _folder_of(event.mimeData().urls()[0].toLocalFile())
        if folder is not None:
            event.acceptProposedAction()
            self.bar.use(folder)


def _folder_of(local: str) -> Path | None:
    """The folder that was dropped, or that holds the file that was."""
    if not local:
        return None
    path = Path(local)
    return path if path.is_dir() else path.parent
