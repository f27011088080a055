from __future__ import annotations

import io
import shutil
import subprocess
from pathlib import Path

import pytest

from app.kernel import age
from app.kernel.errors import BundleFormError

IDENTITY = age.identity_of(bytes(range(32)))
RECIPIENT = age.recipient_of(IDENTITY)
PLAIN = bytes(range(256)) * 9_001
CIPHER = age.encrypt_bytes(PLAIN, RECIPIENT)


class PulledError(Exception):
    pass


class Pulled:
    """A stream that fails on its second use, either way."""

    def __init__(self, first: bytes) -> None:
        self._first = first
        self._used = False

    def read(self, size: int = -1, /) -> bytes:
        if self._used:
            raise PulledError
        self._used = True
        return self._first[:size]

    def write(self, data: bytes, /) -> int:
        self.read()
        return len(data)


def test_what_was_encrypted_comes_back() -> None:
    assert age.decrypt_bytes(CIPHER, [age.new_identity(), IDENTITY]) == PLAIN


def test_a_stream_gives_as_much_as_was_asked_for_until_the_end() -> None:
    with age.reading(io.BytesIO(CIPHER), [IDENTITY]) as plain:
        pieces = [plain.read(100_003) for _ in range(24)]
        rest = plain.read()

    assert b"".join([*pieces, rest]) == PLAIN
    assert [len(piece) for piece in pieces[:23]] == [100_003] * 23


def test_a_stream_may_be_left_before_its_end() -> None:
    with age.reading(io.BytesIO(CIPHER), [IDENTITY]) as plain:
        assert plain.read(3) == PLAIN[:3]


def test_an_error_inside_the_block_of_a_stream_comes_out_unchanged() -> None:
    def fail(_first: bytes) -> None:
        raise PulledError

    with pytest.raises(PulledError), age.reading(io.BytesIO(CIPHER), [IDENTITY]) as plain:
        fail(plain.read(3))


@pytest.mark.parametrize(
    "length",
    [0, 20, 200, len(CIPHER) - 1, len(CIPHER) - 70_000],
    # The header's length is drawn anew in every process.
    ids=["nothing", "in the first line", "in the header", "the last byte", "a chunk"],
)
def test_a_cut_is_told_before_the_end_of_the_stream(length: int) -> None:
    with (
        pytest.raises(BundleFormError),
        age.reading(io.BytesIO(CIPHER[:length]), [IDENTITY]) as plain,
    ):
        plain.read()


def test_a_changed_last_byte_is_told_before_the_end_of_the_stream() -> None:
    changed = CIPHER[:-1] + bytes([CIPHER[-1] ^ 1])
    with pytest.raises(BundleFormError), age.reading(io.BytesIO(changed), [IDENTITY]) as plain:
        plain.read(len(PLAIN) + 1)


def test_another_identity_opens_nothing() -> None:
    with pytest.raises(BundleFormError):
        age.decrypt_bytes(CIPHER, [age.new_identity()])


def test_an_error_of_the_callers_stream_is_not_mistaken_for_damage() -> None:
    with pytest.raises(PulledError):
        age.encrypt(Pulled(PLAIN), io.BytesIO(), RECIPIENT)
    with pytest.raises(PulledError):
        age.encrypt(io.BytesIO(PLAIN), Pulled(b""), RECIPIENT)
    with pytest.raises(PulledError):
        age.decrypt(Pulled(CIPHER), io.BytesIO(), [IDENTITY])
    with pytest.raises(PulledError):
        age.decrypt(io.BytesIO(CIPHER), Pulled(b""), [IDENTITY])
    with pytest.raises(PulledError), age.reading(Pulled(CIPHER), [IDENTITY]) as plain:
        plain.read()


def test_a_seed_gives_the_same_identity_each_time() -> None:
    # The recipient was computed by age-keygen -y 1.1.1 from this identity.
    identity = age.identity_of(bytes(range(32)))

    assert identity == "AGE-SECRET-KEY-1QQQSYQCYQ5RQWZQFPG9SCRGWPUGPZYSNZS23V9CCRYDPK8QARC0SWRYDWG"
    assert (
        age.recipient_of(identity)
        == "age13aqvttdk3ujkyjh9kg2w5an6dmy5mq5a84a4uxk3hfhnugfc9p0sy5p2wh"
    )


@pytest.mark.parametrize(
    "text", ["", "age1", "年", RECIPIENT.upper(), f"{RECIPIENT}\n", RECIPIENT[:-1], IDENTITY]
)
def test_a_text_that_is_no_recipient_is_recognised(text: str) -> None:
    assert age.is_recipient(RECIPIENT)
    assert not age.is_recipient(text)


@pytest.mark.skipif(not shutil.which("age"), reason="age is not installed")
def test_the_age_program_reads_and_writes_the_same(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_text(f"{IDENTITY}\n")

    opened = subprocess.run(
        ["age", "-d", "-i", key], input=CIPHER, capture_output=True, check=True
    ).stdout
    sealed = subprocess.run(
        ["age", "-r", RECIPIENT], input=PLAIN, capture_output=True, check=True
    ).stdout

    assert opened == PLAIN
    assert age.decrypt_bytes(sealed, [IDENTITY]) == PLAIN


@pytest.mark.parametrize("size", [0, 1, 65_535, 65_536, 65_537, 131_072, 1 << 20])
def test_the_length_of_a_sealed_file_is_known_from_its_header(size: int) -> None:
    for _ in range(3):
        cipher = age.encrypt_bytes(bytes(size), RECIPIENT)

        assert age.sealed_size(cipher[:2000], size) == len(cipher)


def test_a_header_that_does_not_end_tells_no_length() -> None:
    with pytest.raises(ValueError, match="not found"):
        age.sealed_size(CIPHER[:100], 5)
