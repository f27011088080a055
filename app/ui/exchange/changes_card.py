"""What taking in a bundle would change, or why it is refused; nothing has changed yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from app import wording
from app.kernel.errors import AppError
from app.services.exchange import Arriving, Preview, TakenIn
from app.ui import problems
from app.ui.exchange import told
from app.ui.widgets.card import Card, flow, label
from app.ui.widgets.table import Column, ShortTable, TableView

translate = QCoreApplication.translate

_ATTACHMENT: Final = "attachment/1"


@dataclass(frozen=True, slots=True)
class Change:
    """A line of the list: what happens, to what, and what that means."""

    act: str
    subject: str
    meaning: str


class ChangesCard(Card):
    """The lower half of 收件: a preview, a refusal in three sentences, or a hint."""

    def __init__(self) -> None:
        super().__init__(translate("exchange", "导入后将发生的变化"))
        self.note.setWordWrap(False)
        columns: tuple[Column[Change], ...] = (
            Column(self.tr("变化"), lambda row: row.act, sample=self.tr("新增办理环节　")),
            Column(
                self.tr("对象"), lambda row: row.subject, sample="　" * 22, tip=lambda r: r.subject
            ),
            Column(
                self.tr("说明"), lambda row: row.meaning, stretches=True, tip=lambda r: r.meaning
            ),
        )
        self.changes = ShortTable(columns)
        self.table = TableView(self.changes, self.tr("导入后将发生的变化"))
        self.said = flow(label("", wraps=True))
        self.said.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._scrolling(self.said))
        self._pages.addWidget(self.table)
        self.body.addWidget(self._pages, 1)
        self.hint()

    def hint(self) -> None:
        self._say(self.tr("选中上面的一个交换包，这里显示导入它会改动什么。导入前登记册不会改动。"))

    def busy(self) -> None:
        self._say(self.tr("正在核对签名、解密并核对每个附件…"))

    def refuse(self, error: AppError) -> None:
        said = problems.told(error)
        self._say("\n".join((said.happened, said.unchanged, said.next_step, f"（{said.code}）")))

    def report(self, text: str) -> None:
        """What the person asked for was done, with how much of it."""
        self._say(text)

    def preview(self, found: Preview) -> None:
        self.note.setText(
            self.tr("{sender}，签名有效，{at} 写出").format(
                sender=found.sender, at=told.moment(found.created)
            )
        )
        self.changes.set_rows(tuple(_changes(found)))
        self._pages.setCurrentWidget(self.table)

    # -- inside ----------------------------------------------------------------------------

    def _say(self, text: str) -> None:
        self.note.clear()
        self.changes.set_rows(())
        self.said.setText(text)
        self._pages.setCurrentIndex(0)

    def _scrolling(self, widget: QWidget) -> QScrollArea:
        area = QScrollArea()
        area.setAccessibleName(self.tr("说明"))
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(widget)
        # The area fills both when it is given the widget; the card shall show through.
        area.viewport().setAutoFillBackground(False)
        widget.setAutoFillBackground(False)
        return area


def _changes(found: Preview) -> Iterator[Change]:
    for each in found.arriving:
        if each.type != _ATTACHMENT:
            yield _change(each, found.sender)
    if found.attachments:
        total = sum(item.size for item in found.attachments)
        yield Change(
            translate("exchange", "新增附件"),
            _names([item.name for item in found.attachments]),
            translate("exchange", "{size}，与对方签名的清单逐个相符").format(
                size=wording.size_text(total)
            ),
        )
    if found.acknowledges:
        yield Change(
            translate("exchange", "对方已导入"),
            translate("exchange", "本单位送出的第 1 至 {last} 号").format(last=found.acknowledges),
            translate("exchange", "往来台账随之更新；不等于送达"),
        )
    if not found.arriving:
        yield Change(
            translate("exchange", "没有新内容"),
            "—",
            translate("exchange", "登记册里已经有其中的全部内容"),
        )


def _change(each: Arriving, sender: str) -> Change:
    if not each.known:
        return Change(
            translate("exchange", "原样留存"),
            each.type,
            translate("exchange", "本版本程序不认识这类内容，升级后自动读入"),
        )
    what = translate("exchange", "新增{what}").format(what=told.entry_type(each.type))
    return Change(what, told.subject(each.type, each.title), _meaning(each.type, sender))


def _meaning(type_: str, sender: str) -> str:
    told_of = {
        "case-extract/1": translate(
            "exchange", "归{sender}所有，本单位只读；可以据此登记本单位案件"
        ),
        "matter/1": translate("exchange", "在“移送”中查看和登记签收"),
        "step/1": translate("exchange", "导入不等于签收：期限自登记的签收时间起算"),
        "letter/1": translate("exchange", "可以查看、打印"),
    }
    return told_of.get(type_, "").format(sender=sender)


def summary(taken: TakenIn) -> str:
    """One line on what a bundle changed."""
    files = sum(each.type == _ATTACHMENT for each in taken.arrived)
    text = translate("exchange", "{sender}第 {numbers} 号：新增 {new} 项、附件 {files} 个").format(
        sender=taken.sender,
        numbers=told.numbers(taken.first, taken.last),
        new=len(taken.arrived) - files,
        files=files,
    )
    if taken.parked:
        text += translate("exchange", "，{parked} 项本版本不认识，原样留存").format(
            parked=taken.parked
        )
    return text


def _names(names: list[str]) -> str:
    if len(names) == 1:
        return names[0]
    return translate("exchange", "{first} 等 {count} 个").format(first=names[0], count=len(names))
