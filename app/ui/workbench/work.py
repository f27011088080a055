"""Everything that waits, as lines of one table: what it is, for whom, by when, what comes next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum, auto

from PySide6.QtCore import QCoreApplication

from app.rules.duties import Standing
from app.services.duties import ToApprove, ToReceive, ToSend, Workbench
from app.services.exchange import BundleFound
from app.services.threads import DutyView
from app.ui.exchange.page import IN
from app.ui.matters import told
from app.ui.page import PageId
from app.ui.theme import Tone
from app.ui.widgets import due

translate = QCoreApplication.translate


class Group(IntEnum):
    """Why a line stands here; the order is that of the table."""

    OVERDUE = auto()
    WEEK = auto()
    RECEIVE = auto()
    APPROVE = auto()
    TAKE_IN = auto()
    SEND = auto()
    LATER = auto()
    AWAITED = auto()


@dataclass(frozen=True, slots=True)
class WorkRow:
    """*page* and *target* are where Enter leads; *basis* is the article with its dates, *tip* all
    that is known about it."""

    group: Group
    chip: str
    tone: Tone
    title: str
    other: str
    basis: str
    tip: str
    next_step: str
    page: PageId
    target: str


def rows(bench: Workbench, found: Sequence[BundleFound]) -> tuple[WorkRow, ...]:
    """Every line, in the order of the groups and of the dates within them."""
    made = [
        *_duties(bench),
        *(_to_receive(each) for each in bench.to_receive),
        *(_to_approve(each) for each in bench.to_approve),
        *(_to_take_in(each) for each in found if each.refusal is None),
        *(_to_send(each) for each in bench.to_send),
    ]
    return tuple(sorted(made, key=lambda row: row.group))


def _duties(bench: Workbench) -> Iterator[WorkRow]:
    near = {id(view) for view in bench.within_a_week}
    for view in bench.due:
        if view.standing is Standing.OVERDUE:
            group = Group.OVERDUE
        else:
            group = Group.WEEK if id(view) in near else Group.LATER
        yield _duty(view, group, bench.now)
    for view in bench.awaited:
        yield _duty(view, Group.AWAITED, bench.now)


def _duty(view: DutyView, group: Group, now: datetime) -> WorkRow:
    awaited = group is Group.AWAITED
    dates = "　".join(filter(None, ("；".join(told.dates(view)), view.article)))
    return WorkRow(
        group=group,
        chip=told.standing(view, now),
        tone=told.standing_tone(view),
        title=translate("workbench", "{duty}：{subject}").format(
            duty=view.title, subject=view.subject
        ),
        other=view.owner if awaited else view.counterpart,
        basis="\n".join(filter(None, (dates, view.quote and f"“{view.quote}”"))),
        tip=f"{dates}\n{told.basis(view)}",
        next_step=_next_step(view, awaited=awaited),
        page=PageId.REFERRALS,
        target=view.matter_uid,
    )


def _next_step(view: DutyView, *, awaited: bool) -> str:
    if awaited:
        late = view.standing in {Standing.OVERDUE, Standing.PAST_SUGGESTION}
        return translate("workbench", "催办") if late else translate("workbench", "等待对方")
    if view.closed_by:
        return translate("workbench", "登记{step}").format(step=told.step(view.closed_by[0]))
    return translate("workbench", "查看")


def _to_receive(each: ToReceive) -> WorkRow:
    return WorkRow(
        group=Group.RECEIVE,
        chip=translate("workbench", "待签收"),
        tone=Tone.WARN,
        title=translate("workbench", "{paper}：{subject}").format(
            paper=told.step(each.kind), subject=each.subject
        ),
        other=each.sender,
        basis=translate("workbench", "对方的文书已导入。登记收到的时间，由此起算的期限才开始。"),
        tip="",
        next_step=translate("workbench", "登记签收"),
        page=PageId.REFERRALS,
        target=each.matter_uid,
    )


def _to_approve(each: ToApprove) -> WorkRow:
    return WorkRow(
        group=Group.APPROVE,
        chip=translate("workbench", "待审批"),
        tone=Tone.WARN,
        title=translate("workbench", "移送审批：{subject}").format(subject=each.subject),
        other=each.counterpart,
        basis=translate(
            "workbench", "由正职负责人或者主持工作的负责人审批（国务院令第310号第五条第二款）。"
        ),
        tip="",
        next_step=translate("workbench", "登记审批结果"),
        page=PageId.REFERRALS,
        target=each.matter_uid,
    )


def _to_take_in(each: BundleFound) -> WorkRow:
    return WorkRow(
        group=Group.TAKE_IN,
        chip=translate("workbench", "待导入"),
        tone=Tone.INFO,
        title=translate("workbench", "交换包：第 {first} 至 {last} 号").format(
            first=each.first, last=each.last
        ),
        other=each.sender,
        basis=str(each.path),
        tip="",
        next_step=translate("workbench", "查看并导入"),
        page=PageId.EXCHANGE,
        target=IN,
    )


def _to_send(each: ToSend) -> WorkRow:
    title = (
        translate("workbench", "%n 条内容还没有写入介质", "", each.entries)
        if each.entries
        else translate("workbench", "导入回执还没有写入介质")
    )
    return WorkRow(
        group=Group.SEND,
        chip=translate("workbench", "待送出"),
        tone=Tone.INFO,
        title=title,
        other=each.name,
        basis=translate("workbench", "写入介质不是送达，送达另行登记。"),
        tip="",
        next_step=(
            translate("workbench", "封装并写入")
            if each.verified
            else translate("workbench", "先核对指纹")
        ),
        page=PageId.EXCHANGE if each.verified else PageId.MEMBERS,
        target=each.uid,
    )


def earliest(bench: Workbench) -> datetime | None:
    """The next moment by which we owe something."""
    moments = [view.facts.due_at for view in bench.due if view.facts.due_at]
    return min((moment for moment in moments if moment >= bench.now), default=None)


def worst(views: Sequence[DutyView], now: datetime) -> str:
    """How late the latest of *views* is, or how near the nearest."""
    moments = [view.facts.due_at for view in views if view.facts.due_at]
    return due.words(min(moments), now) if moments else ""
