"""What is written to exchange places, for several agencies at once, and what is removed again.

Removed are only files this register wrote, byte for byte, after their recipient said that it took
in what they carry: files of others, files somebody changed and files still needed stay.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel.errors import AppError
from app.models import Agency, Outgoing, Stream
from app.services import exchange, house, places
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
    of each. A refusal is returned, with what was written before it."""
    sealed: list[Sealed] = []
    try:
        while not sealed or sealed[-1].entries_left or sealed[-1].bytes_left:
            after = sealed[-1].last if sealed else None
            folder = folder_for(register, place, uid)
            sealed.append(exchange.seal(register, uid, folder, watch, after=after))
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
        return tuple(path for path, _ in _acknowledged(session, place))


def sweep_acknowledged(register: Register, place: Place, watch: Watch = silent) -> Swept:
    """Remove from *place* what we wrote and the recipient has taken in.

    Raises:
        MediumError: the place is gone or read-only; the journal tells what was removed before.
    """
    outcome: dict[Removal, list[str]] = {each: [] for each in Removal}
    with register.read() as session:
        ours = [(path, row.size, row.sha256) for path, row in _acknowledged(session, place)]
    try:
        for done, (path, size, sha256) in enumerate(ours):
            watch(done, len(ours))
            outcome[shared_folder.remove_own(path, size, sha256)].append(path.name)
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


def _acknowledged(session: Session, place: Place) -> list[tuple[Path, Outgoing]]:
    found = []
    flat = shared_folder.finished((place.path,))
    for agency in session.scalars(select(Agency).where(~Agency.is_self)):
        done = {row.file_name.lower(): row for row in _done(session, agency)}
        if not done:
            continue
        *inboxes, _ = shared_folder.folders_for(place.path, places.owner(agency))
        for each in (*shared_folder.finished(inboxes), *flat):
            if row := done.get(each.path.name.lower()):
                found.append((each.path, row))
    return found


def _done(session: Session, agency: Agency) -> list[Outgoing]:
    """The bundles *agency* has no more use for."""
    stream = session.scalar(select(Stream).where(Stream.agency_id == agency.id))
    if stream is None:
        return []
    written = session.scalars(
        select(Outgoing)
        .where(Outgoing.agency_id == agency.id, Outgoing.state == "written")
        .order_by(Outgoing.id)
    ).all()
    current = house.own_key(session).incarnation
    wanted = set(stream.wants) if isinstance(stream.wants, list) else set()
    heard = [row.id for row in written if _is_heard(row, stream, current)]
    last = max(heard, default=0)
    return [
        row
        for row in written
        if (row.id in heard or (_is_empty(row) and row.id < last))
        and not any(isinstance(item, list) and item[0] in wanted for item in row.items or ())
    ]


def _is_heard(row: Outgoing, stream: Stream, current: int) -> bool:
    """Whether the peer took in every entry of *row*; one of an earlier incarnation is refused as
    soon as the peer has taken in anything of the current one."""
    if row.incarnation < current:
        return stream.acked_seq > 0
    return not _is_empty(row) and row.last_seq <= stream.acked_seq


def _is_empty(row: Outgoing) -> bool:
    """A bundle without entries is never acknowledged itself, only by way of a later one."""
    return row.last_seq < row.first_seq
