"""成员与密钥: rosters on the page, and that nothing in them counts before a person decided."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QComboBox, QInputDialog, QLabel
from pytestqt.qtbot import QtBot

from app.services import members, roster, roster_roots
from app.services.roster_effects import Decision
from app.services.setup import Register
from app.ui.desk import Desk
from app.ui.members.deputy_dialog import DeputyDialog
from app.ui.members.import_dialog import ImportDialog
from app.ui.members.issue_dialog import IssueDialog, StartDialog
from app.ui.members.member_dialogs import LiaisonDialog, RevokeDialog
from app.ui.members.page import MembersPage
from app.ui.members.root_dialogs import CosignDialog, ProposeDialog
from app.ui.members.state import state_of
from app.ui.widgets.chip import Chip
from tests import synthetic
from tests.services import rosters
from tests.services.rosters import City, forged, next_forged

Show = Callable[[Register], MembersPage]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("city") / "registers"
    rosters.build(folder)
    return folder


@pytest.fixture
def city(template: Path, tmp_path: Path) -> Iterator[City]:
    with rosters.copied(template, tmp_path / "city") as made:
        yield made


@pytest.fixture
def show(qtbot: QtBot, open_desk: Callable[[Register], Desk], city: City) -> Show:
    """The page on one of the registers of *city*, which the desk closes."""

    def make(register: Register) -> MembersPage:
        page = MembersPage(open_desk(register))
        qtbot.addWidget(page)
        page.resize(1180, 680)
        page.show()
        _wait(qtbot, page)
        return page

    return make


def _wait(qtbot: QtBot, page: MembersPage) -> None:
    qtbot.waitUntil(lambda: not page.desk.live, timeout=10_000)


def _words(page: MembersPage) -> str:
    return " ".join(each.text() for each in page.rosters.findChildren(QLabel))


def _submit(qtbot: QtBot, page: MembersPage) -> None:
    dialog = page.acts.dialog
    assert dialog is not None
    with qtbot.waitSignal(dialog.accepted):
        dialog.submit()  # type: ignore[attr-defined]
    _wait(qtbot, page)


def _import(qtbot: QtBot, page: MembersPage, path: Path) -> ImportDialog:
    page.acts.import_file(path)
    _wait(qtbot, page)
    dialog = page.acts.dialog
    assert isinstance(dialog, ImportDialog)
    return dialog


def _written(city: City, data: bytes) -> Path:
    path = city.stick / "some.lxroster"
    path.write_bytes(data)
    return path


def test_a_lead_starts_a_roster_and_writes_the_sealed_key_down(
    qtbot: QtBot, show: Show, city: City
) -> None:
    page = show(city.finance)
    assert "还没有名册" in _words(page)
    page.rosters.buttons["start"].click()
    assert isinstance(page.acts.dialog, StartDialog)
    _submit(qtbot, page)

    dialog = page.acts.dialog
    assert isinstance(dialog, DeputyDialog)
    dialog.reject()
    assert dialog.isVisible()
    for number in dialog.panel.asked:
        name = f"group{number}"
        dialog.panel.form.restore({name: dialog.panel.groups[number]})
    dialog.reject()
    assert not dialog.isVisible()
    assert "名册第 1 版" in _words(page)
    assert "issue" in page.rosters.buttons


def test_a_member_sees_the_changes_and_must_say_so_before_it_accepts(
    qtbot: QtBot, show: Show, city: City
) -> None:
    city.start()
    page = show(city.police)
    path = roster.export(city.finance, city.mechanism, city.stick)
    dialog = _import(qtbot, page, path)
    assert len(dialog.changes.rows) == 3

    dialog.submit()
    (link,) = dialog.form.summary.links
    assert "再勾选" in link.text()
    dialog.asked.setChecked(True)
    _submit(qtbot, page)

    assert "名册第 1 版" in _words(page)
    audit = next(row for row in page.model.rows if row.name == "示例市审计局")
    assert state_of(audit) == "名册认可"
    assert "issue" not in page.rosters.buttons


def test_a_contradicted_key_blocks_until_each_is_decided_with_a_reason(
    qtbot: QtBot, show: Show, city: City
) -> None:
    city.start()
    city.carry(city.audit)
    synthetic.introduce(city.audit, city.police, city.stick)
    path = _written(city, next_forged(city))
    page = show(city.audit)
    dialog = _import(qtbot, page, path)
    dialog.asked.setChecked(True)

    dialog.submit()
    assert len(dialog.form.summary.links) == 2
    (box,) = dialog.decisions.values()
    assert isinstance(box, QComboBox)
    box.setCurrentIndex(box.findData(Decision.KEEP_OURS.value))
    dialog.form.restore({"reason": "电话问清，以核对的为准"})
    _submit(qtbot, page)

    assert "名册第 2 版" in _words(page)
    police = next(row for row in page.model.rows if row.name == "示例市公安局")
    assert state_of(police) == "已当面核对"


def test_a_second_text_of_one_version_stands_on_the_page_until_it_is_cleared_up(
    qtbot: QtBot, show: Show, city: City
) -> None:
    city.start()
    city.carry(city.audit)
    path = _written(city, forged(city))
    page = show(city.audit)

    page.acts.import_file(path)
    _wait(qtbot, page)
    assert "警报" in page.notice.text.text()
    assert "内容不同的文本" in _words(page)

    decide = next(b for name, b in page.rosters.buttons.items() if name.startswith("decide"))
    decide.click()
    box = page.acts.dialog
    assert isinstance(box, QInputDialog)
    box.setTextValue("牵头单位书面说明")
    box.accept()
    _wait(qtbot, page)
    assert "内容不同的文本" not in _words(page)


def test_a_relayed_first_roster_waits_on_the_page(qtbot: QtBot, show: Show, city: City) -> None:
    city.start()
    with city.police.write() as session:
        sender = rosters.uid(city.audit)
        roster.take_in_relayed(city.police, session, city.file(), sender)
    page = show(city.police)
    next(b for name, b in page.rosters.buttons.items() if name.startswith("decide")).click()
    _wait(qtbot, page)

    dialog = page.acts.dialog
    assert isinstance(dialog, ImportDialog)
    assert dialog.decline_button.isVisible()
    dialog.asked.setChecked(True)
    _submit(qtbot, page)
    assert "名册第 1 版" in _words(page)


def test_a_lead_issues_and_revokes_with_a_reason(qtbot: QtBot, show: Show, city: City) -> None:
    city.start()
    page = show(city.finance)
    page.rosters.buttons["issue"].click()
    _wait(qtbot, page)
    assert isinstance(page.acts.dialog, IssueDialog)
    _submit(qtbot, page)
    assert "名册第 2 版" in _words(page)

    page.table.select(1)
    page.card.revoke_asked.emit(page.table.current)
    dialog = page.acts.dialog
    assert isinstance(dialog, RevokeDialog)
    dialog.submit()
    assert len(dialog.form.summary.links) == 2
    dialog.form.restore({"reason": "便携机失窃"})
    dialog.sure.setChecked(True)
    _submit(qtbot, page)

    assert state_of(page.model.rows[1]) == "已吊销"
    told = " ".join(each.text() for each in page.card.findChildren(QLabel))
    assert "便携机失窃" in told


def test_a_liaison_is_changed_and_our_card_signed_anew(
    qtbot: QtBot, show: Show, city: City
) -> None:
    page = show(city.finance)
    page.card.liaison_asked.emit(page.model.rows[0])
    dialog = page.acts.dialog
    assert isinstance(dialog, LiaisonDialog)
    dialog.form.restore({"liaison": "辛某某"})
    _submit(qtbot, page)

    assert page.model.rows[0].liaison == "辛某某"


def test_a_root_is_proposed_on_one_desk_and_signed_on_another(
    qtbot: QtBot, show: Show, city: City
) -> None:
    city.start()
    city.carry(city.police)
    lead = show(city.finance)
    lead.rosters.propose_asked.emit(lead._views[0])
    dialog = lead.acts.dialog
    assert isinstance(dialog, ProposeDialog)
    dialog.holders[rosters.uid(city.police)].setChecked(True)
    _submit(qtbot, lead)
    assert "名册根待会签" in _words(lead)
    path = roster_roots.write_proposal(city.finance, city.mechanism, city.stick)

    member = show(city.police)
    member.acts.look_at_root(path)
    _wait(qtbot, member)
    cosign = member.acts.dialog
    assert isinstance(cosign, CosignDialog)
    with qtbot.waitSignal(cosign.signed) as signed:
        cosign.sign(city.stick)
    _wait(qtbot, member)

    lead.acts.look_at_root(signed.args[0])
    _wait(qtbot, lead)
    merging = lead.acts.dialog
    assert isinstance(merging, CosignDialog)
    assert not merging.submit_button.isEnabled()
    with qtbot.waitSignal(merging.merged):
        merging.merge_button.click()
    _wait(qtbot, lead)
    assert "名册根第 2 版" in _words(lead)


def test_the_sheet_to_sign_is_shown_for_our_own_card(qtbot: QtBot, show: Show, city: City) -> None:
    page = show(city.finance)
    assert page.card.print.isVisible()
    page.card.print.click()
    qtbot.waitUntil(lambda: page.acts.window is not None, timeout=15_000)

    window = page.acts.window
    assert window is not None
    assert window.windowTitle() == "指纹确认单"
    qtbot.waitUntil(lambda: window.view.painted and not page.desk.live, timeout=15_000)
    window.close()


def test_a_key_only_a_roster_named_can_still_be_compared_but_not_printed(
    qtbot: QtBot, show: Show, city: City
) -> None:
    city.start()
    city.carry(city.police)
    page = show(city.police)
    row = next(n for n, each in enumerate(page.model.rows) if each.name == "示例市审计局")
    page.table.select(row)

    assert page.card.verify.isVisible()
    assert not page.card.print.isVisible()
    heard = dict(enumerate(members.rows(city.audit)[0].fingerprint, 1))
    page.act(members.verify_card, page.model.rows[row].uid, heard, "当面")
    _wait(qtbot, page)
    assert state_of(page.model.rows[row]) == "已当面核对"


def test_an_expired_roster_says_so_until_it_is_renewed(
    qtbot: QtBot, show: Show, city: City
) -> None:
    city.start()
    city.carry(city.police)
    city.clock.advance(timedelta(days=400))

    page = show(city.police)

    assert "已过期" in {each.text() for each in page.rosters.findChildren(Chip)}
    assert "名册已于2027-09-15到期" in _words(page)
    assert "请向示例市财政局索取新的一版" in _words(page)
    page.rosters.buttons["despite"].click()
    box = page.acts.dialog
    assert isinstance(box, QInputDialog)
    box.setTextValue("案件期限将到")
    box.accept()
    _wait(qtbot, page)
    assert "今天之内可以送出" in page.notice.text.text()
