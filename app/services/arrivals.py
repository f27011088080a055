"""How an entry that arrives becomes rows.

What a later version wrote is parked: an entry of a type that is not in ``APPLY``, a step of a kind
this version does not know. Its bytes are kept and read again (``services.waiting``) when what it
speaks of has come, or after an upgrade. What is of a known type but wrong is refused: kept as
evidence, without effect.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from app.kernel import canon, files, plain
from app.kernel.errors import BundleError, EntryRefusedError, NotCanonicalError, RulesError
from app.kernel.terms import MatterKind, is_uid, new_uid
from app.models import Attachment, Case, CaseParty, Evidence, Letter, Matter, Party, Step
from app.models import Entry as EntryRow
from app.rules import particulars
from app.rules.particulars import CaseFacts
from app.rules.procedures import PROCEDURES
from app.rules.steps import State, StepKind, readable
from app.services import cases, entries, house, outbox, packs, roster, sightings, threads
from app.services.entries import AttachmentFacts, LetterBody, MatterFacts, StepBody
from app.sync.entry import Entry
from app.sync.statements import PACK, RECEIPT, ROSTER, WITHDRAW, PackBody, Withdraw
from app.vault.register import Register

_DIGEST: Final = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Taking:
    """One taking in, inside the caller's transaction.

    *sizes* gives the measured bytes of each attachment that came along, by its SHA-256. *grown*
    collects the matters whose thread has new steps, by their local key: each is folded once, by
    ``refold``.
    """

    register: Register
    session: Session
    sizes: Mapping[str, int]
    grown: dict[int, Matter] = field(default_factory=dict)


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
        # One that is refused leaves nothing of what it had begun.
        with taking.session.begin_nested():
            return act(taking, entry)
    except EntryRefusedError:
        raise
    except (NotCanonicalError, BundleError, RulesError) as error:
        raise _refused(entry, f"{error.code} {error}") from error


def refold(taking: Taking) -> None:
    """Bring the state and the duties of every matter with new steps up to date."""
    for matter in taking.grown.values():
        threads.refold(taking.session, matter)


def _refused(entry: Entry, reason: str) -> EntryRefusedError:
    return EntryRefusedError(seq=entry.seq, type=entry.head.type, reason=reason[:200])


def _foreign(entry: Entry) -> EntryRefusedError:
    return _refused(entry, "a record of another agency, or one that is there already")


# -- cases ---------------------------------------------------------------------------------


def _case(taking: Taking, entry: Entry) -> bool:
    facts = plain.from_plain(CaseFacts, entries.spoken(entry))
    session, author, version = taking.session, entry.head.author, entry.head.version
    held = session.scalar(select(Case).where(Case.uid == facts.uid))
    if facts.uid != entry.head.record or (held is not None and held.owner_uid != author):
        raise _foreign(entry)
    if held is None or held.version < version:
        facts = _own_parties(session, facts)
        cases.take_extract(session, facts, author, version, taking.register.clock.now())
        _evidence(session, facts, entry)
    return True


def _own_parties(session: Session, facts: CaseFacts) -> CaseFacts:
    """*facts* with a fresh uid for every party whose own is used in another case, or twice here:
    nobody writes the parties of a case of somebody else.
    """
    named = [party.uid for party in facts.parties]
    elsewhere = (
        select(Party.uid)
        .join(CaseParty)
        .join(Case, Case.id == CaseParty.case_id)
        .where(Party.uid.in_(named), Case.uid != facts.uid)
    )
    taken = {*session.scalars(elsewhere), *(uid for uid in named if named.count(uid) > 1)}
    parties = tuple(
        replace(party, uid=new_uid()) if party.uid in taken or not is_uid(party.uid) else party
        for party in facts.parties
    )
    return replace(facts, parties=parties)


def _evidence(session: Session, facts: CaseFacts, entry: Entry) -> None:
    """The evidence list of an extract; the rows of its files came before it."""
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
        session.add(row)
    session.flush()


def _attachment(taking: Taking, entry: Entry) -> bool:
    """A file gets its row with its bytes: a statement alone proves neither size nor content.

    Bytes that came from elsewhere count for nobody but whom they came from, and whom we told of
    them: else a statement would tell whether a file is here, and a wish for it bring it.
    """
    facts = plain.from_plain(AttachmentFacts, entries.spoken(entry))
    if not _DIGEST.fullmatch(facts.sha256):
        raise _refused(entry, "not a SHA-256")
    session, size = taking.session, taking.sizes.get(facts.sha256)
    if size is None and not entries.is_shared(session, entry.head.author, facts.sha256):
        return False
    held = session.scalar(select(Attachment.id).where(Attachment.sha256 == facts.sha256))
    if held is not None:
        return True
    if size is None and taking.register.attachments.has(facts.sha256):
        # It came before its entry could be read.
        size = taking.register.attachments.verify(facts.sha256, facts.name)
    if size is None:
        return False
    session.add(
        Attachment(
            sha256=facts.sha256,
            size=size,
            name=files.clean_name(facts.name),
            added_at=taking.register.clock.now(),
            owner_uid=entry.head.author,
            destroyed_at=None,
        )
    )
    session.flush()
    _link(taking, facts.sha256, entry)
    return True


def _link(taking: Taking, sha256: str, entry: Entry) -> None:
    """Let the evidence that named this file before it came find it."""
    stated = taking.session.scalars(
        select(EntryRow)
        .where(EntryRow.type == entries.CASE, EntryRow.body.contains(sha256.encode()))
        .order_by(EntryRow.id)
    )
    for row in stated:
        said = outbox.restored(row)
        held = taking.session.scalar(select(Case).where(Case.uid == row.record_uid))
        ours = said.head.author == entry.head.author
        if ours and held is not None and held.version == row.version:
            _evidence(taking.session, plain.from_plain(CaseFacts, entries.spoken(said)), said)


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
    facts, session = plain.from_plain(MatterFacts, entries.spoken(entry)), taking.session
    if facts.kind not in set(MatterKind):
        return False
    kind = MatterKind(facts.kind)
    if facts.particulars_version > particulars.VERSIONS[kind]:
        return False
    _check_matter(session, facts, kind, entry)
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


def _check_matter(session: Session, facts: MatterFacts, kind: MatterKind, entry: Entry) -> None:
    """A new matter, opened by its author towards us (or by us), about a case of its author."""
    about = particulars.read(kind, facts.particulars_version, facts.particulars).case.uid
    owner = session.scalar(select(Case.owner_uid).where(Case.uid == facts.case))
    known = session.scalar(select(Matter.id).where(Matter.uid == facts.uid))
    author, own = entry.head.author, house.own_agency(session).uid
    towards = facts.counterpart if author == own else own
    said = (facts.uid, facts.opener, facts.counterpart, owner, about)
    if known is not None or said != (entry.head.record, author, towards, author, facts.case):
        raise _foreign(entry)


def _step(taking: Taking, entry: Entry) -> bool:
    facts, session = plain.from_plain(StepBody, entries.spoken(entry)), taking.session
    matter = session.scalar(select(Matter).where(Matter.uid == facts.matter))
    if matter is None or facts.kind not in set(StepKind):
        return False
    _refuse_foreign(session, matter, entry, Step, facts.uid)
    fields, wrong = readable(PROCEDURES[matter.kind].rules[StepKind(facts.kind)], facts.fields)
    if wrong or not (facts.sha256 == "" or _DIGEST.fullmatch(facts.sha256)):
        raise _refused(entry, f"fields of another shape: {wrong or 'sha256'}")
    if facts.number < 1:
        raise _refused(entry, f"step number {facts.number}")
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
            fields=fields,
            attachment_sha256=facts.sha256 or None,
        )
    )
    session.flush()
    taking.grown[matter.id] = matter
    return True


def _letter(taking: Taking, entry: Entry) -> bool:
    facts, session = plain.from_plain(LetterBody, entries.spoken(entry)), taking.session
    matter = session.scalar(select(Matter).where(Matter.uid == facts.matter))
    if matter is None:
        return False
    _refuse_foreign(session, matter, entry, Letter, facts.uid)
    if not _DIGEST.fullmatch(facts.sha256):
        raise _refused(entry, "not a SHA-256")
    # As it was signed: the check code is over it.
    model = entry.plain.get("model")
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
            model=canon.dumps(model) if model else None,
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
