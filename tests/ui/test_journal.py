"""审计日志: searched, and checked line by line."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from app import services, vault, wording
from app.services import house_settings
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.journal.page import JournalPage


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, register: Register) -> JournalPage:
    for minutes in (5, 10, 20):
        house_settings.set_auto_lock(register, minutes)
    made = JournalPage(desk)
    qtbot.addWidget(made)
    made.resize(1000, 600)
    made.show()
    _settle(qtbot, made)
    return made


def _settle(qtbot: QtBot, page: JournalPage) -> None:
    """Until the list and the rows in view are there."""
    qtbot.waitUntil(lambda: not page.desk.live and not page.waiting)
    page.model.row(0)
    qtbot.waitUntil(lambda: not page.desk.live)


def _actions(page: JournalPage) -> list[str]:
    rows = [page.model.row(number) for number in range(page.model.rowCount())]
    return [row.action for row in rows if row is not None]


def test_the_newest_line_is_on_top(page: JournalPage) -> None:
    first = page.model.row(0)

    assert first is not None
    assert (first.action, first.facts) == ("settings.changed", {"auto_lock": 20})
    assert page.model.index(0, 3).data() == "更改设置"


def test_lines_are_found_by_kind_and_by_any_word(qtbot: QtBot, page: JournalPage) -> None:
    page.action.setCurrentIndex(page.action.findData("settings.changed"))
    page.action.activated.emit(page.action.currentIndex())
    _settle(qtbot, page)
    by_kind = _actions(page)
    page.search.setText("20")
    _settle(qtbot, page)
    by_word = _actions(page)

    assert by_kind == ["settings.changed"] * 3
    assert by_word == ["settings.changed"]


def test_a_search_without_an_answer_says_so(qtbot: QtBot, page: JournalPage) -> None:
    page.search.setText("没有这样的词")
    _settle(qtbot, page)

    assert page.table.empty.isVisible()
    assert page.table.empty.sentence.text() == "没有符合条件的记录。"


def test_an_untouched_journal_is_told_to_be_whole(qtbot: QtBot, page: JournalPage) -> None:
    page.check.click()
    _settle(qtbot, page)

    assert f"{len(page.model.ids)} 条记录全部相符" in page.notice.text.text()
    assert page.check.isEnabled()


def test_a_line_changed_behind_the_programs_back_is_named(
    qtbot: QtBot, page: JournalPage, register: Register
) -> None:
    changed = page.model.ids[1]
    with register.write() as session:
        session.execute(text("UPDATE journal SET actor = '某人' WHERE id = :id"), {"id": changed})

    page.check.click()
    _settle(qtbot, page)

    assert f"第 {changed} 条记录与写入时不一致" in page.notice.text.text()
    assert page.notice.property("tone") == "bad"
    assert page.table.currentIndex().row() == 1


def _noted() -> set[str]:
    """Every act the program writes into the journal, as it stands in the source."""
    code = re.compile(r"[a-z]+\.[a-z_-]+")
    found: set[str] = set()
    for folder in (Path(services.__file__).parent, Path(vault.__file__).parent):
        for path in folder.rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and ast.unparse(node.func).endswith(
                    ("journal.append", "_note")
                ):
                    found |= {
                        each.value
                        for each in node.args
                        if isinstance(each, ast.Constant)
                        and isinstance(each.value, str)
                        and code.fullmatch(each.value)
                    }
    return found


def test_every_act_the_program_notes_has_a_word() -> None:
    noted = _noted()

    wordless = {action for action in noted if wording.journal_action(action) == action}

    assert len(noted) > 15
    assert not wordless
