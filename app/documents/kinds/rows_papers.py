"""The letters that stand alone: 咨询、复函、会议、通报、报告, each of its own particulars."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, cast

from app.documents.kinds.facts import Facts
from app.documents.kinds.row import LetterKind, LetterRow
from app.documents.model import Form
from app.kernel import clock
from app.rules import papers
from app.rules.papers import (
    Bulletin,
    Consultation,
    Figure,
    Item,
    MeetingNotice,
    Minutes,
    OperationReport,
    Reply,
    TypicalCase,
)

_IN_BODY: Final = 10
"""Rows of the 统计表 that a report holds itself; more of them go into a list of their own."""
_PLACES: Final = 9
"""Lines of a 签到表: what a page holds."""
_EACH: Final = 2
"""Lines for each agency that was asked."""

# -- what the templates are told ---------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Answered:
    """An answer under *topic*, which is its question as a heading."""

    topic: str
    answer: str
    basis: str


def _topic(question: str) -> str:
    """采购人代表是否属于国家工作人员？→ 采购人代表是否属于国家工作人员."""
    words = question.strip().rstrip("？?。；;.！!")
    return words.removeprefix("关于").removesuffix("的问题")


def _answers(facts: Facts) -> Mapping[str, object]:
    found = cast("Reply", facts).answers
    return {"answers": tuple(_Answered(_topic(a.question), a.answer, a.basis) for a in found)}


def _meeting(facts: Facts) -> Mapping[str, object]:
    return {"at": clock.local(cast("MeetingNotice", facts).starts_at)}


def _minutes(facts: Facts) -> Mapping[str, object]:
    return {"at": clock.local(cast("Minutes", facts).held_at)}


def _sign_in(facts: Facts) -> Mapping[str, object]:
    asked = cast("MeetingNotice", facts).addressees
    named = tuple(name for name in asked for _ in range(_EACH))
    return {**_meeting(facts), "units": (*named, *("",) * max(_EACH, _PLACES - len(named)))}


def _report(facts: Facts) -> Mapping[str, object]:
    report = cast("OperationReport", facts)
    figures = report.figures
    return {
        "by_unit": any(each.unit for each in figures),
        "apart": len(figures) > _IN_BODY,
        "total": Figure(
            unit="",
            flow="",
            begun=sum(each.begun for each in figures),
            ended=sum(each.ended for each in figures),
            pending=sum(each.pending for each in figures),
            remark="",
        ),
    }


# -- what else may be missing ------------------------------------------------------------------


def _unlisted_basis(facts: Facts) -> Iterator[str]:
    """What the notice does not name rests on something else: 审计法, 行政处罚法."""
    asked = cast("Consultation", facts)
    if asked.item is Item.UNLISTED and not asked.basis:
        yield "basis"


def _asked(facts: Facts) -> Iterator[str]:
    """The letter says what the notice lets one ask whom: it must be sent to such an agency."""
    if not papers.asks_the_right(cast("Consultation", facts)):
        yield "item"


def _opinion(facts: Facts) -> Iterator[str]:
    asked = cast("Consultation", facts)
    if asked.opinion_cited and not papers.may_cite_opinion(asked):
        yield "opinion_cited"


def _answered(facts: Facts) -> Iterator[str]:
    if any(not each.answer.strip() for each in cast("Reply", facts).answers):
        yield "answers.answer"


def _decided(facts: Facts) -> Iterator[str]:
    """Notice 二(一): 纪要 make clear what was agreed, so each 议定事项 has who does it."""
    found = cast("Minutes", facts).resolutions
    if any(not (each.matter.strip() and each.units) for each in found):
        yield "resolutions.units"


def _signers(facts: Facts) -> Iterator[str]:
    """GB/T 9704-2012 7.2.6: what goes to a superior names its 签发人."""
    report = cast("OperationReport", facts)
    if report.upward and not report.signers:
        yield "signers"


def _period(facts: Facts) -> Iterator[str]:
    report = cast("OperationReport", facts)
    if report.until < report.since:
        yield "until"


def _answer_in_time(facts: Facts) -> Iterator[str]:
    """A slip that says who comes is of no use after the meeting."""
    notice = cast("MeetingNotice", facts)
    if notice.reply_by and notice.reply_by > clock.local_date(notice.starts_at):
        yield "reply_by"


# -- the rows ----------------------------------------------------------------------------------

_SENT: Final = ("issue.agency", "addressees")
_ASKED: Final = (*_SENT, "issue.handler", "issue.phone")

PAPER_ROWS: Final[Mapping[LetterKind, LetterRow]] = MappingProxyType(
    {
        LetterKind.CONSULTATION: LetterRow(
            matter=None,
            step=None,
            facts=Consultation,
            template="consultation.j2",
            form=Form.LETTER,
            needs=(*_ASKED, "case_name", "background", "grounds", "questions"),
            checks=(_asked, _unlisted_basis, _opinion),
        ),
        LetterKind.REPLY: LetterRow(
            matter=None,
            step=None,
            facts=Reply,
            template="reply.j2",
            form=Form.LETTER,
            needs=(*_ASKED, "in_reply_to.title", "about", "answers"),
            context=_answers,
            checks=(_answered,),
        ),
        LetterKind.MEETING_NOTICE: LetterRow(
            matter=None,
            step=None,
            facts=MeetingNotice,
            template="meeting_notice.j2",
            form=Form.LETTER,
            needs=(*_ASKED, "name", "place", "chair", "attendees", "agenda"),
            context=_meeting,
            checks=(_answer_in_time,),
        ),
        LetterKind.SIGN_IN: LetterRow(
            matter=None,
            step=None,
            facts=MeetingNotice,
            template="sign_in.j2",
            form=Form.TABLE,
            needs=("issue.agency", "name", "place"),
            context=_sign_in,
            blank=True,
        ),
        LetterKind.MINUTES: LetterRow(
            matter=None,
            step=None,
            facts=Minutes,
            template="minutes.j2",
            form=Form.MINUTES,
            needs=(*_SENT, "conference", "name", "place", "chair", "present"),
            context=_minutes,
            checks=(_decided,),
        ),
        LetterKind.BULLETIN: LetterRow(
            matter=None,
            step=None,
            facts=Bulletin,
            template="bulletin.j2",
            form=Form.DOCUMENT,
            needs=(*_ASKED, "subject", "facts", "source", "use_limit"),
        ),
        LetterKind.REPORT: LetterRow(
            matter=None,
            step=None,
            facts=OperationReport,
            template="report.j2",
            form=Form.DOCUMENT,
            needs=(*_ASKED, "mechanism", "work"),
            context=_report,
            checks=(_signers, _period),
        ),
        LetterKind.TYPICAL_CASE: LetterRow(
            matter=None,
            step=None,
            facts=TypicalCase,
            template="typical_case.j2",
            form=Form.DOCUMENT,
            needs=(
                "issue.agency",
                "name",
                "facts",
                "nature",
                "articles",
                "outcome",
                "approved_by",
            ),
        ),
    }
)
