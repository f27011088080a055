"""The words of a matter: states, steps and their fields, crossings, duties, routes, letters."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.kernel.terms import (
    Carrier,
    Delivery,
    MaterialKind,
    Post,
)
from app.rules.duties import DutyState, Standing
from app.rules.packs import Confidence, Nature, RuleKind, Unit
from app.rules.particulars import Having
from app.rules.routing import RouteWarning
from app.rules.steps import CrossingRule, Side, State, StepKind
from app.wording.marking import QT_TRANSLATE_NOOP

NOUNS: Final = MappingProxyType(
    {
        "agency": QT_TRANSLATE_NOOP("wording", "单位"),
        "attachment": QT_TRANSLATE_NOOP("wording", "附件"),
        "bundle": QT_TRANSLATE_NOOP("wording", "交换包"),
        "case": QT_TRANSLATE_NOOP("wording", "案件"),
        "conflict": QT_TRANSLATE_NOOP("wording", "两种内容的记录"),
        "destruction": QT_TRANSLATE_NOOP("wording", "销毁清册"),
        "incoming": QT_TRANSLATE_NOOP("wording", "收文"),
        "letter": QT_TRANSLATE_NOOP("wording", "文书"),
        "letter_draft": QT_TRANSLATE_NOOP("wording", "文书拟稿"),
        "meeting_notice": QT_TRANSLATE_NOOP("wording", "会议通知"),
        "matter": QT_TRANSLATE_NOOP("wording", "事项"),
        "party": QT_TRANSLATE_NOOP("wording", "当事人"),
        "place": QT_TRANSLATE_NOOP("wording", "交换位置"),
        "sealing": QT_TRANSLATE_NOOP("wording", "用印登记"),
        "series": QT_TRANSLATE_NOOP("wording", "文号"),
    }
)
"""What a record is that a use case did not find."""


PARTS: Final = MappingProxyType(
    {
        "db": QT_TRANSLATE_NOOP("wording", "数据库"),
        "keys": QT_TRANSLATE_NOOP("wording", "密钥文件"),
        "head": QT_TRANSLATE_NOOP("wording", "文件头"),
        "journal": QT_TRANSLATE_NOOP("wording", "审计日志"),
        "attachments": QT_TRANSLATE_NOOP("wording", "附件"),
        "manifest": QT_TRANSLATE_NOOP("wording", "清单"),
        "envelope": QT_TRANSLATE_NOOP("wording", "封面"),
        "content": QT_TRANSLATE_NOOP("wording", "内容清单"),
        "payload": QT_TRANSLATE_NOOP("wording", "密文"),
        "card": QT_TRANSLATE_NOOP("wording", "身份卡"),
        "root": QT_TRANSLATE_NOOP("wording", "名册根"),
        "roster": QT_TRANSLATE_NOOP("wording", "名册"),
        "key": QT_TRANSLATE_NOOP("wording", "密钥"),
        "signer": QT_TRANSLATE_NOOP("wording", "签名者"),
    }
)
"""The part of a register or bundle a refusal is about."""


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
        "letter": QT_TRANSLATE_NOOP("wording", "回执所属的文书"),
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
        "supervision": QT_TRANSLATE_NOOP("wording", "立案监督建议函"),
        "feedback": QT_TRANSLATE_NOOP("wording", "商请反馈函"),
        "materials": QT_TRANSLATE_NOOP("wording", "移送材料清单"),
        "articles": QT_TRANSLATE_NOOP("wording", "涉案物品清单"),
        "handover": QT_TRANSLATE_NOOP("wording", "涉案物品交接单"),
        "not_referred": QT_TRANSLATE_NOOP("wording", "不予移送理由记录"),
        "audit_referral": QT_TRANSLATE_NOOP("wording", "审计移送处理书"),
        "clue": QT_TRANSLATE_NOOP("wording", "线索移送函"),
        "discipline_clue": QT_TRANSLATE_NOOP("wording", "问题线索移送函（空白）"),
        "reminder": QT_TRANSLATE_NOOP("wording", "催办函"),
        "opinion_reply": QT_TRANSLATE_NOOP("wording", "检察意见回复函"),
        "acceptance": QT_TRANSLATE_NOOP("wording", "受案回执"),
        "supplement": QT_TRANSLATE_NOOP("wording", "补正通知书"),
        "forwarding": QT_TRANSLATE_NOOP("wording", "移送案件通知书"),
        "filing": QT_TRANSLATE_NOOP("wording", "立案告知书"),
        "non_filing": QT_TRANSLATE_NOOP("wording", "不予立案通知书"),
        "result": QT_TRANSLATE_NOOP("wording", "处理结果反馈函"),
        "consultation": QT_TRANSLATE_NOOP("wording", "咨询函"),
        "reply": QT_TRANSLATE_NOOP("wording", "复函"),
        "meeting_notice": QT_TRANSLATE_NOOP("wording", "会议通知"),
        "sign_in": QT_TRANSLATE_NOOP("wording", "会议签到表"),
        "minutes": QT_TRANSLATE_NOOP("wording", "会议纪要"),
        "bulletin": QT_TRANSLATE_NOOP("wording", "信息通报"),
        "report": QT_TRANSLATE_NOOP("wording", "运行情况报告"),
        "typical_case": QT_TRANSLATE_NOOP("wording", "典型案例通报"),
    }
)
"""By the words of ``documents.kinds``, which would load its templates here."""
