"""外部定稿 and 登记用印 where the letters of a matter are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.documents.kinds.letters import LetterKind
from app.services import cases, letters, matters, sealing
from app.services.letter_text import OfMatter
from app.services.letters import IssueDraft
from app.services.sealing import SealDraft
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.matters.letter_forms import ExternalForm
from app.ui.matters.page import MattersPage
from tests import synthetic
from tests.services.two_desks import START, Desks, two_desks
from tests.ui.acts import settle

CODE = "示财采移"


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


@pytest.fixture
def desk(open_desk: Callable[[Register], Desk], desks: Desks) -> Desk:
    return open_desk(desks.finance)


def _approved(desks: Desks) -> str:
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    return synthetic.approved_matter(desks.finance, desks.to_police, case, START)


def _issued(desks: Desks) -> str:
    uid = _approved(desks)
    wish = IssueDraft(CODE, "己某某", START.date())
    letters.issue(desks.finance, uid, LetterKind.REFERRAL, wish)
    return uid


def _page(qtbot: QtBot, desk: Desk, uid: str) -> MattersPage:
    made = MattersPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show()
    made.show_subject(uid)
    settle(qtbot, desk)
    return made


def test_the_seal_is_entered_beside_the_letter(qtbot: QtBot, desk: Desk, desks: Desks) -> None:
    uid = _issued(desks)
    page = _page(qtbot, desk, uid)
    card = page.thread_view.letters
    (line,) = card.seals.values()
    assert line.text.text() == "未登记用印"

    form = page.thread_view.open_seal(matters.show(desks.finance, uid).letters[0])
    form.keeper.setText("辛某某")
    form.approver.setText("己某某")
    form.copies.setValue(3)
    form.submit()
    settle(qtbot, desk)

    (line,) = card.seals.values()
    assert line.text.text() == "已用印 2026-09-16，3 份，没有扫描件"
    assert not line.scan.isVisibleTo(card)


def test_a_scan_that_comes_later_is_put_to_the_seal_that_was_entered(
    qtbot: QtBot, desk: Desk, desks: Desks, tmp_path: Path
) -> None:
    uid = _issued(desks)
    letter = matters.show(desks.finance, uid).letters[0]
    sealing.record(desks.finance, letter.uid, SealDraft(START.date(), "辛某某", "己某某", 3))
    page = _page(qtbot, desk, uid)
    path = tmp_path / "盖章.pdf"
    path.write_bytes(letters.file(desks.finance, letter.uid)[1] + b"\n% scanned")

    form = page.thread_view.open_seal(letter)
    settle(qtbot, desk)
    form.file.set_path(path)
    settle(qtbot, desk)
    assert form.mark.text() == "扫描件上的校验码与这份文书一致。"
    form.submit()
    settle(qtbot, desk)

    (seal,) = sealing.of_letter(desks.finance, letter.uid)
    assert (seal.copies, seal.scan_name) == (3, "盖章.pdf")
    (line,) = page.thread_view.letters.seals.values()
    line.scan.click()
    settle(qtbot, desk)
    window = page.thread_view.papers.window
    assert window is not None
    assert not window.print_button.isVisible()
    window.close()


def test_a_final_text_is_compared_while_it_is_entered(
    qtbot: QtBot, desk: Desk, desks: Desks, tmp_path: Path
) -> None:
    first = matters.show(desks.finance, _issued(desks)).letters[0].uid
    path = tmp_path / "定稿.pdf"
    path.write_bytes(letters.file(desks.finance, first)[1])
    uid = _approved(desks)
    page = _page(qtbot, desk, uid)
    form = ExternalForm(page, LetterKind.REFERRAL, partial(OfMatter, uid, LetterKind.REFERRAL))
    form.open()
    settle(qtbot, desk)
    assert form.title.text() == "涉嫌犯罪案件移送书"

    form.number.setText(f"{CODE}〔2026〕4号")
    form.file.set_path(path)
    settle(qtbot, desk)

    assert form.check.file.text().startswith("PDF 文件，")
    assert f"{CODE}〔2026〕2号—3号" in form.check.doubts.text()
    assert "没有找到这个文号" in form.check.doubts.text()
    form.signer.setText("己某某")
    form.submit()
    settle(qtbot, desk)
    (letter,) = matters.show(desks.finance, uid).letters
    assert (letter.number, letter.title, letter.way) == (
        f"{CODE}〔2026〕4号",
        "涉嫌犯罪案件移送书",
        "external",
    )
