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
from app.sync import statements
from app.sync.envelope import Item
from app.ui import problems
from app.ui.exchange import told
from app.ui.theme import Tone
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
    tone: Tone | None = None


class ChangesCard(Card):
    """The lower half of 收件: a preview, a refusal in three sentences, or a hint."""

    def __init__(self) -> None:
        super().__init__(translate("exchange", "导入后将发生的变化"))
        self.note.setWordWrap(False)
        columns: tuple[Column[Change], ...] = (
            Column(
                self.tr("变化"),
                lambda row: row.act,
                tone=lambda row: row.tone,
                sample=self.tr("本单位内容送还　"),
            ),
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
    yield from _ahead_of_all(found)
    for each in found.arriving:
        if each.type != _ATTACHMENT:
            yield _change(each, found.sender)
    yield from _files(found)
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


def _ahead_of_all(found: Preview) -> Iterator[Change]:
    if found.successor:
        yield Change(
            translate("exchange", "新一代密钥"),
            found.sender,
            translate("exchange", "由当面核对过的旧密钥担保；此前几代的交换包从此不再导入"),
            Tone.INFO,
        )
    if found.missing is not None:
        yield Change(
            translate("exchange", "先收存"),
            translate("exchange", "缺第 {numbers} 号").format(numbers=told.numbers(*found.missing)),
            translate("exchange", "下列内容先收存，不生效；缺少的补齐后自动生效"),
            Tone.WARN,
        )


def _files(found: Preview) -> Iterator[Change]:
    whole = [item for item in found.attachments if item.piece is None]
    pieces = [item for item in found.attachments if item.piece is not None]
    if whole:
        yield Change(
            translate("exchange", "新增附件"),
            _names(whole),
            translate("exchange", "{size}，与对方签名的清单逐个相符").format(
                size=wording.size_text(sum(item.size for item in whole))
            ),
        )
    if pieces:
        yield Change(
            translate("exchange", "大文件分段"),
            _names(pieces),
            translate("exchange", "{size}；各段收齐后自动合成，随后可以打开").format(
                size=wording.size_text(sum(item.size for item in pieces))
            ),
        )


def _change(each: Arriving, sender: str) -> Change:
    if not each.known:
        return Change(
            translate("exchange", "原样留存"),
            each.type,
            translate("exchange", "本版本程序不认识这类内容，升级后自动读入"),
        )
    special = {
        statements.WITHDRAW: _withdrawal,
        statements.RECEIPT: _receipt,
        statements.ROSTER: _roster,
        statements.PACK: _pack,
        statements.ECHO: _echo,
    }
    if each.type in special:
        return special[each.type](each, sender)
    what = translate("exchange", "新增{what}").format(what=told.entry_type(each.type))
    return Change(what, told.subject(each.type, each.title), _meaning(each.type, sender))


def _withdrawal(each: Arriving, sender: str) -> Change:
    text = translate("exchange", "{sender}收回一件案件摘要：{reason}。标明“已撤回”，不再更新")
    return Change(
        translate("exchange", "对方撤回"),
        translate("exchange", "案件摘要"),
        text.format(sender=sender, reason=each.title or "—"),
        Tone.BAD,
    )


def _receipt(each: Arriving, sender: str) -> Change:
    return Change(
        translate("exchange", "对方已阅"),
        translate("exchange", "本单位送出的 {count} 项").format(count=each.title or "—"),
        translate("exchange", "{sender}有人打开看过；不是签收，不起算期限").format(sender=sender),
    )


def _roster(each: Arriving, _sender: str) -> Change:
    return Change(
        translate("exchange", "名册"),
        translate("exchange", "名册第 {version} 版").format(version=each.title or "—"),
        translate("exchange", "核对名册自己的签名以后生效；与当面核对过的密钥不符的，等人决定"),
        Tone.INFO,
    )


def _pack(each: Arriving, sender: str) -> Change:
    return Change(
        translate("exchange", "规则包"),
        each.title or "—",
        translate("exchange", "{sender}为牵头单位的，此后新办的事项按它计算期限").format(
            sender=sender
        ),
        Tone.INFO,
    )


def _echo(each: Arriving, sender: str) -> Change:
    return Change(
        translate("exchange", "本单位内容送还"),
        each.title or "—",
        translate("exchange", "恢复以前送给{sender}的内容，核对原签名后登回").format(sender=sender),
        Tone.GOOD,
    )


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
    """What a bundle changed: a line, and one more for each thing that needs an eye."""
    if taken.last < taken.first:
        text = translate("exchange", "{sender}：只带来回执，没有新内容").format(sender=taken.sender)
        return "\n　".join((text, *_noteworthy(taken)))
    files = sum(each.type == _ATTACHMENT for each in taken.arrived)
    text = translate("exchange", "{sender}第 {numbers} 号：新增 {new} 项、附件 {files} 个").format(
        sender=taken.sender,
        numbers=told.numbers(taken.first, taken.last),
        new=len(taken.arrived) - files,
        files=files,
    )
    return "\n　".join((text, *_noteworthy(taken)))


def _noteworthy(taken: TakenIn) -> Iterator[str]:
    if taken.successor:
        yield translate("exchange", "对方已启用新一代密钥，由当面核对过的旧密钥担保。")
    if taken.missing is not None:
        text = translate("exchange", "缺第 {numbers} 号：后面的 {ahead} 项已收存，补齐后自动生效。")
        yield text.format(numbers=told.numbers(*taken.missing), ahead=taken.ahead)
    counted = (
        (
            taken.parked,
            translate("exchange", "{n} 项原样留存：本版本不认识，或者它所说的内容还没有来。"),
        ),
        (
            len(taken.refused),
            translate("exchange", "{n} 项没有采用，留作证据：理由见上方“异常”。"),
        ),
        (
            taken.conflicts,
            translate("exchange", "{n} 项与已有的不同，两份都保留：请在上方“异常”里比较。"),
        ),
        (
            taken.given_back,
            translate("exchange", "对方丢失的 {n} 项内容，随本单位的下一个交换包送还。"),
        ),
    )
    for count, words in counted:
        if count:
            yield words.format(n=count)


def _names(items: list[Item]) -> str:
    """By the first; what no statement at hand names is an attachment."""
    unnamed = translate("exchange", "附件")
    names = list(dict.fromkeys(item.name or unnamed for item in items))
    if len(names) == 1:
        return names[0]
    return translate("exchange", "{first} 等 {count} 个").format(first=names[0], count=len(names))
