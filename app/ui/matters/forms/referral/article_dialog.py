"""One line of the 涉案物品清单."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.rules.particulars import Article
from app.ui.widgets.form_dialog import FormDialog


class ArticleDialog(FormDialog):
    """Signals: ``filled`` (Article)."""

    filled = Signal(object)

    def __init__(self, article: Article | None, parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("matters", "涉案物品"),
            QCoreApplication.translate("matters", "保存这一项"),
            parent,
        )
        labels = {
            "name": self.tr("名称"),
            "model": self.tr("规格型号（选填）"),
            "quantity": self.tr("数量和单位"),
            "features": self.tr("特征、编号（选填）"),
            "state": self.tr("状况，如完好、破损（选填）"),
            "kept_at": self.tr("存放地点"),
            "source_document": self.tr("来源文书（选填）"),
            "remark": self.tr("备注，如附照片（选填）"),
        }
        for name, text in labels.items():
            said = getattr(article, name) if article else ""
            self.form.add(name, text, QLineEdit(said))
        self.fit()

    def submit(self) -> None:
        needed = ("name", "quantity", "kept_at")
        empty = [name for name in needed if not self.form.text_of(name)]
        if empty:
            text = self.tr("请填写“{label}”")
            self.form.show_faults({n: text.format(label=self.form.label_of(n)) for n in empty})
            return
        self.filled.emit(Article(**{name: self.form.text_of(name) for name in Article.__slots__}))
        self.accept()
