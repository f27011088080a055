"""Bundles with one thing wrong, made with real keys: what a hostile but known member could send."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from app.kernel import age, canon
from app.sync import envelope as paper
from app.sync import framing, signature, tape
from tests.sync.city import Agency


def inner(data: bytes, identity: str) -> bytes:
    """The tar inside a bundle."""
    with zipfile.ZipFile(io.BytesIO(data)) as outer:
        return age.decrypt_bytes(outer.read(framing.PAYLOAD), [identity])


def members(tar: bytes) -> dict[str, bytes]:
    """Names and bytes of a well-made tar, in their order."""
    found = {}
    place = 0
    while tar[place]:
        name = tar[place : place + 100].rstrip(b"\0").decode()
        size = int(tar[place + 124 : place + 135], 8)
        found[name] = tar[place + tape.BLOCK : place + tape.BLOCK + size]
        place += tape.BLOCK + size + len(tape.padding(size))
    return found


def tar_of(named: Iterable[tuple[str, bytes]]) -> bytes:
    parts = [tape.header(name, len(data)) + data + tape.padding(len(data)) for name, data in named]
    return b"".join(parts) + tape.END


def envelope_plain(data: bytes) -> dict[str, Any]:
    with zipfile.ZipFile(io.BytesIO(data)) as outer:
        found = canon.loads(outer.read(framing.ENVELOPE))
    assert isinstance(found, dict)
    return found


def zipped(text: bytes, signed: bytes, payload: bytes) -> bytes:
    named = [(framing.ENVELOPE, text), (framing.SIGNATURE, signed), (framing.PAYLOAD, payload)]
    heads = [framing.member(name, data) for name, data in named]
    body = b"".join(framing.opening(head) + named[i][1] for i, head in enumerate(heads))
    return body + framing.closing(heads)


def enveloped(signer: Agency, plain: dict[str, Any], cipher: bytes) -> bytes:
    """*cipher* under an envelope that says *plain*, signed by *signer*, hash and size put right."""
    plain = plain | {"payload": {"sha256": canon.sha256(cipher), "size": len(cipher)}}
    text = canon.dumps(plain)
    return zipped(text, signature.sign(text, signature.ENVELOPE, signer.seed), cipher)


def refilled(signer: Agency, data: bytes, to: str, tar: bytes) -> bytes:
    """Bundle *data* with another inside, properly encrypted and enveloped by *signer*."""
    return enveloped(signer, envelope_plain(data), age.encrypt_bytes(tar, to))


def relisted(signer: Agency, tar: bytes, **changes: Any) -> bytes:
    """*tar* with its content list changed and signed anew by *signer*."""
    held = members(tar)
    text = canon.dumps(canon.loads(held[paper.CONTENT]) | changes)
    signed = signature.sign(text, signature.CONTENT, signer.seed)
    return tar_of((held | {paper.CONTENT: text, paper.CONTENT_SIGNATURE: signed}).items())


def claimed_by(signer: Agency, plain: dict[str, Any]) -> dict[str, Any]:
    """Envelope *plain* with *signer* as its sender and key."""
    sender = {"uid": signer.uid, "handle": signer.handle, "incarnation": signer.incarnation}
    key = signature.fingerprint(signature.public_of(signer.seed))
    return plain | {"sender": sender, "key": key}


def with_seed_of(claimed: Agency, other: Agency) -> Agency:
    """*claimed* in everything but its signing key."""
    return replace(claimed, seed=other.seed)
