"""设置: new keys although nothing was lost, and rule packs that the lead passes on."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.kernel import paths
from app.services import exchange, members
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.device import Preferences
from app.ui.settings.packs import SharePackDialog
from app.ui.settings.page import SettingsPage
from tests import synthetic
from tests.ui.acts import settle


@pytest.fixture
def police(tmp_path: Path, register: Register) -> Iterator[Register]:
    with synthetic.make_register(tmp_path / "police", synthetic.POLICE) as made:
        (tmp_path / "cards").mkdir()
        synthetic.introduce(register, made, tmp_path / "cards")
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, tmp_path: Path) -> SettingsPage:
    made = SettingsPage(desk, Preferences(tmp_path / "device.json"))
    qtbot.addWidget(made)
    made.show()
    settle(qtbot, desk)
    return made


def newer(folder: Path) -> Path:
    """The deadline rules of the program under a later version."""
    (source,) = (paths.resources() / "rules").glob("rules-*.json")
    pack = json.loads(source.read_bytes())
    pack["version"], pack["title"] = "9999.1", "演练用期限规则"
    made = folder / "rules.json"
    made.write_text(json.dumps(pack, ensure_ascii=False), encoding="utf-8")
    return made


def test_a_pack_shows_what_it_says_before_it_is_passed_on(
    qtbot: QtBot, page: SettingsPage, register: Register, police: Register, tmp_path: Path
) -> None:
    before = page.packs.list.text()

    page.packs.look_at(newer(tmp_path))
    settle(qtbot, page.desk)
    (dialog,) = page.findChildren(SharePackDialog)
    untouched = page.packs.list.text()
    dialog.share.click()
    settle(qtbot, page.desk)

    assert page.packs.share.isVisible()
    assert untouched == before
    assert "演练用期限规则　版本 9999.1" in page.packs.list.text()
    (row,) = exchange.peers(register)
    assert [each.type for each in row.leaving] == ["pack/1"]


def test_who_does_not_lead_is_offered_no_packs(qtbot: QtBot, tmp_path: Path, desk: Desk) -> None:
    with synthetic.make_register(tmp_path / "police", synthetic.POLICE) as made:
        other = Desk(made)
        page = SettingsPage(other, Preferences(tmp_path / "device.json"))
        qtbot.addWidget(page)
        page.show()
        settle(qtbot, other)

        assert not page.packs.share.isVisible()
        assert page.packs.only_lead.isVisible()
        other.close_register()
        settle(qtbot, other)
        assert other.shutdown()


def test_a_file_that_is_no_pack_is_refused_and_nothing_opens(
    qtbot: QtBot, page: SettingsPage, tmp_path: Path
) -> None:
    other = tmp_path / "x.json"
    other.write_text("{}", encoding="utf-8")

    page.packs.look_at(other)
    settle(qtbot, page.desk)

    assert page.notice.isVisible()
    assert not page.findChildren(SharePackDialog)


def test_keys_are_changed_when_the_word_is_typed_and_the_old_ones_vouch(
    qtbot: QtBot, page: SettingsPage, register: Register, police: Register, tmp_path: Path
) -> None:
    uid = members.find(register, "sl-gaj")
    dialog = page.open_rotation()
    settle(qtbot, page.desk)
    closed = dialog.renew.isEnabled()
    dialog.typed.setText("开启新一代")
    dialog.renew.click()
    settle(qtbot, page.desk)

    deliver = dialog.write_into(tmp_path)
    settle(qtbot, page.desk)
    deliver.list.item(0).setCheckState(deliver.list.item(0).checkState().Checked)
    deliver.write()
    settle(qtbot, page.desk)

    assert not closed
    assert dialog.renew.isHidden()
    (path,) = tmp_path.glob("*.lxb")
    assert exchange.take_in(police, path).successor
    assert dialog.members.rows[0].uid == uid
    assert dialog.members.rows[0].written
