"""The words of the registers of 发文 and 收文: numbers, gaps, seals, papers that came."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.rules.numbering import Fault, Reason
from app.wording.marking import QT_TRANSLATE_NOOP

REASONS: Final = MappingProxyType(
    {
        Reason.EXTERNAL: QT_TRANSLATE_NOOP("wording", "外部编号"),
        Reason.VOID: QT_TRANSLATE_NOOP("wording", "作废"),
        Reason.MISTAKE: QT_TRANSLATE_NOOP("wording", "误编"),
        Reason.LOST: QT_TRANSLATE_NOOP("wording", "原因不明"),
    }
)

WAYS: Final = MappingProxyType(
    {
        "program": QT_TRANSLATE_NOOP("wording", "本系统定稿"),
        "external": QT_TRANSLATE_NOOP("wording", "外部定稿"),
    }
)
"""Where a letter was finished."""

PATTERN_FAULTS: Final = MappingProxyType(
    {
        Fault.CODE_MISSING: QT_TRANSLATE_NOOP("wording", "没有填写机关代字"),
        Fault.CODE_SIGNS: QT_TRANSLATE_NOOP("wording", "机关代字里不能有数字、空格和括号"),
        Fault.SERIAL_MISSING: QT_TRANSLATE_NOOP("wording", "格式里没有{号}的位置"),
        Fault.REPEATED: QT_TRANSLATE_NOOP("wording", "格式里同一个位置写了两次"),
        Fault.UNKNOWN_PLACE: QT_TRANSLATE_NOOP("wording", "花括号里只能写代字、年、号"),
        Fault.ADJOINING: QT_TRANSLATE_NOOP("wording", "年、号和数字之间要有别的字隔开"),
        Fault.BARE: QT_TRANSLATE_NOOP("wording", "只有数字，看不出是文号"),
        Fault.PRESCRIBED: QT_TRANSLATE_NOOP(
            "wording", "除纪要外，文号只能用第一种格式（GB/T 9704 7.2.5）"
        ),
        Fault.TOO_LONG: QT_TRANSLATE_NOOP("wording", "代字超过20个字，或者格式超过40个字"),
    }
)

LETTER_BOOK_FIELDS: Final = MappingProxyType(
    {
        "note": QT_TRANSLATE_NOOP("wording", "说明"),
        "keeper": QT_TRANSLATE_NOOP("wording", "监印人"),
        "approver": QT_TRANSLATE_NOOP("wording", "批准人"),
        "copies": QT_TRANSLATE_NOOP("wording", "份数"),
        "sender": QT_TRANSLATE_NOOP("wording", "来文机关"),
        "title": QT_TRANSLATE_NOOP("wording", "标题"),
    }
)

LETTER_BOOK_JOURNAL: Final = MappingProxyType(
    {
        "number.explained": QT_TRANSLATE_NOOP("wording", "说明空号"),
        "number.voided": QT_TRANSLATE_NOOP("wording", "登记文号作废"),
        "letter.sealed": QT_TRANSLATE_NOOP("wording", "登记用印"),
        "letter.seal_scanned": QT_TRANSLATE_NOOP("wording", "附上用印后的扫描件"),
        "incoming.registered": QT_TRANSLATE_NOOP("wording", "登记收文"),
        "incoming.amended": QT_TRANSLATE_NOOP("wording", "补充收文登记"),
    }
)

_UNTOUCHED = QT_TRANSLATE_NOOP("wording", "登记册没有改动。")
_FILLED_KEPT = QT_TRANSLATE_NOOP("wording", "已填写的内容都保留着。")

LETTER_BOOK_REFUSALS: Final = MappingProxyType(
    {
        "E-LET-45": (
            QT_TRANSLATE_NOOP("wording", "从 {first} 到 {last} 不能一次说明。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP(
                "wording",
                "止号不能小于起号，一次最多说明 {most} 个号；更多的请在设置里填写起始号。",
            ),
        ),
        "E-LET-46": (
            QT_TRANSLATE_NOOP(
                "wording", "文号“{number}”的文书没有撤回，或者已经用印，不能这样登记。"
            ),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP(
                "wording",
                "请先在事项里登记撤回，再登记文号作废；已经用印的，只能登记作废，不能登记误编。",
            ),
        ),
        "E-LET-47": (
            QT_TRANSLATE_NOOP("wording", "不能这样编文号：{faults}。"),
            _FILLED_KEPT,
            QT_TRANSLATE_NOOP(
                "wording", "一般文书用“{{代字}}〔{{年}}〕{{号}}号”，请改正后再保存。"
            ),
        ),
        "E-LET-48": (
            QT_TRANSLATE_NOOP("wording", "本程序已经编过“{number}”，起始号不能比它大。"),
            _FILLED_KEPT,
            QT_TRANSLATE_NOOP("wording", "起始号之前的号算作外部编号，请填写不大于它的号。"),
        ),
        "E-LET-55": (
            QT_TRANSLATE_NOOP(
                "wording", "扫描件“{name}”上的二维码是“{title}”（{number}）的，不是这份文书的。"
            ),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP(
                "wording", "请换这份文书的回执扫描件；要登记“{number}”的回执，请先查找那份文书。"
            ),
        ),
        "E-LET-56": (
            QT_TRANSLATE_NOOP(
                "wording",
                "文书{number}的回执时间先后不对：{later} 早于 {earlier}"
                "（文书出具的时间，或者签收的时间）。",
            ),
            _FILLED_KEPT,
            QT_TRANSLATE_NOOP("wording", "请核对回执上写的年月日时分。"),
        ),
        "E-LET-57": (
            QT_TRANSLATE_NOOP(
                "wording", "{sender}对文书{number}的回执已经登记，收文编号{entered}。"
            ),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP("wording", "请核对交回回执的单位；要补充的，请到“收文”里修改。"),
        ),
        "E-LET-49": (
            QT_TRANSLATE_NOOP("wording", "“{sender}”的“{number}”已经登记过，收文号 {entered}。"),
            _FILLED_KEPT,
            QT_TRANSLATE_NOOP("wording", "请核对来文；确是另一件的，勾选“另行登记”后再登记。"),
        ),
        "E-LET-50": (
            QT_TRANSLATE_NOOP(
                "wording", "文号“{number}”里有看不见的字符，或者超过 {most} 个字，不能登记。"
            ),
            _FILLED_KEPT,
            QT_TRANSLATE_NOOP("wording", "请照原件把文号重新录入一遍，不要粘贴。"),
        ),
        "E-LET-51": (
            QT_TRANSLATE_NOOP("wording", "{letter_kind}不单独编文号。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP("wording", "请作为草稿查看、打印，随主件一起送出。"),
        ),
        "E-LET-52": (
            QT_TRANSLATE_NOOP("wording", "文号“{number}”已经登记为“{why}”。"),
            QT_TRANSLATE_NOOP("wording", "原来登记的没有改动。"),
            QT_TRANSLATE_NOOP("wording", "请核对文号；作废、误编登记以后不能改。"),
        ),
        "E-LET-53": (
            QT_TRANSLATE_NOOP("wording", "成文日期不能是 {dated_on}。"),
            _FILLED_KEPT,
            QT_TRANSLATE_NOOP(
                "wording",
                "请填写 {earliest} 至 {latest} 之间的日期；这台电脑的日期不对的，请先改正。",
            ),
        ),
        "E-LET-54": (
            QT_TRANSLATE_NOOP(
                "wording", "“{number}”的份号 {first} 至 {last} 里有已经印过的，一个份号只用一次。"
            ),
            QT_TRANSLATE_NOOP("wording", "没有打印，登记册没有改动。"),
            QT_TRANSLATE_NOOP(
                "wording", "请从没有印过的号起印；原来的那份作废、要补印的，勾选“补印”后再打印。"
            ),
        ),
        "E-LET-60": (
            QT_TRANSLATE_NOOP(
                "wording", "用印日期 {sealed_on} 早于“{number}”的成文日期 {dated_on}。"
            ),
            _FILLED_KEPT,
            QT_TRANSLATE_NOOP("wording", "请核对用印登记，填写成文日期当天或者以后的日期。"),
        ),
    }
)
