from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.kernel.clock import SetClock
from app.vault import search
from app.vault import settings as stored
from app.vault.register import Register
from tests.vault.parts import add_case, create, reopen

CLOCK = SetClock(datetime(2025, 3, 3, 1, 0, tzinfo=UTC))

# Few characters, so that texts and terms meet: common and rare Chinese, two of them outside the
# first plane, one that is another one's compatibility form, a combining accent, full-width and
# half-width letters, digits, a ligature, signs.
LETTERS = "串通投标移送見\ufa0a\u0301𠮷𬬮ABab12Ａ１ﬁß-（）_，%\"'*　 \n"
TEXTS = st.text(st.sampled_from(LETTERS), max_size=24)
TERMS = st.text(st.sampled_from(LETTERS), min_size=1, max_size=6)


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Register]:
    folder: Path = tmp_path_factory.mktemp("shared") / "register"
    register, _ = create(folder, CLOCK)
    with register:
        yield register


def scan(session: Session, query: str) -> list[int]:
    """The definition of a right answer: every text compared, newest first."""
    terms = search.normal(query).split()
    ids = session.execute(text('SELECT id FROM "case" ORDER BY id DESC')).scalars().all()
    return [
        case_id
        for case_id, texts in search.stored_texts(session, ids).items()
        if all(
            any(
                term in search.normal(one)
                for one in (texts.title, texts.parties, texts.body, texts.codes)
            )
            for term in terms
        )
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(cases=st.lists(st.tuples(TEXTS, TEXTS, TEXTS, TEXTS), max_size=6), query=TERMS)
def test_an_answer_is_that_of_a_substring_scan(
    shared: Register, cases: list[tuple[str, str, str, str]], query: str
) -> None:
    with shared.read() as session:
        for name, facts, party, code in cases:
            add_case(session, CLOCK, name, facts, party, code)

        assert search.search_cases(session, query, limit=1000) == scan(session, query)


@pytest.mark.parametrize(
    "query",
    [
        "串通",
        "串通投标",
        "标",
        "移送 示例",
        "示例科技有限公司",
        "91371100",
        "MA3",
        "ma3c",
        "0000X",
        "ｍａ３",
        "3c",
        "9",
        "（2025）",
        "，移",
        "科技有限公司涉嫌",
        "𠮷",
        "見",
        # A letter of New Tai Lue, which older tables of Unicode took for a sign.
        "\u19b0",
    ],
)
def test_officers_words_find_the_case(shared: Register, query: str) -> None:
    with shared.read() as session:
        wanted = add_case(
            session,
            CLOCK,
            "示例科技有限公司涉嫌串通投标案（2025）",
            facts="经查，移送公安机关。𠮷\u19b0\ufa0a",
            party="示例科技有限公司",
            code="91371100MA3C00000X",
        )
        add_case(session, CLOCK, "无关", facts="无关")

        assert search.search_cases(session, query, limit=10) == [wanted]


@pytest.mark.parametrize("query", ["通标", "通串", "案公", "MA4", "公司经查", "投标 无此词"])
def test_words_that_are_not_there_find_nothing(shared: Register, query: str) -> None:
    with shared.read() as session:
        add_case(session, CLOCK, "示例公司涉嫌串通投标案", facts="经查", code="91371100MA3C00000X")

        assert search.search_cases(session, query, limit=10) == []


def test_pages_follow_each_other_newest_first(shared: Register) -> None:
    with shared.read() as session:
        ids = [add_case(session, CLOCK, f"串通{number}") for number in range(250)]
        pages = [
            search.search_cases(session, "串通", limit=100, offset=offset)
            for offset in (0, 100, 200, 300)
        ]

    assert [len(page) for page in pages] == [100, 100, 50, 0]
    assert [case_id for page in pages for case_id in page] == ids[::-1]


def test_a_revised_case_is_found_by_its_new_words_alone(shared: Register) -> None:
    with shared.read() as session:
        case_id = add_case(session, CLOCK, "串通投标")
        session.execute(text("""UPDATE "case" SET name = '虚假材料'"""))
        search.index_case(session, case_id, title="虚假材料", parties="", body="", codes="")

        assert search.search_cases(session, "串通", limit=10) == []
        assert search.search_cases(session, "虚假", limit=10) == [case_id]


def test_a_removed_case_is_not_found(shared: Register) -> None:
    with shared.read() as session:
        kept, gone = (add_case(session, CLOCK, "串通投标") for _ in range(2))
        search.remove_case(session, gone)

        assert search.search_cases(session, "串通", limit=10) == [kept]


def test_a_very_long_query_is_answered(shared: Register) -> None:
    words = "".join(chr(0x4E00 + number) for number in range(3000))
    with shared.read() as session:
        case_id = add_case(session, CLOCK, "长", facts=words)
        add_case(session, CLOCK, "短", facts=words[:2999])

        assert search.search_cases(session, words, limit=10) == [case_id]


def test_half_a_character_in_a_query_finds_nothing(shared: Register) -> None:
    with shared.read() as session:
        add_case(session, CLOCK, "𠮷")

        assert search.search_cases(session, "\ud842", limit=10) == []


def test_an_index_of_another_version_is_rebuilt_when_the_register_opens(
    register: Register, clock: SetClock
) -> None:
    with register.write() as session:
        ids = [add_case(session, clock, f"串通投标{number}") for number in range(120)]
        session.execute(text("INSERT INTO case_words(case_words) VALUES ('delete-all')"))
        stored.write(session, "search.version", "0/0")

    with reopen(register) as again, again.read() as session:
        assert search.search_cases(session, "串通", limit=1000) == ids[::-1]
