"""The same for what the receiver of a case answers."""

from __future__ import annotations

from datetime import date
from typing import Final

from app.demo.samples import CASE, SENT, SIGNED, TRANSFER
from app.documents.kinds.facts_answers import (
    Acceptance,
    Filing,
    Forwarding,
    NonFiling,
    Result,
    Supplement,
)
from app.rules.papers import Reference

ACCEPTANCE: Final = Acceptance(
    case_name=CASE.name,
    letter=SENT,
    received_at=SIGNED,
    registration="示公（经）受案字〔2026〕21号",
    office="示例市公安局经济犯罪侦查支队",
    officer="壬某某",
    phone="0000-4444444",
    enquiry="工作日来电或者来函查询",
)
SUPPLEMENT: Final = Supplement(
    CASE.name, SENT, SIGNED, penal=True, missing=("账户流水；", "投标文件电子版的提取笔录。")
)
FORWARDING: Final = Forwarding(
    CASE.name,
    SENT,
    SIGNED,
    penal=True,
    receiver="样本市公安局",
    reasons="主要犯罪地和犯罪嫌疑人居住地均在样本市。",
)
FILING: Final = Filing(CASE.name, SENT, SIGNED, penal=True, offence="串通投标罪", articles=True)
NON_FILING: Final = NonFiling(
    CASE.name,
    SENT,
    SIGNED,
    penal=True,
    reasons="现有证据不足以证明有犯罪事实。",
    returned=("案卷材料1册，共126页；", "评审系统日志光盘1张。"),
)
RESULT: Final = Result(
    case_name=TRANSFER.case.name,
    letter=Reference("案件移送函", "示财采函〔2026〕8号", date(2026, 9, 18)),
    result="2026年11月3日，我局对样本商贸有限公司作出罚款20万元、吊销营业执照的行政处罚。",
    basis="《中华人民共和国市场主体登记管理条例》第四十四条",
    enclosures=("行政处罚决定书复印件",),
)
