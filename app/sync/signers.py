"""The ``allowed_signers`` file that ``ssh-keygen -Y verify -f`` reads, read and written.

A line is ``principals [options] keytype key [comment]``. What this reader cannot take at its word
refuses the whole file, by line: a key that is passed over silently would look like an unknown one.

Source: OpenSSH, ssh-keygen(1) ALLOWED SIGNERS and ssh_config(5) PATTERNS.
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final

from app.kernel import clock
from app.kernel.errors import SignersFileError
from app.sync import signature

DOMAIN: Final = "lianxi"
MAX_FILE: Final = 1 << 20
"""Bytes; a line is about 120."""

EVIDENCE: Final = "lianxi-evidence@v1"
"""The namespace of a folder of evidence."""

_SIGNING: Final = (signature.ENVELOPE, signature.CONTENT, signature.CARD, EVIDENCE)
_RULING: Final = (signature.ROOT, signature.ROSTER)
_WORD: Final = re.compile(r'(?:"[^"]*"|[^\s"])+')
_OPTION: Final = re.compile(r'([a-z-]+)(?:="([^"]*)")?(?:,|$)', re.IGNORECASE)
_MOMENT: Final = re.compile(r"(\d{8})(\d{4})?(\d{2})?(Z|UTC)?", re.ASCII)
_VALUED: Final = frozenset({"namespaces", "valid-after", "valid-before"})
_KEY_TYPE: Final = re.compile(r"(?:sk-)?(?:ssh|ecdsa)-[a-z0-9-]+(?:@openssh\.com)?")


class Fit(StrEnum):
    """What a file says of a key, the best of its lines; ``absent``: no line has the key."""

    FITS = "fits"
    OUT_OF_TIME = "out-of-time"
    OTHER_NAMESPACE = "other-namespace"
    OTHER_PRINCIPAL = "other-principal"
    ABSENT = "absent"


_BEST_FIRST: Final = tuple(Fit)


@dataclass(frozen=True, slots=True)
class Line:
    """*principals* and *namespaces* are pattern lists; no *namespaces* means every one.

    *after* and *before* bound the moments at which the key may be believed.
    """

    number: int
    principals: str
    namespaces: str | None
    after: datetime | None
    before: datetime | None
    key: str

    def fit(self, principal: str, namespace: str, at: datetime) -> Fit:
        if not _in_list(principal, self.principals):
            return Fit.OTHER_PRINCIPAL
        if self.namespaces is not None and not _in_list(namespace, self.namespaces):
            return Fit.OTHER_NAMESPACE
        early = self.after is not None and at < self.after
        late = self.before is not None and at > self.before
        return Fit.OUT_OF_TIME if early or late else Fit.FITS


@dataclass(frozen=True, slots=True)
class Signers:
    """The lines of one file, in their order."""

    lines: tuple[Line, ...]

    def ask(
        self, key: str, principal: str, namespace: str, at: datetime
    ) -> tuple[Fit, Line | None]:
        """Whether *key* may sign for *principal* in *namespace* at *at*, and by which line.

        As ``ssh-keygen``, *at* is the moment of checking, not one the signer stated.
        """
        found = [(each.fit(principal, namespace, at), each) for each in self.lines]
        fitting = [(fit, each) for fit, each in found if each.key == key]
        return min(fitting, key=lambda pair: _BEST_FIRST.index(pair[0]), default=(Fit.ABSENT, None))


def principal_of(handle: str) -> str:
    """The name an agency has in such a file: ``czj@lianxi``."""
    return f"{handle}@{DOMAIN}"


def line(handle: str, key: str) -> str:
    """The line for an agency's signing *key* (``ssh-ed25519 AAAA…``), with its line feed."""
    return _written(handle, _SIGNING, key)


def root_line(handle: str, key: str) -> str:
    """The line for an agency's root *key*, which signs roots and rosters and nothing else."""
    return _written(handle, _RULING, key)


def read(data: bytes) -> Signers:
    """The lines of a file.

    Raises:
        SignersFileError: with the number of each line that cannot be used, and the first reason.
    """
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise SignersFileError(lines=(), reason="not text") from error
    if len(data) > MAX_FILE:
        raise SignersFileError(lines=(), reason="too long")
    found, wrong = [], []
    for number, row in enumerate(text.split("\n"), 1):
        if (kept := row.strip()) and not kept.startswith("#"):
            try:
                found.append(_line(number, kept))
            except ValueError as error:
                wrong.append((number, str(error)))
    if wrong:
        raise SignersFileError(lines=tuple(number for number, _ in wrong), reason=wrong[0][1])
    return Signers(tuple(found))


def _written(handle: str, namespaces: tuple[str, ...], key: str) -> str:
    return f'{principal_of(handle)} namespaces="{",".join(namespaces)}" {key}\n'


def _line(number: int, row: str) -> Line:
    """Raises ValueError, with the reason."""
    words = _WORD.findall(row)
    options: dict[str, str | None] = {}
    if len(words) > 1 and not _KEY_TYPE.fullmatch(words[1]):
        options = dict(_options(words.pop(1)))
    if len(words) < 3:
        raise ValueError("principals, key type and key expected")
    principals, kind, blob = words[:3]
    _check_key(kind, blob)
    return Line(
        number=number,
        principals=principals.strip('"'),
        namespaces=options.get("namespaces"),
        after=_moment(options.get("valid-after")),
        before=_moment(options.get("valid-before")),
        key=f"{kind} {blob}",
    )


def _options(word: str) -> Iterator[tuple[str, str | None]]:
    seen, place = set(), 0
    while place < len(word):
        found = _OPTION.match(word, place)
        name = found[1].lower() if found else ""
        if found is None or (name in _VALUED) != (found[2] is not None):
            raise ValueError("an option that is not understood")
        if name == "cert-authority":
            raise ValueError("cert-authority: certificates are not used here")
        if name not in _VALUED or name in seen:
            raise ValueError(f"option {name}: unknown, or given twice")
        seen.add(name)
        yield name, found[2]
        place = found.end()


def _check_key(kind: str, blob: str) -> None:
    """The key must name its own type (RFC 4253 section 6.6); only Ed25519 ever fits."""
    try:
        raw = base64.b64decode(blob, validate=True)
    except (binascii.Error, ValueError) as error:
        raise ValueError("the key is not base64") from error
    name = kind.encode()
    if not _KEY_TYPE.fullmatch(kind) or not raw.startswith(len(name).to_bytes(4, "big") + name):
        raise ValueError("the key is not of the type named")


def _moment(text: str | None) -> datetime | None:
    """``YYYYMMDD[HHMM[SS]][Z]``; without ``Z`` the local time of the place, UTC+08:00."""
    if text is None:
        return None
    found = _MOMENT.fullmatch(text)
    if found is None or (found[3] and not found[2]):
        raise ValueError(f"not a moment: {text[:20]}")
    digits = found[1] + (found[2] or "0000") + (found[3] or "00")
    zone = "+0000" if found[4] else "+0800"
    # Raises ValueError for a day that does not exist.
    return datetime.strptime(digits + zone, "%Y%m%d%H%M%S%z").astimezone(clock.BEIJING)


def _in_list(text: str, patterns: str) -> bool:
    """Whether *text* fits one of comma-separated *patterns* and none that is negated by ``!``."""
    listed = patterns.split(",")
    refused = [each[1:] for each in listed if each.startswith("!")]
    if any(_fits(text, each) for each in refused):
        return False
    return any(_fits(text, each) for each in listed if not each.startswith("!"))


def _fits(text: str, pattern: str) -> bool:
    """``*`` stands for any characters, ``?`` for one; nothing else has a meaning."""
    parts = (".*" if c == "*" else "." if c == "?" else re.escape(c) for c in pattern)
    return re.fullmatch("".join(parts), text, re.DOTALL) is not None
