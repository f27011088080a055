"""The words of cases, parties, agencies, the journal and bundles."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.kernel.paths import ExchangePlaceFault, PlaceFault
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
from app.rules.identifiers import IdentifierFault
from app.wording.casework import CASEWORK_FIELDS
from app.wording.letter_book import LETTER_BOOK_JOURNAL
from app.wording.marking import QT_TRANSLATE_NOOP
from app.wording.papers import PAPER_FIELDS
from app.wording.roster import ROSTER_JOURNAL

FIELDS: Final = MappingProxyType(
    {
        **PAPER_FIELDS,
        "name": QT_TRANSLATE_NOOP("wording", "名称"),
        "backup_days": QT_TRANSLATE_NOOP("wording", "提醒备份的天数"),
        "backup_keep": QT_TRANSLATE_NOOP("wording", "保留的备份份数"),
        "courier": QT_TRANSLATE_NOOP("wording", "携带人或者方式"),
        "peer": QT_TRANSLATE_NOOP("wording", "收件单位"),
        "how_settled": QT_TRANSLATE_NOOP("wording", "核实、比较的结论"),
        "source": QT_TRANSLATE_NOOP("wording", "线索来源"),
        "facts": QT_TRANSLATE_NOOP("wording", "基本案情"),
        "measures": QT_TRANSLATE_NOOP("wording", "已采取的措施"),
        "penalties": QT_TRANSLATE_NOOP("wording", "处理、处罚情况"),
        "parties": QT_TRANSLATE_NOOP("wording", "当事人"),
        "identifier": QT_TRANSLATE_NOOP("wording", "证件号码"),
        "closing_basis": QT_TRANSLATE_NOOP("wording", "结案依据"),
        "reopen_reason": QT_TRANSLATE_NOOP("wording", "恢复办理的理由"),
        "disposal_cases": QT_TRANSLATE_NOOP("wording", "要列入清册的案件"),
        "disposal_title": QT_TRANSLATE_NOOP("wording", "清册题名"),
        "disposal_reason": QT_TRANSLATE_NOOP("wording", "销毁理由"),
        "closed_on": QT_TRANSLATE_NOOP("wording", "结案或者归档日期"),
        "basis": QT_TRANSLATE_NOOP("wording", "依据"),
        "appraisal": QT_TRANSLATE_NOOP("wording", "鉴定意见"),
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
        "reason": QT_TRANSLATE_NOOP("wording", "理由"),
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
        **CASEWORK_FIELDS,
    }
)
"""What a record needs, and what a letter needs by the dotted names of ``documents.kinds``."""


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
        "mark": QT_TRANSLATE_NOOP("wording", "发文机关标志"),
        "serial": QT_TRANSLATE_NOOP("wording", "份号"),
        "signers": QT_TRANSLATE_NOOP("wording", "签发人"),
        "attendance": QT_TRANSLATE_NOOP("wording", "出席、请假、列席人员"),
        "printing": QT_TRANSLATE_NOOP("wording", "印发机关"),
    }
)


HEALTH: Final = MappingProxyType(
    {
        "program": QT_TRANSLATE_NOOP("wording", "程序"),
        "qt": QT_TRANSLATE_NOOP("wording", "窗口组件"),
        "fonts": QT_TRANSLATE_NOOP("wording", "文书字体"),
        "rules": QT_TRANSLATE_NOOP("wording", "规则包"),
        "templates": QT_TRANSLATE_NOOP("wording", "文书模板"),
        "space": QT_TRANSLATE_NOOP("wording", "剩余空间"),
        "database": QT_TRANSLATE_NOOP("wording", "数据库"),
        "journal": QT_TRANSLATE_NOOP("wording", "审计日志"),
    }
)
"""What ``lianxi doctor`` looks at."""

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
        "closed": QT_TRANSLATE_NOOP("wording", "已结案"),
        "extract": QT_TRANSLATE_NOOP("wording", "外单位摘要"),
        "destroyed": QT_TRANSLATE_NOOP("wording", "已依法销毁"),
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


EXCHANGE_PLACE_FAULTS: Final = MappingProxyType(
    {
        ExchangePlaceFault.NOT_A_FOLDER: QT_TRANSLATE_NOOP("wording", "现在找不到这个文件夹"),
        ExchangePlaceFault.IN_THE_REGISTER: QT_TRANSLATE_NOOP(
            "wording", "它在登记册里面，或者登记册在它里面"
        ),
        ExchangePlaceFault.TAKEN: QT_TRANSLATE_NOOP("wording", "它已经是另一个交换位置"),
    }
)


JOURNAL_ACTIONS: Final = MappingProxyType(
    {
        **ROSTER_JOURNAL,
        **LETTER_BOOK_JOURNAL,
        "register.created": QT_TRANSLATE_NOOP("wording", "建立登记册"),
        "register.copy-found": QT_TRANSLATE_NOOP("wording", "发现登记册是旧的副本"),
        "register.recovered": QT_TRANSLATE_NOOP("wording", "凭身份卡重建登记册"),
        "backup.made": QT_TRANSLATE_NOOP("wording", "制作备份"),
        "backup.tested": QT_TRANSLATE_NOOP("wording", "试恢复备份"),
        "backup.removed": QT_TRANSLATE_NOOP("wording", "删除多余的旧备份"),
        "backup.restored": QT_TRANSLATE_NOOP("wording", "用备份恢复登记册"),
        "register.passphrase-changed": QT_TRANSLATE_NOOP("wording", "更改口令"),
        "register.recovery-key-replaced": QT_TRANSLATE_NOOP("wording", "更换恢复密钥"),
        "settings.changed": QT_TRANSLATE_NOOP("wording", "更改设置"),
        "fonts.chosen": QT_TRANSLATE_NOOP("wording", "选定公文字体"),
        "pack.imported": QT_TRANSLATE_NOOP("wording", "导入规则包"),
        "card.copied": QT_TRANSLATE_NOOP("wording", "另存对方的身份卡"),
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
        "evidence.exported": QT_TRANSLATE_NOOP("wording", "导出证据文件夹"),
        "signers.exported": QT_TRANSLATE_NOOP("wording", "导出签名者清单"),
        "bundle.written": QT_TRANSLATE_NOOP("wording", "写出交换包"),
        "bundle.taken_in": QT_TRANSLATE_NOOP("wording", "导入交换包"),
        "pieces.dropped": QT_TRANSLATE_NOOP("wording", "丢弃拼不成原件的分段"),
        "fork.noticed": QT_TRANSLATE_NOOP("wording", "发现同一编号两种内容"),
        "record.given_back": QT_TRANSLATE_NOOP("wording", "由对方带回本单位的记录"),
        "register.found_restored": QT_TRANSLATE_NOOP("wording", "发现本登记册是旧的"),
        "register.renewed": QT_TRANSLATE_NOOP("wording", "开启新一代并更换密钥"),
        "witness.disagrees": QT_TRANSLATE_NOOP("wording", "各单位的说法不一致"),
        "alarm.settled": QT_TRANSLATE_NOOP("wording", "核实异常后登记结论"),
        "conflict.settled": QT_TRANSLATE_NOOP("wording", "比较两种内容后作出处理"),
        "case.withdrawn": QT_TRANSLATE_NOOP("wording", "撤回已送出的案件摘要"),
        "card.discarded": QT_TRANSLATE_NOOP("wording", "丢弃未核对的身份卡"),
        "place.kept": QT_TRANSLATE_NOOP("wording", "设置交换位置"),
        "place.forgotten": QT_TRANSLATE_NOOP("wording", "去掉交换位置"),
        "place.swept": QT_TRANSLATE_NOOP("wording", "清理对方已确认的交换包"),
        "burn.prepared": QT_TRANSLATE_NOOP("wording", "备好刻录文件夹"),
        "burn.verified": QT_TRANSLATE_NOOP("wording", "校验刻好的光盘"),
        "bundle.refused": QT_TRANSLATE_NOOP("wording", "拒绝导入交换包"),
        "records.seen": QT_TRANSLATE_NOOP("wording", "查阅对方送来的内容"),
        "receipt.taken_in": QT_TRANSLATE_NOOP("wording", "收到对方的已阅回执"),
        "sheet.printed": QT_TRANSLATE_NOOP("wording", "打印台账或报告"),
        "sheet.saved": QT_TRANSLATE_NOOP("wording", "导出台账或报告"),
        "letter.draft_saved": QT_TRANSLATE_NOOP("wording", "导出文书草稿"),
        "letter.copy_saved": QT_TRANSLATE_NOOP("wording", "另存已出具的文书"),
        "letter.printed": QT_TRANSLATE_NOOP("wording", "打印文书"),
        "letter.reworded": QT_TRANSLATE_NOOP("wording", "改写文书正文"),
        "template.saved": QT_TRANSLATE_NOOP("wording", "修改文书模板"),
        "template.restored": QT_TRANSLATE_NOOP("wording", "恢复程序自带的模板"),
        "letter.issued": QT_TRANSLATE_NOOP("wording", "出具文书"),
        "letter_draft.begun": QT_TRANSLATE_NOOP("wording", "起草文书"),
        "letter_draft.changed": QT_TRANSLATE_NOOP("wording", "修改文书拟稿"),
        "letter_draft.copied": QT_TRANSLATE_NOOP("wording", "复制为新的拟稿"),
        "letter_draft.filed": QT_TRANSLATE_NOOP("wording", "登记文书所属案件"),
        "letter_draft.discarded": QT_TRANSLATE_NOOP("wording", "删除文书拟稿"),
        "case.closed": QT_TRANSLATE_NOOP("wording", "结案"),
        "case.reopened": QT_TRANSLATE_NOOP("wording", "恢复办理"),
        "disposal.proposed": QT_TRANSLATE_NOOP("wording", "编制销毁清册"),
        "disposal.approved": QT_TRANSLATE_NOOP("wording", "登记销毁审批"),
        "disposal.withdrawn": QT_TRANSLATE_NOOP("wording", "撤销销毁清册"),
        "disposal.executed": QT_TRANSLATE_NOOP("wording", "执行销毁"),
        "disposal.cleared": QT_TRANSLATE_NOOP("wording", "清除已销毁内容的残留"),
        "disposal.printed": QT_TRANSLATE_NOOP("wording", "打印销毁清册"),
        "matter.opened": QT_TRANSLATE_NOOP("wording", "新建移送"),
        "matter.revised": QT_TRANSLATE_NOOP("wording", "修改移送内容"),
    }
)


BUNDLE_STATES: Final = MappingProxyType(
    {
        "": QT_TRANSLATE_NOOP("wording", "可导入"),
        "E-XCH-01": QT_TRANSLATE_NOOP("wording", "副本不完整"),
        "E-XCH-02": QT_TRANSLATE_NOOP("wording", "已损坏"),
        "E-XCH-03": QT_TRANSLATE_NOOP("wording", "签名无效"),
        "E-XCH-04": QT_TRANSLATE_NOOP("wording", "未知发件人"),
        "E-XCH-05": QT_TRANSLATE_NOOP("wording", "指纹未核对"),
        "E-XCH-06": QT_TRANSLATE_NOOP("wording", "非发给本单位"),
        "E-XCH-07": QT_TRANSLATE_NOOP("wording", "已导入"),
        "E-XCH-09": QT_TRANSLATE_NOOP("wording", "同一编号两种内容"),
        "E-XCH-10": QT_TRANSLATE_NOOP("wording", "演练、正式不符"),
        "E-XCH-11": QT_TRANSLATE_NOOP("wording", "版本过新"),
        "E-XCH-14": QT_TRANSLATE_NOOP("wording", "旧一代所写"),
        "E-XCH-17": QT_TRANSLATE_NOOP("wording", "须先开启新一代"),
        "E-XCH-18": QT_TRANSLATE_NOOP("wording", "内容有误"),
        "E-XCH-25": QT_TRANSLATE_NOOP("wording", "两把密钥"),
        "E-XCH-26": QT_TRANSLATE_NOOP("wording", "已停收"),
        "E-XCH-27": QT_TRANSLATE_NOOP("wording", "须先开启新一代"),
        "E-XCH-50": QT_TRANSLATE_NOOP("wording", "密钥已吊销"),
        "E-MED-03": QT_TRANSLATE_NOOP("wording", "介质已拔出"),
    }
)

BUNDLE_WAITS: Final = QT_TRANSLATE_NOOP("wording", "可收存，缺 {numbers}")
BUNDLE_SUCCESSOR: Final = QT_TRANSLATE_NOOP("wording", "可导入，新一代密钥")


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
        "start/1": QT_TRANSLATE_NOOP("wording", "启用新一代密钥"),
        "manifest/1": QT_TRANSLATE_NOOP("wording", "原签名清单"),
        "echo/1": QT_TRANSLATE_NOOP("wording", "送还的内容"),
        "roster/1": QT_TRANSLATE_NOOP("wording", "名册"),
        "pack/1": QT_TRANSLATE_NOOP("wording", "规则包"),
        "agency-card/1": QT_TRANSLATE_NOOP("wording", "身份卡"),
    }
)
