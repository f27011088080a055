"""The unlock window: what opens, what is refused, and what is said about it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.kernel import canon
from app.kernel.clock import SetClock
from app.kernel.terms import Purpose
from app.services import setup
from app.ui.desk import Runner
from app.ui.opening import Opened
from app.ui.unlock import UnlockWindow
from app.vault import slots
from tests import synthetic


@pytest.fixture
def clock() -> SetClock:
    return synthetic.clock()


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner()
    yield made
    qtbot.waitUntil(lambda: not made.live, timeout=10_000)
    assert made.shutdown()


def _register(tmp_path: Path, clock: SetClock) -> tuple[Path, str]:
    """A closed register's folder and its recovery key."""
    folder = tmp_path / "finance"
    draft = setup.RegisterDraft(
        folder=folder,
        purpose=Purpose.EXERCISE,
        agency=synthetic.FINANCE,
        mechanism=None,
        user_name="甲某某",
        user_post="联络员",
        passphrase=synthetic.PASSPHRASE,
    )
    made = setup.create_register(draft, clock, synthetic.CHEAP)
    made.register.close()
    return folder, made.recovery_key


def _window(qtbot: QtBot, runner: Runner, folder: Path, clock: SetClock) -> UnlockWindow:
    window = UnlockWindow(runner, folder, "示例市财政局", clock)
    qtbot.addWidget(window)
    window.show()
    return window


def _try(qtbot: QtBot, runner: Runner, window: UnlockWindow, passphrase: str) -> None:
    window.passphrase.setText(passphrase)
    window.unlock.click()
    qtbot.waitUntil(lambda: not runner.live, timeout=10_000)


def test_the_passphrase_opens_the_register(
    qtbot: QtBot, runner: Runner, tmp_path: Path, clock: SetClock
) -> None:
    folder, _ = _register(tmp_path, clock)
    window = _window(qtbot, runner, folder, clock)
    window.passphrase.setText(synthetic.PASSPHRASE)

    with qtbot.waitSignal(window.opened, timeout=10_000) as opened:
        QTest.keyClick(window.passphrase, Qt.Key.Key_Return)

    (found,) = opened.args
    assert isinstance(found, Opened)
    with found.register:
        assert found.identity.agency == "示例市财政局"
        assert not found.passphrase_is_due


def test_a_wrong_passphrase_is_told_and_may_be_tried_again(
    qtbot: QtBot, runner: Runner, tmp_path: Path, clock: SetClock
) -> None:
    folder, _ = _register(tmp_path, clock)
    window = _window(qtbot, runner, folder, clock)

    _try(qtbot, runner, window, "wrong")

    assert "不对" in window.fault.text()
    assert "数据没有丢失" in window.fault.text()
    assert window.unlock.isEnabled()
    assert window.passphrase.selectedText() == "wrong"


def test_after_four_wrong_ones_the_wait_is_counted_down(
    qtbot: QtBot, runner: Runner, tmp_path: Path, clock: SetClock
) -> None:
    folder, _ = _register(tmp_path, clock)
    window = _window(qtbot, runner, folder, clock)

    for _ in range(4):
        _try(qtbot, runner, window, "wrong")
    waiting = window.unlock.text()
    clock.advance(timedelta(seconds=2))

    assert waiting == "请等 2 秒"
    qtbot.waitUntil(window.unlock.isEnabled, timeout=5000)
    with qtbot.waitSignal(window.opened, timeout=10_000) as opened:
        _try(qtbot, runner, window, synthetic.PASSPHRASE)
    opened.args[0].register.close()


def test_the_recovery_key_opens_and_a_new_passphrase_is_due(
    qtbot: QtBot, runner: Runner, tmp_path: Path, clock: SetClock
) -> None:
    folder, key = _register(tmp_path, clock)
    window = _window(qtbot, runner, folder, clock)
    window.switch.click()
    window.recovery.setText(key.lower().replace("-", " "))

    with qtbot.waitSignal(window.opened, timeout=10_000) as opened:
        window.unlock.click()

    with opened.args[0].register:
        assert opened.args[0].passphrase_is_due


def test_a_miscopied_recovery_key_is_told_apart_from_a_wrong_one(
    qtbot: QtBot, runner: Runner, tmp_path: Path, clock: SetClock
) -> None:
    folder, key = _register(tmp_path, clock)
    window = _window(qtbot, runner, folder, clock)
    window.switch.click()
    window.recovery.setText(("0" if key[0] != "0" else "1") + key[1:])

    window.unlock.click()
    qtbot.waitUntil(lambda: not runner.live, timeout=10_000)

    assert "逐组核对" in window.fault.text()


def test_a_register_in_use_is_told_with_who_holds_it(
    qtbot: QtBot, runner: Runner, tmp_path: Path, clock: SetClock
) -> None:
    with synthetic.make_register(tmp_path / "r", at=clock):
        window = _window(qtbot, runner, tmp_path / "r", clock)

        _try(qtbot, runner, window, synthetic.PASSPHRASE)

        assert "正在被另一个程序使用" in window.notice.text.text()
        assert "12:00" in window.notice.text.text()


def test_a_folder_without_a_register_is_told_and_stays_as_it_was(
    qtbot: QtBot, runner: Runner, tmp_path: Path, clock: SetClock
) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    window = _window(qtbot, runner, folder, clock)

    _try(qtbot, runner, window, "whatever it is")

    assert "不是联席登记册" in window.notice.text.text()
    assert list(folder.iterdir()) == []


def test_a_damaged_key_file_is_told_and_not_touched(
    qtbot: QtBot, runner: Runner, tmp_path: Path, clock: SetClock
) -> None:
    folder, _ = _register(tmp_path, clock)
    damaged = [path for path in folder.iterdir() if "keys" in path.name]
    for path in damaged:
        path.write_bytes(path.read_bytes()[:-20])
    before = {path: path.read_bytes() for path in damaged}
    window = _window(qtbot, runner, folder, clock)

    _try(qtbot, runner, window, synthetic.PASSPHRASE)

    assert window.notice.isVisible()
    assert {path: path.read_bytes() for path in damaged} == before


def test_a_register_of_a_newer_program_is_told(
    qtbot: QtBot, runner: Runner, tmp_path: Path, clock: SetClock
) -> None:
    folder, _ = _register(tmp_path, clock)
    path = folder / slots.FILE
    newer = canon.loads(path.read_bytes())
    del newer["sum"]
    newer["format"] = "lianxi-register/9"
    path.write_bytes(canon.dumps({**newer, "sum": canon.digest(newer)}))
    window = _window(qtbot, runner, folder, clock)

    _try(qtbot, runner, window, synthetic.PASSPHRASE)

    assert "更新版本的程序" in window.notice.text.text()
    assert "升级本机程序" in window.notice.text.text()


def test_nothing_typed_is_asked_for(
    qtbot: QtBot, runner: Runner, tmp_path: Path, clock: SetClock
) -> None:
    window = _window(qtbot, runner, tmp_path, clock)

    window.unlock.click()

    assert window.fault.text() == "请输入口令。"
    assert not runner.live


def test_capitals_without_shift_are_hinted(
    qtbot: QtBot, runner: Runner, tmp_path: Path, clock: SetClock
) -> None:
    window = _window(qtbot, runner, tmp_path, clock)

    QTest.keyClick(window.passphrase, Qt.Key.Key_A)
    plain = window.hint.isVisible()
    QTest.keyClicks(window.passphrase, "A", Qt.KeyboardModifier.NoModifier)

    assert not plain
    assert "Caps Lock" in window.hint.text()


def test_escape_gives_up(qtbot: QtBot, runner: Runner, tmp_path: Path, clock: SetClock) -> None:
    window = _window(qtbot, runner, tmp_path, clock)

    with qtbot.waitSignal(window.closed):
        QTest.keyClick(window.passphrase, Qt.Key.Key_Escape)
