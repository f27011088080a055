"""One row per letter: what it is written from, its template, its form, what must not be empty.

``write`` is the only way from facts to a document. All sentences are in ``resources/templates``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from app.documents.kinds import markup
from app.documents.kinds.assemble import assemble
from app.documents.kinds.edits import Edit, edited
from app.documents.kinds.facts import Facts, Issue
from app.documents.kinds.row import LetterKind, LetterRow
from app.documents.kinds.rows_answers import ANSWER_ROWS
from app.documents.kinds.rows_casework import CASEWORK_ROWS
from app.documents.kinds.rows_papers import PAPER_ROWS
from app.documents.kinds.rows_referral import REFERRAL_ROWS
from app.documents.model import OfficialDocument
from app.kernel import canon, plain
from app.kernel.errors import LetterFieldsError, TemplateError, UncoveredCharactersError
from app.kernel.terms import AgencyRole, MatterKind
from app.rules.steps import Side, StepKind

if TYPE_CHECKING:
    from app.documents.kinds.templates import Templates


__all__ = ["LETTERS", "LetterKind", "LetterRow"]


@dataclass(frozen=True, slots=True)
class Written:
    """A document with the name of its template and the SHA-256 of all that was used of it.

    *stale* are the edits that fit no paragraph any more, because the record changed.
    """

    document: OfficialDocument
    template: str
    template_sha256: str
    stale: tuple[Edit, ...] = ()


def write(
    kind: LetterKind,
    facts: Facts,
    issue: Issue,
    using: Templates | None = None,
    edits: Sequence[Edit] = (),
) -> Written:
    """The document of *kind*; with its check mark when it has a number and a place for it.

    *using* are the templates, the program's own by default; *edits* are laid over the body.

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
    if lacking := missing(kind, facts, issue):
        raise LetterFieldsError(fields=lacking)
    facts = _tidy(facts)
    _refuse_guards(facts, issue)
    room = using or templates.bundled()
    told = row.context(facts) if row.context else {}
    filled = room.fill(row.template, {"issue": issue, "facts": facts, **told})
    try:
        document = assemble(row.form, filled, issue)
    except (ValueError, LookupError) as error:
        raise TemplateError(template=row.template, reason=f"{error}") from error
    document, stale = edited(document, edits)
    if issue.number:
        document = marked(document, issue.register)
    return Written(document, row.template, room.digest(row.template), stale)


def required(kind: LetterKind) -> tuple[str, ...]:
    """The dotted names of what a letter of *kind* always needs."""
    return LETTERS[kind].needs


def missing(kind: LetterKind, facts: Facts, issue: Issue) -> tuple[str, ...]:
    """The names of what is empty, in the order of the letter."""
    row, facts = LETTERS[kind], _tidy(facts)
    roots = {"issue": issue}
    empty = [name for name in row.needs if _empty(roots.get(name.split(".")[0], facts), name)]
    return (*empty, *(name for check in row.checks for name in check(facts)))


def kinds_for(
    matter: MatterKind, side: Side, author: AgencyRole, receiver: AgencyRole
) -> tuple[LetterKind, ...]:
    """The letters *author* on *side* of *matter* writes to *receiver*, in the order of its steps;
    those that are no step stand last."""
    steps = list(StepKind)
    found = [
        kind
        for kind, row in LETTERS.items()
        if row.matter == matter and row.side in (side, None) and row.is_for(author, receiver)
    ]
    return tuple(sorted(found, key=lambda kind: _place(LETTERS[kind].step, steps)))


def _place(step: StepKind | None, steps: Sequence[StepKind]) -> int:
    return len(steps) if step is None else steps.index(step)


def _empty(root: object, name: str) -> bool:
    value = root
    for part in name.removeprefix("issue.").split("."):
        value = getattr(value, part)
    return value in (None, ()) or (isinstance(value, str) and not value.strip())


def _tidy(facts: Facts) -> Facts:
    """*facts* whose lists of lines are without the blanks around each and without blank lines."""
    lists: dict[str, Any] = {}
    for each in fields(facts):
        value = getattr(facts, each.name)
        # Words of a closed list are str too and stay what they are.
        if isinstance(value, tuple) and value and all(type(line) is str for line in value):
            lists[each.name] = tuple(line.strip() for line in value if line.strip())
    return replace(facts, **lists)


def _refuse_guards(facts: Facts, issue: Issue) -> None:
    said = canon.dumps([plain.to_plain(facts), plain.to_plain(issue)]).decode()
    if found := markup.GUARDS & set(said):
        raise UncoveredCharactersError(
            found=tuple(("", char, f"U+{ord(char):04X}") for char in sorted(found))
        )


LETTERS: Final[Mapping[LetterKind, LetterRow]] = MappingProxyType(
    {**REFERRAL_ROWS, **CASEWORK_ROWS, **ANSWER_ROWS, **PAPER_ROWS}
)
