"""One record per kind of act. `StepRecord` is the act's own row; a kind with words of its own extends it.

Every record keeps its versions in history, and a note is never a step's only output.
"""

from .answer import (
    Consultation,
    ConsultOutcome,
    Decision,
    ExcludedArticle,
    Holding,
    Identification,
    Legibility,
    LetterDecision,
    LetterOutcome,
    LetterStatus,
    Medium,
    Proposal,
    RawData,
    ReplyLetter,
    Review,
)
from .arrival import (
    AvailabilityCheck,
    AvailabilityResult,
    Confirmation,
    Disposition,
    DispositionKind,
    IncomingLetter,
    Manner,
    Meeting,
    Order,
)
from .base import LATE_ENTRY, ActKind, StepRecord, case_entered_late, stay_entered_late
from .lateness import Lateness, LateReason, load_late_reasons
from .side import STOPPING, Closing, Correction, Extension, Hold, HoldReason, WrittenNotice

__all__ = [
    "LATE_ENTRY",
    "STOPPING",
    "ActKind",
    "AvailabilityCheck",
    "AvailabilityResult",
    "Closing",
    "Confirmation",
    "ConsultOutcome",
    "Consultation",
    "Correction",
    "Decision",
    "Disposition",
    "DispositionKind",
    "ExcludedArticle",
    "Extension",
    "Hold",
    "HoldReason",
    "Holding",
    "Identification",
    "IncomingLetter",
    "LateReason",
    "Lateness",
    "Legibility",
    "LetterDecision",
    "LetterOutcome",
    "LetterStatus",
    "Manner",
    "Medium",
    "Meeting",
    "Order",
    "Proposal",
    "RawData",
    "ReplyLetter",
    "Review",
    "StepRecord",
    "WrittenNotice",
    "case_entered_late",
    "load_late_reasons",
    "stay_entered_late",
]
