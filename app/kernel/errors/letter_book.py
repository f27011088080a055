"""The registers of 发文 and 收文 cannot take what was asked for."""

from __future__ import annotations

from app.kernel.errors.tree import LetterError


class NumberRangeError(LetterError):
    """Too many numbers to explain in one go, or none. Facts: first, last, most."""

    code = "E-LET-45"


class LetterStandsError(LetterError):
    """The number of a letter that was not withdrawn. Facts: number."""

    code = "E-LET-46"


class NumberPatternError(LetterError):
    """Letters cannot be numbered like this. Facts: faults (``rules.numbering.Fault``)."""

    code = "E-LET-47"


class NumberingBegunError(LetterError):
    """This program drew a number before the start asked for. Facts: number."""

    code = "E-LET-48"


class NumberSignsError(LetterError):
    """What cannot be seen is in it, or it is no number. Facts: number, most (characters)."""

    code = "E-LET-50"


class NotNumberedError(LetterError):
    """Papers of this kind have no number of their own. Facts: letter_kind."""

    code = "E-LET-51"


class NumberAccountedError(LetterError):
    """What became of it was entered. Facts: number, why (``rules.numbering.Reason``)."""

    code = "E-LET-52"


class LetterDayError(LetterError):
    """No letter is of that day. Facts: dated_on, earliest, latest."""

    code = "E-LET-53"


class SerialPrintedError(LetterError):
    """A 份号 was printed before. Facts: number (of the letter), first, last."""

    code = "E-LET-54"


class SealedTooEarlyError(LetterError):
    """A letter is sealed when it is signed, or later. Facts: number, sealed_on, dated_on."""

    code = "E-LET-60"


class PaperKnownError(LetterError):
    """A paper of this sender and number was entered before. Facts: sender, number, entered."""

    code = "E-LET-49"
