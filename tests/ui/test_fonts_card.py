"""公文字体: the office takes its own faces in one choice, and is told what cannot be used."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from app.documents.fonts import catalog, installed
from app.documents.fonts.face import Role
from app.documents.fonts.locate import FontFlaw
from app.documents.fonts.office import FontPolicy
from app.services import house_fonts
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.settings.fonts import FontsCard
from app.wording.fonts import FONT_FLAWS, FONT_POLICIES, FONT_ROLES
from tests.documents import office_faces


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    room = tmp_path / "fonts"
    room.mkdir()
    office_faces.renamed(catalog.HEI, room / "a.ttf", "FangSong_GB2312", "仿宋_GB2312")
    office_faces.renamed(catalog.HEI, room / "b.ttf", "STFangsong", "华文仿宋")
    office_faces.renamed(catalog.LATIN, room / "c.ttf", "KaiTi_GB2312", "楷体_GB2312")
    return room


@pytest.fixture
def card(qtbot: QtBot, desk: Desk, folder: Path) -> FontsCard:
    page = Page(desk, "")
    made = FontsCard(page, lambda: installed.files_in([folder]))
    page.body.addWidget(made)
    desk.changed.connect(lambda _changes: made.refresh())
    qtbot.addWidget(page)
    page.show()
    made.refresh()
    _settle(qtbot, desk)
    return made


def _settle(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.live, timeout=20_000)


def _pick(box: QComboBox, text: str) -> None:
    box.setCurrentIndex(box.findText(text))
    box.activated.emit(box.currentIndex())


def test_the_bundled_faces_are_shown_as_they_print(card: FontsCard) -> None:
    assert card.policy.currentData() == FontPolicy.BUNDLED
    assert not any(box.isEnabled() for box in card.faces.values())
    assert all(not sample.pixmap().isNull() for sample in card.samples.values())
    assert not card.again.isVisible()


def test_preferring_own_faces_takes_the_first_usable_of_each_role(
    qtbot: QtBot, card: FontsCard, desk: Desk, register: Register
) -> None:
    before = card.samples[Role.BODY].pixmap().toImage()

    _pick(card.policy, "本单位字体")
    _settle(qtbot, desk)

    kept = house_fonts.read(register)
    assert {role: file.name for role, file in kept.roles.items()} == {Role.BODY: "FangSong_GB2312"}
    assert card.faces[Role.BODY].currentText() == "仿宋_GB2312"
    assert card.faces[Role.TITLE].currentText() == "程序自带字体"
    assert card.samples[Role.BODY].pixmap().toImage() != before


def test_every_role_policy_and_flaw_has_its_words() -> None:
    assert FONT_ROLES.keys() == set(Role)
    assert FONT_POLICIES.keys() == set(FontPolicy)
    assert FONT_FLAWS.keys() == set(FontFlaw)


def test_what_cannot_be_used_says_why(qtbot: QtBot, card: FontsCard, desk: Desk) -> None:
    _pick(card.policy, "本单位字体")
    _settle(qtbot, desk)

    assert "楷体_GB2312：缺少常用字" in card.refused.text()
    assert card.faces[Role.KAI].count() == 1


def test_another_face_of_a_role_is_chosen_at_once(
    qtbot: QtBot, card: FontsCard, desk: Desk, register: Register
) -> None:
    _pick(card.policy, "本单位字体")
    _settle(qtbot, desk)

    _pick(card.faces[Role.BODY], "华文仿宋")
    _settle(qtbot, desk)
    other = house_fonts.read(register).roles[Role.BODY].name
    _pick(card.faces[Role.BODY], "程序自带字体")
    _settle(qtbot, desk)

    assert other == "STFangsong"
    assert not house_fonts.read(register).roles


def test_a_face_that_is_gone_is_named_and_stays_chosen(
    qtbot: QtBot, card: FontsCard, desk: Desk, folder: Path
) -> None:
    _pick(card.policy, "本单位字体")
    _settle(qtbot, desk)
    (folder / "a.ttf").unlink()

    card.again.click()
    _settle(qtbot, desk)

    assert "FangSong_GB2312" in card.notice.text.text()
    assert card.faces[Role.BODY].currentText() == "FangSong_GB2312（已失效）"
    assert card.samples[Role.BODY].pixmap().isNull()
    assert not card.samples[Role.TITLE].pixmap().isNull()
    assert card.again.isEnabled()
