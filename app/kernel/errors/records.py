"""What was typed or chosen cannot be used, or the record does not allow it."""

from __future__ import annotations

from app.kernel.errors.tree import InputError, StateError


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


class PenaltyInsteadOfReferralError(StateError):
    """310号令第十一条. Facts: number, reason (a rules.retention.ClosingFault), article."""

    code = "E-STA-07"


class NotDisposableError(StateError):
    """A file cannot be destroyed yet. Facts: number, reason (a rules.retention.DisposalFault)."""

    code = "E-STA-08"


class RetentionNotOverError(StateError):
    """Facts: number, until (the last day, or Term.PERMANENT)."""

    code = "E-STA-09"


class EndedError(StateError):
    """A closed or destroyed record is not worked on. Facts: name, reason (a CaseState)."""

    code = "E-STA-10"


class DestructionNotApprovedError(StateError):
    """The approval does not carry it. Facts: reason (a rules.retention.ApprovalFault)."""

    code = "E-STA-11"
