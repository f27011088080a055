"""Parts in a zip file whose bytes say nothing of the moment or the computer that wrote it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import Final

_NO_MOMENT: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment the format knows (APPNOTE 4.4.6)."""
_UNIX: Final = 3
_READABLE: Final = 0o644 << 16


def packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """*parts* as name and content, in their order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, _NO_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = _UNIX
            entry.external_attr = _READABLE
            archive.writestr(entry, content)
    return buffer.getvalue()
