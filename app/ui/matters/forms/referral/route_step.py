"""③去向与依据: questions, the receiver they suggest with its clause, and the one that is chosen.

A route for paper only (纪检监察) is named here and forgotten: it is no receiver of this program,
and the answers that led to it are in no draft.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app import wording
from app.kernel.terms import AgencyRole, MatterKind, ProcurementMethod
from app.rules import routing
from app.rules.packs import RoutingPack
from app.rules.particulars import CaseFacts, Referral
from app.rules.procedures import PROCEDURES
from app.rules.routing import Route
from app.services import letters, members, packs
from app.services.letter_sheet import Sheet
from app.services.members import MemberRow
from app.services.printing import Paper
from app.ui import theme
from app.ui.matters.forms.referral.questions import Questions
from app.ui.matters.forms.referral.step import WizardStep
from app.ui.page import Page
from app.ui.printing.ask import ask_to_print
from app.ui.problems import in_words
from app.ui.widgets.card import Card, button, label
from app.ui.widgets.form import Form
from app.ui.widgets.form_scroll import FormScroll
from app.ui.widgets.paper_window import PaperWindow
from app.ui.widgets.undrawn import CharacterWatch


@dataclass(frozen=True, slots=True)
class Choice:
    """The receiver that was chosen: *route* is the id of the rule that suggests it, or empty."""

    receiver: MemberRow
    route: str
    basis: str


class RouteStep(WizardStep):
    """Suggests, and lets the person choose otherwise with a written reason."""

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self._pack: RoutingPack | None = None
        self._own: AgencyRole = AgencyRole.OTHER
        self._members: tuple[MemberRow, ...] = ()
        self._routes: tuple[Route, ...] = ()
        self._method: ProcurementMethod | None = None
        self._proposed = ""
        self._wanted = ""
        self._settled: str | None = None
        self.blank_window: PaperWindow | None = None
        self.questions = Questions()
        self.suggestion = label("", wraps=True)
        self.paper_only = label("", wraps=True)
        self._suggestion_frame = _framed(self.suggestion, "info")
        self.blank_form = button(self.tr("打印空白表…"))
        self.blank_form.setToolTip(self.tr("问题线索移送函，打印后手写；不编号，不留记录"))
        self._paper_frame = _framed(self.paper_only, "warn", self.blank_form)
        self.receiver = QComboBox()
        self.receiver_reason = QPlainTextEdit()
        self.bases = QPlainTextEdit()
        self.copy_to = QLineEdit()
        self.form = Form()
        self._add_fields()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(FormScroll(self.form), 1)
        self.questions.answered.connect(self._suggest)
        self.questions.answered.connect(self.changed)
        self.blank_form.clicked.connect(self._show_blank_form)
        self.receiver.currentIndexChanged.connect(self._show_receiver)
        self.form.changed.connect(self.changed)
        CharacterWatch(page.desk, self.form)
        self._show_receiver()

    # -- as every step ---------------------------------------------------------------------

    def enter(self) -> None:
        self.page.ask_latest("members", members.rows).for_(self).then(self._take_members)
        if self._pack is None:
            self.page.ask_latest("routing", packs.routing).for_(self).then(self._take_pack)

    def fill(self, facts: Referral, receiver_uid: str) -> None:
        """The receiver of a matter stays; the answers that led to it were never kept."""
        self._wanted = receiver_uid
        self._settled = facts.route
        self.receiver.setEnabled(False)
        self.form.restore(
            {
                "receiver_reason": facts.receiver_reason,
                "bases": "\n".join(facts.bases),
                "copy_to": facts.copy_to,
            }
        )

    def tab_chain(self) -> list[QWidget]:
        fields: list[QWidget] = [self.receiver, self.receiver_reason, self.bases, self.copy_to]
        return [*self.questions.boxes(), self.blank_form, *fields]

    def know(self, case: CaseFacts, *, crime: bool, rigging: bool) -> None:
        """What the steps before told, so that it is not asked again."""
        self._method = case.project.method if case.project else None
        if case.crime_suspected or crime:
            self.questions.answer("crime_suspected", yes=True)
        if rigging:
            self.questions.answer("bid_rigging", yes=True)
        self._suggest()

    def texts(self) -> dict[str, str]:
        answers = {f"question.{name}": text for name, text in self.questions.texts().items()}
        receiver = str(self.receiver.currentData() or "") or self._wanted
        return {**self.form.texts(), **answers, "receiver": receiver}

    def restore(self, texts: Mapping[str, str]) -> None:
        self._wanted = texts.get("receiver", "")
        self.form.restore(texts)
        self.questions.restore(
            {
                name.removeprefix("question."): text
                for name, text in texts.items()
                if name.startswith("question.")
            }
        )

    def faults(self) -> dict[str, str]:
        faults = {}
        if self._settled is None and self.questions.open_questions():
            faults["questions"] = self.tr("还有问题没有回答，请逐项选择是或者否")
        choice = self.choice()
        if choice is None:
            faults["receiver"] = self.tr("请选择接受移送的单位")
        elif self._deviates() and not self.form.text_of("receiver_reason"):
            faults["receiver_reason"] = self.tr("没有按建议的去向移送，请写明理由")
        if not self.form.text_of("bases"):
            faults["bases"] = self.tr("请填写移送依据，至少一条")
        if (
            choice
            and choice.receiver.role is AgencyRole.POLICE
            and not self.form.text_of("copy_to")
        ):
            faults["copy_to"] = self.tr("移送公安机关的，抄送同级人民检察院，请填写名称")
        return faults

    def show_faults(self, faults: Mapping[str, str]) -> None:
        self.form.show_faults(faults)
        places = {name: (text, self._place(name)) for name, text in faults.items()}
        self.form.summary.show_faults(places)

    def _place(self, name: str) -> QWidget | None:
        """Where a fault is mended; for the questions the first that is not answered."""
        unanswered = self.questions.open_questions()
        if name == "questions" and unanswered:
            return self.questions.yes[unanswered[0]]
        return self.form.fields.get(name)

    # -- what was chosen -------------------------------------------------------------------

    def choice(self) -> Choice | None:
        uid = self.receiver.currentData()
        chosen = next((each for each in self._members if each.uid == uid), None)
        if chosen is None:
            return None
        route = self._route_to(chosen.role)
        rule = route.rule if route else self._settled or ""
        opening = PROCEDURES[MatterKind.REFERRAL].opening(self._own, chosen.role)
        clause = (route.clause if route else "") or opening.clause
        return Choice(chosen, rule, clause or in_words(wording.UNLISTED))

    def base_lines(self) -> tuple[str, ...]:
        lines = (line.strip() for line in self.bases.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    # -- inside ----------------------------------------------------------------------------

    def _take_pack(self, pack: RoutingPack) -> None:
        self._pack = pack
        self.questions.ask(pack)
        self._suggest()
        self.grown.emit()

    def _take_members(self, rows: tuple[MemberRow, ...]) -> None:
        self._members = tuple(each for each in rows if not each.is_self)
        own = next((each for each in rows if each.is_self), None)
        self._own = own.role if own else AgencyRole.OTHER
        kept = str(self.receiver.currentData() or "") or self._wanted
        self.receiver.blockSignals(True)
        self.receiver.clear()
        self.receiver.addItem(self.tr("请选择"), "")
        for each in self._members:
            # A clue for them goes on paper, outside the program, and leaves nothing in it.
            if each.role is not AgencyRole.DISCIPLINE:
                self.receiver.addItem(self._member_line(each), each.uid)
        self.receiver.setCurrentIndex(max(0, self.receiver.findData(kept)))
        self.receiver.blockSignals(False)
        self._suggest()

    def _member_line(self, member: MemberRow) -> str:
        if member.runs_program:
            return member.name
        return self.tr("{name}（未使用本程序，走纸质）").format(name=member.name)

    def _suggest(self) -> None:
        if self._pack is None:
            return
        answers = self.questions.answers(self._own, self._method)
        found = routing.suggest(self._pack, answers)
        self._routes = tuple(each for each in found if not each.paper_only)
        paper = [each for each in found if each.paper_only]
        self.paper_only.setText("\n".join(self._paper_line(each) for each in paper))
        self._paper_frame.setVisible(bool(paper))
        self.suggestion.setText("\n".join(self._line(each) for each in self._routes))
        self._suggestion_frame.setVisible(bool(self._routes))
        if not self.receiver.currentData() and self._routes:
            self._preselect()
        self._show_receiver()

    def _preselect(self) -> None:
        for route in self._routes:
            for each in self._members:
                if each.role is route.receiver:
                    self.receiver.setCurrentIndex(self.receiver.findData(each.uid))
                    return

    def _line(self, route: Route) -> str:
        text = self.tr("建议移送：{receiver}\n依据：{clause}\n“{quote}”")
        told = text.format(receiver=route.receiver_note, clause=route.clause, quote=route.quote)
        warnings = [in_words(wording.ROUTE_WARNINGS[each]) for each in route.warnings]
        return "\n".join((told, *warnings))

    def _paper_line(self, route: Route) -> str:
        return self.tr(
            "涉及{receiver}职责的线索：{clause}。请按纸质方式另行移送，由专人送达；"
            "本程序不受理这类线索，不保存这一回答，也不留下任何草稿、文号和记录。"
        ).format(receiver=route.receiver_note, clause=route.clause)

    def _show_blank_form(self) -> None:
        self.page.ask(letters.discipline_form).for_(self).then(self._print_blank_form)

    def _print_blank_form(self, sheet: Sheet) -> None:
        note = self.tr("空白表：打印后手写，不编号，不留记录。")
        window = PaperWindow(self.page.desk, sheet.title, note, self)
        window.save_button.hide()
        window.view.show_pdf(sheet.pdf, sheet.pages)
        # A paper of no subject is noted nowhere.
        paper = Paper(sheet.title, sheet.pdf, sheet.pages)
        window.print_asked.connect(lambda: ask_to_print(self.page.desk, (paper,), window))
        window.show()
        self.blank_window = window

    def _route_to(self, role: AgencyRole) -> Route | None:
        return next((each for each in self._routes if each.receiver is role), None)

    def _deviates(self) -> bool:
        choice = self.choice()
        return choice is not None and not choice.route

    def _show_receiver(self) -> None:
        """Ask the reason of a deviation, propose the bases, show who gets a copy."""
        choice = self.choice()
        self.form.set_shown("receiver_reason", self._deviates())
        penal = choice is not None and choice.receiver.role is AgencyRole.POLICE
        self.form.set_shown("copy_to", penal)
        if choice is not None:
            self._propose_bases(choice)
        if penal and not self.copy_to.text():
            found = (m.name for m in self._members if m.role is AgencyRole.PROCURATORATE)
            self.copy_to.setText(next(found, ""))

    def _propose_bases(self, choice: Choice) -> None:
        route = self._route_to(choice.receiver.role)
        proposal = "\n".join(route.bases) if route else ""
        if self.bases.toPlainText().strip() in ("", self._proposed):
            self.bases.setPlainText(proposal)
        self._proposed = proposal

    def _add_fields(self) -> None:
        for field in (self.receiver_reason, self.bases):
            field.setTabChangesFocus(True)
            field.setFixedHeight(self.fontMetrics().height() * 4 + 16)
        card = Card(self.tr("请逐项回答"))
        card.body.addWidget(self.questions)
        self.form.add_wide(card)
        self.form.add_wide(self._paper_frame)
        self.form.add_wide(self._suggestion_frame)
        self.form.add("receiver", self.tr("移送至"), self.receiver)
        reason = self.tr("不按建议移送的理由")
        self.form.add("receiver_reason", reason, self.receiver_reason)
        hint = self.tr("一行一条，印入文书；请写法规全称和条款")
        self.form.add("bases", self.tr("移送依据"), self.bases, hint=hint)
        self.form.add("copy_to", self.tr("抄送人民检察院"), self.copy_to)


def _framed(words: QLabel, tone: str, act: QPushButton | None = None) -> QFrame:
    """*words* on a coloured ground and what one can do about them, hidden until there are any."""
    frame = QFrame()
    frame.setProperty("tone", tone)
    theme.set_role(frame, "notice")
    lines = QVBoxLayout(frame)
    lines.setContentsMargins(14, 8, 10, 8)
    lines.addWidget(words)
    if act is not None:
        lines.addWidget(act, 0, Qt.AlignmentFlag.AlignLeft)
    frame.hide()
    return frame
