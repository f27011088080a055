"""The exchange centre on two real registers and a real folder."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app.documents.kinds.letters import LetterKind
from app.kernel.terms import EvidenceKind
from app.rules.steps import StepKind
from app.services import case_list, cases, evidence, exchange, letters, matters, members
from app.services.evidence import EvidenceDraft
from app.services.letters import IssueDraft
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.exchange.arrivals import Arrivals
from app.ui.exchange.media import MediaWatch, Volume
from app.ui.exchange.page import IN, OUT, ExchangePage
from app.ui.page import PageId
from tests import synthetic
from tests.services.two_desks import digest

WAIT = 10_000


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def police(tmp_path: Path, register: Register, stick: Path) -> Iterator[Register]:
    """The police's register, introduced to the finance bureau's."""
    with synthetic.make_register(tmp_path / "police", synthetic.POLICE) as made:
        cards = tmp_path / "cards"
        cards.mkdir()
        synthetic.introduce(register, made, cards)
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ExchangePage:
    """The finance bureau's exchange centre, shown."""
    made = ExchangePage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show()
    return made


def _sealed(sender: Register, handle: str, folder: Path, name: str = "示例案件") -> Path:
    """A bundle with one case for the agency *handle*."""
    peer = members.find(sender, handle)
    uid = cases.register_case(sender, synthetic.case_draft(name)).uid
    exchange.share_case(sender, uid, peer)
    return exchange.seal(sender, peer, folder).path


def _later(sender: Register, folder: Path, name: str = "第二件") -> Path:
    """A bundle with the newest case alone, as the next of a series has it."""
    peer = members.find(sender, "sl-czj")
    after = exchange.peers(sender)[0].sent
    uid = cases.register_case(sender, synthetic.case_draft(name)).uid
    exchange.share_case(sender, uid, peer)
    return exchange.seal(sender, peer, folder, after=after).path


def _recording() -> EvidenceDraft:
    return EvidenceDraft("评审录像", EvidenceKind.AUDIOVISUAL, "", "甲某某", None, "", True, 0)


def _states(page: ExchangePage) -> list[str]:
    model: Arrivals = page.inbox.arrivals
    return [str(model.index(row, 1).data()) for row in range(model.rowCount())]


def _scan(qtbot: QtBot, page: ExchangePage, folder: Path) -> None:
    page.inbox.bar.use(folder)
    qtbot.waitUntil(lambda: page.inbox.arrivals.rowCount() > 0, timeout=WAIT)
    _settle(qtbot, page)


def _settle(qtbot: QtBot, page: ExchangePage) -> None:
    qtbot.waitUntil(lambda: not page.desk.live, timeout=WAIT)


def test_a_bundle_is_previewed_before_anything_changes(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, stick: Path
) -> None:
    _sealed(police, "sl-czj", stick, "公安机关移送的线索")

    _scan(qtbot, page, stick)

    assert _states(page) == ["可导入"]
    acts = [(row.act, row.subject) for row in page.inbox.changes.changes.rows]
    assert ("新增案件摘要", "公安机关移送的线索") in acts
    assert page.inbox.take.text() == "导入所选 1 个包"
    assert case_list.count_cases(register) == 0


def test_the_ticked_bundles_are_taken_in_and_the_answer_stays_to_be_read(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, stick: Path
) -> None:
    _sealed(police, "sl-czj", stick, "第一件")
    _sealed(police, "sl-czj", stick, "第二件")
    _scan(qtbot, page, stick)

    page.inbox.take.click()
    qtbot.waitUntil(lambda: _states(page) == ["已导入", "已导入"], timeout=WAIT)
    _settle(qtbot, page)

    assert case_list.count_cases(register) == 2
    assert "已导入 2 个交换包" in page.notice.text.text()
    assert "示例市公安局第 1 号：新增 1 项" in page.inbox.changes.said.text()
    assert not page.inbox.take.isEnabled()


def test_an_unticked_bundle_is_left_alone(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, stick: Path
) -> None:
    _sealed(police, "sl-czj", stick)
    _scan(qtbot, page, stick)

    page.inbox.table.setFocus()
    QTest.keyClick(page.inbox.table, Qt.Key.Key_Space)

    assert page.inbox.arrivals.ticked == ()
    assert not page.inbox.take.isEnabled()
    assert case_list.count_cases(register) == 0


def test_what_cannot_be_taken_in_says_why_in_three_sentences(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, stick: Path
) -> None:
    path = _sealed(police, "sl-czj", stick)
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])

    _scan(qtbot, page, stick)

    assert _states(page) == ["副本不完整"]
    said = page.inbox.changes.said.text().splitlines()
    assert "没有复制完整" in said[0]
    assert said[1:] == [
        "没有导入任何内容，登记册没有改动。",
        "这不是篡改：请从介质上重新复制，或请对方重新写入一次。",
        "（E-XCH-01）",
    ]
    assert not page.inbox.take.isEnabled()


def test_a_bundle_behind_a_gap_can_be_kept_and_names_the_missing_numbers(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, stick: Path
) -> None:
    first = _sealed(police, "sl-czj", stick, "第一件")
    _later(police, stick)
    first.unlink()

    _scan(qtbot, page, stick)
    assert _states(page) == ["可收存，缺 1"]
    assert page.inbox.changes.changes.rows[0].act == "先收存"
    page.inbox.take.click()
    qtbot.waitUntil(lambda: _states(page) == ["已导入"], timeout=WAIT)
    _settle(qtbot, page)

    assert case_list.count_cases(register) == 0
    assert "缺第 1 号" in page.inbox.changes.said.text()
    assert page.alarms.isVisible()


def test_a_bundle_of_an_unknown_sender_only_claims_to_be_from_somebody(
    qtbot: QtBot, page: ExchangePage, police: Register, stick: Path, tmp_path: Path
) -> None:
    stranger = replace(synthetic.POLICE, handle="sl-zjj", name="示例市住建局")
    with synthetic.make_register(tmp_path / "other", stranger) as other:
        cards = tmp_path / "cards-2"
        cards.mkdir()
        members.keep_card(other, members.write_card(page.desk._register, cards))
        shown = members.rows(page.desk._register)[0].fingerprint
        to = members.find(other, "sl-czj")
        members.verify_card(other, to, dict(enumerate(shown, 1)), "演练")
        _sealed(other, "sl-czj", stick)

    _scan(qtbot, page, stick)

    assert _states(page) == ["未知发件人"]
    assert page.inbox.arrivals.index(0, 2).data() == "（自称）sl-zjj"
    assert not page.inbox.take.isEnabled()


def test_a_read_only_medium_is_read_and_not_written_to(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, stick: Path
) -> None:
    _sealed(police, "sl-czj", stick)
    before = sorted(each.name for each in stick.iterdir())
    stick.chmod(0o555)
    try:
        _scan(qtbot, page, stick)
        page.inbox.take.click()
        qtbot.waitUntil(lambda: _states(page) == ["已导入"], timeout=WAIT)
        _settle(qtbot, page)
    finally:
        stick.chmod(0o755)

    assert case_list.count_cases(register) == 1
    assert sorted(each.name for each in stick.iterdir()) == before


def test_a_folder_that_is_gone_is_said_and_nothing_is_shown(
    qtbot: QtBot, page: ExchangePage, stick: Path
) -> None:
    page.inbox.bar.use(stick / "拔掉了")
    _settle(qtbot, page)

    assert "读不到了" in page.inbox.bar.text.text()
    assert "E-MED-03" in page.notice._detail
    assert page.inbox.arrivals.rowCount() == 0


def test_what_leaves_is_listed_with_its_size_before_it_is_written(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, tmp_path: Path
) -> None:
    file = tmp_path / "录像.bin"
    file.write_bytes(bytes(2048))
    uid = cases.register_case(register, synthetic.case_draft("有附件的案件")).uid
    evidence.add(register, uid, _recording(), file)
    exchange.share_case(register, uid, members.find(register, "sl-gaj"))

    page.show_subject(OUT)
    page.refresh()
    _settle(qtbot, page)

    shown = [(row.type, row.title, row.size) for row in page.outbox.leaving.rows]
    assert shown == [("attachment/1", "录像.bin", 2048), ("case-extract/1", "有附件的案件", 0)]
    assert "附件合计 2.0 KB" in page.outbox.leaving_card.note.text()
    assert page.tabs.tabText(1) == "发件（1）"


def test_a_written_bundle_was_read_back_and_is_not_called_delivered(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, stick: Path
) -> None:
    uid = cases.register_case(register, synthetic.case_draft()).uid
    exchange.share_case(register, uid, members.find(register, "sl-gaj"))
    page.show_subject(OUT)
    page.refresh()
    _settle(qtbot, page)
    page.outbox.bar.use(stick)

    with qtbot.waitSignal(page.outbox.written, timeout=WAIT) as written:
        page.outbox.seal.click()
    _settle(qtbot, page)

    said = page.outbox.said.text()
    assert said.startswith("已读回核对，可以拔出介质。")
    assert "写入介质不等于送达" in said
    path = written.args[0].path
    assert path.parent == stick
    assert exchange.take_in(police, path).sender == "示例市财政局"


def _recorded_case(register: Register, folder: Path) -> Path:
    """A case for the police with a file of 10 MB."""
    file = folder / "录像.bin"
    file.write_bytes(bytes(range(256)) * 40_960)
    uid = cases.register_case(register, synthetic.case_draft("有录像的案件")).uid
    evidence.add(register, uid, _recording(), file)
    exchange.share_case(register, uid, members.find(register, "sl-gaj"))
    return file


def _in_small_bundles(qtbot: QtBot, page: ExchangePage, stick: Path) -> None:
    page.show_subject(OUT)
    page.refresh()
    _settle(qtbot, page)
    page.outbox.each.box.setCurrentIndex(2)
    page.outbox.each.own.setValue(5)
    page.outbox.bar.use(stick)
    _settle(qtbot, page)


def test_what_does_not_fit_is_written_in_further_bundles_that_come_in_any_order(
    qtbot: QtBot,
    page: ExchangePage,
    register: Register,
    police: Register,
    stick: Path,
    tmp_path: Path,
) -> None:
    file = _recorded_case(register, tmp_path)
    _in_small_bundles(qtbot, page, stick)
    space = page.outbox.bar.text.text()
    said: list[str] = []
    written: list[Path] = []
    page.outbox.written.connect(lambda sealed: written.append(sealed.path))
    page.outbox.again.setChecked(True)

    for _ in range(8):
        page.outbox.seal.click()
        _settle(qtbot, page)
        said.append(page.outbox.said.text())
        if not page.outbox.stop.isVisible():
            break

    assert "可用空间" in space
    assert 2 < len(written) < 6
    assert "没有写完：请换下一张介质，或者继续写到这里" in said[0]
    assert said[-1].startswith("已读回核对")
    assert page.outbox.seal.text() == "封装并写入"
    for path in (written[0], *reversed(written[1:])):
        exchange.take_in(police, path)
    assert case_list.count_cases(police) == 1
    assert police.attachments.has(digest(file.read_bytes()))


def test_who_does_not_go_on_with_a_series_loses_nothing(
    qtbot: QtBot,
    page: ExchangePage,
    register: Register,
    police: Register,
    stick: Path,
    tmp_path: Path,
) -> None:
    _recorded_case(register, tmp_path)
    _in_small_bundles(qtbot, page, stick)
    page.outbox.seal.click()
    _settle(qtbot, page)

    page.outbox.stop.click()

    assert "已写好的交换包有效" in page.notice.text.text()
    assert page.outbox.seal.text() == "封装并写入"
    assert page.outbox.seal.isEnabled()
    (first,) = stick.glob("*.lxb")
    assert exchange.take_in(police, first).sender == "示例市财政局"


def test_a_medium_that_was_pulled_leaves_everything_in_the_register(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, stick: Path
) -> None:
    uid = cases.register_case(register, synthetic.case_draft()).uid
    exchange.share_case(register, uid, members.find(register, "sl-gaj"))
    page.show_subject(OUT)
    page.refresh()
    _settle(qtbot, page)
    page.outbox.bar.use(stick)
    stick.rmdir()

    page.outbox.seal.click()
    qtbot.waitUntil(lambda: bool(page.notice._detail), timeout=WAIT)
    _settle(qtbot, page)

    assert "待送出内容仍在登记册里" in page.notice.text.text()
    assert not page.outbox.result.isVisible()
    assert page.outbox.seal.isEnabled()


def test_nothing_can_be_sealed_for_an_agency_whose_fingerprint_was_not_compared(
    qtbot: QtBot, page: ExchangePage, register: Register, tmp_path: Path
) -> None:
    with synthetic.make_register(tmp_path / "police", synthetic.POLICE) as police:
        members.keep_card(register, members.write_card(police, tmp_path))

    page.show_subject(OUT)
    page.refresh()
    _settle(qtbot, page)

    assert not page.outbox.seal.isEnabled()
    assert page.outbox.unverified.isVisible()
    with qtbot.waitSignal(page.go) as gone:
        page.outbox.unverified.click()
    assert gone.args == [PageId.MEMBERS, ""]


def test_the_ledger_tells_written_from_taken_in(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, stick: Path
) -> None:
    path = _sealed(register, "sl-gaj", stick)
    page.refresh()
    _settle(qtbot, page)
    before = page.ledger.peers.rows[0]

    exchange.take_in(police, path)
    back = exchange.seal(police, members.find(police, "sl-czj"), stick)
    path.unlink()
    _scan(qtbot, page, stick)
    page.inbox.take.click()
    qtbot.waitUntil(lambda: page.ledger.peers.rows[0].acknowledged == 1, timeout=WAIT)
    _settle(qtbot, page)

    assert (before.sent, before.acknowledged) == (1, 0)
    assert back.path.exists()
    assert page.ledger.peers.index(0, 4).data() == "全部确认"


def test_a_stick_that_is_plugged_in_is_offered_in_both_places(
    qtbot: QtBot, desk: Desk, page: ExchangePage, stick: Path
) -> None:
    plugged = (
        Volume(root=stick, name="LIANXI", read_only=False, free=1 << 30),
        Volume(root=stick.parent, name="光盘", read_only=True, free=0),
    )
    watch = MediaWatch(desk, page, lambda: plugged)
    watch.changed.connect(page.inbox.bar.offer)
    watch.changed.connect(page.outbox.bar.offer)

    watch.look()
    qtbot.waitUntil(lambda: bool(page.inbox.bar.sticks), timeout=WAIT)

    assert [each.text() for each in page.inbox.bar.sticks] == ["用“LIANXI”", "用“光盘”"]
    assert [each.text() for each in page.outbox.bar.sticks] == ["用“LIANXI”"]
    page.show_subject(IN)
    page.inbox.bar.sticks[0].click()
    assert page.inbox.bar.folder == stick
    _settle(qtbot, page)


def test_stopping_takes_in_whole_bundles_or_none(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, stick: Path
) -> None:
    for name in ("第一件", "第二件", "第三件"):
        _sealed(police, "sl-czj", stick, name)
    _scan(qtbot, page, stick)

    page.inbox.take.click()
    page.inbox.progress.cancel.click()
    _settle(qtbot, page)

    taken = case_list.count_cases(register)
    assert taken < 3
    assert _states(page).count("已导入") == taken
    assert f"还有 {3 - taken} 个没有导入" in page.inbox.changes.said.text()
    assert page.inbox.take.isEnabled()


def test_a_folder_that_is_dropped_is_looked_at_and_nothing_is_taken_in(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, stick: Path
) -> None:
    path = _sealed(police, "sl-czj", stick)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    page.inbox.dropEvent(event)
    qtbot.waitUntil(lambda: _states(page) == ["可导入"], timeout=WAIT)
    _settle(qtbot, page)

    assert page.inbox.bar.folder == stick
    assert case_list.count_cases(register) == 0


def test_a_step_that_comes_is_named_and_said_not_to_be_a_receipt(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, stick: Path
) -> None:
    case = cases.register_case(register, synthetic.case_draft()).uid
    to, now = members.find(register, "sl-gaj"), register.clock.now()
    uid = synthetic.approved_matter(register, to, case, now)
    wish = IssueDraft(code="示财案移", signer="己某某", dated_on=synthetic.NOON.date())
    letters.issue(register, uid, LetterKind.REFERRAL, wish)
    exchange.take_in(police, exchange.seal(register, to, stick).path)
    matters.record_step(police, uid, synthetic.step(StepKind.ACKNOWLEDGED, now, signer="乙某某"))
    answer = stick / "answer"
    answer.mkdir()
    exchange.seal(police, members.find(police, "sl-czj"), answer)

    _scan(qtbot, page, answer)
    row = page.inbox.changes.changes.rows[0]
    page.inbox.take.click()
    qtbot.waitUntil(lambda: _states(page) == ["已导入"], timeout=WAIT)
    _settle(qtbot, page)

    assert (row.act, row.subject) == ("新增办理环节", "签收（回执）")
    assert "导入不等于签收" in row.meaning
    with qtbot.waitSignal(page.go) as gone:
        next(b for b in page.notice.findChildren(QPushButton) if b.text() == "查看移送").click()
    assert gone.args == [PageId.REFERRALS, ""]
