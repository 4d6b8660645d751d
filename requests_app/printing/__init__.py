"""Every paper of the desk: one function per document, each giving html and, on demand, a tagged PDF."""

from .blanks import BLANKS
from .books import book, endings_beside, sop_paper
from .emergency_sheets import blank_forms
from .glyphs import missing_glyphs
from .letters import (
    LetterPaper,
    issue_joined,
    issue_pdf,
    joined_bytes,
    letter_bytes,
    letter_version,
    previewed,
    reply_letter,
    version_paper,
)
from .performance import performance_report, workbook
from .periods import Period, read_period
from .registry import PAPERS, CasePaper
from .render import NoRenderer, NotPrintable, Printed
from .sample import sample_letter
from .targets import targets_of
from .volumes import BOOKS, Book, Volume, volume

__all__ = [
    "BLANKS",
    "BOOKS",
    "PAPERS",
    "Book",
    "CasePaper",
    "LetterPaper",
    "NoRenderer",
    "NotPrintable",
    "Period",
    "Printed",
    "Volume",
    "blank_forms",
    "book",
    "endings_beside",
    "issue_joined",
    "issue_pdf",
    "joined_bytes",
    "letter_bytes",
    "letter_version",
    "missing_glyphs",
    "performance_report",
    "previewed",
    "read_period",
    "reply_letter",
    "sample_letter",
    "sop_paper",
    "targets_of",
    "version_paper",
    "volume",
    "workbook",
]
