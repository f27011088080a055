"""The parts of a filled template as one document."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from app.documents.kinds import markup
from app.documents.kinds.facts import Issue
from app.documents.kinds.markup import Part
from app.documents.model import Annex, Form, OfficialDocument, Printing, Receipt, Signature

_SINGLE: Final = frozenset(
    {
        "title",
        "addressee",
        "body",
        "attachments",
        "signature",
        "contact",
        "copy_to",
        "receipt",
        "receipt.addressee",
        "receipt.text",
        "receipt.fields",
        "mark",
        "signers",
        "urgency",
        "attendance",
        "printing",
    }
)
_ANNEX: Final = frozenset({"annex", "coded annex", "landscape annex", "coded landscape annex"})
_OF_ANNEX: Final = frozenset({"annex.label", "annex.body", "annex.fields"})


def assemble(form: Form, parts: Sequence[Part], issue: Issue) -> OfficialDocument:
    """The document that *parts* say; ValueError when a part is unknown, doubled or missing."""
    single, annexes = _sorted(parts)
    return OfficialDocument(
        form=form,
        agency=issue.agency,
        title=markup.plain_text(single["title"]),
        number=issue.number,
        addressee=_words(single, "addressee"),
        body=markup.blocks(single["body"]),
        attachments=markup.items(single["attachments"]) if "attachments" in single else (),
        signature=_signature(form, single, issue),
        contact=_words(single, "contact"),
        copy_to=_words(single, "copy_to"),
        receipt=_receipt(single),
        annexes=tuple(_annex(group) for group in annexes),
        exercise=issue.exercise,
        urgency=_words(single, "urgency") or issue.urgency,
        mark=_words(single, "mark"),
        joint=issue.joint,
        serial=issue.serial,
        signers=markup.items(single["signers"]) if "signers" in single else (),
        attendance=markup.attendance(single["attendance"]) if "attendance" in single else (),
        printing=_printing(single, issue),
    )


def _sorted(parts: Sequence[Part]) -> tuple[dict[str, Part], list[list[Part]]]:
    """The parts that occur once by name, and the parts of each annex together."""
    single: dict[str, Part] = {}
    annexes: list[list[Part]] = []
    for part in parts:
        if part.name in _ANNEX:
            annexes.append([part])
        elif part.name in _OF_ANNEX and annexes:
            annexes[-1].append(part)
        elif part.name in _SINGLE and part.name not in single:
            single[part.name] = part
        else:
            raise ValueError(f"part {part.name!r} is unknown or out of place")
    if missing := {"title", "body"} - single.keys():
        raise ValueError(f"no part {min(missing)!r}")
    return single, annexes


def _words(single: dict[str, Part], name: str) -> str:
    return markup.plain_text(single[name]) if name in single else ""


def _signature(form: Form, single: dict[str, Part], issue: Issue) -> Signature | None:
    if "signature" not in single:
        return None
    sealed = form is not Form.MINUTES
    return Signature(_words(single, "signature"), issue.day, sealed, issue.joint)


def _printing(single: dict[str, Part], issue: Issue) -> Printing | None:
    """7.4.3: whoever prints it; a template may ask for the line before the office is known."""
    organ = issue.printer or _words(single, "printing")
    return Printing(organ, issue.day) if organ and "printing" in single else None


def _receipt(single: dict[str, Part]) -> Receipt | None:
    if "receipt" not in single:
        return None
    return Receipt(
        title=_words(single, "receipt"),
        addressee=_words(single, "receipt.addressee"),
        paragraphs=markup.paragraphs(single["receipt.text"]),
        fields=markup.fields(single["receipt.fields"]),
    )


def _annex(group: Sequence[Part]) -> Annex:
    first, *rest = group
    of = {part.name: part for part in rest}
    return Annex(
        label=_words(of, "annex.label"),
        title=markup.plain_text(first),
        body=markup.blocks(of["annex.body"]),
        fields=markup.fields(of["annex.fields"]) if "annex.fields" in of else (),
        coded="coded" in first.name.split(),
        landscape="landscape" in first.name.split(),
    )
