"""Chinese search over cases: exact, newest first.

The answer is that of a substring scan over the normalised texts of each case. The index only
narrows down what is then compared with the texts themselves, so it must never leave a case out:

- a text is cut into runs of letters and digits; of each run every pair of neighbours is a token,
  and its last character alone, so that every character begins a token (one character is asked as
  a prefix);
- three or more Latin letters or digits also give every triple, because the pairs of a credit code
  occur in nearly every case.

The ``ascii`` tokenizer keeps every character outside ASCII; what counts as a letter is then decided
here alone, while ``unicode61`` has older tables of its own.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from app.models import Case, CaseParty, Party, Project
from app.vault import settings

VERSION: Final = f"1/{unicodedata.unidata_version}"
"""The tokens are of this version; a register with an index of another one rebuilds it.

The first number rises when ``normal`` or the tokens change. Python's tables of characters count
too: another Python may cut a text elsewhere.
"""

_SETTING: Final = "search.version"
_RUN: Final = re.compile(r"[^\W_]+")
_LATIN: Final = re.compile(r"[0-9a-z]{3}")
_IDEOGRAPHS: Final = re.compile(r"[\u4e00-\u9fff]+")
"""The block CJK Unified Ideographs: ``normal`` changes none of them and joins nothing to one."""
_BATCH: Final = 100

_CANDIDATES: Final = text(
    "SELECT rowid FROM case_words WHERE case_words MATCH :match ORDER BY rowid DESC"
)
_INSERT: Final = text("INSERT OR REPLACE INTO case_words(rowid, words) VALUES (:id, :words)")
_ALL: Final = select(Case.id).order_by(Case.id.desc())


@dataclass(frozen=True, slots=True)
class CaseTexts:
    """Every text of a case that a search compares, as stored."""

    title: str
    parties: str
    body: str
    codes: str

    @property
    def whole(self) -> str:
        return "\n".join([self.title, self.parties, self.body, self.codes])

    @property
    def normal(self) -> str:
        return normal(self.whole)

    def holds(self, terms: list[str]) -> bool:
        """Whether each of the normalised *terms* is in one of the texts."""
        whole = self.whole
        # Normalising the texts would be two thirds of a search.
        if all(_IDEOGRAPHS.fullmatch(term) and term in whole for term in terms):
            return True
        whole = normal(whole)
        return all(term in whole for term in terms)


def normal(value: str) -> str:
    """*value* as compared: full-width and half-width, upper and lower case are the same."""
    folded = unicodedata.normalize("NFKC", value).casefold()
    return unicodedata.normalize("NFKC", folded)


def index_case(
    session: Session, case_id: int, *, title: str, parties: str, body: str, codes: str
) -> None:
    """Index a case in the caller's transaction, in place of what was indexed for it.

    *title* is its number and name, *parties* their names, *body* the facts and the project's name,
    *codes* the project's number and the parties' identifiers.
    """
    _put(session, case_id, CaseTexts(title, parties, body, codes))


def index_cases(session: Session, texts: Mapping[int, CaseTexts]) -> None:
    """``index_case`` of many cases."""
    session.execute(_INSERT, [{"id": id_, "words": _words(each)} for id_, each in texts.items()])


def remove_case(session: Session, case_id: int) -> None:
    session.execute(text("DELETE FROM case_words WHERE rowid = :id"), {"id": case_id})


def search_cases(session: Session, query: str, limit: int, offset: int = 0) -> list[int]:
    """The ids of the cases that hold every term of *query* (terms are separated by spaces)."""
    return list(islice(matching_cases(session, query), offset, offset + limit))


def matching_cases(session: Session, query: str) -> Iterator[int]:
    """The ids ``search_cases`` answers with, newest first, each as it is found."""
    return _matching(session, normal(query).split())


def keep_current(session: Session) -> None:
    """Rebuild the index when another version of the program made it; minutes for 100,000 cases."""
    if settings.read(session, _SETTING, "") == VERSION:
        return
    session.execute(text("INSERT INTO case_words(case_words) VALUES ('delete-all')"))
    for ids in session.scalars(_ALL).partitions(_BATCH):
        for case_id, texts in stored_texts(session, ids).items():
            _put(session, case_id, texts)
    settings.write(session, _SETTING, VERSION)


def stored_texts(session: Session, ids: Sequence[int]) -> dict[int, CaseTexts]:
    """The texts of *ids*, in that order; ids that are gone are left out."""
    rows = session.execute(
        select(Case.id, Case.number, Case.name, Case.facts).where(Case.id.in_(ids))
    )
    cases = {row.id: row for row in rows}
    projects = _by_case(
        session.execute(
            select(Project.case_id, Project.name, Project.number).where(Project.case_id.in_(ids))
        )
    )
    parties = _by_case(
        session.execute(
            select(CaseParty.case_id, Party.name, Party.identifier)
            .join(Party, CaseParty.party_id == Party.id)
            .where(CaseParty.case_id.in_(ids))
        )
    )
    return {
        case_id: CaseTexts(
            title=f"{case.number}\n{case.name}",
            parties=parties[case_id].names,
            body=f"{case.facts}\n{projects[case_id].names}",
            codes=f"{projects[case_id].codes}\n{parties[case_id].codes}",
        )
        for case_id in ids
        if (case := cases.get(case_id))
    }


@dataclass(slots=True)
class _Named:
    names: str = ""
    codes: str = ""


def _by_case(rows: Iterable[tuple[int, str, str]]) -> defaultdict[int, _Named]:
    """Names and codes by case, one to a line: no term reaches over the end of a line."""
    found: defaultdict[int, _Named] = defaultdict(_Named)
    for case_id, name, code in rows:
        found[case_id].names += f"{name}\n"
        found[case_id].codes += f"{code}\n"
    return found


def _matching(session: Session, terms: list[str]) -> Iterator[int]:
    tokens = list(dict.fromkeys(token for term in terms for token in _asked(term)))
    if tokens:
        match = " AND ".join(tokens)
        candidates = session.execute(_CANDIDATES, {"match": match}).scalars()
    else:
        # Signs alone are in no index.
        candidates = session.scalars(_ALL)
    with closing(candidates):
        for ids in candidates.partitions(_BATCH):
            for case_id, texts in stored_texts(session, ids).items():
                if texts.holds(terms):
                    yield case_id


def _put(session: Session, case_id: int, texts: CaseTexts) -> None:
    session.execute(_INSERT, {"id": case_id, "words": _words(texts)})


def _words(texts: CaseTexts) -> str:
    return " ".join(sorted(_tokens(texts.normal)))


def _tokens(normalised: str) -> set[str]:
    found = set()
    for run in _RUN.findall(normalised):
        for i in range(len(run)):
            found.add(run[i : i + 2])
            if _LATIN.match(run, i):
                found.add(run[i : i + 3])
    return found


def _asked(term: str) -> Iterator[str]:
    """What the index is asked for *term*: it has all of it wherever *term* occurs."""
    for run in _RUN.findall(term):
        if len(run) == 1:
            yield f'"{run}"*'
        for i in range(len(run) - 1):
            if _LATIN.match(run, i):
                yield f'"{run[i : i + 3]}"'
            elif i == 0 or not _LATIN.match(run, i - 1):
                yield f'"{run[i : i + 2]}"'
