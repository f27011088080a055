"""What stands wrong in the exchange, in plain words with one next step, and the words of a bundle
that is looked at before it is taken in."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from app.kernel import clock
from app.rules.packs import PackKind
from app.wording.marking import QT_TRANSLATE_NOOP
from app.wording.records import (
    EVIDENCE_KINDS,
    METHODS,
    PARTY_KINDS,
    PARTY_ROLES,
    PROJECT_KINDS,
)

if TYPE_CHECKING:
    from app.services.alarms import ConflictFound, Disagreement, ForkAlarm, Gap
    from app.services.settling import NumberTwice

_REASONS: Final = MappingProxyType(
    {
        "a record of another agency": QT_TRANSLATE_NOOP(
            "wording", "说的是其他单位登记的记录，对方无权改动"
        ),
        "a record of another agency, or one that is there already": QT_TRANSLATE_NOOP(
            "wording", "说的是其他单位登记的记录，或者与已有的记录重号"
        ),
        "a start that is not the first": QT_TRANSLATE_NOOP("wording", "“开启新一代”不在第 1 号"),
        "not shown to be a statement of ours": QT_TRANSLATE_NOOP(
            "wording", "送还的内容没有附上本单位原来的签名清单"
        ),
        "the manifest does not prove it": QT_TRANSLATE_NOOP(
            "wording", "送还的内容与本单位原来的签名清单不符"
        ),
    }
)
"""By ``Entry.reason`` of an entry without effect."""

_OF_RULES: Final = QT_TRANSLATE_NOOP("wording", "不合事项的办理规则（{code}）")
_OF_FORM: Final = QT_TRANSLATE_NOOP("wording", "内容不合格式（{code}）")
_OTHER: Final = QT_TRANSLATE_NOOP("wording", "内容不合格式")
_CODE: Final = re.compile(r"^(E-[A-Z]{3}-\d\d)\b")

_FORK: Final = QT_TRANSLATE_NOOP(
    "wording",
    "{agency}（第 {incarnation} 代）第 {seq} 号有两种内容，都有其签名。"
    "先导入的那一份继续有效，后来的 {file} 没有导入，只存为证据；其后的内容停收。\n"
    "先导入：{held}\n后来的：{found}",
)
_GAP: Final = QT_TRANSLATE_NOOP(
    "wording",
    "{agency}第 {numbers} 号还没有收到；其后的 {waiting} 项已收存，补齐后自动生效。"
    "不催也会随对方的下一个交换包再来。",
)
_CONFLICT_OURS: Final = QT_TRANSLATE_NOOP(
    "wording",
    "“{title}”：{agency}送还的第 {version} 版与本单位现在的内容不同。"
    "两份都保留，现用本单位的一份。",
)
_CONFLICT_THEIRS: Final = QT_TRANSLATE_NOOP(
    "wording",
    "“{title}”：{agency}给第 {version} 版说了两种内容。两份都保留，先收到的一份继续有效。",
)
_REFUSED: Final = QT_TRANSLATE_NOOP(
    "wording", "{agency}送来的 {count} 项内容没有采用，已留作证据；其余内容照常导入。"
)
_NUMBER_TWICE: Final = QT_TRANSLATE_NOOP(
    "wording",
    "“{number}”用了不止一次：{bearers}。登记册恢复以前用过的号，恢复后又用了一次。"
    "请与办公室核对，该更正、撤回的照规定办理，再登记结论。",
)

_DISAGREEMENT: Final = QT_TRANSLATE_NOOP(
    "wording",
    "{teller}在 {at} 说的{about}（第 {incarnation} 代、审计日志 {lines} 行），"
    "与本单位所知不能同时成立：{about}的登记册可能有两份，或者有一方被人冒用。",
)


_PLACES: Final = MappingProxyType(
    {
        "parties": QT_TRANSLATE_NOOP("wording", "当事人 {number}"),
        "violations": QT_TRANSLATE_NOOP("wording", "涉嫌违法行为 {number}"),
        "evidence": QT_TRANSLATE_NOOP("wording", "证据 {number}"),
        "project": QT_TRANSLATE_NOOP("wording", "采购项目"),
    }
)
"""The parts of a case extract that have values of their own."""

_VALUES: Final = MappingProxyType(
    {
        "number": QT_TRANSLATE_NOOP("wording", "编号"),
        "name": QT_TRANSLATE_NOOP("wording", "名称"),
        "source": QT_TRANSLATE_NOOP("wording", "来源"),
        "found_on": QT_TRANSLATE_NOOP("wording", "发现日期"),
        "amount_fen": QT_TRANSLATE_NOOP("wording", "涉案金额（元）"),
        "facts": QT_TRANSLATE_NOOP("wording", "基本案情"),
        "measures": QT_TRANSLATE_NOOP("wording", "已采取的措施"),
        "penalties": QT_TRANSLATE_NOOP("wording", "处理、处罚情况"),
        "handler": QT_TRANSLATE_NOOP("wording", "承办人"),
        "handler_phone": QT_TRANSLATE_NOOP("wording", "承办人电话"),
        "crime_suspected": QT_TRANSLATE_NOOP("wording", "涉嫌犯罪"),
        "kind": QT_TRANSLATE_NOOP("wording", "类别"),
        "method": QT_TRANSLATE_NOOP("wording", "采购方式"),
        "role": QT_TRANSLATE_NOOP("wording", "身份"),
        "purchaser": QT_TRANSLATE_NOOP("wording", "采购人"),
        "budget_fen": QT_TRANSLATE_NOOP("wording", "预算金额（元）"),
        "contract_fen": QT_TRANSLATE_NOOP("wording", "合同金额（元）"),
        "opened_on": QT_TRANSLATE_NOOP("wording", "开标日期"),
        "winner": QT_TRANSLATE_NOOP("wording", "中标、成交供应商"),
        "identifier": QT_TRANSLATE_NOOP("wording", "证件号码"),
        "override_reason": QT_TRANSLATE_NOOP("wording", "证件号码不合校验的理由"),
        "address": QT_TRANSLATE_NOOP("wording", "住所"),
        "representative": QT_TRANSLATE_NOOP("wording", "法定代表人"),
        "phone": QT_TRANSLATE_NOOP("wording", "电话"),
        "code": QT_TRANSLATE_NOOP("wording", "代码"),
        "conduct": QT_TRANSLATE_NOOP("wording", "行为"),
        "article": QT_TRANSLATE_NOOP("wording", "条文"),
        "collectors": QT_TRANSLATE_NOOP("wording", "收集人"),
        "collected_on": QT_TRANSLATE_NOOP("wording", "收集日期"),
        "place": QT_TRANSLATE_NOOP("wording", "存放地点"),
        "original": QT_TRANSLATE_NOOP("wording", "原件"),
        "pages": QT_TRANSLATE_NOOP("wording", "页数"),
        "sha256": QT_TRANSLATE_NOOP("wording", "校验值"),
        "type": QT_TRANSLATE_NOOP("wording", "撤回的内容"),
        "reason": QT_TRANSLATE_NOOP("wording", "撤回理由"),
    }
)

_WORDS: Final = MappingProxyType(
    {
        "True": QT_TRANSLATE_NOOP("wording", "是"),
        "False": QT_TRANSLATE_NOOP("wording", "否"),
        **{str(word): text for word, text in PARTY_KINDS.items()},
        **{str(word): text for word, text in PARTY_ROLES.items()},
        **{str(word): text for word, text in PROJECT_KINDS.items()},
        **{str(word): text for word, text in METHODS.items()},
        **{str(word): text for word, text in EVIDENCE_KINDS.items()},
    }
)
"""Values that are words of the program."""

_WORDED: Final = frozenset({"kind", "method", "role", "original", "crime_suspected"})


PACK_KINDS: Final = MappingProxyType(
    {
        PackKind.RULES: QT_TRANSLATE_NOOP("wording", "期限规则"),
        PackKind.CALENDAR: QT_TRANSLATE_NOOP("wording", "工作日日历"),
        PackKind.VIOLATIONS: QT_TRANSLATE_NOOP("wording", "违法行为目录"),
        PackKind.OFFENCES: QT_TRANSLATE_NOOP("wording", "涉嫌罪名目录"),
        PackKind.ROUTING: QT_TRANSLATE_NOOP("wording", "移送路线"),
    }
)


def compared_name(place: str, translate: Callable[[str], str] = str) -> str:
    """*place* as ``Compared.name`` has it; a name this version does not know stays as it is."""
    first, *rest = place.split(".")
    last = rest[-1] if rest else first
    word = translate(_VALUES[last]) if last in _VALUES else last
    if not rest:
        return word
    part = translate(_PLACES[first]) if first in _PLACES else first
    return f"{part.format(number=rest[0])}　{word}"


def compared_value(place: str, value: str, translate: Callable[[str], str] = str) -> str:
    """A value as a person reads it; sums are kept in fen."""
    last = place.rpartition(".")[2]
    if last.endswith("_fen") and value.lstrip("-").isdecimal():
        return f"{int(value) / 100:,.2f}"
    if last in _WORDED and value in _WORDS:
        return translate(_WORDS[value])
    return value or "—"


def refused_reason(reason: str, translate: Callable[[str], str] = str) -> str:
    """Why an entry has no effect; *reason* as the register keeps it."""
    if known := _REASONS.get(reason):
        return translate(known)
    found = _CODE.match(reason)
    if found is None:
        return translate(_OTHER)
    text = _OF_RULES if found[1].startswith("E-RUL") else _OF_FORM
    return translate(text).format(code=found[1])


def fork(found: ForkAlarm, translate: Callable[[str], str] = str) -> str:
    return translate(_FORK).format(
        agency=found.agency,
        incarnation=found.incarnation,
        seq=found.seq,
        file=found.file_name,
        held=found.held,
        found=found.found,
    )


def gap(found: Gap, translate: Callable[[str], str] = str) -> str:
    last = f"–{found.last}" if found.last > found.first else ""
    return translate(_GAP).format(
        agency=found.agency, numbers=f"{found.first}{last}", waiting=found.waiting
    )


def conflict(found: ConflictFound, translate: Callable[[str], str] = str) -> str:
    text = _CONFLICT_OURS if found.ours else _CONFLICT_THEIRS
    return translate(text).format(
        title=found.title or "—", agency=found.agency, version=found.version
    )


def refused(agency: str, count: int, translate: Callable[[str], str] = str) -> str:
    return translate(_REFUSED).format(agency=agency, count=count)


def disagreement(found: Disagreement, translate: Callable[[str], str] = str) -> str:
    return translate(_DISAGREEMENT).format(
        teller=found.teller,
        about=found.about,
        at=_moment(found.told_at),
        incarnation=found.incarnation,
        lines=found.lines,
    )


def number_twice(found: NumberTwice, translate: Callable[[str], str] = str) -> str:
    marks = "《{}》" if found.kind == "letter" else "“{}”"
    bearers = "、".join(
        f"{marks.format(each.title)}（{_moment(each.at)}）" for each in found.bearers
    )
    return translate(_NUMBER_TWICE).format(number=found.number, bearers=bearers)


def _moment(at: datetime) -> str:
    return f"{clock.local(at):%Y-%m-%d %H:%M}"
