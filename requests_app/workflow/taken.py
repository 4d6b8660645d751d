"""What goes through the door: for each act a frozen dataclass of what it takes, with the parts several acts share.

Each task's class names its task. What the law or the decree lets a clerk leave out, or add later, has a default; the
rest must be given. When an act happened, and who does it, is `Doing`'s.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar

from ..documents import Upload
from ..models.books import DocumentKind, ReceiverKind
from ..models.case import Category, Channel, Collection, Form, InformationRequest, Nature, PetitionerKind
from ..models.people import Division, Instruction, Post
from ..models.records import (
    AvailabilityResult,
    ConsultOutcome,
    Decision,
    ExcludedArticle,
    Holding,
    HoldReason,
    LateReason,
    Legibility,
    LetterOutcome,
    Manner,
    Medium,
    Order,
    Proposal,
)


@dataclass(frozen=True, kw_only=True)
class WhyLate:
    """The reason for lateness: one of the office's list, and words."""

    cause: LateReason
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Taken:
    """What completing a task takes, whichever it is."""

    task: ClassVar[str]

    note: str = ""
    why_late: WhyLate | None = None  # a welcome answer, never demanded


@dataclass(frozen=True, kw_only=True)
class Person:
    """Who asks; all but the name may come later."""

    name: str
    kind: PetitionerKind = PetitionerKind.INDIVIDUAL
    phone: str = ""
    email: str = ""
    nik: str = ""
    address: str = ""
    occupation: str = ""
    deed_number: str = ""
    proxy_name: str = ""
    proxy_letter: str = ""


@dataclass(frozen=True, kw_only=True)
class Requested:
    """What the law wants known about a request; all of it may come later."""

    purpose: str = ""
    category: Category | None = None
    form: Form | None = None
    collection: Collection | None = None


@dataclass(frozen=True, kw_only=True)
class Opening(Person, Requested, Taken):
    """What opens a case: who asks, for what, and from where."""

    channel: Channel
    number: str = ""  # typed where the office keeps the series
    emergency_number: str = ""  # of the paper form it was first written on


@dataclass(frozen=True, kw_only=True)
class Register(Opening):
    """Row 1."""

    task = "register"

    addressee: Post
    information: str
    channel: Channel = Channel.IN_PERSON


@dataclass(frozen=True, kw_only=True)
class Receive(Taken):
    """Row 5, in a case that began as a visit: the petitioner is known."""

    task = "receive"

    sender: str
    subject: str
    addressee: Post
    letter_number: str = ""
    letter_date: date | None = None
    enclosure: str = ""
    nature: Nature = Nature.ORDINARY
    files: tuple[Upload, ...] = ()
    agenda_number: str = ""  # typed where the office keeps the series


@dataclass(frozen=True, kw_only=True)
class ReceiveFirst(Receive, Opening):
    """Row 5 as the decree's other way in: the letter opens the case (decision 1)."""

    channel: Channel = Channel.LETTER


Entering = Register | ReceiveFirst  # what opens a case


@dataclass(frozen=True, kw_only=True)
class Availability(Taken):
    """Row 2, first task; the official asked for unless another is named."""

    task = "availability"

    result: AvailabilityResult
    official: Post | None = None
    appointment_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Meet(Taken):
    """Row 2, second task; the official asked for unless another is named."""

    task = "meet"

    official: Post | None = None
    summary: str = ""


@dataclass(frozen=True, kw_only=True)
class Hop(Taken):
    """A case passed on: to whom, what is to be done, and how it was said where another records it (decision 7)."""

    addressee: Post
    instructions: tuple[Instruction, ...] = ()
    words: str = ""
    order: Order | None = None
    manner: Manner | None = None
    said_at: datetime | None = None
    files: tuple[Upload, ...] = ()
    nature: Nature = Nature.ORDINARY
    copies: tuple[Post, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Dispose(Hop):
    """Rows 3 and 6."""

    task = "dispose"


@dataclass(frozen=True, kw_only=True)
class Assign(Hop):
    """Rows 10 and 12; without an order, what the row itself is for."""

    task = "assign"


@dataclass(frozen=True, kw_only=True)
class MeetAndDispose:
    """Rows 2 and 3 in one room (decision 3): two acts, each with its own time."""

    meeting: Meet
    disposition: Dispose
    met_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Review(Taken):
    """Row 7."""

    task = "review"

    finding: Legibility
    summary: str = ""


@dataclass(frozen=True, kw_only=True)
class Identify(Taken):
    """Row 8."""

    task = "identify"

    proposal: Proposal
    holding: Holding
    category: Category
    form: Form
    result: str = ""
    excluded_article: ExcludedArticle | None = None
    consequence_test: str = ""


@dataclass(frozen=True, kw_only=True)
class Consult(Taken):
    """Row 9: advice, which is an order, or an interview at its time."""

    task = "consult"

    division: Division
    outcome: ConsultOutcome
    order: Order | None = None
    advice: str = ""
    interview_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class DataGiven:
    """Data baku: described, with files or a stated medium."""

    description: str = ""
    medium: Medium | None = None
    files: tuple[Upload, ...] = ()
    source: str = ""


@dataclass(frozen=True, kw_only=True)
class Prepare(DataGiven, Taken):
    """Row 10."""

    task = "prepare"


@dataclass(frozen=True, kw_only=True)
class Draft(DataGiven, Taken):
    """Row 12: one version of the letter; without new data, those of the version before, or "tanpa lampiran"."""

    task = "draft"

    outcome: LetterOutcome
    subject: str
    recipient: str
    body: str
    signer: Post
    classification: str
    no_attachment: bool = False
    excluded_article: ExcludedArticle | None = None
    nature: Nature = Nature.ORDINARY
    recipient_address: str = ""
    copies_to: str = ""
    in_name_of: Post | None = None
    asks_paraf: bool = False
    was_laid_aside: bool = True  # a text laid aside goes with the submit


@dataclass(frozen=True, kw_only=True)
class Approve(Taken):
    """Row 12: the signer's decision; the note is what a returned version wants mended."""

    task = "approve"

    decision: Decision
    without_paraf: bool = False
    number: str = ""  # typed where the office keeps the series


@dataclass(frozen=True, kw_only=True)
class Deliver(DataGiven, Taken):
    """Rows 4, 11 and 13: who took it and how; data baku where none were prepared before."""

    task = "deliver"

    receiver_name: str
    receiver_kind: ReceiverKind = ReceiverKind.PETITIONER
    handed_medium: Medium | None = None
    proxy_letter: str = ""
    waybill: str = ""
    signed: tuple[Upload, ...] = ()
    receipt: tuple[Upload, ...] = ()
    archive_place: str = ""
    remark: str = ""
    refused_to_sign: bool = False
    witness: str = ""
    cost: str = ""
    number: str = ""  # typed where the office keeps the series


# -- Acts beside the rows ----------------------------------------------------------------------------------------------


@dataclass(frozen=True, kw_only=True)
class PutOnHold:
    """Tunda: why, for what, and until when if that is known."""

    reason: HoldReason
    note: str
    until: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class Attach:
    """Lampirkan."""

    kind: DocumentKind
    files: tuple[Upload, ...]
    note: str = ""


@dataclass(frozen=True, kw_only=True)
class End:
    """A named ending, with what that ending needs; the others need none of it."""

    ending: str
    statement: str = ""
    holding_body: str = ""
    until: date | None = None
    true_case: InformationRequest | None = None
    division: Division | None = None
    interview_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class CorrectRegistration(Person, Requested):
    """What was registered, as it should read, and why it changes."""

    information: str
    channel: Channel
    reason: str
