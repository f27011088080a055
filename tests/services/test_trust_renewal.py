"""What a believed member may and may not make a register do by speaking of its incarnations."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.kernel.errors import BundleFormError
from app.services import cases, continuity, exchange, house, renewal
from app.services.continuity import Mark, Reason
from app.sync import form, stream
from app.sync.envelope import Ack
from app.vault import restored
from tests import synthetic
from tests.services.hostile import altered
from tests.services.two_desks import Desks, two_desks


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def _case(desks: Desks) -> None:
    """Finance tells the police of a case."""
    uid = cases.register_case(desks.finance, synthetic.case_draft()).uid
    exchange.share_case(desks.finance, uid, desks.to_police)


def _incarnation(desks: Desks) -> int:
    with desks.finance.read() as session:
        return house.own_key(session).incarnation


@pytest.mark.parametrize("named", [1 + stream.FURTHEST + 1, form.MAX_NUMBER])
def test_an_incarnation_of_ours_that_cannot_be_is_refused_and_marks_nothing(
    desks: Desks, named: int
) -> None:
    ack = Ack(named, "SHA256:" + "A" * 43, 0, None)
    _case(desks)
    desks.carry(desks.finance, desks.police)
    path = altered(desks.police, desks.to_finance, desks.stick, ack=ack)

    with pytest.raises(BundleFormError):
        exchange.take_in(desks.finance, path)

    assert continuity.mark(desks.finance) is None


def test_a_mark_that_says_too_much_leaves_room_for_the_next_incarnation(desks: Desks) -> None:
    now = desks.clock.now()
    with desks.finance.write() as session:
        restored.mark(session, Mark(Reason.TOLD, "", now, now, None, form.MAX_NUMBER))

    renewal.renew(desks.finance)
    _case(desks)

    assert _incarnation(desks) == 1 + stream.FURTHEST + 1
    assert desks.carry(desks.finance, desks.police).arrived
