"""设置: what changes applies at once; the secrets are changed with the old one in hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.services import house_settings, setup
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.device import Preferences
from app.ui.settings.page import SettingsPage
from app.ui.settings.secrets import NewRecoveryKeyDialog, PassphraseDialog
from app.ui.theme import Scheme
from tests import synthetic


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path / "device.json")


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, preferences: Preferences) -> SettingsPage:
    made = SettingsPage(desk, preferences)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: not desk.live)
    return made


def test_the_look_changes_at_once_and_is_kept(
    qtbot: QtBot, page: SettingsPage, preferences: Preferences, tmp_path: Path
) -> None:
    with qtbot.waitSignal(preferences.changed):
        page.font_size.setValue(13)
    page.scheme.setCurrentIndex(page.scheme.findData(Scheme.DARK.value))

    kept = Preferences(tmp_path / "device.json").device
    assert (kept.font_pt, kept.scheme) == (13, Scheme.DARK)


def test_the_auto_lock_is_kept_in_the_register(
    qtbot: QtBot, page: SettingsPage, desk: Desk, register: Register
) -> None:
    shown = page.minutes.currentData()
    index = page.minutes.findData(30)
    page.minutes.setCurrentIndex(index)

    with qtbot.waitSignal(desk.changed):
        page.minutes.activated.emit(index)
    qtbot.waitUntil(lambda: not desk.live)

    assert shown == 15
    assert house_settings.read(register).auto_lock == 30
    assert page.minutes.currentData() == 30


def _passphrases(page: SettingsPage, old: str, new: str, again: str) -> PassphraseDialog:
    page.passphrase.click()
    (dialog,) = page.findChildren(PassphraseDialog)
    dialog.old.setText(old)
    dialog.new.setText(new)
    dialog.again.setText(again)
    return dialog


@pytest.mark.parametrize(
    ("old", "new", "again", "at"),
    [
        ("", "新的演练口令 这一次也够长", "新的演练口令 这一次也够长", "old"),
        ("old", "太短", "太短", "new"),
        ("old", "新的演练口令 这一次也够长", "另一个", "again"),
    ],
)
def test_an_incomplete_change_is_told_at_its_field(
    page: SettingsPage, desk: Desk, old: str, new: str, again: str, at: str
) -> None:
    dialog = _passphrases(page, old, new, again)

    dialog.submit()

    assert dialog.form.fields[at].property("fault") == "true"
    assert not desk.live


def test_a_wrong_old_passphrase_changes_nothing(
    qtbot: QtBot, page: SettingsPage, desk: Desk
) -> None:
    new = "新的演练口令 这一次也够长"
    dialog = _passphrases(page, "not the old one", new, new)

    dialog.submit()
    qtbot.waitUntil(lambda: not desk.live, timeout=10_000)

    (link,) = dialog.form.summary.links
    assert "不对" in link.text()
    assert dialog.isVisible()


def test_the_new_passphrase_opens_the_register(
    qtbot: QtBot, page: SettingsPage, desk: Desk, register: Register
) -> None:
    new = "新的演练口令 这一次也够长"
    dialog = _passphrases(page, synthetic.PASSPHRASE, new, new)

    with qtbot.waitSignal(dialog.changed, timeout=10_000):
        dialog.submit()
    qtbot.waitUntil(lambda: not desk.live)
    register.close()

    assert "口令已更改" in page.notice.text.text()
    setup.open_register(register.folder, new, synthetic.clock()).close()


def _proposed(qtbot: QtBot, page: SettingsPage) -> NewRecoveryKeyDialog:
    """The dialog with a new key in it, nothing copied yet."""
    page.recovery.click()
    (dialog,) = page.findChildren(NewRecoveryKeyDialog)
    dialog.passphrase.setText(synthetic.PASSPHRASE)
    dialog.submit()
    qtbot.waitUntil(lambda: dialog.panel is not None, timeout=10_000)
    return dialog


def test_a_new_recovery_key_counts_once_it_was_copied(
    qtbot: QtBot, page: SettingsPage, desk: Desk, register: Register
) -> None:
    dialog = _proposed(qtbot, page)
    panel = dialog.panel
    assert panel is not None
    dialog.submit()
    still_there = dialog.isVisible()
    for number in panel.asked:
        panel.form.restore({f"group{number}": panel.groups[number]})

    with qtbot.waitSignal(dialog.accepted, timeout=10_000):
        dialog.submit()
    qtbot.waitUntil(lambda: not desk.live)
    register.close()

    assert still_there
    assert "已启用" in page.notice.text.text()
    key = "-".join(panel.groups)
    with setup.open_register(register.folder, key, synthetic.clock()) as opened:
        assert setup.passphrase_is_due(opened)


def test_a_key_that_was_not_copied_replaces_nothing(
    qtbot: QtBot, page: SettingsPage, desk: Desk, register: Register
) -> None:
    before = (register.folder / "register.keys.json").read_bytes()
    dialog = _proposed(qtbot, page)

    dialog.reject()
    qtbot.waitUntil(lambda: not desk.live)

    assert (register.folder / "register.keys.json").read_bytes() == before
