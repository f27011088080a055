"""证据: the catalogue of a case; files are taken in by button or dropped, checked and saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app import wording
from app.kernel.errors import AppError
from app.kernel.terms import CaseState
from app.services import evidence
from app.services.cases import CaseView
from app.services.evidence import EvidenceDraft, EvidenceRow
from app.ui.cases.evidence_dialog import EvidenceDialog
from app.ui.page import Page
from app.ui.problems import in_words, or_destroyed
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.card import button, label
from app.ui.widgets.facts import Sheet
from app.ui.widgets.folding import FoldingTable
from app.ui.widgets.table import Column, ShortTable
from app.ui.widgets.undrawn import CharacterWatch

translate = QCoreApplication.translate
_SHOWN_HEX: Final = 16
_FOLDS: Final = (1, 2)
_LEAST_NAME: Final = 12


class EvidenceTab(QWidget):
    """The catalogue above, the chosen item below."""

    def __init__(self, page: Page, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = page
        self._case = ""
        self._own = False
        self._waiting: list[tuple[EvidenceDraft, Path | None]] = []
        self._all = 0
        self.dialog: EvidenceDialog | None = None
        self.model: ShortTable[EvidenceRow] = ShortTable(_columns(), self)
        self.table = FoldingTable(self.model, self.tr("证据目录"), _FOLDS, _LEAST_NAME)
        self.table.chosen.connect(self._show_item)
        self.sheet = Sheet(self.tr("证据详情"))
        self.progress = label("", "secondary")
        self.add_button = button(self.tr("添加文件…"))
        self.paper_button = button(self.tr("登记实物…"))
        self.check_button = button(self.tr("核对"))
        self.save_button = button(self.tr("另存…"))
        self.add_button.setToolTip(self.tr("把文件加密存入登记册，也可以把文件拖到这里"))
        self.paper_button.setToolTip(self.tr("登记纸质、实物证据，不附文件"))
        self.check_button.setToolTip(self.tr("重新计算 SHA-256，与登记时比较"))
        self.save_button.setToolTip(self.tr("另存一份没有加密的副本，会记入审计日志"))
        self.copy_button = button(self.tr("复制"), "link")
        self._connect()
        self._lay_out()
        self.setAcceptDrops(True)
        self._show_item(None)

    def show_case(self, view: CaseView) -> None:
        if view.facts.uid != self._case:
            self.model.set_rows(())
        self._case = view.facts.uid
        self._own = not view.foreign and view.state == CaseState.OPEN
        for widget in (self.add_button, self.paper_button):
            widget.setVisible(self._own)
        self.table.empty.say(
            self.tr("还没有登记证据。把文件拖到这里，或用下面的按钮添加。")
            if self._own
            else self.tr("对方的摘要里没有证据。")
        )
        self._page.ask_latest("evidence", evidence.rows, self._case).then(self._show_rows)

    # -- adding ----------------------------------------------------------------------------

    def offer(self, paths: Sequence[Path]) -> None:
        """Ask what *paths* are; none means an item that has no file."""
        self.dialog = EvidenceDialog(tuple(paths), self._page.desk.clock, self)
        CharacterWatch(self._page.desk, self.dialog.form)
        self.dialog.filled.connect(self._take)
        self.dialog.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self._own and _files(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.offer(_files(event))

    def _choose_files(self) -> None:
        dialogs.choose_files(
            self, self.tr("选择证据文件"), self.tr("所有文件 (*)"), lambda paths: self.offer(paths)
        )

    def _take(self, items: Sequence[tuple[EvidenceDraft, Path | None]]) -> None:
        self._waiting, self._all = list(items), len(items)
        self._take_next()

    def _take_next(self) -> None:
        if not self._waiting:
            self.progress.clear()
            return
        done = self._all - len(self._waiting)
        told = self.tr("正在加密存入第 {n} 项，共 {all} 项…")
        self.progress.setText(told.format(n=done + 1, all=self._all))
        draft, path = self._waiting.pop(0)
        answer = self._page.act(evidence.add, self._case, draft, path)
        answer.then(lambda _: self._take_next()).otherwise(self._stop)

    def _stop(self, error: AppError) -> None:
        self._waiting = []
        self.progress.clear()
        self._page.refuse(error)

    # -- the chosen item -------------------------------------------------------------------

    def _check(self) -> None:
        row = self._chosen()
        if row is None:
            return
        told = self.tr("“{name}”与登记时的校验值一致，没有改动。").format(name=row.facts.name)
        self._page.ask_latest("check", evidence.check, row.facts.sha256).then(
            lambda _: self._page.notice.say(Tone.GOOD, told)
        )

    def _save(self) -> None:
        row = self._chosen()
        if row is None:
            return
        sha256 = row.facts.sha256
        dialogs.choose_new_file(
            self,
            self.tr("另存一份（明文，请妥善保管）"),
            row.file_name,
            self.tr("所有文件 (*)"),
            lambda path: self.save_to(sha256, path),
        )

    def save_to(self, sha256: str, path: Path) -> None:
        """Write a plain copy to *path*, which the person chose."""
        told = self.tr("已另存到 {path}。副本没有加密，这次另存已记入审计日志。")
        self._page.act(evidence.save_copy, sha256, path).then(
            lambda saved: self._page.notice.say(Tone.GOOD, told.format(path=saved))
        )

    def _copy(self) -> None:
        row = self._chosen()
        if row is not None:
            QGuiApplication.clipboard().setText(row.facts.sha256)
            self._page.notice.say(Tone.GOOD, self.tr("已复制完整的 SHA-256 校验值。"))

    def _chosen(self) -> EvidenceRow | None:
        row = self.table.current
        return row if isinstance(row, EvidenceRow) else None

    # -- showing ---------------------------------------------------------------------------

    def _show_rows(self, rows: tuple[EvidenceRow, ...]) -> None:
        before = self._chosen()
        self.model.set_rows(rows)
        uids = [row.facts.uid for row in rows]
        if uids:
            self.table.select(
                uids.index(before.facts.uid) if before and before.facts.uid in uids else 0
            )

    def _show_item(self, row: EvidenceRow | None) -> None:
        self.sheet.clear()
        self.sheet.setVisible(row is not None)
        has_file = row is not None and bool(row.facts.sha256) and row.destroyed_at is None
        for widget in (self.check_button, self.save_button):
            widget.setEnabled(has_file)
        if row is not None:
            self.sheet.add_heading(or_destroyed(row.facts.name))
            self.sheet.add_pairs(_pairs(row))
            if row.facts.sha256:
                self.sheet.add(self._make_digest(row.facts.sha256))

    def _make_digest(self, sha256: str) -> QWidget:
        """The hash, short to be read and whole to be copied."""
        self.copy_button = button(self.tr("复制"), "link")
        self.copy_button.setAccessibleName(self.tr("复制 SHA-256 校验值"))
        self.copy_button.clicked.connect(self._copy)
        made = QWidget()
        across = QHBoxLayout(made)
        across.setContentsMargins(0, 0, 0, 0)
        across.addWidget(label("SHA-256", "secondary"))
        across.addWidget(label(f"{sha256[:_SHOWN_HEX]}…"))
        across.addWidget(self.copy_button)
        across.addStretch(1)
        return made

    def _connect(self) -> None:
        for widget, does in (
            (self.add_button, self._choose_files),
            (self.paper_button, lambda: self.offer(())),
            (self.check_button, self._check),
            (self.save_button, self._save),
        ):
            widget.clicked.connect(does)

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 8, 0, 0)
        lines.setSpacing(8)
        lines.addWidget(self.table, 1)
        lines.addWidget(self.progress)
        lines.addWidget(self.sheet, 1)
        lines.addLayout(
            _across(self.add_button, self.paper_button, self.check_button, self.save_button)
        )


def _across(*buttons: QPushButton) -> QHBoxLayout:
    line = QHBoxLayout()
    line.setSpacing(8)
    for each in buttons:
        line.addWidget(each)
    line.addStretch(1)
    return line


def _files(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    urls = event.mimeData().urls()
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    return [path for path in paths if path.is_file()]


def _columns() -> list[Column[EvidenceRow]]:
    return [
        Column(
            translate("evidence", "名称"),
            lambda row: or_destroyed(row.facts.name),
            tip=lambda row: or_destroyed(row.facts.name),
            stretches=True,
        ),
        Column(
            translate("evidence", "种类"),
            lambda row: in_words(wording.EVIDENCE_KINDS[row.facts.kind]),
            sample=translate("evidence", "鉴定意见"),
        ),
        Column(
            translate("evidence", "大小"),
            lambda row: wording.size_text(row.size) if row.facts.sha256 else "",
            sample="999.9 MB",
            right=True,
        ),
        Column(
            translate("evidence", "文件"),
            _state,
            tone=_tone,
            sample=translate("evidence", "不在本机"),
        ),
    ]


def _state(row: EvidenceRow) -> str:
    if not row.facts.sha256:
        return translate("evidence", "无文件")
    if row.destroyed_at is not None:
        return in_words(wording.DESTROYED)
    return translate("evidence", "已固定") if row.here else translate("evidence", "不在本机")


def _tone(row: EvidenceRow) -> Tone:
    if not row.facts.sha256 or row.destroyed_at is not None:
        return Tone.NEUTRAL
    return Tone.GOOD if row.here else Tone.BAD


def _pairs(row: EvidenceRow) -> dict[str, str]:
    facts = row.facts
    size = wording.size_text(row.size)
    day = facts.collected_on.isoformat() if facts.collected_on else ""
    kept = translate("evidence", "原件") if facts.original else translate("evidence", "复制件")
    pages = translate("evidence", "%n 页", "", facts.pages) if facts.pages else ""
    return {
        translate("evidence", "种类"): in_words(wording.EVIDENCE_KINDS[facts.kind]),
        translate("evidence", "来源"): facts.source,
        translate("evidence", "提取"): "，".join(
            filter(None, (facts.collectors, day, facts.place))
        ),
        translate("evidence", "原件情况"): "，".join(filter(None, (kept, pages))),
        translate("evidence", "文件"): (
            f"{or_destroyed(row.file_name)}（{size}）" if facts.sha256 else ""
        ),
    }
