"""The two ways to issue a letter: numbered here, or finished elsewhere and entered."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit

from app import wording
from app.documents.kinds.letters import LetterKind
from app.kernel import clock
from app.kernel.errors import (
    AppError,
    LetterFieldsError,
    NumberUnsureError,
    RewordingUnseenError,
)
from app.rules.numbering import Series
from app.services import final_text, letter_check, letters
from app.services.changes import Changes
from app.services.final_text import Begun, Typed
from app.services.letter_text import Source
from app.services.letter_thread import Words
from app.services.letters import ExternalDraft, IssueDraft
from app.ui.matters.final_check import FinalTextCheck
from app.ui.matters.letter_words import LetterWords
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.widgets.card import button, label
from app.ui.widgets.dates import DayEdit
from app.ui.widgets.file_field import FileField
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.undrawn import CharacterWatch


class LetterForm(FormDialog):
    """What both ways ask: the words of the letter, its signer and its date.

    *source_of* makes the letter of its words, in a matter or standing alone.

    Signals: ``issued`` (letter uid, number); ``composed`` (Source, Look) when its draft was asked
    for.
    """

    issued = Signal(str, str)
    composed = Signal(object, object)

    def __init__(
        self, page: Page, kind: LetterKind, source_of: Callable[[Words], Source], verb: str
    ) -> None:
        name = in_words(wording.LETTER_KINDS[kind.value])
        super().__init__(name, verb, page)
        self.page = page
        self.kind = kind
        CharacterWatch(page.desk, self.form)
        self.source_of = source_of
        self.signer = QLineEdit()
        self.dated_on = DayEdit(self.today())
        self.said = LetterWords(self.form, kind, self.today())

    def today(self) -> date:
        return clock.local_date(self.page.desk.clock.now())

    def add_look(self) -> None:
        """A button that shows the letter as it would be with these words."""
        self.look = button(self.tr("看草稿"))
        self.look.clicked.connect(self._compose)
        self.form.add_wide(self.look)

    def _compose(self) -> None:
        self.form.show_faults({})
        source = self.source_of(self.said.words())
        answer = self.page.ask(letter_check.look, source).for_(self)
        answer.then(partial(self.composed.emit, source)).otherwise(self.refused)

    def empty(self) -> dict[str, str]:
        return {name: self._missing(name) for name in self.needed() if not self.form.text_of(name)}

    def needed(self) -> tuple[str, ...]:
        """The fields that must be filled in."""
        return ()

    def refused(self, error: AppError) -> None:
        self.submit_button.setEnabled(True)
        if isinstance(error, LetterFieldsError):
            fields = error.facts["fields"]
            if named := self.said.named(fields if isinstance(fields, tuple) else ()):
                self.form.show_faults({name: self._missing(name) for name in named})
                return
        self.form.refuse(error)

    def _missing(self, name: str) -> str:
        return self.tr("请填写“{label}”").format(label=self.form.label_of(name))


class IssueForm(LetterForm):
    """本系统定稿编号: the number that will be drawn is shown before it is."""

    def __init__(self, page: Page, kind: LetterKind, source_of: Callable[[Words], Source]) -> None:
        verb = QCoreApplication.translate("matters", "编号并出具")
        super().__init__(page, kind, source_of, verb)
        self.say(
            self.tr(
                "编号、定稿、登记在一步内完成；出具后不能修改，只能更正或者撤回。版面请先看草稿。"
            )
        )
        self.code = QLineEdit()
        self.number = label("", "strong")
        self.form.add("code", self.tr("机关代字"), self.code, hint=self.tr("如：示财采移"))
        self.form.add("number", self.tr("将使用的文号"), self.number)
        self.confirmed = QCheckBox(self.tr("已与办公室核对，这个文号没有用过"))
        self.confirmed.hide()
        self.form.add_wide(self.confirmed)
        self.compared = QCheckBox(self.tr("已逐字核对改过的段落，照改后的正文出具"))
        self.compared.hide()
        self.form.add_wide(self.compared)
        self.form.add("signer", self.tr("签发人"), self.signer)
        self.form.add("dated_on", self.tr("成文日期"), self.dated_on)
        self.said.add()
        self.add_look()
        self._number, self._coded, self._reworded = "", True, ""
        self.code.textChanged.connect(self._ask_number)
        self.dated_on.dateChanged.connect(self._ask_number)
        page.ask(letters.series, kind).for_(self).then(self._propose_code)
        self._ask_number()
        self.fit()

    def needed(self) -> tuple[str, ...]:
        return ("code", "signer") if self._coded else ("signer",)

    def submit(self) -> None:
        if not self.submit_button.isEnabled():
            return
        if faults := self.empty():
            self.form.show_faults(faults)
            return
        self.submit_button.setEnabled(False)
        wish = IssueDraft(
            code=self.code.text().strip(),
            signer=self.signer.text().strip(),
            dated_on=self.dated_on.day(),
            words=self.said.words(),
            number_confirmed=self._number if self.confirmed.isChecked() else "",
            rewording_confirmed=self._reworded if self.compared.isChecked() else "",
        )
        answer = self.page.act(letters.issue_of, self.source_of(wish.words), wish).for_(self)
        answer.then(self._done).otherwise(self.refused)

    def refused(self, error: AppError) -> None:
        super().refused(error)
        if isinstance(error, NumberUnsureError):
            self._show_number(str(error.facts["number"]))
            self.confirmed.show()
            self.fit()
        if isinstance(error, RewordingUnseenError):
            self._reworded = str(error.facts["digest"])
            self.compared.setChecked(False)
            self.compared.show()
            self.fit()

    def _done(self, changes: Changes) -> None:
        self.issued.emit(changes.uid, self._number)
        self.accept()

    def _propose_code(self, series: Series) -> None:
        """The one the office said or used last, unless the person was quicker."""
        self._coded = series.coded
        self.form.set_shown("code", series.coded)
        if not self.code.text():
            self.code.setText(series.code)
        self._ask_number()

    def _ask_number(self) -> None:
        code = self.code.text().strip()
        if self._coded and not code:
            self._show_number("")
            return
        day = self.dated_on.day()
        answer = self.page.ask_latest("number", letters.next_number, code, day, self.kind)
        answer.for_(self).then(lambda number: self._take_number(code, number))

    def _take_number(self, code: str, number: str) -> None:
        if code == self.code.text().strip():
            self._show_number(number)

    def _show_number(self, number: str) -> None:
        if number != self._number:
            self.confirmed.setChecked(False)
        self._number = number
        self.number.setText(number or self.tr("填写机关代字后显示"))


class ExternalForm(LetterForm):
    """外部定稿: what 办公室 gave, and the final file, which becomes the issued text."""

    def __init__(self, page: Page, kind: LetterKind, source_of: Callable[[Words], Source]) -> None:
        super().__init__(
            page, kind, source_of, QCoreApplication.translate("matters", "登记外部定稿")
        )
        self.say(
            self.tr(
                "适用于在办公系统里修改、由办公室编号用印的文书：文号、签发人、日期照原件填写，"
                "并附定稿文件或者扫描件，以它为准。"
            )
        )
        finals = self.tr("定稿文件或扫描件 (*.pdf *.ofd *.docx *.jpg *.jpeg *.png *.tif);;全部 (*)")
        self.file = FileField(self.tr("定稿文件或扫描件"), finals)
        self.number, self.title = QLineEdit(), QLineEdit()
        self.form.add("number", self.tr("文号"), self.number)
        self.form.add("title", self.tr("标题"), self.title)
        self.form.add("signer", self.tr("签发人"), self.signer)
        self.form.add("dated_on", self.tr("成文日期"), self.dated_on)
        self.form.add("file", self.tr("定稿文件或扫描件"), self.file, buddy=self.file.line)
        self.check = FinalTextCheck(page, self._typed, self.file.path)
        self.form.add_wide(self.check)
        self.said.add(of_step=True)
        for line in (self.number, self.title, self.file.line):
            line.textChanged.connect(self.check.look)
        self.dated_on.dateChanged.connect(self.check.look)
        self.check.grown.connect(self.fit)
        begun = page.ask(final_text.begun, source_of(self.said.words())).for_(self)
        begun.then(self._propose)
        self.fit()

    def needed(self) -> tuple[str, ...]:
        return ("number", "signer", "file")

    def submit(self) -> None:
        if not self.submit_button.isEnabled():
            return
        path = self.file.path()
        if (faults := self.empty()) or path is None:
            self.form.show_faults(faults)
            return
        self.submit_button.setEnabled(False)
        wish = ExternalDraft(
            number=self.form.text_of("number"),
            signer=self.signer.text().strip(),
            dated_on=self.dated_on.day(),
            file=path,
            words=self.said.words(),
            title=self.title.text().strip(),
        )
        source = self.source_of(wish.words)
        answer = self.page.act(letters.issue_external_of, source, wish).for_(self)
        answer.then(self._done).otherwise(self.refused)

    def _typed(self) -> Typed:
        return Typed(self.number.text(), self.title.text(), self.dated_on.day())

    def _propose(self, known: Begun) -> None:
        """The title it was drafted with, unless the person was quicker."""
        if not self.title.text():
            self.title.setText(known.title)
        self.check.tell_exported(known.exported)

    def _done(self, changes: Changes) -> None:
        self.issued.emit(changes.uid, self.form.text_of("number"))
        self.accept()
