"""The recipe of docs/bundle-format.md, with the tools any auditor can install."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from app.sync import card, signature
from tests.sync.city import Agency, bundle_draft, item, sealed, three_entries
from tests.sync.tools import need, run

FINANCE, POLICE = Agency("czj"), Agency("gaj")
PHOTO = b"\xff\xd8 photo" * 30_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    draft = bundle_draft(FINANCE, POLICE, three_entries(FINANCE), items=(item(PHOTO),))
    data, _ = sealed(FINANCE, draft, POLICE.to, tmp_path, PHOTO)
    (tmp_path / "x.lxb").write_bytes(data)
    line = signature.allowed_signer("czj@lianxi", signature.public_of(FINANCE.seed))
    (tmp_path / "allowed_signers").write_text(line)
    (tmp_path / "gaj.id").write_text(POLICE.identity + "\n")
    return tmp_path


@need("unzip", "ssh-keygen", "sha256sum", "age", "tar")
def test_a_bundle_is_checked_and_opened_by_stock_tools_alone(folder: Path) -> None:
    told = run(
        folder,
        """
        unzip -q x.lxb
        ssh-keygen -Y verify -f allowed_signers -I czj@lianxi -n lianxi-envelope@v1 \\
            -s envelope.json.sig < envelope.json
        grep -q "$(sha256sum < payload.age | cut -c1-64)" envelope.json
        age -d -i gaj.id -o payload.tar payload.age
        tar xf payload.tar
        ssh-keygen -Y verify -f allowed_signers -I czj@lianxi -n lianxi-content@v1 \\
            -s content.json.sig < content.json
        for file in records.jsonl att/*; do
            grep -q "$(sha256sum < "$file" | cut -c1-64)" content.json
        done
        ls att
        """,
    )

    assert told.count("Good ") == 2
    assert told.split()[-1] == item(PHOTO).sha256
    assert (folder / "att" / item(PHOTO).sha256).read_bytes() == PHOTO


@need("unzip")
def test_unzip_finds_nothing_to_complain_about(folder: Path) -> None:
    assert "No errors detected" in run(folder, "unzip -t x.lxb")


def test_the_zip_of_the_standard_library_reads_the_same_members(folder: Path) -> None:
    with zipfile.ZipFile(folder / "x.lxb") as found:
        assert found.testzip() is None
        assert found.namelist() == ["envelope.json", "envelope.json.sig", "payload.age"]
        assert {each.compress_type for each in found.infolist()} == {zipfile.ZIP_STORED}


@need("ssh-keygen", "sed")
@pytest.mark.parametrize("vouchers", [(), (POLICE.seed,)], ids=["alone", "vouched"])
def test_a_card_is_checked_by_stock_tools_alone(folder: Path, vouchers: tuple[bytes, ...]) -> None:
    made = card.write(FINANCE.card, FINANCE.seed, vouchers)
    (folder / "czj-1.lxcard").write_bytes(made)

    told = run(
        folder,
        r"""
        sed -e 's/^{"card"://' -e 's/,"sig":"[^"]*"\(,"vouchers":.*\)\{0,1\}}$//' czj-1.lxcard \
            | tr -d '\n' > card.json
        printf '%b' "$(sed -e 's/^{"card":{.*},"sig":"\([^"]*\)".*/\1/' czj-1.lxcard)" \
            > card.json.sig
        ssh-keygen -Y verify -f allowed_signers -I czj@lianxi -n lianxi-card@v1 \
            -s card.json.sig < card.json
        """,
    )

    assert "Good " in told
