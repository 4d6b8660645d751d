"""The four books as volumes: one book, some days, one reader. Screen, paper, XLSX and CSV show the same of it."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from ..text.words import WITA
from . import rows
from .late_notes import late_notes
from .periods import Period
from .recap import recap_rows, recap_sums
from .sheets import Column, Sheet

MASKED = "[disamarkan]"
LONG_NUMBER = re.compile(r"\+?\d{10,}")
PUBLIC_NOTE = "Varian untuk diumumkan: data pribadi disamarkan."


def _nothing(begin: date, end: date) -> list[Any]:
    return []


@dataclass(frozen=True)
class Book:
    """One of the books: what its rows are, in which columns, and which of them are personal data."""

    slug: str
    title: str
    tab: str  # its name among the books
    counted: str
    template: str
    find: Callable[[date, date], QuerySet[Any]]
    read: Callable[[date, date, slice], list[Any]]
    columns: Mapping[str, Column]  # by the name of the row's value
    personal: frozenset[str]
    dated: str  # the value its rows are in order of
    command: str  # its name on the command line
    late: Callable[[date, date], list[Any]] = _nothing  # rows about days whose book is closed, after its own
    sums: Callable[[date, date], list[list[Any]]] = _nothing  # a small table below it, its first row the head

    @property
    def page(self) -> str:
        """Name its page among the addresses."""
        return f"book_{self.template}"


EXPEDITION = Book(
    *("ekspedisi", "Buku ekspedisi", "Ekspedisi", "pengiriman", "expedition"),
    rows.expeditions,
    rows.expedition_rows,
    {
        "number": Column("No. urut", width=10),
        "sent_at": Column("Tanggal pengiriman", "datetime", 18),
        "letter": Column("Tanggal dan nomor surat", width=34),
        "contents": Column("Isi singkat", width=40),
        "addressed_to": Column("Ditujukan kepada", width=26),
        "remark": Column("Keterangan", width=36),
        "receiver": Column("Nama penerima", width=28),
        "signed": Column("Tanda terima", width=18),
    },
    frozenset({"addressed_to", "remark", "receiver", "refused"}),
    dated="sent_at",
    command="book",
    late=late_notes,
)
AGENDA = Book(
    *("agenda", "Agenda surat masuk", "Surat masuk", "surat masuk", "agenda"),
    rows.incoming,
    rows.agenda_rows,
    {
        "agenda_number": Column("No. agenda", width=12),
        "received_at": Column("Tanggal terima", "datetime", 18),
        "letter_date": Column("Tanggal surat", "date", 12),
        "letter_number": Column("Nomor surat", width=24),
        "sender": Column("Asal", width=28),
        "subject": Column("Perihal", width=50),
        "enclosure": Column("Lampiran", width=16),
        "remark": Column("Keterangan", width=30),
    },
    frozenset({"sender", "remark"}),
    dated="received_at",
    command="agenda",
)
REGISTER = Book(
    *("register", "Register permohonan informasi", "Register", "permohonan", "register"),
    rows.received,
    rows.register_rows,
    {
        "number": Column("No.", width=26),
        "received_at": Column("Tgl.", "date", 12),
        "name": Column("Nama", width=26),
        "address": Column("Alamat", width=28),
        "contact": Column("Kontak", width=24),
        "occupation": Column("Pekerjaan", width=16),
        "information": Column("Informasi yang diminta", width=50),
        "purpose": Column("Tujuan penggunaan", width=28),
        "holding": Column("Status: dikuasai", width=14),
        "form": Column("Bentuk", width=11),
        "manner": Column("Jenis", width=11),
        "decision": Column("Keputusan", width=20),
        "refusal": Column("Alasan penolakan", width=28),
        "due_on": Column("Batas pemberitahuan (UU)", "date", 14),
        "noticed_on": Column("Tanggal pemberitahuan", "date", 14),
        "given_on": Column("Tanggal pemberian", "date", 14),
        "cost": Column("Biaya dan cara bayar", width=16),
        "late_entry": Column("Susulan", width=30),
    },
    frozenset({"name", "address", "contact", "occupation"}),
    dated="received_at",
    command="register",
)
LETTERS = Book(
    *("surat", "Buku surat keluar", "Surat keluar", "surat keluar", "letters"),
    rows.sent_letters,
    rows.letter_rows,
    {
        "number": Column("Nomor surat", width=36),
        "letter_date": Column("Tanggal surat", "date", 12),
        "recipient": Column("Ditujukan kepada", width=28),
        "subject": Column("Hal", width=50),
        "enclosure": Column("Lampiran", width=30),
        "case_number": Column("Permohonan", width=28),
        "remark": Column("Keterangan", width=36),
    },
    frozenset({"recipient"}),
    dated="letter_date",
    command="letters",
)
RECAP = Book(
    *("rekap", "Rekap informasi yang diminta dan diberikan", "Rekap", "permohonan", "recap"),
    rows.received,
    recap_rows,
    {
        "number": Column("No.", width=26),
        "received_at": Column("Tgl.", "date", 12),
        "category": Column("Jenis informasi", width=22),
        "information": Column("Informasi yang diminta", width=50),
        "given": Column("Informasi yang diberikan", width=50),
        "decision": Column("Keputusan", width=24),
        "refusal": Column("Alasan penolakan", width=30),
        "given_on": Column("Tanggal pemberian", "date", 14),
    },
    frozenset(),
    dated="received_at",
    command="recap",
    sums=recap_sums,
)
BOOKS = {book.slug: book for book in (EXPEDITION, AGENDA, REGISTER, LETTERS, RECAP)}


@dataclass(frozen=True)
class Volume:
    """A book at some days as one reader may see it; on a screen, one page of it."""

    book: Book
    period: Period
    rows: Sequence[Any]
    count: int  # of all its rows, also those on other pages
    public: bool = False
    late: Sequence[Any] = ()
    is_last: bool = True  # its last row is among these
    sums: Sequence[Sequence[Any]] = ()

    @property
    def title(self) -> str:
        """Name it: "Buku ekspedisi November 2026"."""
        return f"{self.book.title} {self.period}{' (varian publikasi)' if self.public else ''}"

    @property
    def name(self) -> str:
        """Name its file, without a suffix."""
        return f"{self.book.title.lower().replace(' ', '-')}-{self.period.slug}{'-publik' if self.public else ''}"

    @property
    def total(self) -> str:
        """Say how many rows it has."""
        return f"Jumlah: {self.count} {self.book.counted}."

    @property
    def lines(self) -> list[Any]:
        """Give its rows, and after the last of them those about days whose book is closed."""
        return [*self.rows, *(self.late if self.is_last else ())]

    @property
    def notes(self) -> list[str]:
        """Say what stands below the rows."""
        late = [f"Catatan atas bulan yang sudah ditutup: {len(self.late)}."] if self.late else []
        return [self.total, *late, *([PUBLIC_NOTE] if self.public else [])]

    def cells(self) -> list[list[Any]]:
        """Give the rows as values, in the order of the book's columns."""
        columns = self.book.columns.items()
        return [[_value(getattr(row, name), column.kind) for name, column in columns] for row in self.lines]

    def sheet(self) -> Sheet:
        """Give the volume as a table for XLSX and CSV."""
        return Sheet(self.title, list(self.book.columns.values()), self.cells(), self.notes, self.sums)


def _value(value: Any, kind: str) -> Any:
    return value.astimezone(WITA).date() if kind == "date" and isinstance(value, datetime) else value


def volume(
    book: Book,
    period: Period,
    *,
    hidden: frozenset[int] = frozenset(),
    public: bool = False,
    window: slice = rows.WHOLE,
    count: int | None = None,
) -> Volume:
    """Open a book: Rahasia rows covered where the reader may not read them, personal data masked when it is published.

    `hidden` names the Rahasia cases whose content the reader may not read; of a published book all of them. Who opens
    one page of it (`window`) says how many rows it has (`count`).
    """
    days = (period.begin, period.end)
    found, late = (rows.covered(read, hidden) for read in (book.read(*days, window), book.late(*days)))
    if public:
        found, late = ([_masked(row, book.personal) for row in part] for part in (found, late))
    whole = len(found) if count is None else count
    is_last = window.stop is None or window.stop >= whole
    return Volume(book, period, found, whole, public, late, is_last, book.sums(*days))


def _masked(row: Any, personal: frozenset[str]) -> Any:
    """Mask the personal columns, and in the others any long number, such as a NIK or a telephone, typed into a text."""
    values: dict[str, Any] = {
        name: MASKED if name in personal else LONG_NUMBER.sub(MASKED, value)
        for name, value in vars(row).items()
        if isinstance(value, str) and value not in ("", rows.COVERED)
    }
    return replace(row, **values, **({"missing": ()} if hasattr(row, "missing") else {}))
