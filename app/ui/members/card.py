"""The chosen agency: who to call, and its fingerprint in big type."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app import wording
from app.kernel import clock
from app.services.members import MemberRow
from app.ui.members.state import state_of, state_tone
from app.ui.problems import in_words
from app.ui.widgets.card import Card, button, label
from app.ui.widgets.chip import Chip
from app.ui.widgets.facts import pairs_of
from app.ui.widgets.groups import GroupSheet
from app.ui.widgets.scroll import ClearScroll

_PER_LINE: Final = 5


class MemberCard(Card):
    """``verify_asked`` and ``discard_asked`` (MemberRow) when the person wants to compare the
    fingerprint, or to throw an unverified card away.

    Another agency's fingerprint is shown only after it was compared: shown before, it would be read
    off this screen instead of being heard from the other side.
    """

    verify_asked = Signal(object)
    discard_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._row: MemberRow | None = None
        self.verify = button(self.tr("核对指纹…"), "primary")
        self.verify.clicked.connect(lambda: self.verify_asked.emit(self._row))
        self.discard = button(self.tr("丢弃这张身份卡…"), "danger")
        self.discard.clicked.connect(lambda: self.discard_asked.emit(self._row))
        self._area = ClearScroll()
        self.body.addWidget(self._area, 1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.discard)
        buttons.addWidget(self.verify)
        self.body.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * 60)
        self.show_row(None)

    def show_row(self, row: MemberRow | None) -> None:
        self._row = row
        content = QWidget()
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 0, 6, 0)
        lines.setSpacing(10)
        for each in (self.verify, self.discard):
            each.setVisible(_can_verify(row))
        if row is not None:
            self._fill(lines, row)
        lines.addStretch(1)
        self._area.show_content(content)

    def _fill(self, lines: QVBoxLayout, row: MemberRow) -> None:
        heading = label(row.name, "heading", wraps=True)
        lines.addWidget(heading)
        chips = QHBoxLayout()
        chips.addWidget(Chip(state_of(row), state_tone(row)))
        if row.leads:
            chips.addWidget(Chip(self.tr("牵头单位")))
        chips.addStretch(1)
        lines.addLayout(chips)
        lines.addWidget(pairs_of(self._pairs(row)))
        lines.addWidget(label(self.tr("指纹"), "heading"))
        if row.fingerprint and not _can_verify(row):
            lines.addWidget(GroupSheet(row.fingerprint, _PER_LINE))
        lines.addWidget(label(self._advice(row), "secondary", wraps=True))

    def _pairs(self, row: MemberRow) -> dict[str, str]:
        pairs = {
            self.tr("职能"): in_words(wording.AGENCY_ROLES[row.role]),
            self.tr("层级"): in_words(wording.AGENCY_LEVELS[row.level]),
            self.tr("联络员"): row.liaison,
            self.tr("电话"): row.phone,
            self.tr("地址"): row.address,
        }
        if row.verified_at is not None and not row.is_self:
            when = f"{clock.local(row.verified_at):%Y-%m-%d %H:%M}"
            by = self.tr("{when}，{who}").format(when=when, who=row.verified_by)
            pairs |= {self.tr("核对时间"): by, self.tr("核对方式"): row.verified_how}
        return {name: text for name, text in pairs.items() if text}

    def _advice(self, row: MemberRow) -> str:
        if row.is_self:
            return self.tr("对方核对本单位身份卡时，请按对方点到的组号读出上面的数字。")
        if not row.runs_program:
            return self.tr("该单位不使用本程序：文书打印后送达，回执按纸质登记。")
        if not row.fingerprint:
            return self.tr("没有该单位的身份卡，不能与其交换。请向对方要一张，收下后核对指纹。")
        if row.key_changed:
            return self.tr(
                "收到一张密钥不同的身份卡。对方确实换了密钥（例如重新建立了登记册）的，"
                "请重新核对，核对以前不能向其送出；对方没有换密钥的，请丢弃这张身份卡。"
            )
        if row.verified_at is None:
            return self.tr("还没有核对。请当面或者用已知的电话，让对方按组号读出其屏幕上的指纹。")
        return self.tr("已核对：可以向该单位封装交换包，也可以导入其交换包。")


def _can_verify(row: MemberRow | None) -> bool:
    return row is not None and not row.is_self and bool(row.fingerprint) and row.verified_at is None
