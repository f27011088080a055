"""The recipe of docs/roster-format.md: a roster checked without this program."""

from __future__ import annotations

import re
from pathlib import Path

from app.sync import roster_form, signature
from tests.sync import rosters
from tests.sync.tools import need, run

_PAGE = Path(__file__).resolve().parents[2] / "docs" / "roster-format.md"


@need("ssh-keygen", "sha256sum", "python3")
def test_a_roster_is_checked_by_stock_tools_alone(tmp_path: Path) -> None:
    town = rosters.town()
    (tmp_path / "czj-3.lxroster").write_bytes(roster_form.write(town.file))
    line = signature.allowed_signer("czj@lianxi", town.lead.root_key)
    (tmp_path / "allowed_signers").write_text(line)
    (recipe,) = re.findall(r"```sh\n(.*?)```", _PAGE.read_text(encoding="utf-8"), re.DOTALL)

    told = run(tmp_path, recipe)

    assert "Good" in told
    assert town.first.sha256 in told


@need("ssh-keygen")
def test_a_root_signature_is_an_ordinary_one(tmp_path: Path) -> None:
    town = rosters.town()
    (tmp_path / "root.json").write_bytes(town.root.data)
    (tmp_path / "root.json.sig").write_text(town.root.signatures[0].sig)
    line = signature.allowed_signer("czj@lianxi", town.lead.root_key)
    (tmp_path / "allowed_signers").write_text(line)

    told = run(
        tmp_path,
        "ssh-keygen -Y verify -f allowed_signers -I czj@lianxi -n lianxi-root@v1"
        " -s root.json.sig < root.json",
    )

    assert "Good" in told
