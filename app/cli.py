"""``lianxi …``: the headless commands for administrators, scripts and tests.

Every command takes ``--json``. A refusal is printed as its Chinese sentences (or as JSON) on
standard error; exit codes: 0 done, 1 refused, 2 wrong usage, 3 (``verify`` only) intact but the
signer is not known.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from app import demo as demo_city
from app import wording
from app.commands import backup, check_codes, disposal, exchange, places, roster, standing_wrong
from app.commands.terminal import AsJson, Register, told
from app.commands.terminal import opened as _opened
from app.commands.terminal import passphrase as _passphrase
from app.commands.terminal import say as _say
from app.documents.kinds.letters import LetterKind
from app.kernel import canon, clock, files, plain
from app.kernel.errors import AppError, MissingFieldsError, UnknownRecordError, from_os_error
from app.kernel.terms import AgencyLevel, AgencyRole, Purpose
from app.services import (
    cases,
    health,
    letters,
    matters,
    members,
    proof,
    setup,
    signers_export,
    standing,
)
from app.services.standing import Outcome
from app.wording import proof as verdicts
from app.wording.evidence import SIGNERS

app = typer.Typer(
    name="lianxi",
    help="联席：政府采购领域协同监管联络员工作台（命令行）",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(backup.commands, name="backup")
app.add_typer(roster.commands, name="roster")
app.add_typer(places.commands, name="places")
app.add_typer(disposal.commands, name="disposal")
app.command("seal")(exchange.seal)
app.command("take-in")(exchange.take_in)
app.command("withdraw")(exchange.withdraw)
app.command("find-paper")(check_codes.find_paper)
app.command("alarms")(standing_wrong.alarms)
app.command("renew")(standing_wrong.renew)


def main() -> None:
    """Run a command; a refusal ends in its sentences and exit code 1, never in a traceback."""
    try:
        app()
    except AppError as error:
        _refuse(error)
        sys.exit(1)


@app.command()
def demo(
    to: Annotated[Path, typer.Option(help="演练城市建在这个文件夹")] = Path("demo-city"),
    as_json: AsJson = False,
) -> None:
    """建一座演练城市：五个单位的登记册，一件移送案件走完全程，文书存成 PDF。"""
    made = demo_city.build(to, clock.SystemClock().now())
    places = "\n".join(f"  {name}：{path}" for name, path in made.registers)
    papers = "\n".join(f"  {path}" for path in made.letters)
    way = "\n".join(f"  {line}" for line in made.lines)
    _say(
        as_json,
        f"经过：\n{way}\n文书：\n{papers}\n登记册（口令都是 {demo_city.PASSPHRASE}）：\n{places}",
        folder=str(made.folder),
        passphrase=demo_city.PASSPHRASE,
        registers={name: str(path) for name, path in made.registers},
        letters=[str(path) for path in made.letters],
    )


@app.command()
def init(
    register: Register,
    name: Annotated[str, typer.Option(help="单位全称")],
    short_name: Annotated[str, typer.Option(help="单位简称")],
    handle: Annotated[str, typer.Option(help="文件名中的代号，如 rz-czj")],
    role: Annotated[AgencyRole, typer.Option(help="职能")],
    liaison: Annotated[str, typer.Option(help="联络员")],
    level: Annotated[AgencyLevel, typer.Option(help="层级")] = AgencyLevel.CITY,
    region: Annotated[str, typer.Option(help="行政区划代码")] = "",
    phone: Annotated[str, typer.Option(help="电话")] = "",
    address: Annotated[str, typer.Option(help="地址")] = "",
    exercise: Annotated[bool, typer.Option("--exercise", help="演练登记册")] = False,
    mechanism: Annotated[str, typer.Option(help="牵头的协同监管机制名称（仅牵头单位）")] = "",
    basis: Annotated[str, typer.Option(help="机制依据文号")] = "",
    as_json: AsJson = False,
) -> None:
    """建立登记册：口令取自环境变量 LIANXI_PASSPHRASE 或现场输入；恢复密钥只显示这一次。"""
    draft = setup.RegisterDraft(
        folder=register,
        purpose=Purpose.EXERCISE if exercise else Purpose.REAL,
        agency=setup.AgencyDraft(
            name, short_name, handle, role, level, region, liaison, phone, address
        ),
        mechanism=setup.MechanismDraft(mechanism, basis) if mechanism else None,
        user_name=liaison,
        user_post="联络员",
        passphrase=_passphrase(confirm=True),
    )
    made = setup.create_register(draft, clock.SystemClock())
    with made.register as opened:
        fingerprint = setup.identity(opened).fingerprint
    _say(
        as_json,
        f"已建立登记册：{register}\n恢复密钥（只显示这一次，请抄写封存）：{made.recovery_key}\n"
        f"本单位指纹：{fingerprint}",
        recovery_key=made.recovery_key,
        fingerprint=fingerprint,
    )


@app.command()
def card(
    register: Register,
    write: Annotated[Path | None, typer.Option(help="把本单位身份卡写到这个文件夹")] = None,
    keep: Annotated[Path | None, typer.Option(help="收下对方的身份卡文件")] = None,
    fingerprint: Annotated[
        str, typer.Option(help="对方当面读出的完整指纹（40 位数字），用于核对")
    ] = "",
    how: Annotated[str, typer.Option(help="核对的时间、地点、在场人")] = "",
    as_json: AsJson = False,
) -> None:
    """身份卡：写出本单位的，或收下并核对对方的。"""
    with _opened(register) as opened:
        if write is not None:
            path = members.write_card(opened, write)
            _say(as_json, f"身份卡已写到 {path}", path=str(path))
        if keep is not None:
            _keep(opened, keep, fingerprint, how, as_json)


def _keep(opened: setup.Register, path: Path, fingerprint: str, how: str, as_json: bool) -> None:
    done = members.keep_card(opened, path)
    digits = "".join(filter(str.isdigit, fingerprint))
    if digits:
        heard = {i // 4 + 1: digits[i : i + 4] for i in range(0, len(digits), 4)}
        members.verify_card(opened, done.uid, heard, how)
    row = next(row for row in members.rows(opened) if row.uid == done.uid)
    _say(
        as_json,
        f"{row.name}：{'指纹已核对' if digits else '已收下，指纹尚未核对'}",
        agency=row.uid,
        name=row.name,
        verified=bool(digits),
    )


@app.command()
def case(
    register: Register,
    source: Annotated[Path, typer.Argument(help="案件内容（JSON 文件，字段同案件登记表）")],
    as_json: AsJson = False,
) -> None:
    """登记一个案件。"""
    draft = _read_case(source)
    with _opened(register) as opened:
        done = cases.register_case(opened, draft)
        number = cases.show_case(opened, done.uid).facts.number
    _say(as_json, f"已登记案件 {number}", case=done.uid, number=number)


@app.command()
def letter(
    register: Register,
    matter: Annotated[str, typer.Option(help="事项（uid）；不填则列出全部事项和文书")] = "",
    kind: Annotated[
        LetterKind | None, typer.Option(help="按现有记录排出这种文书的草稿（文号留空）")
    ] = None,
    number: Annotated[str, typer.Option(help="取这个文号的已出具文书")] = "",
    out: Annotated[Path | None, typer.Option(help="存成这个 PDF 文件")] = None,
    as_json: AsJson = False,
) -> None:
    """文书：列出，或把已出具的文书、草稿存成 PDF。"""
    with _opened(register) as opened:
        if out is None:
            _list_letters(opened, as_json)
            return
        title, data = _letter(opened, matter, kind, number)
    try:
        files.write_atomic(out, data, replace=True)
    except OSError as error:
        raise from_os_error(error, out, len(data)) from error
    _say(as_json, f"{title} 已存到 {out}", title=title, path=str(out), size=len(data))


def _list_letters(opened: setup.Register, as_json: bool) -> None:
    found = [matters.show(opened, row.uid) for row in matters.rows(opened)]
    lines = [
        f"{view.uid}  {wording.STATES[view.state]}  {view.subject}  "
        + "、".join(each.number for each in view.letters)
        for view in found
    ]
    _say(
        as_json,
        "\n".join(lines) or "还没有事项。",
        matters=[
            {
                "uid": view.uid,
                "state": view.state,
                "subject": view.subject,
                "letters": [each.number for each in view.letters],
            }
            for view in found
        ],
    )


def _letter(
    opened: setup.Register, matter: str, kind: LetterKind | None, number: str
) -> tuple[str, bytes]:
    if not matter:
        raise MissingFieldsError(fields=("matter",))
    if kind is not None:
        sheet = letters.draft(opened, matter, kind)
        return sheet.title, sheet.pdf
    issued = matters.show(opened, matter).letters
    found = next((each for each in issued if number in ("", each.number)), None)
    if found is None:
        raise UnknownRecordError(kind="letter", uid=number or matter)
    return letters.file(opened, found.uid)


@app.command()
def doctor(
    register: Annotated[
        Path | None, typer.Option(help="同时检查这个登记册（需要口令，逐页读一遍）")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """检查程序随带的字体、规则、模板是否完好，以及登记册的数据库和审计日志。"""
    found = list(health.program())
    if register is not None:
        with _opened(register) as opened:
            found += health.register(opened)
    lines = [
        f"{'正常' if each.well else '异常'}  {wording.HEALTH[each.subject]}：{each.detail}"
        for each in found
    ]
    _say(
        as_json,
        "\n".join(lines),
        checks=[
            {"subject": each.subject, "well": each.well, "detail": each.detail} for each in found
        ],
    )
    if not all(each.well for each in found):
        raise typer.Exit(1)


@app.command()
def verify(
    path: Annotated[Path, typer.Argument(help="交换包、身份卡，或导出的证据文件夹")],
    signers: Annotated[Path | None, typer.Option(help="allowed_signers 文件")] = None,
    register: Annotated[Path | None, typer.Option(help="用这个登记册里已核对的成员")] = None,
    as_json: AsJson = False,
) -> None:
    """核对一个文件或证据文件夹：0 完好且签名者已知，3 完好但签名者未核对，1 拒绝。"""
    if register is not None:
        with _opened(register) as opened:
            found = proof.inspect(path, standing.by_register(opened))
    elif signers is not None:
        found = proof.inspect(path, standing.by_signers(signers, clock.SystemClock()))
    else:
        found = proof.inspect(path)
    lines = "\n".join(verdicts.lines(found))
    _say(as_json, f"{path.name}：{verdicts.verdict(found)}\n{lines}", **_proof_facts(found))
    if code := _VERIFIED[found.outcome]:
        raise typer.Exit(code)


_VERIFIED: Final = {Outcome.KNOWN: 0, Outcome.UNKNOWN: 3, Outcome.REFUSED: 1}


def _proof_facts(found: proof.Proof) -> dict[str, Any]:
    first = found.signers[0]
    return {
        "kind": found.kind,
        "verdict": found.outcome,
        "signer": first.name,
        "fingerprint": first.claim.fingerprint,
        "claimed": first.claim.handle,
        "inner_signature": "checked" if found.kind is proof.Kind.EVIDENCE else "not checked",
        "keys": [
            {
                "fingerprint": each.claim.fingerprint,
                "claimed": each.claim.handle,
                "incarnation": each.claim.incarnation,
                "namespace": each.claim.namespace,
                "standing": each.standing,
                "name": each.name,
                "how": each.how,
            }
            for each in found.signers
        ],
    }


@app.command("signers")
def export_signers(
    register: Register,
    file: Annotated[Path, typer.Argument(help="写成这个 allowed_signers 文件")],
    as_json: AsJson = False,
) -> None:
    """把已核对的成员密钥写成 ssh-keygen 能读的 allowed_signers 文件。"""
    with _opened(register) as opened:
        done = signers_export.write(opened, file, SIGNERS)
    _say(
        as_json,
        f"已写到 {file}：{done.usable} 个可用的密钥，{done.remarks} 个写成注释。",
        path=str(file),
        usable=done.usable,
        remarks=done.remarks,
    )


# -- inside --------------------------------------------------------------------------------


def _read_case(path: Path) -> cases.CaseDraft:
    try:
        data = path.read_bytes()
    except OSError as error:
        raise from_os_error(error, path) from error
    try:
        value = json.loads(data)
    except ValueError as error:
        raise MissingFieldsError(fields=(str(error),)) from error
    return plain.from_plain(cases.CaseDraft, canon.loads(canon.dumps(value)))


def _refuse(error: AppError) -> None:
    if "--json" in sys.argv:
        typer.echo(json.dumps({"error": told(error)}, ensure_ascii=False), err=True)
    else:
        typer.echo(str(wording.refusal(error)), err=True)


if __name__ == "__main__":
    main()
