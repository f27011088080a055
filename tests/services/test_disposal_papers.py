"""What a destruction does to drafts, seals, papers that came, and letters that stand alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest
from sqlalchemy import select

from app.demo.sample_papers import CONSULTATION, MINUTES
from app.kernel.errors import DestructionNotApprovedError, EndedError, UnknownRecordError
from app.kernel.terms import new_uid
from app.models import Attachment, Incoming, Letter, LetterDraft, Matter, Sealing
from app.services import disposal, drafting, erasure, letters
from app.services.letter_text import OfDraft
from app.services.letters import ExternalDraft, IssueDraft
from app.services.setup import Register
from tests.documents.reading import words_of
from tests.services.ended_case import (
    BYTES,
    CLOSED,
    FACTS,
    LATER,
    NAME,
    PARTY,
    approval,
    destroyed,
    ended,
    proposed,
    remains,
    wish,
)
from tests.services.two_desks import Desks, two_desks

WORDS: Final = "鱻犇改写"


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def kept_file(register: Register, data: bytes, name: str) -> str:
    """An attachment of *data*; its SHA-256."""
    path = register.folder.parent / name
    path.write_bytes(data)
    with register.write() as session:
        with path.open("rb") as source:
            sha256, size = register.attachments.add(source)
        found = session.scalar(select(Attachment).where(Attachment.sha256 == sha256))
        if found is None:
            session.add(
                Attachment(sha256=sha256, size=size, name=name, added_at=LATER, owner_uid="")
            )
    return sha256


def papers_of_the_matter(register: Register, scan: str) -> None:
    """A draft worded anew, a seal and a paper that came, all of the only matter."""
    with register.write() as session:
        matter = session.scalars(select(Matter)).one()
        letter = session.scalars(select(Letter)).one()
        session.add(
            LetterDraft(
                uid=new_uid(),
                matter_id=matter.id,
                kind="feedback",
                title="",
                facts=None,
                facts_version=1,
                edits=[{"words": WORDS}],
                changed_at=LATER,
                changed_by="甲某某",
                letter_uid="",
            )
        )
        session.add(
            Sealing(
                letter_uid=letter.uid,
                sealed_on=CLOSED,
                keeper="壬某某",
                approver="己某某",
                copies=2,
                scan_sha256=scan,
                recorded_at=LATER,
                recorded_by="甲某某",
            )
        )
        session.add(
            Incoming(
                uid=new_uid(),
                year=2026,
                serial=1,
                received_at=LATER,
                sender="示例市公安局",
                number="示公函〔2026〕1号",
                title=WORDS,
                dated_on=None,
                copies=1,
                handler="甲某某",
                remark=WORDS,
                letter_uid="",
                matter_uid=matter.uid,
                attachment_sha256=None,
                recorded_at=LATER,
                recorded_by="甲某某",
            )
        )


def test_drafts_and_scans_go_with_the_matter_and_the_registers_keep_their_numbers(
    desks: Desks, tmp_path: Path
) -> None:
    case = ended(desks, tmp_path)
    scan = kept_file(desks.finance, b"scan of the sealed paper", "scan.pdf")
    papers_of_the_matter(desks.finance, scan)

    destroyed(desks.finance, wish(case))

    with desks.finance.read() as session:
        assert session.scalars(select(LetterDraft)).all() == []
        sealing = session.scalars(select(Sealing)).one()
        assert (sealing.keeper, sealing.approver, sealing.copies) == ("", "", 2)
        paper = session.scalars(select(Incoming)).one()
        assert (paper.title, paper.remark, paper.handler) == ("", "", "")
        assert (paper.serial, paper.number) == (1, "示公函〔2026〕1号")
        gone = session.scalars(select(Attachment).where(Attachment.sha256 == scan)).one()
        assert gone.destroyed_at is not None


def test_a_letter_that_stands_alone_keeps_its_words_and_its_file(
    desks: Desks, tmp_path: Path
) -> None:
    case = ended(desks, tmp_path)
    uid = drafting.create(desks.finance, MINUTES).uid
    # The very bytes of an item of evidence that is destroyed.
    same = tmp_path / "纪要.pdf"
    same.write_bytes(BYTES * 50)
    done = letters.issue_external_of(
        desks.finance,
        OfDraft(uid),
        ExternalDraft("示财采纪〔2026〕3号", "庚某某", CLOSED, same),
    )

    destroyed(desks.finance, wish(case))

    assert drafting.show(desks.finance, uid).facts == MINUTES
    assert letters.file(desks.finance, done.uid)[1] == BYTES * 50


ABOUT: Final = replace(
    CONSULTATION,
    case_name=NAME,
    background=f"{FACTS}背景",
    questions=(f"{PARTY}的行为如何定性？",),
)
ASKED: Final = IssueDraft("示财采函", "己某某", CLOSED)


def test_letters_filed_under_the_case_go_with_it_and_keep_their_numbers(
    desks: Desks, tmp_path: Path
) -> None:
    register = desks.finance
    case = ended(desks, tmp_path)
    begun = drafting.create(register, ABOUT, case).uid
    asked = letters.issue_of(register, OfDraft(begun), ASKED).uid
    later = drafting.create(register, ABOUT).uid
    drafting.file_under(register, later, case)
    (line,) = disposal.show(register, proposed(register, wish(case))).list.lines
    assert (line.alone, line.drafts, line.naming) == (("示财采函〔2026〕1号",), 1, ())
    _, pdf = letters.file(register, asked)

    destroyed(register, wish(case))
    erasure.finish(register)

    assert drafting.rows(register) == ()
    with register.read() as session:
        letter = session.scalars(select(Letter).where(Letter.uid == asked)).one()
        assert (letter.title, letter.model, letter.number) == ("", None, "示财采函〔2026〕1号")
        kept = select(Attachment).where(Attachment.sha256 == letter.attachment_sha256)
        assert session.scalars(kept).one().destroyed_at is not None
    folder, clock = Path(register.folder), desks.clock
    register.close()
    left = remains(folder, clock)
    for words in (NAME, FACTS, PARTY, CONSULTATION.looked_up):
        assert words.encode() not in left
    assert pdf[:2000] not in left


def test_the_list_names_the_letters_that_name_the_case_and_are_filed_under_none(
    desks: Desks, tmp_path: Path
) -> None:
    register = desks.finance
    case = ended(desks, tmp_path)
    begun = drafting.create(register, replace(CONSULTATION, looked_up=f"已查询{PARTY}")).uid
    letters.issue_of(register, OfDraft(begun), ASKED)
    drafting.create(register, ABOUT)
    drafting.create(register, CONSULTATION)

    uid = proposed(register, wish(case))

    (line,) = disposal.show(register, uid).list.lines
    assert (line.naming, line.naming_drafts) == (("示财采函〔2026〕1号",), 1)
    printed = disposal.sheet(register, uid)
    words = "".join(words_of(printed.pdf))
    assert "没有归入案件的单独文书" in words
    assert "示财采函〔2026〕1号、拟稿1件" in words


def test_what_is_filed_after_the_approval_needs_a_new_one(desks: Desks, tmp_path: Path) -> None:
    register = desks.finance
    case = ended(desks, tmp_path)
    later = drafting.create(register, ABOUT).uid
    uid = proposed(register, wish(case))
    disposal.approve(register, uid, approval(register, uid))
    drafting.file_under(register, later, case)

    with pytest.raises(DestructionNotApprovedError):
        disposal.execute(register, uid)

    assert drafting.show(register, later).row.case_uid == case


def test_a_letter_is_filed_only_under_a_case_that_is_there(desks: Desks, tmp_path: Path) -> None:
    register = desks.finance
    case = ended(desks, tmp_path)
    uid = drafting.create(register, CONSULTATION).uid
    with pytest.raises(UnknownRecordError):
        drafting.file_under(register, uid, "c-none")
    destroyed(register, wish(case))

    with pytest.raises(EndedError):
        drafting.file_under(register, uid, case)
    with pytest.raises(EndedError):
        drafting.create(register, CONSULTATION, case)

    assert drafting.show(register, uid).row.case_uid == ""
