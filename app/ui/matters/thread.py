"""One matter: where it stands, its steps, its deadlines, its papers, and what to record next."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.documents.kinds.letters import LetterKind
from app.kernel import clock
from app.rules.steps import Side, State, StepKind
from app.services import disclosures, evidence, letters, matters, receipts, sealing, sightings
from app.services.letter_rights import Offer
from app.services.letter_text import OfMatter
from app.services.matters import LetterRow, MatterView, StepView
from app.services.receipts import MatterReceipts
from app.services.sealing import Seal
from app.ui.exchange.page import OUT
from app.ui.exchange.sheets import Sheets
from app.ui.letters.seal_dialog import SealForm
from app.ui.matters import told
from app.ui.matters.actions_card import ActionsCard
from app.ui.matters.duties_card import DutiesCard
from app.ui.matters.evidence_card import EvidenceCard
from app.ui.matters.forms.referral.submission import team_text
from app.ui.matters.issued_card import IssuedCard
from app.ui.matters.layers_line import LayersLine
from app.ui.matters.letter_forms import ExternalForm, IssueForm, LetterForm
from app.ui.matters.letters_card import LettersCard
from app.ui.matters.papers import Papers
from app.ui.matters.stage_bar import StageBar
from app.ui.matters.step_form import StepForm
from app.ui.matters.steps_card import StepsCard
from app.ui.page import Page, PageId
from app.ui.problems import or_destroyed
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.card import button, flow, label
from app.ui.widgets.chip import Chip
from app.wording import ledgers as words

_REVISABLE: Final = frozenset({State.DRAFT, State.REFUSED})


class ThreadView(QWidget):
    """Signals: ``back_asked``; ``revise_asked`` (MatterView) to change what is not issued yet;
    ``receipt_asked`` when a paper came back."""

    back_asked = Signal()
    revise_asked = Signal(object)
    receipt_asked = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self.view: MatterView | None = None
        self._uid = ""
        self.papers = Papers(page)
        self.title = flow(label("", "title", wraps=True))
        self.state = Chip()
        self.about = flow(label("", "secondary", wraps=True))
        self.about.setContentsMargins(0, 3, 0, 0)
        self.whole = LayersLine()
        self.sheets = Sheets(page)
        self._seen: frozenset[str] = frozenset()
        self.bar = StageBar()
        self._to_record: StepKind | None = None
        self.issued = IssuedCard()
        self.steps = StepsCard(self.tr("办理过程"))
        self.duties = DutiesCard(self.tr("期限"))
        self.letters = LettersCard(self.tr("文书"))
        self.evidence = EvidenceCard(self.tr("证据"), page)
        self.next = ActionsCard(self.tr("可以登记的环节"))
        self.revise = button(self.tr("修改移送内容"))
        self.case = button(self.tr("查看案件"), "link")
        self.holders = button(self.tr("谁持有哪一版"), "link")
        self.receipt = button(self.tr("登记回执…"), "link")
        self._lay_out()
        self._connect()

    @property
    def revisable(self) -> bool:
        """Whether the referral shown is ours and not issued, so that it can be changed."""
        view = self.view
        own = view is not None and view.our_side is Side.OPENER
        return own and not view.shared and view.state in _REVISABLE if view else False

    # -- showing ---------------------------------------------------------------------------

    def open(self, uid: str) -> None:
        if uid != self._uid:
            self.issued.hide()
        self._uid = uid
        self.ask()

    def ask(self) -> None:
        if self._uid:
            self._page.ask_latest("matter", matters.show, self._uid).then(self._take)

    def _take(self, view: MatterView) -> None:
        self.view = view
        now = self._page.desk.clock.now()
        self.title.setText(or_destroyed(view.subject))
        self.state.say(told.state(view.state), told.state_tone(view.state))
        self.about.setText(self._about(view))
        self.bar.show_matter(view)
        self.steps.show_matter(view)
        self._page.ask_latest("receipts", receipts.of_matter, view.uid).then(self._take_receipts)
        self._page.ask_latest("seals", sealing.of_matter, view.uid).then(self.letters.show_seals)
        self._tell_seen(view)
        self.duties.show_matter(view, now)
        self.next.show_matter(view)
        self.issued.look_at(view)
        self.revise.setVisible(self.revisable)
        self.receipt.setVisible(view.shared)
        self.evidence.show_matter(view.uid)
        self._page.ask_latest("offers", letters.offers, view.uid).then(self._take_offers)
        if self._to_record in view.recordable:
            self.record(self._to_record)
        self._to_record = None

    def open_seal(self, row: LetterRow) -> SealForm:
        """登记用印 of a letter of ours."""
        form = SealForm(self._page, row.uid, row.number)
        form.open()
        return form

    def _show_scan(self, row: LetterRow, seal: Seal) -> None:
        scan = replace(row, sha256=seal.scan_sha256)
        answer = self._page.ask(evidence.content, seal.scan_sha256)
        answer.then(lambda file: self.papers.show_file(scan, *file))

    def _take_receipts(self, found: MatterReceipts) -> None:
        self.steps.show_receipts(found)
        self.letters.show_receipts(found)
        if found.whole is None:
            self.whole.hide()
        else:
            self.whole.say_all(found.whole, self._sent(found))

    def _sent(self, found: MatterReceipts) -> str:
        if found.not_taken_in:
            text = self.tr("送出 {all} 项，{open} 项对方尚未导入")
            return text.format(all=found.stated, open=found.not_taken_in)
        return self.tr("送出 %n 项", "", found.stated)

    def _tell_seen(self, view: MatterView) -> None:
        """The person looks at what the other agency stated: that is told, once a record."""
        theirs = frozenset(step.uid for step in view.steps if not step.own)
        if theirs and theirs != self._seen and self.isVisible():
            self._seen = theirs
            self._page.act(sightings.seen, view.uid)

    def _show_holders(self) -> None:
        if self.view is not None:
            found = self._page.ask_latest("holders", disclosures.of_matter, self.view.uid)
            about = self.view.subject
            found.then(lambda rows: self.sheets.show(words.disclosures_table(rows, about)))

    def _take_offers(self, offers: tuple[Offer, ...]) -> None:
        if self.view is not None:
            self.letters.show_matter(self.view, offers)

    def _about(self, view: MatterView) -> str:
        own = view.our_side is Side.OPENER
        way = self.tr("移送至{name}") if own else self.tr("{name}移送本单位")
        parts = [
            way.format(name=view.counterpart if own else view.opener),
            self.tr("案号 {number}").format(number=view.case_number) if view.case_number else "",
            self.tr("{day} 发起").format(day=clock.local_date(view.opened_at).isoformat()),
            self.tr("依据：{basis}").format(basis=view.basis) if view.basis else "",
        ]
        return "　·　".join(part for part in parts if part)

    # -- recording -------------------------------------------------------------------------

    def record(self, kind: StepKind, preset: dict[str, str] | None = None) -> None:
        """Open the form of a step of *kind*, its fields filled with *preset*."""
        if self.view is not None:
            StepForm(self._page, self.view, kind, preset or self._preset(kind)).open()

    def record_once_shown(self, kind: StepKind) -> None:
        """Open the form of a step as soon as the matter is there."""
        self._to_record = kind
        self.ask()

    def _preset(self, kind: StepKind) -> dict[str, str]:
        """What the record knows already, so that it is not typed twice."""
        if self.view is None:
            return {}
        if kind is StepKind.TEAM_FORMED:
            return {"members": team_text(self.view.particulars.team)}
        if kind in {StepKind.APPROVED, StepKind.REFUSED}:
            told_of = [step for step in self.view.steps if step.kind is StepKind.REPORT_RECEIVED]
            return {"approver": str(told_of[-1].fields.get("approver", ""))} if told_of else {}
        if kind is StepKind.COPIED_TO_PROCURATORATE:
            return {"receiver": self.view.particulars.copy_to}
        return {}

    def _receive(self, step_uid: str) -> None:
        self.record(StepKind.NOTICE_RECEIVED, {"about": step_uid})

    def _issue(self, kind: LetterKind) -> None:
        if self.view is not None:
            self._open_form(IssueForm(self._page, kind, partial(OfMatter, self.view.uid, kind)))

    def _enter_external(self, kind: LetterKind) -> None:
        if self.view is not None:
            self._open_form(ExternalForm(self._page, kind, partial(OfMatter, self.view.uid, kind)))

    def _open_form(self, form: LetterForm) -> None:
        form.composed.connect(self.papers.show_draft)
        form.issued.connect(partial(self._tell_issued, form.kind))
        form.open()

    def _tell_issued(self, kind: LetterKind, letter_uid: str, number: str) -> None:
        if self.view is not None:
            self.issued.tell(self.view, kind, letter_uid, number)

    # -- papers ----------------------------------------------------------------------------

    def _show_draft(self, kind: LetterKind) -> None:
        if self.view is not None:
            self.papers.look_at(OfMatter(self.view.uid, kind, letters.NO_WORDS))

    def _show_letter(self, row: LetterRow) -> None:
        if self.view is not None:
            self.papers.show_letter(row)

    def _print_issued(self, letter_uid: str) -> None:
        rows = self.view.letters if self.view is not None else ()
        for row in rows:
            if row.uid == letter_uid:
                self._show_letter(row)

    def _print_all(self) -> None:
        if self.view is not None:
            self.papers.print_matter(self.view.uid)

    def _save_file(self, step: StepView) -> None:
        def save(target: Path) -> None:
            answer = self._page.act(evidence.save_copy, step.attachment_sha256, target)
            answer.then(self._tell_saved)

        name = step.attachment_name
        dialogs.choose_new_file(self, self.tr("另存附件"), name, self.tr("全部 (*)"), save)

    def _tell_saved(self, path: Path) -> None:
        text = self.tr("已另存为 {path}。这是未加密的副本，用后请妥善处置。")
        self._page.notice.say(Tone.INFO, text.format(path=path))

    # -- inside ----------------------------------------------------------------------------

    def _connect(self) -> None:
        self.next.step_asked.connect(self.record)
        self.next.receive_asked.connect(self._receive)
        self.steps.receive_asked.connect(self._receive)
        self.steps.file_asked.connect(self._save_file)
        self.letters.draft_asked.connect(self._show_draft)
        self.letters.issue_asked.connect(self._issue)
        self.duties.remind_asked.connect(partial(self._issue, LetterKind.REMINDER))
        self.letters.external_asked.connect(self._enter_external)
        self.letters.view_asked.connect(self._show_letter)
        self.letters.seal_asked.connect(self.open_seal)
        self.letters.scan_asked.connect(self._show_scan)
        self.letters.print_all_asked.connect(self._print_all)
        self.issued.print_asked.connect(self._print_issued)
        self.issued.send_asked.connect(self._go_to_outbox)
        self.revise.clicked.connect(self._ask_revise)
        self.case.clicked.connect(self._go_to_case)
        self.holders.clicked.connect(self._show_holders)
        self.receipt.clicked.connect(self.receipt_asked)

    def _ask_revise(self) -> None:
        self.revise_asked.emit(self.view)

    def _go_to_case(self) -> None:
        if self.view is not None:
            self._page.go.emit(PageId.CASES, self.view.own_case or self.view.case_uid)

    def _go_to_outbox(self) -> None:
        if self.view is not None:
            own = self.view.our_side is Side.OPENER
            to = self.view.counterpart_uid if own else self.view.opener_uid
            self._page.go.emit(PageId.EXCHANGE, to or OUT)

    def _lay_out(self) -> None:
        back = button(self.tr("← 返回列表"), "link")
        back.clicked.connect(self.back_asked)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.title, 1)
        for widget in (self.state, self.case, self.holders, self.receipt, self.revise):
            head.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        halves = QSplitter(Qt.Orientation.Horizontal)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self.steps)
        halves.addWidget(self._make_right())
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 2)
        halves.setSizes([600, 400])
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(8)
        under = QHBoxLayout()
        under.setSpacing(12)
        under.addWidget(back, 0, Qt.AlignmentFlag.AlignTop)
        under.addWidget(self.about, 1)
        lines.addLayout(head)
        lines.addLayout(under)
        lines.addWidget(self.whole)
        lines.addWidget(self.bar)
        lines.addWidget(self.issued)
        lines.addWidget(halves, 1)

    def _make_right(self) -> QScrollArea:
        column = QWidget()
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 0, 4, 0)
        lines.setSpacing(10)
        for card in (self.next, self.duties, self.letters, self.evidence):
            lines.addWidget(card)
        lines.addStretch(1)
        area = QScrollArea()
        area.setAccessibleName(self.tr("环节、文书和期限"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(column)
        return area
