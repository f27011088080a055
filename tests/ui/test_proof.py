"""Evidence goes out of a matter, a list of signers out of the members, and any file is checked."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from app.documents.kinds.letters import LetterKind
from app.kernel.clock import SetClock
from app.services import cases, exchange, letters, members, proof, standing
from app.services.letters import IssueDraft
from app.services.setup import Register
from app.services.standing import Outcome
from app.sync import signers
from app.ui.desk import Desk
from app.ui.exchange.page import ExchangePage
from app.ui.exchange.proof_dialog import ProofDialog
from app.ui.matters.page import MattersPage
from app.ui.members import signers as signers_action
from app.ui.members.page import MembersPage
from app.ui.theme import Tone
from tests import synthetic
from tests.services.two_desks import Desks
from tests.ui.acts import settle

WAIT = 20_000


@pytest.fixture
def clock() -> SetClock:
    return synthetic.clock()


@pytest.fixture
def register(tmp_path: Path, clock: SetClock) -> Register:
    """The finance bureau's; the desk closes it."""
    return synthetic.make_register(tmp_path / "finance", mechanism=synthetic.MECHANISM, at=clock)


@pytest.fixture
def desks(tmp_path: Path, register: Register, clock: SetClock) -> Iterator[Desks]:
    stick = tmp_path / "stick"
    stick.mkdir()
    with synthetic.make_register(tmp_path / "police", synthetic.POLICE, at=clock) as police:
        synthetic.introduce(register, police, stick)
        to_police = members.find(register, "sl-gaj")
        to_finance = members.find(police, "sl-czj")
        yield Desks(register, police, stick, clock, to_police, to_finance)


@pytest.fixture
def bundle(desks: Desks) -> Path:
    """From the police, not taken in."""
    case = cases.register_case(desks.police, synthetic.case_draft()).uid
    exchange.share_case(desks.police, case, desks.to_finance)
    return exchange.seal(desks.police, desks.to_finance, desks.stick).path


@pytest.fixture
def dialog(qtbot: QtBot, desk: Desk) -> ProofDialog:
    made = ProofDialog(desk)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.show()
    return made


def _checked(qtbot: QtBot, dialog: ProofDialog, path: Path) -> str:
    dialog.check(path)
    qtbot.waitUntil(lambda: bool(dialog.lines.text()), timeout=WAIT)
    return dialog.verdict.text.text()


# -- checking --------------------------------------------------------------------------------


def test_a_bundle_of_a_member_is_named_and_not_taken_in(
    qtbot: QtBot, dialog: ProofDialog, desks: Desks, bundle: Path
) -> None:
    said = _checked(qtbot, dialog, bundle)

    assert said.startswith("交换包")
    assert "完好，签名者：示例市公安局" in said
    assert dialog.verdict.property("tone") == Tone.GOOD.value
    assert "起可信：当面核对过指纹" in dialog.lines.text()
    assert exchange.peers(desks.finance)[0].received == 0


def test_a_stranger_is_a_warning_with_the_fingerprint(
    qtbot: QtBot, dialog: ProofDialog, tmp_path: Path
) -> None:
    with synthetic.make_register(tmp_path / "other", synthetic.POLICE) as other:
        path = members.write_card(other, tmp_path)

    said = _checked(qtbot, dialog, path)

    assert "签名者未核对" in said
    assert dialog.verdict.property("tone") == Tone.WARN.value
    assert "SHA256:" in dialog.lines.text()


def test_a_damaged_file_is_refused_in_words(
    qtbot: QtBot, dialog: ProofDialog, bundle: Path
) -> None:
    bundle.write_bytes(bundle.read_bytes()[:-40])

    said = _checked(qtbot, dialog, bundle)

    assert "完好" not in said
    assert dialog.verdict.property("tone") == Tone.BAD.value
    assert "不要作为依据" in dialog.lines.text()


def test_a_file_that_is_dropped_is_checked(qtbot: QtBot, dialog: ProofDialog, bundle: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(bundle))])
    drop = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )

    dialog.dropEvent(drop)

    qtbot.waitUntil(lambda: "完好" in dialog.verdict.text.text(), timeout=WAIT)


def test_the_exchange_centre_opens_the_window_that_checks(
    qtbot: QtBot, desk: Desk, bundle: Path
) -> None:
    page = ExchangePage(desk)
    qtbot.addWidget(page)
    page.show()

    page.check_file.click()

    window = page.findChild(ProofDialog)
    assert window is not None
    assert "完好" in _checked(qtbot, window, bundle)
    window.reject()
    settle(qtbot, desk)


# -- the list of signers ---------------------------------------------------------------------


def test_the_list_of_signers_is_written_where_it_is_asked(
    qtbot: QtBot, desk: Desk, desks: Desks, tmp_path: Path
) -> None:
    page = MembersPage(desk)
    qtbot.addWidget(page)
    page.resize(1100, 640)
    page.show()
    qtbot.waitUntil(lambda: bool(page.model.rows), timeout=WAIT)

    signers_action.write(page, tmp_path / "allowed_signers")

    qtbot.waitUntil(lambda: page.notice.isVisible(), timeout=WAIT)
    assert "2 个可信的密钥" in page.notice.text.text()
    assert len(signers.read((tmp_path / "allowed_signers").read_bytes()).lines) >= 2
    assert page.export_signers.isEnabled()


# -- evidence --------------------------------------------------------------------------------


@pytest.fixture
def matter(desks: Desks) -> str:
    """A referral whose letter is issued and went out to the police."""
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    at = desks.clock.now()
    uid = synthetic.approved_matter(desks.finance, desks.to_police, case, at)
    wish = IssueDraft(code="示财案移", signer="己某某", dated_on=synthetic.NOON.date())
    letters.issue(desks.finance, uid, LetterKind.REFERRAL, wish)
    return uid


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, matter: str) -> MattersPage:
    made = MattersPage(desk)
    qtbot.addWidget(made)
    made.resize(1180, 760)
    made.show()
    made.show_subject(matter)
    settle(qtbot, desk)
    return made


def _export(qtbot: QtBot, page: MattersPage, folder: Path) -> None:
    """What happens once the question was agreed to and *folder* chosen."""
    page.thread_view.evidence.write(folder)
    settle(qtbot, page.desk)


def test_before_anything_is_written_the_page_says_that_it_will_be_plain(
    qtbot: QtBot, page: MattersPage
) -> None:
    page.thread_view.evidence.export.click()

    question = page.findChild(QMessageBox)
    assert question is not None
    assert "未加密" in question.informativeText()
    assert "审计日志" in question.informativeText()
    question.reject()
    settle(qtbot, page.desk)
    assert not page.thread_view.evidence.progress.isVisible()


def test_the_evidence_of_a_matter_is_written_and_stays_told(
    qtbot: QtBot, page: MattersPage, desks: Desks, matter: str, tmp_path: Path
) -> None:
    exchange.seal(desks.finance, desks.to_police, desks.stick)
    (tmp_path / "out").mkdir()

    _export(qtbot, page, tmp_path / "out")

    (folder,) = (tmp_path / "out").iterdir()
    found = proof.inspect(folder, standing.by_register(desks.finance))
    assert found.outcome is Outcome.KNOWN
    assert str(folder) in page.notice.text.text()
    assert "SHA256:" in page.notice.text.text()
    assert folder.name in page.thread_view.evidence.told.text()
    page.thread_view.open(matter)
    settle(qtbot, page.desk)
    assert folder.name in page.thread_view.evidence.told.text()
    dialog = ProofDialog(page.desk, page)
    dialog.show()
    _checked(qtbot, dialog, folder)
    dialog.close()


def test_what_never_travelled_is_refused_in_words(
    qtbot: QtBot, page: MattersPage, tmp_path: Path
) -> None:
    (tmp_path / "out").mkdir()

    _export(qtbot, page, tmp_path / "out")

    assert "还没有随交换包" in page.notice.text.text()
    assert page.thread_view.evidence.export.isEnabled()
    assert list((tmp_path / "out").iterdir()) == []


def test_a_stopped_export_leaves_nothing_and_can_be_asked_again(
    qtbot: QtBot, page: MattersPage, desks: Desks, tmp_path: Path
) -> None:
    exchange.seal(desks.finance, desks.to_police, desks.stick)
    card = page.thread_view.evidence
    (tmp_path / "out").mkdir()

    card.write(tmp_path / "out")
    card.progress.cancel.click()
    settle(qtbot, page.desk)

    assert list((tmp_path / "out").iterdir()) == []
    assert card.export.isEnabled()
    assert not card.progress.isVisible()
