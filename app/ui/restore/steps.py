"""The steps of a restoration; nothing is written before the last button."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QDir
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from app import wording
from app.kernel import clock
from app.kernel.errors import AppError, BackupSecretError, RecoveryKeyFormError
from app.services import restoring
from app.services.restoring import Census, Choice, Claim
from app.ui import problems
from app.ui.desk import Lane, Runner
from app.ui.first_run import place
from app.ui.first_run.steps import Step
from app.ui.problems import in_words
from app.ui.widgets import dialogs
from app.ui.widgets.card import button, label
from app.ui.widgets.facts import pairs_of
from app.ui.widgets.file_field import FileField
from app.ui.widgets.passphrase import PassphraseEdit


class FileStep(Step):
    """Which backup, and into which folder its register goes."""

    def __init__(self, runner: Runner, folder: Path) -> None:
        super().__init__(
            self.tr("选择备份"),
            self.tr(
                "选择备份文件（扩展名 .lxbackup）和登记册的位置。到最后一步之前不会改动任何文件。"
            ),
        )
        self._runner = runner
        self._claim: Claim | None = None
        self.file = FileField(self.tr("备份文件"), self.tr("备份 (*.lxbackup)"))
        self.form.add("file", self.tr("备份文件"), self.file)
        self.folder = QLineEdit(str(folder))
        choose = button(self.tr("选择…"))
        choose.clicked.connect(self._choose)
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.folder, 1)
        across.addWidget(choose)
        self.form.add(
            "folder",
            self.tr("恢复到"),
            line,
            hint=self.tr("空文件夹；已有登记册的，那个登记册会改名留在旁边"),
            buddy=self.folder,
        )
        self._told: QWidget = label("")
        self.lines.addWidget(self._told)
        self.lines.addStretch(1)
        self.file.line.textChanged.connect(self._look)

    @property
    def path(self) -> Path:
        return self.file.path() or Path()

    @property
    def place(self) -> Path:
        return Path(self.form.text_of("folder")).expanduser()

    def faults(self) -> Mapping[str, str]:
        found = self._required("folder")
        if not found and not self.place.is_absolute():
            found["folder"] = self.tr("请填写完整的路径，或者点“选择…”")
        if self.file.path() is None:
            found["file"] = self.tr("请选择备份文件")
        return found

    def check(self, proceed: Callable[[], object]) -> None:
        super().check(lambda: self._check_place(proceed))

    def _check_place(self, proceed: Callable[[], object]) -> None:
        def refuse(error: AppError) -> None:
            self.form.show_faults({"folder": _sentence(error)})

        answer = self._runner.run(Lane.QUESTIONS, place.check_for_restoring, self.place)
        answer.for_(self).then(lambda _nothing: proceed()).otherwise(refuse)

    def _look(self) -> None:
        path = self.file.path()
        if path is None:
            self._show(label(""))
            return
        answer = self._runner.run(Lane.QUESTIONS, restoring.look, path).for_(self)
        answer.then(self._show_claim).otherwise(self._refuse)

    def _show_claim(self, claim: Claim) -> None:
        self.form.show_faults({})
        self._show(
            pairs_of(
                {
                    self.tr("制作时间"): f"{clock.local(claim.made_at):%Y-%m-%d %H:%M}",
                    self.tr("大小"): wording.size_text(claim.size),
                    self.tr("用途"): in_words(wording.PURPOSES[claim.purpose]),
                }
            )
        )

    def _refuse(self, error: AppError) -> None:
        self._show(label(""))
        self.form.show_faults({"file": _sentence(error)})

    def _show(self, told: QWidget) -> None:
        self.lines.replaceWidget(self._told, told)
        self._told.deleteLater()
        self._told = told

    def _choose(self) -> None:
        title = self.tr("恢复到哪个文件夹")
        start = Path(QDir.homePath())
        dialogs.choose_folder(self, title, lambda chosen: self.folder.setText(str(chosen)), start)


class SecretStep(Step):
    """The passphrase of then, or the recovery key: it proves itself before anything is replaced."""

    def __init__(self, runner: Runner) -> None:
        super().__init__(
            self.tr("口令或恢复密钥"),
            self.tr("制作备份时的口令，或者当时封存的恢复密钥。先核对它，再动任何文件。"),
        )
        self._runner = runner
        self._asked: tuple[Path, Path] = (Path(), Path())
        self._by_recovery = False
        self.choice: Choice | None = None
        self.passphrase = PassphraseEdit()
        self.recovery = QLineEdit()
        self.recovery.setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.form.add("passphrase", self.tr("口令"), self.passphrase)
        self.form.add("recovery", self.tr("恢复密钥（9 组，每组 4 个字符）"), self.recovery)
        self.switch = button("", "link")
        self.switch.clicked.connect(lambda: self.use_recovery(not self._by_recovery))
        self.form.add_wide(self.switch)
        self.lines.addStretch(1)
        self.use_recovery(False)

    def use_recovery(self, used: bool) -> None:
        self._by_recovery = used
        self.form.set_shown("passphrase", not used)
        self.form.set_shown("recovery", used)
        self.switch.setText(self.tr("用口令") if used else self.tr("忘记了当时的口令？用恢复密钥"))
        self.form.show_faults({})
        self.enter()

    @property
    def secret(self) -> str:
        return self.recovery.text() if self._by_recovery else self.passphrase.text()

    def ask_about(self, path: Path, folder: Path) -> None:
        """Which backup the secret is for, and what stands in the place for it."""
        self._asked = (path, folder)

    def enter(self) -> None:
        (self.recovery if self._by_recovery else self.passphrase).setFocus()

    def faults(self) -> Mapping[str, str]:
        if self.secret.strip():
            return {}
        return {self._field: self.tr("请输入口令或恢复密钥")}

    @property
    def _field(self) -> str:
        return "recovery" if self._by_recovery else "passphrase"

    def check(self, proceed: Callable[[], object]) -> None:
        super().check(lambda: self._prove(proceed))

    def _prove(self, proceed: Callable[[], object]) -> None:
        path, folder = self._asked

        def take(choice: Choice) -> None:
            self.choice = choice
            proceed()

        self.setEnabled(False)
        answer = self._runner.run(Lane.ACTS, restoring.compare, path, self.secret, folder)
        answer.for_(self).then(take).otherwise(self._refuse)
        answer.always(lambda: self.setEnabled(True))

    def _refuse(self, error: AppError) -> None:
        self.setEnabled(True)
        own = isinstance(error, (BackupSecretError, RecoveryKeyFormError))
        self.form.show_faults({self._field if own else "": _sentence(error)})
        self.enter()


class CompareStep(Step):
    """Both registers side by side, and what replacing one by the other means."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("核对"),
            self.tr("口令已核对。下面是备份里的内容；那里已有登记册的，并列在旁边。"),
        )
        self._grid: QWidget = label("")
        self.lines.addWidget(self._grid)
        self.warning = label("", "fault", wraps=True)
        self.lines.addWidget(self.warning)
        self.next = label("", wraps=True)
        self.lines.addWidget(self.next)
        self.lines.addStretch(1)

    def show_choice(self, choice: Choice) -> None:
        grid = self._compared(choice)
        self.lines.replaceWidget(self._grid, grid)
        self._grid.deleteLater()
        self._grid = grid
        said = self._warned(choice)
        self.warning.setText(said)
        self.warning.setVisible(bool(said))
        self.next.setText(self._what_happens(choice))

    def _compared(self, choice: Choice) -> QWidget:
        made = QWidget()
        grid = QGridLayout(made)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(3, 1)
        grid.addWidget(label(self.tr("备份"), "heading"), 0, 1)
        present = choice.present
        if present is not None:
            grid.addWidget(label(self.tr("现有登记册"), "heading"), 0, 2)
        held = present.census if present is not None else None
        rows = self._rows()
        for row, (name, text) in enumerate(rows.items(), 1):
            grid.addWidget(label(name, "secondary"), row, 0)
            grid.addWidget(label(text(choice.census)), row, 1)
            if present is not None:
                grid.addWidget(label(text(held) if held is not None else "—"), row, 2)
        return made

    def _rows(self) -> dict[str, Callable[[Census], str]]:
        return {
            self.tr("单位"): lambda held: held.agency,
            self.tr("最后一笔"): _moment,
            self.tr("案件"): lambda held: str(held.cases),
            self.tr("事项"): lambda held: str(held.matters),
            self.tr("文书"): lambda held: str(held.letters),
            self.tr("附件"): lambda held: str(held.attachments),
            self.tr("审计日志（行）"): lambda held: str(held.lines),
            self.tr("密钥第几代"): lambda held: str(held.incarnation),
        }

    def _warned(self, choice: Choice) -> str:
        present = choice.present
        if present is None:
            return ""
        if present.vault and not choice.same_register:
            return self.tr("注意：那里的登记册与备份不是同一个登记册，请核对文件夹选对没有。")
        if present.census is None:
            return self.tr("那里的登记册读不出来：已经损坏，或者口令与备份的不同。")
        more = present.census.lines - choice.census.lines
        if more > 0:
            return self.tr("现有登记册比备份新，多 {lines} 处记录；恢复以后看不到它们。").format(
                lines=more
            )
        return ""

    def _what_happens(self, choice: Choice) -> str:
        said = self.tr(
            "恢复以后：打开登记册，开启新一代密钥，再与每个单位各交换一次，"
            "备份以后送出过的内容会从各单位收回；从没有送出过的，要重新登记。"
        )
        if choice.present is None:
            return said
        kept = self.tr("现有的文件夹整个改名，留在旁边，不删除。")
        return f"{kept}\n{said}"


def _moment(held: Census) -> str:
    moment = restoring.newest_moment(held)
    return f"{clock.local(moment):%Y-%m-%d %H:%M}" if moment is not None else "—"


def _sentence(error: AppError) -> str:
    said = problems.told(error)
    return f"{said.happened}{said.next_step}"
