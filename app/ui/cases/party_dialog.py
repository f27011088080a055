"""One party: who it is, and an identifier that is checked before it is believed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app import wording
from app.kernel import clock
from app.kernel.terms import PartyKind, PartyRole, new_uid
from app.rules import identifiers
from app.rules.particulars import PartyFacts
from app.services import case_list
from app.services.case_list import CaseRow
from app.ui import theme
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.widgets.card import label
from app.ui.widgets.choices import Choice
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.undrawn import CharacterWatch

translate = QCoreApplication.translate

_TOLD: Final = 3


class PartyDialog(FormDialog):
    """A new party, or *party* to be revised.

    A number that fails its check is refused with the reason, and kept when a reason is written
    down why the original says so (R79).

    Signals: ``filled`` (PartyFacts); ``given_up`` (the texts of a new party that was not added).
    """

    filled = Signal(object)
    given_up = Signal(object)

    def __init__(
        self, page: Page, case: str, party: PartyFacts | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            translate("cases", "修改当事人") if party else translate("cases", "添加当事人"),
            translate("cases", "保存当事人") if party else translate("cases", "添加当事人"),
            parent,
        )
        self._page = page
        self._case = case
        CharacterWatch(page.desk, self.form)
        self._party = party
        self._today = clock.local_date(page.desk.clock.now())
        self.kind: Choice[PartyKind] = Choice(wording.PARTY_KINDS)
        self.role: Choice[PartyRole] = Choice(wording.PARTY_ROLES)
        self.name, self.identifier, self.reason = QLineEdit(), QLineEdit(), QLineEdit()
        self.representative, self.address, self.phone = QLineEdit(), QLineEdit(), QLineEdit()
        self.verdict = label("", "secondary", wraps=True)
        self.seen = label("", "fault", wraps=True)
        self._fill()
        self._show_party(party)
        self.kind.currentIndexChanged.connect(lambda _: self._show_kind())
        self.identifier.editingFinished.connect(self._look)
        self.rejected.connect(self._give_up)
        self._show_kind()
        self.fit()

    def submit(self) -> None:
        faults = {}
        if not self.name.text().strip():
            faults["name"] = self.tr("请填写名称或姓名")
        fault = self._fault()
        if fault and not self.reason.text().strip():
            self.form.set_shown("override_reason", True)
            told = self.tr(
                "{number}校验不通过：{reason}。请对照原件改正；原件确实如此的，写明保留理由"
            )
            faults["identifier"] = told.format(number=self._number(), reason=fault)
            self.verdict.clear()
        self.form.show_faults(faults)
        if faults:
            self.fit()
        else:
            self.filled.emit(self._facts(kept=bool(fault)))
            self.accept()

    # -- the identifier --------------------------------------------------------------------

    def _fault(self) -> str:
        """Why the number fails, in words; empty when it passes or there is none."""
        text = self.identifier.text()
        if not text.strip():
            return ""
        found = identifiers.fault(self.kind.word(), text, self._today)
        return in_words(wording.IDENTIFIER_FAULTS[found]) if found else ""

    def _look(self) -> None:
        """Tell what the check says and whether the party was met before (R80)."""
        fault, number = self._fault(), identifiers.tidied(self.identifier.text())
        if fault:
            self.verdict.setText(self.tr("校验不通过：{reason}").format(reason=fault))
        else:
            told = self.tr("校验通过：{number}")
            self.verdict.setText(told.format(number=number) if number else "")
        self.form.set_shown("override_reason", bool(fault or self.reason.text()))
        self.seen.hide()
        if number:
            answer = self._page.ask_latest(
                "same", case_list.same_parties, (number,), besides=self._case
            )
            answer.for_(self).then(self._tell_seen)

    def _tell_seen(self, rows: tuple[CaseRow, ...]) -> None:
        named = "；".join(f"{row.number} {row.name}" for row in rows[:_TOLD])
        told = self.tr("该当事人已见于 %n 件其他案件：", "", len(rows))
        self.seen.setText(f"{told}{named}")
        self.seen.setVisible(bool(rows))

    # -- in and out ------------------------------------------------------------------------

    def _facts(self, *, kept: bool) -> PartyFacts:
        return PartyFacts(
            uid=self._party.uid if self._party else new_uid(),
            kind=self.kind.word(),
            role=self.role.word(),
            name=self.name.text().strip(),
            identifier=identifiers.tidied(self.identifier.text()),
            override_reason=self.reason.text().strip() if kept else "",
            address=self.address.text().strip(),
            representative=self.representative.text().strip(),
            phone=self.phone.text().strip(),
        )

    def _show_party(self, party: PartyFacts | None) -> None:
        if party is None:
            return
        self.kind.set_word(party.kind)
        self.role.set_word(party.role)
        texts = {
            "name": party.name,
            "identifier": party.identifier,
            "override_reason": party.override_reason,
            "representative": party.representative,
            "address": party.address,
            "phone": party.phone,
        }
        self.form.restore(texts)

    def _give_up(self) -> None:
        if self._party is None:
            self.given_up.emit(self.form.texts())

    def _number(self) -> str:
        if self.kind.word() is PartyKind.PERSON:
            return self.tr("居民身份证号码")
        return self.tr("统一社会信用代码")

    def _show_kind(self) -> None:
        person = self.kind.word() is PartyKind.PERSON
        self.form.set_label("name", self.tr("姓名") if person else self.tr("名称"))
        self.form.set_label("identifier", self._number())
        self.form.set_shown("representative", not person)
        self._look()

    def _fill(self) -> None:
        form = self.form
        form.add("kind", self.tr("类别"), self.kind)
        form.add("role", self.tr("身份"), self.role)
        self.role.set_word(PartyRole.SUPPLIER)
        form.add("name", self.tr("名称"), self.name)
        both = QWidget()
        lines = QVBoxLayout(both)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(2)
        self.identifier.setPlaceholderText(self.tr("18 位，可带空格"))
        self.seen.hide()
        theme.set_role(self.seen, "warning")
        for widget in (self.identifier, self.verdict, self.seen):
            lines.addWidget(widget)
        form.add("identifier", self._number(), both, buddy=self.identifier)
        form.add("override_reason", self.tr("保留理由"), self.reason)
        form.set_shown("override_reason", False)
        form.add("representative", self.tr("法定代表人（负责人）"), self.representative)
        form.add("address", self.tr("住所、地址"), self.address)
        form.add("phone", self.tr("联系电话"), self.phone)
