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
    """It may have been drawn before a restoration. Facts: number, awaited (agencies not heard
    yet; none where it is the first of its count since)."""

    code = "E-LET-06"


class StaleEditsError(LetterError):
    """The record changed below paragraphs that were worded anew. Facts: paragraphs."""

    code = "E-LET-07"


class RewordingUnseenError(LetterError):
    """Nobody has confirmed the reworded paragraphs. Facts: count, differences (as
    ``documents.audit``), digest (to be confirmed)."""

    code = "E-LET-61"


class AuditBlocksError(LetterError):
    """The letter departs from what is prescribed. Facts: findings (as ``documents.audit``)."""

    code = "E-LET-08"


class PartTooTallError(LetterError):
    """What stands on one page is taller. Facts: section (a part of a document), over (lines)."""

    code = "E-LET-10"


class TemplateError(LetterError):
    """Facts: template, reason."""

    code = "E-LET-04"


class FontUnusableError(LetterError):
    """A font file is missing, altered or of another kind. Facts: font, reason."""

    code = "E-LET-05"


class CheckCodeMalformedError(LetterError):
    """What was typed is neither a 校验码 nor what a scanner reads. Facts: typed."""

    code = "E-LET-30"


class CheckCodeUnknownError(LetterError):
    """No letter here bears it. Facts: check_code, near (codes one slip away, with their number)."""

    code = "E-LET-31"


class PaperDiffersError(LetterError):
    """The number is known, but of another text than the paper's. Facts: number, title."""

    code = "E-LET-32"


class NoCheckMarkError(LetterError):
    """No check mark of ours could be made out. Facts: name (of the file), reason."""

    code = "E-LET-33"


class ForeignPaperError(LetterError):
    """A register that is not this one made the paper, and did not send it. Facts: number."""

    code = "E-LET-34"


class SlipOfAnotherError(LetterError):
    """A scan bears the mark of another letter. Facts: name (of the file), number, title (of it)."""

    code = "E-LET-55"


class ReceiptTooEarlyError(LetterError):
    """A receipt is dated before its letter, or before it was signed. Facts: number, earlier,
    later."""

    code = "E-LET-56"


class SlipKnownError(LetterError):
    """This agency's 回执 of a letter is in the book already. Facts: sender, number, entered."""

    code = "E-LET-57"


class DraftIssuedError(LetterError):
    """The draft was issued and is frozen. Facts: number."""

    code = "E-LET-40"


class MadeElsewhereError(LetterError):
    """The office makes it on a platform of its own. Facts: letter_kind."""

    code = "E-LET-35"


class NothingOverdueError(LetterError):
    """No period by law of the other side has passed."""

    code = "E-LET-36"


class NotOurLetterError(LetterError):
    """Another agency writes it, or writes it to another. Facts: letter_kind."""

    code = "E-LET-37"


class OfficeFontError(LetterError):
    """A face the office chose is gone, altered or unreadable. Facts: font, path, reason."""

    code = "E-LET-20"


class BadPackError(RulesError):
    """Facts: pack, reason."""

    code = "E-RUL-01"


class FinishedElsewhereError(LetterError):
    """A letter finished elsewhere has no model to paint from. Facts: number, name."""

    code = "E-LET-15"
