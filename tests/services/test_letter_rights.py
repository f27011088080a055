"""Whose letter it is, where it is made, and what answers leave behind on both desks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.documents.kinds.letters import LETTERS, LetterKind
from app.kernel.errors import (
    LetterFieldsError,
    MadeElsewhereError,
    NotOurLetterError,
    PaperOnlyError,
)
from app.kernel.terms import AgencyLevel, AgencyRole, Delivery
from app.rules.steps import Side, State, StepKind
from app.services import cases, house_settings, journal, letters, matters, members
from app.services.journal import JournalQuery
from app.services.letter_thread import Words
from app.services.letters import ExternalDraft
from app.services.members import PaperMember
from app.services.setup import Register
from tests import synthetic
from tests.services.issuing import kinds, text_of, wish
from tests.services.two_desks import START, Desks, two_desks
from tests.synthetic import step

K = LetterKind
OFFICER = Words(officer="壬某某", phone="0000-4444444", enquiry="工作日来电查询")


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as found:
        yield found


# -- an office setting, off ------------------------------------------------------------------


def test_the_police_register_their_documents_until_the_office_says_otherwise(
    desks: Desks,
) -> None:
    uid = desks.acknowledged()

    assert kinds(desks.police, uid) == {K.RESULT, K.SERVICE}
    with pytest.raises(MadeElsewhereError):
        letters.issue(desks.police, uid, K.ACCEPTANCE, wish("示公受", OFFICER))
    with pytest.raises(MadeElsewhereError):
        letters.draft(desks.police, uid, K.FILING)
    assert matters.show(desks.police, uid).letters == matters.show(desks.finance, uid).letters

    house_settings.set_makes_letters(desks.police, wanted=True)

    assert kinds(desks.police, uid) == {
        kind for kind, row in LETTERS.items() if row.matter and row.side in (Side.COUNTERPART, None)
    }


def test_the_setting_is_off_and_each_change_is_in_the_journal(desks: Desks) -> None:
    assert not house_settings.reads_makes_letters(desks.police)

    house_settings.set_makes_letters(desks.police, wanted=True)

    assert house_settings.reads_makes_letters(desks.police)
    assert "settings.changed" in journal.actions(desks.police)


def test_a_step_is_registered_with_its_scan_whatever_the_setting(desks: Desks) -> None:
    uid = desks.acknowledged()

    matters.record_step(
        desks.police, uid, step(StepKind.ACCEPTED, desks.clock.now(), number="示公受〔2026〕1号")
    )

    assert matters.show(desks.police, uid).state is State.ACCEPTED


def test_a_finished_answer_may_be_entered_whatever_the_setting(
    desks: Desks, tmp_path: Path
) -> None:
    uid, file = desks.acknowledged(), tmp_path / "受案回执.pdf"
    file.write_bytes(b"%PDF-1.4 scan")
    given = ExternalDraft("示公受〔2026〕9号", "癸某某", START.date(), file, words=OFFICER)

    letters.issue_external(desks.police, uid, K.ACCEPTANCE, given)

    assert matters.show(desks.police, uid).letters[-1].number == "示公受〔2026〕9号"


# -- answers of the receiver ------------------------------------------------------------------


def test_an_answer_is_a_step_of_its_author_and_reaches_the_sender(desks: Desks) -> None:
    uid = desks.acknowledged()
    house_settings.set_makes_letters(desks.police, wanted=True)

    letters.issue(desks.police, uid, K.ACCEPTANCE, wish("示公受", OFFICER))
    letters.issue(desks.police, uid, K.FILING, wish("示公立告", Words(offence="串通投标罪")))
    desks.carry(desks.police, desks.finance)

    there = matters.show(desks.finance, uid)
    assert there.state is State.FILED
    accepted, filed = there.steps[-2:]
    assert (accepted.kind, accepted.author) == (StepKind.ACCEPTED, "示例市公安局")
    assert accepted.fields["officer"] == "壬某某"
    assert filed.fields == {
        "number": "示公立告〔2026〕1号",
        "dated_on": "2026-09-16",
        "signer": "癸某某",
        "offence": "串通投标罪",
    }
    assert not filed.relayed
    assert filed.awaits_receipt
    sent = [row for row in there.letters if row.author == "示例市公安局"]
    assert [row.kind for row in sent] == [K.ACCEPTANCE, K.FILING]
    name, pdf = letters.file(desks.finance, sent[1].uid)
    assert name.startswith("示公立告〔2026〕1号 立案告知书")
    words = text_of(pdf)
    assert "示例市财政局：你局" in words
    assert "决定以涉嫌串通投标罪立案侦查" in words


def test_each_answer_takes_its_words_into_its_step(desks: Desks) -> None:
    house_settings.set_makes_letters(desks.police, wanted=True)
    answers = (
        (K.SUPPLEMENT, Words(missing=("账户流水", "提取笔录")), {"missing": "账户流水\n提取笔录"}),
        (
            K.FORWARDING,
            Words(receiver="样本市公安局", reasons="犯罪地在样本市。"),
            {"receiver": "样本市公安局", "reasons": "犯罪地在样本市。"},
        ),
        (K.NON_FILING, Words(reasons="没有犯罪事实。"), {"reasons": "没有犯罪事实。"}),
        (K.RESULT, Words(result="已移送审查起诉。"), {"result": "已移送审查起诉。"}),
    )
    uid = desks.acknowledged()
    for kind, words, fields in answers:
        letters.issue(desks.police, uid, kind, wish(f"示公{kind[:3]}", words))

        last = matters.show(desks.police, uid).steps[-1]
        assert last.kind is LETTERS[kind].step
        assert fields.items() <= dict(last.fields).items()


def test_an_answer_without_its_words_takes_no_number(desks: Desks) -> None:
    uid = desks.acknowledged()
    house_settings.set_makes_letters(desks.police, wanted=True)

    with pytest.raises(LetterFieldsError) as refused:
        letters.issue(desks.police, uid, K.FILING, wish("示公立告"))

    assert refused.value.fields == ("offence",)
    assert letters.next_number(desks.police, "示公立告", START.date()) == "示公立告〔2026〕1号"


def test_nobody_writes_the_letters_of_the_other_side(desks: Desks, tmp_path: Path) -> None:
    uid, file = desks.acknowledged(), tmp_path / "f.pdf"
    file.write_bytes(b"%PDF-1.4")
    given = ExternalDraft("示财〔2026〕9号", "癸某某", START.date(), file)

    with pytest.raises(NotOurLetterError):
        letters.issue(desks.finance, uid, K.FILING, wish("示财", Words(offence="罪")))
    with pytest.raises(NotOurLetterError):
        letters.issue_external(desks.finance, uid, K.ACCEPTANCE, given)
    with pytest.raises(NotOurLetterError):
        letters.draft(desks.police, uid, K.REFERRAL)
    with pytest.raises(NotOurLetterError):
        letters.draft(desks.finance, uid, K.CLUE)


# -- an audit, and what is never kept ----------------------------------------------------------


@pytest.fixture
def audit(tmp_path: Path) -> Iterator[tuple[Register, str]]:
    """An audit office with an approved transfer to a finance bureau that works on paper."""
    office = replace(
        synthetic.FINANCE,
        name="示例市审计局",
        short_name="市审计局",
        handle="sl-sjj",
        role=AgencyRole.AUDIT,
    )
    with synthetic.make_register(tmp_path / "sjj", office) as register:
        member = PaperMember(
            name="示例市财政局",
            short_name="市财政局",
            role=AgencyRole.FINANCE,
            level=AgencyLevel.CITY,
            liaison="甲某某",
            phone="0000-1111111",
            address="",
        )
        to = members.add_paper_member(register, member).uid
        case = cases.register_case(register, synthetic.case_draft()).uid
        yield register, synthetic.approved_matter(register, to, case, START)


def test_an_audit_registers_its_own_document_until_the_office_makes_it_here(
    audit: tuple[Register, str],
) -> None:
    register, uid = audit
    words = Words(project="某单位预算执行审计", period="2025年度", opinion="建议依法处理。")
    offered = {each.kind: each.written for each in letters.offers(register, uid)}

    assert offered[K.AUDIT_REFERRAL] is False
    assert not {K.REFERRAL, K.TRANSFER, K.CLUE} & offered.keys()
    with pytest.raises(MadeElsewhereError):
        letters.issue(register, uid, K.AUDIT_REFERRAL, wish("示审移", words))

    house_settings.set_makes_letters(register, wanted=True)
    letters.issue(register, uid, K.AUDIT_REFERRAL, wish("示审移", words))

    row = matters.show(register, uid).letters[0]
    assert (row.number, row.title) == ("示审移〔2026〕1号", "审计移送处理书")
    assert matters.show(register, uid).state is State.ISSUED


def test_an_audit_enters_the_document_of_its_platform_as_its_letter(
    audit: tuple[Register, str], tmp_path: Path
) -> None:
    (register, uid), file = audit, tmp_path / "审计移送处理书.pdf"
    file.write_bytes(b"%PDF-1.4")
    given = ExternalDraft("示审移〔2026〕8号", "癸某某", START.date(), file)

    letters.issue_external(register, uid, K.AUDIT_REFERRAL, given)

    assert matters.show(register, uid).state is State.ISSUED


def test_the_preview_of_an_audit_is_its_own_document(audit: tuple[Register, str]) -> None:
    register, uid = audit
    view = matters.show(register, uid)

    sheet = letters.preview(register, K.TRANSFER, view.particulars, view.counterpart_uid)

    assert sheet.title == "审计移送处理书"


def test_the_form_for_discipline_leaves_no_trace(desks: Desks) -> None:
    before = journal.line_ids(desks.finance, JournalQuery())

    sheet = letters.discipline_form(desks.finance)

    words = text_of(sheet.pdf)
    assert "关于移送问题线索的函" in words
    assert "示例市财政局" not in words
    assert journal.line_ids(desks.finance, JournalQuery()) == before
    uid = desks.acknowledged()
    with pytest.raises(PaperOnlyError):
        letters.draft(desks.finance, uid, K.DISCIPLINE_CLUE)


# -- a case that comes the other way ---------------------------------------------------------


def test_a_finance_bureau_answers_from_here_and_speaks_of_no_crime(desks: Desks) -> None:
    case = cases.register_case(desks.police, synthetic.case_draft()).uid
    uid = synthetic.approved_matter(desks.police, desks.to_finance, case, START)
    letters.issue(desks.police, uid, K.TRANSFER, wish("示公移"))
    now = desks.clock.now()
    delivered = step(StepKind.DELIVERED, now, method=Delivery.BY_HAND, carried_by="甲")
    matters.record_step(desks.police, uid, delivered)
    desks.carry(desks.police, desks.finance)
    matters.record_step(desks.finance, uid, step(StepKind.ACKNOWLEDGED, now, signer="乙某某"))

    letters.issue(desks.finance, uid, K.SUPPLEMENT, wish("示财补", Words(missing=("合同副本",))))
    letters.issue(desks.finance, uid, K.FILING, wish("示财立告"))
    words = Words(result="已作出行政处罚决定。", enclosures=("行政处罚决定书",))
    letters.issue(desks.finance, uid, K.RESULT, wish("示财反", words))
    desks.carry(desks.finance, desks.police)

    assert K.ACCEPTANCE not in kinds(desks.finance, uid)
    view = matters.show(desks.police, uid)
    assert view.state is State.RESULT_REPORTED
    told = {row.kind: text_of(letters.file(desks.police, row.uid)[1]) for row in view.letters}
    assert "以《示例市公安局关于移送" in told[K.SUPPLEMENT]
    assert "三日" not in told[K.SUPPLEMENT]
    assert "决定立案调查" in told[K.FILING]
    assert "刑事诉讼法" not in told[K.FILING]
    assert "附件：行政处罚决定书" in told[K.RESULT]
