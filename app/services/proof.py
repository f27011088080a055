"""Proof for whoever holds a bundle, a card or a folder of evidence, without taking anything in.

Two halves of a verdict: the file is intact and its signatures are right (or it is refused by an
error), and whose the keys are (``standing``). Nothing is decrypted: signatures inside a bundle's
payload are reported as not checked; a folder of evidence holds them and they are checked.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from app.kernel.errors import (
    CardError,
    NewerBundleError,
    NotCheckableError,
    RosterFormError,
    RosterUnsignedError,
    from_os_error,
)
from app.services.standing import Ask, Claim, Outcome, Whose, by_register, nobody
from app.sync import card as cards
from app.sync import evidence, mailbox, opening, roster_form, signature
from app.sync.card import Card
from app.sync.envelope import SUFFIX as BUNDLE_SUFFIX
from app.sync.evidence import Checked
from app.sync.medium import Watch, silent
from app.sync.opening import Inspected
from app.sync.roster_form import RosterFile
from app.vault.register import Register


class Kind(StrEnum):
    """What can be checked."""

    BUNDLE = "bundle"
    CARD = "card"
    ROSTER = "roster"
    EVIDENCE = "evidence"


@dataclass(frozen=True, slots=True)
class Proof:
    """Something intact: each signature in it was right. *signers* are the keys that made them.

    *found* is what was read, for showing.
    """

    path: Path
    kind: Kind
    signers: tuple[Whose, ...]
    found: Inspected | Card | RosterFile | Checked

    @property
    def outcome(self) -> Outcome:
        """``refused`` when one key is not whose it says, ``known`` when all are."""
        outcomes = {each.outcome for each in self.signers}
        if Outcome.REFUSED in outcomes:
            return Outcome.REFUSED
        return Outcome.KNOWN if outcomes == {Outcome.KNOWN} else Outcome.UNKNOWN


def inspect(path: Path, ask: Ask = nobody, watch: Watch = silent) -> Proof:
    """Check *path* from outside, whatever of ours it is.

    Raises:
        NotCheckableError: it is nothing of ours.
        BundleError: it is refused, with the reason.
        MediumError: it cannot be read.
    """
    if path.is_dir():
        return _evidence(path, ask, watch)
    match path.suffix.lower():
        case cards.SUFFIX:
            return _card(path, ask)
        case roster_form.SUFFIX:
            return _roster(path, ask)
        case _ if path.suffix.lower() == BUNDLE_SUFFIX or _is_zip(path):
            return _bundle(path, ask, watch)
    raise NotCheckableError(path=path)


def inspect_here(register: Register, path: Path, watch: Watch = silent) -> Proof:
    """``inspect`` by the keys of *register*; nothing is taken in and nothing is noted."""
    return inspect(path, by_register(register), watch)


def _bundle(path: Path, ask: Ask, watch: Watch) -> Proof:
    with mailbox.reading(path) as file:
        found = opening.inspect(file, path, watch)
    routing = found.routing
    claim = Claim(
        key=found.signer,
        namespace=signature.ENVELOPE,
        agency=routing.sender.uid,
        handle=routing.sender.handle,
        incarnation=routing.sender.incarnation,
        last=routing.stream.last,
        recipient=routing.recipient.uid,
    )
    return Proof(path, Kind.BUNDLE, (ask(claim),), found)


def _card(path: Path, ask: Ask) -> Proof:
    with mailbox.reading(path) as file:
        data = file.read(cards.MAX_CARD + 1)
    try:
        card = cards.read(data)
    except CardError as error:
        raise CardError(path=path, **error.facts) from error
    except NewerBundleError as error:
        raise NewerBundleError(path=path, **error.facts) from error
    agency = card.agency
    claim = Claim(card.sign, signature.CARD, agency.uid, agency.handle, card.incarnation)
    return Proof(path, Kind.CARD, (ask(claim),), card)


def _roster(path: Path, ask: Ask) -> Proof:
    """A roster with the keys that count: enough of its root's, and one that may issue rosters.

    Whether the root is the one to follow, only a register that has pinned one can tell.
    """
    with mailbox.reading(path) as file:
        data = file.read(roster_form.MAX_FILE + 1)
    try:
        found = roster_form.read(data)
    except RosterFormError as error:
        raise RosterFormError(path=path, **error.facts) from error
    except NewerBundleError as error:
        raise NewerBundleError(path=path, **error.facts) from error
    root, roster = found.root, found.roster
    issuers = sorted(roster.signers & set(root.root.roster_keys))
    missing = root.root.missing(root.signers) or int(not issuers)
    if missing:
        part, version = ("roster", roster.roster.version)
        raise RosterUnsignedError(path=path, part=part, version=version, missing=missing)
    holders = {each.key: each.agency for each in root.root.keys}
    handles = {each.agency.uid: each.agency.handle for each in roster.roster.members}

    def claim(key: str, namespace: str) -> Claim:
        # A deputy's key has no holder of its own in the root: it is the lead's.
        uid = holders.get(key, root.root.mechanism.lead)
        return Claim(key, namespace, uid, handles.get(uid, ""), 0)

    claims = [claim(key, signature.ROOT) for key in sorted(root.signers & set(holders))]
    claims += [claim(key, signature.ROSTER) for key in issuers]
    return Proof(path, Kind.ROSTER, tuple(map(ask, claims)), found)


def _evidence(path: Path, ask: Ask, watch: Watch) -> Proof:
    if not evidence.is_folder(path):
        raise NotCheckableError(path=path)
    found = evidence.check(path, watch)
    maker = found.about.exporter
    claims = [Claim(found.signer, evidence.NAMESPACE, maker.uid, maker.handle, maker.incarnation)]
    for bundle in found.bundles:
        sender = bundle.routing.sender
        last = max((entry.seq for entry in bundle.shown), default=0)
        claims.append(
            Claim(
                bundle.signer,
                signature.CONTENT,
                sender.uid,
                sender.handle,
                sender.incarnation,
                last,
                bundle.routing.recipient.uid,
            )
        )
    return Proof(path, Kind.EVIDENCE, tuple(map(ask, claims)), found)


def _is_zip(path: Path) -> bool:
    """A bundle may have been renamed on its way; its first bytes tell."""
    try:
        with path.open("rb") as file:
            return file.read(4) == b"PK\3\4"
    except OSError as error:
        raise from_os_error(error, path) from error
