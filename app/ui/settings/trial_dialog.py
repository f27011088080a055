"""试恢复: a backup is restored into a folder of its own, read through, and told about."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.kernel.errors import AppError
from app.services import backup
from app.services.backup import Tested
from app.services.changes import Noun, changed
from app.ui import problems
from app.ui.desk import Answer, Desk
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.card import button, flow, label
from app.ui.widgets.facts import pairs_of
from app.ui.widgets.file_field import FileField
from app.ui.widgets.form import Form
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.passphrase import PassphraseEdit
from app.ui.widgets.progress import ProgressLine
from app.wording import backup as words


class TrialDialog(QDialog):
    """Asks for the secret of the backup, so that the trial proves that as well."""

    def __init__(self, desk: Desk, proposed: Path | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._answer: Answer[Tested] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("试恢复"))
        self.notice = NoticeBar()
        self.form = Form()
        self.file = FileField(self.tr("备份文件"), self.tr("备份 (*.lxbackup)"))
        if proposed is not None:
            self.file.set_path(proposed)
        self.secret = PassphraseEdit()
        self.form.add("file", self.tr("备份文件"), self.file)
        self.form.add(
            "secret",
            self.tr("口令或恢复密钥"),
            self.secret,
            hint=self.tr("制作这份备份时的；恢复密钥可以连同短横线输入"),
        )
        self.progress = ProgressLine()
        self.begin = button(self.tr("开始试恢复"), "primary")
        self.begin.setDefault(True)
        self.close_button = button(self.tr("关闭"))
        self._lay_out()
        self.begin.clicked.connect(self.try_out)
        self.close_button.clicked.connect(self.reject)
        self.progress.cancel_asked.connect(self._stop)
        desk.closing.connect(self._stop)

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 16, 20, 14)
        lines.setSpacing(12)
        what = self.tr(
            "把备份恢复到一个临时文件夹（始终加密），打开它，逐页检查数据库，"
            "核对审计日志，逐个读完附件，然后删除。现在的登记册不受影响。"
        )
        lines.addWidget(flow(label(what, "secondary", wraps=True)))
        lines.addWidget(self.notice)
        lines.addWidget(self.form)
        lines.addWidget(self.progress)
        self._told: QWidget = label("")
        lines.addWidget(self._told)
        lines.addStretch(1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.close_button)
        row.addWidget(self.begin)
        lines.addLayout(row)
        self.resize(self.fontMetrics().horizontalAdvance("汉") * 44, self.sizeHint().height())

    # -- trying ----------------------------------------------------------------------------

    def try_out(self) -> None:
        path = self.file.path()
        faults = self._faults()
        self.form.show_faults(faults)
        if faults or path is None or self._answer is not None:
            return
        self.notice.clear()
        self._show(label(""))
        self.begin.setEnabled(False)
        self.progress.begin(self.tr("正在恢复到临时文件夹并逐个读取…"))
        answer = self._desk.ask(backup.try_out, path, self.secret.text()).for_(self)
        answer.then(self._tell).otherwise(self._refuse).progress(self.progress.advance)
        answer.always(self._ended)
        self._answer = answer

    def _faults(self) -> dict[str, str]:
        found = {}
        if self.file.path() is None:
            found["file"] = self.tr("请选择备份文件")
        if not self.secret.text():
            found["secret"] = self.tr("请输入口令或恢复密钥")
        return found

    def _tell(self, tested: Tested) -> None:
        tone = Tone.GOOD if tested.well else Tone.BAD
        self.notice.say(tone, words.trial_verdict(tested.well, in_words))
        self._show(pairs_of(words.trial_rows(tested, in_words)))
        self._desk.announce(changed(Noun.SETTINGS))

    def _refuse(self, error: AppError) -> None:
        said = problems.told(error)
        self.form.show_faults({"secret": f"{said.happened}{said.next_step}"})

    def _show(self, told: QWidget) -> None:
        lines = self.layout()
        if lines is not None:
            lines.replaceWidget(self._told, told)
        self._told.deleteLater()
        self._told = told
        self.adjustSize()

    # -- stopping --------------------------------------------------------------------------

    def _stop(self) -> None:
        if self._answer is not None:
            self._answer.cancel()

    def _ended(self) -> None:
        self._answer = None
        self.progress.end()
        self.begin.setEnabled(True)

    def reject(self) -> None:
        self._stop()
        super().reject()
