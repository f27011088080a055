"""Evidence of one matter goes out whole, proves itself, and takes nothing else along."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.documents.kinds.letters import LetterKind
from app.kernel import canon
from app.kernel.errors import MediumError, NothingToProveError, UnknownRecordError
from app.kernel.terms import EvidenceKind, new_uid
from app.models import Attachment, JournalLine
from app.models import Entry as EntryRow
from app.rules.steps import StepKind
from app.services import (
    cases,
    evidence,
    evidence_export,
    exchange,
    matters,
    proof,
    renewal,
    standing,
)
from app.services.evidence import EvidenceDraft
from app.services.evidence_export import Exported
from app.services.setup import Register
from app.services.standing import Outcome, Standing
from app.sync import evidence as folders
from app.wording.evidence import RECIPE, SIGNERS, readme
from tests import synthetic
from tests.services.two_desks import START, Desks, two_desks
from tests.sync.tools import need, run


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


@pytest.fixture
def uid(desks: Desks) -> str:
    """A referral the police signed for; what is told of another case went in the same bundle."""
    other = cases.register_case(desks.finance, synthetic.case_draft("另一件不相干的案子")).uid
    exchange.share_case(desks.finance, other, desks.to_police)
    return desks.acknowledged()


def export(register: Register, uid: str, folder: Path) -> Exported:
    return evidence_export.export(register, uid, folder, readme, SIGNERS)


def everything(folder: Path) -> bytes:
    return b"\n".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def test_both_sides_export_what_both_have_stated(desks: Desks, uid: str, tmp_path: Path) -> None:
    for register in (desks.finance, desks.police):
        (tmp_path / register.folder.name / "out").mkdir()
        done = export(register, uid, tmp_path / register.folder.name / "out")

        found = proof.inspect(done.folder, standing.by_register(register))

        assert found.outcome is Outcome.KNOWN
        assert isinstance(found.found, folders.Checked)
        types = [e.head.type for b in found.found.bundles for e in b.shown]
        assert set(types) == {
            "attachment/1", "case-extract/1", "letter/1", "matter/1", "step/1",
        }  # fmt: skip
        assert types.count("step/1") == 3
        assert {b.routing.sender.handle for b in found.found.bundles} == {"sl-czj", "sl-gaj"}
        assert (done.statements, done.files, done.missing) == (len(types), 1, 0)
        assert found.found.strangers == ()


def test_nothing_of_another_case_goes_out(desks: Desks, uid: str, tmp_path: Path) -> None:
    done = export(desks.finance, uid, tmp_path)

    found = folders.check(done.folder)
    assert "不相干".encode() not in everything(done.folder)
    assert sum(bundle.headed for bundle in found.bundles) >= 1


def test_nor_what_its_files_are_called(desks: Desks, tmp_path: Path) -> None:
    scan = tmp_path / "不相干扫描.jpg"
    scan.write_bytes(b"\xff\xd8 of another case")
    other = cases.register_case(desks.finance, synthetic.case_draft("另一件")).uid
    draft = EvidenceDraft("扫描", EvidenceKind.DOCUMENTARY, "", "", None, "", True, 1)
    evidence.add(desks.finance, other, draft, scan)
    exchange.share_case(desks.finance, other, desks.to_police)
    uid = desks.acknowledged()
    digest = canon.sha256(scan.read_bytes())

    for register in (desks.finance, desks.police):
        (tmp_path / register.folder.name / "out").mkdir()
        found = everything(export(register, uid, tmp_path / register.folder.name / "out").folder)

        assert "不相干扫描".encode() not in found
        # It went in the same bundle, whose signed list stays whole.
        assert digest.encode() in found


def test_a_file_of_the_case_that_was_no_part_of_the_matter_stays(
    desks: Desks, tmp_path: Path
) -> None:
    photo = tmp_path / "照片.jpg"
    photo.write_bytes(b"\xff\xd8 only evidence of the case")
    case = cases.register_case(desks.finance, synthetic.case_draft()).uid
    draft = EvidenceDraft(photo.name, EvidenceKind.PHYSICAL, "", "", None, "", True, 1)
    evidence.add(desks.finance, case, draft, photo)
    uid = synthetic.approved_matter(desks.finance, desks.to_police, case, START)
    desks.issue(uid, LetterKind.REFERRAL, "示财采移〔2026〕1号")
    taken = desks.carry(desks.finance, desks.police)

    done = export(desks.finance, uid, tmp_path)

    assert taken.attachments == 2
    names = [path.name for path in (done.folder / "attachments").iterdir()]
    assert [name.partition(".")[2] for name in names] == ["pdf"]
    assert b"only evidence of the case" not in everything(done.folder)


def test_the_page_for_the_auditor_names_what_is_there(
    desks: Desks, uid: str, tmp_path: Path
) -> None:
    done = export(desks.finance, uid, tmp_path)
    text = (done.folder / "README.txt").read_text(encoding="utf-8")

    assert "演练" in text
    assert "示财采移〔2026〕1号" in text
    assert "签收" in text
    assert done.fingerprint in text
    assert "不能拿它自己证明自己" in text
    assert "未加密" in text
    assert done.folder.name.startswith("证据-示财采移〔2026〕1号-")


def test_the_journal_tells_that_it_went_out(desks: Desks, uid: str, tmp_path: Path) -> None:
    done = export(desks.finance, uid, tmp_path)

    with desks.finance.read() as session:
        line = session.scalars(
            select(JournalLine).where(JournalLine.action == "evidence.exported")
        ).one()
        assert line.subject == uid
        assert line.facts["sha256"] == done.sums_sha256
        assert line.facts["folder"] == done.folder.name


def test_a_second_export_has_a_name_of_its_own(desks: Desks, uid: str, tmp_path: Path) -> None:
    one, two = export(desks.finance, uid, tmp_path), export(desks.finance, uid, tmp_path)

    assert two.folder.name == f"{one.folder.name}-2"
    assert folders.check(one.folder) == folders.check(two.folder)


def test_a_stopped_export_leaves_nothing(desks: Desks, uid: str, tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.mkdir()

    def stop(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        evidence_export.export(desks.finance, uid, target, readme, SIGNERS, stop)

    assert list(target.iterdir()) == []
    with desks.finance.read() as session:
        actions = set(session.scalars(select(JournalLine.action)))
    assert "evidence.exported" not in actions


def test_progress_ends_where_it_should(desks: Desks, uid: str, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []

    evidence_export.export(
        desks.finance, uid, tmp_path, readme, SIGNERS, lambda *each: told.append(each)
    )

    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]


def test_a_folder_that_is_gone_is_the_mediums_refusal(desks: Desks, uid: str) -> None:
    with pytest.raises(MediumError):
        export(desks.finance, uid, desks.stick / "gone")


def test_what_has_not_travelled_cannot_be_proven(desks: Desks, tmp_path: Path) -> None:
    uid = desks.issued()

    with pytest.raises(NothingToProveError):
        export(desks.finance, uid, tmp_path)
    with pytest.raises(UnknownRecordError):
        export(desks.finance, new_uid(), tmp_path)
    assert not list(tmp_path.glob("证据-*"))


def test_a_destroyed_body_stays_provable_by_its_head(
    desks: Desks, uid: str, tmp_path: Path
) -> None:
    with desks.finance.write() as session:
        row = session.scalars(select(EntryRow).where(EntryRow.type == "letter/1")).one()
        head, row.blind, row.body = row.head, None, None
        for file in session.scalars(select(Attachment)):
            file.destroyed_at = desks.clock.now()

    done = export(desks.finance, uid, tmp_path)

    found = folders.check(done.folder)
    assert "letter/1" not in {e.head.type for b in found.bundles for e in b.shown}
    assert head in everything(done.folder)
    assert "正文已依法销毁" in (done.folder / "README.txt").read_text(encoding="utf-8")


def test_a_file_whose_bytes_are_not_here_is_named_and_left_out(
    desks: Desks, uid: str, tmp_path: Path
) -> None:
    with desks.finance.read() as session:
        sha256 = session.scalars(select(Attachment.sha256)).one()
    desks.finance.attachments.delete(sha256)

    done = export(desks.finance, uid, tmp_path)

    assert (done.files, done.missing) == (0, 1)
    assert sha256 in (done.folder / "README.txt").read_text(encoding="utf-8")
    folders.check(done.folder)


def test_an_entry_sent_again_is_proven_once(desks: Desks, tmp_path: Path) -> None:
    uid = desks.issued()
    desks.clock.set(START + timedelta(hours=3))
    desks.carry(desks.finance, desks.police)
    note = synthetic.step(StepKind.NOTE, desks.clock.now(), text="x")
    matters.record_step(desks.finance, uid, note)
    desks.carry(desks.finance, desks.police)

    found = folders.check(export(desks.finance, uid, tmp_path).folder)

    hashes = [entry.hash for bundle in found.bundles for entry in bundle.shown]
    assert len(hashes) == len(set(hashes))


def test_an_unknown_kind_of_step_is_evidence_too(desks: Desks, uid: str, tmp_path: Path) -> None:
    desks.put(desks.step(uid, "future-step", 2, text="x"))
    desks.carry(desks.police, desks.finance)

    found = folders.check(export(desks.finance, uid, tmp_path).folder)

    kinds = [canon.loads(e.body or b"{}").get("kind") for b in found.bundles for e in b.shown]
    assert "future-step" in kinds


@need("ssh-keygen", "sha256sum", "sed", "grep", "cut")
def test_the_folder_is_checked_with_stock_tools_as_its_page_says(
    desks: Desks, uid: str, tmp_path: Path
) -> None:
    done = export(desks.finance, uid, tmp_path)
    printed = (done.folder / "README.txt").read_text(encoding="utf-8")
    commands = textwrap.dedent(printed[printed.index("    check() {") :])

    told = run(done.folder, commands)

    assert told.endswith("全部相符\n")
    assert commands == RECIPE + "\n"


def test_that_a_person_has_seen_it_is_evidence_too(desks: Desks, uid: str, tmp_path: Path) -> None:
    with desks.finance.read() as session:
        records = list(session.scalars(select(EntryRow.record_uid)))
    seen = {"records": sorted(set(records)), "seen_at": "2026-09-16T04:00:00.000Z", "seen_by": "乙"}
    other = {**seen, "records": [new_uid()]}
    for body in (seen, other):
        desks.put(desks.says("receipt/1", new_uid(), body))
    desks.carry(desks.police, desks.finance)

    found = folders.check(export(desks.finance, uid, tmp_path).folder)

    shown = [e for b in found.bundles for e in b.shown if e.head.type == "receipt/1"]
    assert [each.plain["records"] for each in shown] == [seen["records"]]


def test_what_was_said_under_former_keys_stays_provable(
    desks: Desks, uid: str, tmp_path: Path
) -> None:
    """The police took new keys; what they had signed before stands beside what came after."""
    renewal.renew(desks.police)
    desks.clock.advance(timedelta(hours=2))
    note = synthetic.step(StepKind.NOTE, desks.clock.now(), text="更换密钥之后")
    matters.record_step(desks.police, uid, note)
    desks.carry(desks.police, desks.finance)

    for register in (desks.finance, desks.police):
        out = tmp_path / f"out-{register.folder.name}"
        out.mkdir()
        found = proof.inspect(export(register, uid, out).folder, standing.by_register(register))

        assert found.outcome is Outcome.KNOWN
        assert isinstance(found.found, folders.Checked)
        senders = {
            (b.routing.sender.handle, b.routing.sender.incarnation) for b in found.found.bundles
        }
        assert senders == {("sl-czj", 1), ("sl-gaj", 1), ("sl-gaj", 2)}
    assert Standing.FORMER in {
        each.standing
        for each in proof.inspect(
            next((tmp_path / f"out-{desks.finance.folder.name}").iterdir()),
            standing.by_register(desks.finance),
        ).signers
    }
