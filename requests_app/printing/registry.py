"""The papers of a case, each once: what it is called, how it is drawn, and what a case must hold for it.

The case page, its addresses, the command line and the tests of papers read this list and no other.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from ..models.case import InformationRequest
from .forms import archive_label, lacks_label, lacks_refusal, refusal, request_form
from .law import extension_notice, lacks_extension
from .letters import LetterPaper, joined_paper, lacks_letter, lacks_pages_behind, letter_paper
from .papers import (
    disposition_sheet,
    half_sheet,
    handover,
    lacks_handover,
    lacks_notice,
    lacks_sheet,
    notice,
    receipt,
    slip,
)
from .records import CaseRecords, Records
from .render import NotPrintable, Printed
from .times import timing


def lacks_nothing(records: Records) -> str:
    """Say nothing: every case has this paper."""
    return ""


@dataclass(frozen=True)
class CasePaper:
    """One paper: the page offers it where nothing is lacking, and by the same it is printed."""

    name: str  # in its address and on the command line
    label: str
    draw: Callable[[Records], Printed | LetterPaper]
    lacks: Callable[[Records], str] = lacks_nothing  # why it cannot be printed, in a sentence
    blank: str = ""  # the same paper for the pen, in blanks.BLANKS

    def printed(self, case: InformationRequest, now: datetime) -> Printed | LetterPaper:
        """Print it. Raises NotPrintable with the sentence that says what the case lacks."""
        records = CaseRecords(case, now)
        if sentence := self.lacks(records):
            raise NotPrintable(sentence)
        return self.draw(records)


_ALL = (
    CasePaper("receipt", "Tanda bukti pendaftaran", receipt, blank="tanda-bukti"),
    CasePaper("slip", "Tanda bukti pendaftaran 80 mm", slip, blank="tanda-bukti-80"),
    CasePaper("request", "Formulir permohonan (PPID-B)", request_form, blank="ppid-b"),
    CasePaper("disposition", "Lembar disposisi", disposition_sheet, lacks_sheet, "disposisi"),
    CasePaper("disposition-half", "Lembar disposisi setengah folio", half_sheet, lacks_sheet, "disposisi-setengah"),
    CasePaper("letter", "Surat balasan", letter_paper, lacks_letter),
    CasePaper("letter-joined", "Surat balasan beserta lampiran", joined_paper, lacks_pages_behind),
    CasePaper("handover", "Tanda terima", handover, lacks_handover, "tanda-terima"),
    CasePaper("extension", "Pemberitahuan perpanjangan", extension_notice, lacks_extension),
    CasePaper("notice", "Pemberitahuan tertulis (PPID-D)", notice, lacks_notice, "ppid-d"),
    CasePaper("refusal", "Keputusan penolakan (PPID-E)", refusal, lacks_refusal, "ppid-e"),
    CasePaper("timing", "Rincian waktu", timing),
    CasePaper("label", "Label arsip", archive_label, lacks_label, "label"),
)
PAPERS = {paper.name: paper for paper in _ALL}
