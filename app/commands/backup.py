"""``lianxi backup …``: a backup is made, tried out, and put back."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Final

import typer

from app import wording
from app.commands.terminal import AsJson, Register, opened, passphrase, say
from app.kernel import clock
from app.services import backup, restoring
from app.services.restoring import Tested
from app.wording import backup as words

commands: Final = typer.Typer(help="备份：制作、试恢复、恢复", no_args_is_help=True)

File = Annotated[Path, typer.Argument(help="备份文件（*.lxbackup）")]
_SECRET: Final = "制作备份时的口令或恢复密钥"


@commands.command()
def make(
    register: Register,
    to: Annotated[Path, typer.Option(help="备份写到这个文件夹")],
    as_json: AsJson = False,
) -> None:
    """把登记册连同附件写成一个加密的备份文件，并读回核对；登记册可以正在使用。"""
    with opened(register) as desk:
        made = backup.make(desk, to)
    gone = f"\n制作以前就不见了的附件：{'、'.join(made.missing)}" if made.missing else ""
    say(
        as_json,
        f"备份已写到 {made.path}（{wording.size_text(made.size)}，已读回核对）：\n"
        f"案件 {made.cases} 件，附件 {made.attachments} 个。{gone}",
        path=str(made.path),
        size=made.size,
        made_at=clock.to_text(made.made_at),
        cases=made.cases,
        attachments=made.attachments,
        missing=list(made.missing),
        removed=list(made.removed),
    )


@commands.command("test")
def try_out(
    file: File,
    register: Annotated[Path | None, typer.Option(help="把结果记入这个登记册的审计日志")] = None,
    as_json: AsJson = False,
) -> None:
    """试恢复：恢复到临时文件夹，逐条读一遍，再删除；有问题时退出码为 1。"""
    secret = passphrase(asked=_SECRET)
    if register is None:
        tested = restoring.try_out(file, secret, clock.SystemClock())
    else:
        with opened(register) as desk:
            tested = backup.try_out(desk, file, secret)
    say(as_json, words.trial(tested), **_facts(tested))
    if not tested.well:
        raise typer.Exit(1)


@commands.command()
def restore(
    file: File,
    register: Register,
    replace: Annotated[
        bool, typer.Option("--replace", help="代替那里的登记册；原有的改名留在旁边")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """恢复到一个空文件夹；先核对口令或恢复密钥，再动任何文件。"""
    secret = passphrase(asked=_SECRET)
    put = restoring.replace if replace else restoring.restore_into
    done = put(file, register, secret, clock.SystemClock())
    made_at = done.facts.made_at
    aside = f"\n原有登记册改名为 {done.aside}" if done.aside else ""
    say(
        as_json,
        f"已恢复到 {done.folder}：{clock.local(made_at):%Y-%m-%d %H:%M} 时的登记册，"
        f"案件 {done.facts.census.cases} 件。{aside}\n{words.AFTER_RESTORING}",
        folder=str(done.folder),
        aside=str(done.aside or ""),
        made_at=clock.to_text(made_at),
        cases=done.facts.census.cases,
    )


def _facts(tested: Tested) -> dict[str, object]:
    return {
        "well": tested.well,
        "made_at": clock.to_text(tested.heading.made_at),
        "census": asdict(tested.census),
        "attachments": tested.attachments,
        "size": tested.size,
        "faults": list(tested.faults),
        "broken_line": tested.broken_line,
        "changed": list(tested.changed),
        "missing": list(tested.missing),
    }
