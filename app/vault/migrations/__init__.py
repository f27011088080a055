"""Which schemas this program knows, without loading what migrates between them."""

from __future__ import annotations

from typing import Final

KNOWN: Final = ("0001",)
"""Revisions in order, oldest first."""

HEAD: Final = KNOWN[-1]
