"""Whatever arrives, in whatever order: one state on both sides, nothing lost."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel import clock
from app.kernel.terms import Carrier
from app.rules.fold import (
    Folded,
    Sight,
    StepFacts,
    allowed,
    fold,
    recordable,
    unreceived,
)
from app.rules.steps import CrossingRule, Side, State, StepKind
from tests.rules.histories import History, histories
from tests.rules.thread import NOON, TO_POLICE, Thread, arrivals

OPENER, COUNTERPART = Side.OPENER, Side.COUNTERPART


# -- any history of two agencies -----------------------------------------------------------


def _shared(folded: Folded) -> tuple[object, ...]:
    order = [step.uid for step in folded.order if not step.internal]
    internal = {step.uid for step in folded.order if step.internal}
    crossed = [row for row in folded.crossed if row.uid not in internal]
    return order, crossed, folded.heads, folded.waiting, folded.corrections


@given(histories())
def test_any_order_of_arrival_folds_the_same(
    history: History,
) -> None:
    steps, _, seed = history
    shuffled = random.Random(seed).sample(steps, len(steps))

    assert fold(TO_POLICE, shuffled) == fold(TO_POLICE, steps)


@given(histories())
def test_both_sides_come_to_the_same(
    history: History,
) -> None:
    ours, theirs = fold(TO_POLICE, history[0]), fold(TO_POLICE, history[1])

    assert _shared(ours) == _shared(theirs)
    if any(not step.internal for step in theirs.effective()):
        assert ours.state == theirs.state


@given(histories(), st.sampled_from((OPENER, COUNTERPART)), st.integers(1, 3), st.integers(0, 6))
def test_numbers_an_author_used_twice_are_folded_the_same_everywhere(
    history: History, side: Side, back: int, since: int
) -> None:
    """It was put back to an older copy, and went on counting from there."""

    def again(step: StepFacts) -> StepFacts:
        late = step.side is side and step.number > since
        return replace(step, number=max(1, step.number - back)) if late else step

    steps, theirs = [again(step) for step in history[0]], [again(step) for step in history[1]]
    shuffled = random.Random(history[2]).sample(steps, len(steps))
    folded = fold(TO_POLICE, steps)

    assert fold(TO_POLICE, shuffled) == folded
    assert _shared(fold(TO_POLICE, theirs)) == _shared(folded)
    assert {s.uid for s in (*folded.order, *folded.waiting)} == {s.uid for s in steps}


@given(histories(), st.integers(0, 99))
def test_nothing_is_lost_and_what_lacks_a_predecessor_waits(history: History, number: int) -> None:
    steps = history[0]
    missing = steps[number % len(steps)] if steps else None
    present = [step for step in steps if step is not missing]

    folded = fold(TO_POLICE, present)

    assert {s.uid for s in (*folded.order, *folded.waiting)} == {s.uid for s in present}
    assert {s.uid for s in folded.effective()} | {row.uid for row in folded.crossed} == {
        s.uid for s in folded.order
    }
    if missing is not None:
        assert {s.uid for s in present if missing.uid in s.after} <= {s.uid for s in folded.waiting}


@given(histories())
def test_the_effective_steps_alone_lead_to_the_state(
    history: History,
) -> None:
    folded = fold(TO_POLICE, history[1])
    state, before = TO_POLICE.start, TO_POLICE.start

    for step in folded.effective():
        if not step.internal:
            rule = TO_POLICE.rules[step.kind]
            after = rule.moves[state]
            if rule.resumes and state is State.SUPPLEMENT:
                after = before
            if after is State.SUPPLEMENT and state is not State.SUPPLEMENT:
                before = state
            state = after

    if any(not step.internal for step in folded.effective()):
        assert folded.state is state


# -- crossing on the way -------------------------------------------------------------------


def _meeting_state(one: StepKind, other: StepKind) -> State:
    """A state, reached through few steps, in which both may be written."""
    return next(
        state
        for state in State
        if state in TO_POLICE.rules[one].moves and state in TO_POLICE.rules[other].moves
    )


def _side(kind: StepKind) -> Side:
    return COUNTERPART if TO_POLICE.rules[kind].actor is COUNTERPART else OPENER


@pytest.mark.parametrize("swapped", [False, True], ids=["opener first", "counterpart first"])
@pytest.mark.parametrize(
    ("yields", "to"), TO_POLICE.crossings, ids=[f"{a}-{b}" for a, b in TO_POLICE.crossings]
)
def test_of_two_crossing_steps_the_same_one_prevails_whoever_sorts_first(
    yields: StepKind, to: StepKind, swapped: bool
) -> None:
    thread = Thread(swapped=swapped).reach(_meeting_state(yields, to))
    known = list(thread.steps)
    loser = thread.write(yields, _side(yields), knowing=known)
    winner = thread.write(to, _side(to), knowing=known)
    alone = fold(TO_POLICE, [*known, winner])

    for order in arrivals(thread.steps):
        folded = fold(TO_POLICE, order)
        (crossed,) = folded.crossed
        assert (crossed.uid, crossed.by) == (loser.uid, winner.uid)
        assert crossed.rule is TO_POLICE.crossings[yields, to]
        assert folded.state is alone.state


def test_a_withdrawal_that_was_seen_before_the_filing_keeps_its_effect() -> None:
    thread = Thread().reach(State.ACKNOWLEDGED)
    thread.opener(StepKind.WITHDRAWN)
    filed = thread.counterpart(StepKind.FILED)

    folded = thread.fold()

    assert folded.state is State.WITHDRAWN
    assert [(row.uid, row.rule) for row in folded.crossed] == [
        (filed.uid, CrossingRule.OUT_OF_TURN)
    ]


def test_a_withdrawal_does_not_outrun_a_filing_that_took_several_steps() -> None:
    thread = Thread().reach(State.ACKNOWLEDGED)
    known = list(thread.steps)
    withdrawn = thread.write(StepKind.WITHDRAWN, OPENER, knowing=known)
    accepted = thread.write(StepKind.ACCEPTED, COUNTERPART, knowing=known)
    thread.write(StepKind.FILED, COUNTERPART, knowing=[*known, accepted])

    folded = thread.fold()

    assert folded.state is State.FILED
    assert [row.uid for row in folded.crossed] == [withdrawn.uid]


def test_a_supplement_returns_to_the_state_before_it_was_asked_for() -> None:
    thread = Thread().reach(State.ACCEPTED)
    thread.counterpart(StepKind.SUPPLEMENT_ASKED)
    thread.counterpart(StepKind.SUPPLEMENT_ASKED)
    assert thread.fold().state is State.SUPPLEMENT

    thread.opener(StepKind.SUPPLEMENTED)

    assert thread.fold().state is State.ACCEPTED


# -- one act, two records ------------------------------------------------------------------


def test_an_act_recorded_by_both_sides_is_one_act_with_two_records() -> None:
    thread = Thread().reach(State.DELIVERED)
    known = list(thread.steps)
    ours = thread.write(StepKind.ACKNOWLEDGED, OPENER, knowing=known, carrier=Carrier.PAPER)
    theirs = thread.write(StepKind.ACKNOWLEDGED, COUNTERPART, knowing=known)

    folded = thread.fold()

    (crossed,) = folded.crossed
    assert crossed.rule is CrossingRule.SAME_ACT
    assert folded.state is State.ACKNOWLEDGED
    (kept,) = (s for s in folded.effective() if s.kind is StepKind.ACKNOWLEDGED)
    assert {s.uid for s in folded.records(kept)} == {ours.uid, theirs.uid}


@pytest.mark.parametrize("swapped", [False, True])
def test_whoever_saw_one_record_of_a_request_has_answered_it(swapped: bool) -> None:
    thread = Thread(swapped=swapped).reach(State.ACKNOWLEDGED)
    known = list(thread.steps)
    relayed = thread.write(StepKind.SUPPLEMENT_ASKED, OPENER, knowing=known)
    thread.write(StepKind.SUPPLEMENTED, OPENER, knowing=[*known, relayed])
    thread.write(StepKind.SUPPLEMENT_ASKED, COUNTERPART, knowing=known)

    folded = thread.fold()

    assert folded.state is State.ACKNOWLEDGED
    assert [row.rule for row in folded.crossed] == [CrossingRule.SAME_ACT]


def test_two_requests_of_different_days_are_two_acts() -> None:
    thread = Thread().reach(State.ACKNOWLEDGED)
    thread.opener(StepKind.SUPPLEMENT_ASKED, NOON)
    thread.counterpart(StepKind.SUPPLEMENT_ASKED, NOON + timedelta(days=2))

    assert not thread.fold().crossed


# -- before the letter ---------------------------------------------------------------------


def test_before_the_letter_only_the_opener_knows_the_state() -> None:
    thread = Thread()
    thread.opener(StepKind.TEAM_FORMED)
    thread.opener(StepKind.REPORT_SUBMITTED)

    assert thread.fold().state is State.PENDING
    assert thread.seen_by_counterpart().state is State.DRAFT


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ([StepKind.REPORT_SUBMITTED, StepKind.REFUSED], State.REFUSED),
        ([StepKind.REPORT_SUBMITTED, StepKind.DRAFT_RETURNED], State.DRAFT),
        (
            [
                StepKind.REPORT_SUBMITTED,
                StepKind.REFUSED,
                StepKind.REPORT_SUBMITTED,
                StepKind.APPROVED,
            ],
            State.APPROVED,
        ),
    ],
)
def test_approval_can_be_refused_returned_and_tried_again(
    kinds: list[StepKind], state: State
) -> None:
    thread = Thread()
    for kind in kinds:
        thread.opener(kind)

    assert thread.fold().state is state


def test_no_letter_is_offered_before_the_approval() -> None:
    thread = Thread()
    assert StepKind.ISSUED not in allowed(TO_POLICE, thread.fold(), OPENER)

    thread.opener(StepKind.REPORT_SUBMITTED)
    thread.opener(StepKind.APPROVED)

    assert StepKind.ISSUED in allowed(TO_POLICE, thread.fold(), OPENER)


def test_an_internal_remark_after_the_letter_leaves_the_state_alone() -> None:
    thread = Thread().reach(State.FILED)
    thread.opener(StepKind.REMARK)

    assert thread.fold().state is State.FILED
    assert thread.fold().heads == thread.seen_by_counterpart().heads


# -- who may what --------------------------------------------------------------------------


def test_each_side_is_offered_its_own_acts() -> None:
    folded = Thread().reach(State.ACKNOWLEDGED).fold()

    assert StepKind.ACCEPTED in allowed(TO_POLICE, folded, COUNTERPART)
    assert StepKind.ACCEPTED not in allowed(TO_POLICE, folded, OPENER)
    assert StepKind.WITHDRAWN in allowed(TO_POLICE, folded, OPENER)
    assert StepKind.WITHDRAWN not in allowed(TO_POLICE, folded, COUNTERPART)


def test_an_answer_on_paper_can_be_entered_by_whoever_got_it() -> None:
    folded = Thread().reach(State.ACKNOWLEDGED).fold()

    assert StepKind.FILED in recordable(TO_POLICE, folded, OPENER)
    assert StepKind.FILING_ORDERED in allowed(TO_POLICE, folded, OPENER)
    assert StepKind.FILING_ORDERED in allowed(TO_POLICE, folded, COUNTERPART)


@pytest.mark.parametrize(
    "kind", [StepKind.ISSUED, StepKind.ARCHIVED, StepKind.APPROVED, StepKind.REVIEW_REQUESTED]
)
def test_nobody_speaks_for_the_opener(kind: StepKind) -> None:
    thread = Thread().reach(State.NOT_FILED)
    forged = thread.counterpart(kind)

    folded = thread.fold()

    assert folded.state is State.NOT_FILED
    assert [(row.uid, row.rule) for row in folded.crossed] == [
        (forged.uid, CrossingRule.NOT_ITS_PART)
    ]
    assert all(
        kind not in recordable(TO_POLICE, Thread().reach(state).fold(), COUNTERPART)
        for state in (State.ISSUED, State.NOT_FILED)
    )


def test_the_counterpart_withdraws_no_referral() -> None:
    thread = Thread().reach(State.ACKNOWLEDGED)
    assert StepKind.WITHDRAWN not in recordable(TO_POLICE, thread.fold(), COUNTERPART)

    thread.counterpart(StepKind.WITHDRAWN)

    assert thread.fold().state is State.ACKNOWLEDGED
    assert [row.rule for row in thread.fold().crossed] == [CrossingRule.NOT_ITS_PART]


def test_a_delivery_once_recorded_is_not_offered_again_until_it_was_refused() -> None:
    thread = Thread().reach(State.DELIVERED)
    thread.counterpart(StepKind.ACKNOWLEDGED)
    assert StepKind.DELIVERED not in allowed(TO_POLICE, thread.fold(), OPENER)

    refused = Thread().reach(State.DELIVERED)
    refused.opener(StepKind.DELIVERY_REFUSED)

    assert refused.fold().state is State.ISSUED
    assert StepKind.DELIVERED in allowed(TO_POLICE, refused.fold(), OPENER)


def test_a_delivery_written_down_after_the_answer_changes_no_state() -> None:
    thread = Thread().reach(State.ISSUED)
    thread.counterpart(StepKind.ACKNOWLEDGED)
    thread.opener(StepKind.DELIVERED)

    assert thread.fold().state is State.ACKNOWLEDGED
    assert not thread.fold().crossed


# -- corrections ---------------------------------------------------------------------------


def test_a_correction_moves_the_moment_of_an_own_step() -> None:
    thread = Thread().reach(State.ISSUED)
    delivered = thread.opener(StepKind.DELIVERED, NOON)
    earlier = NOON - timedelta(hours=3)
    thread.opener(StepKind.CORRECTED, about=delivered.uid, moment=clock.to_text(earlier))

    assert thread.fold().occurred_at(delivered) == earlier


def test_the_moment_of_an_issued_letter_can_be_corrected() -> None:
    thread = Thread().reach(State.ISSUED)
    (issued,) = thread.steps
    earlier = NOON - timedelta(days=5)
    thread.opener(StepKind.CORRECTED, about=issued.uid, moment=clock.to_text(earlier))

    assert thread.fold().occurred_at(issued) == earlier
    assert not thread.fold().crossed


def test_a_voided_step_has_no_effect() -> None:
    thread = Thread().reach(State.ACKNOWLEDGED)
    slip = thread.counterpart(StepKind.NOT_FILED)
    thread.counterpart(StepKind.VOIDED, about=slip.uid)

    folded = thread.fold()

    assert folded.state is State.ACKNOWLEDGED
    assert [(row.uid, row.rule) for row in folded.crossed] == [(slip.uid, CrossingRule.VOIDED)]


@pytest.mark.parametrize("kind", [StepKind.CORRECTED, StepKind.VOIDED])
def test_nobody_corrects_the_steps_of_the_other(kind: StepKind) -> None:
    thread = Thread().reach(State.ACKNOWLEDGED)
    theirs = thread.counterpart(StepKind.NOT_FILED)
    later = clock.to_text(NOON + timedelta(days=9))
    thread.opener(kind, about=theirs.uid, moment=later)

    folded = thread.fold()

    assert folded.state is State.NOT_FILED
    assert folded.occurred_at(theirs) == theirs.occurred_at
    assert [row.rule for row in folded.crossed] == [CrossingRule.NOT_ITS_AUTHOR]


def test_an_issued_letter_is_withdrawn_not_voided() -> None:
    thread = Thread().reach(State.ISSUED)
    thread.opener(StepKind.VOIDED, about=thread.steps[0].uid)

    assert thread.fold().state is State.ISSUED


# -- receipt of notices --------------------------------------------------------------------


def test_a_notice_that_was_imported_waits_for_its_receipt_to_be_recorded() -> None:
    thread = Thread().reach(State.ACKNOWLEDGED)
    notice = thread.counterpart(StepKind.NOT_FILED)
    assert [s.uid for s in unreceived(TO_POLICE, thread.fold(), OPENER)] == [notice.uid]
    assert unreceived(TO_POLICE, thread.fold(), COUNTERPART) == ()

    thread.opener(StepKind.NOTICE_RECEIVED, about=notice.uid)

    assert unreceived(TO_POLICE, thread.fold(), OPENER) == ()


def test_a_notice_entered_from_paper_with_its_receipt_needs_no_second_record() -> None:
    thread = Thread().reach(State.ACKNOWLEDGED)
    known = list(thread.steps)
    when = clock.to_text(NOON)
    thread.write(StepKind.FILED, OPENER, knowing=known, received_at=when)
    thread.write(StepKind.FILED, COUNTERPART, knowing=known)

    assert unreceived(TO_POLICE, thread.fold(), OPENER) == ()


def test_nobody_receives_what_it_sent_itself() -> None:
    thread = Thread().reach(State.ACKNOWLEDGED)
    notice = thread.counterpart(StepKind.NOT_FILED)
    claim = thread.counterpart(StepKind.NOTICE_RECEIVED, about=notice.uid)

    folded = thread.fold()

    assert [s.uid for s in unreceived(TO_POLICE, folded, OPENER)] == [notice.uid]
    assert [(row.uid, row.rule) for row in folded.crossed] == [
        (claim.uid, CrossingRule.NOT_ITS_PART)
    ]


def test_the_receipt_of_an_act_is_no_part_of_its_actor_s_words() -> None:
    thread = Thread().reach(State.ACKNOWLEDGED)
    when = clock.to_text(NOON)
    notice = thread.counterpart(StepKind.NOT_FILED, reasons="情节轻微", received_at=when)

    folded = thread.fold()

    assert [dict(s.fields) for s in folded.order if s.uid == notice.uid] == [
        {"reasons": "情节轻微"}
    ]
    assert [s.uid for s in unreceived(TO_POLICE, folded, OPENER)] == [notice.uid]


@pytest.mark.parametrize(
    ("kind", "about_own", "about_theirs"),
    [
        (StepKind.NOTICE_RECEIVED, False, True),
        (StepKind.CORRECTED, True, False),
        (StepKind.VOIDED, True, False),
        (StepKind.SEEN, True, True),
    ],
)
def test_what_a_side_may_speak_of(kind: StepKind, about_own: bool, about_theirs: bool) -> None:
    for steps_of, counts in ((OPENER, about_own), (COUNTERPART, about_theirs)):
        thread = Thread().reach(State.DELIVERED)
        thread.counterpart(StepKind.ACKNOWLEDGED)
        target = next(step for step in reversed(thread.steps) if step.side is steps_of)
        thread.opener(kind, about=target.uid)

        assert (thread.steps[-1] in thread.fold().effective()) is counts


@pytest.mark.parametrize("kind", [StepKind.NOTICE_RECEIVED, StepKind.CORRECTED, StepKind.VOIDED])
def test_nobody_speaks_of_a_step_that_is_not_there(kind: StepKind) -> None:
    thread = Thread().reach(State.ACKNOWLEDGED)
    inside = thread.opener(StepKind.REMARK)
    claims = [thread.opener(kind, about=about).uid for about in ("nonsense", inside.uid)]

    assert {row.uid for row in thread.fold().crossed} == set(claims)


def test_the_receipt_of_what_the_procuratorate_did_is_told_by_either_side() -> None:
    thread = Thread().reach(State.NOT_FILED)
    order = thread.opener(StepKind.FILING_ORDERED)
    thread.opener(StepKind.NOTICE_RECEIVED, about=order.uid)
    thread.counterpart(StepKind.NOTICE_RECEIVED, about=order.uid)

    assert not thread.fold().crossed


# -- who had seen what ---------------------------------------------------------------------


def _known_by_definition(order: tuple[StepFacts, ...]) -> dict[str, set[str]]:
    """Step by step: what is behind ``after`` and behind the author's own smaller numbers."""
    found: dict[str, set[str]] = {}
    for step in order:
        near = {uid for uid in step.after if uid in found}
        near |= {
            one.uid
            for one in order
            if one.uid in found and one.author == step.author and one.number < step.number
        }
        found[step.uid] = near.union(*(found[uid] for uid in near))
    return found


@given(histories(), st.randoms(use_true_random=False))
def test_sight_is_what_lies_behind_a_step(history: History, chance: random.Random) -> None:
    renumbered = [replace(step, number=chance.randint(1, 9)) for step in history[0]]
    order = fold(TO_POLICE, renumbered).order
    known, sight = _known_by_definition(order), Sight(order)

    for step in order:
        assert {one.uid for one in order if sight.knew(step.uid, one.uid)} == known[step.uid]


def test_a_long_thread_folds_in_no_time() -> None:
    thread = Thread().reach(State.ACKNOWLEDGED)
    note = thread.counterpart(StepKind.NOTE, text="来电")
    notes = [
        replace(note, uid=f"n-{number:05d}", number=number, after=(f"n-{number - 1:05d}",))
        for number in range(1_000, 11_000)
    ]
    steps = [*thread.steps, replace(notes[0], after=(note.uid,)), *notes[1:]]
    begun = time.process_time()

    folded = fold(TO_POLICE, steps)

    assert len(folded.order) == len(steps)
    # Sets of uids took minutes and gigabytes for as many.
    assert time.process_time() - begun < 5


# -- hostile input -------------------------------------------------------------------------


def test_steps_that_name_each_other_wait_for_ever_and_harm_nothing() -> None:
    thread = Thread().reach(State.ACKNOWLEDGED)
    one = thread.counterpart(StepKind.FILED)
    other = replace(one, uid="p-x", number=9, after=(one.uid,))
    ring = [*thread.steps[:-1], replace(one, after=(other.uid,)), other]

    folded = fold(TO_POLICE, ring)

    assert folded.state is State.ACKNOWLEDGED
    assert {step.uid for step in folded.waiting} == {one.uid, other.uid}


def test_the_same_step_twice_counts_once() -> None:
    thread = Thread().reach(State.FILED)

    assert fold(TO_POLICE, [*thread.steps, *thread.steps]) == thread.fold()
