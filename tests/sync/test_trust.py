from __future__ import annotations

import io
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.kernel.errors import (
    BadSignatureError,
    ForkError,
    GapError,
    NotForUsError,
    OldIncarnationError,
    PurposeMismatchError,
    RestoredRegisterError,
    SeenBeforeError,
    UnknownSenderError,
    UnverifiedSenderError,
)
from app.kernel.terms import Purpose
from app.sync import opening, signature, stream, trust
from app.sync.entry import Entry
from app.sync.envelope import Ack
from app.sync.opening import Inspected
from app.sync.stream import AckState, Inbox, Outbox
from app.sync.trust import Verdict
from tests.sync.city import (
    NOON,
    Agency,
    bundle_draft,
    drafts,
    fresh_pair,
    hash_in,
    sealed,
    three_entries,
)

FINANCE, POLICE, AUDIT = Agency("czj"), Agency("gaj"), Agency("sjj")


def arrived(
    folder: Path, entries: tuple[Entry, ...], by: Agency = FINANCE, **other: Any
) -> Inspected:
    data, _ = sealed(by, bundle_draft(by, POLICE, entries, **other), POLICE.to, folder)
    return opening.inspect(io.BytesIO(data), Path("x.lxb"))


def judged(found: Inspected, **other: Any) -> Verdict:
    pair = fresh_pair(FINANCE, POLICE, **other)
    return trust.accept(found, POLICE.ourselves, FINANCE.known, pair)


def test_a_first_bundle_of_a_verified_sender_is_accepted(tmp_path: Path) -> None:
    verdict = judged(arrived(tmp_path, three_entries(FINANCE)))

    assert (verdict.first, verdict.last, verdict.has_news) == (1, 3, True)
    assert verdict.ack == AckState.KNOWN


def test_a_bundle_for_another_agency_is_refused(tmp_path: Path) -> None:
    found = arrived(tmp_path, three_entries(FINANCE))

    with pytest.raises(NotForUsError) as caught:
        trust.accept(found, AUDIT.ourselves, FINANCE.known, fresh_pair(FINANCE, AUDIT))
    assert (caught.value.recipient, caught.value.path) == ("gaj", Path("x.lxb"))


def test_an_exercise_bundle_is_refused_by_a_real_register(tmp_path: Path) -> None:
    found = arrived(tmp_path, three_entries(FINANCE))
    ourselves = replace(POLICE.ourselves, purpose=Purpose.REAL)

    with pytest.raises(PurposeMismatchError):
        trust.accept(found, ourselves, FINANCE.known, fresh_pair(FINANCE, POLICE))


def test_a_sender_without_a_card_is_unknown_and_its_key_is_named(tmp_path: Path) -> None:
    found = arrived(tmp_path, three_entries(FINANCE))

    with pytest.raises(UnknownSenderError) as caught:
        trust.accept(found, POLICE.ourselves, None, fresh_pair(FINANCE, POLICE))
    assert caught.value.fingerprint == signature.fingerprint(found.signer)


def test_the_card_of_another_agency_vouches_for_nothing(tmp_path: Path) -> None:
    found = arrived(tmp_path, three_entries(FINANCE))

    with pytest.raises(UnknownSenderError):
        trust.vouched(found, AUDIT.known)


def test_a_card_nobody_compared_does_not_suffice(tmp_path: Path) -> None:
    found = arrived(tmp_path, three_entries(FINANCE))

    with pytest.raises(UnverifiedSenderError):
        trust.vouched(found, replace(FINANCE.known, verified=False))


def test_a_bundle_signed_by_another_key_than_the_cards_is_refused(tmp_path: Path) -> None:
    found = arrived(tmp_path, three_entries(FINANCE))

    with pytest.raises(BadSignatureError) as caught:
        trust.vouched(found, replace(FINANCE.known, sign=AUDIT.known.sign))
    assert caught.value.part == "signer"


def test_a_bundle_of_an_earlier_incarnation_is_refused(tmp_path: Path) -> None:
    found = arrived(tmp_path, three_entries(FINANCE))

    with pytest.raises(OldIncarnationError):
        trust.vouched(found, replace(FINANCE.known, incarnation=2))


def test_a_bundle_of_a_later_incarnation_waits_for_its_card(tmp_path: Path) -> None:
    later = replace(FINANCE, incarnation=2)
    found = arrived(tmp_path, three_entries(later), by=later)

    with pytest.raises(UnknownSenderError):
        trust.vouched(found, FINANCE.known)


def test_a_new_incarnation_starts_at_one_whatever_came_from_the_old(tmp_path: Path) -> None:
    later = replace(FINANCE, incarnation=2)
    found = arrived(tmp_path, three_entries(later), by=later)
    pair = fresh_pair(FINANCE, POLICE, inbox=Inbox(1, 9, "0" * 64))

    verdict = trust.accept(found, POLICE.ourselves, later.known, pair)

    assert (verdict.first, verdict.last) == (1, 3)


def test_a_bundle_taken_in_before_is_said_to_be(tmp_path: Path) -> None:
    found = arrived(tmp_path, three_entries(FINANCE))

    with pytest.raises(SeenBeforeError) as caught:
        judged(found, taken_at=NOON + timedelta(days=1))
    assert (caught.value.first, caught.value.last) == (1, 3)


def test_a_bundle_that_repeats_and_adds_brings_the_added(tmp_path: Path) -> None:
    entries = three_entries(FINANCE)
    inbox = Inbox(1, 2, entries[1].hash)

    verdict = judged(arrived(tmp_path, entries), inbox=inbox, received=hash_in(entries[:2]))

    assert (verdict.first, verdict.last) == (3, 3)


def test_a_bundle_that_only_repeats_is_accepted_without_news(tmp_path: Path) -> None:
    entries = three_entries(FINANCE)
    inbox = Inbox(1, 3, entries[2].hash)

    verdict = judged(arrived(tmp_path, entries[:2]), inbox=inbox, received=hash_in(entries))

    assert not verdict.has_news


def test_missing_numbers_are_named(tmp_path: Path) -> None:
    with pytest.raises(GapError) as caught:
        judged(arrived(tmp_path, three_entries(FINANCE)[2:]))
    assert (caught.value.first_missing, caught.value.last_missing) == (1, 2)


def test_numbers_that_stand_on_another_past_are_a_fork(tmp_path: Path) -> None:
    held, other = three_entries(FINANCE), three_entries(FINANCE)
    inbox = Inbox(1, 1, held[0].hash)

    with pytest.raises(ForkError) as caught:
        judged(arrived(tmp_path, other[1:]), inbox=inbox, received=hash_in(held[:1]))
    assert (caught.value.seq, caught.value.held) == (1, held[0].hash)


def test_a_known_number_with_another_content_is_a_fork(tmp_path: Path) -> None:
    held, other = three_entries(FINANCE), three_entries(FINANCE)
    inbox = Inbox(1, 3, held[2].hash)

    with pytest.raises(ForkError):
        judged(arrived(tmp_path, other), inbox=inbox, received=hash_in(held))


def test_the_acknowledgement_inside_is_heard(tmp_path: Path) -> None:
    box, ours = stream.extend(Outbox(1), drafts(POLICE, 2))
    found = arrived(tmp_path, three_entries(FINANCE), ack=Ack(1, FINANCE.key, 1, ours[0].hash))

    verdict = judged(found, outbox=box, sent=hash_in(ours))

    assert (verdict.ack, verdict.outbox.acked) == (AckState.NEWS, 1)


def test_a_restored_register_is_told_so_and_not_that_numbers_are_missing(tmp_path: Path) -> None:
    # Police had sent two and taken in two before it went back to an empty register.
    _, lost = stream.extend(Outbox(1), drafts(POLICE, 2))
    found = arrived(tmp_path, three_entries(FINANCE)[2:], ack=Ack(1, FINANCE.key, 2, lost[1].hash))

    with pytest.raises(RestoredRegisterError) as caught:
        judged(found)
    assert caught.value.path == Path("x.lxb")
