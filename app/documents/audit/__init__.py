"""The check before issue: composed pages against GB/T 9704-2012, and what the document says.

``audit(document, composed, issuing)`` tells every departure with its clause and how binding it is;
what is prescribed blocks the issue (``Finding.blocks``). ``documents.verify`` measures the file.
"""

from __future__ import annotations

from app.documents.audit.content import content_findings
from app.documents.audit.findings import Element, Finding, Issuing
from app.documents.audit.lines import read
from app.documents.audit.pages import page_findings
from app.documents.compose import Composed
from app.documents.model import OfficialDocument

__all__ = ["Element", "Finding", "Issuing", "audit"]


def audit(
    document: OfficialDocument, composed: Composed, issuing: Issuing | None = None
) -> tuple[Finding, ...]:
    """What *document*, laid out as *composed*, does not keep: the pages first, then the words."""
    pages = read(composed.pages, composed.faces)
    return (
        *page_findings(document, pages, composed.pitch),
        *content_findings(document, issuing or Issuing()),
    )
