"""⑤预览: the real document, set from what was filled in; its text is changed in earlier steps."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from app.documents.kinds.letters import LetterKind
from app.kernel.errors import AppError
from app.kernel.terms import AgencyRole
from app.rules.particulars import Referral
from app.services import letters
from app.services.letter_sheet import Sheet
from app.ui import problems
from app.ui.matters.forms.referral.step import WizardStep
from app.ui.page import Page
from app.ui.widgets.card import Card, label
from app.ui.widgets.paper import PaperView


class PreviewStep(WizardStep):
    """Signals: ``composed`` when the document was set or refused."""

    composed = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__(page)
        self.refusal: AppError | None = None
        self.paper = PaperView(page.desk)
        self.said = label("", wraps=True)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.said)
        self._pages.addWidget(self.paper)
        card = Card(self.tr("文书预览"))
        card.note.setText(self.tr("文号、日期留空；要改文字请回到前面的步骤"))
        card.body.addWidget(self._pages, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(card, 1)

    def show_letter(self, facts: Referral, receiver_uid: str, role: AgencyRole) -> None:
        self._say(self.tr("正在排版…"))
        answer = self.page.ask_latest(
            "preview", letters.preview, letter_to(role), facts, receiver_uid
        )
        answer.for_(self).then(self._take).otherwise(self._refuse)

    def faults(self) -> dict[str, str]:
        if self.refusal is None:
            return {}
        said = problems.told(self.refusal)
        return {"letter": f"{said.happened}{said.next_step}（{said.code}）"}

    # -- inside ----------------------------------------------------------------------------

    def _take(self, sheet: Sheet) -> None:
        self.refusal = None
        self._pages.setCurrentWidget(self.paper)
        self.paper.show_pdf(sheet.pdf, sheet.pages)
        self.composed.emit()

    def _refuse(self, error: AppError) -> None:
        self.refusal = error
        said = problems.told(error)
        self._say("\n".join((said.happened, said.unchanged, said.next_step, f"（{said.code}）")))
        self.composed.emit()

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self._pages.setCurrentWidget(self.said)


def letter_to(role: AgencyRole) -> LetterKind:
    """国务院令第310号: to the police a 移送书, to anybody else a 案件移送函."""
    return LetterKind.REFERRAL if role is AgencyRole.POLICE else LetterKind.TRANSFER
