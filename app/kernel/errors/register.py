"""The register cannot be opened or kept."""

from __future__ import annotations

from app.kernel.errors.tree import VaultError


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


class BackupSecretError(VaultError):
    """What was typed opens no slot of the backup. Facts: path, made_at."""

    code = "E-REG-14"


class NotABackupError(VaultError):
    """Facts: path."""

    code = "E-REG-15"


class IncompleteBackupError(VaultError):
    """A copy that is not whole: copy it again. Facts: path, found, expected."""

    code = "E-REG-16"


class DamagedBackupError(VaultError):
    """Bytes of the backup are not those that were written. Facts: path, part, reason."""

    code = "E-REG-17"


class NewerBackupError(VaultError):
    """A newer program made it. Facts: path, found, known."""

    code = "E-REG-18"


class OccupiedFolderError(VaultError):
    """There are other files in the folder a register is to be put in. Facts: path."""

    code = "E-REG-19"
