"""SSHSIG signatures with Ed25519, byte for byte what ``ssh-keygen -Y sign`` writes.

Public keys are exchanged and kept as OpenSSH text, ``ssh-ed25519 AAAA…`` without a comment, so
that anybody can check a signature with a stock tool.

Source: OpenSSH, PROTOCOL.sshsig; RFC 8709 for the key and signature encodings.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import textwrap
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from app.kernel.errors import BadSignatureError

ENVELOPE: Final = "lianxi-envelope@v1"
CONTENT: Final = "lianxi-content@v1"
CARD: Final = "lianxi-card@v1"
ROOT: Final = "lianxi-root@v1"
ROSTER: Final = "lianxi-roster@v1"

MAX_SIGNATURE: Final = 4096
"""Bytes; ours are about 300."""

_MAGIC: Final = b"SSHSIG"
_VERSION: Final = (1).to_bytes(4, "big")
_KEY_TYPE: Final = b"ssh-ed25519"
_HASH: Final = b"sha512"
_FIRST: Final = "-----BEGIN SSH SIGNATURE-----\n"
_LAST: Final = "-----END SSH SIGNATURE-----\n"
_COLUMNS: Final = 70
_KEY_SIZE: Final = 32
_SIGNATURE_SIZE: Final = 64


def new_seed() -> bytes:
    """A fresh secret of 32 bytes."""
    return Ed25519PrivateKey.generate().private_bytes_raw()


def public_of(seed: bytes) -> str:
    """The public half, ``ssh-ed25519 AAAA…``."""
    return _text(Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw())


def is_public(text: str) -> bool:
    """Whether *text* is an Ed25519 public key exactly as ``public_of`` writes it."""
    return _raw(text) is not None


def fingerprint(public: str) -> str:
    """``SHA256:…`` as ``ssh-keygen -l`` prints it."""
    blob = base64.b64decode(public.split(" ")[1])
    return "SHA256:" + base64.b64encode(hashlib.sha256(blob).digest()).decode().rstrip("=")


def sign(data: bytes, namespace: str, seed: bytes) -> bytes:
    """The armoured signature over *data* for *namespace*."""
    private = Ed25519PrivateKey.from_private_bytes(seed)
    public = private.public_key().public_bytes_raw()
    return _armoured(public, namespace, private.sign(_to_sign(data, namespace)))


def verify(data: bytes, signature: bytes, namespace: str) -> str:
    """The public key that signed *data* for *namespace*; whose it is, the caller decides.

    Raises:
        BadSignatureError: not the one form ``sign`` writes, another namespace, or not over *data*.
    """
    public, raw = _parts(signature, namespace)
    if _armoured(public, namespace, raw) != signature:
        raise BadSignatureError(part=_part(namespace), reason="not in the form ssh-keygen writes")
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(raw, _to_sign(data, namespace))
    except (InvalidSignature, ValueError) as error:
        raise BadSignatureError(part=_part(namespace), reason="does not fit the data") from error
    return _text(public)


def allowed_signer(principal: str, public: str) -> str:
    """A line of the file that ``ssh-keygen -Y verify -f`` reads."""
    return f'{principal} namespaces="lianxi-*" {public}\n'


def _part(namespace: str) -> str:
    """``envelope``, ``content``, ``card``, ``root`` or ``roster``."""
    return namespace.removeprefix("lianxi-").partition("@")[0]


def _text(public: bytes) -> str:
    return f"ssh-ed25519 {base64.b64encode(_key_blob(public)).decode()}"


def _raw(text: str) -> bytes | None:
    name, _, encoded = text.partition(" ")
    try:
        blob = base64.b64decode(encoded.encode("ascii"), validate=True)
    except (binascii.Error, UnicodeEncodeError):
        return None
    public = blob[-_KEY_SIZE:]
    whole = name == "ssh-ed25519" and len(public) == _KEY_SIZE and _text(public) == text
    return public if whole else None


def _string(data: bytes) -> bytes:
    """RFC 4251 section 5: a length of four bytes, then the bytes."""
    return len(data).to_bytes(4, "big") + data


def _key_blob(public: bytes) -> bytes:
    return _string(_KEY_TYPE) + _string(public)


def _to_sign(data: bytes, namespace: str) -> bytes:
    digest = hashlib.sha512(data).digest()
    return _MAGIC + b"".join(map(_string, (namespace.encode(), b"", _HASH, digest)))


def _before(public: bytes, namespace: str) -> bytes:
    """Everything of the signature's blob in front of the 64 bytes that vary."""
    fields = b"".join(map(_string, (_key_blob(public), namespace.encode(), b"", _HASH)))
    inner = _string(_KEY_TYPE) + _SIGNATURE_SIZE.to_bytes(4, "big")
    return _MAGIC + _VERSION + fields + (len(inner) + _SIGNATURE_SIZE).to_bytes(4, "big") + inner


def _armoured(public: bytes, namespace: str, signature: bytes) -> bytes:
    body = base64.b64encode(_before(public, namespace) + signature).decode()
    lines = "".join(f"{line}\n" for line in textwrap.wrap(body, _COLUMNS))
    return f"{_FIRST}{lines}{_LAST}".encode()


def _parts(signature: bytes, namespace: str) -> tuple[bytes, bytes]:
    """The key and the raw signature found where this namespace has them; nothing is checked."""
    inner = signature.removeprefix(_FIRST.encode()).removesuffix(_LAST.encode())
    try:
        blob = base64.b64decode(inner.replace(b"\n", b""), validate=True)
    except binascii.Error as error:
        raise BadSignatureError(part=_part(namespace), reason="not base64") from error
    start = len(_MAGIC + _VERSION) + 4 + len(_key_blob(b""))
    if len(signature) > MAX_SIGNATURE or len(blob) < start + _KEY_SIZE + _SIGNATURE_SIZE:
        raise BadSignatureError(part=_part(namespace), reason="wrong length")
    return blob[start : start + _KEY_SIZE], blob[-_SIGNATURE_SIZE:]
