"""What the lists, records and answers of a referral need, by the names of ``documents.kinds``."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.wording.marking import QT_TRANSLATE_NOOP

CASEWORK_FIELDS: Final = MappingProxyType(
    {
        "enquiry": QT_TRANSLATE_NOOP("wording", "查询方式"),
        "filing": QT_TRANSLATE_NOOP("wording", "立案通知（请先登记对方立案）"),
        "filing.title": QT_TRANSLATE_NOOP("wording", "立案通知"),
        "handling": QT_TRANSLATE_NOOP("wording", "其他处理"),
        "letter.number": QT_TRANSLATE_NOOP("wording", "来文文号"),
        "letter.title": QT_TRANSLATE_NOOP("wording", "来文名称"),
        "missing": QT_TRANSLATE_NOOP("wording", "需要补正的材料"),
        "officer": QT_TRANSLATE_NOOP("wording", "承办人"),
        "opinion": QT_TRANSLATE_NOOP("wording", "意见"),
        "opinion.number": QT_TRANSLATE_NOOP("wording", "检察意见书文号"),
        "opinion.title": QT_TRANSLATE_NOOP("wording", "检察意见书名称"),
        "overdue": QT_TRANSLATE_NOOP("wording", "对方已过的法定期限"),
        "period": QT_TRANSLATE_NOOP("wording", "审计范围和期间"),
        "phone": QT_TRANSLATE_NOOP("wording", "联系电话"),
        "project": QT_TRANSLATE_NOOP("wording", "审计项目"),
        "receiver": QT_TRANSLATE_NOOP("wording", "移送的机关"),
        "referral.articles": QT_TRANSLATE_NOOP("wording", "涉案物品"),
        "referral.materials": QT_TRANSLATE_NOOP("wording", "移送材料"),
        "reported_at": QT_TRANSLATE_NOOP("wording", "负责人接到报告的时间"),
        "result": QT_TRANSLATE_NOOP("wording", "处理结果"),
        "secrecy": QT_TRANSLATE_NOOP("wording", "保密要求"),
        "standard": QT_TRANSLATE_NOOP("wording", "与追诉标准的对照"),
        "approver": QT_TRANSLATE_NOOP("wording", "审批人"),
        "decided_at": QT_TRANSLATE_NOOP("wording", "决定作出时间"),
    }
)
