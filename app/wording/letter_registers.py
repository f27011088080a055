"""发文登记簿 and 收文登记簿 as printed and exported; Chinese whatever the screen speaks."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Final

from app.documents.kinds.registers import Column, TableText
from app.documents.model import Align
from app.kernel import clock
from app.services.incoming import IncomingQuery, IncomingRow
from app.services.outgoing import OutgoingQuery, OutgoingRow, Standing
from app.wording.disposal import DESTROYED
from app.wording.letter_book import REASONS
from app.wording.marking import QT_TRANSLATE_NOOP
from app.wording.procedure import LETTER_KINDS, STATES

_ID: Final = Column("序号", 17, Align.CENTRE)
_NOTHING: Final = "—"
PAPER_NAME: Final = QT_TRANSLATE_NOOP("wording", "纸质来文")

STANDINGS_SHOWN: Final = MappingProxyType(
    {
        Standing.ISSUED: "",
        Standing.WITHDRAWN: QT_TRANSLATE_NOOP("wording", "已撤回"),
        Standing.VOID: QT_TRANSLATE_NOOP("wording", "作废"),
        Standing.EXPLAINED: QT_TRANSLATE_NOOP("wording", "空号"),
        Standing.GAP: QT_TRANSLATE_NOOP("wording", "空号待说明"),
        Standing.TWICE: QT_TRANSLATE_NOOP("wording", "重号"),
        Standing.DESTROYED: DESTROYED,
    }
)
"""What is said of a line of the book; nothing of a letter that stands."""


def outgoing_table(rows: Sequence[OutgoingRow], query: OutgoingQuery) -> TableText:
    """发文登记簿: a line for each number, and one for each gap."""
    columns = (
        _ID,
        Column("文号", 46),
        Column("标题", 74),
        Column("主送机关", 40),
        Column("签发人", 20),
        Column("成文日期", 26, Align.CENTRE),
        Column("份数", 13, Align.CENTRE),
        Column("用印日期", 26, Align.CENTRE),
        Column("送达时间", 30, Align.CENTRE),
        Column("签收时间", 30, Align.CENTRE),
        Column("备注", 48),
    )
    return TableText(
        title="发文登记簿",
        columns=columns,
        rows=tuple(_outgoing(number, row) for number, row in enumerate(rows, 1)),
        facts=(_asked(query.year, kind_name(query.kind or ""), query.text, len(rows)),),
        notes=("送达、签收时间按纸质送达回证和回执登记；未登记的不等于未送达。",),
    )


def incoming_table(rows: Sequence[IncomingRow], query: IncomingQuery) -> TableText:
    """收文登记簿: what is in the book; what waits to be entered is not printed."""
    columns = (
        _ID,
        Column("收文号", 38),
        Column("收文时间", 32, Align.CENTRE),
        Column("来文机关", 42),
        Column("来文字号", 44),
        Column("标题", 84),
        Column("成文日期", 26, Align.CENTRE),
        Column("份数", 13, Align.CENTRE),
        Column("承办人", 22),
        Column("办理情况", 54),
    )
    entered = [row for row in rows if not row.waits]
    return TableText(
        title="收文登记簿",
        columns=columns,
        rows=tuple(_incoming(number, row) for number, row in enumerate(entered, 1)),
        facts=(_asked(query.year, kind_name(query.kind), query.text, len(entered)),),
        notes=("收文登记不是签收；电子件的导入时间另有记载，不起算期限。",),
    )


def kind_name(kind: str) -> str:
    """What a kind of letter is called; what came on paper has one too, and none is all of them."""
    if not kind:
        return ""
    return LETTER_KINDS.get(kind, PAPER_NAME)


def remark(row: OutgoingRow) -> str:
    """备注: what became of the number, and where the letter was finished."""
    if row.standing is Standing.GAP:
        return "空号，原因尚未说明"
    said = []
    if row.reason is not None:
        said.append(REASONS[row.reason])
    elif row.standing is not Standing.ISSUED:
        said.append(STANDINGS_SHOWN[row.standing])
    elif row.way == "external":
        said.append("外部定稿")
    return "；".join([*said, *([row.note] if row.note else [])])


def handled(row: IncomingRow) -> str:
    """办理情况: how far its matter is, and what was written of it."""
    said = (STATES[row.state] if row.state else "", row.remark)
    return "；".join(each for each in said if each)


def _outgoing(number: int, row: OutgoingRow) -> tuple[str, ...]:
    return (
        str(number),
        row.number,
        row.title or _untitled(row),
        row.receiver or _NOTHING,
        row.signer or _NOTHING,
        _day(row.dated_on),
        str(row.copies) if row.copies else _NOTHING,
        _day(row.sealed_on),
        moment(row.delivered_at),
        moment(row.acknowledged_at),
        remark(row),
    )


def _untitled(row: OutgoingRow) -> str:
    return "（内容已依法销毁）" if row.letter_uid else "（空号）"


def _incoming(number: int, row: IncomingRow) -> tuple[str, ...]:
    return (
        str(number),
        row.entered,
        moment(row.received_at),
        row.sender or _NOTHING,
        row.number or _NOTHING,
        row.title or "（内容已依法销毁）",
        _day(row.dated_on),
        str(row.copies),
        row.handler or _NOTHING,
        handled(row),
    )


def _asked(year: int | None, kind: str, text: str, count: int) -> str:
    said = [f"{year}年" if year else "全部年度", kind or "全部种类"]
    if text:
        said.append(f"含“{text}”")
    return "　".join([*said, f"共 {count} 项"])


def _day(day: date | None) -> str:
    return f"{day:%Y-%m-%d}" if day else _NOTHING


def moment(at: datetime | None) -> str:
    """To the minute; a dash where there is none."""
    return f"{clock.local(at):%Y-%m-%d %H:%M}" if at else _NOTHING
