from __future__ import annotations

import base64
import shutil
import subprocess
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from app.kernel.errors import BadSignatureError
from app.sync import signature

SEED = bytes(range(32))
MESSAGE = "涉嫌犯罪案件移送".encode()

# Made once by OpenSSH_9.2p1: ssh-keygen -Y sign -f KEY -n lianxi-envelope@v1 < MESSAGE
FROM_SSH_KEYGEN = b"""\
-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgA6EHv/POEL4dcN0Y50vAmWfk1j
CbpQ1fHdyGZBJVMbgAAAASbGlhbnhpLWVudmVsb3BlQHYxAAAAAAAAAAZzaGE1MTIAAABT
AAAAC3NzaC1lZDI1NTE5AAAAQFxl0K+7HGxVUYR2FSg5Sn8/gw3F1IyvCzsetU5ht3VKlc
LXiMDolIEVimCZIJgy70o+elpi763jYhBwRWcV3w8=
-----END SSH SIGNATURE-----
"""

needs_ssh_keygen = pytest.mark.skipif(not shutil.which("ssh-keygen"), reason="no OpenSSH here")


def key_file(folder: Path, seed: bytes) -> Path:
    path = folder / "key"
    private = Ed25519PrivateKey.from_private_bytes(seed)
    path.write_bytes(
        private.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.OpenSSH,
            serialization.NoEncryption(),
        )
    )
    path.chmod(0o600)
    return path


def test_a_signature_is_the_one_ssh_keygen_made() -> None:
    assert signature.sign(MESSAGE, signature.ENVELOPE, SEED) == FROM_SSH_KEYGEN
    assert signature.verify(MESSAGE, FROM_SSH_KEYGEN, signature.ENVELOPE) == signature.public_of(
        SEED
    )


@needs_ssh_keygen
@pytest.mark.parametrize("size", [0, 1, 1000])
@pytest.mark.parametrize("namespace", [signature.ENVELOPE, signature.CONTENT, signature.CARD])
def test_ssh_keygen_here_signs_byte_for_byte_the_same(
    tmp_path: Path, namespace: str, size: int
) -> None:
    seed = signature.new_seed()
    data = b"x" * size

    made = subprocess.run(
        ["ssh-keygen", "-Y", "sign", "-q", "-f", key_file(tmp_path, seed), "-n", namespace],
        input=data,
        capture_output=True,
        check=True,
    )

    assert made.stdout == signature.sign(data, namespace, seed)


@needs_ssh_keygen
def test_ssh_keygen_accepts_our_signature_through_our_signers_line(tmp_path: Path) -> None:
    signers = tmp_path / "signers"
    signers.write_text(signature.allowed_signer("czj@lianxi", signature.public_of(SEED)))
    signed = tmp_path / "sig"
    signed.write_bytes(signature.sign(MESSAGE, signature.CONTENT, SEED))

    who = ["-f", str(signers), "-I", "czj@lianxi"]
    answer = subprocess.run(
        ["ssh-keygen", "-Y", "verify", *who, "-n", signature.CONTENT, "-s", signed],
        input=MESSAGE,
        capture_output=True,
        check=False,
    )

    assert answer.returncode == 0, answer
    assert signature.fingerprint(signature.public_of(SEED)) in answer.stdout.decode()


def test_every_changed_byte_of_a_signature_is_refused() -> None:
    for place in range(len(FROM_SSH_KEYGEN)):
        for change in (0x01, 0x20, 0x80):
            changed = bytearray(FROM_SSH_KEYGEN)
            changed[place] ^= change
            with pytest.raises(BadSignatureError):
                signature.verify(MESSAGE, bytes(changed), signature.ENVELOPE)


def test_every_cut_of_a_signature_is_refused() -> None:
    for length in range(len(FROM_SSH_KEYGEN)):
        with pytest.raises(BadSignatureError):
            signature.verify(MESSAGE, FROM_SSH_KEYGEN[:length], signature.ENVELOPE)


def test_a_signature_for_another_namespace_is_refused() -> None:
    with pytest.raises(BadSignatureError) as caught:
        signature.verify(MESSAGE, FROM_SSH_KEYGEN, signature.CONTENT)

    assert caught.value.part == "content"


def test_a_signature_over_other_data_is_refused() -> None:
    with pytest.raises(BadSignatureError):
        signature.verify(MESSAGE + b"\n", FROM_SSH_KEYGEN, signature.ENVELOPE)


def test_the_same_signature_in_other_line_lengths_is_refused() -> None:
    lines = FROM_SSH_KEYGEN.decode().splitlines()
    joined = "\n".join([lines[0], "".join(lines[1:-1]), lines[-1], ""]).encode()

    with pytest.raises(BadSignatureError):
        signature.verify(MESSAGE, joined, signature.ENVELOPE)


@given(st.binary(max_size=600))
def test_no_bytes_as_a_signature_raise_anything_else(data: bytes) -> None:
    armoured = (
        b"-----BEGIN SSH SIGNATURE-----\n"
        + base64.encodebytes(data)
        + b"-----END SSH SIGNATURE-----\n"
    )
    for each in (data, armoured):
        with pytest.raises(BadSignatureError):
            signature.verify(MESSAGE, each, signature.ENVELOPE)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ssh-ed25519",
        "ssh-rsa AAAA",
        signature.public_of(SEED) + " czj@lianxi",
        signature.public_of(SEED) + "\n",
        signature.public_of(SEED).replace("ssh-ed25519", "ssh-ed448"),
        signature.public_of(SEED)[:-4],
        "ssh-ed25519 年",
    ],
)
def test_a_text_that_is_not_exactly_a_public_key_is_none(text: str) -> None:
    assert not signature.is_public(text)


def test_a_public_key_is_recognised() -> None:
    assert signature.is_public(signature.public_of(signature.new_seed()))
