"""The draft of a letter: findings beside its pages, paragraphs worded anew, and its files."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app.demo.sample_letters import EVERY, ISSUES
from app.documents.kinds.letters import LetterKind
from app.kernel.clock import SetClock
from app.services import cases, house_templates, letter_check, letters, matters, members
from app.services.letter_text import OfMatter
from app.services.letters import NO_WORDS
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.letters.draft_window import DraftWindow
from app.ui.matters.letter_forms import IssueForm
from app.ui.matters.page import MattersPage
from tests import synthetic
from tests.documents.reading import words_of
from tests.ui.acts import settle

WAIT = 15_000
K = LetterKind.REFERRAL


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """The finance bureau's; the desk closes it."""
    clock: SetClock = synthetic.clock()
    return synthetic.make_register(tmp_path / "finance", mechanism=synthetic.MECHANISM, at=clock)


@pytest.fixture
def matter(register: Register, tmp_path: Path) -> Iterator[str]:
    with synthetic.make_register(tmp_path / "police", synthetic.POLICE, at=register.clock) as made:
        cards = tmp_path / "cards"
        cards.mkdir()
        synthetic.introduce(register, made, cards)
        case = cases.register_case(register, synthetic.case_draft()).uid
        to = members.find(register, "sl-gaj")
        yield synthetic.approved_matter(register, to, case, register.clock.now())


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, matter: str) -> MattersPage:
    made = MattersPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show()
    made.show_subject(matter)
    settle(qtbot, desk)
    return made


@pytest.fixture
def window(qtbot: QtBot, page: MattersPage, matter: str) -> DraftWindow:
    page.thread_view.papers.look_at(OfMatter(matter, K, NO_WORDS))
    settle(qtbot, page.desk)
    made = page.thread_view.papers.draft
    assert made is not None
    qtbot.waitUntil(lambda: made.view.painted, timeout=WAIT)
    return made


def _words(window: DraftWindow) -> str:
    return "\n".join(each.text() for each in window.findings.findChildren(QLabel))


def test_a_good_draft_says_that_nothing_was_found(window: DraftWindow) -> None:
    assert "没有发现" in _words(window)
    assert not window.notice.isVisible()


def test_a_paragraph_worded_anew_is_shown_kept_and_issued(
    qtbot: QtBot, page: MattersPage, register: Register, matter: str, window: DraftWindow
) -> None:
    before = window.look.sheet.pdf
    first = window.text.fields[0]
    first.edit.setPlainText("本局查办案件，涉及金额999万元。")
    qtbot.waitUntil(lambda: window.look.sheet.pdf != before, timeout=WAIT)

    assert first.back.isVisibleTo(first)
    assert "改后多了金额“999万元”" in _words(window)
    window.close()
    settle(qtbot, page.desk)
    form = IssueForm(page, K, partial(OfMatter, matter, K))
    form.code.setText("示财采移")
    form.signer.setText("己某某")
    settle(qtbot, page.desk)
    form.submit_button.click()
    settle(qtbot, page.desk)
    assert form.compared.isVisibleTo(form)
    form.compared.setChecked(True)
    form.submit_button.click()
    settle(qtbot, page.desk)
    (row,) = matters.show(register, matter).letters
    assert "本局查办案件，涉及金额999万元。" in words_of(letters.file(register, row.uid)[1])


def test_closing_at_once_keeps_what_was_typed(
    qtbot: QtBot, page: MattersPage, register: Register, matter: str, window: DraftWindow
) -> None:
    window.text.fields[0].edit.setPlainText("改了。")
    window.close()
    settle(qtbot, page.desk)

    assert letter_check.look(register, OfMatter(matter, K, NO_WORDS)).worded[0] == "改了。"


def test_the_words_of_the_template_come_back(qtbot: QtBot, window: DraftWindow) -> None:
    field = window.text.fields[0]
    was = field.text()
    field.edit.setPlainText("改了。")
    field.back.click()

    assert field.text() == was
    qtbot.waitUntil(lambda: window.look.worded == window.look.paragraphs, timeout=WAIT)


def test_a_record_that_changes_below_the_window_is_followed_and_typing_stays(
    qtbot: QtBot, page: MattersPage, register: Register, window: DraftWindow
) -> None:
    last = window.text.fields[-1]
    last.edit.setPlainText("特此移送。")
    qtbot.waitUntil(lambda: bool(window.look.edits), timeout=WAIT)
    own = house_templates.text(register, K).text.replace("现依法将该案移送", "现将该案依法移送")
    page.act(house_templates.save, K, own, EVERY[K], ISSUES[K])

    qtbot.waitUntil(lambda: "现将该案依法移送" in window.text.fields[0].text(), timeout=WAIT)

    settle(qtbot, page.desk)
    assert window.text.fields[-1].text() == "特此移送。"
    assert "<s style" in _words(window)


@pytest.mark.parametrize("ending", [".docx", ".pdf", ".ofd", ""])
def test_the_office_gets_the_draft_as_a_file(
    qtbot: QtBot, page: MattersPage, window: DraftWindow, tmp_path: Path, ending: str
) -> None:
    window.save_button.click()
    (dialog,) = window.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / f"草稿{ending}"))
    settle(qtbot, page.desk)

    assert (tmp_path / f"草稿{ending or '.docx'}").stat().st_size > 2_000
    dialog.close()
