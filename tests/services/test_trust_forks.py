"""A notice that our incarnation said two things under one number: only its proof counts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from app.kernel.errors import ForkError, RestoredRegisterError
from app.models import BundleSeen
from app.services import cases, continuity, exchange
from app.services.setup import Register
from app.sync.routing import ForkNotice, SignedEnvelope
from tests import synthetic
from tests.services.hostile import altered
from tests.services.two_desks import Desks, copied, put_back, two_desks


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def _share(desks: Desks, sender: Register) -> None:
    peer = desks.to_police if sender is desks.finance else desks.to_finance
    uid = cases.register_case(sender, synthetic.case_draft()).uid
    exchange.share_case(sender, uid, peer)


def _seen(register: Register) -> tuple[SignedEnvelope, ...]:
    with register.read() as session:
        rows = session.scalars(select(BundleSeen).order_by(BundleSeen.id)).all()
        return tuple(SignedEnvelope(row.envelope, row.envelope_signature) for row in rows)


@pytest.mark.parametrize("shown", [False, True], ids=["bare", "with our own envelope"])
def test_a_notice_that_proves_nothing_stops_nobody(desks: Desks, *, shown: bool) -> None:
    _share(desks, desks.finance)
    desks.carry(desks.finance, desks.police)
    _share(desks, desks.police)
    notice = ForkNotice(1, 1, "a" * 64, "b" * 64, _seen(desks.police) if shown else ())

    path = altered(desks.police, desks.to_finance, desks.stick, fork=notice)

    assert exchange.take_in(desks.finance, path).arrived
    assert continuity.mark(desks.finance) is None


@pytest.mark.parametrize("first", [True, False], ids=["who spoke first", "who spoke second"])
def test_each_of_two_copies_is_convinced_by_what_the_other_signed(
    desks: Desks, tmp_path: Path, *, first: bool
) -> None:
    copy = copied(desks.finance, tmp_path / "copy")
    _share(desks, desks.finance)
    desks.carry(desks.finance, desks.police)
    spoke_first = copied(desks.finance, tmp_path / "first")
    put_back(desks.finance, copy)
    _share(desks, desks.finance)
    with pytest.raises(ForkError):
        desks.carry(desks.finance, desks.police)
    if first:
        put_back(desks.finance, spoke_first)

    with pytest.raises(RestoredRegisterError):
        desks.carry(desks.police, desks.finance)
