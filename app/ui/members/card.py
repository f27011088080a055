"""The chosen agency: who to call, what its keys are worth, its fingerprint in big type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from app import wording
from app.kernel import clock
from app.kernel.terms import TrustedBy
from app.services.members import FormerKey, MemberRow
from app.ui.members.state import former_state, state_of, state_tone
from app.ui.problems import in_words
from app.ui.widgets.card import Card, button, label
from app.ui.widgets.chip import Chip
from app.ui.widgets.facts import pairs_of
from app.ui.widgets.groups import GroupSheet
from app.ui.widgets.scroll import ClearScroll

_PER_LINE: Final = 5


class MemberCard(Card):
    """What a person may do about the member arrives as a signal with its ``MemberRow``:
    ``verify_asked``, ``discard_asked``, ``print_asked``, ``liaison_asked``, ``revoke_asked``,
    ``leave_asked``, ``copy_asked``. 退出 and 吊销 only a lead is offered (``offer_lead``).

    Another agency's fingerprint is shown only after it was compared: shown before, it would be read
    off this screen instead of being heard from the other side.
    """

    verify_asked = Signal(object)
    discard_asked = Signal(object)
    print_asked = Signal(object)
    liaison_asked = Signal(object)
    revoke_asked = Signal(object)
    leave_asked = Signal(object)
    copy_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._row: MemberRow | None = None
        self._leads = False
        self.verify = button(self.tr("核对指纹…"), "primary")
        self.verify.clicked.connect(lambda: self.verify_asked.emit(self._row))
        self.discard = button(self.tr("丢弃这张身份卡…"), "danger")
        self.discard.clicked.connect(lambda: self.discard_asked.emit(self._row))
        self.print = button(self.tr("打印核对单…"))
        self.print.clicked.connect(lambda: self.print_asked.emit(self._row))
        self.more = button(self.tr("变更"))
        self.menu = QMenu(self.more)
        self.more.setMenu(self.menu)
        self._area = ClearScroll()
        self.body.addWidget(self._area, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.more)
        buttons.addStretch(1)
        for each in (self.discard, self.print, self.verify):
            buttons.addWidget(each)
        self.body.addLayout(buttons)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("0") * 60)
        self.show_row(None)

    def offer_lead(self, leads: bool) -> None:
        """Whether this register leads a mechanism with a roster."""
        self._leads = leads
        self._fill_menu(self._row)

    def show_row(self, row: MemberRow | None) -> None:
        self._row = row
        content = QWidget()
        lines = QVBoxLayout(content)
        lines.setContentsMargins(0, 0, 6, 0)
        lines.setSpacing(10)
        self.discard.setVisible(_is_pending(row))
        self.verify.setVisible(_can_verify(row))
        self.print.setVisible(_can_print(row))
        self._fill_menu(row)
        if row is not None:
            self._fill(lines, row)
        lines.addStretch(1)
        self._area.show_content(content)

    def _fill_menu(self, row: MemberRow | None) -> None:
        self.menu.clear()
        self.more.setVisible(row is not None)
        if row is None:
            return
        acts: list[tuple[str, Callable[[], object]]] = [
            (self.tr("更换联络员…"), lambda: self.liaison_asked.emit(self._row))
        ]
        if not row.is_self and row.verified_at is not None:
            acts.append((self.tr("另存其身份卡…"), lambda: self.copy_asked.emit(self._row)))
        if self._leads and not row.is_self:
            acts.append((self.tr("退出机制…"), lambda: self.leave_asked.emit(self._row)))
        if self._leads and not row.is_self and row.verified_at is not None:
            acts.append((self.tr("吊销密钥…"), lambda: self.revoke_asked.emit(self._row)))
        for text, does in acts:
            self.menu.addAction(text, does)

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
        if row.fingerprint and not _is_pending(row):
            lines.addWidget(GroupSheet(row.fingerprint, _PER_LINE))
        lines.addWidget(label(self._advice(row), "secondary", wraps=True))
        if row.former:
            lines.addWidget(label(self.tr("以前的密钥"), "heading"))
            for each in row.former:
                lines.addWidget(label(self._former(each), wraps=True))

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
            pairs |= {self.tr("核对时间"): by, self.tr("核对方式"): self._how(row)}
        return {name: text for name, text in pairs.items() if text}

    def _how(self, row: MemberRow) -> str:
        match row.vouched_by:
            case TrustedBy.ROSTER:
                return self.tr("名册第 {number} 版").format(number=row.vouched_number)
            case TrustedBy.FORMER_KEY:
                return self.tr("由第 {number} 代密钥担保").format(number=row.vouched_number)
            case _:
                return row.verified_how

    def _former(self, key: FormerKey) -> str:
        said = self.tr("第 {number} 代　{groups}　{state}")
        text = said.format(
            number=key.incarnation,
            groups=key.fingerprint.replace("-", " "),
            state=former_state(key),
        )
        moment = key.revoked_at or key.replaced_at
        if moment is not None:
            text += f"　{clock.local_date(moment):%Y-%m-%d}"
        if key.revoked_at is None:
            return text
        text += f"　{key.reason}"
        if key.cutoff_seq is None:
            return text + self.tr("　此前导入的仍采信")
        return text + self.tr("　采信至第 {seq} 号").format(seq=key.cutoff_seq)

    def _advice(self, row: MemberRow) -> str:
        if row.is_self and row.revoked:
            return self.tr("名册已吊销本单位这一代密钥。请开启新一代密钥，并与牵头单位重新核对。")
        if row.is_self:
            return self.tr("对方核对本单位身份卡时，请按对方点到的组号读出上面的数字。")
        if not row.runs_program:
            return self.tr("该单位不使用本程序：文书打印后送达，回执按纸质登记。")
        if row.revoked:
            return self.tr("密钥已吊销，不能与其交换。对方开启新一代密钥后，请收下新的身份卡核对。")
        if not row.fingerprint:
            return self.tr("没有该单位的身份卡，不能与其交换。请向对方要一张，收下后核对指纹。")
        if row.key_changed:
            return self.tr(
                "收到一张密钥不同的身份卡。对方确实换了密钥（例如重新建立了登记册）的，"
                "请重新核对，核对以前不能向其送出；对方没有换密钥的，请丢弃这张身份卡。"
            )
        if row.verified_at is None:
            return self.tr("还没有核对。请当面或者用已知的电话，让对方按组号读出其屏幕上的指纹。")
        if row.vouched_by is TrustedBy.PERSON:
            return self.tr("已核对：可以向该单位封装交换包，也可以导入其交换包。")
        return self.tr("可以与该单位交换；有机会时仍可以当面核对指纹，核对以后以核对的为准。")


def _is_pending(row: MemberRow | None) -> bool:
    """A card that nobody believes yet."""
    return row is not None and not row.is_self and bool(row.fingerprint) and row.verified_at is None


def _can_verify(row: MemberRow | None) -> bool:
    if row is None or row.is_self or not row.fingerprint:
        return False
    return row.verified_at is None or row.vouched_by is not TrustedBy.PERSON


def _can_print(row: MemberRow | None) -> bool:
    if row is None or not row.fingerprint:
        return False
    return row.is_self or row.vouched_by is TrustedBy.PERSON
