"""拟稿: letters in preparation and, to be copied, those that were issued from a draft."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QMenu, QMessageBox, QStackedWidget, QVBoxLayout

from app import wording
from app.documents.kinds.letters import LetterKind
from app.kernel import clock
from app.services import drafting
from app.services.changes import Changes
from app.services.drafting import DraftRow, DraftView
from app.services.letter_sheet import Sheet
from app.ui.actions import Shortcuts
from app.ui.letters.case_dialog import CaseDialog
from app.ui.letters.paper_editor import FORM, PaperEditor
from app.ui.letters.paper_fields import PAPER_FIELDS
from app.ui.letters.tab import LettersTab
from app.ui.matters.papers import Papers
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.card import Card, button
from app.ui.widgets.folding import FoldingTable
from app.ui.widgets.table import Column, ShortTable

_FOLDS: Final = (6, 2, 5)
"""Who changed it last goes first, then the receiver, then when."""


NAME: Final = "drafts"
"""The subject of the page that leads here."""


class DraftsTab(LettersTab):
    """The list, and in its place the form of the letter that is being written."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.papers = Papers(page)
        self.model = ShortTable(self._columns())
        self.table = FoldingTable(self.model, self.tr("拟稿"), _FOLDS)
        self.table.empty.say(self.tr("还没有拟稿。按“新拟文书”选文种，填一页表单即可出具。"))
        self.new_button = button(self.tr("新拟文书"), "primary")
        self.new_menu = QMenu(self.new_button)
        for kind in PAPER_FIELDS:
            action = self.new_menu.addAction(in_words(wording.LETTER_KINDS[kind.value]))
            action.triggered.connect(partial(self.begin, kind))
        self.new_button.setMenu(self.new_menu)
        self.open_button = button(self.tr("打开"))
        self.copy_button = button(self.tr("复制为新稿"))
        self.minutes_button = button(self.tr("拟写纪要"))
        self.sign_in_button = button(self.tr("签到表…"))
        self.case_button = button(self.tr("归入案件…"))
        self.discard_button = button(self.tr("删除…"), "danger")
        self.editor: PaperEditor | None = None
        self._issued = ""
        self.question: QMessageBox | None = None
        self.stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._show(None)

    # -- as every part ---------------------------------------------------------------------

    def refresh(self) -> None:
        self.page.ask_latest("letter_drafts", drafting.rows).then(self._take)

    def show_subject(self, uid: str) -> None:
        if uid:
            self._open(uid)

    def resume(self, form: str, subject: str) -> None:
        if not form.startswith(f"{FORM}."):
            return
        if subject:
            self._open(subject)
        else:
            self.begin(LetterKind(form.removeprefix(f"{FORM}.")))

    def handlers(self) -> Mapping[Shortcuts, Callable[[], object]]:
        if self.editor is not None:
            return {Shortcuts.SAVE: self.editor.save, Shortcuts.COMMIT: self.editor.issue}
        able: dict[Shortcuts, Callable[[], object]] = {Shortcuts.NEW: self.new_button.showMenu}
        if self.table.current is not None:
            able[Shortcuts.EDIT] = self._open_current
        return able

    # -- the form --------------------------------------------------------------------------

    def begin(self, kind: LetterKind) -> None:
        """An empty form of *kind*; what was typed in one and not saved is put back."""
        self._show_editor(PaperEditor(self.page, self.papers, kind))

    def _open(self, uid: str) -> None:
        self.page.ask_latest("letter_draft", drafting.show, uid).then(self._show_view)

    def _open_current(self) -> None:
        if (row := self._current()) is not None:
            self._open(row.uid)

    def _show_view(self, view: DraftView) -> None:
        """What was issued is frozen: its text is shown instead of its form."""
        if view.row.issued:
            self.page.ask(drafting.issued_letter, view.row.uid).then(self.papers.show_letter)
        else:
            self._show_editor(PaperEditor(self.page, self.papers, view.row.kind, view))

    def _show_editor(self, editor: PaperEditor) -> None:
        self._close_editor()
        self.page.notice.clear()
        self.editor = editor
        editor.left.connect(self._leave)
        editor.issued.connect(self._tell_issued)
        self.stack.addWidget(editor)
        self.stack.setCurrentWidget(editor)
        self.page.show_subject(NAME)
        editor.begin()
        self.page.handlers_changed.emit()

    def _close_editor(self) -> None:
        if self.editor is None:
            return
        editor, self.editor = self.editor, None
        editor.keep()
        self.stack.removeWidget(editor)
        editor.deleteLater()
        self.page.handlers_changed.emit()

    def _leave(self, unsaved: bool) -> None:
        editor = self.editor
        if editor is None:
            return
        kind, uid = editor.kind, editor.uid
        self._close_editor()
        self.table.setFocus()
        if unsaved:
            self.page.notice.say(
                Tone.INFO,
                self.tr("改动已自动保存，尚未存稿。"),
                verb=self.tr("继续填写"),
                does=lambda: self._open(uid) if uid else self.begin(kind),
            )

    def _tell_issued(self, _letter_uid: str, number: str) -> None:
        uid = self.editor.uid if self.editor else ""
        self._close_editor()
        self.table.setFocus()
        self._issued = uid
        self.refresh()
        self.page.notice.say(
            Tone.GOOD,
            self.tr("已出具，文号 {number}。").format(number=number),
            verb=self.tr("查看、打印"),
            does=lambda: self._open(uid),
        )

    # -- the list --------------------------------------------------------------------------

    def _take(self, rows: tuple[DraftRow, ...]) -> None:
        kept = self._current()
        chosen, self._issued = self._issued or (kept.uid if kept else ""), ""
        self.model.set_rows(rows)
        at = (n for n, row in enumerate(rows) if row.uid == chosen)
        if rows:
            self.table.select(next(at, 0))
        self._show(self._current())

    def _current(self) -> DraftRow | None:
        row = self.table.current
        return row if isinstance(row, DraftRow) else None

    def _show(self, row: DraftRow | None) -> None:
        notice = row is not None and row.kind is LetterKind.MEETING_NOTICE
        self.open_button.setEnabled(row is not None)
        self.copy_button.setEnabled(row is not None)
        self.case_button.setEnabled(row is not None)
        self.minutes_button.setVisible(notice)
        self.sign_in_button.setVisible(notice)
        self.discard_button.setEnabled(row is not None and not row.issued)
        self.open_button.setText(
            self.tr("查看、打印") if row is not None and row.issued else self.tr("打开")
        )
        self.page.handlers_changed.emit()

    def _copy(self) -> None:
        if (row := self._current()) is not None:
            self.page.act(drafting.copy, row.uid).then(self._open_new)

    def _write_minutes(self) -> None:
        if (row := self._current()) is not None:
            self.page.act(drafting.begin_minutes, row.uid).then(self._open_new)

    def _open_new(self, changes: Changes) -> None:
        self._open(changes.uid)

    def _show_sign_in(self) -> None:
        if (row := self._current()) is not None:

            def show(sheet: Sheet) -> None:
                self.papers.show_sheet(row.uid, LetterKind.SIGN_IN, sheet)

            self.page.ask(drafting.sign_in_sheet, row.uid).then(show)

    def _ask_case(self) -> None:
        if (row := self._current()) is not None:
            CaseDialog(self.page, row).open()

    def _ask_discard(self) -> None:
        row = self._current()
        if row is None:
            return
        self.question = dialogs.confirm(
            self,
            self.tr("删除“{subject}”的拟稿？").format(subject=row.subject or self.tr("（未填写）")),
            self.tr("拟稿没有编号，删除后不能恢复。"),
            self.tr("删除拟稿"),
            lambda: self.page.act(drafting.discard, row.uid),
            danger=True,
        )

    # -- making ----------------------------------------------------------------------------

    def _columns(self) -> tuple[Column[DraftRow], ...]:
        return (
            Column(self.tr("文种"), _kind, sample="典型案例通报"),
            Column(self.tr("事由"), _subject, tip=_subject, stretches=True),
            Column(
                self.tr("主送、分送"), lambda row: row.receiver, sample="示例市公安局、示例市审计"
            ),
            Column(self.tr("状态"), self._state, tone=_tone, sample="已出具"),
            Column(self.tr("文号"), lambda row: row.number, sample="示财采函〔2026〕10号"),
            Column(self.tr("修改时间"), _changed, sample="2026-12-31 23:59"),
            Column(self.tr("修改人"), lambda row: row.changed_by, sample="甲某某某"),
        )

    def _state(self, row: DraftRow) -> str:
        return self.tr("已出具") if row.issued else self.tr("拟稿")

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(8)
        for each in (
            self.new_button,
            self.open_button,
            self.copy_button,
            self.minutes_button,
            self.sign_in_button,
            self.case_button,
        ):
            across.addWidget(each)
        across.addStretch(1)
        across.addWidget(self.discard_button)
        card = Card()
        card.body.addLayout(across)
        card.body.addWidget(self.table, 1)
        self.stack.addWidget(card)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 8, 0, 0)
        lines.addWidget(self.stack)

    def _connect(self) -> None:
        self.table.chosen.connect(self._show)
        self.table.opened.connect(lambda row: self._open(row.uid))
        self.open_button.clicked.connect(self._open_current)
        self.copy_button.clicked.connect(self._copy)
        self.minutes_button.clicked.connect(self._write_minutes)
        self.sign_in_button.clicked.connect(self._show_sign_in)
        self.case_button.clicked.connect(self._ask_case)
        self.discard_button.clicked.connect(self._ask_discard)


def _kind(row: DraftRow) -> str:
    return in_words(wording.LETTER_KINDS[row.kind.value])


def _subject(row: DraftRow) -> str:
    return row.subject


def _tone(row: DraftRow) -> Tone:
    return Tone.GOOD if row.issued else Tone.INFO


def _changed(row: DraftRow) -> str:
    return f"{clock.local(row.changed_at):%Y-%m-%d %H:%M}"
