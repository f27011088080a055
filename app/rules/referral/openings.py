"""Who may refer a case to whom, and by which clause."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from app.kernel.terms import AgencyRole
from app.rules.steps import Opening

_MEMBERS: Final = (AgencyRole.FINANCE, AgencyRole.POLICE, AgencyRole.AUDIT, AgencyRole.MARKET)
_CLAUSE: Final = "日财采〔2024〕13号 二（五）"
_ELSEWHERE: Final = Opening(f"{_CLAUSE}；移送有权处理的相关部门", listed=True)

# 二（五） names who sends (各成员单位) and, by the kind of finding, who receives.
OPENINGS: Final[Mapping[tuple[AgencyRole, AgencyRole], Opening]] = MappingProxyType(
    {
        (sender, receiver): opening
        for sender in _MEMBERS
        for receiver, opening in (
            (AgencyRole.POLICE, Opening(f"{_CLAUSE}；国务院令第310号第五条", listed=True)),
            (AgencyRole.MARKET, Opening(_CLAUSE, listed=True)),
            (AgencyRole.FINANCE, Opening(_CLAUSE, listed=True)),
            (AgencyRole.AUDIT, _ELSEWHERE),
            (AgencyRole.PROCURATORATE, _ELSEWHERE),
            (AgencyRole.OTHER, _ELSEWHERE),
        )
    }
    | {
        (AgencyRole.POLICE, receiver): Opening("国务院令第310号第十三条", listed=True)
        for receiver in (AgencyRole.FINANCE, AgencyRole.MARKET, AgencyRole.OTHER)
    }
)
