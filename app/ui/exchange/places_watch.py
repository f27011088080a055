"""Looks at shared folders again and again, beside the window; it only counts what is new."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from app.kernel.errors import AppError
from app.services import places
from app.services.changes import Changes, Noun
from app.services.places import POLL_SECONDS, Place, Poll
from app.ui.desk import Answer, Desk

_FIRST_MS: Final = 2000
_SETTLING_MS: Final = 5000
"""What was not there at the look before may still be growing: the next look comes soon."""


class PlacesWatch(QObject):
    """One look at a time, each on a worker: a share that no longer answers stops nothing else.

    Signals: ``fresh_changed`` (how many bundles are new in all places) when that number changed;
    ``states_changed`` when a place came, went or became read-only.
    """

    fresh_changed = Signal(int)
    states_changed = Signal()

    def __init__(
        self,
        desk: Desk,
        parent: QObject,
        settling_ms: int = _SETTLING_MS,
        first_ms: int = _FIRST_MS,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._settling_ms = settling_ms
        self._queue: list[Place] = []
        self._asking = self._soon = self._closing = False
        self._heard: tuple[Place, ...] | Poll | None = None
        self._polls: dict[str, Poll] = {}
        self._looked: set[tuple[Path, int]] = set()
        self._told = 0
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)
        self._timer.start(first_ms)
        desk.changed.connect(self._hear)
        desk.closing.connect(self._close)

    @property
    def fresh(self) -> int:
        """New bundles in all places that nobody looked at since they came."""
        return sum(len(self.fresh_in(uid)) for uid in self._polls)

    def fresh_in(self, uid: str) -> tuple[Path, ...]:
        poll = self._polls.get(uid)
        if poll is None:
            return ()
        return tuple(path for path in poll.fresh if (path, poll.sizes[path]) not in self._looked)

    def mark_looked(self, uid: str) -> None:
        """The person saw what lies in place *uid*: it is no longer new."""
        poll = self._polls.get(uid)
        if poll is not None:
            self._looked |= {(path, poll.sizes[path]) for path in poll.fresh}
            self._tell()

    def look(self) -> None:
        """Look now, unless a look is under way."""
        if self._asking or self._closing:
            return
        self._asking = True
        self._timer.stop()
        self._await(self._desk.ask(places.places))

    # -- inside ----------------------------------------------------------------------------

    def _await(self, answer: Answer[tuple[Place, ...]] | Answer[Poll]) -> None:
        """Go on when *answer* has ended in whatever way: a failed look must not be the last."""
        answer.for_(self).then(self._keep).otherwise(self._pass_over).always(self._go_on)

    def _keep(self, heard: tuple[Place, ...] | Poll) -> None:
        self._heard = heard

    def _pass_over(self, _error: AppError) -> None:
        """A place forgotten meanwhile, or a register that is being closed: the next look tells."""

    def _go_on(self) -> None:
        heard, self._heard = self._heard, None
        if heard is None:
            self._queue = []
            self._rest()
        elif isinstance(heard, Poll):
            self._hear_poll(heard)
        else:
            self._begin(heard)

    def _close(self) -> None:
        self._closing = True
        self._timer.stop()

    def _begin(self, kept: tuple[Place, ...]) -> None:
        self._queue = [each for each in kept if each.seconds]
        watched = {each.uid for each in self._queue}
        self._polls = {uid: poll for uid, poll in self._polls.items() if uid in watched}
        self._next()

    def _next(self) -> None:
        if not self._queue or self._closing:
            self._rest()
            return
        place, *self._queue = self._queue
        before = self._polls.get(place.uid)
        sizes: Mapping[Path, int] = before.sizes if before else {}
        self._await(self._desk.ask(places.poll, place.uid, sizes))

    def _hear_poll(self, poll: Poll) -> None:
        before = self._polls.get(poll.place)
        self._polls[poll.place] = poll
        if before is not None and before.state is not poll.state:
            self.states_changed.emit()
        if before is None or before.sizes != poll.sizes:
            self._soon = self._soon or bool(poll.sizes)
        self._next()

    def _rest(self) -> None:
        self._asking = False
        if not self._closing:
            self._timer.start(self._settling_ms if self._soon else POLL_SECONDS * 1000)
        self._soon = False
        self._tell()

    def _tell(self) -> None:
        if self.fresh != self._told:
            self._told = self.fresh
            self.fresh_changed.emit(self._told)

    def _hear(self, changes: Changes) -> None:
        if Noun.EXCHANGE in changes.nouns and self._timer.isActive():
            self._timer.start(self._settling_ms)
