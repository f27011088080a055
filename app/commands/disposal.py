"""``lianxi disposal …``: lists of destruction are shown, and an approved one is carried out."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from app.commands.terminal import AsJson, Register, opened, say
from app.services import disposal
from app.services.disposal import DestructionView, Stage

commands: Final = typer.Typer(help="档案销毁：列出、查看、执行已审批的", no_args_is_help=True)

Uid = Annotated[str, typer.Argument(help="销毁清册（uid）")]

_STAGES: Final = {
    Stage.PROPOSED: "待审批",
    Stage.APPROVED: "已审批，待执行",
    Stage.WITHDRAWN: "已撤销",
    Stage.EXECUTED: "已执行，痕迹待清除",
    Stage.CLEARED: "已执行并清除",
}


@commands.command("list")
def every(register: Register, as_json: AsJson = False) -> None:
    """列出全部销毁清册。"""
    with opened(register) as desk:
        found = disposal.rows(desk)
    say(
        as_json,
        "\n".join(_line(each) for each in found) or "还没有销毁清册。",
        lists=[_facts(each) for each in found],
    )


@commands.command()
def show(register: Register, uid: Uid, as_json: AsJson = False) -> None:
    """查看一份销毁清册的内容。"""
    with opened(register) as desk:
        found = disposal.show(desk, uid)
    lines = [_line(found)]
    lines += [
        f"  {each.number}　{each.title}　{each.owner}　附件 {len(each.files)} 个"
        for each in found.list.lines
    ]
    if found.backups:
        lines.append(f"另有备份仍含其内容：{'、'.join(found.backups)}")
    say(
        as_json,
        "\n".join(lines),
        **_facts(found),
        cases=[
            {"case": each.case, "number": each.number, "title": each.title, "owner": each.owner}
            for each in found.list.lines
        ],
        backups=list(found.backups),
    )


@commands.command()
def execute(
    register: Register,
    uid: Uid,
    yes: Annotated[bool, typer.Option("--yes", help="不再询问")] = False,
    as_json: AsJson = False,
) -> None:
    """执行一份已审批的销毁清册；销毁不能撤回。"""
    with opened(register) as desk:
        found = disposal.show(desk, uid)
        if found.stage is Stage.APPROVED and not yes:
            typer.confirm(
                f"将销毁 {len(found.list.lines)} 件案件的内容，不能撤回。继续？",
                abort=True,
                err=True,
            )
        disposal.execute(desk, uid)
        done = disposal.show(desk, uid)
    backups = "\n".join(f"  {each}" for each in done.backups)
    kept = f"\n下列备份仍含其内容，请按规定处理：\n{backups}" if backups else ""
    say(as_json, f"{_line(done)}{kept}", **_facts(done), backups=list(done.backups))


def _line(found: DestructionView) -> str:
    return f"{found.uid}　{_STAGES[found.stage]}　{len(found.list.lines)} 件"


def _facts(found: DestructionView) -> dict[str, object]:
    return {
        "uid": found.uid,
        "stage": found.stage,
        "digest": found.digest,
        "approver": found.approver,
        "approved_on": found.approved_on,
        "executed_at": found.executed_at,
        "count": len(found.list.lines),
    }
