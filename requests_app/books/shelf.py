"""The books' keeping: a day's signed sheet scanned once for all its rows, archive places, months closed for good.

A row of the expedition book is never written again; what is learned later stands beside it (DOMAIN section 3).
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from .. import documents, printing
from ..models.books import Expedition, NumberKind, NumberSeries
from ..models.people import Appointment
from ..models.shelf import BookFile, ClosedMonth, ExpeditionNote, FileKind, NoteKind
from ..printing import BOOKS, Period
from ..printing.joining import page_count
from ..printing.rows import expeditions
from ..rules.office import CLOSE_MONTH, KEEP_BOOKS
from ..rules.people import Acting
from ..rules.refusals import Incomplete, NotNow
from ..text.words import WITA, bulan, hari_tanggal, jam


def put_beside(
    rows: Iterable[Expedition], acting: Acting, now: datetime, *, scan: documents.Upload | None, place: str = ""
) -> int:
    """Put a scan, stored once, and an archive place beside rows of the book; what stands there already is not doubled.

    Gives how many notes were written. Raises NotPermitted, Incomplete.
    """
    held, rows, place = KEEP_BOOKS.check(acting), list(rows), place.strip()
    if not rows:
        raise Incomplete({"rows": "Pilih baris yang tercakup."})
    if scan is None and not place:
        raise Incomplete({"scan": "Unggah pindaian lembarnya, atau isi tempat arsip."})
    common = {"appointment": held, "noted_at": now}
    with transaction.atomic():
        file = _stored_once(scan, acting, now) if scan else None
        notes = [ExpeditionNote(row=row, kind=NoteKind.SIGNED, file=file, **common) for row in rows if file]
        notes += [ExpeditionNote(row=row, kind=NoteKind.ARCHIVE, text=place, **common) for row in rows if place]
        known = set(ExpeditionNote.objects.filter(row__in=rows).values_list("row_id", "kind", "file_id", "text"))
        fresh = [note for note in notes if (note.row_id, note.kind, note.file_id, note.text) not in known]
        for note in fresh:
            note.save()
    return len(fresh)


def scanned(rows: Iterable[Expedition]) -> frozenset[int]:
    """Name the rows a signed sheet was scanned for. One query."""
    notes = ExpeditionNote.objects.filter(row__in=list(rows), kind=NoteKind.SIGNED)
    return frozenset(notes.values_list("row_id", flat=True))


def _stored_once(scan: documents.Upload, acting: Acting, now: datetime) -> BookFile:
    """Find the same bytes uploaded before, else store them: a form sent twice keeps one file."""
    digest = documents.digest(scan)
    known = BookFile.objects.filter(kind=FileKind.SHEET, sha256=digest).first()
    return known or documents.store_of_book(FileKind.SHEET, scan, user=acting.user, now=now)


# -- Closing a month ---------------------------------------------------------------------------------------------------


def closable(today: date) -> list[Period]:
    """List the past months that have rows and are not closed, the oldest first. Two queries."""
    days = Expedition.objects.filter(booked_on__lt=today.replace(day=1)).dates("booked_on", "month")
    closed = set(ClosedMonth.objects.values_list("year", "month"))
    return [Period.month(day) for day in days if (day.year, day.month) not in closed]


def close_month(period: Period, acting: Acting, now: datetime, spend: Callable[[], Any] = bool) -> ClosedMonth:
    """Close a past month of the expedition book: draw its paper, store it with its hash, let nothing more into it.

    Never call this inside a transaction: it renders; `spend` spends the form's token where it writes. Raises
    NotPermitted, NotNow.
    """
    held = CLOSE_MONTH.check(acting)
    check_closable(period, now)
    for _ in range(3):  # a late entry may come in while the paper is drawn; then it is drawn again
        volume = printing.volume(BOOKS["ekspedisi"], period)
        printed = printing.book(volume, closing_words(period, held, now, volume.count))
        upload = documents.Upload(f"{printed.name}.pdf", documents.PDF, printed.pdf, page_count(printed.pdf))
        if closed := _store(period, held, upload, now, volume.count, spend):
            return closed
    raise NotNow("Buku bulan ini masih diisi; coba lagi sebentar lagi.")


def check_closable(period: Period, now: datetime) -> None:
    """Make sure a month is over and not closed yet. Raises NotNow."""
    if not period.is_month or period.end >= now.astimezone(WITA).date():
        raise NotNow(f"{period} belum berakhir; bulan yang berjalan tidak dapat ditutup.")
    if ClosedMonth.objects.filter(year=period.begin.year, month=period.begin.month).exists():
        raise NotNow(f"{bulan(period.begin)} sudah ditutup.")


def closing_words(period: Period, held: Appointment, now: datetime, rows: int) -> str:
    """Say on the paper by whom and when the month was closed."""
    who = f"{held.held_title}, {held.user.display_name}"
    return f"{period} ditutup dengan {rows} baris pada {hari_tanggal(now)} {jam(now)} oleh {who}."


def _store(
    period: Period, held: Appointment, upload: documents.Upload, now: datetime, rows: int, spend: Callable[[], Any]
) -> ClosedMonth | None:
    """Store the paper if the month still holds what was drawn; the book's own series keeps hand-overs waiting."""
    try:
        with transaction.atomic():
            list(NumberSeries.objects.select_for_update().filter(kind=NumberKind.EXPEDITION))
            if expeditions(period.begin, period.end).count() != rows:
                return None
            file = documents.store_of_book(FileKind.MONTH, upload, user=held.user, now=now)
            spend()
            return ClosedMonth.objects.create(
                year=period.begin.year, month=period.begin.month, rows=rows, file=file, appointment=held, closed_at=now
            )
    except IntegrityError as error:  # two at once
        raise NotNow(f"{bulan(period.begin)} sudah ditutup.") from error


def closed_month(period: Period) -> ClosedMonth | None:
    """Find how a month was closed, if it was."""
    if not period.is_month:
        return None
    found = ClosedMonth.objects.filter(year=period.begin.year, month=period.begin.month)
    return found.select_related("file", "appointment__user", "appointment__post").first()
