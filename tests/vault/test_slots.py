from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.kernel import canon
from app.kernel.errors import (
    DamagedKeyFileError,
    NewerRegisterError,
    NotARegisterError,
    WeakPassphraseError,
)
from app.kernel.terms import Purpose, new_uid
from app.vault import recovery, slots
from app.vault.keys import Keys
from app.vault.slots import Contents, Cost, Header, SlotKind
from tests.vault.parts import CHEAP, OTHER_PASSPHRASE, PASSPHRASE

VAULT = new_uid()
CREATED = "2025-03-03T01:00:00.000Z"
OWN = Contents(bytes(range(32)), new_uid(), "AGE-SECRET-KEY-1EXAMPLE")


def slot_for(
    secret: str = PASSPHRASE, kind: SlotKind = SlotKind.PASSPHRASE, contents: Contents = OWN
) -> slots.Slot:
    return slots.create_slot(VAULT, kind, secret, contents, created=CREATED, cost=CHEAP)


def header(*own: slots.Slot) -> Header:
    return slots.sealed(Header(VAULT, 1, Purpose.REAL, own), Keys(OWN.master))


def resummed(**changed: Any) -> bytes:
    """A key file whose sum is right although it was changed."""
    plain = canon.loads(slots.encode(header(slot_for())))
    del plain["sum"]
    plain |= changed
    return canon.dumps({**plain, "sum": canon.digest(plain)})


def test_a_slot_gives_back_what_it_wraps_to_its_secret_alone() -> None:
    slot = slot_for()

    assert slots.open_slot(VAULT, slot, PASSPHRASE) == OWN
    assert slots.open_slot(VAULT, slot, OTHER_PASSPHRASE) is None


def test_a_recovery_slot_carries_the_master_key_alone() -> None:
    key = recovery.fresh()
    slot = slot_for(key, SlotKind.RECOVERY, Contents(OWN.master))

    opened = slots.open_any(header(slot_for(), slot), key.lower())

    assert opened == slots.Opened(slot, Contents(OWN.master, "", ""))


def test_full_width_letters_of_an_input_method_are_the_same_passphrase() -> None:
    slot = slot_for("Liaison-2025-ABC")

    assert slots.open_slot(VAULT, slot, "Ｌｉａｉｓｏｎ－２０２５－ＡＢＣ") == OWN


@pytest.mark.parametrize(
    "changed",
    [
        {"id": "0" * 16},
        {"created": "2025-03-03T01:00:00.001Z"},
        {"cost": Cost(128, 1, 1)},
        {"salt": bytes(16)},
        {"nonce": bytes(12)},
    ],
)
def test_a_slot_that_was_relabelled_or_recosted_does_not_open(changed: dict[str, Any]) -> None:
    assert slots.open_slot(VAULT, replace(slot_for(), **changed), PASSPHRASE) is None


def test_a_slot_of_another_register_does_not_open() -> None:
    assert slots.open_slot(new_uid(), slot_for(), PASSPHRASE) is None


def test_only_the_master_key_adds_or_removes_slots() -> None:
    whole = header(slot_for(), slot_for(OTHER_PASSPHRASE))
    fewer = replace(whole, slots=whole.slots[:1])

    assert slots.is_genuine(whole, Keys(OWN.master))
    assert not slots.is_genuine(fewer, Keys(OWN.master))
    assert not slots.is_genuine(replace(whole, epoch=2), Keys(OWN.master))
    assert not slots.is_genuine(replace(whole, purpose=Purpose.EXERCISE), Keys(OWN.master))


def test_a_key_file_reads_back() -> None:
    whole = header(slot_for(), slot_for(recovery.fresh(), SlotKind.RECOVERY))

    assert slots.decode(slots.encode(whole), Path("x")) == whole


def test_any_flipped_bit_of_the_key_file_is_damage_and_not_a_wrong_passphrase() -> None:
    data = slots.encode(header(slot_for()))

    for place in range(len(data)):
        flipped = bytearray(data)
        flipped[place] ^= 1 << place % 8
        with pytest.raises(DamagedKeyFileError):
            slots.decode(bytes(flipped), Path("x"))


def test_a_cut_off_key_file_is_damage() -> None:
    data = slots.encode(header(slot_for()))

    for length in range(len(data)):
        with pytest.raises(DamagedKeyFileError):
            slots.decode(data[:length], Path("x"))


@pytest.mark.parametrize(
    "cost",
    [
        {"m": 5 << 20, "t": 1, "p": 1},
        {"m": 1 << 20, "t": 17, "p": 1},
        {"m": 64, "t": 10**9, "p": 1},
        {"m": 64, "t": 0, "p": 1},
        {"m": 64, "t": 1, "p": 0},
        {"m": 1 << 20, "t": 1, "p": 10**6},
    ],
)
def test_a_cost_nobody_could_bear_is_refused_before_it_is_computed(cost: dict[str, int]) -> None:
    plain = canon.loads(slots.encode(header(slot_for())))["slots"]
    plain[0]["kdf"] |= cost

    with pytest.raises(DamagedKeyFileError):
        slots.decode(resummed(slots=plain), Path("x"))


def test_a_later_format_is_newer_and_not_damaged() -> None:
    with pytest.raises(NewerRegisterError) as refused:
        slots.decode(resummed(format="lianxi-register-keys/2"), Path("登记簿/register.keys.json"))

    assert refused.value.found == "lianxi-register-keys/2"


def test_a_damaged_key_file_names_its_second_copy(tmp_path: Path) -> None:
    path = tmp_path / slots.FILE
    slots.write_file(path, header(slot_for()))
    slots.settle(path)
    path.write_bytes(path.read_bytes()[:-2])

    with pytest.raises(DamagedKeyFileError) as refused:
        slots.read_file(path)

    assert refused.value.backup == str(slots.backup_of(path))


def test_without_any_key_file_there_is_no_register(tmp_path: Path) -> None:
    with pytest.raises(NotARegisterError):
        slots.read_file(tmp_path / slots.FILE)


def test_a_passphrase_has_at_least_twelve_characters() -> None:
    slots.check_passphrase("十二个字的口令刚刚好够长")

    with pytest.raises(WeakPassphraseError) as refused:
        slots.check_passphrase("只有十一个字的口令不够")

    assert (refused.value.length, refused.value.least) == (11, 12)
