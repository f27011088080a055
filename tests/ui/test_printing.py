"""Real printing to PDF: true size, the pages asked for, several papers in one job, 份号, 套打."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from sqlalchemy import select

from app.documents.fonts.chain import bundled
from app.documents.kinds.letters import LetterKind
from app.documents.kinds.registers import Column, register_table
from app.documents.overprint import alignment_pdf
from app.documents.paint.preview import PageImage, page_count, page_image
from app.kernel.clock import at_local
from app.kernel.errors import PrinterFailedError
from app.kernel.terms import AgencyRole
from app.models import JournalLine
from app.services import cases, letters, members, printing
from app.services.letters import ExternalDraft, IssueDraft
from app.services.printing import Manner, Offset, Paper, Serials
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.device import Preferences
from app.ui.matters.page import MattersPage
from app.ui.printing.dialog import PrintDialog
from app.ui.printing.job import PrintItem, PrintJob, whole
from tests import synthetic

WAIT = 30_000
START = at_local(2026, 9, 16, 9, 0)
DPI = 300
MARKET = replace(
    synthetic.POLICE, name="示例市市场监督管理局", handle="sl-scj", role=AgencyRole.MARKET
)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "printed.pdf"


@pytest.fixture
def printer(target: Path) -> QPrinter:
    return _printer(target)


@pytest.fixture(scope="module")
def crosses() -> bytes:
    """A page with crosses 20 mm from its edges."""
    return alignment_pdf(bundled())


@pytest.fixture
def paper(register: Register, tmp_path: Path) -> Iterator[Paper]:
    """An issued letter with a red head."""
    market = synthetic.make_register(tmp_path / "market", MARKET)
    synthetic.introduce(register, market, tmp_path)
    market.close()
    case = cases.register_case(register, synthetic.case_draft()).uid
    uid = next(row.uid for row in members.rows(register) if row.name == MARKET.name)
    matter = synthetic.approved_matter(register, uid, case, START)
    wish = IssueDraft(code="示财采移", signer="己某某", dated_on=START.date())
    letter = letters.issue(register, matter, LetterKind.TRANSFER, wish).uid
    yield from printing.papers(register, (letter,)).found


def _printer(target: Path) -> QPrinter:
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(target))
    made.setResolution(DPI)
    return made


def _print(qtbot: QtBot, desk: Desk, printer: QPrinter, *queue: PrintItem) -> bool:
    job = PrintJob(desk, queue, desk)
    with qtbot.waitSignal(job.finished, timeout=WAIT) as ended:
        job.start(printer)
    (done,) = ended.args or (False,)
    return bool(done)


def _dark(shown: PageImage, x: float, y: float) -> bool:
    """Whether there is ink within 0.3 mm of *x*, *y*, in millimetres."""
    dots = DPI / 25.4
    reach = round(0.3 * dots)
    rows = range(round(y * dots) - reach, round(y * dots) + reach + 1)
    columns = range(round(x * dots) - reach, round(x * dots) + reach + 1)
    return any(
        shown.pixels[4 * (row * shown.width + column)] < 160 for row in rows for column in columns
    )


def _ink(pdf: bytes, page: int) -> bool:
    return min(page_image(pdf, page, 30).pixels[0::4]) < 200


def test_a_millimetre_of_the_page_is_one_of_the_paper(
    qtbot: QtBot, desk: Desk, printer: QPrinter, target: Path, crosses: bytes
) -> None:
    assert _print(qtbot, desk, printer, whole("校正", crosses, 1))

    printed = target.read_bytes()
    document = pypdfium2.PdfDocument(printed)
    size = [points / 72 * 25.4 for points in document[0].get_size()]
    document.close()
    # PDF writers of Qt round the paper to whole points.
    assert size == pytest.approx([210, 297], abs=0.2)
    shown = page_image(printed, 0, DPI)
    for x in (20, 190):
        for y in (20, 277):
            assert _dark(shown, x + 7.5, y), "the arm across"
            assert _dark(shown, x, y + 7.5), "the upright arm"
            assert not _dark(shown, x + 7.5, y + 1.5)
            assert not _dark(shown, x + 1.5, y + 7.5)


def test_overprinting_moves_a_paper_by_the_correction(
    qtbot: QtBot, desk: Desk, printer: QPrinter, target: Path, crosses: bytes
) -> None:
    moved = replace(whole("校正", crosses, 1), right=2.0, down=-3.0)

    assert _print(qtbot, desk, printer, moved)

    shown = page_image(target.read_bytes(), 0, DPI)
    assert _dark(shown, 22 + 7.5, 17)
    assert _dark(shown, 22, 17 + 7.5)
    assert not _dark(shown, 20 + 7.5, 20)


def test_a_sheet_on_its_long_side_lies_between_upright_ones(
    qtbot: QtBot, desk: Desk, printer: QPrinter, target: Path, crosses: bytes
) -> None:
    lying = register_table("清册", (Column("甲", 10),), (("乙",),))
    queue = (whole("一", crosses, 1), whole("清册", lying.pdf, 1), whole("二", crosses, 1))

    assert _print(qtbot, desk, printer, *queue)

    printed = target.read_bytes()
    shapes = [page_image(printed, index, 30) for index in range(3)]
    assert [shape.width > shape.height for shape in shapes] == [False, True, False]
    assert _dark(page_image(printed, 2, DPI), 20 + 7.5, 20)


def test_copies_come_complete_and_in_order(
    qtbot: QtBot, desk: Desk, printer: QPrinter, target: Path, crosses: bytes
) -> None:
    table = register_table("清册", (Column("甲", 10),), (("乙",),))
    queue = (whole("一", crosses, 1, copies=2), PrintItem("清册", table.pdf, (0, 0), copies=1))

    assert _print(qtbot, desk, printer, *queue)

    printed = target.read_bytes()
    shapes = [page_image(printed, index, 20) for index in range(page_count(printed))]
    assert [shape.width > shape.height for shape in shapes] == [False, False, True, True]


def test_on_both_sides_every_copy_begins_on_a_sheet_of_its_own(
    qtbot: QtBot, desk: Desk, printer: QPrinter, target: Path, crosses: bytes
) -> None:
    job = PrintJob(desk, (whole("一", crosses, 1, copies=2),), desk, both_sides=True)
    with qtbot.waitSignal(job.finished, timeout=WAIT):
        job.start(printer)

    printed = target.read_bytes()
    assert [_ink(printed, index) for index in range(page_count(printed))] == [
        True,
        False,
        True,
        False,
    ]


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told_and_ends_the_job(
    qtbot: QtBot, desk: Desk, tmp_path: Path, crosses: bytes
) -> None:
    printer = _printer(tmp_path / "no such folder" / "printed.pdf")
    job = PrintJob(desk, (whole("一", crosses, 1),), desk)
    told: list[object] = []
    job.failed.connect(told.append)
    with qtbot.waitSignal(job.finished, timeout=WAIT) as ended:
        job.start(printer)

    (error,) = told
    assert isinstance(error, PrinterFailedError)
    assert error.facts["page"] == 1
    assert ended.args == [False]


def test_a_stopped_job_ends_without_being_done(
    qtbot: QtBot, desk: Desk, printer: QPrinter, crosses: bytes
) -> None:
    job = PrintJob(desk, (whole("一", crosses, 1, copies=40),), desk)
    job.progressed.connect(lambda *_: job.cancel())
    with qtbot.waitSignal(job.finished, timeout=WAIT) as ended:
        job.start(printer)

    assert ended.args == [False]


# -- the dialog --------------------------------------------------------------------------------


Ask = Callable[..., PrintDialog]


@pytest.fixture
def ask(qtbot: QtBot) -> Ask:
    """Opens the dialog for some papers; a dialog that is closed is gone, its parent is not."""
    host = QWidget()
    qtbot.addWidget(host)

    def open_dialog(desk: Desk, *papers: Paper) -> PrintDialog:
        dialog = PrintDialog(desk, papers, host)
        dialog.show()
        qtbot.waitUntil(lambda: not desk.live, timeout=WAIT)
        return dialog

    return open_dialog


def _lines(register: Register) -> list[dict[str, object]]:
    with register.read() as session:
        chosen = select(JournalLine.facts).where(JournalLine.action == "letter.printed")
        return [dict(facts) for facts in session.scalars(chosen)]


def test_numbered_copies_leave_the_printer_one_by_one_and_are_noted(
    qtbot: QtBot,
    ask: Ask,
    desk: Desk,
    register: Register,
    paper: Paper,
    printer: QPrinter,
    target: Path,
) -> None:
    dialog = ask(desk, paper)
    dialog.pages.setText("1")
    dialog.numbered.setChecked(True)
    dialog.serials.last.setValue(3)
    dialog.listed.setChecked(True)
    with qtbot.waitSignal(dialog.printed, timeout=WAIT):
        dialog.send_to(printer)
    qtbot.waitUntil(lambda: not desk.live, timeout=WAIT)

    assert page_count(target.read_bytes()) == 3 + 1
    (line,) = _lines(register)
    assert (line["serials"], line["copies"]) == ("000001-000003", 3)
    again = ask(desk, paper)
    assert again.serials.first.value() == 4
    assert again.serials.serials == Serials(4, 4)


def test_numbers_that_were_printed_are_printed_again_only_when_it_is_said_so(
    qtbot: QtBot, ask: Ask, desk: Desk, register: Register, paper: Paper, printer: QPrinter
) -> None:
    printing.note_printed(register, (paper,), 2, Manner(serials=Serials(1, 2)))
    dialog = ask(desk, paper)
    dialog.numbered.setChecked(True)
    dialog.serials.begin_at(2)
    assert not dialog.again.isVisibleTo(dialog)

    with qtbot.waitSignal(dialog.settled, timeout=WAIT):
        dialog.send_to(printer)
    assert "已经印过" in dialog.form.summary.links[0].text()
    assert dialog.again.isVisibleTo(dialog)
    dialog.again.setChecked(True)
    with qtbot.waitSignal(dialog.printed, timeout=WAIT):
        dialog.send_to(printer)
    qtbot.waitUntil(lambda: not desk.live, timeout=WAIT)

    assert _lines(register)[-1]["serials"] == "000002-000002"


def test_several_papers_leave_in_one_job(
    qtbot: QtBot,
    ask: Ask,
    desk: Desk,
    register: Register,
    paper: Paper,
    printer: QPrinter,
    target: Path,
) -> None:
    table = register_table("清册", (Column("甲", 10),), (("乙",),))
    dialog = ask(desk, paper, Paper("清册", table.pdf, table.pages))
    assert not dialog.pages.isVisible()
    dialog.copies.setValue(2)
    with qtbot.waitSignal(dialog.printed, timeout=WAIT):
        dialog.send_to(printer)
    qtbot.waitUntil(lambda: not desk.live, timeout=WAIT)

    assert page_count(target.read_bytes()) == 2 * (paper.pages + 1)
    (line,) = _lines(register)
    assert line["copies"] == 2


def test_overprinting_prints_no_red_and_keeps_the_correction(
    qtbot: QtBot,
    ask: Ask,
    desk: Desk,
    register: Register,
    paper: Paper,
    printer: QPrinter,
    target: Path,
) -> None:
    dialog = ask(desk, paper)
    dialog.pages.setText("1")
    dialog.overprint.setChecked(True)
    dialog.offset.right.setValue(-0.5)
    with qtbot.waitSignal(dialog.printed, timeout=WAIT):
        dialog.send_to(printer)
    qtbot.waitUntil(lambda: not desk.live, timeout=WAIT)

    pixels = page_image(target.read_bytes(), 0, 60).pixels
    assert max(red - green for red, green in zip(pixels[0::4], pixels[1::4], strict=True)) < 40
    assert printing.offset(register) == Offset(right=-5, down=0)


def test_a_page_there_is_not_is_said_beside_the_field(
    qtbot: QtBot, ask: Ask, desk: Desk, paper: Paper, target: Path
) -> None:
    dialog = ask(desk, paper)
    dialog.submit_button.setEnabled(True)
    dialog.pages.setText("1-99")
    dialog.submit()

    assert "1-99" in dialog.form.summary.links[0].text()
    assert not target.exists()
    assert not dialog.running


def test_papers_in_black_offer_neither_red_heads_nor_numbers(
    qtbot: QtBot, ask: Ask, desk: Desk
) -> None:
    table = register_table("清册", (Column("甲", 10),), (("乙",),))

    dialog = ask(desk, Paper("清册", table.pdf, table.pages))

    assert not dialog.overprint.isVisible()
    assert not dialog.numbered.isVisible()
    assert dialog.copies.isVisible()


def test_the_choices_of_this_computer_are_remembered(
    qtbot: QtBot, ask: Ask, register: Register, tmp_path: Path
) -> None:
    device = tmp_path / "device.json"
    preferences = Preferences(device)
    preferences.change(replace(preferences.device, both_sides=True))
    desk = Desk(register, preferences=Preferences(device))
    table = register_table("清册", (Column("甲", 10),), (("乙",),))

    dialog = ask(desk, Paper("清册", table.pdf, table.pages))

    assert dialog.both.isChecked()
    desk.close_register()
    qtbot.waitUntil(lambda: not desk.live, timeout=WAIT)
    assert desk.shutdown()


def test_all_letters_of_a_matter_are_offered_to_the_printer_together(
    qtbot: QtBot, desk: Desk, register: Register, paper: Paper, tmp_path: Path
) -> None:
    file = tmp_path / "反馈函.pdf"
    file.write_bytes(paper.pdf)
    wish = ExternalDraft("示财函〔2026〕9号", "己某某", START.date(), file)
    letters.issue_external(register, paper.subject, LetterKind.FEEDBACK, wish)
    page = MattersPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.show_subject(paper.subject)
    qtbot.waitUntil(lambda: not desk.live, timeout=WAIT)
    page.thread_view.letters.print_all.click()
    qtbot.waitUntil(lambda: page.thread_view.papers.printer.dialog is not None, timeout=WAIT)
    qtbot.waitUntil(lambda: not desk.live, timeout=WAIT)

    dialog = page.thread_view.papers.printer.dialog
    assert dialog is not None
    assert f"共 {2 * paper.pages} 页" in dialog.note.text()
    dialog.reject()


def test_a_register_that_closes_stops_the_job(
    qtbot: QtBot, ask: Ask, register: Register, paper: Paper, printer: QPrinter
) -> None:
    desk = Desk(register)
    dialog = ask(desk, paper)
    dialog.copies.setValue(50)
    handed_over: list[object] = []
    dialog.printed.connect(handed_over.append)
    dialog.send_to(printer)
    qtbot.waitUntil(lambda: dialog.job is not None, timeout=WAIT)
    with qtbot.waitSignal(dialog.settled, timeout=WAIT):
        desk.close_register()
    qtbot.waitUntil(lambda: not desk.live, timeout=WAIT)

    assert desk.shutdown()
    assert handed_over == []
