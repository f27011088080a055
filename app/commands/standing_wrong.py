"""``lianxi alarms`` and ``lianxi renew``: what stands wrong in the exchange, and beginning anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from itertools import groupby
from typing import Annotated, Final

import typer

from app.commands.terminal import AsJson, Register, opened, say
from app.services import alarms as standing
from app.services import members, renewal, setup
from app.services.alarms import Alarms
from app.services.renewal import Collecting
from app.sync.statements import Renewal
from app.wording import backup as backup_words
from app.wording import exchange as words
from app.wording.revocation import cutoff

_REASONS: Final = {
    Renewal.RESTORE: "从备份恢复",
    Renewal.ROTATION: "主动更换密钥",
    Renewal.RECOVERY: "用恢复密钥重建",
    Renewal.HANDOVER: "换电脑、移交",
}


def alarms(register: Register, as_json: AsJson = False) -> None:
    """列出交换中的异常：须开启新一代、同号两种内容、冲突、没有采用、缺号、说法不一、吊销之后收到。"""
    with opened(register) as desk:
        found, waiting = standing.standing(desk), renewal.unheard(desk)
    say(
        as_json,
        "\n".join([*_lines(found), *_unheard(waiting)]) or "没有异常。",
        quiet=found.quiet and not waiting,
        unheard=[each.name for each in waiting],
        **asdict(found),
    )


def renew(
    register: Register,
    yes: Annotated[bool, typer.Option("--yes", help="开启新一代；不写则只看情形")] = False,
    reason: Annotated[
        Renewal | None, typer.Option(help="没有恢复情形而主动更换时写明，如 rotation")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """开启新一代：换上新密钥，向各单位重新陈述；不写 --yes 只说明情形。"""
    with opened(register) as desk:
        mark = standing.standing(desk).renewal
        if yes and mark is None and reason is None:
            raise typer.BadParameter("没有必须开启新一代的情形；主动更换请写明 --reason rotation")
        if yes:
            renewal.renew(desk, reason)
        who, waiting = members.rows(desk)[0], renewal.unheard(desk)
        fingerprint = setup.identity(desk).fingerprint
    due = mark is not None and not yes
    lines = [
        f"已开启第 {who.incarnation} 代。请逐一封装交换包，旧密钥为新身份卡担保。"
        if yes
        else f"现在是第 {who.incarnation} 代，"
        + ("须先开启新一代，在此以前不能收发。" if due else "不必开启新一代。"),
        f"本单位指纹：{fingerprint}",
        *_unheard(waiting),
    ]
    if mark is not None and not yes:
        lines.insert(0, backup_words.continuity(mark.reason, mark.made_at, mark.newest_at))
        lines.append("确认后加 --yes。")
    if yes and reason is not None:
        lines.append(f"理由：{_REASONS[reason]}")
    say(
        as_json,
        "\n".join(lines),
        renewed=yes,
        due=due,
        reason=mark.reason if mark else "",
        incarnation=who.incarnation,
        fingerprint=fingerprint,
        unheard=[each.name for each in waiting],
    )


def _lines(found: Alarms) -> Iterator[str]:
    if (mark := found.renewal) is not None:
        yield backup_words.continuity(mark.reason, mark.made_at, mark.newest_at)
        yield "在此以前不能收发：lianxi renew --yes"
    yield from map(words.fork, found.forks)
    yield from map(words.conflict, found.conflicts)
    for agency, group in groupby(found.refused, key=lambda each: each.agency):
        rows = list(group)
        yield words.refused(agency, len(rows))
        yield from (f"  第 {each.seq} 号：{words.refused_reason(each.reason)}" for each in rows)
    yield from map(words.gap, found.gaps)
    yield from map(words.disagreement, found.disagreements)
    yield from map(cutoff, found.cutoffs)


def _unheard(waiting: tuple[Collecting, ...]) -> list[str]:
    names = "、".join(each.name for each in waiting)
    return [f"新一代密钥已启用，还没有收到{names}的答复。"] if waiting else []
