"""``lianxi find-paper`` on a real register, by code and by scan."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from app import cli
from app.documents.kinds.letters import LetterKind
from app.kernel.errors import CheckCodeMalformedError
from app.kernel.terms import AgencyLevel, AgencyRole
from app.services import cases, letters, matters, members
from app.services.letters import IssueDraft
from app.services.members import PaperMember
from tests import synthetic
from tests.synthetic import NOON


@dataclass
class Office:
    folder: Path
    code: str
    letter: Path


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A register that issued a referral, closed again; nobody writes in it."""
    tmp_path = tmp_path_factory.mktemp("office")
    with synthetic.make_register(tmp_path / "czj") as register:
        member = PaperMember(
            "示例市公安局", "公安局", AgencyRole.POLICE, AgencyLevel.CITY, "", "", ""
        )
        police = members.add_paper_member(register, member).uid
        case = cases.register_case(register, synthetic.case_draft()).uid
        uid = synthetic.approved_matter(register, police, case, NOON)
        wish = IssueDraft(code="示财案移", signer="己某某", dated_on=NOON.date())
        letters.issue(register, uid, LetterKind.REFERRAL, wish)
        row = matters.show(register, uid).letters[0]
        path = tmp_path / "移送书.pdf"
        path.write_bytes(letters.file(register, row.uid)[1])
        return Office(tmp_path / "czj", row.check_code, path)


def _run(office: Office, *arguments: str) -> Result:
    return CliRunner(env={"LIANXI_PASSPHRASE": synthetic.PASSPHRASE}).invoke(
        cli.app, ["find-paper", *arguments, "--register", str(office.folder)]
    )


def test_a_code_tells_the_letter_and_what_may_be_recorded(office: Office) -> None:
    done = _run(office, office.code.lower())

    assert done.exit_code == 0, done.output
    assert "涉嫌犯罪案件移送书 示财案移〔2026〕1号" in done.output
    assert "示例市财政局 → 示例市公安局，已出具，待送达" in done.output
    assert "还没有登记签收" in done.output


def test_a_file_is_read_and_compared_whole(office: Office) -> None:
    done = _run(office, str(office.letter), "--json")

    assert done.exit_code == 0, done.output
    (paper,) = json.loads(done.output)["papers"]
    assert (paper["check_code"], paper["whole"], paper["receipt"]) == (office.code, True, "signed")


def test_what_is_no_code_is_refused(office: Office) -> None:
    done = _run(office, "示财案移")

    assert isinstance(done.exception, CheckCodeMalformedError)
