"""What the officer writes for a letter and no record holds yet: its fields, and what they say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.documents.kinds.letters import LetterKind
from app.services.letter_thread import Words
from app.ui.widgets.dates import OptionalDay
from app.ui.widgets.form import Form

_OF: Final[Mapping[LetterKind, tuple[str, ...]]] = MappingProxyType(
    {
        LetterKind.APPROVAL: ("summary", "opinion"),
        LetterKind.SERVICE: ("place",),
        LetterKind.REVIEW_REQUEST: ("reasons", "enclosures"),
        LetterKind.SUPERVISION: ("reasons", "enclosures"),
        LetterKind.FEEDBACK: ("questions", "basis"),
        LetterKind.HANDOVER: ("place", "custody"),
        LetterKind.NOT_REFERRED: ("standard", "handling"),
        LetterKind.AUDIT_REFERRAL: ("project", "period", "audit_opinion"),
        LetterKind.CLUE: ("first_opinion", "secrecy"),
        LetterKind.REMINDER: ("wanted_by",),
        LetterKind.OPINION_REPLY: ("numbered", "dated", "result", "enclosures"),
        LetterKind.ACCEPTANCE: ("registration", "office", "officer", "phone", "enquiry"),
        LetterKind.SUPPLEMENT: ("missing",),
        LetterKind.FORWARDING: ("receiver", "reasons"),
        LetterKind.FILING: ("offence",),
        LetterKind.NON_FILING: ("reasons", "returned"),
        LetterKind.RESULT: ("result", "basis", "enclosures"),
    }
)

_OF_STEP: Final[Mapping[LetterKind, tuple[str, ...]]] = MappingProxyType(
    {
        LetterKind.REVIEW_REQUEST: ("reasons",),
        LetterKind.SUPERVISION: ("reasons",),
        LetterKind.ACCEPTANCE: ("officer", "phone"),
        LetterKind.SUPPLEMENT: ("missing",),
        LetterKind.FORWARDING: ("receiver", "reasons"),
        LetterKind.FILING: ("offence",),
        LetterKind.NON_FILING: ("reasons",),
        LetterKind.RESULT: ("result",),
    }
)
"""Where the text was finished elsewhere, only its step is to be told."""

ASKS_FOR_WORDS: Final = frozenset(_OF)

_LISTS: Final = frozenset({"enclosures", "questions", "missing", "returned"})
"""One item a line."""
_SHORT: Final = frozenset(
    {
        "project",
        "period",
        "numbered",
        "registration",
        "office",
        "officer",
        "phone",
        "enquiry",
        "receiver",
        "offence",
    }
)
_DAYS: Final = frozenset({"dated", "wanted_by"})
_KEPT_AS: Final = MappingProxyType({"audit_opinion": "opinion", "first_opinion": "opinion"})
"""Fields that are called otherwise in some letters."""
_WRITTEN_AS: Final = MappingProxyType({"opinion.number": "numbered"})
"""What a letter needs, and the word it is made of."""


class LetterWords(QObject):
    """The fields of the words of one kind of letter, in *form*."""

    def __init__(self, form: Form, kind: LetterKind, today: date) -> None:
        super().__init__(form)
        self._form = form
        self._kind = kind
        self._today = today
        self.fields: dict[str, QWidget] = {}

    def add(self, *, of_step: bool = False) -> None:
        """Ask for all words, or for those alone that the step of the letter tells."""
        for name in (_OF_STEP if of_step else _OF).get(self._kind, ()):
            field = self._field(name)
            hint = self.tr("一行一项") if name in _LISTS else ""
            self._form.add(name, self._labels()[name], field, hint=hint)
            self.fields[name] = field

    def words(self) -> Words:
        said: dict[str, str | tuple[str, ...] | date | None] = {
            _KEPT_AS.get(name, name): self._said(name, field) for name, field in self.fields.items()
        }
        return Words(**said)  # type: ignore[arg-type]

    def named(self, missing: tuple[str, ...]) -> tuple[str, ...]:
        """The fields of those among what a letter is *missing* that are written here."""
        said = {_KEPT_AS.get(name, name): name for name in self.fields}
        return tuple(
            said[name] for each in missing if (name := _WRITTEN_AS.get(each, each)) in said
        )

    def _field(self, name: str) -> QWidget:
        if name in _DAYS:
            return OptionalDay(self._today)
        if name in _SHORT:
            return QLineEdit()
        field = QPlainTextEdit()
        field.setTabChangesFocus(True)
        field.setFixedHeight(self._form.fontMetrics().height() * 4 + 16)
        return field

    def _said(self, name: str, field: QWidget) -> str | tuple[str, ...] | date | None:
        if isinstance(field, OptionalDay):
            return field.day()
        text = self._form.text_of(name).strip()
        if name in _LISTS:
            return tuple(line for each in text.splitlines() if (line := each.strip()))
        return text

    def _labels(self) -> dict[str, str]:
        return {
            "summary": self.tr("案情摘要"),
            "opinion": self.tr("拟办意见"),
            "place": self.tr("送达地点")
            if self._kind is LetterKind.SERVICE
            else self.tr("交接地点"),
            "reasons": self.tr("理由"),
            "enclosures": self.tr("附送材料"),
            "questions": self.tr("商请反馈的事项"),
            "basis": self.tr("依据"),
            "custody": self.tr("保管约定（选填）"),
            "standard": self.tr("与立案追诉标准的对照"),
            "handling": self.tr("其他处理"),
            "project": self.tr("审计项目名称"),
            "period": self.tr("审计范围和期间"),
            "audit_opinion": self.tr("审计意见"),
            "first_opinion": self.tr("初步意见"),
            "secrecy": self.tr("保密要求"),
            "wanted_by": self.tr("希望何时前函复（选填）"),
            "numbered": self.tr("检察意见书文号"),
            "dated": self.tr("检察意见书日期（选填）"),
            "result": self.tr("办理结果")
            if self._kind is LetterKind.OPINION_REPLY
            else self.tr("处理结果"),
            "registration": self.tr("受案登记表文号（选填）"),
            "office": self.tr("承办单位（选填）"),
            "officer": self.tr("承办人"),
            "phone": self.tr("联系电话"),
            "enquiry": self.tr("查询方式"),
            "missing": self.tr("需要补正的材料"),
            "returned": self.tr("随文退回的案卷材料（选填）"),
            "receiver": self.tr("移送至（有管辖权的机关）"),
            "offence": self.tr("立案罪名"),
        }
