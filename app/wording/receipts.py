"""What a paper that was found by its check mark lets one record."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.services.receipt_standing import Receipt
from app.wording.marking import QT_TRANSLATE_NOOP

PAPER_RECEIPTS: Final = MappingProxyType(
    {
        Receipt.SIGNED: QT_TRANSLATE_NOOP("wording", "还没有登记签收，请按回执上写的登记。"),
        Receipt.NOTICE: QT_TRANSLATE_NOOP(
            "wording", "这是对方的文书，还没有登记签收，请登记本单位收到的时间。"
        ),
        Receipt.KEPT: QT_TRANSLATE_NOOP(
            "wording", "这份文书的回执作为办理过程中的一条说明登记，并保存扫描件。"
        ),
        Receipt.RETURNED: QT_TRANSLATE_NOOP(
            "wording", "这份文书的回执逐个单位登记为收文，并保存扫描件。"
        ),
        Receipt.RECORDED: QT_TRANSLATE_NOOP(
            "wording", "签收已经登记过，不再重复登记；时间或者姓名登记错了的，请到移送里更正。"
        ),
        Receipt.WITHDRAWN: QT_TRANSLATE_NOOP("wording", "这件移送已经撤回，不再登记签收。"),
        Receipt.PAST: QT_TRANSLATE_NOOP(
            "wording", "办理已经到后面的环节，不再单独登记签收；回执请归入纸质案卷。"
        ),
        Receipt.NONE: QT_TRANSLATE_NOOP("wording", "这份文书没有需要登记的回执。"),
    }
)
