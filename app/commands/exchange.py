"""``lianxi seal``, ``take-in`` and ``withdraw``: bundles go and come without a window."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from app import wording
from app.commands.terminal import AsJson, Register, opened, say, told
from app.kernel.errors import AppError, NotForUsError, SeenBeforeError
from app.services import exchange, members
from app.services.exchange import Sealed, TakenIn
from app.services.setup import Register as Desk
from app.wording import exchange as words
from app.wording import ledgers

_SIZE: Final = re.compile(r"(\d+(?:\.\d+)?)\s*([KMG]?)B?", re.IGNORECASE)
_SUCCESSOR: Final = "对方已开启新一代，由其旧密钥担保。"
_UNITS: Final = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


def size(text: str) -> int:
    """Bytes of ``4.3G``, ``700M`` or ``1000000``; units of 1024."""
    found = _SIZE.fullmatch(text.strip())
    if found is None or not float(found[1]):
        raise typer.BadParameter("大小写成字节数，或者如 700M、4.3G")
    return int(float(found[1]) * _UNITS[found[2].upper()])


Limit = Annotated[
    int | None, typer.Option(parser=size, help="一个交换包最多多大，如 700M、4.3G", metavar="大小")
]


# -- sealing -------------------------------------------------------------------------------


def seal(
    register: Register,
    to: Annotated[str, typer.Option(help="收件单位：代号、简称或全称")],
    folder: Annotated[Path, typer.Option(help="写到哪个文件夹或 U 盘")],
    share_case: Annotated[str, typer.Option(help="先把这个案件（uid）的摘要列入")] = "",
    limit: Limit = None,
    files_again: Annotated[
        bool, typer.Option("--files-again", help="重新写入对方还没有确认的附件")
    ] = False,
    one: Annotated[bool, typer.Option("--one", help="只写一个包，不接着写完整个系列")] = False,
    as_json: AsJson = False,
) -> None:
    """把待送出的内容封装成交换包（一个装不下的写成一系列），写出并读回核对。"""
    done: list[Sealed] = []
    with opened(register) as desk:
        peer = members.find(desk, to)
        if share_case:
            exchange.share_case(desk, share_case, peer)
        try:
            for each in _series(desk, peer, folder, limit, files_again=files_again):
                done.append(each)
                if one:
                    break
        except AppError:
            if done:
                _say_sealed(as_json, done)
            raise
    _say_sealed(as_json, done)


def _series(
    desk: Desk, peer: str, folder: Path, limit: int | None, *, files_again: bool
) -> Iterator[Sealed]:
    after, series = None, ""
    while True:
        each = exchange.seal(
            desk, peer, folder, limit=limit, files_again=files_again, after=after, series=series
        )
        yield each
        if not (each.entries_left or each.bytes_left):
            return
        after, series = each.last, each.series


def _say_sealed(as_json: bool, done: Sequence[Sealed]) -> None:
    first, last = done[0], done[-1]
    lines = [
        f"已写入 {each.path}（第 {ledgers.numbers(each.first, each.last)} 号，"
        f"{each.attachments} 个附件，{each.size} 字节）"
        for each in done
    ]
    lines.append("已读回核对，可以拔出。写入不等于送达。")
    if last.entries_left or last.bytes_left:
        left = wording.size_text(last.bytes_left)
        lines.append(f"还有 {last.entries_left} 项、附件 {left} 没有写完，请接着封装下一个。")
    bundles = [
        {
            "path": str(each.path),
            "first": each.first,
            "last": each.last,
            "size": each.size,
            "sha256": each.sha256,
            "attachments": each.attachments,
        }
        for each in done
    ]
    say(
        as_json,
        "\n".join(lines),
        **{name: bundles[0][name] for name in ("path", "first", "last", "size", "sha256")},
        recipient=first.recipient,
        series=bundles,
        entries_left=last.entries_left,
        bytes_left=last.bytes_left,
    )


# -- taking in -----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tried:
    """A bundle that was tried: what it brought, or why not."""

    path: Path
    taken: TakenIn | None = None
    refusal: AppError | None = None


def take_in(
    register: Register,
    bundles: Annotated[list[Path], typer.Argument(help="交换包文件，或者放着它们的文件夹")],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看会改变什么，不导入")] = False,
    as_json: AsJson = False,
) -> None:
    """核对并导入交换包；几个包或者一个文件夹，一个不能导入不影响其他。"""
    with opened(register) as desk:
        if len(bundles) == 1 and not bundles[0].is_dir():
            _one(desk, bundles[0], dry_run=dry_run, as_json=as_json)
            return
        paths, skipped = _chosen(desk, bundles)
        if dry_run:
            _look(desk, paths, as_json)
            return
        tried = attempt(desk, paths)
    say_tried(as_json, tried, skipped)


def _one(desk: Desk, path: Path, *, dry_run: bool, as_json: bool) -> None:
    if dry_run:
        _say_preview(as_json, exchange.preview(desk, path))
        return
    taken = exchange.take_in(desk, path)
    say(as_json, "\n".join(_lines(taken)), **_facts(path, taken))


def _chosen(desk: Desk, given: Sequence[Path]) -> tuple[list[Path], int]:
    """The bundles of files and folders in the order to take them in, and how many of the folders
    are not for us or were taken in before."""
    paths, skipped = [], 0
    for path in given:
        if not path.is_dir():
            paths.append(path)
            continue
        for found in exchange.scan(desk, path):
            if isinstance(found.refusal, NotForUsError | SeenBeforeError):
                skipped += 1
            else:
                paths.append(found.path)
    return paths, skipped


def attempt(desk: Desk, paths: Sequence[Path]) -> list[Tried]:
    """Take in each of *paths*; a refusal of one does not stop the others."""
    tried = []
    for path in paths:
        try:
            tried.append(Tried(path, exchange.take_in(desk, path)))
        except AppError as error:
            tried.append(Tried(path, refusal=error))
    return tried


def say_tried(as_json: bool, tried: Sequence[Tried], skipped: int) -> None:
    """The summary of several; exit code 1 when one was refused."""
    taken = [(each.path, each.taken) for each in tried if each.taken is not None]
    refused = [(each.path, each.refusal) for each in tried if each.refusal is not None]
    lines = [f"导入 {len(taken)} 个，拒绝 {len(refused)} 个，略过 {skipped} 个。"]
    for path, found in taken:
        lines += ["", path.name, *_lines(found)]
    for path, error in refused:
        lines += ["", path.name, str(wording.refusal(error))]
    say(
        as_json,
        "\n".join(lines),
        bundles=[_facts(path, found) for path, found in taken],
        refused=[{"path": str(path), **told(error)} for path, error in refused],
        skipped=skipped,
    )
    if refused:
        raise typer.Exit(1)


def _look(desk: Desk, paths: Sequence[Path], as_json: bool) -> None:
    lines, seen, refused = [], [], []
    for path in paths:
        try:
            found = exchange.preview(desk, path)
        except AppError as error:
            refused.append({"path": str(path), **told(error)})
            lines.append(f"{path.name}：{wording.refusal(error).happened}")
        else:
            seen.append(_preview_facts(found))
            lines += [path.name, *_preview_lines(found)]
    say(as_json, "\n".join(lines) or "没有可以导入的交换包。", bundles=seen, refused=refused)
    if refused:
        raise typer.Exit(1)


def _say_preview(as_json: bool, found: exchange.Preview) -> None:
    say(as_json, "\n".join(_preview_lines(found)), **_preview_facts(found))


def _preview_lines(found: exchange.Preview) -> list[str]:
    lines = [f"导入后将新增 {len(found.arriving)} 项，来自{found.sender}："]
    lines += [_arriving(each) for each in found.arriving]
    if found.missing is not None:
        lines.append(f"缺第 {ledgers.numbers(*found.missing)} 号：先收存，补齐后生效。")
    if found.successor:
        lines.append(_SUCCESSOR)
    return lines


def _preview_facts(found: exchange.Preview) -> dict[str, Any]:
    return {
        "path": str(found.path),
        "sender": found.sender,
        "first": found.first,
        "last": found.last,
        "entries": _entries(found.arriving),
        "missing": found.missing,
        "successor": found.successor,
    }


def _lines(found: TakenIn) -> list[str]:
    """What a bundle did; whatever did not happen is left out."""
    lines = [f"已导入 {len(found.arrived)} 项，来自{found.sender}："]
    lines += [_arriving(each) for each in found.arrived]
    facts = (
        (found.successor, _SUCCESSOR),
        (found.parked, f"留存待读 {found.parked} 项：所说的内容还没有到，或者要新版程序才能读。"),
        (found.conflicts, f"{found.conflicts} 项与已有内容不同，两份都保留，请比较。"),
        (found.given_back, f"对方丢失的 {found.given_back} 项已列入下一个交换包送还。"),
        (found.acknowledged, f"对方确认收到本单位第 {found.acknowledged} 号以前的内容。"),
    )
    if found.missing is not None:
        missing = ledgers.numbers(*found.missing)
        lines.append(f"缺第 {missing} 号：其后 {found.ahead} 项已收存，补齐后生效。")
    lines += [
        f"第 {each.seq} 号没有采用，留作证据：{words.refused_reason(each.reason)}"
        for each in found.refused
    ]
    return lines + [text for applies, text in facts if applies]


def _facts(path: Path, found: TakenIn) -> dict[str, Any]:
    return {
        "path": str(path),
        "sender": found.sender,
        "first": found.first,
        "last": found.last,
        "entries": _entries(found.arrived),
        "attachments": found.attachments,
        "parked": found.parked,
        "ahead": found.ahead,
        "missing": found.missing,
        "refused": [
            {"seq": each.seq, "type": each.type, "reason": each.reason} for each in found.refused
        ],
        "conflicts": found.conflicts,
        "given_back": found.given_back,
        "acknowledged": found.acknowledged,
        "successor": found.successor,
    }


def _entries(found: Sequence[exchange.Arriving]) -> list[dict[str, Any]]:
    return [{"seq": each.seq, "type": each.type, "title": each.title} for each in found]


def _arriving(each: exchange.Arriving) -> str:
    return f"  {each.seq:>6}  {wording.ENTRY_TYPES.get(each.type, each.type)}  " + (
        ledgers.entry_title(each.type, each.title)
    )


# -- taking back ---------------------------------------------------------------------------


def withdraw(
    register: Register,
    case: Annotated[str, typer.Argument(help="案件（uid）")],
    reason: Annotated[str, typer.Option(help="撤回的理由，会告知对方")],
    as_json: AsJson = False,
) -> None:
    """撤回已经送出的案件摘要：以后永远有效，对方看过的内容收不回来。"""
    with opened(register) as desk:
        exchange.withdraw_case(desk, case, reason)
        waiting = [row.name for row in exchange.peers(desk) if row.leaving]
    say(
        as_json,
        f"已撤回，请封装交换包告知：{'、'.join(waiting)}。",
        case=case,
        waiting=waiting,
    )
