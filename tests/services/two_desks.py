"""Two agencies with real registers, a referral between them, and what a hostile one may seal."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path

from sqlalchemy import select

from app.documents.kinds.letters import LetterKind
from app.kernel import canon, plain
from app.kernel.age import Readable
from app.kernel.canon import Plain
from app.kernel.clock import SetClock, at_local
from app.kernel.terms import Carrier, Delivery, EvidenceKind, new_uid
from app.models import Matter
from app.rules.steps import StepKind
from app.services import (
    cases,
    entries,
    evidence,
    exchange,
    house,
    letters,
    matters,
    members,
    outbox,
    threads,
)
from app.services.book import SqlBook
from app.services.entries import StepBody
from app.services.evidence import EvidenceDraft
from app.services.letters import ExternalDraft
from app.services.setup import Register
from app.sync import sealing, stream
from app.sync.entry import Entry, EntryDraft
from app.sync.envelope import Item, Recipient, Sender
from app.sync.sealing import BundleDraft
from tests import synthetic

START = at_local(2026, 9, 16, 9, 0)


@dataclass
class Desks:
    """Finance and police, and the stick between them."""

    finance: Register
    police: Register
    stick: Path
    clock: SetClock
    to_police: str
    to_finance: str

    def carry(self, sender: Register, receiver: Register) -> exchange.TakenIn:
        peer = self.to_police if sender is self.finance else self.to_finance
        return exchange.take_in(receiver, exchange.seal(sender, peer, self.stick).path)

    def shared_file(self, size: int, name: str = "录像.bin") -> str:
        """A case of finance, shared with the police, with one file of *size* bytes; its hash."""
        uid = cases.register_case(self.finance, synthetic.case_draft()).uid
        file = self.stick.parent / name
        file.write_bytes(os.urandom(size))
        draft = EvidenceDraft(
            "开标录像", EvidenceKind.ELECTRONIC, "平台", "甲某某", None, "", original=True, pages=0
        )
        evidence.add(self.finance, uid, draft, file)
        exchange.share_case(self.finance, uid, self.to_police)
        return canon.sha256(file.read_bytes())

    def issued(self, number: str = "示财采移〔2026〕1号") -> str:
        """A referral whose letter was finished outside, under *number*."""
        case = cases.register_case(self.finance, synthetic.case_draft()).uid
        uid = synthetic.approved_matter(self.finance, self.to_police, case, START)
        self.issue(uid, LetterKind.REFERRAL, number)
        return uid

    def issue(self, uid: str, kind: LetterKind, number: str) -> None:
        file = self.stick.parent / f"{kind}.pdf"
        file.write_bytes(b"%PDF-1.4 " + kind.encode())
        wish = ExternalDraft(number=number, signer="己某某", dated_on=START.date(), file=file)
        letters.issue_external(self.finance, uid, kind, wish)

    def acknowledged(self) -> str:
        """A referral the police signed for; nothing waits on either side but acknowledgements."""
        uid, when = self.issued(), START + timedelta(hours=3)
        self.clock.set(when)
        delivered = synthetic.step(
            StepKind.DELIVERED, when, method=Delivery.BY_HAND, carried_by="甲", receiver="乙"
        )
        matters.record_step(self.finance, uid, delivered)
        self.carry(self.finance, self.police)
        signed = synthetic.step(StepKind.ACKNOWLEDGED, when, signer="乙某某")
        matters.record_step(self.police, uid, signed)
        self.carry(self.police, self.finance)
        return uid

    def put(self, *drafts: EntryDraft) -> None:
        """Queue what the police's own program would not."""
        with self.police.write() as session:
            outbox.put(session, house.agency(session, self.to_finance), drafts)

    def says(self, type_: str, record: str, body: Plain) -> EntryDraft:
        """A statement of the police."""
        with self.police.read() as session:
            return outbox.draft(self.police, session, type_, record, 1, body)

    def step(self, uid: str, kind: str, number: int, /, **fields: Plain) -> EntryDraft:
        """A step the police state in matter *uid*, having seen all that is there."""
        body = step_body(uid, kind, number, fields, self.clock.now())
        with self.police.read() as session:
            matter = session.scalar(select(Matter).where(Matter.uid == uid))
            body["after"] = list(threads.folded(session, matter).heads) if matter else []
        return self.says(entries.STEP, body["uid"], body)

    def sealed(
        self,
        *drafts: EntryDraft,
        uid: str = "",
        files: Mapping[str, bytes] | None = None,
        without_body: bool = False,
    ) -> Path:
        """A bundle under the police's own keys that leaves no trace in their register."""
        with self.police.read() as session:
            own, key = house.own_agency(session), house.own_key(session)
            peer = house.agency(session, self.to_finance)
            card = house.current_card(session, peer.id)
            assert card is not None
            row = outbox.stream_with(session, peer)
            book = SqlBook(self.police, session)
            pair = book.pair(peer.uid)
            _, made = stream.extend(pair.out, drafts)
            last = book.sent(peer.uid, row.acked_seq)
            draft = BundleDraft(
                purpose=self.police.purpose,
                bundle=uid or new_uid(),
                sender=Sender(own.uid, own.handle, key.incarnation),
                recipient=Recipient(peer.uid, peer.handle),
                created=self.clock.now(),
                after=row.acked_seq,
                after_head=last,
                entries=(
                    *outbox.unacknowledged(session, row),
                    *(_destroyed(each) if without_body else each for each in made),
                ),
                ack=pair.inbox.ack,
                items=tuple(Item(sha256, len(data), "f") for sha256, data in (files or {}).items()),
            )
            seed, to = key.sign_seed, card.recipient

        def opened(item: Item) -> AbstractContextManager[Readable]:
            return nullcontext(io.BytesIO((files or {})[item.sha256]))

        path = self.stick / f"{draft.bundle}.lxb"
        with path.open("wb") as target:
            sealing.seal(
                draft, seed=seed, to=to, attachments=opened, target=target, scratch=self.stick
            )
        return path


@contextmanager
def two_desks(folder: Path) -> Iterator[Desks]:
    clock, stick = SetClock(START), folder / "stick"
    stick.mkdir()
    with (
        synthetic.make_register(folder / "czj", at=clock, mechanism=synthetic.MECHANISM) as finance,
        synthetic.make_register(folder / "gaj", synthetic.POLICE, at=clock) as police,
    ):
        synthetic.introduce(finance, police, stick)
        yield Desks(
            finance,
            police,
            stick,
            clock,
            members.find(finance, "sl-gaj"),
            members.find(police, "sl-czj"),
        )


def copied(register: Register, to: Path) -> Path:
    """The folder as a copy made while the program is closed would hold it."""
    folder, clock = register.folder, register.clock
    register.close()
    shutil.copytree(folder, to)
    reopened = Register.open(folder, synthetic.PASSPHRASE, clock=clock, cost=synthetic.CHEAP)
    register.__dict__.update(reopened.__dict__)
    return to


def put_back(register: Register, copy: Path) -> None:
    """The folder is replaced by *copy*, as by hand, on a computer that knows nothing of it."""
    folder, clock = register.folder, register.clock
    register.close()
    shutil.rmtree(folder)
    shutil.copytree(copy, folder)
    reopened = Register.open(folder, synthetic.PASSPHRASE, clock=clock, cost=synthetic.CHEAP)
    register.__dict__.update(reopened.__dict__)


def step_body(
    uid: str, kind: str, number: int, fields: Mapping[str, Plain], at: datetime = START
) -> dict[str, Plain]:
    """The body of a step entry, which a test may spoil."""
    return plain.to_plain(
        StepBody(
            uid=new_uid(),
            matter=uid,
            number=number,
            kind=kind,
            after=(),
            occurred_at=at,
            recorded_at=at,
            recorded_by="乙某某",
            carrier=Carrier.PAPER,
            fields=dict(fields),
            sha256="",
        )
    )


def digest(data: bytes) -> str:
    return canon.sha256(data)


def _destroyed(entry: Entry) -> Entry:
    return replace(entry, blind=None, body=None)
