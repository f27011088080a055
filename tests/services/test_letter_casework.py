"""What the sender makes beside its letter: lists, records, reminders, proof of service."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from app.documents.kinds.letters import LetterKind
from app.kernel.errors import (
    LetterFieldsError,
    NothingOverdueError,
)
from app.kernel.terms import Delivery, Post
from app.rules.duties import Standing
from app.rules.steps import State, StepKind
from app.services import cases, house_settings, letters, matters
from app.services.letter_thread import Words
from app.services.letters import ExternalDraft
from tests import synthetic
from tests.services.issuing import text_of, wish
from tests.services.two_desks import START, Desks, two_desks
from tests.synthetic import step

K = LetterKind


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as found:
        yield found


# -- what the sender makes beside its letter ---------------------------------------------------


def test_lists_are_printed_alone_and_name_the_letter_they_go_with(desks: Desks) -> None:
    uid = desks.acknowledged()

    words = text_of(letters.draft(desks.finance, uid, K.MATERIALS).pdf)

    number = matters.show(desks.finance, uid).letters[0].number
    assert f"（{number}）" in words
    assert "移送材料清单" in words


def test_a_letter_finished_elsewhere_is_not_called_by_the_name_of_its_file(
    desks: Desks,
) -> None:
    uid = desks.acknowledged()
    assert matters.show(desks.finance, uid).letters[0].title == "referral"

    words = text_of(letters.draft(desks.finance, uid, K.SERVICE).pdf)

    assert "《涉嫌犯罪案件移送书》（示财采移〔2026〕1号）1份" in words


def test_articles_are_handed_over_once_the_case_is_filed(desks: Desks) -> None:
    uid = desks.acknowledged()
    with pytest.raises(LetterFieldsError) as early:
        letters.draft(desks.finance, uid, K.HANDOVER)
    matters.record_step(
        desks.police,
        uid,
        step(StepKind.FILED, desks.clock.now(), number="示公立〔2026〕3号", offence="串通投标罪"),
    )
    desks.carry(desks.police, desks.finance)

    words = text_of(letters.draft(desks.finance, uid, K.HANDOVER, Words(place="经侦支队")).pdf)

    assert early.value.fields == ("filing",)
    assert "《立案通知书》（示公立〔2026〕3号）通知立案" in words
    assert "收到通知" not in words
    assert "经侦支队" in words


def test_a_refusal_is_recorded_with_its_reasons_and_stays_in_the_house(desks: Desks) -> None:
    case = synthetic.case_draft()
    uid = synthetic.approved_matter(
        desks.finance, desks.to_police, cases.register_case(desks.finance, case).uid, START
    )
    with pytest.raises(LetterFieldsError) as early:
        letters.draft(desks.finance, uid, K.NOT_REFERRED)
    now = desks.clock.now()
    matters.record_step(desks.finance, uid, step(StepKind.DRAFT_RETURNED, now, reasons="再核"))
    matters.record_step(desks.finance, uid, step(StepKind.REPORT_SUBMITTED, now))
    matters.record_step(desks.finance, uid, step(StepKind.REPORT_RECEIVED, now))
    matters.record_step(
        desks.finance,
        uid,
        step(
            StepKind.REFUSED,
            now + timedelta(hours=1),
            approver="庚某某",
            post=Post.HEAD,
            reasons="未达到追诉标准。",
        ),
    )
    words = Words(standard="金额不足。", handling="继续行政处罚。")

    letters.issue(desks.finance, uid, K.NOT_REFERRED, wish("示财不移", words))

    assert early.value.fields == ("reasons",)
    shown = matters.show(desks.finance, uid)
    assert shown.state is State.REFUSED
    assert [row.kind for row in shown.letters] == [K.NOT_REFERRED]
    assert not shown.shared
    assert "正职负责人庚某某决定不批准移送" in text_of(
        letters.file(desks.finance, shown.letters[0].uid)[1]
    )


def test_the_record_of_a_refusal_never_travels_with_a_later_letter(desks: Desks) -> None:
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    uid = synthetic.approved_matter(desks.finance, desks.to_police, case, START)
    now = desks.clock.now()
    for each in (
        step(StepKind.DRAFT_RETURNED, now),
        step(StepKind.REPORT_SUBMITTED, now),
        step(StepKind.REPORT_RECEIVED, now),
        step(StepKind.REFUSED, now, approver="庚某某", post=Post.HEAD, reasons="证据不足。"),
    ):
        matters.record_step(desks.finance, uid, each)
    words = Words(standard="金额不足。", handling="继续处罚。")
    letters.issue(desks.finance, uid, K.NOT_REFERRED, wish("示财不移", words))
    for each in (
        step(StepKind.REPORT_SUBMITTED, now),
        step(StepKind.REPORT_RECEIVED, now),
        step(StepKind.APPROVED, now, approver="庚某某", post=Post.HEAD),
    ):
        matters.record_step(desks.finance, uid, each)
    letters.issue(desks.finance, uid, K.REFERRAL, wish("示财采移"))
    desks.carry(desks.finance, desks.police)

    assert [row.kind for row in matters.show(desks.police, uid).letters] == [K.REFERRAL]
    answered = text_of(letters.draft(desks.finance, uid, K.MATERIALS).pdf)
    assert "示财采移〔2026〕1号" in answered


def test_an_opinion_is_answered_to_the_procuratorate_alone(desks: Desks) -> None:
    uid = desks.acknowledged()
    words = Words(numbered="示检行检意〔2026〕5号", result="已作出行政处罚决定。")

    letters.issue(desks.finance, uid, K.OPINION_REPLY, wish("示财函", words))
    matters.record_step(desks.finance, uid, step(StepKind.NOTE, desks.clock.now(), text="工作联系"))
    desks.carry(desks.finance, desks.police)

    row = matters.show(desks.finance, uid).letters[-1]
    assert "示例市人民检察院：贵院《检察意见书》（示检行检意〔2026〕5号）收悉" in text_of(
        letters.file(desks.finance, row.uid)[1]
    )
    assert row.uid not in {each.uid for each in matters.show(desks.police, uid).letters}


# -- 催办 --------------------------------------------------------------------------------------


def test_nobody_is_reminded_before_a_period_by_law_has_passed(desks: Desks, tmp_path: Path) -> None:
    uid, file = desks.acknowledged(), tmp_path / "催办函.pdf"
    file.write_bytes(b"%PDF-1.4")
    given = ExternalDraft("示财函〔2026〕9号", "癸某某", START.date(), file)

    with pytest.raises(NothingOverdueError):
        letters.draft(desks.finance, uid, K.REMINDER)
    with pytest.raises(NothingOverdueError):
        letters.issue_external(desks.finance, uid, K.REMINDER, given)


def test_a_reminder_names_the_last_day_after_the_holidays(desks: Desks) -> None:
    uid = desks.acknowledged()
    desks.clock.set(START + timedelta(days=40))

    letters.issue(desks.finance, uid, K.REMINDER, wish("示财函"))

    view = matters.show(desks.finance, uid)
    assert view.steps[-1].kind is StepKind.NOTE
    assert "催办" in str(view.steps[-1].fields["text"])
    words = text_of(letters.file(desks.finance, view.letters[-1].uid)[1])
    assert "期限至2026年" in words
    assert "截至2026年10月26日" in words
    assert "逾期" not in words


def test_an_agreed_period_alone_reminds_of_nothing(desks: Desks) -> None:
    uid = desks.issued()
    delivered = step(
        StepKind.DELIVERED, desks.clock.now(), method=Delivery.BY_HAND, carried_by="甲"
    )
    matters.record_step(desks.finance, uid, delivered)
    desks.clock.set(START + timedelta(days=60))
    standings = {each.standing for each in matters.show(desks.finance, uid).duties}

    assert Standing.PAST_SUGGESTION in standings
    with pytest.raises(NothingOverdueError):
        letters.draft(desks.finance, uid, K.REMINDER)


# -- 送达回证 --------------------------------------------------------------------------------


def test_both_sides_prove_the_service_of_their_own_last_document(desks: Desks) -> None:
    house_settings.set_makes_letters(desks.police, wanted=True)
    uid = desks.acknowledged()
    with pytest.raises(LetterFieldsError) as early:
        letters.draft(desks.police, uid, K.SERVICE)
    letters.issue(desks.police, uid, K.FILING, wish("示公立告", Words(offence="串通投标罪")))
    desks.carry(desks.police, desks.finance)

    theirs = text_of(letters.draft(desks.police, uid, K.SERVICE).pdf)
    ours = text_of(letters.draft(desks.finance, uid, K.SERVICE).pdf)

    assert early.value.fields == ("papers",)
    assert "《立案告知书》（示公立告〔2026〕1号）1份。" in theirs
    assert "受送达人示例市财政局" in theirs
    assert "戊某某" not in theirs
    assert "《涉嫌犯罪案件移送书》（示财采移〔2026〕1号）1份。" in ours
    assert "受送达人示例市公安局" in ours
