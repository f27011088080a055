"""``lianxi roster …``: rosters are started, issued, shown, accepted, exported, co-signed."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from app import wording
from app.commands.terminal import AsJson, Register, opened, say
from app.kernel import clock
from app.kernel.errors import KeyContradictionError
from app.services import members, roster, roster_issue, roster_roots, roster_view
from app.services.roster_effects import Decision
from app.services.roster_issue import IssueDraft, Revocation, StartDraft
from app.services.roster_roots import Proposal, RootDraft
from app.services.roster_view import Preview, RosterView
from app.services.setup import Register as Desk
from app.sync.roster import Change

commands: Final = typer.Typer(
    help="名册：建立、签发、查看、导入、导出、会签、吊销", no_args_is_help=True
)

Day = Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="有效期至")]
Mechanism = Annotated[str, typer.Option(help="机制（uid）；不填为本登记册的第一个")]
Folder = Annotated[Path, typer.Option(help="写到这个文件夹")]
Secret = Annotated[str, typer.Option(help="封存密钥（9 组），平时不填")]
File = Annotated[Path, typer.Argument(help="名册文件（*.lxroster）或名册根文件（*.lxroot）")]


@commands.command()
def init(
    register: Register,
    expires: Day,
    root_expires: Annotated[datetime, typer.Option(formats=["%Y-%m-%d"], help="名册根有效期至")],
    deputy: Annotated[bool, typer.Option("--deputy", help="另做一把封存密钥")] = False,
    as_json: AsJson = False,
) -> None:
    """牵头单位建立名册：名册根第 1 版和名册第 1 版。"""
    draft = StartDraft(expires.date(), root_expires.date(), deputy=deputy)
    with opened(register) as desk:
        made = roster_issue.start(desk, draft)
        view = _view(desk, made.changes.uid)
    secret = f"\n封存密钥（只显示这一次，请抄写封存）：{made.deputy_secret}"
    say(
        as_json,
        f"已建立{view.mechanism}的名册第 1 版。{secret if made.deputy_secret else ''}",
        deputy_secret=made.deputy_secret,
        **_facts(view),
    )


@commands.command("next")
def issue(
    register: Register,
    expires: Day,
    mechanism: Mechanism = "",
    leaving: Annotated[str, typer.Option(help="退出的单位：代号、简称或全称")] = "",
    on: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], help="退出日期，不填为今天")
    ] = None,
    secret: Secret = "",
    despite: Annotated[
        str, typer.Option(help="有成员说持有或者可能持有更新的名册，仍要签发的，写明理由")
    ] = "",
    as_json: AsJson = False,
) -> None:
    """牵头单位按通讯录签发下一版名册。"""
    with opened(register) as desk:
        uid = mechanism or _first(desk)
        gone = {members.find(desk, leaving): _day(desk, on)} if leaving else {}
        draft = IssueDraft(uid, expires.date(), leaving=gone, secret=secret, despite=despite)
        roster_issue.issue(desk, draft)
        view = _view(desk, uid)
    say(as_json, f"已签发名册第 {view.version} 版，有效期至 {view.expires}。", **_facts(view))


@commands.command()
def revoke(
    register: Register,
    agency: Annotated[str, typer.Option(help="单位：代号、简称或全称")],
    reason: Annotated[str, typer.Option(help="吊销的理由")],
    expires: Day,
    until: Annotated[
        int, typer.Option(help="只采信该单位发给本单位的内容至这一号；-1 为已导入的都采信")
    ] = -1,
    mechanism: Mechanism = "",
    secret: Secret = "",
    as_json: AsJson = False,
) -> None:
    """牵头单位吊销一个单位现在的密钥并签发下一版名册；不能撤回。"""
    with opened(register) as desk:
        uid = mechanism or _first(desk)
        one = Revocation(members.find(desk, agency), reason, None if until < 0 else until)
        roster_issue.issue(desk, IssueDraft(uid, expires.date(), (one,), secret=secret))
        view = _view(desk, uid)
    text = f"已吊销{agency}的密钥，名册第 {view.version} 版已签发，请导出后交给各单位。"
    say(as_json, text, **_facts(view))


@commands.command()
def show(
    register: Register,
    file: Annotated[
        Path | None, typer.Argument(help="查看这个名册或名册根文件会带来的变化，不导入")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """查看现行名册；给出文件的，只列出它会带来的变化。"""
    with opened(register) as desk:
        if file is not None and file.suffix == ".lxroot":
            _say_proposal(as_json, roster_roots.show_proposal(desk, file))
        elif file is not None:
            seen = roster_view.preview(desk, file)
            say(as_json, _told(seen), **_preview_facts(seen))
        else:
            views = roster_view.show(desk)
            waits = roster_view.waiting(desk)
            lines = [_line(view) for view in views]
            lines += [f"待决定：{each.mechanism}第 {each.version} 版" for each in waits]
            say(
                as_json,
                "\n".join(lines) or "还没有名册。",
                rosters=[_facts(view) for view in views],
                waiting=[
                    {"version": each.version, "sha256": each.sha256, "alarm": each.alarm}
                    for each in waits
                ],
            )


@commands.command("import")
def accept(
    register: Register,
    file: File,
    keep: Annotated[
        list[str] | None, typer.Option(help="密钥不一致时，以本登记册已采信的为准的单位")
    ] = None,
    take: Annotated[list[str] | None, typer.Option(help="密钥不一致时，改用名册列明的单位")] = None,
    reason: Annotated[str, typer.Option(help="密钥不一致时，怎样问清的")] = "",
    as_json: AsJson = False,
) -> None:
    """接受名册；密钥与已采信的不一致而没有逐个决定的，拒绝。"""
    with opened(register) as desk:
        seen = roster_view.preview(desk, file)
        decisions = {members.find(desk, name): Decision.KEEP_OURS for name in keep or ()}
        decisions |= {members.find(desk, name): Decision.TAKE_ROSTERS for name in take or ()}
        undecided = [e.name for e in seen.contradictions if e.agency_uid not in decisions]
        if undecided:
            raise KeyContradictionError(path=file, agencies=tuple(undecided))
        if seen.news:
            roster.accept(desk, seen.data, decisions, reason)
    say(as_json, f"{_told(seen)}\n已接受。", **_preview_facts(seen))


@commands.command()
def export(
    register: Register,
    folder: Folder,
    mechanism: Mechanism = "",
    root: Annotated[bool, typer.Option("--root", help="导出名册根（待会签的优先）")] = False,
    as_json: AsJson = False,
) -> None:
    """导出现行名册，或者名册根。"""
    with opened(register) as desk:
        uid = mechanism or _first(desk)
        written = roster_roots.write_proposal if root else roster.export
        path = written(desk, uid, folder)
    say(as_json, f"已写到 {path}", path=str(path))


@commands.command()
def propose(
    register: Register,
    expires: Day,
    holder: Annotated[
        list[str] | None, typer.Option(help="另持有签名密钥的单位：代号、简称或全称")
    ] = None,
    threshold: Annotated[int, typer.Option(help="须几把密钥签名")] = 2,
    lead: Annotated[str, typer.Option(help="变更为由这个单位牵头")] = "",
    mechanism: Mechanism = "",
    deputy: Annotated[bool, typer.Option("--deputy", help="重做封存密钥")] = False,
    as_json: AsJson = False,
) -> None:
    """牵头单位提出新的名册根，等待其他单位会签。"""
    with opened(register) as desk:
        draft = RootDraft(
            mechanism_uid=mechanism or _first(desk),
            lead=members.find(desk, lead) if lead else members.rows(desk)[0].uid,
            holders=tuple(members.find(desk, name) for name in holder or ()),
            threshold=threshold,
            expires=expires.date(),
            keep_deputy=not deputy,
            new_deputy=deputy,
        )
        made = roster_roots.propose(desk, draft)
    secret = f"\n封存密钥（只显示这一次，请抄写封存）：{made.deputy_secret}"
    say(
        as_json,
        f"已提出并签名，还差 {made.missing} 把签名。{secret if made.deputy_secret else ''}",
        missing=made.missing,
        deputy_secret=made.deputy_secret,
    )


@commands.command()
def sign(
    register: Register,
    file: File,
    folder: Annotated[Path | None, typer.Option(help="会签后的文件写到这个文件夹")] = None,
    merge: Annotated[bool, typer.Option("--merge", help="并入文件中的签名")] = False,
    secret: Secret = "",
    as_json: AsJson = False,
) -> None:
    """会签名册根（--folder），或者把收回的签名并入（--merge）；都不给的只查看。"""
    with opened(register) as desk:
        if merge:
            missing = roster_roots.merge(desk, file).missing
            told = f"签名已并入，还差 {missing} 把。" if missing else "名册根已采用。"
            say(as_json, told, missing=missing)
        elif folder is not None:
            path = roster_roots.sign(desk, file, folder, secret)
            say(as_json, f"已会签，写到 {path}，请交还牵头单位。", path=str(path))
        else:
            _say_proposal(as_json, roster_roots.show_proposal(desk, file))


# -- inside --------------------------------------------------------------------------------


def _first(desk: Desk) -> str:
    views = roster_view.show(desk)
    return views[0].mechanism_uid if views else ""


def _view(desk: Desk, uid: str) -> RosterView:
    return next(view for view in roster_view.show(desk) if view.mechanism_uid == uid)


def _day(desk: Desk, on: datetime | None) -> date:
    return on.date() if on else clock.local_date(desk.clock.now())


def _facts(view: RosterView) -> dict[str, Any]:
    return {
        "mechanism": view.mechanism_uid,
        "name": view.mechanism,
        "lead": view.lead,
        "version": view.version,
        "sha256": view.sha256,
        "expires": f"{view.expires}" if view.expires else "",
        "expiry": view.expiry.value,
        "root_version": view.root_version,
        "threshold": view.threshold,
        "ahead": list(view.ahead),
        "disagreeing": list(view.disagreeing),
    }


def _line(view: RosterView) -> str:
    if not view.version:
        return f"{view.mechanism}：还没有名册"
    state = wording.ROSTER_EXPIRIES[view.expiry]
    return (
        f"{view.mechanism}：名册第 {view.version} 版，有效期至 {view.expires}（{state}）；"
        f"名册根第 {view.root_version} 版，须 {view.threshold} 把签名"
    )


def _told(seen: Preview) -> str:
    lines = [f"{seen.mechanism}名册第 {seen.version} 版（现行第 {seen.held_version} 版）"]
    lines += [f"  {_change(each)}" for each in seen.changes]
    lines += [f"  密钥不一致：{each.name}" for each in seen.contradictions]
    return "\n".join(lines)


def _change(change: Change) -> str:
    kind, detail = wording.ROSTER_CHANGES[change.kind], change.after
    if change.before:
        detail = f"{change.before} → {change.after}"
    return f"{kind}　{change.name}　{detail}".rstrip("　")


def _preview_facts(seen: Preview) -> dict[str, Any]:
    return {
        "mechanism": seen.mechanism,
        "version": seen.version,
        "held_version": seen.held_version,
        "expires": f"{seen.expires}",
        "news": seen.news,
        "skipped": seen.skipped,
        "changes": [
            {
                "kind": e.kind,
                "agency": e.agency,
                "name": e.name,
                "before": e.before,
                "after": e.after,
            }
            for e in seen.changes
        ],
        "contradictions": [each.agency_uid for each in seen.contradictions],
    }


def _say_proposal(as_json: bool, found: Proposal) -> None:
    holders = "、".join(f"{e.agency}（封存）" if e.label else e.agency for e in found.holders)
    say(
        as_json,
        f"{found.mechanism}名册根第 {found.version} 版：牵头{found.lead}；密钥 {holders}；"
        f"须 {found.threshold} 把签名；已签 {'、'.join(found.signed_by)}；还差 {found.missing} 把",
        version=found.version,
        lead=found.lead,
        threshold=found.threshold,
        holders=[each.agency for each in found.holders],
        signed_by=list(found.signed_by),
        missing=found.missing,
        ours=found.ours,
    )
