"""写给多个单位: one bundle for each ticked agency, one after the other, into one place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app import wording
from app.kernel.errors import AppError
from app.services import burning, deliveries
from app.services.burning import Closed
from app.services.changes import Noun, changed
from app.services.deliveries import Delivery, Target
from app.services.exchange import Sealed
from app.services.places import Place, PlaceKind
from app.ui import problems
from app.ui.desk import Answer, Desk
from app.ui.exchange import told
from app.ui.widgets.card import button, label
from app.ui.widgets.progress import ProgressLine
from app.wording.handover import handover_note

T = TypeVar("T")

_UID: Final = Qt.ItemDataRole.UserRole
_CHECKED: Final = Qt.CheckState.Checked


class DeliverDialog(QDialog):
    """Stopping lets the bundle under way be finished and asks for no further one.

    ``written`` when something lies in the place that was not there before.
    """

    written = Signal()

    def __init__(self, desk: Desk, place: Place, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._place = self._into = place
        self._targets: dict[str, Target] = {}
        self._queue: list[str] = []
        self._total = 0
        self._sealed: list[Sealed] = []
        self._refused: list[str] = []
        self._under_way = False
        self._after: Callable[[], object] = self._break_off
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("写给多个单位：{place}").format(place=place.name))
        self.courier = QLineEdit()
        self.courier.setAccessibleName(self.tr("由谁携带"))
        self.courier.setPlaceholderText(self.tr("例如：机要交换、甲某某"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("要写给的单位"))
        self.said = label("", wraps=True)
        self.progress = ProgressLine()
        self.write_button = button("", "primary")
        self.close_button = button(self.tr("关闭"))
        self._lay_out()
        self.list.itemChanged.connect(self._count)
        self.write_button.clicked.connect(self.write)
        self.close_button.clicked.connect(self.close)
        self.progress.cancel_asked.connect(self._stop)
        self._count()
        self._ask()

    @property
    def ticked(self) -> tuple[str, ...]:
        items = [self.list.item(row) for row in range(self.list.count())]
        return tuple(str(item.data(_UID)) for item in items if item.checkState() is _CHECKED)

    # -- writing ---------------------------------------------------------------------------

    def write(self) -> None:
        if self._under_way or not self.ticked:
            return
        self._queue = list(self.ticked)
        self._total = len(self._queue)
        self._sealed, self._refused = [], []
        self._begin(self.tr("正在准备…"))
        if self._place.kind is PlaceKind.BURN:
            answer = self._desk.act(burning.open_batch, self._place, self.courier.text())
            self._await(answer, self._open, self._give_up)
        else:
            self._next()

    def _open(self, into: Place) -> None:
        self._into = into
        self._next()

    def _next(self) -> None:
        if not self._queue:
            self._finish()
            return
        uid = self._queue.pop(0)
        text = self.tr("正在写第 {at} 个，共 {total} 个：{name}。请不要断开")
        at = self._total - len(self._queue)
        name = self._targets[uid].name
        self.progress.text.setText(text.format(at=at, total=self._total, name=name))
        answer = self._desk.act(deliveries.deliver_one, self._into, uid)
        self._await(answer.progress(self.progress.advance), self._wrote, self._give_up)

    def _await(
        self,
        answer: Answer[T],
        then: Callable[[T], object],
        otherwise: Callable[[AppError], object],
    ) -> None:
        """Go on when *answer* has ended in whatever way: this window must not stay locked."""

        def hear(value: T) -> None:
            self._after = lambda: then(value)

        def refuse(error: AppError) -> None:
            self._after = lambda: otherwise(error)

        answer.for_(self).then(hear).otherwise(refuse).always(self._go_on)

    def _go_on(self) -> None:
        after, self._after = self._after, self._break_off
        after()

    def _break_off(self) -> None:
        """The program failed; its own window tells how."""
        self._left(self._queue)
        self._report("")

    def _wrote(self, done: Delivery) -> None:
        self._sealed += done.sealed
        for _, name, error in done.refused:
            self._refused.append(f"{name}：{problems.told(error)}")
        if done.broken:
            self._left(self._queue)
            self._queue = []
        self._next()

    def _stop(self) -> None:
        self._left(self._queue)
        self._queue = []

    def _left(self, uids: list[str]) -> None:
        if uids:
            names = "、".join(self._targets[uid].name for uid in uids)
            self._refused.append(self.tr("没有写：{names}。").format(names=names))

    def _finish(self) -> None:
        if self._place.kind is PlaceKind.BURN:
            answer = self._desk.act(
                burning.close_batch,
                self._into,
                self.courier.text(),
                tuple(self._sealed),
                handover_note,
            )
            self._await(answer, self._closed, self._not_closed)
        else:
            self._report("")

    def _closed(self, closed: Closed) -> None:
        text = self.tr(
            "刻录文件夹已备好：{folder}\n"
            "请把里面的全部文件刻成光盘；刻好以后放回光驱，按“校验刻好的光盘…”。"
        )
        self._report(text.format(folder=closed.batch.folder))

    def _not_closed(self, error: AppError) -> None:
        # That nothing was written is said already, for each agency.
        self._report("" if self._refused else str(problems.told(error)))

    def _give_up(self, error: AppError) -> None:
        self._refused.append(str(problems.told(error)))
        self._report("")

    def _report(self, more: str) -> None:
        lines = [self._line(each) for each in self._sealed]
        head = self.tr("已写好并读回核对 %n 个交换包。", "", len(self._sealed))
        foot = self.tr("写入不等于送达：送达请在事项中另行登记。") if self._sealed else ""
        self.said.setText("\n".join(filter(None, (head, *lines, *self._refused, more, foot))))
        self.said.show()
        self._end()
        if self._sealed:
            self._desk.announce(changed(Noun.EXCHANGE))
            self.written.emit()
        self._ask()

    def _line(self, sealed: Sealed) -> str:
        return self.tr("{name}：{file}（{size}，第 {numbers} 号）").format(
            name=sealed.recipient,
            file=sealed.path.name,
            size=wording.size_text(sealed.size),
            numbers=told.numbers(sealed.first, sealed.last),
        )

    # -- showing ---------------------------------------------------------------------------

    def _ask(self) -> None:
        self._desk.ask(deliveries.targets, self._place).for_(self).then(self._show)

    def _show(self, targets: tuple[Target, ...]) -> None:
        self._targets = {each.uid: each for each in targets}
        self.list.clear()
        for each in targets:
            item = QListWidgetItem(f"{each.name}　　{self._state(each)}")
            item.setData(_UID, each.uid)
            usable = each.verified and (each.unwritten or each.waiting > 0)
            item.setFlags(_TICKED_FLAGS if usable else Qt.ItemFlag.NoItemFlags)
            item.setCheckState(_CHECKED if each.unwritten else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self._count()

    def _state(self, target: Target) -> str:
        if not target.verified:
            return self.tr("指纹未核对，不能写")
        if not target.waiting:
            return self.tr("只有回执") if target.unwritten else self.tr("无待送")
        text = self.tr("{count} 项，附件 {size}").format(
            count=target.waiting, size=wording.size_text(target.bytes)
        )
        return (
            text if target.unwritten else self.tr("{text}（都写过，对方未确认）").format(text=text)
        )

    def _count(self) -> None:
        count = len(self.ticked)
        text = self.tr("写给所选 %n 个单位", "", count) if count else self.tr("写给所选单位")
        self.write_button.setText(text)
        self.write_button.setEnabled(count > 0 and not self._under_way)

    def _begin(self, text: str) -> None:
        self._under_way = True
        self.said.hide()
        self.progress.begin(text)
        self.list.setEnabled(False)
        self.close_button.setEnabled(False)
        self._count()

    def _end(self) -> None:
        self._under_way = False
        self.progress.end()
        self.list.setEnabled(True)
        self.close_button.setEnabled(True)
        self._count()

    def reject(self) -> None:
        """Escape does not leave a batch half written."""
        if not self._under_way:
            super().reject()

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 16, 20, 14)
        lines.setSpacing(10)
        where = self.tr("位置：{folder}").format(folder=self._place.folder)
        lines.addWidget(label(where, "secondary", wraps=True))
        if self._place.kind is PlaceKind.BURN:
            caption = label(self.tr("由谁携带（写进文件夹名和交接说明）"))
            caption.setBuddy(self.courier)
            lines.addWidget(caption)
            lines.addWidget(self.courier)
        lines.addWidget(self.list, 1)
        self.said.hide()
        lines.addWidget(self.said)
        lines.addWidget(self.progress)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        buttons.addWidget(self.write_button)
        lines.addLayout(buttons)
        characters = self.fontMetrics().horizontalAdvance("中")
        self.resize(characters * 46, characters * 26)


_TICKED_FLAGS: Final = (
    Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
)
