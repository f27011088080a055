"""指纹确认单: what it says, and that paper and matrix say the same groups."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final

import pypdfium2

from app.documents.fonts.chain import bundled
from app.documents.kinds import fingerprint
from app.documents.kinds.fingerprint import FingerprintFacts
from app.documents.kinds.mark import matrix
from app.documents.model import texts

_GROUPS: Final = tuple(f"{number * 1234 % 10000:04d}" for number in range(1, 11))
_FACTS: Final = FingerprintFacts(
    agency="示例市财政局",
    agency_uid="11111111-1111-4111-8111-111111111111",
    incarnation=2,
    groups=_GROUPS,
    liaison="甲某某",
    phone="0000-1111111",
    mechanism="示例市政府采购领域协同监管机制",
)


def _words(facts: FingerprintFacts) -> str:
    return " ".join(words for _, words in texts(fingerprint.write(facts)))


def test_all_ten_groups_stand_on_one_page() -> None:
    made = fingerprint.sheet(_FACTS, bundled(), exercise=True)

    assert made.pages == 1
    said = pypdfium2.PdfDocument(made.pdf)[0].get_textpage().get_text_range()
    assert all(group in said for group in _GROUPS)


def test_longer_names_and_a_comparison_on_record_still_take_one_page() -> None:
    long = replace(
        _FACTS,
        agency="示例市政府采购领域协同监管联席会议成员单位市场监督管理局",
        mechanism="示例市政府采购领域协同监管机制（含县区、功能区财政部门）",
        checked_by="示例市公安局",
        checked_how="当面核对，示例市财政局301室，甲某某",
        checked_at=datetime(2026, 9, 16, 4, 0, tzinfo=UTC),
    )

    assert fingerprint.sheet(long, bundled()).pages == 1
    assert "2026年9月16日12时00分核对一致" in _words(long)


def test_the_matrix_says_the_groups_of_the_card() -> None:
    check = fingerprint.write(_FACTS).check

    assert check is not None
    said = f"LXF1|{_FACTS.agency_uid}|2|{''.join(_GROUPS)}"
    assert check.matrix == matrix(said)


def test_another_key_is_another_sheet() -> None:
    one, other = (fingerprint.write(replace(_FACTS, incarnation=number)).check for number in (2, 3))
    assert one is not None
    assert other is not None
    assert one.code != other.code
