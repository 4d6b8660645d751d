"""Every paper of the desk: one function per document, each giving html and, on demand, a tagged PDF."""

from .blanks import BLANKS
from .books import book, endings_beside, sop_paper
from .emergency_sheets import blank_forms
from .forms import archive_label, refusal, request_form
from .law import extension_notice
from .letters import (
    issue_joined,
    issue_pdf,
    joined_bytes,
    latest_letter,
    letter_bytes,
    letter_version,
    previewed,
    reply_letter,
)
from .papers import RECEIPT_SIZES, disposition_sheet, handover, notice, receipt
from .performance import performance_report, workbook
from .periods import Period, read_period
from .render import NoRenderer, NotPrintable, Printed
from .sample import sample_letter
from .targets import targets_of
from .times import timing
from .volumes import BOOKS, Book, Volume, volume

__all__ = [
    "BLANKS",
    "BOOKS",
    "RECEIPT_SIZES",
    "Book",
    "NoRenderer",
    "NotPrintable",
    "Period",
    "Printed",
    "Volume",
    "archive_label",
    "blank_forms",
    "book",
    "disposition_sheet",
    "endings_beside",
    "extension_notice",
    "handover",
    "issue_joined",
    "issue_pdf",
    "joined_bytes",
    "latest_letter",
    "letter_bytes",
    "letter_version",
    "notice",
    "performance_report",
    "previewed",
    "read_period",
    "receipt",
    "refusal",
    "reply_letter",
    "request_form",
    "sample_letter",
    "sop_paper",
    "targets_of",
    "timing",
    "volume",
    "workbook",
]
