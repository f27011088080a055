"""Two agencies with real registers, and as many entries between them as a benchmark wants.

One referral is led through the program with its case, evidence, letter and steps; what that queues
for the other agency is the pattern. The others are queued with the same bodies under uids, numbers
and files of their own. Drawn from a fixed seed.
"""

from __future__ import annotations

import hashlib
import random
import re
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import islice
from pathlib import Path
from typing import Final

from app.documents.kinds.letters import LetterKind
from app.kernel import canon
from app.kernel.terms import Delivery, EvidenceKind
from app.models import Attachment
from app.rules.steps import StepKind
from app.services import cases, entries, evidence, house, matters, outbox
from app.services.evidence import EvidenceDraft
from app.services.setup import Register
from app.sync import telling
from app.sync.entry import EntryDraft
from tests import synthetic
from tests.services.two_desks import START, Desks, two_desks

__all__ = ["NOTES", "START", "Desks", "Dossier", "dossier", "queue", "two_desks"]

NOTES: Final = 6
"""Steps of the pattern that only say how far things are."""

_CHUNK: Final = 2_000
_UID: Final = re.compile(rb"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")
_DIGEST: Final = re.compile(rb"[0-9a-f]{64}")
_FILE: Final = 2_000
"""Bytes of each made-up file: what is measured are entries, not bytes."""


@dataclass
class Dossier:
    """What one referral told the other agency, and more of the same."""

    pattern: tuple[EntryDraft, ...]
    finance: Register
    random: random.Random
    matter: str

    def more(self, *, files: bool = True) -> Iterator[EntryDraft]:
        """Dossiers without end, each entry after those it stands on; *files* has their bytes kept
        in the register of the sender."""
        number = 0
        while True:
            number += 1
            yield from self._another(number, files)

    def notes(self, matters: Sequence[str]) -> Iterator[EntryDraft]:
        """Steps without end, in each of *matters* by turns; each after the one before it there."""
        one = next(each for each in reversed(self.pattern) if each.type == entries.STEP)
        number, before = int(one.body["number"]), dict[str, str]()
        while True:
            number += 1
            for matter in matters:
                uid = self._uid()
                told = {"uid": uid, "number": number, "matter": matter}
                if matter in before:
                    told["after"] = [before[matter]]
                before[matter] = uid
                yield replace(one, record=uid, body={**one.body, **told})

    def _another(self, number: int, files: bool) -> Iterator[EntryDraft]:
        names: dict[bytes, bytes] = {}
        made = self._files(files)
        for each in self.pattern:
            for sha256 in _own_files(each):
                names.setdefault(sha256, next(made).encode())
        own = {self.pattern[0].author.encode(), *self._agencies()}
        for each in self.pattern:
            text = canon.dumps(each.body)
            for uid in set(_UID.findall(text)) - own:
                names.setdefault(uid, self._uid().encode())
            for old, new in names.items():
                text = text.replace(old, new)
            body = canon.loads(text)
            record = names.get(each.record.encode(), b"").decode()
            if each.type == entries.ATTACHMENT:
                record = entries.attachment_uid(body["sha256"])
            if each.type == entries.CASE:
                body["name"] = f"{body['name']}之{number}"
            yield replace(each, record=record, body=body)

    def _agencies(self) -> set[bytes]:
        matter = next(each.body for each in self.pattern if each.type == entries.MATTER)
        return {str(matter[name]).encode() for name in ("mechanism", "opener", "counterpart")}

    def _files(self, kept: bool) -> Iterator[str]:
        """The hashes of files of the sender's."""
        while True:
            data = self.random.randbytes(_FILE)
            sha256 = hashlib.sha256(data).hexdigest()
            if kept:
                path = self.finance.folder / "made"
                path.write_bytes(data)
                self.finance.attachments.add(path)
                path.unlink()
                with self.finance.write() as session:
                    session.add(
                        Attachment(
                            sha256=sha256,
                            size=len(data),
                            name="照片.jpg",
                            added_at=START,
                            owner_uid=self.pattern[0].author,
                            destroyed_at=None,
                        )
                    )
            yield sha256

    def _uid(self) -> str:
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))


def dossier(desks: Desks, folder: Path) -> Dossier:
    """Lead one referral of finance to the police until it is delivered."""
    finance, when = desks.finance, START + timedelta(hours=3)
    case = cases.register_case(finance, synthetic.case_draft()).uid
    photo = folder / "photo.jpg"
    photo.write_bytes(b"photo" * 400)
    item = EvidenceDraft("照片", EvidenceKind.ELECTRONIC, "", "甲、戊", None, "", True, 0)
    evidence.add(finance, case, item, photo)
    uid = synthetic.approved_matter(finance, desks.to_police, case, START)
    desks.issue(uid, LetterKind.REFERRAL, "示财采移〔2026〕1号")
    desks.clock.set(when)
    delivered = synthetic.step(
        StepKind.DELIVERED, when, method=Delivery.BY_HAND, carried_by="甲", receiver="乙"
    )
    matters.record_step(finance, uid, delivered)
    for number in range(NOTES):
        text = f"第{number + 1}次联系：承办人已收到材料，正在审查，尚未提出补充要求。"
        matters.record_step(finance, uid, synthetic.step(StepKind.NOTE, when, text=text))
    with finance.read() as session:
        row = outbox.stream_seen(session, house.agency(session, desks.to_police))
        told = outbox.unacknowledged(session, row)
    return Dossier(tuple(map(telling.again, told)), finance, random.Random(20260916), uid)


def queue(desks: Desks, drafts: Iterator[EntryDraft], count: int) -> None:
    """Queue *count* of *drafts* for the police."""
    while part := list(islice(drafts, min(_CHUNK, count))):
        count -= len(part)
        put(desks.finance, desks.to_police, part)


def put(register: Register, peer: str, drafts: Sequence[EntryDraft]) -> None:
    with register.write() as session:
        outbox.put(session, house.agency(session, peer), drafts)


def _own_files(draft: EntryDraft) -> list[bytes]:
    if draft.type != entries.ATTACHMENT:
        return []
    return _DIGEST.findall(canon.dumps(draft.body["sha256"]))
