"""A bundle, a card or a roster is refused."""

from __future__ import annotations

from app.kernel.errors.tree import BundleError


class IncompleteBundleError(BundleError):
    """A copy that is not whole: copy it again, nobody is accused. Facts: path, reason."""

    code = "E-XCH-01"


class BundleFormError(BundleError):
    """Not a bundle of this format. Facts: path, reason."""

    code = "E-XCH-02"


class BadSignatureError(BundleError):
    """Facts: path, part, claimed."""

    code = "E-XCH-03"


class UnknownSenderError(BundleError):
    """Facts: path, claimed, fingerprint."""

    code = "E-XCH-04"


class UnverifiedSenderError(BundleError):
    """The sender's card is held but its fingerprint was never compared. Facts: path, sender."""

    code = "E-XCH-05"


class NotForUsError(BundleError):
    """Facts: path, recipient."""

    code = "E-XCH-06"


class SeenBeforeError(BundleError):
    """Facts: path, sender, first, last, taken_at."""

    code = "E-XCH-07"


class ForkError(BundleError):
    """The same number with other content. Facts: path, sender, seq, held, found."""

    code = "E-XCH-09"


class PurposeMismatchError(BundleError):
    """Exercise and real registers do not mix. Facts: path, ours, theirs."""

    code = "E-XCH-10"


class NewerBundleError(BundleError):
    """Facts: path, found."""

    code = "E-XCH-11"


class RecipientUnverifiedError(BundleError):
    """Sealing needs a card whose fingerprint was compared. Facts: recipient."""

    code = "E-XCH-12"


class NothingToSendError(BundleError):
    """Facts: recipient."""

    code = "E-XCH-13"


class OldIncarnationError(BundleError):
    """Facts: path, sender, found, known."""

    code = "E-XCH-14"


class CardError(BundleError):
    """An identity card is refused. Facts: path, reason."""

    code = "E-XCH-15"


class FingerprintMismatchError(BundleError):
    """Facts: agency, groups (tuple of 1-based positions that differ)."""

    code = "E-XCH-16"


class RestoredRegisterError(BundleError):
    """The peer took in what we have no record of sending. Facts: path, sender."""

    code = "E-XCH-17"


class EntryRefusedError(BundleError):
    """An entry of a genuine bundle is not what its type says, or speaks of what is not its
    author's. Facts: path, sender, seq, type, reason."""

    code = "E-XCH-18"


class RosterFormError(BundleError):
    """Not a roster, or one that contradicts itself. Facts: path, reason."""

    code = "E-XCH-35"


class RosterUnsignedError(BundleError):
    """Too few of those who must sign have. Facts: path, part, version, missing."""

    code = "E-XCH-36"


class UnpinnedRootError(BundleError):
    """Nobody trusted in person stands behind this root. Facts: path, mechanism."""

    code = "E-XCH-37"


class OldRosterError(BundleError):
    """Facts: path, part, version, held."""

    code = "E-XCH-38"


class EquivocationError(BundleError):
    """Two texts under one version, both signed. Facts: path, part, version, held, found."""

    code = "E-XCH-39"


class RosterChainError(BundleError):
    """A version that does not follow from the one before it. Facts: path, part, version."""

    code = "E-XCH-40"


class NotLeadError(BundleError):
    """Only the lead issues rosters. Facts: mechanism, lead."""

    code = "E-XCH-41"


class KeyContradictionError(BundleError):
    """A roster names other keys than were compared in person. Facts: path, agencies."""

    code = "E-XCH-42"


class RosterStateError(BundleError):
    """The roster is not in a state that allows this. Facts: reason (a ``RosterFault``)."""

    code = "E-XCH-43"


class OtherMechanismError(BundleError):
    """A roster of a mechanism that is not meant. Facts: path, mechanism."""

    code = "E-XCH-44"


class SignersFileError(BundleError):
    """Lines of an ``allowed_signers`` file cannot be used. Facts: path, lines, reason."""

    code = "E-XCH-45"


class EvidenceFolderError(BundleError):
    """A folder of evidence is not what was written there. Facts: path, file, reason."""

    code = "E-XCH-46"


class NotCheckableError(BundleError):
    """Neither a bundle, a card or a roster nor a folder of evidence. Facts: path."""

    code = "E-XCH-47"


class NothingToProveError(BundleError):
    """Nothing of this matter is in a signed bundle whose texts are kept. Facts: subject."""

    code = "E-XCH-48"


class TwinKeyError(BundleError):
    """Two keys sign for one incarnation. Facts: path, sender, incarnation."""

    code = "E-XCH-25"


class RevokedSenderError(BundleError):
    """A roster revoked this incarnation. Facts: path, sender, incarnation, reason."""

    code = "E-XCH-50"


class RecipientRevokedError(BundleError):
    """A roster revoked the keys we would seal to; no others are believed. Facts: recipient,
    reason."""

    code = "E-XCH-51"


class QuarantinedError(BundleError):
    """This incarnation said two things under one number. Facts: path, sender, incarnation."""

    code = "E-XCH-26"


class RenewalDueError(BundleError):
    """This register was restored, or its keys were revoked; it must begin anew before it
    exchanges. Facts: reason."""

    code = "E-XCH-27"


class NotSharedError(BundleError):
    """Nobody was told of it, so there is nothing to take back. Facts: subject."""

    code = "E-XCH-28"


class WithdrawnError(BundleError):
    """It was taken back for ever. Facts: subject."""

    code = "E-XCH-29"


class RosterExpiredError(BundleError):
    """The recipient is believed for a roster that ran out. Facts: recipient, mechanism, expires."""

    code = "E-XCH-49"
