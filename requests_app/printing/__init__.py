"""Every paper of the desk: one function per document, each giving html and, on demand, a tagged PDF."""

from .books import expedition_book, register, sop_paper
from .letters import issue_pdf, latest_letter, letter_bytes, reply_letter
from .papers import RECEIPT_SIZES, disposition_sheet, handover, notice, receipt
from .render import NoRenderer, NotPrintable, Printed

__all__ = [
    "RECEIPT_SIZES",
    "NoRenderer",
    "NotPrintable",
    "Printed",
    "disposition_sheet",
    "expedition_book",
    "handover",
    "issue_pdf",
    "latest_letter",
    "letter_bytes",
    "notice",
    "receipt",
    "register",
    "reply_letter",
    "sop_paper",
]
