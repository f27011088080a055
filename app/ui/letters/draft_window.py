"""A letter before it is issued: its pages, what the check found, and its paragraphs to reword."""

from __future__ import annotations

import html
from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from app import wording
from app.documents.audit import Finding
from app.documents.kinds.edits import Edit, Kind, stretches
from app.kernel.errors import AppError
from app.services import letter_check
from app.services.changes import Changes, Noun
from app.services.letter_check import Look
from app.services.letter_text import Source
from app.ui import theme
from app.ui.actions import Shortcuts, bind
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.card import WrappingLink, button, label
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.paper import PaperView

_SETTLE_MS: Final = 700
_SIDE: Final = 360
_TOLD_BY: Final = frozenset({Noun.MATTERS, Noun.CASES, Noun.LETTERS, Noun.SETTINGS})
_PADDING: Final = 14
"""Pixels the style leaves around the text of a field, above and below together."""


class DraftWindow(QDialog):
    """Shows *source* as it stands; what is reworded here is kept with it and issued.

    Signals: ``print_asked``, ``save_asked``.
    """

    print_asked = Signal()
    save_asked = Signal()

    def __init__(self, page: Page, source: Source, first: Look) -> None:
        super().__init__(page)
        self.setWindowTitle(first.sheet.title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._page = page
        self._source = source
        self.notice = NoticeBar()
        self.view = PaperView(page.desk)
        self.print_button = button(self.tr("打印草稿…"))
        self.save_button = button(self.tr("另存…"))
        self.findings = FindingsPanel()
        self.text = TextPanel()
        self.tabs = QTabWidget()
        self._typed = QTimer(self)
        self._said: AppError | None = None
        self._lay_out()
        self._connect()
        self.look: Look = first
        self._take(first)
        self.text.show_paragraphs(first.paragraphs, first.worded)
        self.resize(self._wanted())

    def reject(self) -> None:
        """Closing keeps what was reworded: nobody types a paragraph twice."""
        self.keep()
        super().reject()

    def keep(self) -> None:
        """Save the paragraphs when they differ from those that are kept."""
        worded = self.text.worded()
        self._typed.stop()
        if worded == self.look.worded:
            return
        self._page.act(letter_check.reword, self._source, self.look.paragraphs, worded)

    # -- inside ----------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.view.tools.addWidget(self.save_button)
        self.view.tools.addWidget(self.print_button)
        self.tabs.addTab(self.findings, self.tr("检查结果"))
        self.tabs.addTab(self.text, self.tr("改正文"))
        self.tabs.setMinimumWidth(_SIDE)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.addWidget(self.view)
        halves.addWidget(self.tabs)
        halves.setStretchFactor(0, 1)
        halves.setChildrenCollapsible(False)
        note = self.tr("草稿：文号和日期留空。当事人、文号、金额、日期和清单请在表单里改。")
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 12, 14, 12)
        lines.setSpacing(8)
        lines.addWidget(label(note, "secondary", wraps=True))
        lines.addWidget(self.notice)
        lines.addWidget(halves, 1)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self._print)
        self.save_button.clicked.connect(self._save)
        bind(self, Shortcuts.PRINT, self._print)
        self._typed.setSingleShot(True)
        self._typed.setInterval(_SETTLE_MS)
        self._typed.timeout.connect(self._reword)
        self.text.changed.connect(self._typed.start)
        self.findings.page_asked.connect(self._go_to)
        self._page.desk.changed.connect(self._heard)

    def _print(self) -> None:
        self.keep()
        self.print_asked.emit()

    def _save(self) -> None:
        self.keep()
        self.save_asked.emit()

    def _reword(self) -> None:
        """Keep what stands in the fields, then show the letter as it is."""
        worded = self.text.worded()
        looked = self.look.paragraphs
        kept = self._page.act(letter_check.reword, self._source, looked, worded).for_(self)
        kept.then(lambda _: self._ask()).otherwise(self._refused)

    def _refused(self, error: AppError) -> None:
        """Nothing was kept: show the letter as it is now, and say so."""
        self._said = error
        self._ask()

    def _heard(self, changes: Changes) -> None:
        """The record may have changed below the window; its own rewordings come back too."""
        if changes.nouns & _TOLD_BY and self.isVisible():
            self._ask()

    def _ask(self) -> None:
        answer = self._page.ask_latest("draft", letter_check.look, self._source)
        answer.for_(self).then(self._take).otherwise(self.notice.refuse)

    def _take(self, look: Look) -> None:
        if look.paragraphs != self.look.paragraphs:
            self.text.follow(look.paragraphs, look.worded)
        self.look = look
        self.view.show_pdf(look.sheet.pdf, look.sheet.pages)
        self.findings.show_look(look)
        count = len(look.findings) + len(look.differences) + len(look.stale)
        title = self.tr("检查结果（{count}）") if count else self.tr("检查结果")
        self.tabs.setTabText(0, title.format(count=count))
        if self._said is not None:
            self.notice.refuse(self._said)
            self._said = None
        elif look.blocked:
            self.notice.say(Tone.BAD, self.tr("有必须改正的地方，改正前不能出具。"))
        else:
            self.notice.hide()

    def _go_to(self, number: int) -> None:
        self.view.numbers.setCurrentRow(number - 1)

    def _wanted(self) -> QSize:
        screen = QGuiApplication.primaryScreen().availableSize()
        return QSize(min(1240, screen.width() - 60), min(1000, screen.height() - 60))


class FindingsPanel(QScrollArea):
    """What the check found; ``page_asked`` (from 1) when the place of a finding is asked for."""

    page_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)

    def show_look(self, look: Look) -> None:
        content = QWidget()
        lines = QVBoxLayout(content)
        lines.setContentsMargins(4, 8, 8, 8)
        lines.setSpacing(8)
        for heading, role, told in self._groups(look):
            if told:
                lines.addWidget(label(heading, "strong"))
            for words, page in told:
                lines.addWidget(self._line(words, role, page))
        self._add_edits(lines, look)
        if not lines.count():
            words = self.tr("版面和内容都检查过了，没有发现不符合规定的地方。")
            lines.addWidget(label(words, "secondary", wraps=True))
        lines.addStretch(1)
        self.setWidget(content)

    def _add_edits(self, lines: QVBoxLayout, look: Look) -> None:
        """Every paragraph worded anew, what went struck out and what came underlined."""
        if look.edits:
            lines.addWidget(label(self.tr("改过的段落"), "strong"))
        tones = theme.colours(self.palette()).tones
        for edit in look.edits:
            shown = label("", wraps=True)
            shown.setTextFormat(Qt.TextFormat.RichText)
            shown.setText(_marked(edit, tones[Tone.BAD][0], tones[Tone.GOOD][0]))
            lines.addWidget(shown)

    def _groups(self, look: Look) -> tuple[tuple[str, str, list[tuple[str, int]]], ...]:
        """Heading, role and what stands below it: words and a page, 0 for the whole letter."""
        stale = self.tr("登记的内容变了，这段改动对不上，请重新修改：“{text}”")
        wrong = [(stale.format(text=edit.was), 0) for edit in look.stale]
        wrong += [_told(each) for each in look.findings if each.blocks]
        other = [(wording.difference_text(each, in_words), 0) for each in look.differences]
        hints = [_told(each) for each in look.findings if not each.blocks]
        return (
            (self.tr("必须改正"), "fault", wrong),
            (self.tr("改动涉及名称、数字或者否定，请核对"), "warn", other),
            (self.tr("提示"), "secondary", hints),
        )

    def _line(self, words: str, role: str, page: int) -> QWidget:
        if not page:
            return label(words, role, wraps=True)
        link = WrappingLink(words, "fault-link" if role == "fault" else "link")
        link.clicked.connect(partial(self.page_asked.emit, page))
        return link


class TextPanel(QScrollArea):
    """The paragraphs of the body, each to be worded anew; ``changed`` while somebody types."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.fields: list[ParagraphField] = []

    def show_paragraphs(self, paragraphs: Sequence[str], worded: Sequence[str]) -> None:
        content = QWidget()
        lines = QVBoxLayout(content)
        lines.setContentsMargins(4, 8, 8, 8)
        lines.setSpacing(10)
        hint = self.tr("只能改叙述文字；清空一段就不印这一段，换行分成两段。改动随草稿自动保存。")
        lines.addWidget(label(hint, "secondary", wraps=True))
        pairs = zip(paragraphs, worded, strict=True)
        self.fields = [ParagraphField(*pair, number) for number, pair in enumerate(pairs, 1)]
        for field in self.fields:
            field.changed.connect(self.changed)
            lines.addWidget(field)
        if not self.fields:
            lines.addWidget(label(self.tr("这份文书没有可以改写的段落。"), "secondary"))
        lines.addStretch(1)
        self.setWidget(content)

    def follow(self, paragraphs: Sequence[str], worded: Sequence[str]) -> None:
        """Show the *paragraphs* of a record that changed; what was typed over one that is still
        there stays."""
        typed = {field.template: field.text() for field in self.fields if field.is_changed}
        pairs = zip(paragraphs, worded, strict=True)
        self.show_paragraphs(paragraphs, [typed.get(was, words) for was, words in pairs])

    def worded(self) -> tuple[str, ...]:
        return tuple(field.text() for field in self.fields)


class _Lines(QPlainTextEdit):
    """As high as its lines: two scrolling areas inside each other lose the reader."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        lines = max(round(self.document().size().height()), 1)
        around = 2 * round(self.document().documentMargin()) + _PADDING
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + around)


class ParagraphField(QWidget):
    """One paragraph and the way back to what the template says."""

    changed = Signal()

    def __init__(self, template: str, words: str, number: int) -> None:
        super().__init__()
        self.template = template
        self.edit = _Lines(words)
        self.edit.setAccessibleName(self.tr("第 {number} 段").format(number=number))
        self.back = button(self.tr("恢复原文"), "link")
        self.back.clicked.connect(lambda: self.edit.setPlainText(template))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        lines.addWidget(self.edit)
        lines.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.edit.textChanged.connect(self._changed)
        self._show_way_back()

    def text(self) -> str:
        return self.edit.toPlainText().strip()

    @property
    def is_changed(self) -> bool:
        return self.text() != self.template

    def _changed(self) -> None:
        self._show_way_back()
        self.changed.emit()

    def _show_way_back(self) -> None:
        self.back.setVisible(self.is_changed)


def _marked(edit: Edit, lost: str, new: str) -> str:
    ways = {Kind.KEPT: "{}", Kind.LOST: f'<s style="color:{lost}">{{}}</s>'}
    ways[Kind.NEW] = f'<u style="color:{new}">{{}}</u>'
    told = (ways[each.kind].format(html.escape(each.words)) for each in stretches(edit))
    return "".join(told).replace("\n", "<br>")


def _told(finding: Finding) -> tuple[str, int]:
    return wording.finding_text(finding, in_words), finding.page
