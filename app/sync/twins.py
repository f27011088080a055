"""Proof that our own key speaks from a second register: an envelope it signed and we did not send.

An envelope names the hashes before its first number and of its last one. The numbers of a stream
are chained, so one that says anything else than ours ends in another hash, or beyond our last.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.kernel.errors import AppError
from app.sync import envelope as paper
from app.sync import signature
from app.sync.routing import Routing, SignedEnvelope
from app.sync.stream import HashAt


@dataclass(frozen=True, slots=True)
class Author:
    """Who is said to have spoken: its *incarnation*, the fingerprint of that one's *key*, and to
    which *peer*."""

    uid: str
    incarnation: int
    key: str
    peer: str


def contradicts(proof: SignedEnvelope, author: Author, sent: HashAt) -> bool:
    """Whether *proof* is *author*'s and rests on what it never sent; False for anything else."""
    try:
        signer = signature.verify(proof.envelope, proof.signature, signature.ENVELOPE)
        routing = paper.read_envelope(proof.envelope).routing
    except AppError:
        return False
    if signature.fingerprint(signer) != author.key or not _is_of(routing, author):
        return False
    span = routing.stream
    said = ((span.first - 1, span.prev), (span.last, span.head))
    return any(found is not None and sent(seq) != found for seq, found in said)


def _is_of(routing: Routing, author: Author) -> bool:
    sender = routing.sender
    said = (sender.uid, sender.incarnation, routing.recipient.uid)
    return said == (author.uid, author.incarnation, author.peer)
