"""Where the check mark of a letter is printed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from app.services import house_settings
from app.ui.page import Page
from app.ui.widgets.card import Card, label

translate = QCoreApplication.translate


class MarksCard(Card):
    """One box; it is kept in the register as soon as it is ticked or not."""

    def __init__(self, page: Page) -> None:
        super().__init__(translate("settings", "校验码"))
        self._page = page
        self.note.setText(self.tr("随登记册保存"))
        self.on_letter = QCheckBox(self.tr("文书首页也印校验码和二维码"))
        self.body.addWidget(self.on_letter)
        self.body.addWidget(
            label(
                self.tr(
                    "校验码和二维码总是印在回执和材料清单上；勾选后，以后编号的文书在首页天头"
                    "右侧也印。里面只有文号、登记册编号和正文的摘要，没有姓名和标题。"
                ),
                "secondary",
                wraps=True,
            )
        )
        self.on_letter.clicked.connect(self._keep)

    def refresh(self) -> None:
        answer = self._page.ask_latest("marks-letters", house_settings.reads_marks_letters)
        answer.then(self.on_letter.setChecked)

    def _keep(self) -> None:
        self._page.act(house_settings.set_marks_letters, wanted=self.on_letter.isChecked())
