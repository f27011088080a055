"""The steps of the first run before the register exists; what they hold is only in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app import wording
from app.kernel.errors import AppError
from app.kernel.terms import Purpose, is_handle
from app.ui.desk import Lane, Runner
from app.ui.first_run import place
from app.ui.widgets import dialogs
from app.ui.widgets.card import button, label
from app.ui.widgets.choices import Choice
from app.ui.widgets.form import Form
from app.ui.widgets.passphrase import LEAST_LENGTH, PassphraseEdit, Strength


class Step(QWidget):
    """A step: a form, and ``check``, which calls *proceed* when there is nothing to mend."""

    def __init__(self, title: str, lead: str) -> None:
        super().__init__()
        self.title = title
        self.form = Form()
        self.lines = QVBoxLayout(self)
        self.lines.setContentsMargins(0, 0, 8, 0)
        self.lines.setSpacing(12)
        self.lines.addWidget(label(title, "title"))
        self.lines.addWidget(label(lead, "secondary", wraps=True))
        self.lines.addWidget(self.form)

    def faults(self) -> Mapping[str, str]:
        return {}

    def check(self, proceed: Callable[[], object]) -> None:
        faults = self.faults()
        self.form.show_faults(faults)
        if not faults:
            proceed()

    def summary(self) -> Iterator[tuple[str, str]]:
        """What was entered, label and text, for the last look."""
        yield from ()

    def enter(self) -> None:
        """The step comes into view."""
        first = next(iter(self.form.fields.values()), None)
        if first is not None:
            first.setFocus()

    def _required(self, *names: str) -> dict[str, str]:
        return {
            name: self.tr("请填写“{label}”").format(label=self.form.label_of(name))
            for name in names
            if not self.form.text_of(name)
        }


class AgencyStep(Step):
    """本单位: who we are and who the liaison officer is."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("本单位"),
            self.tr("这些内容会写在身份卡上交给其他单位，并印在文书里。请照公章和任命填写。"),
        )
        add = self.form.add
        add("agency", self.tr("单位全称"), QLineEdit(), hint=self.tr("与公章一致"))
        add("short_name", self.tr("单位简称"), QLineEdit(), hint=self.tr("如：市财政局"))
        add(
            "handle",
            self.tr("文件代号"),
            QLineEdit(),
            hint=self.tr("用在交换包文件名里，1 至 16 个小写字母、数字，如 rz-czj"),
        )
        add("role", self.tr("职能"), Choice(wording.AGENCY_ROLES))
        add("level", self.tr("层级"), Choice(wording.AGENCY_LEVELS))
        add("region_code", self.tr("行政区划代码"), QLineEdit(), hint=self.tr("6 位数字，可不填"))
        self.form.add_heading(self.tr("联络员"))
        add("liaison", self.tr("姓名"), QLineEdit())
        add("post", self.tr("职务"), QLineEdit())
        add("phone", self.tr("办公电话"), QLineEdit())
        add("address", self.tr("单位地址"), QLineEdit())
        self.lines.addStretch(1)

    def faults(self) -> Mapping[str, str]:
        found = self._required("agency", "short_name", "handle", "liaison")
        handle = self.form.text_of("handle")
        if handle and not is_handle(handle):
            found["handle"] = self.tr("文件代号只能用 1 至 16 个小写字母、数字，中间可用短横线")
        region = self.form.text_of("region_code")
        if region and not (region.isascii() and region.isdigit() and len(region) == 6):
            found["region_code"] = self.tr("行政区划代码应为 6 位数字，也可以不填")
        return found

    def summary(self) -> Iterator[tuple[str, str]]:
        for name in ("agency", "short_name", "handle"):
            yield self.form.label_of(name), self.form.text_of(name)
        for name in ("role", "level"):
            yield self.form.label_of(name), self.form.shown_text_of(name)
        person = [self.form.text_of(name) for name in ("liaison", "post", "phone")]
        yield self.tr("联络员"), "　".join(text for text in person if text)


class PurposeStep(Step):
    """用途与机制: real or exercise, fixed for ever; and whether this agency leads."""

    def __init__(self) -> None:
        super().__init__(
            self.tr("用途与机制"),
            self.tr("正式登记册和演练登记册不能互相交换，建立以后不能改。"),
        )
        self.real = QRadioButton(self.tr("正式登记册"))
        self.exercise = QRadioButton(self.tr("演练登记册"))
        self.real.setChecked(True)
        group = QButtonGroup(self)
        group.addButton(self.real)
        group.addButton(self.exercise)
        choices = QVBoxLayout()
        choices.setSpacing(4)
        for choice, note in (
            (self.real, self.tr("办理实际案件。")),
            (self.exercise, self.tr("培训、演练用；每个页面和每份文书都带“演练”字样。")),
        ):
            choices.addWidget(choice)
            said = label(note, "secondary", wraps=True)
            said.setIndent(24)
            choices.addWidget(said)
        self.lines.insertLayout(2, choices)
        self.leads = QCheckBox(self.tr("本单位是协同监管机制的牵头单位"))
        self.leads.toggled.connect(self._show_mechanism)
        self.form.add_heading(self.tr("协同监管机制"))
        self.form.add_wide(self.leads)
        self.note = label(
            self.tr("成员单位不用填：收下牵头单位的身份卡并核对指纹后自动加入。"),
            "secondary",
            wraps=True,
        )
        self.form.add_wide(self.note)
        self.form.add(
            "mechanism",
            self.tr("机制名称"),
            QLineEdit(),
            hint=self.tr("如：示例市政府采购领域协同监管机制"),
        )
        self.form.add("basis", self.tr("依据文号"), QLineEdit())
        self.lines.addStretch(1)
        self._show_mechanism(False)

    @property
    def purpose(self) -> Purpose:
        return Purpose.EXERCISE if self.exercise.isChecked() else Purpose.REAL

    def faults(self) -> Mapping[str, str]:
        return self._required("mechanism") if self.leads.isChecked() else {}

    def summary(self) -> Iterator[tuple[str, str]]:
        yield self.tr("用途"), (self.exercise if self.exercise.isChecked() else self.real).text()
        if self.leads.isChecked():
            name, basis = self.form.text_of("mechanism"), self.form.text_of("basis")
            yield self.tr("牵头的机制"), f"{name}（{basis}）" if basis else name

    def enter(self) -> None:
        (self.exercise if self.exercise.isChecked() else self.real).setFocus()

    def _show_mechanism(self, leads: bool) -> None:
        self.note.setVisible(not leads)
        for name in ("mechanism", "basis"):
            self.form.set_shown(name, leads)


class PlaceStep(Step):
    """存放位置: a folder of this computer's own disk."""

    def __init__(self, runner: Runner, folder: Path) -> None:
        super().__init__(
            self.tr("存放位置"),
            self.tr("登记册是加密的，放在本机硬盘的一个空文件夹里。不能放在 U 盘或者网络共享上。"),
        )
        self._runner = runner
        self.folder = QLineEdit(str(folder))
        choose = button(self.tr("选择…"))
        choose.clicked.connect(self._choose)
        line = QWidget()
        across = QHBoxLayout(line)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.folder, 1)
        across.addWidget(choose)
        self.form.add("folder", self.tr("文件夹"), line, buddy=self.folder)
        self.lines.addStretch(1)

    @property
    def path(self) -> Path:
        return Path(self.form.text_of("folder")).expanduser()

    def faults(self) -> Mapping[str, str]:
        found = self._required("folder")
        if not found and not self.path.is_absolute():
            found["folder"] = self.tr("请填写完整的路径，或者点“选择…”")
        return found

    def check(self, proceed: Callable[[], object]) -> None:
        super().check(lambda: self._check_place(proceed))

    def _check_place(self, proceed: Callable[[], object]) -> None:
        def refuse(error: AppError) -> None:
            error.facts["field"] = "folder"
            self.form.refuse(error)

        answer = self._runner.run(Lane.QUESTIONS, place.check, self.path)
        answer.for_(self).then(lambda _nothing: proceed()).otherwise(refuse)

    def summary(self) -> Iterator[tuple[str, str]]:
        yield self.tr("存放位置"), str(self.path)

    def _choose(self) -> None:
        title = self.tr("选择空文件夹")
        dialogs.choose_folder(self, title, lambda chosen: self.folder.setText(str(chosen)))


class PassphraseStep(Step):
    """口令: at least twelve characters, typed twice."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__(
            self.tr("口令"),
            self.tr(
                "每次打开登记册都要输入。至少 {least} 个字符，"
                "可以是几个不相干的词语加空格；不要求大小写和符号。"
            ).format(least=LEAST_LENGTH),
        )
        self.first, self.second = PassphraseEdit(), PassphraseEdit()
        self.strength = Strength()
        self.capitals = label(self.tr("大写锁定（Caps Lock）已打开。"), "secondary")
        self.capitals.hide()
        self.form.add("passphrase", self.tr("口令"), self.first)
        self.form.add_wide(self.strength)
        self.form.add("again", self.tr("再输入一次"), self.second)
        self.form.add_wide(self.capitals)
        self.first.textChanged.connect(self.strength.judge)
        for field in (self.first, self.second):
            field.caps_lock.connect(self.capitals.setVisible)
        self.lines.addStretch(1)

    def faults(self) -> Mapping[str, str]:
        first, second = self.first.text(), self.second.text()
        if len(first) < LEAST_LENGTH:
            short = self.tr("口令至少 {least} 个字符，现有 {length} 个")
            return {"passphrase": short.format(least=LEAST_LENGTH, length=len(first))}
        if first != second:
            return {"again": self.tr("两次输入的口令不一样，请重新输入")}
        return {}


class ReviewStep(Step):
    """核对: everything once more, each group with a way back to it."""

    change_asked = Signal(int)

    def __init__(self) -> None:
        super().__init__(
            self.tr("核对"),
            self.tr("建立以后，用途不能改，存放位置可以整个文件夹搬走；其余随时可以修改。"),
        )
        self.links: list[QPushButton] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(1, 1)
        self.lines.addLayout(self._grid)
        self.lines.addStretch(1)

    def show_steps(self, steps: Mapping[int, Step]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.links = []
        row = 0
        for number, step in steps.items():
            first = row
            for name, text in step.summary():
                self._grid.addWidget(label(name, "secondary"), row, 0)
                self._grid.addWidget(label(text, wraps=True), row, 1)
                row += 1
            if row > first:
                self._add_link(first, number, step.title)

    def _add_link(self, row: int, number: int, title: str) -> None:
        change = button(self.tr("更改"), "link")
        change.setAccessibleName(self.tr("更改{title}").format(title=title))
        change.clicked.connect(lambda: self.change_asked.emit(number))
        self._grid.addWidget(change, row, 2)
        self.links.append(change)
