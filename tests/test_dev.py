"""The one command of a checkout, where it can be asked without setting anything up."""

from __future__ import annotations

import pytest

import dev


@pytest.mark.parametrize(
    ("arguments", "place"),
    [([], ""), (["--to", "city"], "city"), (["--json", "--to", "city"], "city"), (["--to"], "")],
)
def test_a_place_is_read_where_it_is_given(arguments: list[str], place: str) -> None:
    assert dev._option(arguments, "--to") == place
