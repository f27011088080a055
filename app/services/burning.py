"""Folders for burning: a batch is written and noted, and the burned disc is read against it.

A batch is a folder of its own with the bundles, our identity card and a note in plain text that
names files, sizes and hashes, and nothing of what is inside.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from sqlalchemy.orm import Session

from app.kernel import clock, files, plain
from app.kernel.errors import (
    MissingFieldsError,
    NothingBurnedError,
    NothingToSendError,
    UnknownRecordError,
    from_os_error,
)
from app.kernel.terms import new_uid
from app.services import house, members, places
from app.services.changes import Changes, Noun, changed
from app.services.exchange import Sealed
from app.services.places import Place
from app.sync import burning
from app.sync.burning import Burned, Compared, Likeness
from app.sync.medium import Watch, silent
from app.vault import settings
from app.vault.register import Register

NOTE_NAME: Final = "交接说明.txt"

_STORED: Final = "exchange.burns"
_KEPT: Final = 100
_SAME_DAY: Final = 1000


@dataclass(frozen=True, slots=True)
class BurnFile:
    """A file of a batch; *recipient* is the name of the agency it is for, or empty."""

    name: str
    size: int
    sha256: str
    recipient: str


@dataclass(frozen=True, slots=True)
class Batch:
    """What was written to be burned; *sound* says how the disc was found at *verified_at*."""

    uid: str
    folder: str
    courier: str
    made_at: datetime
    files: tuple[BurnFile, ...]
    verified_at: datetime | None = None
    sound: bool = False

    @property
    def path(self) -> Path:
        return Path(self.folder)


@dataclass(frozen=True, slots=True)
class Handover:
    """The facts of the note that goes with a batch."""

    sender: str
    courier: str
    made_at: datetime
    files: tuple[BurnFile, ...]


@dataclass(frozen=True, slots=True)
class Closed:
    """A batch that is ready to be burned."""

    batch: Batch
    changes: Changes


@dataclass(frozen=True, slots=True)
class Verified:
    """A disc read against its batch; sound when every file has the same bytes."""

    batch: Batch
    files: tuple[Compared, ...]
    changes: Changes


def open_batch(register: Register, place: Place, courier: str) -> Place:
    """Make today's folder for *courier* in *place*; bundles are delivered to the place returned.

    Raises:
        MissingFieldsError: nobody is named who carries it.
        MediumError: the folder cannot be made.
    """
    if not courier.strip():
        raise MissingFieldsError(fields=("courier",))
    name = f"{clock.local(register.clock.now()):%Y-%m-%d}-{courier.strip()}"
    try:
        for number in range(1, _SAME_DAY):
            folder = place.path / files.clean_name(name if number == 1 else f"{name}-{number}")
            if not folder.exists():
                folder.mkdir()
                return replace(place, folder=str(folder))
    except OSError as error:
        raise from_os_error(error, place.path) from error
    raise from_os_error(FileExistsError(name), place.path)


def close_batch(
    register: Register,
    opened: Place,
    courier: str,
    sealed: tuple[Sealed, ...],
    note: Callable[[Handover], str],
) -> Closed:
    """Put our card and a note beside what was *sealed*, and keep what must be on the disc.

    *note* words the facts. A folder nothing was written into is removed.

    Raises:
        NothingToSendError: nothing was sealed.
        MediumError: card or note cannot be written.
    """
    if not sealed:
        try:
            opened.path.rmdir()
        except OSError as error:
            raise from_os_error(error, opened.path) from error
        raise NothingToSendError(recipient=opened.name)
    card = members.write_card(register, opened.path)
    written = [BurnFile(each.path.name, each.size, each.sha256, each.recipient) for each in sealed]
    written.append(_file(card))
    with register.read() as session:
        sender = house.own_agency(session).name
    now = register.clock.now()
    path = opened.path / NOTE_NAME
    text = note(Handover(sender, courier.strip(), now, tuple(written)))
    try:
        # The mark and the line ends let the oldest editors of Windows show it.
        files.write_atomic(path, "\r\n".join(["\ufeff" + text.strip(), ""]).encode())
    except OSError as error:
        raise from_os_error(error, path) from error
    batch = Batch(new_uid(), opened.folder, courier.strip(), now, (*written, _file(path)))
    with register.write() as session:
        _store(session, [*_stored(session), batch])
        facts = {"folder": opened.path.name, "courier": batch.courier}
        names = [each.name for each in batch.files]
        places.note(register, session, "burn.prepared", batch.uid, **facts, files=names)
    return Closed(batch, changed(Noun.EXCHANGE, uid=batch.uid))


def batches(register: Register) -> tuple[Batch, ...]:
    """The batches made, the newest first; the last hundred are kept."""
    with register.read() as session:
        return tuple(reversed(_stored(session)))


def verify_disc(register: Register, uid: str, disc: Path, watch: Watch = silent) -> Verified:
    """Read the whole of *disc* against the batch *uid* and note the outcome in the journal.

    Nothing is written to the disc. *watch* hears bytes.

    Raises:
        UnknownRecordError: there is no batch *uid*.
        NothingBurnedError: no file of the batch is on it: another disc; nothing is noted.
        MediumError: the disc is gone or cannot be listed.
    """
    batch = next((each for each in batches(register) if each.uid == uid), None)
    if batch is None:
        raise UnknownRecordError(kind="place", uid=uid)
    wanted = tuple(Burned(each.name, each.size, each.sha256) for each in batch.files)
    compared = burning.compare(disc, wanted, watch)
    if all(each.likeness is Likeness.MISSING for each in compared):
        raise NothingBurnedError(path=disc, name=batch.path.name)
    sound = all(each.likeness is Likeness.SAME for each in compared)
    read = replace(batch, verified_at=register.clock.now(), sound=sound)
    with register.write() as session:
        _store(session, [read if each.uid == uid else each for each in _stored(session)])
        faults = {each.name: each.likeness.value for each in compared if _is_fault(each)}
        facts = {"folder": batch.path.name, "sound": sound, "faults": faults}
        places.note(register, session, "burn.verified", uid, **facts)
    return Verified(read, compared, changed(Noun.EXCHANGE, uid=uid))


def _is_fault(compared: Compared) -> bool:
    return compared.likeness is not Likeness.SAME


def _file(path: Path) -> BurnFile:
    try:
        return BurnFile(path.name, path.stat().st_size, files.sha256_file(path), "")
    except OSError as error:
        raise from_os_error(error, path) from error


def _stored(session: Session) -> tuple[Batch, ...]:
    stored = settings.read(session, _STORED, [])
    kept = stored if isinstance(stored, list) else []
    return tuple(plain.from_plain(Batch, each) for each in kept)


def _store(session: Session, kept: list[Batch]) -> None:
    settings.write(session, _STORED, [plain.to_plain(each) for each in kept[-_KEPT:]])
