"""Where bundles are read from or written to: a folder, a share, or a stick that is in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from app.ui import theme
from app.ui.exchange.media import Volume
from app.ui.exchange.places_bar import PlacesBar
from app.ui.widgets import dialogs
from app.ui.widgets.card import button, label


class FolderBar(QFrame):
    """Shows the folder in use and offers others; ``chosen`` (Path) when the person takes one.

    ``places`` offers the known exchange places; who shows the bar decides what taking one means.
    """

    chosen = Signal(object)

    def __init__(self, waiting: str, choose: str, *, writes: bool = False) -> None:
        super().__init__()
        self.setProperty("tone", "neutral")
        theme.set_role(self, "notice")
        self._writes = writes
        self.folder: Path | None = None
        self.text: QLabel = label(waiting, wraps=True)
        self.text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.choose = button(choose)
        self.choose.clicked.connect(self._ask)
        self.sticks: list[QPushButton] = []
        self.places = PlacesBar(writes=writes)
        self._line = QHBoxLayout()
        self._line.setSpacing(8)
        self._line.addWidget(self.text, 1)
        self._line.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignTop)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(14, 8, 10, 8)
        lines.setSpacing(6)
        lines.addLayout(self._line)
        lines.addWidget(self.places)

    def say(self, text: str) -> None:
        self.text.setText(text)

    def use(self, folder: Path) -> None:
        self.folder = folder
        self.chosen.emit(folder)

    def offer(self, volumes: tuple[Volume, ...]) -> None:
        """A button for each medium; where the bar *writes*, none for one that cannot be written."""
        for stick in self.sticks:
            stick.deleteLater()
        fitting = [each for each in volumes if not (self._writes and each.read_only)]
        self.sticks = [self._stick(each) for each in fitting]
        for place, stick in enumerate(self.sticks, 1):
            self._line.insertWidget(place, stick, 0, Qt.AlignmentFlag.AlignTop)

    def _stick(self, volume: Volume) -> QPushButton:
        made = button(self.tr("用“{name}”").format(name=volume.name or volume.root))
        made.setToolTip(str(volume.root))
        made.clicked.connect(self._taker(volume.root))
        return made

    def _taker(self, root: Path) -> Callable[[], None]:
        return lambda: self.use(root)

    def _ask(self) -> None:
        dialogs.choose_folder(self, self.choose.text(), self.use, self.folder)
