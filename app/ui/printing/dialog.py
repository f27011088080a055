"""Which printer, how many, which pages, 套打 and 份号; then the job itself, with its progress."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Final, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QCheckBox, QDialog, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from app.documents.kinds.registers import PrintedTable
from app.documents.page_ranges import chosen_pages
from app.kernel.errors import AppError, PageRangeError, SerialPrintedError
from app.services import printing
from app.services.printing import Copy, Manner, Offset, Paper
from app.ui.desk import Answer, Desk
from app.ui.printing.fields import OffsetField, PrinterChoice, SerialsField
from app.ui.printing.job import PrintItem, PrintJob, whole
from app.ui.problems import told
from app.ui.widgets.card import button
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.progress import ProgressLine

T = TypeVar("T")

_MOST: Final = 99
_NAMED: Final = 4
_TENTHS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Printed:
    """What was handed to the printer: *copies* of each paper, or one for each 份号."""

    copies: int
    manner: Manner


class PrintDialog(FormDialog):
    """Prints *papers* in one job and closes; what was chosen stands there again the next time.

    Signals: ``printed`` (Printed) once everything was handed over; ``settled`` after each job, also
    one that failed or was stopped.
    """

    printed = Signal(object)
    settled = Signal()

    def __init__(self, desk: Desk, papers: tuple[Paper, ...], parent: QWidget) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("打印"))
        self.submit_button.setText(self.tr("打印"))
        self._desk = desk
        self._papers = papers
        self._special: QPrinter | None = None
        self._offset = Offset()
        self._answer: Answer[Any] | None = None
        self.job: PrintJob | None = None
        remembered = desk.preferences.device if desk.preferences else None
        self.printers = PrinterChoice(remembered.printer if remembered else "")
        self.copies = QSpinBox()
        self.pages = QLineEdit()
        self.both = QCheckBox(self.tr("双面打印，沿长边翻转"))
        self.overprint = QCheckBox(self.tr("用红头纸：发文机关标志和红线不再印出"))
        self.offset = OffsetField()
        self.numbered = QCheckBox(self.tr("每份编一个号，各印一份"))
        self.serials = SerialsField()
        self.listed = QCheckBox(self.tr("同时打印份号登记表，发放时填写"))
        self.again = QCheckBox(self.tr("补印：原来印有这些份号的纸件已经作废"))
        self.more = button(self.tr("更多设置…"))
        self.progress = ProgressLine()
        self.both.setChecked(bool(remembered and remembered.both_sides))
        self._lay_out_fields()
        self._connect()
        self._show_fields()
        self.foot.addWidget(self.progress)
        self.fit()

    def submit(self) -> None:
        if self.running or not self.submit_button.isEnabled():
            return
        faults = self._faults()
        self.form.show_faults(faults)
        self.fit()
        if not faults:
            self._remember()
            self.send_to(self._printer())

    def send_to(self, printer: QPrinter) -> None:
        """Print as the form says on *printer*."""
        self._begin(self.tr("正在准备…"))
        if self.overprint.isChecked() and self.offset.offset != self._offset:
            self._desk.act(printing.set_offset, self.offset.offset)
        answer = self._desk.ask(printing.copies, self._papers, self.manner)
        answer.progress(self.progress.advance)
        self._await(answer, lambda made: self._add_list(printer, made))

    @property
    def manner(self) -> Manner:
        asked = replace(self.serials.serials, again=self.again.isChecked())
        serials = asked if self.numbered.isChecked() else None
        return Manner(overprint=self.overprint.isChecked(), serials=serials)

    @property
    def running(self) -> bool:
        return self._answer is not None or self.job is not None

    def reject(self) -> None:
        """Stop what is under way; close when nothing is."""
        if self.running:
            self._stop()
        else:
            super().reject()

    def _stop(self) -> None:
        if self._answer is not None:
            self._answer.cancel()
        if self.job is not None:
            self.job.cancel()

    # -- what is asked ---------------------------------------------------------------------

    def _lay_out_fields(self) -> None:
        self.copies.setRange(1, _MOST)
        for box in (self.both, self.overprint, self.numbered):
            # As high as other fields, so that each stands beside its label.
            box.setMinimumHeight(self.copies.sizeHint().height())
        self.pages.setPlaceholderText(self.tr("全部；或者如 1-3,5"))
        self.form.add("printer", self.tr("打印机"), self._with_more(), buddy=self.printers)
        self.form.add("copies", self.tr("份数"), _narrow(self.copies))
        self.form.add("pages", self.tr("页码"), self.pages)
        self.form.add("both", self.tr("纸面"), self.both)
        self.form.add("overprint", self.tr("套打"), self.overprint)
        self.form.add("offset", self.tr("校正"), self.offset, buddy=self.offset.right)
        self.form.add("numbered", self.tr("份号"), self.numbered)
        self.form.add("serials", "", self.serials, buddy=self.serials.first)
        self.form.add("listed", "", self.listed)
        self.form.add("again", "", self.again)
        self.form.set_shown("again", False)
        self.say(self._about())

    def _with_more(self) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.printers, 1)
        line.addWidget(self.more)
        return row

    def _connect(self) -> None:
        self.printers.currentIndexChanged.connect(self._take_printer)
        self.more.clicked.connect(self._ask_more)
        # Closing a register waits for what its workers do.
        self._desk.closing.connect(self._stop)
        self.overprint.toggled.connect(self._show_fields)
        self.numbered.toggled.connect(self._show_fields)
        self.offset.sheet_asked.connect(self._ask_sheet)
        red = next((paper for paper in self._papers if paper.red_headed), None)
        if red is not None:
            self._desk.ask(printing.offset).for_(self).then(self._take_offset)
            answer = self._desk.ask(printing.next_serial, red).for_(self)
            answer.then(self.serials.begin_at)
        self._take_printer()

    def _show_fields(self) -> None:
        """Only what this printer and these papers can do."""
        red = any(paper.red_headed for paper in self._papers)
        numbered = red and self.numbered.isChecked()
        shown = {
            "copies": not numbered,
            "pages": len(self._papers) == 1,
            "overprint": red,
            "offset": red and self.overprint.isChecked(),
            "numbered": red,
            "serials": numbered,
            "listed": numbered,
        }
        for name, is_shown in shown.items():
            self.form.set_shown(name, is_shown)
        if self.layout() is not None:
            self.fit()

    def _take_printer(self) -> None:
        """What was set for another printer does not hold for this one."""
        self._special = None
        known = bool(self.printers.currentText())
        self.submit_button.setEnabled(known)
        two = known and self.printers.two_sided
        self.both.setEnabled(two)
        self.both.setToolTip("" if two else self.tr("这台打印机不能自动双面打印"))
        if not known:
            nothing = self.tr("这台电脑没有安装打印机。可以先另存，到别的电脑上打印。")
            self.say(f"{self._about()}\n{nothing}")

    def _take_offset(self, kept: Offset) -> None:
        self._offset = kept
        self.offset.show_offset(kept)

    def _about(self) -> str:
        pages = self.tr("共 %n 页", "", sum(paper.pages for paper in self._papers))
        titles = [f"“{paper.title}”" for paper in self._papers[:_NAMED]]
        if len(self._papers) == 1:
            return f"{titles[0]}，{pages}"
        papers = self.tr("%n 份文书", "", len(self._papers))
        more = "" if len(self._papers) <= _NAMED else self.tr("等")
        return f"{papers}，{pages}：{'、'.join(titles)}{more}"

    def _faults(self) -> dict[str, str]:
        try:
            for paper in self._papers[:1]:
                self._chosen(paper.pages)
        except PageRangeError as error:
            said = told(error)
            return {"pages": f"{said.happened}{said.next_step}"}
        if self.numbered.isChecked() and self.serials.last.value() < self.serials.first.value():
            return {"serials": self.tr("止号不能小于起号")}
        return {}

    def _chosen(self, pages: int) -> tuple[int, ...]:
        typed = self.pages.text() if len(self._papers) == 1 else ""
        return chosen_pages(typed, pages)

    def _remember(self) -> None:
        if self._desk.preferences is not None:
            device = self._desk.preferences.device
            name, both = self.printers.currentText(), self.both.isChecked()
            self._desk.preferences.change(replace(device, printer=name, both_sides=both))

    # -- the printer -----------------------------------------------------------------------

    def _printer(self) -> QPrinter:
        made = self._special or self._plain_printer()
        modes = QPrinter.DuplexMode
        made.setDuplex(modes.DuplexLongSide if self._two_sided else modes.DuplexNone)
        # Whoever may look at a print queue reads the names in it.
        made.setDocName(self.tr("联席文书"))
        # Copies are sent one after another, complete; the printer repeats nothing.
        made.setCopyCount(1)
        return made

    @property
    def _two_sided(self) -> bool:
        return self.both.isEnabled() and self.both.isChecked()

    def _plain_printer(self) -> QPrinter:
        info = QPrinterInfo.printerInfo(self.printers.currentText())
        return QPrinter(info, QPrinter.PrinterMode.HighResolution)

    def _ask_more(self) -> None:
        """The printer's own dialog: trays, paper, quality."""
        printer = self._printer()
        dialog = QPrintDialog(printer, self)
        dialog.setOption(QPrintDialog.PrintDialogOption.PrintPageRange, on=False)

        def keep() -> None:
            self.printers.setCurrentText(printer.printerName())
            self.copies.setValue(printer.copyCount())
            self.both.setChecked(printer.duplex() is not QPrinter.DuplexMode.DuplexNone)
            self._special = printer
            self.submit_button.setEnabled(True)

        dialog.accepted.connect(keep)
        # The overload of QPrintDialog itself wants a receiver.
        QDialog.open(dialog)

    def _ask_sheet(self) -> None:
        self._begin(self.tr("正在准备…"))
        self._await(
            self._desk.ask(printing.alignment),
            lambda pdf: self._run(self._printer(), (whole("", pdf, 1),), closes=False),
        )

    # -- the job ---------------------------------------------------------------------------

    def _add_list(self, printer: QPrinter, made: tuple[Copy, ...]) -> None:
        items = tuple(self._items(made))
        if self.manner.serials is None or not self.listed.isChecked():
            self._run(printer, items)
            return

        def take(table: PrintedTable) -> None:
            self._run(printer, (*items, whole(table.title, table.pdf, table.pages)))

        listing = self._desk.ask(printing.distribution, self._papers, self.manner.serials)
        self._await(listing, take)

    def _items(self, made: tuple[Copy, ...]) -> Iterator[PrintItem]:
        """What has no 份号 goes along as often as the numbered copies are many."""
        manner, offset = self.manner, self.offset.offset if self.overprint.isChecked() else Offset()
        plain = len(manner.serials.texts) if manner.serials else self.copies.value()
        for each in made:
            numbered = manner.serials is not None and each.paper.red_headed
            moved = offset if each.paper.red_headed else Offset()
            yield PrintItem(
                each.paper.title,
                each.pdf,
                self._chosen(each.pages),
                1 if numbered else plain,
                right=moved.right / _TENTHS,
                down=moved.down / _TENTHS,
            )

    def _run(self, printer: QPrinter, items: tuple[PrintItem, ...], *, closes: bool = True) -> None:
        self._begin(self.tr("正在打印…"))
        self.job = PrintJob(self._desk, items, self, both_sides=self._two_sided)
        self.job.progressed.connect(self.progress.advance)
        self.job.failed.connect(self._refuse)
        self.job.finished.connect(lambda done: self._end(done=done, closes=closes))
        self.job.start(printer)

    def _begin(self, text: str) -> None:
        self.form.show_faults({})
        self.progress.begin(text, stoppable=False)
        self._cancel.setText(self.tr("停止"))
        self.form.setEnabled(False)
        self.submit_button.setEnabled(False)

    def _await(self, answer: Answer[T], then: Callable[[T], object]) -> None:
        self._answer = answer.for_(self).otherwise(self._refuse).then(then)
        answer.always(lambda: self._gone(answer))

    def _gone(self, answer: Answer[T]) -> None:
        """What was asked for last has come; its end is that of the job where none began."""
        if self._answer is answer:
            self._answer = None
            if self.job is None:
                self._rest()

    def _end(self, *, done: bool, closes: bool) -> None:
        self.job = None
        self._rest()
        if done and closes:
            self._note()
            self.accept()
        elif not done and not self.form.summary.isVisible():
            self.say(self.tr("已经停止。送到打印机的页可能已经印出，没有记作打印。"))

    def _rest(self) -> None:
        self._special = None
        self.progress.end()
        self._cancel.setText(self.tr("取消"))
        self.form.setEnabled(True)
        self.submit_button.setEnabled(bool(self.printers.currentText()))
        self.settled.emit()

    def _note(self) -> None:
        copies, manner = self.copies.value(), self.manner
        noted = tuple(paper for paper in self._papers if paper.subject)
        if noted:
            self._desk.act(printing.note_printed, noted, copies, manner)
        self.printed.emit(Printed(copies, manner))

    def _refuse(self, error: AppError) -> None:
        self.form.refuse(error)
        if isinstance(error, SerialPrintedError):
            self.form.set_shown("again", True)
        self.fit()


def _narrow(field: QWidget) -> QWidget:
    field.setMaximumWidth(field.fontMetrics().horizontalAdvance("汉") * 8)
    return field
