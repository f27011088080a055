"""How a window asks a use case: work runs beside the window, the answer comes back to it.

- ``Runner`` owns the worker threads: two for questions, one lane for acts, so that what changes
  the register happens in the order it was asked and never fills the lane of the questions.
- An ``Answer`` stays alive in ``Runner.live`` until its queued end on the GUI thread; collected
  earlier, a worker could signal an object that is gone.
- Callbacks run on the GUI thread, and are dropped when the widget they belong to is gone.
- ``Desk`` is a runner with a register: every use case gets the register as its first argument.
"""

from __future__ import annotations

import inspect
import threading
from collections.abc import Callable
from enum import Enum, auto
from typing import TYPE_CHECKING, Any, Concatenate, Final, Generic, ParamSpec, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal
from shiboken6 import isValid

from app.kernel.errors import AppError
from app.services.changes import Changes

if TYPE_CHECKING:
    from app.kernel.clock import Clock
    from app.services.setup import Register
    from app.ui.device import Preferences

P = ParamSpec("P")
T = TypeVar("T")

_WAIT_MS: Final = 5000


class Cancelled(Exception):  # noqa: N818 - no error: the person no longer wants the answer
    """Raised inside a use case that reports progress after ``Answer.cancel``."""


class Lane(Enum):
    QUESTIONS = auto()
    ACTS = auto()


class Answer(QObject, Generic[T]):
    """What will come back from a use case; its callbacks run on the GUI thread.

    ``then`` hears the result, ``otherwise`` an AppError, ``progress`` (done, total) of use cases
    that take ``watch``, ``always`` the end of any kind. An AppError nobody hears goes to
    ``Runner.refused``, any other exception to ``Runner.crashed``.
    """

    _ended = Signal(object)
    _progressed = Signal(int, int)

    def __init__(self, work: Callable[[], T], lane: Lane, *, watches: bool) -> None:
        super().__init__()
        self.lane: Final = lane
        self._work = work
        self._watches = watches
        self._stop = threading.Event()
        self._owner: QObject | None = None
        self._then: list[Callable[[T], object]] = []
        self._otherwise: list[Callable[[AppError], object]] = []
        self._last_resort: Callable[[AppError], object] | None = None
        self._progress: list[Callable[[int, int], object]] = []
        self._always: list[Callable[[], object]] = []
        self._progressed.connect(self._tell_progress, Qt.ConnectionType.QueuedConnection)

    def then(self, callback: Callable[[T], object]) -> Answer[T]:
        self._then.append(callback)
        return self

    def otherwise(self, callback: Callable[[AppError], object]) -> Answer[T]:
        self._otherwise.append(callback)
        return self

    def unless_heard(self, callback: Callable[[AppError], object]) -> Answer[T]:
        """Let *callback* hear an AppError when no ``otherwise`` does."""
        self._last_resort = callback
        return self

    def progress(self, callback: Callable[[int, int], object]) -> Answer[T]:
        self._progress.append(callback)
        return self

    def always(self, callback: Callable[[], object]) -> Answer[T]:
        self._always.append(callback)
        return self

    def for_(self, owner: QObject) -> Answer[T]:
        """Drop every callback once *owner* is gone; needed where callbacks are lambdas."""
        self._owner = owner
        return self

    def cancel(self) -> None:
        """Ask the work to stop; nothing is called back any more, except ``always``."""
        self._stop.set()

    @property
    def cancelled(self) -> bool:
        return self._stop.is_set()

    # -- inside ----------------------------------------------------------------------------

    def _run(self) -> None:
        """On the worker."""
        outcome: object
        try:
            if self.cancelled:
                raise Cancelled
            outcome = _Done(self._call())
        except BaseException as error:  # noqa: BLE001 - it is handed to the GUI thread
            outcome = error
        self._ended.emit(outcome)

    def _call(self) -> T:
        if not self._watches:
            return self._work()
        call: Callable[..., T] = self._work
        return call(watch=self._watch)

    def _watch(self, done: int, total: int) -> None:
        if self.cancelled:
            raise Cancelled
        # Qt's int is 32 bits wide and a byte count may not be.
        scale = max(1, total >> 30)
        self._progressed.emit(done // scale, total // scale)

    def _tell_progress(self, done: int, total: int) -> None:
        if not self.cancelled:
            for callback in self._heard(self._progress):
                callback(done, total)

    def _refusal_heard(self, fallback: Callable[[AppError], object]) -> list[Any]:
        """Who hears an AppError: who asked to, else the last resort, else *fallback*."""
        last = [] if self._last_resort is None else [self._last_resort]
        return self._heard(self._otherwise or last) or [fallback]

    def _heard(self, callbacks: list[Any]) -> list[Any]:
        if self._owner is not None and not isValid(self._owner):
            return []
        return [callback for callback in callbacks if _alive(callback)]


class _Done:
    def __init__(self, value: object) -> None:
        self.value = value


class _Task(QRunnable):
    def __init__(self, answer: Answer[Any]) -> None:
        super().__init__()
        self._answer = answer

    def run(self) -> None:
        self._answer._run()  # noqa: SLF001 - the two are one thing


def _alive(callback: object) -> bool:
    owner = getattr(callback, "__self__", None)
    return not isinstance(owner, QObject) or isValid(owner)


class Runner(QObject):
    """The worker threads of the program.

    Signals: ``refused`` (AppError nobody heard), ``crashed`` (any other exception), ``idle`` when
    the last live answer has ended, ``busy`` (bool) when acts begin and end.
    """

    refused = Signal(object)
    crashed = Signal(object)
    idle = Signal()
    busy = Signal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pools = {Lane.QUESTIONS: QThreadPool(self), Lane.ACTS: QThreadPool(self)}
        self._pools[Lane.QUESTIONS].setMaxThreadCount(2)
        self._pools[Lane.ACTS].setMaxThreadCount(1)
        self.live: Final[set[Answer[Any]]] = set()
        self._latest: dict[str, Answer[Any]] = {}

    def run(self, lane: Lane, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> Answer[T]:
        """Start *work* in *lane*; a parameter named ``watch`` makes it report progress."""
        watches = "watch" in inspect.signature(work).parameters and "watch" not in kwargs

        def call(**more: Any) -> T:  # noqa: ANN401 - only ever ``watch``
            return work(*args, **kwargs, **more)

        answer = Answer(call, lane, watches=watches)
        answer._ended.connect(self._finish, Qt.ConnectionType.QueuedConnection)  # noqa: SLF001
        self.live.add(answer)
        if lane is Lane.ACTS:
            self.busy.emit(True)
        self._pools[lane].start(_Task(answer))
        return answer

    def keep_latest(self, key: str, answer: Answer[T]) -> Answer[T]:
        """Drop the answer asked for before under *key*: only the newest counts."""
        if (before := self._latest.get(key)) is not None:
            before.cancel()
        self._latest[key] = answer
        return answer

    @property
    def writing(self) -> bool:
        return any(answer.lane is Lane.ACTS for answer in self.live)

    def shutdown(self) -> bool:
        """Cancel what can be cancelled and wait up to five seconds; False when work remains."""
        for answer in self.live:
            answer.cancel()
        ended = [pool.waitForDone(_WAIT_MS) for pool in self._pools.values()]
        return all(ended)

    # -- inside ----------------------------------------------------------------------------

    def _finish(self, outcome: object) -> None:
        answer = self.sender()
        if not isinstance(answer, Answer):
            return
        self.live.discard(answer)
        for key in [key for key, latest in self._latest.items() if latest is answer]:
            del self._latest[key]
        try:
            self._tell(answer, outcome)
        finally:
            for callback in answer._heard(answer._always):  # noqa: SLF001
                callback()
            if answer.lane is Lane.ACTS:
                self.busy.emit(self.writing)
            if not self.live:
                self.idle.emit()
            answer.deleteLater()

    def _tell(self, answer: Answer[Any], outcome: object) -> None:
        match outcome:
            case _Done(value=value):
                try:
                    if not answer.cancelled:
                        for callback in answer._heard(answer._then):  # noqa: SLF001
                            callback(value)
                finally:
                    # What was done is told also when the asking form is gone or has failed.
                    self._announce(value)
            case Cancelled():
                pass
            case AppError() as error:
                if not answer.cancelled:
                    for callback in answer._refusal_heard(self.refused.emit):  # noqa: SLF001
                        callback(error)
            case _:
                self.crashed.emit(outcome)

    def _announce(self, value: object) -> None:
        """Nobody is told here; ``Desk`` tells the windows what changed."""


class Desk(Runner):
    """The runner of an open register, and the only way to it for a window.

    ``ask`` is for questions, ``act`` for what changes the register. A result that is ``Changes``,
    or has an attribute ``changes``, is told to every window by ``changed``.

    *preferences* are those of this computer; without them nothing is remembered on it.

    ``closing`` comes before the register is closed: whoever holds unsaved texts saves them then.
    """

    changed = Signal(object)
    closing = Signal()

    def __init__(
        self,
        register: Register,
        parent: QObject | None = None,
        preferences: Preferences | None = None,
    ) -> None:
        super().__init__(parent)
        self._register = register
        self.preferences: Final = preferences

    @property
    def clock(self) -> Clock:
        return self._register.clock

    def ask(
        self, question: Callable[Concatenate[Register, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Answer[T]:
        return self.run(Lane.QUESTIONS, question, self._register, *args, **kwargs)

    def ask_latest(
        self,
        key: str,
        question: Callable[Concatenate[Register, P], T],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> Answer[T]:
        """As ``ask``; an earlier answer under *key* that is still on its way is dropped."""
        return self.keep_latest(key, self.ask(question, *args, **kwargs))

    def act(
        self, deed: Callable[Concatenate[Register, P], T], *args: P.args, **kwargs: P.kwargs
    ) -> Answer[T]:
        return self.run(Lane.ACTS, deed, self._register, *args, **kwargs)

    def announce(self, changes: Changes) -> None:
        """Tell every window, where an act's result does not say what it changed."""
        self.changed.emit(changes)

    def close_register(self) -> Answer[None]:
        """Let the windows save what they hold (``closing``), then close, after every act."""
        self.closing.emit()
        return self.run(Lane.ACTS, self._register.close)

    def _announce(self, value: object) -> None:
        changes = getattr(value, "changes", value)
        if isinstance(changes, Changes):
            self.changed.emit(changes)
