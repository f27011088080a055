"""The recipes of docs/verify.md, run as they stand, with the tools any auditor can install."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Final

import pytest

from app.kernel import canon
from app.sync import card, roster_form, signature, signers
from app.sync.roster_form import RosterFile
from app.wording.evidence import RECIPE
from tests.sync import city, rosters
from tests.sync.city import Agency, bundle_draft, item
from tests.sync.test_evidence import FINANCE, POLICE, inside, made, put
from tests.sync.tools import need, run

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "verify.md"
PHOTO: Final = b"\xff\xd8 photo" * 30_000

stock = need("unzip", "ssh-keygen", "sha256sum", "age", "tar", "sed", "grep", "cut")


def blocks() -> dict[str, str]:
    """The commands of the page by the name in their first line."""
    text = PAGE.read_text(encoding="utf-8")
    found = re.findall(r"^```sh\n# ([a-z ]+)\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    return dict(found)


def fails(folder: Path, script: str) -> str:
    """What *script* complains of; it must not end well."""
    answer = subprocess.run(
        ["sh", "-eu", "-c", script], cwd=folder, capture_output=True, text=True, check=False
    )
    assert answer.returncode != 0, answer.stdout
    return answer.stdout + answer.stderr


def line(agency: Agency) -> str:
    return signers.line(agency.handle, signature.public_of(agency.seed))


def test_every_command_of_the_page_is_run_here() -> None:
    assert set(blocks()) == {
        "fingerprints",
        "bundle",
        "bundle opened",
        "card",
        "roster",
        "evidence",
    }
    assert PAGE.read_text(encoding="utf-8").count("```sh\n") == len(blocks())


def test_the_page_and_the_readme_of_evidence_have_the_same_recipe() -> None:
    assert blocks()["evidence"].rstrip("\n") == RECIPE


# -- a bundle ------------------------------------------------------------------------------


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    draft = bundle_draft(FINANCE, POLICE, made(FINANCE, {"a": 1}, {"b": 2}), items=(item(PHOTO),))
    data, _ = city.sealed(FINANCE, draft, POLICE.to, tmp_path, PHOTO)
    (tmp_path / "x.lxb").write_bytes(data)
    (tmp_path / "gaj.id").write_text(POLICE.identity + "\n")
    (tmp_path / "allowed_signers").write_text(f"# 说明\n{line(FINANCE)}")
    return tmp_path


@stock
def test_a_bundle_is_checked_and_opened(bundle: Path) -> None:
    told = run(bundle, blocks()["bundle"] + blocks()["bundle opened"])

    assert told.count("Good ") == 2
    assert (bundle / "att" / item(PHOTO).sha256).read_bytes() == PHOTO


@stock
def test_a_changed_ciphertext_fails(bundle: Path) -> None:
    data = bytearray((bundle / "x.lxb").read_bytes())
    at = data.find(b"age-encryption.org")
    data[at] ^= 1
    (bundle / "x.lxb").write_bytes(bytes(data))

    fails(bundle, blocks()["bundle"])


@stock
@pytest.mark.parametrize("line_of", [POLICE, replace(FINANCE, seed=POLICE.seed)])
def test_a_bundle_of_another_key_fails(bundle: Path, line_of: Agency) -> None:
    (bundle / "allowed_signers").write_text(line(line_of))

    fails(bundle, blocks()["bundle"])


@stock
def test_the_fingerprints_of_a_list_are_told(bundle: Path) -> None:
    told = run(bundle, blocks()["fingerprints"])

    assert signature.fingerprint(signature.public_of(FINANCE.seed)) in told


# -- a card --------------------------------------------------------------------------------


@stock
@pytest.mark.parametrize("vouchers", [(), (POLICE.seed,)])
def test_a_card_is_checked(bundle: Path, vouchers: tuple[bytes, ...]) -> None:
    (bundle / "x.lxcard").write_bytes(card.write(FINANCE.card, FINANCE.seed, vouchers))

    assert run(bundle, blocks()["card"]).count("Good ") == 1


@stock
def test_a_changed_card_fails(bundle: Path) -> None:
    data = city.write_card(FINANCE).replace("示例路1号".encode(), "示例路2号".encode())
    (bundle / "x.lxcard").write_bytes(data)

    fails(bundle, blocks()["card"])


# -- a roster ------------------------------------------------------------------------------


@pytest.fixture
def roster(tmp_path: Path) -> Path:
    """A roster under the second root, which two agencies signed."""
    lead, other = rosters.Body("甲"), rosters.Body("乙")
    first = rosters.first_root(lead, rosters.mechanism(lead))
    second = rosters.next_root(first, (lead, other), 2, (lead, other))
    signed = rosters.roster(second, (lead.member, other.member), lead)
    file = roster_form.write(RosterFile((first, second), signed))
    (tmp_path / "x.lxroster").write_bytes(file)
    lines = [signers.root_line(each.facts.handle, each.root_key) for each in (lead, other)]
    (tmp_path / "allowed_signers").write_text("".join(lines))
    return tmp_path


@stock
def test_a_roster_is_checked(roster: Path) -> None:
    told = run(roster, blocks()["roster"])

    assert told.count(f'Good "{signature.ROOT}"') == 2
    assert told.count(f'Good "{signature.ROSTER}"') == 1
    assert told.rstrip().endswith('"threshold":2')


@stock
@pytest.mark.parametrize("part", ["root", "roster"])
def test_a_changed_roster_fails(roster: Path, part: str) -> None:
    path = roster / "x.lxroster"
    plain = canon.loads(path.read_bytes())
    plain[part]["expires"] = "2099-01-01"
    path.write_bytes(canon.dumps(plain))

    fails(roster, blocks()["roster"])


@stock
def test_a_root_key_of_nobody_fails(roster: Path) -> None:
    path = roster / "allowed_signers"
    path.write_text(path.read_text().splitlines()[0] + "\n")

    fails(roster, blocks()["roster"])


# -- a folder of evidence --------------------------------------------------------------------


def evidence_folder(scratch: Path, name: str = "it", **lists: str) -> Path:
    found = inside(scratch) | {key: text.encode() for key, text in lists.items()}
    return put(scratch / name, found)


@pytest.fixture
def evidence(tmp_path: Path) -> Path:
    return evidence_folder(tmp_path, allowed_signers=line(FINANCE) + line(POLICE))


@stock
def test_a_folder_of_evidence_is_checked(evidence: Path) -> None:
    told = run(evidence, blocks()["evidence"])

    assert told.count("Good ") == 5
    assert told.endswith("全部相符\n")


@stock
def test_what_a_revoked_key_signed_is_told_apart(tmp_path: Path) -> None:
    folder = evidence_folder(tmp_path, allowed_signers=line(FINANCE), revoked_signers=line(POLICE))

    told = run(folder, blocks()["evidence"])

    assert told.count("的密钥已作废") == 2
    assert told.endswith("全部相符\n")


@stock
def test_a_key_in_neither_list_fails(tmp_path: Path) -> None:
    fails(evidence_folder(tmp_path, allowed_signers=line(FINANCE)), blocks()["evidence"])


def _spoil(folder: Path, pattern: str, change: Callable[[bytes], bytes]) -> None:
    """Change a file and write the list of hashes anew, signed by the exporter."""
    path = next(folder.glob(pattern))
    path.write_bytes(change(path.read_bytes()))
    found = {
        each.relative_to(folder).as_posix(): each.read_bytes()
        for each in folder.rglob("*")
        if each.is_file() and not each.name.startswith("SHA256SUMS")
    }
    shutil.rmtree(folder)
    put(folder, found)


@stock
@pytest.mark.parametrize(
    ("pattern", "old", "new"),
    [
        ("bundles/*/entries/000001.body.json", b'"blind":"', b'"blind":"0'),
        ("bundles/*/entries/000002.head.json", b'"version":1', b'"version":2'),
        ("bundles/*/content.json", b'"path":"', b'"path":"x'),
        ("bundles/*/envelope.json", b'"suite":"', b'"suite":"x'),
        ("attachments/*", b"%PDF", b"%pdf"),
    ],
)
def test_an_exporter_that_signs_a_changed_folder_anew_fails(
    evidence: Path, pattern: str, old: bytes, new: bytes
) -> None:
    _spoil(evidence, pattern, lambda data: data.replace(old, new))

    fails(evidence, blocks()["evidence"])


@stock
def test_a_changed_file_fails_by_the_list_alone(evidence: Path) -> None:
    (evidence / "README.txt").write_text("别的说明")

    assert "README.txt" in fails(evidence, blocks()["evidence"])
