"""证据: both sides' signed statements in a matter, written as a folder anybody can check."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout

from app.kernel import clock
from app.services import evidence_export
from app.services.evidence_export import Exported, LastExport
from app.ui.desk import Answer
from app.ui.page import Page
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.ui.widgets.card import Card, button, flow, label
from app.ui.widgets.progress import ProgressLine
from app.wording.evidence import SIGNERS, readme


class EvidenceCard(Card):
    """What was exported last stays in view: the journal remembers it."""

    def __init__(self, title: str, page: Page) -> None:
        super().__init__(title)
        self._page = page
        self._uid = ""
        self._answer: Answer[Exported] | None = None
        self.told = flow(label("", "secondary", wraps=True))
        self.export = button(self.tr("导出证据…"))
        self.progress = ProgressLine()
        self.body.addWidget(self.told)
        line = QHBoxLayout()
        line.addWidget(self.export)
        line.addStretch(1)
        self.body.addLayout(line)
        self.body.addWidget(self.progress)
        self.export.clicked.connect(self._ask)
        self.progress.cancel_asked.connect(self._stop)

    def show_matter(self, uid: str) -> None:
        self._uid = uid
        self._page.ask_latest("evidence", evidence_export.last, uid).then(self._show)

    def write(self, folder: Path) -> None:
        """Write the evidence of the matter shown as a new folder in *folder*."""
        if self._answer is not None:
            return
        self.export.setEnabled(False)
        self.progress.begin(self.tr("正在写出证据并读回核对…"))
        answer = self._page.act(
            evidence_export.export, self._uid, folder, readme=readme, words=SIGNERS
        )
        answer.then(self._tell).progress(self.progress.advance)
        self._answer = answer.always(self._ended)

    # -- inside ----------------------------------------------------------------------------

    def _show(self, last: LastExport | None) -> None:
        if last is None:
            self.told.setText(
                self.tr(
                    "把双方就本事项随交换包送出、收到的内容连同签名和文书写成一个文件夹，"
                    "供审计、司法机关不用本程序自行核对。"
                )
            )
            return
        text = self.tr(
            "{at} {by}已导出“{folder}”：{statements} 条内容，{files} 个文件。"
            "核对方法在其中的 README.txt；清单 SHA256SUMS 的哈希：{sums}"
        )
        self.told.setText(
            text.format(
                at=f"{clock.local(last.at):%Y-%m-%d %H:%M}",
                by=last.by,
                folder=last.folder,
                statements=last.statements,
                files=last.files,
                sums=" ".join(_grouped(last.sums_sha256)),
            )
        )

    def _ask(self) -> None:
        dialogs.confirm(
            self._page,
            self.tr("导出本事项的证据？"),
            self.tr(
                "写出的是未加密的明文，含当事人信息，请只写到可以保管涉案材料的介质上。"
                "其他事项的内容和文件名不会写出；交换包的内容清单是整份签名的，"
                "同一个包里其他事项的附件只列有校验值和大小。导出会记入审计日志。"
            ),
            self.tr("选择文件夹…"),
            self._choose,
        )

    def _choose(self) -> None:
        dialogs.choose_folder(self._page, self.tr("把证据写到哪个文件夹"), self.write)

    def _tell(self, done: Exported) -> None:
        text = self.tr(
            "证据已写到 {folder}，并已读回逐项核对。"
            "交给对方时，请另行当面或用电话告知本单位的签名指纹：{fingerprint}"
        )
        said = text.format(folder=done.folder, fingerprint=done.fingerprint)
        if done.missing:
            said += self.tr("有 {count} 个文件已依法销毁或本单位没有，只写了哈希。").format(
                count=done.missing
            )
        self._page.notice.say(Tone.WARN if done.missing else Tone.GOOD, said)

    def _ended(self) -> None:
        self._answer = None
        self.progress.end()
        self.export.setEnabled(True)
        self.show_matter(self._uid)

    def _stop(self) -> None:
        if self._answer is not None:
            self._answer.cancel()


def _grouped(digits: str) -> list[str]:
    """In groups of eight, so that the line can break and a person can compare."""
    return [digits[i : i + 8] for i in range(0, len(digits), 8)]
