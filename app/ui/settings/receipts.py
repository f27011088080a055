"""Whether other agencies are told what was opened here."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox

from app.services import sightings
from app.ui.page import Page
from app.ui.widgets.card import Card, label

translate = QCoreApplication.translate


class ReceiptsCard(Card):
    """One box; it is kept in the register as soon as it is ticked or not."""

    def __init__(self, page: Page) -> None:
        super().__init__(translate("settings", "已阅回执"))
        self._page = page
        self.note.setText(self.tr("随登记册保存"))
        self.sends = QCheckBox(self.tr("向对方发送已阅回执"))
        self.body.addWidget(self.sends)
        self.body.addWidget(
            label(
                self.tr(
                    "打开事项时，把对方哪些内容已由谁查阅、何时查阅，随下一个交换包告知对方。"
                    "已阅不是签收，不起算任何期限；关闭后，对方只能看到“已导入”。"
                ),
                "secondary",
                wraps=True,
            )
        )
        self.sends.clicked.connect(self._keep)

    def refresh(self) -> None:
        self._page.ask_latest("sends-receipts", sightings.sends).then(self.sends.setChecked)

    def _keep(self) -> None:
        self._page.act(sightings.set_sends, wanted=self.sends.isChecked())
