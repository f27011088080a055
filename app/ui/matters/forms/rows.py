"""The form of each kind of matter: one row each."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.kernel.terms import MatterKind
from app.ui.matters.forms.referral.wizard import ReferralWizard

FORMS: Final[Mapping[MatterKind, type[ReferralWizard]]] = MappingProxyType(
    {MatterKind.REFERRAL: ReferralWizard}
)
