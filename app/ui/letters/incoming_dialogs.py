"""A paper that came, and what becomes of what came."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox

from app.kernel import clock
from app.kernel.errors import AppError, PaperKnownError
from app.services import incoming, matters, members
from app.services.changes import Changes
from app.services.incoming import Addition, IncomingRow, PaperDraft
from app.services.matters import MatterRow
from app.services.members import MemberRow
from app.ui.page import Page
from app.ui.widgets.dates import OptionalDay
from app.ui.widgets.file_field import FileField
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.moments import MomentEdit

translate = QCoreApplication.translate


class PaperForm(FormDialog):
    """登记纸质来文: its number in the book is given then. Signal: ``entered`` (uid)."""

    entered = Signal(str)

    def __init__(self, page: Page) -> None:
        super().__init__(translate("letters", "登记纸质来文"), translate("letters", "登记"), page)
        self._page = page
        self.say(self.tr("收文号按年度自动编排；来文的字号、日期照原件填写。"))
        now = page.desk.clock.now()
        self.author = QComboBox()
        self.author.setEditable(True)
        self.author.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.received_at, self.dated_on = MomentEdit(now), OptionalDay(clock.local_date(now))
        self.copies, self.handler, self.remark = _copies(1), QLineEdit(), _remark("")
        self.matter = _matters()
        self.file = FileField(self.tr("来文的扫描件"))
        self.again = QCheckBox(self.tr("另行登记：与已登记的不是同一件"))
        self.again.hide()
        self.form.add("sender", self.tr("来文机关"), self.author)
        self.form.add("number", self.tr("来文字号"), QLineEdit())
        self.form.add("title", self.tr("标题"), QLineEdit())
        self.form.add("dated_on", self.tr("成文日期"), self.dated_on, buddy=self.dated_on.edit)
        self.form.add("received_at", self.tr("收文时间"), self.received_at)
        self.form.add("copies", self.tr("份数"), self.copies)
        self.form.add("handler", self.tr("承办人"), self.handler)
        self.form.add("matter", self.tr("相关事项"), self.matter)
        self.form.add("remark", self.tr("办理情况"), self.remark)
        self.form.add("file", self.tr("来文的扫描件"), self.file, buddy=self.file.line)
        self.form.add_wide(self.again)
        page.ask(members.rows).for_(self).then(self._offer_senders)
        page.ask(matters.rows).for_(self).then(lambda rows: _offer(self.matter, rows))
        self.fit()

    def submit(self) -> None:
        if not self.submit_button.isEnabled():
            return
        self.submit_button.setEnabled(False)
        draft = PaperDraft(
            sender=self.author.currentText(),
            title=self.form.text_of("title"),
            received_at=self.received_at.moment(),
            number=self.form.text_of("number"),
            dated_on=self.dated_on.day(),
            copies=self.copies.value(),
            handler=self.handler.text(),
            remark=self.remark.toPlainText(),
            matter_uid=str(self.matter.currentData() or ""),
            file=self.file.path(),
            again=self.again.isChecked(),
        )
        answer = self._page.act(incoming.enter_paper, draft).for_(self)
        answer.then(self._done).otherwise(self._refused)

    # -- inside ----------------------------------------------------------------------------

    def _offer_senders(self, rows: tuple[MemberRow, ...]) -> None:
        typed = self.author.currentText()
        self.author.addItems([row.name for row in rows if not row.is_self])
        self.author.setCurrentText(typed)

    def _done(self, changes: Changes) -> None:
        self.entered.emit(changes.uid)
        self.accept()

    def _refused(self, error: AppError) -> None:
        self.submit_button.setEnabled(True)
        self.form.refuse(error)
        if isinstance(error, PaperKnownError):
            self.again.show()
            self.fit()


class AdditionForm(FormDialog):
    """办理情况: who handles it, what became of it; nothing of what was entered is removed."""

    def __init__(self, page: Page, row: IncomingRow) -> None:
        super().__init__(translate("letters", "办理情况"), translate("letters", "保存"), page)
        self._page = page
        self._row = row
        self.say(f"{row.entered}　{row.title}")
        self.handler, self.remark = QLineEdit(row.handler), _remark(row.remark)
        self.copies, self.matter = _copies(row.copies), _matters()
        self.file = FileField(self.tr("来文的扫描件"))
        self.form.add("handler", self.tr("承办人"), self.handler)
        self.form.add("remark", self.tr("办理情况"), self.remark)
        self.form.add("copies", self.tr("份数"), self.copies)
        self.form.add("matter", self.tr("相关事项"), self.matter)
        self.form.add("file", self.tr("来文的扫描件"), self.file, buddy=self.file.line)
        # A letter from a bundle belongs to its matter and is its own text.
        self.form.set_shown("matter", shown=not row.letter_uid)
        self.form.set_shown("file", shown=not row.letter_uid)
        page.ask(matters.rows).for_(self).then(self._offer_matters)
        self.fit()

    def submit(self) -> None:
        if not self.submit_button.isEnabled():
            return
        self.submit_button.setEnabled(False)
        said = Addition(
            handler=self.handler.text(),
            remark=self.remark.toPlainText(),
            copies=self.copies.value(),
            matter_uid=str(self.matter.currentData() or ""),
            file=self.file.path(),
        )
        answer = self._page.act(incoming.add, self._row.uid, said).for_(self)
        answer.then(lambda _: self.accept()).otherwise(self._refused)

    def _offer_matters(self, rows: tuple[MatterRow, ...]) -> None:
        _offer(self.matter, rows)
        self.matter.setCurrentIndex(max(0, self.matter.findData(self._row.matter_uid)))

    def _refused(self, error: AppError) -> None:
        self.submit_button.setEnabled(True)
        self.form.refuse(error)


def _copies(value: int) -> QSpinBox:
    made = QSpinBox()
    made.setRange(1, 9999)
    made.setValue(value)
    return made


def _remark(text: str) -> QPlainTextEdit:
    made = QPlainTextEdit(text)
    made.setTabChangesFocus(True)
    made.setFixedHeight(made.fontMetrics().height() * 3 + 16)
    return made


def _matters() -> QComboBox:
    made = QComboBox()
    made.addItem(translate("letters", "没有相关事项"), "")
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return made


def _offer(box: QComboBox, rows: tuple[MatterRow, ...]) -> None:
    for row in rows:
        if row.subject:
            box.addItem(row.subject, row.uid)
