"""Finding and listing 100,000 cases, against plain SQLite on the same tables and index.

The peer is the SQLite inside the same driver, opened on a copy without a key, and asked the same
in SQL by hand: the difference is what encryption, mapping and exactness cost. Before anything is
timed, every answer is compared with a substring scan over the texts.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlcipher3 import dbapi2

from app.services import case_list, setup
from app.services.case_list import SEARCH_LIMIT, CaseQuery
from app.services.setup import Register
from app.vault import search, slots
from benchmarks import cases
from benchmarks.measure import Figure, Report, least

PAGE: Final = 128
PEER: Final = f"SQLite {dbapi2.sqlite_version}"

# Two characters are what people type; the others are where an index goes wrong.
QUERIES: Final = (
    "串通", "移送", "围标", "行贿", "审计", "雷同", "财政", "公安", "印章", "机密", "某某",
    "标", "〇", "，", "（", "%", "_", "'", '"', "*", "AND",
    "投标文件", "有限公司", "嘉和远达", "立案追诉标准", "制作，网卡", "单位的响应",
    "91990000", "SL2019", "〔2020〕", "9199000", "1,2", "２０２１", "sl2018-0001", "sL2018-000",
    "串通 移送", "医疗器械 人民医院 围标", "石臼 科技 移送 立案", "案登〔2024〕9",
    "串通移送", "乙某丙", "年1月", "月1日", "2,0", "0 元", "元。", "。", "公司涉嫌行贿案",
)  # fmt: skip

TIMED: Final = (
    ("串通", "串通, in four of ten"),
    ("移送", "移送, in two of ten"),
    ("雷同", "雷同, in one of sixty"),
    ("石臼 科技 移送 立案", "four words, in few"),
    ("SL2019-00", "the beginning of a project's number"),
    ("机密", "机密, nowhere"),
)

_LINE: Final = """
    SELECT c.id, c.uid, c.number, c.name, c.state, c.handler, c.source, c.amount_fen,
        c.registered_at, c.crime_suspected, coalesce(a.name, ''), c.owner_uid <> o.uid,
        coalesce((SELECT m.state FROM matter m WHERE m.case_uid = c.uid
                  ORDER BY m.id DESC LIMIT 1), ''),
        (SELECT min(d.due_at) FROM duty d JOIN matter m ON m.id = d.matter_id
         WHERE m.case_uid = c.uid AND d.state = 'open')
    FROM "case" c LEFT JOIN agency a ON a.uid = c.owner_uid, agency o
    WHERE o.is_self"""
_SCANNED: Final = """(c.number LIKE :like OR c.name LIKE :like OR c.facts LIKE :like
    OR EXISTS (SELECT 1 FROM case_party l JOIN party p ON p.id = l.party_id
               WHERE l.case_id = c.id AND p.name LIKE :like))"""
_INDEXED: Final = "c.id IN (SELECT rowid FROM case_words WHERE case_words MATCH :match)"


def run() -> Report:
    made = cases.big_register()
    with cases.opened(made) as register, closing(_plain(made.plain)) as plain:
        exact = _compare(register, plain)
        figures = [*_listing(register, plain), *_searching(register, plain)]
    return Report(
        (*figures, *_opening(made)),
        (
            exact,
            f"{made.folder / 'register.db'}: {_size(made.folder / 'register.db')}; "
            f"without a key {_size(made.plain)}",
        ),
    )


# -- exactness -----------------------------------------------------------------------------


def _compare(register: Register, plain: dbapi2.Connection) -> str:
    """Compare every query's whole answer with a scan; raises AssertionError."""
    scan = _Scan(plain)
    found = 0
    with register.read() as session:
        for query in QUERIES:
            answer = list(search.matching_cases(session, query))
            assert answer == scan.matching(query), f"search and scan disagree about {query!r}"
            found += len(answer)
    return f"{len(QUERIES)} queries, {found:,} cases found, 0 disagreements with a substring scan"


class _Scan:
    """The texts of every case in memory, read from the copy without a key."""

    def __init__(self, plain: dbapi2.Connection) -> None:
        self._texts: dict[int, list[str]] = {}
        for statement in (
            'SELECT id, number, name, facts FROM "case"',
            "SELECT case_id, number, name FROM project",
            "SELECT l.case_id, p.name, p.identifier"
            " FROM case_party l JOIN party p ON p.id = l.party_id",
        ):
            for case_id, *texts in plain.execute(statement):
                self._texts.setdefault(case_id, []).extend(_folded(text) for text in texts)

    def matching(self, query: str) -> list[int]:
        terms = _folded(query).split()
        return [
            case_id
            for case_id, texts in sorted(self._texts.items(), reverse=True)
            if all(any(term in text for text in texts) for term in terms)
        ]


def _folded(text: str) -> str:
    """Full width and half width, upper and lower case are the same."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


# -- time ----------------------------------------------------------------------------------


def _listing(register: Register, plain: dbapi2.Connection) -> list[Figure]:
    ours, peer, limit = least(
        lambda: _first_page(register, CaseQuery()),
        lambda: _plain_page(plain, 'SELECT id FROM "case" ORDER BY id DESC', {}),
        lambda: plain.execute(f"{_LINE} ORDER BY c.id DESC LIMIT {PAGE}").fetchall(),
    )
    name = "the list: every id and the first page"
    alone = "the first page alone in plain SQLite"
    return [Figure(name, ours, "ms", peer, PEER, limit=limit, limited_by=alone)]


def _searching(register: Register, plain: dbapi2.Connection) -> list[Figure]:
    figures = []
    for text, told in TIMED:
        ours, indexed, scanned = least(
            _asking(register, text), _by_index(plain, text), _by_scan(plain, text)
        )
        figures += [
            Figure(f"search {told}", ours, "ms", indexed, f"{PEER}, its index unverified"),
            Figure(f"search {told}", ours, "ms", scanned, f"{PEER}, LIKE"),
        ]
    return figures


def _asking(register: Register, text: str) -> Callable[[], object]:
    return lambda: _first_page(register, CaseQuery(text=text))


def _first_page(register: Register, query: CaseQuery) -> tuple[case_list.CaseRow, ...]:
    ids = case_list.case_ids(register, query)
    return case_list.case_rows(register, ids[:PAGE])


def _plain_page(plain: dbapi2.Connection, ids: str, values: dict[str, str]) -> list[Any]:
    """What ``_first_page`` does, by hand."""
    found = [row[0] for row in plain.execute(ids, values)]
    marks = ", ".join(map(str, found[:PAGE]))
    page: list[Any] = plain.execute(f"{_LINE} AND c.id IN ({marks}) ORDER BY c.id DESC").fetchall()
    return page


def _by_index(plain: dbapi2.Connection, text: str) -> Callable[[], object]:
    match = " AND ".join(_pairs(text))
    ids = f'SELECT c.id FROM "case" c WHERE {_INDEXED} ORDER BY c.id DESC LIMIT {SEARCH_LIMIT}'
    return lambda: _plain_page(plain, ids, {"match": match})


def _by_scan(plain: dbapi2.Connection, text: str) -> Callable[[], object]:
    term = max(text.split(), key=len)
    ids = f'SELECT c.id FROM "case" c WHERE {_SCANNED} ORDER BY c.id DESC LIMIT {SEARCH_LIMIT}'
    return lambda: _plain_page(plain, ids, {"like": f"%{term}%"})


def _pairs(text: str) -> list[str]:
    """What the index knows of *text*: neighbours of every word and number."""
    words = "".join(c if c.isalnum() else " " for c in _folded(text)).split()
    return [f'"{word[i : i + 2]}"' for word in words for i in range(max(1, len(word) - 1))]


# -- opening -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Opening:
    made: cases.BigRegister

    def ours(self) -> None:
        with cases.opened(self.made) as register:
            setup.identity(register)
            _first_page(register, CaseQuery())

    def peer(self) -> None:
        with closing(_plain(self.made.plain)) as plain:
            _plain_page(plain, 'SELECT id FROM "case" ORDER BY id DESC', {})


def _opening(made: cases.BigRegister) -> list[Figure]:
    opening = _Opening(made)
    ours, peer, guess = least(opening.ours, opening.peer, _guess)
    usual = slots.USUAL
    told = f"Argon2id, {usual.memory_kib >> 10} MiB, {usual.iterations} passes"
    return [
        Figure("open, first page, close; without the passphrase", ours, "ms", peer, PEER),
        Figure(f"the passphrase: {told}", guess, "ms"),
    ]


def _guess() -> None:
    usual = slots.USUAL
    Argon2id(
        salt=bytes(16),
        length=32,
        iterations=usual.iterations,
        lanes=usual.lanes,
        memory_cost=usual.memory_kib,
    ).derive(cases.PASSPHRASE.encode())


def _plain(path: Path) -> dbapi2.Connection:
    connection = dbapi2.connect(f"{path.as_uri()}?mode=ro", uri=True)
    connection.execute("PRAGMA cache_size = -32768")
    return connection


def _size(path: Path) -> str:
    return f"{path.stat().st_size / 2**20:.0f} MiB"
