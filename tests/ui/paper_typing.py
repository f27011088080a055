"""What a person does in the form of a letter that stands alone, field by field."""

from __future__ import annotations

from datetime import date
from typing import Final, cast

from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox
from pytestqt.qtbot import QtBot

from app.documents.kinds.letters import LetterKind
from app.kernel import plain
from app.kernel.canon import Plain
from app.rules.papers import Paper
from app.ui.desk import Desk
from app.ui.letters.boxes import Box, Ticks
from app.ui.letters.drafts_tab import DraftsTab
from app.ui.letters.paper_editor import PaperEditor
from app.ui.letters.paper_fields import PAPER_FIELDS
from app.ui.letters.rows_field import RowsField
from app.ui.matters.letter_forms import IssueForm
from app.ui.widgets.dates import DayEdit, OptionalDay
from app.ui.widgets.moments import MomentEdit
from tests.ui.acts import settle

DAY: Final = date(2026, 9, 16)


def begun(qtbot: QtBot, tab: DraftsTab, kind: LetterKind) -> PaperEditor:
    action = tab.new_menu.actions()[list(PAPER_FIELDS).index(kind)]
    action.trigger()
    return opened(qtbot, tab)


def opened(qtbot: QtBot, tab: DraftsTab) -> PaperEditor:
    settle(qtbot, tab.page.desk)
    assert tab.editor is not None
    return tab.editor


def fill(editor: PaperEditor, facts: Paper) -> None:
    """What a person types for *facts*, into the fields themselves."""
    said = plain.to_plain(facts)
    for name, box in editor.form.boxes.items():
        value: Plain = said
        for part in name.split("."):
            value = value.get(part, "") if isinstance(value, dict) else ""
        type_in(box, value)


def type_in(box: Box, value: Plain) -> None:
    if isinstance(box.widget, RowsField):
        type_rows(box.widget, cast("list[dict[str, Plain]]", value or []))
        return
    if isinstance(box.widget, Ticks):
        for word in cast("list[str]", value or []):
            box.widget.boxes[word].setChecked(True)
        return
    if isinstance(box.widget, OptionalDay) and value:
        box.widget.fill_button.click()
    put(box, value)


def type_rows(rows: RowsField, value: list[dict[str, Plain]]) -> None:
    for row in value:
        rows.add_button.click()
        for name, box in rows.rows[-1].items():
            type_in(box, row.get(name, ""))


def put(box: Box, value: Plain) -> None:
    match box.target:
        case QLineEdit():
            names = isinstance(value, list)
            box.target.setText("、".join(map(str, value)) if names else str(value or ""))
        case QPlainTextEdit():
            lines = isinstance(value, list)
            box.target.setPlainText("\n".join(map(str, value)) if lines else str(value or ""))
        case QComboBox():
            box.target.setCurrentIndex(box.target.findData(value))
        case QCheckBox():
            box.target.setChecked(value is True)
        case QSpinBox():
            box.target.setValue(int(str(value or 0)))
        case DayEdit() | MomentEdit():
            if value:
                box.write(value)
        case _:
            raise AssertionError(box.target)


def issue(qtbot: QtBot, desk: Desk, editor: PaperEditor) -> None:
    editor.issue_button.click()
    settle(qtbot, desk)
    dialog = editor.dialog
    assert isinstance(dialog, IssueForm)
    dialog.code.setText("示财采函")
    dialog.signer.setText("己某某")
    dialog.dated_on.set_day(DAY)
    settle(qtbot, desk)
    dialog.submit_button.click()
    settle(qtbot, desk)
