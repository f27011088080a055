"""Makes the files of ``bundles/`` anew: ``python -m tests.vectors.make_bundles``.

Keys are fixed; encryption and blinding are random, so that each run makes other bytes with the
same meaning. ``index.json`` says what a reader must answer to each, and what this program's reader
finds wrong.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from app.kernel import canon
from app.kernel.errors import BundleError
from app.sync import card as cards
from app.sync import envelope as paper
from app.sync import signature
from tests.sync import forge
from tests.sync.city import Agency, opened
from tests.vectors.good import (
    BUNDLE,
    CARD,
    CZJ,
    GAJ,
    INTACT,
    NEWER,
    PHOTO,
    SJJ,
    Good,
    Vector,
    card_object,
)
from tests.vectors.table import BUNDLES

FOLDER: Final = Path(__file__).parent / "bundles"
CZJ_2: Final = replace(CZJ, incarnation=2, seed=bytes([4]) * 32)
IDENTITIES: Final = {each.handle: each.identity for each in (CZJ, GAJ, SJJ)}
V = Vector


def card_file(vouchers: list[tuple[str, bytes, bytes]], of: Agency = CZJ_2) -> bytes:
    """A card vouched for by (key named, seed that signed, what it signed instead of the card)."""
    plain = card_object(of)
    named = [
        {
            "key": key,
            "sig": signature.sign(
                data or canon.dumps(plain["card"]), signature.CARD, seed
            ).decode(),
        }
        for key, seed, data in vouchers
    ]
    return canon.dumps(plain | {"vouchers": named})


def resigned_card(change: Callable[[dict[str, Any]], object]) -> bytes:
    plain = card_object(CZJ)["card"]
    change(plain)
    signed = signature.sign(canon.dumps(plain), signature.CARD, CZJ.seed)
    return canon.dumps({"card": plain, "sig": signed.decode()})


CARDS: Final[dict[str, Vector]] = {
    "czj": V(INTACT, "a card", lambda _: cards.write(CZJ.card, CZJ.seed)),
    "czj-2": V(
        INTACT,
        "the card of a later incarnation, vouched for by the key of the first",
        lambda _: cards.write(CZJ_2.card, CZJ_2.seed, [CZJ.seed]),
    ),
    "voucher-other-key": V(
        CARD,
        "a voucher signed by another key than it names",
        lambda _: card_file([(CZJ.public, SJJ.seed, b"")]),
    ),
    "voucher-other-card": V(
        CARD,
        "a voucher over another card",
        lambda _: card_file([(CZJ.public, CZJ.seed, b"{}")]),
    ),
    "voucher-own-key": V(
        CARD,
        "a card vouched for by its own key",
        lambda _: card_file([(CZJ_2.public, CZJ_2.seed, b"")]),
    ),
    "vouchers-unsorted": V(
        CARD,
        "vouchers not sorted by key",
        lambda _: card_file(
            sorted(((a.public, a.seed, b"") for a in (CZJ, SJJ)), reverse=True)
        ),
    ),
    "vouchers-empty": V(
        CARD, "an empty list that should be left out", lambda _: card_file([])
    ),
    "card-signed-by-other": V(
        CARD,
        "a card signed by another key than its own",
        lambda _: canon.dumps(
            card_object(
                CZJ,
                sig=signature.sign(
                    canon.dumps(card_object(CZJ)["card"]), signature.CARD, SJJ.seed
                ).decode(),
            )
        ),
    ),
    "card-without-root": V(
        CARD,
        "a card without root key, rightly signed",
        lambda _: resigned_card(lambda plain: plain.pop("root")),
    ),
    "card-newer": V(
        NEWER,
        "type lianxi-card/2",
        lambda _: resigned_card(lambda plain: plain.update(type="lianxi-card/2")),
    ),
}  # fmt: skip


def made() -> dict[str, bytes]:
    """Every file by its name, made anew."""
    good = Good()
    bundles = {f"{name}.lxb": each.make(good) for name, each in BUNDLES.items()}
    return bundles | {f"{name}.lxcard": each.make(good) for name, each in CARDS.items()}


def answer(name: str, data: bytes) -> tuple[str, str]:
    """What our reader says to a file: the code of its refusal and what it found wrong."""
    stem, _, ending = name.partition(".")
    try:
        if ending == "lxcard":
            cards.read(data)
        else:
            opened(data, IDENTITIES[BUNDLES[stem].opened_by])
    except BundleError as error:
        facts = error.facts
        return error.code, str(next(facts[f] for f in ("reason", "part", "found") if f in facts))
    return INTACT, ""


def table() -> dict[str, dict[str, str]]:
    """What must happen to each file."""
    named = {f"{name}.lxb": each for name, each in BUNDLES.items()}
    named |= {f"{name}.lxcard": each for name, each in CARDS.items()}
    return {name: {"expected": each.expected, "why": each.why} for name, each in named.items()}


def index(files: dict[str, bytes]) -> dict[str, Any]:
    good = files["good.lxb"]
    held = forge.members(forge.inner(good, GAJ.identity))
    return {
        "agencies": {each.handle: _keys(each) for each in (CZJ, GAJ, SJJ)},
        "files": {
            name: said | {"found": answer(name, files[name])[1]} for name, said in table().items()
        },
        "good": {
            "attachments": [canon.sha256(PHOTO)],
            "bundle": BUNDLE,
            "entries": [each["sha256"] for each in canon.loads(held[paper.CONTENT])["events"]],
            "envelope_sha256": canon.sha256(canon.dumps(forge.envelope_plain(good))),
        },
        "full": {
            "envelope": forge.envelope_plain(files["full.lxb"]),
            "content": canon.loads(
                forge.members(forge.inner(files["full.lxb"], GAJ.identity))[paper.CONTENT]
            ),
        },
        "opened_by": {
            f"{name}.lxb": each.opened_by
            for name, each in BUNDLES.items()
            if each.opened_by != "gaj"
        },
        "vouchers": {"czj-2.lxcard": [CZJ.public]},
    }


def _keys(of: Agency) -> dict[str, str]:
    return {
        "fingerprint": " ".join(of.card.fingerprint),
        "identity": of.identity,
        "recipient": of.to,
        "root": signature.public_of(of.root),
        "root_seed": of.root.hex(),
        "sign": of.public,
        "sign_seed": of.seed.hex(),
        "uid": of.uid,
    }


def main() -> None:
    files = made()
    for old in (*FOLDER.glob("*.lxb"), *FOLDER.glob("*.lxcard")):
        old.unlink()
    for name, data in files.items():
        (FOLDER / name).write_bytes(data)
    text = json.dumps(index(files), ensure_ascii=False, indent=2, sort_keys=True)
    (FOLDER / "index.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
