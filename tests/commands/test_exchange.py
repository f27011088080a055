"""Bundles, places, alarms and lists of destruction on the command line, on real registers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from app import cli
from app.kernel.clock import SetClock
from app.kernel.errors import DestructionNotApprovedError, SeenBeforeError, UnknownRecordError
from app.kernel.terms import EvidenceKind
from app.services import alarms, cases, disposal, evidence, exchange, members, places, renewal
from app.services.evidence import EvidenceDraft
from app.services.places import PlaceDraft, PlaceKind
from app.services.setup import Register, open_register
from app.sync.statements import Renewal
from tests import synthetic
from tests.services import ended_case
from tests.services.two_desks import two_desks
from tests.synthetic import PASSPHRASE

PHOTO = EvidenceDraft("照片", EvidenceKind.ELECTRONIC, "", "甲某某", None, "", True, 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Finance and police, closed, who know each other, and a stick."""
    (tmp_path / "stick").mkdir()
    with (
        synthetic.make_register(tmp_path / "czj", mechanism=synthetic.MECHANISM) as finance,
        synthetic.make_register(tmp_path / "gaj", synthetic.POLICE) as police,
    ):
        synthetic.introduce(finance, police, tmp_path / "stick")
    return tmp_path


def run(*arguments: str | Path, feed: str = "") -> Result:
    return CliRunner(env={"LIANXI_PASSPHRASE": PASSPHRASE}).invoke(
        cli.app, [str(each) for each in arguments], input=feed
    )


def said(*arguments: str | Path, code: int = 0) -> Any:
    done = run(*arguments, "--json")
    assert done.exit_code == code, done.output
    return json.loads(done.stdout)


def opened(folder: Path, name: str = "czj") -> Register:
    return open_register(folder / name, PASSPHRASE, synthetic.clock())


def case(folder: Path, name: str = "示例案") -> str:
    with opened(folder) as register:
        return cases.register_case(register, synthetic.case_draft(name)).uid


def sealed(folder: Path, *more: str) -> Any:
    return said(
        "seal", "--register", folder / "czj", "--to", "sl-gaj", "--folder", folder / "stick", *more
    )


# -- sealing and taking in -------------------------------------------------------------------


def heavy(folder: Path) -> None:
    """A case with a file that takes two bundles of the least size, for the police."""
    photo = folder / "photo.jpg"
    photo.write_bytes(bytes(6 << 20))
    with opened(folder) as register:
        uid = cases.register_case(register, synthetic.case_draft()).uid
        evidence.add(register, uid, PHOTO, photo)
        exchange.share_case(register, uid, members.find(register, "sl-gaj"))


def test_a_whole_series_is_written_and_a_folder_is_taken_in_at_once(folder: Path) -> None:
    heavy(folder)

    done = sealed(folder, "--limit", "4M")

    assert len(done["series"]) > 1
    assert all(each["attachments"] for each in done["series"])
    assert done["series"][0]["path"] == done["path"]
    assert (done["entries_left"], done["bytes_left"]) == (0, 0)
    taken = said("take-in", "--register", folder / "gaj", folder / "stick")
    assert {each["path"] for each in taken["bundles"]} == {e["path"] for e in done["series"]}
    again = said("take-in", "--register", folder / "gaj", folder / "stick")
    assert (again["bundles"], again["skipped"]) == ([], len(done["series"]))


def test_one_bundle_of_a_series_says_what_is_left(folder: Path) -> None:
    heavy(folder)

    first = sealed(folder, "--limit", "4M", "--one")

    assert len(first["series"]) == 1
    assert first["bytes_left"] > 0
    assert sealed(folder, "--limit", "4M")["series"][0]["attachments"] == 1
    assert sealed(folder, "--files-again")["series"][0]["size"] > 6 << 20


def test_a_bundle_behind_a_gap_says_what_is_missing(folder: Path) -> None:
    with opened(folder) as register:
        peer = members.find(register, "sl-gaj")
        for name in ("示例案一", "示例案二"):
            uid = cases.register_case(register, synthetic.case_draft(name)).uid
            exchange.share_case(register, uid, peer)
        path = exchange.seal(register, peer, folder / "stick", after=1).path

    done = run("take-in", "--register", folder / "gaj", path)

    assert "缺第 1 号：其后 1 项已收存" in done.output
    seen = said("alarms", "--register", folder / "gaj")
    assert [(each["first"], each["last"]) for each in seen["gaps"]] == [(1, 1)]
    assert "还没有收到" in run("alarms", "--register", folder / "gaj").output


def test_one_bad_bundle_does_not_stop_the_others(folder: Path) -> None:
    path = Path(sealed(folder, "--share-case", case(folder))["path"])
    bad = folder / "bad.lxb"
    bad.write_bytes(path.read_bytes()[:100])

    done = said("take-in", "--register", folder / "gaj", bad, path, code=1)

    assert [each["path"] for each in done["bundles"]] == [str(path)]
    assert [each["path"] for each in done["refused"]] == [str(bad)]
    alone = run("take-in", "--register", folder / "gaj", path)
    assert isinstance(alone.exception, SeenBeforeError)


def test_a_dry_run_of_a_folder_takes_nothing_in(folder: Path) -> None:
    sealed(folder, "--share-case", case(folder))

    seen = said("take-in", "--register", folder / "gaj", folder / "stick", "--dry-run")

    assert [len(each["entries"]) for each in seen["bundles"]] == [1]
    with opened(folder, "gaj") as police:
        assert exchange.peers(police)[0].received == 0


@pytest.mark.parametrize("wish", ["0", "much", "-1", "3T"])
def test_a_size_that_is_none_is_refused(folder: Path, wish: str) -> None:
    done = run(
        "seal", "--register", folder / "czj", "--to", "x", "--folder", folder, "--limit", wish
    )
    assert done.exit_code == 2


def test_a_case_is_taken_back(folder: Path) -> None:
    uid = case(folder)
    path = sealed(folder, "--share-case", uid)["path"]
    said("take-in", "--register", folder / "gaj", path)

    done = said("withdraw", uid, "--register", folder / "czj", "--reason", "登记有误")

    assert done["waiting"] == ["示例市公安局"]
    said("take-in", "--register", folder / "gaj", sealed(folder)["path"])
    with opened(folder, "gaj") as police:
        assert cases.show_case(police, uid).withdrawal_reason == "登记有误"


# -- beginning anew ----------------------------------------------------------------------------


def test_nothing_begins_anew_without_a_reason(folder: Path) -> None:
    seen = said("renew", "--register", folder / "czj")
    assert (seen["renewed"], seen["due"], seen["incarnation"]) == (False, False, 1)
    assert run("renew", "--register", folder / "czj", "--yes").exit_code == 2

    done = said("renew", "--register", folder / "czj", "--yes", "--reason", "rotation")

    assert (done["renewed"], done["incarnation"]) == (True, 2)
    assert done["fingerprint"] != seen["fingerprint"]


def test_a_peer_that_has_not_answered_to_new_keys_is_named(folder: Path) -> None:
    sealed(folder, "--share-case", case(folder))
    with opened(folder) as register:
        renewal.renew(register, Renewal.ROTATION)

    seen = said("alarms", "--register", folder / "czj")

    assert (seen["quiet"], seen["unheard"]) == (False, ["示例市公安局"])
    assert "还没有收到示例市公安局的答复" in run("alarms", "--register", folder / "czj").output
    with opened(folder) as register:
        assert alarms.standing(register).quiet


def test_a_quiet_register_says_so(folder: Path) -> None:
    assert run("alarms", "--register", folder / "czj").output.strip() == "没有异常。"


# -- places ------------------------------------------------------------------------------------


def test_a_place_is_listed_written_to_and_collected_from(folder: Path) -> None:
    shared = folder / "shared"
    shared.mkdir()
    for name in ("czj", "gaj"):
        with opened(folder, name) as register:
            places.keep_place(register, PlaceDraft(PlaceKind.SHARED, "共享盘", shared))
    sealed_case = case(folder)
    with opened(folder) as register:
        exchange.share_case(register, sealed_case, members.find(register, "sl-gaj"))

    (row,) = said("places", "list", "--register", folder / "czj")["places"]
    assert (row["name"], row["state"], row["unwritten"]) == ("共享盘", "ready", 1)
    done = said("places", "deliver", "共享盘", "--register", folder / "czj")
    assert [each["recipient"] for each in done["sealed"]] == ["示例市公安局"]
    assert said("places", "deliver", "共享盘", "--register", folder / "czj")["sealed"] == []

    seen = said("places", "collect", "共享盘", "--register", folder / "gaj", "--dry-run")
    assert seen["bundles"] == [done["sealed"][0]["path"]]
    taken = said("places", "collect", "共享盘", "--register", folder / "gaj")
    assert [len(each["entries"]) for each in taken["bundles"]] == [1]
    with opened(folder, "gaj") as police:
        assert cases.show_case(police, sealed_case).foreign


def test_an_unknown_place_is_refused(folder: Path) -> None:
    done = run("places", "collect", "没有的", "--register", folder / "czj")

    assert isinstance(done.exception, UnknownRecordError)


# -- destruction -------------------------------------------------------------------------------


def test_only_an_approved_list_is_carried_out(tmp_path: Path) -> None:
    with two_desks(tmp_path) as desks:
        uid = ended_case.ended(desks, tmp_path)
        wish = ended_case.wish(uid, early_basis="同级档案馆决定提前销毁")
        listed = ended_case.proposed(desks.finance, wish)
    register = ("--register", tmp_path / "czj")

    (row,) = said("disposal", "list", *register)["lists"]
    assert (row["uid"], row["stage"], row["count"]) == (listed, "proposed", 1)
    early = run("disposal", "execute", listed, *register, "--yes")
    assert isinstance(early.exception, DestructionNotApprovedError)
    later = SetClock(ended_case.LATER)
    with open_register(tmp_path / "czj", PASSPHRASE, later) as finance:
        disposal.approve(finance, listed, ended_case.approval(finance, listed))
    assert run("disposal", "execute", listed, *register, feed="n\n").exit_code == 1
    assert said("disposal", "show", listed, *register)["stage"] == "approved"

    done = said("disposal", "execute", listed, *register, "--yes")

    assert done["stage"] == "cleared"
    assert [each["case"] for each in said("disposal", "show", listed, *register)["cases"]] == [uid]
