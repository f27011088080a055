from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.kernel import age
from app.kernel.errors import (
    BadSignatureError,
    BundleFormError,
    NotForUsError,
    OldIncarnationError,
    PurposeMismatchError,
    UnknownSenderError,
    UnverifiedSenderError,
)
from app.kernel.terms import Purpose
from app.sync import card as cards
from app.sync import opening, signature, trust
from app.sync.card import Card
from app.sync.opening import Inspected
from tests.sync.city import Agency, bundle_draft, sealed, three_entries

FINANCE, POLICE, AUDIT = Agency("czj"), Agency("gaj"), Agency("sjj")
AGAIN = replace(FINANCE, incarnation=2, seed=signature.new_seed(), identity=age.new_identity())
"""The same agency after it began anew."""


def arrived(folder: Path, by: Agency = FINANCE, **other: Any) -> Inspected:
    draft = bundle_draft(by, POLICE, three_entries(by), **other)
    data, _ = sealed(by, draft, POLICE.to, folder)
    return opening.inspect(io.BytesIO(data), Path("x.lxb"))


def with_card(folder: Path, card: bytes, by: Agency = AGAIN) -> Inspected:
    return arrived(folder, by, card=card)


def vouched_by(*formers: Agency) -> bytes:
    return cards.write(AGAIN.card, AGAIN.seed, [former.seed for former in formers])


# -- who may be opened ------------------------------------------------------------------------


def test_a_bundle_of_a_verified_sender_is_accepted(tmp_path: Path) -> None:
    assert trust.accept(arrived(tmp_path), POLICE.ourselves, FINANCE.known) == FINANCE.known


def test_a_bundle_for_another_agency_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NotForUsError) as caught:
        trust.accept(arrived(tmp_path), AUDIT.ourselves, FINANCE.known)
    assert (caught.value.recipient, caught.value.path) == ("gaj", Path("x.lxb"))


def test_an_exercise_bundle_is_refused_by_a_real_register(tmp_path: Path) -> None:
    ourselves = replace(POLICE.ourselves, purpose=Purpose.REAL)

    with pytest.raises(PurposeMismatchError) as caught:
        trust.accept(arrived(tmp_path), ourselves, FINANCE.known)
    assert (caught.value.ours, caught.value.theirs) == (Purpose.REAL, Purpose.EXERCISE)


def test_what_is_not_for_us_is_said_before_who_sent_it(tmp_path: Path) -> None:
    with pytest.raises(NotForUsError):
        trust.accept(arrived(tmp_path), AUDIT.ourselves, None)


def test_a_sender_without_a_card_is_unknown_and_its_key_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnknownSenderError) as caught:
        trust.accept(arrived(tmp_path), POLICE.ourselves, None)
    assert (caught.value.claimed, caught.value.fingerprint) == ("czj", FINANCE.key)


def test_the_card_of_another_agency_vouches_for_nothing(tmp_path: Path) -> None:
    with pytest.raises(UnknownSenderError):
        trust.vouched(arrived(tmp_path), AUDIT.known)


def test_a_card_nobody_compared_does_not_suffice(tmp_path: Path) -> None:
    with pytest.raises(UnverifiedSenderError) as caught:
        trust.vouched(arrived(tmp_path), replace(FINANCE.known, verified=False))
    assert caught.value.sender == FINANCE.known.name


def test_a_bundle_signed_by_another_key_than_the_cards_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSignatureError) as caught:
        trust.vouched(arrived(tmp_path), replace(FINANCE.known, sign=AUDIT.known.sign))
    assert (caught.value.part, caught.value.claimed) == ("signer", FINANCE.known.name)


def test_a_bundle_of_an_earlier_incarnation_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OldIncarnationError) as caught:
        trust.vouched(arrived(tmp_path), AGAIN.known)
    assert (caught.value.found, caught.value.known) == (1, 2)


def test_a_bundle_of_a_later_incarnation_waits_for_its_card(tmp_path: Path) -> None:
    found = arrived(tmp_path, AGAIN)

    with pytest.raises(UnknownSenderError):
        trust.vouched(found, FINANCE.known)
    assert trust.vouched(found, AGAIN.known) == AGAIN.known


# -- a new incarnation ------------------------------------------------------------------------


def found_card(card: Card | None) -> tuple[int, str] | None:
    return None if card is None else (card.incarnation, card.sign)


def test_a_card_vouched_for_by_a_former_key_is_the_successor(tmp_path: Path) -> None:
    found = with_card(tmp_path, vouched_by(FINANCE))

    assert found_card(trust.successor(found, [FINANCE.public])) == (2, AGAIN.public)


def test_one_of_several_former_keys_suffices(tmp_path: Path) -> None:
    # Who lost the keys between has only the oldest left, and a peer may know only the newest.
    found = with_card(tmp_path, vouched_by(FINANCE, AUDIT))

    for known in ([FINANCE.public], [POLICE.public, AUDIT.public]):
        assert found_card(trust.successor(found, known)) == (2, AGAIN.public)


@pytest.mark.parametrize("vouchers", [(), (AUDIT,)], ids=["nobody", "a stranger"])
def test_a_card_no_known_key_vouches_for_is_no_successor(
    tmp_path: Path, vouchers: Sequence[Agency]
) -> None:
    assert trust.successor(with_card(tmp_path, vouched_by(*vouchers)), [FINANCE.public]) is None


def test_a_revoked_key_vouches_for_nobody(tmp_path: Path) -> None:
    """The caller leaves revoked keys out, and then none is left."""
    found = with_card(tmp_path, vouched_by(FINANCE))

    assert trust.successor(found, []) is None
    assert trust.successor(found, [AUDIT.public]) is None


def test_a_bundle_without_a_card_brings_no_successor(tmp_path: Path) -> None:
    assert trust.successor(arrived(tmp_path, AGAIN), [FINANCE.public, AGAIN.public]) is None


def _inspected_with(folder: Path, card: bytes) -> Inspected:
    """A bundle of the new incarnation, and another card beside it than its envelope may name."""
    found = with_card(folder, vouched_by(FINANCE))
    return replace(
        found, envelope=replace(found.envelope, routing=replace(found.routing, card=card))
    )


def test_a_card_whose_key_did_not_sign_the_bundle_is_no_successor(tmp_path: Path) -> None:
    # Somebody with a stolen old card of the next incarnation could otherwise speak for it.
    twin = replace(AGAIN, seed=signature.new_seed())
    card = cards.write(twin.card, twin.seed, [FINANCE.seed])

    assert trust.successor(_inspected_with(tmp_path, card), [FINANCE.public]) is None


def test_a_card_of_another_incarnation_than_the_bundle_is_no_successor(tmp_path: Path) -> None:
    third = replace(AGAIN, incarnation=3)
    card = cards.write(third.card, third.seed, [FINANCE.seed])

    assert trust.successor(_inspected_with(tmp_path, card), [FINANCE.public]) is None


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(replace(AGAIN, uid=AUDIT.uid), id="another agency"),
        pytest.param(replace(AGAIN, seed=AUDIT.seed), id="a key that did not sign"),
        pytest.param(replace(AGAIN, incarnation=3), id="another incarnation"),
        pytest.param(replace(AGAIN, purpose=Purpose.REAL), id="another purpose"),
    ],
)
def test_a_card_that_is_not_the_sender_s_is_not_carried_at_all(
    tmp_path: Path, other: Agency
) -> None:
    card = cards.write(other.card, other.seed, [FINANCE.seed])

    with pytest.raises(BundleFormError):
        with_card(tmp_path, card)
