"""Every paper of the desk for the pen, printed before the power fails; many bear emergency numbers on request.

The papers of one case bear one number: the form of its path, its PPID-B, its receipt, its disposition sheet, its
tanda terima. So what was written on any of them is found again under that number (DOMAIN section 4).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ..derived.deadlines import rules_for
from ..models.books import ReceiverKind
from ..models.case import Form
from ..models.records import Medium
from .books import blank_book
from .forms import Answer, blank_name, refusal, request_form
from .papers import UNNUMBERED, blank_sheet, office_hours
from .render import Printed, paper
from .volumes import BOOKS

KEPT_BY = ("Lembar untuk penerima", "Lembar arsip petugas")


@dataclass(frozen=True)
class Blank:
    """A form for the pen: drawn as of a day, for the posts there are then, once for each emergency number."""

    label: str
    draw: Callable[[date, Sequence[str]], Printed]
    entry: int = 0  # the path whose emergency numbers it bears; 0 for a paper that stands for no case
    sheets: str = ""  # how one set comes out of the printer


def blank_receipt(day: date, numbers: Sequence[str] = UNNUMBERED, size: str = "a4half") -> Printed:
    """Draw the proof of registration for the pen: both halves on A4, or a slip of 80 mm (UU 14/2008 art. 22)."""
    asked = [
        Answer("Nomor pendaftaran"),
        Answer("Diterima tanggal, jam"),
        Answer("Pemohon"),
        Answer("Ingin bertemu"),
        Answer("Informasi yang diminta", lines=2),
        Answer("Tujuan penggunaan"),
        Answer("Cara memperoleh", ticks=tuple(str(form.label) for form in Form)),
    ]
    return paper(
        "blank_receipt" if size == "a4half" else "blank_slip",
        f"tanda-bukti-{blank_name(numbers)}",
        numbers=numbers,
        answers=asked,
        hours=office_hours(day),
        rules=rules_for(None),
    )


def blank_handover(numbers: Sequence[str] = UNNUMBERED) -> Printed:
    """Draw the tanda terima for the pen, for receiver and archive; its row enters the book when the power is back."""
    asked = [
        Answer("Nomor buku ekspedisi"),
        Answer("Nomor pendaftaran"),
        Answer("Diserahkan tanggal, jam"),
        Answer("Ditujukan kepada"),
        Answer("Isi, nomor dan tanggal surat", lines=2),
        Answer("Media", ticks=tuple(str(medium.label) for medium in Medium)),
        Answer("Penerima", ticks=tuple(str(kind.label) for kind in ReceiverKind)),
        Answer("Surat kuasa/nomor resi"),
        Answer("Tempat arsip"),
    ]
    return paper(
        "blank_handover", f"tanda-terima-{blank_name(numbers)}", numbers=numbers, answers=asked, copies=KEPT_BY
    )


def blank_notice() -> Printed:
    """Draw PPID-D for the pen: both parts, nothing ticked."""
    return paper("notice", "ppid-d-kosong", is_blank=True, held="ya")


def blank_label(numbers: Sequence[str] = UNNUMBERED) -> Printed:
    """Draw the archive's label for the pen."""
    asked = ("Diterima", "Kode klasifikasi", "Surat balasan", "Buku ekspedisi", "Selesai")
    return paper(
        "label",
        f"label-arsip-{blank_name(numbers)}",
        numbers=numbers,
        place=Answer("Tempat (lemari/rak/boks)"),
        answers=list(map(Answer, asked)),
    )


BLANKS = {
    "ppid-b": Blank(
        "Formulir permohonan (PPID-B)", lambda day, numbers: request_form(None, numbers), 1, "dua rangkap bolak-balik"
    ),
    "tanda-bukti": Blank("Tanda bukti permohonan, setengah A4", blank_receipt, 1, "pemohon dan arsip pada satu lembar"),
    "tanda-bukti-80": Blank(
        "Tanda bukti permohonan, 80 mm", lambda day, numbers: blank_receipt(day, numbers, "80mm"), 1
    ),
    "disposisi": Blank("Lembar disposisi A4", blank_sheet, 5),
    "disposisi-setengah": Blank(
        "Lembar disposisi setengah folio", lambda day, numbers: blank_sheet(day, numbers, "half"), 5
    ),
    "tanda-terima": Blank(
        "Tanda terima", lambda day, numbers: blank_handover(numbers), 1, "penerima dan arsip pada satu lembar"
    ),
    "label": Blank("Label arsip", lambda day, numbers: blank_label(numbers), 1),
    "ppid-d": Blank("Pemberitahuan tertulis (PPID-D)", lambda day, numbers: blank_notice()),
    "ppid-e": Blank("Keputusan penolakan (PPID-E)", lambda day, numbers: refusal()),
    "register": Blank("Register permohonan (PPID-C)", lambda day, numbers: blank_book(BOOKS["register"])),
    "agenda": Blank("Agenda surat masuk", lambda day, numbers: blank_book(BOOKS["agenda"])),
    "ekspedisi": Blank("Buku ekspedisi", lambda day, numbers: blank_book(BOOKS["ekspedisi"])),
    "surat-keluar": Blank("Buku surat keluar", lambda day, numbers: blank_book(BOOKS["surat"])),
}
