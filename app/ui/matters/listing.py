"""The list of matters: where each stands, with whom, and what is due next."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.kernel import clock
from app.rules.steps import State
from app.services import matters
from app.services.matters import MatterRow
from app.ui.matters import told
from app.ui.page import Page
from app.ui.problems import or_destroyed
from app.ui.theme import Tone
from app.ui.widgets import due
from app.ui.widgets.card import Card, button
from app.ui.widgets.table import Column, ShortTable, TableView

_ENDED: Final = frozenset({State.WITHDRAWN, State.ARCHIVED})

_FILTERS: Final[Mapping[str, Callable[[MatterRow], bool]]] = MappingProxyType(
    {
        "open": lambda row: row.state not in _ENDED,
        "sent": lambda row: row.opened_here,
        "received": lambda row: not row.opened_here,
        "all": lambda _: True,
    }
)


class MatterListing(QWidget):
    """Signals: ``opened`` (uid of a matter), ``new_asked``."""

    opened = Signal(str)
    new_asked = Signal()

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._rows: tuple[MatterRow, ...] = ()
        self._filter = "open"
        self.model = ShortTable(self._columns())
        self.table = TableView(self.model, self.tr("移送事项"))
        self.filters: dict[str, QPushButton] = {}
        card = Card()
        card.body.addLayout(self._make_filters())
        card.body.addWidget(self.table, 1)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(card)
        self.table.opened.connect(self._open)
        self.table.empty.button.clicked.connect(self._help)

    def ask(self) -> None:
        self._page.ask_latest("rows", matters.rows).then(self._take)

    # -- inside ----------------------------------------------------------------------------

    def _take(self, rows: tuple[MatterRow, ...]) -> None:
        self._rows = rows
        self._show()

    def _show(self) -> None:
        kept = self.table.current
        fits = _FILTERS[self._filter]
        shown = [row for row in self._rows if fits(row)]
        self.model.set_rows(shown)
        at = next((n for n, row in enumerate(shown) if kept and row.uid == kept.uid), 0)
        if shown:
            self.table.select(at)
        if self._rows:
            self.table.empty.say(self.tr("没有符合条件的移送。"), self.tr("查看全部"))
        else:
            self.table.empty.say(
                self.tr("还没有移送。涉嫌犯罪或者不属本单位管辖的案件，从这里移送。"),
                self.tr("新建移送"),
            )

    def _help(self) -> None:
        if self._rows:
            self.filters["all"].click()
        else:
            self.new_asked.emit()

    def _open(self, row: MatterRow) -> None:
        self.opened.emit(row.uid)

    def _make_filters(self) -> QHBoxLayout:
        words = {
            "open": self.tr("未办结"),
            "sent": self.tr("本单位发出"),
            "received": self.tr("收到"),
            "all": self.tr("全部"),
        }
        group = QButtonGroup(self)
        across = QHBoxLayout()
        across.setSpacing(6)
        for name, word in words.items():
            made = button(word, "filter")
            made.setCheckable(True)
            made.setChecked(name == self._filter)
            made.clicked.connect(self._chooser(name))
            group.addButton(made)
            across.addWidget(made)
            self.filters[name] = made
        across.addStretch(1)
        return across

    def _chooser(self, name: str) -> Callable[[], None]:
        def choose() -> None:
            self._filter = name
            self._show()

        return choose

    def _columns(self) -> tuple[Column[MatterRow], ...]:
        return (
            Column(
                self.tr("状态"),
                lambda row: told.state(row.state),
                tone=lambda row: told.state_tone(row.state),
                sample=self.tr("已建议立案监督"),
            ),
            Column(
                self.tr("案件"),
                lambda row: or_destroyed(row.subject),
                stretches=True,
                tip=lambda row: or_destroyed(row.subject),
            ),
            Column(self.tr("方向"), self._direction, sample=self.tr("移送至")),
            Column(self.tr("对方"), lambda row: row.counterpart, sample="　" * 9),
            Column(
                self.tr("下一期限"),
                self._due,
                tone=self._due_tone,
                tip=lambda row: due.moment(row.due_at),
                sample=self.tr("2026-00-00 已过"),
            ),
            Column(self.tr("应由"), self._whose, sample=self.tr("本单位")),
            Column(
                self.tr("发起日期"),
                lambda row: clock.local_date(row.opened_at).isoformat(),
                sample="2026-00-00",
            ),
        )

    def _direction(self, row: MatterRow) -> str:
        return self.tr("移送至") if row.opened_here else self.tr("来自")

    def _whose(self, row: MatterRow) -> str:
        if row.due_at is None:
            return ""
        return self.tr("本单位") if row.ours else self.tr("对方")

    def _due(self, row: MatterRow) -> str:
        now = self._page.desk.clock.now()
        if row.due_at is not None and not row.ours and row.due_at < now:
            return self.tr("{day} 已过").format(day=due.moment(row.due_at)[:10])
        return due.words(row.due_at, now)

    def _due_tone(self, row: MatterRow) -> Tone | None:
        tone = due.tone(row.due_at, self._page.desk.clock.now())
        # Only what we owe is red: of the other side the outer limit may still be ahead.
        return Tone.WARN if tone is Tone.BAD and not row.ours else tone
