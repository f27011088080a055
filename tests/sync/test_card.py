from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from app.kernel import age, canon
from app.kernel.errors import CardError, FingerprintMismatchError, NewerBundleError
from app.kernel.terms import new_uid
from app.sync import card, signature
from app.sync.card import MechanismFacts
from tests.sync.city import Agency

FINANCE = Agency("czj")


def signed(plain: dict[str, Any], seed: bytes) -> bytes:
    """A card file with whatever *plain* says, properly signed."""
    made = signature.sign(canon.dumps(plain), signature.CARD, seed)
    return canon.dumps({"card": plain, "sig": made.decode()})


def plain_of(agency: Agency) -> dict[str, Any]:
    found = json.loads(card.write(agency.card, agency.seed))["card"]
    assert isinstance(found, dict)
    return found


def test_a_card_comes_back_as_it_was_written() -> None:
    led = replace(
        FINANCE.card,
        mechanism=MechanismFacts(new_uid(), "联合监督机制", FINANCE.uid, "日财采〔2024〕13号"),
    )

    assert card.read(card.write(led, FINANCE.seed)) == led
    assert card.read(card.write(FINANCE.card, FINANCE.seed)) == FINANCE.card


def test_every_changed_byte_of_a_card_is_refused() -> None:
    data = card.write(FINANCE.card, FINANCE.seed)
    for place in range(len(data)):
        changed = bytearray(data)
        changed[place] ^= 1 << place % 8
        # One bit may also name a later version of the format.
        with pytest.raises((CardError, NewerBundleError)):
            card.read(bytes(changed))


def test_every_cut_of_a_card_is_refused() -> None:
    data = card.write(FINANCE.card, FINANCE.seed)
    for length in range(len(data)):
        with pytest.raises(CardError):
            card.read(data[:length])


def test_a_card_beyond_the_limit_is_refused() -> None:
    data = signed(plain_of(FINANCE) | {"more": "x" * card.MAX_CARD}, FINANCE.seed)

    with pytest.raises(CardError):
        card.read(data)


def test_a_card_is_named_by_handle_and_incarnation() -> None:
    assert card.file_name(FINANCE.card) == "czj-1.lxcard"


def test_a_card_signed_by_another_key_is_refused() -> None:
    with pytest.raises(CardError):
        card.read(signed(plain_of(FINANCE), signature.new_seed()))


def test_a_card_is_not_written_with_another_key() -> None:
    with pytest.raises(CardError):
        card.write(FINANCE.card, signature.new_seed())


def test_a_signature_made_for_an_envelope_is_none_for_a_card() -> None:
    plain = plain_of(FINANCE)
    made = signature.sign(canon.dumps(plain), signature.ENVELOPE, FINANCE.seed)

    with pytest.raises(CardError):
        card.read(canon.dumps({"card": plain, "sig": made.decode()}))


def test_a_key_written_twice_is_refused() -> None:
    data = card.write(FINANCE.card, FINANCE.seed)
    doubled = data.replace(b'"incarnation":1', b'"incarnation":1,"incarnation":2')

    with pytest.raises(CardError):
        card.read(doubled)


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.pop("agency"),
        lambda plain: plain.update(agency=[]),
        lambda plain: plain.update(incarnation=0),
        lambda plain: plain.update(incarnation=True),
        lambda plain: plain.update(purpose="play"),
        lambda plain: plain.update(recipient="age1qqqq"),
        lambda plain: plain.update(sign="ssh-rsa AAAA"),
        lambda plain: plain.update(issued="2026-03-02"),
        lambda plain: plain.update(type="lianxi-bundle/1"),
        lambda plain: plain["agency"].update(uid="1"),
        lambda plain: plain["agency"].update(handle="../x"),
        lambda plain: plain["agency"].update(role="king"),
        lambda plain: plain["agency"].update(name="长" * 1001),
        lambda plain: plain["agency"].pop("phone"),
    ],
)
def test_a_well_signed_card_with_a_wrong_field_is_refused(
    change: Callable[[dict[str, Any]], object],
) -> None:
    plain = plain_of(FINANCE)
    change(plain)

    with pytest.raises(CardError):
        card.read(signed(plain, FINANCE.seed))


@pytest.mark.parametrize("later", [{"type": "lianxi-card/2"}, {"suite": "lianxi-gm-1"}])
def test_a_card_of_a_later_version_says_so(later: dict[str, str]) -> None:
    with pytest.raises(NewerBundleError):
        card.read(signed(plain_of(FINANCE) | later, FINANCE.seed))


def test_a_field_a_later_program_added_is_passed_over() -> None:
    plain = plain_of(FINANCE) | {"website": "example"}

    assert card.read(signed(plain, FINANCE.seed)) == FINANCE.card


def test_the_fingerprint_of_known_keys_is_known() -> None:
    # Computed from the definition in docs/bundle-format.md with sha256sum, apart from this code.
    fixed = Agency(
        "czj",
        uid="6f1c7b3e-0d3a-4c43-9a51-2f7f3f0c1a01",
        seed=bytes(range(32)),
        identity=age.identity_of(bytes(range(32))),
        root=bytes(range(32)),
    )

    assert " ".join(fixed.card.fingerprint) == "0053 6671 2398 2657 4492 3670 7829 0681 0878 4312"


@pytest.mark.parametrize(
    "other",
    [
        replace(FINANCE, uid=new_uid()),
        replace(FINANCE, incarnation=2),
        replace(FINANCE, seed=signature.new_seed()),
        replace(FINANCE, identity=age.new_identity()),
    ],
)
def test_identity_incarnation_and_both_keys_each_change_the_fingerprint(other: Agency) -> None:
    assert other.card.fingerprint != FINANCE.card.fingerprint


def test_a_new_telephone_number_leaves_the_fingerprint_alone() -> None:
    agency = replace(FINANCE.card.agency, phone="0000-1111111")

    assert replace(FINANCE.card, agency=agency).fingerprint == FINANCE.card.fingerprint


def test_groups_read_out_rightly_pass() -> None:
    groups = FINANCE.card.fingerprint

    card.compare(FINANCE.card, {2: groups[1], 7: groups[6], 10: groups[9]})


def test_groups_read_out_wrongly_are_named() -> None:
    groups = FINANCE.card.fingerprint
    wrong = f"{(int(groups[6]) + 1) % 10000:04d}"

    with pytest.raises(FingerprintMismatchError) as caught:
        card.compare(FINANCE.card, {2: groups[1], 7: wrong, 11: groups[0]})
    assert caught.value.groups == (7, 11)


def test_comparing_nothing_verifies_nothing() -> None:
    with pytest.raises(FingerprintMismatchError):
        card.compare(FINANCE.card, {})
