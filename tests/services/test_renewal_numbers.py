"""Numbers drawn before a restoration and again after it, and alarms a person settles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app import wording
from app.demo.sample_papers import CONSULTATION
from app.documents.kinds.letters import LetterKind
from app.kernel.errors import MissingFieldsError, NumberUnsureError
from app.models import DocumentNumber, JournalLine, Settled, Witness
from app.services import alarms, cases, drafting, letters, renewal, settling
from app.services.letter_text import OfDraft
from app.services.letters import IssueDraft
from app.services.settling import Numbered
from app.services.setup import Register
from app.vault import restored
from app.vault.restored import Mark, Reason
from tests import synthetic
from tests.services.two_desks import START, Desks, copied, put_back, two_desks

CODE = "示财采移"
NUMBER = "示财采移〔2026〕1号"


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def _approved(desks: Desks) -> str:
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    return synthetic.approved_matter(desks.finance, desks.to_police, case, START)


def _issue(desks: Desks, matter: str, confirmed: str = "") -> None:
    wish = IssueDraft(CODE, "己某某", START.date(), number_confirmed=confirmed)
    letters.issue(desks.finance, matter, LetterKind.REFERRAL, wish)


def _drawn(desks: Desks) -> list[str]:
    with desks.finance.read() as session:
        return list(session.scalars(select(DocumentNumber.text)))


def _heard(desks: Desks) -> None:
    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)


def _used_twice(desks: Desks, folder: Path) -> None:
    """A letter and a case reached the police, were lost, and both numbers were drawn again."""
    copy = copied(desks.finance, folder / "copy")
    _issue(desks, _approved(desks))
    desks.carry(desks.finance, desks.police)
    put_back(desks.finance, copy)
    renewal.renew(desks.finance)
    _issue(desks, _approved(desks), NUMBER)
    _heard(desks)


def test_a_number_is_confirmed_while_a_peer_may_hold_letters_that_were_lost(desks: Desks) -> None:
    renewal.renew(desks.finance)
    matter = _approved(desks)

    for confirmed in ("", "示财采移〔2026〕2号"):
        with pytest.raises(NumberUnsureError) as caught:
            _issue(desks, matter, confirmed)
        assert caught.value.facts == {"number": NUMBER, "awaited": ("示例市公安局",)}
    assert _drawn(desks) == []
    _issue(desks, matter, NUMBER)
    assert _drawn(desks) == [NUMBER]


def test_once_every_peer_has_answered_the_first_number_of_each_count_is_confirmed_still(
    desks: Desks,
) -> None:
    renewal.renew(desks.finance)
    _heard(desks)
    matter = _approved(desks)

    with pytest.raises(NumberUnsureError) as caught:
        _issue(desks, matter)
    assert caught.value.facts == {"number": NUMBER, "awaited": ()}
    assert "还没有从" not in str(wording.refusal(caught.value))
    _issue(desks, matter, NUMBER)
    _issue(desks, _approved(desks))

    assert _drawn(desks) == [NUMBER, "示财采移〔2026〕2号"]


def test_a_letter_that_stood_alone_and_was_lost_leaves_its_number_to_be_asked_about(
    tmp_path: Path,
) -> None:
    register = synthetic.make_register(tmp_path / "czj", mechanism=synthetic.MECHANISM)
    copy = copied(register, tmp_path / "copy")
    first = "示财采函〔2026〕1号"
    _send_alone(register)
    put_back(register, copy)
    with register.write() as session:
        restored.mark(session, Mark(Reason.COPY, "", START, START))
    # Before the new keys are taken it is asked as well.
    with pytest.raises(NumberUnsureError):
        _send_alone(register)
    renewal.renew(register)

    with pytest.raises(NumberUnsureError) as caught:
        _send_alone(register)
    assert caught.value.facts == {"number": first, "awaited": ()}
    _send_alone(register, confirmed=first)
    _send_alone(register)
    with pytest.raises(NumberUnsureError):
        _send_alone(register, code="示财办")
    renewal.renew(register)
    with pytest.raises(NumberUnsureError):
        _send_alone(register)
    register.close()


def _send_alone(register: Register, code: str = "示财采函", confirmed: str = "") -> None:
    wish = IssueDraft(code, "己某某", START.date(), number_confirmed=confirmed)
    letters.issue_of(register, OfDraft(drafting.create(register, CONSULTATION).uid), wish)


def test_a_number_that_a_returned_letter_bears_too_stands_until_somebody_settled_it(
    desks: Desks, tmp_path: Path
) -> None:
    _used_twice(desks, tmp_path)

    letter, case = alarms.standing(desks.finance).numbers
    assert (letter.kind, letter.number, len(letter.bearers)) == (Numbered.LETTER, NUMBER, 2)
    assert (case.kind, len(case.bearers)) == (Numbered.CASE, 2)
    assert alarms.standing(desks.police).quiet
    with pytest.raises(MissingFieldsError):
        settling.settle(desks.finance, (letter.key,), " ")
    settling.settle(desks.finance, (letter.key,), "办公室已更正后一件的文号")
    assert alarms.standing(desks.finance).numbers == (case,)
    settling.settle(desks.finance, (letter.key, case.key), "两案编号相同，不影响办理")

    assert alarms.standing(desks.finance).quiet
    with desks.finance.read() as session:
        said = session.scalars(select(Settled.how).order_by(Settled.id)).all()
        noted = session.scalars(
            select(JournalLine.subject).where(JournalLine.action == "alarm.settled")
        ).all()
    assert said == ["办公室已更正后一件的文号", "两案编号相同，不影响办理"]
    assert noted == [letter.key, case.key]


def test_a_third_letter_under_a_settled_number_stands_again(desks: Desks, tmp_path: Path) -> None:
    _used_twice(desks, tmp_path)
    keys = [each.key for each in alarms.standing(desks.finance).numbers]
    settling.settle(desks.finance, keys, "已核对")

    draft = replace(synthetic.case_draft(), number=_case_number(desks))
    cases.register_case(desks.finance, draft)

    (case,) = alarms.standing(desks.finance).numbers
    assert (case.kind, len(case.bearers)) == (Numbered.CASE, 3)


def _case_number(desks: Desks) -> str:
    """The number two cases bear."""
    with desks.finance.read() as session:
        found = tuple(settling.numbers_twice(session))
    return next(each.number for each in found if each.kind is Numbered.CASE)


def test_what_was_refused_stands_until_somebody_settled_it(desks: Desks) -> None:
    for name in ("甲", "乙"):
        ours = cases.register_case(desks.finance, synthetic.case_draft()).uid
        desks.put(desks.says("case-extract/1", ours, {"name": name}))
        desks.carry(desks.police, desks.finance)
        (refused,) = alarms.standing(desks.finance).refused

        settling.settle(desks.finance, (refused.key,), "对方误操作，已电话核实")

        assert alarms.standing(desks.finance).quiet


def test_a_disagreement_stands_until_somebody_settled_it_and_again_for_another_key(
    desks: Desks,
) -> None:
    with desks.finance.write() as session:
        session.add(
            Witness(
                about_uid=desks.to_finance,
                told_by_uid=desks.to_police,
                incarnation=1,
                key="SHA256:a",
                lines=3,
                head="",
                told_at=START,
                disagrees=True,
            )
        )
    (found,) = alarms.standing(desks.finance).disagreements
    settling.settle(desks.finance, (found.key,), "对方旧机仍在用，已停用")
    assert alarms.standing(desks.finance).quiet

    with desks.finance.write() as session:
        session.scalars(select(Witness)).one().lines = 9
    assert alarms.standing(desks.finance).quiet
    with desks.finance.write() as session:
        session.scalars(select(Witness)).one().key = "SHA256:b"
    assert len(alarms.standing(desks.finance).disagreements) == 1
