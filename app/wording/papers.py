"""The words of the letters that stand alone: what their forms ask, and what is wrong with them."""

from __future__ import annotations

from types import MappingProxyType
from typing import Final

from app.rules.papers import Ground, Item
from app.wording.marking import QT_TRANSLATE_NOOP

GROUNDS: Final = MappingProxyType(
    {
        Ground.MAJOR: QT_TRANSLATE_NOOP("wording", "案情重大"),
        Ground.COMPLEX: QT_TRANSLATE_NOOP("wording", "案情复杂"),
        Ground.DOUBTFUL: QT_TRANSLATE_NOOP("wording", "案情疑难"),
        Ground.UNCLASSIFIED: QT_TRANSLATE_NOOP("wording", "性质难以认定"),
    }
)

ITEMS: Final = MappingProxyType(
    {
        Item.FINANCE_POLICE: QT_TRANSLATE_NOOP(
            "wording", "财政→公安：立案追诉标准、证据的固定和保全等"
        ),
        Item.FINANCE_MARKET: QT_TRANSLATE_NOOP(
            "wording", "财政→市场监管：产品检测、市场监管相关规定"
        ),
        Item.FINANCE_AUDIT: QT_TRANSLATE_NOOP("wording", "财政→审计：审计移交案件调查情况"),
        Item.POLICE_FINANCE: QT_TRANSLATE_NOOP("wording", "公安→财政：案件办理中的专业性问题"),
        Item.POLICE_MARKET: QT_TRANSLATE_NOOP("wording", "公安→市场监管：案件办理中的专业性问题"),
        Item.POLICE_AUDIT: QT_TRANSLATE_NOOP("wording", "公安→审计：案件办理中的专业性问题"),
        Item.UNLISTED: QT_TRANSLATE_NOOP("wording", "机制未列明，按工作联系办理"),
    }
)

_SENT_TO: Final = QT_TRANSLATE_NOOP("wording", "主送机关")
_ENCLOSURES: Final = QT_TRANSLATE_NOOP("wording", "附件")
_PLACE: Final = QT_TRANSLATE_NOOP("wording", "会议地点")
_CHAIR: Final = QT_TRANSLATE_NOOP("wording", "主持人")

PAPER_LABELS: Final = MappingProxyType(
    {
        "consultation": {
            "addressees": _SENT_TO,
            "case_name": QT_TRANSLATE_NOOP("wording", "案件名称"),
            "item": QT_TRANSLATE_NOOP("wording", "咨询类别"),
            "grounds": QT_TRANSLATE_NOOP("wording", "咨询理由"),
            "basis": QT_TRANSLATE_NOOP("wording", "依据"),
            "background": QT_TRANSLATE_NOOP("wording", "案件基本情况"),
            "looked_up": QT_TRANSLATE_NOOP("wording", "已查阅了解的情况"),
            "questions": QT_TRANSLATE_NOOP("wording", "咨询的问题"),
            "wanted_by": QT_TRANSLATE_NOOP("wording", "希望答复日期"),
            "opinion_cited": QT_TRANSLATE_NOOP("wording", "答复期限"),
            "enclosures": _ENCLOSURES,
        },
        "reply": {
            "addressees": _SENT_TO,
            "in_reply_to.title": QT_TRANSLATE_NOOP("wording", "来函标题"),
            "in_reply_to.number": QT_TRANSLATE_NOOP("wording", "来函文号"),
            "in_reply_to.day": QT_TRANSLATE_NOOP("wording", "来函日期"),
            "about": QT_TRANSLATE_NOOP("wording", "复函事由"),
            "answers": QT_TRANSLATE_NOOP("wording", "答复"),
            "limits": QT_TRANSLATE_NOOP("wording", "需要说明的事项"),
            "enclosures": _ENCLOSURES,
        },
        "meeting_notice": {
            "addressees": _SENT_TO,
            "name": QT_TRANSLATE_NOOP("wording", "会议名称"),
            "purpose": QT_TRANSLATE_NOOP("wording", "会议目的"),
            "basis": QT_TRANSLATE_NOOP("wording", "依据"),
            "starts_at": QT_TRANSLATE_NOOP("wording", "会议时间"),
            "place": _PLACE,
            "chair": _CHAIR,
            "attendees": QT_TRANSLATE_NOOP("wording", "参会人员"),
            "agenda": QT_TRANSLATE_NOOP("wording", "会议议程"),
            "materials": QT_TRANSLATE_NOOP("wording", "会议材料"),
            "reply_by": QT_TRANSLATE_NOOP("wording", "回执报送日期"),
        },
        "minutes": {
            "conference": QT_TRANSLATE_NOOP("wording", "纪要名头"),
            "name": QT_TRANSLATE_NOOP("wording", "会议名称"),
            "held_at": QT_TRANSLATE_NOOP("wording", "会议时间"),
            "place": _PLACE,
            "convener": QT_TRANSLATE_NOOP("wording", "召集单位"),
            "chair": _CHAIR,
            "reported": QT_TRANSLATE_NOOP("wording", "通报的情况"),
            "views": QT_TRANSLATE_NOOP("wording", "会议认为"),
            "resolutions": QT_TRANSLATE_NOOP("wording", "议定事项"),
            "present": QT_TRANSLATE_NOOP("wording", "出席人员"),
            "absent": QT_TRANSLATE_NOOP("wording", "请假人员"),
            "observers": QT_TRANSLATE_NOOP("wording", "列席人员"),
            "addressees": QT_TRANSLATE_NOOP("wording", "分送单位"),
        },
        "bulletin": {
            "addressees": _SENT_TO,
            "subject": QT_TRANSLATE_NOOP("wording", "通报事由"),
            "facts": QT_TRANSLATE_NOOP("wording", "基本情况"),
            "source": QT_TRANSLATE_NOOP("wording", "信息来源"),
            "advice": QT_TRANSLATE_NOOP("wording", "工作建议"),
            "use_limit": QT_TRANSLATE_NOOP("wording", "使用要求"),
        },
        "report": {
            "addressees": _SENT_TO,
            "upward": QT_TRANSLATE_NOOP("wording", "行文方向"),
            "signers": QT_TRANSLATE_NOOP("wording", "签发人"),
            "mechanism": QT_TRANSLATE_NOOP("wording", "机制名称"),
            "since": QT_TRANSLATE_NOOP("wording", "统计起日"),
            "until": QT_TRANSLATE_NOOP("wording", "统计止日"),
            "figures": QT_TRANSLATE_NOOP("wording", "运行数据"),
            "work": QT_TRANSLATE_NOOP("wording", "工作开展情况"),
            "problems": QT_TRANSLATE_NOOP("wording", "存在的问题"),
            "proposals": QT_TRANSLATE_NOOP("wording", "意见建议"),
            "next_steps": QT_TRANSLATE_NOOP("wording", "下一步打算"),
        },
        "typical_case": {
            "addressees": _SENT_TO,
            "name": QT_TRANSLATE_NOOP("wording", "案例名称"),
            "facts": QT_TRANSLATE_NOOP("wording", "基本案情"),
            "nature": QT_TRANSLATE_NOOP("wording", "定性"),
            "articles": QT_TRANSLATE_NOOP("wording", "依据的条文"),
            "outcome": QT_TRANSLATE_NOOP("wording", "处理结果"),
            "lesson": QT_TRANSLATE_NOOP("wording", "警示意义"),
            "approved_by": QT_TRANSLATE_NOOP("wording", "批准发布的人或会议"),
            "public": QT_TRANSLATE_NOOP("wording", "公开属性"),
        },
    }
)
"""What each form asks, by the word of the letter and the name of the field."""

_ONE_A_LINE: Final = QT_TRANSLATE_NOOP("wording", "一行一项")

PAPER_HINTS: Final = MappingProxyType(
    {
        "consultation": {
            "case_name": QT_TRANSLATE_NOOP(
                "wording", "写进标题；不必写明的，用“某公司”“某项目”代替"
            ),
            "basis": QT_TRANSLATE_NOOP(
                "wording", "建立机制的通知及文号；机制未列明的咨询，写所依据的条文"
            ),
            "background": QT_TRANSLATE_NOOP(
                "wording", "五至八行即可；与咨询无关的姓名、单位名称请隐去"
            ),
            "questions": QT_TRANSLATE_NOOP("wording", "一行一个问题，自动编号"),
            "opinion_cited": QT_TRANSLATE_NOOP(
                "wording",
                "限财政部门就复杂、疑难、性质难以认定的案件咨询公安机关；条文请先核对原件",
            ),
            "enclosures": _ONE_A_LINE,
        },
        "reply": {
            "in_reply_to.title": QT_TRANSLATE_NOOP("wording", "照来函写，不加书名号"),
            "about": QT_TRANSLATE_NOOP("wording", "印作“关于……的复函”"),
            "limits": QT_TRANSLATE_NOOP(
                "wording",
                "如：以上意见根据来函所述情况提出，仅供办理案件参考，不代替受理后的审查结论。",
            ),
            "enclosures": _ONE_A_LINE,
        },
        "meeting_notice": {
            "name": QT_TRANSLATE_NOOP("wording", "写全称和届次，如：……联席会议2026年第三次会议"),
            "purpose": QT_TRANSLATE_NOOP("wording", "印作“为……，定于……召开”，可不填"),
            "attendees": QT_TRANSLATE_NOOP("wording", "一行一项，单位或者职务"),
            "agenda": QT_TRANSLATE_NOOP("wording", "一行一项，自动编号"),
            "materials": _ONE_A_LINE,
            "reply_by": QT_TRANSLATE_NOOP("wording", "不填的，不附参会回执"),
        },
        "minutes": {
            "conference": QT_TRANSLATE_NOOP("wording", "印作红色名头“……纪要”，如：……联席会议"),
            "name": QT_TRANSLATE_NOOP("wording", "印作标题，如：2026年第三次会议"),
            "convener": QT_TRANSLATE_NOOP("wording", "不填的，为本单位"),
            "reported": QT_TRANSLATE_NOOP("wording", "一行一段"),
            "views": QT_TRANSLATE_NOOP("wording", "一行一段，每段前自动加“会议认为”"),
            "resolutions": QT_TRANSLATE_NOOP(
                "wording", "多个单位用顿号隔开；没有时限的印“持续落实”"
            ),
            "present": QT_TRANSLATE_NOOP("wording", "一行一人，如：甲某某（市公安局）"),
            "absent": QT_TRANSLATE_NOOP("wording", "一行一人"),
            "observers": QT_TRANSLATE_NOOP("wording", "一行一人"),
        },
        "bulletin": {
            "subject": QT_TRANSLATE_NOOP("wording", "印作“关于……的通报”"),
            "advice": _ONE_A_LINE,
            "use_limit": QT_TRANSLATE_NOOP(
                "wording", "如：仅供成员单位工作参考，不作为处理依据，不得对外公开。"
            ),
        },
        "report": {
            "signers": QT_TRANSLATE_NOOP("wording", "一行一人，上行文必填，印在文号右侧"),
            "mechanism": QT_TRANSLATE_NOOP("wording", "如：政府采购领域协同监管机制"),
            "figures": QT_TRANSLATE_NOOP(
                "wording",
                "自动合计；超过十行的，另作附件“运行情况统计表”；只报本单位的，单位可不填",
            ),
            "work": _ONE_A_LINE,
            "problems": _ONE_A_LINE,
            "proposals": _ONE_A_LINE,
            "next_steps": _ONE_A_LINE,
        },
        "typical_case": {
            "addressees": QT_TRANSLATE_NOOP("wording", "向社会公布的可不填"),
            "name": QT_TRANSLATE_NOOP(
                "wording", "隐去当事人，如：某公司提供虚假材料谋取中标典型案例"
            ),
            "facts": QT_TRANSLATE_NOOP("wording", "隐去姓名、单位名称、证件号码和项目编号"),
            "articles": QT_TRANSLATE_NOOP(
                "wording", "一行一条，如：《政府采购法》第七十七条第一款第一项"
            ),
            "approved_by": QT_TRANSLATE_NOOP("wording", "只留存，不印出"),
        },
    }
)

PAPER_CHECKS: Final = MappingProxyType(
    {
        "opinion_cited": QT_TRANSLATE_NOOP("wording", "写明高检会〔2006〕2号规定的七日"),
        "upward": QT_TRANSLATE_NOOP("wording", "报上级机关（市政府、省厅）"),
        "public": QT_TRANSLATE_NOOP("wording", "此件公开发布"),
    }
)
"""What a box to tick says beside it."""

PAPER_COLUMNS: Final = MappingProxyType(
    {
        "answers": {
            "question": QT_TRANSLATE_NOOP("wording", "所问"),
            "answer": QT_TRANSLATE_NOOP("wording", "答复"),
            "basis": QT_TRANSLATE_NOOP("wording", "依据（选填）"),
        },
        "resolutions": {
            "matter": QT_TRANSLATE_NOOP("wording", "事项"),
            "units": QT_TRANSLATE_NOOP("wording", "责任单位"),
            "helpers": QT_TRANSLATE_NOOP("wording", "配合单位（选填）"),
            "due": QT_TRANSLATE_NOOP("wording", "完成时限"),
        },
        "figures": {
            "unit": QT_TRANSLATE_NOOP("wording", "单位"),
            "flow": QT_TRANSLATE_NOOP("wording", "事项"),
            "begun": QT_TRANSLATE_NOOP("wording", "发起"),
            "ended": QT_TRANSLATE_NOOP("wording", "办结"),
            "pending": QT_TRANSLATE_NOOP("wording", "在办"),
            "remark": QT_TRANSLATE_NOOP("wording", "备注"),
        },
    }
)

PAPER_FAULTS: Final = MappingProxyType(
    {
        "answers.answer": QT_TRANSLATE_NOOP("wording", "每一问都要有答复"),
        "resolutions.units": QT_TRANSLATE_NOOP("wording", "每一项议定事项都要写明事项和责任单位"),
        "signers": QT_TRANSLATE_NOOP("wording", "报上级机关的，请填写签发人"),
        "until": QT_TRANSLATE_NOOP("wording", "统计止日早于统计起日"),
        "reply_by": QT_TRANSLATE_NOOP("wording", "回执报送日期晚于会议日期"),
        "item": QT_TRANSLATE_NOOP("wording", "主送机关不是这一咨询类别里被咨询的机关，请核对"),
        "basis": QT_TRANSLATE_NOOP("wording", "机制未列明的咨询，请填写依据"),
        "opinion_cited": QT_TRANSLATE_NOOP(
            "wording", "只有财政部门就复杂、疑难、性质难以认定的案件咨询公安机关，才可以写明七日"
        ),
    }
)
"""What is wrong where it is not that a field is empty."""

PAPER_FIELDS: Final = MappingProxyType(
    {
        "addressees": _SENT_TO,
        "about": PAPER_LABELS["reply"]["about"],
        "agenda": PAPER_LABELS["meeting_notice"]["agenda"],
        "answers": PAPER_LABELS["reply"]["answers"],
        "answers.answer": PAPER_LABELS["reply"]["answers"],
        "approved_by": PAPER_LABELS["typical_case"]["approved_by"],
        "articles": PAPER_LABELS["typical_case"]["articles"],
        "attendees": PAPER_LABELS["meeting_notice"]["attendees"],
        "background": PAPER_LABELS["consultation"]["background"],
        "chair": _CHAIR,
        "conference": PAPER_LABELS["minutes"]["conference"],
        "grounds": PAPER_LABELS["consultation"]["grounds"],
        "in_reply_to.title": PAPER_LABELS["reply"]["in_reply_to.title"],
        "item": PAPER_LABELS["consultation"]["item"],
        "mechanism": PAPER_LABELS["report"]["mechanism"],
        "nature": PAPER_LABELS["typical_case"]["nature"],
        "opinion_cited": PAPER_LABELS["consultation"]["opinion_cited"],
        "outcome": PAPER_LABELS["typical_case"]["outcome"],
        "place": _PLACE,
        "present": PAPER_LABELS["minutes"]["present"],
        "reply_by": PAPER_LABELS["meeting_notice"]["reply_by"],
        "resolutions.units": PAPER_LABELS["minutes"]["resolutions"],
        "signers": PAPER_LABELS["report"]["signers"],
        "subject": PAPER_LABELS["bulletin"]["subject"],
        "until": PAPER_LABELS["report"]["until"],
        "use_limit": PAPER_LABELS["bulletin"]["use_limit"],
        "work": PAPER_LABELS["report"]["work"],
    }
)
"""What a letter that stands alone needs, by the dotted names of ``documents.kinds``."""
