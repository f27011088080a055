"""文书模板: an office's wording of its letters, edited beside the letter it makes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QGuiApplication, QTextCursor
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app import wording
from app.documents.kinds.facts import Facts, Issue
from app.documents.kinds.letters import LetterKind
from app.services import house_templates
from app.services.house_templates import TemplateRow, TemplateText
from app.services.letter_sheet import Sheet
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.card import WrappingLink, button, label
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.paper import PaperView

if TYPE_CHECKING:
    from app.documents.kinds.template_check import TemplateFault

_SETTLE_MS: Final = 600
_KIND: Final = Qt.ItemDataRole.UserRole


class TemplatesWindow(QDialog):
    """Every letter's template; *samples* and *issues* are what its preview is made of."""

    def __init__(
        self, page: Page, samples: Mapping[LetterKind, Facts], issues: Mapping[LetterKind, Issue]
    ) -> None:
        super().__init__(page)
        self.setWindowTitle(self.tr("文书模板"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._page = page
        self._samples = samples
        self._issues = issues
        self._shown: TemplateText | None = None
        self.notice = NoticeBar()
        self.names = QListWidget()
        self.edit = QPlainTextEdit()
        self.faults = QVBoxLayout()
        self.view = PaperView(page.desk)
        self.save_button = button(self.tr("保存"), "primary")
        self.restore_button = button(self.tr("恢复程序自带的模板"))
        self._typed = QTimer(self)
        self.links: list[QWidget] = []
        self._lay_out()
        self._connect()
        self.resize(self._wanted())
        self._ask_names()

    @property
    def kind(self) -> LetterKind | None:
        item = self.names.currentItem()
        return LetterKind(item.data(_KIND)) if item else None

    @property
    def changed(self) -> bool:
        """Whether something is typed that is not saved."""
        return self._shown is not None and self.edit.toPlainText() != self._shown.text

    @property
    def waiting(self) -> bool:
        """Whether what was typed has still to be checked."""
        return self._typed.isActive()

    def reject(self) -> None:
        if self.changed:
            self._confirm(super().reject)
        else:
            super().reject()

    # -- inside ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.names.setAccessibleName(self.tr("文书"))
        self.edit.setAccessibleName(self.tr("模板正文"))
        self.edit.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.edit.setTabChangesFocus(True)
        middle = QWidget()
        lines = QVBoxLayout(middle)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.edit, 1)
        lines.addLayout(self.faults)
        across = QHBoxLayout()
        across.addWidget(self.save_button)
        across.addWidget(self.restore_button)
        across.addStretch(1)
        lines.addLayout(across)
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        for number, (widget, stretch) in enumerate(((self.names, 0), (middle, 3), (self.view, 3))):
            parts.addWidget(widget)
            parts.setStretchFactor(number, stretch)
        parts.setSizes([180, 520, 520])
        note = self.tr(
            "花括号里是登记的内容，不能改名；其余文字可以照本单位的习惯改。"
            "改动只影响以后的文书，预览用的是虚构的示例数据。"
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 12, 14, 12)
        whole.setSpacing(8)
        whole.addWidget(label(note, "secondary", wraps=True))
        whole.addWidget(self.notice)
        whole.addWidget(parts, 1)

    def _connect(self) -> None:
        self._typed.setSingleShot(True)
        self._typed.setInterval(_SETTLE_MS)
        self._typed.timeout.connect(self._check)
        self.edit.textChanged.connect(self._typed.start)
        self.names.currentItemChanged.connect(self._chosen)
        self.save_button.clicked.connect(self._save)
        self.restore_button.clicked.connect(self._ask_restore)

    def _ask_names(self) -> None:
        self._page.ask(house_templates.every).for_(self).then(self._take_names)

    def _take_names(self, rows: tuple[TemplateRow, ...]) -> None:
        chosen = self.kind
        self.names.blockSignals(True)
        self.names.clear()
        for row in rows:
            name = in_words(wording.LETTER_KINDS[row.kind.value])
            text = self.tr("{name}（已改）").format(name=name) if row.own else name
            item = QListWidgetItem(text)
            item.setData(_KIND, row.kind.value)
            self.names.addItem(item)
            if row.kind is chosen:
                self.names.setCurrentItem(item)
        self.names.blockSignals(False)
        if chosen is None:
            self.names.setCurrentRow(0)

    def _chosen(self, now: QListWidgetItem | None, before: QListWidgetItem | None) -> None:
        if now is None:
            return
        if self.changed and before is not None:
            self.names.blockSignals(True)
            self.names.setCurrentItem(before)
            self.names.blockSignals(False)
            self._confirm(partial(self._leave_for, now))
            return
        self._show(LetterKind(now.data(_KIND)))

    def _leave_for(self, item: QListWidgetItem) -> None:
        self._shown = None
        self.names.setCurrentItem(item)

    def _show(self, kind: LetterKind) -> None:
        answer = self._page.ask_latest("template", house_templates.text, kind).for_(self)
        answer.then(self._take).otherwise(self.notice.refuse)

    def _take(self, text: TemplateText) -> None:
        self._shown = text
        self.edit.setPlainText(text.text)
        self.restore_button.setEnabled(text.text != text.original)
        self._typed.stop()
        self._check()

    def _check(self) -> None:
        if self.kind is None:
            return
        said = self._said(self.kind)
        found = self._page.ask_latest("faults", house_templates.faults, *said).for_(self)
        found.then(self._take_faults)

    def _said(self, kind: LetterKind) -> tuple[LetterKind, str, Facts, Issue]:
        return kind, self.edit.toPlainText(), self._samples[kind], self._issues[kind]

    def _take_faults(self, found: tuple[TemplateFault, ...]) -> None:
        for link in self.links:
            link.deleteLater()
        self.links = [self._fault(fault) for fault in found]
        for link in self.links:
            self.faults.addWidget(link)
        self.save_button.setEnabled(not found and self.changed)
        if found or self.kind is None:
            return
        said = self._said(self.kind)
        sheet = self._page.ask_latest("sheet", house_templates.try_out, *said).for_(self)
        sheet.then(self._take_sheet).otherwise(self.notice.refuse)

    def _take_sheet(self, sheet: Sheet) -> None:
        self.notice.hide()
        self.view.show_pdf(sheet.pdf, sheet.pages)

    def _fault(self, fault: TemplateFault) -> QWidget:
        if fault.unknown:
            words = self.tr("没有“{name}”这一项登记内容").format(name=fault.unknown)
        else:
            words = self.tr("模板写法有错误：{reason}").format(reason=fault.reason)
        if not fault.line:
            return label(words, "fault", wraps=True)
        link = WrappingLink(self.tr("第 {line} 行：{words}").format(line=fault.line, words=words))
        link.clicked.connect(partial(self._go_to, fault.line))
        return link

    def _go_to(self, line: int) -> None:
        cursor = QTextCursor(self.edit.document().findBlockByNumber(line - 1))
        self.edit.setTextCursor(cursor)
        self.edit.setFocus()

    def _save(self) -> None:
        if self.kind is None or not self.save_button.isEnabled():
            return
        said = self._said(self.kind)
        answer = self._page.act(house_templates.save, *said).for_(self)
        answer.then(lambda _: self._done(self.tr("已保存，以后的文书照此措辞。")))
        answer.otherwise(self.notice.refuse)

    def _ask_restore(self) -> None:
        dialogs.confirm(
            self,
            self.tr("恢复程序自带的模板？"),
            self.tr("本单位改过的措辞会删除；已出具的文书不受影响。"),
            self.tr("恢复"),
            self._restore,
            danger=True,
        )

    def _restore(self) -> None:
        if self.kind is not None:
            answer = self._page.act(house_templates.restore, self.kind).for_(self)
            answer.then(lambda _: self._done(self.tr("已恢复程序自带的模板。")))

    def _done(self, words: str) -> None:
        self.notice.say(Tone.GOOD, words)
        self._ask_names()
        if self.kind is not None:
            self._show(self.kind)

    def _confirm(self, leave: Callable[[], object]) -> None:
        dialogs.confirm(
            self,
            self.tr("改动还没有保存，放弃吗？"),
            self.tr("放弃后回到上次保存的措辞。"),
            self.tr("放弃改动"),
            leave,
            danger=True,
        )

    def _wanted(self) -> QSize:
        screen = QGuiApplication.primaryScreen().availableSize()
        return QSize(min(1280, screen.width() - 40), min(860, screen.height() - 40))
