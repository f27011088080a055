"""Every refusal the program can utter, as one tree; leaves carry facts, never sentences.

AppError
├ InputError            what was typed or chosen cannot be used
├ StateError            the record is not in a state that allows this
├ VaultError            the register cannot be opened or kept
├ BundleError           a bundle is refused, nothing was taken in
├ MediumError           a folder or stick did not do what was asked
├ LetterError           a letter cannot be set or issued
└ RulesError            a rule pack cannot be used

The Chinese sentence of each leaf is in ``app.wording``, found by ``code``.
"""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from typing import ClassVar


class AppError(Exception):
    """The root; ``code`` is what a person reads over the phone."""

    code: ClassVar[str] = "E-APP-00"

    def __init__(self, **facts: object) -> None:
        super().__init__(", ".join(f"{name}={value}" for name, value in facts.items()))
        self.facts = facts

    def __getattr__(self, name: str) -> object:
        try:
            return self.__dict__["facts"][name]
        except KeyError:
            raise AttributeError(name) from None


class InputError(AppError):
    """What was typed or chosen cannot be used as it is."""


class StateError(AppError):
    """The record is not in a state that allows this."""


class VaultError(AppError):
    """The register cannot be opened or kept."""


class BundleError(AppError):
    """A bundle is refused; nothing was taken in."""


class MediumError(AppError):
    """A folder or stick did not do what was asked."""


class LetterError(AppError):
    """A letter cannot be set or issued."""


class RulesError(AppError):
    """A rule pack cannot be used."""


# -- input ---------------------------------------------------------------------------------


class NotCanonicalError(InputError):
    """Facts: reason."""

    code = "E-INP-01"


class MissingFieldsError(InputError):
    """Required facts are empty. Facts: fields (tuple of field names)."""

    code = "E-INP-02"


class BadIdentifierError(InputError):
    """An identifier fails its check. Facts: field, value, reason (a rules.identifiers word)."""

    code = "E-INP-03"


class UnknownRecordError(InputError):
    """Facts: kind, uid."""

    code = "E-INP-04"


class TooLongError(InputError):
    """Facts: field, length, limit."""

    code = "E-INP-05"


class BadHandleError(InputError):
    """Facts: handle."""

    code = "E-INP-06"


class UnsuitablePlaceError(InputError):
    """A register cannot be kept there. Facts: folder, reason (a kernel.paths.PlaceFault)."""

    code = "E-INP-07"


class FutureMomentError(InputError):
    """An act cannot lie in the future. Facts: moment."""

    code = "E-INP-09"


class MomentsOutOfOrderError(InputError):
    """What comes first in law is later in time. Facts: earlier, later."""

    code = "E-INP-08"


class EmptyFileError(InputError):
    """A file without a byte proves nothing. Facts: name."""

    code = "E-INP-10"


# -- state ---------------------------------------------------------------------------------


class StepNotAllowedError(StateError):
    """Facts: step, state, by."""

    code = "E-STA-01"


class ReadOnlyRecordError(StateError):
    """A foreign record cannot be edited. Facts: kind, owner."""

    code = "E-STA-02"


class ApproverNotAllowedError(StateError):
    """310号令第五条: only 正职 or 主持工作的负责人. Facts: post."""

    code = "E-STA-03"


class MatterIssuedError(StateError):
    """What was issued is not edited. Facts: subject."""

    code = "E-STA-04"


class UnderApprovalError(StateError):
    """What the head decides on is not changed meanwhile. Facts: subject, state."""

    code = "E-STA-05"


class PaperOnlyError(StateError):
    """It is handled on paper outside the program, which keeps nothing of it."""

    code = "E-STA-06"


# -- vault ---------------------------------------------------------------------------------


class WrongSecretError(VaultError):
    """Facts: failures, wait_seconds."""

    code = "E-REG-01"


class NotARegisterError(VaultError):
    """Facts: path."""

    code = "E-REG-02"


class DamagedRegisterError(VaultError):
    """Facts: path, part (db, keys)."""

    code = "E-REG-03"


class DamagedKeyFileError(DamagedRegisterError):
    """The key file is not whole. Facts: path, part, backup (its second copy's path, or empty)."""

    code = "E-REG-13"


class NewerRegisterError(VaultError):
    """Facts: path, found, known."""

    code = "E-REG-04"


class RegisterInUseError(VaultError):
    """Facts: path, pid, host, since."""

    code = "E-REG-05"


class RegisterExistsError(VaultError):
    """Facts: path."""

    code = "E-REG-06"


class AttachmentMissingError(VaultError):
    """Facts: name, sha256."""

    code = "E-REG-07"


class AttachmentChangedError(VaultError):
    """The bytes are no longer those of the hash. Facts: name, expected, found."""

    code = "E-REG-08"


class WeakPassphraseError(VaultError):
    """Facts: length, least."""

    code = "E-REG-09"


class OldKeyFileError(VaultError):
    """The key file is older than the register. Facts: path, found, expected."""

    code = "E-REG-10"


class RecoveryKeyFormError(VaultError):
    """What was typed is not a recovery key: a character is missing, added or wrong."""

    code = "E-REG-11"


class TooLittleMemoryError(VaultError):
    """This computer cannot give the memory a key slot needs. Facts: needed_mib."""

    code = "E-REG-12"


# -- bundle --------------------------------------------------------------------------------


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


# -- medium --------------------------------------------------------------------------------


class MediumFullError(MediumError):
    """Facts: path, needed, free."""

    code = "E-MED-01"


class MediumReadOnlyError(MediumError):
    """Facts: path."""

    code = "E-MED-02"


class MediumGoneError(MediumError):
    """Facts: path."""

    code = "E-MED-03"


class MediumMismatchError(MediumError):
    """What was read back is not what was written. Facts: path."""

    code = "E-MED-04"


class MediumFailedError(MediumError):
    """Any other refusal of the operating system. Facts: path, reason."""

    code = "E-MED-05"


# -- letter --------------------------------------------------------------------------------


class UncoveredCharactersError(LetterError):
    """No font draws these. Facts: found (tuple of (field, character, code point))."""

    code = "E-LET-01"


class LetterFieldsError(LetterError):
    """Facts a letter needs are empty. Facts: fields."""

    code = "E-LET-02"


class NumberTakenError(LetterError):
    """Facts: number."""

    code = "E-LET-03"


class TemplateError(LetterError):
    """Facts: template, reason."""

    code = "E-LET-04"


class FontUnusableError(LetterError):
    """A font file is missing, altered or of another kind. Facts: font, reason."""

    code = "E-LET-05"


# -- rules ---------------------------------------------------------------------------------


class BadPackError(RulesError):
    """Facts: pack, reason."""

    code = "E-RUL-01"


def from_os_error(error: OSError, path: Path, needed: int = 0) -> MediumError:
    """The medium's refusal behind an operating-system error at *path*."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            try:
                free = shutil.disk_usage(path if path.is_dir() else path.parent).free
            except OSError:
                free = 0
            return MediumFullError(path=path, needed=needed, free=free)
        case errno.EROFS | errno.EACCES | errno.EPERM:
            return MediumReadOnlyError(path=path)
        case errno.ENOENT | errno.ENODEV | errno.EIO | errno.ENXIO | errno.ENOTDIR:
            return MediumGoneError(path=path)
        case _:
            return MediumFailedError(path=path, reason=error.strerror or str(error))
