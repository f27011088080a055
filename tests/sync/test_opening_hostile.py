"""Bundles a known member made wrong on purpose: everything outside is in order."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.kernel import age, canon
from app.kernel.errors import BadSignatureError, BundleFormError, NewerBundleError
from app.sync import entry, opening, signature, stream, tape
from app.sync import envelope as paper
from app.sync.stream import Outbox
from tests.sync import forge
from tests.sync.city import Agency, bundle_draft, drafts, item, opened, sealed, three_entries

FINANCE, POLICE, AUDIT = Agency("czj"), Agency("gaj"), Agency("sjj")
PHOTO = b"\xff\xd8 photo"
X = Path("x.lxb")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A bundle of one entry and one attachment."""
    entries = three_entries(FINANCE)[:1]
    draft = bundle_draft(FINANCE, POLICE, entries, items=(item(PHOTO),))
    return sealed(FINANCE, draft, POLICE.to, tmp_path_factory.mktemp("s"), PHOTO)[0]


def inspected(data: bytes) -> opening.Inspected:
    return opening.inspect(io.BytesIO(data), X)


def open_quietly(data: bytes) -> None:
    opened(data, POLICE.identity)


def test_a_bundle_for_another_cannot_be_opened_with_our_key(small: bytes) -> None:
    with pytest.raises(BundleFormError):
        opened(small, AUDIT.identity)


def test_signed_content_passed_on_under_another_envelope_is_refused(small: bytes) -> None:
    # Police opens what finance wrote to it and sends the same signed inside to audit as its own.
    tar = forge.inner(small, POLICE.identity)
    plain = forge.claimed_by(POLICE, forge.envelope_plain(small))
    plain["recipient"] = {"uid": AUDIT.uid, "handle": AUDIT.handle}
    passed_on = forge.enveloped(POLICE, plain, age.encrypt_bytes(tar, AUDIT.to))

    assert inspected(passed_on).signer == POLICE.public
    with pytest.raises(BadSignatureError) as caught:
        opened(passed_on, AUDIT.identity)
    assert (caught.value.part, caught.value.claimed) == ("content", "gaj")


def test_a_ciphertext_under_the_envelope_of_another_is_refused(small: bytes) -> None:
    cipher = small[inspected(small).payload_offset :][: inspected(small).envelope.payload_size]
    stolen = forge.enveloped(AUDIT, forge.claimed_by(AUDIT, forge.envelope_plain(small)), cipher)

    with pytest.raises(BadSignatureError):
        opened(stolen, POLICE.identity)


def test_an_envelope_that_names_another_key_than_its_signers_is_refused(small: bytes) -> None:
    cipher = small[inspected(small).payload_offset :][: inspected(small).envelope.payload_size]

    with pytest.raises(BadSignatureError) as caught:
        inspected(forge.enveloped(AUDIT, forge.envelope_plain(small), cipher))
    assert (caught.value.part, caught.value.claimed) == ("key", "czj")


def test_the_inside_of_another_bundle_of_the_same_sender_is_refused(
    small: bytes, tmp_path: Path
) -> None:
    to_audit, _ = sealed(
        FINANCE, bundle_draft(FINANCE, AUDIT, three_entries(FINANCE)), AUDIT.to, tmp_path
    )
    tar = forge.inner(to_audit, AUDIT.identity)

    with pytest.raises(BundleFormError):
        open_quietly(forge.refilled(FINANCE, small, POLICE.to, tar))


@pytest.mark.parametrize(
    "field",
    [
        {"bundle": FINANCE.uid},
        {"purpose": "real"},
        {"recipient": {"uid": AUDIT.uid, "handle": "gaj"}},
        {"sender": {"uid": FINANCE.uid, "handle": "czj", "incarnation": 2}},
        {"ack": {"incarnation": 2, "seq": 0}},
        {"created": "2026-03-02T04:00:00.001Z"},
    ],
    ids=lambda field: next(iter(field)),
)
def test_an_inside_that_differs_from_the_envelope_in_one_field_is_refused(
    small: bytes, field: dict[str, Any]
) -> None:
    tar = forge.relisted(FINANCE, forge.inner(small, POLICE.identity), **field)

    with pytest.raises(BundleFormError, match="routing"):
        open_quietly(forge.refilled(FINANCE, small, POLICE.to, tar))


@pytest.mark.parametrize("namespace", [signature.CONTENT, signature.CARD])
def test_an_envelope_signed_for_another_namespace_is_refused(small: bytes, namespace: str) -> None:
    text = canon.dumps(forge.envelope_plain(small))
    signed = signature.sign(text, namespace, FINANCE.seed)

    with pytest.raises(BadSignatureError):
        inspected(forge.zipped(text, signed, b"payload"))


def test_a_content_list_signed_as_an_envelope_is_refused(small: bytes) -> None:
    held = forge.members(forge.inner(small, POLICE.identity))
    text = held[paper.CONTENT]
    held[paper.CONTENT_SIGNATURE] = signature.sign(text, signature.ENVELOPE, FINANCE.seed)

    with pytest.raises(BadSignatureError):
        open_quietly(forge.refilled(FINANCE, small, POLICE.to, forge.tar_of(held.items())))


def test_a_key_written_twice_in_the_envelope_is_refused(small: bytes) -> None:
    text = canon.dumps(forge.envelope_plain(small))
    doubled = text.replace(b'"purpose":', b'"purpose":"real","purpose":')
    signed = signature.sign(doubled, signature.ENVELOPE, FINANCE.seed)

    with pytest.raises(BundleFormError):
        inspected(forge.zipped(doubled, signed, b"payload"))


@pytest.mark.parametrize(
    "change",
    [
        lambda plain: plain.pop("ack"),
        lambda plain: plain.update(bundle="../../x"),
        lambda plain: plain.update(created=0),
        lambda plain: plain.update(sender=[]),
        lambda plain: plain["sender"].update(handle="c/z"),
        lambda plain: plain["sender"].update(incarnation=0),
        lambda plain: plain["recipient"].pop("uid"),
        lambda plain: plain["stream"].update({"from": 0}),
        lambda plain: plain["stream"].update(base=1),  # from is 1
        lambda plain: plain["stream"].pop("base"),
        lambda plain: plain["ack"].pop("key"),
        lambda plain: plain["ack"].update(key="SHA256:" + "A" * 42),
        lambda plain: plain["stream"].update({"from": 3}),  # to is 1
        lambda plain: plain["stream"].update(prev="0" * 64),  # nothing is before 1
        lambda plain: plain["stream"].pop("head"),
        lambda plain: plain["ack"].update(seq=1),  # of which there would be a hash
        lambda plain: plain["ack"].update(seq=10**12),
        lambda plain: plain.update(type="lianxi-card/1"),
        lambda plain: plain.update(purpose="play"),
    ],
)
def test_a_well_signed_envelope_with_a_wrong_field_is_refused(
    small: bytes, change: Callable[[dict[str, Any]], object]
) -> None:
    plain = forge.envelope_plain(small)
    change(plain)

    with pytest.raises(BundleFormError):
        inspected(forge.enveloped(FINANCE, plain, b"payload"))


def test_an_envelope_beyond_its_limit_is_refused(small: bytes) -> None:
    plain = forge.envelope_plain(small) | {"later": ["x" * 1000] * 1100}

    with pytest.raises(BundleFormError, match=r"envelope\.json: "):
        inspected(forge.enveloped(FINANCE, plain, b"payload"))


def test_more_wants_than_may_be_named_are_refused(small: bytes) -> None:
    for count, wants in ((n, [f"{i:064x}" for i in range(n)]) for n in (10_000, 10_001)):
        tar = forge.relisted(FINANCE, forge.inner(small, POLICE.identity), wants=wants)
        data = forge.refilled(FINANCE, small, POLICE.to, tar)
        if count == paper.MAX_WANTS:
            assert len(opened(data, POLICE.identity)[1].wants) == count
            continue
        with pytest.raises(BundleFormError, match="wants"):
            open_quietly(data)


@pytest.mark.parametrize(
    "later", [{"type": "lianxi-bundle/2"}, {"suite": "lianxi-gm-1"}], ids=["type", "suite"]
)
def test_a_bundle_of_a_later_version_says_so(small: bytes, later: dict[str, str]) -> None:
    with pytest.raises(NewerBundleError) as caught:
        inspected(forge.enveloped(FINANCE, forge.envelope_plain(small) | later, b"payload"))
    assert caught.value.found in later.values()


def test_a_field_a_later_program_added_is_passed_over(small: bytes) -> None:
    tar = forge.relisted(FINANCE, forge.inner(small, POLICE.identity), colour="red")
    plain = forge.envelope_plain(small) | {"roster": 7}
    data = forge.enveloped(FINANCE, plain, age.encrypt_bytes(tar, POLICE.to))

    assert opened(data, POLICE.identity)[1].entries


def listed(path: str, data: bytes, **other: Any) -> dict[str, Any]:
    return {"path": path, "sha256": canon.sha256(data), "size": len(data)} | other


def hostile_inside(tar: bytes, name: str, data: bytes) -> bytes:
    """*tar* with *name* as its attachment, listed and signed as it stands there."""
    held = forge.members(tar)
    records = listed(paper.RECORDS, held[paper.RECORDS])
    relisted = forge.relisted(FINANCE, tar, items=[records, listed(name, data)])
    kept = [pair for pair in forge.members(relisted).items() if not pair[0].startswith("att/")]
    return forge.tar_of([*kept, (name, data)])


@pytest.mark.parametrize(
    "name", ["../../evil", "/etc/passwd", "att/../x", "att/x", "records.jsonl", "C:\\x", "att/"]
)
def test_a_path_that_is_no_hash_is_refused(small: bytes, name: str) -> None:
    tar = hostile_inside(forge.inner(small, POLICE.identity), name, PHOTO)

    with pytest.raises(BundleFormError):
        open_quietly(forge.refilled(FINANCE, small, POLICE.to, tar))


def test_a_path_that_is_the_hash_passes_so_the_test_above_means_something(small: bytes) -> None:
    data = b"other"
    tar = hostile_inside(forge.inner(small, POLICE.identity), f"att/{canon.sha256(data)}", data)

    open_quietly(forge.refilled(FINANCE, small, POLICE.to, tar))


@pytest.mark.parametrize("kind", [b"1", b"2", b"3", b"5", b"x", b"L", b"\0"])
def test_a_link_or_any_other_kind_of_tar_member_is_refused(small: bytes, kind: bytes) -> None:
    tar = forge.inner(small, POLICE.identity)
    place = tar.rindex(b"att/")
    block = bytearray(tar[place : place + tape.BLOCK])
    block[156:157] = kind
    block[148:156] = b" " * 8
    block[148:155] = b"%06o\0" % sum(block)
    changed = tar[:place] + bytes(block) + tar[place + tape.BLOCK :]

    with pytest.raises(BundleFormError):
        open_quietly(forge.refilled(FINANCE, small, POLICE.to, changed))


def attachment_of(held: dict[str, bytes]) -> str:
    return next(name for name in held if name.startswith("att/"))


@pytest.mark.parametrize(
    "change",
    [
        lambda held: held.pop(attachment_of(held)),
        lambda held: held.update({attachment_of(held): b"\xff\xd8 other"}),
        lambda held: held.update({attachment_of(held): b""}),
        lambda held: held.update({"att/" + "0" * 64: b"more"}),
        lambda held: held.update({paper.RECORDS: b""}),
        lambda held: held.update({paper.RECORDS: held[paper.RECORDS] * 2}),
        lambda held: held.update({paper.RECORDS: held[paper.RECORDS][:-1]}),
        lambda held: held.pop(paper.RECORDS),
        lambda held: held.pop(paper.CONTENT_SIGNATURE),
        lambda held: held.pop(paper.CONTENT),
        lambda held: held.clear(),
    ],
)
def test_members_other_than_listed_are_refused(
    small: bytes, change: Callable[[dict[str, bytes]], object]
) -> None:
    held = forge.members(forge.inner(small, POLICE.identity))
    change(held)

    with pytest.raises(BundleFormError):
        open_quietly(forge.refilled(FINANCE, small, POLICE.to, forge.tar_of(held.items())))


def test_members_in_another_order_are_refused(small: bytes) -> None:
    held = forge.members(forge.inner(small, POLICE.identity))

    with pytest.raises(BundleFormError):
        open_quietly(
            forge.refilled(FINANCE, small, POLICE.to, forge.tar_of(reversed(held.items())))
        )


def records_replaced(small: bytes, entries: tuple[entry.Entry, ...]) -> bytes:
    """*small* with other records, listed and signed as they stand there; the envelope as it was."""
    tar = forge.inner(small, POLICE.identity)
    held = forge.members(tar)
    records = b"".join(map(entry.line, entries))
    first = listed(paper.RECORDS, records)
    events = [{"seq": each.seq, "sha256": each.hash} for each in entries]
    relisted = forge.relisted(FINANCE, tar, items=[first], events=events)
    kept = forge.members(relisted) | {paper.RECORDS: records}
    del kept[attachment_of(kept)]
    assert held[paper.RECORDS] != records
    return forge.refilled(FINANCE, small, POLICE.to, forge.tar_of(kept.items()))


def test_other_entries_than_the_envelope_announces_are_refused(small: bytes) -> None:
    three = three_entries(FINANCE)
    for entries in ((), three[:1], three[:2], three[1:2]):
        with pytest.raises(BundleFormError):
            open_quietly(records_replaced(small, entries))


def saying(
    small: bytes, entries: tuple[entry.Entry, ...], span: dict[str, Any], cut: int = 0
) -> bytes:
    """*small* with other records, announced as *span*, all of it rightly listed and signed.

    The last *cut* bytes of the records are left out.
    """
    lines = b"".join(map(entry.line, entries))
    records = lines[: len(lines) - cut]
    tar = forge.relisted(
        FINANCE,
        forge.inner(small, POLICE.identity),
        stream=span,
        events=[{"seq": span["from"] + i, "sha256": each.hash} for i, each in enumerate(entries)],
        items=[{"path": paper.RECORDS, "sha256": canon.sha256(records), "size": len(records)}],
    )
    held = forge.members(tar) | {paper.RECORDS: records}
    del held[attachment_of(held)]
    plain = forge.envelope_plain(small) | {"stream": span}
    cipher = age.encrypt_bytes(forge.tar_of(held.items()), POLICE.to)
    return forge.enveloped(FINANCE, plain, cipher)


def test_entries_rightly_announced_pass_so_the_tests_below_mean_something(small: bytes) -> None:
    made = three_entries(FINANCE)
    span = {"base": 0, "from": 1, "to": 3, "head": made[2].hash}

    assert opened(saying(small, made, span), POLICE.identity)[1].entries == made


def test_a_statement_in_the_name_of_another_agency_is_refused(small: bytes) -> None:
    foreign = stream.extend(Outbox(1), drafts(AUDIT, 1))[1]

    with pytest.raises(BundleFormError, match="not the sender's own"):
        open_quietly(
            saying(small, foreign, {"base": 0, "from": 1, "to": 1, "head": foreign[0].hash})
        )


def test_entries_whose_own_numbers_or_links_differ_are_refused(small: bytes) -> None:
    one, two, three = three_entries(FINANCE)
    other = three_entries(FINANCE)
    for entries in ((one, three), (two, one), (one, other[1]), (two, three)):
        span = {"base": 0, "from": 1, "to": 2, "head": entries[-1].hash}
        with pytest.raises(BundleFormError, match="does not follow"):
            open_quietly(saying(small, entries, span))


def test_a_last_line_without_its_end_is_refused(small: bytes) -> None:
    made = three_entries(FINANCE)

    with pytest.raises(BundleFormError, match="no end"):
        open_quietly(
            saying(small, made, {"base": 0, "from": 1, "to": 3, "head": made[2].hash}, cut=1)
        )


@pytest.mark.parametrize(
    "change",
    [
        {"items": []},
        {"items": [listed("att/" + "0" * 64, b"")]},
        {"items": {}},
        {"events": []},
        {"events": [{"seq": 1, "sha256": "0" * 64}]},
        {"events": [{"seq": 2, "sha256": "0" * 64}]},
        {"events": [1]},
    ],
)
def test_a_content_list_that_lists_something_else_is_refused(
    small: bytes, change: dict[str, Any]
) -> None:
    tar = forge.relisted(FINANCE, forge.inner(small, POLICE.identity), **change)

    with pytest.raises(BundleFormError):
        open_quietly(forge.refilled(FINANCE, small, POLICE.to, tar))


def test_entries_that_end_elsewhere_than_announced_are_refused(small: bytes) -> None:
    made = three_entries(FINANCE)

    with pytest.raises(BundleFormError, match="end elsewhere"):
        open_quietly(saying(small, made, {"base": 0, "from": 1, "to": 3, "head": made[0].hash}))


def test_an_empty_bundle_that_names_two_heads_is_refused(small: bytes) -> None:
    one, two, _ = three_entries(FINANCE)
    span = {"base": 0, "from": 2, "to": 1, "prev": one.hash, "head": two.hash}

    with pytest.raises(BundleFormError, match="two heads"):
        open_quietly(saying(small, (), span))


def test_a_payload_that_is_no_age_file_is_refused(small: bytes) -> None:
    for cipher in (b"", b"age-encryption.org/v1\n", b"x" * 100_000):
        with pytest.raises(BundleFormError):
            open_quietly(forge.enveloped(FINANCE, forge.envelope_plain(small), cipher))
