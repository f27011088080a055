"""What tests of windows do again and again."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app.kernel.terms import AgencyLevel, AgencyRole, EvidenceKind, MaterialKind
from app.rules.particulars import Having, Material
from app.services.evidence import EvidenceDraft
from app.services.members import PaperMember
from app.ui.desk import Desk


def settle(qtbot: QtBot, desk: Desk) -> None:
    """Wait until every question and act has been answered."""
    qtbot.waitUntil(lambda: not desk.live, timeout=15_000)


def paper_member(name: str, role: AgencyRole) -> PaperMember:
    """A counterpart without the program."""
    return PaperMember(name, name, role, AgencyLevel.CITY, "丙某某", "0000-3333333", "")


def item(name: str) -> EvidenceDraft:
    """An item of the catalogue of evidence."""
    return EvidenceDraft(name, EvidenceKind.ELECTRONIC, "", "甲某某", None, "", True, 0)


def absent(kind: MaterialKind) -> Material:
    """A line of the 移送材料清单 that says there is none."""
    return Material(
        kind=kind,
        title=kind.value,
        number="",
        having=Having.ABSENT,
        reason="本案不涉及",
        original=False,
        copies=0,
        pages=0,
        medium="",
        sha256="",
    )
