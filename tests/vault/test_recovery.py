from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.errors import RecoveryKeyFormError
from app.vault import recovery

KEYS = st.binary(min_size=recovery.KEY_BYTES, max_size=recovery.KEY_BYTES)


@given(KEYS)
def test_a_written_key_reads_back(key: bytes) -> None:
    text = recovery.write(key)

    assert len(text.split("-")) == 9
    assert recovery.read(text) == key


@given(KEYS, st.data())
def test_how_a_person_types_it_does_not_matter(key: bytes, data: st.DataObject) -> None:
    ways = {"0": "0Oo", "1": "1IiLl", "-": ["", " ", "-", "—", "　", " - "]}
    typed = "".join(
        data.draw(st.sampled_from(ways.get(c, [c, c.lower()]))) for c in recovery.write(key)
    )

    assert recovery.read(f" {typed}\n") == key


@given(KEYS, st.integers(0, 34), st.data())
def test_a_wrong_or_swapped_character_is_no_recovery_key(
    key: bytes, place: int, data: st.DataObject
) -> None:
    text = recovery.write(key).replace("-", "")
    other = data.draw(st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
    swapped = text[:place] + text[place + 1] + text[place] + text[place + 2 :]
    replaced = text[:place] + other + text[place + 1 :]

    for slip in {swapped, replaced} - {text}:
        assert not recovery.is_valid(slip)
        assert recovery.is_miscopied(slip)


@pytest.mark.parametrize("text", ["", "7", "U" * 36, "0" * 36, "0" * 35, "春" * 36])
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(RecoveryKeyFormError):
        recovery.read(text)


def test_fresh_keys_differ() -> None:
    assert recovery.fresh() != recovery.fresh()
