"""``lianxi roster …`` on real registers: a lead and a member, without a window."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from app import cli
from app.kernel.errors import NotLeadError, RosterUnsignedError
from tests import synthetic
from tests.services import rosters


@pytest.fixture
def city(tmp_path: Path) -> Path:
    rosters.build(tmp_path / "city")
    return tmp_path / "city"


def _run(*arguments: str | Path) -> Result:
    return CliRunner(env={"LIANXI_PASSPHRASE": synthetic.PASSPHRASE}).invoke(
        cli.app, ["roster", *map(str, arguments)]
    )


def _said(*arguments: str | Path) -> dict[str, Any]:
    done = _run(*arguments, "--json")
    assert done.exit_code == 0, done.output
    found: dict[str, Any] = json.loads(done.output)
    return found


def _started(city: Path) -> dict[str, Any]:
    return _said(
        "init",
        "--register",
        city / "czj",
        "--expires",
        "2099-09-15",
        "--root-expires",
        "2099-09-15",
        "--deputy",
    )


def test_a_roster_is_started_exported_shown_and_accepted(city: Path) -> None:
    made = _started(city)
    assert made["version"] == 1
    assert len(made["deputy_secret"].split("-")) == 9
    path = _said("export", "--register", city / "czj", "--folder", city / "stick")["path"]

    seen = _said("show", path, "--register", city / "gaj")
    assert [each["kind"] for each in seen["changes"]] == ["joined"] * 3
    assert _said("show", "--register", city / "gaj")["rosters"][0]["version"] == 0

    _said("import", path, "--register", city / "gaj")
    (held,) = _said("show", "--register", city / "gaj")["rosters"]
    assert (held["version"], held["expiry"], held["lead"]) == (1, "valid", "示例市财政局")
    assert "名册第 1 版" in _run("show", "--register", city / "gaj").output


def test_a_member_that_issues_is_refused(city: Path) -> None:
    _started(city)

    done = _run("next", "--register", city / "gaj", "--expires", "2099-09-15")

    assert isinstance(done.exception, NotLeadError)


def test_a_key_is_revoked_and_a_member_leaves(city: Path) -> None:
    _started(city)
    common = ("--register", city / "czj", "--expires", "2099-09-15")

    assert _said("revoke", *common, "--agency", "sl-gaj", "--reason", "失窃")["version"] == 2
    assert _said("next", *common, "--leaving", "sl-sjj")["version"] == 3


def test_a_root_goes_round_and_comes_back(city: Path) -> None:
    _started(city)
    lead, police, stick = city / "czj", city / "gaj", city / "stick"
    first = _said("export", "--register", lead, "--folder", stick)["path"]
    _said("import", first, "--register", police)
    wish = ("--holder", "sl-gaj", "--expires", "2099-09-15")
    assert _said("propose", "--register", lead, *wish)["missing"] == 1
    path = _said("export", "--register", lead, "--folder", stick, "--root")["path"]

    early = _run("sign", path, "--register", police, "--merge")
    assert isinstance(early.exception, RosterUnsignedError)
    assert _said("sign", path, "--register", police)["ours"]
    signed = _said("sign", path, "--register", police, "--folder", stick)["path"]
    assert _said("sign", signed, "--register", lead, "--merge")["missing"] == 0
    (held,) = _said("show", "--register", lead)["rosters"]
    assert (held["root_version"], held["threshold"]) == (2, 2)
