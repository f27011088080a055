"""文书模板: an office's own wording of its letters, in place of the program's.

Own templates are kept inside the register: they are in its backups, change with a journal line,
and nobody words a referral from outside. The program's own texts are never touched and come back
when the own copy is removed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from sqlalchemy.orm import Session

from app.documents.kinds import letters as kinds
from app.documents.kinds.facts import Facts, Issue
from app.documents.kinds.letters import LETTERS, LetterKind
from app.kernel.errors import TemplateError
from app.services import house_fonts, letter_sheet
from app.services.changes import Changes, Noun, changed
from app.services.letter_sheet import Sheet
from app.vault import journal, settings
from app.vault.register import Register

if TYPE_CHECKING:
    from app.documents.kinds.template_check import TemplateFault
    from app.documents.kinds.templates import Templates

_SETTING: Final = "letters.templates"


@dataclass(frozen=True, slots=True)
class TemplateRow:
    """*own*: the office words these letters itself."""

    kind: LetterKind
    own: bool


@dataclass(frozen=True, slots=True)
class TemplateText:
    """*original* is the program's text."""

    text: str
    original: str


def room(session: Session) -> Templates:
    """The templates this register's letters are written with."""
    return _worded(_own(session))


def every(register: Register) -> tuple[TemplateRow, ...]:
    """The letters whose wording an office may change, in the order of the program."""
    with register.read() as session:
        own = _own(session)
    return tuple(TemplateRow(kind, row.template in own) for kind, row in LETTERS.items())


def text(register: Register, kind: LetterKind) -> TemplateText:
    """What the template of *kind* says now."""
    name = LETTERS[kind].template
    original = _worded({}).text(name)
    with register.read() as session:
        return TemplateText(_own(session).get(name, original), original)


def faults(
    register: Register, kind: LetterKind, said: str, sample: Facts, issue: Issue
) -> tuple[TemplateFault, ...]:
    """What keeps *said* from being the template of *kind*."""
    from app.documents.kinds import template_check

    return template_check.faults(kind, _trial(register, kind, said), sample, issue)


def try_out(register: Register, kind: LetterKind, said: str, sample: Facts, issue: Issue) -> Sheet:
    """The letter of *sample* as *said* words it; nothing is saved.

    Raises:
        TemplateError, LetterFieldsError, UncoveredCharactersError
    """
    written = kinds.write(kind, sample, issue, _trial(register, kind, said))
    with register.read() as session:
        return letter_sheet.laid(written, house_fonts.chain(session))[1]


def save(register: Register, kind: LetterKind, said: str, sample: Facts, issue: Issue) -> Changes:
    """Word the letters of *kind* so from now on; what was issued stays as it is.

    Raises:
        TemplateError: it cannot be filled; nothing was saved.
    """
    name = LETTERS[kind].template
    if found := faults(register, kind, said, sample, issue):
        raise TemplateError(template=name, reason=found[0].unknown or found[0].reason)
    with register.write() as session:
        settings.write(session, _SETTING, {**_own(session), name: said})
        _note(register, session, "template.saved", name)
        return changed(Noun.SETTINGS)


def restore(register: Register, kind: LetterKind) -> Changes:
    """Take the program's own wording again."""
    name = LETTERS[kind].template
    with register.write() as session:
        kept = {each: said for each, said in _own(session).items() if each != name}
        settings.write(session, _SETTING, dict(kept))
        _note(register, session, "template.restored", name)
        return changed(Noun.SETTINGS)


def _trial(register: Register, kind: LetterKind, said: str) -> Templates:
    with register.read() as session:
        return _worded({**_own(session), LETTERS[kind].template: said})


def _worded(own: Mapping[str, str]) -> Templates:
    # Here and not above: Jinja2 is paid for with the first letter, not at the start.
    from app.documents.kinds import templates

    return templates.with_own(tuple(sorted(own.items())))


def _own(session: Session) -> Mapping[str, str]:
    return cast("Mapping[str, str]", settings.read(session, _SETTING, {}))


def _note(register: Register, session: Session, action: str, name: str) -> None:
    journal.append(
        session, register.clock, register.user_name, action, register.vault_uid, template=name
    )
