from __future__ import annotations

import pytest

from app.vault.keys import Keys, Use


def test_every_use_has_its_own_key_and_always_the_same() -> None:
    derived = {use: Keys(bytes(range(32))).derive(use) for use in Use}

    assert len(set(derived.values())) == len(Use)
    assert derived == {use: Keys(bytes(range(32))).derive(use) for use in Use}


def test_the_derivation_never_changes() -> None:
    # RFC 5869 with an empty salt and the information "lianxi-register/db", computed with OpenSSL.
    keys = Keys(bytes(range(32)))

    assert keys.database == b"x'" + keys.derive(Use.DATABASE).hex().encode() + b"'"
    assert (
        keys.derive(Use.DATABASE).hex()
        == "c7498717743041d049928e304d4b7f42020509bf4e976fb791a5bd8eaf2b9ea1"
    )


def test_closed_keys_are_wiped_and_derive_nothing() -> None:
    keys = Keys.fresh()
    keys.close()

    assert not any(keys.database)
    with pytest.raises(ValueError, match="closed"):
        keys.derive(Use.BLOBS)


def test_a_master_key_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        Keys(b"short")
