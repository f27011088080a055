"""备份: where backups go, when one was made and tried, and the buttons that do both."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSpinBox, QWidget

from app import wording
from app.kernel import clock
from app.kernel.errors import AppError
from app.services import backup
from app.services.backup import MOST_KEPT, MadeBackup, Policy, Standing
from app.ui.desk import Answer
from app.ui.page import Page
from app.ui.restore.collect_dialog import CollectDialog
from app.ui.settings.trial_dialog import TrialDialog
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.card import Card, button, flow, label
from app.ui.widgets.facts import pairs_of
from app.ui.widgets.form import Form
from app.ui.widgets.progress import ProgressLine

_DAYS: Final = (1, 3, 7, 14, 30)
_NEVER: Final = 0


class BackupCard(Card):
    """A card of the page *page*, which shows what is refused and asks ``refresh`` of it."""

    def __init__(self, page: Page) -> None:
        super().__init__(QCoreApplication.translate("BackupCard", "备份"))
        self._page = page
        self._standing: Standing | None = None
        self._answer: Answer[MadeBackup] | None = None
        self.note.setText(self.tr("随登记册保存"))
        self._told: QWidget = label("")
        self.body.addWidget(self._told)
        self.body.addWidget(self._make_form())
        self.progress = ProgressLine()
        self.progress.cancel_asked.connect(self._stop)
        self.body.addWidget(self.progress)
        self.body.addLayout(self._make_buttons())
        advice = self.tr(
            "备份是一个加密文件，用制作时的口令或恢复密钥打开；请放在另外的介质上，与电脑分开保管。"
            "要用备份恢复，请先锁定，再在打开登记册的窗口选“从备份恢复…”。"
        )
        self.body.addWidget(flow(label(advice, "secondary", wraps=True)))
        page.desk.closing.connect(self._stop)

    def refresh(self) -> None:
        self._page.ask_latest("backup", backup.standing).then(self._show)

    # -- showing ---------------------------------------------------------------------------

    def _show(self, found: Standing) -> None:
        self._standing = found
        self.folder.setText(found.policy.folder)
        self.folder.setToolTip(found.policy.folder)
        self._set_days(found.policy.every_days)
        self.keep.setValue(found.policy.keep)
        told = pairs_of({self.tr("上次备份"): self._last(found), **self._tried(found)})
        self.body.replaceWidget(self._told, told)
        self._told.deleteLater()
        self._told = told

    def _last(self, found: Standing) -> str:
        if found.last is None:
            return self.tr("还没有备份")
        told = self.tr("{moment}（{days}），{name}，{size}").format(
            moment=f"{clock.local(found.last.made_at):%Y-%m-%d %H:%M}",
            days=self._days_ago(found.days),
            name=found.last.name,
            size=wording.size_text(found.last.size),
        )
        if not found.lines_since:
            return told
        return told + self.tr("；此后又有 {lines} 处改动").format(lines=found.lines_since)

    def _days_ago(self, days: int) -> str:
        return self.tr("今天") if not days else self.tr("%n 天前", "", days)

    def _tried(self, found: Standing) -> dict[str, str]:
        name = self.tr("上次试恢复")
        if found.tried is None:
            return {name: self.tr("还没有试过")}
        outcome = self.tr("可以用") if found.tried.well else self.tr("发现问题")
        moment = f"{clock.local(found.tried.tried_at):%Y-%m-%d %H:%M}"
        return {name: f"{moment}，{found.tried.name}，{outcome}"}

    def _set_days(self, days: int) -> None:
        if self.days.findData(days) < 0:
            self.days.addItem(self.tr("%n 天", "", days), days)
        self.days.setCurrentIndex(self.days.findData(days))

    # -- choosing --------------------------------------------------------------------------

    def _make_form(self) -> Form:
        form = Form()
        self.folder = QLineEdit()
        self.folder.setReadOnly(True)
        self.folder.setAccessibleName(self.tr("备份到"))
        self.folder.setPlaceholderText(self.tr("没有选择文件夹"))
        self.choose = button(self.tr("选择…"))
        self.choose.clicked.connect(self._choose_folder)
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.folder, 1)
        across.addWidget(self.choose)
        form.add("folder", self.tr("备份到"), line, buddy=self.choose)
        self.days = QComboBox()
        for days in _DAYS:
            self.days.addItem(self.tr("%n 天", "", days), days)
        self.days.addItem(self.tr("不提醒"), _NEVER)
        self.days.activated.connect(self._change)
        form.add("days", self.tr("超过多久没有备份就提醒"), _narrow(self.days))
        self.keep = QSpinBox()
        self.keep.setRange(1, MOST_KEPT)
        self.keep.setSuffix(self.tr(" 份"))
        self.keep.setKeyboardTracking(False)
        self.keep.editingFinished.connect(self._change)
        form.add(
            "keep",
            self.tr("保留最近"),
            _narrow(self.keep),
            hint=self.tr("备份成功以后，只删除本登记册写过、读回核对过的更旧的备份"),
        )
        return form

    def _make_buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.make = button(self.tr("立即备份"), "primary")
        self.make.clicked.connect(self._begin)
        self.trial = button(self.tr("试恢复…"))
        self.trial.clicked.connect(self._try_out)
        self.collect = button(self.tr("从各单位收回…"), "link")
        self.collect.clicked.connect(lambda: CollectDialog(self._page.desk, self).open())
        row.addWidget(self.make)
        row.addWidget(self.trial)
        row.addStretch(1)
        row.addWidget(self.collect)
        return row

    def _choose_folder(self) -> None:
        start = Path(self.folder.text()) if self.folder.text() else None
        dialogs.choose_folder(self, self.tr("备份到"), self.set_folder, start)

    def set_folder(self, folder: Path) -> None:
        self.folder.setText(str(folder))
        self._change()

    def _change(self) -> None:
        wanted = Policy(self.folder.text(), int(self.days.currentData()), self.keep.value())
        if self._standing is not None and wanted != self._standing.policy:
            self._page.act(backup.choose, wanted)

    # -- making ----------------------------------------------------------------------------

    def _begin(self) -> None:
        if not self.folder.text():
            self._choose_folder()
            return
        if self._answer is not None:
            return
        self._page.notice.clear()
        self.progress.begin(self.tr("正在备份并读回核对…可以继续办理其他事项，请不要拔出介质"))
        self.make.setEnabled(False)
        # Beside the acts: what the officer saves meanwhile does not wait for it.
        answer = self._page.ask(backup.make, Path(self.folder.text()))
        answer.then(self._tell).otherwise(self._refuse).progress(self.progress.advance)
        answer.always(self._ended)
        self._answer = answer

    def _tell(self, made: MadeBackup) -> None:
        said = self.tr(
            "备份已写好并读回核对，可以拔出介质："
            "{name}（{size}，案件 {cases} 件，附件 {files} 个）。"
        ).format(
            name=made.path.name,
            size=wording.size_text(made.size),
            cases=made.cases,
            files=made.attachments,
        )
        tone = Tone.GOOD
        if made.missing:
            tone = Tone.WARN
            gone = self.tr("其中 %n 个附件在备份以前就已不见：", "", len(made.missing))
            said = f"{said}\n{gone}{'、'.join(made.missing[:5])}"
        self._page.notice.say(tone, said)

    def _refuse(self, error: AppError) -> None:
        self._page.refuse(error)

    def _stop(self) -> None:
        if self._answer is not None:
            self._answer.cancel()
            said = self.tr("已停止备份：介质上没有留下半个文件，以前的备份还在。")
            self._page.notice.say(Tone.WARN, said)

    def _ended(self) -> None:
        self._answer = None
        self.progress.end()
        self.make.setEnabled(True)

    # -- trying ----------------------------------------------------------------------------

    def _try_out(self) -> None:
        folder = Path(self.folder.text()) if self.folder.text() else None
        last = self._standing.last if self._standing is not None else None
        proposed = folder / last.name if folder is not None and last is not None else None
        TrialDialog(self._page.desk, proposed, self).open()


def _narrow(field: QWidget) -> QWidget:
    field.setMaximumWidth(field.fontMetrics().horizontalAdvance("汉") * 16)
    field.setMinimumWidth(field.fontMetrics().horizontalAdvance("汉") * 12)
    return field
