"""导入名册: what would change, the gravest in red, and nothing counts before it is decided."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from app import wording
from app.kernel import clock
from app.kernel.errors import AppError
from app.services import roster
from app.services.changes import Changes
from app.services.roster import Expiry
from app.services.roster_effects import Contradiction, Decision
from app.services.roster_view import Preview
from app.sync.roster import Change, ChangeKind
from app.ui.desk import Desk
from app.ui.members.remark import Remark, beside_submit
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.card import button
from app.ui.widgets.facts import pairs_of
from app.ui.widgets.form_dialog import FormDialog
from app.ui.widgets.table import Column, ShortTable, TableView

GRAVE: Final = frozenset(
    {ChangeKind.LEAD, ChangeKind.ROOT, ChangeKind.REVOKED, ChangeKind.KEY_CHANGED}
)
_ROWS_SHOWN: Final = 7


class ImportDialog(FormDialog):
    """Shows *seen*; ``accepted`` when the roster is in force, ``declined`` when a person decided
    against one that was relayed (*sha256* names it then)."""

    declined = Signal()

    def __init__(
        self, desk: Desk, seen: Preview, sha256: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("导入名册"))
        self.submit_button.setText(self.tr("接受名册"))
        self._desk = desk
        self._seen = seen
        self.decisions: dict[str, QComboBox] = {}
        self.asked = QCheckBox(self.tr("已当面或者用已知的电话向有关单位和牵头单位问清"))
        self.form.add_wide(pairs_of(self._pairs()))
        self._add_warnings()
        self._add_changes()
        self._add_contradictions()
        self._add_confirmation()
        self.decline_button = button(self.tr("不接受…"), "danger")
        self.decline_button.setVisible(bool(sha256))
        self.decline_button.clicked.connect(self._decline)
        self.fit()
        beside_submit(self, self.decline_button)

    # -- making ----------------------------------------------------------------------------

    def _pairs(self) -> dict[str, str]:
        seen = self._seen
        day = f"{clock.local_date(seen.issued):%Y-%m-%d}"
        held = self.tr("现行第 {version} 版").format(version=seen.held_version)
        version = self.tr("第 {version} 版").format(version=seen.version)
        return {
            self.tr("机制"): seen.mechanism,
            self.tr("牵头单位"): seen.lead,
            self.tr("版次"): f"{version}（{held}）" if seen.held_version else version,
            self.tr("签发"): self.tr("{day}，有效期至{expires}").format(
                day=day, expires=seen.expires
            ),
        }

    def _add_warnings(self) -> None:
        for tone, text in self._warnings():
            self.form.add_wide(Remark(tone, text))

    def _warnings(self) -> list[tuple[Tone, str]]:
        seen, found = self._seen, []
        if seen.contradictions:
            found.append(
                (
                    Tone.BAD,
                    self.tr(
                        "警报：名册列明的密钥与本登记册已经采信的不一致。"
                        "问清以前不要接受，也不要向有关单位送出。"
                    ),
                )
            )
        if seen.new_mechanism:
            found.append(
                (Tone.WARN, self.tr("这是另一个机制的名册。确实要同时加入这个机制的，才接受。"))
            )
        if seen.expiry is Expiry.EXPIRED:
            found.append((Tone.WARN, self.tr("这一版名册已经过期，请同时向牵头单位索取新的。")))
        if seen.skipped:
            said = self.tr("中间有 {count} 版没有见过，变化按现行版与这一版比较列出。")
            found.append((Tone.INFO, said.format(count=seen.skipped)))
        if not seen.news:
            found.append((Tone.INFO, self.tr("这就是现行的名册，没有变化。")))
        return found

    def _add_changes(self) -> None:
        self.changes = ShortTable(
            (
                Column(self.tr("变化"), _kind, tone=_tone, sample=self.tr("变更联系方式")),
                Column(self.tr("单位"), lambda row: row.name, sample=self.tr("示例市市场监督局")),
                Column(self.tr("内容"), self._content, tip=self._content, stretches=True),
            )
        )
        self.changes.set_rows(self._seen.changes)
        if not self._seen.changes:
            return
        self.form.add_heading(self.tr("与现行名册相比的变化（%n 项）", "", len(self._seen.changes)))
        table = TableView(self.changes, self.tr("名册的变化"))
        rows = min(len(self._seen.changes), _ROWS_SHOWN)
        # The header has its font only when it is shown; it is as high as a row then.
        table.setFixedHeight((rows + 1) * table.verticalHeader().defaultSectionSize() + 8)
        table.setMinimumWidth(table.fontMetrics().horizontalAdvance("中") * 50)
        self.form.add_wide(table)

    def _content(self, change: Change) -> str:
        """What was and what is, as a person reads it."""
        match change.kind:
            case ChangeKind.REVOKED:
                said = self.tr("吊销第 {incarnation} 代密钥：{reason}")
                return said.format(incarnation=change.before, reason=change.after)
            case ChangeKind.ROOT:
                said = self.tr("签名门槛 {before} → {after}")
                return said.format(before=change.before, after=change.after)
            case ChangeKind.JOINED:
                return self.tr("自{day}起").format(day=change.after)
            case ChangeKind.LEFT:
                return self.tr("至{day}").format(day=change.after) if change.after else ""
            case ChangeKind.PROGRAM:
                ways = {"program": self.tr("使用程序"), "paper": self.tr("仅纸质")}
                return f"{ways[change.before]} → {ways[change.after]}"
            case ChangeKind.KEY_CHANGED | ChangeKind.KEY_ADDED | ChangeKind.KEY_REMOVED:
                return self._keys(change)
            case _:
                return f"{change.before} → {change.after}"

    def _keys(self, change: Change) -> str:
        """The first groups tell two keys apart; all ten stand in the member's sheet."""
        said = self.tr("指纹 {groups}…")
        parts = [
            said.format(groups=" ".join(each.split("-")[:2])) if each else self.tr("无")
            for each in (change.before, change.after)
        ]
        return " → ".join(parts)

    def _add_contradictions(self) -> None:
        if not self._seen.contradictions:
            return
        self.form.add_heading(self.tr("逐个决定以哪一把密钥为准"))
        for each in self._seen.contradictions:
            box = QComboBox()
            box.addItem(self.tr("请选择"), "")
            box.addItem(self.tr("以本登记册已采信的为准"), Decision.KEEP_OURS.value)
            if not each.is_self:
                box.addItem(self.tr("改用名册列明的"), Decision.TAKE_ROSTERS.value)
            self.decisions[each.agency_uid] = box
            self.form.add(each.agency_uid, each.name, box, hint=self._told(each))
        self.form.add("reason", self.tr("理由"), QLineEdit())

    def _told(self, each: Contradiction) -> str:
        held, found = (text.replace("-", " ") for text in (each.held, each.found))
        if each.is_self:
            said = self.tr("本单位第 {number} 代密钥的指纹：{held}\n名册写的是：{found}")
        else:
            said = self.tr("第 {number} 代，已采信：{held}（{how}）\n名册写的是：{found}")
        how = each.how or self.tr("名册")
        return said.format(number=each.incarnation, held=held, found=found, how=how)

    def _add_confirmation(self) -> None:
        """Whoever accepts says so; grave changes, and a first roster, ask for more than a look."""
        grave = any(each.kind in GRAVE for each in self._seen.changes)
        if not grave and not self._seen.first:
            self.asked.setText(self.tr("已看过上面列出的变化"))
        self.form.add("asked", self.tr("确认"), self.asked)
        self.submit_button.setEnabled(self._seen.news)

    # -- acting ----------------------------------------------------------------------------

    def submit(self) -> None:
        faults = self._faults()
        self.form.show_faults(faults)
        if faults:
            return
        chosen = {uid: Decision(str(box.currentData())) for uid, box in self.decisions.items()}
        reason = self.form.text_of("reason") if self.decisions else ""
        self.submit_button.setEnabled(False)
        answer = self._desk.act(roster.accept, self._seen.data, chosen, reason)
        answer.for_(self).then(self._done).otherwise(self._refuse)

    def _faults(self) -> dict[str, str]:
        found = {
            uid: self.tr("请选择以哪一把为准")
            for uid, box in self.decisions.items()
            if not box.currentData()
        }
        if self.decisions and not self.form.text_of("reason"):
            found["reason"] = self.tr("请写明怎样问清的、为什么这样决定")
        if not self.asked.isChecked():
            found["asked"] = self.tr("请先看清、问清，再勾选")
        return found

    def _decline(self) -> None:
        self.reject()
        self.declined.emit()

    def _done(self, _changes: Changes) -> None:
        self.accept()

    def _refuse(self, error: AppError) -> None:
        self.submit_button.setEnabled(True)
        self.form.refuse(error)


def _kind(change: Change) -> str:
    return in_words(wording.ROSTER_CHANGES[change.kind])


def _tone(change: Change) -> Tone:
    if change.kind in GRAVE:
        return Tone.BAD
    if change.kind in {ChangeKind.JOINED, ChangeKind.LEFT, ChangeKind.KEY_ADDED}:
        return Tone.INFO
    return Tone.NEUTRAL
