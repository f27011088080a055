"""校验刻好的光盘: every file is read from the disc and compared with what was written."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.kernel.errors import AppError
from app.services import burning
from app.services.burning import Batch, Verified
from app.sync.burning import Compared, Likeness
from app.ui import problems
from app.ui.desk import Answer, Desk
from app.ui.exchange import told
from app.ui.exchange.folder_bar import FolderBar
from app.ui.exchange.media import Volume
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.card import button, label
from app.ui.widgets.progress import ProgressLine
from app.ui.widgets.table import Column, ShortTable, TableView
from app.wording.places import LIKENESSES

_FAULTS: Final = 8
"""Faults told one by one; a disc with more is burned anew in any case."""


class BurnDialog(QDialog):
    """Choose a batch and the disc; the outcome is noted in the journal."""

    def __init__(self, desk: Desk, volumes: tuple[Volume, ...], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._answer: Answer[Verified] | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("校验刻好的光盘"))
        self.batches = ShortTable(self._columns())
        self.table = TableView(self.batches, self.tr("备好的刻录文件夹"))
        self.bar = FolderBar(
            self.tr("请放入刻好的光盘校验：选中刻的是哪一批，再选光盘。"), self.tr("选择光盘…")
        )
        self.bar.offer(volumes)
        self.said = label("", wraps=True)
        self.progress = ProgressLine()
        self.verify_button = button(self.tr("校验"), "primary")
        self.close_button = button(self.tr("关闭"))
        self._lay_out()
        self.bar.chosen.connect(self._show_disc)
        self.table.chosen.connect(lambda _: self._enable())
        self.verify_button.clicked.connect(self.verify)
        self.close_button.clicked.connect(self.close)
        self.progress.cancel_asked.connect(self._stop)
        self._ask()

    def verify(self) -> None:
        batch, disc = self.table.current, self.bar.folder
        if batch is None or disc is None or self._answer is not None:
            return
        self.said.hide()
        self.progress.begin(self.tr("正在逐个读回光盘上的文件…请不要取出光盘"))
        answer = self._desk.act(burning.verify_disc, batch.uid, disc).for_(self)
        answer.then(self._show).otherwise(self._refuse).progress(self.progress.advance)
        self._answer = answer.always(self._end)
        self._enable()

    # -- inside ----------------------------------------------------------------------------

    def _show(self, read: Verified) -> None:
        if read.batch.sound:
            text = self.tr("光盘校验无误：%n 个文件都与写入时一致，可以送出。", "", len(read.files))
        else:
            faults = [each for each in read.files if each.likeness is not Likeness.SAME]
            lines = [self._line(each) for each in faults[:_FAULTS]]
            head = self.tr("这张光盘不能用，请重新刻录：%n 个文件不对。", "", len(faults))
            text = "\n".join((head, *lines))
        self.said.setText(text)
        self.said.show()
        self._ask()

    def _line(self, compared: Compared) -> str:
        return f"{compared.name}：{in_words(LIKENESSES[compared.likeness])}"

    def _refuse(self, error: AppError) -> None:
        self.said.setText(str(problems.told(error)))
        self.said.show()

    def _end(self) -> None:
        self._answer = None
        self.progress.end()
        self._enable()

    def _stop(self) -> None:
        if self._answer is not None:
            self._answer.cancel()

    def _show_disc(self, disc: Path) -> None:
        self.bar.say(self.tr("光盘：{folder}").format(folder=disc))
        self._enable()

    def _enable(self) -> None:
        ready = self.table.current is not None and self.bar.folder is not None
        self.verify_button.setEnabled(ready and self._answer is None)

    def _ask(self) -> None:
        self._desk.ask(burning.batches).for_(self).then(self._show_batches)

    def _show_batches(self, batches: tuple[Batch, ...]) -> None:
        kept = self.table.current
        self.batches.set_rows(batches)
        self.table.empty.say(self.tr("还没有备好的刻录文件夹。"))
        if batches:
            uids = [each.uid for each in batches]
            self.table.select(uids.index(kept.uid) if kept and kept.uid in uids else 0)
        self._enable()

    def _columns(self) -> tuple[Column[Batch], ...]:
        return (
            Column(
                self.tr("文件夹"),
                lambda row: row.path.name,
                tip=lambda row: row.folder,
                stretches=True,
            ),
            Column(
                self.tr("制作时间"), lambda row: told.moment(row.made_at), sample="0000-00-00 00:00"
            ),
            Column(self.tr("文件"), lambda row: str(len(row.files)), sample="0000"),
            Column(self.tr("校验"), self._state, tone=_tone, sample=self.tr("尚未校验")),
        )

    def _state(self, row: Batch) -> str:
        if row.verified_at is None:
            return self.tr("尚未校验")
        return self.tr("无误") if row.sound else self.tr("有问题")

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 16, 20, 14)
        lines.setSpacing(10)
        lines.addWidget(self.table, 1)
        lines.addWidget(self.bar)
        self.said.hide()
        lines.addWidget(self.said)
        lines.addWidget(self.progress)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.verify_button)
        lines.addLayout(buttons)
        characters = self.fontMetrics().horizontalAdvance("中")
        self.resize(characters * 52, characters * 26)


def _tone(row: Batch) -> Tone:
    if row.verified_at is None:
        return Tone.NEUTRAL
    return Tone.GOOD if row.sound else Tone.BAD
