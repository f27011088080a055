"""Rosters in words: why one is refused, what it changes, what a member's key is worth."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.kernel.terms import RosterFault
from app.sync.roster import ChangeKind, Expiry
from app.wording.marking import QT_TRANSLATE_NOOP

_UNCHANGED = QT_TRANSLATE_NOOP("wording", "没有接受任何内容，登记册里的名册和密钥没有改动。")

ROSTER_REFUSALS: Final = MappingProxyType(
    {
        "E-XCH-35": (
            QT_TRANSLATE_NOOP("wording", "{path} 不是有效的名册文件，或者被改动过。"),
            _UNCHANGED,
            QT_TRANSLATE_NOOP("wording", "请重新复制一次；仍然不行的，请牵头单位重新导出。"),
        ),
        "E-XCH-36": (
            QT_TRANSLATE_NOOP(
                "wording", "{path} 中第 {version} 版{part}的签名不够，还差 {missing} 把签名。"
            ),
            _UNCHANGED,
            QT_TRANSLATE_NOOP(
                "wording",
                "请向牵头单位要签名齐全的文件；不是牵头单位签发的，不要接受。",
            ),
        ),
        "E-XCH-37": (
            QT_TRANSLATE_NOOP("wording", "“{mechanism}”的名册，没有您当面核对过的单位为其担保。"),
            _UNCHANGED,
            QT_TRANSLATE_NOOP("wording", "请先收下牵头单位的身份卡并核对指纹，再导入名册。"),
        ),
        "E-XCH-38": (
            QT_TRANSLATE_NOOP(
                "wording", "{path} 是旧的{part}（第 {version} 版），登记册里已有第 {held} 版。"
            ),
            _UNCHANGED,
            QT_TRANSLATE_NOOP("wording", "不用处理；请提醒给出该文件的单位更新名册。"),
        ),
        "E-XCH-39": (
            QT_TRANSLATE_NOOP(
                "wording",
                "警报：第 {version} 版{part}有两份签名都有效、内容却不同的文本"
                "（已有 {held:.16}…，收到 {found:.16}…）。",
            ),
            QT_TRANSLATE_NOOP("wording", "收到的一份作为证据留存，没有接受，已有的名册没有改动。"),
            QT_TRANSLATE_NOOP(
                "wording", "请立即当面或者用已知的电话联系牵头单位，查清前不要向成员送出新内容。"
            ),
        ),
        "E-XCH-40": (
            QT_TRANSLATE_NOOP(
                "wording", "{path} 中第 {version} 版{part}与登记册里的前一版接不上。"
            ),
            _UNCHANGED,
            QT_TRANSLATE_NOOP("wording", "请向牵头单位要完整的名册文件，并核对双方持有的前一版。"),
        ),
        "E-XCH-41": (
            QT_TRANSLATE_NOOP("wording", "只有牵头单位能签发“{mechanism}”的名册。"),
            _UNCHANGED,
            QT_TRANSLATE_NOOP("wording", "需要更改的，请告知牵头单位，由其签发下一版。"),
        ),
        "E-XCH-42": (
            QT_TRANSLATE_NOOP(
                "wording", "警报：名册写明的密钥与当面核对过的不一致，涉及：{agencies}。"
            ),
            _UNCHANGED,
            QT_TRANSLATE_NOOP(
                "wording", "请用已知的电话向有关单位和牵头单位问清，再逐个决定以哪一个为准。"
            ),
        ),
        "E-XCH-43": (
            "{reason}。",
            _UNCHANGED,
            QT_TRANSLATE_NOOP("wording", "请刷新“成员与密钥”页面后再试。"),
        ),
        "E-XCH-44": (
            QT_TRANSLATE_NOOP("wording", "{path} 是另一个机制（{mechanism}）的文件。"),
            _UNCHANGED,
            QT_TRANSLATE_NOOP("wording", "请核对选的文件。"),
        ),
        "E-XCH-49": (
            QT_TRANSLATE_NOOP(
                "wording", "{recipient}的密钥只凭名册采信，“{mechanism}”的名册已于 {expires} 到期。"
            ),
            QT_TRANSLATE_NOOP("wording", "没有写出任何文件，待送出内容仍在登记册里。"),
            QT_TRANSLATE_NOOP(
                "wording",
                "请向牵头单位要新的一版；必须送出的，在“成员与密钥”写明理由后当日可以送出。",
            ),
        ),
    }
)

ROSTER_FAULTS: Final = MappingProxyType(
    {
        RosterFault.NO_ROSTER: QT_TRANSLATE_NOOP("wording", "还没有名册"),
        RosterFault.STARTED: QT_TRANSLATE_NOOP("wording", "名册已经建立，不能再建一次"),
        RosterFault.NOT_PROPOSED: QT_TRANSLATE_NOOP("wording", "没有等待会签的名册根"),
        RosterFault.OTHER_PROPOSAL: QT_TRANSLATE_NOOP(
            "wording", "该文件不是本单位发出会签的那一份名册根"
        ),
        RosterFault.NOT_A_KEY_HOLDER: QT_TRANSLATE_NOOP(
            "wording", "新旧名册根都没有列入这把签名密钥，签了也不算数"
        ),
        RosterFault.SIGNED_ALREADY: QT_TRANSLATE_NOOP("wording", "这把密钥已经签过了"),
        RosterFault.NOT_TRUSTED: QT_TRANSLATE_NOOP(
            "wording", "该单位的身份卡还没有核对，不能列为签名单位"
        ),
        RosterFault.NOT_RAISED: QT_TRANSLATE_NOOP("wording", "这一代密钥已经吊销过了"),
        RosterFault.NEWER_SEEN: QT_TRANSLATE_NOOP(
            "wording",
            "有成员持有比本登记册更新的名册，本登记册可能是由旧备份恢复的。请先导入最新的名册",
        ),
        RosterFault.NOT_HEARD: QT_TRANSLATE_NOOP(
            "wording",
            "本单位启用新一代密钥后还没有收齐各成员的答复，恢复以前可能已签发过更新的一版。"
            "请先收齐答复；等不到的，在“签发下一版”写明理由，版号会跳过可能用过的号",
        ),
        RosterFault.WRONG_SECRET: QT_TRANSLATE_NOOP(
            "wording", "这不是名册根列入的封存密钥，请对照封存的纸面再输入"
        ),
        RosterFault.NOT_WAITING: QT_TRANSLATE_NOOP("wording", "没有等待决定的名册"),
        RosterFault.THE_LEAD_ITSELF: QT_TRANSLATE_NOOP(
            "wording", "牵头单位不能退出机制，也不能吊销自己；请先变更牵头单位或者更换密钥"
        ),
        RosterFault.TOO_FEW_HOLDERS: QT_TRANSLATE_NOOP(
            "wording", "持有签名密钥的单位不够；门槛两把以上的，密钥至少属于两个单位"
        ),
        RosterFault.EXPIRES_TOO_EARLY: QT_TRANSLATE_NOOP("wording", "有效期应当在今天以后"),
    }
)

ROSTER_CHANGES: Final = MappingProxyType(
    {
        ChangeKind.LEAD: QT_TRANSLATE_NOOP("wording", "变更牵头单位"),
        ChangeKind.ROOT: QT_TRANSLATE_NOOP("wording", "变更名册根"),
        ChangeKind.REVOKED: QT_TRANSLATE_NOOP("wording", "吊销密钥"),
        ChangeKind.KEY_CHANGED: QT_TRANSLATE_NOOP("wording", "更换密钥"),
        ChangeKind.KEY_ADDED: QT_TRANSLATE_NOOP("wording", "列入密钥"),
        ChangeKind.KEY_REMOVED: QT_TRANSLATE_NOOP("wording", "撤下密钥"),
        ChangeKind.JOINED: QT_TRANSLATE_NOOP("wording", "加入机制"),
        ChangeKind.LEFT: QT_TRANSLATE_NOOP("wording", "退出机制"),
        ChangeKind.RENAMED: QT_TRANSLATE_NOOP("wording", "单位更名"),
        ChangeKind.LIAISON: QT_TRANSLATE_NOOP("wording", "更换联络员"),
        ChangeKind.CONTACT: QT_TRANSLATE_NOOP("wording", "变更联系方式"),
        ChangeKind.FACTS: QT_TRANSLATE_NOOP("wording", "变更简称、职能或层级"),
        ChangeKind.PROGRAM: QT_TRANSLATE_NOOP("wording", "变更往来方式"),
    }
)

ROSTER_EXPIRIES: Final = MappingProxyType(
    {
        Expiry.VALID: QT_TRANSLATE_NOOP("wording", "有效"),
        Expiry.SOON: QT_TRANSLATE_NOOP("wording", "即将到期"),
        Expiry.EXPIRED: QT_TRANSLATE_NOOP("wording", "已过期"),
    }
)

ROSTER_JOURNAL: Final = MappingProxyType(
    {
        "card.sheet-printed": QT_TRANSLATE_NOOP("wording", "打印指纹确认单"),
        "card.vouched": QT_TRANSLATE_NOOP("wording", "由旧密钥担保采信新密钥"),
        "member.liaison-changed": QT_TRANSLATE_NOOP("wording", "更换联络员"),
        "roster.started": QT_TRANSLATE_NOOP("wording", "建立名册"),
        "roster.issued": QT_TRANSLATE_NOOP("wording", "签发名册"),
        "roster.accepted": QT_TRANSLATE_NOOP("wording", "接受名册"),
        "roster.kept": QT_TRANSLATE_NOOP("wording", "名册待决定"),
        "roster.declined": QT_TRANSLATE_NOOP("wording", "不接受名册"),
        "roster.alarm": QT_TRANSLATE_NOOP("wording", "名册警报"),
        "roster.root-proposed": QT_TRANSLATE_NOOP("wording", "提出名册根"),
        "roster.root-signed": QT_TRANSLATE_NOOP("wording", "会签名册根"),
        "roster.root-pinned": QT_TRANSLATE_NOOP("wording", "采用名册根"),
        "roster.key-revoked": QT_TRANSLATE_NOOP("wording", "吊销密钥"),
        "roster.expiry-overridden": QT_TRANSLATE_NOOP("wording", "名册过期仍送出"),
        "roster.key-overruled": QT_TRANSLATE_NOOP("wording", "改用名册列明的密钥"),
    }
)
