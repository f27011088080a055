"""Every bundle of ``bundles/``: what a reader must answer, why, and how it is made."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from app.kernel import age, canon
from app.sync import envelope as paper
from app.sync import signature
from tests.sync import forge
from tests.vectors import spoilt
from tests.vectors.good import (
    CZJ,
    FORM,
    GAJ,
    H0,
    H1,
    INCOMPLETE,
    INTACT,
    NEWER,
    PHOTO,
    SIGNATURE,
    SJJ,
    UIDS,
    Vector,
    card_object,
    written,
)

V = Vector
BUNDLES: Final[dict[str, Vector]] = {
    "good": V(INTACT, "two entries and one attachment", lambda good: good.data),
    "full": V(INTACT, "everything that may be left out is there, and a piece", spoilt.full),
    "acknowledgement": V(INTACT, "no entries: from is to + 1", spoilt.acknowledgement),
    "destroyed": V(
        INTACT, "the first body was destroyed by law; its head remains", spoilt.destroyed
    ),
    "series": V(
        INTACT,
        "a later bundle of a series: from is above base + 1",
        lambda good: written(good.draft(entries=good.entries[1:], base=0)),
    ),
    "unknown-fields": V(
        INTACT,
        "fields a later program added, in envelope and content list",
        lambda good: forge.enveloped(
            CZJ,
            good.plain | {"later": {"x": 1}},
            age.encrypt_bytes(forge.relisted(CZJ, good.tar, later=[1]), GAJ.to),
        ),
    ),
    # -- copies that are not whole, and bytes that changed on the way
    "truncated": V(INCOMPLETE, "cut off", lambda good: good.data[:-200]),
    "zeros": V(
        INCOMPLETE,
        "the end never reached the medium",
        lambda good: good.data[:-600].ljust(len(good.data), b"\0"),
    ),
    "flipped": V(FORM, "one bit of the ciphertext", spoilt.flipped),
    "trailing": V(FORM, "a byte behind the end", lambda good: good.data + b"\0"),
    # -- who signed what
    "key": V(
        SIGNATURE,
        "signed by another key than the envelope names",
        lambda good: forge.enveloped(SJJ, good.plain, good.cipher),
    ),
    "namespace": V(
        SIGNATURE, "envelope signed in the namespace of content lists", spoilt.namespace
    ),
    "resigned": V(
        SIGNATURE,
        "another agency's envelope around the ciphertext",
        lambda good: forge.enveloped(SJJ, forge.claimed_by(SJJ, good.plain), good.cipher),
    ),
    "swapped": V(
        SIGNATURE,
        "another ciphertext than the one that was signed",
        spoilt.swapped,
    ),
    "forwarded": V(
        SIGNATURE,
        "signed content passed on by its recipient under an envelope of its own, to sjj",
        spoilt.forwarded,
        opened_by="sjj",
    ),
    "content-namespace": V(
        SIGNATURE,
        "content list signed in the namespace of envelopes",
        lambda good: good.members(
            lambda held: held.update(
                {
                    paper.CONTENT_SIGNATURE: signature.sign(
                        held[paper.CONTENT], signature.ENVELOPE, CZJ.seed
                    )
                }
            )
        ),
    ),
    "foreign": V(
        FORM,
        "encrypted to another key than the recipient's",
        lambda good: good.refilled(good.tar, SJJ.to),
    ),
    # -- the text of the envelope
    "duplicate-key": V(
        FORM,
        "a key twice in the envelope",
        lambda good: good.outside_text(
            lambda text: text.replace(b'"purpose":', b'"purpose":"real","purpose":')
        ),
    ),
    "space": V(
        FORM,
        "a space between two fields",
        lambda good: good.outside_text(lambda text: text.replace(b',"bundle"', b', "bundle"')),
    ),
    "mark": V(
        FORM,
        "a byte order mark in front",
        lambda good: good.outside_text(lambda text: b"\xef\xbb\xbf" + text),
    ),
    "unsorted-keys": V(
        FORM,
        "keys in another order",
        lambda good: good.outside_text(
            lambda text: b'{"suite":"lianxi-1",' + text[1:].replace(b',"suite":"lianxi-1"', b"")
        ),
    ),
    "fraction": V(
        FORM,
        "a number with a fraction",
        lambda good: good.outside_text(lambda text: text.replace(b'"seq":0', b'"seq":0.0')),
    ),
    "null": V(
        FORM,
        "null where a field should be left out",
        lambda good: good.outside_text(
            lambda text: text.replace(b'"recipient":', b'"later":null,"recipient":')
        ),
    ),
    "large-number": V(
        FORM,
        "2^63 in a field nobody knows",
        lambda good: good.outside_text(
            lambda text: text.replace(
                b'"recipient":', b'"later":9223372036854775808,"recipient":'
            )
        ),
    ),
    "deep": V(
        FORM,
        "33 lists within each other",
        lambda good: good.outside_text(
            lambda text: text.replace(
                b'"recipient":', b'"later":' + b"[" * 33 + b"]" * 33 + b',"recipient":'
            )
        ),
    ),
    "decomposed": V(
        FORM,
        "a text that is not in NFC",
        lambda good: good.outside_text(
            lambda text: text.replace(
                b'"recipient":', '"later":"e\u0301","recipient":'.encode()
            )
        ),
    ),
    "newer": V(NEWER, "type lianxi-bundle/2", lambda good: good.outside(type="lianxi-bundle/2")),
    "suite": V(NEWER, "another suite", lambda good: good.outside(suite="lianxi-gm-1")),
    # -- numbers
    "base-above": V(FORM, "base is not below from", lambda good: good.outside_in("stream", base=1)),
    "base-missing": V(FORM, "no base", lambda good: good.outside_in("stream", base=None)),
    "ack-without-key": V(
        FORM, "an acknowledgement without key", lambda good: good.outside_in("ack", key=None)
    ),
    "ack-key": V(
        FORM, "a key that is no fingerprint", lambda good: good.outside_in("ack", key="SHA256:x")
    ),
    # -- notices
    "fork-one-hash": V(
        FORM,
        "a fork notice with the same hash twice",
        lambda good: good.outside(fork={"incarnation": 1, "seq": 1, "held": H0, "found": H0}),
    ),
    "fork-number": V(
        FORM,
        "a fork notice of number 0",
        lambda good: good.outside(fork={"incarnation": 1, "seq": 0, "held": H0, "found": H1}),
    ),
    "fork-half": V(
        FORM,
        "a fork notice with one hash",
        lambda good: good.outside(fork={"incarnation": 1, "seq": 1, "held": H0}),
    ),
    "rosters-unsorted": V(
        FORM,
        "rosters not sorted by mechanism",
        lambda good: good.outside(rosters=[spoilt.roster(UIDS[1]), spoilt.roster(UIDS[0])]),
    ),
    "rosters-twice": V(
        FORM,
        "two rosters of one mechanism",
        lambda good: good.outside(rosters=[spoilt.roster(UIDS[0]), spoilt.roster(UIDS[0])]),
    ),
    "rosters-empty": V(
        FORM, "an empty list that should be left out", lambda good: good.outside(rosters=[])
    ),
    "card-foreign": V(
        FORM,
        "the card of another agency in the envelope",
        lambda good: good.outside(card=card_object(SJJ)),
    ),
    "card-key": V(
        FORM,
        "the sender's card with another signing key than the envelope's",
        lambda good: good.outside(card=card_object(replace(CZJ, seed=bytes([9]) * 32))),
    ),
    "card-incarnation": V(
        FORM,
        "the sender's card of another incarnation",
        lambda good: good.outside(card=card_object(replace(CZJ, incarnation=2))),
    ),
    "card-altered": V(
        FORM,
        "the sender's card with another root than was signed",
        lambda good: good.outside(
            card=card_object(
                CZJ, card=card_object(replace(CZJ, root=bytes([9]) * 32))["card"]
            )
        ),
    ),
    # -- the content list
    "content-routing": V(
        FORM,
        "content list with another acknowledgement than the envelope",
        lambda good: good.listed(ack=good.plain["ack"] | {"key": SJJ.key}),
    ),
    "path": V(
        FORM,
        "an attachment whose path is not its hash, rightly listed and signed",
        spoilt.other_path,
    ),
    "piece-beyond": V(
        FORM,
        "a piece that ends behind its whole",
        lambda good: good.piece(offset=100 - len(PHOTO) + 1),
    ),
    "piece-offset": V(
        FORM, "a piece that starts behind its whole", lambda good: good.piece(offset=101)
    ),
    "piece-whole": V(
        FORM, "a piece that is all of its whole", lambda good: good.piece(total=len(PHOTO))
    ),
    "piece-itself": V(
        FORM,
        "a piece of itself",
        lambda good: good.piece(of=good.attachment.removeprefix("att/")),
    ),
    "piece-half": V(
        FORM,
        "a piece without offset",
        lambda good: good.listed(
            items=[
                each
                | ({} if each["path"] == paper.RECORDS else {"piece": {"of": H1, "total": 100}})
                for each in canon.loads(good.held[paper.CONTENT])["items"]
            ]
        ),
    ),
    "wants-unsorted": V(FORM, "wants not sorted", lambda good: good.listed(wants=[H1, H0])),
    "wants-twice": V(FORM, "one want twice", lambda good: good.listed(wants=[H1, H1])),
    "wants-no-hash": V(FORM, "a want that is no hash", lambda good: good.listed(wants=["x"])),
    "journal-without-head": V(
        FORM, "a journal without head", lambda good: good.listed(journal={"lines": 3})
    ),
    "witness-of-recipient": V(
        FORM,
        "a witness of the recipient",
        lambda good: good.listed(witness=[spoilt.witness(GAJ.uid)]),
    ),
    "witness-unsorted": V(
        FORM,
        "witnesses not sorted by agency",
        lambda good: good.listed(witness=[spoilt.witness(UIDS[1]), spoilt.witness(UIDS[0])]),
    ),
    "witness-without-head": V(
        FORM,
        "a witness of five lines without head",
        lambda good: good.listed(
            witness=[{k: v for k, v in spoilt.witness(SJJ.uid).items() if k != "head"}]
        ),
    ),
    # -- the tar and the records
    "link": V(FORM, "a symbolic link in the tar", spoilt.link),
    "missing": V(
        FORM,
        "an attachment that is listed is not there",
        lambda good: good.members(lambda held: held.pop(good.attachment)),
    ),
    "other-bytes": V(
        FORM,
        "an attachment with other bytes than listed",
        lambda good: good.members(
            lambda held: held.update({good.attachment: PHOTO.replace(b"photo", b"piano")})
        ),
    ),
    "body": V(FORM, "a body that is not the one of its head", spoilt.other_body),
    "foreign-entry": V(FORM, "an entry another agency states", spoilt.foreign_entry),
}  # fmt: skip
