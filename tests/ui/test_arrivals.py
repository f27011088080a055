"""What the list of arrivals and the preview say of every situation, on two real registers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.kernel.errors import RestoredRegisterError
from app.services import cases, exchange, packs, renewal, sightings
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.exchange.page import ExchangePage
from app.ui.theme import Tone
from app.ui.widgets.chip import TONE_ROLE
from tests import synthetic
from tests.services.two_desks import Desks, copied, put_back, two_desks
from tests.ui.acts import settle
from tests.ui.test_alarms import forked, shared, told
from tests.ui.test_keys_and_packs import newer

Look = Callable[[Register, Path], ExchangePage]


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


@pytest.fixture
def look(qtbot: QtBot, open_desk: Callable[[Register], Desk]) -> Look:
    """The exchange centre of a register, looking into a folder."""

    def made(register: Register, folder: Path) -> ExchangePage:
        page = ExchangePage(open_desk(register))
        qtbot.addWidget(page)
        page.resize(1180, 660)
        page.show()
        page.inbox.bar.use(folder)
        settle(qtbot, page.desk)
        return page

    return made


def emptied(folder: Path) -> Path:
    for each in folder.glob("*.lxb"):
        each.unlink()
    return folder


def states(page: ExchangePage) -> list[tuple[str, object]]:
    model = page.inbox.arrivals
    rows = (model.index(row, 1) for row in range(model.rowCount()))
    return [(str(index.data()), index.data(TONE_ROLE)) for index in rows]


def changes(page: ExchangePage) -> list[tuple[str, str]]:
    return [(row.act, row.subject) for row in page.inbox.changes.changes.rows]


def test_an_agency_that_said_two_things_is_not_heard_until_it_begins_anew(
    look: Look, desks: Desks, tmp_path: Path
) -> None:
    forked(desks, tmp_path / "copy")
    shared(desks, "乙机再写的")
    exchange.seal(desks.finance, desks.to_police, emptied(desks.stick))

    page = look(desks.police, desks.stick)

    assert states(page) == [("已停收", Tone.BAD)]
    assert "把本单位的下一个交换包交给对方" in page.inbox.changes.said.text()


def test_two_keys_of_one_incarnation_are_named(look: Look, desks: Desks, tmp_path: Path) -> None:
    copy = copied(desks.finance, tmp_path / "copy")
    shared(desks, "第一次恢复以后")
    told(desks)
    put_back(desks.finance, copy)
    renewal.renew(desks.finance)
    told(desks)
    put_back(desks.finance, copy)
    renewal.renew(desks.finance)
    exchange.seal(desks.finance, desks.to_police, emptied(desks.stick))

    page = look(desks.police, desks.stick)

    assert states(page) == [("两把密钥", Tone.BAD)]


def test_a_register_that_fell_behind_is_told_what_comes_first(
    look: Look, desks: Desks, tmp_path: Path
) -> None:
    copy = copied(desks.finance, tmp_path / "copy")
    shared(desks, "备份之后的案件")
    told(desks)
    put_back(desks.finance, copy)
    uid = cases.register_case(desks.police, synthetic.case_draft("公安的案件")).uid
    exchange.share_case(desks.police, uid, desks.to_finance)
    path = exchange.seal(desks.police, desks.to_finance, emptied(desks.stick)).path
    before = exchange.scan(desks.finance, desks.stick)[0]
    with pytest.raises(RestoredRegisterError):
        exchange.take_in(desks.finance, path)

    page = look(desks.finance, desks.stick)

    assert before.refusal is not None
    assert states(page) == [("须先开启新一代", Tone.WARN)]


def test_what_an_ended_incarnation_wrote_needs_nothing(look: Look, desks: Desks) -> None:
    shared(desks, "某案件")
    exchange.seal(desks.finance, desks.to_police, desks.stick)
    renewal.renew(desks.finance)
    exchange.take_in(
        desks.police, exchange.seal(desks.finance, desks.to_police, desks.stick.parent).path
    )

    page = look(desks.police, desks.stick)

    assert states(page) == [("旧一代所写", Tone.NEUTRAL)]


def test_new_keys_and_a_withdrawal_stand_out_before_anything_changes(
    look: Look, desks: Desks
) -> None:
    uid = shared(desks, "送错的案件")
    desks.carry(desks.finance, desks.police)
    exchange.withdraw_case(desks.finance, uid, "送错单位")
    renewal.renew(desks.finance)
    exchange.seal(desks.finance, desks.to_police, emptied(desks.stick))

    page = look(desks.police, desks.stick)

    assert states(page) == [("可导入，新一代密钥", Tone.GOOD)]
    rows = page.inbox.changes.changes.rows
    assert [(row.act, row.tone) for row in rows[:2]] == [
        ("新一代密钥", Tone.INFO),
        ("对方撤回", Tone.BAD),
    ]
    assert "送错单位" in rows[1].meaning


def test_what_comes_back_after_a_restoration_is_named(
    look: Look, desks: Desks, tmp_path: Path
) -> None:
    copy = copied(desks.finance, tmp_path / "copy")
    shared(desks, "备份之后的案件")
    told(desks)
    put_back(desks.finance, copy)
    renewal.renew(desks.finance)
    desks.carry(desks.finance, desks.police)
    exchange.seal(desks.police, desks.to_finance, emptied(desks.stick))

    page = look(desks.finance, desks.stick)

    assert ("本单位内容送还", "备份之后的案件") in changes(page)


def test_a_rule_pack_and_receipts_are_named(look: Look, desks: Desks, tmp_path: Path) -> None:
    uid = desks.acknowledged()
    packs.share(desks.finance, newer(tmp_path))
    sightings.seen(desks.finance, uid)
    exchange.seal(desks.finance, desks.to_police, emptied(desks.stick))

    page = look(desks.police, desks.stick)

    found = changes(page)
    assert ("规则包", "演练用期限规则") in found
    assert any(act == "对方已阅" and "项" in subject for act, subject in found)


def test_a_fork_keeps_the_first_content_and_says_so(
    look: Look, desks: Desks, tmp_path: Path, qtbot: QtBot
) -> None:
    copy = copied(desks.finance, tmp_path / "copy")
    shared(desks, "甲机写的")
    told(desks)
    put_back(desks.finance, copy)
    shared(desks, "乙机写的")
    path = exchange.seal(desks.finance, desks.to_police, emptied(desks.stick)).path

    page = look(desks.police, desks.stick)
    page.inbox.take.click()
    settle(qtbot, page.desk)
    settle(qtbot, page.desk)

    assert path.exists()
    assert "两份内容都已存证" in page.inbox.changes.said.text()
    assert page.alarms.isVisible()
