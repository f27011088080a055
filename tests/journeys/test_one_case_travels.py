"""One case, one bundle, taken in: the smallest whole act between two agencies."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.kernel import canon, plain
from app.kernel.errors import (
    BundleError,
    NotForUsError,
    NothingToSendError,
    ReadOnlyRecordError,
    SeenBeforeError,
)
from app.kernel.terms import EvidenceKind
from app.services import case_list, cases, evidence, exchange, members, setup
from app.services.evidence import EvidenceDraft
from tests import synthetic


def _with_file(path: Path) -> EvidenceDraft:
    path.write_bytes("投标文件机器码比对".encode() * 5000)
    return EvidenceDraft(
        name="投标文件机器码比对记录",
        kind=EvidenceKind.ELECTRONIC,
        source="示例市公共资源交易中心",
        collectors="甲某某、戊某某",
        collected_on=None,
        place="示例市",
        original=False,
        pages=0,
    )


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def test_a_case_arrives_whole_read_only_and_acknowledged(tmp_path: Path, stick: Path) -> None:
    file = tmp_path / "比对.bin"
    with (
        synthetic.make_register(tmp_path / "czj", mechanism=synthetic.MECHANISM) as finance,
        synthetic.make_register(tmp_path / "gaj", synthetic.POLICE) as police,
    ):
        synthetic.introduce(finance, police, stick)
        uid = cases.register_case(finance, synthetic.case_draft()).uid
        evidence.add(finance, uid, _with_file(file), file)
        to_police = members.find(finance, "sl-gaj")
        exchange.share_case(finance, uid, to_police)

        written = exchange.seal(finance, to_police, stick)
        shown = exchange.preview(police, written.path)
        nothing_yet = case_list.case_ids(police)
        taken = exchange.take_in(police, written.path)

        assert nothing_yet == ()
        assert [each.type for each in shown.arriving] == ["attachment/1", "case-extract/1"]
        assert shown.arriving == taken.arrived
        sent, got = cases.show_case(finance, uid), cases.show_case(police, uid)
        assert got.facts == sent.facts
        assert (got.foreign, got.owner) == (True, "示例市财政局")
        copy = evidence.save_copy(police, got.facts.evidence[0].sha256, tmp_path / "copy")
        assert copy.read_bytes() == file.read_bytes()
        with pytest.raises(ReadOnlyRecordError):
            cases.revise_case(police, uid, synthetic.case_draft("改名"))

        back = exchange.seal(police, members.find(police, "sl-czj"), stick)
        exchange.take_in(finance, back.path)

        assert exchange.peers(finance)[0].acknowledged == 2
        with pytest.raises(NothingToSendError):
            exchange.seal(finance, to_police, stick)


def test_the_same_bundle_twice_is_one_case(tmp_path: Path, stick: Path) -> None:
    with (
        synthetic.make_register(tmp_path / "czj") as finance,
        synthetic.make_register(tmp_path / "gaj", synthetic.POLICE) as police,
    ):
        synthetic.introduce(finance, police, stick)
        uid = cases.register_case(finance, synthetic.case_draft()).uid
        peer = members.find(finance, "sl-gaj")
        exchange.share_case(finance, uid, peer)
        first = exchange.seal(finance, peer, stick)
        again = exchange.seal(finance, peer, stick)

        exchange.take_in(police, first.path)
        with pytest.raises(SeenBeforeError):
            exchange.take_in(police, first.path)
        repeated = exchange.take_in(police, again.path)

        assert repeated.arrived == ()
        assert case_list.count_cases(police) == 1
        with pytest.raises(NotForUsError):
            exchange.take_in(finance, first.path)


def test_a_case_opened_from_an_extract_is_our_own(tmp_path: Path, stick: Path) -> None:
    with (
        synthetic.make_register(tmp_path / "czj") as finance,
        synthetic.make_register(tmp_path / "gaj", synthetic.POLICE) as police,
    ):
        synthetic.introduce(finance, police, stick)
        uid = cases.register_case(finance, synthetic.case_draft()).uid
        peer = members.find(finance, "sl-gaj")
        exchange.share_case(finance, uid, peer)
        exchange.take_in(police, exchange.seal(finance, peer, stick).path)

        own = cases.open_own_case(police, uid).uid
        cases.revise_case(police, own, synthetic.case_draft("本局侦办案件"))

        assert cases.show_case(police, uid).facts.name == "示例科技有限公司涉嫌串通投标案"
        assert cases.show_case(police, uid).own_case == own
        assert cases.show_case(police, own).opened_from == uid


def test_a_truncated_copy_changes_nothing(tmp_path: Path, stick: Path) -> None:
    with (
        synthetic.make_register(tmp_path / "czj") as finance,
        synthetic.make_register(tmp_path / "gaj", synthetic.POLICE) as police,
    ):
        synthetic.introduce(finance, police, stick)
        uid = cases.register_case(finance, synthetic.case_draft()).uid
        peer = members.find(finance, "sl-gaj")
        exchange.share_case(finance, uid, peer)
        written = exchange.seal(finance, peer, stick)
        whole = written.path.read_bytes()
        written.path.write_bytes(whole[: len(whole) // 2])

        with pytest.raises(BundleError):
            exchange.take_in(police, written.path)
        written.path.write_bytes(whole)
        exchange.take_in(police, written.path)

        assert case_list.count_cases(police) == 1


def _lianxi(*arguments: str | Path, fails: bool = False) -> dict[str, object]:
    done = subprocess.run(
        [sys.executable, "-m", "app.cli", *map(str, arguments), "--json"],
        capture_output=True,
        text=True,
        env={**os.environ, "LIANXI_PASSPHRASE": synthetic.PASSPHRASE},
        check=False,
    )
    assert done.returncode == (1 if fails else 0), done.stderr
    said = done.stderr if fails else done.stdout
    assert "Traceback" not in done.stderr
    found = json.loads(said.strip().splitlines()[-1])
    assert isinstance(found, dict)
    return found


def _init(folder: Path, handle: str, role: str, name: str) -> str:
    made = _lianxi(
        "init", "--register", folder, "--name", name, "--short-name", name, "--handle", handle,
        "--role", role, "--liaison", "甲某某", "--exercise",
    )  # fmt: skip
    return str(made["fingerprint"])


def test_the_command_line_carries_a_case_and_refuses_in_words(tmp_path: Path, stick: Path) -> None:
    # Only one of the two pays for a key slot of the program's own cost.
    czj, gaj = tmp_path / "czj", tmp_path / "gaj"
    shown = _init(czj, "sl-czj", "finance", "示例市财政局")
    with synthetic.make_register(gaj, synthetic.POLICE) as police:
        theirs = members.write_card(police, stick)
        fingerprint = setup.identity(police).fingerprint
    _keep(czj, theirs, fingerprint)
    ours = _lianxi("card", "--register", czj, "--write", stick)
    _keep(gaj, Path(str(ours["path"])), shown)
    source = tmp_path / "case.json"
    source.write_bytes(canon.dumps(plain.to_plain(synthetic.case_draft())))

    entered = _lianxi("case", "--register", czj, source)
    sealed = _lianxi(
        "seal", "--register", czj, "--to", "sl-gaj", "--folder", stick,
        "--share-case", str(entered["case"]),
    )  # fmt: skip
    taken = _lianxi("take-in", "--register", gaj, str(sealed["path"]))
    refused = _lianxi("take-in", "--register", gaj, str(sealed["path"]), fails=True)

    assert taken["sender"] == "示例市财政局"
    error = refused["error"]
    assert isinstance(error, dict)
    assert error["code"] == "E-XCH-07"


def _keep(register: Path, card: Path, fingerprint: str) -> None:
    _lianxi(
        "card", "--register", register, "--keep", card,
        "--fingerprint", fingerprint, "--how", "演练",
    )  # fmt: skip
