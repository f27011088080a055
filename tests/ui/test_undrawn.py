"""A character no face draws is told beside its field while a person types."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.documents.kinds.letters import LetterKind
from app.ui.desk import Desk, Runner
from app.ui.letters.paper_form import PaperForm
from app.ui.letters.rows_field import RowsField
from app.ui.page import Page
from app.ui.widgets.form import Form
from app.ui.widgets.undrawn import CharacterWatch

RAREST = "\U00031350"


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    made.add("name", "姓名", QLineEdit())
    made.add("facts", "事实", QPlainTextEdit())
    secret = QLineEdit()
    secret.setEchoMode(QLineEdit.EchoMode.Password)
    made.add("secret", "口令", secret)
    qtbot.addWidget(made)
    made.show()
    return made


def _type(form: Form, name: str, text: str) -> None:
    form.restore({name: text})
    form.changed.emit()


def test_it_names_character_and_number_and_goes_when_it_is_mended(
    qtbot: QtBot, desk: Desk, form: Form
) -> None:
    CharacterWatch(desk, form)

    _type(form, "name", f"甲{RAREST}")
    qtbot.waitUntil(lambda: bool(form.note_of("name")), timeout=10_000)
    told = form.note_of("name")
    _type(form, "name", "甲堃")
    qtbot.waitUntil(lambda: not form.note_of("name"), timeout=10_000)

    assert told.startswith(f"“{RAREST}”（U+31350）没有字体可以印出")
    assert "设置—公文字体" in told


def test_an_invisible_sign_is_named_by_its_number_alone(
    qtbot: QtBot, desk: Desk, form: Form
) -> None:
    CharacterWatch(desk, form)

    _type(form, "facts", "甲\u202e某")
    qtbot.waitUntil(lambda: bool(form.note_of("facts")), timeout=10_000)

    assert form.note_of("facts").startswith("“U+202E”没有字体")


def test_a_secret_is_not_looked_at_and_what_a_field_holds_more_is(
    qtbot: QtBot, desk: Desk, form: Form
) -> None:
    watch = CharacterWatch(desk, form, lambda: {"facts": RAREST})
    form.restore({"secret": RAREST})

    watch.touch()
    qtbot.waitUntil(lambda: bool(form.note_of("facts")), timeout=10_000)

    assert form.note_of("secret") == ""


def test_before_there_is_a_register_the_programs_faces_are_asked(qtbot: QtBot, form: Form) -> None:
    runner = Runner()
    CharacterWatch(runner, form)

    _type(form, "name", f"甲{RAREST}")
    qtbot.waitUntil(lambda: bool(form.note_of("name")), timeout=10_000)

    assert runner.shutdown()


def test_a_note_refuses_nothing_and_stands_beside_a_fault(form: Form) -> None:
    form.show_notes({"name": "请核对用字"})
    form.show_faults({"name": "请填写姓名"})

    assert form.note_of("name") == "请核对用字"
    assert form.fields["name"].property("fault") == "true"
    assert len(form.summary.links) == 1


def test_the_rows_of_a_letter_that_stands_alone_are_looked_at_too(qtbot: QtBot, desk: Desk) -> None:
    page = Page(desk, "")
    qtbot.addWidget(page)
    form = PaperForm(page, LetterKind.MINUTES, desk.clock.now())
    page.body.addWidget(form)
    CharacterWatch(desk, form, form.texts)
    name, box = next(pair for pair in form.boxes.items() if isinstance(pair[1].widget, RowsField))
    assert isinstance(box.widget, RowsField)

    box.widget.add_button.click()
    row = next(iter(box.widget.rows[-1].values()))
    row.write(f"甲{RAREST}")
    form.changed.emit()
    qtbot.waitUntil(lambda: bool(form.note_of(name)), timeout=10_000)

    assert RAREST in form.note_of(name)
