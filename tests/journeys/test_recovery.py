"""A computer that failed: with a backup or without, an agency gets back what was exchanged."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kernel.errors import RenewalDueError
from app.rules.steps import State
from app.services import (
    backup,
    card_copies,
    continuity,
    exchange,
    letters,
    matters,
    renewal,
    restoring,
    setup,
)
from app.services.setup import RecoveryDraft, Register
from tests import synthetic
from tests.services.two_desks import Desks, two_desks


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def carry(sender: Register, receiver: Register, stick: Path) -> None:
    """Everything the one has for the other, on a stick."""
    receiver_uid = setup.identity(receiver).agency_uid
    exchange.take_in(receiver, exchange.seal(sender, receiver_uid, stick).path)


def test_a_failed_disk_is_replaced_from_the_backup_and_the_members_give_back_the_rest(
    desks: Desks, tmp_path: Path
) -> None:
    kept = backup.make(desks.finance, tmp_path).path
    uid = desks.acknowledged()
    folder = desks.finance.folder
    desks.finance.close()
    shutil.rmtree(folder)

    restoring.restore_into(kept, folder, synthetic.PASSPHRASE, desks.clock)
    with setup.open_register(folder, synthetic.PASSPHRASE, desks.clock) as again:
        with pytest.raises(RenewalDueError):
            exchange.seal(again, desks.to_police, desks.stick)
        renewal.renew(again)
        assert continuity.mark(again) is None
        carry(again, desks.police, desks.stick)
        carry(desks.police, again, desks.stick)

        assert matters.show(again, uid).state is State.ACKNOWLEDGED


@pytest.mark.parametrize("first", ["fingerprints", "new keys"])
def test_without_a_backup_the_agency_is_made_anew_and_collects_what_it_had_sent(
    desks: Desks, tmp_path: Path, first: str
) -> None:
    uid = desks.acknowledged()
    card = card_copies.write_copy(desks.police, desks.to_finance, tmp_path)
    desks.finance.close()
    shutil.rmtree(desks.finance.folder)

    draft = RecoveryDraft(tmp_path / "anew", card, "甲某某", "联络员", synthetic.PASSPHRASE)
    made = setup.recover_from_card(draft, desks.clock, synthetic.CHEAP)
    with made.register as again:
        # Nobody vouches for the new keys: both sides compare in person again.
        if first == "fingerprints":
            synthetic.introduce(again, desks.police, tmp_path)
        renewal.renew(again)
        if first == "new keys":
            synthetic.introduce(again, desks.police, tmp_path)
        carry(again, desks.police, desks.stick)
        carry(desks.police, again, desks.stick)
        # The letter's own bytes are asked for by the first answer and come with the second.
        carry(again, desks.police, desks.stick)
        carry(desks.police, again, desks.stick)

        shown = matters.show(again, uid)
        assert shown.state is State.ACKNOWLEDGED
        assert [letters.file(again, each.uid)[1][:5] for each in shown.letters] == [b"%PDF-"]
