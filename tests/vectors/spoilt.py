"""What takes more than one changed field: fuller bundles, and such as were made wrong."""

from __future__ import annotations

from typing import Any

from app.kernel import age, canon
from app.sync import card as cards
from app.sync import entry, signature, stream, tape
from app.sync import envelope as paper
from app.sync.envelope import ForkNotice, Item, JournalHead, Piece, RosterNotice, Witness
from app.sync.sealing import BundleDraft
from app.sync.stream import Outbox
from tests.sync import forge
from tests.sync.city import drafts
from tests.vectors.good import CZJ, GAJ, H0, H1, H2, PHOTO, SJJ, UIDS, Good, written


def witness(about: str, **changes: Any) -> dict[str, Any]:
    return {"agency": about, "incarnation": 1, "key": SJJ.key, "lines": 5, "head": H0} | changes


def roster(mechanism: str) -> dict[str, Any]:
    return {"mechanism": mechanism, "version": 3, "sha256": H0}


def full(good: Good) -> bytes:
    return written(full_draft(good), PHOTO)


def full_draft(good: Good) -> BundleDraft:
    return good.draft(
        items=(Item(canon.sha256(PHOTO), len(PHOTO), "照片.jpg", Piece(H1, 5, 100)),),
        fork=ForkNotice(1, 7, H1, H2),
        rosters=(RosterNotice(UIDS[1], 2, H1), RosterNotice(UIDS[0], 3, H0)),
        card=cards.write(CZJ.card, CZJ.seed),
        wants=(H2, H1),
        journal=JournalHead(12, H0),
        witness=(Witness(SJJ.uid, 1, SJJ.key, 5, H0), Witness(UIDS[5], 2, GAJ.key, 0, None)),
    )


def acknowledgement(good: Good) -> bytes:
    last = good.entries[-1]
    return written(good.draft(entries=(), after=last.seq, after_head=last.hash))


def destroyed(good: Good) -> bytes:
    first, second = good.entries
    return written(good.draft(entries=(entry.restore(first.head_bytes, None, None), second)))


def forwarded(good: Good) -> bytes:
    plain = forge.claimed_by(GAJ, good.plain)
    plain["recipient"] = {"uid": SJJ.uid, "handle": SJJ.handle}
    return forge.enveloped(GAJ, plain, age.encrypt_bytes(good.tar, SJJ.to))


def other_path(good: Good) -> bytes:
    first, second = canon.loads(good.held[paper.CONTENT])["items"]
    tar = forge.relisted(CZJ, good.tar, items=[first, second | {"path": "att/../../x"}])
    held = forge.members(tar)
    held["att/../../x"] = held.pop(good.attachment)
    return good.refilled(forge.tar_of(held.items()))


def link(good: Good) -> bytes:
    place = good.tar.rindex(good.attachment.encode())
    block = bytearray(good.tar[place : place + tape.BLOCK])
    block[156:157] = b"2"
    block[148:156] = b" " * 8
    block[148:155] = b"%06o\0" % sum(block)
    return good.refilled(good.tar[:place] + bytes(block) + good.tar[place + tape.BLOCK :])


def flipped(good: Good) -> bytes:
    data = bytearray(good.data)
    data[-1000] ^= 1
    return bytes(data)


def swapped(good: Good) -> bytes:
    """Another ciphertext of the same length, its CRC put right."""
    text = canon.dumps(good.plain)
    size = good.plain["payload"]["size"]
    end = good.data.index(b"PK\1\2")
    cipher = bytearray(good.data[end - size : end])
    cipher[-1] ^= 1
    return forge.zipped(text, signature.sign(text, signature.ENVELOPE, CZJ.seed), bytes(cipher))


def namespace(good: Good) -> bytes:
    text = canon.dumps(good.plain)
    return forge.zipped(text, signature.sign(text, signature.CONTENT, CZJ.seed), good.cipher)


def other_body(good: Good) -> bytes:
    records = good.held[paper.RECORDS].replace("第1步".encode(), "第9步".encode())
    first, second = canon.loads(good.held[paper.CONTENT])["items"]
    tar = forge.relisted(CZJ, good.tar, items=[first | {"sha256": canon.sha256(records)}, second])
    return good.refilled(forge.tar_of((forge.members(tar) | {paper.RECORDS: records}).items()))


def foreign_entry(good: Good) -> bytes:
    """A statement of audit among those of finance, rightly listed."""
    made = stream.extend(Outbox(1), drafts(SJJ, 1))[1]
    records = b"".join(map(entry.line, made))
    span = {"base": 0, "from": 1, "to": 1, "head": made[0].hash}
    tar = forge.relisted(
        CZJ,
        good.tar,
        stream=span,
        events=[{"seq": 1, "sha256": made[0].hash}],
        items=[{"path": paper.RECORDS, "sha256": canon.sha256(records), "size": len(records)}],
    )
    held = forge.members(tar) | {paper.RECORDS: records}
    del held[good.attachment]
    cipher = age.encrypt_bytes(forge.tar_of(held.items()), GAJ.to)
    return forge.enveloped(CZJ, good.plain | {"stream": span}, cipher)
