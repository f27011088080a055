"""How a command opens a register, asks for a secret, and answers in words or as JSON."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from app import wording
from app.kernel import clock
from app.kernel.errors import AppError
from app.services import continuity, setup
from app.wording import backup as words

PASSPHRASE: Final = "LIANXI_PASSPHRASE"

Register = Annotated[Path, typer.Option("--register", help="登记册所在文件夹")]
AsJson = Annotated[bool, typer.Option("--json", help="以 JSON 输出")]


@contextmanager
def opened(folder: Path, secret: str = "") -> Iterator[setup.Register]:
    """The register in *folder*; one that is not the newest of its line is warned of."""
    given = secret or passphrase()
    with setup.open_register(folder, given, clock.SystemClock()) as register:
        if mark := continuity.mark(register):
            typer.echo(words.continuity(mark.reason, mark.made_at, mark.newest_at), err=True)
        yield register


def passphrase(confirm: bool = False, asked: str = "口令") -> str:
    """From the environment, or typed."""
    given = os.environ.get(PASSPHRASE)
    if given:
        return given
    return str(typer.prompt(asked, hide_input=True, confirmation_prompt=confirm))


def say(as_json: bool, text: str, **facts: Any) -> None:  # noqa: ANN401 - whatever JSON carries
    """Moments, days and paths become their texts."""
    typer.echo(json.dumps(facts, ensure_ascii=False, default=str) if as_json else text)


def told(error: AppError) -> dict[str, str]:
    """A refusal as JSON tells it."""
    said = wording.refusal(error)
    return {
        "code": said.code,
        "happened": said.happened,
        "unchanged": said.unchanged,
        "next": said.next_step,
    }
