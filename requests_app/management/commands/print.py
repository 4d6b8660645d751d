"""Print one paper to a file: `manage.py print receipt 0001 -o tanda-bukti.pdf`, `print register 2026 -o r.xlsx`."""

from datetime import datetime
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser
from django.utils import timezone

from ... import documents, printing
from ...books import builds, yearly
from ...derived.tallies.spans import ONE_DAY, Span
from ...models.people import Office
from ...performance.report import report
from ...printing import sheets
from ...rules.reading import sealed_from
from .. import long_books
from ..blank_forms import NAMES, blank
from ..desk_command import DeskCommand, case_of, write_file

BOOKS = {book.command: book for book in printing.BOOKS.values()}

OF_WHAT = (
    "nomor pendaftaran; waktu sebuah buku: 2026-11, 2026, 2026-11-23_2026-11-27; "
    f"atau formulir kosong: {', '.join(NAMES)}, satu nomor darurat"
)


class Command(DeskCommand):
    help = "Cetak satu dokumen ke berkas PDF; buku juga ke XLSX atau CSV."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "paper",
            choices=[*printing.PAPERS, *BOOKS, "performance", "yearly", "sop", "blank"],
            help="dokumen",
        )
        parser.add_argument("of", nargs="?", default="", help=OF_WHAT)
        parser.add_argument(
            "-o",
            "--output",
            required=True,
            type=Path,
            help="berkas yang ditulis: .pdf; laporan kinerja juga .xlsx, buku juga .xlsx dan .csv",
        )
        parser.add_argument("--size", choices=("a4half", "80mm"), default="a4half", help="ukuran tanda bukti")
        parser.add_argument("--count", type=int, default=1, help="banyaknya formulir darurat")
        parser.add_argument("--by", default="", help="nama pengguna yang mencetak formulir darurat")
        parser.add_argument("--number", default="", help="nomor darurat yang sudah dicetak, untuk formulir lain")
        parser.add_argument("--public", action="store_true", help="buku untuk diumumkan: data pribadi disamarkan")

    def handle(self, *, paper: str, of: str, output: Path, size: str, public: bool, **options: Any) -> None:
        if paper == "blank":
            content = blank(of, options["count"], options["by"], timezone.now(), options["number"])
        elif paper in BOOKS:
            content = book(BOOKS[paper], of, output.suffix.lower(), public)
        elif paper == "performance":
            content = performance(of, output.suffix.lower(), timezone.now())
        else:
            content = pdf_of(paper, of, size, timezone.now())
        write_file(output, content)


def book(which: printing.Book, of: str, suffix: str, public: bool) -> bytes:
    """Write a book in the form its file's suffix asks for; without a known one as PDF. Raises CommandError."""
    hidden = sealed_from().values_list("pk", flat=True) if public else ()
    wanted = builds.Wanted(which, period(of), public, frozenset(hidden))
    volume = printing.volume(wanted.book, wanted.period, hidden=wanted.hidden, public=public)
    if suffix == ".xlsx":
        return sheets.xlsx([volume.sheet()])
    if suffix == ".csv":
        return sheets.csv(volume.sheet())
    if volume.count > builds.LONG_ROWS:  # drawn in one piece, hundreds of pages would take a gigabyte
        return documents.read(long_books.built(wanted, lambda *said: None, beats=False))
    return printing.book(volume).pdf


def performance(of: str, suffix: str, now: datetime) -> bytes:
    """Write the performance report as a workbook or, by any other suffix, as PDF. Raises CommandError."""
    days, office = period(of), Office.objects.first()
    made = report(Span(days.begin, days.end + ONE_DAY), now, office.calendar_version if office else 0)
    return sheets.xlsx(printing.workbook(made)) if suffix == ".xlsx" else printing.performance_report(made).pdf


def pdf_of(paper: str, of: str, size: str, now: datetime) -> bytes:
    """Render the paper named on the command line. Raises Refusal or CommandError with one sentence."""
    if paper == "sop":
        return printing.sop_paper(now).pdf
    if paper == "yearly":
        return yearly.draw(yearly.find(year(of)), now).pdf
    name = "slip" if (paper, size) == ("receipt", "80mm") else paper
    return printing.PAPERS[name].printed(case_of(of), now).pdf


def year(text: str) -> int:
    """Read a year. Raises CommandError."""
    found = period(text) if len(text) == 4 else None
    if found is None:
        raise CommandError(f"Tahun ditulis seperti 2026, bukan “{text}”.")
    return found.begin.year


def period(text: str) -> printing.Period:
    """Read "2026-11", "2026" or two days. Raises CommandError."""
    try:
        return printing.read_period(text)
    except ValueError as error:
        raise CommandError(f"Bulan ditulis seperti 2026-11, bukan “{text}”.") from error
