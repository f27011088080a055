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
    EvidenceKind,
    PartyKind,
    PartyRole,
    ProcurementMethod,
    ProjectKind,
    Purpose,
)


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
            QT_TRANSLATE_NOOP("wording", "登记册里找不到这条{kind}记录（{uid}）。"),
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
        # register
        "E-REG-01": (
            QT_TRANSLATE_NOOP("wording", "口令或恢复密钥不对（已连续 {failures} 次）。"),
            QT_TRANSLATE_NOOP("wording", "登记册没有打开，数据没有丢失。"),
            QT_TRANSLATE_NOOP(
                "wording", "请等 {wait_seconds} 秒后再试；忘记口令时用恢复密钥打开。"
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
            QT_TRANSLATE_NOOP("wording", "附件“{name}”的文件不见了（{sha256}）。"),
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
            QT_TRANSLATE_NOOP("wording", "对方确认已全部导入；如需补发请在往来台账中选择。"),
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
    facts = {
        name: size_text(value) if name in _BYTES and isinstance(value, int) else _shown(value)
        for name, value in error.facts.items()
    }
    happened, unchanged, next_step = (
        _filled(translate(text), facts) for text in ERRORS.get(error.code, _UNKNOWN)
    )
    detail = facts.get("reason", "")
    return Refusal(happened, unchanged, next_step, error.code, detail)


_BYTES: Final = frozenset({"needed", "free"})
"""Facts that count bytes."""


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
        case datetime():
            return f"{clock.local(value):%Y-%m-%d %H:%M}"
        case tuple() | list() | frozenset():
            return "、".join(_shown(item) for item in value)
        case _:
            return str(value)


# -- words ---------------------------------------------------------------------------------

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
