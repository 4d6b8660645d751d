"""Every paper of the desk: one function per document, each giving html and, on demand, a tagged PDF."""

from .books import expedition_book, register, sop_paper
from .forms import BLANKS, archive_label, refusal, request_form
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
from .papers import RECEIPT_SIZES, UNNOTICED, disposition_sheet, handover, notice, receipt
from .render import NoRenderer, NotPrintable, Printed

__all__ = [
    "BLANKS",
    "RECEIPT_SIZES",
    "UNNOTICED",
    "NoRenderer",
    "NotPrintable",
    "Printed",
    "archive_label",
    "disposition_sheet",
    "expedition_book",
    "handover",
    "issue_joined",
    "issue_pdf",
    "joined_bytes",
    "latest_letter",
    "letter_bytes",
    "letter_version",
    "notice",
    "previewed",
    "receipt",
    "refusal",
    "register",
    "reply_letter",
    "request_form",
    "sop_paper",
]
