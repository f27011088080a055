"""The evidence of a case: files taken in with their hash, checked, saved, refused when changed."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from pytestqt.qtbot import QtBot

from app.kernel.terms import EvidenceKind
from app.services import cases, evidence
from app.services.evidence import EvidenceRow
from app.services.setup import Register
from app.ui.cases.evidence_dialog import EvidenceDialog
from app.ui.cases.evidence_tab import EvidenceTab
from app.ui.cases.page import CasesPage
from app.ui.desk import Desk
from tests import synthetic

WAIT = 10_000
CONTENT = "投标文件机器码比对".encode() * 5000


@pytest.fixture
def case(register: Register) -> str:
    return cases.register_case(register, synthetic.case_draft()).uid


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, case: str) -> CasesPage:
    made = CasesPage(desk)
    qtbot.addWidget(made)
    made.resize(1150, 640)
    made.show()
    _settle(qtbot, made)
    made.detail.tabs.setCurrentWidget(made.detail.evidence)
    _settle(qtbot, made)
    return made


@pytest.fixture
def tab(page: CasesPage) -> EvidenceTab:
    return page.detail.evidence


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "机器码比对.bin"
    path.write_bytes(CONTENT)
    return path


def _settle(qtbot: QtBot, page: CasesPage) -> None:
    qtbot.waitUntil(lambda: not page.desk.live, timeout=WAIT)


def _dialog(tab: EvidenceTab) -> EvidenceDialog:
    assert tab.dialog is not None
    return tab.dialog


def _add(qtbot: QtBot, page: CasesPage, paths: list[Path], number: int) -> tuple[EvidenceRow, ...]:
    tab = page.detail.evidence
    tab.offer(paths)
    dialog = _dialog(tab)
    dialog.kind.set_word(EvidenceKind.ELECTRONIC)
    dialog.collectors.setText("甲某某、戊某某")
    dialog.submit_button.click()
    qtbot.waitUntil(lambda: tab.model.rowCount() == number, timeout=WAIT)
    _settle(qtbot, page)
    return tab.model.rows


def test_a_file_is_taken_in_with_its_hash(
    qtbot: QtBot, page: CasesPage, tab: EvidenceTab, file: Path
) -> None:
    (row,) = _add(qtbot, page, [file], 1)

    assert row.facts.sha256 == hashlib.sha256(CONTENT).hexdigest()
    assert (row.size, row.file_name, row.here) == (len(CONTENT), file.name, True)
    assert row.facts.name == "机器码比对"
    assert page.detail.tabs.tabText(2) == "证据 1"
    tab.copy_button.click()
    assert QGuiApplication.clipboard().text() == row.facts.sha256


def test_several_dropped_files_are_described_once(
    qtbot: QtBot, page: CasesPage, tab: EvidenceTab, tmp_path: Path
) -> None:
    paths = [tmp_path / name for name in ("甲.txt", "乙.txt", "丙.txt")]
    for path in paths:
        path.write_text(path.name, encoding="utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    none, copy = Qt.KeyboardModifier.NoModifier, Qt.DropAction.CopyAction
    left = Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(tab.rect().center(), copy, data, left, none)
    tab.dragEnterEvent(entering)
    assert entering.isAccepted()

    tab.dropEvent(QDropEvent(QPointF(tab.rect().center()), copy, data, left, none))
    dialog = _dialog(tab)
    assert dialog.name.isHidden()
    dialog.submit_button.click()
    qtbot.waitUntil(lambda: tab.model.rowCount() == 3, timeout=WAIT)
    _settle(qtbot, page)

    assert [row.facts.name for row in tab.model.rows] == ["甲", "乙", "丙"]


def test_evidence_without_a_file_needs_a_name(
    qtbot: QtBot, page: CasesPage, tab: EvidenceTab
) -> None:
    tab.paper_button.click()
    dialog = _dialog(tab)

    dialog.submit()
    assert [link.text() for link in dialog.form.summary.links] == ["请填写证据名称"]
    dialog.name.setText("合同原件")
    dialog.submit()
    qtbot.waitUntil(lambda: tab.model.rowCount() == 1, timeout=WAIT)
    _settle(qtbot, page)

    assert tab.model.rows[0].facts.sha256 == ""
    assert not tab.check_button.isEnabled()


def test_a_file_that_is_whole_is_said_to_be(
    qtbot: QtBot, page: CasesPage, tab: EvidenceTab, file: Path
) -> None:
    _add(qtbot, page, [file], 1)

    tab.check_button.click()
    _settle(qtbot, page)

    assert "与登记时的校验值一致" in page.notice.text.text()


def test_a_file_that_was_changed_is_refused_by_name(
    qtbot: QtBot, page: CasesPage, tab: EvidenceTab, file: Path, register: Register
) -> None:
    (row,) = _add(qtbot, page, [file], 1)
    blob = register.attachments.path_of(row.facts.sha256)
    spoilt = bytearray(blob.read_bytes())
    spoilt[-1] ^= 1
    blob.write_bytes(spoilt)

    tab.check_button.click()
    _settle(qtbot, page)

    said = page.notice.text.text()
    assert "机器码比对" in said
    assert "与登记时的校验值不一致" in said
    assert "没有使用该文件" in said


def test_a_file_that_is_gone_is_shown_and_refused(
    qtbot: QtBot, page: CasesPage, tab: EvidenceTab, file: Path, register: Register
) -> None:
    (row,) = _add(qtbot, page, [file], 1)
    register.attachments.path_of(row.facts.sha256).unlink()

    tab.show_case(cases.show_case(register, page.detail.view.facts.uid))  # type: ignore[union-attr]
    _settle(qtbot, page)
    tab.check_button.click()
    _settle(qtbot, page)

    assert tab.model.index(0, 3).data() == "不在本机"
    assert "不见了" in page.notice.text.text()


def test_a_saved_copy_has_the_same_bytes(
    qtbot: QtBot, page: CasesPage, tab: EvidenceTab, file: Path, tmp_path: Path
) -> None:
    (row,) = _add(qtbot, page, [file], 1)
    target = tmp_path / "副本.bin"

    tab.save_to(row.facts.sha256, target)
    _settle(qtbot, page)

    assert target.read_bytes() == CONTENT
    assert "没有加密" in page.notice.text.text()


def test_a_file_that_cannot_be_read_enters_nothing(
    qtbot: QtBot, page: CasesPage, tab: EvidenceTab, tmp_path: Path, register: Register, case: str
) -> None:
    tab.offer([tmp_path / "拔掉了" / "文件.bin"])

    _dialog(tab).submit_button.click()
    qtbot.waitUntil(lambda: page.notice.isVisible(), timeout=WAIT)
    _settle(qtbot, page)

    assert "找不到" in page.notice.text.text()
    assert evidence.rows(register, case) == ()
