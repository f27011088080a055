"""The base of every page: a header, a notice bar, a body that asks again when its rows changed.

A page says which nouns it shows (``nouns``) and asks in ``refresh``. While it is not visible it
only remembers that it is stale.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Concatenate, Final, ParamSpec, TypeVar

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kernel.errors import AppError
from app.services.changes import Changes, Noun
from app.ui.actions import Shortcuts
from app.ui.desk import Answer, Desk
from app.ui.widgets.card import PageHeader
from app.ui.widgets.notice import NoticeBar

if TYPE_CHECKING:
    from app.services.setup import Register

P = ParamSpec("P")
T = TypeVar("T")


class PageId(StrEnum):
    """The pages of the navigation; also the first part of a draft's form name."""

    WORKBENCH = "workbench"
    CASES = "cases"
    REFERRALS = "referrals"
    LETTERS = "letters"
    EXCHANGE = "exchange"
    MEMBERS = "members"
    JOURNAL = "journal"
    SETTINGS = "settings"


NEW: Final = "new"
"""The subject that asks a page to begin a new record."""

FOR_CASE: Final = "case:"
"""Before the uid of a case: asks 移送 to begin a referral of that case."""


def page_title(page: PageId) -> str:
    """The title of *page*, in the navigation and on the page alike."""
    return {
        PageId.WORKBENCH: QCoreApplication.translate("navigation", "工作台"),
        PageId.CASES: QCoreApplication.translate("navigation", "案件登记"),
        PageId.REFERRALS: QCoreApplication.translate("navigation", "移送"),
        PageId.LETTERS: QCoreApplication.translate("navigation", "文书"),
        PageId.EXCHANGE: QCoreApplication.translate("navigation", "交换中心"),
        PageId.MEMBERS: QCoreApplication.translate("navigation", "成员与密钥"),
        PageId.JOURNAL: QCoreApplication.translate("navigation", "审计日志"),
        PageId.SETTINGS: QCoreApplication.translate("navigation", "设置"),
    }[page]


class Page(QWidget):
    """A page of the desk.

    Signals: ``go`` (PageId, subject uid or empty text) asks the window for another page;
    ``handlers_changed`` when ``handlers`` would now answer differently.
    """

    go = Signal(object, str)
    handlers_changed = Signal()

    nouns: ClassVar[frozenset[Noun]] = frozenset()

    def __init__(self, desk: Desk, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.header = PageHeader(title)
        self.notice = NoticeBar()
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(20, 14, 20, 14)
        lines.setSpacing(12)
        lines.addWidget(self.header)
        lines.addWidget(self.notice)
        lines.addLayout(self.body, 1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._stale = True
        desk.changed.connect(self._hear)

    # -- for pages to fill in --------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for what the page shows; called when it appears stale and when its rows changed."""

    def show_subject(self, uid: str) -> None:
        """Show the record *uid*: another page or a search led here."""

    def resume(self, form: str, subject: str) -> None:
        """Open the form named *form* with its saved draft, after a lock or a restart."""

    def handlers(self) -> Mapping[Shortcuts, Callable[[], object]]:
        """What this page does for which shortcut, now."""
        return {}

    def may_leave(self) -> bool:
        """Whether locking or closing now loses nothing; drafts make this true nearly always."""
        return True

    # -- asking ----------------------------------------------------------------------------

    def ask(
        self,
        question: Callable[Concatenate[Register, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Answer[T]:
        """Ask for this page: a refusal nobody hears is shown in the page's own bar."""
        return self._mine(self.desk.ask(question, *args, **kwargs))

    def ask_latest(
        self,
        key: str,
        question: Callable[Concatenate[Register, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Answer[T]:
        answer = self.desk.ask(question, *args, **kwargs)
        return self._mine(self.desk.keep_latest(f"{id(self)}.{key}", answer))

    def act(
        self,
        deed: Callable[Concatenate[Register, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Answer[T]:
        return self._mine(self.desk.act(deed, *args, **kwargs))

    def refuse(self, error: AppError) -> None:
        self.notice.refuse(error)

    # -- inside ----------------------------------------------------------------------------

    def _mine(self, answer: Answer[T]) -> Answer[T]:
        return answer.for_(self).unless_heard(self.refuse)

    def _hear(self, changes: Changes) -> None:
        if not self.nouns & changes.nouns:
            return
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh()
