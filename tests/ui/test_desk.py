"""How questions and acts travel between a window and the register."""

from __future__ import annotations

import threading
from collections.abc import Callable
from itertools import count

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.kernel.errors import MissingFieldsError
from app.services import members
from app.services.changes import Changes, Noun
from app.services.members import PaperMember
from app.services.setup import Register
from app.sync.medium import Watch, silent
from app.ui.desk import Desk, Lane, Runner
from tests import synthetic

PAPER = PaperMember(
    name="示例市人民检察院",
    short_name="市检察院",
    role=synthetic.FINANCE.role,
    level=synthetic.FINANCE.level,
    liaison="",
    phone="",
    address="",
)


def test_an_answer_comes_back_on_the_gui_thread(
    qtbot: QtBot, qapp: QApplication, desk: Desk
) -> None:
    heard: list[tuple[int, bool]] = []

    def hear(rows: tuple[members.MemberRow, ...]) -> None:
        heard.append((len(rows), QThread.currentThread() is qapp.thread()))

    desk.ask(members.rows).then(hear)
    qtbot.waitUntil(lambda: bool(heard))

    assert heard == [(1, True)]


def test_what_an_act_changed_is_told_to_every_window(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.changed) as told:
        desk.act(members.add_paper_member, PAPER)

    changes = told.args[0]
    assert isinstance(changes, Changes)
    assert changes.nouns == {Noun.MEMBERS}


def test_a_change_is_told_although_the_asking_form_is_gone(qtbot: QtBot, desk: Desk) -> None:
    form = QWidget()
    heard: list[object] = []

    with qtbot.waitSignal(desk.changed):
        desk.act(members.add_paper_member, PAPER).for_(form).then(heard.append)
        form.deleteLater()

    assert heard == []


def test_a_refusal_goes_to_who_asked(qtbot: QtBot, desk: Desk) -> None:
    heard: list[object] = []
    nameless = PaperMember("", "", PAPER.role, PAPER.level, "", "", "")

    with qtbot.assertNotEmitted(desk.refused):
        desk.act(members.add_paper_member, nameless).otherwise(heard.append)
        qtbot.waitUntil(lambda: bool(heard))

    assert isinstance(heard[0], MissingFieldsError)


def test_a_refusal_nobody_hears_is_signalled(qtbot: QtBot, desk: Desk) -> None:
    nameless = PaperMember("", "", PAPER.role, PAPER.level, "", "", "")

    with qtbot.waitSignal(desk.refused) as refused:
        desk.act(members.add_paper_member, nameless)

    assert isinstance(refused.args[0], MissingFieldsError)


def test_any_other_exception_is_a_crash(qtbot: QtBot, desk: Desk) -> None:
    def fails(_register: Register) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(desk.crashed) as crashed:
        desk.ask(fails)

    assert isinstance(crashed.args[0], ZeroDivisionError)


def test_acts_run_one_after_another_in_the_order_asked(qtbot: QtBot, desk: Desk) -> None:
    order: list[int] = []
    running = threading.Semaphore(1)

    def deed(number: int) -> Callable[[Register], None]:
        def do(_register: Register) -> None:
            assert running.acquire(blocking=False)
            order.append(number)
            running.release()

        return do

    with qtbot.waitSignal(desk.idle):
        for number in range(20):
            desk.act(deed(number))

    assert order == list(range(20))


def test_a_question_is_answered_while_an_act_runs(qtbot: QtBot, desk: Desk) -> None:
    answered = threading.Event()

    def long_act(_register: Register) -> bool:
        return answered.wait(10)

    ended: list[bool] = []
    desk.act(long_act).then(ended.append)
    desk.ask(members.rows).then(lambda _rows: answered.set())
    qtbot.waitUntil(lambda: bool(ended), timeout=11_000)

    assert ended == [True]


def test_only_the_newest_answer_under_a_key_is_heard(qtbot: QtBot, desk: Desk) -> None:
    heard: list[int] = []

    def number(_register: Register, value: int) -> int:
        return value

    with qtbot.waitSignal(desk.idle):
        for value in range(5):
            desk.ask_latest("search", number, value).then(heard.append)

    assert heard == [4]


def test_a_cancelled_use_case_stops_at_its_next_report(qtbot: QtBot, desk: Desk) -> None:
    reached: list[int] = []

    def endless(_register: Register, watch: Watch = silent) -> None:
        for step in count():
            watch(step, 1 << 40)

    answer = desk.ask(endless)

    def stop(done: int, _total: int) -> None:
        reached.append(done)
        answer.cancel()

    answer.progress(stop).otherwise(lambda error: pytest.fail(str(error)))
    with qtbot.waitSignal(desk.idle, timeout=10_000):
        pass

    assert reached


def test_a_callback_of_a_widget_that_is_gone_is_dropped(qtbot: QtBot, qapp: QApplication) -> None:
    class Window(QWidget):
        def hear(self, _value: object) -> None:
            pytest.fail("a widget that is gone was called")

    runner = Runner()
    window = Window()
    gate = threading.Event()

    runner.run(Lane.QUESTIONS, gate.wait, 10).then(window.hear)
    window.deleteLater()
    qapp.sendPostedEvents(window, 0)
    qapp.processEvents()
    del window
    with qtbot.waitSignal(runner.idle):
        gate.set()

    assert runner.shutdown()


def test_shutdown_cancels_and_waits(qtbot: QtBot) -> None:
    runner = Runner()

    def patient(watch: Watch = silent) -> None:
        while True:
            watch(0, 0)

    runner.run(Lane.QUESTIONS, patient)

    assert runner.shutdown()
    qtbot.waitUntil(lambda: not runner.live)
