"""Evidence of one matter as a folder: who stated what, signed, for somebody who has nothing of us.

What goes out: every statement about the matter that travelled in a signed bundle, with the bundle's
signed texts; the files these statements name; both agencies' cards and keys. Of other entries in
the same bundles only the heads go out, without their bodies.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import canon, clock, files
from app.kernel.age import Readable
from app.kernel.errors import (
    EvidenceFolderError,
    MediumMismatchError,
    NothingToProveError,
    from_os_error,
)
from app.kernel.terms import Purpose
from app.models import JournalLine, Matter
from app.services import house, matter_evidence, signers_export
from app.services.matter_evidence import Gathered
from app.services.signers_export import KeyState, Words
from app.sync import evidence, signature
from app.sync.medium import Watch, silent
from app.sync.routing import Sender
from app.vault import journal
from app.vault.register import Register

README: Final = "README.txt"
SIGNERS: Final = "allowed_signers"
REVOKED: Final = "revoked_signers"
_ENDING: Final = re.compile(r"\.[a-z0-9]{1,5}")


class FileState(StrEnum):
    """Whether a file a statement names is in the folder, and why not."""

    THERE = "there"
    DESTROYED = "destroyed"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True)
class ToldFile:
    """A file a shown statement names; *path* in the folder, empty when it is not there."""

    sha256: str
    name: str
    size: int
    state: FileState

    @property
    def path(self) -> str:
        if self.state is not FileState.THERE:
            return ""
        ending = Path(files.clean_name(self.name)).suffix.lower()
        kept = ending if _ENDING.fullmatch(ending) else ""
        return f"{evidence.ATTACHMENTS}/{self.sha256}{kept}"


@dataclass(frozen=True, slots=True)
class Contents:
    """What the README tells: plain facts, no proof."""

    subject: str
    exporter: str
    purpose: Purpose
    made_at: datetime
    statements: tuple[matter_evidence.Statement, ...]
    files: tuple[ToldFile, ...]
    keys: tuple[signers_export.KeyRow, ...]


Readme = Callable[[Contents], str]


@dataclass(frozen=True, slots=True)
class Exported:
    """A folder that lies on the medium, read back and checked; *missing* files could not go."""

    folder: Path
    bundles: int
    statements: int
    files: int
    missing: int
    size: int
    sums_sha256: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class _Plan:
    """Everything that will be written: *small* by path, and the files still encrypted."""

    name: str
    small: dict[str, bytes]
    files: tuple[ToldFile, ...]
    contents: Contents
    bundles: int
    seed: bytes
    opener: Callable[[str, str], AbstractContextManager[Readable]]

    @property
    def size(self) -> int:
        there = sum(each.size for each in self.files if each.path)
        return there + sum(map(len, self.small.values()))


def export(
    register: Register,
    matter_uid: str,
    folder: Path,
    readme: Readme,
    words: Words,
    watch: Watch = silent,
) -> Exported:
    """Write the evidence of a matter as a new folder in *folder*, and read it back.

    The files are plain, not encrypted. The journal tells that they went out.

    Raises:
        NothingToProveError: nothing of the matter is in a signed bundle.
        AttachmentChangedError, MediumError: nothing is left behind where the medium allows it.
    """
    plan = _plan(register, matter_uid, readme, words)
    try:
        files.ask_space(folder, plan.size + len(plan.small) * _BLOCK)
        target = _free(folder / plan.name)
        with _whole(target) as part:
            sums = _write(plan, part, watch)
            _read_back(plan, part, watch)
            _note(register, matter_uid, plan, target, sums)
    except OSError as error:
        raise from_os_error(error, folder, plan.size) from error
    there = sum(bool(each.path) for each in plan.files)
    return Exported(
        folder=target,
        bundles=plan.bundles,
        statements=len(plan.contents.statements),
        files=there,
        missing=len(plan.files) - there,
        size=plan.size,
        sums_sha256=sums,
        fingerprint=signature.fingerprint(signature.public_of(plan.seed)),
    )


@dataclass(frozen=True, slots=True)
class LastExport:
    """What the journal says of the newest export of a matter."""

    folder: str
    at: datetime
    by: str
    statements: int
    files: int
    sums_sha256: str


def last(register: Register, matter_uid: str) -> LastExport | None:
    with register.read() as session:
        line = session.scalar(
            select(JournalLine)
            .where(JournalLine.action == _EXPORTED, JournalLine.subject == matter_uid)
            .order_by(JournalLine.id.desc())
            .limit(1)
        )
        if line is None:
            return None
        facts = line.facts
        return LastExport(
            folder=str(facts["folder"]),
            at=line.at,
            by=line.actor,
            statements=int(facts["statements"]),
            files=int(facts["files"]),
            sums_sha256=str(facts["sha256"]),
        )


_EXPORTED: Final = "evidence.exported"
_BLOCK: Final = 1 << 15
"""What a small file may take on a stick: a cluster of exFAT."""


# -- what goes out -------------------------------------------------------------------------


def _plan(register: Register, matter_uid: str, readme: Readme, words: Words) -> _Plan:
    with register.read() as session:
        matter = matter_evidence.matter(session, matter_uid)
        gathered = matter_evidence.gather(session, matter)
        if not gathered.bundles:
            raise NothingToProveError(subject=matter.subject)
        told = tuple(_told(register, each) for each in gathered.files)
        contents = _contents(register, session, matter, gathered, told)
        small = _texts(register, session, matter, gathered, words)
        small[README] = readme(contents).encode()
        return _Plan(
            name=_name(matter, contents),
            small=small,
            files=told,
            contents=contents,
            bundles=len(gathered.bundles),
            seed=house.own_key(session).sign_seed,
            opener=register.attachments.open,
        )


def _told(register: Register, each: matter_evidence.NamedFile) -> ToldFile:
    state = FileState.THERE if register.attachments.has(each.sha256) else FileState.ABSENT
    if each.destroyed:
        state = FileState.DESTROYED
    return ToldFile(each.sha256, each.name, each.size, state)


def _contents(
    register: Register,
    session: Session,
    matter: Matter,
    gathered: Gathered,
    told: tuple[ToldFile, ...],
) -> Contents:
    return Contents(
        subject=matter.subject,
        exporter=house.own_agency(session).name,
        purpose=register.purpose,
        made_at=register.clock.now(),
        statements=gathered.statements,
        files=told,
        keys=signers_export.rows(session, gathered.agencies),
    )


def _texts(
    register: Register, session: Session, matter: Matter, gathered: Gathered, words: Words
) -> dict[str, bytes]:
    own, key = house.own_agency(session), house.own_key(session)
    about = evidence.About(
        purpose=register.purpose,
        matter=matter.uid,
        exporter=Sender(own.uid, own.handle, key.incarnation),
        created=register.clock.now(),
    )
    found = {evidence.ABOUT: evidence.about_text(about)}
    found |= {f"{evidence.CARDS}/{name}": data for name, data in gathered.cards.items()}
    for bundle in gathered.bundles:
        found |= dict(evidence.texts(bundle))
    for name, taken in ((SIGNERS, KeyState.USABLE), (REVOKED, KeyState.REVOKED)):
        made = signers_export.make(register, session, words, gathered.agencies, taken)
        if made.usable or name == SIGNERS:
            found[name] = made.text
    return found


def _name(matter: Matter, contents: Contents) -> str:
    """By the number of the first letter where there is one: a subject may name persons."""
    numbers = [each.number for each in contents.statements if each.number]
    called = numbers[0] if numbers else matter.uid[:8]
    return files.clean_name(f"证据-{called}-{clock.local_date(contents.made_at):%Y%m%d}")


# -- writing -------------------------------------------------------------------------------


def _free(path: Path) -> Path:
    """*path*, or the first free name after it."""
    names = itertools.chain([path.name], (f"{path.name}-{n}" for n in itertools.count(2)))
    return next(found for name in names if not (found := path.with_name(name)).exists())


@contextlib.contextmanager
def _whole(target: Path) -> Iterator[Path]:
    """A folder that becomes *target* when the block ends well, and vanishes when it does not."""
    part = target.with_name(target.name + files.PART)
    if part.exists():
        shutil.rmtree(part)
    part.mkdir()
    try:
        yield part
        files.move(part, target)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise


def _write(plan: _Plan, part: Path, watch: Watch) -> str:
    """Write everything; the hash of ``SHA256SUMS``. Half of *watch* is for reading back."""
    hashes: dict[str, str] = {}
    for path, data in sorted(plan.small.items()):
        _put(part / path, data)
        hashes[path] = canon.sha256(data)
    done = 0
    for each in plan.files:
        if each.path:
            hashes[each.path] = _copy(plan, each, part / each.path, watch, done)
            done += each.size
    sums = evidence.sums(hashes)
    _put(part / evidence.SUMS, sums)
    signed = signature.sign(sums, evidence.NAMESPACE, plan.seed)
    _put(part / evidence.SUMS_SIGNATURE, signed)
    for folder in {(part / path).parent for path in hashes}:
        files.sync_folder(folder)
    return canon.sha256(sums)


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("xb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _copy(plan: _Plan, each: ToldFile, path: Path, watch: Watch, before: int) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    with plan.opener(each.sha256, each.name) as source, path.open("xb") as file:
        _, digest = files.copy(_Watched(source, watch, before, 2 * plan.size), file)
        file.flush()
        os.fsync(file.fileno())
    return digest


class _Watched:
    """A source that tells how far it was read."""

    def __init__(self, source: Readable, watch: Watch, before: int, total: int) -> None:
        self._source = source
        self._watch = watch
        self._done = before
        self._total = total

    def read(self, size: int = -1, /) -> bytes:
        data = self._source.read(size)
        self._done += len(data)
        self._watch(self._done, self._total)
        return data


def _read_back(plan: _Plan, part: Path, watch: Watch) -> None:
    """What lies on the medium is checked as a stranger would, before it has its name."""

    def half(done: int, total: int) -> None:
        watch(plan.size + plan.size * done // total, 2 * plan.size)

    try:
        evidence.check(part, half)
    except EvidenceFolderError as error:
        raise MediumMismatchError(path=part / str(error.facts["file"])) from error


def _note(register: Register, matter_uid: str, plan: _Plan, target: Path, sums: str) -> None:
    with register.write() as session:
        journal.append(
            session,
            register.clock,
            register.user_name,
            _EXPORTED,
            matter_uid,
            folder=target.name,
            statements=len(plan.contents.statements),
            files=sum(bool(each.path) for each in plan.files),
            sha256=sums,
        )
