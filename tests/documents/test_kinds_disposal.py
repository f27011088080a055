"""The printed 销毁清册: to be signed by hand at first, then with all that was done."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final

import pypdfium2

from app.documents.fonts.chain import bundled
from app.documents.kinds.disposal import DisposalFacts, DisposalLine, disposal_register
from app.rules.retention import Signer, Term
from tests.documents.reading import bare

LINE: Final = DisposalLine(
    number="案登〔2026〕1号",
    title="政府采购案卷",
    owner="示例市财政局",
    copy=False,
    closed_on=date(2026, 9, 30),
    term=Term.TEN_YEARS,
    ends_on=date(2036, 12, 31),
    reason="保管期限届满",
    early_basis="",
    letters=("示财采移〔2026〕1号",),
    entries=14,
    files=2,
)
FACTS: Final = DisposalFacts(
    agency="示例市财政局",
    lines=(LINE,),
    digest="0123456789abcdef" * 4,
    proposed_on=date(2037, 1, 4),
    proposed_by="甲某某",
    appraisal="",
    basis="",
    approver="",
    approved_on=None,
    signers=(),
    executed_at=None,
    executed_by="",
    backups=(),
    exercise=False,
)


def _said(facts: DisposalFacts) -> str:
    document = pypdfium2.PdfDocument(disposal_register(facts, bundled()).pdf)
    try:
        return bare("".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


def test_before_its_approval_it_has_places_to_sign() -> None:
    said = _said(FACTS)

    for words in ("鉴定意见：", "批准人（签名）", "监销人（两名以上，签名）", "0123456789abcdef"):
        assert bare(words) in said
    assert "执行：" not in said


def test_afterwards_it_says_who_and_when() -> None:
    done = replace(
        FACTS,
        appraisal="无继续保存价值",
        basis="《机关档案管理规定》",
        approver="己某某",
        approved_on=date(2037, 1, 5),
        signers=(Signer("庚某某", "档案室"), Signer("辛某某", "")),
        executed_at=datetime(2037, 1, 5, 2, 30, tzinfo=UTC),
        executed_by="甲某某",
        backups=("2036-12-01 09:00 sl-czj.lxbackup",),
    )

    said = _said(done)

    for words in (
        "监销人：庚某某（档案室）、辛某某",
        "2037年1月5日10时30分，由甲某某执行",
        "仍含上述内容，须另行销毁或者到期覆盖：2036-12-01 09:00 sl-czj.lxbackup",
    ):
        assert bare(words) in said
    assert bare("批准人（签名）") not in said


def test_a_copy_and_an_early_end_are_said_in_the_line() -> None:
    line = replace(
        LINE,
        copy=True,
        term=Term.PERMANENT,
        ends_on=None,
        early_basis="《个人信息保护法》第四十七条",
        letters=(),
    )

    said = _said(replace(FACTS, lines=(line,)))

    for words in (
        "（本单位保存的副本）",
        "永久",
        "提前销毁依据：《个人信息保护法》第四十七条",
        "无",
    ):
        assert bare(words) in said
