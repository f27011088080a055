"""从备份恢复 and 从其他单位收回, as a person goes through them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.kernel.clock import Clock, SetClock
from app.services import backup, cases, members, setup
from app.services.setup import RecoveryDraft
from app.ui import opening
from app.ui.desk import Runner
from app.ui.first_run.recover import RecoverWindow
from app.ui.opening import Opened
from app.ui.restore.window import RestoreWindow
from tests import synthetic


@pytest.fixture
def clock() -> SetClock:
    return synthetic.clock()


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[Runner]:
    made = Runner()
    yield made
    qtbot.waitUntil(lambda: not made.live, timeout=20_000)
    assert made.shutdown()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "czj"


@pytest.fixture
def kept(folder: Path, clock: SetClock, tmp_path: Path) -> Path:
    """A backup of a register that went on for one more case."""
    with synthetic.make_register(folder, at=clock) as register:
        cases.register_case(register, synthetic.case_draft())
        path = backup.make(register, tmp_path).path
        cases.register_case(register, synthetic.case_draft("备份以后的一件"))
    return path


@pytest.fixture
def window(qtbot: QtBot, runner: Runner, folder: Path, clock: SetClock) -> RestoreWindow:
    made = RestoreWindow(runner, folder, clock)
    qtbot.addWidget(made)
    made.show()
    return made


def texts(widget: QWidget) -> str:
    return "\n".join(each.text() for each in widget.findChildren(QLabel))


def go_on(qtbot: QtBot, runner: Runner, window: RestoreWindow | RecoverWindow) -> None:
    qtbot.waitUntil(lambda: not runner.live, timeout=20_000)
    window.forward.click()
    qtbot.waitUntil(lambda: not runner.live, timeout=20_000)


def accept(window: QWidget) -> None:
    (box,) = window.findChildren(QMessageBox)
    box.buttons()[0].click()


def to_comparison(
    qtbot: QtBot, runner: Runner, window: RestoreWindow, kept: Path, secret: str
) -> None:
    window.file.file.set_path(kept)
    go_on(qtbot, runner, window)
    window.secret.passphrase.setText(secret)
    go_on(qtbot, runner, window)


def test_a_register_is_replaced_after_both_were_shown(
    qtbot: QtBot, runner: Runner, window: RestoreWindow, kept: Path, folder: Path, clock: SetClock
) -> None:
    to_comparison(qtbot, runner, window, kept, synthetic.PASSPHRASE)
    compared = texts(window.compare)

    window.forward.click()
    accept(window)
    qtbot.waitUntil(lambda: not runner.live, timeout=20_000)
    with qtbot.waitSignal(window.restored) as restored:
        window.forward.click()

    assert "现有登记册比备份新" in compared
    assert window.step == 3
    assert "仍在旁边" in window.outcome.text()
    assert restored.args == [folder]
    with setup.open_register(folder, synthetic.PASSPHRASE, clock) as register:
        assert register.census().cases == 1


def test_into_an_empty_folder_nothing_is_replaced_and_nothing_asked(
    qtbot: QtBot, runner: Runner, window: RestoreWindow, kept: Path, tmp_path: Path
) -> None:
    window.file.folder.setText(str(tmp_path / "new"))
    to_comparison(qtbot, runner, window, kept, synthetic.PASSPHRASE)
    go_on(qtbot, runner, window)

    assert window.step == 3
    assert (tmp_path / "new" / "register.db").exists()
    assert "仍在旁边" not in window.outcome.text()


def test_the_claims_of_a_backup_are_shown_at_once(
    qtbot: QtBot, runner: Runner, window: RestoreWindow, kept: Path
) -> None:
    window.file.file.set_path(kept)
    qtbot.waitUntil(lambda: not runner.live)

    assert "演练" in texts(window.file)


def test_a_cut_off_copy_is_told_at_the_field(
    qtbot: QtBot, runner: Runner, window: RestoreWindow, kept: Path, tmp_path: Path
) -> None:
    half = tmp_path / "half.lxbackup"
    half.write_bytes(kept.read_bytes()[:-1])

    window.file.file.set_path(half)
    qtbot.waitUntil(lambda: not runner.live)

    assert "没有复制完整" in texts(window.file)


def test_a_wrong_secret_leads_no_further(
    qtbot: QtBot, runner: Runner, window: RestoreWindow, kept: Path, folder: Path
) -> None:
    before = sorted(path.name for path in folder.parent.iterdir())

    to_comparison(qtbot, runner, window, kept, "另一句同样够长但是不对的口令")

    assert window.step == 1
    assert "打不开备份" in texts(window.secret)
    assert window.secret.isEnabled()
    assert sorted(path.name for path in folder.parent.iterdir()) == before


def test_the_recovery_key_has_a_field_of_its_own(
    qtbot: QtBot, runner: Runner, window: RestoreWindow, kept: Path
) -> None:
    window.file.file.set_path(kept)
    go_on(qtbot, runner, window)
    window.secret.switch.click()
    window.secret.recovery.setText("1M0B-S26K-KR8J-GBAS-FFV8-D6GW-9RQ8-5X8P-N98W")
    go_on(qtbot, runner, window)

    assert window.step == 1
    assert "输入的不是恢复密钥" in texts(window.secret)


def test_an_occupied_folder_is_refused_at_once(
    qtbot: QtBot, runner: Runner, window: RestoreWindow, kept: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "照片.jpg").write_bytes(b"")
    window.file.folder.setText(str(other))
    window.file.file.set_path(kept)

    go_on(qtbot, runner, window)

    assert window.step == 0
    assert "里面已经有其他文件" in texts(window.file)


# -- made anew -----------------------------------------------------------------------------


def recover_cheaply(draft: RecoveryDraft, clock: Clock) -> Opened:
    made = setup.recover_from_card(draft, clock, synthetic.CHEAP)
    return opening.opened(made.register, made.recovery_key)


def test_the_agency_is_made_anew_from_its_card(
    qtbot: QtBot, runner: Runner, folder: Path, clock: SetClock, tmp_path: Path
) -> None:
    with synthetic.make_register(folder, at=clock) as lost:
        card = members.write_card(lost, tmp_path)
    window = RecoverWindow(runner, tmp_path / "new", clock, recover_cheaply)
    qtbot.addWidget(window)
    window.show()
    window.card.file.set_path(card)
    qtbot.waitUntil(lambda: not runner.live)
    window.card.incarnation.setValue(3)
    shown = texts(window.card)

    go_on(qtbot, runner, window)
    go_on(qtbot, runner, window)
    window.passphrase.first.setText(synthetic.PASSPHRASE)
    window.passphrase.second.setText(synthetic.PASSPHRASE)
    go_on(qtbot, runner, window)
    reviewed = texts(window.review)
    go_on(qtbot, runner, window)

    panel = window.recovery
    assert "示例市财政局" in shown
    assert "第 4 代" in reviewed
    assert panel is not None
    for number in panel.asked:
        field = panel.form.fields[f"group{number}"]
        assert isinstance(field, QLineEdit)
        field.setText(panel.groups[number])
    with qtbot.waitSignal(window.opened) as opened:
        window.forward.click()
    made = opened.args[0]
    assert isinstance(made, Opened)
    assert made.identity.agency == "示例市财政局"
    made.register.close()


def test_without_a_card_there_is_no_way_on(
    qtbot: QtBot, runner: Runner, clock: SetClock, tmp_path: Path
) -> None:
    window = RecoverWindow(runner, tmp_path / "new", clock, recover_cheaply)
    qtbot.addWidget(window)
    window.show()
    (tmp_path / "x.lxcard").write_bytes(b"{}")

    go_on(qtbot, runner, window)
    without = texts(window.card)
    window.card.file.set_path(tmp_path / "x.lxcard")
    go_on(qtbot, runner, window)

    assert window.step == 0
    assert "请选择本单位的身份卡文件" in without
    assert "请选择本单位的身份卡文件" in texts(window.card)
