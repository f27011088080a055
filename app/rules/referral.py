"""移送: the rows of its procedure.

Sources: 国务院令第310号 (《行政执法机关移送涉嫌犯罪案件的规定》, 2020),
《公安机关办理刑事案件程序规定》 (2020), 《公安机关办理经济犯罪案件的若干规定》 (2017),
《人民检察院刑事诉讼规则》 (2019), 日财采〔2024〕13号 二（五）.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

from app.kernel.terms import AgencyRole, Delivery, Post
from app.rules.steps import (
    Crossing,
    CrossingRule,
    FieldKind,
    FieldSpec,
    Opening,
    Side,
    State,
    StepKind,
    StepRule,
)

_S, _K = State, StepKind

_PENAL: Final = frozenset({AgencyRole.POLICE})
_PERIODS_EXTEND: Final = frozenset({AgencyRole.POLICE, AgencyRole.MARKET})

_EVERY: Final = tuple(State)
_UNSHARED: Final = (_S.DRAFT, _S.PENDING, _S.REFUSED, _S.APPROVED)
_SHARED: Final = tuple(state for state in State if state not in _UNSHARED)
# 程序规定第一百八十条: a missing 回执 or an unanswered 补正通知 never stops the police deciding.
_EXAMINED: Final = (_S.DELIVERED, _S.ACKNOWLEDGED, _S.SUPPLEMENT, _S.ACCEPTED)
_DECIDED: Final = (_S.FORWARDED, _S.RETURNED, _S.FILED, _S.NOT_FILED)
_REFUSED_TO_FILE: Final = (_S.NOT_FILED, _S.REVIEW, _S.REVIEW_UPHELD, _S.SUPERVISION)


def _to(state: State, *sources: State) -> Mapping[State, State]:
    return MappingProxyType(dict.fromkeys(sources, state))


def _stay(*sources: State) -> Mapping[State, State]:
    return MappingProxyType({state: state for state in sources})


def _both(*maps: Mapping[State, State]) -> Mapping[State, State]:
    return MappingProxyType({key: value for each in maps for key, value in each.items()})


def _text(name: str, *, required: bool = False) -> FieldSpec:
    return FieldSpec(name, FieldKind.TEXT, required)


def _long(name: str, *, required: bool = False) -> FieldSpec:
    return FieldSpec(name, FieldKind.LONG_TEXT, required)


def _moment(name: str, *, required: bool = False) -> FieldSpec:
    return FieldSpec(name, FieldKind.MOMENT, required)


def _choice(name: str, *words: str, required: bool = False) -> FieldSpec:
    return FieldSpec(name, FieldKind.CHOICE, required, words)


_ABOUT: Final = FieldSpec("about", FieldKind.STEP, required=True)
_DATED: Final = FieldSpec("dated_on", FieldKind.DATE)
_DELIVERY: Final = tuple(word.value for word in Delivery)
_POSTS: Final = tuple(word.value for word in Post)

# One generic form records any step: its number, its scan and a remark are never refused.
_GENERIC: Final = (_text("number"), FieldSpec("scan", FieldKind.FILE), _long("remark"))

# A document of the other side's own platform. *received_at* is filled by the side that records it
# from paper; *decided_at* when the decision is older than the notice of it.
_DOCUMENT: Final = (_DATED, _text("signer"), _moment("received_at"), _moment("decided_at"))


def _rule(
    kind: StepKind,
    actor: Side,
    moves: Mapping[State, State],
    *fields: FieldSpec,
    relayed: bool = True,
    registered: bool = False,
    notice: bool = False,
    resumes: bool = False,
    once: bool = False,
    only_towards: frozenset[AgencyRole] = frozenset(),
) -> StepRule:
    return StepRule(
        kind=kind,
        actor=actor,
        moves=moves,
        fields=(*fields, *_GENERIC),
        relayed=relayed,
        registered=registered,
        notice=notice,
        resumes=resumes,
        once=once,
        only_towards=only_towards,
    )


def _inside(kind: StepKind, moves: Mapping[State, State], *fields: FieldSpec) -> StepRule:
    return StepRule(kind, Side.OPENER, moves, (*fields, *_GENERIC), internal=True, relayed=False)


def _any(
    kind: StepKind, moves: Mapping[State, State], *fields: FieldSpec, internal: bool = False
) -> StepRule:
    return StepRule(
        kind,
        Side.OPENER,
        moves,
        (*fields, *_GENERIC),
        either=True,
        internal=internal,
        relayed=False,
    )


_INSIDE: Final = (
    # 310号令第五条: 2名或者2名以上行政执法人员组成专案组.
    _inside(_K.TEAM_FORMED, _stay(_S.DRAFT, _S.REFUSED), _long("members", required=True)),
    _inside(_K.REPORT_SUBMITTED, _to(_S.PENDING, _S.DRAFT, _S.REFUSED), _text("author")),
    # 第五条第二款: the three days run from the day the head receives the report.
    _inside(_K.REPORT_RECEIVED, _stay(_S.PENDING), _text("approver")),
    _inside(
        _K.APPROVED,
        _to(_S.APPROVED, _S.PENDING),
        _text("approver", required=True),
        _choice("post", *_POSTS, required=True),
        _text("post_basis"),
        _moment("report_received_at"),
        _long("opinion"),
    ),
    _inside(
        _K.REFUSED,
        _to(_S.REFUSED, _S.PENDING),
        _text("approver", required=True),
        _choice("post", *_POSTS, required=True),
        _text("post_basis"),
        _moment("report_received_at"),
        _long("reasons", required=True),
    ),
    _inside(_K.DRAFT_RETURNED, _to(_S.DRAFT, _S.PENDING, _S.APPROVED), _long("reasons")),
    _inside(_K.PENALTY_DECIDED, _stay(*_EVERY), _DATED, _long("penalty", required=True)),
    _any(_K.REMARK, _stay(*_EVERY), _long("text", required=True), internal=True),
)

_HANDING_OVER: Final = (
    _rule(
        _K.ISSUED,
        Side.OPENER,
        _to(_S.ISSUED, _S.APPROVED),
        _DATED,
        _text("signer"),
        relayed=False,
    ),
    # 高检会〔2006〕2号: the 移送书 is copied to the 人民检察院 at the same level.
    _rule(
        _K.COPIED_TO_PROCURATORATE,
        Side.OPENER,
        _stay(*_SHARED),
        _text("receiver", required=True),
        _choice("method", *_DELIVERY, required=True),
        _text("carried_by"),
        relayed=False,
        once=True,
        only_towards=_PENAL,
    ),
    _rule(
        _K.DELIVERED,
        Side.OPENER,
        # Often written down after the answer has come.
        _both(_to(_S.DELIVERED, _S.ISSUED), _stay(*_EXAMINED, *_DECIDED)),
        _choice("method", *_DELIVERY, required=True),
        _text("carried_by", required=True),
        _text("receiver"),
        once=True,
    ),
    # Whoever carried it writes it down, with a witness (送达回证); the state waits for another try.
    _rule(
        _K.DELIVERY_REFUSED,
        Side.OPENER,
        _to(_S.ISSUED, _S.ISSUED, _S.DELIVERED),
        _text("place", required=True),
        _text("carried_by", required=True),
        _text("refused_by", required=True),
        _long("reasons", required=True),
        _text("witness"),
        relayed=False,
    ),
    # 310号令第七条: 在涉嫌犯罪案件移送书的回执上签字.
    _rule(
        _K.ACKNOWLEDGED,
        Side.COUNTERPART,
        _to(_S.ACKNOWLEDGED, _S.ISSUED, _S.DELIVERED),
        _text("signer", required=True),
        registered=True,
    ),
    _rule(
        _K.WITHDRAWN,
        Side.OPENER,
        _to(_S.WITHDRAWN, _S.ISSUED, _S.DELIVERED, _S.ACKNOWLEDGED, _S.SUPPLEMENT),
        _text("approver", required=True),
        _long("reasons", required=True),
        notice=True,
    ),
)

_EXAMINATION: Final = (
    _rule(
        _K.SUPPLEMENT_ASKED,
        Side.COUNTERPART,
        _to(_S.SUPPLEMENT, *_EXAMINED),
        *_DOCUMENT,
        _long("missing", required=True),
        registered=True,
        notice=True,
    ),
    _rule(
        _K.SUPPLEMENTED,
        Side.OPENER,
        # Also unasked, and also when the police went on without waiting.
        _stay(*_EXAMINED, _S.FORWARDED),
        _long("materials", required=True),
        _choice("method", *_DELIVERY),
        resumes=True,
    ),
    _rule(
        _K.FORWARDED,
        Side.COUNTERPART,
        _to(_S.FORWARDED, *_EXAMINED, _S.FORWARDED),
        *_DOCUMENT,
        _text("receiver", required=True),
        _long("reasons"),
        registered=True,
        notice=True,
    ),
    _rule(
        _K.NOT_OUR_BUSINESS,
        Side.COUNTERPART,
        _to(_S.RETURNED, *_EXAMINED, _S.FORWARDED),
        *_DOCUMENT,
        _text("receiver"),
        _long("reasons", required=True),
        registered=True,
        notice=True,
    ),
    _rule(
        _K.ACCEPTED,
        Side.COUNTERPART,
        _to(_S.ACCEPTED, _S.DELIVERED, _S.ACKNOWLEDGED, _S.SUPPLEMENT, _S.FORWARDED),
        *_DOCUMENT,
        _text("officer"),
        _text("phone"),
        registered=True,
        notice=True,
    ),
    _rule(
        _K.EXTENDED,
        Side.COUNTERPART,
        _stay(*_EXAMINED, _S.FORWARDED),
        _text("approver", required=True),
        _long("reasons"),
        registered=True,
        once=True,
        only_towards=_PERIODS_EXTEND,
    ),
    _rule(
        _K.EXTENDED_AGAIN,
        Side.COUNTERPART,
        _stay(*_EXAMINED, _S.FORWARDED),
        _text("approver", required=True),
        _long("reasons"),
        registered=True,
        once=True,
        only_towards=_PENAL,
    ),
    # Later facts, a review or the procuratorate can still lead to filing, whatever was said before.
    _rule(
        _K.FILED,
        Side.COUNTERPART,
        _to(
            _S.FILED,
            *_EXAMINED,
            _S.FORWARDED,
            *_REFUSED_TO_FILE,
            _S.REVIEW_REVOKED,
            _S.ARCHIVED,
        ),
        *_DOCUMENT,
        _text("offence"),
        registered=True,
        notice=True,
    ),
    _rule(
        _K.NOT_FILED,
        Side.COUNTERPART,
        _to(_S.NOT_FILED, *_EXAMINED, _S.FORWARDED),
        *_DOCUMENT,
        _long("reasons", required=True),
        registered=True,
        notice=True,
    ),
    _rule(
        _K.FILES_RETURNED,
        Side.COUNTERPART,
        _stay(
            *_REFUSED_TO_FILE,
            _S.REVIEW_REVOKED,
            _S.RETURNED,
            _S.WITHDRAWN,
            _S.CASE_WITHDRAWN,
            _S.RESULT_REPORTED,
            _S.ARCHIVED,
        ),
        _long("materials", required=True),
        _text("receiver"),
    ),
)

_AFTER_FILING: Final = (
    _rule(
        _K.ARTICLES_HANDED_OVER,
        Side.OPENER,
        _both(_to(_S.ARTICLES_HANDED_OVER, _S.FILED), _stay(_S.ARTICLES_HANDED_OVER)),
        _long("articles", required=True),
        _text("handed_by", required=True),
        _text("receiver", required=True),
    ),
    _rule(
        _K.JURISDICTION_CHANGED,
        Side.COUNTERPART,
        _stay(_S.FILED, _S.ARTICLES_HANDED_OVER),
        *_DOCUMENT,
        _text("receiver", required=True),
        registered=True,
        notice=True,
        only_towards=_PENAL,
    ),
    _rule(
        _K.CASE_WITHDRAWN,
        Side.COUNTERPART,
        _to(_S.CASE_WITHDRAWN, _S.FILED, _S.ARTICLES_HANDED_OVER),
        *_DOCUMENT,
        _long("reasons"),
        registered=True,
        notice=True,
    ),
    _rule(
        _K.RESULT_REPORTED,
        Side.COUNTERPART,
        _both(
            _to(
                _S.RESULT_REPORTED,
                _S.ACCEPTED,
                _S.FILED,
                _S.ARTICLES_HANDED_OVER,
                _S.CASE_WITHDRAWN,
            ),
            _stay(
                *_REFUSED_TO_FILE,
                _S.REVIEW_REVOKED,
                _S.FORWARDED,
                _S.RETURNED,
                _S.RESULT_REPORTED,
                _S.ARCHIVED,
            ),
        ),
        _DATED,
        _text("signer"),
        _moment("received_at"),
        _long("result", required=True),
        registered=True,
        notice=True,
    ),
)

_OBJECTION: Final = (
    _rule(
        _K.REVIEW_REQUESTED,
        Side.OPENER,
        _to(_S.REVIEW, _S.NOT_FILED),
        _DATED,
        _long("reasons", required=True),
        _moment("received_at"),
        notice=True,
        only_towards=_PENAL,
    ),
    _rule(
        _K.REVIEW_UPHELD,
        Side.COUNTERPART,
        _to(_S.REVIEW_UPHELD, _S.REVIEW),
        *_DOCUMENT,
        _long("reasons"),
        registered=True,
        notice=True,
        only_towards=_PENAL,
    ),
    _rule(
        _K.REVIEW_REVOKED,
        Side.COUNTERPART,
        _to(_S.REVIEW_REVOKED, _S.REVIEW),
        *_DOCUMENT,
        registered=True,
        notice=True,
        only_towards=_PENAL,
    ),
    # Also against a refusal to sign (310号令第十七条) and against silence (诉讼规则第五百六十二条).
    _rule(
        _K.SUPERVISION_SUGGESTED,
        Side.OPENER,
        _to(
            _S.SUPERVISION,
            _S.ISSUED,
            *_EXAMINED,
            _S.FORWARDED,
            _S.RETURNED,
            _S.NOT_FILED,
            _S.REVIEW,
            _S.REVIEW_UPHELD,
            _S.CASE_WITHDRAWN,
        ),
        _DATED,
        _text("receiver", required=True),
        _long("reasons", required=True),
        relayed=False,
        only_towards=_PENAL,
    ),
    _rule(
        _K.REASONS_ASKED,
        Side.THIRD,
        _stay(*_REFUSED_TO_FILE, *_EXAMINED),
        *_DOCUMENT,
        registered=True,
        only_towards=_PENAL,
    ),
    _rule(
        _K.REASONS_GIVEN,
        Side.COUNTERPART,
        _stay(*_REFUSED_TO_FILE, *_EXAMINED),
        *_DOCUMENT,
        registered=True,
        only_towards=_PENAL,
    ),
    _rule(
        _K.FILING_ORDERED,
        Side.THIRD,
        _stay(*_REFUSED_TO_FILE, *_EXAMINED),
        *_DOCUMENT,
        registered=True,
        only_towards=_PENAL,
    ),
    _rule(
        _K.SUPERVISION_CONCLUDED,
        Side.THIRD,
        _stay(*_REFUSED_TO_FILE),
        *_DOCUMENT,
        _long("result", required=True),
        registered=True,
        only_towards=_PENAL,
    ),
)

_BESIDES: Final = (
    # 310号令第十条: what is not filed is dealt with by the administrative body itself.
    _rule(
        _K.ADMIN_RESUMED,
        Side.OPENER,
        _stay(*_REFUSED_TO_FILE, _S.CASE_WITHDRAWN, _S.RETURNED, _S.WITHDRAWN, _S.RESULT_REPORTED),
        _long("handling"),
        relayed=False,
        once=True,
    ),
    _rule(
        _K.PENALTY_COPIED,
        Side.OPENER,
        _stay(*_SHARED),
        _DATED,
        _text("receiver", required=True),
        relayed=False,
        only_towards=_PENAL,
    ),
    _rule(
        _K.ARCHIVED,
        Side.OPENER,
        _to(
            _S.ARCHIVED,
            *_REFUSED_TO_FILE,
            _S.FORWARDED,
            _S.RETURNED,
            _S.CASE_WITHDRAWN,
            _S.RESULT_REPORTED,
            _S.WITHDRAWN,
        ),
        _long("conclusion"),
        relayed=False,
    ),
    _any(_K.NOTICE_RECEIVED, _stay(*_SHARED), _ABOUT, _text("receiver")),
    _any(_K.SEEN, _stay(*_SHARED), FieldSpec("about", FieldKind.STEP)),
    _any(_K.CORRECTED, _stay(*_SHARED), _ABOUT, _moment("moment"), _long("text", required=True)),
    _any(_K.VOIDED, _stay(*_SHARED), _ABOUT, _long("reasons", required=True)),
    _any(_K.NOTE, _stay(*_SHARED), _long("text", required=True)),
)

RULES: Final[tuple[StepRule, ...]] = (
    *_INSIDE,
    *_HANDING_OVER,
    *_EXAMINATION,
    *_AFTER_FILING,
    *_OBJECTION,
    *_BESIDES,
)


def _give_way(
    rule: CrossingRule, yields: Iterable[StepKind], to: Iterable[StepKind]
) -> tuple[Crossing, ...]:
    prevailing = tuple(to)
    return tuple(Crossing(one, other, rule) for one in yields for other in prevailing)


CROSSINGS: Final[tuple[Crossing, ...]] = (
    # 310号令第八条: once accepted, the police must decide and say so; nothing lets a referral be
    # taken back behind a decision.
    *_give_way(
        CrossingRule.DECISION_PREVAILS, [_K.WITHDRAWN], [_K.ACCEPTED, _K.FILED, _K.NOT_FILED]
    ),
    *_give_way(
        CrossingRule.DECISION_PREVAILS,
        [_K.REVIEW_REQUESTED, _K.SUPERVISION_SUGGESTED, _K.ARCHIVED],
        [_K.FILED],
    ),
    *_give_way(CrossingRule.DECISION_PREVAILS, [_K.SUPERVISION_SUGGESTED], [_K.REVIEW_REVOKED]),
    # The file has left: the opener turns to the body that holds it now.
    *_give_way(
        CrossingRule.FORWARDING_PREVAILS,
        [_K.WITHDRAWN, _K.SUPPLEMENTED],
        [_K.FORWARDED, _K.NOT_OUR_BUSINESS],
    ),
    # What was sent before the request was seen does not answer it.
    *_give_way(CrossingRule.REQUEST_STANDS, [_K.SUPPLEMENTED], [_K.SUPPLEMENT_ASKED]),
    *_give_way(CrossingRule.DECIDED_BEFORE_SUPPLEMENT, [_K.SUPPLEMENTED], [_K.FILED, _K.NOT_FILED]),
    *_give_way(
        CrossingRule.SIGNATURE_PREVAILS, [_K.DELIVERY_REFUSED], [_K.ACKNOWLEDGED, _K.ACCEPTED]
    ),
    *_give_way(
        CrossingRule.CASE_WITHDRAWAL_PREVAILS, [_K.ARTICLES_HANDED_OVER], [_K.CASE_WITHDRAWN]
    ),
)

_MEMBERS: Final = (AgencyRole.FINANCE, AgencyRole.POLICE, AgencyRole.AUDIT, AgencyRole.MARKET)
_CLAUSE: Final = "日财采〔2024〕13号 二（五）"
_ELSEWHERE: Final = Opening(f"{_CLAUSE}；移送有权处理的相关部门", listed=True)

# 二（五） names who sends (各成员单位) and, by the kind of finding, who receives.
OPENINGS: Final[Mapping[tuple[AgencyRole, AgencyRole], Opening]] = MappingProxyType(
    {
        (sender, receiver): opening
        for sender in _MEMBERS
        for receiver, opening in (
            (AgencyRole.POLICE, Opening(f"{_CLAUSE}；国务院令第310号第五条", listed=True)),
            (AgencyRole.MARKET, Opening(_CLAUSE, listed=True)),
            (AgencyRole.FINANCE, Opening(_CLAUSE, listed=True)),
            (AgencyRole.AUDIT, _ELSEWHERE),
            (AgencyRole.PROCURATORATE, _ELSEWHERE),
            (AgencyRole.OTHER, _ELSEWHERE),
        )
    }
    | {
        (AgencyRole.POLICE, receiver): Opening("国务院令第310号第十三条", listed=True)
        for receiver in (AgencyRole.FINANCE, AgencyRole.MARKET, AgencyRole.OTHER)
    }
)
