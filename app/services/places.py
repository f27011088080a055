"""Exchange places: the sticks, shared folders and folders for burning this register works with.

- A place is a setting. Which of its files are ours to read is found anew at each look; nothing is
  remembered of a folder.
- A look reads names and sizes only, and never applies anything.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from app.kernel import plain
from app.kernel.canon import Plain
from app.kernel.errors import (
    IncompleteBundleError,
    MediumBusyError,
    MediumError,
    MissingFieldsError,
    NotForUsError,
    SeenBeforeError,
    UnknownRecordError,
    UnusablePlaceError,
)
from app.kernel.paths import ExchangePlaceFault
from app.kernel.terms import new_uid
from app.models import Agency, BundleSeen
from app.services import exchange, house
from app.services.changes import Changes, Noun, changed
from app.services.exchange import BundleFound
from app.sync import shared_folder
from app.sync.card import SUFFIX as CARD_SUFFIX
from app.sync.envelope import SUFFIX as BUNDLE_SUFFIX
from app.sync.mailbox import Found
from app.sync.shared_folder import Owner
from app.vault import journal, settings
from app.vault.register import Register

POLL_SECONDS: Final = 60
"""Between two looks at a shared folder; a share is not told of changes by others."""

RESERVE: Final = 1 << 20
"""Bytes that stay free beyond what is to be written."""

_STORED: Final = "exchange.places"


class PlaceKind(StrEnum):
    STICK = "stick"
    SHARED = "shared"
    BURN = "burn"


class PlaceState(StrEnum):
    READY = "ready"
    ABSENT = "absent"
    READ_ONLY = "read_only"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class PlaceDraft:
    """A place as a person fills it in; no *peers* means every member."""

    kind: PlaceKind
    name: str
    path: Path
    peers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """*peers* are the uids of the agencies it serves, none of them meaning all."""

    uid: str
    kind: PlaceKind
    name: str
    folder: str
    peers: tuple[str, ...]

    @property
    def path(self) -> Path:
        return Path(self.folder)

    @property
    def seconds(self) -> int:
        """How long to wait between two looks of its own accord; 0: it is not looked at unasked."""
        return POLL_SECONDS if self.kind is PlaceKind.SHARED else 0

    def serves(self, uid: str) -> bool:
        return not self.peers or uid in self.peers


@dataclass(frozen=True, slots=True)
class Poll:
    """One look at a place; *sizes* is what the next look compares with.

    *fresh* are the bundles that are for us by their name, had the same size at the look before, and
    were not taken in.
    """

    place: str
    state: PlaceState
    sizes: Mapping[Path, int]
    fresh: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Collected:
    """What lies in a place for us and was not taken in before.

    *unfinished* counts files that are not complete yet or held by another program; they are looked
    at again later. *known* counts bundles that were taken in before.
    """

    bundles: tuple[BundleFound, ...]
    cards: tuple[Found, ...]
    rosters: tuple[Found, ...]
    unfinished: int
    known: int


# -- places as settings --------------------------------------------------------------------


def places(register: Register) -> tuple[Place, ...]:
    """Every place, in the order of adding."""
    with register.read() as session:
        return _stored(session)


def place(register: Register, uid: str) -> Place:
    """Raises UnknownRecordError."""
    for each in places(register):
        if each.uid == uid:
            return each
    raise UnknownRecordError(kind="place", uid=uid)


def keep_place(register: Register, draft: PlaceDraft, uid: str = "") -> Changes:
    """Add a place, or change the one *uid*.

    Raises:
        MissingFieldsError: it has no name.
        UnusablePlaceError: the folder is not there, belongs to the register, or is a place already.
        UnknownRecordError: there is no place *uid*.
    """
    if not draft.name.strip():
        raise MissingFieldsError(fields=("name",))
    folder = _usable(register, draft.path)
    with register.write() as session:
        known = _stored(session)
        if uid and all(each.uid != uid for each in known):
            raise UnknownRecordError(kind="place", uid=uid)
        if any(each.uid != uid and _same(each.path, folder) for each in known):
            raise UnusablePlaceError(folder=folder, reason=ExchangePlaceFault.TAKEN)
        made = Place(uid or new_uid(), draft.kind, draft.name.strip(), str(folder), draft.peers)
        kept = [made if each.uid == uid else each for each in known]
        _store(session, kept if uid else [*kept, made])
        note(register, session, "place.kept", made.uid, name=made.name, kind=made.kind.value)
    return changed(Noun.EXCHANGE, uid=made.uid)


def forget_place(register: Register, uid: str) -> Changes:
    """Forget the place *uid*; its folder and everything in it stay as they are."""
    gone = place(register, uid)
    with register.write() as session:
        _store(session, [each for each in _stored(session) if each.uid != uid])
        note(register, session, "place.forgotten", uid, name=gone.name)
    return changed(Noun.EXCHANGE, uid=uid)


# -- looking -------------------------------------------------------------------------------


def state(folder: Path, needed: int = 0) -> PlaceState:
    """How *folder* is now, as far as it can be seen without writing to it; *needed* in bytes."""
    if not folder.is_dir():
        return PlaceState.ABSENT
    if _is_read_only(folder):
        return PlaceState.READ_ONLY
    return PlaceState.SHORT if free(folder) < needed + RESERVE else PlaceState.READY


def poll(register: Register, uid: str, before: Mapping[Path, int]) -> Poll:
    """Look at the place *uid* by names and sizes; *before* are the sizes of the look before.

    A place that is gone is told by its state, not refused: it may come back by itself.
    """
    looked = place(register, uid)
    now = state(looked.path)
    if now is PlaceState.ABSENT:
        return Poll(uid, now, {}, ())
    with register.read() as session:
        us = owner(house.own_agency(session))
        try:
            found = shared_folder.finished(shared_folder.folders_for(looked.path, us))
        except MediumError:
            return Poll(uid, PlaceState.ABSENT, {}, ())
        settled = _ending(shared_folder.settled(found, before), BUNDLE_SUFFIX)
        fresh = _not_taken(session, us, settled)
    return Poll(uid, now, {each.path: each.size for each in found}, fresh)


def found(register: Register, folder: Path) -> tuple[BundleFound, ...]:
    """Every bundle in *folder* and in our inboxes below it, second copies left out.

    Bundles are checked from outside without decrypting, as ``exchange.scan`` does.

    Raises:
        MediumError: the folder cannot be read.
    """
    with register.read() as session:
        us = owner(house.own_agency(session))
    folders = shared_folder.folders_for(folder, us)
    kept = {each.path for each in shared_folder.distinct(shared_folder.finished(folders))}
    seen = [each for one in folders for each in exchange.scan(register, one)]
    return tuple(each for each in seen if each.path in kept)


def papers(register: Register, place: Place) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """The identity cards of others and the rosters in *place*, by their names.

    Raises:
        MediumError: the folder cannot be read.
    """
    with register.read() as session:
        us = owner(house.own_agency(session))
    found = shared_folder.finished(shared_folder.folders_for(place.path, us))
    cards = _ending(found, CARD_SUFFIX)
    others = tuple(each for each in cards if not _is_card_of(us, each.path.name))
    return others, _ending(found, shared_folder.ROSTER_SUFFIX)


def collect(register: Register, place: Place) -> Collected:
    """What lies in *place* for us and was not taken in before.

    Raises:
        MediumError: the folder cannot be read.
    """
    bundles = found(register, place.path)
    cards, rosters = papers(register, place)
    left_out = (SeenBeforeError, NotForUsError, IncompleteBundleError, MediumBusyError)
    return Collected(
        bundles=tuple(each for each in bundles if not isinstance(each.refusal, left_out)),
        cards=cards,
        rosters=rosters,
        unfinished=sum(isinstance(each.refusal, left_out[2:]) for each in bundles),
        known=sum(isinstance(each.refusal, SeenBeforeError) for each in bundles),
    )


def free(folder: Path) -> int:
    """How many bytes can still be written to *folder*; 0 where it cannot be asked."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0


def owner(agency: Agency) -> Owner:
    return Owner(agency.uid, agency.handle)


def note(register: Register, session: Session, action: str, uid: str, **facts: Plain) -> None:
    """A line of the journal about the place *uid*."""
    journal.append(session, register.clock, register.user_name, action, uid, **facts)


# -- inside --------------------------------------------------------------------------------


def _stored(session: Session) -> tuple[Place, ...]:
    stored = settings.read(session, _STORED, [])
    kept = stored if isinstance(stored, list) else []
    return tuple(plain.from_plain(Place, each) for each in kept)


def _store(session: Session, kept: Iterable[Place]) -> None:
    settings.write(session, _STORED, [plain.to_plain(each) for each in kept])


def _usable(register: Register, path: Path) -> Path:
    if not path.is_dir():
        raise UnusablePlaceError(folder=path, reason=ExchangePlaceFault.NOT_A_FOLDER)
    folder, own = path.resolve(), register.folder.resolve()
    if folder.is_relative_to(own) or own.is_relative_to(folder):
        # A folder that is shared or burned would carry the register itself.
        raise UnusablePlaceError(folder=path, reason=ExchangePlaceFault.IN_THE_REGISTER)
    return path.absolute()


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return one == other


def _is_read_only(folder: Path) -> bool:
    if not os.access(folder, os.W_OK):
        return True
    if not hasattr(os, "statvfs"):
        return False
    return bool(os.statvfs(folder).f_flag & os.ST_RDONLY)


def _not_taken(session: Session, us: Owner, bundles: tuple[Found, ...]) -> tuple[Path, ...]:
    """Those of *bundles* that are for *us* by their names and were not taken in under them."""
    claims = {each.path: shared_folder.bundle_name(each.path.name) for each in bundles}
    begins = {claim.bundle for claim in claims.values() if claim is not None}
    names = {path.name for path in claims}
    begin = func.substr(BundleSeen.uid, 1, 8)
    taken = set(session.scalars(select(begin).where(begin.in_(begins))))
    known = select(BundleSeen.file_name).where(BundleSeen.file_name.in_(names))
    seen = set(session.scalars(known))
    return tuple(
        path
        for path, claim in claims.items()
        if path.name not in seen
        and (claim is None or (claim.recipient == us.handle and claim.bundle not in taken))
    )


def _is_card_of(us: Owner, name: str) -> bool:
    handle, _, incarnation = name.removesuffix(CARD_SUFFIX).rpartition("-")
    return handle == us.handle and incarnation.isdecimal()


def _ending(found: Iterable[Found], ending: str) -> tuple[Found, ...]:
    return tuple(each for each in found if each.path.name.lower().endswith(ending))
