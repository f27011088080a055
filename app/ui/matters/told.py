"""How the steps of a matter, their fields and their deadlines are put into words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QCoreApplication

from app import wording
from app.kernel import clock
from app.kernel.canon import Plain
from app.rules.duties import Standing
from app.rules.packs import Confidence, Nature
from app.rules.procedures import PROCEDURES
from app.rules.steps import FieldKind, FieldSpec, Side, State, StepKind
from app.services.matters import MatterView, StepView
from app.services.threads import DutyView
from app.ui.problems import in_words
from app.ui.theme import Tone
from app.ui.widgets import due

translate = QCoreApplication.translate

_STATE_TONES: Final[Mapping[State, Tone]] = MappingProxyType(
    {
        State.DRAFT: Tone.NEUTRAL,
        State.PENDING: Tone.WARN,
        State.REFUSED: Tone.BAD,
        State.APPROVED: Tone.WARN,
        State.SUPPLEMENT: Tone.WARN,
        State.NOT_FILED: Tone.BAD,
        State.REVIEW_UPHELD: Tone.BAD,
        State.FILED: Tone.GOOD,
        State.RESULT_REPORTED: Tone.GOOD,
        State.ARTICLES_HANDED_OVER: Tone.GOOD,
        State.WITHDRAWN: Tone.NEUTRAL,
        State.ARCHIVED: Tone.NEUTRAL,
    }
)

_STANDING_TONES: Final[Mapping[Standing, Tone]] = MappingProxyType(
    {
        Standing.OVERDUE: Tone.BAD,
        Standing.TODAY: Tone.WARN,
        Standing.SOON: Tone.WARN,
        Standing.PAST_FIRST_DATE: Tone.WARN,
        Standing.PAST_SUGGESTION: Tone.WARN,
        Standing.RUNNING: Tone.GOOD,
        Standing.MET: Tone.GOOD,
    }
)

_CHOICES: Final = {
    **{key.value: text for key, text in wording.POSTS.items()},
    **{key.value: text for key, text in wording.DELIVERIES.items()},
}
_COUNTED: Final = frozenset({Standing.SOON, Standing.TODAY, Standing.OVERDUE})


def step(kind: StepKind) -> str:
    return in_words(wording.STEPS[kind])


def verb(kind: StepKind) -> str:
    """What a button says that records a step of *kind*."""
    if kind is StepKind.NOTICE_RECEIVED:
        return step(kind)
    return translate("matters", "登记“{step}”").format(step=step(kind))


def state(word: State) -> str:
    return in_words(wording.STATES[word])


def state_tone(word: State) -> Tone:
    return _STATE_TONES.get(word, Tone.INFO)


def field(name: str) -> str:
    """The label of a field of a step."""
    return in_words(wording.STEP_FIELDS.get(name, name))


def choice(word: str) -> str:
    """A word of a closed list in a step's field: a post, a way of delivery."""
    return in_words(_CHOICES.get(word, word))


def value(spec: FieldSpec, plain: Plain, matter: MatterView) -> str:
    """The contents of a field as a person reads them; empty when there is nothing to show."""
    if plain in (None, "") or spec.kind in (FieldKind.FILE, FieldKind.LETTER):
        return ""
    text = str(plain)
    match spec.kind:
        case FieldKind.MOMENT:
            return f"{clock.local(clock.from_text(text)):%Y-%m-%d %H:%M}"
        case FieldKind.CHOICE:
            return choice(text)
        case FieldKind.STEP:
            return _about(text, matter)
        case _:
            return text


def filled(view: StepView, matter: MatterView) -> dict[str, str]:
    """The labels and contents of the fields of a step, in the order of its form."""
    specs = PROCEDURES[matter.kind].rules[view.kind].fields
    told = {field(each.name): value(each, view.fields.get(each.name), matter) for each in specs}
    return {name: text for name, text in told.items() if text}


def party(side: Side, matter: MatterView) -> str:
    """The name of a part in a matter; the third is the procuratorate the copies go to."""
    match side:
        case Side.OPENER:
            return matter.opener
        case Side.COUNTERPART:
            return matter.counterpart
        case _:
            return matter.particulars.copy_to or translate("matters", "人民检察院")


def step_line(view: StepView) -> str:
    """A step in one line, for lists of steps to choose from."""
    number = str(view.fields.get("number", ""))
    at = f"{clock.local(view.occurred_at):%Y-%m-%d %H:%M}"
    return "　".join(part for part in (step(view.kind), number, at, view.author) if part)


def standing(view: DutyView, now: datetime) -> str:
    """The chip of a deadline: how far its listed date is, else the word of its standing."""
    if view.standing is Standing.RUNNING:
        return due.left(view.facts.due_at, now)
    if view.standing in _COUNTED:
        return due.words(view.facts.due_at, now)
    return in_words(wording.STANDINGS[view.standing])


def standing_tone(view: DutyView) -> Tone:
    return _STANDING_TONES.get(view.standing, Tone.NEUTRAL)


def dates(view: DutyView) -> list[str]:
    """The dates of a deadline, each with what it means."""
    facts = view.facts
    lines = []
    if facts.due_at:
        lines.append(translate("matters", "到期：{at}").format(at=due.moment(facts.due_at)))
    if facts.rolled_at and facts.rolled_at != facts.due_at:
        rolled = due.moment(facts.rolled_at)
        lines.append(translate("matters", "顺延后：{at}（节假日顺延）").format(at=rolled))
    if facts.latest_at and facts.latest_at not in (facts.due_at, facts.rolled_at):
        lines.append(translate("matters", "至迟：{at}").format(at=due.moment(facts.latest_at)))
    if facts.after_supplement:
        at = due.moment(facts.after_supplement)
        lines.append(translate("matters", "补正后另算：{at}").format(at=at))
    if facts.presumed:
        lines.append(translate("matters", "起算时间为推定：没有回执上的签收时间"))
    if facts.provisional:
        years = "、".join(map(str, facts.unknown_years))
        lines.append(translate("matters", "暂定：{years} 年放假安排未导入").format(years=years))
    return lines


def basis(view: DutyView) -> str:
    """All that a deadline rests on: article, quoted phrase, how sure."""
    parts = [view.article, f"“{view.quote}”" if view.quote else ""]
    if view.missed:
        parts.append(translate("matters", "未按期的后果：{text}").format(text=view.missed))
    parts.append(view.note)
    return "\n".join(part for part in parts if part)


def reserve(view: DutyView) -> str:
    """What must be known before a deadline is relied on; empty for a plain statutory duty."""
    parts = []
    if view.facts.nature is not Nature.DUTY:
        parts.append(translate("matters", "可以行使的权利或者时间窗口，过后不算逾期"))
    if view.confidence is Confidence.MEDIUM:
        parts.append(translate("matters", "把握中等，请核对原文"))
    if view.confidence is Confidence.NOT_LAW:
        parts.append(translate("matters", "机制内部建议，不是法定期限"))
    return "；".join(parts)


def _about(uid: str, matter: MatterView) -> str:
    found = next((each for each in matter.steps if each.uid == uid), None)
    return step_line(found) if found else uid
