"""Cards that lie: what is kept of them, and that nothing verified gives way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.kernel import age
from app.kernel.errors import CardError, FingerprintMismatchError, MissingFieldsError
from app.kernel.terms import AgencyRole
from app.services import cases, exchange, members
from app.services.setup import Register
from app.sync import card as cards
from app.sync import signature
from app.sync.card import Card
from tests import synthetic


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Register, Register, Path]]:
    stick = tmp_path / "stick"
    stick.mkdir()
    with (
        synthetic.make_register(tmp_path / "czj", mechanism=synthetic.MECHANISM) as finance,
        synthetic.make_register(tmp_path / "gaj", synthetic.POLICE) as police,
    ):
        synthetic.introduce(finance, police, stick)
        yield finance, police, stick


def _forged(stick: Path, police: Register, **changes: object) -> Path:
    """A card with the identity of the police and a key of somebody else."""
    genuine = cards.read(members.own_card(police)[1])
    seed, identity = signature.new_seed(), age.new_identity()
    card: Card = replace(
        genuine,
        sign=signature.public_of(seed),
        recipient=age.recipient_of(identity),
        agency=replace(genuine.agency, name="冒名单位", role=AgencyRole.OTHER),
        **changes,  # type: ignore[arg-type]
    )
    path = stick / "forged.lxcard"
    path.write_bytes(cards.write(card, seed))
    return path


def _police_row(finance: Register) -> members.MemberRow:
    return next(row for row in members.rows(finance) if not row.is_self)


def test_a_forged_card_renames_nobody_and_bundles_still_come_in(
    pair: tuple[Register, Register, Path],
) -> None:
    finance, police, stick = pair
    members.keep_card(finance, _forged(stick, police, incarnation=999))

    row = _police_row(finance)
    assert (row.name, row.role) == ("示例市公安局", AgencyRole.POLICE)
    case = cases.register_case(police, synthetic.case_draft()).uid
    exchange.share_case(police, case, members.find(police, "sl-czj"))
    sealed = exchange.seal(police, members.find(police, "sl-czj"), stick)
    assert len(exchange.take_in(finance, sealed.path).arrived) == 1

    members.discard_card(finance, row.uid)
    assert _police_row(finance).verified_at is not None
    with pytest.raises(CardError):
        members.discard_card(finance, row.uid)


def test_another_key_of_the_same_incarnation_is_refused(
    pair: tuple[Register, Register, Path],
) -> None:
    finance, police, stick = pair
    before = members.rows(finance)

    with pytest.raises(CardError):
        members.keep_card(finance, _forged(stick, police))

    assert members.rows(finance) == before


def test_a_genuine_card_replaces_an_unverified_forgery(tmp_path: Path) -> None:
    with (
        synthetic.make_register(tmp_path / "czj") as finance,
        synthetic.make_register(tmp_path / "gaj", synthetic.POLICE) as police,
    ):
        members.keep_card(finance, _forged(tmp_path, police, incarnation=999))
        uid = members.keep_card(finance, members.write_card(police, tmp_path)).uid
        shown = members.rows(police)[0].fingerprint
        members.verify_card(finance, uid, dict(enumerate(shown, 1)), "演练")

        assert _police_row(finance).name == "示例市公安局"


def test_too_few_groups_or_no_occasion_verify_nothing(tmp_path: Path) -> None:
    with (
        synthetic.make_register(tmp_path / "czj") as finance,
        synthetic.make_register(tmp_path / "gaj", synthetic.POLICE) as police,
    ):
        uid = members.keep_card(finance, members.write_card(police, tmp_path)).uid
        shown = dict(enumerate(members.rows(police)[0].fingerprint, 1))

        with pytest.raises(MissingFieldsError):
            members.verify_card(finance, uid, {1: shown[1], 2: shown[2]}, "演练")
        with pytest.raises(MissingFieldsError):
            members.verify_card(finance, uid, shown, " ")
        with pytest.raises(FingerprintMismatchError):
            members.verify_card(finance, uid, {**shown, 3: "xxxx"}, "演练")

        assert _police_row(finance).verified_at is None


def test_a_party_of_a_case_belongs_to_that_case_alone(
    pair: tuple[Register, Register, Path],
) -> None:
    finance, police, stick = pair
    draft = synthetic.case_draft()
    uid = cases.register_case(finance, draft).uid
    exchange.share_case(finance, uid, members.find(finance, "sl-gaj"))
    exchange.take_in(police, exchange.seal(finance, members.find(finance, "sl-gaj"), stick).path)

    renamed = replace(draft.parties[0], name="被改名公司")
    hostile = cases.register_case(police, replace(draft, parties=(renamed,))).uid
    own = cases.open_own_case(police, uid).uid
    cases.revise_case(police, own, replace(draft, parties=(replace(renamed, name="又改名"),)))
    exchange.share_case(police, hostile, members.find(police, "sl-czj"))
    exchange.take_in(finance, exchange.seal(police, members.find(police, "sl-czj"), stick).path)

    assert cases.show_case(finance, uid).facts.parties == draft.parties
    assert cases.show_case(police, uid).facts.parties == draft.parties
