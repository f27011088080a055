"""文书模板 on the settings page: how many an office words itself, and the way to them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout

from app.services import house_templates
from app.services.house_templates import TemplateRow
from app.ui.page import Page
from app.ui.settings.templates_window import TemplatesWindow
from app.ui.widgets.card import Card, button, label


class TemplatesCard(Card):
    """The own templates are kept in the register and travel with its backups."""

    def __init__(self, page: Page) -> None:
        super().__init__(QCoreApplication.translate("settings", "文书模板"))
        self._page = page
        self.note.setText(self.tr("随登记册保存"))
        self.window_: TemplatesWindow | None = None
        self._told = label("", "secondary", wraps=True)
        self.change = button(self.tr("修改模板…"))
        self.change.clicked.connect(self._open)
        across = QHBoxLayout()
        across.addWidget(self._told, 1)
        across.addWidget(self.change)
        self.body.addLayout(across)

    def refresh(self) -> None:
        self._page.ask_latest("templates", house_templates.every).then(self._show)

    def _show(self, rows: tuple[TemplateRow, ...]) -> None:
        own = sum(row.own for row in rows)
        if own:
            self._told.setText(self.tr("%n 种文书使用本单位改过的措辞。", "", own))
        else:
            self._told.setText(self.tr("各种文书都使用程序自带的措辞。"))

    def _open(self) -> None:
        # Here: the made-up facts bring the whole exercise city, which no start waits for.
        from app.demo.sample_letters import EVERY, ISSUES

        self.window_ = TemplatesWindow(self._page, EVERY, ISSUES)
        self.window_.show()
