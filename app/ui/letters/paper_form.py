"""The one form for all letters that stand alone, made of the table of their fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from app import wording
from app.documents.kinds.letters import LetterKind
from app.kernel import canon, plain
from app.kernel.canon import Plain
from app.kernel.errors import NotCanonicalError
from app.rules.papers import PAPERS, Paper
from app.ui.letters.addressees import AddresseesField
from app.ui.letters.boxes import Box, made
from app.ui.letters.paper_fields import PAPER_FIELDS, Asks, PaperField
from app.ui.letters.rows_field import RowsField
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.widgets.form import Form
from app.wording.papers import PAPER_FAULTS, PAPER_HINTS, PAPER_LABELS

_NARROW: Final = frozenset({Asks.DAY, Asks.OPTIONAL_DAY, Asks.MOMENT, Asks.CHOICE})


class PaperForm(Form):
    """The fields of a letter of *kind*; complete or not, they always make its particulars."""

    def __init__(
        self, page: Page, kind: LetterKind, now: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.boxes: dict[str, Box] = {}
        labels, hints = PAPER_LABELS[kind.value], PAPER_HINTS[kind.value]
        for field in PAPER_FIELDS[kind]:
            title = in_words(labels[field.name])
            box = self._box(page, field, title, now)
            hint = in_words(hints[field.name]) if field.name in hints else ""
            widget = box.widget
            if field.asks in _NARROW:
                widget.setMaximumWidth(max(widget.sizeHint().width(), _characters(widget, 30)))
            self.boxes[field.name] = box
            self.add(field.name, title, widget, hint=hint, buddy=box.target)
            box.listen(self._tell)

    def facts(self) -> Paper:
        """What was filled in."""
        body: dict[str, Plain] = {}
        for name, box in self.boxes.items():
            *into, last = name.split(".")
            part = body
            for each in into:
                part = part.setdefault(each, {})
            part[last] = _told(box.read())
        return plain.from_plain(PAPERS[self.kind.value], _told(body))

    def show_facts(self, facts: Paper) -> None:
        """Fill in what a draft says; nothing counts as changed."""
        blocker = QSignalBlocker(self)
        body: Plain = plain.to_plain(facts)
        for name, box in self.boxes.items():
            value = body
            for part in name.split("."):
                value = value.get(part, "") if isinstance(value, dict) else ""
            box.write(value)
        blocker.unblock()

    def show_missing(self, names: Iterable[str]) -> None:
        """Name the fields a letter cannot be without; *names* are dotted, as ``kinds.missing``."""
        faults: dict[str, str] = {}
        for name in names:
            field = name if name in self.fields else name.split(".")[0]
            faults.setdefault(field, self._fault(name, field))
        self.show_faults({name: faults[name] for name in (*self.fields, *faults) if name in faults})

    # -- what a form answers ---------------------------------------------------------------

    def texts(self) -> dict[str, str]:
        return {name: canon.dumps(box.read()).decode() for name, box in self.boxes.items()}

    def restore(self, texts: Mapping[str, str]) -> None:
        blocker = QSignalBlocker(self)
        for name, text in texts.items():
            if name in self.boxes:
                self.boxes[name].write(_loaded(text))
        blocker.unblock()

    # -- inside ----------------------------------------------------------------------------

    def _box(self, page: Page, field: PaperField, title: str, now: datetime) -> Box:
        if field.asks is Asks.AGENCIES:
            self.addressees = agencies = AddresseesField(page, title, field.lines)
            heard = agencies.edit.textChanged.connect
            return Box(agencies, agencies.edit, agencies.value, agencies.set_value, heard)
        if field.asks is Asks.ROWS:
            rows = RowsField(field, title, now)
            return Box(rows, rows.add_button, rows.value, rows.set_value, rows.changed.connect)
        return made(field, now)

    def _fault(self, name: str, field: str) -> str:
        if name in PAPER_FAULTS:
            return in_words(PAPER_FAULTS[name])
        if field not in self.fields:
            said = self.tr("本单位的“{name}”没有登记")
            return said.format(name=in_words(wording.field_name(name)))
        return self.tr("请填写“{label}”").format(label=self.label_of(field))

    def _tell(self, *_: object) -> None:
        self.changed.emit()


def _loaded(text: str) -> Plain:
    """What a saved draft holds; of one that is no such text, nothing."""
    try:
        return canon.loads(text.encode())
    except NotCanonicalError:
        return ""


def _told(value: Plain) -> Plain:
    """*value* without what was left empty."""
    if isinstance(value, dict):
        kept = {name: _told(each) for name, each in value.items()}
        return {name: each for name, each in kept.items() if each not in ("", [], {})}
    if isinstance(value, list):
        return [_told(each) for each in value]
    return value


def _characters(widget: QWidget, count: int) -> int:
    return widget.fontMetrics().horizontalAdvance("中") * count
