"""名册根: proposed by the lead, looked at and signed by others, merged until it is enough."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from app.kernel import clock
from app.kernel.terms import TrustedBy
from app.services import roster_roots
from app.services.members import MemberRow
from app.services.roster_roots import Proposal, Proposed, RootDraft
from app.services.roster_view import Holder, RosterView
from app.ui.desk import Desk
from app.ui.members.issue_dialog import years_after
from app.ui.members.remark import beside_submit
from app.ui.widgets import dialogs
from app.ui.widgets.card import button, flow, label
from app.ui.widgets.dates import DayEdit
from app.ui.widgets.facts import pairs_of
from app.ui.widgets.form_dialog import FormDialog

_ROOT_YEARS: Final = 5


class ProposeDialog(FormDialog):
    """``proposed`` (Proposed) when the root goes round, or is in force already."""

    proposed = Signal(object)

    def __init__(
        self,
        desk: Desk,
        view: RosterView,
        rows: Sequence[MemberRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("提出新的名册根"))
        self.submit_button.setText(self.tr("提出并签名"))
        self._desk = desk
        self._view = view
        self.say(
            self.tr(
                "名册根写明哪些单位的密钥、要几把签名才能更换它。新旧名册根都要达到各自的门槛；"
                "门槛两把以上的，签名至少来自两个单位。"
            )
        )
        self.lead = QComboBox()
        self.holders: dict[str, QCheckBox] = {}
        self._add_members(rows)
        self.threshold = QSpinBox()
        self.threshold.setRange(1, 9)
        self.threshold.setValue(2)
        self.form.add("threshold", self.tr("须几把密钥签名"), self.threshold)
        today = clock.local_date(desk.clock.now())
        self.expires = DayEdit(years_after(today, _ROOT_YEARS))
        self.form.add("expires", self.tr("有效期至"), self.expires)
        self.deputy = QCheckBox(self.tr("重做一把封存密钥（只显示一次）"))
        hint = self.tr("不勾选的，原来的封存密钥继续有效；变更牵头单位时原来的不再列入。")
        self.form.add("deputy", self.tr("封存密钥"), self.deputy, hint=hint)
        self.fit()

    def _add_members(self, rows: Sequence[MemberRow]) -> None:
        able = [row for row in rows if row.is_self or row.vouched_by is TrustedBy.PERSON]
        for row in able:
            self.lead.addItem(row.name, row.uid)
        own = next(row for row in able if row.is_self)
        self.lead.setCurrentIndex(self.lead.findData(own.uid))
        self.form.add("lead", self.tr("牵头单位"), self.lead)
        self.form.add_heading(self.tr("另由哪些单位持有签名密钥"))
        for row in able:
            if not row.is_self:
                box = self.holders[row.uid] = QCheckBox(row.name)
                self.form.add(f"holder.{row.uid}", "", box)
        if not self.holders:
            words = self.tr("没有当面核对过指纹的其他单位。")
            self.form.add_wide(label(words, "secondary", wraps=True))

    def submit(self) -> None:
        lead = str(self.lead.currentData())
        draft = RootDraft(
            mechanism_uid=self._view.mechanism_uid,
            lead=lead,
            holders=tuple(
                uid for uid, box in self.holders.items() if box.isChecked() and uid != lead
            ),
            threshold=self.threshold.value(),
            expires=self.expires.day(),
            keep_deputy=not self.deputy.isChecked(),
            new_deputy=self.deputy.isChecked(),
        )
        self.submit_button.setEnabled(False)
        answer = self._desk.act(roster_roots.propose, draft)
        answer.for_(self).then(self._done).otherwise(self.form.refuse).always(self._free)

    def _done(self, made: Proposed) -> None:
        self.proposed.emit(made)
        self.accept()

    def _free(self) -> None:
        self.submit_button.setEnabled(True)


class CosignDialog(FormDialog):
    """A root that goes round: looked at, and signed or merged.

    Signals: ``signed`` (Path of the signed copy), ``merged`` (Proposed).
    """

    signed = Signal(object)
    merged = Signal(object)

    def __init__(
        self, desk: Desk, path: Path, found: Proposal, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("名册根第 {version} 版").format(version=found.version))
        self.submit_button.setText(self.tr("会签…"))
        self._desk = desk
        self._path = path
        self.merge_button = button(self.tr("并入签名"))
        self.merge_button.clicked.connect(self.merge)
        self.form.add_wide(pairs_of(self._pairs(found)))
        self.form.add_wide(flow(label(self._advice(found), wraps=True)))
        secret = QLineEdit()
        secret.setEchoMode(QLineEdit.EchoMode.Password)
        hint = self.tr("用封存密钥会签的才填，共 9 组")
        self.form.add("secret", self.tr("封存密钥"), secret, hint=hint)
        secret.textChanged.connect(
            lambda text: self.submit_button.setEnabled(found.ours or bool(text))
        )
        self.submit_button.setEnabled(found.ours)
        self.fit()
        beside_submit(self, self.merge_button)

    def _pairs(self, found: Proposal) -> dict[str, str]:
        pairs = {
            self.tr("机制"): found.mechanism,
            self.tr("牵头单位"): self._change(found.old_lead, found.lead),
            self.tr("签名密钥"): self._change(
                self._holders(found.old_holders), self._holders(found.holders)
            ),
            self.tr("须几把签名"): self._change(
                str(found.old_threshold or ""), str(found.threshold)
            ),
            self.tr("有效期至"): f"{found.expires}",
            self.tr("已签名"): "、".join(found.signed_by),
            self.tr("还差"): self.tr("%n 把签名", "", found.missing),
        }
        return {name: text for name, text in pairs.items() if text}

    def _change(self, before: str, after: str) -> str:
        return after if before in ("", after) else f"{before} → {after}"

    def _holders(self, holders: Sequence[Holder]) -> str:
        sealed = self.tr("{agency}（封存）")
        return "、".join(
            sealed.format(agency=each.agency) if each.label else each.agency for each in holders
        )

    def _advice(self, found: Proposal) -> str:
        if found.ours:
            return self.tr(
                "请对照与牵头单位商定的内容逐项核对，无误再会签。会签后的文件交还牵头单位并入。"
            )
        if found.missing:
            return self.tr("本单位的密钥不在应签之列，或者已经签过。收回的会签文件请并入。")
        return self.tr("签名已经齐全，并入后即采用。")

    def submit(self) -> None:
        title = self.tr("把会签后的文件写到哪个文件夹")
        dialogs.choose_folder(self, title, self.sign)

    def sign(self, folder: Path) -> None:
        secret = self.form.text_of("secret")
        answer = self._desk.act(roster_roots.sign, self._path, folder, secret)
        answer.for_(self).then(self._signed).otherwise(self.form.refuse)

    def _signed(self, path: Path) -> None:
        self.signed.emit(path)
        self.accept()

    def merge(self) -> None:
        answer = self._desk.act(roster_roots.merge, self._path)
        answer.for_(self).then(self._merged).otherwise(self.form.refuse)

    def _merged(self, made: Proposed) -> None:
        self.merged.emit(made)
        self.accept()
