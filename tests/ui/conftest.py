"""Real windows on real registers, watched: no SQL on the GUI thread, no answer left on its way."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sqlalchemy import event
from sqlalchemy.engine import Engine

from app.services import setup
from app.services.setup import Identity, Register
from app.ui import language, theme
from app.ui.desk import Desk
from app.ui.device import Language
from tests import synthetic


@pytest.fixture(autouse=True, scope="session")
def look(qapp: QApplication) -> None:
    """The usual look and language for every test; one that changes them puts them back."""
    language.install(qapp, Language.CHINESE)
    theme.apply(qapp, theme.Scheme.LIGHT, theme.USUAL_PT)


def _called_by_a_window() -> bool:
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        if str(frame.f_globals.get("__name__", "")).startswith("app.ui."):
            return True
        frame = frame.f_back
    return False


@pytest.fixture(autouse=True)
def no_sql_on_the_gui_thread() -> Iterator[None]:
    """Tests may arrange with SQL on their own thread; a window may not."""
    seen: list[str] = []

    def watch(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if threading.current_thread() is threading.main_thread() and _called_by_a_window():
            seen.append(statement)

    event.listen(Engine, "before_cursor_execute", watch)
    yield
    event.remove(Engine, "before_cursor_execute", watch)
    assert not seen, f"SQL on the GUI thread: {seen}"


@pytest.fixture
def register(tmp_path: Path) -> Register:
    """The finance bureau's exercise register, leading its mechanism; the desk closes it."""
    return synthetic.make_register(tmp_path / "finance", mechanism=synthetic.MECHANISM)


@pytest.fixture
def open_desk(qtbot: QtBot) -> Iterator[Callable[[Register], Desk]]:
    """Makes desks; each is closed at the end, and nothing may be on its way then."""
    desks: list[Desk] = []

    def make(register: Register) -> Desk:
        desks.append(Desk(register))
        return desks[-1]

    yield make
    for desk in desks:
        _wait_until_idle(qtbot, desk)
        desk.close_register()
        _wait_until_idle(qtbot, desk)
        assert desk.shutdown()


def _wait_until_idle(qtbot: QtBot, desk: Desk) -> None:
    qtbot.waitUntil(lambda: not desk.live, timeout=10_000)


@pytest.fixture
def desk(open_desk: Callable[[Register], Desk], register: Register) -> Desk:
    return open_desk(register)


@pytest.fixture
def identity(register: Register) -> Identity:
    return setup.identity(register)
