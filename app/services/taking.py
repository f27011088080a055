"""One taking in: what is on its way into the register, and what it will ask of it."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from sqlalchemy.orm import Session

from app.kernel.canon import Plain
from app.models import Attachment, Case, Evidence, Letter, Matter, Party, Step
from app.services import entries, house
from app.services.batch import Batch, Lookup
from app.sync.entry import Entry
from app.vault.register import Register

_WINDOW: Final = 500
"""Entries that are read on together: their bodies are in memory."""

CASES: Final = Lookup(Case.uid, (Case.id, Case.owner_uid, Case.version))
PARTIES: Final = Lookup(Party.uid, (Party.id,))
EVIDENCE: Final = Lookup(Evidence.uid, (Evidence.case_id,))
AWAITED: Final = Lookup(Evidence.awaited, (Evidence.owner_uid,))
FILES: Final = Lookup(Attachment.sha256, (Attachment.id,))
MATTERS: Final = Lookup(
    Matter.uid, (Matter.id, Matter.kind, Matter.opener_uid, Matter.counterpart_uid)
)
STEPS: Final = Lookup(Step.uid, (Step.id,))
LETTERS: Final = Lookup(Letter.uid, (Letter.id,))

_ASKED: Final[Mapping[str, tuple[tuple[Lookup, str], ...]]] = MappingProxyType(
    {
        entries.CASE: ((CASES, "uid"),),
        entries.ATTACHMENT: ((FILES, "sha256"), (AWAITED, "sha256")),
        entries.MATTER: ((MATTERS, "uid"), (CASES, "case")),
        entries.STEP: ((STEPS, "uid"), (MATTERS, "matter")),
        entries.LETTER: ((LETTERS, "uid"), (MATTERS, "matter")),
    }
)
"""What of a body is looked up where; the rows of these types are put in together."""

_INSIDE: Final = (
    (PARTIES, "parties", "uid"),
    (EVIDENCE, "evidence", "uid"),
    (FILES, "evidence", "sha256"),
)
"""The same for the lists of a case."""

TOGETHER: Final = frozenset(_ASKED)


@dataclass(frozen=True, slots=True)
class Taking:
    """One taking in, inside the caller's transaction.

    *sizes* gives the measured bytes of each attachment that came along, by its SHA-256. *grown*
    collects the matters whose thread has new steps, by their local key: each is folded once, by
    ``refold``. *batch* holds the rows that are on their way.
    """

    register: Register
    session: Session
    sizes: Mapping[str, int]
    own: str
    batch: Batch
    grown: set[int] = field(default_factory=set)
    coming: deque[Entry] = field(default_factory=deque)
    said: dict[str, Plain] = field(default_factory=dict)

    @classmethod
    def of(cls, register: Register, session: Session, sizes: Mapping[str, int]) -> Taking:
        own = house.own_agency(session).uid
        return cls(register, session, sizes, own, Batch(session))

    def foresee(self, coming: Iterable[Entry]) -> None:
        """Be ready for entries that will be applied in this order."""
        self.coming.extend(coming)

    def spoken(self, entry: Entry) -> Plain:
        """``entries.spoken``; with the first of many it reads on, and asks for what they need."""
        if entry.hash not in self.said and self.coming and self.coming[0].hash == entry.hash:
            ready = [self.coming.popleft() for _ in range(min(_WINDOW, len(self.coming)))]
            self.said.clear()
            self.said.update((each.hash, entries.spoken(each)) for each in ready if each.body)
            _look_up(self.batch, ready, self.said)
        return self.said.pop(entry.hash, None) or entries.spoken(entry)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Rows are written by statements of their own, and none remains if that is refused."""
        self.batch.flush()
        try:
            with self.session.begin_nested():
                yield
        finally:
            self.batch.forget()


def _look_up(batch: Batch, coming: Iterable[Entry], said: Mapping[str, Plain]) -> None:
    """Ask at once for what applying *coming* will ask for one by one."""
    asked: defaultdict[Lookup, list[str]] = defaultdict(list)
    for entry in coming:
        body = said.get(entry.hash)
        if not isinstance(body, dict):
            continue
        for lookup, name in _ASKED.get(entry.head.type, ()):
            if isinstance(value := body.get(name), str):
                asked[lookup].append(value)
        for lookup, name, part in _INSIDE if entry.head.type == entries.CASE else ():
            for each in body.get(name) or ():
                if isinstance(each, dict) and isinstance(value := each.get(part), str):
                    asked[lookup].append(value)
    for lookup, values in asked.items():
        batch.learn(lookup, values)
