from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app import cli
from app.documents.kinds.letters import LetterKind
from app.kernel.errors import AppError, DamagedRegisterError
from app.kernel.terms import AgencyLevel, AgencyRole
from app.services import cases, exchange, letters, members
from app.services.letters import IssueDraft
from app.sync import signature
from tests import synthetic


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A bundle from finance to police; the registers stay, closed."""
    stick = tmp_path / "stick"
    stick.mkdir()
    with (
        synthetic.make_register(tmp_path / "czj") as finance,
        synthetic.make_register(tmp_path / "gaj", synthetic.POLICE) as police,
    ):
        synthetic.introduce(finance, police, stick)
        uid = cases.register_case(finance, synthetic.case_draft()).uid
        peer = members.find(finance, "sl-gaj")
        exchange.share_case(finance, uid, peer)
        path = exchange.seal(finance, peer, stick).path
        key = next(row for row in members.rows(police) if not row.is_self)
        assert key.verified_at
    return path


def _run(*arguments: str | Path) -> Result:
    return CliRunner(env={"LIANXI_PASSPHRASE": synthetic.PASSPHRASE}).invoke(
        cli.app, [str(each) for each in arguments]
    )


def test_an_intact_bundle_of_an_unknown_signer_ends_in_three(bundle: Path) -> None:
    done = _run("verify", bundle)

    assert done.exit_code == 3
    assert "完好，签名者未核对" in done.output


def test_a_verified_member_is_named(bundle: Path, tmp_path: Path) -> None:
    done = _run("verify", bundle, "--register", tmp_path / "gaj", "--json")

    assert done.exit_code == 0
    assert json.loads(done.output)["signer"] == "示例市财政局"


def test_an_allowed_signers_file_names_the_signer(bundle: Path, tmp_path: Path) -> None:
    card = members.read_card(next(bundle.parent.glob("sl-czj-*.lxcard")))
    signers = tmp_path / "allowed_signers"
    signers.write_text(signature.allowed_signer("sl-czj@lianxi", card.sign) + "\n", "utf-8")

    done = _run("verify", bundle, "--signers", signers)

    assert done.exit_code == 0
    assert "sl-czj@lianxi" in done.output


def test_signers_are_written_for_ssh_keygen_and_verify_takes_them(
    bundle: Path, tmp_path: Path
) -> None:
    signers = tmp_path / "allowed_signers"

    done = _run("signers", signers, "--register", tmp_path / "gaj", "--json")

    assert json.loads(done.output) == {"path": str(signers), "usable": 2, "remarks": 0}
    assert _run("verify", bundle, "--signers", signers).exit_code == 0
    assert "示例市财政局，第 1 代" in signers.read_text("utf-8")


def test_a_card_is_verified_and_a_key_of_another_is_refused(bundle: Path, tmp_path: Path) -> None:
    card = next(bundle.parent.glob("sl-czj-*.lxcard"))
    signers = tmp_path / "allowed_signers"
    signers.write_text(f"sl-gaj@lianxi {members.read_card(card).sign}\n")

    unknown, other = _run("verify", card), _run("verify", bundle, "--signers", signers)

    assert (unknown.exit_code, other.exit_code) == (3, 1)
    assert "卡的指纹" in unknown.output
    assert "不予采信" in other.output
    assert "与文件自称的单位不符" in other.output


def test_bad_lines_of_a_list_are_named(bundle: Path, tmp_path: Path) -> None:
    signers = tmp_path / "allowed_signers"
    signers.write_text("# x\n\nczj@lianxi cert-authority ssh-ed25519 AAAA\n")

    done = _run("verify", bundle, "--signers", signers)

    assert isinstance(done.exception, AppError)
    assert (done.exception.code, done.exception.facts["lines"]) == ("E-XCH-45", (3,))


def test_a_file_that_is_nothing_of_ours_is_refused(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_bytes(b"%PDF")

    for path in (tmp_path / "x.pdf", tmp_path):
        done = _run("verify", path)
        assert isinstance(done.exception, AppError)
        assert done.exception.code == "E-XCH-47"


@pytest.mark.parametrize("cut", [0, 1, 100, -1])
def test_a_cut_off_bundle_is_refused_without_a_traceback(bundle: Path, cut: int) -> None:
    bundle.write_bytes(bundle.read_bytes()[:cut])

    done = subprocess.run(
        [sys.executable, "-m", "app.cli", "verify", bundle, "--json"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert json.loads(done.stderr)["error"]["code"].startswith("E-XCH-0")


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = _run("verify", tmp_path / "没有.lxb")

    assert isinstance(done.exception, AppError)
    assert done.exception.code == "E-MED-03"


def test_a_register_open_elsewhere_is_refused(tmp_path: Path) -> None:
    with synthetic.make_register(tmp_path / "czj"):
        done = subprocess.run(
            [sys.executable, "-m", "app.cli", "card", "--register", tmp_path / "czj"],
            capture_output=True,
            text=True,
            env={"LIANXI_PASSPHRASE": synthetic.PASSPHRASE, "PATH": ""},
            check=False,
        )

    assert done.returncode == 1
    assert "正在被另一个程序使用" in done.stderr
    assert "E-REG-05" in done.stderr


def test_a_letter_is_listed_drafted_and_saved(tmp_path: Path) -> None:
    folder = tmp_path / "czj"
    with synthetic.make_register(folder) as finance:
        police = members.add_paper_member(
            finance,
            members.PaperMember(
                "示例市公安局", "市公安局", AgencyRole.POLICE, AgencyLevel.CITY, "", "", ""
            ),
        ).uid
        case = cases.register_case(finance, synthetic.case_draft()).uid
        matter = synthetic.approved_matter(finance, police, case, synthetic.NOON)
        wish = IssueDraft("示财采移", "己某某", synthetic.NOON.date())
        letters.issue(finance, matter, LetterKind.REFERRAL, wish)

    listed = _run("letter", "--register", folder)
    issued = _run("letter", "--register", folder, "--matter", matter, "--out", tmp_path / "a.pdf")
    drafted = _run(
        "letter", "--register", folder, "--matter", matter, "--kind", "approval",
        "--out", tmp_path / "b.pdf",
    )  # fmt: skip

    assert "示财采移〔2026〕1号" in listed.output
    assert (issued.exit_code, drafted.exit_code) == (0, 0)
    assert (tmp_path / "a.pdf").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "b.pdf").read_bytes().startswith(b"%PDF-")


def test_the_doctor_finds_a_whole_program_and_register(tmp_path: Path) -> None:
    synthetic.make_register(tmp_path / "czj").close()

    done = _run("doctor", "--register", tmp_path / "czj")

    assert done.exit_code == 0
    assert "异常" not in done.output
    assert "审计日志：ok" in done.output


def test_the_doctor_says_no_of_a_damaged_register(tmp_path: Path) -> None:
    folder = tmp_path / "czj"
    with synthetic.make_register(folder) as register:
        for number in range(30):
            cases.register_case(register, synthetic.case_draft(f"第{number}案"))
    path = folder / "register.db"
    data = bytearray(path.read_bytes())
    data[len(data) * 9 // 10] ^= 0xFF
    path.write_bytes(data)

    done = _run("doctor", "--register", folder)

    assert done.exit_code == 1
    assert "异常  数据库" in done.output or isinstance(done.exception, DamagedRegisterError)
