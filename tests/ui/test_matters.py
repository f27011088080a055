"""The thread of a matter between two real registers: recording, issuing, receiving, printing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.documents.kinds.letters import LetterKind
from app.documents.paint.preview import page_count
from app.kernel.clock import SetClock
from app.kernel.terms import Carrier, Post
from app.rules.steps import State, StepKind
from app.services import cases, drafts, exchange, letters, matters, members, renewal
from app.services.letters import IssueDraft
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.matters import step_form
from app.ui.matters.letter_forms import ExternalForm, IssueForm
from app.ui.matters.page import MattersPage
from app.ui.matters.step_form import StepForm
from app.ui.printing.job import PrintJob, whole
from app.ui.widgets.chip import Chip
from tests import synthetic
from tests.ui.acts import settle

WAIT = 15_000


@pytest.fixture
def clock() -> SetClock:
    return synthetic.clock()


@pytest.fixture
def register(tmp_path: Path, clock: SetClock) -> Register:
    """The finance bureau's; the desk closes it."""
    return synthetic.make_register(tmp_path / "finance", mechanism=synthetic.MECHANISM, at=clock)


@pytest.fixture
def police(tmp_path: Path, register: Register, clock: SetClock) -> Iterator[Register]:
    with synthetic.make_register(tmp_path / "police", synthetic.POLICE, at=clock) as made:
        cards = tmp_path / "cards"
        cards.mkdir()
        synthetic.introduce(register, made, cards)
        yield made


@pytest.fixture
def matter(register: Register, police: Register, clock: SetClock) -> str:
    """A referral the head has approved."""
    case = cases.register_case(register, synthetic.case_draft()).uid
    to = members.find(register, "sl-gaj")
    return synthetic.approved_matter(register, to, case, clock.now())


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, matter: str) -> MattersPage:
    made = MattersPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 680)
    made.show()
    made.show_subject(matter)
    settle(qtbot, desk)
    return made


def _issued(register: Register, matter: str) -> None:
    wish = IssueDraft(code="示财案移", signer="己某某", dated_on=synthetic.NOON.date())
    letters.issue(register, matter, LetterKind.REFERRAL, wish)


def _record(register: Register, matter: str, kind: StepKind, **fields: str) -> None:
    now = register.clock.now()
    matters.record_step(register, matter, synthetic.step(kind, now, **fields))


def _carry(sender: Register, receiver: Register, handle: str, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    written = exchange.seal(sender, members.find(sender, handle), folder)
    exchange.take_in(receiver, written.path)


def _step_form(page: MattersPage) -> StepForm:
    return next(iter(page.findChildren(StepForm)))


def _set(form: StepForm, name: str, text: str) -> None:
    match form.form.fields[name]:
        case QLineEdit() as line:
            line.setText(text)
        case QPlainTextEdit() as long:
            long.setPlainText(text)
        case QComboBox() as box:
            box.setCurrentIndex(box.findData(text))


def _chips(page: MattersPage) -> list[str]:
    return [button.text() for button in page.thread_view.next.buttons.values()]


def test_an_approved_referral_is_numbered_issued_and_the_page_says_what_comes_next(
    qtbot: QtBot, page: MattersPage, register: Register, matter: str
) -> None:
    thread = page.thread_view
    thread.letters.buttons["issue", LetterKind.REFERRAL].click()
    form = next(iter(page.findChildren(IssueForm)))
    form.code.setText("示财案移")
    form.signer.setText("己某某")
    settle(qtbot, page.desk)
    assert form.number.text() == "示财案移〔2026〕1号"

    form.submit_button.click()
    settle(qtbot, page.desk)

    view = matters.show(register, matter)
    assert view.state is State.ISSUED
    assert view.letters[0].number == "示财案移〔2026〕1号"
    assert thread.issued.isVisible()
    assert thread.issued.number.text() == "已出具：示财案移〔2026〕1号"
    assert "写入介质不等于送达" in thread.issued.next.text()
    assert thread.state.text() == "已出具，待送达"


def test_a_number_that_may_be_used_is_confirmed_before_it_is_drawn(
    qtbot: QtBot, page: MattersPage, register: Register, matter: str
) -> None:
    renewal.renew(register)
    page.thread_view.letters.buttons["issue", LetterKind.REFERRAL].click()
    form = next(iter(page.findChildren(IssueForm)))
    form.code.setText("示财案移")
    form.signer.setText("己某某")
    settle(qtbot, page.desk)
    assert not form.confirmed.isVisible()

    form.submit_button.click()
    settle(qtbot, page.desk)
    assert form.confirmed.isVisible()
    assert matters.show(register, matter).state is State.APPROVED
    form.confirmed.setChecked(True)
    form.submit_button.click()
    settle(qtbot, page.desk)

    assert matters.show(register, matter).letters[0].number == "示财案移〔2026〕1号"


def test_a_final_text_made_elsewhere_needs_its_number_signer_and_file(
    qtbot: QtBot, page: MattersPage, register: Register, matter: str, tmp_path: Path
) -> None:
    final = tmp_path / "移送书（定稿）.ofd"
    final.write_bytes(b"OFD final text")
    page.thread_view.letters.buttons["external", LetterKind.REFERRAL].click()
    form = next(iter(page.findChildren(ExternalForm)))

    form.submit_button.click()
    empty = [link.text() for link in form.form.summary.links]
    _set_external(form, final)
    form.submit_button.click()
    settle(qtbot, page.desk)

    assert empty == ["请填写“文号”", "请填写“签发人”", "请填写“定稿文件或扫描件”"]
    issued = matters.show(register, matter).letters[0]
    assert (issued.number, issued.way) == ("示财移字〔2026〕第9号", "external")
    assert letters.file(register, issued.uid)[1] == final.read_bytes()


def _set_external(form: ExternalForm, final: Path) -> None:
    number = form.form.fields["number"]
    assert isinstance(number, QLineEdit)
    number.setText("示财移字〔2026〕第9号")
    form.signer.setText("己某某")
    form.file.set_path(final)


def test_a_deputy_cannot_approve_and_the_refusal_says_who_can(
    qtbot: QtBot, page: MattersPage, register: Register, matter: str
) -> None:
    _record(register, matter, StepKind.DRAFT_RETURNED)
    _record(register, matter, StepKind.REPORT_SUBMITTED)
    page.refresh()
    settle(qtbot, page.desk)
    page.thread_view.next.buttons[StepKind.APPROVED].click()
    form = _step_form(page)
    _set(form, "approver", "辛某某")
    _set(form, "post", Post.DEPUTY.value)

    form.submit_button.click()
    settle(qtbot, page.desk)

    said = form.form.summary.links[0].text()
    assert "只能由正职负责人或者主持工作的负责人审批" in said
    assert "副职负责人" in said
    assert matters.show(register, matter).state is State.PENDING
    # Nothing that was typed is lost.
    assert form.form.text_of("approver") == "辛某某"
    _set(form, "post", Post.ACTING_HEAD.value)
    form.submit_button.click()
    assert "请写明主持工作的依据" in form.form.summary.links[0].text()
    _set(form, "post_basis", "示组任〔2026〕3号")
    form.submit_button.click()
    settle(qtbot, page.desk)
    assert matters.show(register, matter).state is State.APPROVED


def test_every_step_that_can_be_recorded_opens_a_form_with_its_fields(
    qtbot: QtBot, page: MattersPage, register: Register, matter: str
) -> None:
    _issued(register, matter)
    page.refresh()
    settle(qtbot, page.desk)
    view = page.thread_view.view
    assert view is not None

    for kind in view.recordable:
        form = StepForm(page, view, kind)
        qtbot.addWidget(form)
        # The moment, the carrier, and a label beside every field.
        assert {"occurred_at", "carrier"} <= set(form.form.fields)
        assert all(form.form.label_of(name) != name for name in form.form.fields)
    settle(qtbot, page.desk)


def test_what_is_missing_is_said_beside_its_field_and_a_future_moment_is_refused(
    qtbot: QtBot, page: MattersPage, register: Register, matter: str, clock: SetClock
) -> None:
    _issued(register, matter)
    page.refresh()
    settle(qtbot, page.desk)
    page.thread_view.record(StepKind.DELIVERED)
    form = _step_form(page)
    form.occurred_at.set_moment(clock.now() + timedelta(hours=1))

    form.submit_button.click()

    words = [link.text() for link in form.form.summary.links]
    assert words == ["时间晚于现在，请核对", "请填写“送达方式”", "请填写“送达人”"]
    assert matters.show(register, matter).state is State.ISSUED
    form.reject()


def test_a_step_form_left_open_at_a_lock_comes_back(
    qtbot: QtBot, page: MattersPage, register: Register, matter: str
) -> None:
    _issued(register, matter)
    page.refresh()
    settle(qtbot, page.desk)
    page.thread_view.record(StepKind.DELIVERED)
    form = _step_form(page)
    _set(form, "carried_by", "甲某某、戊某某")
    form.drafts.flush()
    settle(qtbot, page.desk)
    form.reject()
    kept = drafts.open_drafts(register)
    assert [each.form for each in kept] == [f"{step_form.FORM}.delivered"]

    page.show_list()
    qtbot.waitUntil(lambda: not page.findChildren(StepForm))
    page.resume(kept[0].form, kept[0].subject)
    settle(qtbot, page.desk)

    assert _step_form(page).form.text_of("carried_by") == "甲某某、戊某某"
    _step_form(page).reject()


def test_an_answer_that_was_taken_in_starts_no_clock_before_its_receipt_is_recorded(
    qtbot: QtBot,
    page: MattersPage,
    register: Register,
    police: Register,
    matter: str,
    clock: SetClock,
    tmp_path: Path,
) -> None:
    _issued(register, matter)
    _record(register, matter, StepKind.DELIVERED, method="by_hand", carried_by="甲某某")
    _carry(register, police, "sl-gaj", tmp_path / "stick")
    clock.advance(timedelta(hours=20))
    _record(police, matter, StepKind.ACKNOWLEDGED, signer="乙某某")
    _record(police, matter, StepKind.NOT_FILED, number="示公不立〔2026〕3号", reasons="证据不足")
    _carry(police, register, "sl-czj", tmp_path / "stick")
    page.refresh()
    settle(qtbot, page.desk)
    thread = page.thread_view
    assert thread.state.text() == "不予立案"
    before = [duty.facts.rule_id for duty in thread.view.duties] if thread.view else []

    thread.next.receipts[0].click()
    form = _step_form(page)
    assert "示公不立〔2026〕3号" in form.form.shown_text_of("about")
    form.submit_button.click()
    settle(qtbot, page.desk)

    assert "XS-08" not in before
    assert thread.view is not None
    running = {duty.facts.rule_id: duty for duty in thread.view.duties}
    assert "XS-08" in running
    assert running["XS-08"].ours
    assert thread.next.receipts == []


def test_a_paper_of_the_other_side_is_entered_by_its_receiver(
    qtbot: QtBot, page: MattersPage, register: Register, matter: str
) -> None:
    _issued(register, matter)
    _record(register, matter, StepKind.DELIVERED, method="by_hand", carried_by="甲某某")
    page.refresh()
    settle(qtbot, page.desk)

    page.thread_view.record(StepKind.ACKNOWLEDGED)
    form = _step_form(page)
    assert form.note.text().startswith("据来文登记：这是示例市公安局的行为")
    assert [form.carrier.itemData(n) for n in range(form.carrier.count())] == ["paper", "oa"]
    _set(form, "signer", "乙某某")
    form.submit_button.click()
    settle(qtbot, page.desk)

    step = matters.show(register, matter).steps[-1]
    assert (step.kind, step.relayed, step.carrier) == (
        StepKind.ACKNOWLEDGED,
        True,
        Carrier.PAPER,
    )


def test_the_approval_sheet_opens_as_pages_and_prints_whole(
    qtbot: QtBot, page: MattersPage, register: Register, matter: str, tmp_path: Path
) -> None:
    page.thread_view.letters.buttons["draft", LetterKind.APPROVAL].click()
    settle(qtbot, page.desk)
    window = page.thread_view.papers.draft
    assert window is not None
    qtbot.waitUntil(lambda: window.view.painted, timeout=WAIT)
    assert "审批表" in window.windowTitle()

    sheet = letters.draft(register, matter, LetterKind.APPROVAL)
    target = tmp_path / "printed.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    job = PrintJob(page.desk, (whole(sheet.title, sheet.pdf, sheet.pages),), page)
    with qtbot.waitSignal(job.finished, timeout=WAIT) as finished:
        job.start(printer)

    assert finished.args == [True]
    assert page_count(target.read_bytes()) == sheet.pages
    window.close()
    settle(qtbot, page.desk)


def test_the_list_tells_where_each_stands_and_with_whom(
    qtbot: QtBot, page: MattersPage, register: Register, matter: str
) -> None:
    page.show_list()
    settle(qtbot, page.desk)
    model = page.listing.model

    assert [model.index(0, column).data() for column in range(4)] == [
        "已批准",
        "示例科技有限公司涉嫌串通投标案",
        "移送至",
        "示例市公安局",
    ]
    page.listing.filters["received"].click()
    assert model.rowCount() == 0
    assert page.listing.table.empty.sentence.text() == "没有符合条件的移送。"
    page.listing.table.empty.button.click()
    assert model.rowCount() == 1


def test_steps_that_crossed_on_their_way_are_shown_with_the_rule_that_decides(
    qtbot: QtBot,
    page: MattersPage,
    register: Register,
    police: Register,
    matter: str,
    clock: SetClock,
    tmp_path: Path,
) -> None:
    _issued(register, matter)
    _record(register, matter, StepKind.DELIVERED, method="by_hand", carried_by="甲某某")
    _carry(register, police, "sl-gaj", tmp_path / "stick")
    clock.advance(timedelta(hours=1))
    _record(police, matter, StepKind.ACKNOWLEDGED, signer="乙某某")
    _record(police, matter, StepKind.FILED, number="示公立〔2026〕8号")
    _record(register, matter, StepKind.WITHDRAWN, approver="己某某", reasons="发现新情况")

    _carry(police, register, "sl-czj", tmp_path / "stick")
    page.refresh()
    settle(qtbot, page.desk)

    shown = [chip.text() for chip in page.thread_view.steps.findChildren(Chip)]
    told = [text.text() for text in page.thread_view.steps.findChildren(QLabel)]
    assert page.thread_view.state.text() == "立案"
    assert "往来交错" in shown
    assert any("以决定为准" in text for text in told)
