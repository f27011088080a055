"""What is done with rosters from the page of members: the dialogs, and what is told afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QInputDialog, QLineEdit

from app.documents.kinds.fingerprint import FingerprintSheet
from app.kernel.errors import AppError
from app.services import (
    fingerprints,
    roster,
    roster_expiry,
    roster_issue,
    roster_roots,
    roster_view,
)
from app.services.changes import Changes
from app.services.members import MemberRow
from app.services.printing import Paper
from app.services.roster_issue import Started
from app.services.roster_roots import Proposal, Proposed
from app.services.roster_view import Preview, RosterView, Waiting
from app.sync.roster import Change
from app.ui.members.deputy_dialog import DeputyDialog
from app.ui.members.import_dialog import ImportDialog
from app.ui.members.issue_dialog import IssueDialog, StartDialog
from app.ui.members.member_dialogs import LeaveDialog, LiaisonDialog, RevokeDialog
from app.ui.members.root_dialogs import CosignDialog, ProposeDialog
from app.ui.page import Page
from app.ui.printing.ask import ask_to_print
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.paper_window import PaperWindow


class RosterActs(QObject):
    """Every method opens a dialog over *page* or does what was chosen in one."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._page = page
        self.dialog: QDialog | None = None
        self.window: PaperWindow | None = None
        self._agency = ""

    def name_agency(self, agency: str) -> None:
        """Our own name, for what is printed."""
        self._agency = agency

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()

    # -- importing and deciding ------------------------------------------------------------

    def choose_import(self) -> None:
        pattern = self.tr("名册") + " (*.lxroster)"
        dialogs.choose_file(self._page, self.tr("选择名册文件"), pattern, self.import_file)

    def import_file(self, path: Path) -> None:
        """Show what the roster in *path* would change; nothing counts before it is accepted."""
        answer = self._page.act(roster_view.preview, path)
        answer.then(self._show_preview).otherwise(self._refused)

    def _refused(self, error: AppError) -> None:
        """A second text of one version is kept as an alarm, which the page must show."""
        self._page.refuse(error)
        self._page.refresh()

    def _show_preview(self, seen: Preview) -> None:
        dialog = ImportDialog(self._page.desk, seen, parent=self._page)
        dialog.accepted.connect(lambda: self._tell_accepted(seen))
        self._open(dialog)

    def _tell_accepted(self, seen: Preview) -> None:
        said = self.tr("已接受{mechanism}名册第 {version} 版。")
        text = said.format(mechanism=seen.mechanism, version=seen.version)
        self._page.notice.say(Tone.GOOD, text)

    def decide(self, row: Waiting) -> None:
        """Look at a roster that waits; an alarm can only be put to rest."""
        if row.alarm:
            self._ask_settle(row)
            return
        answer = self._page.ask(roster_view.preview_waiting, row.sha256)
        answer.then(lambda seen: self._show_waiting(seen, row))

    def _show_waiting(self, seen: Preview, row: Waiting) -> None:
        dialog = ImportDialog(self._page.desk, seen, row.sha256, self._page)
        dialog.accepted.connect(lambda: self._tell_accepted(seen))
        dialog.declined.connect(lambda: self._ask_settle(row))
        self._open(dialog)

    def _ask_settle(self, row: Waiting) -> None:
        """Why it is not accepted, or how an alarm was cleared up: the journal keeps it."""
        box = QInputDialog(self._page)
        box.setWindowTitle(self.tr("不接受名册"))
        box.setTextEchoMode(QLineEdit.EchoMode.Normal)
        said = self.tr("第 {version} 版的这份文本不接受，作为证据留存。请写明查清的经过：")
        box.setLabelText(said.format(version=row.version))
        box.setOkButtonText(self.tr("不接受"))
        box.setCancelButtonText(self.tr("取消"))
        box.textValueSelected.connect(lambda reason: self.settle(row, reason))
        self._open(box)

    def settle(self, row: Waiting, reason: str) -> None:
        self._page.act(roster.decline, row.sha256, reason).then(self._tell_settled)

    def _tell_settled(self, _changes: Changes) -> None:
        self._page.notice.say(Tone.INFO, self.tr("没有接受这份名册；已记入审计日志。"))

    def ask_despite(self, view: RosterView) -> None:
        """Why bundles must be sealed today although the roster ran out."""
        box = QInputDialog(self._page)
        box.setWindowTitle(self.tr("今天仍要送出"))
        said = self.tr("名册已于{day}到期。今天之内仍可以向名册中的单位送出，请写明理由：")
        box.setLabelText(said.format(day=view.expires))
        box.setOkButtonText(self.tr("仍要送出"))
        box.setCancelButtonText(self.tr("取消"))
        box.textValueSelected.connect(lambda reason: self.allow(view, reason))
        self._open(box)

    def allow(self, view: RosterView, reason: str) -> None:
        answer = self._page.act(roster_expiry.seal_despite_expiry, view.mechanism_uid, reason)
        answer.then(self._tell_allowed)

    def _tell_allowed(self, _changes: Changes) -> None:
        self._page.notice.say(Tone.INFO, self.tr("今天之内可以送出；理由已记入审计日志。"))

    def export(self, view: RosterView) -> None:
        title = self.tr("把名册写到哪个文件夹")
        dialogs.choose_folder(
            self._page, title, lambda folder: self.write(view.mechanism_uid, folder)
        )

    def write(self, mechanism_uid: str, folder: Path) -> None:
        self._page.act(roster.export, mechanism_uid, folder).then(self._tell_written)

    def _tell_written(self, path: Path) -> None:
        said = self.tr("名册已写到 {path}。名册不含案件内容，可以用任何方式交给各单位。")
        self._page.notice.say(Tone.GOOD, said.format(path=path))

    # -- issuing ---------------------------------------------------------------------------

    def start(self, _view: RosterView) -> None:
        dialog = StartDialog(self._page.desk, self._page)
        dialog.started.connect(self._tell_started)
        self._open(dialog)

    def _tell_started(self, started: Started) -> None:
        said = self.tr("名册第 1 版已签发。请导出后交给各单位，各单位看过变化再接受。")
        self._page.notice.say(Tone.GOOD, said)
        self._show_secret(started.deputy_secret)

    def _show_secret(self, secret: str) -> None:
        if secret:
            now = self._page.desk.clock.now()
            self._open(DeputyDialog(secret, self._agency, now, self._page))

    def issue(self, view: RosterView) -> None:
        answer = self._page.ask(roster_issue.pending, view.mechanism_uid)
        answer.then(lambda changes: self._show_issue(view, changes))

    def _show_issue(self, view: RosterView, changes: Sequence[Change]) -> None:
        dialog = IssueDialog(self._page.desk, view, changes, self._page)
        dialog.accepted.connect(self._tell_issued)
        self._open(dialog)

    def _tell_issued(self) -> None:
        said = self.tr("新一版名册已签发。请导出后交给各单位。")
        self._page.notice.say(Tone.GOOD, said)

    def revoke(self, view: RosterView, row: MemberRow) -> None:
        dialog = RevokeDialog(self._page.desk, view, row, self._page)
        dialog.accepted.connect(self._tell_issued)
        self._open(dialog)

    def leave(self, view: RosterView, row: MemberRow) -> None:
        dialog = LeaveDialog(self._page.desk, view, row, self._page)
        dialog.accepted.connect(self._tell_issued)
        self._open(dialog)

    def change_liaison(self, row: MemberRow) -> None:
        self._open(LiaisonDialog(self._page.desk, row, self._page))

    # -- roots -----------------------------------------------------------------------------

    def propose(self, view: RosterView, rows: Sequence[MemberRow]) -> None:
        dialog = ProposeDialog(self._page.desk, view, rows, self._page)
        dialog.proposed.connect(lambda made: self._tell_proposed(view, made))
        self._open(dialog)

    def _tell_proposed(self, view: RosterView, made: Proposed) -> None:
        if made.missing:
            said = self.tr("名册根还差 %n 把签名。请导出后交给有关单位会签。", "", made.missing)
            self._page.notice.say(
                Tone.INFO,
                said,
                verb=self.tr("导出名册根…"),
                does=lambda: self.export_root(view),
            )
        else:
            self._tell_adopted()
        self._show_secret(made.deputy_secret)

    def _tell_adopted(self) -> None:
        said = self.tr("名册根已采用。请由牵头单位签发下一版名册，各单位随名册更新。")
        self._page.notice.say(Tone.GOOD, said)

    def export_root(self, view: RosterView) -> None:
        title = self.tr("把名册根写到哪个文件夹")
        dialogs.choose_folder(
            self._page, title, lambda folder: self.write_root(view.mechanism_uid, folder)
        )

    def write_root(self, mechanism_uid: str, folder: Path) -> None:
        answer = self._page.act(roster_roots.write_proposal, mechanism_uid, folder)
        answer.then(self._tell_root_written)

    def _tell_root_written(self, path: Path) -> None:
        said = self.tr("名册根已写到 {path}。会签后的文件收回后，请在这里并入。")
        self._page.notice.say(Tone.GOOD, said.format(path=path))

    def choose_root(self) -> None:
        pattern = self.tr("名册根") + " (*.lxroot)"
        dialogs.choose_file(self._page, self.tr("选择名册根文件"), pattern, self.look_at_root)

    def look_at_root(self, path: Path) -> None:
        answer = self._page.ask(roster_roots.show_proposal, path)
        answer.then(lambda found: self._show_root(path, found))

    def _show_root(self, path: Path, found: Proposal) -> None:
        dialog = CosignDialog(self._page.desk, path, found, self._page)
        dialog.signed.connect(self._tell_signed)
        dialog.merged.connect(self._tell_merged)
        self._open(dialog)

    def _tell_signed(self, path: Path) -> None:
        said = self.tr("会签后的文件已写到 {path}，请交还牵头单位。")
        self._page.notice.say(Tone.GOOD, said.format(path=path))

    def _tell_merged(self, made: Proposed) -> None:
        if made.missing:
            said = self.tr("签名已并入，还差 %n 把。", "", made.missing)
            self._page.notice.say(Tone.INFO, said)
        else:
            self._tell_adopted()

    # -- paper -----------------------------------------------------------------------------

    def print_sheet(self, row: MemberRow) -> None:
        answer = self._page.ask(fingerprints.sheet, row.uid)
        answer.then(lambda sheet: self._show_sheet(row, sheet))

    def _show_sheet(self, row: MemberRow, sheet: FingerprintSheet) -> None:
        note = self.tr("双方逐组核对一致后签字盖章，各留一份。")
        window = PaperWindow(self._page.desk, sheet.title, note, self._page)
        window.save_button.hide()
        window.view.show_pdf(sheet.pdf, sheet.pages)
        window.print_asked.connect(lambda: self._print(row, sheet))
        window.show()
        self.window = window

    def _print(self, row: MemberRow, sheet: FingerprintSheet) -> None:
        paper = Paper(sheet.title, sheet.pdf, sheet.pages)
        dialog = ask_to_print(self._page.desk, (paper,), self.window or self._page)
        dialog.printed.connect(lambda _: self._printed(row))

    def _printed(self, row: MemberRow) -> None:
        self._page.act(fingerprints.note_printed, row.uid)
        self._page.notice.say(Tone.INFO, self.tr("核对单已交给打印机。"))
