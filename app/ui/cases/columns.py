"""What the list of cases shows of a case, and in what words."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from app import wording
from app.kernel.clock import Clock, local_date
from app.kernel.terms import CaseState
from app.services.case_list import CaseOrder, CaseRow
from app.services.cases import CaseView
from app.ui.problems import in_words, or_destroyed
from app.ui.theme import Tone
from app.ui.widgets import due, money
from app.ui.widgets.table import Column
from app.wording.ledgers import BEYOND
from app.wording.revocation import BEYOND_TIP

translate = QCoreApplication.translate

_STATES: Final = {str(state): text for state, text in wording.STATES.items()}
_ENDED: Final = frozenset({CaseState.CLOSED, CaseState.DESTROYED})
ORDERS: Final = MappingProxyType(
    {
        0: CaseOrder.REGISTERED,
        3: CaseOrder.DUE,
        4: CaseOrder.HANDLER,
        5: CaseOrder.SOURCE,
        6: CaseOrder.AMOUNT,
    }
)
"""The columns a click on whose title puts the list in order."""


def columns(clock: Clock) -> list[Column[CaseRow]]:
    return [
        Column(
            translate("cases", "案号"),
            lambda row: row.number,
            sample=translate("cases", "案登〔2026〕123号"),
        ),
        Column(
            translate("cases", "名称"),
            lambda row: or_destroyed(row.name),
            tip=lambda row: or_destroyed(row.name),
            stretches=True,
        ),
        Column(
            translate("cases", "状态"),
            state,
            tone=tone,
            tip=_state_tip,
            sample=longest_state(),
        ),
        Column(
            translate("cases", "期限"),
            lambda row: due.words(row.due_at, clock.now()),
            tone=lambda row: due.tone(row.due_at, clock.now()),
            tip=lambda row: due.moment(row.due_at),
            sample=translate("cases", "逾期 12 日"),
        ),
        Column(
            translate("cases", "承办"),
            lambda row: row.handler,
            sample=translate("cases", "甲某某某"),
        ),
        Column(
            translate("cases", "来源"),
            lambda row: row.owner if row.foreign else row.source,
            tip=lambda row: row.owner if row.foreign else row.source,
            sample=translate("cases", "投诉举报来"),
        ),
        Column(
            translate("cases", "金额"),
            lambda row: money.shown(row.amount_fen),
            sample=translate("cases", "12,345.67 万元"),
            right=True,
        ),
    ]


def state(row: CaseRow) -> str:
    """The state of its newest matter while the case runs: that is what is asked about it."""
    if row.beyond:
        return translate("cases", "吊销后收到")
    if row.withdrawn and row.foreign:
        return translate("cases", "已撤回")
    if row.state in _ENDED:
        return in_words(wording.CASE_STATES[row.state])
    if row.matter_state and not row.foreign:
        return in_words(_STATES.get(row.matter_state, row.matter_state))
    if row.withdrawn:
        return translate("cases", "摘要已撤回")
    if row.crime_suspected and not row.foreign:
        return translate("cases", "涉嫌犯罪")
    return in_words(wording.CASE_STATES.get(row.state, row.state))


def tone(row: CaseRow) -> Tone:
    if row.beyond or (row.withdrawn and row.foreign):
        return Tone.BAD
    if row.foreign or row.state in _ENDED:
        return Tone.NEUTRAL
    if row.matter_state:
        return Tone.INFO
    return Tone.WARN if row.crime_suspected else Tone.GOOD


def longest_state() -> str:
    return max(map(in_words, wording.STATES.values()), key=len)


def of_view(view: CaseView) -> tuple[str, Tone]:
    """The chip of a case shown by itself."""
    if view.beyond:
        return in_words(BEYOND), Tone.BAD
    if view.withdrawn_at is not None and view.state not in _ENDED:
        word = translate("cases", "已撤回") if view.foreign else translate("cases", "摘要已撤回")
        return word, Tone.BAD if view.foreign else Tone.WARN
    if view.state in _ENDED:
        return in_words(wording.CASE_STATES[view.state]), Tone.NEUTRAL
    if view.foreign:
        return in_words(wording.CASE_STATES["extract"]), Tone.NEUTRAL
    if view.facts.crime_suspected:
        return translate("cases", "涉嫌犯罪"), Tone.WARN
    return in_words(wording.CASE_STATES["open"]), Tone.GOOD


def _state_tip(row: CaseRow) -> str:
    if row.beyond:
        return f"{in_words(BEYOND)}\n{in_words(BEYOND_TIP)}"
    if row.withdrawn:
        return translate("cases", "送出的摘要已经撤回")
    if row.state in _ENDED:
        return in_words(wording.CASE_STATES[row.state])
    if row.foreign:
        return translate("cases", "{owner}的案件摘要，本单位只能查看").format(owner=row.owner)
    if row.crime_suspected and not row.matter_state:
        return translate("cases", "涉嫌犯罪，尚未移送：不得以行政处罚代替移送")
    return translate("cases", "{day} 登记").format(day=local_date(row.registered_at).isoformat())
