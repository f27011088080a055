"""What each refusal says: what was refused, what stayed unchanged, what to do next."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.wording.marking import QT_TRANSLATE_NOOP
from app.wording.roster import ROSTER_REFUSALS

_UNTOUCHED = QT_TRANSLATE_NOOP("wording", "登记册没有改动。")


_NOT_TAKEN = QT_TRANSLATE_NOOP("wording", "没有导入任何内容，登记册没有改动。")


_NOT_RESTORED = QT_TRANSLATE_NOOP("wording", "没有恢复任何内容，登记册没有改动。")


_FILLED_KEPT = QT_TRANSLATE_NOOP("wording", "已填写的内容都保留着。")


_NOT_ISSUED = QT_TRANSLATE_NOOP("wording", "文书没有出具，没有占用文号。")


_NOT_WRITTEN = QT_TRANSLATE_NOOP("wording", "介质上没有留下半个文件，待送出内容仍在登记册里。")


ERRORS: Final = MappingProxyType(
    {
        **ROSTER_REFUSALS,
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
        "E-XCH-09": (
            QT_TRANSLATE_NOOP("wording", "{sender}第 {seq} 号与已导入的内容不同（{path}）。"),
            _NOT_TAKEN,
            QT_TRANSLATE_NOOP(
                "wording",
                "两份内容都已存证，其后的内容暂停导入。对方的登记册可能用旧备份恢复过，或者有两台电脑"
                "同时在用：请电话告知对方，对方导入本单位的下一个交换包后按提示“开启新一代”即可。",
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
                "请打开交换中心，按提示“开启新一代”：换新密钥，并请各单位把本登记册缺少的内容带回来。",
            ),
        ),
        "E-XCH-18": (
            QT_TRANSLATE_NOOP(
                "wording",
                "{sender}第 {seq} 号内容格式不对，或者涉及不归其登记的记录（{path}）。",
            ),
            QT_TRANSLATE_NOOP("wording", "该条已作为证据保存，没有采用；其余内容照常导入。"),
            QT_TRANSLATE_NOOP("wording", "请把编号告知对方联络员，由对方查明后更正。"),
        ),
        "E-XCH-25": (
            QT_TRANSLATE_NOOP(
                "wording",
                "{sender}第 {incarnation} 代有两把不同的密钥，{path} 不是用已核对的那一把签的。",
            ),
            _NOT_TAKEN,
            QT_TRANSLATE_NOOP(
                "wording",
                "对方可能从同一份备份恢复过两次。请把本单位的下一个交换包交给对方，对方导入后按提示"
                "“开启新一代”，内容会随新交换包再来。",
            ),
        ),
        "E-XCH-26": (
            QT_TRANSLATE_NOOP(
                "wording",
                "{sender}第 {incarnation} 代在同一编号下说过两种内容，{path} 里的内容暂不导入。",
            ),
            QT_TRANSLATE_NOOP("wording", "登记册没有改动，其中的回执已经记下。"),
            QT_TRANSLATE_NOOP(
                "wording",
                "请把本单位的下一个交换包交给对方；对方“开启新一代”后，全部内容会重新送来。",
            ),
        ),
        "E-XCH-27": (
            QT_TRANSLATE_NOOP(
                "wording", "本登记册是恢复来的，还没有“开启新一代”，不能收发交换包。"
            ),
            QT_TRANSLATE_NOOP("wording", "登记册没有改动。"),
            QT_TRANSLATE_NOOP("wording", "请打开交换中心，按提示“开启新一代”，再继续收发。"),
        ),
        "E-XCH-28": (
            QT_TRANSLATE_NOOP("wording", "《{subject}》没有送出给任何单位，不需要撤回。"),
            QT_TRANSLATE_NOOP("wording", "登记册没有改动。"),
            QT_TRANSLATE_NOOP("wording", "如需停止办理，请结案或者在事项中登记撤回。"),
        ),
        "E-XCH-29": (
            QT_TRANSLATE_NOOP("wording", "《{subject}》的案件摘要已经撤回，不能再送出。"),
            QT_TRANSLATE_NOOP("wording", "登记册没有改动。"),
            QT_TRANSLATE_NOOP("wording", "确需重新共享的，请另立一个案件，写明与原案件的关系。"),
        ),
        "E-XCH-45": (
            QT_TRANSLATE_NOOP("wording", "签名者清单 {path} 有不能采用的行：{lines}。"),
            QT_TRANSLATE_NOOP("wording", "没有按这份清单核对。"),
            QT_TRANSLATE_NOOP("wording", "请改正这些行，或向出具清单的单位重新要一份。"),
        ),
        "E-XCH-46": (
            QT_TRANSLATE_NOOP("wording", "证据文件夹 {path} 与导出时不一致：{file}。"),
            QT_TRANSLATE_NOOP("wording", "文件夹没有改动，不能作为原样证据使用。"),
            QT_TRANSLATE_NOOP("wording", "请从原介质重新复制；仍不一致的，请导出单位重新导出。"),
        ),
        "E-XCH-47": (
            QT_TRANSLATE_NOOP(
                "wording", "{path} 不是交换包、身份卡、名册，也不是导出的证据文件夹。"
            ),
            QT_TRANSLATE_NOOP("wording", "没有读取其中的内容。"),
            QT_TRANSLATE_NOOP("wording", "请核对选的文件或文件夹。"),
        ),
        "E-XCH-48": (
            QT_TRANSLATE_NOOP("wording", "“{subject}”还没有随交换包送出或收到过任何内容。"),
            QT_TRANSLATE_NOOP("wording", "没有写出任何文件。"),
            QT_TRANSLATE_NOOP(
                "wording", "请在送出或收到交换包以后再导出；纸质往来以纸质材料为准。"
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
        "E-MED-06": (
            QT_TRANSLATE_NOOP(
                "wording", "{path} 是 FAT 格式，单个文件不能达到 4 GB；要写的文件有 {needed}。"
            ),
            _NOT_WRITTEN,
            QT_TRANSLATE_NOOP(
                "wording", "请分成几个交换包写入，或者换一个 exFAT、NTFS 格式的介质。"
            ),
        ),
        "E-MED-07": (
            QT_TRANSLATE_NOOP("wording", "{path} 处已有同名的另一个文件。"),
            QT_TRANSLATE_NOOP("wording", "那个文件没有改动，也没有写入新的文件。"),
            QT_TRANSLATE_NOOP("wording", "请移走那个文件，或者换一个文件夹后再写。"),
        ),
        "E-MED-08": (
            QT_TRANSLATE_NOOP("wording", "{path} 正被另一个程序占用（多为杀毒软件或者同步程序）。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP("wording", "请稍等片刻再试；一直这样的，请关闭占用它的程序。"),
        ),
        "E-MED-09": (
            QT_TRANSLATE_NOOP("wording", "{folder} 不能设为交换位置：{reason}。"),
            _UNTOUCHED,
            QT_TRANSLATE_NOOP("wording", "请另选一个文件夹。"),
        ),
        "E-MED-10": (
            QT_TRANSLATE_NOOP("wording", "{path} 里没有“{name}”这一批要刻录的任何文件。"),
            QT_TRANSLATE_NOOP("wording", "没有登记校验结果，刻录文件夹没有改动。"),
            QT_TRANSLATE_NOOP(
                "wording", "请核对放入的光盘和选的批次；光盘没有问题的，请重新刻录。"
            ),
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


UNKNOWN = (
    QT_TRANSLATE_NOOP("wording", "程序遇到没有预料到的情况。"),
    QT_TRANSLATE_NOOP("wording", "已保存的内容没有丢失。"),
    QT_TRANSLATE_NOOP("wording", "请重新打开程序；再次出现时请把编号告诉维护人员。"),
)
