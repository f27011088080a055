"""What goes wrong, shown: refusals in the words of ``app.wording``, faults of the program in a
dialog that names places in the code and nothing of any case.
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from app import __version__
from app.kernel.errors import AppError
from app.ui.widgets.card import button, label

if TYPE_CHECKING:
    from app.wording import Refusal

_ROOT: Final = Path(__file__).resolve().parents[2]


def in_words(text: str) -> str:
    """A domain word or sentence of ``app.wording`` in the language of the windows."""
    return QCoreApplication.translate("wording", text)


def or_destroyed(name: str) -> str:
    """The *name* of a record; one whose name is gone was destroyed by law."""
    return name or QCoreApplication.translate("wording", "已依法销毁")


def told(error: AppError) -> Refusal:
    """The three sentences for *error* in the language of the windows."""
    # Imported here: the words know every rule, and the unlock window must not wait for them.
    from app import wording

    return wording.refusal(error, in_words)


def trace(error: BaseException) -> str:
    """Where *error* happened: its type, files and lines, without the messages, which may quote a
    case."""
    lines = [f"{type(error).__module__}.{type(error).__qualname__}"]
    for frame in traceback.extract_tb(error.__traceback__):
        lines.append(f"  {_place(frame.filename)}:{frame.lineno} {frame.name}")
    cause = error.__cause__ or error.__context__
    return "\n".join(lines) + (f"\n<- {trace(cause)}" if cause else "")


def _place(filename: str) -> str:
    path = Path(filename)
    return path.relative_to(_ROOT).as_posix() if path.is_relative_to(_ROOT) else path.name


class CrashDialog(QDialog):
    """Says that the program failed, and where; the text can be copied for whoever repairs it."""

    def __init__(self, error: BaseException, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("程序出错"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(640, 420)
        self.detail = QPlainTextEdit(f"lianxi {__version__}, Python {sys.version}\n{trace(error)}")
        self.detail.setReadOnly(True)
        self.detail.setAccessibleName(self.tr("错误位置"))
        copy, close = button(self.tr("复制")), button(self.tr("关闭"), "primary")
        copy.clicked.connect(self._to_clipboard)
        close.clicked.connect(self.accept)
        close.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(copy)
        buttons.addWidget(close)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 18, 20, 16)
        lines.setSpacing(10)
        lines.addWidget(label(self.tr("刚才的操作没有完成"), "heading"))
        lines.addWidget(
            label(
                self.tr(
                    "程序遇到没有预料到的情况。已保存的内容没有丢失，刚才这一步没有写入登记册。"
                    "请把下面的错误位置复制给维护人员；其中没有案件内容。"
                ),
                wraps=True,
            )
        )
        lines.addWidget(self.detail, 1)
        lines.addLayout(buttons)

    def _to_clipboard(self) -> None:
        QGuiApplication.clipboard().setText(self.detail.toPlainText())


def catch_faults(show: Callable[[BaseException], object]) -> None:
    """Let *show* hear every exception that reaches the top of the event loop."""

    def hook(kind: type[BaseException], error: BaseException, tb: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, tb)
            return
        print(trace(error), file=sys.stderr)
        show(error)

    sys.excepthook = hook
