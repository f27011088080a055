"""规则包: what law is in force here, and passing a new pack on as the lead of the mechanism."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.kernel.errors import AppError
from app.services import packs
from app.services.changes import Changes
from app.services.packs import PackFacts, PacksHeld
from app.ui.desk import Desk
from app.ui.page import Page
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.card import Card, button, flow, label
from app.ui.widgets.facts import pairs_of
from app.ui.widgets.notice import NoticeBar
from app.wording.exchange import PACK_KINDS


class PacksCard(Card):
    """The packs in force; the lead has a button to pass one on."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        head = QHBoxLayout()
        head.addWidget(label(self.tr("规则包"), "heading"))
        head.addStretch(1)
        head.addWidget(label(self.tr("期限、日历、违法行为、罪名、移送路线"), "secondary"))
        self.body.addLayout(head)
        self.list = flow(label("", wraps=True))
        self.body.addWidget(self.list)
        self.share = button(self.tr("下发规则包…"))
        self.share.hide()
        self.only_lead = flow(
            label(
                self.tr("规则包由牵头单位下发，随交换包送来后自动生效。"), "secondary", wraps=True
            )
        )
        self.body.addWidget(self.only_lead)
        self.body.addWidget(self.share, 0, Qt.AlignmentFlag.AlignLeft)
        self.share.clicked.connect(self._choose)

    def refresh(self) -> None:
        self._page.ask_latest("packs", packs.held).then(self._show)

    def look_at(self, path: Path) -> None:
        """Show what the pack in *path* says, before anything is kept or passed on."""
        found = self._page.ask_latest("pack", packs.look, path)
        found.then(partial(self._open, path))

    # -- inside ----------------------------------------------------------------------------

    def _show(self, held: PacksHeld) -> None:
        line = self.tr("{title}　版本 {version}，{day} 起施行")
        self.list.setText(
            "\n".join(
                line.format(
                    title=each.title, version=each.version, day=each.effective_from.isoformat()
                )
                for each in held.packs
            )
        )
        self.share.setVisible(held.leads)
        self.only_lead.setVisible(not held.leads)

    def _choose(self) -> None:
        pattern = self.tr("规则包") + " (*.json)"
        dialogs.choose_file(self, self.tr("选择要下发的规则包"), pattern, self.look_at)

    def _open(self, path: Path, facts: PackFacts) -> None:
        dialog = SharePackDialog(self._page.desk, path, facts, self._page)
        dialog.accepted.connect(self._tell)
        dialog.open()

    def _tell(self) -> None:
        said = self.tr("规则包已生效，并列入给各单位的待送出内容，随下一个交换包送出。")
        self._page.notice.say(Tone.GOOD, said)


class SharePackDialog(QDialog):
    """The parsed facts of a pack, and the button that passes it on."""

    def __init__(self, desk: Desk, path: Path, facts: PackFacts, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._path = desk, path
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("下发规则包"))
        self.notice = NoticeBar()
        self.share = button(self.tr("生效并下发"), "primary")
        self._cancel = button(self.tr("取消"))
        self.facts = pairs_of(self._pairs(facts))
        self._lay_out()
        self.share.clicked.connect(self._share)
        self._cancel.clicked.connect(self.reject)

    def _pairs(self, facts: PackFacts) -> dict[str, str]:
        return {
            self.tr("名称"): facts.title,
            self.tr("类别"): in_words(PACK_KINDS[facts.kind]),
            self.tr("标识、版本"): f"{facts.id}　{facts.version}",
            self.tr("施行日期"): facts.effective_from.isoformat(),
            self.tr("条目"): str(facts.parts),
            self.tr("说明"): facts.note or "—",
            self.tr("校验值"): facts.sha256,
        }

    def _share(self) -> None:
        self.share.setEnabled(False)
        deed = self._desk.act(packs.share, self._path)
        deed.for_(self).then(self._done).otherwise(self._refuse)

    def _done(self, _changes: Changes) -> None:
        self.accept()

    def _refuse(self, error: AppError) -> None:
        self.share.setEnabled(True)
        self.notice.refuse(error)

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 16, 20, 14)
        lines.setSpacing(12)
        text = self.tr(
            "请核对下列内容。下发后，本单位和各成员单位此后新办的事项按它计算；"
            "已经开始计算的期限不变。下发的规则包不能收回，只能再下发更新的版本。"
        )
        lines.addWidget(flow(label(text, wraps=True)))
        lines.addWidget(self.notice)
        lines.addWidget(self.facts)
        lines.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self._cancel)
        row.addWidget(self.share)
        lines.addLayout(row)
        self.resize(self.fontMetrics().horizontalAdvance("汉") * 44, self.sizeHint().height())
