"""The parts windows are built from."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import QAbstractItemModel, QDate, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.kernel.errors import BadHandleError, MissingFieldsError, NothingToSendError
from app.ui.problems import CrashDialog, trace
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.folding import FoldingTable
from app.ui.widgets.form import Form, set_raw_text
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.passphrase import guess_bits
from app.ui.widgets.table import PAGE, Column, LongTable, ShortTable, TableView


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    due: str


_COLUMNS: tuple[Column[Line], ...] = (
    Column("名称", lambda line: line.name, stretches=True),
    Column("期限", lambda line: line.due, tone=lambda line: Tone.BAD if line.due else None),
)
_LINES = [Line("甲案", "逾期 3 日"), Line("乙案", "")]


# -- tables --------------------------------------------------------------------------------


def _watched(model: QAbstractItemModel) -> QAbstractItemModelTester:
    """Qt's own judge of models; what it finds is a warning, and a warning fails the test."""
    return QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)


def test_qt_finds_no_fault_in_the_short_table(qapp: QApplication) -> None:
    model = ShortTable(_COLUMNS)
    judge = _watched(model)

    model.set_rows(_LINES)
    model.set_rows([])

    assert judge.model() is model


def test_qt_finds_no_fault_in_the_long_table(qapp: QApplication) -> None:
    model = LongTable(_COLUMNS)
    judge = _watched(model)

    model.set_ids(tuple(range(300)))
    model.give(0, tuple(range(PAGE)), [Line(str(n), "") for n in range(PAGE)])

    assert judge.model() is model


def test_a_cell_tells_its_column_to_who_cannot_see_it() -> None:
    model = ShortTable(_COLUMNS)
    model.set_rows(_LINES)

    told = model.index(0, 1).data(Qt.ItemDataRole.AccessibleTextRole)

    assert told == "期限 逾期 3 日"


def test_a_page_is_asked_for_once_and_shown_when_it_comes(qtbot: QtBot) -> None:
    model = LongTable(_COLUMNS)
    model.set_ids(tuple(range(1000)))
    asked: list[tuple[int, tuple[int, ...]]] = []
    model.wanted.connect(lambda page, ids: asked.append((page, ids)))

    before = [model.index(PAGE + n, 0).data() for n in range(3)]
    with qtbot.waitSignal(model.dataChanged) as shown:
        model.give(1, asked[0][1], [Line(f"第 {n} 案", "") for n in asked[0][1]])

    assert asked == [(1, tuple(range(PAGE, 2 * PAGE)))]
    assert before == ["…", "…", "…"]
    assert model.index(PAGE, 0).data() == f"第 {PAGE} 案"
    assert (shown.args[0].row(), shown.args[1].row()) == (PAGE, 2 * PAGE - 1)


def test_rows_of_an_earlier_list_are_dropped() -> None:
    model = LongTable(_COLUMNS)
    model.set_ids((1, 2, 3))
    model.set_ids((7, 8, 9))

    model.give(0, (1, 2, 3), _LINES)

    assert model.row(0) is None


def test_pages_not_looked_at_for_long_are_forgotten_and_asked_again() -> None:
    model = LongTable(_COLUMNS)
    ids = tuple(range(PAGE * 70))
    model.set_ids(ids)
    asked: list[int] = []
    model.wanted.connect(lambda page, _ids: asked.append(page))

    for page in range(70):
        model.row(page * PAGE)
        part = ids[page * PAGE : (page + 1) * PAGE]
        model.give(page, part, [Line(str(n), "") for n in part])
    kept = model.row(69 * PAGE)
    model.row(0)

    assert kept == Line(str(69 * PAGE), "")
    assert asked == [*range(70), 0]


@pytest.fixture
def table(qtbot: QtBot) -> TableView:
    model = ShortTable(_COLUMNS)
    view = TableView(model, "案件")
    qtbot.addWidget(view)
    view.resize(500, 200)
    view.show()
    model.set_rows(_LINES)
    view.select(0)
    return view


def test_columns_and_rows_grow_with_the_font_and_fold_again(qtbot: QtBot) -> None:
    number: Column[Line] = Column("文号", lambda line: line.due, sample="〔2026〕1号")
    model = ShortTable((*_COLUMNS, number))
    model.set_rows(_LINES)
    view = FoldingTable(model, "案件", (2,), least=10)
    qtbot.addWidget(view)
    view.resize(1400, 200)
    view.show()
    assert not view.isColumnHidden(2)
    before = [view.columnWidth(1), view.columnWidth(2), view.rowHeight(0)]
    larger = view.font()
    larger.setPointSize(larger.pointSize() * 2)

    view.resize(60, 200)
    assert view.isColumnHidden(2)
    view.setFont(larger)
    assert view.isColumnHidden(2)
    view.resize(1400, 200)

    after = [view.columnWidth(1), view.columnWidth(2), view.rowHeight(0)]
    assert all(new > old * 1.3 for new, old in zip(after, before, strict=True))


def test_enter_opens_the_current_row(qtbot: QtBot, table: TableView) -> None:
    with qtbot.waitSignal(table.opened) as opened:
        QTest.keyClick(table, Qt.Key.Key_Return)

    assert opened.args == [_LINES[0]]


def test_the_arrow_key_chooses_the_next_row(qtbot: QtBot, table: TableView) -> None:
    with qtbot.waitSignal(table.chosen) as chosen:
        QTest.keyClick(table, Qt.Key.Key_Down)

    assert chosen.args == [_LINES[1]]


def test_ctrl_c_copies_the_row_as_text(qapp: QApplication, table: TableView) -> None:
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == "甲案\t逾期 3 日"


def test_an_empty_table_says_what_belongs_here(table: TableView) -> None:
    table.empty.say("还没有案件。", "登记案件")
    full = table.empty.isVisible()

    model = table.model()
    assert isinstance(model, ShortTable)
    model.set_rows([])

    assert not full
    assert table.empty.isVisible()
    assert table.empty.button.text() == "登记案件"


# -- forms ---------------------------------------------------------------------------------


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    choice = QComboBox()
    choice.addItem("财政", "finance")
    choice.addItem("公安", "police")
    made.add("name", "案件名称", QLineEdit())
    made.add("role", "职能", choice)
    made.add("facts", "案情", QPlainTextEdit())
    made.add("crime", "涉嫌犯罪", QCheckBox())
    made.add("found", "发现日期", QDateEdit(QDate(2026, 9, 1)))
    made.add("count", "份数", QSpinBox())
    qtbot.addWidget(made)
    made.show()
    return made


def test_what_stands_in_a_form_comes_back_as_it_was(form: Form) -> None:
    texts = {
        "name": " 示例案 ",
        "role": "police",
        "facts": "第一行\n第二行",
        "crime": "1",
        "found": "2026-09-16",
        "count": "3",
    }

    form.restore(texts)

    assert form.texts() == texts


def test_restoring_is_no_change_of_the_person(qtbot: QtBot, form: Form) -> None:
    with qtbot.assertNotEmitted(form.changed):
        form.restore({"name": "示例案", "gone": "a field of an older form"})


@pytest.mark.parametrize(
    ("name", "text"),
    [("name", "x"), ("role", "police"), ("facts", "x"), ("crime", "1"), ("count", "2")],
)
def test_every_change_is_told(qtbot: QtBot, form: Form, name: str, text: str) -> None:
    with qtbot.waitSignal(form.changed):
        set_raw_text(form.fields[name], text)


def test_the_fields_a_refusal_names_are_shown_on_top_and_beside(form: Form) -> None:
    form.refuse(MissingFieldsError(fields=("name", "facts")))

    links = [link.text() for link in form.summary.links]
    beside = [each.text() for each in form.findChildren(QLabel) if each.isVisible()]
    assert links == ["请填写“案件名称”", "请填写“案情”"]
    assert all(text in beside for text in links)
    assert form.fields["name"].accessibleDescription() == "请填写“案件名称”"
    assert form.summary.hasFocus()


def test_a_link_of_the_summary_leads_to_the_field(form: Form) -> None:
    form.refuse(MissingFieldsError(fields=("name", "facts")))

    form.summary.links[1].click()

    assert form.focusWidget() is form.fields["facts"]


def test_a_refusal_without_a_field_is_said_on_top(form: Form) -> None:
    form.refuse(BadHandleError(handle="日财"))

    (link,) = form.summary.links
    assert "日财" in link.text()
    assert "E-INP-06" in link.text()


def test_no_faults_leave_no_summary(form: Form) -> None:
    form.refuse(MissingFieldsError(fields=("name",)))

    form.show_faults({})

    assert not form.summary.isVisible()
    assert form.fields["name"].property("fault") == "false"


# -- notices, questions, faults ------------------------------------------------------------


@pytest.fixture
def bar(qtbot: QtBot) -> NoticeBar:
    made = NoticeBar()
    qtbot.addWidget(made)
    return made


def test_a_refusal_says_what_stayed_unchanged_and_can_be_copied(bar: NoticeBar) -> None:
    bar.refuse(NothingToSendError(recipient="市公安局"))
    copy = next(each for each in bar.findChildren(QPushButton) if each.text() == "复制详情")

    copy.click()

    happened, unchanged, next_step = bar.text.text().splitlines()
    assert happened == "没有要送给市公安局的内容。"
    assert unchanged == "没有写出任何文件。"
    assert next_step
    assert "E-XCH-13" in QGuiApplication.clipboard().text()


def test_the_offer_of_a_notice_is_taken_once(bar: NoticeBar) -> None:
    taken: list[str] = []
    bar.say(Tone.INFO, "有草稿", verb="继续填写", does=lambda: taken.append("yes"))
    offer = bar.offer
    assert offer is not None

    offer.click()

    assert taken == ["yes"]
    assert not bar.isVisible()


@pytest.mark.parametrize(("danger", "default"), [(False, "导入"), (True, "取消")])
def test_the_button_says_the_act_and_danger_is_not_the_default(
    qtbot: QtBot, danger: bool, default: str
) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    done: list[str] = []

    box = dialogs.confirm(parent, "导入？", "", "导入", lambda: done.append("yes"), danger=danger)
    chosen = box.defaultButton().text()
    act = next(each for each in box.buttons() if each.text() == "导入")
    assert isinstance(box, QMessageBox)
    act.click()

    assert chosen.startswith(default)
    assert done == ["yes"]


def test_the_crash_dialog_names_places_and_nothing_of_a_case(qtbot: QtBot) -> None:
    try:
        raise ValueError("示例科技有限公司")
    except ValueError as error:
        dialog = CrashDialog(error)
    qtbot.addWidget(dialog)

    text = dialog.detail.toPlainText()

    assert "test_widgets.py" in text
    assert "ValueError" in text
    assert "示例科技" not in text


def test_a_trace_leads_back_to_the_cause() -> None:
    try:
        try:
            raise KeyError("secret")
        except KeyError as cause:
            raise RuntimeError("also secret") from cause
    except RuntimeError as error:
        told = trace(error)

    assert "RuntimeError" in told
    assert "<- builtins.KeyError" in told
    assert "secret" not in told


# -- passphrases ---------------------------------------------------------------------------


@pytest.mark.parametrize("weak", ["", "aaaaaaaaaaaaaaaa", "123456789012", "abcdefghijklmnop"])
def test_repeats_and_sequences_are_easily_guessed(weak: str) -> None:
    assert guess_bits(weak) < 35


@pytest.mark.parametrize(
    "strong", ["correct horse battery staple rain", "苹果 灯塔 算盘 河马 雨伞 棋盘"]
)
def test_a_few_unrelated_words_are_not(strong: str) -> None:
    assert guess_bits(strong) >= 60
