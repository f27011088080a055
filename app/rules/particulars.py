"""What each kind of matter tells: filled by the form, stored, carried, read by the letter.

One frozen dataclass per ``MatterKind``; ``kernel.plain`` is the strict pair to and from plain
values. The number in ``Particulars.version`` travels beside it and rises only when an old reader
would misunderstand.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from app.kernel import plain
from app.kernel.canon import Plain
from app.kernel.errors import NotCanonicalError
from app.kernel.terms import (
    EvidenceKind,
    MaterialKind,
    MatterKind,
    PartyKind,
    PartyRole,
    ProcurementMethod,
    ProjectKind,
)


class Having(StrEnum):
    """Whether a material is there: 有 / 无（理由） / 待补."""

    PRESENT = "present"
    ABSENT = "absent"
    FOLLOWS = "follows"


@dataclass(frozen=True, slots=True)
class ProjectFacts:
    """采购项目; amounts in fen."""

    number: str
    name: str
    kind: ProjectKind
    method: ProcurementMethod
    purchaser: str
    budget_fen: int
    contract_fen: int
    opened_on: date | None
    winner: str


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """当事人. *identifier* is a 统一社会信用代码 or 居民身份证号码."""

    uid: str
    kind: PartyKind
    role: PartyRole
    name: str
    identifier: str
    override_reason: str
    address: str
    representative: str
    phone: str


@dataclass(frozen=True, slots=True)
class ViolationFacts:
    """A row of the violation catalogue: its code, conduct and article."""

    code: str
    conduct: str
    article: str


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """An item of the evidence catalogue; *sha256* names its file, empty when on paper only."""

    uid: str
    name: str
    kind: EvidenceKind
    source: str
    collectors: str
    collected_on: date | None
    place: str
    original: bool
    pages: int
    sha256: str


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What of a case leaves its owner: the body of a ``case-extract/1`` entry."""

    uid: str
    number: str
    name: str
    source: str
    found_on: date
    amount_fen: int
    facts: str
    measures: str
    penalties: str
    handler: str
    handler_phone: str
    crime_suspected: bool
    project: ProjectFacts | None
    parties: tuple[PartyFacts, ...]
    violations: tuple[ViolationFacts, ...]
    evidence: tuple[EvidenceFacts, ...]


@dataclass(frozen=True, slots=True)
class TeamMember:
    """专案组成员 (310号令第五条: two or more) with 执法证号."""

    name: str
    licence: str


@dataclass(frozen=True, slots=True)
class Material:
    """A line of the 移送材料清单; *reason* is required when it is absent."""

    kind: MaterialKind
    title: str
    number: str
    having: Having
    reason: str
    original: bool
    copies: int
    pages: int
    medium: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Article:
    """A line of the 涉案物品清单. *quantity* comes with its unit, *state* is how it was found."""

    name: str
    model: str
    quantity: str
    features: str
    kept_at: str
    source_document: str
    state: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Referral:
    """移送涉嫌犯罪案件: everything the 移送书, its lists, its 回执 and the bundle say.

    *case* is frozen at the moment the matter was opened or the draft last saved. *receiver_reason*
    is written when the officer deviates from the suggested receiver. *economic_crime* selects the
    special periods of police work (公安机关办理经济犯罪案件的若干规定第十六条).
    """

    case: CaseFacts
    receiver_name: str
    copy_to: str
    offence: str
    offence_article: str
    standard_article: str
    reasons: str
    bases: tuple[str, ...]
    route: str
    receiver_reason: str
    economic_crime: bool
    team: tuple[TeamMember, ...]
    materials: tuple[Material, ...]
    articles: tuple[Article, ...]


Particulars = Referral

PARTICULARS: Final = MappingProxyType({MatterKind.REFERRAL: Referral})
VERSIONS: Final = MappingProxyType({MatterKind.REFERRAL: 1})


def read(kind: MatterKind, version: int, body: Plain) -> Particulars:
    """The particulars of a matter of *kind* as stored or received.

    Raises:
        NotCanonicalError: *version* is newer than this program knows, or the body is malformed.
    """
    if version > VERSIONS[kind]:
        raise NotCanonicalError(reason=f"{kind} particulars of version {version}")
    return plain.from_plain(PARTICULARS[kind], body)
