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


class PaperKnownError(LetterError):
    """A paper of this sender and number was entered before. Facts: sender, number, entered."""

    code = "E-LET-49"
