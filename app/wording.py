"""Every Chinese sentence for a refusal, a state or a kind; pure, no Qt.

The windows pass a sentence through ``QCoreApplication.translate("wording", …)``; the command line
prints it as it is. ``QT_TRANSLATE_NOOP`` only marks the text for lupdate.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final

from app.kernel import clock
from app.kernel.errors import AppError
from app.kernel.paths import PlaceFault
from app.kernel.terms import (
    AgencyLevel,
    AgencyRole,
    Carrier,
    Delivery,
    EvidenceKind,
    MaterialKind,
    PartyKind,
    PartyRole,
    Post,
    ProcurementMethod,
    ProjectKind,
    Purpose,
)
from app.rules.duties import DutyState, Standing
from app.rules.identifiers import IdentifierFault
from app.rules.packs import Confidence, Nature, RuleKind, Unit
from app.rules.particulars import Having
from app.rules.routing import RouteWarning
from app.rules.steps import CrossingRule, Side, State, StepKind


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:  # noqa: N802, ARG001 - lupdate's own name
    return text


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was refused and why, what stayed unchanged, what to do next.

    *detail* is for whoever mends it, in English and often empty; it is copied, not shown.
    """

    happened: str
    unchanged: str
    next_step: str
    code: str
    detail: str

    def __str__(self) -> str:
        return f"{self.happened}{self.unchanged}{self.next_step}（{self.code}）"


_UNTOUCHED = QT_TRANSLATE_NOOP("wording", "登记册没有改动。")
_NOT_TAKEN = QT_TRANSLATE_NOOP("wording", "没有导入任何内容，登记册没有改动。")
_FILLED_KEPT = QT_TRANSLATE_NOOP("wording", "已填写的内容都保留着。")
_NOT_ISSUED = QT_TRANSLATE_NOOP("wording", "文书没有出具，没有占用文号。")
_NOT_WRITTEN = QT_TRANSLATE_NOOP("wording", "介质上没有留下半个文件，待送出内容仍在登记册里。")

ERRORS: Final = MappingProxyType(
    {
        # input
        "E-INP-01": (
            QT_TRANSLATE_NOOP("wording", "数据不符合规定格式，不能读取。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP("wording", "请核对来源后重新提供。"),
        ),
        "E-INP-02": (
            QT_TRANSLATE_NOOP("wording", "必填项还没有填写：{fields}。"),
            _FILLED_KEPT,
            QT_TRANSLATE_NOOP("wording", "请补齐后再提交。"),
        ),
        "E-INP-03": (
            QT_TRANSLATE_NOOP("wording", "{field}“{value}”校验不通过：{reason}。"),
            _FILLED_KEPT,
            QT_TRANSLATE_NOOP("wording", "请对照原件改正；确属原件如此的，写明理由后可以保留。"),
        ),
        "E-INP-04": (
            QT_TRANSLATE_NOOP("wording", "登记册里找不到这条{kind}记录。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP("wording", "请刷新列表后再试。"),
        ),
        "E-INP-05": (
            QT_TRANSLATE_NOOP("wording", "“{field}”有 {length} 个字，超过上限 {limit} 个字。"),
            _FILLED_KEPT,
            QT_TRANSLATE_NOOP("wording", "请精简，或把详细内容作为附件附上。"),
        ),
        "E-INP-06": (
            QT_TRANSLATE_NOOP("wording", "代号“{handle}”不能用作文件名。"),
            _FILLED_KEPT,
            QT_TRANSLATE_NOOP(
                "wording", "请用 1 至 16 个小写字母、数字，中间可用短横线，如 rz-czj。"
            ),
        ),
        "E-INP-07": (
            QT_TRANSLATE_NOOP("wording", "登记册不能放在 {folder}：{reason}。"),
            QT_TRANSLATE_NOOP("wording", "没有建立任何文件。"),
            QT_TRANSLATE_NOOP("wording", "请选本机硬盘上的空文件夹。"),
        ),
        "E-INP-08": (
            QT_TRANSLATE_NOOP(
                "wording", "时间先后不对：{later} 作出的决定早于 {earlier} 接到的报告。"
            ),
            _FILLED_KEPT,
            QT_TRANSLATE_NOOP("wording", "请核对接到报告和作出决定的时间。"),
        ),
        "E-INP-09": (
            QT_TRANSLATE_NOOP("wording", "登记的时间 {moment} 还没有到。"),
            _FILLED_KEPT,
            QT_TRANSLATE_NOOP("wording", "请核对年月日时分；时间无误的，请检查本机时钟。"),
        ),
        # state
        "E-STA-01": (
            QT_TRANSLATE_NOOP("wording", "当前状态“{state}”下，{by}不能登记“{step}”。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP("wording", "请核对往来记录，先登记前一环节，或登记更正。"),
        ),
        "E-STA-02": (
            QT_TRANSLATE_NOOP("wording", "这条记录属于{owner}，本单位只能查看。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP("wording", "如需修改，请函告对方更正；本单位的意见可以另行登记。"),
        ),
        "E-STA-03": (
            QT_TRANSLATE_NOOP(
                "wording",
                "移送涉嫌犯罪案件只能由正职负责人或者主持工作的负责人审批"
                "（国务院令第310号第五条），“{post}”不能审批。",
            ),
            QT_TRANSLATE_NOOP("wording", "审批没有登记，移送书不能出具。"),
            QT_TRANSLATE_NOOP("wording", "请报正职负责人；正职空缺的，写明主持工作的依据。"),
        ),
        "E-STA-04": (
            QT_TRANSLATE_NOOP("wording", "“{subject}”的文书已经出具，不能再改。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP("wording", "内容有误的，请登记更正，或登记撤回后重新办理。"),
        ),
        "E-STA-05": (
            QT_TRANSLATE_NOOP("wording", "“{subject}”当前“{state}”，移送内容不能再改。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP("wording", "需要修改的，请先登记退回，改好后重新呈报。"),
        ),
        "E-STA-06": (
            QT_TRANSLATE_NOOP(
                "wording",
                "领导干部插手干预政府采购等问题线索，应当在本程序之外以纸质方式向纪检监察机关移送。",
            ),
            QT_TRANSLATE_NOOP("wording", "本程序没有保存有关内容。"),
            QT_TRANSLATE_NOOP("wording", "请按本单位规定密封报送，不要在程序中登记。"),
        ),
        # register
        "E-REG-01": (
            QT_TRANSLATE_NOOP("wording", "口令或恢复密钥不对（已连续 {failures} 次）。"),
            QT_TRANSLATE_NOOP("wording", "登记册没有打开，数据没有丢失。"),
            QT_TRANSLATE_NOOP(
                "wording",
                "请核对后再试（连续多次不对时要等 {wait_seconds} 秒）；忘记口令时用恢复密钥打开。",
            ),
        ),
        "E-REG-02": (
            QT_TRANSLATE_NOOP("wording", "{path} 不是联席登记册。"),
            QT_TRANSLATE_NOOP("wording", "该文件夹没有改动。"),
            QT_TRANSLATE_NOOP("wording", "请选择建立登记册时的文件夹，或新建登记册。"),
        ),
        "E-REG-03": (
            QT_TRANSLATE_NOOP("wording", "登记册已损坏（{part}），不能打开：{path}。"),
            QT_TRANSLATE_NOOP("wording", "程序没有改动其中任何文件。"),
            QT_TRANSLATE_NOOP(
                "wording",
                "请先把整个文件夹复制留存，再用最近的备份恢复；对方单位也留有已送出的数据。",
            ),
        ),
        "E-REG-04": (
            QT_TRANSLATE_NOOP(
                "wording", "登记册由更新版本的程序写成（{found}），本程序只认得 {known}。"
            ),
            QT_TRANSLATE_NOOP("wording", "登记册没有打开，也没有改动。"),
            QT_TRANSLATE_NOOP("wording", "请升级本机程序后再打开。"),
        ),
        "E-REG-05": (
            QT_TRANSLATE_NOOP(
                "wording", "登记册正在被另一个程序使用（{host}，进程 {pid}，自 {since} 起）。"
            ),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP("wording", "请先关闭那个窗口或命令，再重新打开。"),
        ),
        "E-REG-06": (
            QT_TRANSLATE_NOOP("wording", "{path} 里已经有一个登记册。"),
            QT_TRANSLATE_NOOP("wording", "原有登记册没有改动，也没有新建。"),
            QT_TRANSLATE_NOOP("wording", "请直接打开它，或另选一个空文件夹。"),
        ),
        "E-REG-07": (
            QT_TRANSLATE_NOOP("wording", "附件“{name}”的文件不见了。"),
            QT_TRANSLATE_NOOP("wording", "登记的名称和校验值仍在，其他附件不受影响。"),
            QT_TRANSLATE_NOOP("wording", "请从备份或原始载体取回同一文件重新添加。"),
        ),
        "E-REG-08": (
            QT_TRANSLATE_NOOP("wording", "附件“{name}”与登记时的校验值不一致，可能被改动或损坏。"),
            QT_TRANSLATE_NOOP("wording", "没有使用该文件，登记的校验值没有改动。"),
            QT_TRANSLATE_NOOP("wording", "请用原始载体核对后重新提取，并记录原因。"),
        ),
        "E-REG-09": (
            QT_TRANSLATE_NOOP("wording", "口令只有 {length} 个字符，太短。"),
            QT_TRANSLATE_NOOP("wording", "口令没有设置或更改。"),
            QT_TRANSLATE_NOOP("wording", "请至少用 {least} 个字符，例如几个不相干的词语。"),
        ),
        "E-REG-10": (
            QT_TRANSLATE_NOOP(
                "wording", "密钥文件比登记册旧（第 {found} 版，应为第 {expected} 版）：{path}。"
            ),
            QT_TRANSLATE_NOOP("wording", "登记册没有打开，也没有改动。"),
            QT_TRANSLATE_NOOP("wording", "请换回最近一次更改口令后的密钥文件，或用备份恢复。"),
        ),
        "E-REG-11": (
            QT_TRANSLATE_NOOP("wording", "输入的不是恢复密钥：有字符抄错、多抄或漏抄。"),
            QT_TRANSLATE_NOOP("wording", "登记册没有打开，数据没有丢失。"),
            QT_TRANSLATE_NOOP(
                "wording", "请对照密封件逐组核对（9 组，每组 4 个字符）后再输入一次。"
            ),
        ),
        "E-REG-12": (
            QT_TRANSLATE_NOOP("wording", "本机可用内存不足，核对口令需要 {needed_mib} MiB。"),
            QT_TRANSLATE_NOOP("wording", "登记册没有打开，也没有改动。"),
            QT_TRANSLATE_NOOP("wording", "请关闭其他程序后再试。"),
        ),
        "E-REG-13": (
            QT_TRANSLATE_NOOP("wording", "密钥文件 register.keys.json 已损坏，不能打开：{path}。"),
            QT_TRANSLATE_NOOP("wording", "程序没有改动其中任何文件。"),
            QT_TRANSLATE_NOOP(
                "wording",
                "请先把整个文件夹复制留存；其中有 register.keys.json.bak 时，"
                "用它替换损坏的文件再打开，没有时用最近的备份恢复。",
            ),
        ),
        # exchange
        "E-XCH-01": (
            QT_TRANSLATE_NOOP("wording", "{path} 没有复制完整。"),
            _NOT_TAKEN,
            QT_TRANSLATE_NOOP("wording", "这不是篡改：请从介质上重新复制，或请对方重新写入一次。"),
        ),
        "E-XCH-02": (
            QT_TRANSLATE_NOOP("wording", "{path} 不是可以识别的交换包，或已损坏。"),
            _NOT_TAKEN,
            QT_TRANSLATE_NOOP("wording", "请核对文件来源；确为对方所发的，请其重新写入。"),
        ),
        "E-XCH-03": (
            QT_TRANSLATE_NOOP("wording", "{path} 的签名无效（{part}），自称来自{claimed}。"),
            _NOT_TAKEN,
            QT_TRANSLATE_NOOP("wording", "请保留该文件，电话联系对方联络员核实，请其重新送出。"),
        ),
        "E-XCH-04": (
            QT_TRANSLATE_NOOP(
                "wording", "{path} 的发件人不在名册中（自称{claimed}，指纹 {fingerprint}）。"
            ),
            _NOT_TAKEN,
            QT_TRANSLATE_NOOP("wording", "请先导入对方的身份卡并当面核对指纹。"),
        ),
        "E-XCH-05": (
            QT_TRANSLATE_NOOP("wording", "{sender}的指纹还没有当面核对，{path} 暂不能导入。"),
            _NOT_TAKEN,
            QT_TRANSLATE_NOOP("wording", "请在“成员与密钥”中核对指纹后再导入。"),
        ),
        "E-XCH-06": (
            QT_TRANSLATE_NOOP("wording", "{path} 是发给{recipient}的，不是发给本单位的。"),
            _NOT_TAKEN,
            QT_TRANSLATE_NOOP("wording", "请把介质转交对方，或请发件单位重新送出。"),
        ),
        "E-XCH-07": (
            QT_TRANSLATE_NOOP("wording", "{path}（{sender}第 {first} 至 {last} 号）已经导入过。"),
            QT_TRANSLATE_NOOP("wording", "没有重复导入；回执会随下一个交换包再次送出。"),
            QT_TRANSLATE_NOOP("wording", "不需要再做什么。"),
        ),
        "E-XCH-08": (
            QT_TRANSLATE_NOOP(
                "wording",
                "{sender}第 {first_missing} 至 {last_missing} 号还没有收到，{path} 暂不能导入。",
            ),
            _NOT_TAKEN,
            QT_TRANSLATE_NOOP("wording", "请向对方联络员要缺少的交换包，或请其重新写入一次。"),
        ),
        "E-XCH-09": (
            QT_TRANSLATE_NOOP("wording", "{sender}第 {seq} 号与已导入的内容不同（{path}）。"),
            _NOT_TAKEN,
            QT_TRANSLATE_NOOP(
                "wording",
                "对方的登记册可能用旧备份恢复过。请保留该文件，电话核实后由对方重新建立往来。",
            ),
        ),
        "E-XCH-10": (
            QT_TRANSLATE_NOOP(
                "wording", "{path} 来自{theirs}登记册，本机是{ours}登记册，两者不能混用。"
            ),
            _NOT_TAKEN,
            QT_TRANSLATE_NOOP("wording", "请换用对应的登记册。"),
        ),
        "E-XCH-11": (
            QT_TRANSLATE_NOOP("wording", "{path} 的格式版本（{found}）比本程序新。"),
            _NOT_TAKEN,
            QT_TRANSLATE_NOOP("wording", "请升级本机程序后再导入，文件请保留。"),
        ),
        "E-XCH-12": (
            QT_TRANSLATE_NOOP("wording", "{recipient}的指纹还没有当面核对，不能向其封装交换包。"),
            QT_TRANSLATE_NOOP("wording", "没有写出任何文件，待送出内容仍在登记册里。"),
            QT_TRANSLATE_NOOP("wording", "请在“成员与密钥”中导入身份卡并核对指纹。"),
        ),
        "E-XCH-13": (
            QT_TRANSLATE_NOOP("wording", "没有要送给{recipient}的内容。"),
            QT_TRANSLATE_NOOP("wording", "没有写出任何文件。"),
            QT_TRANSLATE_NOOP("wording", "对方确认已全部导入，不需要再做什么。"),
        ),
        "E-XCH-14": (
            QT_TRANSLATE_NOOP(
                "wording", "{path} 是{sender}旧登记册（第 {found} 代）写的，现已是第 {known} 代。"
            ),
            _NOT_TAKEN,
            QT_TRANSLATE_NOOP("wording", "内容会随对方的新交换包再来，该文件可以不用。"),
        ),
        "E-XCH-15": (
            QT_TRANSLATE_NOOP("wording", "{path} 不是有效的身份卡。"),
            QT_TRANSLATE_NOOP("wording", "名册没有改动。"),
            QT_TRANSLATE_NOOP("wording", "请对方重新导出身份卡。"),
        ),
        "E-XCH-16": (
            QT_TRANSLATE_NOOP("wording", "{agency}指纹的第 {groups} 组对不上。"),
            QT_TRANSLATE_NOOP("wording", "没有标记为已核对，不能与其交换。"),
            QT_TRANSLATE_NOOP(
                "wording", "请对照对方屏幕或打印的指纹重新输入；仍对不上的，这张身份卡不是对方的。"
            ),
        ),
        "E-XCH-17": (
            QT_TRANSLATE_NOOP(
                "wording",
                "{sender}已导入过本单位登记册里没有的内容，"
                "本登记册可能是用旧备份恢复的（{path}）。",
            ),
            _NOT_TAKEN,
            QT_TRANSLATE_NOOP(
                "wording",
                "请暂停向{sender}送出，电话核对双方往来台账；恢复往来的功能在后续版本提供。",
            ),
        ),
        "E-XCH-18": (
            QT_TRANSLATE_NOOP(
                "wording",
                "{sender}第 {seq} 号内容格式不对，或者涉及不归其登记的记录，{path} 不能导入。",
            ),
            _NOT_TAKEN,
            QT_TRANSLATE_NOOP("wording", "请保留该文件，把编号告知对方联络员，由对方查明后处理。"),
        ),
        # media
        "E-MED-01": (
            QT_TRANSLATE_NOOP("wording", "{path} 空间不足：需要 {needed}，只剩 {free}。"),
            _NOT_WRITTEN,
            QT_TRANSLATE_NOOP("wording", "请清理或换一个介质后再写。"),
        ),
        "E-MED-02": (
            QT_TRANSLATE_NOOP("wording", "{path} 是只读的，不能写入。"),
            _NOT_WRITTEN,
            QT_TRANSLATE_NOOP(
                "wording", "请打开写保护开关或换一个文件夹；刻录盘请先写到文件夹再刻录。"
            ),
        ),
        "E-MED-03": (
            QT_TRANSLATE_NOOP("wording", "读写中途找不到 {path} 了，介质可能被拔出。"),
            QT_TRANSLATE_NOOP("wording", "登记册没有改动，待送出内容仍在登记册里。"),
            QT_TRANSLATE_NOOP("wording", "请重新插好后再试；介质上未写完的文件会被忽略。"),
        ),
        "E-MED-04": (
            QT_TRANSLATE_NOOP("wording", "写入 {path} 后读回的内容不一致，介质不可靠。"),
            QT_TRANSLATE_NOOP("wording", "该文件已作废，待送出内容仍在登记册里。"),
            QT_TRANSLATE_NOOP("wording", "请换一个介质重新写入。"),
        ),
        "E-MED-05": (
            QT_TRANSLATE_NOOP("wording", "读写 {path} 时被系统拒绝。"),
            _NOT_WRITTEN,
            QT_TRANSLATE_NOOP("wording", "请检查介质或换一个文件夹后再试。"),
        ),
        # letters
        "E-LET-01": (
            QT_TRANSLATE_NOOP("wording", "有的字没有字体可以印出：{found}。"),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP("wording", "请核对原件用字，或在设置中加入含有该字的字体。"),
        ),
        "E-LET-02": (
            QT_TRANSLATE_NOOP("wording", "文书还缺少内容：{fields}。"),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP("wording", "请补齐后再出具。"),
        ),
        "E-LET-03": (
            QT_TRANSLATE_NOOP("wording", "文号“{number}”已经用过。"),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP("wording", "请核对办公室给的文号。"),
        ),
        "E-LET-04": (
            QT_TRANSLATE_NOOP("wording", "文书模板“{template}”有错误（{reason}）。"),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP("wording", "请恢复程序自带的模板。"),
        ),
        "E-LET-05": (
            QT_TRANSLATE_NOOP("wording", "字体文件“{font}”不能使用（{reason}）。"),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP("wording", "请用安装包修复本程序；换用本单位字体的，请核对该文件。"),
        ),
        # rules
        "E-RUL-01": (
            QT_TRANSLATE_NOOP("wording", "规则包“{pack}”不能使用。"),
            QT_TRANSLATE_NOOP("wording", "仍使用原来的规则。"),
            QT_TRANSLATE_NOOP("wording", "请向牵头单位要正确的规则包。"),
        ),
    }
)

_UNKNOWN = (
    QT_TRANSLATE_NOOP("wording", "程序遇到没有预料到的情况。"),
    QT_TRANSLATE_NOOP("wording", "已保存的内容没有丢失。"),
    QT_TRANSLATE_NOOP("wording", "请重新打开程序；再次出现时请把编号告诉维护人员。"),
)


def refusal(error: AppError, translate: Callable[[str], str] = str) -> Refusal:
    """The three sentences for *error*, its facts filled in after *translate* has seen each."""
    facts = {name: _fact(name, value, translate) for name, value in error.facts.items()}
    happened, unchanged, next_step = (
        _filled(translate(text), facts) for text in ERRORS.get(error.code, _UNKNOWN)
    )
    detail = facts.get("reason", "")
    return Refusal(happened, unchanged, next_step, error.code, detail)


_BYTES: Final = frozenset({"needed", "free"})
"""Facts that count bytes."""


def _fact(name: str, value: object, translate: Callable[[str], str]) -> str:
    """A fact as the sentence about it shows it."""
    match name, value:
        case "fields", tuple():
            return "、".join(translate(field_name(field)) for field in value)
        case "field", str():
            return translate(field_name(value))
        case "kind", str():
            return translate(NOUNS.get(value, value))
        case "part", str():
            return translate(PARTS.get(value, value))
        case "found", tuple():
            return "、".join(_uncovered(item, translate) for item in value)
        case _ if name in _BYTES and isinstance(value, int):
            return size_text(value)
        case _:
            return _shown(value)


def field_name(field: str) -> str:
    """What a form, a letter or a step calls the field of that name."""
    return FIELDS.get(field) or STEP_FIELDS.get(field, field)


def _uncovered(item: tuple[str, str, str], translate: Callable[[str], str]) -> str:
    """A character no face draws; one that cannot be seen is named by its number alone."""
    part, char, code = item
    where = translate(DOCUMENT_PARTS.get(part, part))
    return f"{where}“{char}”（{code}）" if char.isprintable() else f"{where}（{code}）"


class _Facts(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return "？"


def _filled(text: str, facts: dict[str, str]) -> str:
    return text.format_map(_Facts(facts))


def _shown(value: object) -> str:
    match value:
        case Path():
            return value.name or str(value)
        case Purpose():
            return PURPOSES[value]
        case PlaceFault():
            return PLACES[value]
        case StepKind():
            return STEPS[value]
        case State():
            return STATES[value]
        case Post():
            return POSTS[value]
        case IdentifierFault():
            return IDENTIFIER_FAULTS[value]
        case datetime():
            return f"{clock.local(value):%Y-%m-%d %H:%M}"
        case tuple() | list() | frozenset():
            return "、".join(_shown(item) for item in value)
        case _:
            return str(value)


# -- words ---------------------------------------------------------------------------------

FIELDS: Final = MappingProxyType(
    {
        "name": QT_TRANSLATE_NOOP("wording", "名称"),
        "source": QT_TRANSLATE_NOOP("wording", "线索来源"),
        "facts": QT_TRANSLATE_NOOP("wording", "基本案情"),
        "measures": QT_TRANSLATE_NOOP("wording", "已采取的措施"),
        "penalties": QT_TRANSLATE_NOOP("wording", "处理、处罚情况"),
        "parties": QT_TRANSLATE_NOOP("wording", "当事人"),
        "identifier": QT_TRANSLATE_NOOP("wording", "证件号码"),
        "evidence_name": QT_TRANSLATE_NOOP("wording", "证据名称"),
        "issue.agency": QT_TRANSLATE_NOOP("wording", "制发机关"),
        "issue.receiver": QT_TRANSLATE_NOOP("wording", "受文机关"),
        "issue.handler": QT_TRANSLATE_NOOP("wording", "主办人"),
        "issue.phone": QT_TRANSLATE_NOOP("wording", "联系电话"),
        "case.name": QT_TRANSLATE_NOOP("wording", "案件名称"),
        "case.source": QT_TRANSLATE_NOOP("wording", "案件来源"),
        "case.parties": QT_TRANSLATE_NOOP("wording", "当事人"),
        "case.parties.name": QT_TRANSLATE_NOOP("wording", "当事人名称"),
        "case.facts": QT_TRANSLATE_NOOP("wording", "案情"),
        "offence": QT_TRANSLATE_NOOP("wording", "涉嫌罪名"),
        "offence_article": QT_TRANSLATE_NOOP("wording", "刑法条文"),
        "reasons": QT_TRANSLATE_NOOP("wording", "理由"),
        "bases": QT_TRANSLATE_NOOP("wording", "移送依据"),
        "materials": QT_TRANSLATE_NOOP("wording", "移送材料"),
        "materials.reason": QT_TRANSLATE_NOOP("wording", "缺少材料的理由"),
        "copy_to": QT_TRANSLATE_NOOP("wording", "抄送机关"),
        "referral.case.name": QT_TRANSLATE_NOOP("wording", "案件名称"),
        "referral.case.source": QT_TRANSLATE_NOOP("wording", "案件来源"),
        "referral.case.parties": QT_TRANSLATE_NOOP("wording", "当事人"),
        "referral.case.facts": QT_TRANSLATE_NOOP("wording", "案情"),
        "referral.receiver_name": QT_TRANSLATE_NOOP("wording", "拟移送机关"),
        "referral.offence": QT_TRANSLATE_NOOP("wording", "涉嫌罪名"),
        "referral.offence_article": QT_TRANSLATE_NOOP("wording", "刑法条文"),
        "referral.bases": QT_TRANSLATE_NOOP("wording", "移送依据"),
        "referral.team": QT_TRANSLATE_NOOP("wording", "专案组成员（两名以上，均有执法证号）"),
        "case_name": QT_TRANSLATE_NOOP("wording", "案件名称"),
        "papers": QT_TRANSLATE_NOOP("wording", "送达文书"),
        "referral_number": QT_TRANSLATE_NOOP("wording", "移送书文号"),
        "decided_by": QT_TRANSLATE_NOOP("wording", "作出决定的机关"),
        "decision_title": QT_TRANSLATE_NOOP("wording", "决定文书名称"),
        "decision_number": QT_TRANSLATE_NOOP("wording", "决定文书文号"),
        "decision_reasons": QT_TRANSLATE_NOOP("wording", "不予立案的理由"),
        "letter_title": QT_TRANSLATE_NOOP("wording", "去函名称"),
        "letter_number": QT_TRANSLATE_NOOP("wording", "去函文号"),
        "questions": QT_TRANSLATE_NOOP("wording", "商请反馈的事项"),
        "agency": QT_TRANSLATE_NOOP("wording", "单位全称"),
        "short_name": QT_TRANSLATE_NOOP("wording", "单位简称"),
        "liaison": QT_TRANSLATE_NOOP("wording", "联络员"),
        "user": QT_TRANSLATE_NOOP("wording", "使用人"),
        "how": QT_TRANSLATE_NOOP("wording", "核对的时间、地点和在场人"),
        "fingerprint_groups": QT_TRANSLATE_NOOP("wording", "对方读出的指纹（至少三组）"),
        "decision": QT_TRANSLATE_NOOP("wording", "不予立案通知书"),
        "decision_received_at": QT_TRANSLATE_NOOP("wording", "对方通知的签收时间（请先登记签收）"),
        "code": QT_TRANSLATE_NOOP("wording", "机关代字"),
        "number": QT_TRANSLATE_NOOP("wording", "文号"),
        "signer": QT_TRANSLATE_NOOP("wording", "签发人"),
        "matter": QT_TRANSLATE_NOOP("wording", "事项"),
    }
)
"""What a record needs, and what a letter needs by the dotted names of ``documents.kinds``."""

NOUNS: Final = MappingProxyType(
    {
        "agency": QT_TRANSLATE_NOOP("wording", "单位"),
        "attachment": QT_TRANSLATE_NOOP("wording", "附件"),
        "case": QT_TRANSLATE_NOOP("wording", "案件"),
        "letter": QT_TRANSLATE_NOOP("wording", "文书"),
        "matter": QT_TRANSLATE_NOOP("wording", "事项"),
        "party": QT_TRANSLATE_NOOP("wording", "当事人"),
    }
)
"""What a record is that a use case did not find."""

PARTS: Final = MappingProxyType(
    {
        "db": QT_TRANSLATE_NOOP("wording", "数据库"),
        "keys": QT_TRANSLATE_NOOP("wording", "密钥文件"),
        "envelope": QT_TRANSLATE_NOOP("wording", "封面"),
        "content": QT_TRANSLATE_NOOP("wording", "内容清单"),
        "payload": QT_TRANSLATE_NOOP("wording", "密文"),
        "card": QT_TRANSLATE_NOOP("wording", "身份卡"),
        "key": QT_TRANSLATE_NOOP("wording", "密钥"),
        "signer": QT_TRANSLATE_NOOP("wording", "签名者"),
    }
)
"""The part of a register or bundle a refusal is about."""

DOCUMENT_PARTS: Final = MappingProxyType(
    {
        "agency": QT_TRANSLATE_NOOP("wording", "机关名称"),
        "title": QT_TRANSLATE_NOOP("wording", "标题"),
        "number": QT_TRANSLATE_NOOP("wording", "文号"),
        "urgency": QT_TRANSLATE_NOOP("wording", "紧急程度"),
        "addressee": QT_TRANSLATE_NOOP("wording", "主送机关"),
        "body": QT_TRANSLATE_NOOP("wording", "正文"),
        "attachments": QT_TRANSLATE_NOOP("wording", "附件说明"),
        "signature": QT_TRANSLATE_NOOP("wording", "署名"),
        "contact": QT_TRANSLATE_NOOP("wording", "附注"),
        "copy_to": QT_TRANSLATE_NOOP("wording", "抄送机关"),
        "receipt": QT_TRANSLATE_NOOP("wording", "回执"),
        "annex": QT_TRANSLATE_NOOP("wording", "清单"),
        "check": QT_TRANSLATE_NOOP("wording", "校验码"),
    }
)

PARTY_KINDS: Final = MappingProxyType(
    {
        PartyKind.ORGANISATION: QT_TRANSLATE_NOOP("wording", "单位"),
        PartyKind.PERSON: QT_TRANSLATE_NOOP("wording", "个人"),
    }
)

PARTY_ROLES: Final = MappingProxyType(
    {
        PartyRole.PURCHASER: QT_TRANSLATE_NOOP("wording", "采购人"),
        PartyRole.AGENT: QT_TRANSLATE_NOOP("wording", "采购代理机构"),
        PartyRole.SUPPLIER: QT_TRANSLATE_NOOP("wording", "供应商"),
        PartyRole.EXPERT: QT_TRANSLATE_NOOP("wording", "评审专家"),
        PartyRole.OTHER: QT_TRANSLATE_NOOP("wording", "其他当事人"),
    }
)

METHODS: Final = MappingProxyType(
    {
        ProcurementMethod.OPEN_TENDER: QT_TRANSLATE_NOOP("wording", "公开招标"),
        ProcurementMethod.INVITED_TENDER: QT_TRANSLATE_NOOP("wording", "邀请招标"),
        ProcurementMethod.NEGOTIATION: QT_TRANSLATE_NOOP("wording", "竞争性谈判"),
        ProcurementMethod.CONSULTATION: QT_TRANSLATE_NOOP("wording", "竞争性磋商"),
        ProcurementMethod.INQUIRY: QT_TRANSLATE_NOOP("wording", "询价"),
        ProcurementMethod.SINGLE_SOURCE: QT_TRANSLATE_NOOP("wording", "单一来源采购"),
        ProcurementMethod.FRAMEWORK: QT_TRANSLATE_NOOP("wording", "框架协议采购"),
        ProcurementMethod.INNOVATION: QT_TRANSLATE_NOOP("wording", "合作创新采购"),
        ProcurementMethod.OTHER: QT_TRANSLATE_NOOP("wording", "其他方式"),
    }
)

PROJECT_KINDS: Final = MappingProxyType(
    {
        ProjectKind.GOODS: QT_TRANSLATE_NOOP("wording", "货物"),
        ProjectKind.WORKS: QT_TRANSLATE_NOOP("wording", "工程"),
        ProjectKind.SERVICES: QT_TRANSLATE_NOOP("wording", "服务"),
    }
)

EVIDENCE_KINDS: Final = MappingProxyType(
    {
        EvidenceKind.PHYSICAL: QT_TRANSLATE_NOOP("wording", "物证"),
        EvidenceKind.DOCUMENTARY: QT_TRANSLATE_NOOP("wording", "书证"),
        EvidenceKind.STATEMENT: QT_TRANSLATE_NOOP("wording", "陈述、证言"),
        EvidenceKind.EXPERT_OPINION: QT_TRANSLATE_NOOP("wording", "鉴定意见"),
        EvidenceKind.RECORD: QT_TRANSLATE_NOOP("wording", "勘验、检查等笔录"),
        EvidenceKind.AUDIOVISUAL: QT_TRANSLATE_NOOP("wording", "视听资料"),
        EvidenceKind.ELECTRONIC: QT_TRANSLATE_NOOP("wording", "电子数据"),
        EvidenceKind.OTHER: QT_TRANSLATE_NOOP("wording", "其他"),
    }
)

IDENTIFIER_FAULTS: Final = MappingProxyType(
    {
        IdentifierFault.LENGTH: QT_TRANSLATE_NOOP("wording", "不是 18 位"),
        IdentifierFault.CHARACTER: QT_TRANSLATE_NOOP("wording", "有不该出现的字符"),
        IdentifierFault.BODY_CHECK: QT_TRANSLATE_NOOP(
            "wording", "其中的组织机构代码（第 9 至 17 位）校验位不对"
        ),
        IdentifierFault.CHECK: QT_TRANSLATE_NOOP("wording", "最后一位校验码不对"),
        IdentifierFault.BIRTH_DATE: QT_TRANSLATE_NOOP("wording", "出生日期不存在"),
        IdentifierFault.BIRTH_AFTER_TODAY: QT_TRANSLATE_NOOP("wording", "出生日期晚于今天"),
    }
)

CASE_STATES: Final = MappingProxyType(
    {
        "open": QT_TRANSLATE_NOOP("wording", "办理中"),
        "extract": QT_TRANSLATE_NOOP("wording", "外单位摘要"),
    }
)

PURPOSES: Final = MappingProxyType(
    {
        Purpose.REAL: QT_TRANSLATE_NOOP("wording", "正式"),
        Purpose.EXERCISE: QT_TRANSLATE_NOOP("wording", "演练"),
    }
)

AGENCY_ROLES: Final = MappingProxyType(
    {
        AgencyRole.FINANCE: QT_TRANSLATE_NOOP("wording", "财政"),
        AgencyRole.POLICE: QT_TRANSLATE_NOOP("wording", "公安"),
        AgencyRole.AUDIT: QT_TRANSLATE_NOOP("wording", "审计"),
        AgencyRole.MARKET: QT_TRANSLATE_NOOP("wording", "市场监管"),
        AgencyRole.DISCIPLINE: QT_TRANSLATE_NOOP("wording", "纪检监察"),
        AgencyRole.PROCURATORATE: QT_TRANSLATE_NOOP("wording", "检察"),
        AgencyRole.OTHER: QT_TRANSLATE_NOOP("wording", "其他"),
    }
)

AGENCY_LEVELS: Final = MappingProxyType(
    {
        AgencyLevel.CITY: QT_TRANSLATE_NOOP("wording", "市级"),
        AgencyLevel.DISTRICT: QT_TRANSLATE_NOOP("wording", "区县级"),
        AgencyLevel.OTHER: QT_TRANSLATE_NOOP("wording", "其他"),
    }
)

PLACES: Final = MappingProxyType(
    {
        PlaceFault.REMOVABLE: QT_TRANSLATE_NOOP(
            "wording", "在可移动介质上，拔出或遗失时登记册也随之不见"
        ),
        PlaceFault.NETWORK: QT_TRANSLATE_NOOP(
            "wording", "在网络共享上，两台电脑同时打开会损坏登记册"
        ),
        PlaceFault.SMALL: QT_TRANSLATE_NOOP("wording", "所在磁盘剩余空间不足 500 MB"),
        PlaceFault.OCCUPIED: QT_TRANSLATE_NOOP("wording", "里面已经有其他文件"),
    }
)

JOURNAL_ACTIONS: Final = MappingProxyType(
    {
        "register.created": QT_TRANSLATE_NOOP("wording", "建立登记册"),
        "register.passphrase-changed": QT_TRANSLATE_NOOP("wording", "更改口令"),
        "register.recovery-key-replaced": QT_TRANSLATE_NOOP("wording", "更换恢复密钥"),
        "settings.changed": QT_TRANSLATE_NOOP("wording", "更改设置"),
        "pack.imported": QT_TRANSLATE_NOOP("wording", "导入规则包"),
        "card.kept": QT_TRANSLATE_NOOP("wording", "收下身份卡"),
        "card.verified": QT_TRANSLATE_NOOP("wording", "核对指纹"),
        "member.added": QT_TRANSLATE_NOOP("wording", "登记纸质往来单位"),
        "case.registered": QT_TRANSLATE_NOOP("wording", "登记案件"),
        "case.revised": QT_TRANSLATE_NOOP("wording", "修改案件"),
        "case.shared": QT_TRANSLATE_NOOP("wording", "列入待送出"),
        "case.opened_from_extract": QT_TRANSLATE_NOOP("wording", "由外单位摘要立为本单位案件"),
        "party.identifier_shown": QT_TRANSLATE_NOOP("wording", "查看当事人证件号码"),
        "evidence.added": QT_TRANSLATE_NOOP("wording", "登记证据"),
        "attachment.saved": QT_TRANSLATE_NOOP("wording", "导出附件"),
        "bundle.written": QT_TRANSLATE_NOOP("wording", "写出交换包"),
        "bundle.taken_in": QT_TRANSLATE_NOOP("wording", "导入交换包"),
        "card.discarded": QT_TRANSLATE_NOOP("wording", "丢弃未核对的身份卡"),
        "bundle.refused": QT_TRANSLATE_NOOP("wording", "拒绝导入交换包"),
        "letter.draft_saved": QT_TRANSLATE_NOOP("wording", "导出文书草稿"),
        "letter.printed": QT_TRANSLATE_NOOP("wording", "打印文书"),
        "letter.issued": QT_TRANSLATE_NOOP("wording", "出具文书"),
        "matter.opened": QT_TRANSLATE_NOOP("wording", "新建移送"),
        "matter.revised": QT_TRANSLATE_NOOP("wording", "修改移送内容"),
    }
)

BUNDLE_STATES: Final = MappingProxyType(
    {
        "": QT_TRANSLATE_NOOP("wording", "可导入"),
        "E-XCH-01": QT_TRANSLATE_NOOP("wording", "不完整"),
        "E-XCH-02": QT_TRANSLATE_NOOP("wording", "不能识别"),
        "E-XCH-03": QT_TRANSLATE_NOOP("wording", "签名无效"),
        "E-XCH-04": QT_TRANSLATE_NOOP("wording", "未知发件人"),
        "E-XCH-05": QT_TRANSLATE_NOOP("wording", "指纹未核对"),
        "E-XCH-06": QT_TRANSLATE_NOOP("wording", "非发给本单位"),
        "E-XCH-07": QT_TRANSLATE_NOOP("wording", "已导入"),
        "E-XCH-08": QT_TRANSLATE_NOOP("wording", "缺号"),
        "E-XCH-09": QT_TRANSLATE_NOOP("wording", "同号不同文"),
        "E-XCH-10": QT_TRANSLATE_NOOP("wording", "演练、正式不符"),
        "E-XCH-11": QT_TRANSLATE_NOOP("wording", "版本过新"),
        "E-XCH-14": QT_TRANSLATE_NOOP("wording", "旧登记册所写"),
        "E-XCH-17": QT_TRANSLATE_NOOP("wording", "往来对不上"),
    }
)
UNREADABLE: Final = QT_TRANSLATE_NOOP("wording", "不能读取")

ENTRY_TYPES: Final = MappingProxyType(
    {
        "case-extract/1": QT_TRANSLATE_NOOP("wording", "案件摘要"),
        "attachment/1": QT_TRANSLATE_NOOP("wording", "附件"),
        "matter/1": QT_TRANSLATE_NOOP("wording", "事项"),
        "step/1": QT_TRANSLATE_NOOP("wording", "办理环节"),
        "letter/1": QT_TRANSLATE_NOOP("wording", "文书"),
        "receipt/1": QT_TRANSLATE_NOOP("wording", "回执"),
        "withdraw/1": QT_TRANSLATE_NOOP("wording", "撤回"),
        "agency-card/1": QT_TRANSLATE_NOOP("wording", "身份卡"),
    }
)


def journal_action(action: str) -> str:
    """The word for a line of the journal; a code this version does not know stays as it is."""
    kind = action.removeprefix("step.")
    if kind != action and kind in set(StepKind):
        return STEPS[StepKind(kind)]
    return JOURNAL_ACTIONS.get(action, action)


def bundle_state(refusal_code: str) -> str:
    """The word for a bundle that was refused with *refusal_code*; empty when it can be taken in."""
    return BUNDLE_STATES.get(refusal_code, UNREADABLE)


def size_text(size: int) -> str:
    """Bytes as a person reads them; units of 1024."""
    number, unit = float(size), "B"
    for larger in ("KB", "MB", "GB"):
        if number < 1024:
            break
        number, unit = number / 1024, larger
    return f"{size} B" if unit == "B" else f"{number:.1f} {unit}"


# -- words of the law ----------------------------------------------------------------------

STATES: Final = MappingProxyType(
    {
        State.DRAFT: QT_TRANSLATE_NOOP("wording", "草稿"),
        State.PENDING: QT_TRANSLATE_NOOP("wording", "待审批"),
        State.REFUSED: QT_TRANSLATE_NOOP("wording", "不批准移送"),
        State.APPROVED: QT_TRANSLATE_NOOP("wording", "已批准"),
        State.ISSUED: QT_TRANSLATE_NOOP("wording", "已出具，待送达"),
        State.DELIVERED: QT_TRANSLATE_NOOP("wording", "已送达"),
        State.ACKNOWLEDGED: QT_TRANSLATE_NOOP("wording", "已签收"),
        State.SUPPLEMENT: QT_TRANSLATE_NOOP("wording", "待补正"),
        State.FORWARDED: QT_TRANSLATE_NOOP("wording", "已转送"),
        State.RETURNED: QT_TRANSLATE_NOOP("wording", "已退回"),
        State.ACCEPTED: QT_TRANSLATE_NOOP("wording", "已受案"),
        State.FILED: QT_TRANSLATE_NOOP("wording", "立案"),
        State.NOT_FILED: QT_TRANSLATE_NOOP("wording", "不予立案"),
        State.REVIEW: QT_TRANSLATE_NOOP("wording", "复议中"),
        State.REVIEW_UPHELD: QT_TRANSLATE_NOOP("wording", "复议维持"),
        State.REVIEW_REVOKED: QT_TRANSLATE_NOOP("wording", "复议撤销"),
        State.SUPERVISION: QT_TRANSLATE_NOOP("wording", "已建议立案监督"),
        State.ARTICLES_HANDED_OVER: QT_TRANSLATE_NOOP("wording", "物品材料已移交"),
        State.CASE_WITHDRAWN: QT_TRANSLATE_NOOP("wording", "撤案"),
        State.RESULT_REPORTED: QT_TRANSLATE_NOOP("wording", "已反馈结果"),
        State.WITHDRAWN: QT_TRANSLATE_NOOP("wording", "已撤回"),
        State.ARCHIVED: QT_TRANSLATE_NOOP("wording", "已归档"),
    }
)

STEPS: Final = MappingProxyType(
    {
        StepKind.TEAM_FORMED: QT_TRANSLATE_NOOP("wording", "组成专案组"),
        StepKind.REPORT_SUBMITTED: QT_TRANSLATE_NOOP("wording", "呈报移送报告"),
        StepKind.REPORT_RECEIVED: QT_TRANSLATE_NOOP("wording", "负责人接到报告"),
        StepKind.APPROVED: QT_TRANSLATE_NOOP("wording", "批准移送"),
        StepKind.REFUSED: QT_TRANSLATE_NOOP("wording", "不批准移送"),
        StepKind.DRAFT_RETURNED: QT_TRANSLATE_NOOP("wording", "退回修改"),
        StepKind.PENALTY_DECIDED: QT_TRANSLATE_NOOP("wording", "作出行政处罚决定"),
        StepKind.ISSUED: QT_TRANSLATE_NOOP("wording", "出具移送书"),
        StepKind.COPIED_TO_PROCURATORATE: QT_TRANSLATE_NOOP("wording", "抄送人民检察院"),
        StepKind.DELIVERED: QT_TRANSLATE_NOOP("wording", "送达"),
        StepKind.DELIVERY_REFUSED: QT_TRANSLATE_NOOP("wording", "对方未接收或者拒签"),
        StepKind.ACKNOWLEDGED: QT_TRANSLATE_NOOP("wording", "签收（回执）"),
        StepKind.WITHDRAWN: QT_TRANSLATE_NOOP("wording", "撤回移送"),
        StepKind.SUPPLEMENT_ASKED: QT_TRANSLATE_NOOP("wording", "通知补正"),
        StepKind.SUPPLEMENTED: QT_TRANSLATE_NOOP("wording", "补正材料"),
        StepKind.FORWARDED: QT_TRANSLATE_NOOP("wording", "转送有管辖权的机关"),
        StepKind.NOT_OUR_BUSINESS: QT_TRANSLATE_NOOP("wording", "退回（不属本机关职责范围）"),
        StepKind.ACCEPTED: QT_TRANSLATE_NOOP("wording", "受案"),
        StepKind.EXTENDED: QT_TRANSLATE_NOOP("wording", "批准延长期限"),
        StepKind.EXTENDED_AGAIN: QT_TRANSLATE_NOOP("wording", "批准再延长期限"),
        StepKind.FILED: QT_TRANSLATE_NOOP("wording", "立案"),
        StepKind.NOT_FILED: QT_TRANSLATE_NOOP("wording", "不予立案"),
        StepKind.FILES_RETURNED: QT_TRANSLATE_NOOP("wording", "退回案卷材料"),
        StepKind.ARTICLES_HANDED_OVER: QT_TRANSLATE_NOOP("wording", "移交涉案物品和材料"),
        StepKind.JURISDICTION_CHANGED: QT_TRANSLATE_NOOP("wording", "立案后移送其他公安机关"),
        StepKind.CASE_WITHDRAWN: QT_TRANSLATE_NOOP("wording", "撤销案件"),
        StepKind.RESULT_REPORTED: QT_TRANSLATE_NOOP("wording", "反馈结果"),
        StepKind.REVIEW_REQUESTED: QT_TRANSLATE_NOOP("wording", "提请复议"),
        StepKind.REVIEW_UPHELD: QT_TRANSLATE_NOOP("wording", "复议维持原决定"),
        StepKind.REVIEW_REVOKED: QT_TRANSLATE_NOOP("wording", "复议撤销原决定"),
        StepKind.SUPERVISION_SUGGESTED: QT_TRANSLATE_NOOP("wording", "建议立案监督"),
        StepKind.REASONS_ASKED: QT_TRANSLATE_NOOP("wording", "检察院要求说明理由"),
        StepKind.REASONS_GIVEN: QT_TRANSLATE_NOOP("wording", "说明理由"),
        StepKind.FILING_ORDERED: QT_TRANSLATE_NOOP("wording", "检察院通知立案"),
        StepKind.SUPERVISION_CONCLUDED: QT_TRANSLATE_NOOP("wording", "检察院告知审查结论"),
        StepKind.ADMIN_RESUMED: QT_TRANSLATE_NOOP("wording", "恢复行政处理"),
        StepKind.PENALTY_COPIED: QT_TRANSLATE_NOOP("wording", "抄送行政处罚决定书"),
        StepKind.ARCHIVED: QT_TRANSLATE_NOOP("wording", "办结归档"),
        StepKind.NOTICE_RECEIVED: QT_TRANSLATE_NOOP("wording", "登记签收来文"),
        StepKind.SEEN: QT_TRANSLATE_NOOP("wording", "已阅"),
        StepKind.CORRECTED: QT_TRANSLATE_NOOP("wording", "更正"),
        StepKind.VOIDED: QT_TRANSLATE_NOOP("wording", "作废误登"),
        StepKind.NOTE: QT_TRANSLATE_NOOP("wording", "工作联系"),
        StepKind.REMARK: QT_TRANSLATE_NOOP("wording", "内部备注"),
    }
)

STEP_FIELDS: Final = MappingProxyType(
    {
        "about": QT_TRANSLATE_NOOP("wording", "所针对的环节"),
        "approver": QT_TRANSLATE_NOOP("wording", "审批人"),
        "articles": QT_TRANSLATE_NOOP("wording", "移交的物品和材料"),
        "author": QT_TRANSLATE_NOOP("wording", "呈报人"),
        "carried_by": QT_TRANSLATE_NOOP("wording", "送达人"),
        "conclusion": QT_TRANSLATE_NOOP("wording", "办结情况"),
        "dated_on": QT_TRANSLATE_NOOP("wording", "文书日期"),
        "decided_at": QT_TRANSLATE_NOOP("wording", "决定作出时间"),
        "handed_by": QT_TRANSLATE_NOOP("wording", "移交人"),
        "handling": QT_TRANSLATE_NOOP("wording", "处理情况"),
        "materials": QT_TRANSLATE_NOOP("wording", "材料"),
        "members": QT_TRANSLATE_NOOP("wording", "专案组成员（两人以上，执法证号）"),
        "method": QT_TRANSLATE_NOOP("wording", "送达方式"),
        "missing": QT_TRANSLATE_NOOP("wording", "需要补正的材料"),
        "moment": QT_TRANSLATE_NOOP("wording", "更正后的时间"),
        "number": QT_TRANSLATE_NOOP("wording", "文号"),
        "offence": QT_TRANSLATE_NOOP("wording", "罪名"),
        "officer": QT_TRANSLATE_NOOP("wording", "承办人"),
        "opinion": QT_TRANSLATE_NOOP("wording", "审批意见"),
        "penalty": QT_TRANSLATE_NOOP("wording", "处罚内容"),
        "phone": QT_TRANSLATE_NOOP("wording", "联系电话"),
        "place": QT_TRANSLATE_NOOP("wording", "地点"),
        "post": QT_TRANSLATE_NOOP("wording", "职务"),
        "post_basis": QT_TRANSLATE_NOOP("wording", "主持工作的依据"),
        "reasons": QT_TRANSLATE_NOOP("wording", "理由"),
        "received_at": QT_TRANSLATE_NOOP("wording", "收到时间"),
        "receiver": QT_TRANSLATE_NOOP("wording", "接收人或者接收机关"),
        "refused_by": QT_TRANSLATE_NOOP("wording", "拒收人"),
        "remark": QT_TRANSLATE_NOOP("wording", "备注"),
        "report_received_at": QT_TRANSLATE_NOOP("wording", "接到报告时间"),
        "result": QT_TRANSLATE_NOOP("wording", "结果"),
        "scan": QT_TRANSLATE_NOOP("wording", "扫描件"),
        "signer": QT_TRANSLATE_NOOP("wording", "签字（签发）人"),
        "text": QT_TRANSLATE_NOOP("wording", "内容"),
        "witness": QT_TRANSLATE_NOOP("wording", "见证人"),
    }
)
"""The fields of steps, by name."""

DELIVERIES: Final = MappingProxyType(
    {
        Delivery.BY_HAND: QT_TRANSLATE_NOOP("wording", "专人送达"),
        Delivery.CONFIDENTIAL_POST: QT_TRANSLATE_NOOP("wording", "机要交换"),
        Delivery.MAIL: QT_TRANSLATE_NOOP("wording", "邮寄"),
        Delivery.OFFICIAL_EXCHANGE: QT_TRANSLATE_NOOP("wording", "电子公文系统"),
        Delivery.PROGRAM: QT_TRANSLATE_NOOP("wording", "本系统数据包"),
        Delivery.AT_MEETING: QT_TRANSLATE_NOOP("wording", "会上交付"),
    }
)

POSTS: Final = MappingProxyType(
    {
        Post.HEAD: QT_TRANSLATE_NOOP("wording", "正职负责人"),
        Post.ACTING_HEAD: QT_TRANSLATE_NOOP("wording", "主持工作的负责人"),
        Post.DEPUTY: QT_TRANSLATE_NOOP("wording", "副职负责人"),
        Post.OTHER: QT_TRANSLATE_NOOP("wording", "其他"),
    }
)

CARRIERS: Final = MappingProxyType(
    {
        Carrier.PROGRAM: QT_TRANSLATE_NOOP("wording", "本机"),
        Carrier.PAPER: QT_TRANSLATE_NOOP("wording", "纸质"),
        Carrier.OA: QT_TRANSLATE_NOOP("wording", "办公系统（OA）"),
    }
)

SIDES: Final = MappingProxyType(
    {
        Side.OPENER: QT_TRANSLATE_NOOP("wording", "移送机关"),
        Side.COUNTERPART: QT_TRANSLATE_NOOP("wording", "接受移送机关"),
        Side.THIRD: QT_TRANSLATE_NOOP("wording", "人民检察院等第三方"),
    }
)

CROSSINGS: Final = MappingProxyType(
    {
        CrossingRule.DECISION_PREVAILS: QT_TRANSLATE_NOOP(
            "wording", "往来交错：对方已经作出决定，以决定为准，本环节不发生效力"
        ),
        CrossingRule.FORWARDING_PREVAILS: QT_TRANSLATE_NOOP(
            "wording", "往来交错：案件已转送或者退回，请向现在的承办机关办理"
        ),
        CrossingRule.REQUEST_STANDS: QT_TRANSLATE_NOOP(
            "wording", "往来交错：寄出时还没有看到补正通知，补正通知仍须答复"
        ),
        CrossingRule.DECIDED_BEFORE_SUPPLEMENT: QT_TRANSLATE_NOOP(
            "wording", "往来交错：补充材料到达前对方已作出决定，材料留存备查"
        ),
        CrossingRule.SIGNATURE_PREVAILS: QT_TRANSLATE_NOOP(
            "wording", "往来交错：对方已经签收，以签收为准"
        ),
        CrossingRule.CASE_WITHDRAWAL_PREVAILS: QT_TRANSLATE_NOOP(
            "wording", "往来交错：案件已经撤销，物品和材料由对方依法退还"
        ),
        CrossingRule.SAME_ACT: QT_TRANSLATE_NOOP(
            "wording", "双方各自登记了同一行为，并列显示，期限按纸质记载的时间计算"
        ),
        CrossingRule.OUT_OF_TURN: QT_TRANSLATE_NOOP(
            "wording", "往来交错：当时的状态下不适用这一环节，保留备查"
        ),
        CrossingRule.VOIDED: QT_TRANSLATE_NOOP("wording", "登记机关已声明误登作废，保留备查"),
        CrossingRule.NOT_ITS_AUTHOR: QT_TRANSLATE_NOOP(
            "wording", "只能更正或者作废本机关登记的环节，保留备查"
        ),
        CrossingRule.NOT_ITS_PART: QT_TRANSLATE_NOOP(
            "wording", "不是该机关可以登记的环节，保留备查"
        ),
    }
)
"""Why a step has no effect on the state."""

DUTY_STATES: Final = MappingProxyType(
    {
        DutyState.OPEN: QT_TRANSLATE_NOOP("wording", "计算中"),
        DutyState.EXTENDED: QT_TRANSLATE_NOOP("wording", "依法延长"),
        DutyState.SUSPENDED: QT_TRANSLATE_NOOP("wording", "中止（补正）"),
        DutyState.MET: QT_TRANSLATE_NOOP("wording", "已按期"),
        DutyState.LATE: QT_TRANSLATE_NOOP("wording", "逾期完成"),
        DutyState.CANCELLED: QT_TRANSLATE_NOOP("wording", "不再适用"),
    }
)

STANDINGS: Final = MappingProxyType(
    {
        Standing.UNDATED: QT_TRANSLATE_NOOP("wording", "无日数"),
        Standing.RUNNING: QT_TRANSLATE_NOOP("wording", "计算中"),
        Standing.SOON: QT_TRANSLATE_NOOP("wording", "提醒"),
        Standing.TODAY: QT_TRANSLATE_NOOP("wording", "今日到期"),
        Standing.PAST_FIRST_DATE: QT_TRANSLATE_NOOP("wording", "首个日期已过"),
        Standing.OVERDUE: QT_TRANSLATE_NOOP("wording", "逾期"),
        Standing.PAST_SUGGESTION: QT_TRANSLATE_NOOP("wording", "超过建议时间"),
        Standing.LAPSED: QT_TRANSLATE_NOOP("wording", "期限已过"),
        Standing.SUSPENDED: QT_TRANSLATE_NOOP("wording", "中止（补正）"),
        Standing.MET: QT_TRANSLATE_NOOP("wording", "已按期"),
        Standing.LATE: QT_TRANSLATE_NOOP("wording", "逾期完成"),
        Standing.CANCELLED: QT_TRANSLATE_NOOP("wording", "不再适用"),
    }
)

NATURES: Final = MappingProxyType(
    {
        Nature.DUTY: QT_TRANSLATE_NOOP("wording", "应当"),
        Nature.RIGHT: QT_TRANSLATE_NOOP("wording", "可以（权利）"),
        Nature.WINDOW: QT_TRANSLATE_NOOP("wording", "期间"),
    }
)

RULE_KINDS: Final = MappingProxyType(
    {
        RuleKind.STATUTORY: QT_TRANSLATE_NOOP("wording", "法定"),
        RuleKind.AGREED: QT_TRANSLATE_NOOP("wording", "机制约定（建议）"),
    }
)

CONFIDENCES: Final = MappingProxyType(
    {
        Confidence.HIGH: QT_TRANSLATE_NOOP("wording", "把握高"),
        Confidence.MEDIUM: QT_TRANSLATE_NOOP("wording", "把握中等"),
        Confidence.LOW: QT_TRANSLATE_NOOP("wording", "把握低，未启用"),
        Confidence.NOT_LAW: QT_TRANSLATE_NOOP("wording", "非法定期限"),
    }
)

UNITS: Final = MappingProxyType(
    {
        Unit.HOURS: QT_TRANSLATE_NOOP("wording", "小时"),
        Unit.NATURAL: QT_TRANSLATE_NOOP("wording", "日（自然日）"),
        Unit.WORKING: QT_TRANSLATE_NOOP("wording", "个工作日"),
        Unit.MONTHS: QT_TRANSLATE_NOOP("wording", "个月"),
        Unit.YEARS: QT_TRANSLATE_NOOP("wording", "年"),
        Unit.NONE: QT_TRANSLATE_NOOP("wording", "无日数"),
    }
)

ROUTE_WARNINGS: Final = MappingProxyType(
    {
        RouteWarning.METHOD_NOT_TENDER: QT_TRANSLATE_NOOP(
            "wording", "采购方式非招标，请先咨询公安（C1）"
        ),
        RouteWarning.NO_PENALTY_INSTEAD: QT_TRANSLATE_NOOP(
            "wording", "涉嫌犯罪的，不得以行政处罚代替移送（国务院令第310号第十一条）"
        ),
        RouteWarning.OTHER_LEVEL: QT_TRANSLATE_NOOP(
            "wording", "案件不属于本级管辖，请先转本系统有管辖权的同级机关"
        ),
        RouteWarning.AUDIT_FORM: QT_TRANSLATE_NOOP("wording", "审计机关移送使用审计移送处理书"),
    }
)

MEASURES: Final = MappingProxyType(
    {
        "direct_loss": QT_TRANSLATE_NOOP("wording", "直接经济损失"),
        "illegal_gain": QT_TRANSLATE_NOOP("wording", "违法所得"),
        "project_amount": QT_TRANSLATE_NOOP("wording", "中标项目金额"),
    }
)
"""What a threshold of a criminal standard measures."""

UNLISTED: Final = QT_TRANSLATE_NOOP("wording", "机制未列明，按工作联系办理")
"""The label of an opening no clause of the mechanism names."""

PROVISIONAL: Final = QT_TRANSLATE_NOOP("wording", "暂定，{years}年放假安排未导入")
PRESUMED: Final = QT_TRANSLATE_NOOP("wording", "推定")
NOT_RECEIVED: Final = QT_TRANSLATE_NOOP("wording", "已导入，待登记签收")

MATERIALS: Final = MappingProxyType(
    {
        MaterialKind.REFERRAL_LETTER: QT_TRANSLATE_NOOP("wording", "涉嫌犯罪案件移送书"),
        MaterialKind.INVESTIGATION_REPORT: QT_TRANSLATE_NOOP(
            "wording", "涉嫌犯罪案件情况的调查报告"
        ),
        MaterialKind.ARTICLES_LIST: QT_TRANSLATE_NOOP("wording", "涉案物品清单"),
        MaterialKind.INSPECTION_REPORT: QT_TRANSLATE_NOOP("wording", "有关检验报告或者鉴定结论"),
        MaterialKind.OTHER: QT_TRANSLATE_NOOP("wording", "其他有关涉嫌犯罪的材料"),
    }
)
"""国务院令第310号第六条（一）至（五）."""

HAVINGS: Final = MappingProxyType(
    {
        Having.PRESENT: QT_TRANSLATE_NOOP("wording", "有"),
        Having.ABSENT: QT_TRANSLATE_NOOP("wording", "无"),
        Having.FOLLOWS: QT_TRANSLATE_NOOP("wording", "待补"),
    }
)

MEDIA: Final = ("纸质", "电子", "光盘", "U 盘")
"""载体 as the 移送材料清单 prints it; part of the letter, so never translated."""

LETTER_KINDS: Final = MappingProxyType(
    {
        "referral": QT_TRANSLATE_NOOP("wording", "涉嫌犯罪案件移送书"),
        "transfer": QT_TRANSLATE_NOOP("wording", "案件移送函"),
        "approval": QT_TRANSLATE_NOOP("wording", "移送审批表"),
        "service": QT_TRANSLATE_NOOP("wording", "送达回证"),
        "review_request": QT_TRANSLATE_NOOP("wording", "提请复议书"),
        "supervision": QT_TRANSLATE_NOOP("wording", "立案监督建议书"),
        "feedback": QT_TRANSLATE_NOOP("wording", "商请反馈函"),
    }
)
"""By the words of ``documents.kinds``, which would load its templates here."""
