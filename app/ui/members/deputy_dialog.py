"""封存密钥: shown once, printed or written down, and two of its groups typed back."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.ui.first_run.recovery import RecoveryPanel
from app.ui.widgets.card import button, label


class DeputyPanel(RecoveryPanel):
    """As the recovery key, in the words of the sealed key of a roster."""

    def title(self) -> str:
        return self.tr("封存密钥")

    def heading(self) -> str:
        return self.tr("协同监管机制名册封存密钥")

    def advice(self) -> str:
        return self.tr(
            "本单位的名册根密钥不能用时，凭它签发名册、会签名册根。请装入信封密封，"
            "与电脑和备份分开保管；任何人拿到它都能以本单位名义签名。"
        )


class DeputyDialog(QDialog):
    """Closes when two groups were typed as shown; Esc does not lose the only showing."""

    def __init__(
        self, secret: str, agency: str, moment: datetime, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("封存密钥"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.panel = DeputyPanel(secret, agency, moment)
        self.close_button = button(self.tr("已抄写封存"), "primary")
        self.close_button.clicked.connect(self.reject)
        words = self.tr("只显示这一次。请抄写或打印，装入信封密封。")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 16, 20, 14)
        lines.setSpacing(12)
        lines.addWidget(label(words, "secondary", wraps=True))
        lines.addWidget(self.panel)
        lines.addLayout(buttons)

    def reject(self) -> None:
        self.panel.check(self.accept)
