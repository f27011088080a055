"""档案销毁清册: what was or shall be destroyed, by whose approval, before whose eyes.

The columns are those 国家档案局令第13号 asks of such a list, as far as a case has them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from app.documents.fonts.face import FontSet
from app.documents.kinds.registers import Column, PrintedTable, register_table
from app.documents.kinds.templates import day, grouped, moment
from app.documents.model import Align
from app.rules.retention import Signer, Term

_TITLE: Final = "档案销毁清册"
_TERMS: Final = MappingProxyType(
    {Term.TEN_YEARS: "定期10年", Term.THIRTY_YEARS: "定期30年", Term.PERMANENT: "永久"}
)
_COLUMNS: Final = (
    Column("序号", 10, Align.CENTRE),
    Column("案号", 30),
    Column("题名", 52),
    Column("责任者", 30),
    Column("结案日期", 22, Align.CENTRE),
    Column("应保管期限", 26, Align.CENTRE),
    Column("文号（保留）", 32),
    Column("销毁内容", 24),
    Column("销毁理由和依据", 40),
)
_BY_HAND: Final = (
    "鉴定意见：　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　　",
    "批准人（签名）：　　　　　　　　　　　　　　　　　　　　　　年　　月　　日",
    "监销人（两名以上，签名）：　　　　　　　　　　　　　　　　　　　　　　年　　月　　日",
)
_REMAINS: Final = (
    "销毁后保留：本清册，文书的种类、文号、日期和校验值，事项的种类、双方单位、状态和日期，"
    "往来记录的签名和校验值，审计日志。这些内容不含案情和个人信息，签名和校验仍可验证。"
)
_NAMING: Final = "写有案件名称或者当事人、没有归入案件的单独文书不随本清册销毁，须另行鉴定："
_BACKUPS: Final = "销毁以前制作的备份仍含上述内容，须另行销毁或者到期覆盖："
_NO_BACKUPS: Final = "登记册没有备份记录；另行制作过备份的，须一并销毁。"


@dataclass(frozen=True, slots=True)
class DisposalLine:
    """One case on the list; *copy* when the case is *owner*'s and only our copy goes.

    *drafts* go with it; *naming* (numbers) and *naming_drafts* name it and stay.
    """

    number: str
    title: str
    owner: str
    copy: bool
    closed_on: date
    term: Term
    ends_on: date | None
    reason: str
    early_basis: str
    letters: tuple[str, ...]
    entries: int
    files: int
    drafts: int = 0
    naming: tuple[str, ...] = ()
    naming_drafts: int = 0


@dataclass(frozen=True, slots=True)
class DisposalFacts:
    """*approved_on* None: to be signed by hand; *executed_at* None: nothing is destroyed yet."""

    agency: str
    lines: tuple[DisposalLine, ...]
    digest: str
    proposed_on: date
    proposed_by: str
    appraisal: str
    basis: str
    approver: str
    approved_on: date | None
    signers: tuple[Signer, ...]
    executed_at: datetime | None
    executed_by: str
    backups: tuple[str, ...]
    exercise: bool


def disposal_register(facts: DisposalFacts, fonts: FontSet) -> PrintedTable:
    """The list as it is signed, or with the signatures and the execution it records."""
    return register_table(
        _TITLE,
        _COLUMNS,
        [_cells(number, line) for number, line in enumerate(facts.lines, 1)],
        agency=facts.agency,
        facts=(
            f"编制单位：{facts.agency}　　编制人：{facts.proposed_by}　　"
            f"编制日期：{day(facts.proposed_on)}　　共{len(facts.lines)}件",
            f"清册校验值（SHA-256）：{grouped(facts.digest)}",
        ),
        notes=tuple(_notes(facts)),
        day=facts.approved_on or facts.proposed_on,
        exercise=facts.exercise,
        fonts=fonts,
    )


def _cells(number: int, line: DisposalLine) -> tuple[str, ...]:
    until = f"至{line.ends_on.isoformat()}" if line.ends_on else ""
    early = f"提前销毁依据：{line.early_basis}" if line.early_basis else ""
    return (
        str(number),
        line.number,
        line.title,
        f"{line.owner}（本单位保存的副本）" if line.copy else line.owner,
        line.closed_on.isoformat(),
        f"{_TERMS[line.term]}{until}",
        "、".join(line.letters) or "无",
        f"案件记录1件，往来记录{line.entries}条，文件{line.files}个"
        + (f"，文书拟稿{line.drafts}件" if line.drafts else ""),
        "；".join(filter(None, (line.reason, early))),
    )


def _naming(line: DisposalLine) -> str:
    """What names the case and stays; the officer decides whether it belongs to it."""
    drafts = (f"拟稿{line.naming_drafts}件",) if line.naming_drafts else ()
    return f"{line.number}：{'、'.join((*line.naming, *drafts))}"


def _notes(facts: DisposalFacts) -> Iterator[str]:
    if naming := [_naming(each) for each in facts.lines if each.naming or each.naming_drafts]:
        yield _NAMING + "；".join(naming) + "。"
    if facts.approved_on is None:
        yield from _BY_HAND
    else:
        signers = "、".join(
            f"{each.name}（{each.post}）" if each.post else each.name for each in facts.signers
        )
        yield f"鉴定意见：{facts.appraisal}"
        yield f"销毁依据：{facts.basis}"
        yield f"批准人：{facts.approver}　　批准日期：{day(facts.approved_on)}"
        yield f"监销人：{signers}"
    if facts.executed_at is not None:
        yield f"执行：{moment(facts.executed_at)}，由{facts.executed_by}执行。"
    yield _REMAINS
    yield _BACKUPS + "；".join(facts.backups) + "。" if facts.backups else _NO_BACKUPS
