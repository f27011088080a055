"""Every name a refusal may carry has its Chinese word."""

from __future__ import annotations

import re
from pathlib import Path

from app import wording
from app.demo.sample_letters import EVERY
from app.demo.samples import ISSUE
from app.documents.kinds.letters import LETTERS, write
from app.documents.model import texts
from app.kernel.errors import LetterFieldsError, UncoveredCharactersError
from app.rules.procedures import PROCEDURES
from tests.documents.forms import ALL_FORMS


def test_everything_a_letter_needs_has_a_chinese_name() -> None:
    needs = {name for row in LETTERS.values() for name in row.needs}

    assert needs <= wording.FIELDS.keys()


def test_every_part_of_a_document_has_a_chinese_name() -> None:
    documents = [write(kind, facts, ISSUE).document for kind, facts in EVERY.items()]

    documents += ALL_FORMS.values()
    parts = {part for document in documents for part, _ in texts(document)}
    assert parts == wording.DOCUMENT_PARTS.keys()


def test_missing_facts_are_named_in_chinese() -> None:
    said = wording.refusal(LetterFieldsError(fields=("case.facts", "issue.phone")))

    assert said.happened == "文书还缺少内容：案情、联系电话。"


def test_a_character_that_cannot_be_seen_is_named_by_its_number_alone() -> None:
    found = (("body", "\U0001f600", "U+1F600"), ("addressee", "\u202e", "U+202E"))

    said = wording.refusal(UncoveredCharactersError(found=found))

    assert (
        said.happened == "有的字没有字体可以印出：正文“\U0001f600”（U+1F600）、主送机关（U+202E）。"
    )


def test_every_field_a_use_case_may_miss_has_a_chinese_name() -> None:
    said = re.compile(r"(?:MissingFieldsError|LetterFieldsError)\(fields=\(((?:\"[^\"]+\",? ?)+)")
    services = Path(wording.__file__).resolve().parents[1] / "services"
    found = {
        name
        for path in services.glob("*.py")
        for group in said.findall(path.read_text("utf-8"))
        for name in re.findall(r'"([^"]+)"', group)
    }
    steps = {
        spec.name
        for procedure in PROCEDURES.values()
        for rule in procedure.rules.values()
        for spec in rule.fields
    }

    assert found
    assert [name for name in sorted(found | steps) if wording.field_name(name) == name] == []


def test_every_line_of_the_journal_has_its_words() -> None:
    written = re.compile(r'"([a-z]+\.[a-z_-]+)",')
    rooms = [Path(wording.__file__).resolve().parents[1] / room for room in ("services", "vault")]
    found = {
        action
        for room in rooms
        for path in room.glob("*.py")
        if "journal" in path.read_text("utf-8")
        for action in written.findall(path.read_text("utf-8"))
        if action.split(".")[0] in _NOUNS
    }

    assert len(found) > 12
    assert [each for each in sorted(found) if wording.journal_action(each) == each] == []


_NOUNS = frozenset(
    {"attachment", "bundle", "card", "case", "evidence", "letter", "matter", "member", "pack",
     "party", "register", "settings"}
)  # fmt: skip


def test_every_part_and_record_a_refusal_names_has_its_word() -> None:
    app = Path(wording.__file__).resolve().parents[1]
    rooms = [path for room in ("services", "vault", "sync") for path in (app / room).glob("*.py")]
    text = "\n".join(path.read_text("utf-8") for path in rooms)

    parts = set(re.findall(r'Error\([^)]*part="([a-z ]+)"', text))
    kinds = set(re.findall(r'(?:UnknownRecord|ReadOnlyRecord)Error\(\s*kind="([a-z]+)"', text))

    assert parts <= wording.PARTS.keys()
    assert kinds <= wording.NOUNS.keys()
    assert parts
    assert kinds
