"""Which acts answer a step: what a receipt's fourth layer shows."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.kernel.terms import Carrier
from app.rules.answers import Answer, answers, awaited
from app.rules.fold import StepFacts, fold
from app.rules.steps import Side, StepKind
from tests.rules.thread import NOON, TO_POLICE, Thread

K, OPENER, POLICE = StepKind, Side.OPENER, Side.COUNTERPART


def _thread() -> tuple[Thread, StepFacts]:
    thread = Thread()
    return thread, thread.write(K.ISSUED, OPENER)


def _answers(thread: Thread, step: StepFacts) -> tuple[Answer, ...]:
    return answers(thread.procedure, fold(thread.procedure, thread.steps), step.uid)


def _kinds(thread: Thread, step: StepFacts) -> list[StepKind]:
    return [answer.kind for answer in _answers(thread, step)]


def test_a_referral_is_answered_by_the_signature_and_by_every_decision_after_it() -> None:
    thread, issued = _thread()
    assert _kinds(thread, issued) == []

    delivered = thread.write(K.DELIVERED, OPENER)
    thread.write(K.ACKNOWLEDGED, POLICE)
    thread.write(K.ACCEPTED, POLICE)
    thread.write(K.NOTE, POLICE, text="x")
    thread.write(K.FILED, POLICE)

    assert _kinds(thread, issued) == [K.ACKNOWLEDGED, K.ACCEPTED, K.FILED]
    assert _kinds(thread, delivered) == [K.ACKNOWLEDGED, K.ACCEPTED, K.FILED]


def test_a_later_request_has_its_own_answer() -> None:
    thread, issued = _thread()
    thread.write(K.ACKNOWLEDGED, POLICE)
    refused = thread.write(K.NOT_FILED, POLICE, reasons="x")
    received = thread.write(K.NOTICE_RECEIVED, OPENER, about=refused.uid)
    review = thread.write(K.REVIEW_REQUESTED, OPENER, reasons="x")
    thread.write(K.NOTICE_RECEIVED, POLICE, about=review.uid)
    thread.write(K.REVIEW_UPHELD, POLICE)

    assert _kinds(thread, issued) == [K.ACKNOWLEDGED, K.NOT_FILED]
    assert _kinds(thread, review) == [K.NOTICE_RECEIVED, K.REVIEW_UPHELD]
    assert [answer.uid for answer in _answers(thread, refused)] == [received.uid]


def test_a_supplement_is_answered_by_what_was_decided_on_it() -> None:
    thread, _ = _thread()
    thread.write(K.ACKNOWLEDGED, POLICE)
    thread.write(K.SUPPLEMENT_ASKED, POLICE, missing="x")
    supplement = thread.write(K.SUPPLEMENTED, OPENER, materials="x")
    thread.write(K.ACCEPTED, POLICE)

    assert _kinds(thread, supplement) == [K.ACCEPTED]


def test_an_act_told_on_paper_and_by_program_is_one_answer_and_the_paper_counts() -> None:
    thread, issued = _thread()
    later = NOON + timedelta(hours=3)
    known = [issued]
    thread.write(K.ACKNOWLEDGED, POLICE, later, knowing=known, carrier=Carrier.PROGRAM)
    thread.write(K.ACKNOWLEDGED, OPENER, NOON, knowing=known, carrier=Carrier.PAPER)

    (answer,) = _answers(thread, issued)

    assert answer.at == NOON
    assert answer.differs
    assert [(one.at, one.side) for one in answer.records] == [(NOON, OPENER), (later, POLICE)]


def test_a_step_without_effect_has_no_answer() -> None:
    thread, issued = _thread()
    thread.write(K.ACKNOWLEDGED, POLICE)
    crossed = thread.write(K.DELIVERY_REFUSED, OPENER, knowing=[issued])

    assert _kinds(thread, crossed) == []
    assert answers(TO_POLICE, fold(TO_POLICE, thread.steps), "unknown") == ()


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (K.ISSUED, True),
        (K.DELIVERED, True),
        (K.SUPPLEMENTED, True),
        (K.REVIEW_REQUESTED, True),
        (K.NOT_FILED, True),
        (K.ACCEPTED, True),
        (K.ACKNOWLEDGED, False),
        (K.NOTE, False),
        (K.NOTICE_RECEIVED, False),
        (K.APPROVED, False),
        (K.COPIED_TO_PROCURATORATE, False),
        (K.ARCHIVED, False),
    ],
)
def test_what_asks_for_something_in_return(kind: StepKind, *, expected: bool) -> None:
    assert awaited(TO_POLICE, kind) is expected
