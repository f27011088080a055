"""The parties of a case in its form: a list with buttons, kept as text for a draft."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import wording
from app.kernel import canon, plain
from app.kernel.errors import NotCanonicalError
from app.rules import identifiers
from app.rules.particulars import PartyFacts
from app.ui import theme
from app.ui.cases.party_dialog import PartyDialog
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.card import button
from app.ui.widgets.table import Column, ShortTable, TableView

translate = QCoreApplication.translate

_ROWS_SHOWN = 4


class PartiesField(QWidget):
    """``changed`` when a party was added, edited, removed or put back."""

    changed = Signal()

    def __init__(self, page: Page, case: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._case = case
        self._unfinished: dict[str, str] = {}
        self.dialog: PartyDialog | None = None
        self.model: ShortTable[PartyFacts] = ShortTable(_columns(), self)
        self.table = TableView(self.model, self.tr("当事人"))
        self.table.empty.say(self.tr("还没有当事人。"))
        self.table.setFrameShape(TableView.Shape.StyledPanel)
        self.table.setFixedHeight(theme.row_height(self.table) * (_ROWS_SHOWN + 1) + 4)
        self.add_button = button(self.tr("添加当事人…"))
        self.edit_button = button(self.tr("编辑…"))
        self.edit_button.setAccessibleName(self.tr("编辑当事人"))
        self.remove_button = button(self.tr("移除"))
        self.remove_button.setAccessibleName(self.tr("移除当事人"))
        self.add_button.clicked.connect(self._add)
        self.edit_button.clicked.connect(self._edit)
        self.remove_button.clicked.connect(self._remove)
        self.table.opened.connect(lambda _: self._edit())
        self.table.chosen.connect(lambda _: self._enable())
        self._lay_out()
        self._enable()

    @property
    def parties(self) -> tuple[PartyFacts, ...]:
        return self.model.rows

    def set_parties(self, parties: Sequence[PartyFacts]) -> None:
        self.model.set_rows(parties)
        if parties:
            self.table.select(0)
        self._enable()
        self.changed.emit()

    def text(self) -> str:
        return canon.dumps([plain.to_plain(party) for party in self.parties]).decode()

    def set_text(self, text: str) -> None:
        """Put back what ``text`` gave; parties that cannot be read are left out."""
        try:
            listed = canon.loads(text.encode()) if text else []
            rows = listed if isinstance(listed, list) else []
            self.set_parties([plain.from_plain(PartyFacts, row) for row in rows])
        except NotCanonicalError:
            self.set_parties(())

    # -- inside ----------------------------------------------------------------------------

    def _add(self) -> None:
        self._open(None)
        if self.dialog is not None:
            self.dialog.form.restore(self._unfinished)

    def _edit(self) -> None:
        party = self.table.current
        if isinstance(party, PartyFacts):
            self._open(party)

    def _open(self, party: PartyFacts | None) -> None:
        self.dialog = PartyDialog(self._page, self._case, party, self)
        self.dialog.filled.connect(self._take)
        self.dialog.given_up.connect(self._keep_unfinished)
        self.dialog.open()

    def _take(self, party: PartyFacts) -> None:
        self._unfinished = {}
        uids = [each.uid for each in self.parties]
        number = uids.index(party.uid) if party.uid in uids else len(uids)
        rows = list(self.parties)
        rows[number : number + 1] = [party]
        self.set_parties(rows)
        self.table.select(number)

    def _keep_unfinished(self, texts: dict[str, str]) -> None:
        """What was typed for a new party comes back when the next is added."""
        self._unfinished = texts

    def _remove(self) -> None:
        party = self.table.current
        if not isinstance(party, PartyFacts):
            return
        before = self.parties
        self.set_parties([each for each in before if each.uid != party.uid])
        self._page.notice.say(
            Tone.INFO,
            self.tr("已移除当事人“{name}”。").format(name=party.name),
            verb=self.tr("撤销"),
            does=lambda: self.set_parties(before),
        )

    def _enable(self) -> None:
        chosen = self.table.current is not None
        self.edit_button.setEnabled(chosen)
        self.remove_button.setEnabled(chosen)

    def _lay_out(self) -> None:
        across = QHBoxLayout()
        across.setSpacing(8)
        for each in (self.add_button, self.edit_button, self.remove_button):
            across.addWidget(each)
        across.addStretch(1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.table)
        lines.addLayout(across)


def _columns() -> list[Column[PartyFacts]]:
    return [
        Column(
            translate("cases", "身份"),
            lambda party: in_words(wording.PARTY_ROLES[party.role]),
            sample=translate("cases", "采购代理机构"),
        ),
        Column(
            translate("cases", "名称"),
            lambda party: party.name,
            tip=lambda party: party.name,
            stretches=True,
        ),
        Column(
            translate("cases", "证件号码"),
            lambda party: identifiers.masked(party.identifier),
            sample="911100********341L",
        ),
        Column(
            translate("cases", "校验"),
            lambda party: _checked(party)[0],
            tone=lambda party: _checked(party)[1],
            tip=lambda party: party.override_reason,
            sample=translate("cases", "保留原件"),
        ),
    ]


def _checked(party: PartyFacts) -> tuple[str, Tone]:
    if not party.identifier:
        return translate("cases", "未填号码"), Tone.NEUTRAL
    if party.override_reason:
        return translate("cases", "按原件保留"), Tone.WARN
    return translate("cases", "通过"), Tone.GOOD
