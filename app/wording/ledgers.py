"""The words of receipts and ledgers, and the tables that are printed and exported of them.

A table is a document and stays Chinese; only the marked words are shown in windows too.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import Final

from app.documents.kinds.registers import Column, TableText
from app.documents.model import Align
from app.kernel import clock
from app.rules.answers import Answer
from app.rules.steps import StepKind
from app.services.disclosures import Disclosure
from app.services.ledger import (
    BundleRow,
    BundleState,
    Carried,
    Direction,
    ImportReport,
    LedgerQuery,
)
from app.services.receipts import Layer, Layers, ReceiptRow
from app.services.resending import Missing
from app.wording.marking import QT_TRANSLATE_NOOP
from app.wording.procedure import CARRIERS, STEPS
from app.wording.records import ENTRY_TYPES

LAYERS: Final = MappingProxyType(
    {
        Layer.QUEUED: QT_TRANSLATE_NOOP("wording", "待写入介质"),
        Layer.WRITTEN: QT_TRANSLATE_NOOP("wording", "已写入介质"),
        Layer.TAKEN_IN: QT_TRANSLATE_NOOP("wording", "对方已导入"),
        Layer.SEEN: QT_TRANSLATE_NOOP("wording", "对方已阅"),
        Layer.ANSWERED: QT_TRANSLATE_NOOP("wording", "已签收、受理或答复"),
    }
)

NOT_YET: Final = QT_TRANSLATE_NOOP("wording", "尚未")
NOT_ALL: Final = QT_TRANSLATE_NOOP("wording", "不是每一项都已到这一步")

BUNDLE_STATES: Final = MappingProxyType(
    {
        BundleState.PROMISED: QT_TRANSLATE_NOOP("wording", "未写完"),
        BundleState.FAILED: QT_TRANSLATE_NOOP("wording", "写入失败"),
        BundleState.WRITTEN: QT_TRANSLATE_NOOP("wording", "已写入介质"),
        BundleState.PARTLY_TAKEN_IN: QT_TRANSLATE_NOOP("wording", "对方已导入一部分"),
        BundleState.TAKEN_IN: QT_TRANSLATE_NOOP("wording", "对方已导入"),
        BundleState.RECEIVED: QT_TRANSLATE_NOOP("wording", "本单位已导入"),
        BundleState.REFUSED: QT_TRANSLATE_NOOP("wording", "拒绝导入"),
    }
)

DIRECTIONS: Final = MappingProxyType(
    {
        Direction.OUT: QT_TRANSLATE_NOOP("wording", "送出"),
        Direction.IN: QT_TRANSLATE_NOOP("wording", "收到"),
    }
)

BEYOND: Final = QT_TRANSLATE_NOOP("wording", "吊销截止之后收到，请核实")
"""Of what stands here beyond a cut-off; see ``services.cutoffs``."""

ENTRY_STATES: Final = MappingProxyType(
    {
        "applied": QT_TRANSLATE_NOOP("wording", "已记入"),
        "parked": QT_TRANSLATE_NOOP("wording", "留存待读"),
        "ahead": QT_TRANSLATE_NOOP("wording", "前面缺号，暂存"),
        "refused": QT_TRANSLATE_NOOP("wording", "不予登入，留作证据"),
        "conflict": QT_TRANSLATE_NOOP("wording", "与已有内容冲突，两份都保留"),
    }
)
"""By the word of ``sync.book.State``."""

_NOTHING: Final = "—"
_NOT_LAW: Final = (
    "“对方已导入”的时间是本单位得知的时间；它和“对方已阅”由对方程序签名带回，不是签收，不起算期限；"
    "期限只从签收、受理、答复等法定环节起算，纸质与电子时间不一致的以纸质为准。"
)
_OWN_DIGEST: Final = "送出的包，校验值是文件的 SHA-256；收到的包，是其信封的 SHA-256。"


# -- words ---------------------------------------------------------------------------------


def moment(at: datetime | None) -> str:
    return f"{clock.local(at):%Y-%m-%d %H:%M}" if at else _NOTHING


def numbers(first: int, last: int) -> str:
    if last < first or last == 0:
        return _NOTHING
    return str(first) if first == last else f"{first}–{last}"


def entry_title(type_: str, title: str) -> str:
    """What an entry is called; a step's title is the word of its kind."""
    if type_ == "step/1" and title in set(StepKind):
        return STEPS[StepKind(title)]
    return title or ENTRY_TYPES.get(type_, type_)


def answer(found: Answer) -> str:
    """An act with its moment; where paper and program differ, both moments."""
    told = f"{STEPS[found.kind]} {moment(found.at)}"
    if not found.differs:
        return told
    others = "，".join(
        f"{CARRIERS[record.carrier]} {moment(record.at)}" for record in found.records
    )
    return f"{told}（{others}）"


def summary(counts: Mapping[str, int]) -> str:
    """«文书 1，办理环节 3»; a bundle without entries carries an acknowledgement alone."""
    told = [f"{ENTRY_TYPES.get(type_, type_)} {count}" for type_, count in sorted(counts.items())]
    return "，".join(told) or "仅回执"


# -- tables --------------------------------------------------------------------------------

_ID: Final = Column("序号", 12, Align.CENTRE)


def bundles_table(
    rows: Sequence[BundleRow],
    contents: Mapping[str, Sequence[Carried]],
    query: LedgerQuery,
    peer: str,
) -> TableText:
    """往来台账; *contents* gives the titles by the bundle's uid, *peer* the name asked for."""
    columns = (
        _ID,
        Column("方向", 12, Align.CENTRE),
        Column("往来单位", 34),
        Column("序列", 14, Align.CENTRE),
        Column("号码", 18, Align.CENTRE),
        Column("写入（导入）时间", 30, Align.CENTRE),
        Column("内容", 66),
        Column("文件", 50),
        Column("校验值", 52),
        Column("状态", 34),
    )
    return TableText(
        title="交换包往来台账",
        columns=columns,
        rows=tuple(
            (
                str(number),
                DIRECTIONS[row.direction],
                row.peer or _NOTHING,
                str(row.incarnation) if row.incarnation else _NOTHING,
                numbers(row.first, row.last),
                moment(row.at),
                _titles(row, contents.get(row.uid, ())),
                row.file or _NOTHING,
                row.digest or _NOTHING,
                _bundle_state(row),
            )
            for number, row in enumerate(rows, 1)
        ),
        facts=(_asked(query, peer, len(rows)),),
        notes=(_OWN_DIGEST, _NOT_LAW),
    )


def receipts_table(rows: Sequence[ReceiptRow], peer: str, now: datetime) -> TableText:
    """回执 per letter and step, with the days waited since the last layer."""
    columns = (
        _ID,
        Column("往来单位", 34),
        Column("事项", 52),
        Column("文书、环节", 44),
        Column("文号", 36),
        Column("已写入介质", 28, Align.CENTRE),
        Column("对方已导入", 28, Align.CENTRE),
        Column("对方已阅", 32, Align.CENTRE),
        Column("签收、受理、答复", 50),
        Column("等候天数", 22, Align.CENTRE),
    )
    return TableText(
        title="回执台账",
        columns=columns,
        rows=tuple(
            (
                str(number),
                row.peer,
                row.subject,
                entry_title(row.type, row.title),
                row.number or _NOTHING,
                *_layers(row.layers),
                waited(row.waits_since, now),
            )
            for number, row in enumerate(rows, 1)
        ),
        facts=(f"往来单位：{peer or '全部'}　　截至：{moment(now)}　　共 {len(rows)} 项",),
        notes=(_NOT_LAW,),
    )


def disclosures_table(rows: Sequence[Disclosure], about: str) -> TableText:
    """披露台账: which agency holds which version by which bundle."""
    columns = (
        _ID,
        Column("记录", 60),
        Column("类别", 22, Align.CENTRE),
        Column("版本", 12, Align.CENTRE),
        Column("持有单位", 36),
        Column("交换包", 56),
        Column("写入时间", 30, Align.CENTRE),
        Column("对方导入时间", 30, Align.CENTRE),
        Column("对方已阅", 32, Align.CENTRE),
        Column("备注", 40),
    )
    return TableText(
        title="信息提供（披露）台账",
        columns=columns,
        rows=tuple(
            (
                str(number),
                entry_title(row.type, row.title) if row.title else "（内容已依法销毁）",
                ENTRY_TYPES.get(row.type, row.type),
                str(row.version),
                row.peer,
                row.file or _NOTHING,
                moment(row.written_at),
                moment(row.taken_in_at),
                _seen(row.seen_at, row.seen_by),
                remarks(row),
            )
            for number, row in enumerate(rows, 1)
        ),
        facts=(f"范围：{about}　　共 {len(rows)} 项",),
        notes=(
            "本表记载本单位向谁提供过哪一版本，不反映对方再向他人提供的情况。",
            "未写入介质的，对方尚未持有；已写入介质而未确认导入的，对方可能已经持有。",
        ),
    )


def import_report_table(report: ImportReport) -> TableText:
    """导入报告 of one bundle."""
    bundle = report.bundle
    facts = (
        f"发出单位：{bundle.peer}　　写出时间（对方所述）：{moment(report.created)}　　"
        f"导入时间：{moment(bundle.at)}",
        f"序列 {bundle.incarnation}，第 {numbers(bundle.first, bundle.last)} 号　　"
        f"文件：{bundle.file}",
        f"信封校验值：{bundle.digest}　　签名密钥：{report.key}",
        _acknowledged(*report.acknowledged),
    )
    return TableText(
        title="交换包导入报告",
        columns=(
            Column("号码", 14, Align.CENTRE),
            Column("类别", 24, Align.CENTRE),
            Column("内容", 70),
            Column("版本", 12, Align.CENTRE),
            Column("结果", 34, Align.CENTRE),
            Column("说明", 56),
        ),
        rows=(*_entry_rows(report.entries), *_file_rows(report)),
        facts=facts,
        notes=(
            "签名、校验值、号码和附件均已由程序核对。导入不等于签收：期限自登记的签收时间起算。",
            "结果按打印时登记册的情况列出；暂存、留存的内容补齐或升级后自动生效。",
        ),
        landscape=False,
    )


def contents_table(bundle: BundleRow, found: Sequence[Carried]) -> TableText:
    """What one of our bundles carried."""
    return TableText(
        title="交换包内容清单",
        columns=(
            Column("号码", 14, Align.CENTRE),
            Column("类别", 24, Align.CENTRE),
            Column("内容", 100),
            Column("版本", 12, Align.CENTRE),
        ),
        rows=tuple(
            (
                str(each.seq),
                ENTRY_TYPES.get(each.type, each.type),
                entry_title(each.type, each.title),
                str(each.version),
            )
            for each in found
        )
        or ((_NOTHING, _NOTHING, "没有新内容，仅回执", _NOTHING),),
        facts=(
            f"收件单位：{bundle.peer}　　时间：{moment(bundle.at)}　　"
            f"状态：{_bundle_state(bundle)}",
            f"序列 {bundle.incarnation}，第 {numbers(bundle.first, bundle.last)} 号　　"
            f"文件：{bundle.file or _NOTHING}",
            f"校验值 SHA-256：{bundle.digest or _NOTHING}",
        ),
        notes=(_NOT_LAW,),
        landscape=False,
    )


def resend_request(missing: Missing, own: str, now: datetime) -> TableText:
    """补发请求, to be handed over or sent as the officer likes."""
    gaps = [
        (f"第 {numbers(first, last)} 号内容", "缺号：此前的包没有收到")
        for first, last in missing.gaps
    ]
    files = [(f"附件：{each.name}", f"SHA-256 {each.sha256}") for each in missing.files]
    return TableText(
        title="交换包补发请求",
        columns=(_ID, Column("请求补发的内容", 70), Column("说明", 80)),
        rows=tuple((str(at), *each) for at, each in enumerate([*gaps, *files], 1)),
        facts=(
            f"{missing.peer}：",
            f"本单位已完整导入你单位序列 {missing.incarnation} 的第 {missing.received} 号。"
            "下列内容尚未收到，请重新封装一个交换包送本单位。",
        ),
        notes=(
            "重新封装即可：未经确认的内容会全部再次写入；缺附件的，封装时请勾选“重新写入附件”。",
            "也可以等下一个交换包：缺少的内容会随之补齐，不会遗漏。",
            f"请求单位：{own}　　　　经办人：　　　　　　　　{clock.local(now):%Y 年 %m 月 %d 日}",
        ),
        landscape=False,
    )


def waited(since: datetime | None, now: datetime) -> str:
    """Whole days of UTC+08:00 from *since*; nothing is waited for where it is None."""
    if since is None:
        return _NOTHING
    return str((clock.local_date(now) - clock.local_date(since)).days)


def remarks(row: Disclosure) -> str:
    """What else is to be known of a disclosure."""
    told = [f"共写入 {row.bundles} 个包"] if row.bundles > 1 else []
    if row.withdrawn_at is not None:
        told.append(f"{clock.local(row.withdrawn_at):%Y-%m-%d} 已撤回")
    if row.destroyed:
        told.append("本单位内容已依法销毁，对方所持未销毁")
    return "；".join(told) or _NOTHING


# -- inside --------------------------------------------------------------------------------


def _layers(found: Layers) -> tuple[str, str, str, str]:
    law = "；".join(answer(each) for each in found.answers)
    waiting = "尚未" if found.awaited else _NOTHING
    if not found.digital:
        return "纸质往来", _NOTHING, _NOTHING, law or waiting
    return (
        moment(found.written_at),
        moment(found.taken_in_at),
        _seen(found.seen_at, found.seen_by),
        law or waiting,
    )


def _seen(at: datetime | None, by: str) -> str:
    return f"{by} {moment(at)}" if at else _NOTHING


def _bundle_state(row: BundleRow) -> str:
    word = BUNDLE_STATES[row.state]
    if row.taken_in_at is not None:
        return f"{word} {moment(row.taken_in_at)}"
    if row.beyond:
        return f"{word}；{BEYOND}"
    return f"{word}（{row.code}）" if row.code else word


def _titles(row: BundleRow, contents: Sequence[Carried]) -> str:
    """The titles of what people know by name, and the number of the rest."""
    named = [
        entry_title(each.type, each.title)
        for each in contents
        if each.type in {"letter/1", "step/1", "case-extract/1"} and each.title
    ]
    counted = summary(row.counts) if row.first or row.counts else _NOTHING
    return f"{counted}：{'；'.join(named)}" if named else counted


def _asked(query: LedgerQuery, peer: str, count: int) -> str:
    since = query.since.isoformat() if query.since else "最早"
    until = query.until.isoformat() if query.until else "最近"
    way = DIRECTIONS[query.direction] if query.direction else "送出和收到"
    return f"往来单位：{peer or '全部'}　　方向：{way}　　期间：{since} 至 {until}　　共 {count} 个"


def _acknowledged(incarnation: int, seq: int) -> str:
    if not seq:
        return "对方在此包中没有确认收到本单位的内容。"
    return f"对方在此包中确认：本单位序列 {incarnation} 的第 1 至 {seq} 号已导入。"


def _entry_rows(found: Sequence[Carried]) -> Iterator[tuple[str, ...]]:
    if not found:
        yield (_NOTHING, _NOTHING, "没有新内容", _NOTHING, _NOTHING, "登记册里已经有其中的全部内容")
    for each in found:
        yield (
            str(each.seq),
            ENTRY_TYPES.get(each.type, each.type),
            entry_title(each.type, each.title),
            str(each.version),
            ENTRY_STATES.get(each.state, each.state),
            each.reason or (BEYOND if each.beyond else _NOTHING),
        )


def _file_rows(report: ImportReport) -> Iterator[tuple[str, ...]]:
    for each in report.files:
        part = "分卷，" if each.piece else ""
        yield (
            _NOTHING,
            "附件文件",
            each.name or _NOTHING,
            _NOTHING,
            "已核对",
            f"{part}{each.size:,} 字节，SHA-256 {each.sha256}",
        )
