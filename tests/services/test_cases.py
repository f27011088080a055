"""Cases are refused for what is wrong with them, and kept when somebody answers for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app import wording
from app.kernel.errors import BadIdentifierError, MissingFieldsError, TooLongError
from app.kernel.terms import PartyKind
from app.rules.identifiers import IdentifierFault
from app.rules.particulars import PartyFacts
from app.services import case_history, case_list, cases, characters, members
from app.services.case_history import Source
from app.services.cases import TEXT_LIMIT, CaseDraft
from app.services.setup import Register
from tests import synthetic
from tests.synthetic import POLICE


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    with synthetic.make_register(tmp_path / "czj") as made:
        yield made


def _with(party: PartyFacts) -> CaseDraft:
    return replace(synthetic.case_draft(), parties=(party,))


def _party(
    identifier: str, reason: str = "", kind: PartyKind = PartyKind.ORGANISATION
) -> PartyFacts:
    (party,) = synthetic.case_draft().parties
    return replace(party, identifier=identifier, override_reason=reason, kind=kind)


@pytest.mark.parametrize(
    ("kind", "identifier", "fault"),
    [
        (PartyKind.ORGANISATION, "91990000MA0000015X", IdentifierFault.CHECK),
        (PartyKind.ORGANISATION, "9199", IdentifierFault.LENGTH),
        (PartyKind.PERSON, "990000199001010018", IdentifierFault.CHECK),
        (PartyKind.PERSON, "990000199013010017", IdentifierFault.BIRTH_DATE),
    ],
)
def test_an_identifier_that_fails_its_check_is_refused_with_the_reason(
    register: Register, kind: PartyKind, identifier: str, fault: IdentifierFault
) -> None:
    with pytest.raises(BadIdentifierError) as caught:
        cases.register_case(register, _with(_party(identifier, kind=kind)))

    said = wording.refusal(caught.value)
    assert caught.value.facts["reason"] is fault
    assert f"证件号码“{identifier}”校验不通过" in said.happened
    assert wording.IDENTIFIER_FAULTS[fault] in said.happened
    assert case_list.count_cases(register) == 0


def test_it_is_kept_with_a_written_reason(register: Register) -> None:
    draft = _with(_party("91990000MA0000015X", "营业执照原件如此"))

    uid = cases.register_case(register, draft).uid

    assert cases.show_case(register, uid).facts.parties == draft.parties


def test_a_party_without_a_number_is_no_fault(register: Register) -> None:
    cases.register_case(register, _with(_party("")))

    assert case_list.count_cases(register) == 1


def test_a_revision_is_checked_as_well(register: Register) -> None:
    uid = cases.register_case(register, synthetic.case_draft()).uid

    with pytest.raises(BadIdentifierError):
        cases.revise_case(register, uid, _with(_party("91990000MA0000015X")))

    assert cases.show_case(register, uid).version == 1


def test_what_is_missing_is_named_in_chinese(register: Register) -> None:
    draft = replace(synthetic.case_draft(), source=" ", facts="", parties=())

    with pytest.raises(MissingFieldsError) as caught:
        cases.register_case(register, draft)

    assert "线索来源、基本案情、当事人" in wording.refusal(caught.value).happened


def test_a_text_beyond_the_limit_is_refused_with_both_numbers(register: Register) -> None:
    draft = replace(synthetic.case_draft(), measures="案" * (TEXT_LIMIT + 1))

    with pytest.raises(TooLongError) as caught:
        cases.register_case(register, draft)

    assert "“已采取的措施”有 100001 个字" in wording.refusal(caught.value).happened


def test_the_history_holds_acts_and_steps(tmp_path: Path, register: Register) -> None:
    cards = tmp_path / "cards"
    cards.mkdir()
    with synthetic.make_register(tmp_path / "gaj", POLICE) as police:
        synthetic.introduce(register, police, cards)
    peer = members.find(register, POLICE.handle)
    uid = cases.register_case(register, synthetic.case_draft()).uid
    other = cases.register_case(register, synthetic.case_draft("别的案件")).uid
    matter = synthetic.approved_matter(register, peer, uid, register.clock.now())

    lines = case_history.lines(register, uid)

    steps = [line.what for line in lines if line.source is Source.STEP]
    acts = [line.what for line in lines if line.source is Source.JOURNAL]
    assert steps == ["approved", "report_received", "report_submitted", "team_formed"]
    assert {line.matter for line in lines if line.source is Source.STEP} == {matter}
    assert acts[-1] == "case.registered"
    assert "matter.opened" in acts
    assert [line.what for line in case_history.lines(register, other)] == ["case.registered"]


def test_characters_nobody_can_print_are_named_with_their_text() -> None:
    found = characters.undrawable_anywhere({"name": "关于\U0003134b某", "facts": "经查，属实。"})

    assert found == {"name": (("\U0003134b", "U+3134B"),)}
