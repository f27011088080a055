"""What the refusals of bundles, cards and media say."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.wording.marking import QT_TRANSLATE_NOOP

_UNTOUCHED = QT_TRANSLATE_NOOP("wording", "登记册没有改动。")

_NOT_TAKEN = QT_TRANSLATE_NOOP("wording", "没有导入任何内容，登记册没有改动。")

_NOT_WRITTEN = QT_TRANSLATE_NOOP("wording", "介质上没有留下半个文件，待送出内容仍在登记册里。")


EXCHANGE_REFUSALS: Final = MappingProxyType(
    {
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
        "E-XCH-50": (
            QT_TRANSLATE_NOOP(
                "wording",
                "{path} 是{sender}第 {incarnation} 代密钥写的，这一代已由名册吊销（{reason}）。",
            ),
            _NOT_TAKEN,
            QT_TRANSLATE_NOOP(
                "wording",
                "请电话告知该单位：开启新一代，由牵头单位在新名册里列入新密钥，或者双方当面核对新"
                "身份卡，再重新封装。",
            ),
        ),
        "E-XCH-51": (
            QT_TRANSLATE_NOOP(
                "wording", "{recipient}的密钥已由名册吊销（{reason}），不能向其封装交换包。"
            ),
            QT_TRANSLATE_NOOP("wording", "没有写出任何文件，待送出内容仍在登记册里。"),
            QT_TRANSLATE_NOOP(
                "wording",
                "请等新名册列入该单位的新密钥，或者当面核对其新身份卡；其间请用纸质送达。",
            ),
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
                "wording",
                "登记册是恢复来的，或者本单位密钥已被名册吊销；还没有“开启新一代”，不能收发交换包。",
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
                "wording", "请关闭介质的写保护，或者换一个文件夹；刻录盘请先写到文件夹再刻录。"
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
    }
)
