"""``lianxi backup …`` as an administrator or a script calls it."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app import cli
from app.kernel.errors import BackupSecretError, RegisterExistsError
from app.kernel.terms import EvidenceKind
from app.services import cases, evidence
from app.services.evidence import EvidenceDraft
from tests import synthetic
from tests.synthetic import PASSPHRASE

PHOTO = EvidenceDraft("照片", EvidenceKind.ELECTRONIC, "", "甲某某", None, "", True, 0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A closed register with one case."""
    with synthetic.make_register(tmp_path / "czj") as register:
        cases.register_case(register, synthetic.case_draft())
    return tmp_path / "czj"


def run(*arguments: str | Path, secret: str = PASSPHRASE) -> Result:
    return CliRunner(env={"LIANXI_PASSPHRASE": secret}).invoke(
        cli.app, [str(each) for each in ("backup", *arguments)]
    )


def made(folder: Path, to: Path) -> Path:
    done = run("make", "--register", folder, "--to", to, "--json")
    assert done.exit_code == 0, done.output
    return Path(json.loads(done.output)["path"])


def test_a_backup_is_made_tried_and_restored(folder: Path, tmp_path: Path) -> None:
    path = made(folder, tmp_path)

    tried = run("test", path, "--register", folder)
    restored = run("restore", path, "--register", tmp_path / "new", "--json")

    assert tried.exit_code == 0
    assert "试恢复成功" in tried.output
    assert "案件：1" in tried.output
    assert restored.exit_code == 0
    assert json.loads(restored.output)["cases"] == 1


def test_a_restored_register_is_warned_of_at_every_command(folder: Path, tmp_path: Path) -> None:
    path = made(folder, tmp_path)
    run("restore", path, "--register", tmp_path / "new")

    again = run("make", "--register", tmp_path / "new", "--to", tmp_path, "--json")

    assert "的备份恢复的" in again.stderr
    assert json.loads(again.stdout)["cases"] == 1


def test_a_register_is_replaced_only_on_demand(folder: Path, tmp_path: Path) -> None:
    path = made(folder, tmp_path)

    refused = run("restore", path, "--register", folder)
    done = run("restore", path, "--register", folder, "--replace", "--json")

    assert isinstance(refused.exception, RegisterExistsError)
    aside = Path(json.loads(done.output)["aside"])
    assert (aside / "register.db").exists()


def test_another_secret_is_refused(folder: Path, tmp_path: Path) -> None:
    path = made(folder, tmp_path)

    done = run("test", path, secret="另一句同样够长但是不对的口令")

    assert isinstance(done.exception, BackupSecretError)


def test_a_trial_that_finds_damage_ends_in_one(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"jpg")
    with synthetic.make_register(tmp_path / "gaj", synthetic.POLICE) as register:
        case = cases.register_case(register, synthetic.case_draft()).uid
        evidence.add(register, case, PHOTO, tmp_path / "photo.jpg")
    shutil.rmtree(tmp_path / "gaj" / "blobs")
    path = made(tmp_path / "gaj", tmp_path)

    done = run("test", path, "--json")

    assert done.exit_code == 1
    assert json.loads(done.output)["missing"] == ["photo.jpg"]
