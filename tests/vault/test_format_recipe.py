"""``docs/register-format.md`` is enough: its program opens a register, as it stands on the page."""

from __future__ import annotations

import hashlib
import io
import re
import subprocess
import sys
from pathlib import Path
from typing import Final

import pytest

from app.kernel import age
from app.kernel.clock import SetClock
from app.models import Attachment
from app.vault import attempts, database, journal, lock, slots
from app.vault.register import Register
from tests.vault.parts import OTHER_PASSPHRASE, PASSPHRASE, add_case, refused

PAGE: Final = (Path(__file__).resolve().parents[2] / "docs" / "register-format.md").read_text(
    encoding="utf-8"
)
FILE: Final = "随案移送的原件".encode()


def _recipe() -> str:
    (block,) = re.findall(r"```python\n(.*?)```", PAGE, re.DOTALL)
    return str(block)


def _run(folder: Path, secret: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        # As the page says: nothing of this program is on its path.
        [sys.executable, "-I", "-X", "utf8", "-W", "error", "-c", _recipe(), str(folder)],
        cwd=folder,
        input=f"{secret}\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _told(folder: Path, secret: str = PASSPHRASE) -> dict[str, str]:
    """What the program printed, by the word before the colon."""
    done = _run(folder, secret)
    assert done.returncode == 0, done.stderr
    return dict(line.split(": ", 1) for line in done.stdout.splitlines())


@pytest.fixture
def filled(made: tuple[Register, str], clock: SetClock) -> tuple[Path, str, str]:
    """A closed register with a case, an attachment and three lines of journal.

    Its folder, its recovery key and the journal's last hash.
    """
    register, recovery_key = made
    sha256, size = register.attachments.add(io.BytesIO(FILE))
    with register.write() as session:
        add_case(session, clock, "示例科技有限公司涉嫌串通投标案")
        session.add(
            Attachment(
                sha256=sha256,
                size=size,
                name="原件.txt",
                added_at=clock.now(),
                owner_uid="",
                destroyed_at=None,
            )
        )
        for note in ("甲", "乙 e\u0301", "丙"):
            journal.append(session, clock, "甲某某", "case.registered", "uid", name=note, fen=1)
        head = journal.head(session)
    register.close()
    return register.folder, recovery_key, head


def test_the_program_on_the_page_needs_nothing_but_two_packages() -> None:
    imported = re.findall(r"^(?:import (.+)|from (\w+)\S* import .+)$", _recipe(), re.MULTILINE)
    roots = {name for plain, origin in imported for name in [*plain.split(", "), origin] if name}

    assert roots - sys.stdlib_module_names == {"cryptography", "sqlcipher3"}


def test_it_reads_cases_and_checks_the_journal(filled: tuple[Path, str, str]) -> None:
    folder, _, head = filled

    told = _told(folder)

    assert told["case"].endswith("示例科技有限公司涉嫌串通投标案")
    assert told["journal ends with"] == head


def test_the_recovery_key_opens_the_same(filled: tuple[Path, str, str]) -> None:
    folder, recovery_key, _ = filled

    assert _told(folder, recovery_key.lower()) == _told(folder)


def test_it_names_an_attachment_and_the_identity_that_opens_it(
    filled: tuple[Path, str, str],
) -> None:
    told = _told(filled[0])

    blob, sha256, name = told["attachment"].split(" ")
    plain = age.decrypt_bytes((filled[0] / blob).read_bytes(), [told["identity"]])
    assert (plain, name) == (FILE, "原件.txt")
    assert hashlib.sha256(plain).hexdigest() == sha256


def test_another_passphrase_opens_nothing(filled: tuple[Path, str, str]) -> None:
    done = _run(filled[0], OTHER_PASSPHRASE)

    assert done.returncode == 1
    assert done.stdout == ""
    assert "opens no slot" in done.stderr


def test_it_sees_a_slot_that_was_taken_away(filled: tuple[Path, str, str]) -> None:
    path = filled[0] / slots.FILE
    header = slots.read_file(path)
    fewer = slots.Header(
        header.vault, header.epoch, header.purpose, header.slots[:1], mac=header.mac
    )
    path.write_bytes(slots.encode(fewer))

    done = _run(filled[0], PASSPHRASE)

    assert "slots were added or removed" in done.stderr


def test_every_table_has_its_paragraph(filled: tuple[Path, str, str]) -> None:
    tables = set(_told(filled[0])["tables"].split(" "))
    parts = {name for name in tables if name.startswith("case_words_")}
    paragraphs = {
        name
        for line in PAGE.splitlines()
        if line.startswith("**`")
        for name in re.findall(r"\*\*`(\w+)`\*\*", line)
    }

    assert parts
    assert paragraphs == tables - parts


def test_every_file_of_a_register_is_named_on_the_page(
    filled: tuple[Path, str, str], clock: SetClock
) -> None:
    folder = filled[0]
    refused(folder, clock, OTHER_PASSPHRASE)
    attempted = _names(folder)
    with Register.open(folder, PASSPHRASE, clock=clock):
        names = attempted | _names(folder)

    assert {attempts.FILE, lock.HOLDER, f"{database.FILE}-wal"} <= names
    assert {name for name in names if f"`{name}" not in PAGE} == set()


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}
