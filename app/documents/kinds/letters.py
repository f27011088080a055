"""One row per letter: what it is written from, its template, its form, what must not be empty.

``write`` is the only way from facts to a document. All sentences are in ``resources/templates``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

from app.documents.kinds import inventory, markup
from app.documents.kinds.assemble import assemble
from app.documents.kinds.facts import (
    Approval,
    Facts,
    FeedbackRequest,
    Issue,
    Objection,
    Service,
)
from app.documents.model import Form, OfficialDocument
from app.kernel import canon, plain
from app.kernel.errors import LetterFieldsError, TemplateError, UncoveredCharactersError
from app.kernel.terms import AgencyRole, MatterKind
from app.rules.particulars import Having, Referral
from app.rules.steps import StepKind

if TYPE_CHECKING:
    from app.documents.kinds.templates import Templates


class LetterKind(StrEnum):
    """The documents this program writes; the word is stored with an issued letter."""

    REFERRAL = "referral"
    """涉嫌犯罪案件移送书, to the police."""
    TRANSFER = "transfer"
    """案件移送函, to any other agency."""
    APPROVAL = "approval"
    """移送涉嫌犯罪案件审批表."""
    SERVICE = "service"
    """送达回证."""
    REVIEW_REQUEST = "review_request"
    """提请复议书."""
    SUPERVISION = "supervision"
    """立案监督建议书."""
    FEEDBACK = "feedback"
    """商请反馈函."""


Check = Callable[[Facts], Iterator[str]]


@dataclass(frozen=True, slots=True)
class LetterRow:
    """*needs* are dotted names into the facts, ``issue.`` into how it is issued.

    *towards* are the receivers it is for, empty: any. *checks* name what else is missing. *context*
    gives the template what it must not work out itself.
    """

    matter: MatterKind
    step: StepKind
    facts: type[Facts]
    template: str
    form: Form
    needs: tuple[str, ...]
    context: Callable[[Facts], Mapping[str, object]] | None = None
    checks: tuple[Check, ...] = ()
    towards: frozenset[AgencyRole] = frozenset()


@dataclass(frozen=True, slots=True)
class Written:
    """A document with the name of its template and the SHA-256 of all that was used of it."""

    document: OfficialDocument
    template: str
    template_sha256: str


def write(kind: LetterKind, facts: Facts, issue: Issue, using: Templates | None = None) -> Written:
    """The document of *kind*; with its check mark when it has a number and a place for it.

    Raises:
        LetterFieldsError: something it needs is empty.
        UncoveredCharactersError: the facts hold a noncharacter the markup reserves.
        TemplateError: the template is missing, malformed or asks for what nobody knows.
    """
    # Here and not above: Jinja2 and segno are paid for with the first letter, not at the start.
    from app.documents.kinds import templates
    from app.documents.kinds.mark import marked

    row = LETTERS[kind]
    if not isinstance(facts, row.facts):
        raise TypeError(f"{kind} is written from {row.facts.__name__}")
    if fields := missing(kind, facts, issue):
        raise LetterFieldsError(fields=fields)
    _refuse_guards(facts, issue)
    room = using or templates.bundled()
    told = row.context(facts) if row.context else {}
    filled = room.fill(row.template, {"issue": issue, "facts": facts, **told})
    try:
        document = assemble(row.form, filled, issue)
    except (ValueError, LookupError) as error:
        raise TemplateError(template=row.template, reason=f"{error}") from error
    if issue.number:
        document = marked(document, issue.register)
    return Written(document, row.template, room.digest(row.template))


def required(kind: LetterKind) -> tuple[str, ...]:
    """The dotted names of what a letter of *kind* always needs."""
    return LETTERS[kind].needs


def missing(kind: LetterKind, facts: Facts, issue: Issue) -> tuple[str, ...]:
    """The names of what is empty, in the order of the letter."""
    row = LETTERS[kind]
    roots = {"issue": issue}
    empty = [name for name in row.needs if _empty(roots.get(name.split(".")[0], facts), name)]
    return (*empty, *(name for check in row.checks for name in check(facts)))


def kinds_for(matter: MatterKind, step: StepKind, towards: AgencyRole) -> tuple[LetterKind, ...]:
    """The letters that belong to *step* of *matter* when the counterpart is *towards*."""
    return tuple(
        kind
        for kind, row in LETTERS.items()
        if (row.matter, row.step) == (matter, step) and (not row.towards or towards in row.towards)
    )


def _empty(root: object, name: str) -> bool:
    value = root
    for part in name.removeprefix("issue.").split("."):
        value = getattr(value, part)
    return value in (None, ()) or (isinstance(value, str) and not value.strip())


def _refuse_guards(facts: Facts, issue: Issue) -> None:
    said = canon.dumps([plain.to_plain(facts), plain.to_plain(issue)]).decode()
    if found := markup.GUARDS & set(said):
        raise UncoveredCharactersError(
            found=tuple(("", char, f"U+{ord(char):04X}") for char in sorted(found))
        )


# -- what the templates are told ---------------------------------------------------------------


def _referral(facts: Facts) -> dict[str, object]:
    referral = cast("Referral", facts)
    return {
        "referral": referral,
        "case": referral.case,
        "project": referral.case.project,
        "evidence": inventory.exhibits(referral),
        "materials": inventory.material_list(referral.materials),
        "articles": referral.articles,
        "enclosures": inventory.enclosures(referral),
    }


def _within(facts: Facts) -> dict[str, object]:
    return _referral(cast("Approval | Objection", facts).referral)


# -- what else may be missing ------------------------------------------------------------------


def _reasons_of_absence(facts: Facts) -> Iterator[str]:
    """310号令第六条 lists five materials: one that is not there has its reason in the list."""
    if any(
        line.having is Having.ABSENT and not line.reason
        for line in cast("Referral", facts).materials
    ):
        yield "materials.reason"


def _party_names(facts: Facts) -> Iterator[str]:
    if any(not party.name for party in cast("Referral", facts).case.parties):
        yield "case.parties.name"


def _two_officers(facts: Facts) -> Iterator[str]:
    """310号令第五条: two officers or more, each with an 执法证号."""
    team = cast("Approval", facts).referral.team
    if len(team) < 2 or any(not (member.name and member.licence) for member in team):
        yield "referral.team"


# -- the rows ----------------------------------------------------------------------------------

_ISSUED: Final = ("issue.agency", "issue.receiver", "issue.handler", "issue.phone")
_CASE: Final = ("case.name", "case.source", "case.parties", "case.facts")
_DECISION: Final = (
    "referral_number",
    "decided_by",
    "decision_title",
    "decision_number",
    "decision_reasons",
    "reasons",
)
_POLICE: Final = frozenset({AgencyRole.POLICE})
_OTHERS: Final = frozenset(AgencyRole) - _POLICE

LETTERS: Final[Mapping[LetterKind, LetterRow]] = MappingProxyType(
    {
        LetterKind.REFERRAL: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.ISSUED,
            facts=Referral,
            template="referral.j2",
            form=Form.ENFORCEMENT,
            needs=(
                *_ISSUED,
                *_CASE,
                "offence",
                "offence_article",
                "reasons",
                "bases",
                "materials",
                "copy_to",
            ),
            context=_referral,
            checks=(_party_names, _reasons_of_absence),
            towards=_POLICE,
        ),
        LetterKind.TRANSFER: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.ISSUED,
            facts=Referral,
            template="transfer.j2",
            form=Form.LETTER,
            needs=(*_ISSUED, *_CASE, "reasons", "bases", "materials"),
            context=_referral,
            checks=(_party_names, _reasons_of_absence),
            towards=_OTHERS,
        ),
        LetterKind.APPROVAL: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.REPORT_SUBMITTED,
            facts=Approval,
            template="approval.j2",
            form=Form.TABLE,
            needs=(
                "issue.agency",
                *(f"referral.{name}" for name in _CASE),
                "referral.receiver_name",
                "referral.offence",
                "referral.offence_article",
                "referral.bases",
            ),
            context=_within,
            checks=(_two_officers,),
        ),
        LetterKind.SERVICE: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.DELIVERED,
            facts=Service,
            template="service.j2",
            form=Form.TABLE,
            needs=("issue.agency", "issue.receiver", "case_name", "papers"),
        ),
        LetterKind.REVIEW_REQUEST: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.REVIEW_REQUESTED,
            facts=Objection,
            template="review_request.j2",
            form=Form.ENFORCEMENT,
            needs=(*_ISSUED, *_DECISION),
            context=_within,
            towards=_POLICE,
        ),
        LetterKind.SUPERVISION: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.SUPERVISION_SUGGESTED,
            facts=Objection,
            template="supervision.j2",
            form=Form.ENFORCEMENT,
            needs=(*_ISSUED, *_DECISION),
            context=_within,
            towards=_POLICE,
        ),
        LetterKind.FEEDBACK: LetterRow(
            matter=MatterKind.REFERRAL,
            step=StepKind.NOTE,
            facts=FeedbackRequest,
            template="feedback.j2",
            form=Form.LETTER,
            needs=(*_ISSUED, "case_name", "letter_title", "letter_number", "questions"),
        ),
    }
)
