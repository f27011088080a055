"""The encrypted register: one folder, one open program, read and write scopes.

In the folder: ``register.db`` (SQLCipher), ``register.keys.json`` (see ``slots``), ``blobs/``
(see ``attachments``), the lock and the count of wrong secrets.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sqlalchemy import ScalarResult, select
from sqlalchemy.orm import Session
from sqlcipher3 import dbapi2

from app.kernel import age
from app.kernel.clock import Clock
from app.kernel.errors import (
    DamagedRegisterError,
    OldKeyFileError,
)
from app.kernel.terms import Purpose
from app.models import Attachment, Piece, User
from app.vault import (
    attachments,
    census,
    database,
    journal,
    place,
    recovery,
    schema,
    search,
    settings,
    slots,
    unlock,
)
from app.vault.attachments import Attachments
from app.vault.census import Census
from app.vault.highwater import HighWater
from app.vault.keys import Keys, Use
from app.vault.lock import RegisterLock
from app.vault.slots import Contents, Cost, Header, Opened, Slot, SlotKind

_EPOCH: Final = "register.epoch"


@dataclass(frozen=True, slots=True)
class NewUser:
    """Who will open the register."""

    name: str
    post: str
    phone: str


class Register:
    """An open register; made by ``create`` and ``open``, usable from any thread until ``close``."""

    def __init__(
        self,
        folder: Path,
        header: Header,
        keys: Keys,
        *,
        clock: Clock,
        cost: Cost | None,
        lock: RegisterLock,
    ) -> None:
        self.folder: Final = folder
        self.clock: Final = clock
        self._header = header
        self._cost = cost
        self._lock = lock
        self._keys = keys
        self._path = folder / database.FILE
        self._engine = database.engine(self._path, self._keys.database)
        self._writing = database.writing(self._engine)
        self._one_writer = threading.RLock()
        self._staying = threading.RLock()
        self.attachments: Final = Attachments(folder / attachments.FOLDER, self._keys)
        self._opened_by = SlotKind.PASSPHRASE
        self._user_uid = ""
        self._user_name = ""
        self._keeper: HighWater | None = None
        self._closed = False

    # -- making and opening ----------------------------------------------------------------

    @classmethod
    def create(
        cls,
        folder: Path,
        *,
        purpose: Purpose,
        passphrase: str,
        user: NewUser,
        clock: Clock,
        cost: Cost | None = None,
    ) -> tuple[Register, str]:
        """A new register in *folder* and its recovery key, which is shown once and not kept.

        *cost* is what each guess of a secret shall cost; without it the program's own, at least
        ``slots.FLOOR``.

        Raises:
            WeakPassphraseError: fewer than 12 characters.
            RegisterExistsError: *folder* holds a register, or a part of one.
            RegisterInUseError: another program is creating one there.
            MediumError: the folder cannot be written.
        """
        slots.check_passphrase(passphrase)
        place.claim(folder)
        with ExitStack() as undo:
            lock = RegisterLock(folder, clock)
            undo.callback(lock.release)
            header, opened, recovery_key = unlock.first_slots(passphrase, purpose, clock, cost)
            undo.callback(place.remove, folder)
            keys = Keys(opened.contents.master)
            register = cls(folder, header, keys, clock=clock, cost=cost, lock=lock)
            undo.callback(register._dispose)
            register._fill(user, opened)
            # Last: a folder with a key file holds a whole register.
            slots.write_file(folder / slots.FILE, header)
            slots.settle(folder / slots.FILE)
            undo.pop_all()
        return register, recovery_key

    @classmethod
    def open(cls, folder: Path, secret: str, *, clock: Clock, cost: Cost | None = None) -> Register:
        """The register in *folder*, opened by a passphrase or a typed recovery key.

        *cost* is for slots made later, as in ``create``.

        Raises:
            NotARegisterError, DamagedRegisterError, NewerRegisterError, OldKeyFileError: what
                stands there cannot be opened.
            RegisterInUseError: it is open already, here or in another program.
            WrongSecretError: *secret* opens nothing, or the wait after earlier ones is not over.
            RecoveryKeyFormError: *secret* opens nothing and looks like a miscopied recovery key.
        """
        # Before the lock: nothing is written into a folder that holds no register.
        slots.read_file(folder / slots.FILE)
        with ExitStack() as undo:
            lock = RegisterLock(folder, clock)
            undo.callback(lock.release)
            header = slots.read_file(folder / slots.FILE)
            opened = unlock.unlocked(folder, header, secret, clock)
            keys = Keys(opened.contents.master)
            register = cls(folder, header, keys, clock=clock, cost=cost, lock=lock)
            undo.callback(register._dispose)
            register._prepare(opened)
            undo.pop_all()
        return register

    def close(self) -> None:
        """Bring everything into the one file, forget the keys, free the lock.

        Repeating is harmless. Waits for who stays (``staying``).
        """
        with self._staying:
            if self._closed:
                return
            self._closed = True
        with ExitStack() as stack:
            stack.callback(self._lock.release)
            stack.callback(self._dispose)
            if self._keeper is not None:
                with self.read() as session:
                    self._keeper.note(session, self.clock.now())
            with self._connection() as connection:
                connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def staying(self) -> Iterator[None]:
        """Long work on one thread, during which nobody closes the register; one at a time."""
        with self._staying:
            yield

    def keep_high_water(self, keeper: HighWater) -> None:
        """Have *keeper* note from now on, and at the end, how far the journal has come."""
        self._keeper = keeper
        self._note_high_water()

    def _note_high_water(self) -> None:
        if self._keeper is not None and self._keeper.is_due(self.clock.now()):
            with self.read() as session:
                self._keeper.note(session, self.clock.now())

    def check_integrity(self) -> list[str]:
        """What SQLCipher and SQLite find wrong with the file, in their words; empty when sound."""
        with self._connection() as connection:
            return database.faults(connection)

    def compact(self) -> bool:
        """Rewrite the file so that no page, log or copy beside it keeps what was deleted.

        Takes as much memory as the file is large. False when somebody still reads an older state:
        then the log keeps that until the next time.

        Raises:
            DamagedRegisterError, MediumError: repeat it later; what the register holds is whole.
        """
        with self._one_writer, self._connection() as connection:
            # The index keeps deleted words until its segments are merged.
            connection.execute("INSERT INTO case_words(case_words) VALUES ('optimize')")
            connection.execute("VACUUM")
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        for copy in self.folder.glob(schema.COPIES):
            copy.unlink()
        return not busy

    def copy_database(self, target: Path, alive: Callable[[], None]) -> Census:
        """Write the database as it stands now to *target*, under the same key; what it holds.

        Others go on writing meanwhile: the copy shows one moment. *alive* is called often; what it
        raises ends the copying and comes out of this call.

        Raises:
            DamagedRegisterError, MediumError: there is no copy.
        """
        database.copy(self._path, self._keys.database, target, alive)
        return census.read(target, self._keys.database)

    def census(self) -> Census:
        with self._connection() as connection:
            return census.take(connection)

    @property
    def key_file(self) -> bytes:
        """The key file as it stands now."""
        return slots.encode(self._header)

    @property
    def backup_recipient(self) -> str:
        """The age recipient that backups are encrypted to."""
        return age.recipient_of(age.identity_of(self._keys.derive(Use.BACKUP)))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    # -- facts -----------------------------------------------------------------------------

    @property
    def purpose(self) -> Purpose:
        return self._header.purpose

    @property
    def vault_uid(self) -> str:
        return self._header.vault

    @property
    def user_uid(self) -> str:
        """Who opened it; after a recovery key, the first user still in office."""
        return self._user_uid

    @property
    def user_name(self) -> str:
        return self._user_name

    @property
    def opened_by(self) -> SlotKind:
        """What opened it; after a recovery key a new passphrase is due."""
        return self._opened_by

    # -- scopes ----------------------------------------------------------------------------

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A consistent view; whatever is changed in it is rolled back."""
        with database.translated(self._path), Session(self._engine) as session:
            try:
                yield session
            finally:
                session.rollback()

    @contextmanager
    def write(self) -> Iterator[Session]:
        """One transaction: committed when the block ends well, otherwise nothing of it remains."""
        with self._one_writer:
            with (
                database.translated(self._path),
                Session(self._writing) as session,
                session.begin(),
            ):
                yield session
            self._note_high_water()

    # -- secrets ---------------------------------------------------------------------------

    def change_passphrase(self, old: str, new: str) -> None:
        """Let *new* open the register instead of *old*; the database itself stays as it is.

        *old* may be the recovery key: the user then gets a new age key pair, because the lost
        passphrase alone could open the one before.

        Raises:
            WeakPassphraseError, WrongSecretError, RecoveryKeyFormError: nothing was changed.
        """
        slots.check_passphrase(new)
        proved = unlock.unlocked(self.folder, self._header, old, self.clock).contents
        identity = proved.identity or age.new_identity()
        contents = Contents(proved.master, self._user_uid, identity)
        slot = unlock.new_slot(
            self._header.vault, SlotKind.PASSPHRASE, new, contents, self.clock, self._cost
        )
        with self.read() as session:
            others = set(session.scalars(select(User.slot).where(User.uid != self._user_uid)))
        kept = [s for s in self._header.slots if s.kind is SlotKind.RECOVERY or s.id in others]
        self._take_slots((*kept, slot))
        with self.write() as session:
            self._settle_user(session, slot.id, identity)
            self._note(session, "register.passphrase-changed")
        slots.settle(self.folder / slots.FILE)

    def replace_recovery_key(self, passphrase: str, fresh: str) -> None:
        """Let *fresh* be the recovery key; the one before it opens nothing any more.

        *fresh* opens its own slot before anything is replaced.

        Raises:
            WrongSecretError: *passphrase* does not open the register; nothing was changed.
            RecoveryKeyFormError: *fresh* is no recovery key; nothing was changed.
        """
        proved = unlock.unlocked(self.folder, self._header, passphrase, self.clock).contents
        slot = unlock.recovery_slot(
            self._header.vault, recovery.read(fresh), proved.master, self.clock, self._cost
        )
        kept = [s for s in self._header.slots if s.kind is SlotKind.PASSPHRASE]
        self._take_slots((*kept, slot))
        with self.write() as session:
            self._note(session, "register.recovery-key-replaced")
        slots.settle(self.folder / slots.FILE)

    def _take_slots(self, new: tuple[Slot, ...]) -> None:
        """Write the key file with *new* slots, before the database learns of its epoch.

        Cut off between the two, the key file is the newer one, which ``open`` accepts; the other
        order would lock everybody out.
        """
        header = replace(self._header, epoch=self._header.epoch + 1, slots=new)
        header = slots.sealed(header, self._keys)
        slots.write_file(self.folder / slots.FILE, header)
        self._header = header

    # -- inside ----------------------------------------------------------------------------

    def _fill(self, user: NewUser, opened: Opened) -> None:
        """Make the tables and the first user."""
        contents = opened.contents
        with database.translated(self._path):
            schema.create(self._path, self._keys.database, self._writing)
        with self.write() as session:
            session.add(
                User(
                    uid=contents.user_uid,
                    name=user.name,
                    post=user.post,
                    phone=user.phone,
                    slot=opened.slot.id,
                    recipient=age.recipient_of(contents.identity),
                    created_at=self.clock.now(),
                )
            )
            self._user_uid, self._user_name = contents.user_uid, user.name
            settings.write(session, _EPOCH, self._header.epoch)
            search.keep_current(session)

    def _prepare(self, opened: Opened) -> None:
        """Bring an opened register up to date.

        Raises:
            DamagedKeyFileError: slots were added or removed without the master key.
            DamagedRegisterError: the database is not whole.
            OldKeyFileError, NewerRegisterError: see ``open``.
        """
        if not slots.is_genuine(self._header, self._keys):
            raise slots.damaged(self.folder / slots.FILE)
        with database.translated(self._path):
            schema.bring_up(self._path, self._keys.database, self._writing)
        with self.write() as session:
            self._check_epoch(session)
            user = _active_users(session, opened.contents.user_uid).first()
            if user is None:
                raise DamagedRegisterError(path=self.folder, part="db")
            self._opened_by = opened.slot.kind
            self._user_uid, self._user_name = user.uid, user.name
            if opened.contents.identity:
                self._settle_user(session, opened.slot.id, opened.contents.identity)
            search.keep_current(session)
            self._sweep(session)
        slots.settle(self.folder / slots.FILE)

    def _sweep(self, session: Session) -> None:
        rows = session.execute(select(Attachment.sha256, Attachment.destroyed_at)).all()
        pieces = session.scalars(select(Piece.sha256))
        known = [*pieces, *(sha256 for sha256, destroyed in rows if destroyed is None)]
        destroyed = [sha256 for sha256, destroyed in rows if destroyed is not None]
        self.attachments.sweep(known, destroyed, self.clock.now())

    def _check_epoch(self, session: Session) -> None:
        stored = settings.read(session, _EPOCH, 0)
        if self._header.epoch < stored:
            raise OldKeyFileError(path=self.folder, found=self._header.epoch, expected=stored)
        if self._header.epoch > stored:
            settings.write(session, _EPOCH, self._header.epoch)

    def _settle_user(self, session: Session, slot: str, identity: str) -> None:
        """Let the user's row say what the key file says; they differ after a crash between them."""
        user = session.scalars(select(User).where(User.uid == self._user_uid)).one()
        recipient = age.recipient_of(identity)
        if (user.slot, user.recipient) != (slot, recipient):
            user.slot, user.recipient = slot, recipient

    def _note(self, session: Session, action: str) -> None:
        settings.write(session, _EPOCH, self._header.epoch)
        journal.append(session, self.clock, self._user_name, action, self._header.vault)

    @contextmanager
    def _connection(self) -> Iterator[dbapi2.Connection]:
        """A connection outside any transaction."""
        with database.translated(self._path):
            pooled = self._engine.raw_connection()
            try:
                yield pooled.driver_connection
            finally:
                pooled.close()

    def _dispose(self) -> None:
        self._engine.dispose()
        self._keys.close()


def _active_users(session: Session, uid: str) -> ScalarResult[User]:
    """The user with *uid*, or without one (after a recovery key) the users still in office."""
    users = select(User).where(User.retired_at.is_(None)).order_by(User.id)
    return session.scalars(users.where(User.uid == uid) if uid else users)
