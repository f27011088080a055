"""How an entry that arrives becomes rows.

What a later version wrote is parked: an entry of a type that is not in ``APPLY``, a step of a kind
this version does not know. Its bytes are kept and read again (``services.waiting``) when what it
speaks of has come, or after an upgrade. What is of a known type but wrong is refused: kept as
evidence, without effect.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from app.kernel import canon, files, plain
from app.kernel.errors import BundleError, EntryRefusedError, NotCanonicalError, RulesError
from app.kernel.terms import MatterKind, is_uid, new_uid
from app.models import Attachment, Case, CaseParty, Evidence, Letter, Matter, Party, Step
from app.rules import particulars
from app.rules.particulars import CaseFacts, PartyFacts
from app.rules.procedures import PROCEDURES
from app.rules.steps import State, StepKind, readable
from app.services import cases, entries, extracts, packs, roster, sightings, threads
from app.services.batch import Lookup
from app.services.entries import AttachmentFacts, LetterBody, MatterFacts, StepBody
from app.services.taking import (
    AWAITED,
    CASES,
    EVIDENCE,
    FILES,
    LETTERS,
    MATTERS,
    PARTIES,
    STEPS,
    TOGETHER,
)
from app.services.taking import Taking as Taking
from app.sync.entry import Entry
from app.sync.statements import PACK, RECEIPT, ROSTER, WITHDRAW, PackBody, Withdraw

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_KINDS: Final = frozenset(MatterKind)
_STEP_KINDS: Final = frozenset(StepKind)


Apply = Callable[[Taking, Entry], bool]
"""Makes rows of an entry; False when it must be parked."""


def apply(taking: Taking, entry: Entry) -> bool:
    """Make rows of *entry*; False when this version does not know it and it must be parked.

    Raises:
        EntryRefusedError: it speaks of a record another agency owns, uses a number or uid that
            is taken, or its body is not what its type says.
    """
    act = APPLY.get(entry.head.type)
    if act is None:
        return False
    try:
        if entry.head.type in TOGETHER:
            return act(taking, entry)
        with taking.alone():
            return act(taking, entry)
    except EntryRefusedError:
        raise
    except (NotCanonicalError, BundleError, RulesError) as error:
        raise _refused(entry, f"{error.code} {error}") from error


def refold(taking: Taking) -> None:
    """Bring the state and the duties of every matter with new steps up to date."""
    taking.batch.flush()
    threads.refold_all(taking.session, sorted(taking.grown))
    taking.grown.clear()


def _refused(entry: Entry, reason: str) -> EntryRefusedError:
    return EntryRefusedError(seq=entry.seq, type=entry.head.type, reason=reason[:200])


def _foreign(entry: Entry) -> EntryRefusedError:
    return _refused(entry, "a record of another agency, or one that is there already")


# -- cases ---------------------------------------------------------------------------------


def _case(taking: Taking, entry: Entry) -> bool:
    facts = plain.from_plain(CaseFacts, taking.spoken(entry))
    author, version = entry.head.author, entry.head.version
    key, owner, held = taking.batch.get(CASES, facts.uid) or (0, author, 0)
    if facts.uid != entry.head.record or owner != author:
        raise _foreign(entry)
    if not key:
        _new_case(taking, facts, entry)
    elif held < version:
        with taking.alone():
            session = taking.session
            facts = replace(facts, parties=_own_parties(session, facts))
            cases.take_extract(session, facts, author, version, taking.register.clock.now())
            _evidence(session, facts, entry)
    return True


def _new_case(taking: Taking, facts: CaseFacts, entry: Entry) -> None:
    """The rows of an extract; the rows of its files came before it, or it waits for them."""
    batch, author = taking.batch, entry.head.author
    items = {item.uid: item for item in facts.evidence}
    for uid in items:
        if not is_uid(uid):
            raise _refused(entry, "evidence without a uid")
        if batch.get(EVIDENCE, uid) is not None:
            raise _foreign(entry)
    named = [party.uid for party in facts.parties]
    used = {uid for uid in named if batch.get(PARTIES, uid) is not None}
    facts = replace(facts, parties=_renamed(facts.parties, used))
    now = taking.register.clock.now()
    key = extracts.put_in(batch, facts, author, entry.head.version, now)
    batch.note(CASES, facts.uid, key, author, entry.head.version)
    for party in facts.parties:
        batch.note(PARTIES, party.uid, 0)
    for item in items.values():
        file = batch.get(FILES, item.sha256) if item.sha256 else None
        extracts.add_evidence(batch, key, item, author, file[0] if file else None)
        batch.note(EVIDENCE, item.uid, key)
        if item.sha256 and not file:
            batch.note(AWAITED, item.sha256, author)


def _own_parties(session: Session, facts: CaseFacts) -> tuple[PartyFacts, ...]:
    """The parties of a case that is held, as ``_renamed``."""
    elsewhere = (
        select(Party.uid)
        .join(CaseParty)
        .join(Case, Case.id == CaseParty.case_id)
        .where(Party.uid.in_([party.uid for party in facts.parties]), Case.uid != facts.uid)
    )
    return _renamed(facts.parties, set(session.scalars(elsewhere)))


def _renamed(parties: tuple[PartyFacts, ...], used: Collection[str]) -> tuple[PartyFacts, ...]:
    """*parties* with a fresh uid for every one whose own is *used* in another case, or twice here:
    nobody writes the parties of a case of somebody else.
    """
    named = [party.uid for party in parties]
    taken = {*used, *(uid for uid in named if named.count(uid) > 1)}
    return tuple(
        replace(party, uid=new_uid()) if party.uid in taken or not is_uid(party.uid) else party
        for party in parties
    )


def _evidence(session: Session, facts: CaseFacts, entry: Entry) -> None:
    """The evidence list of a later version of an extract."""
    case_id = session.scalars(select(Case.id).where(Case.uid == facts.uid)).one()
    for item in facts.evidence:
        if not is_uid(item.uid):
            raise _refused(entry, "evidence without a uid")
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
        row.awaited = None if row.attachment_id is not None else item.sha256 or None
        session.add(row)
    session.flush()


def _attachment(taking: Taking, entry: Entry) -> bool:
    """A file gets its row with its bytes: a statement alone proves neither size nor content.

    Bytes that came from elsewhere count for nobody but whom they came from, and whom we told of
    them: else a statement would tell whether a file is here, and a wish for it bring it.
    """
    facts = plain.from_plain(AttachmentFacts, taking.spoken(entry))
    if not _DIGEST.fullmatch(facts.sha256):
        raise _refused(entry, "not a SHA-256")
    batch, size = taking.batch, taking.sizes.get(facts.sha256)
    if size is None and not entries.is_shared(taking.session, entry.head.author, facts.sha256):
        return False
    if batch.get(FILES, facts.sha256) is not None:
        return True
    if size is None and taking.register.attachments.has(facts.sha256):
        # It came before its entry could be read.
        size = taking.register.attachments.verify(facts.sha256, facts.name)
    if size is None:
        return False
    key = batch.add(
        Attachment,
        sha256=facts.sha256,
        size=size,
        name=files.clean_name(facts.name),
        added_at=taking.register.clock.now(),
        owner_uid=entry.head.author,
        destroyed_at=None,
    )
    batch.note(FILES, facts.sha256, key)
    _link(taking, facts.sha256, key, entry.head.author)
    return True


def _link(taking: Taking, sha256: str, key: int, author: str) -> None:
    """Let the evidence that named this file before it came find it."""
    if taking.batch.get(AWAITED, sha256) is not None:
        taking.batch.flush()
        waiting = (Evidence.awaited == sha256, Evidence.owner_uid == author)
        taking.session.execute(
            update(Evidence).where(*waiting).values(attachment_id=key, awaited=None)
        )


def _roster(taking: Taking, entry: Entry) -> bool:
    """A roster somebody passes on: its own signatures count, not the carrier's."""
    said = entry.plain
    data = canon.dumps(said.get("roster", {}) if isinstance(said, dict) else {})
    roster.take_in_relayed(taking.register, taking.session, data, entry.head.author)
    return True


def _pack(taking: Taking, entry: Entry) -> bool:
    """A rule pack of the lead's."""
    said = plain.from_plain(PackBody, entry.plain)
    packs.take_in(taking.register, taking.session, said.data.encode(), entry.head.author)
    return True


def _withdraw(taking: Taking, entry: Entry) -> bool:
    """The author takes a case back; what is held of it says so from now on."""
    said = plain.from_plain(Withdraw, entries.spoken(entry))
    case = taking.session.scalar(select(Case).where(Case.uid == entry.head.record))
    if case is None:
        return True
    if case.owner_uid != entry.head.author or said.type != entries.CASE:
        raise _foreign(entry)
    case.withdrawn_at, case.withdrawal_reason = entry.head.at, said.reason
    case.version = max(case.version, entry.head.version)
    taking.session.flush()
    return True


# -- matters -------------------------------------------------------------------------------


def _matter(taking: Taking, entry: Entry) -> bool:
    facts = plain.from_plain(MatterFacts, taking.spoken(entry))
    if facts.kind not in _KINDS:
        return False
    kind = MatterKind(facts.kind)
    if facts.particulars_version > particulars.VERSIONS[kind]:
        return False
    _check_matter(taking, facts, kind, entry)
    key = taking.batch.add(
        Matter,
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
        pack_hash=taking.batch.once("pack", lambda: packs.current_hash(taking.session)),
        state=State.ISSUED,
        shared=True,
    )
    taking.batch.note(MATTERS, facts.uid, key, kind, facts.opener, facts.counterpart)
    return True


def _check_matter(taking: Taking, facts: MatterFacts, kind: MatterKind, entry: Entry) -> None:
    """A new matter, opened by its author towards us (or by us), about a case of its author."""
    about = particulars.read(kind, facts.particulars_version, facts.particulars).case.uid
    case = taking.batch.get(CASES, facts.case)
    known = taking.batch.get(MATTERS, facts.uid)
    author, own = entry.head.author, taking.own
    towards = facts.counterpart if author == own else own
    owner = case[1] if case else None
    said = (facts.uid, facts.opener, facts.counterpart, owner, about)
    if known is not None or said != (entry.head.record, author, towards, author, facts.case):
        raise _foreign(entry)


def _step(taking: Taking, entry: Entry) -> bool:
    facts = plain.from_plain(StepBody, taking.spoken(entry))
    matter = taking.batch.get(MATTERS, facts.matter)
    if matter is None or facts.kind not in _STEP_KINDS:
        return False
    _refuse_foreign(taking, matter, entry, STEPS, facts.uid)
    fields, wrong = readable(PROCEDURES[matter[1]].rules[StepKind(facts.kind)], facts.fields)
    if wrong or not (facts.sha256 == "" or _DIGEST.fullmatch(facts.sha256)):
        raise _refused(entry, f"fields of another shape: {wrong or 'sha256'}")
    if facts.number < 1:
        raise _refused(entry, f"step number {facts.number}")
    key = taking.batch.add(
        Step,
        uid=facts.uid,
        matter_id=matter[0],
        author_uid=entry.head.author,
        number=facts.number,
        kind=facts.kind,
        after=list(facts.after),
        occurred_at=facts.occurred_at,
        recorded_at=facts.recorded_at,
        recorded_by=facts.recorded_by,
        carrier=facts.carrier,
        internal=False,
        fields=fields,
        attachment_sha256=facts.sha256 or None,
    )
    taking.batch.note(STEPS, facts.uid, key)
    taking.grown.add(matter[0])
    return True


def _letter(taking: Taking, entry: Entry) -> bool:
    facts = plain.from_plain(LetterBody, taking.spoken(entry))
    matter = taking.batch.get(MATTERS, facts.matter)
    if matter is None:
        return False
    _refuse_foreign(taking, matter, entry, LETTERS, facts.uid)
    if not _DIGEST.fullmatch(facts.sha256):
        raise _refused(entry, "not a SHA-256")
    # As it was signed: the check code is over it.
    model = entry.plain.get("model")
    key = taking.batch.add(
        Letter,
        uid=facts.uid,
        matter_id=matter[0],
        author_uid=entry.head.author,
        kind=facts.kind,
        way=facts.way,
        number=facts.number,
        title=facts.title,
        signer=facts.signer,
        dated_on=facts.dated_on,
        issued_at=facts.issued_at,
        model=canon.dumps(model) if model else None,
        template_hash=facts.template_hash,
        fonts_hash=facts.fonts_hash,
        check_code=facts.check_code,
        attachment_sha256=facts.sha256,
    )
    taking.batch.note(LETTERS, facts.uid, key)
    return True


def _refuse_foreign(
    taking: Taking, matter: tuple[Any, ...], entry: Entry, lookup: Lookup, uid: str
) -> None:
    """Only a party of the matter writes in it, under a uid nobody used before."""
    _, _, opener, counterpart = matter
    taken = taking.batch.get(lookup, uid) is not None
    if entry.head.author not in (opener, counterpart) or taken or uid != entry.head.record:
        raise _foreign(entry)


def _receipt(taking: Taking, entry: Entry) -> bool:
    sightings.heed(taking.register, taking.session, entry)
    return True


APPLY: Final[Mapping[str, Apply]] = MappingProxyType(
    {
        entries.CASE: _case,
        entries.ATTACHMENT: _attachment,
        entries.MATTER: _matter,
        entries.STEP: _step,
        entries.LETTER: _letter,
        WITHDRAW: _withdraw,
        ROSTER: _roster,
        PACK: _pack,
        RECEIPT: _receipt,
    }
)
