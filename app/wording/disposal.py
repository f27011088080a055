"""The words of closing a case, of keeping its file and of destroying it."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.kernel.terms import CaseOutcome
from app.rules.retention import ApprovalFault, ClosingFault, DisposalFault, Term
from app.wording.marking import QT_TRANSLATE_NOOP

DESTROYED: Final = QT_TRANSLATE_NOOP("wording", "已依法销毁")

CASE_OUTCOMES: Final = MappingProxyType(
    {
        CaseOutcome.PENALISED: QT_TRANSLATE_NOOP("wording", "作出行政处罚"),
        CaseOutcome.NOT_PENALISED: QT_TRANSLATE_NOOP("wording", "不予行政处罚"),
        CaseOutcome.REFERRED: QT_TRANSLATE_NOOP("wording", "移送司法机关处理"),
        CaseOutcome.TRANSFERRED: QT_TRANSLATE_NOOP("wording", "移交其他机关处理"),
        CaseOutcome.UNFOUNDED: QT_TRANSLATE_NOOP("wording", "违法事实不成立"),
        CaseOutcome.OTHER: QT_TRANSLATE_NOOP("wording", "其他"),
    }
)

TERMS: Final = MappingProxyType(
    {
        Term.TEN_YEARS: QT_TRANSLATE_NOOP("wording", "定期10年"),
        Term.THIRTY_YEARS: QT_TRANSLATE_NOOP("wording", "定期30年"),
        Term.PERMANENT: QT_TRANSLATE_NOOP("wording", "永久"),
    }
)

DISPOSAL_FAULTS: Final = MappingProxyType(
    {
        DisposalFault.NOT_CLOSED: QT_TRANSLATE_NOOP("wording", "案件还没有结案"),
        DisposalFault.MATTER_OPEN: QT_TRANSLATE_NOOP("wording", "有往来事项还没有归档或撤回"),
        DisposalFault.DUTY_OPEN: QT_TRANSLATE_NOOP("wording", "有期限事项还没有办结"),
        DisposalFault.UNACKNOWLEDGED: QT_TRANSLATE_NOOP(
            "wording", "有内容还没有送到对方登记册，销毁后对方永远收不到"
        ),
        DisposalFault.DESTROYED: DESTROYED,
    }
)

APPROVAL_FAULTS: Final = MappingProxyType(
    {
        ApprovalFault.NOT_APPROVED: QT_TRANSLATE_NOOP("wording", "这份销毁清册还没有登记审批"),
        ApprovalFault.SIGNERS: QT_TRANSLATE_NOOP("wording", "监销人不足两名不同的人员"),
        ApprovalFault.LIST_CHANGED: QT_TRANSLATE_NOOP(
            "wording", "登记册中有关内容与审批的销毁清册不一致"
        ),
        ApprovalFault.DECIDED: QT_TRANSLATE_NOOP("wording", "这份销毁清册已经审批、撤销或执行"),
    }
)

CLOSING_FAULTS: Final = MappingProxyType(
    {
        ClosingFault.NOT_REFERRED: QT_TRANSLATE_NOOP(
            "wording", "案件涉嫌犯罪，没有移送，也没有不批准移送的决定和理由"
        ),
        ClosingFault.UNDECIDED: QT_TRANSLATE_NOOP("wording", "移送还没有结果"),
        ClosingFault.DUTY_OPEN: QT_TRANSLATE_NOOP("wording", "移送中本单位的期限事项还没有办结"),
    }
)
