"""``lianxi find-paper``: from a 校验码, or a scan with its matrix, to the record of a paper."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from app import wording
from app.commands.terminal import AsJson, Register, opened, say
from app.services import check_codes
from app.services.check_codes import Match
from app.wording.receipts import PAPER_RECEIPTS


def find_paper(
    sought: Annotated[str, typer.Argument(help="12位校验码，或者图片、PDF 文件")],
    register: Register,
    as_json: AsJson = False,
) -> None:
    """查纸质文书的记录：按校验码，或者按扫描件上的二维码；只查，不登记。"""
    path = Path(sought)
    with opened(register) as desk:
        if path.is_file():
            found = check_codes.find_in_file(desk, path)
        else:
            found = (check_codes.find(desk, sought),)
    say(as_json, "\n".join(map(_told, found)), papers=[asdict(match) for match in found])


def _told(match: Match) -> str:
    state = f"，{wording.STATES[match.state]}" if match.state else ""
    compared = "二维码与登记的正式文书一致" if match.whole else "按校验码查到，请核对文号"
    return (
        f"{match.title} {match.number}（{match.dated_on.isoformat()}）"
        f"：{match.author} → {match.receiver}{state}\n"
        f"  {compared}。{PAPER_RECEIPTS[match.receipt]}"
    )
