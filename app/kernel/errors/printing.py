"""A paper cannot be printed as it was asked for."""

from __future__ import annotations

from app.kernel.errors.tree import LetterError


class PaperSizeError(LetterError):
    """The printer has no A4 paper. Facts: printer."""

    code = "E-LET-25"


class PrinterFailedError(LetterError):
    """The printer did not take a page. Facts: printer, title, page (0: none was begun)."""

    code = "E-LET-26"


class PageRangeError(LetterError):
    """What was typed names no pages of the paper. Facts: typed, pages."""

    code = "E-LET-27"


class NotSetAgainError(LetterError):
    """Set again, an issued letter would look otherwise than the text kept. Facts: number."""

    code = "E-LET-28"


class SerialRangeError(LetterError):
    """份号 that cannot be printed in one go. Facts: first, last, most."""

    code = "E-LET-29"
