"""Drafts outlive the window and the program, not the submission."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from app.services import drafts
from tests import synthetic

TEXTS = {"name": "示例科技有限公司涉嫌串通", "amount": "12万（待核）"}


def test_a_draft_is_there_after_the_register_was_closed_and_opened(tmp_path: Path) -> None:
    clock = synthetic.clock()
    register = synthetic.make_register(tmp_path / "r", at=clock)
    with register:
        drafts.save_draft(register, "cases.case", 1, "", TEXTS)

    with type(register).open(tmp_path / "r", synthetic.PASSPHRASE, clock=clock) as again:
        kept = drafts.load_draft(again, "cases.case", 1, "")

    assert kept is not None
    assert kept.texts == TEXTS
    assert kept.saved_at == synthetic.NOON


def test_saving_again_replaces_the_draft(tmp_path: Path) -> None:
    clock = synthetic.clock()
    with synthetic.make_register(tmp_path / "r", at=clock) as register:
        drafts.save_draft(register, "cases.case", 1, "", TEXTS)
        clock.advance(timedelta(minutes=1))
        drafts.save_draft(register, "cases.case", 1, "", {"name": "另一个名称"})

        (only,) = drafts.open_drafts(register)

    assert only.texts == {"name": "另一个名称"}
    assert only.saved_at == synthetic.NOON + timedelta(minutes=1)


def test_drafts_of_two_subjects_stand_side_by_side(tmp_path: Path) -> None:
    with synthetic.make_register(tmp_path / "r") as register:
        drafts.save_draft(register, "cases.case", 1, "one", {"name": "甲"})
        drafts.save_draft(register, "cases.case", 1, "two", {"name": "乙"})
        drafts.discard_draft(register, "cases.case", "one")

        left = drafts.open_drafts(register)

    assert [draft.subject for draft in left] == ["two"]


def test_texts_of_another_version_of_the_form_are_not_given_out(tmp_path: Path) -> None:
    with synthetic.make_register(tmp_path / "r") as register:
        drafts.save_draft(register, "cases.case", 1, "", TEXTS)

        assert drafts.load_draft(register, "cases.case", 2, "") is None


def test_discarding_what_is_not_there_is_harmless(tmp_path: Path) -> None:
    with synthetic.make_register(tmp_path / "r") as register:
        drafts.discard_draft(register, "cases.case", "")

        assert drafts.open_drafts(register) == ()
