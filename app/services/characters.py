"""Whether everything typed can be printed: asked while somebody types, before a letter refuses."""

from __future__ import annotations

from collections.abc import Mapping

from app.documents.fonts import chain
from app.services import house_fonts
from app.vault.register import Register


def undrawable(
    register: Register, texts: Mapping[str, str]
) -> dict[str, tuple[tuple[str, str], ...]]:
    """Of each named text the characters no face draws, as (char, ``U+XXXX``); complete texts are
    left out. Reads the faces at the first call: ask on a worker."""
    with register.read() as session:
        fonts = house_fonts.chain(session)
    found = {name: chain.uncovered(text, fonts) for name, text in texts.items()}
    return {name: characters for name, characters in found.items() if characters}
