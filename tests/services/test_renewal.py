"""A register that fell behind begins anew, and gets back what its peers hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select

from app.kernel.errors import (
    ForkError,
    NotSharedError,
    OldIncarnationError,
    QuarantinedError,
    RenewalDueError,
    RestoredRegisterError,
    SeenBeforeError,
    TwinKeyError,
    WithdrawnError,
)
from app.models import AgencyKey, Case, DocumentNumber, Letter
from app.rules.steps import State, StepKind
from app.services import (
    alarms,
    cases,
    continuity,
    exchange,
    house,
    matters,
    renewal,
)
from app.services.setup import Register
from tests import synthetic
from tests.services.two_desks import START, Desks, copied, put_back, two_desks


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[Desks]:
    with two_desks(tmp_path) as made:
        yield made


def _case(register: Register, name: str = "某采购活动违法线索") -> str:
    return cases.register_case(register, replace(synthetic.case_draft(), name=name)).uid


def _shared(desks: Desks, name: str = "某采购活动违法线索") -> str:
    uid = _case(desks.finance, name)
    exchange.share_case(desks.finance, uid, desks.to_police)
    return uid


def _told(desks: Desks) -> None:
    """Both have heard all of each other."""
    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)


def _names(register: Register) -> set[str]:
    with register.read() as session:
        return set(session.scalars(select(Case.name)))


def _renewed(desks: Desks) -> None:
    """Finance begins anew, and the police answer."""
    renewal.renew(desks.finance)
    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)


def test_a_folder_put_back_by_hand_is_told_of_it_and_gets_everything_back(
    desks: Desks, tmp_path: Path
) -> None:
    copy = copied(desks.finance, tmp_path / "copy")
    _shared(desks, "备份之后的案件")
    _told(desks)
    put_back(desks.finance, copy)
    exchange.share_case(desks.police, _case(desks.police, "公安的案件"), desks.to_finance)

    with pytest.raises(RestoredRegisterError):
        desks.carry(desks.police, desks.finance)
    assert _names(desks.finance) == set()
    mark = continuity.mark(desks.finance)
    assert mark is not None
    assert mark.reason is continuity.Reason.TOLD
    with pytest.raises(RenewalDueError):
        exchange.seal(desks.finance, desks.to_police, desks.stick)
    _renewed(desks)

    assert _names(desks.finance) == {"备份之后的案件", "公安的案件"}
    assert alarms.standing(desks.finance).quiet
    assert alarms.standing(desks.police).quiet


def test_a_referral_lost_by_a_restoration_comes_back_with_its_number(
    desks: Desks, tmp_path: Path
) -> None:
    copy = copied(desks.finance, tmp_path / "copy")
    uid = desks.acknowledged()
    before = matters.show(desks.finance, uid)
    put_back(desks.finance, copy)
    renewal.renew(desks.finance)

    desks.carry(desks.finance, desks.police)
    taken = desks.carry(desks.police, desks.finance)

    assert taken.refused == ()
    after = matters.show(desks.finance, uid)
    assert after.state is before.state is State.ACKNOWLEDGED
    shared = [step.kind for step in before.steps if not step.internal]
    assert [step.kind for step in after.steps] == shared
    with desks.finance.read() as session:
        assert session.scalars(select(Letter.number)).all() == ["示财采移〔2026〕1号"]
        assert session.scalars(select(DocumentNumber.text)).all() == ["示财采移〔2026〕1号"]


def test_an_edit_after_the_restoration_and_one_before_it_are_both_kept(
    desks: Desks, tmp_path: Path
) -> None:
    uid = _shared(desks, "第一版")
    _told(desks)
    copy = copied(desks.finance, tmp_path / "copy")
    lost = replace(synthetic.case_draft(), name="失去的第二版")
    cases.revise_case(desks.finance, uid, lost)
    exchange.share_case(desks.finance, uid, desks.to_police)
    _told(desks)
    put_back(desks.finance, copy)
    cases.revise_case(desks.finance, uid, replace(lost, name="另一个第二版"))
    renewal.renew(desks.finance)

    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)
    desks.carry(desks.finance, desks.police)

    assert _names(desks.finance) == _names(desks.police) == {"另一个第二版"}
    (conflict,) = alarms.standing(desks.finance).conflicts
    assert (conflict.title, conflict.ours, conflict.version) == ("失去的第二版", True, 2)
    alarms.settle_conflict(desks.finance, conflict.key, "已比较，保留后一版")
    assert alarms.standing(desks.finance).quiet


def test_two_copies_that_both_write_are_found_out_and_heal(desks: Desks, tmp_path: Path) -> None:
    copy = copied(desks.finance, tmp_path / "copy")
    _shared(desks, "甲机写的")
    _told(desks)
    put_back(desks.finance, copy)
    _shared(desks, "乙机写的")

    with pytest.raises(ForkError) as caught:
        desks.carry(desks.finance, desks.police)
    (fork,) = alarms.standing(desks.police).forks
    assert (fork.seq, fork.held, fork.found) == (
        1, caught.value.facts["held"], caught.value.facts["found"],
    )  # fmt: skip
    assert _names(desks.police) == {"甲机写的"}
    _shared(desks, "乙机再写的")
    with pytest.raises(QuarantinedError):
        desks.carry(desks.finance, desks.police)
    with pytest.raises(RestoredRegisterError):
        desks.carry(desks.police, desks.finance)
    _renewed(desks)

    assert _names(desks.finance) == _names(desks.police) == {"甲机写的", "乙机写的", "乙机再写的"}
    assert alarms.standing(desks.police).quiet


def test_the_same_old_copy_put_back_twice_takes_a_third_incarnation(
    desks: Desks, tmp_path: Path
) -> None:
    copy = copied(desks.finance, tmp_path / "copy")
    _shared(desks)
    _told(desks)
    put_back(desks.finance, copy)
    _renewed(desks)
    put_back(desks.finance, copy)
    renewal.renew(desks.finance)

    with pytest.raises(TwinKeyError):
        desks.carry(desks.finance, desks.police)
    exchange.share_case(desks.police, _case(desks.police), desks.to_finance)
    with pytest.raises(RestoredRegisterError):
        desks.carry(desks.police, desks.finance)
    _renewed(desks)

    assert exchange.peers(desks.police)[0].received > 0
    assert len(_names(desks.finance)) == 1
    assert alarms.standing(desks.finance).quiet


def test_what_an_earlier_incarnation_wrote_is_refused_and_comes_again(desks: Desks) -> None:
    _shared(desks)
    old = exchange.seal(desks.finance, desks.to_police, desks.stick).path
    renewal.renew(desks.finance)
    desks.carry(desks.finance, desks.police)

    with pytest.raises(OldIncarnationError):
        exchange.take_in(desks.police, old)
    assert len(_names(desks.police)) == 1


def test_a_repeated_bundle_is_acknowledged_again(desks: Desks) -> None:
    _shared(desks)
    path = exchange.seal(desks.finance, desks.to_police, desks.stick).path
    exchange.take_in(desks.police, path)
    exchange.seal(desks.police, desks.to_finance, desks.stick).path.unlink()
    assert not exchange.peers(desks.police)[0].ack_due

    with pytest.raises(SeenBeforeError):
        exchange.take_in(desks.police, path)

    desks.carry(desks.police, desks.finance)
    assert exchange.peers(desks.finance)[0].leaving == ()


def test_what_was_taken_back_stays_taken_back(desks: Desks, tmp_path: Path) -> None:
    uid = _shared(desks)
    _told(desks)
    copy = copied(desks.finance, tmp_path / "copy")
    exchange.withdraw_case(desks.finance, uid, "送错单位")
    with pytest.raises(WithdrawnError):
        exchange.share_case(desks.finance, uid, desks.to_police)
    _told(desks)
    put_back(desks.finance, copy)
    _renewed(desks)

    for register in (desks.finance, desks.police):
        with register.read() as session:
            assert session.scalar(select(Case.withdrawal_reason)) == "送错单位"
    with pytest.raises(NotSharedError):
        exchange.withdraw_case(desks.finance, _case(desks.finance), "没有送过")


def test_a_rotation_is_believed_because_the_old_key_vouches(desks: Desks) -> None:
    uid = desks.acknowledged()
    renewal.renew(desks.police)
    when = START + timedelta(hours=5)
    desks.clock.set(when)
    filed = synthetic.step(StepKind.NOTE, when, text="更换密钥之后")
    matters.record_step(desks.police, uid, filed)

    taken = desks.carry(desks.police, desks.finance)

    assert taken.successor
    assert taken.given_back == 0
    assert matters.show(desks.finance, uid).steps[-1].fields == {"text": "更换密钥之后"}


@pytest.mark.parametrize("keys_kept", [True, False])
def test_a_member_on_paper_while_we_began_anew_is_told_when_it_returns(
    desks: Desks, tmp_path: Path, keys_kept: bool
) -> None:
    """As a roster lists it without the program for a while, or its card is thrown away."""
    _shared(desks, "以前的案件")
    _told(desks)
    with desks.finance.write() as session:
        police = house.agency(session, desks.to_police)
        police.runs_program = False
        if not keys_kept:
            for row in session.scalars(select(AgencyKey).where(AgencyKey.agency_id == police.id)):
                session.delete(row)
    renewal.renew(desks.finance)
    assert renewal.unheard(desks.finance) == ()
    if keys_kept:
        with desks.finance.write() as session:
            house.agency(session, desks.to_police).runs_program = True
    else:
        synthetic.introduce(desks.police, desks.finance, tmp_path)

    _shared(desks, "以后的案件")
    _told(desks)

    assert _names(desks.police) == {"以前的案件", "以后的案件"}
    assert alarms.standing(desks.police).quiet
    assert alarms.standing(desks.finance).quiet
