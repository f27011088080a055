"""The bundle that the defects of ``bundles/`` are made in, its agencies, and ways to spoil it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from app.kernel import age, canon
from app.sync import card as cards
from app.sync import entry, signature, stream
from app.sync import envelope as paper
from app.sync.sealing import BundleDraft
from app.sync.stream import Outbox
from tests.sync import forge
from tests.sync.city import Agency, bundle_draft, drafts, item, sealed

PHOTO: Final = b"\xff\xd8 synthetic photo"
FORM, SIGNATURE, INCOMPLETE, NEWER, CARD = (f"E-XCH-{n}" for n in ("02", "03", "01", "11", "15"))
INTACT: Final = "intact"
H0, H1, H2 = ("0" * 64, "1" * 64, "2" * 64)
UIDS: Final = [f"00000000-0000-4000-8000-0000000000{n:02x}" for n in range(0xD0, 0xDA)]
BUNDLE: Final = "00000000-0000-4000-8000-0000000000b1"


def agency(handle: str, number: int) -> Agency:
    return Agency(
        handle,
        uid=f"00000000-0000-4000-8000-{number:012d}",
        seed=bytes([number]) * 32,
        identity=age.identity_of(bytes([0x10 + number]) * 32),
        root=bytes([0x20 + number]) * 32,
    )


CZJ, GAJ, SJJ = agency("czj", 1), agency("gaj", 2), agency("sjj", 3)


def written(draft: BundleDraft, *contents: bytes) -> bytes:
    with tempfile.TemporaryDirectory() as scratch:
        return sealed(CZJ, draft, GAJ.to, Path(scratch), *contents)[0]


class Good:
    """The bundle that each defect is made in."""

    @cached_property
    def entries(self) -> tuple[entry.Entry, ...]:
        return stream.extend(Outbox(1), drafts(CZJ, 2))[1]

    def draft(self, **other: Any) -> BundleDraft:
        entries = other.pop("entries", self.entries)
        return bundle_draft(CZJ, GAJ, entries, **{"bundle": BUNDLE} | other)

    @cached_property
    def data(self) -> bytes:
        return written(self.draft(items=(item(PHOTO),)), PHOTO)

    @cached_property
    def tar(self) -> bytes:
        return forge.inner(self.data, GAJ.identity)

    @cached_property
    def held(self) -> dict[str, bytes]:
        return forge.members(self.tar)

    @cached_property
    def cipher(self) -> bytes:
        return age.encrypt_bytes(self.tar, GAJ.to)

    @property
    def plain(self) -> dict[str, Any]:
        return forge.envelope_plain(self.data)

    def outside(self, **changes: Any) -> bytes:
        """With *changes* in the envelope."""
        return forge.enveloped(CZJ, self.plain | changes, self.cipher)

    def outside_in(self, name: str, **changes: Any) -> bytes:
        """With *changes* in object *name* of the envelope; what is None goes."""
        inner = {k: v for k, v in (self.plain[name] | changes).items() if v is not None}
        return self.outside(**{name: inner})

    def outside_text(self, change: Callable[[bytes], bytes]) -> bytes:
        """With the envelope's text changed as bytes, rightly signed."""
        text = change(canon.dumps(self.plain))
        signed = signature.sign(text, signature.ENVELOPE, CZJ.seed)
        return forge.zipped(text, signed, self.cipher)

    def refilled(self, tar: bytes, to: str = GAJ.to) -> bytes:
        return forge.refilled(CZJ, self.data, to, tar)

    def listed(self, **changes: Any) -> bytes:
        """With *changes* in the content list, rightly signed."""
        return self.refilled(forge.relisted(CZJ, self.tar, **changes))

    def members(self, change: Callable[[dict[str, bytes]], object]) -> bytes:
        held = dict(self.held)
        change(held)
        return self.refilled(forge.tar_of(held.items()))

    def piece(self, size: int = len(PHOTO), **changes: Any) -> bytes:
        """With the attachment listed as a piece."""
        piece = {"of": H1, "offset": 0, "total": 100} | changes
        first, second = canon.loads(self.held[paper.CONTENT])["items"]
        return self.listed(items=[first, second | {"size": size, "piece": piece}])

    @property
    def attachment(self) -> str:
        return next(name for name in self.held if name.startswith("att/"))


def card_object(of: Agency, **changes: Any) -> dict[str, Any]:
    found = canon.loads(cards.write(of.card, of.seed))
    assert isinstance(found, dict)
    return found | changes


@dataclass(frozen=True)
class Vector:
    expected: str
    why: str
    make: Callable[[Good], bytes]
    opened_by: str = "gaj"
