"""What a member's register may write that ours would not: parked, cleaned, or without effect."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

import pytest
from sqlalchemy import Engine, delete, event, select, update

from app.kernel import plain
from app.kernel.canon import Plain
from app.kernel.terms import EvidenceKind, MatterKind, new_uid
from app.models import Attachment, Entry, Setting, Step
from app.rules.steps import State, StepKind
from app.services import alarms, case_list, cases, entries, evidence, exchange, matters, setup
from app.services.entries import AttachmentFacts, MatterFacts
from app.services.evidence import EvidenceDraft
from app.services.setup import Register
from app.sync.entry import EntryDraft
from tests import synthetic
from tests.services.two_desks import START, Desks, digest, step_body, two_desks


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def _state(register: Register) -> object:
    return case_list.case_ids(register), [
        matters.show(register, row.uid) for row in matters.rows(register)
    ]


def _refused(desks: Desks, *drafts: EntryDraft) -> tuple[str, ...]:
    """What is kept as evidence and has no effect, with the reasons."""
    before = _state(desks.finance)
    desks.put(*drafts)

    taken = desks.carry(desks.police, desks.finance)

    assert len(taken.refused) == len(drafts), taken
    assert _state(desks.finance) == before
    return tuple(each.reason for each in taken.refused)


def _file(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def _about(**fields: Plain) -> Callable[[dict[str, Plain]], object]:
    return lambda body: body.update(fields=fields)


def _with(**facts: Plain) -> Callable[[dict[str, Plain]], object]:
    return lambda body: body.update(facts)


SPOILT: Final[dict[str, tuple[StepKind, Callable[[dict[str, Plain]], object]]]] = {
    "a correction without a moment": (StepKind.CORRECTED, _about(moment="x")),
    "a receipt that is no moment": (StepKind.NOT_FILED, _about(received_at="garbage")),
    "a day that is none": (StepKind.NOT_FILED, _about(dated_on="garbage")),
    "a number that is a list": (StepKind.NOT_FILED, _about(number=["x"])),
    "a step number below one": (StepKind.NOTE, _with(number=-1)),
    "the last year there is": (StepKind.NOTE, _with(occurred_at="9999-12-31T23:00:00.000Z")),
    "a scan that is no hash": (StepKind.NOTE, _with(sha256="../register.db")),
    "the uid of another record": (StepKind.NOTE, _with(uid=new_uid())),
    "fields that are no object": (StepKind.NOTE, _with(fields=[1])),
}


def test_a_step_of_another_shape_is_kept_without_effect(desks: Desks) -> None:
    uid = desks.acknowledged()

    for spoil in SPOILT.values():
        body = step_body(uid, spoil[0], 2, {})
        record = body["uid"]
        spoil[1](body)
        assert all(_refused(desks, desks.says(entries.STEP, record, body)))
    assert all(_refused(desks, desks.says(entries.STEP, new_uid(), "no object")))

    # Nothing of all that stands in the way of what the police really say.
    desks.put(desks.step(uid, StepKind.NOTE, 2, text="说明"))
    desks.carry(desks.police, desks.finance)
    assert matters.show(desks.finance, uid).steps[-1].fields == {"text": "说明"}


def test_a_step_of_a_later_version_is_read_without_what_is_unknown(desks: Desks) -> None:
    uid = desks.acknowledged()

    taken = exchange.take_in(
        desks.finance, desks.sealed(desks.step(uid, StepKind.NOTE, 2, later={"a": [1]}))
    )

    assert taken.arrived[0].known
    assert matters.show(desks.finance, uid).steps[-1].fields == {}


def test_an_unknown_type_is_parked_whatever_its_body_is(desks: Desks) -> None:
    path = desks.sealed(desks.says("future-thing/1", new_uid(), 5))

    (shown,) = exchange.preview(desks.finance, path).arriving
    taken = exchange.take_in(desks.finance, path)

    assert taken.arrived == (shown,)
    assert (shown.title, shown.known, taken.parked) == ("", False, 1)


def test_an_entry_whose_body_was_destroyed_counts_as_taken_in(desks: Desks) -> None:
    uid = desks.acknowledged()
    before = matters.show(desks.finance, uid)

    path = desks.sealed(desks.step(uid, StepKind.NOTE, 2, text="x"), without_body=True)
    taken = exchange.take_in(desks.finance, path)

    assert (taken.parked, taken.refused, taken.arrived[0].title) == (0, (), "")
    assert matters.show(desks.finance, uid) == before


def _matter(desks: Desks, case: str, /, **other: Any) -> MatterFacts:
    """A referral by the police to finance about *case*, as their register states it."""
    facts = cases.show_case(other.pop("by", desks.police), case).facts
    made = MatterFacts(
        uid=new_uid(),
        kind=MatterKind.REFERRAL,
        mechanism="",
        opener=setup.identity(desks.police).agency_uid,
        counterpart=desks.to_finance,
        case=case,
        subject="移送",
        basis="x",
        opened_at=START,
        particulars=plain.to_plain(synthetic.referral(facts)),
        particulars_version=1,
    )
    return replace(made, **other)


def _said(desks: Desks, facts: MatterFacts) -> EntryDraft:
    return desks.says(entries.MATTER, facts.uid, plain.to_plain(facts))


def test_a_matter_of_theirs_is_about_a_case_of_theirs(desks: Desks) -> None:
    ours = cases.register_case(desks.finance, synthetic.case_draft()).uid
    theirs = cases.register_case(desks.police, synthetic.case_draft()).uid
    exchange.share_case(desks.police, theirs, desks.to_finance)
    desks.carry(desks.police, desks.finance)

    _refused(desks, _said(desks, _matter(desks, ours, by=desks.finance)))
    _refused(desks, _said(desks, replace(_matter(desks, theirs), case=new_uid())))
    spoilt = _matter(desks, ours, by=desks.finance, case=theirs)
    _refused(desks, _said(desks, spoilt))

    desks.put(_said(desks, _matter(desks, theirs)))
    desks.carry(desks.police, desks.finance)
    assert [row.case_uid for row in matters.rows(desks.finance)] == [theirs]


def test_no_control_character_of_theirs_reaches_a_screen(desks: Desks) -> None:
    case = cases.register_case(desks.police, synthetic.case_draft()).uid
    exchange.share_case(desks.police, case, desks.to_finance)
    forged = _matter(desks, case, subject="标题\u202e换行\n\x1b[31m")

    path = desks.sealed(_said(desks, forged))
    shown = exchange.preview(desks.finance, path).arriving[-1]
    exchange.take_in(desks.finance, path)

    assert shown.title == "标题换行 [31m"
    assert matters.rows(desks.finance)[0].subject == "标题换行 [31m"


def test_a_parked_step_is_read_when_its_matter_has_come(desks: Desks) -> None:
    case = cases.register_case(desks.police, synthetic.case_draft()).uid
    facts = _matter(desks, case)
    desks.put(desks.step(facts.uid, StepKind.ISSUED, 1, number="1号", signer="甲"))
    assert desks.carry(desks.police, desks.finance).parked == 1
    exchange.share_case(desks.police, case, desks.to_finance)
    desks.put(_said(desks, facts))

    desks.carry(desks.police, desks.finance)

    shown = matters.show(desks.finance, facts.uid)
    assert [step.kind for step in shown.steps] == [StepKind.ISSUED]
    assert shown.state is State.ISSUED


def test_a_parked_step_that_turns_out_to_be_wrong_is_named(desks: Desks) -> None:
    case = cases.register_case(desks.police, synthetic.case_draft()).uid
    facts = _matter(desks, case)
    desks.put(desks.step(facts.uid, StepKind.NOTE, 0, text="号为零"))
    assert desks.carry(desks.police, desks.finance).parked == 1
    assert alarms.standing(desks.finance).quiet
    exchange.share_case(desks.police, case, desks.to_finance)
    desks.put(_said(desks, facts))

    desks.carry(desks.police, desks.finance)

    (refused,) = alarms.standing(desks.finance).refused
    assert (refused.type, refused.reason) == (entries.STEP, "step number 0")
    assert matters.show(desks.finance, facts.uid).steps == ()


def test_what_an_older_version_refused_is_read_by_the_newer_one(desks: Desks) -> None:
    uid = desks.acknowledged()
    desks.put(desks.step(uid, StepKind.NOTE, 2, text="x"))
    desks.carry(desks.police, desks.finance)
    whole = matters.show(desks.finance, uid)
    with desks.finance.write() as session:
        (step,) = session.scalars(select(Step).where(Step.kind == StepKind.NOTE))
        session.execute(
            update(Entry)
            .where(Entry.record_uid == step.uid)
            .values(state="refused", reason="unknown there")
        )
        session.execute(delete(Step).where(Step.id == step.id))
        session.execute(delete(Setting).where(Setting.name == "exchange.reads"))
    folder = desks.finance.folder
    desks.finance.close()

    with setup.open_register(folder, synthetic.PASSPHRASE, desks.clock) as reopened:
        assert matters.show(reopened, uid) == whole
        assert alarms.standing(reopened).quiet


def test_what_an_older_version_parked_is_read_by_the_newer_one(desks: Desks) -> None:
    uid = desks.acknowledged()
    desks.put(desks.step(uid, StepKind.NOT_FILED, 2, reasons="情节轻微"))
    desks.carry(desks.police, desks.finance)
    whole = matters.show(desks.finance, uid)
    desks.police.close()
    folder = desks.finance.folder
    with desks.finance.write() as session:
        (step,) = session.scalars(select(Step).where(Step.kind == StepKind.NOT_FILED))
        session.execute(update(Entry).where(Entry.record_uid == step.uid).values(state="parked"))
        session.execute(delete(Step).where(Step.id == step.id))
        session.execute(delete(Setting).where(Setting.name == "exchange.reads"))
    assert matters.show(desks.finance, uid) != whole
    desks.finance.close()

    with setup.open_register(folder, synthetic.PASSPHRASE, desks.clock) as reopened:
        assert matters.show(reopened, uid) == whole
        assert matters.rows(reopened)[0].state is State.NOT_FILED


def test_a_thread_is_folded_once_for_a_bundle(desks: Desks) -> None:
    uid = desks.acknowledged()
    notes = [desks.step(uid, StepKind.NOTE, 2 + n, text="x") for n in range(12)]
    path = desks.sealed(*notes)
    folded: list[str] = []

    def heard(*told: Any) -> None:
        if told[2].startswith("DELETE FROM duty"):
            folded.append(told[2])

    event.listen(Engine, "before_cursor_execute", heard)
    try:
        exchange.take_in(desks.finance, path)
    finally:
        event.remove(Engine, "before_cursor_execute", heard)

    assert len(folded) == 1


def _statement(desks: Desks, facts: AttachmentFacts) -> EntryDraft:
    return desks.says(entries.ATTACHMENT, new_uid(), plain.to_plain(facts))


def _sizes(register: Register) -> dict[str, int]:
    with register.read() as session:
        return {row.sha256: row.size for row in session.scalars(select(Attachment))}


def test_a_file_has_a_row_only_with_its_bytes_and_their_size(desks: Desks) -> None:
    here, elsewhere = b"here" * 100, b"elsewhere"
    path = desks.sealed(
        _statement(desks, AttachmentFacts(digest(here), 5, "甲.bin")),
        _statement(desks, AttachmentFacts(digest(elsewhere), 5, "乙.bin")),
        files={digest(here): here},
    )

    taken = exchange.take_in(desks.finance, path)

    assert taken.parked == 1
    assert _sizes(desks.finance) == {digest(here): 400}


def test_a_file_named_by_a_path_has_no_effect(desks: Desks) -> None:
    _refused(desks, _statement(desks, AttachmentFacts("../" * 20, 5, "x")))


def test_a_file_of_ours_corrects_what_was_claimed_of_it(desks: Desks, tmp_path: Path) -> None:
    data = b"public notice" * 100
    with desks.finance.write() as session:
        session.add(
            Attachment(
                sha256=digest(data),
                size=5,
                name="x",
                added_at=START,
                owner_uid=desks.to_police,
                destroyed_at=None,
            )
        )
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    draft = EvidenceDraft("公告", EvidenceKind.DOCUMENTARY, "网站", "甲某某", None, "", True, 1)

    evidence.add(desks.finance, case, draft, _file(tmp_path / "公告.txt", data))

    (row,) = evidence.rows(desks.finance, case)
    assert (row.file_name, row.size) == ("公告.txt", 1300)
    exchange.share_case(desks.finance, case, desks.to_police)
    desks.carry(desks.finance, desks.police)
    assert _sizes(desks.police) == {digest(data): 1300}


def test_their_extract_does_not_write_into_a_party_of_ours(desks: Desks) -> None:
    ours = cases.register_case(desks.finance, synthetic.case_draft()).uid
    party = cases.show_case(desks.finance, ours).facts.parties[0]
    theirs = cases.register_case(desks.police, synthetic.case_draft()).uid
    facts = cases.show_case(desks.police, theirs).facts
    forged = replace(facts, parties=(replace(party, name="冒名单位"),))

    exchange.take_in(
        desks.finance, desks.sealed(desks.says(entries.CASE, theirs, plain.to_plain(forged)))
    )

    assert cases.show_case(desks.finance, ours).facts.parties == (party,)
    (named,) = cases.show_case(desks.finance, theirs).facts.parties
    assert named.name == "冒名单位"
    assert named.uid != party.uid
