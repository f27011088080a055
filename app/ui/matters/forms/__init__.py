"""What of the pages of a matter depends on its kind: one row each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from app.kernel.terms import MatterKind
from app.rules.steps import State, StepKind

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Stage:
    """A place of the bar above a thread: its word, and the word it bears once a step led there."""

    word: str
    reached_by: Mapping[StepKind, State]


def stages(kind: MatterKind) -> tuple[Stage, ...]:
    """The places a matter of *kind* passes, in their usual order."""
    return {MatterKind.REFERRAL: _referral()}[kind]


_APPROVAL: Final = MappingProxyType(
    {StepKind.APPROVED: State.APPROVED, StepKind.REFUSED: State.REFUSED}
)
_DECISION: Final = MappingProxyType(
    {
        StepKind.FILED: State.FILED,
        StepKind.NOT_FILED: State.NOT_FILED,
        StepKind.NOT_OUR_BUSINESS: State.RETURNED,
        StepKind.FORWARDED: State.FORWARDED,
    }
)
_RESULT: Final = MappingProxyType(
    {
        StepKind.RESULT_REPORTED: State.RESULT_REPORTED,
        StepKind.CASE_WITHDRAWN: State.CASE_WITHDRAWN,
    }
)
_END: Final = MappingProxyType(
    {StepKind.ARCHIVED: State.ARCHIVED, StepKind.WITHDRAWN: State.WITHDRAWN}
)


def _referral() -> tuple[Stage, ...]:
    return (
        Stage(translate("matters", "呈报"), {StepKind.REPORT_SUBMITTED: State.PENDING}),
        Stage(translate("matters", "审批"), _APPROVAL),
        Stage(translate("matters", "出具"), {StepKind.ISSUED: State.ISSUED}),
        Stage(translate("matters", "送达"), {StepKind.DELIVERED: State.DELIVERED}),
        Stage(translate("matters", "签收"), {StepKind.ACKNOWLEDGED: State.ACKNOWLEDGED}),
        Stage(translate("matters", "受案"), {StepKind.ACCEPTED: State.ACCEPTED}),
        Stage(translate("matters", "立案与否"), _DECISION),
        Stage(translate("matters", "反馈结果"), _RESULT),
        Stage(translate("matters", "归档"), _END),
    )
