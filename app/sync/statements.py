"""What the entries of the protocol itself say; ``docs/bundle-format.md`` lists all types.

Bodies are frozen dataclasses; ``kernel.plain`` is the strict pair to and from plain values.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.kernel.canon import Plain

START: Final = "start/1"
MANIFEST: Final = "manifest/1"
ECHO: Final = "echo/1"
WITHDRAW: Final = "withdraw/1"
RECEIPT: Final = "receipt/1"
ROSTER: Final = "roster/1"
PACK: Final = "pack/1"

UNTOLD: Final = frozenset({START, MANIFEST, ECHO, ROSTER, PACK})
"""Types that state no record of the author's own: no inventory lists them, nobody gives them
back, and a new incarnation does not restate them."""


class Renewal(StrEnum):
    """Why an agency began a new incarnation."""

    RESTORE = "restore"
    ROTATION = "rotation"
    RECOVERY = "recovery"
    HANDOVER = "handover"
    MEETING = "meeting"
    """The incarnation is older; the recipient was met only after it began."""


@dataclass(frozen=True, slots=True)
class Held:
    """The position up to which the author holds the recipient's stream; ``head`` is "" for 0."""

    incarnation: int
    key: str
    seq: int
    head: str


@dataclass(frozen=True, slots=True)
class Listed:
    """A record of the author's own as it told it to the recipient.

    ``content`` is the SHA-256 of the canonical body; "" when the record is ``gone`` (withdrawn, or
    destroyed by law), so that nobody gives it back. ``before`` are the other contents the author
    knows to have told: what the recipient holds and is none of them comes from a copy of the
    author's register that this one knows nothing of.
    """

    record: str
    type: str
    version: int
    content: str
    gone: bool = False
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Start:
    """The first entry of every incarnation after the first."""

    reason: Renewal
    held: Held
    inventory: tuple[Listed, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """The signed content list that proves who made the entries given back after it.

    ``content`` and ``signature`` are the texts of ``content.json`` and its signature, ``card`` the
    text of the card file whose key signed, as the giver held it.
    """

    content: str
    signature: str
    card: str


@dataclass(frozen=True, slots=True)
class Echo:
    """An entry of the recipient's own, given back; ``manifest`` is the SHA-256 of the content list
    that names its hash.

    ``over`` are the contents this one is known to come after: nothing is lost when it takes the
    place of one of them.
    """

    head: str
    blind: str
    body: dict[str, Plain]
    manifest: str
    over: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Withdraw:
    """The author takes a record back for ever; number, date and reason stay known."""

    type: str
    reason: str


@dataclass(frozen=True, slots=True)
class PackBody:
    """A rule pack of the lead's, as text."""

    data: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """A person of the author's has opened these records of the recipient's."""

    records: tuple[str, ...]
    seen_at: datetime
    seen_by: str
