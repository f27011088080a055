"""Whether everything typed can be printed: asked while somebody types, before a letter refuses."""

from __future__ import annotations

from collections.abc import Mapping

from app.documents.fonts import chain
from app.documents.fonts.face import FontSet
from app.services import house_fonts
from app.vault.register import Register

Found = Mapping[str, tuple[tuple[str, str], ...]]
"""Of each named text the characters no face draws, as (char, ``U+XXXX``)."""


def undrawable(register: Register, texts: Mapping[str, str]) -> Found:
    """What the papers of *register* could not print; complete texts are left out.

    Reads the faces at the first call: ask on a worker.

    Raises:
        OfficeFontError: a face the office chose is gone.
    """
    with register.read() as session:
        fonts = house_fonts.chain(session)
    return _of(texts, fonts)


def undrawable_anywhere(texts: Mapping[str, str]) -> Found:
    """As ``undrawable`` where there is no register yet: in the faces of the program."""
    return _of(texts, chain.bundled())


def _of(texts: Mapping[str, str], fonts: FontSet) -> Found:
    found = {name: chain.uncovered(text, fonts) for name, text in texts.items()}
    return {name: characters for name, characters in found.items() if characters}
