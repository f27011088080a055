"""移送: its procedure as rows.

Sources: 国务院令第310号 (《行政执法机关移送涉嫌犯罪案件的规定》, 2020),
《公安机关办理刑事案件程序规定》 (2020), 《公安机关办理经济犯罪案件的若干规定》 (2017),
《人民检察院刑事诉讼规则》 (2019), 日财采〔2024〕13号 二（五）.
"""

from __future__ import annotations

from typing import Final

from app.rules.referral.after_decision import AFTER_FILING, BESIDES, OBJECTION
from app.rules.referral.crossings import CROSSINGS
from app.rules.referral.openings import OPENINGS
from app.rules.referral.until_decision import EXAMINATION, HANDING_OVER, INSIDE
from app.rules.steps import StepRule

__all__ = ["CROSSINGS", "OPENINGS", "RULES"]

RULES: Final[tuple[StepRule, ...]] = (
    *INSIDE,
    *HANDING_OVER,
    *EXAMINATION,
    *AFTER_FILING,
    *OBJECTION,
    *BESIDES,
)
