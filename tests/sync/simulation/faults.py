"""Rules of the exchange, each taken out by itself: what the simulation must notice.

A fault is a change of the source of ``sync.node`` or of what it rests on, compiled beside the real
one. Its old text must stand there exactly once, so that a fault fails loudly when the code moves.
"""

from __future__ import annotations

import inspect
import sys
from dataclasses import dataclass
from types import ModuleType
from typing import Final

from app.sync import node, records, telling
from tests.sync.simulation import acts
from tests.sync.simulation.acts import ACTS, Act

_PARTS: Final = {"records": records, "telling": telling, "node": node}
"""In the order in which they rest on each other."""


@dataclass(frozen=True, slots=True)
class Change:
    """In module ``part`` the text ``old``, which stands there once, becomes ``new``."""

    part: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Fault:
    """``seed`` is one that noticed it last, which is tried first; ``often`` are acts that the fault
    needs more of than a usual run has."""

    name: str
    changes: tuple[Change, ...]
    seed: int
    often: tuple[Act, ...] = ()

    @property
    def weights(self) -> dict[Act, int] | None:
        """None for those of a usual run."""
        if not self.often:
            return None
        return {act: weight * (8 if act in self.often else 1) for act, weight in ACTS.items()}


def spoilt(fault: Fault) -> ModuleType:
    """A copy of ``sync.node`` with *fault*, over copies of what it rests on.

    Raises:
        ValueError: a text to be changed does not stand there once.
    """
    made: dict[str, ModuleType] = {}
    for part, original in _PARTS.items():
        source = inspect.getsource(original)
        for change in fault.changes:
            if change.part == part:
                source = _changed(source, change)
        made[part] = _compiled(f"spoilt_{part}", source)
        for name, module in made.items():
            setattr(made[part], name, module)
    return made["node"]


def _changed(source: str, change: Change) -> str:
    if source.count(change.old) != 1:
        raise ValueError(f"{source.count(change.old)} times in {change.part}: {change.old}")
    return source.replace(change.old, change.new)


def _compiled(name: str, source: str) -> ModuleType:
    module = ModuleType(name)
    # Dataclasses look their module up while they are made.
    sys.modules[name] = module
    try:
        exec(compile(source, f"<{name}>", "exec"), module.__dict__)
    finally:
        del sys.modules[name]
    return module


FAULTS: Final = (
    Fault(
        "nothing is given back to who began anew",
        (Change("node", "self.tell(telling.given_back(", "list(telling.given_back("),),
        seed=1,
    ),
    Fault(
        "a base that was never reached is believed",
        (Change("node", "if knows_us and routing.stream.base > pair.inbox.seq:", "if False:"),),
        seed=41,
    ),
    Fault(
        "an inventory lists versions without their contents",
        (
            Change(
                "records",
                "return Standing.SAME if said.content == held.content else Standing.CONFLICT",
                "return Standing.SAME",
            ),
            Change(
                "records",
                "return not known.gone and said.content not in (known.content, *known.before)",
                "return False",
            ),
        ),
        seed=3,
    ),
    Fault(
        "a bundle behind a gap is not heard acknowledging",
        (
            Change(
                "node",
                "    own, ack, notice = book.identity(), routing.ack, routing.fork\n",
                "    own, ack, notice = book.identity(), routing.ack, routing.fork\n"
                "    if routing.stream.first > pair.inbox.seq + 1:\n"
                "        return pair\n",
            ),
        ),
        seed=11,
    ),
    Fault(
        "what is owed back is dropped by a new incarnation",
        (
            Change(
                "node",
                "restated = (*records.newest(left.told), *left.owed)",
                "restated = records.newest(left.told)",
            ),
        ),
        seed=17,
        often=(acts.rotate, acts.restore),
    ),
    Fault(
        "what was given back is not told again",
        (
            Change(
                "node",
                "if state is not State.PARKED:\n            self._spread(own.head.record)",
                "pass",
            ),
        ),
        seed=11,
    ),
    Fault(
        "a withdrawal in an older version is overlooked",
        (
            Change(
                "records",
                "if said.gone or said.version > held.version:",
                "if said.version > held.version:",
            ),
        ),
        seed=11,
        often=(acts.withdraw, acts.raw, acts.restore),
    ),
    Fault(
        "a fork is not answered",
        (
            Change(
                "node",
                "ack_due=pair.ack_due or ",
                "ack_due=not pair.quarantined and ",
            ),
        ),
        seed=7,
    ),
    Fault(
        "what comes back takes the place of what its giver never read",
        (Change("node", "mine.content in (*over, said.content)", "True"),),
        seed=4,
    ),
    Fault(
        "a content the owner forgot is not given back when its version is lower",
        (
            Change(
                "records",
                "return not known.gone and said.content not in (known.content, *known.before)",
                "return False",
            ),
        ),
        seed=3,
    ),
    Fault(
        "nobody who was met later is told a start",
        (
            Change("node", "    if out.incarnation > 1 and not out.seq:\n", "    if False:\n"),
            Change("node", "if stated and out.incarnation > 1 and not out.seq", "if False"),
        ),
        seed=47,
    ),
)
