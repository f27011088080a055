"""Who owes what by when, and from which fact on."""

from __future__ import annotations

import random
from datetime import datetime, timedelta
from typing import TypedDict, Unpack

import pytest
from hypothesis import given

from app.kernel import clock
from app.kernel.clock import at_local, local
from app.kernel.terms import AgencyRole, Carrier
from app.rules.duties import (
    DutyFacts,
    DutyState,
    Setting,
    Standing,
    duties,
    flow_of,
    standing,
)
from app.rules.fold import Folded, fold
from app.rules.steps import Side, State, StepKind
from tests.rules import law
from tests.rules.histories import History, histories
from tests.rules.thread import REFERRAL, TO_POLICE, Thread

OPENER, COUNTERPART = Side.OPENER, Side.COUNTERPART
# A Wednesday; the working days around it are plain until 25 September.
START = at_local(2026, 9, 16, 9, 30)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


class Chosen(TypedDict, total=False):
    """What differs from a referral of an economic crime to the police, seen by its opener."""

    viewer: Side
    economic: bool
    towards: AgencyRole


def owed(folded: Folded, **chosen: Unpack[Chosen]) -> list[DutyFacts]:
    setting = Setting(
        flow_of(chosen.get("towards", AgencyRole.POLICE)),
        chosen.get("viewer", OPENER),
        chosen.get("economic", True),
    )
    return list(duties(law.rules(), law.calendars(), folded, setting))


def named(rule_id: str, folded: Folded, **chosen: Unpack[Chosen]) -> DutyFacts:
    (found,) = (duty for duty in owed(folded, **chosen) if duty.rule_id == rule_id)
    return found


def ids(folded: Folded, **chosen: Unpack[Chosen]) -> set[str]:
    return {duty.rule_id for duty in owed(folded, **chosen)}


def text(moment: datetime | None) -> str:
    return f"{local(moment):%m-%d %H:%M}" if moment else ""


def approved(at: datetime = START) -> Thread:
    thread = Thread()
    thread.opener(StepKind.REPORT_SUBMITTED, at - HOUR)
    thread.opener(StepKind.REPORT_RECEIVED, at - HOUR)
    thread.opener(StepKind.APPROVED, at)
    thread.opener(StepKind.ISSUED, at)
    return thread


def acknowledged(at: datetime = START) -> Thread:
    thread = approved(at - HOUR)
    thread.opener(StepKind.DELIVERED, at)
    thread.counterpart(StepKind.ACKNOWLEDGED, at)
    return thread


# -- the opener's own duties (国务院令第310号) ------------------------------------------------


def test_the_head_has_three_days_from_the_report() -> None:
    thread = Thread()
    thread.opener(StepKind.REPORT_SUBMITTED, START)
    assert "XS-02" not in ids(thread.fold())

    thread.opener(StepKind.REPORT_RECEIVED, START)

    duty = named("XS-02", thread.fold())
    assert text(duty.due_at) == "09-19 23:59"  # a Saturday: the stricter date is listed
    assert text(duty.rolled_at) == "09-20 23:59"  # a Sunday that is worked
    assert duty.owner is OPENER
    assert duty.state is DutyState.OPEN


def test_the_approval_form_alone_tells_when_the_report_came() -> None:
    thread = Thread()
    thread.opener(StepKind.REPORT_SUBMITTED, START)
    came = clock.to_text(START - 4 * DAY)
    thread.opener(StepKind.APPROVED, START, report_received_at=came)

    assert named("XS-02", thread.fold()).state is DutyState.LATE


def test_a_refused_report_that_comes_again_runs_again() -> None:
    thread = Thread()
    for kind, after in (
        (StepKind.REPORT_SUBMITTED, 0),
        (StepKind.REPORT_RECEIVED, 0),
        (StepKind.REFUSED, 1),
        (StepKind.REPORT_SUBMITTED, 5),
        (StepKind.REPORT_RECEIVED, 5),
    ):
        thread.opener(kind, START + after * DAY)

    states = [duty.state for duty in owed(thread.fold()) if duty.rule_id == "XS-02"]

    assert states == [DutyState.MET, DutyState.OPEN]


def test_twenty_four_hours_run_from_the_approval_to_the_delivery() -> None:
    thread = approved()
    assert text(named("XS-03", thread.fold()).due_at) == "09-17 09:30"

    thread.opener(StepKind.DELIVERED, START + 25 * HOUR)

    assert named("XS-03", thread.fold()).state is DutyState.LATE


def test_an_attempt_that_was_refused_with_a_record_was_made_in_time() -> None:
    thread = approved()
    refused = thread.opener(StepKind.DELIVERY_REFUSED, START + 3 * HOUR)

    duty = named("XS-03", thread.fold())

    assert (duty.state, duty.closed_by) == (DutyState.MET, refused.uid)


def test_the_copy_to_the_procuratorate_is_owed_without_a_number_of_days() -> None:
    thread = approved()
    duty = named("XS-17", thread.fold())
    assert standing(duty, START + 99 * DAY) is Standing.UNDATED

    thread.opener(StepKind.COPIED_TO_PROCURATORATE, START)

    assert named("XS-17", thread.fold()).state is DutyState.MET


def test_a_penalty_decided_before_the_letter_is_to_be_copied() -> None:
    thread = Thread()
    thread.opener(StepKind.PENALTY_DECIDED, START)

    assert text(named("XS-18", thread.fold()).rolled_at) == "09-28 23:59"  # 中秋 25 to 27


# -- the clock of the decision --------------------------------------------------------------


def test_an_economic_crime_has_its_own_ladder() -> None:
    folded = acknowledged().fold()

    duty = named("JJ-01", folded)
    assert text(duty.due_at) == "09-20 23:59"
    assert text(duty.latest_at) == "09-28 23:59"
    assert "XS-07" not in ids(folded)
    assert "JJ-01" not in ids(folded, economic=False)
    assert named("XS-07", folded, economic=False).latest_at is None


def test_day_four_of_an_economic_crime_is_not_overdue() -> None:
    duty = named("JJ-01", acknowledged().fold())

    assert standing(duty, START + 5 * DAY) is Standing.PAST_FIRST_DATE
    assert standing(duty, START + 13 * DAY) is Standing.OVERDUE


@pytest.mark.parametrize(
    ("kinds", "latest"),
    [
        ([StepKind.EXTENDED], "10-16 23:59"),
        ([StepKind.EXTENDED, StepKind.EXTENDED_AGAIN], "11-16 23:59"),  # from Sunday 11-15
    ],
)
def test_recorded_approvals_extend_the_limit(kinds: list[StepKind], latest: str) -> None:
    thread = acknowledged()
    for kind in kinds:
        thread.counterpart(kind, START + 2 * DAY)

    duty = named("JJ-01", thread.fold())

    assert text(duty.latest_at) == latest
    assert duty.state is DutyState.EXTENDED
    assert len(duty.extended_by) == len(kinds)


def test_the_receipt_starts_the_clock_and_registration_never_moves_it() -> None:
    thread = acknowledged()
    thread.counterpart(StepKind.ACCEPTED, START + 5 * DAY)

    duty = named("JJ-01", thread.fold())

    assert duty.started_at == START
    assert not duty.presumed


def test_without_a_receipt_the_registration_is_the_presumed_start() -> None:
    thread = approved()
    thread.opener(StepKind.DELIVERED, START)
    thread.counterpart(StepKind.ACCEPTED, START + DAY)

    duty = named("JJ-01", thread.fold())

    assert duty.started_at == START + DAY
    assert duty.presumed


@pytest.mark.parametrize("swapped", [False, True])
def test_the_moment_on_paper_counts_where_both_sides_recorded_the_receipt(swapped: bool) -> None:
    thread = Thread(swapped=swapped).reach(State.DELIVERED)
    known = list(thread.steps)
    thread.write(StepKind.ACKNOWLEDGED, COUNTERPART, START + 2 * DAY, knowing=known)
    thread.write(StepKind.ACKNOWLEDGED, OPENER, START, knowing=known, carrier=Carrier.PAPER)

    for viewer in (OPENER, COUNTERPART):
        assert named("JJ-01", thread.fold(), viewer=viewer).started_at == START


def test_a_corrected_moment_moves_the_period() -> None:
    thread = acknowledged()
    receipt = thread.steps[-1]
    earlier = START - 2 * DAY
    thread.counterpart(
        StepKind.CORRECTED, about=receipt.uid, moment=clock.to_text(earlier), text="笔误"
    )

    assert named("JJ-01", thread.fold()).started_at == earlier


def test_our_own_date_is_the_stricter_and_theirs_the_lawful_one() -> None:
    folded = acknowledged(at_local(2026, 9, 28, 9)).fold()

    assert text(named("XS-07", folded, viewer=COUNTERPART, economic=False).due_at) == "10-01 23:59"
    assert text(named("XS-07", folded, viewer=OPENER, economic=False).due_at) == "10-08 23:59"


def test_the_decision_closes_what_the_police_owe() -> None:
    thread = acknowledged()
    filed = thread.counterpart(StepKind.FILED, START + 8 * DAY)

    duty = named("JJ-01", thread.fold())

    assert (duty.state, duty.closed_by, duty.closed_at) == (
        DutyState.MET,
        filed.uid,
        START + 8 * DAY,
    )


def test_a_decision_after_the_limit_is_late() -> None:
    thread = acknowledged()
    thread.counterpart(StepKind.FILED, START + 20 * DAY)

    assert named("JJ-01", thread.fold()).state is DutyState.LATE


@pytest.mark.parametrize(
    "kind", [StepKind.WITHDRAWN, StepKind.FORWARDED, StepKind.NOT_OUR_BUSINESS]
)
def test_what_takes_the_ground_away_cancels_the_period(kind: StepKind) -> None:
    thread = acknowledged()
    thread.write(kind, OPENER if kind is StepKind.WITHDRAWN else COUNTERPART, START + DAY)

    assert named("JJ-01", thread.fold()).state is DutyState.CANCELLED


def test_a_voided_decision_leaves_the_period_open() -> None:
    thread = acknowledged()
    slip = thread.counterpart(StepKind.FILED, START + DAY)
    thread.counterpart(StepKind.VOIDED, START + DAY, about=slip.uid, reasons="误登")

    assert named("JJ-01", thread.fold()).state is DutyState.OPEN


def test_a_window_that_passes_unused_lapses() -> None:
    duty = named("GA-02", acknowledged().fold())

    assert text(duty.due_at) == "09-17 09:30"
    assert standing(duty, START + 3 * DAY) is Standing.LAPSED


# -- supplements ---------------------------------------------------------------------------


def test_while_a_supplement_is_awaited_the_decision_is_shown_suspended() -> None:
    thread = acknowledged()
    thread.counterpart(StepKind.SUPPLEMENT_ASKED, START + HOUR, missing="鉴定意见")

    duty = named("JJ-01", thread.fold())

    assert duty.state is DutyState.SUSPENDED
    assert duty.after_supplement is None


def test_after_a_supplement_both_computations_are_shown() -> None:
    thread = acknowledged()
    thread.counterpart(StepKind.SUPPLEMENT_ASKED, START + HOUR, missing="鉴定意见")
    thread.opener(StepKind.SUPPLEMENTED, START + 2 * DAY, materials="鉴定意见")

    duty = named("JJ-01", thread.fold())

    assert text(duty.latest_at) == "09-28 23:59"
    assert text(duty.after_supplement) == "09-28 23:59"  # the 28th by itself
    assert duty.state is DutyState.OPEN
    later = named("XS-07", thread.fold(), economic=False)
    assert text(later.rolled_at) == "09-20 23:59"
    assert text(later.after_supplement) == "09-21 23:59"


def test_a_decision_within_the_second_computation_is_not_late() -> None:
    thread = acknowledged()
    thread.counterpart(StepKind.SUPPLEMENT_ASKED, START + HOUR, missing="鉴定意见")
    thread.opener(StepKind.SUPPLEMENTED, START + 8 * DAY, materials="鉴定意见")
    thread.counterpart(StepKind.FILED, START + 15 * DAY)

    duty = named("JJ-01", thread.fold())

    assert duty.latest_at is not None
    assert duty.closed_at is not None
    assert duty.closed_at > duty.latest_at
    assert duty.state is DutyState.MET


def test_a_second_request_is_not_answered_by_the_first_supplement() -> None:
    thread = acknowledged()
    thread.counterpart(StepKind.SUPPLEMENT_ASKED, START + HOUR, missing="甲")
    thread.opener(StepKind.SUPPLEMENTED, START + DAY, materials="甲")
    thread.counterpart(StepKind.SUPPLEMENT_ASKED, START + 2 * DAY, missing="乙")

    states = [duty.state for duty in owed(thread.fold()) if duty.rule_id == "GA-03"]

    assert states == [DutyState.MET, DutyState.OPEN]


def test_each_request_runs_from_its_own_receipt_or_else_from_its_day() -> None:
    thread = acknowledged()
    first = thread.counterpart(StepKind.SUPPLEMENT_ASKED, START + HOUR, missing="甲")
    thread.opener(StepKind.NOTICE_RECEIVED, START + DAY, about=first.uid)
    thread.opener(StepKind.SUPPLEMENTED, START + DAY, materials="甲")
    thread.counterpart(StepKind.SUPPLEMENT_ASKED, START + 2 * DAY, missing="乙")

    found = [(d.started_at, d.presumed) for d in owed(thread.fold()) if d.rule_id == "GA-03"]

    assert found == [(START + DAY, False), (START + 2 * DAY, True)]


@pytest.mark.parametrize("swapped", [False, True])
def test_a_notice_that_both_sides_recorded_starts_one_period(swapped: bool) -> None:
    thread = Thread(swapped=swapped).reach(State.ACKNOWLEDGED)
    known = list(thread.steps)
    ours = thread.write(StepKind.FILED, OPENER, START, knowing=known)
    thread.opener(StepKind.NOTICE_RECEIVED, START + DAY, about=ours.uid)
    thread.write(StepKind.FILED, COUNTERPART, START, knowing=known)

    assert named("XS-13", thread.fold()).started_at == START + DAY


@pytest.mark.parametrize("swapped", [False, True])
def test_a_supplement_that_crosses_a_second_request_answers_the_first_alone(
    swapped: bool,
) -> None:
    thread = Thread(swapped=swapped).reach(State.ACKNOWLEDGED)
    thread.counterpart(StepKind.SUPPLEMENT_ASKED, START, missing="甲")
    known = list(thread.steps)
    thread.write(StepKind.SUPPLEMENTED, OPENER, START + DAY, knowing=known)
    thread.write(StepKind.SUPPLEMENT_ASKED, COUNTERPART, START + DAY, knowing=known)

    states = [duty.state for duty in owed(thread.fold()) if duty.rule_id == "GA-03"]

    assert states == [DutyState.MET, DutyState.OPEN]


# -- notices: the import is no receipt -------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "rule_id"), [(StepKind.NOT_FILED, "XS-08"), (StepKind.FILED, "XS-13")]
)
def test_a_notice_starts_a_period_only_when_its_receipt_is_recorded(
    kind: StepKind, rule_id: str
) -> None:
    thread = acknowledged()
    notice = thread.counterpart(kind, START + DAY, reasons="无犯罪事实")
    assert rule_id not in ids(thread.fold())

    thread.opener(StepKind.NOTICE_RECEIVED, START + 5 * DAY, about=notice.uid)

    duty = named(rule_id, thread.fold())
    assert duty.started_at == START + 5 * DAY
    assert text(duty.due_at) == "09-24 23:59"


@pytest.mark.parametrize(
    ("kind", "rule_id"),
    [
        (StepKind.NOT_FILED, "XS-08"),
        (StepKind.REVIEW_UPHELD, "XS-10"),
        (StepKind.FILED, "XS-13"),
    ],
)
def test_the_sender_of_a_notice_starts_no_period_of_its_receiver(
    kind: StepKind, rule_id: str
) -> None:
    thread = acknowledged()
    if kind is StepKind.REVIEW_UPHELD:
        thread.counterpart(StepKind.NOT_FILED, START)
        thread.opener(StepKind.REVIEW_REQUESTED, START + HOUR)
    notice = thread.counterpart(kind, START + DAY, received_at=clock.to_text(START + DAY))
    thread.counterpart(StepKind.NOTICE_RECEIVED, START + DAY, about=notice.uid)
    assert rule_id not in ids(thread.fold())

    thread.opener(StepKind.NOTICE_RECEIVED, START + 5 * DAY, about=notice.uid)

    assert named(rule_id, thread.fold()).started_at == START + 5 * DAY


def test_a_request_for_review_runs_from_its_paper_receipt() -> None:
    thread = acknowledged()
    thread.counterpart(StepKind.NOT_FILED, START)
    came = clock.to_text(START + 2 * DAY)
    thread.opener(StepKind.REVIEW_REQUESTED, START + DAY, received_at=came)

    assert named("XS-09", thread.fold()).started_at == START + 2 * DAY


def test_a_notice_entered_from_paper_tells_its_receipt_itself() -> None:
    thread = acknowledged()
    came = START + 3 * DAY
    thread.opener(StepKind.FILED, START + DAY, received_at=clock.to_text(came))

    assert named("XS-13", thread.fold()).started_at == came


def test_handing_over_closes_even_when_the_receipt_is_written_down_afterwards() -> None:
    thread = acknowledged()
    notice = thread.counterpart(StepKind.FILED, START + DAY)
    thread.opener(StepKind.ARTICLES_HANDED_OVER, START + 2 * DAY)
    thread.opener(StepKind.NOTICE_RECEIVED, START + DAY, about=notice.uid)

    assert named("XS-13", thread.fold()).state is DutyState.MET


@pytest.mark.parametrize("swapped", [False, True])
def test_a_receipt_told_twice_starts_one_period(swapped: bool) -> None:
    thread = Thread(swapped=swapped).reach(State.ACKNOWLEDGED)
    known = list(thread.steps)
    came = clock.to_text(START + DAY)
    ours = thread.write(StepKind.FILED, OPENER, START, knowing=known, received_at=came)
    theirs = thread.write(StepKind.FILED, COUNTERPART, START, knowing=known)
    for record in (ours, theirs):
        thread.opener(StepKind.NOTICE_RECEIVED, START + DAY, about=record.uid)

    assert named("XS-13", thread.fold()).started_at == START + DAY


def test_a_delivery_written_down_after_the_receipt_is_answered_by_it() -> None:
    thread = approved()
    thread.counterpart(StepKind.ACKNOWLEDGED, START + 2 * HOUR)
    thread.opener(StepKind.DELIVERED, START + HOUR)

    assert named("XS-05", thread.fold()).state is DutyState.MET
    assert named("AG-03", thread.fold()).state is DutyState.MET


def test_a_right_that_passes_lapses_and_a_duty_is_overdue() -> None:
    refused, filed = acknowledged(), acknowledged()
    no = refused.counterpart(StepKind.NOT_FILED, START)
    yes = filed.counterpart(StepKind.FILED, START)
    refused.opener(StepKind.NOTICE_RECEIVED, START, about=no.uid)
    filed.opener(StepKind.NOTICE_RECEIVED, START, about=yes.uid)
    late = START + 9 * DAY

    assert standing(named("XS-08", refused.fold()), late) is Standing.LAPSED
    assert standing(named("XS-13", filed.fold()), late) is Standing.OVERDUE


def test_review_and_then_supervision_follow_each_other() -> None:
    thread = acknowledged()
    no = thread.counterpart(StepKind.NOT_FILED, START)
    thread.opener(StepKind.NOTICE_RECEIVED, START, about=no.uid)
    thread.opener(StepKind.REVIEW_REQUESTED, START + DAY, reasons="达到追诉标准")
    assert named("XS-08", thread.fold()).state is DutyState.MET
    assert named("XS-09", thread.fold()).presumed

    upheld = thread.counterpart(StepKind.REVIEW_UPHELD, START + 3 * DAY)
    thread.opener(StepKind.NOTICE_RECEIVED, START + 4 * DAY, about=upheld.uid)
    assert named("XS-09", thread.fold()).state is DutyState.MET
    assert named("XS-10", thread.fold()).started_at == START + 4 * DAY

    thread.opener(StepKind.SUPERVISION_SUGGESTED, START + 5 * DAY, reasons="仍有异议")
    assert named("XS-10", thread.fold()).state is DutyState.MET
    assert named("JC-01", thread.fold()).owner is Side.THIRD


def test_the_procuratorate_asks_for_reasons_of_a_refusal_or_of_a_delay() -> None:
    silent, refused = acknowledged(), acknowledged()
    refused.counterpart(StepKind.NOT_FILED, START)
    for thread in (silent, refused):
        thread.opener(StepKind.SUPERVISION_SUGGESTED, START + 12 * DAY, reasons="逾期")
        thread.opener(StepKind.REASONS_ASKED, START + 13 * DAY)

    assert {"JC-02", "JC-05"} & ids(silent.fold()) == {"JC-05"}
    assert {"JC-02", "JC-05"} & ids(refused.fold()) == {"JC-02"}


def test_three_months_are_watched_only_after_an_order_to_file() -> None:
    plain, ordered = acknowledged(), acknowledged()
    ordered.counterpart(StepKind.NOT_FILED, START)
    ordered.opener(StepKind.FILING_ORDERED, START + DAY)
    for thread in (plain, ordered):
        thread.counterpart(StepKind.FILED, START + 2 * DAY)

    assert "JC-06" not in ids(plain.fold())
    assert text(named("JC-06", ordered.fold()).rolled_at) == "12-18 23:59"
    assert named("JC-03", ordered.fold()).state is DutyState.MET


def test_notice_of_a_withdrawn_case_is_measured_from_the_decision() -> None:
    thread = acknowledged()
    thread.counterpart(StepKind.FILED, START)
    decided = clock.to_text(START + 20 * DAY)
    thread.counterpart(StepKind.CASE_WITHDRAWN, START + 40 * DAY, decided_at=decided)

    assert named("GA-09", thread.fold()).state is DutyState.LATE


# -- agreed periods, other receivers, years to come -----------------------------------------


def test_an_agreed_period_is_never_overdue() -> None:
    thread = approved()
    thread.opener(StepKind.DELIVERED, START)

    duty = named("AG-03", thread.fold())

    assert text(duty.due_at) == "09-17 23:59"
    assert standing(duty, START + 9 * DAY) is Standing.PAST_SUGGESTION


def test_market_regulation_has_its_own_periods() -> None:
    thread = Thread(REFERRAL.towards(AgencyRole.MARKET)).reach(State.ACKNOWLEDGED)
    started = clock.local_date(thread.steps[-1].occurred_at)
    found = ids(thread.fold(), towards=AgencyRole.MARKET)

    assert started.isoformat() == "2026-09-16"
    assert "SC-01" in found
    assert not {"JJ-01", "XS-03", "XS-07"} & found
    duty = named("SC-01", thread.fold(), towards=AgencyRole.MARKET)
    assert text(duty.due_at) == "10-13 23:59"

    thread.counterpart(StepKind.EXTENDED, approver="甲某某")

    duty = named("SC-01", thread.fold(), towards=AgencyRole.MARKET)
    assert text(duty.latest_at) == "11-03 23:59"


def test_a_period_into_an_unannounced_year_says_so() -> None:
    duty = named("JJ-01", acknowledged(at_local(2026, 12, 24, 9)).fold())

    assert duty.provisional
    assert duty.unknown_years == (2027,)


def test_a_rule_does_not_reach_back_before_it_was_in_force() -> None:
    assert "JJ-01" not in ids(acknowledged(at_local(2017, 12, 20, 9)).fold())


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(1, Standing.RUNNING), (16, Standing.TODAY), (25, Standing.OVERDUE)],
)
def test_how_twenty_four_hours_stand(hours: int, expected: Standing) -> None:
    duty = named("XS-03", approved().fold())

    assert standing(duty, START + hours * HOUR) is expected


def test_a_duty_is_announced_before_its_day() -> None:
    thread = acknowledged()
    notice = thread.counterpart(StepKind.FILED, START)
    thread.opener(StepKind.NOTICE_RECEIVED, START, about=notice.uid)
    duty = named("XS-13", thread.fold())

    assert standing(duty, START + HOUR) is Standing.RUNNING
    assert standing(duty, START + 2 * DAY) is Standing.SOON
    assert standing(duty, START + 3 * DAY) is Standing.TODAY


# -- both sides ----------------------------------------------------------------------------


@given(histories())
def test_both_sides_compute_the_same_periods_in_any_order_of_arrival(history: History) -> None:
    ours, theirs, seed = history
    shared = {step.uid for step in theirs if not step.internal}
    shuffled = random.Random(seed).sample(ours, len(ours))

    here = owed(fold(TO_POLICE, shuffled))
    there = owed(fold(TO_POLICE, theirs))

    assert [duty for duty in here if duty.started_by in shared] == there
