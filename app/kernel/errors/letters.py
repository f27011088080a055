"""A letter cannot be set or issued, a rule pack cannot be used."""

from __future__ import annotations

from app.kernel.errors.tree import LetterError, RulesError


class UncoveredCharactersError(LetterError):
    """No font draws these. Facts: found (tuple of (field, character, code point))."""

    code = "E-LET-01"


class LetterFieldsError(LetterError):
    """Facts a letter needs are empty. Facts: fields."""

    code = "E-LET-02"


class NumberTakenError(LetterError):
    """Facts: number."""

    code = "E-LET-03"


class NumberUnsureError(LetterError):
    """It may have been drawn before a restoration. Facts: number, agencies (not heard yet)."""

    code = "E-LET-06"


class TemplateError(LetterError):
    """Facts: template, reason."""

    code = "E-LET-04"


class FontUnusableError(LetterError):
    """A font file is missing, altered or of another kind. Facts: font, reason."""

    code = "E-LET-05"


class BadPackError(RulesError):
    """Facts: pack, reason."""

    code = "E-RUL-01"
