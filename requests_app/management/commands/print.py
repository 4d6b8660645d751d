"""Print one paper to a PDF file: `manage.py print receipt 0001 -o tanda-bukti.pdf`."""

from datetime import date, datetime
from pathlib import Path

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from ... import printing
from ..desk_command import DeskCommand, case_of

OF_A_CASE = {
    "receipt": printing.receipt,
    "request": printing.request_form,
    "disposition": printing.disposition_sheet,
    "disposition-half": lambda case: printing.disposition_sheet(case, "half"),
    "handover": printing.handover,
    "notice": printing.notice,
    "refusal": printing.refusal,
    "label": printing.archive_label,
}
OF_A_MONTH = {"book": printing.expedition_book, "register": printing.register}

OF_WHAT = f"nomor pendaftaran, bulan seperti 2026-11, atau formulir kosong: {', '.join(printing.BLANKS)}"


class Command(DeskCommand):
    help = "Cetak satu dokumen ke berkas PDF."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paper", choices=[*OF_A_CASE, "letter", *OF_A_MONTH, "sop", "blank"], help="dokumen")
        parser.add_argument(
            "of",
            nargs="?",
            default="",
            help=OF_WHAT,
        )
        parser.add_argument("-o", "--output", required=True, type=Path, help="berkas PDF yang ditulis")
        parser.add_argument("--size", choices=printing.RECEIPT_SIZES, default="a4half", help="ukuran tanda bukti")

    def handle(self, *, paper: str, of: str, output: Path, size: str, **options: object) -> None:
        content = pdf_of(paper, of, size, timezone.now())
        try:
            output.write_bytes(content)
        except OSError as error:
            raise CommandError(f"Berkas {output} tidak dapat ditulis.") from error


def pdf_of(paper: str, of: str, size: str, now: datetime) -> bytes:
    """Render the paper named on the command line. Raises Refusal or CommandError with one sentence."""
    if paper == "sop":
        return printing.sop_paper().pdf
    if paper == "blank":
        return blank(of, now)
    if paper in OF_A_MONTH:
        return OF_A_MONTH[paper](*month(of)).pdf
    case = case_of(of)
    if paper == "letter":
        return printing.letter_bytes(printing.latest_letter(case), now=now)
    if paper == "receipt":
        return printing.receipt(case, size).pdf
    return OF_A_CASE[paper](case).pdf


def blank(name: str, now: datetime) -> bytes:
    """Render a form for the pen. Raises CommandError for one there is not."""
    if name not in printing.BLANKS:
        raise CommandError(f"Tidak ada formulir kosong “{name}”. Yang ada: {', '.join(printing.BLANKS)}.")
    return printing.BLANKS[name].draw(timezone.localdate(now)).pdf


def month(text: str) -> tuple[int, int]:
    """Read "2026-11". Raises CommandError."""
    try:
        first = date.fromisoformat(f"{text}-01")
    except ValueError as error:
        raise CommandError(f"Bulan ditulis seperti 2026-11, bukan “{text}”.") from error
    return first.year, first.month
