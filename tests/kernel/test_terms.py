from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.kernel import age, clock, errors, terms


def _leaves(root: type[errors.AppError]) -> list[type[errors.AppError]]:
    below = root.__subclasses__()
    return [root] if not below else [leaf for sub in below for leaf in _leaves(sub)]


def test_every_refusal_has_a_code_of_its_own() -> None:
    codes = [leaf.code for leaf in _leaves(errors.AppError)]

    assert len(codes) == len(set(codes))
    assert errors.AppError.code not in codes


def test_a_moment_survives_its_text() -> None:
    moment = datetime(2026, 9, 30, 23, 59, 59, 123_000, tzinfo=UTC)

    assert clock.to_text(moment) == "2026-09-30T23:59:59.123Z"
    assert clock.from_text(clock.to_text(moment)) == moment


@pytest.mark.parametrize(
    "text",
    [
        "2026-09-30T23:59:59Z",
        "2026-09-30T23:59:59.1Z",
        "2026-09-30T23:59:59.123456Z",
        "2026-09-30T23:59:59.123+00:00",
        "2026-09-30 23:59:59.123Z",
        "2026-09-30T24:00:00.000Z",
        "２０２６-09-30T23:59:59.123Z",
        "2026-09-30",
    ],
)
def test_another_form_of_a_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"moment|match"):
        clock.from_text(text)


@pytest.mark.parametrize("year", ["0001", "1899", "3000", "9999"])
def test_a_year_no_matter_can_have_is_refused(year: str) -> None:
    with pytest.raises(ValueError, match="stored moment"):
        clock.from_text(f"{year}-12-31T23:59:59.999Z")
    with pytest.raises(ValueError, match="stored day"):
        clock.date_from_text(f"{year}-12-31")


@pytest.mark.parametrize("text", ["20260916", "2026-W38-3", "2026-9-16", ""])
def test_another_form_of_a_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"stored day|Invalid isoformat"):
        clock.date_from_text(text)


def test_a_paper_time_is_read_in_beijing() -> None:
    assert clock.at_local(2026, 10, 1, 9, 20) == datetime(2026, 10, 1, 1, 20, tzinfo=UTC)


def test_a_uid_is_lower_case_version_four() -> None:
    assert terms.is_uid(terms.new_uid())
    assert not terms.is_uid("00000000-0000-1000-8000-000000000000")


@pytest.mark.parametrize("handle", ["-a", "a-", "A", "a_b", "", "a" * 17, "财政"])
def test_a_handle_fits_every_file_system(handle: str) -> None:
    assert not terms.is_handle(handle)


def test_a_derived_identity_opens_what_was_sealed_to_it() -> None:
    identity = age.identity_of(bytes(range(32)))
    sealed = age.encrypt_bytes("涉嫌犯罪案件移送书".encode(), age.recipient_of(identity))

    assert age.decrypt_bytes(sealed, [identity]).decode() == "涉嫌犯罪案件移送书"
    with pytest.raises(errors.BundleFormError):
        age.decrypt_bytes(sealed, [age.new_identity()])
    with pytest.raises(errors.BundleFormError):
        age.decrypt_bytes(sealed[:-1], [identity])
