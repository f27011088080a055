from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel import files
from app.kernel.errors import MediumFullError


def test_a_file_appears_whole(tmp_path: Path) -> None:
    files.write_atomic(tmp_path / "a", b"one")

    assert [path.name for path in tmp_path.iterdir()] == ["a"]
    assert (tmp_path / "a").read_bytes() == b"one"


def test_a_failed_write_leaves_nothing(tmp_path: Path) -> None:
    def write_half() -> None:
        with files.atomic(tmp_path / "a") as file:
            file.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write_half()

    assert list(tmp_path.iterdir()) == []


def test_an_existing_file_is_not_overwritten_unasked(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")

    with pytest.raises(FileExistsError):
        files.write_atomic(tmp_path / "a", b"new")
    files.write_atomic(tmp_path / "a", b"newer", replace=True)

    assert (tmp_path / "a").read_bytes() == b"newer"


def test_too_little_room_is_said_before_writing(tmp_path: Path) -> None:
    with pytest.raises(MediumFullError) as caught:
        files.ask_space(tmp_path, 1 << 60)

    assert caught.value.facts["needed"] == 1 << 60


def test_copy_reports_what_it_copied() -> None:
    target = io.BytesIO()

    size, digest = files.copy(io.BytesIO(b"abc"), target)

    assert (size, target.getvalue()) == (3, b"abc")
    assert digest.startswith("ba7816bf")


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "_.._etc_passwd"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("CON.txt", "_CON.txt"),
        ("nul", "_nul"),
        ("报告. ", "报告"),
        ("a\x00b\n.pdf", "ab.pdf"),
        ("", "附件"),
        ("???", "附件"),
        ("e\u0301.txt", "é.txt"),
        ("长" * 255 + ".pdf", "长" * 65 + ".pdf"),
    ],
)
def test_a_foreign_name_becomes_harmless(name: str, shown: str) -> None:
    assert files.clean_name(name) == shown


@given(st.text())
def test_a_cleaned_name_stays_cleaned_and_is_never_a_path(name: str) -> None:
    shown = files.clean_name(name)

    assert files.clean_name(shown) == shown
    assert Path(shown).name == shown
    assert len(shown.encode()) <= 203
