"""What is queued once, and what a program leaves that ends in the middle of sealing."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from app.kernel.terms import new_uid
from app.models import Entry, Outgoing
from app.services import exchange, ledger, matters, setup
from app.services.ledger import BundleState
from app.services.setup import Register
from tests import synthetic
from tests.services.two_desks import START, Desks, two_desks

_KILLED = """
import os, signal, sys
from datetime import datetime
from pathlib import Path

from app.kernel.clock import SetClock
from app.services import exchange, setup
from tests import synthetic

folder, peer, stick, at, when = sys.argv[1:]
clock = SetClock(datetime.fromisoformat(at))
register = setup.open_register(Path(folder), synthetic.PASSPHRASE, clock)

def watch(done, total):
    parts = list(Path(stick).glob("sl-czj-*.part"))
    if when == "sealing" or (parts and parts[0].stat().st_size):
        os.kill(os.getpid(), signal.SIGKILL)

exchange.seal(register, peer, Path(stick), watch)
"""


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def killed(desks: Desks, when: str) -> Register:
    """Finance's register, opened again after its program was killed in the middle of sealing."""
    desks.finance.close()
    words = [str(desks.finance.folder), desks.to_police, str(desks.stick), START.isoformat(), when]
    done = subprocess.run([sys.executable, "-c", _KILLED, *words], check=False, capture_output=True)
    assert done.returncode == -9, done.stderr.decode()
    return setup.open_register(desks.finance.folder, synthetic.PASSPHRASE, desks.clock)


def states(register: Register) -> list[str]:
    with register.read() as session:
        return list(session.scalars(select(Outgoing.state).order_by(Outgoing.id)))


def queued(register: Register) -> list[tuple[int, str, str]]:
    with register.read() as session:
        rows = session.scalars(select(Entry).where(Entry.outgoing).order_by(Entry.seq))
        return [(row.seq, row.type, row.record_uid) for row in rows]


def test_what_one_call_says_twice_is_queued_once_where_it_was_said_first(desks: Desks) -> None:
    one, other = (desks.says("future/1", new_uid(), {"n": n}) for n in (1, 2))

    desks.put(one, other, one)
    desks.put(other)

    assert [(seq, record) for seq, _, record in queued(desks.police)] == [
        (1, one.record),
        (2, other.record),
    ]


def test_another_version_is_another_statement(desks: Desks) -> None:
    said = desks.says("future/1", new_uid(), {})

    desks.put(said, replace(said, version=2))

    assert len(queued(desks.police)) == 2


def test_a_referral_states_each_of_its_files_once(desks: Desks) -> None:
    uid = desks.issued()
    # The step that names the letter's file, and the letter itself.
    named = [record for _, type_, record in queued(desks.finance) if type_ == "attachment/1"]

    assert matters.show(desks.finance, uid).letters
    assert len(named) == len(set(named)) > 0


@pytest.mark.parametrize("when", ["sealing", "writing"])
def test_what_was_promised_by_a_killed_program_failed(desks: Desks, when: str) -> None:
    desks.issued()

    with killed(desks, when) as register:
        assert states(register) == ["failed"]
        assert [row.state for row in ledger.bundles(register)] == [BundleState.FAILED]


def test_all_of_it_goes_with_the_next_bundle_and_the_beginning_is_cleared_away(
    desks: Desks,
) -> None:
    desks.issued()
    foreign = desks.stick / f"sl-gaj-1-sl-czj-000001-000002-{new_uid()[:8]}.lxb.part"
    foreign.write_bytes(b"theirs")

    with killed(desks, "writing") as register:
        assert len(list(desks.stick.glob("*.part"))) == 2
        sealed = exchange.seal(register, desks.to_police, desks.stick)

        assert states(register) == ["failed", "written"]
        assert list(desks.stick.glob("*.part")) == [foreign]
        assert sealed.first == 1
        taken = exchange.take_in(desks.police, sealed.path)
        assert (taken.first, taken.last) == (1, sealed.last)


def test_a_bundle_being_written_now_is_no_leftover(desks: Desks) -> None:
    """Two may be under way in one program; only what failed is cleared away."""
    desks.issued()
    seen: list[Path] = []

    def watch(_done: int, _total: int) -> None:
        if not seen and (parts := list(desks.stick.glob("*.part"))):
            seen.extend(parts)
            exchange.seal(desks.finance, desks.to_police, desks.stick)
            assert parts[0].exists()

    exchange.seal(desks.finance, desks.to_police, desks.stick, watch)

    assert seen
    assert states(desks.finance) == ["written", "written"]
