"""回执 in four layers: written to a medium, taken in, seen by a person, answered in law.

- A layer is a fact of its own: a bundle on a stick is not delivered, one taken in is not read, and
  none of the first three starts a period. Only the fourth does, whatever the others say.
- A receipt counts in whatever state its bundle is, and when it comes late; it is never receipted.
- What nobody took in leaves again with the next bundle, so nothing has to be asked for twice.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Final, TypeVar

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from app.documents.kinds.letters import LETTERS
from app.models import Agency, Letter, Matter, Receipt, Step
from app.rules import answers as law
from app.rules.answers import Answer
from app.rules.fold import StepFacts
from app.rules.steps import StepKind
from app.services import entries, house, matters, threads, traffic
from app.services.traffic import Told, Traffic
from app.vault.register import Register

T = TypeVar("T", bound=Told)


class Layer(StrEnum):
    """How far a record of ours has got, the lowest first."""

    QUEUED = "queued"
    WRITTEN = "written"
    TAKEN_IN = "taken_in"
    SEEN = "seen"
    ANSWERED = "answered"


@dataclass(frozen=True, slots=True)
class Layers:
    """Each layer of one record towards one agency, by its moment; None where it is not reached.

    *digital* is false where nothing was queued, because the counterpart has no program. *medium*
    is the first file it was written to. *answers* are the acts that answered it in law, *awaited*
    whether one is to be expected.
    """

    digital: bool = False
    written_at: datetime | None = None
    medium: str = ""
    taken_in_at: datetime | None = None
    seen_at: datetime | None = None
    seen_by: str = ""
    answers: tuple[Answer, ...] = ()
    awaited: bool = False

    @property
    def reached(self) -> Layer:
        """The highest layer; a paper answer may come before any of the others."""
        return max(
            (layer for layer, at in self.moments if at is not None),
            key=list(Layer).index,
            default=Layer.QUEUED,
        )

    @property
    def moments(self) -> tuple[tuple[Layer, datetime | None], ...]:
        """The four layers in their order."""
        return (
            (Layer.WRITTEN, self.written_at),
            (Layer.TAKEN_IN, self.taken_in_at),
            (Layer.SEEN, self.seen_at),
            (Layer.ANSWERED, self.answers[0].at if self.answers else None),
        )

    @property
    def is_waiting(self) -> bool:
        """Whether something is to come: it may be lost on its way, or unanswered in law."""
        if self.awaited:
            return not self.answers
        return self.digital and self.taken_in_at is None and not self.answers


@dataclass(frozen=True, slots=True)
class MatterReceipts:
    """The layers of every record of ours in a matter, by its uid, and of the matter as a whole.

    *whole* has one of the first three layers only when every record has it, with the latest
    moment, and the answers to the last record that awaits one; None when nothing was stated.
    *stated* counts what it speaks of, *not_taken_in* what of that the other did not say it has.
    """

    peer: str
    digital: bool
    records: Mapping[str, Layers]
    whole: Layers | None
    stated: int
    not_taken_in: int


@dataclass(frozen=True, slots=True)
class ReceiptRow:
    """A letter, or a step without one, that we stated in a matter, and how far it has got.

    Of the extract of a case *matter_uid* and *title* are empty and *subject* is its name.
    *title* is that of the letter or the word of the step's kind. *waits_since* is the moment of
    the last layer reached while something is still to come, None when nothing is.
    """

    matter_uid: str
    subject: str
    peer_uid: str
    peer: str
    record_uid: str
    type: str
    title: str
    number: str
    stated_at: datetime
    layers: Layers

    @property
    def waits_since(self) -> datetime | None:
        if not self.layers.is_waiting:
            return None
        reached = [at for _, at in self.layers.moments if at is not None]
        return max(reached, default=self.stated_at)


def layers(session: Session, record_uids: Collection[str], peer: Agency) -> dict[str, Layers]:
    """The layers of records of ours towards *peer*, of the version last stated.

    A record that was not stated to it has no digital layer; its answer in law it may have.
    """
    uids, own = frozenset(record_uids), house.own_agency(session).uid
    digital = _Towards(session, peer, uids).layers(uids)
    legal = {
        uid: thread.legal(uid)
        for thread in (_Thread(session, matter, own) for matter in _matters_of(session, uids))
        for uid in thread.acts
    }
    return {uid: _with(digital.get(uid), legal.get(uid)) for uid in uids}


def of_matter(register: Register, matter_uid: str) -> MatterReceipts:
    """Raises UnknownRecordError."""
    with register.read() as session:
        matter = matters.one(session, matter_uid)
        thread = _Thread(session, matter, house.own_agency(session).uid)
        towards = _Towards(session, counterpart(session, matter), thread.ours)
        found = thread.layers(towards)
        stated = thread.rows(towards.peer, found)
        return MatterReceipts(
            peer=towards.peer.name,
            digital=towards.peer.runs_program,
            records=found,
            whole=together([row.layers for row in stated]),
            stated=len(stated),
            not_taken_in=sum(
                row.layers.digital and row.layers.taken_in_at is None for row in stated
            ),
        )


def rows(
    register: Register, peer_uid: str = "", *, waiting_only: bool = True
) -> tuple[ReceiptRow, ...]:
    """What we stated in matters, the newest matter first, then the extracts of our cases.

    *peer_uid* empty: to anybody. With *waiting_only* what something is still to come of, in
    matters that are not ended.
    """
    with register.read() as session:
        query = select(Matter).where(Matter.shared).order_by(Matter.id.desc())
        if waiting_only:
            query = query.where(Matter.state.not_in(threads.ENDED))
        if peer_uid:
            parties = (Matter.opener_uid, Matter.counterpart_uid)
            query = query.where(or_(*(party == peer_uid for party in parties)))
        own = house.own_agency(session).uid
        towards: dict[str, _Towards] = {}
        made: list[ReceiptRow] = []
        for matter in session.scalars(query).all():
            other = matter.counterpart_uid if matter.opener_uid == own else matter.opener_uid
            if other not in towards:
                towards[other] = _Towards(session, house.agency(session, other))
            thread = _Thread(session, matter, own)
            made += thread.rows(towards[other].peer, thread.layers(towards[other]))
        made += _case_rows(session, peer_uid)
    return tuple(row for row in made if row.layers.is_waiting or not waiting_only)


def counterpart(session: Session, matter: Matter) -> Agency:
    """The other agency of a matter."""
    own = house.own_agency(session).uid
    return house.agency(
        session, matter.counterpart_uid if matter.opener_uid == own else matter.opener_uid
    )


def together(found: Sequence[Layers]) -> Layers | None:
    """Several records as one: see ``MatterReceipts.whole``."""
    if not found:
        return None
    digital = [each for each in found if each.digital]
    last = next((each for each in reversed(found) if each.awaited), found[-1])
    return Layers(
        digital=bool(digital),
        written_at=_last_of(each.written_at for each in digital),
        taken_in_at=_last_of(each.taken_in_at for each in digital),
        seen_at=_last_of(each.seen_at for each in digital),
        answers=last.answers,
        awaited=last.awaited,
    )


def _last_of(moments: Iterable[datetime | None]) -> datetime | None:
    """The latest of *moments*, None as soon as one is missing."""
    found = list(moments)
    known = [at for at in found if at is not None]
    return max(known) if known and len(known) == len(found) else None


# -- inside: the first three layers --------------------------------------------------------


class _Towards:
    """What one agency was told of the records *uids*, or of all, and what it said to that."""

    def __init__(self, session: Session, peer: Agency, uids: frozenset[str] | None = None) -> None:
        self.peer = peer
        self._stated = newest(traffic.told(session, peer, uids))
        self._traffic = traffic.traffic(session, peer)
        heard = select(Receipt).where(Receipt.agency_id == peer.id, ~Receipt.outgoing)
        self._seen = {row.record_uid: row for row in session.scalars(heard)}

    def layers(self, uids: Collection[str]) -> dict[str, Layers]:
        """The layers of those of *uids* that were stated to the peer."""
        return {
            uid: _carried(self._traffic, self._stated[uid], self._seen.get(uid))
            for uid in uids
            if uid in self._stated
        }


def newest(stated: Iterable[T]) -> dict[str, list[T]]:
    """The statements of the highest version of each record; a new incarnation says it again."""
    found: dict[str, list[T]] = {}
    for each in stated:
        held = found.setdefault(each.record, [])
        if held and each.version > held[0].version:
            held.clear()
        if not held or each.version == held[0].version:
            held.append(each)
    return found


def _carried(bundles: Traffic, told: Sequence[Told], receipt: Receipt | None) -> Layers:
    first = next(
        (made for each in told for made in bundles.written(each.incarnation, each.seq)), None
    )
    taken = (bundles.taken_in(each.incarnation, each.seq) for each in told)
    return Layers(
        digital=True,
        written_at=first.at if first else None,
        medium=first.medium if first else "",
        taken_in_at=min((at for at in taken if at is not None), default=None),
        seen_at=receipt.seen_at if receipt else None,
        seen_by=receipt.seen_by if receipt else "",
    )


def _case_rows(session: Session, peer_uid: str) -> list[ReceiptRow]:
    """The extracts of our cases, the newest version of each."""
    peers = select(Agency).where(~Agency.is_self, Agency.runs_program).order_by(Agency.id)
    if peer_uid:
        peers = peers.where(Agency.uid == peer_uid)
    made = []
    for peer in session.scalars(peers).all():
        stated = newest(traffic.titled(session, peer, types=(entries.CASE,)))
        found = _Towards(session, peer, frozenset(stated)).layers(stated)
        made += [
            ReceiptRow(
                matter_uid="",
                subject=told[-1].title,
                peer_uid=peer.uid,
                peer=peer.name,
                record_uid=uid,
                type=entries.CASE,
                title="",
                number="",
                stated_at=told[0].at,
                layers=found[uid],
            )
            for uid, told in stated.items()
        ]
    return made


# -- inside: the answer in law -------------------------------------------------------------

_STEPS: Final[Mapping[str, StepKind]] = MappingProxyType(
    {kind.value: row.step for kind, row in LETTERS.items() if row.step}
)
"""By the word of a letter, the step it is issued with."""


@dataclass(frozen=True, slots=True)
class _Legal:
    answers: tuple[Answer, ...]
    awaited: bool


class _Thread:
    """A folded matter; *acts* gives for each step, each letter and the matter itself its step."""

    def __init__(self, session: Session, matter: Matter, own: str) -> None:
        self._matter = matter
        self._procedure = threads.procedure(session, matter)
        self._folded = threads.folded(session, matter)
        self._steps = {step.uid: step for step in self._folded.order if not step.internal}
        letters = select(Letter).where(Letter.matter_id == matter.id).order_by(Letter.id)
        self._letters = {row.uid: row for row in session.scalars(letters)}
        self.ours = frozenset(
            {uid for uid, step in self._steps.items() if step.author == own}
            | {uid for uid, row in self._letters.items() if row.author_uid == own}
        )
        self.acts = {uid: uid for uid in self._steps} | self._issued()
        if self._steps:
            self.acts[matter.uid] = next(iter(self._steps))

    def legal(self, uid: str) -> _Legal:
        act = self.acts[uid]
        return _Legal(
            law.answers(self._procedure, self._folded, act),
            law.awaited(self._procedure, self._steps[act].kind),
        )

    def layers(self, towards: _Towards) -> dict[str, Layers]:
        """The layers of all that is ours in the matter."""
        digital = towards.layers(self.ours)
        return {
            uid: _with(digital.get(uid), self.legal(uid) if uid in self.acts else None)
            for uid in self.ours
        }

    def rows(self, peer: Agency, found: Mapping[str, Layers]) -> list[ReceiptRow]:
        """Our letters that went to *peer*, and our steps that no such letter stands for."""
        letters = [
            row
            for row in self._letters.values()
            if row.uid in self.acts
            and row.uid in found
            and (found[row.uid].digital or not peer.runs_program)
        ]
        told = {self.acts[row.uid] for row in letters}
        rows = [
            self._row(peer, found[row.uid], row.uid, entries.LETTER, row.title, row.number)
            for row in letters
        ]
        rows += [
            self._row(peer, found[uid], uid, entries.STEP, step.kind, _number(step))
            for uid, step in self._steps.items()
            if uid in found and uid not in told
        ]
        return sorted(rows, key=lambda row: row.stated_at)

    def _row(
        self, peer: Agency, layers: Layers, uid: str, type_: str, title: str, number: str
    ) -> ReceiptRow:
        return ReceiptRow(
            matter_uid=self._matter.uid,
            subject=self._matter.subject,
            peer_uid=peer.uid,
            peer=peer.name,
            record_uid=uid,
            type=type_,
            title=title,
            number=number,
            stated_at=self._folded.occurred_at(self._steps[self.acts[uid]]),
            layers=layers,
        )

    def _issued(self) -> dict[str, str]:
        """By letter the step it was issued with: same author, kind and number."""
        numbers = {
            (step.author, str(step.kind), _number(step)): uid for uid, step in self._steps.items()
        }
        said = {
            uid: numbers.get((row.author_uid, str(_STEPS.get(row.kind, "")), row.number))
            for uid, row in self._letters.items()
        }
        return {uid: act for uid, act in said.items() if act is not None}


def _number(step: StepFacts) -> str:
    return str(step.fields.get("number", ""))


def _matters_of(session: Session, uids: frozenset[str]) -> Sequence[Matter]:
    ids = {
        *session.scalars(select(Step.matter_id).where(Step.uid.in_(uids))),
        *session.scalars(select(Letter.matter_id).where(Letter.uid.in_(uids))),
        *session.scalars(select(Matter.id).where(Matter.uid.in_(uids))),
    }
    return session.scalars(select(Matter).where(Matter.id.in_(ids))).all()


def _with(digital: Layers | None, legal: _Legal | None) -> Layers:
    found = digital or Layers()
    return replace(found, answers=legal.answers, awaited=legal.awaited) if legal else found
