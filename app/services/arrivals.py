"""How an entry that arrives becomes rows.

A type that is not in ``APPLY``, or a step of a kind this version does not know, is parked: its
bytes are kept and read again after an upgrade.
"""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import canon, files, plain
from app.kernel.errors import BundleFormError
from app.kernel.terms import MatterKind
from app.models import Attachment, Case, Evidence, Letter, Matter, Step
from app.rules import particulars
from app.rules.particulars import CaseFacts
from app.rules.steps import State, StepKind
from app.services import cases, entries, house, packs, threads
from app.services.entries import AttachmentFacts, LetterBody, MatterFacts, StepBody
from app.sync.entry import Entry
from app.vault.register import Register

Apply = Callable[[Register, Session, Entry], bool]
"""Makes rows of an entry; False when it must be parked."""


def apply(register: Register, session: Session, entry: Entry) -> bool:
    """Make rows of *entry*; False when this version does not know it and it must be parked.

    Raises:
        BundleFormError: it speaks of a record another agency owns.
        NotCanonicalError: its body is not what its type says.
    """
    act = APPLY.get(entry.head.type)
    if act is None:
        return False
    if entry.head.owner != entry.head.author:
        raise _foreign(entry)
    return act(register, session, entry)


def _foreign(entry: Entry) -> BundleFormError:
    return BundleFormError(reason=f"entry {entry.seq}: a record of another agency")


def _case(register: Register, session: Session, entry: Entry) -> bool:
    facts = plain.from_plain(CaseFacts, entry.plain)
    held = session.scalar(select(Case.owner_uid).where(Case.uid == facts.uid))
    if facts.uid != entry.head.record or held not in (None, entry.head.author):
        raise _foreign(entry)
    cases.take_extract(session, facts, entry.head.author, entry.head.version, register.clock.now())
    _evidence(session, facts, entry)
    return True


def _evidence(session: Session, facts: CaseFacts, entry: Entry) -> None:
    """The evidence list of an extract; the rows of its files came before it."""
    case_id = session.scalars(select(Case.id).where(Case.uid == facts.uid)).one()
    for item in facts.evidence:
        row = session.scalar(select(Evidence).where(Evidence.uid == item.uid))
        if row is not None and row.case_id != case_id:
            raise _foreign(entry)
        row = row or Evidence(uid=item.uid, case_id=case_id, owner_uid=entry.head.author)
        for name in ("name", "kind", "source", "collectors", "collected_on", "place"):
            setattr(row, name, getattr(item, name))
        row.original, row.pages = item.original, item.pages
        row.attachment_id = session.scalar(
            select(Attachment.id).where(Attachment.sha256 == item.sha256)
        )
        session.add(row)
    session.flush()


def _attachment(register: Register, session: Session, entry: Entry) -> bool:
    facts = plain.from_plain(AttachmentFacts, entry.plain)
    if session.scalar(select(Attachment.id).where(Attachment.sha256 == facts.sha256)) is None:
        session.add(
            Attachment(
                sha256=facts.sha256,
                size=facts.size,
                name=files.clean_name(facts.name),
                added_at=register.clock.now(),
                owner_uid=entry.head.author,
                destroyed_at=None,
            )
        )
        session.flush()
    return True


def _matter(register: Register, session: Session, entry: Entry) -> bool:  # noqa: ARG001
    facts = plain.from_plain(MatterFacts, entry.plain)
    if facts.kind not in set(MatterKind):
        return False
    kind = MatterKind(facts.kind)
    if facts.particulars_version > particulars.VERSIONS[kind]:
        return False
    particulars.read(kind, facts.particulars_version, facts.particulars)
    own = house.own_agency(session).uid
    known = session.scalar(select(Matter.id).where(Matter.uid == facts.uid))
    parties = (facts.opener, facts.counterpart)
    if known is not None or parties != (entry.head.author, own) or facts.uid != entry.head.record:
        raise _foreign(entry)
    session.add(
        Matter(
            uid=facts.uid,
            kind=kind,
            mechanism_uid=facts.mechanism,
            opener_uid=facts.opener,
            counterpart_uid=facts.counterpart,
            case_uid=facts.case,
            subject=facts.subject,
            basis=facts.basis,
            opened_at=facts.opened_at,
            particulars=facts.particulars,
            particulars_version=facts.particulars_version,
            pack_hash=packs.current_hash(session),
            state=State.ISSUED,
            shared=True,
        )
    )
    session.flush()
    return True


def _step(register: Register, session: Session, entry: Entry) -> bool:  # noqa: ARG001
    facts = plain.from_plain(StepBody, entry.plain)
    matter = session.scalar(select(Matter).where(Matter.uid == facts.matter))
    if matter is None or facts.kind not in set(StepKind):
        return False
    _refuse_foreign(session, matter, entry, Step, facts.uid)
    session.add(
        Step(
            uid=facts.uid,
            matter_id=matter.id,
            author_uid=entry.head.author,
            number=facts.number,
            kind=facts.kind,
            after=list(facts.after),
            occurred_at=facts.occurred_at,
            recorded_at=facts.recorded_at,
            recorded_by=facts.recorded_by,
            carrier=facts.carrier,
            internal=False,
            fields=facts.fields,
            attachment_sha256=facts.sha256 or None,
        )
    )
    session.flush()
    threads.refold(session, matter)
    return True


def _letter(register: Register, session: Session, entry: Entry) -> bool:  # noqa: ARG001
    facts = plain.from_plain(LetterBody, entry.plain)
    matter = session.scalar(select(Matter).where(Matter.uid == facts.matter))
    if matter is None:
        return False
    _refuse_foreign(session, matter, entry, Letter, facts.uid)
    session.add(
        Letter(
            uid=facts.uid,
            matter_id=matter.id,
            author_uid=entry.head.author,
            kind=facts.kind,
            way=facts.way,
            number=facts.number,
            title=facts.title,
            signer=facts.signer,
            dated_on=facts.dated_on,
            issued_at=facts.issued_at,
            model=canon.dumps(facts.model) if facts.model else None,
            template_hash=facts.template_hash,
            fonts_hash=facts.fonts_hash,
            check_code=facts.check_code,
            attachment_sha256=facts.sha256,
        )
    )
    session.flush()
    return True


def _refuse_foreign(
    session: Session, matter: Matter, entry: Entry, kind: type[Step] | type[Letter], uid: str
) -> None:
    """Only a party of the matter writes in it, under a uid nobody used before."""
    party = entry.head.author in (matter.opener_uid, matter.counterpart_uid)
    taken = session.scalar(select(kind.id).where(kind.uid == uid)) is not None
    if not party or taken or uid != entry.head.record:
        raise _foreign(entry)


APPLY: Final = MappingProxyType(
    {
        entries.CASE: _case,
        entries.ATTACHMENT: _attachment,
        entries.MATTER: _matter,
        entries.STEP: _step,
        entries.LETTER: _letter,
    }
)
