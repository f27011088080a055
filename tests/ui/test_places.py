"""Exchange places on two real registers and real folders."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from app.services import burning, case_list, cases, deliveries, exchange, members, places
from app.services.places import PlaceDraft, PlaceKind
from app.services.setup import Identity, Register
from app.ui.desk import Desk
from app.ui.exchange.burn_dialog import BurnDialog
from app.ui.exchange.deliver_dialog import DeliverDialog
from app.ui.exchange.page import ExchangePage
from app.ui.exchange.place_dialog import PlaceDialog
from app.ui.exchange.places_watch import PlacesWatch
from app.ui.main_window import MainWindow
from app.ui.page import PageId
from app.wording.handover import handover_note
from tests import synthetic
from tests.ui.acts import settle

WAIT = 15_000


@pytest.fixture
def share(tmp_path: Path) -> Path:
    folder = tmp_path / "share"
    folder.mkdir()
    return folder


@pytest.fixture
def police(tmp_path: Path, register: Register) -> Iterator[Register]:
    with synthetic.make_register(tmp_path / "police", synthetic.POLICE) as made:
        cards = tmp_path / "cards"
        cards.mkdir()
        synthetic.introduce(register, made, cards)
        yield made


@pytest.fixture
def page(qtbot: QtBot, desk: Desk) -> ExchangePage:
    """The finance bureau's exchange centre with a watch that does not wait."""
    made = ExchangePage(desk)
    made.join(PlacesWatch(desk, made, settling_ms=50, first_ms=0))
    qtbot.addWidget(made)
    made.resize(1180, 660)
    made.show()
    return made


@pytest.fixture
def open_dialog(qtbot: QtBot) -> Callable[[PlaceDialog | DeliverDialog | BurnDialog], None]:
    def show(dialog: PlaceDialog | DeliverDialog | BurnDialog) -> None:
        qtbot.addWidget(dialog)
        dialog.open()

    return show


def _keep(register: Register, folder: Path, kind: PlaceKind = PlaceKind.SHARED) -> places.Place:
    places.keep_place(register, PlaceDraft(kind, "往来共享", folder))
    return places.places(register)[-1]


def _share_case(register: Register, peer: str, name: str = "示例案件") -> None:
    uid = cases.register_case(register, synthetic.case_draft(name)).uid
    exchange.share_case(register, uid, peer)


def _send(police: Register, folder: Path) -> None:
    """The police put a bundle into the finance bureau's inbox."""
    to = members.find(police, "sl-czj")
    _share_case(police, to)
    deliveries.deliver(police, _keep(police, folder), (to,))


def _look_until_counted(qtbot: QtBot, page: ExchangePage) -> None:
    """Look as the minute's turn would, instead of waiting for it."""

    def counted() -> bool:
        assert page.watch is not None
        page.watch.look()
        return page.tabs.tabText(0) == "收件（新到 1）"

    qtbot.waitUntil(counted, timeout=WAIT)


def _report(qtbot: QtBot, dialog: DeliverDialog) -> str:
    qtbot.waitUntil(lambda: not dialog.said.isHidden(), timeout=WAIT)
    return dialog.said.text()


# -- looking -------------------------------------------------------------------------------


def test_what_comes_into_a_shared_folder_is_counted_and_not_taken_in(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, share: Path
) -> None:
    _keep(register, share)
    page.refresh()
    _send(police, share)

    _look_until_counted(qtbot, page)

    assert page.inbox.bar.places.buttons[0].text() == "往来共享（新到 1）"
    assert page.places.places.index(0, 3).data() == "1 个"
    assert case_list.count_cases(register) == 0


def test_taking_the_place_shows_our_inbox_and_what_was_looked_at_is_no_longer_new(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, share: Path
) -> None:
    _keep(register, share)
    page.refresh()
    _send(police, share)
    _look_until_counted(qtbot, page)

    page.inbox.bar.places.buttons[0].click()
    qtbot.waitUntil(lambda: page.inbox.arrivals.rowCount() == 1, timeout=WAIT)

    assert page.inbox.arrivals.rows[0].path.parent == share / "inbox" / "sl-czj"
    settle(qtbot, page.desk)
    assert page.tabs.tabText(0) == "收件"
    page.inbox.take.click()
    qtbot.waitUntil(lambda: case_list.count_cases(register) == 1, timeout=WAIT)
    settle(qtbot, page.desk)


def test_cards_and_rosters_that_lie_there_are_named_and_left(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, share: Path
) -> None:
    members.write_card(police, share)
    members.write_card(register, share)
    (share / "第二版.lxroster").write_bytes(b"{}")
    _keep(register, share)
    page.refresh()
    settle(qtbot, page.desk)

    page.inbox.bar.places.buttons[0].click()
    settle(qtbot, page.desk)

    assert "这里还有 1 张身份卡、1 份名册" in page.notice.text.text()
    with qtbot.waitSignal(page.go) as gone:
        assert page.notice.offer is not None
        page.notice.offer.click()
    assert gone.args == [PageId.MEMBERS, ""]


def test_the_window_says_quietly_what_is_new_and_leads_there(
    qtbot: QtBot,
    desk: Desk,
    identity: Identity,
    register: Register,
    police: Register,
    share: Path,
) -> None:
    _keep(register, share)
    _send(police, share)
    window = MainWindow(desk, identity)
    qtbot.addWidget(window)
    window.show()
    window.watch.look()

    qtbot.waitUntil(lambda: not window.arrived.isHidden(), timeout=WAIT)
    said = window.arrived.text()
    window.arrived.click()

    assert said == "新到 1 个交换包"
    assert window.page_id is PageId.EXCHANGE
    assert isinstance(window.page, ExchangePage)
    assert window.page.watch is window.watch
    settle(qtbot, desk)


def test_a_place_that_is_gone_is_shown_so_and_comes_back(
    qtbot: QtBot, page: ExchangePage, register: Register, share: Path
) -> None:
    _keep(register, share)
    away = share.rename(share.with_name("away"))
    page.refresh()
    qtbot.waitUntil(lambda: page.places.places.rowCount() == 1, timeout=WAIT)
    gone = page.places.places.index(0, 2).data()
    usable = page.inbox.bar.places.buttons[0].isEnabled()

    away.rename(share)
    page._rescan()
    qtbot.waitUntil(lambda: page.places.places.index(0, 2).data() == "就绪", timeout=WAIT)
    settle(qtbot, page.desk)

    assert (gone, usable) == ("未连接", False)
    assert page.inbox.bar.places.buttons[0].isEnabled()


# -- places --------------------------------------------------------------------------------


def test_a_place_is_added_with_its_members(
    qtbot: QtBot,
    page: ExchangePage,
    register: Register,
    police: Register,
    share: Path,
    open_dialog: Callable[[PlaceDialog], None],
) -> None:
    dialog = PlaceDialog(page.desk, exchange.peers(register))
    open_dialog(dialog)
    dialog.form.restore({"name": "往来共享", "folder": str(share)})
    dialog.members.item(0).setCheckState(Qt.CheckState.Checked)

    with qtbot.waitSignal(dialog.accepted, timeout=WAIT):
        dialog.submit_button.click()
    settle(qtbot, page.desk)

    (kept,) = places.places(register)
    assert (kept.kind, kept.path) == (PlaceKind.SHARED, share)
    assert kept.peers == (members.find(register, "sl-gaj"),)


def test_a_folder_that_cannot_be_a_place_is_told_at_the_folder(
    qtbot: QtBot,
    page: ExchangePage,
    register: Register,
    open_dialog: Callable[[PlaceDialog], None],
) -> None:
    dialog = PlaceDialog(page.desk, ())
    open_dialog(dialog)
    dialog.form.restore({"name": "错", "folder": str(register.folder)})

    dialog.submit_button.click()
    qtbot.waitUntil(lambda: bool(dialog.form.summary.links), timeout=WAIT)
    settle(qtbot, page.desk)

    assert "登记册在它里面" in dialog.form.summary.links[0].text()
    assert dialog.folder.line.property("fault") == "true"
    assert places.places(register) == ()


def test_what_the_other_side_took_in_is_removed_when_asked(
    qtbot: QtBot, page: ExchangePage, register: Register, police: Register, share: Path
) -> None:
    here, to = _keep(register, share), members.find(register, "sl-gaj")
    _share_case(register, to)
    (sealed,) = deliveries.deliver(register, here, (to,)).sealed
    exchange.take_in(police, sealed.path)
    back = deliveries.deliver(police, _keep(police, share), (members.find(police, "sl-czj"),))
    exchange.take_in(register, back.sealed[0].path)
    page.refresh()
    qtbot.waitUntil(page.places.sweep.isEnabled, timeout=WAIT)
    told = page.places.sweep.text()

    page.places.sweep.click()
    qtbot.waitUntil(lambda: "清理了 1 个" in page.notice.text.text(), timeout=WAIT)
    settle(qtbot, page.desk)

    assert told == "清理对方已确认的 1 个文件"
    assert not sealed.path.exists()
    assert back.sealed[0].path.exists()


# -- writing -------------------------------------------------------------------------------


def test_several_agencies_are_written_to_one_after_the_other(
    qtbot: QtBot,
    page: ExchangePage,
    register: Register,
    police: Register,
    share: Path,
    tmp_path: Path,
    open_dialog: Callable[[DeliverDialog], None],
) -> None:
    stranger = replace(synthetic.POLICE, handle="sl-zjj", name="示例市住建局")
    (tmp_path / "more").mkdir()
    with synthetic.make_register(tmp_path / "zjj", stranger) as third:
        synthetic.introduce(register, third, tmp_path / "more")
        for handle in ("sl-gaj", "sl-zjj"):
            _share_case(register, members.find(register, handle))
        dialog = DeliverDialog(page.desk, _keep(register, share))
        open_dialog(dialog)
        qtbot.waitUntil(lambda: len(dialog.ticked) == 2, timeout=WAIT)
        verb = dialog.write_button.text()

        dialog.write_button.click()
        said = _report(qtbot, dialog)
        settle(qtbot, page.desk)

    assert verb == "写给所选 2 个单位"
    assert said.startswith("已写好并读回核对 2 个交换包。")
    assert "写入不等于送达" in said
    assert sorted(each.parent.name for each in share.rglob("*.lxb")) == ["sl-gaj", "sl-zjj"]
    assert dialog.ticked == ()


def test_stopping_finishes_the_bundle_under_way_and_names_who_was_left(
    qtbot: QtBot,
    page: ExchangePage,
    register: Register,
    police: Register,
    share: Path,
    tmp_path: Path,
    open_dialog: Callable[[DeliverDialog], None],
) -> None:
    stranger = replace(synthetic.POLICE, handle="sl-zjj", name="示例市住建局")
    (tmp_path / "more").mkdir()
    with synthetic.make_register(tmp_path / "zjj", stranger) as third:
        synthetic.introduce(register, third, tmp_path / "more")
        for handle in ("sl-gaj", "sl-zjj"):
            _share_case(register, members.find(register, handle))
        dialog = DeliverDialog(page.desk, _keep(register, share))
        open_dialog(dialog)
        qtbot.waitUntil(lambda: len(dialog.ticked) == 2, timeout=WAIT)

        dialog.write_button.click()
        dialog.progress.cancel.click()
        said = _report(qtbot, dialog)
        settle(qtbot, page.desk)

    assert "已写好并读回核对 1 个交换包。" in said
    assert "没有写：示例市住建局。" in said
    assert len(list(share.rglob("*.lxb"))) == 1
    assert not list(share.rglob("*.part"))


def test_who_has_nothing_waiting_or_was_not_compared_cannot_be_ticked(
    qtbot: QtBot,
    page: ExchangePage,
    register: Register,
    police: Register,
    share: Path,
    tmp_path: Path,
    open_dialog: Callable[[DeliverDialog], None],
) -> None:
    stranger = replace(synthetic.POLICE, handle="sl-zjj", name="示例市住建局")
    with synthetic.make_register(tmp_path / "zjj", stranger) as third:
        members.keep_card(register, members.write_card(third, tmp_path))
    dialog = DeliverDialog(page.desk, _keep(register, share))
    open_dialog(dialog)
    qtbot.waitUntil(lambda: dialog.list.count() == 2, timeout=WAIT)
    settle(qtbot, page.desk)

    assert _lines(dialog.list) == [
        ("示例市公安局　　无待送", False),
        ("示例市住建局　　指纹未核对，不能写", False),
    ]
    assert not dialog.write_button.isEnabled()


def _lines(shown: QListWidget) -> list[tuple[str, bool]]:
    items = [shown.item(row) for row in range(shown.count())]
    return [(each.text(), bool(each.flags() & Qt.ItemFlag.ItemIsEnabled)) for each in items]


# -- discs ---------------------------------------------------------------------------------


def test_a_folder_for_burning_names_who_carries_it_and_asks_for_the_disc(
    qtbot: QtBot,
    page: ExchangePage,
    register: Register,
    police: Register,
    share: Path,
    open_dialog: Callable[[DeliverDialog], None],
) -> None:
    _share_case(register, members.find(register, "sl-gaj"))
    dialog = DeliverDialog(page.desk, _keep(register, share, PlaceKind.BURN))
    open_dialog(dialog)
    qtbot.waitUntil(lambda: len(dialog.ticked) == 1, timeout=WAIT)

    dialog.write_button.click()
    nameless = _report(qtbot, dialog)
    settle(qtbot, page.desk)
    dialog.courier.setText("甲某某")
    dialog.write_button.click()
    qtbot.waitUntil(lambda: "刻录文件夹已备好" in dialog.said.text(), timeout=WAIT)
    settle(qtbot, page.desk)

    assert "携带人或者方式" in nameless
    (batch,) = burning.batches(register)
    assert batch.path.parent == share
    assert {each.suffix for each in batch.path.iterdir()} == {".lxb", ".lxcard", ".txt"}


@pytest.mark.parametrize("damaged", [False, True])
def test_a_burned_disc_is_read_back_and_said_to_be_sound_or_not(
    qtbot: QtBot,
    page: ExchangePage,
    register: Register,
    police: Register,
    share: Path,
    tmp_path: Path,
    open_dialog: Callable[[BurnDialog], None],
    damaged: bool,
) -> None:
    peer = members.find(register, "sl-gaj")
    _share_case(register, peer)
    opened = burning.open_batch(register, _keep(register, share, PlaceKind.BURN), "甲某某")
    done = deliveries.deliver(register, opened, (peer,))
    burning.close_batch(register, opened, "甲某某", done.sealed, handover_note)
    disc = Path(shutil.copytree(opened.path, tmp_path / "disc"))
    if damaged:
        (disc / done.sealed[0].path.name).write_bytes(b"bad sectors")
    dialog = BurnDialog(page.desk, (), page)
    open_dialog(dialog)
    qtbot.waitUntil(lambda: dialog.batches.rowCount() == 1, timeout=WAIT)
    dialog.bar.use(disc)

    dialog.verify_button.click()
    qtbot.waitUntil(lambda: not dialog.said.isHidden(), timeout=WAIT)
    settle(qtbot, page.desk)

    said = dialog.said.text()
    if damaged:
        assert "这张光盘不能用" in said
        assert f"{done.sealed[0].path.name}：内容不一致" in said
    else:
        assert "光盘校验无误：3 个文件" in said
    assert dialog.batches.index(0, 3).data() == ("有问题" if damaged else "无误")
