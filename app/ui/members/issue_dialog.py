"""建立名册、签发下一版: the lead's dialogs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app import wording
from app.kernel import clock
from app.services import roster_issue
from app.services.changes import Changes
from app.services.roster_issue import IssueDraft, StartDraft, Started
from app.services.roster_view import RosterView
from app.sync.roster import Change
from app.ui.desk import Desk
from app.ui.problems import in_words
from app.ui.widgets.card import flow, label
from app.ui.widgets.dates import DayEdit
from app.ui.widgets.form_dialog import FormDialog

_ROSTER_YEARS: Final = 1
_ROOT_YEARS: Final = 5


def years_after(day: date, years: int) -> date:
    """The last day of so many years: 2026-09-16 and one year give 2027-09-15."""
    try:
        same = day.replace(year=day.year + years)
    except ValueError:
        same = day.replace(year=day.year + years, day=28)
    return date.fromordinal(same.toordinal() - 1)


class StartDialog(FormDialog):
    """``started`` (Started) when the first roster is in force."""

    started = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("建立名册"))
        self.submit_button.setText(self.tr("建立并签发第 1 版"))
        self._desk = desk
        self.say(
            self.tr(
                "列入已核对指纹的单位和纸质往来单位；没有核对的身份卡不列入。"
                "名册由本单位的名册根签名，以后可以提出由另一个单位共同会签。"
            )
        )
        today = clock.local_date(desk.clock.now())
        self.expires = DayEdit(years_after(today, _ROSTER_YEARS))
        self.root_expires = DayEdit(years_after(today, _ROOT_YEARS))
        self.deputy = QCheckBox(self.tr("另做一把封存密钥，打印后密封保管"))
        self.deputy.setChecked(True)
        add = self.form.add
        add("expires", self.tr("名册有效期至"), self.expires, hint=self.tr("一般一年，到期换版"))
        add("root_expires", self.tr("名册根有效期至"), self.root_expires)
        add(
            "deputy",
            self.tr("封存密钥"),
            self.deputy,
            hint=self.tr("登记册和备份都丢失时，凭它仍能签发名册；只显示一次。"),
        )
        self.fit()

    def submit(self) -> None:
        draft = StartDraft(
            self.expires.day(), self.root_expires.day(), deputy=self.deputy.isChecked()
        )
        self.submit_button.setEnabled(False)
        answer = self._desk.act(roster_issue.start, draft)
        answer.for_(self).then(self._done).otherwise(self.form.refuse).always(self._free)

    def _done(self, started: Started) -> None:
        self.started.emit(started)
        self.accept()

    def _free(self) -> None:
        self.submit_button.setEnabled(True)


class IssueDialog(FormDialog):
    """Signs the next version; *changes* are what it will say."""

    def __init__(
        self,
        desk: Desk,
        view: RosterView,
        changes: Sequence[Change],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self.setWindowTitle(self.tr("签发名册第 {version} 版").format(version=view.next))
        self.submit_button.setText(self.tr("签发"))
        self._desk = desk
        self._view = view
        self._doubtful = bool(view.ahead or view.unheard)
        self.form.add_wide(flow(label(self._told(changes), wraps=True)))
        today = clock.local_date(desk.clock.now())
        self.expires = DayEdit(years_after(today, _ROSTER_YEARS))
        self.form.add("expires", self.tr("有效期至"), self.expires)
        secret = QLineEdit()
        secret.setEchoMode(QLineEdit.EchoMode.Password)
        hint = self.tr("平时不填；本单位的名册根密钥不能用时，输入封存的 9 组")
        self.form.add("secret", self.tr("封存密钥"), secret, hint=hint)
        if self._doubtful:
            hint = self._against()
            self.form.add("despite", self.tr("仍要签发的理由"), QLineEdit(), hint=hint)
        self.fit()

    def _against(self) -> str:
        """What speaks against issuing now."""
        if self._view.ahead:
            said = self.tr(
                "{names}说持有更新的名册。登记册是由旧备份恢复的，请先导入最新的名册；"
                "确认其所说不实的，写明理由再签发"
            )
            return said.format(names="、".join(self._view.ahead))
        said = self.tr(
            "启用新一代密钥后还没有收到{names}的答复，恢复以前可能已签发过更新的一版。"
            "请先收齐答复；等不到的，写明理由再签发，版号跳过可能用过的号"
        )
        return said.format(names="、".join(self._view.unheard))

    def _told(self, changes: Sequence[Change]) -> str:
        if not changes:
            return self.tr("与现行名册相比没有变化，只延长有效期。")
        lines = [
            self.tr("{kind}：{name}").format(
                kind=in_words(wording.ROSTER_CHANGES[each.kind]), name=each.name
            )
            for each in changes
        ]
        return self.tr("这一版的变化：") + "\n" + "\n".join(lines)

    def submit(self) -> None:
        draft = IssueDraft(
            self._view.mechanism_uid,
            self.expires.day(),
            secret=self.form.text_of("secret"),
            despite=self.form.text_of("despite") if self._doubtful else "",
        )
        self.submit_button.setEnabled(False)
        answer = self._desk.act(roster_issue.issue, draft)
        answer.for_(self).then(self._done).otherwise(self.form.refuse).always(self._free)

    def _done(self, _changes: Changes) -> None:
        self.accept()

    def _free(self) -> None:
        self.submit_button.setEnabled(True)
