"""Every byte flipped, every field replaced: refused, or the same content.

Nothing but an AppError may come out, whatever the bytes are; what a known member can sign is as
hostile as what a stick may do to a file.
"""

from __future__ import annotations

import io
import json
import tracemalloc
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.kernel import age, canon
from app.kernel.errors import AppError, BundleError, BundleFormError, CardError
from app.sync import card, entry, form, opening, signature, tape
from app.sync import envelope as paper
from tests.sync import forge
from tests.sync.city import Agency, Kept, bundle_draft, item, opened, sealed, three_entries
from tests.vectors.good import CZJ, GAJ, Good
from tests.vectors.spoilt import full

FINANCE, POLICE = Agency("czj"), Agency("gaj")
PHOTO = b"x"
X = Path("x.lxb")

fuzz = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """One entry, one attachment of one byte."""
    entries = three_entries(FINANCE)[:1]
    draft = bundle_draft(FINANCE, POLICE, entries, items=(item(PHOTO),))
    return sealed(FINANCE, draft, POLICE.to, tmp_path_factory.mktemp("s"), PHOTO)[0]


@pytest.fixture(scope="module")
def rich() -> bytes:
    """A bundle with every field there is."""
    return full(Good())


def meaning(data: bytes, identity: str = POLICE.identity) -> tuple[bytes, bytes, dict[str, bytes]]:
    found, inside, kept = opened(data, identity)
    return found.envelope_bytes, inside.content, kept


def refused_or_same(data: bytes, right: object) -> bool:
    """Whether *data* is refused; anything else than *right* or a BundleError fails the test."""
    try:
        assert meaning(data) == right
    except BundleError:
        return True
    return False


def test_one_bit_in_any_byte_of_the_file_is_refused(small: bytes) -> None:
    right = meaning(small)
    for place in range(len(small)):
        changed = bytearray(small)
        changed[place] ^= 1 << place * 3 % 8
        assert refused_or_same(bytes(changed), right), place


def test_one_bit_in_any_byte_of_the_inside_is_refused(small: bytes) -> None:
    # Encrypted by the sender itself, so that neither hash nor age can help.
    tar = forge.inner(small, POLICE.identity)
    found = opening.inspect(io.BytesIO(small), X)
    for place in range(len(tar)):
        changed = bytearray(tar)
        changed[place] ^= 1 << place * 3 % 8
        cipher = age.encrypt_bytes(bytes(changed), POLICE.to)
        envelope = replace(found.envelope, payload_size=len(cipher))
        other = replace(found, envelope=envelope, payload_offset=0)
        with pytest.raises(BundleError):
            opening.unpack(io.BytesIO(cipher), other, [POLICE.identity], Kept())


# -- whatever a member may sign ----------------------------------------------------------------

scalars = st.one_of(
    st.integers(-(2**53), 2**53),
    st.sampled_from([2**63, -(2**63), 2**53 + 1, 0, -1, True, False, None, 1.5, float("1e400")]),
    st.text(max_size=20),
    st.sampled_from(["0" * 64, "SHA256:" + "A" * 43, "2026-03-02T04:00:00.000Z", "lianxi-1"]),
)
values = st.recursive(
    scalars,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(st.text(max_size=6), inner, max_size=4)
    ),
    max_leaves=12,
)


def places(plain: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every place of a value in *plain*."""
    if not isinstance(plain, dict | list):
        return [path]
    inner = plain.items() if isinstance(plain, dict) else enumerate(plain)
    return [path] * bool(path) + [each for k, v in inner for each in places(v, (*path, k))]


def with_value(plain: Any, path: tuple[Any, ...], value: Any) -> Any:
    if not path:
        return value
    first, *rest = path
    copy = dict(plain) if isinstance(plain, dict) else list(plain)
    copy[first] = with_value(plain[first], tuple(rest), value)
    return copy


def text_of(plain: Any) -> bytes:
    """*plain* as canonical as its values allow."""
    try:
        return canon.dumps(plain)
    except AppError:
        return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode(
            "utf-8", "surrogatepass"
        )


@st.composite
def changed(draw: st.DrawFn, plain: Any) -> bytes:
    for _ in range(draw(st.integers(1, 2))):
        place = draw(st.sampled_from(places(plain)))
        plain = with_value(plain, place, draw(values))
    return text_of(plain)


@fuzz
@given(data=st.data())
def test_any_value_anywhere_in_a_signed_envelope_is_read_or_refused(
    rich: bytes, data: st.DataObject
) -> None:
    text = data.draw(changed(forge.envelope_plain(rich)))
    signed = signature.sign(text, signature.ENVELOPE, CZJ.seed)
    try:
        opening.inspect(io.BytesIO(forge.zipped(text, signed, b"payload")), X)
    except BundleError:
        return
    raise AssertionError("the payload is none, so nothing may pass")


@fuzz
@given(data=st.data())
def test_any_value_anywhere_in_a_signed_content_list_is_read_or_refused(
    rich: bytes, data: st.DataObject
) -> None:
    held = forge.members(forge.inner(rich, GAJ.identity))
    text = data.draw(changed(canon.loads(held[paper.CONTENT])))
    held[paper.CONTENT] = text
    held[paper.CONTENT_SIGNATURE] = signature.sign(text, signature.CONTENT, CZJ.seed)
    made = forge.refilled(CZJ, rich, GAJ.to, forge.tar_of(held.items()))
    try:
        opened(made, GAJ.identity)
    except BundleError:
        return


@fuzz
@given(data=st.data())
def test_any_value_anywhere_in_an_entry_is_read_or_refused(data: st.DataObject) -> None:
    line = entry.line(three_entries(FINANCE)[1])
    try:
        entry.parse(data.draw(changed(canon.loads(line[:-1]))))
    except BundleFormError:
        return


@fuzz
@given(data=st.data())
def test_any_value_anywhere_in_a_card_is_read_or_refused(data: st.DataObject) -> None:
    plain = canon.loads(card.write(FINANCE.card, FINANCE.seed, [POLICE.seed]))
    inner = data.draw(changed(plain["card"]))
    made = {"sig": signature.sign(inner, signature.CARD, FINANCE.seed).decode()}
    try:
        plain = plain | made | {"card": canon.loads(inner)}
    except AppError:
        return
    for each in (canon.dumps(plain), data.draw(changed(plain))):
        try:
            card.read(each)
        except BundleError:
            continue


@given(st.binary(max_size=300))
def test_no_bytes_as_a_card_raise_anything_else(data: bytes) -> None:
    for each in (data, b'{"card":' + data + b"}"):
        with pytest.raises(CardError):
            card.read(each)


# -- much of it --------------------------------------------------------------------------------


def listing(small: bytes, **changes: Any) -> bytes:
    tar = forge.relisted(FINANCE, forge.inner(small, POLICE.identity), **changes)
    return forge.refilled(FINANCE, small, POLICE.to, tar)


def test_a_million_values_in_a_small_text_are_refused_in_little_memory(small: bytes) -> None:
    data = listing(small, later=[[]] * form.MAX_VALUES)
    tracemalloc.start()
    try:
        with pytest.raises(BundleFormError, match="values"):
            opened(data, POLICE.identity)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()

    assert peak < 40 << 20


def test_fifty_thousand_attachments_that_are_not_there_are_refused(small: bytes) -> None:
    first, _ = canon.loads(forge.members(forge.inner(small, POLICE.identity))[paper.CONTENT])[
        "items"
    ]
    many = [{"path": f"att/{n:064x}", "sha256": f"{n:064x}", "size": 0} for n in range(50_000)]
    data = listing(small, items=[first, *many])

    with pytest.raises(BundleFormError, match="header of att/0000"):
        opened(data, POLICE.identity)


@pytest.mark.parametrize("name", [paper.CONTENT, paper.CONTENT_SIGNATURE, paper.RECORDS])
def test_a_member_beyond_its_limit_is_refused_before_a_byte_of_it_is_read(
    small: bytes, name: str
) -> None:
    held = forge.members(forge.inner(small, POLICE.identity))
    before = list(held.items())
    cut = [each[0] for each in before].index(name)
    tar = forge.tar_of(before[:cut])[: -len(tape.END)] + tape.header(name, paper.MAX_INNER + 1)

    with pytest.raises(BundleFormError, match=f"header of {name}"):
        opened(forge.refilled(FINANCE, small, POLICE.to, tar), POLICE.identity)


@pytest.mark.parametrize("digits", [b"77777777777", b"-0000000001", b"0x000000000", b" 0000000001",
                                    b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff"])  # fmt: skip
def test_a_size_in_the_tar_that_is_none_of_ours_is_refused(small: bytes, digits: bytes) -> None:
    tar = bytearray(forge.inner(small, POLICE.identity))
    tar[124:135] = digits
    tar[148:156] = b" " * 8
    tar[148:155] = b"%06o\0" % sum(tar[:512])

    with pytest.raises(BundleFormError, match=r"header of content\.json"):
        opened(forge.refilled(FINANCE, small, POLICE.to, bytes(tar)), POLICE.identity)
