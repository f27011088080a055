"""What each refusal says: what was refused, what stayed unchanged, what to do next."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.wording.exchange_refusals import EXCHANGE_REFUSALS
from app.wording.letter_book import LETTER_BOOK_REFUSALS
from app.wording.marking import QT_TRANSLATE_NOOP
from app.wording.printing import PRINT_REFUSALS
from app.wording.roster import ROSTER_REFUSALS

_UNTOUCHED = QT_TRANSLATE_NOOP("wording", "登记册没有改动。")

_NOT_RESTORED = QT_TRANSLATE_NOOP("wording", "没有恢复任何内容，登记册没有改动。")

_FILLED_KEPT = QT_TRANSLATE_NOOP("wording", "已填写的内容都保留着。")

NOTHING_NEAR: Final = QT_TRANSLATE_NOOP("wording", "无")

AWAITED: Final = QT_TRANSLATE_NOOP("wording", "还没有从{awaited}收齐")
"""Why a number may have been used before, while others still hold letters of ours."""

NOT_GIVEN_BACK: Final = QT_TRANSLATE_NOOP(
    "wording", "单独发出的、只用纸面送出的文书没有单位能够交还"
)
"""Why it may have been, whoever has answered."""

_NOT_ISSUED = QT_TRANSLATE_NOOP("wording", "文书没有出具，没有占用文号。")

ERRORS: Final = MappingProxyType(
    {
        **EXCHANGE_REFUSALS,
        **ROSTER_REFUSALS,
        **PRINT_REFUSALS,
        **LETTER_BOOK_REFUSALS,
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
        "E-INP-10": (
            QT_TRANSLATE_NOOP("wording", "“{name}”是空文件，没有内容。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP("wording", "请核对选的文件，必要时重新复制或扫描。"),
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
        "E-STA-07": (
            QT_TRANSLATE_NOOP(
                "wording",
                "{number}不能结案：{reason}（{article}）。"
                "应当移送的涉嫌犯罪案件，不得以行政处罚代替移送（国务院令第310号第十一条）。",
            ),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP(
                "wording", "请先办理移送，等公安机关作出决定，或者登记不批准移送的理由，再结案。"
            ),
        ),
        "E-STA-08": (
            QT_TRANSLATE_NOOP("wording", "{number}不能列入销毁清册：{reason}。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP("wording", "请先办结、归档并与对方交换一次，再编制销毁清册。"),
        ),
        "E-STA-09": (
            QT_TRANSLATE_NOOP("wording", "{number}的保管期限还没有届满（{until}）。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP(
                "wording", "请到期后再办；依法应当提前删除的，写明条文或者档案部门的决定。"
            ),
        ),
        "E-STA-10": (
            QT_TRANSLATE_NOOP("wording", "{name}{reason}，不能再办理。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP(
                "wording", "已结案的，可以先登记恢复办理；已依法销毁的，只留有清册和校验值。"
            ),
        ),
        "E-STA-11": (
            QT_TRANSLATE_NOOP("wording", "销毁清册不能这样办理：{reason}。"),
            QT_TRANSLATE_NOOP("wording", "登记册没有改动，没有销毁任何内容。"),
            QT_TRANSLATE_NOOP("wording", "请核对销毁清册；内容有变化的，重新编制清册并重新报批。"),
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
        "E-REG-14": (
            QT_TRANSLATE_NOOP("wording", "这个口令或恢复密钥打不开备份 {path}（{made_at} 制作）。"),
            QT_TRANSLATE_NOOP("wording", "没有恢复任何内容，原有登记册没有改动。"),
            QT_TRANSLATE_NOOP(
                "wording", "请用制作备份时的口令，或者当时封存的恢复密钥；以后更换的打不开它。"
            ),
        ),
        "E-REG-15": (
            QT_TRANSLATE_NOOP("wording", "{path} 不是联席的备份文件。"),
            _NOT_RESTORED,
            QT_TRANSLATE_NOOP("wording", "请选扩展名为 .lxbackup 的文件。"),
        ),
        "E-REG-16": (
            QT_TRANSLATE_NOOP(
                "wording", "备份 {path} 没有复制完整（应有 {expected} 字节，现有 {found} 字节）。"
            ),
            _NOT_RESTORED,
            QT_TRANSLATE_NOOP("wording", "请从原来的介质重新复制一次，或者换用另一份备份。"),
        ),
        "E-REG-17": (
            QT_TRANSLATE_NOOP("wording", "备份 {path} 已损坏或被改动过（{part}）。"),
            _NOT_RESTORED,
            QT_TRANSLATE_NOOP("wording", "请换用另一份备份，并检查存放备份的介质。"),
        ),
        "E-REG-18": (
            QT_TRANSLATE_NOOP(
                "wording", "备份 {path} 由更新版本的程序制作（{found}），本程序只认得 {known}。"
            ),
            _NOT_RESTORED,
            QT_TRANSLATE_NOOP("wording", "请升级本机程序后再恢复。"),
        ),
        "E-REG-19": (
            QT_TRANSLATE_NOOP("wording", "文件夹 {path} 里有别的文件，不能放登记册。"),
            QT_TRANSLATE_NOOP("wording", "那些文件没有改动，也没有放入任何内容。"),
            QT_TRANSLATE_NOOP("wording", "请选一个空文件夹，或者新建一个。"),
        ),
        # exchange
        "E-LET-01": (
            QT_TRANSLATE_NOOP("wording", "有的字没有字体可以印出：{found}。"),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP(
                "wording",
                "请对照证件或原件核对用字；确为该字的，请安装含有该字的字体，"
                "并在“设置—公文字体”中改用本单位字体。",
            ),
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
        "E-LET-06": (
            QT_TRANSLATE_NOOP(
                "wording",
                "登记册恢复或者换过密钥以后，{awaited}，文号“{number}”可能以前已经用过。",
            ),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP(
                "wording", "请与办公室的发文簿核对文号；确未用过的，勾选确认后再出具。"
            ),
        ),
        "E-LET-10": (
            QT_TRANSLATE_NOOP("wording", "{section}太长，一页放不下，多出 {over} 行。"),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP("wording", "请精简，或把详细内容写进正文、附件。"),
        ),
        "E-LET-04": (
            QT_TRANSLATE_NOOP("wording", "文书模板“{template}”有错误（{reason}）。"),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP("wording", "请恢复程序自带的模板。"),
        ),
        "E-LET-07": (
            QT_TRANSLATE_NOOP("wording", "登记的内容变了，改过的段落对不上：{paragraphs}。"),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP("wording", "请打开草稿，按新的内容重新修改这些段落。"),
        ),
        "E-LET-61": (
            QT_TRANSLATE_NOOP("wording", "正文改过 {count} 段，还没有核对：{differences}。"),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP("wording", "请看草稿，逐字对照改过的段落；核对后勾选确认，再出具。"),
        ),
        "E-LET-08": (
            QT_TRANSLATE_NOOP("wording", "文书有不符合规定的地方：{findings}。"),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP("wording", "请打开草稿，照检查结果改正后再出具。"),
        ),
        "E-LET-05": (
            QT_TRANSLATE_NOOP("wording", "字体文件“{font}”不能使用（{reason}）。"),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP("wording", "请用安装包修复本程序。"),
        ),
        "E-LET-15": (
            QT_TRANSLATE_NOOP(
                "wording", "文书{number}不是本登记册排版定稿的，不能另存为别的格式。"
            ),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP("wording", "请另存保存的原文件“{name}”。"),
        ),
        "E-LET-20": (
            QT_TRANSLATE_NOOP(
                "wording",
                "选定的公文字体“{font}”不能使用：文件 {path} 已不在原处，或者与选定时不同。",
            ),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP("wording", "请装回该字体，或在“设置—公文字体”中重新查找、另选字体。"),
        ),
        "E-LET-35": (
            QT_TRANSLATE_NOOP(
                "wording", "“{letter_kind}”由本单位在自己的业务平台制作，这里没有启用。"
            ),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP(
                "wording",
                "请在“办理过程”登记该环节并附扫描件；要在本程序制作的，请先在“设置—文书”启用。",
            ),
        ),
        "E-LET-36": (
            QT_TRANSLATE_NOOP("wording", "对方没有已经超过的法定期限，不出具催办函。"),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP("wording", "要了解办理情况的，请出具商请反馈函。"),
        ),
        "E-LET-37": (
            QT_TRANSLATE_NOOP("wording", "“{letter_kind}”不是本单位在这一事项中出具的文书。"),
            _NOT_ISSUED,
            QT_TRANSLATE_NOOP("wording", "收到对方这份文书的，请在“办理过程”登记，并附扫描件。"),
        ),
        "E-LET-30": (
            QT_TRANSLATE_NOOP("wording", "“{typed}”不是校验码。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP(
                "wording",
                "校验码是12位数字和字母（没有字母O、I、L、U），印在回执的右上角，请重新输入。",
            ),
        ),
        "E-LET-31": (
            QT_TRANSLATE_NOOP("wording", "本登记册里没有校验码为{check_code}的文书。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP(
                "wording",
                "请逐位核对，错一位也查不到；只差一位的有：{near}。"
                "外部定稿的文书没有校验码，请在“移送”里按文号查找。",
            ),
        ),
        "E-LET-32": (
            QT_TRANSLATE_NOOP(
                "wording", "文号{number}在本登记册里是“{title}”，但纸上的内容与登记的不同。"
            ),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP(
                "wording",
                "这份纸质文书可能是改过的，或者是出具前的旧稿。请与登记的正式文书逐字核对，"
                "并向对方核实来源。",
            ),
        ),
        "E-LET-33": (
            QT_TRANSLATE_NOOP("wording", "在“{name}”里没有认出本程序的二维码。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP(
                "wording",
                "请用图片或者PDF，按200dpi以上重新扫描，二维码不要折叠、涂抹；"
                "也可以直接输入回执上的12位校验码。",
            ),
        ),
        "E-LET-34": (
            QT_TRANSLATE_NOOP(
                "wording", "这份文书（文号{number}）不是本登记册出具的，本登记册也没有收到过。"
            ),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP(
                "wording",
                "别的单位出具的，请先导入其交换包再登记签收；本单位另一登记册出具的，"
                "请在那个登记册里登记。",
            ),
        ),
        "E-LET-40": (
            QT_TRANSLATE_NOOP("wording", "这份拟稿已经出具（文号{number}），不能再改动或者删除。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP("wording", "需要另发一份的，请“复制为新稿”，在新稿上修改。"),
        ),
        # rules
        "E-RUL-01": (
            QT_TRANSLATE_NOOP("wording", "规则包“{pack}”不能使用。"),
            QT_TRANSLATE_NOOP("wording", "仍使用原来的规则。"),
            QT_TRANSLATE_NOOP("wording", "请向牵头单位要正确的规则包。"),
        ),
    }
)


UNKNOWN = (
    QT_TRANSLATE_NOOP("wording", "程序遇到没有预料到的情况。"),
    QT_TRANSLATE_NOOP("wording", "已保存的内容没有丢失。"),
    QT_TRANSLATE_NOOP("wording", "请重新打开程序；再次出现时请把编号告诉维护人员。"),
)
