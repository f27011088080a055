"""The recovery key on the screen and on paper, and the proof that it was written down."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.kernel import clock
from app.ui import theme
from app.ui.widgets.card import Card, button, label
from app.ui.widgets.form import Form
from app.ui.widgets.groups import GroupSheet

_ASKED: Final = 2
_PER_LINE: Final = 3
_READ_AS: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})


class RecoveryPanel(QWidget):
    """Shows *recovery_key*, prints it, and asks for two of its groups picked at random.

    *agency* and *moment* are printed, so that the sheet is recognised years later.
    """

    def __init__(
        self,
        recovery_key: str,
        agency: str,
        moment: datetime,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.groups: Final = tuple(recovery_key.split("-"))
        self._agency = agency
        self._moment = moment
        self.asked: Final = tuple(
            sorted(secrets.SystemRandom().sample(range(len(self.groups)), _ASKED))
        )
        self.form = Form()
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(12)
        lines.addWidget(self._make_sheet())
        lines.addWidget(label(self.tr("抄写或打印好以后，请对照纸面输入下面两组："), wraps=True))
        for number in self.asked:
            text = self.tr("第 {number} 组").format(number=number + 1)
            field = QLineEdit()
            field.setMaximumWidth(field.fontMetrics().horizontalAdvance("W") * 12)
            self.form.add(f"group{number}", text, field)
        lines.addWidget(self.form)

    def check(self, proceed: Callable[[], object]) -> None:
        faults = self.faults()
        self.form.show_faults(faults)
        if not faults:
            proceed()

    def faults(self) -> Mapping[str, str]:
        found = {}
        for number in self.asked:
            name = f"group{number}"
            if _read(self.form.text_of(name)) != self.groups[number]:
                said = self.tr("第 {number} 组与上面显示的不一样，请对照纸面再输入")
                found[name] = said.format(number=number + 1)
        return found

    def _make_sheet(self) -> Card:
        card = Card(self.title())
        card.body.addWidget(GroupSheet(self.groups, _PER_LINE))
        row = QHBoxLayout()
        self.print = button(self.tr("打印…"))
        self.print.clicked.connect(self._print)
        row.addWidget(self.print)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _print(self) -> None:
        # Only here: most people never print, and printing takes part of a second to load.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self.sheet().print_(printer))
        QDialog.open(dialog)

    def sheet(self) -> QTextDocument:
        """The page that goes into the envelope."""
        document = QTextDocument(self)
        font = QFont(theme.base_font(theme.USUAL_PT))
        font.setPointSize(12)
        document.setDefaultFont(font)
        document.setHtml(self._html())
        return document

    def _html(self) -> str:
        cells = [
            f"<td width='33%'><small>{number}</small>&nbsp;&nbsp;<big><tt>{group}</tt></big></td>"
            for number, group in enumerate(self.groups, 1)
        ]
        rows = [
            f"<tr>{''.join(cells[i : i + _PER_LINE])}</tr>" for i in range(0, len(cells), _PER_LINE)
        ]
        made = self.tr("建立时间：{moment}").format(
            moment=f"{clock.local(self._moment):%Y-%m-%d %H:%M}"
        )
        return (
            f"<h2>{self.heading()}</h2><p>{self._agency}<br>{made}</p>"
            f"<table width='100%' cellpadding='10' border='1'>{''.join(rows)}</table>"
            f"<p>{self.advice()}</p>"
        )

    # -- for another secret that is written down once --------------------------------------

    def title(self) -> str:
        return self.tr("恢复密钥")

    def heading(self) -> str:
        """The heading of the printed sheet."""
        return self.tr("联席登记册恢复密钥")

    def advice(self) -> str:
        """What the sheet says about keeping it."""
        return self.tr(
            "忘记口令时，只有它能打开登记册。请装入信封密封，与电脑分开保管；"
            "任何人拿到它和登记册文件都能打开登记册。"
        )


def _read(text: str) -> str:
    """A typed group as the key writes it: O is 0, I and L are 1, spaces and case do not count."""
    return "".join(text.split()).upper().translate(_READ_AS)
