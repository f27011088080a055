"""The first run: what is asked, what is refused, and what stands at the end."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMessageBox
from pytestqt.qtbot import QtBot

from app.kernel.clock import Clock
from app.kernel.errors import UnsuitablePlaceError
from app.kernel.paths import PlaceFault
from app.kernel.terms import AgencyRole, Purpose
from app.services import setup
from app.services.setup import RegisterDraft
from app.ui import opening
from app.ui.desk import Runner
from app.ui.first_run import place
from app.ui.first_run.recovery import RecoveryPanel
from app.ui.first_run.wizard import FirstRunWindow
from app.ui.opening import Opened
from tests import synthetic

_KEY = "1M0B-S26K-KR8J-GBAS-FFV8-D6GW-9RQ8-5X8P-N98V"
_AGENCY = {
    "agency": "示例市公安局",
    "short_name": "市公安局",
    "handle": "sl-gaj",
    "liaison": "乙某某",
    "post": "民警",
    "phone": "0000-2222222",
}


def _create_cheaply(draft: RegisterDraft, clock: Clock) -> Opened:
    """As the program, but each guess of a secret costs nothing worth waiting for."""
    made = setup.create_register(draft, clock, synthetic.CHEAP)
    return opening.opened(made.register, made.recovery_key)


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner()
    yield made
    qtbot.waitUntil(lambda: not made.live, timeout=20_000)
    assert made.shutdown()


@pytest.fixture
def window(qtbot: QtBot, runner: Runner, tmp_path: Path) -> FirstRunWindow:
    made = FirstRunWindow(runner, tmp_path / "register", synthetic.clock(), _create_cheaply)
    qtbot.addWidget(made)
    made.show()
    return made


def _type(window: FirstRunWindow, step: int, **texts: str) -> None:
    for name, text in texts.items():
        field = window.steps[step].form.fields[name]
        assert isinstance(field, QLineEdit)
        field.setText(text)


def _go_on(qtbot: QtBot, runner: Runner, window: FirstRunWindow) -> None:
    window.forward.click()
    qtbot.waitUntil(lambda: not runner.live, timeout=20_000)


def _fill_up_to_review(
    qtbot: QtBot, runner: Runner, window: FirstRunWindow, purpose: Purpose = Purpose.EXERCISE
) -> None:
    _type(window, 0, **_AGENCY)
    window.agency.form.restore({"role": AgencyRole.POLICE.value})
    _go_on(qtbot, runner, window)
    window.purpose.exercise.setChecked(purpose is Purpose.EXERCISE)
    _go_on(qtbot, runner, window)
    _go_on(qtbot, runner, window)
    _type(window, 3, passphrase=synthetic.PASSPHRASE, again=synthetic.PASSPHRASE)
    _go_on(qtbot, runner, window)
    assert window.step == 4


def test_an_empty_first_step_names_each_field_and_leads_to_it(window: FirstRunWindow) -> None:
    window.forward.click()

    summary = window.agency.form.summary
    said = [link.text() for link in summary.links]
    summary.links[1].click()

    assert window.step == 0
    assert said == [
        "请填写“单位全称”",
        "请填写“单位简称”",
        "请填写“文件代号”",
        "请填写“姓名”",
    ]
    assert window.focusWidget() is window.agency.form.fields["short_name"]


@pytest.mark.parametrize("handle", ["日财", "RZ-CZJ", "a" * 17, "-a", "a b"])
def test_a_handle_that_is_no_file_name_is_refused(window: FirstRunWindow, handle: str) -> None:
    _type(window, 0, **{**_AGENCY, "handle": handle})

    window.forward.click()

    assert window.step == 0
    assert set(window.agency.faults()) == {"handle"}


def test_a_lead_must_name_its_mechanism(
    qtbot: QtBot, runner: Runner, window: FirstRunWindow
) -> None:
    _type(window, 0, **_AGENCY)
    _go_on(qtbot, runner, window)
    window.purpose.leads.setChecked(True)

    window.forward.click()

    assert set(window.purpose.faults()) == {"mechanism"}


def test_a_short_or_differently_repeated_passphrase_is_refused(window: FirstRunWindow) -> None:
    step = window.passphrase

    step.first.setText("十一个字的口令不够长吧")
    short = step.faults()
    step.first.setText(synthetic.PASSPHRASE)
    step.second.setText(synthetic.PASSPHRASE + "x")

    assert short == {"passphrase": "口令至少 12 个字符，现有 11 个"}
    assert set(step.faults()) == {"again"}


def test_a_folder_with_files_is_refused_with_its_reason(
    qtbot: QtBot, runner: Runner, window: FirstRunWindow, tmp_path: Path
) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "letter.txt").touch()
    window.show_step(2)
    _type(window, 2, folder=str(tmp_path / "full"))

    _go_on(qtbot, runner, window)

    (link,) = window.place.form.summary.links
    assert window.step == 2
    assert "里面已经有其他文件" in link.text()
    assert "没有建立" not in link.text()


def test_a_new_folder_of_the_own_disk_is_accepted(tmp_path: Path) -> None:
    place.check(tmp_path / "not" / "there" / "yet")


def test_a_full_folder_is_told_with_its_fault(tmp_path: Path) -> None:
    (tmp_path / "x").touch()

    with pytest.raises(UnsuitablePlaceError) as refused:
        place.check(tmp_path)

    assert refused.value.reason is PlaceFault.OCCUPIED


def test_the_register_is_made_and_opened_when_two_groups_were_copied(
    qtbot: QtBot, runner: Runner, window: FirstRunWindow, tmp_path: Path
) -> None:
    _fill_up_to_review(qtbot, runner, window)

    _go_on(qtbot, runner, window)
    panel = window.recovery
    assert panel is not None
    for number in panel.asked:
        field = panel.form.fields[f"group{number}"]
        assert isinstance(field, QLineEdit)
        field.setText(panel.groups[number].lower())
    with qtbot.waitSignal(window.opened) as opened:
        window.forward.click()

    with opened.args[0].register as register:
        assert register.folder == tmp_path / "register"
        assert register.purpose is Purpose.EXERCISE
        identity = opened.args[0].identity
        assert (identity.agency, identity.role) == ("示例市公安局", AgencyRole.POLICE)
        assert not identity.leads


def test_nothing_is_written_before_the_last_look_is_confirmed(
    qtbot: QtBot, runner: Runner, window: FirstRunWindow, tmp_path: Path
) -> None:
    _fill_up_to_review(qtbot, runner, window)

    assert not (tmp_path / "register").exists()


def test_leaving_before_the_groups_were_typed_is_asked_back(
    qtbot: QtBot, runner: Runner, window: FirstRunWindow, tmp_path: Path
) -> None:
    _fill_up_to_review(qtbot, runner, window)
    _go_on(qtbot, runner, window)

    window.close()
    (box,) = window.findChildren(QMessageBox)

    assert window.isVisible()
    assert "恢复密钥还没有核对" in box.text()
    leave = next(each for each in box.buttons() if each.text() == "仍然关闭")
    with qtbot.waitSignal(window.closed, timeout=5000):
        leave.click()
    assert list((tmp_path / "register").glob("*.db"))


def test_a_wrong_group_is_named(qtbot: QtBot) -> None:
    panel = RecoveryPanel(_KEY, "示例市财政局", synthetic.NOON)
    qtbot.addWidget(panel)
    first, second = panel.asked
    for number, text in ((first, panel.groups[first]), (second, "AAAA")):
        field = panel.form.fields[f"group{number}"]
        assert isinstance(field, QLineEdit)
        field.setText(text)

    assert set(panel.faults()) == {f"group{second}"}


def test_the_printed_sheet_holds_every_group_and_whose_it_is(qtbot: QtBot) -> None:
    panel = RecoveryPanel(_KEY, "示例市财政局", synthetic.NOON)
    qtbot.addWidget(panel)

    text = panel.sheet().toPlainText()

    assert all(group in text for group in _KEY.split("-"))
    assert "示例市财政局" in text
    assert "2026-09-16 12:00" in text


def test_two_panels_do_not_always_ask_for_the_same_groups(qtbot: QtBot) -> None:
    asked = set()
    for _ in range(30):
        panel = RecoveryPanel(_KEY, "示例市财政局", synthetic.NOON)
        qtbot.addWidget(panel)
        asked.add(panel.asked)

    assert len(asked) > 5


def test_the_last_look_leads_back_to_a_step(
    qtbot: QtBot, runner: Runner, window: FirstRunWindow
) -> None:
    _fill_up_to_review(qtbot, runner, window)

    with qtbot.waitSignal(window.review.change_asked) as asked:
        window.review.links[1].click()

    assert asked.args == [1]
    assert window.step == 1


def test_the_tab_key_walks_the_fields_in_reading_order(window: FirstRunWindow) -> None:
    names = ("agency", "short_name", "handle", "role")
    fields = [window.agency.form.fields[name] for name in names]
    fields[0].setFocus()

    walked = [window.focusWidget()]
    for _ in range(3):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        walked.append(window.focusWidget())

    assert walked == fields
