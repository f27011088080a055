"""The page 成员与密钥: every agency, and the chosen one with its fingerprint."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from app import wording
from app.kernel.terms import TrustedBy
from app.services import card_copies, members, roster_view
from app.services.changes import Changes, Noun
from app.services.members import MemberRow
from app.services.roster_view import RosterView, Waiting
from app.services.setup import Register
from app.ui.actions import Shortcuts
from app.ui.desk import Desk
from app.ui.members import signers
from app.ui.members.card import MemberCard
from app.ui.members.paper_dialog import PaperMemberDialog
from app.ui.members.roster_acts import RosterActs
from app.ui.members.roster_card import RosterCard
from app.ui.members.state import state_of, state_tone
from app.ui.members.verify_dialog import VerifyDialog
from app.ui.page import Page, PageId, page_title
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.card import Card, button
from app.ui.widgets.table import Column, ShortTable, TableView


def _rosters(register: Register) -> tuple[tuple[RosterView, ...], tuple[Waiting, ...]]:
    return roster_view.show(register), roster_view.waiting(register)


class MembersPage(Page):
    """Cards and rosters go out and come in here; nothing in them counts before a person decided."""

    nouns: ClassVar[frozenset[Noun]] = frozenset({Noun.MEMBERS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, page_title(PageId.MEMBERS), parent)
        self._wanted = ""
        self.model = ShortTable(self._columns())
        self.table = TableView(self.model, self.tr("成员"))
        self.card = MemberCard()
        self.rosters = RosterCard()
        self.acts = RosterActs(self)
        self._views: tuple[RosterView, ...] = ()
        self.export = button(self.tr("导出本单位身份卡…"))
        self.export_signers = button(self.tr("导出签名者清单…"))
        self.add_paper = button(self.tr("登记纸质往来单位…"))
        self.keep = button(self.tr("收下身份卡…"), "primary")
        for each in (self.export, self.export_signers, self.add_paper, self.keep):
            self.header.add(each)
        self._lay_out()
        self._connect()

    def _columns(self) -> tuple[Column[MemberRow], ...]:
        return (
            Column(self.tr("状态"), state_of, tone=state_tone, sample=self.tr("密钥已换，待核对")),
            Column(self.tr("单位"), lambda row: row.name, stretches=True),
            Column(
                self.tr("职能"),
                lambda row: in_words(wording.AGENCY_ROLES[row.role]),
                sample=self.tr("纪检监察"),
            ),
            Column(self.tr("联络员"), lambda row: row.liaison, sample="甲某某某"),
        )

    def _lay_out(self) -> None:
        self.list_card = Card(self.tr("机制成员与往来单位"))
        self.list_card.body.addWidget(self.table)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        split.addWidget(self.list_card)
        split.addWidget(self.card)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        row = QHBoxLayout()
        row.addWidget(split)
        self.body.addWidget(self.rosters)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        self.table.chosen.connect(self.card.show_row)
        self.table.opened.connect(self.verify)
        self.card.verify_asked.connect(self.verify)
        self.card.discard_asked.connect(self._ask_discard)
        self.card.print_asked.connect(self.acts.print_sheet)
        self.card.liaison_asked.connect(self.acts.change_liaison)
        self.card.revoke_asked.connect(lambda row: self._with_roster(self.acts.revoke, row))
        self.card.leave_asked.connect(lambda row: self._with_roster(self.acts.leave, row))
        self.card.copy_asked.connect(self._ask_copy)
        self._connect_rosters()
        self.export.clicked.connect(self._export)
        self.export_signers.clicked.connect(self._export_signers)
        self.keep.clicked.connect(self._choose_card)
        self.add_paper.clicked.connect(self._add_paper)

    def _connect_rosters(self) -> None:
        card, acts = self.rosters, self.acts
        card.import_asked.connect(acts.choose_import)
        card.export_asked.connect(acts.export)
        card.start_asked.connect(acts.start)
        card.issue_asked.connect(acts.issue)
        card.decide_asked.connect(acts.decide)
        card.despite_asked.connect(acts.ask_despite)
        card.cosign_asked.connect(acts.choose_root)
        card.proposal_asked.connect(acts.export_root)
        card.propose_asked.connect(lambda view: acts.propose(view, tuple(self.model.rows)))

    def _with_roster(self, act: Callable[[RosterView, MemberRow], object], row: MemberRow) -> None:
        """*act* on *row* in the roster we lead; without one nothing offers it."""
        led = next((view for view in self._views if view.leads and view.root_version), None)
        if led is not None:
            act(led, row)

    # -- page ------------------------------------------------------------------------------

    def refresh(self) -> None:
        self.ask_latest("rows", members.rows).then(self._show)
        self.ask_latest("rosters", _rosters).then(lambda found: self._show_rosters(*found))

    def _show_rosters(self, views: tuple[RosterView, ...], waiting: tuple[Waiting, ...]) -> None:
        self._views = views
        self.rosters.show_rosters(views, waiting)
        self.card.offer_lead(any(view.leads and view.root_version for view in views))

    def show_subject(self, uid: str) -> None:
        self._wanted = uid
        self.refresh()

    def handlers(self) -> Mapping[Shortcuts, Callable[[], object]]:
        return {Shortcuts.NEW: self._choose_card, Shortcuts.RESCAN: self.refresh}

    def _show(self, rows: tuple[MemberRow, ...]) -> None:
        current = self.table.current
        wanted = self._wanted or (current.uid if current else "")
        self._wanted = ""
        self.model.set_rows(rows)
        self.acts.name_agency(rows[0].name if rows else "")
        self.list_card.note.setText(self.tr("%n 个单位", "", len(rows)))
        uids = [row.uid for row in rows]
        self.table.select(uids.index(wanted) if wanted in uids else 0)
        self._warn_of_changed_keys(rows)

    def _warn_of_changed_keys(self, rows: tuple[MemberRow, ...]) -> None:
        names = "、".join(row.short_name or row.name for row in rows if row.key_changed)
        if names:
            self.notice.say(
                Tone.BAD,
                self.tr(
                    "{names}的一张新身份卡与以前核对过的密钥不同。重新核对指纹以前，不能向其送出。"
                    "请当面或者用已知的电话问清，不要只凭来件；对方没有换密钥的，请丢弃这张身份卡。"
                ).format(names=names),
            )

    # -- acts ------------------------------------------------------------------------------

    def _export(self) -> None:
        title = self.tr("把身份卡写到哪个文件夹")
        dialogs.choose_folder(self, title, self.write_card)

    def write_card(self, folder: Path) -> None:
        self.act(members.write_card, folder).then(self._tell_written)

    def _tell_written(self, path: Path) -> None:
        said = self.tr("身份卡已写到 {path}。交给对方以后，请当面或者用已知的电话互相核对指纹。")
        self.notice.say(Tone.GOOD, said.format(path=path))

    def _ask_copy(self, row: MemberRow) -> None:
        title = self.tr("把{name}的身份卡写到哪个文件夹").format(name=row.short_name or row.name)
        dialogs.choose_folder(self, title, lambda folder: self.copy_card(row, folder))

    def copy_card(self, row: MemberRow, folder: Path) -> None:
        """Give an agency whose computer is lost its own card back."""
        self.act(card_copies.write_copy, row.uid, folder).then(self._tell_copied)

    def _tell_copied(self, path: Path) -> None:
        said = self.tr("身份卡已写到 {path}。对方用它重建登记册、换新密钥，请重新当面核对指纹。")
        self.notice.say(Tone.GOOD, said.format(path=path))

    def _export_signers(self) -> None:
        signers.ask(self)

    def _choose_card(self) -> None:
        pattern = self.tr("身份卡") + " (*.lxcard)"
        dialogs.choose_file(self, self.tr("选择对方的身份卡"), pattern, self.keep_card)

    def keep_card(self, path: Path) -> None:
        """Keep the card in the file *path*; it is not believed before it is verified."""
        self.act(members.keep_card, path).then(self._tell_kept)

    def _tell_kept(self, changes: Changes) -> None:
        self._wanted = changes.uid
        said = self.tr("身份卡已收下，指纹还没有核对：核对以后才能与其交换。")
        self.notice.say(Tone.INFO, said)

    def _add_paper(self) -> None:
        PaperMemberDialog(self.desk, self).open()

    def verify(self, row: MemberRow) -> None:
        if not row.is_self and row.fingerprint and row.vouched_by is not TrustedBy.PERSON:
            VerifyDialog(self.desk, row, self).open()

    def _ask_discard(self, row: MemberRow) -> None:
        dialogs.confirm(
            self,
            self.tr("丢弃{name}的这张身份卡？").format(name=row.short_name or row.name),
            self.tr("来路不明的身份卡应当丢弃。以前核对过的密钥不受影响；需要时可以再收一次。"),
            self.tr("丢弃"),
            lambda: self.discard(row),
            danger=True,
        )

    def discard(self, row: MemberRow) -> None:
        """Throw away a card that nobody verified; the verified one, if any, stays."""
        self.act(members.discard_card, row.uid).then(self._tell_discarded)

    def _tell_discarded(self, changes: Changes) -> None:
        self._wanted = changes.uid
        self.notice.say(Tone.GOOD, self.tr("这张身份卡已丢弃，已核对的身份卡不受影响。"))
