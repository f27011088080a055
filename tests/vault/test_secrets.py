from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from sqlalchemy import select, text

from app.kernel.clock import SetClock
from app.kernel.errors import (
    RecoveryKeyFormError,
    WeakPassphraseError,
    WrongSecretError,
)
from app.models import Setting, User
from app.vault import database, journal, recovery, settings, slots
from app.vault.register import Register
from app.vault.slots import SlotKind
from tests.vault.parts import (
    CHEAP,
    OTHER_PASSPHRASE,
    PASSPHRASE,
    USER,
    add_case,
    refused,
    reopen,
)

MARK = "绝密标记文字以便搜寻"


def test_no_file_holds_what_was_written(register: Register, clock: SetClock) -> None:
    with register.write() as session:
        for number in range(40):
            add_case(session, clock, f"{MARK}{number}", facts=MARK * 50, party=MARK)
        journal.append(session, clock, MARK, "case.registered", MARK, note=MARK)
    register.attachments.add(io.BytesIO((MARK * 10_000).encode()))
    open_files = list(register.folder.rglob("*"))
    assert any(path.name == "register.db-wal" for path in open_files)

    for path in open_files:
        assert path.is_dir() or MARK.encode()[:9] not in path.read_bytes(), path
    register.close()
    for path in register.folder.rglob("*"):
        assert path.is_dir() or MARK.encode()[:9] not in path.read_bytes(), path


def test_no_file_holds_a_secret(register: Register, recovery_key: str, clock: SetClock) -> None:
    register.close()
    header = slots.read_file(register.folder / slots.FILE)
    opened = slots.open_any(header, PASSPHRASE)
    assert opened is not None
    secrets = [
        PASSPHRASE.encode(),
        recovery_key.encode(),
        opened.contents.master,
        opened.contents.master.hex().encode(),
        opened.contents.identity.encode(),
        USER.name.encode(),
    ]

    for path in register.folder.iterdir():
        data = path.read_bytes()
        assert not [secret for secret in secrets if secret in data], path


def test_a_changed_passphrase_opens_the_same_data(register: Register, clock: SetClock) -> None:
    with register.write() as session:
        settings.write(session, "name", "value")
    register.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)
    register.close()

    assert isinstance(refused(register.folder, clock), WrongSecretError)
    with Register.open(register.folder, OTHER_PASSPHRASE, clock=clock) as again:
        with again.read() as session:
            assert settings.read(session, "name", None) == "value"
            lines = session.execute(text("SELECT action FROM journal")).scalars().all()
        assert lines == ["register.passphrase-changed"]


def test_the_old_passphrase_is_in_no_copy_of_the_key_file(
    register: Register, clock: SetClock
) -> None:
    register.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)

    for name in (slots.FILE, f"{slots.FILE}.bak"):
        header = slots.read_file(register.folder / name)
        assert slots.open_any(header, PASSPHRASE) is None
        assert slots.open_any(header, OTHER_PASSPHRASE) is not None


def test_a_changed_passphrase_re_encrypts_no_page_of_the_data(register: Register) -> None:
    with register.write() as session:
        for number in range(200):
            session.add(Setting(name=f"n{number}", value="文" * 1000))
    register = reopen(register)
    before = (register.folder / database.FILE).read_bytes()

    register.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)
    register.close()

    after = (register.folder / database.FILE).read_bytes()
    pages = range(0, len(before), 4096)
    same = sum(before[at : at + 4096] == after[at : at + 4096] for at in pages)
    # The journal line, the epoch and the user's row are all that is written.
    assert len(pages) > 150
    assert len(pages) - same < 12


def test_the_users_age_key_survives_a_change_of_passphrase(register: Register) -> None:
    first = _recipient(register)

    register.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)

    assert _recipient(register) == first


def test_a_wrong_old_passphrase_changes_nothing(register: Register) -> None:
    before = (register.folder / slots.FILE).read_bytes()

    with pytest.raises(WrongSecretError):
        register.change_passphrase(OTHER_PASSPHRASE, OTHER_PASSPHRASE)

    assert (register.folder / slots.FILE).read_bytes() == before


def test_a_weak_new_passphrase_changes_nothing(register: Register) -> None:
    with pytest.raises(WeakPassphraseError):
        register.change_passphrase(PASSPHRASE, "短口令")

    reopen(register).close()


def test_the_recovery_key_opens_and_sets_a_new_passphrase(
    register: Register, recovery_key: str, clock: SetClock
) -> None:
    first = _recipient(register)
    with reopen(register, recovery_key.lower().replace("-", " ")) as opened:
        assert opened.opened_by is SlotKind.RECOVERY
        assert (opened.user_uid, opened.user_name) == (register.user_uid, USER.name)
        opened.change_passphrase(recovery_key, OTHER_PASSPHRASE)
        # The identity under the forgotten passphrase is lost: the user has a new one.
        assert _recipient(opened) != first

    assert isinstance(refused(register.folder, clock, PASSPHRASE), WrongSecretError)
    Register.open(register.folder, OTHER_PASSPHRASE, clock=clock).close()
    Register.open(register.folder, recovery_key, clock=clock).close()


def test_a_replaced_recovery_key_opens_nothing_any_more(
    register: Register, recovery_key: str, clock: SetClock
) -> None:
    fresh = recovery.fresh()
    register.replace_recovery_key(PASSPHRASE, fresh)
    register.close()

    assert isinstance(refused(register.folder, clock, recovery_key), WrongSecretError)
    Register.open(register.folder, fresh, clock=clock).close()
    Register.open(register.folder, PASSPHRASE, clock=clock).close()


@pytest.mark.parametrize("by", ["another passphrase", "a miscopied key"])
def test_a_recovery_key_is_not_replaced_before_both_proved_themselves(
    register: Register, recovery_key: str, clock: SetClock, by: str
) -> None:
    fresh = recovery.fresh()
    before = (register.folder / slots.FILE).read_bytes()

    if by == "another passphrase":
        with pytest.raises(WrongSecretError):
            register.replace_recovery_key(OTHER_PASSPHRASE, fresh)
    else:
        with pytest.raises(RecoveryKeyFormError):
            register.replace_recovery_key(PASSPHRASE, fresh[:-1] + "01"[fresh[-1] == "0"])
    register.close()

    assert (register.folder / slots.FILE).read_bytes() == before
    Register.open(register.folder, recovery_key, clock=clock).close()


def test_cut_off_between_key_file_and_database_the_new_passphrase_opens(
    register: Register, folder: Path, tmp_path: Path, clock: SetClock
) -> None:
    register = reopen(register)
    register.close()
    before = tmp_path / "before.db"
    shutil.copy(folder / database.FILE, before)
    old_keys = shutil.copy(folder / slots.FILE, tmp_path / "before.json")
    register = Register.open(folder, PASSPHRASE, clock=clock, cost=CHEAP)
    register.change_passphrase(PASSPHRASE, OTHER_PASSPHRASE)
    register.close()
    shutil.copy(before, folder / database.FILE)
    shutil.copy(old_keys, folder / f"{slots.FILE}.bak")

    with Register.open(folder, OTHER_PASSPHRASE, clock=clock) as opened, opened.read() as session:
        stored = settings.read(session, "register.epoch", 0)
        slot = session.scalars(select(User.slot)).one()

    header = slots.read_file(folder / slots.FILE)
    assert slots.read_file(folder / f"{slots.FILE}.bak") == header
    assert stored == header.epoch == 2
    assert slot in {found.id for found in header.slots}


def _recipient(register: Register) -> str:
    with register.read() as session:
        return session.scalars(select(User.recipient)).one()
