"""What goes wrong between two desks: each is refused in words, and nothing has changed."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from app import wording
from app.kernel.errors import (
    AppError,
    AttachmentChangedError,
    AttachmentMissingError,
    BadSignatureError,
    BundleFormError,
    IncompleteBundleError,
    MediumFullError,
    MediumGoneError,
    MediumReadOnlyError,
    NotForUsError,
    PurposeMismatchError,
    RecipientUnverifiedError,
    RenewalDueError,
    RestoredRegisterError,
    SeenBeforeError,
    UnknownSenderError,
    UnverifiedSenderError,
)
from app.kernel.terms import EvidenceKind, Purpose
from app.models import BundleSeen, Case, CaseParty, Entry, Evidence, Project, Stream, Violation
from app.services import case_list, cases, evidence, exchange, members, renewal
from app.services.evidence import EvidenceDraft
from app.services.setup import Register
from tests import synthetic

AUDIT = replace(synthetic.FINANCE, name="示例市审计局", short_name="市审计局", handle="sl-sjj")


@dataclass
class Desks:
    finance: Register
    police: Register
    stick: Path
    to_police: str

    def sealed(self) -> Path:
        """A bundle with one case and its file, on the stick."""
        uid = cases.register_case(self.finance, synthetic.case_draft()).uid
        file = self.stick.parent / "证据.bin"
        file.write_bytes(os.urandom(3000))
        draft = EvidenceDraft(
            "机器码比对记录", EvidenceKind.ELECTRONIC, "平台", "甲某某、戊某某", None, "", False, 0
        )
        evidence.add(self.finance, uid, draft, file)
        exchange.share_case(self.finance, uid, self.to_police)
        return exchange.seal(self.finance, self.to_police, self.stick).path


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    stick = tmp_path / "stick"
    stick.mkdir()
    with (
        synthetic.make_register(tmp_path / "czj") as finance,
        synthetic.make_register(tmp_path / "gaj", synthetic.POLICE) as police,
    ):
        synthetic.introduce(finance, police, stick)
        yield Desks(finance, police, stick, members.find(finance, "sl-gaj"))


def _said(error: AppError) -> str:
    """The whole sentence a person reads; every fact in it is filled in."""
    said = wording.refusal(error)
    assert said.happened
    assert said.unchanged
    assert said.next_step
    assert "？" not in str(said), str(said)
    assert "{" not in str(said)
    return str(said)


def _state(register: Register) -> object:
    rows = exchange.peers(register)
    return case_list.case_ids(register), [(r.received, r.acknowledged, r.ack_due) for r in rows]


def _refused(desks: Desks, path: Path, kind: type[AppError], by: Register | None = None) -> str:
    """*path* is refused as *kind* by a register that stays as it was, and found so by a scan."""
    taker = by or desks.police
    before = _state(taker)

    with pytest.raises(kind) as caught:
        exchange.take_in(taker, path)

    assert _state(taker) == before
    assert not list(taker.folder.glob("blobs/*.part"))
    (row,) = [each for each in exchange.scan(taker, path.parent) if each.path == path]
    assert isinstance(row.refusal, kind)
    return _said(caught.value)


def test_a_bundle_cut_off_anywhere_says_copy_again(desks: Desks) -> None:
    path = desks.sealed()
    whole = path.read_bytes()
    for length in [0, 1, 30, 500, len(whole) // 2, len(whole) - 22, len(whole) - 1]:
        path.write_bytes(whole[:length])
        assert "没有复制完整" in _refused(desks, path, IncompleteBundleError)

    path.write_bytes(whole)
    assert len(exchange.take_in(desks.police, path).arrived) == 2


def test_one_flipped_bit_is_refused(desks: Desks) -> None:
    path = desks.sealed()
    whole = path.read_bytes()
    for place in range(0, len(whole), len(whole) // 40):
        damaged = bytearray(whole)
        damaged[place] ^= 0x10
        path.write_bytes(damaged)
        with pytest.raises((BundleFormError, BadSignatureError, IncompleteBundleError)) as caught:
            exchange.take_in(desks.police, path)
        _said(caught.value)

    assert case_list.case_ids(desks.police) == ()


def test_a_bundle_for_somebody_else_is_refused(desks: Desks, tmp_path: Path) -> None:
    path = desks.sealed()
    with synthetic.make_register(tmp_path / "sjj", AUDIT) as audit:
        synthetic.introduce(desks.finance, audit, desks.stick)
        assert "不是发给本单位" in _refused(desks, path, NotForUsError, audit)


def test_an_unknown_sender_is_refused(desks: Desks, tmp_path: Path) -> None:
    with synthetic.make_register(tmp_path / "sjj", AUDIT) as audit:
        uid = members.keep_card(audit, members.write_card(desks.police, desks.stick)).uid
        shown = members.rows(desks.police)[0].fingerprint
        members.verify_card(audit, uid, dict(enumerate(shown, 1)), "演练")
        case = cases.register_case(audit, synthetic.case_draft()).uid
        exchange.share_case(audit, case, uid)
        path = exchange.seal(audit, uid, desks.stick).path
        assert "不在名册" in _refused(desks, path, UnknownSenderError)

        members.keep_card(desks.police, members.write_card(audit, desks.stick))
        assert "还没有当面核对" in _refused(desks, path, UnverifiedSenderError)
        with pytest.raises(RecipientUnverifiedError) as caught:
            exchange.seal(desks.police, members.find(desks.police, "sl-sjj"), desks.stick)
        assert "还没有当面核对" in _said(caught.value)


def test_a_bundle_seen_before_is_told_so(desks: Desks) -> None:
    path = desks.sealed()
    exchange.take_in(desks.police, path)

    assert "已经导入过" in _refused(desks, path, SeenBeforeError)


def test_what_comes_before_a_missing_number_is_kept_and_waits(desks: Desks) -> None:
    first = desks.sealed()
    away = first.rename(desks.stick.parent / first.name)
    uid = cases.register_case(desks.finance, synthetic.case_draft()).uid
    exchange.share_case(desks.finance, uid, desks.to_police)
    second = exchange.seal(desks.finance, desks.to_police, desks.stick, after=2).path

    (found,) = exchange.scan(desks.police, desks.stick)
    taken = exchange.take_in(desks.police, second)

    assert found.missing == (1, 2)
    assert (taken.missing, taken.ahead, taken.arrived) == ((1, 2), 1, ())
    assert len(case_list.case_ids(desks.police)) == 0
    late = exchange.take_in(desks.police, away)
    assert len(late.arrived) == 3
    assert len(case_list.case_ids(desks.police)) == 2


def test_a_register_put_back_to_an_older_day_is_told_so(desks: Desks) -> None:
    exchange.take_in(desks.police, desks.sealed())
    back = exchange.seal(desks.police, members.find(desks.police, "sl-czj"), desks.stick).path
    exchange.take_in(desks.finance, back)
    second = desks.sealed()
    _forget(desks)

    with pytest.raises(RestoredRegisterError) as caught:
        exchange.take_in(desks.police, second)
    assert "旧备份" in _said(caught.value)
    assert "开启新一代" in _refused(desks, second, RenewalDueError)
    renewal.renew(desks.police)
    answer = exchange.seal(desks.police, members.find(desks.police, "sl-czj"), desks.stick).path
    assert exchange.take_in(desks.finance, answer).successor

    taken = exchange.take_in(
        desks.police, exchange.seal(desks.finance, desks.to_police, desks.stick).path
    )
    assert taken.missing is None
    assert len(case_list.case_ids(desks.police)) == 2


def _forget(desks: Desks) -> None:
    """Leave the police with nothing taken in and nothing sent, under the same identity."""
    with desks.police.write() as session:
        for table in (CaseParty, Project, Violation, Entry, BundleSeen, Evidence, Case):
            session.execute(delete(table))
        session.execute(update(Stream).values(in_seq=0, in_head="", out_seq=0, out_head=""))


def test_an_exercise_never_enters_a_real_register(desks: Desks, tmp_path: Path) -> None:
    with synthetic.make_register(tmp_path / "real", AUDIT, purpose=Purpose.REAL) as real:
        card = members.write_card(desks.finance, desks.stick)
        with pytest.raises(PurposeMismatchError) as caught:
            members.keep_card(real, card)

    assert "演练" in _said(caught.value)
    assert "正式" in _said(caught.value)


def test_a_read_only_folder_is_refused_before_anything_counts_as_written(desks: Desks) -> None:
    desks.sealed()
    uid = cases.register_case(desks.finance, synthetic.case_draft("第二案")).uid
    exchange.share_case(desks.finance, uid, desks.to_police)
    with (
        _mounted(desks.stick.parent / "ro", "ro") as folder,
        pytest.raises(MediumReadOnlyError) as caught,
    ):
        exchange.seal(desks.finance, desks.to_police, folder)

    assert "只读" in _said(caught.value)
    assert not exchange.peers(desks.finance)[0].leaving[-1].written


def test_a_bundle_is_taken_in_from_a_read_only_medium(desks: Desks) -> None:
    path = desks.sealed()
    with _mounted(desks.stick.parent / "disc", "size=1m") as disc:
        (disc / path.name).write_bytes(path.read_bytes())
        subprocess.run(["mount", "-o", "remount,ro", disc], check=True)

        (row,) = exchange.scan(desks.police, disc)
        taken = exchange.take_in(desks.police, row.path)

    assert len(taken.arrived) == 2


def test_a_full_stick_leaves_nothing_behind(desks: Desks) -> None:
    desks.sealed()
    with _mounted(desks.stick.parent / "full", "size=4k") as folder:
        with pytest.raises(MediumFullError) as caught:
            exchange.seal(desks.finance, desks.to_police, folder)
        assert list(folder.iterdir()) == []

    assert "空间不足" in _said(caught.value)


def test_a_stick_pulled_while_writing_is_said_and_writing_again_works(desks: Desks) -> None:
    desks.sealed()
    gone = desks.stick.parent / "gone"
    gone.mkdir()

    def pull(done: int, total: int) -> None:
        if gone.exists() and list(gone.iterdir()):
            for each in gone.iterdir():
                each.unlink()
            gone.rmdir()

    with pytest.raises(MediumGoneError) as caught:
        exchange.seal(desks.finance, desks.to_police, gone, pull)
    again = exchange.seal(desks.finance, desks.to_police, desks.stick)

    assert "找不到" in _said(caught.value)
    assert len(exchange.take_in(desks.police, again.path).arrived) == 2


def _blob_of(desks: Desks) -> Path:
    (path,) = [each for each in desks.finance.folder.glob("blobs/??/*") if each.is_file()]
    return path


@pytest.mark.parametrize(
    ("harm", "kind", "words"),
    [
        (lambda path: path.unlink(), AttachmentMissingError, "不见了"),
        (lambda path: path.write_bytes(path.read_bytes()[:-5] + b"abcde"), AttachmentChangedError,
         "不一致"),
    ],
)  # fmt: skip
def test_a_lost_or_changed_attachment_is_named_and_not_sealed(
    desks: Desks, harm: Callable[[Path], object], kind: type[AppError], words: str
) -> None:
    desks.sealed()
    for path in desks.stick.glob("*.lxb"):
        path.unlink()
    harm(_blob_of(desks))

    with pytest.raises(kind) as caught:
        exchange.seal(desks.finance, desks.to_police, desks.stick, files_again=True)

    assert words in _said(caught.value)
    assert "证据.bin" in _said(caught.value)
    assert list(desks.stick.glob("*.lxb")) == []


class _mounted:  # noqa: N801 - read as a word in a with statement
    """A small tmpfs at *folder*; the test is skipped where mounting is not allowed."""

    def __init__(self, folder: Path, options: str) -> None:
        self._folder, self._options = folder, options

    def __enter__(self) -> Path:
        self._folder.mkdir()
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", self._options, "tmpfs", self._folder],
            capture_output=True,
            check=False,
        )
        if done.returncode:
            pytest.skip("mounting a tmpfs is not allowed here")
        return self._folder

    def __exit__(self, *_: object) -> None:
        subprocess.run(["umount", self._folder], check=True)
