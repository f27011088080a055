"""The tables of a register, a file per noun; rows never leave a use case."""

from app.models.agency import (
    Agency,
    AgencyKey,
    Mechanism,
    Membership,
    OwnKey,
    OwnRoot,
    RosterRoot,
    RosterSeen,
    RosterVersion,
)
from app.models.base import Base
from app.models.case import Case, CaseClosing, CaseParty, Party, Project, Violation
from app.models.disposal import DestroyedRecord, Destruction
from app.models.evidence import Attachment, Evidence
from app.models.exchange import (
    BundleSeen,
    Conflict,
    Delivered,
    Entry,
    Fork,
    Outgoing,
    Piece,
    Stream,
    Witness,
)
from app.models.house import Draft, JournalLine, Pack, Setting
from app.models.letter import DocumentNumber, Incoming, Letter, LetterDraft, Sealing
from app.models.matter import Duty, Matter, Step
from app.models.receipts import Receipt
from app.models.settled import Settled
from app.models.user import User

__all__ = [
    "Agency",
    "AgencyKey",
    "Attachment",
    "Base",
    "BundleSeen",
    "Case",
    "CaseClosing",
    "CaseParty",
    "Conflict",
    "Delivered",
    "DestroyedRecord",
    "Destruction",
    "DocumentNumber",
    "Draft",
    "Duty",
    "Entry",
    "Evidence",
    "Fork",
    "Incoming",
    "JournalLine",
    "Letter",
    "LetterDraft",
    "Matter",
    "Mechanism",
    "Membership",
    "Outgoing",
    "OwnKey",
    "OwnRoot",
    "Pack",
    "Party",
    "Piece",
    "Project",
    "Receipt",
    "RosterRoot",
    "RosterSeen",
    "RosterVersion",
    "Sealing",
    "Setting",
    "Settled",
    "Step",
    "Stream",
    "User",
    "Violation",
    "Witness",
]
