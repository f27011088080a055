"""添加交换位置: what kind of folder, where, and for whom."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from app.kernel.errors import AppError, UnusablePlaceError
from app.services import places
from app.services.changes import Changes
from app.services.exchange import PeerRow
from app.services.places import Place, PlaceDraft
from app.ui import problems
from app.ui.desk import Desk
from app.ui.widgets import dialogs
from app.ui.widgets.card import button
from app.ui.widgets.choices import Choice
from app.ui.widgets.form_dialog import FormDialog
from app.wording.places import PLACE_KINDS

_UID = Qt.ItemDataRole.UserRole


class FolderField(QWidget):
    """The path of a folder, typed or chosen: a share may be typed before any dialog shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.choose = button(self.tr("选择文件夹…"))
        self.choose.clicked.connect(self._ask)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(self.line, 1)
        across.addWidget(self.choose)

    def _ask(self) -> None:
        text = self.line.text().strip()
        start = Path(text) if text else None
        dialogs.choose_folder(self, self.choose.text(), self._take, start)

    def _take(self, folder: Path) -> None:
        self.line.setText(str(folder))


class PlaceDialog(FormDialog):
    """Adds a place, or changes *place*; *peers* are the agencies it may serve."""

    def __init__(
        self,
        desk: Desk,
        peers: tuple[PeerRow, ...],
        place: Place | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", parent)
        self._desk = desk
        self._uid = place.uid if place else ""
        self.setWindowTitle(self.tr("更改交换位置") if place else self.tr("添加交换位置"))
        self.submit_button.setText(self.tr("保存"))
        self.say(
            self.tr(
                "共享文件夹会在后台每分钟查看一次，只数文件，不会自动导入。"
                "程序只写入和清理本单位自己的文件。"
            )
        )
        self.kind = Choice(PLACE_KINDS)
        self.folder = FolderField()
        self.members = self._make_members(peers, place.peers if place else ())
        self.form.add("kind", self.tr("种类"), self.kind)
        self.form.add("name", self.tr("名称"), QLineEdit())
        self.form.add("folder", self.tr("文件夹"), self.folder, buddy=self.folder.line)
        self.form.add(
            "peers", self.tr("用于哪些单位"), self.members, hint=self.tr("都不勾选，就是所有单位。")
        )
        if place is not None:
            self.kind.set_word(place.kind)
            self.form.restore({"name": place.name, "folder": place.folder})
        self.fit()

    def submit(self) -> None:
        chosen = tuple(
            str(item.data(_UID)) for item in self._items() if item.checkState() is _CHECKED
        )
        draft = PlaceDraft(
            self.kind.word(),
            self.form.text_of("name"),
            Path(self.form.text_of("folder")),
            chosen,
        )
        self.submit_button.setEnabled(False)
        answer = self._desk.act(places.keep_place, draft, self._uid)
        answer.for_(self).then(self._done).otherwise(self._refuse).always(self._free)

    def _refuse(self, error: AppError) -> None:
        if isinstance(error, UnusablePlaceError):
            said = problems.told(error)
            self.form.show_faults({"folder": f"{said.happened}{said.next_step}（{said.code}）"})
        else:
            self.form.refuse(error)

    def _done(self, _changes: Changes) -> None:
        self.accept()

    def _free(self) -> None:
        self.submit_button.setEnabled(True)

    def _items(self) -> list[QListWidgetItem]:
        return [self.members.item(row) for row in range(self.members.count())]

    def _make_members(self, peers: tuple[PeerRow, ...], ticked: tuple[str, ...]) -> QListWidget:
        made = QListWidget()
        for row in peers:
            item = QListWidgetItem(row.name)
            item.setData(_UID, row.uid)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | _SELECTABLE)
            item.setCheckState(_CHECKED if row.uid in ticked else Qt.CheckState.Unchecked)
            made.addItem(item)
        made.setMaximumHeight(made.fontMetrics().height() * 8)
        return made


_CHECKED = Qt.CheckState.Checked
_SELECTABLE = Qt.ItemFlag.ItemIsSelectable
