"""Whether documents that agencies make on platforms of their own are made with this program."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from app import wording
from app.documents.kinds.letters import LETTERS
from app.kernel.terms import AgencyRole
from app.services import house_settings, setup
from app.services.setup import Identity
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.widgets.card import Card, label

translate = QCoreApplication.translate


class HouseLettersCard(Card):
    """One box, shown to agencies that have such a platform; kept in the register when ticked."""

    def __init__(self, page: Page) -> None:
        super().__init__(translate("settings", "文书"))
        self._page = page
        self.note.setText(self.tr("随登记册保存"))
        self.made_here = QCheckBox(self.tr("在本程序制作下列文书"))
        self.body.addWidget(self.made_here)
        self.told = label("", "secondary", wraps=True)
        self.body.addWidget(self.told)
        self.made_here.clicked.connect(self._keep)
        self.hide()

    def refresh(self) -> None:
        self._page.ask_latest("house-letters-role", setup.identity).then(self._show_role)
        answer = self._page.ask_latest("house-letters", house_settings.reads_makes_letters)
        answer.then(self.made_here.setChecked)

    def _show_role(self, identity: Identity) -> None:
        kinds = _kinds_of(identity.role)
        names = "、".join(in_words(wording.LETTER_KINDS[kind]) for kind in kinds)
        self.told.setText(
            self.tr(
                "{names}。通常由本单位在自己的业务平台制作，这里只登记文号、日期、签发人并附扫描件。"
                "勾选后，可以在事项的“文书”中编号、出具；已登记的不受影响。"
            ).format(names=names)
        )
        self.setVisible(bool(kinds))

    def _keep(self) -> None:
        self._page.act(house_settings.set_makes_letters, wanted=self.made_here.isChecked())


def _kinds_of(role: AgencyRole) -> tuple[str, ...]:
    """Documents agencies of *role* make elsewhere and write at all."""
    return tuple(
        kind.value
        for kind, row in LETTERS.items()
        if role in row.house and (not row.by or role in row.by)
    )
