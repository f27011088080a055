"""Known exchange places with their state, one button away."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.services.deliveries import PlaceRow
from app.services.places import PlaceKind, PlaceState
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets.card import button
from app.ui.widgets.chip import Chip
from app.wording.places import PLACE_STATES


def state_tone(state: PlaceState) -> Tone:
    return {PlaceState.READY: Tone.GOOD, PlaceState.ABSENT: Tone.NEUTRAL}.get(state, Tone.WARN)


class PlacesBar(QWidget):
    """Hidden while there is no place; ``chosen`` (PlaceRow) when the person takes one.

    Where it *writes*, a place that cannot be written to cannot be taken; one that is gone never.
    """

    chosen = Signal(object)

    def __init__(self, *, writes: bool = False) -> None:
        super().__init__()
        self._writes = writes
        self.buttons: list[QPushButton] = []
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(8)
        self._line.addStretch(1)
        self.hide()

    def show_places(self, rows: tuple[PlaceRow, ...], fresh: Mapping[str, int]) -> None:
        """*fresh* counts new bundles by the uid of a place."""
        while (item := self._line.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self.buttons = []
        offered = [row for row in rows if self._is_offered(row)]
        for row in offered:
            self._add(row, 0 if self._writes else fresh.get(row.place.uid, 0))
        self._line.addStretch(1)
        self.setVisible(bool(offered))

    def _add(self, row: PlaceRow, fresh: int) -> None:
        text = row.place.name
        if fresh:
            text = self.tr("{name}（新到 {count}）").format(name=text, count=fresh)
        made = button(text)
        made.setToolTip(row.place.folder)
        made.setAccessibleDescription(in_words(PLACE_STATES[row.state]))
        made.setEnabled(self._may_use(row.state))
        made.clicked.connect(self._taker(row))
        state = Chip(in_words(PLACE_STATES[row.state]), state_tone(row.state))
        self._line.addWidget(made)
        self._line.addWidget(state, 0, Qt.AlignmentFlag.AlignVCenter)
        self.buttons.append(made)

    def _is_offered(self, row: PlaceRow) -> bool:
        # Nobody puts anything for us into a folder we burn from.
        return self._writes or row.place.kind is not PlaceKind.BURN

    def _may_use(self, state: PlaceState) -> bool:
        if self._writes:
            return state in {PlaceState.READY, PlaceState.SHORT}
        return state is not PlaceState.ABSENT

    def _taker(self, row: PlaceRow) -> Callable[[], None]:
        return lambda: self.chosen.emit(row)
