"""指纹确认单: the fingerprint of an identity card in big type, for two persons to compare and sign.

The matrix at its foot says the same groups, so that a second device can read what the eye reads:
``LXF1|agency uid|incarnation|forty digits``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from app.documents.compose import compose, paint_pdf
from app.documents.fonts.face import FontSet
from app.documents.kinds.assemble import assemble
from app.documents.kinds.facts import Issue
from app.documents.model import CheckMark, Form, OfficialDocument

TEMPLATE: Final = "fingerprint.j2"


@dataclass(frozen=True, slots=True)
class FingerprintFacts:
    """*groups* are those of the card. *checked_…* are empty until they were compared here."""

    agency: str
    agency_uid: str
    incarnation: int
    groups: tuple[str, ...]
    liaison: str
    phone: str
    mechanism: str
    checked_by: str = ""
    checked_how: str = ""
    checked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class FingerprintSheet:
    title: str
    pdf: bytes
    pages: int


def sheet(facts: FingerprintFacts, fonts: FontSet, *, exercise: bool = False) -> FingerprintSheet:
    """The PDF of the sheet.

    Raises:
        UncoveredCharactersError: no face draws a character of a name.
        TemplateError: the template is missing or malformed.
    """
    document = write(facts, exercise=exercise)
    composed = compose(document, fonts)
    return FingerprintSheet(document.title, paint_pdf(composed, document), len(composed.pages))


def write(facts: FingerprintFacts, *, exercise: bool = False) -> OfficialDocument:
    # Here and not above: Jinja2 and segno are paid for with the first paper, not at the start.
    from app.documents.kinds import templates
    from app.documents.kinds.mark import check_code, matrix

    filled = templates.bundled().fill(TEMPLATE, {"facts": facts})
    issue = Issue(
        agency=facts.agency,
        receiver="",
        handler=facts.liaison,
        phone=facts.phone,
        exercise=exercise,
    )
    document = assemble(Form.TABLE, filled, issue)
    said = "|".join(("LXF1", facts.agency_uid, str(facts.incarnation), "".join(facts.groups)))
    return replace(document, check=CheckMark(check_code(document), matrix(said)))
