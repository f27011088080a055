"""One line of the 移送材料清单."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QWidget

from app import wording
from app.rules.particulars import Having, Material
from app.services.evidence import EvidenceRow
from app.ui.widgets.choices import Choice
from app.ui.widgets.file_field import FileField
from app.ui.widgets.form_dialog import FormDialog


class MaterialDialog(FormDialog):
    """Signals: ``filled`` (Material, Path or None): a new file is yet to become evidence."""

    filled = Signal(object, object)

    def __init__(self, material: Material, files: Sequence[EvidenceRow], parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("matters", "移送材料"),
            QCoreApplication.translate("matters", "保存这一项"),
            parent,
        )
        self._hash = material.sha256
        self.kind = Choice(wording.MATERIALS)
        self.title = QLineEdit(material.title)
        self.having = Choice(wording.HAVINGS)
        self.reason = QLineEdit(material.reason)
        self.number = QLineEdit(material.number)
        self.original = QCheckBox(self.tr("原件"))
        self.copies, self.pages = QSpinBox(), QSpinBox()
        self.copies.setRange(0, 999)
        self.pages.setRange(0, 99_999)
        self.medium = QComboBox()
        self.medium.setEditable(True)
        self.medium.addItems(wording.MEDIA)
        self.evidence = QComboBox()
        self.evidence.addItem(self.tr("不附电子文件"), "")
        for row in files:
            if row.facts.sha256 and row.here:
                self.evidence.addItem(f"{row.facts.name}（{row.file_name}）", row.facts.sha256)
        self.new_file = FileField(self.tr("另选文件"))
        self._add_fields()
        self._fill(material)
        self.having.currentIndexChanged.connect(self._show_fitting)
        self.new_file.line.textChanged.connect(self._show_fitting)
        self._show_fitting()
        self.fit()

    def submit(self) -> None:
        if faults := self._faults():
            self.form.show_faults(faults)
            return
        there = self.having.word() is Having.PRESENT
        material = Material(
            kind=self.kind.word(),
            title=self.title.text().strip(),
            number=self.number.text().strip(),
            having=self.having.word(),
            reason="" if there else self.reason.text().strip(),
            original=there and self.original.isChecked(),
            copies=self.copies.value() if there else 0,
            pages=self.pages.value() if there else 0,
            medium=self.medium.currentText().strip() if there else "",
            sha256=str(self.evidence.currentData() or "") if there else "",
        )
        self.filled.emit(material, self._path() if there else None)
        self.accept()

    # -- inside ----------------------------------------------------------------------------

    def _path(self) -> Path | None:
        return self.new_file.path()

    def _faults(self) -> dict[str, str]:
        faults = {}
        if not self.title.text().strip():
            faults["title"] = self.tr("请填写材料名称")
        if self.having.word() is Having.ABSENT and not self.reason.text().strip():
            faults["reason"] = self.tr("没有这项材料的，请写明理由")
        if self.having.word() is Having.PRESENT and not self.copies.value():
            faults["copies"] = self.tr("请填写份数")
        return faults

    def _fill(self, material: Material) -> None:
        self.kind.set_word(material.kind)
        self.having.set_word(material.having)
        self.original.setChecked(material.original)
        self.copies.setValue(material.copies or 1)
        self.pages.setValue(material.pages)
        self.medium.setCurrentText(material.medium or wording.MEDIA[0])
        self.evidence.setCurrentIndex(max(0, self.evidence.findData(material.sha256)))

    def _show_fitting(self) -> None:
        there = self.having.word() is Having.PRESENT
        for name in ("number", "original", "copies", "pages", "medium", "evidence", "new_file"):
            self.form.set_shown(name, there)
        self.form.set_shown("reason", not there)
        self.evidence.setEnabled(self._path() is None)

    def _add_fields(self) -> None:
        add = self.form.add
        add("kind", self.tr("类别"), self.kind)
        add("title", self.tr("材料名称"), self.title)
        add("having", self.tr("有无"), self.having)
        add("reason", self.tr("理由或补送安排"), self.reason)
        add("number", self.tr("文号（选填）"), self.number)
        add("original", self.tr("原件或复印件"), self.original)
        add("copies", self.tr("份数"), self.copies)
        add("pages", self.tr("页数"), self.pages)
        add("medium", self.tr("载体"), self.medium)
        add("evidence", self.tr("随包送出的文件"), self.evidence)
        add("new_file", self.tr("另选文件"), self.new_file, buddy=self.new_file.line)
