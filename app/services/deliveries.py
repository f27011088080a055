"""What is written to exchange places, for several agencies at once, and what is removed again.

Removed are only files this register wrote, byte for byte, after their recipient said that it took
in what they carry: files of others, files somebody changed and files still needed stay.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import func, select
from sqlalchemy.orm import Session, defer

from app.kernel.errors import AppError
from app.models import Agency, Outgoing, Stream
from app.services import exchange, house, outbox, places
from app.services.changes import Changes, Noun, changed
from app.services.exchange import PeerRow, Sealed
from app.services.places import Place, PlaceKind, PlaceState
from app.sync import shared_folder
from app.sync.medium import Watch, silent
from app.sync.shared_folder import Removal
from app.vault.register import Register


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A place as the exchange centre shows it; *free* and *waiting* in bytes.

    *waiting* is what lies here for the agencies it serves, *unwritten* for how many of them
    something lies on no medium yet, *sweepable* how many files of ours may be removed.
    """

    place: Place
    state: PlaceState
    free: int
    waiting: int
    unwritten: int
    sweepable: int


@dataclass(frozen=True, slots=True)
class Target:
    """An agency a place serves, and why something would be written for it or not."""

    uid: str
    name: str
    verified: bool
    waiting: int
    bytes: int
    unwritten: bool


@dataclass(frozen=True, slots=True)
class Delivery:
    """What was written, for whom not and why (uid, name, refusal), and who was not come to because
    the place is *broken*: gone, full or read-only."""

    sealed: tuple[Sealed, ...] = ()
    refused: tuple[tuple[str, str, AppError], ...] = ()
    left: tuple[str, ...] = ()
    broken: bool = False
    changes: Changes = field(default_factory=lambda: changed(Noun.EXCHANGE))


@dataclass(frozen=True, slots=True)
class Swept:
    """*removed* are names of files; *held* stay until another program lets go of them; *other*
    bear a name we gave and are not what we wrote: they stay for ever."""

    removed: tuple[str, ...]
    held: tuple[str, ...]
    other: tuple[str, ...]
    changes: Changes


def rows(register: Register) -> tuple[PlaceRow, ...]:
    """Every place with its state, what waits for the agencies it serves and what may be removed."""
    waiting = exchange.peers(register)
    return tuple(_row(register, each, waiting) for each in places.places(register))


# -- writing -------------------------------------------------------------------------------


def targets(register: Register, place: Place) -> tuple[Target, ...]:
    """The agencies *place* serves, and what waits for each."""
    return tuple(_target(row) for row in exchange.peers(register) if place.serves(row.uid))


def deliver_one(register: Register, place: Place, uid: str, watch: Watch = silent) -> Delivery:
    """Seal for the agency *uid* into its inbox, in as many bundles as it takes; *watch* hears bytes
    of each. A refusal is returned, with what was written before it.

    When all of it lies on some medium already, the files go once more: the first may be lost.
    """
    sealed: list[Sealed] = []
    with register.read() as session:
        again = not outbox.waiting_counts(session, house.agency(session, uid)).unwritten
    try:
        while not sealed or sealed[-1].entries_left or sealed[-1].bytes_left:
            after = sealed[-1].last if sealed else None
            folder = folder_for(register, place, uid)
            series = sealed[0].series if sealed else ""
            sealed.append(
                exchange.seal(
                    register,
                    uid,
                    folder,
                    watch,
                    files_again=again,
                    after=after,
                    series=series,
                )
            )
    except AppError as error:
        broken = places.state(place.path) is not PlaceState.READY
        return Delivery(tuple(sealed), ((uid, _name(register, uid), error),), broken=broken)
    return Delivery(tuple(sealed))


def deliver(
    register: Register, place: Place, peers: tuple[str, ...], watch: Watch = silent
) -> Delivery:
    """Seal for each of *peers*; *watch* hears how many are done.

    A refusal concerning one agency does not stop the others; a place that is gone, full or
    read-only does. Whoever wants to stop between two asks for one after the other.
    """
    done = Delivery()
    for number, uid in enumerate(peers):
        watch(number, len(peers))
        one = deliver_one(register, place, uid)
        done = replace(done, sealed=done.sealed + one.sealed, refused=done.refused + one.refused)
        if one.broken:
            return replace(done, left=peers[number + 1 :], broken=True)
    watch(len(peers), len(peers))
    return done


def folder_for(register: Register, place: Place, uid: str) -> Path:
    """Where in *place* to write for the agency *uid*: its inbox in a shared folder, else the root.

    Raises:
        MediumError: the place is gone or read-only.
    """
    if place.kind is not PlaceKind.SHARED:
        return place.path
    with register.read() as session:
        to = places.owner(house.agency(session, uid))
        others = [places.owner(each) for each in session.scalars(select(Agency))]
    return shared_folder.open_inbox(place.path, shared_folder.inbox_name(to, others))


# -- removing what was acknowledged --------------------------------------------------------


def sweepable(register: Register, place: Place) -> tuple[Path, ...]:
    """The files in *place* under names of ours whose recipients have acknowledged them."""
    with register.read() as session:
        return tuple(each.path for each in _acknowledged(session, place))


def sweep_acknowledged(register: Register, place: Place, watch: Watch = silent) -> Swept:
    """Remove from *place* what we wrote and the recipient has taken in.

    Raises:
        MediumError: the place is gone or read-only; the journal tells what was removed before.
    """
    outcome: dict[Removal, list[str]] = {each: [] for each in Removal}
    with register.read() as session:
        ours = _acknowledged(session, place)
    try:
        for done, each in enumerate(ours):
            watch(done, len(ours))
            became = shared_folder.remove_own(each.path, each.size, each.sha256)
            outcome[became].append(each.path.name)
    finally:
        removed = tuple(outcome[Removal.REMOVED])
        if removed:
            with register.write() as session:
                facts = {"name": place.name, "count": len(removed), "files": list(removed)}
                places.note(register, session, "place.swept", place.uid, **facts)
    return Swept(
        removed,
        tuple(outcome[Removal.HELD]),
        tuple(outcome[Removal.OTHER]),
        changed(Noun.EXCHANGE),
    )


# -- inside --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Ours:
    """A file under a name we gave, and what we wrote there."""

    path: Path
    size: int
    sha256: str


def _row(register: Register, place: Place, traffic: tuple[PeerRow, ...]) -> PlaceRow:
    served = [_target(row) for row in traffic if place.serves(row.uid)]
    waiting = sum(each.bytes for each in served if each.unwritten)
    state = places.state(place.path, waiting)
    return PlaceRow(
        place=place,
        state=state,
        free=places.free(place.path),
        waiting=waiting,
        unwritten=sum(each.unwritten for each in served),
        sweepable=0 if state is PlaceState.ABSENT else len(sweepable(register, place)),
    )


def _target(row: PeerRow) -> Target:
    return Target(
        uid=row.uid,
        name=row.name,
        verified=row.verified,
        waiting=len(row.leaving),
        bytes=row.bytes_leaving,
        unwritten=row.verified and (row.ack_due or any(not each.written for each in row.leaving)),
    )


def _name(register: Register, uid: str) -> str:
    with register.read() as session:
        return house.agency(session, uid).name


def _acknowledged(session: Session, place: Place) -> list[_Ours]:
    """What lies in *place* under a name we gave, and its recipient has no more use for."""
    begin = f"{house.own_agency(session).handle}-"
    lying: dict[str, list[Path]] = {}
    for each in shared_folder.finished(shared_folder.all_folders(place.path)):
        if each.path.name.lower().startswith(begin):
            lying.setdefault(each.path.name.lower(), []).append(each.path)
    # Without the signed texts, which no look at a folder needs.
    rows = session.scalars(
        select(Outgoing)
        .options(defer(Outgoing.envelope), defer(Outgoing.content))
        .where(Outgoing.state == "written", Outgoing.file_name.in_(lying))
    ).all()
    current = house.own_key(session).incarnation
    streams = {row.agency_id: row for row in session.scalars(select(Stream))}
    return [
        _Ours(path, row.size, row.sha256)
        for row in rows
        if (stream := streams.get(row.agency_id)) and _is_done(session, row, stream, current)
        for path in lying[row.file_name]
    ]


def _is_done(session: Session, row: Outgoing, stream: Stream, current: int) -> bool:
    """Whether the recipient has no more use for the bundle of *row*."""
    wanted = set(stream.wants or ())
    if any(item[0] in wanted for item in row.items or ()):
        return False
    if row.incarnation < current:
        # Refused by whoever has taken in anything of the current one.
        return stream.acked_seq > 0
    if row.last_seq >= row.first_seq:
        return row.last_seq <= stream.acked_seq
    return row.id < _last_heard(session, stream, current)


def _last_heard(session: Session, stream: Stream, current: int) -> int:
    """The newest bundle with entries that was taken in whole; one without entries is never
    acknowledged itself, only by way of a later one."""
    heard = select(func.max(Outgoing.id)).where(
        Outgoing.agency_id == stream.agency_id,
        Outgoing.state == "written",
        Outgoing.incarnation == current,
        Outgoing.first_seq <= Outgoing.last_seq,
        Outgoing.last_seq <= stream.acked_seq,
    )
    return session.scalar(heard) or 0
