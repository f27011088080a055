"""What is asked of evidence before it enters the catalogue."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from app import wording
from app.kernel import clock as clocks
from app.kernel.clock import Clock
from app.kernel.terms import EvidenceKind
from app.services.evidence import EvidenceDraft
from app.ui.widgets.choices import Choice
from app.ui.widgets.dates import OptionalDay
from app.ui.widgets.form_dialog import FormDialog

translate = QCoreApplication.translate

_MOST_PAGES: Final = 99_999
_NAMES_TOLD: Final = 5


class EvidenceDialog(FormDialog):
    """For one item, or for several files of the same origin.

    Signals: ``filled`` (tuple of draft and path, the path None for an item without a file).
    """

    filled = Signal(object)

    def __init__(
        self, paths: tuple[Path, ...], clock: Clock, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            translate("evidence", "添加证据"), translate("evidence", "加入证据目录"), parent
        )
        self._paths = paths
        self.name = QLineEdit(paths[0].stem if len(paths) == 1 else "")
        self.kind: Choice[EvidenceKind] = Choice(wording.EVIDENCE_KINDS)
        if paths:
            self.kind.set_word(EvidenceKind.ELECTRONIC)
        self.source, self.collectors, self.place = QLineEdit(), QLineEdit(), QLineEdit()
        self.day = OptionalDay(clocks.local_date(clock.now()))
        self.original = QComboBox()
        self.pages = QSpinBox()
        self._fill()
        self.fit()

    def submit(self) -> None:
        if len(self._paths) < 2 and not self.name.text().strip():
            self.form.show_faults({"name": self.tr("请填写证据名称")})
            return
        if len(self._paths) < 2:
            path = self._paths[0] if self._paths else None
            items: tuple[tuple[EvidenceDraft, Path | None], ...] = (
                (self._draft(self.name.text().strip()), path),
            )
        else:
            items = tuple((self._draft(path.stem), path) for path in self._paths)
        self.filled.emit(items)
        self.accept()

    def _draft(self, name: str) -> EvidenceDraft:
        return EvidenceDraft(
            name=name,
            kind=self.kind.word(),
            source=self.form.text_of("source"),
            collectors=self.form.text_of("collectors"),
            collected_on=self.day.day(),
            place=self.form.text_of("place"),
            original=bool(self.original.currentData()),
            pages=self.pages.value(),
        )

    def _fill(self) -> None:
        self.say(self._told())
        form = self.form
        form.add("name", self.tr("证据名称"), self.name)
        form.set_shown("name", len(self._paths) < 2)
        form.add("kind", self.tr("证据种类"), self.kind)
        form.add("source", self.tr("来源（提供单位或个人）"), self.source)
        form.add(
            "collectors",
            self.tr("提取人"),
            self.collectors,
            hint=self.tr("两名以上执法人员，用顿号分开"),
        )
        form.add("collected_on", self.tr("提取日期"), self.day, buddy=self.day.edit)
        form.add("place", self.tr("提取地点"), self.place)
        # An empty value would be taken for no data at all.
        self.original.addItem(self.tr("原件"), "1")
        self.original.addItem(self.tr("复制件"), "")
        self.original.setCurrentIndex(0 if not self._paths else 1)
        form.add("original", self.tr("原件情况"), self.original)
        self.pages.setRange(0, _MOST_PAGES)
        self.pages.setSpecialValueText(self.tr("不计页"))
        form.add("pages", self.tr("页数"), self.pages)

    def _told(self) -> str:
        if not self._paths:
            return self.tr("登记不能存成文件的证据，只进目录，不附文件。")
        names = "、".join(path.name for path in self._paths[:_NAMES_TOLD])
        if len(self._paths) > _NAMES_TOLD:
            names = self.tr("{names} 等 {n} 个文件").format(names=names, n=len(self._paths))
        kept = self.tr("文件会加密存入登记册，并记下 SHA-256 校验值；原文件不改动。")
        if len(self._paths) < 2:
            return f"{names}\n{kept}"
        return "\n".join((names, self.tr("名称取自文件名；下列内容对所有文件相同。"), kept))
