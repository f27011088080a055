"""A bundle as the program would write it next, but for what a hostile member changes in it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.services import composing
from app.services.setup import Register
from app.sync import sealing


def altered(sender: Register, recipient_uid: str, folder: Path, **changes: object) -> Path:
    """Its register notes nothing of this bundle."""
    with sender.read() as session:
        made = composing.compose(sender, session, recipient_uid)
    draft = replace(made.draft, **changes)  # type: ignore[arg-type]
    path = folder / f"{draft.bundle}.lxb"
    with path.open("w+b") as target:
        sealing.seal(
            draft,
            seed=made.seed,
            to=made.to,
            attachments=sender.attachments.bytes_of,
            target=target,
            scratch=folder,
        )
    return path
