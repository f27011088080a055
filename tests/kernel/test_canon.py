from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.kernel import canon
from app.kernel.errors import NotCanonicalError

_text = st.text(st.characters(codec="utf-8"))
_plain = st.recursive(
    st.booleans() | st.integers(-(2**53), 2**53) | _text,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.text("abcdefgh_", min_size=1), inner, max_size=4)
    ),
    max_leaves=12,
)


@given(_plain)
def test_one_value_has_one_text(value: object) -> None:
    data = canon.dumps(value)

    assert canon.dumps(canon.loads(data)) == data


@pytest.mark.parametrize(
    "data",
    [
        b'{"a":1,"a":2}',  # duplicate key
        b'{"b":1,"a":2}',  # unsorted
        b'{"a": 1}',  # space
        b'{"a":1.0}',  # float
        b'{"a":NaN}',
        b'{"a":null}',
        b'{"a":9007199254740993}',  # beyond 2^53
        '{"a":"e\u0301"}'.encode(),  # not NFC
        b'{"a":"\\u4e00"}',  # escaped where it need not be
        b'{"\xe4\xb8\x80":1}',  # key not ASCII
        b"[" * 40 + b"]" * 40,
        b"[" * 100_000,
        b"\xff",
        b"",
        b'{"a":1}\n',
    ],
)
def test_any_other_form_is_refused(data: bytes) -> None:
    with pytest.raises(NotCanonicalError):
        canon.loads(data)


@pytest.mark.parametrize("value", [1.5, None, 2**53 + 1, {1: 2}, "\ud800", b"x", {"a": {3}}])
def test_what_json_cannot_say_twice_alike_is_not_written(value: object) -> None:
    with pytest.raises(NotCanonicalError):
        canon.dumps(value)


_odd = st.text(st.sampled_from('ae\u0301\u0338<"\\\n\u1100\u1161\u00e9\u4e00\ufb01\u0327'))


@given(st.lists(_odd | st.integers(0, 2) | st.dictionaries(st.text("ab\n"), _odd)))
def test_marks_that_join_what_is_before_them_are_written_as_each_text_alone(value: object) -> None:
    data = canon.dumps(value)

    assert data == canon._written(canon._normal(value, 0)).encode()
    assert canon.loads(data) == canon._normal(value, 0)


@pytest.mark.parametrize("count", [canon.MAX_DEPTH, canon.MAX_DEPTH + 1])
@pytest.mark.parametrize("inmost", [[], "a", 1])
def test_the_deepest_value_is_read_as_it_is_written(count: int, inmost: object) -> None:
    for _ in range(count):
        inmost = [inmost]

    if count > canon.MAX_DEPTH:
        with pytest.raises(NotCanonicalError):
            canon.dumps(inmost)
    else:
        assert canon.loads(canon.dumps(inmost)) == inmost
