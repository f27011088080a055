"""A folder of evidence: what two agencies stated in one matter, so that strangers can check it.

Each bundle that carried a statement has a folder with its two signed texts and both signatures,
and per entry the bytes whose hash the signed content list holds. ``SHA256SUMS`` covers every file
and is signed by whoever made the folder; ``docs/verify.md`` checks all of it with stock tools.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from app.kernel import canon, clock
from app.kernel.errors import (
    AppError,
    BadSignatureError,
    BundleError,
    EvidenceFolderError,
    NotCanonicalError,
    from_os_error,
)
from app.kernel.files import CHUNK, forget_cached
from app.kernel.terms import SUITE, Purpose
from app.sync import card as cards
from app.sync import entry as entries_of
from app.sync import envelope as paper
from app.sync import form, signature, signers
from app.sync.entry import Entry
from app.sync.medium import Watch, silent
from app.sync.routing import Routing, Sender

TYPE: Final = "lianxi-evidence/1"
NAMESPACE: Final = signers.EVIDENCE
SUMS: Final = "SHA256SUMS"
SUMS_SIGNATURE: Final = "SHA256SUMS.sig"
ABOUT: Final = "evidence.json"
ATTACHMENTS: Final = "attachments"
BUNDLES: Final = "bundles"
CARDS: Final = "cards"

_MAX_SUMS: Final = 16 << 20
_MAX_FILES: Final = 100_000
_LINE: Final = re.compile(r"([0-9a-f]{64})  ([A-Za-z0-9._/-]{1,200})")
_ENTRY: Final = re.compile(r"entries/(\d{6,})\.(head|body)\.json")
_HASH: Final = re.compile(rb"[0-9a-f]{64}")
_TEXTS: Final = ("envelope.json", "envelope.json.sig", "content.json", "content.json.sig")
_LIMITS: Final = (
    paper.MAX_ENVELOPE, signature.MAX_SIGNATURE, paper.MAX_INNER, signature.MAX_SIGNATURE,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class About:
    """Who put the folder together, of which matter, and when."""

    purpose: Purpose
    matter: str
    exporter: Sender
    created: datetime


@dataclass(frozen=True, slots=True)
class BundleTexts:
    """The signed texts of a bundle and its entries; one without its body shows only its head."""

    envelope: bytes
    envelope_signature: bytes
    content: bytes
    content_signature: bytes
    entries: tuple[Entry, ...]

    @property
    def place(self) -> str:
        """The folder of this bundle: 16 digits of the hash that identifies it."""
        return f"{BUNDLES}/{canon.sha256(self.envelope)[:16]}"


@dataclass(frozen=True, slots=True)
class CheckedBundle:
    """A bundle whose texts are both signed by *signer* (``ssh-ed25519 AAAA…``).

    *shown* are the entries with their bodies, *headed* counts those of which only the head is here.
    """

    routing: Routing
    signer: str
    shown: tuple[Entry, ...]
    headed: int


@dataclass(frozen=True, slots=True)
class Checked:
    """A folder that is what was written. *strangers* are files that belong to no evidence."""

    about: About
    signer: str
    bundles: tuple[CheckedBundle, ...]
    attachments: int
    strangers: tuple[str, ...]


def about_text(about: About) -> bytes:
    exporter = about.exporter
    return canon.dumps(
        {
            "created": clock.to_text(about.created),
            "exporter": {
                "handle": exporter.handle,
                "incarnation": exporter.incarnation,
                "uid": exporter.uid,
            },
            "matter": about.matter,
            "purpose": about.purpose.value,
            "suite": SUITE,
            "type": TYPE,
        }
    )


def texts(bundle: BundleTexts) -> Iterator[tuple[str, bytes]]:
    """Path in the folder and bytes of each file of *bundle*."""
    signed = (
        bundle.envelope,
        bundle.envelope_signature,
        bundle.content,
        bundle.content_signature,
    )
    for name, data in zip(_TEXTS, signed, strict=True):
        yield f"{bundle.place}/{name}", data
    for entry in bundle.entries:
        stem = f"{bundle.place}/entries/{entry.seq:06d}"
        yield f"{stem}.head.json", entry.head_bytes
        if entry.body is not None:
            yield f"{stem}.body.json", canon.dumps({"blind": entry.blind, "body": entry.plain})


def sums(hashes: Mapping[str, str]) -> bytes:
    """The text of ``SHA256SUMS`` for hashes by path, as ``sha256sum -c`` reads it."""
    return "".join(f"{hashes[path]}  {path}\n" for path in sorted(hashes)).encode()


def is_folder(path: Path) -> bool:
    """Whether *path* looks like a folder of evidence."""
    return (path / ABOUT).is_file() and (path / SUMS).is_file()


def check(folder: Path, watch: Watch = silent) -> Checked:
    """Verify every file, signature and hash of *folder*; whose the keys are, the caller decides.

    Raises:
        EvidenceFolderError: a file is missing, changed, or not what its place says.
        MediumError: the folder cannot be read.
    """
    try:
        return _Check(folder, watch).whole()
    except OSError as error:
        raise from_os_error(error, folder) from error


class _Check:
    def __init__(self, folder: Path, watch: Watch) -> None:
        self._folder = folder
        self._watch = watch

    def whole(self) -> Checked:
        listed = self._listed()
        signer = self._signer()
        self._compare(listed)
        about = self._about()
        places = sorted({"/".join(p.split("/")[:2]) for p in listed if p.startswith(f"{BUNDLES}/")})
        bundles = tuple(self._bundle(place, listed) for place in places)
        for path in listed:
            if path.startswith(f"{CARDS}/"):
                self._card(path)
        return Checked(
            about=about,
            signer=signer,
            bundles=bundles,
            attachments=self._attachments(listed, bundles),
            strangers=self._strangers(listed),
        )

    # -- the list of files -----------------------------------------------------------------

    def _listed(self) -> dict[str, str]:
        text = self._small(SUMS, _MAX_SUMS).decode("ascii", "replace")
        found = [_LINE.fullmatch(line) for line in text.removesuffix("\n").split("\n")]
        listed = {match[2]: match[1] for match in found if match}
        if len(listed) != len(found) or len(found) > _MAX_FILES or not text.endswith("\n"):
            raise self._wrong(SUMS, "not a list of files")
        if sums(listed).decode() != text or any(_leads_out(path) for path in listed):
            raise self._wrong(SUMS, "not in its form")
        return listed

    def _signer(self) -> str:
        signed = self._small(SUMS_SIGNATURE, signature.MAX_SIGNATURE)
        return self._signed(SUMS, self._small(SUMS, _MAX_SUMS), signed, NAMESPACE)

    def _compare(self, listed: Mapping[str, str]) -> None:
        for done, (path, expected) in enumerate(listed.items(), 1):
            self._watch(done, len(listed))
            if self._digest(path) != expected:
                raise self._wrong(path, "changed")

    def _digest(self, path: str) -> str:
        seen = hashlib.sha256()
        with self._place(path).open("rb") as file:
            forget_cached(file)
            while chunk := file.read(CHUNK):
                seen.update(chunk)
        return seen.hexdigest()

    def _strangers(self, listed: Mapping[str, str]) -> tuple[str, ...]:
        own = {*listed, SUMS, SUMS_SIGNATURE}
        found = []
        for at, _, names in os.walk(self._folder):
            found += [(Path(at) / name).relative_to(self._folder).as_posix() for name in names]
        return tuple(sorted(path for path in found if path not in own))

    # -- what the files say ----------------------------------------------------------------

    def _about(self) -> About:
        try:
            fields = form.parse(self._small(ABOUT, paper.MAX_ENVELOPE), "evidence")
            fields.refuse_other(TYPE)
            exporter = fields.inner("exporter")
            return About(
                purpose=fields.word("purpose", Purpose),
                matter=fields.uid("matter"),
                exporter=Sender(
                    exporter.uid("uid"),
                    exporter.handle("handle"),
                    exporter.number("incarnation", least=1),
                ),
                created=fields.moment("created"),
            )
        except BundleError as error:
            raise self._wrong(ABOUT, str(error)) from error

    def _bundle(self, place: str, listed: Mapping[str, str]) -> CheckedBundle:
        paths = [f"{place}/{name}" for name in _TEXTS]
        envelope, outer, content, inner = map(self._small, paths, _LIMITS)
        signer = self._signed(paths[0], envelope, outer, signature.ENVELOPE)
        if self._signed(paths[2], content, inner, signature.CONTENT) != signer:
            raise self._wrong(paths[3], "signed by another than the envelope")
        try:
            routing = paper.read_envelope(envelope).routing
            events = paper.read_content(content, envelope, routing.stream).events
        except BundleError as error:
            raise self._wrong(place, str(error)) from error
        if BundleTexts(envelope, b"", b"", b"", ()).place != place:
            raise self._wrong(place, "of another name")
        if routing.key != signature.fingerprint(signer):
            raise self._wrong(paths[0], "names another key")
        names = [path.removeprefix(f"{place}/") for path in listed if path.startswith(f"{place}/")]
        entries = self._entries(place, [name for name in names if name not in _TEXTS])
        for entry in entries:
            number = entry.seq - routing.stream.first
            if not 0 <= number < len(events) or events[number] != entry.hash:
                raise self._wrong(place, f"entry {entry.seq}: not in the signed list")
        shown = tuple(entry for entry in entries if entry.body is not None)
        return CheckedBundle(routing, signer, shown, len(entries) - len(shown))

    def _entries(self, place: str, names: list[str]) -> list[Entry]:
        bodies = {name for name in names if name.endswith(".body.json")}
        heads = sorted(set(names) - bodies)
        wrong = [name for name in names if not _ENTRY.fullmatch(name)]
        wrong += [name for name in bodies if name.replace(".body.", ".head.") not in heads]
        if wrong:
            raise self._wrong(f"{place}/{wrong[0]}", "no file of a bundle")
        return [
            self._entry(place, head, head.replace(".head.", ".body."), bodies) for head in heads
        ]

    def _entry(self, place: str, head: str, body: str, bodies: set[str]) -> Entry:
        path = f"{place}/{head}"
        data = self._small(path, paper.MAX_INNER)
        try:
            if body not in bodies:
                entry = entries_of.restore(data, None, None)
            else:
                plain = canon.loads(self._small(f"{place}/{body}", paper.MAX_INNER))
                blind, said = plain["blind"], canon.dumps(plain["body"])
                entry = entries_of.restore(data, str(blind), said)
        except (BundleError, NotCanonicalError, KeyError, TypeError) as error:
            raise self._wrong(path, str(error)) from error
        if f"entries/{entry.seq:06d}.head.json" != head:
            raise self._wrong(path, "another number")
        return entry

    def _card(self, path: str) -> None:
        try:
            cards.read(self._small(path, cards.MAX_CARD))
        except AppError as error:
            raise self._wrong(path, str(error)) from error

    def _attachments(self, listed: Mapping[str, str], bundles: tuple[CheckedBundle, ...]) -> int:
        """How many files there are; each is named by a statement that is shown."""
        named = {
            digest.decode()
            for bundle in bundles
            for entry in bundle.shown
            for digest in _HASH.findall(entry.body or b"")
        }
        paths = [path for path in listed if path.startswith(f"{ATTACHMENTS}/")]
        for path in paths:
            stem = path.removeprefix(f"{ATTACHMENTS}/").partition(".")[0]
            if stem != listed[path] or stem not in named:
                raise self._wrong(path, "named by no statement")
        return len(paths)

    # -- reading ---------------------------------------------------------------------------

    def _signed(self, path: str, data: bytes, signed: bytes, namespace: str) -> str:
        try:
            return signature.verify(data, signed, namespace)
        except BadSignatureError as error:
            raise self._wrong(path, str(error)) from error

    def _small(self, path: str, limit: int) -> bytes:
        with self._place(path).open("rb") as file:
            data = file.read(limit + 1)
        if len(data) > limit:
            raise self._wrong(path, "too long")
        return data

    def _place(self, path: str) -> Path:
        place = self._folder / path
        if place.is_symlink() or not place.is_file():
            raise self._wrong(path, "missing")
        return place

    def _wrong(self, file: str, reason: str) -> EvidenceFolderError:
        return EvidenceFolderError(path=self._folder, file=file, reason=reason)


def _leads_out(path: str) -> bool:
    return any(part in {"", ".", ".."} for part in path.split("/"))
