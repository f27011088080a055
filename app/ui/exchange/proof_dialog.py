"""核验文件: whether a file is intact and whose key signed it, without taking anything in."""

from __future__ import annotations

from pathlib import Path
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.kernel.errors import AppError
from app.services import proof
from app.services.proof import Proof
from app.services.standing import Outcome
from app.ui.desk import Answer, Desk
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.card import button, label
from app.ui.widgets.notice import NoticeBar
from app.ui.widgets.progress import ProgressLine
from app.wording import proof as words

_TONES: Final = MappingProxyType(
    {Outcome.KNOWN: Tone.GOOD, Outcome.UNKNOWN: Tone.WARN, Outcome.REFUSED: Tone.BAD}
)
_LETTERS: Final = 46
"""The width of the text: a fingerprint and what stands around it in one line."""


class ProofDialog(QDialog):
    """Any file of ours, or a folder of evidence, chosen or dropped here."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._answer: Answer[Proof] | None = None
        self.setWindowTitle(self.tr("核验文件"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self.hint = label(
            self.tr(
                "选择交换包、身份卡或名册文件，或导出的证据文件夹，也可以拖到这里。"
                "按本登记册里已核对的密钥核验，只看不收，登记册不会改动。"
            ),
            "secondary",
            wraps=True,
        )
        self.choose_file = button(self.tr("选择文件…"), "primary")
        self.choose_folder = button(self.tr("选择证据文件夹…"))
        self.progress = ProgressLine()
        self.verdict = NoticeBar(closable=False)
        self.lines = label("", wraps=True)
        self.lines.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.lines.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._close = button(self.tr("关闭"))
        self._lay_out()
        self.choose_file.clicked.connect(self._ask_file)
        self.choose_folder.clicked.connect(self._ask_folder)
        self.progress.cancel_asked.connect(self._stop)
        self._close.clicked.connect(self.reject)

    def check(self, path: Path) -> None:
        """Check *path* and show the verdict."""
        self._stop()
        self.verdict.clear()
        self.lines.clear()
        self.progress.begin(self.tr("正在核验 {name}…").format(name=path.name))
        answer = self._desk.ask_latest("proof", proof.inspect_here, path).for_(self)
        answer.then(self._show).otherwise(self._refuse).progress(self.progress.advance)
        self._answer = answer.always(self.progress.end)

    # -- inside ----------------------------------------------------------------------------

    def _show(self, found: Proof) -> None:
        kind = in_words(words.KINDS[found.kind])
        text = self.tr("{kind}“{name}”：{verdict}").format(
            kind=kind, name=found.path.name, verdict=words.verdict(found, in_words)
        )
        self.verdict.say(_TONES[found.outcome], text)
        self.lines.setText("\n".join(words.lines(found, in_words)))

    def _refuse(self, error: AppError) -> None:
        self.verdict.refuse(error)
        self.lines.setText(self.tr("签名或内容没有通过核验，不要作为依据使用。"))

    def _ask_file(self) -> None:
        pattern = self.tr("交换包、身份卡、名册") + " (*.lxb *.lxcard *.lxroster)"
        every = self.tr("全部 (*)")
        dialogs.choose_file(self, self.choose_file.text(), f"{pattern};;{every}", self.check)

    def _ask_folder(self) -> None:
        dialogs.choose_folder(self, self.choose_folder.text(), self.check)

    def _stop(self) -> None:
        if self._answer is not None:
            self._answer.cancel()
            self._answer = None

    def _lay_out(self) -> None:
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 16, 20, 14)
        lines.setSpacing(12)
        choose = QHBoxLayout()
        choose.setSpacing(8)
        choose.addWidget(self.choose_file)
        choose.addWidget(self.choose_folder)
        choose.addStretch(1)
        under = QHBoxLayout()
        under.addStretch(1)
        under.addWidget(self._close)
        lines.addWidget(self.hint)
        lines.addLayout(choose)
        lines.addWidget(self.progress)
        lines.addWidget(self.verdict)
        lines.addWidget(self.lines, 1)
        lines.addLayout(under)
        width = self.fontMetrics().horizontalAdvance("中") * _LETTERS
        self.setMinimumWidth(min(width, 900))
        self.resize(self.minimumWidth(), 420)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if len(event.mimeData().urls()) == 1 and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.check(Path(event.mimeData().urls()[0].toLocalFile()))
