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


class GapError(BundleError):
    """Numbers are missing before this bundle. Facts: path, sender, first_missing, last_missing."""

    code = "E-XCH-08"


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
