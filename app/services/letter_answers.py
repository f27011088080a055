"""Facts of what the receiver of a case answers, and what the step of an answer says."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from app.documents.kinds.facts import Facts
from app.documents.kinds.facts_answers import (
    Acceptance,
    Filing,
    Forwarding,
    NonFiling,
    Result,
    Supplement,
)
from app.documents.kinds.letters import LetterKind
from app.kernel.canon import Plain
from app.services.letter_thread import Thread, Words


def _acceptance(thread: Thread) -> Facts:
    words = thread.words
    return Acceptance(
        case_name=thread.referral.case.name,
        letter=thread.reference(),
        received_at=thread.acknowledged(),
        registration=words.registration,
        office=words.office,
        officer=words.officer,
        phone=words.phone,
        enquiry=words.enquiry,
    )


def _supplement(thread: Thread) -> Facts:
    return Supplement(
        case_name=thread.referral.case.name,
        letter=thread.reference(),
        received_at=thread.acknowledged(),
        penal=thread.penal,
        missing=thread.words.missing,
    )


def _forwarding(thread: Thread) -> Facts:
    return Forwarding(
        case_name=thread.referral.case.name,
        letter=thread.reference(),
        received_at=thread.acknowledged(),
        penal=thread.penal,
        receiver=thread.words.receiver,
        reasons=thread.words.reasons,
    )


def _filing(thread: Thread) -> Facts:
    return Filing(
        case_name=thread.referral.case.name,
        letter=thread.reference(),
        received_at=thread.acknowledged(),
        penal=thread.penal,
        offence=thread.words.offence,
        articles=bool(thread.referral.articles),
    )


def _non_filing(thread: Thread) -> Facts:
    return NonFiling(
        case_name=thread.referral.case.name,
        letter=thread.reference(),
        received_at=thread.acknowledged(),
        penal=thread.penal,
        reasons=thread.words.reasons,
        returned=thread.words.returned,
    )


def _result(thread: Thread) -> Facts:
    return Result(
        case_name=thread.referral.case.name,
        letter=thread.reference(),
        result=thread.words.result,
        basis=thread.words.basis,
        enclosures=thread.words.enclosures,
    )


ANSWERS: Final[Mapping[LetterKind, Callable[[Thread], Facts]]] = MappingProxyType(
    {
        LetterKind.ACCEPTANCE: _acceptance,
        LetterKind.SUPPLEMENT: _supplement,
        LetterKind.FORWARDING: _forwarding,
        LetterKind.FILING: _filing,
        LetterKind.NON_FILING: _non_filing,
        LetterKind.RESULT: _result,
    }
)


def answer_fields(kind: LetterKind, words: Words) -> dict[str, Plain]:
    """What the step of an answer says; nothing for any other letter."""
    match kind:
        case LetterKind.ACCEPTANCE:
            return {"officer": words.officer, "phone": words.phone}
        case LetterKind.SUPPLEMENT:
            return {"missing": "\n".join(words.missing)}
        case LetterKind.FORWARDING:
            return {"receiver": words.receiver, "reasons": words.reasons}
        case LetterKind.FILING:
            return {"offence": words.offence}
        case LetterKind.NON_FILING:
            return {"reasons": words.reasons}
        case LetterKind.RESULT:
            return {"result": words.result}
        case _:
            return {}
