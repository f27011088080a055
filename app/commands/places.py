"""``lianxi places …``: exchange places are listed, collected from and written to."""

from __future__ import annotations

from typing import Annotated, Final

import typer

from app import wording
from app.commands import exchange
from app.commands.terminal import AsJson, Register, opened, say, told
from app.kernel.errors import UnknownRecordError
from app.services import deliveries, members, places
from app.services.places import Place
from app.services.setup import Register as Desk
from app.wording.places import PLACE_KINDS, PLACE_STATES

commands: Final = typer.Typer(help="交换位置：列出、收取、投送", no_args_is_help=True)

Named = Annotated[str, typer.Argument(help="位置的名称或者 uid")]


@commands.command("list")
def show(register: Register, as_json: AsJson = False) -> None:
    """列出交换位置、它们的状态和待写出的内容。"""
    with opened(register) as desk:
        found = deliveries.rows(desk)
    lines = [
        f"{row.place.name}　{PLACE_KINDS[row.place.kind]}　{PLACE_STATES[row.state]}　"
        f"{row.place.folder}　待写出 {row.unwritten} 个单位　可以清理 {row.sweepable} 个文件"
        for row in found
    ]
    say(
        as_json,
        "\n".join(lines) or "还没有登记交换位置。",
        places=[
            {
                "uid": row.place.uid,
                "name": row.place.name,
                "kind": row.place.kind,
                "folder": row.place.folder,
                "state": row.state,
                "free": row.free,
                "waiting": row.waiting,
                "unwritten": row.unwritten,
                "sweepable": row.sweepable,
            }
            for row in found
        ],
    )


@commands.command()
def collect(
    register: Register,
    place: Named,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看有什么，不导入")] = False,
    as_json: AsJson = False,
) -> None:
    """收取一个位置里给本单位的交换包，逐个核对导入；身份卡和名册只列出，须由人核对。"""
    with opened(register) as desk:
        found = places.collect(desk, _place(desk, place))
        paths = [each.path for each in found.bundles]
        papers = [each.path for each in (*found.cards, *found.rosters)]
        tried = [] if dry_run else exchange.attempt(desk, paths)
    if not dry_run:
        for path in papers:
            typer.echo(f"另有身份卡或者名册，请在程序里核对：{path}", err=True)
        exchange.say_tried(as_json, tried, found.known)
        return
    say(
        as_json,
        "\n".join(map(str, (*paths, *papers))) or "没有给本单位的新交换包。",
        bundles=[str(path) for path in paths],
        papers=[str(path) for path in papers],
        unfinished=found.unfinished,
        known=found.known,
    )


@commands.command()
def deliver(
    register: Register,
    place: Named,
    to: Annotated[
        list[str] | None, typer.Option(help="只写给这些单位：代号、简称或全称；不填则写给待送的")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """把待送出的内容写到一个位置；对一个单位写不出不影响其他单位。"""
    with opened(register) as desk:
        chosen = _place(desk, place)
        uids = tuple(members.find(desk, name) for name in to or ()) or tuple(
            each.uid for each in deliveries.targets(desk, chosen) if each.unwritten
        )
        done = deliveries.deliver(desk, chosen, uids)
    lines = [f"已写给{each.recipient}：{each.path}" for each in done.sealed]
    lines += [f"没有写给{name}：{wording.refusal(error)}" for _, name, error in done.refused]
    lines += [f"位置中断，还有 {len(done.left)} 个单位没有写。"] * bool(done.left)
    say(
        as_json,
        "\n".join(lines) or "没有要写出的内容。",
        sealed=[{"recipient": each.recipient, "path": str(each.path)} for each in done.sealed],
        refused=[{"agency": name, **told(error)} for _, name, error in done.refused],
        left=list(done.left),
        broken=done.broken,
    )
    if done.refused:
        raise typer.Exit(1)


def _place(desk: Desk, named: str) -> Place:
    found = [each for each in places.places(desk) if named in (each.uid, each.name)]
    if len(found) != 1:
        raise UnknownRecordError(kind="place", uid=named)
    return found[0]
