"""The desk with the preview of a letter open, for ``start``, which measures what it then holds.

No single key leads to a preview, so the desk is led there from inside, by its own button. The only
argument is the folder of the register.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.__main__ import make_application
from app.kernel import paths
from app.kernel.clock import SystemClock
from app.services import matters
from app.ui import opening
from app.ui.matters.letters_card import LettersCard
from app.ui.page import PageId
from app.ui.shell import Shell
from benchmarks import cases


def main(folder: Path) -> int:
    app = make_application()
    shell = Shell(app, SystemClock(), paths.device_file(), folder)
    opened = opening.open_register(folder, cases.PASSPHRASE, SystemClock())
    newest = matters.rows(opened.register, open_only=True)[0]
    page = shell.show_desk(opened).show_page(PageId.REFERRALS, newest.uid)
    again = QTimer(app)
    again.setInterval(100)
    again.timeout.connect(lambda: again.stop() if _press(page) else None)
    again.start()
    return app.exec()


def _press(page: QWidget) -> bool:
    """Ask for the draft of the first letter; False while the matter is on its way."""
    for card in page.findChildren(LettersCard):
        for (act, _), button in card.buttons.items():
            if act == "draft":
                button.click()
                return True
    return False


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
