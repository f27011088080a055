"""导出签名者清单: the keys of the register as a file that ssh-keygen reads."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.services import signers_export
from app.services.signers_export import SignersFile
from app.ui.page import Page
from app.ui.theme import Tone
from app.ui.widgets import dialogs
from app.wording.evidence import SIGNERS

translate = QCoreApplication.translate


def ask(page: Page) -> None:
    """Ask where, and write the list there."""
    title = translate("signers", "导出签名者清单")
    pattern = translate("signers", "全部 (*)")
    dialogs.choose_new_file(page, title, "allowed_signers", pattern, lambda path: write(page, path))


def write(page: Page, path: Path) -> None:
    page.act(signers_export.write, path, SIGNERS).then(lambda done: _tell(page, path, done))


def _tell(page: Page, path: Path, done: SignersFile) -> None:
    said = translate(
        "signers",
        "签名者清单已写到 {path}：{usable} 个可信的密钥，{remarks} 个未核对或已作废的写成注释。"
        "收到的人仍应当面或用电话向各单位核对指纹。",
    )
    page.notice.say(Tone.GOOD, said.format(path=path, usable=done.usable, remarks=done.remarks))
