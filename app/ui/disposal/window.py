"""The window of all lists of destruction: what stage each is at, and its one next act."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout

from app import wording
from app.documents.kinds.registers import PrintedTable
from app.kernel import clock
from app.services import disposal
from app.services.changes import Changes, Noun
from app.services.disposal import DestructionView, Stage
from app.services.printing import Paper
from app.ui.disposal.approve import ApproveDialog
from app.ui.disposal.execute import ExecuteDialog
from app.ui.disposal.propose import ProposeDialog
from app.ui.page import Page
from app.ui.printing.ask import ask_to_print
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.card import button, label
from app.ui.widgets.facts import Sheet
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.paper_window import PaperWindow
from app.ui.widgets.table import Column, ShortTable, TableView

translate = QCoreApplication.translate

_SIZE: Final = QSize(980, 640)
_TONES: Final = {
    Stage.PROPOSED: Tone.INFO,
    Stage.APPROVED: Tone.WARN,
    Stage.WITHDRAWN: Tone.NEUTRAL,
    Stage.EXECUTED: Tone.WARN,
    Stage.CLEARED: Tone.GOOD,
}


class DisposalWindow(QDialog):
    """Opened over the page of cases; acts go through the page's desk."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.setWindowTitle(self.tr("档案销毁"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._page, self._desk = page, page.desk
        self.notice = NoticeBar()
        self.model: ShortTable[DestructionView] = ShortTable(_columns(), self)
        self.table = TableView(self.model, self.tr("销毁清册"))
        self.sheet = Sheet(self.tr("销毁清册内容"))
        self.propose_button = button(self.tr("编制清册…"), "primary")
        self.print_button = button(self.tr("查看、打印清册"))
        self.approve_button = button(self.tr("登记审批…"))
        self.withdraw_button = button(self.tr("撤销清册"))
        self.execute_button = button(self.tr("执行销毁…"), "danger")
        self._lay_out()
        self._connect()
        self.resize(_SIZE)
        self.refresh()

    def refresh(self) -> None:
        self._desk.ask(disposal.rows).for_(self).then(self._show_rows).unless_heard(
            self.notice.refuse
        )

    # -- showing ---------------------------------------------------------------------------

    def _show_rows(self, rows: tuple[DestructionView, ...]) -> None:
        before = self.chosen()
        self.model.set_rows(rows)
        uids = [row.uid for row in rows]
        if uids:
            self.table.select(uids.index(before.uid) if before and before.uid in uids else 0)
        self._show_chosen(self.chosen())

    def chosen(self) -> DestructionView | None:
        row = self.table.current
        return row if isinstance(row, DestructionView) else None

    def _show_chosen(self, row: DestructionView | None) -> None:
        stage = row.stage if row else None
        self.print_button.setEnabled(row is not None)
        self.approve_button.setEnabled(stage is Stage.PROPOSED)
        self.execute_button.setEnabled(stage is Stage.APPROVED)
        self.withdraw_button.setEnabled(stage in {Stage.PROPOSED, Stage.APPROVED})
        self.sheet.clear()
        if row is not None:
            self.sheet.add_pairs(_pairs(row))
            for line in row.list.lines:
                self.sheet.add_heading(f"{line.number}　{line.title}")
                ends = line.ends_on.isoformat() if line.ends_on else ""
                term = in_words(wording.TERMS[line.term])
                told = self.tr("{owner}　结案 {closed}　{term} {ends}　{reason}")
                self.sheet.add_text(
                    told.format(
                        owner=line.owner,
                        closed=line.closed_on.isoformat(),
                        term=term,
                        ends=ends,
                        reason="；".join(filter(None, (line.reason, line.early_basis))),
                    ),
                    "secondary",
                )

    # -- acting ----------------------------------------------------------------------------

    def _propose(self) -> None:
        dialog = ProposeDialog(self._desk, self)
        dialog.proposed.connect(self._tell_proposed)
        dialog.open()

    def _approve(self) -> None:
        if (row := self.chosen()) is not None:
            dialog = ApproveDialog(self._desk, row, self)
            dialog.approved.connect(lambda: self._tell(self.tr("审批已登记，可以执行销毁。")))
            dialog.open()

    def _execute(self) -> None:
        if (row := self.chosen()) is not None:
            dialog = ExecuteDialog(self._desk, row, self)
            dialog.executed.connect(
                lambda: self._tell(self.tr("已依法销毁。请打印清册，由监销人签字后归档。"))
            )
            dialog.open()

    def _withdraw(self) -> None:
        row = self.chosen()
        if row is None:
            return
        uid = row.uid

        def withdraw() -> None:
            answer = self._desk.act(disposal.withdraw, uid).for_(self)
            answer.otherwise(self.notice.refuse)

        dialogs.confirm(
            self,
            self.tr("撤销这份销毁清册？"),
            self.tr("清册保留在登记册里，标明已撤销；没有销毁任何内容。"),
            self.tr("撤销清册"),
            withdraw,
        )

    def _print(self) -> None:
        if (row := self.chosen()) is not None:
            answer = self._desk.ask(disposal.sheet, row.uid).for_(self)
            answer.then(lambda sheet: self._show_sheet(row.uid, sheet))
            answer.otherwise(self.notice.refuse)

    def _show_sheet(self, uid: str, sheet: PrintedTable) -> None:
        window = PaperWindow(self._desk, sheet.title, "", self)
        window.save_button.hide()
        window.view.show_pdf(sheet.pdf, sheet.pages)

        def ask() -> None:
            paper = Paper(sheet.title, sheet.pdf, sheet.pages)
            dialog = ask_to_print(self._desk, (paper,), window)
            dialog.printed.connect(lambda _: self._desk.act(disposal.note_printed, uid))

        window.print_asked.connect(ask)
        window.open()

    def _tell_proposed(self, _uid: str) -> None:
        self._tell(self.tr("清册已编制。请打印后报鉴定、审批，签字后登记审批。"))

    def _tell(self, text: str) -> None:
        self.notice.say(Tone.GOOD, text)

    def _hear(self, changes: Changes) -> None:
        if Noun.CASES in changes.nouns:
            self.refresh()

    # -- making ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        intro = self.tr(
            "保管期限届满的案卷，经鉴定、审批，由两名以上人员监销后销毁；清册和校验值永久保留。"
        )
        self.table.empty.say(self.tr("还没有销毁清册。"))
        across = QHBoxLayout()
        for widget in (self.print_button, self.approve_button, self.withdraw_button):
            across.addWidget(widget)
        across.addStretch(1)
        across.addWidget(self.execute_button)
        across.addWidget(self.propose_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 14, 20, 14)
        lines.setSpacing(10)
        lines.addWidget(label(intro, "secondary", wraps=True))
        lines.addWidget(self.notice)
        lines.addWidget(self.table, 2)
        lines.addWidget(self.sheet, 3)
        lines.addLayout(across)

    def _connect(self) -> None:
        self._desk.changed.connect(self._hear)
        self.table.chosen.connect(self._show_chosen)
        for widget, does in (
            (self.propose_button, self._propose),
            (self.print_button, self._print),
            (self.approve_button, self._approve),
            (self.withdraw_button, self._withdraw),
            (self.execute_button, self._execute),
        ):
            widget.clicked.connect(does)


def stage_text(stage: Stage) -> str:
    """The word of the chip."""
    return {
        Stage.PROPOSED: translate("disposal", "待审批"),
        Stage.APPROVED: translate("disposal", "已审批，待执行"),
        Stage.WITHDRAWN: translate("disposal", "已撤销"),
        Stage.EXECUTED: translate("disposal", "已销毁，待清理"),
        Stage.CLEARED: translate("disposal", "已依法销毁"),
    }[stage]


def _columns() -> list[Column[DestructionView]]:
    return [
        Column(
            translate("disposal", "编制时间"),
            lambda row: f"{clock.local(row.proposed_at):%Y-%m-%d %H:%M}",
            sample="2026-09-16 09:30",
        ),
        Column(
            translate("disposal", "案件"),
            lambda row: "、".join(line.number for line in row.list.lines),
            stretches=True,
        ),
        Column(translate("disposal", "件数"), lambda row: str(len(row.list.lines)), right=True),
        Column(
            translate("disposal", "状态"),
            lambda row: stage_text(row.stage),
            tone=lambda row: _TONES[row.stage],
            sample=translate("disposal", "已审批，待执行"),
        ),
    ]


def _pairs(row: DestructionView) -> dict[str, str]:
    executed = f"{clock.local(row.executed_at):%Y-%m-%d %H:%M}" if row.executed_at else ""
    return {
        translate("disposal", "编制人"): row.proposed_by,
        translate("disposal", "清册校验值"): f"{row.digest[:8]} {row.digest[8:16]}…",
        translate("disposal", "鉴定意见"): row.appraisal,
        translate("disposal", "销毁依据"): row.basis,
        translate("disposal", "批准人"): "　".join(
            filter(None, (row.approver, row.approved_on.isoformat() if row.approved_on else ""))
        ),
        translate("disposal", "监销人"): "、".join(each.name for each in row.signers),
        translate("disposal", "执行"): "　".join(filter(None, (executed, row.executed_by))),
        translate("disposal", "仍含内容的备份"): "；".join(row.backups),
    }
