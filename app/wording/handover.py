"""The note that goes with a folder for burning: what lies there, for whom, and how to check it.

It is a text for another agency and, as letters are, Chinese whatever the screen speaks.
"""

from __future__ import annotations

from typing import Final

from app.kernel import clock
from app.services.burning import BurnFile, Handover

_HEAD: Final = (
    "交接说明\n\n"
    "发件单位：{sender}\n"
    "携带人或者方式：{courier}\n"
    "制作时间：{made_at}\n\n"
    "共 {count} 个文件，另有本说明。交换包（*.lxb）已加密，只有所列收件单位能够打开；"
    "本说明不含案件内容。\n"
)
_FILE: Final = (
    "\n{number}. {name}\n   收件单位：{recipient}\n   大小：{size} 字节\n   SHA-256：{sha256}\n"
)
_ALL: Final = "各单位（本单位身份卡，指纹须当面或者电话核对）"
_FOOT: Final = (
    "\n收到以后：在“交换中心”的“收件”里选这张光盘，查看、勾选、导入。光盘不用退回，"
    "程序不会往光盘上写任何东西。\n"
    "导入不等于签收：文书的送达和签收另行登记。\n"
)


def handover_note(facts: Handover) -> str:
    """The text, in lines that end in CR LF."""
    head = _HEAD.format(
        sender=facts.sender,
        courier=facts.courier,
        made_at=f"{clock.local(facts.made_at):%Y-%m-%d %H:%M}",
        count=len(facts.files),
    )
    told = "".join(_told(number, each) for number, each in enumerate(facts.files, 1))
    return f"{head}{told}{_FOOT}".replace("\n", "\r\n")


def _told(number: int, file: BurnFile) -> str:
    recipient = file.recipient or _ALL
    return _FILE.format(
        number=number, name=file.name, recipient=recipient, size=file.size, sha256=file.sha256
    )
