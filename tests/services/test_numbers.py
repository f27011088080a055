"""Numbers of 发文: none twice, none missing without somebody noticing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import count
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from app import wording
from app.documents.kinds.letters import LetterKind
from app.kernel.errors import (
    MissingFieldsError,
    NotNumberedError,
    NumberAccountedError,
    NumberingBegunError,
    NumberPatternError,
    NumberRangeError,
    NumberTakenError,
    UnknownRecordError,
)
from app.kernel.terms import new_uid
from app.models import DocumentNumber, Letter
from app.rules import numbering
from app.rules.numbering import Reason, Series
from app.services import incoming, number_gaps, number_settings, numbers
from app.services.incoming import IncomingQuery, PaperDraft
from app.services.number_gaps import Explanation
from app.services.number_settings import NumberingWish
from app.services.numbers import Gap
from app.services.setup import Register
from tests import synthetic

CODE = "示财采移"
YEARS = (2026, 2027)
_fresh = count()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    """One register for every example: each counts with a 代字 of its own."""
    made = synthetic.make_register(tmp_path_factory.mktemp("numbers") / "finance")
    yield made
    made.close()


@pytest.fixture
def register(tmp_path: Path) -> Iterator[Register]:
    made = synthetic.make_register(tmp_path / "finance")
    yield made
    made.close()


def _letter(register: Register, session: Session, year: int) -> Letter:
    now = register.clock.now()
    made = Letter(
        uid=new_uid(), matter_id=None, author_uid="", kind="transfer", way="", number="", title="",
        signer="", dated_on=date(year, 3, 1), issued_at=now, model=None, template_hash="",
        fonts_hash="", check_code="", attachment_sha256="",
    )  # fmt: skip
    session.add(made)
    return made


def _draw(register: Register, series: Series, year: int) -> str:
    with register.write() as session:
        number = numbers.following(session, series, year)
        numbers.draw(register, session, number, _letter(register, session, year), external=False)
        return str(number)


def _enter(register: Register, text: str, year: int = 2026) -> None:
    with register.write() as session:
        numbers.draw(register, session, text, _letter(register, session, year), external=True)


def _gaps(register: Register, series: str = CODE) -> list[tuple[int, int, int]]:
    return [
        (gap.year, gap.first, gap.last)
        for gap in number_gaps.unexplained(register)
        if gap.series == series
    ]


# -- any order -----------------------------------------------------------------------------

_years = st.sampled_from(YEARS)
_numbered = st.tuples(st.sampled_from(["enter", "explain", "mistake"]), _years, st.integers(1, 12))
_drawn = st.tuples(st.just("draw"), _years, st.just(0))
Rows = dict[tuple[int, int], str]


@settings(max_examples=30)
@given(st.lists(st.one_of(_drawn, _numbered), max_size=14))
def test_no_number_serves_twice_and_none_is_missing_unnoticed(
    shared: Register, acts: list[tuple[str, int, int]]
) -> None:
    code = "示试" + "".join("零一二三四五六七八九"[int(digit)] for digit in f"{next(_fresh)}")
    rows: Rows = {}
    number_settings.configure(
        shared, [LetterKind.TRANSFER], NumberingWish(code, numbering.STANDARD, YEARS[0])
    )

    for act, year, serial in acts:
        _do(shared, code, rows, (act, year, serial))

    with shared.read() as session:
        held = select(DocumentNumber).where(DocumentNumber.series == code)
        found = [(row.year, row.serial) for row in session.scalars(held)]
    assert sorted(found) == sorted(rows)
    missing = {
        (year, serial)
        for year, first, last in _gaps(shared, code)
        for serial in range(first, last + 1)
    }
    assert missing == _missing(rows)


def _do(register: Register, code: str, rows: Rows, act: tuple[str, int, int]) -> None:
    """One act in the register and in *rows*, and whether both refuse it."""
    what, year, serial = act
    text = f"{code}〔{year}〕{serial}号"
    if what == "draw":
        taken = [n for (y, n), kind in rows.items() if y == year and kind != "mistake"]
        due = next(n for n in count(max(taken, default=0) + 1) if (year, n) not in rows)
        assert _draw(register, Series(code), year) == f"{code}〔{year}〕{due}号"
        rows[year, due] = "drawn"
        return
    said = Explanation(
        Gap(code, year, serial, serial),
        Reason.EXTERNAL if what == "explain" else Reason.MISTAKE,
        "核对发文簿",
    )
    refused = {"drawn", "letter"} | ({"mistake"} if what == "enter" else set())
    if rows.get((year, serial)) in refused:
        with pytest.raises(NumberTakenError):
            _enter(register, text) if what == "enter" else number_gaps.explain(register, said)
        return
    _enter(register, text) if what == "enter" else number_gaps.explain(register, said)
    rows[year, serial] = {"enter": "letter", "explain": "explained", "mistake": "mistake"}[what]


def _missing(rows: Rows) -> set[tuple[int, int]]:
    """What nobody accounts for since the first year a number was drawn in."""
    since = min((year for (year, _), kind in rows.items() if kind == "drawn"), default=9999)
    return {
        (year, serial)
        for year in YEARS
        if year >= since
        for serial in range(1, max(_counted(rows, year), default=0))
        if (year, serial) not in rows
    }


def _counted(rows: Rows, year: int) -> list[int]:
    return [n for (y, n), kind in rows.items() if y == year and kind != "mistake"]


# -- one by one ----------------------------------------------------------------------------


def test_a_number_given_elsewhere_moves_the_count_and_leaves_a_gap(register: Register) -> None:
    _draw(register, Series(CODE), 2026)

    _enter(register, f"{CODE}[2026]第5号")

    assert _gaps(register) == [(2026, 2, 4)]
    assert _draw(register, Series(CODE), 2026) == f"{CODE}〔2026〕6号"


def test_a_paper_may_fill_a_gap_and_an_explained_number_may_get_its_letter(
    register: Register,
) -> None:
    _draw(register, Series(CODE), 2026)
    _enter(register, f"{CODE}〔2026〕4号")
    _enter(register, f"{CODE}〔2026〕2号")
    number_gaps.explain(register, Explanation(Gap(CODE, 2026, 3, 3), Reason.EXTERNAL))
    assert _gaps(register) == []

    _enter(register, f"{CODE}〔2026〕3号")

    with pytest.raises(NumberTakenError):
        _enter(register, f"{CODE}〔2026〕3号")


def test_a_reason_other_than_elsewhere_wants_words(register: Register) -> None:
    gap = Gap(CODE, 2026, 1, 1)

    with pytest.raises(MissingFieldsError):
        number_gaps.explain(register, Explanation(gap, Reason.VOID, " "))


@pytest.mark.parametrize(("first", "last"), [(3, 2), (0, 1), (1, 5000)])
def test_numbers_to_explain_are_counted_upwards_and_not_too_many(
    register: Register, first: int, last: int
) -> None:
    with pytest.raises(NumberRangeError):
        number_gaps.explain(register, Explanation(Gap(CODE, 2026, first, last), Reason.EXTERNAL))


def test_a_count_that_only_the_office_keeps_has_no_gaps(register: Register) -> None:
    _enter(register, "示财办〔2026〕58号")

    assert number_gaps.unexplained(register) == ()


def test_a_slip_of_the_keys_does_not_carry_the_count_away(register: Register) -> None:
    _draw(register, Series(CODE), 2026)
    _enter(register, f"{CODE}〔2026〕20261号")

    number_gaps.void(register, f"{CODE}〔2026〕20261号", "文号录错", Reason.MISTAKE)

    assert _draw(register, Series(CODE), 2026) == f"{CODE}〔2026〕2号"
    assert _gaps(register) == []


def test_the_office_says_where_a_year_began(register: Register) -> None:
    wish = NumberingWish(CODE, "{代字}〔{年}〕{号}号", 2026, start=38)

    number_settings.configure(register, [LetterKind.TRANSFER], wish)

    assert _draw(register, Series(CODE), 2026) == f"{CODE}〔2026〕38号"
    assert _draw(register, Series(CODE), 2027) == f"{CODE}〔2027〕1号"
    assert number_gaps.unexplained(register) == ()
    with pytest.raises(NumberingBegunError):
        number_settings.configure(
            register, [LetterKind.TRANSFER], NumberingWish(CODE, wish.pattern, 2026, start=39)
        )


def test_minutes_are_counted_by_issues_and_run_on_where_no_year_is_printed(
    register: Register,
) -> None:
    series = Series("", "第{号}期")

    texts = [_draw(register, series, year) for year in (2026, 2026, 2027)]

    assert texts == ["第1期", "第2期", "第3期"]


def test_an_issue_number_typed_by_hand_is_of_its_count(register: Register) -> None:
    wish = NumberingWish("", "{年}年第{号}期", 2026)
    with pytest.raises(NumberPatternError):
        number_settings.configure(register, [LetterKind.TRANSFER], wish)
    number_settings.configure(register, [LetterKind.MINUTES], wish)
    _draw(register, Series("", wish.pattern), 2026)

    _enter(register, "2026年第 03 期")

    assert _draw(register, Series("", wish.pattern), 2026) == "2026年第4期"


def test_kinds_of_one_code_share_its_count(register: Register) -> None:
    wish = NumberingWish(CODE, "{代字}〔{年}〕{号}号", 2026)
    number_settings.configure(register, [LetterKind.TRANSFER, LetterKind.FEEDBACK], wish)

    rows = {row.kind: row for row in number_settings.rows(register, 2026)}

    assert rows[LetterKind.TRANSFER].shared == (LetterKind.FEEDBACK,)
    assert rows[LetterKind.TRANSFER].following == f"{CODE}〔2026〕1号"
    assert rows[LetterKind.REFERRAL].following == ""


@pytest.mark.parametrize("pattern", ["{代字}〔{年}〕号", "{年}{号}", "{号}", "〔{月}〕{号}号"])
def test_a_pattern_that_could_not_be_read_back_is_refused(register: Register, pattern: str) -> None:
    with pytest.raises(NumberPatternError):
        number_settings.configure(
            register, [LetterKind.MINUTES], NumberingWish(CODE, pattern, 2026)
        )


def test_the_book_of_what_came_begins_where_the_one_on_paper_ends(register: Register) -> None:
    number_settings.set_incoming_start(register, 2026, 58)
    paper = PaperDraft("示例市审计局", "函", synthetic.NOON)

    incoming.enter_paper(register, paper)

    (row,) = incoming.rows(register, IncomingQuery())
    assert row.entered == "收文〔2026〕58号"
    assert number_settings.incoming_start(register, 2026) == 58
    with pytest.raises(NumberingBegunError):
        number_settings.set_incoming_start(register, 2026, 59)


# -- looks alike ---------------------------------------------------------------------------

ISSUES = "{代字}{年}年第{号}期"


def _configure(register: Register, code: str, pattern: str, start: int = 1) -> Series:
    wish = NumberingWish(code, pattern, 2026, start)
    number_settings.configure(register, [LetterKind.MINUTES], wish)
    return Series(code, pattern)


def test_numbers_typed_before_the_count_was_told_of_are_read_when_it_is(register: Register) -> None:
    _enter(register, "示财会2026年第1期")
    _enter(register, "示财会 2026 年第 2 期")
    _enter(register, "关于会议的函")

    series = _configure(register, "示财会", ISSUES)

    assert [_draw(register, series, 2026) for _ in range(2)] == [
        "示财会2026年第3期",
        "示财会2026年第4期",
    ]
    assert _gaps(register, series.name) == []


def test_counts_whose_numbers_look_alike_never_give_the_same_one(register: Register) -> None:
    patterns = (
        "{代字}〔{年}〕{号}号",
        "{代字}[{年}]{号}号",
        "{代字}〔{年}〕第{号}号",
        "{代字}【{年}】{号}",
    )

    drawn = [_draw(register, _configure(register, "示会", pattern), 2026) for pattern in patterns]

    assert drawn == ["示会〔2026〕1号", "示会[2026]2号", "示会〔2026〕第3号", "示会【2026】4"]
    assert number_gaps.unexplained(register) == ()
    literal = _configure(register, "", "示会〔{年}〕{号}号")
    assert _draw(register, literal, 2026) == "示会〔2026〕5号"
    for text in (
        "示会（2026）5号",
        "《示会〔2026〕3号》",
        "示会〔2026〕第04號",
        "示会\u200b〔2026〕2",
    ):
        with pytest.raises(NumberTakenError):
            _enter(register, text)


def test_a_count_begun_below_a_paper_of_the_office_passes_its_number_by(register: Register) -> None:
    _enter(register, "示财会2026年第2期")
    series = _configure(register, "示财会", ISSUES)
    _configure(register, "示财会", ISSUES, start=2)

    assert _draw(register, series, 2026) == "示财会2026年第3期"


def test_a_kind_without_a_number_cannot_be_counted(register: Register) -> None:
    with pytest.raises(NotNumberedError):
        number_settings.configure(
            register, [LetterKind.MATERIALS], NumberingWish(CODE, numbering.STANDARD, 2026)
        )


# -- accounted for -------------------------------------------------------------------------


def test_numbers_of_a_count_nobody_keeps_are_not_explained(register: Register) -> None:
    gap = Gap("不存在的代字", 2026, 1, 3)

    with pytest.raises(UnknownRecordError) as caught:
        number_gaps.explain(register, Explanation(gap, Reason.EXTERNAL))

    assert "找不到这条文号" in str(wording.refusal(caught.value))


def test_what_became_of_a_number_is_entered_once(register: Register) -> None:
    number = _draw(register, Series(CODE), 2026)
    number_gaps.void(register, number, "会议取消")

    with pytest.raises(NumberAccountedError) as caught:
        number_gaps.void(register, number, "录错", Reason.MISTAKE)

    assert "“作废”" in str(wording.refusal(caught.value))
    with register.read() as session:
        (row,) = session.scalars(select(DocumentNumber))
        assert (row.reason, row.note) == (Reason.VOID, "会议取消")
