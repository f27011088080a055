"""What came after a cut-off is marked in words wherever it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.services import case_list, cases, exchange, ledger, roster_issue, roster_view
from app.services.roster_issue import IssueDraft, Revocation, StartDraft
from app.services.setup import Register
from app.ui.cases import columns
from app.ui.cases.page import CasesPage
from app.ui.desk import Desk
from app.ui.exchange.page import ExchangePage
from app.ui.matters.page import MattersPage
from app.ui.problems import in_words
from app.wording import ledgers as words
from tests import synthetic
from tests.services.two_desks import Desks, two_desks
from tests.ui.acts import settle

EXPIRES = date(2027, 9, 15)


@dataclass(frozen=True, slots=True)
class Stolen:
    """Finance after a revocation that names the number before everything the police said."""

    desks: Desks
    matter: str
    case: str


@pytest.fixture
def stolen(tmp_path: Path) -> Iterator[Stolen]:
    with two_desks(tmp_path) as desks:
        matter = desks.acknowledged()
        draft = replace(synthetic.case_draft(), name="失窃之后登记的案件")
        case = cases.register_case(desks.police, draft).uid
        exchange.share_case(desks.police, case, desks.to_finance)
        desks.carry(desks.police, desks.finance)
        roster_issue.start(desks.finance, StartDraft(EXPIRES, date(2031, 9, 15), deputy=False))
        mechanism = roster_view.show(desks.finance)[0].mechanism_uid
        gone = Revocation(desks.to_police, "便携机失窃", seq=0)
        roster_issue.issue(desks.finance, IssueDraft(mechanism, EXPIRES, revocations=(gone,)))
        yield Stolen(desks, matter, case)


def _shown(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def test_a_matter_marks_the_steps_it_must_not_rest_on(
    qtbot: QtBot, open_desk: Callable[[Register], Desk], stolen: Stolen
) -> None:
    page = MattersPage(open_desk(stolen.desks.finance))
    qtbot.addWidget(page)
    page.resize(1180, 660)
    page.show()
    page.show_subject(stolen.matter)
    settle(qtbot, page.desk)

    assert _shown(page.thread_view.steps).count(in_words(words.BEYOND)) == 1


def test_an_extract_is_marked_in_the_list_and_by_itself(
    qtbot: QtBot, open_desk: Callable[[Register], Desk], stolen: Stolen
) -> None:
    page = CasesPage(open_desk(stolen.desks.finance))
    qtbot.addWidget(page)
    page.resize(1180, 660)
    page.show()
    page.show_subject(stolen.case)
    settle(qtbot, page.desk)

    row = case_list.case_rows(stolen.desks.finance, case_list.case_ids(stolen.desks.finance))[0]
    assert columns.state(row) == "吊销后收到"

    assert page.detail.chip.text() == in_words(words.BEYOND)
    assert "核实" in page.detail.origin.text()


def test_the_exchange_centre_names_what_came_too_late(
    qtbot: QtBot, open_desk: Callable[[Register], Desk], stolen: Stolen
) -> None:
    page = ExchangePage(open_desk(stolen.desks.finance))
    qtbot.addWidget(page)
    page.resize(1180, 660)
    page.show()
    settle(qtbot, page.desk)
    page.tabs.setCurrentWidget(page.ledger)
    settle(qtbot, page.desk)

    assert [page.ledger.bundles.columns[4].text(row) for row in page.ledger.bundles.rows[1:]] == [
        "吊销截止之后收到，请核实　办理环节 1",
        "吊销截止之后收到，请核实　案件摘要 1",
    ]
    (line,) = page.alarms.lines
    assert line.kind == "吊销之后收到"
    assert "失窃之后登记的案件" in line.text
    line.does()
    assert QGuiApplication.clipboard().text() == line.text


def test_printed_ledger_and_report_say_so(stolen: Stolen) -> None:
    rows = ledger.bundles(stolen.desks.finance)
    came = [row for row in rows if row.direction is ledger.Direction.IN]
    assert [row.beyond for row in came] == [True, True]
    table = words.bundles_table(rows, {}, ledger.LedgerQuery(), "")
    assert sum(words.BEYOND in row[-1] for row in table.rows) == 2
    report = words.import_report_table(ledger.import_report(stolen.desks.finance, came[0].uid))
    assert words.BEYOND in {row[-1] for row in report.rows}
