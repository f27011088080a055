"""Keeps what is typed in a form: saved a second after the last change, and before a lock.

Esc, a lock, a crash and the power going away lose at most the last second.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.services import drafts
from app.services.drafts import SavedDraft
from app.ui.desk import Answer, Desk

_DEBOUNCE_MS: Final = 1000


class DraftKeeper(QObject):
    """The draft of one open form; its parent is the form, and it ends with it.

    *form* begins with the value of the page it opens on (``cases.case``), so that the window finds
    the way back. Signals: ``saved`` (moment), ``restored`` (moment) when a draft was put back.
    """

    saved = Signal(object)
    restored = Signal(object)

    def __init__(
        self,
        desk: Desk,
        form: str,
        version: int,
        subject: str,
        read: Callable[[], Mapping[str, str]],
        write: Callable[[Mapping[str, str]], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._key = (form, version, subject)
        self._read = read
        self._write = write
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._timer.timeout.connect(self.flush)
        desk.closing.connect(self.flush_if_changed)

    def load(self) -> Answer[SavedDraft | None]:
        """Put back what was kept, if anything; ``then`` of the answer comes after that."""
        form, version, subject = self._key
        answer = self._desk.ask(drafts.load_draft, form, version, subject)
        return answer.for_(self).then(self._restore)

    def touch(self) -> None:
        """The person changed something."""
        self._timer.start()

    @property
    def pending(self) -> bool:
        return self._timer.isActive()

    def flush(self) -> None:
        """Save now."""
        self._timer.stop()
        form, version, subject = self._key
        answer = self._desk.act(drafts.save_draft, form, version, subject, dict(self._read()))
        answer.for_(self).then(self._tell_saved)

    def flush_if_changed(self) -> None:
        if self.pending:
            self.flush()

    def discard(self) -> None:
        """Forget the draft: the form was submitted, or thrown away on purpose."""
        self._timer.stop()
        form, _, subject = self._key
        self._desk.act(drafts.discard_draft, form, subject)

    def _restore(self, draft: SavedDraft | None) -> None:
        if draft is not None:
            self._write(draft.texts)
            self.restored.emit(draft.saved_at)

    def _tell_saved(self, moment: datetime) -> None:
        self.saved.emit(moment)
