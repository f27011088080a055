"""A closed case with every kind of content, acknowledged by both sides, its term over; and every
byte that a closed register still holds of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES256
from cryptography.hazmat.primitives.ciphers.modes import CBC
from sqlalchemy import select
from sqlalchemy.orm import Session

from app.documents.kinds.letters import LetterKind
from app.kernel.clock import SetClock, at_local
from app.kernel.terms import CaseOutcome, Delivery, EvidenceKind
from app.models import Stream
from app.rules.retention import Signer, Term
from app.rules.steps import StepKind
from app.services import case_closing, cases, disposal, drafts, evidence, letters, matters, setup
from app.services.disposal import ApprovalDraft, Wish
from app.services.evidence import EvidenceDraft
from app.services.letters import IssueDraft
from app.services.setup import Register
from app.vault import database, slots, unlock
from app.vault.keys import Keys, Use
from tests import synthetic
from tests.services.two_desks import START, Desks

FACTS: Final = "龘靐齉爩案情"
PARTY: Final = "龖虤骉贸易有限公司"
EVIDENCE: Final = "鱻羴麤比对"
REMARK: Final = "灥猋掱附言"
DRAFT: Final = "犇焱淼草稿"
BYTES: Final = "垚鑫骉文件内容".encode()
FILE: Final = "毳卉扫描.txt"
NAME: Final = "鱻犇羴采购项目案"
SECRETS: Final = (FACTS, PARTY, EVIDENCE, REMARK, DRAFT, FILE, NAME)

CLOSED: Final = date(2026, 9, 30)
LATER: Final = at_local(2037, 1, 4, 9, 0)
NUMBER: Final = "示财采移〔2026〕1号"


def ended(desks: Desks, folder: Path) -> str:
    """A referral of such a case, not filed, archived and closed; the uid of the case."""
    case = _registered(desks, folder)
    uid = synthetic.approved_matter(desks.finance, desks.to_police, case, START)
    wish = IssueDraft("示财采移", "己某某", START.date())
    letters.issue(desks.finance, uid, LetterKind.REFERRAL, wish)
    copied = {"method": Delivery.BY_HAND, "receiver": PARTY, "remark": REMARK}
    _record(desks, uid, StepKind.COPIED_TO_PROCURATORATE, None, **copied)
    _record(desks, uid, StepKind.DELIVERED, method=Delivery.BY_HAND, carried_by="甲", receiver="乙")
    desks.carry(desks.finance, desks.police)
    for kind, fields in (
        (StepKind.ACKNOWLEDGED, {"signer": "乙某某", "remark": REMARK}),
        (StepKind.NOT_FILED, {"number": "示公不立字〔2026〕1号", "reasons": f"未达标准{FACTS}"}),
    ):
        _record(desks, uid, kind, desks.police, **fields)
    desks.carry(desks.police, desks.finance)
    notice = next(s for s in matters.show(desks.finance, uid).steps if s.awaits_receipt)
    _record(desks, uid, StepKind.NOTICE_RECEIVED, about=notice.uid)
    _record(desks, uid, StepKind.ADMIN_RESUMED, handling=REMARK)
    _record(desks, uid, StepKind.ARCHIVED, conclusion=REMARK)
    drafts.save_draft(desks.finance, "referrals.step.note", 1, uid, {"text": DRAFT})
    desks.carry(desks.finance, desks.police)
    desks.carry(desks.police, desks.finance)
    desks.clock.set(at_local(2026, 10, 8, 9, 0))
    case_closing.close_case(desks.finance, case, CaseOutcome.NOT_PENALISED, CLOSED, f"决定{FACTS}")
    desks.clock.set(LATER)
    return case


def wish(case: str, **changes: object) -> Wish:
    made = Wish(case, "政府采购案卷", Term.TEN_YEARS, "保管期限届满，鉴定无继续保存价值")
    return replace(made, **changes)  # type: ignore[arg-type]


def proposed(register: Register, *wishes: Wish) -> str:
    return disposal.propose(register, wishes).uid


def approval(register: Register, uid: str) -> ApprovalDraft:
    return ApprovalDraft(
        digest=disposal.show(register, uid).digest,
        appraisal="经鉴定，无继续保存价值",
        basis="《机关档案管理规定》",
        approver="己某某",
        approved_on=LATER.date(),
        signers=(Signer("庚某某", "档案室"), Signer("辛某某", "办公室")),
    )


def destroyed(register: Register, *wishes: Wish) -> str:
    """Propose, approve and carry out; the uid of the destruction."""
    uid = proposed(register, *wishes)
    disposal.approve(register, uid, approval(register, uid))
    disposal.execute(register, uid)
    return uid


def remains(folder: Path, clock: SetClock) -> bytes:
    """Every byte of a closed register, with pages and blobs decrypted."""
    header = slots.read_file(folder / slots.FILE)
    opened = unlock.unlocked(folder, header, synthetic.PASSPHRASE, clock)
    key = Keys(opened.contents.master).derive(Use.DATABASE)
    found = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    return b"".join([_decrypted((folder / database.FILE).read_bytes(), key), *found])


def _decrypted(data: bytes, key: bytes, size: int = 4096) -> bytes:
    """The pages of an SQLCipher 4 file: AES-256-CBC, IV and HMAC in the last 80 bytes of each, the
    salt in the first 16 of the first."""
    plain = []
    for start in range(0, len(data), size):
        page = data[start : start + size]
        text, iv = page[16 if start == 0 else 0 : size - 80], page[size - 80 : size - 64]
        reader = Cipher(AES256(key), CBC(iv)).decryptor()
        plain.append(reader.update(text) + reader.finalize())
    return b"".join(plain)


def _registered(desks: Desks, folder: Path) -> str:
    draft = synthetic.case_draft(NAME)
    party = replace(draft.parties[0], name=PARTY, representative=PARTY)
    draft = replace(draft, facts=draft.facts + FACTS, parties=(party,), measures=FACTS)
    case = cases.register_case(desks.finance, draft).uid
    file = folder / FILE
    file.write_bytes(BYTES * 50)
    told = replace(item(EVIDENCE), source=PARTY, collectors=PARTY, place=PARTY)
    evidence.add(desks.finance, case, told, file)
    file.unlink()
    return case


def clock_of(register: Register) -> SetClock:
    assert isinstance(register.clock, SetClock)
    return register.clock


def item(name: str) -> EvidenceDraft:
    return EvidenceDraft(name, EvidenceKind.DOCUMENTARY, "", "", None, "", original=True, pages=1)


def reopened(register: Register) -> Register:
    register.close()
    return setup.open_register(register.folder, synthetic.PASSPHRASE, register.clock)


def forget_acknowledgements(session: Session) -> None:
    """As if the peer had never said what it took in."""
    for row in session.scalars(select(Stream)):
        row.acked_seq = 0


def _record(
    desks: Desks, uid: str, kind: StepKind, by: Register | None = None, **fields: str
) -> None:
    desks.clock.advance(timedelta(minutes=30))
    step = synthetic.step(kind, desks.clock.now(), **fields)
    matters.record_step(by or desks.finance, uid, step)
