"""What was learned of a hand-over after its month was closed: that month's paper stays, so an open one tells it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from ..models.books import Expedition
from ..models.records import Correction
from ..models.shelf import ClosedMonth, ExpeditionNote
from ..text.words import WITA, bulan
from .rows import ExpeditionRow, bounds, under


@dataclass(frozen=True)
class Learned:
    """One thing learned later of one row, and when."""

    at: datetime
    what: str
    said: str
    row: Expedition

    @property
    def month(self) -> tuple[int, int]:
        return self.row.booked_on.year, self.row.booked_on.month

    @property
    def group(self) -> tuple[object, ...]:
        """Tell what makes one entry: a correction by itself, a sheet or a place once for all its rows of a month.

        A Rahasia row stands alone, so that who may not read it reads nothing of it.
        """
        alone = self.row.pk if self.what == CORRECTED or self.row.case.confidential else 0
        return self.at, self.what, self.said, self.month, alone


CORRECTED = "Koreksi"


def late_notes(begin: date, end: date) -> list[ExpeditionRow]:
    """List what was put right or put beside, on some days, of rows whose month had been closed before.

    An entry is marked by the numbers it is about, and stands in the book of the day it was recorded. Three queries,
    one where no month was ever closed.
    """
    shut = {(month.year, month.month): month.closed_at for month in ClosedMonth.objects.all()}
    if not shut:
        return []
    groups: dict[tuple[object, ...], list[Learned]] = {}
    for one in sorted(_learned(begin, end), key=lambda one: (one.at, one.row.year, one.row.sequence or 0, one.row.pk)):
        if one.month in shut and shut[one.month] <= one.at:
            groups.setdefault(one.group, []).append(one)
    return [_entry(group) for group in groups.values()]


def _learned(begin: date, end: date) -> Iterator[Learned]:
    first, after = bounds(begin, end)
    corrections = Correction.objects.filter(
        record__expedition__isnull=False, recorded_at__gte=first, recorded_at__lt=after
    )
    for row in corrections.select_related("record__expedition__case", "record__expedition__letter"):
        yield Learned(row.recorded_at, CORRECTED, row.note, row.record.expedition)
    notes = ExpeditionNote.objects.filter(noted_at__gte=first, noted_at__lt=after)
    for note in notes.select_related("row__case", "row__letter", "file"):
        yield Learned(note.noted_at, note.get_kind_display(), note.file.name if note.file else note.text, note.row)


def _entry(group: list[Learned]) -> ExpeditionRow:
    one, numbers = group[0], ", ".join(learned.row.number for learned in group)
    return ExpeditionRow(
        case_id=one.row.case_id,
        case_number=one.row.case.number,
        number=f"atas {numbers}",
        sent_at=one.at.astimezone(WITA),
        letter=under(one.row) if len(group) == 1 else "",
        contents=f"{one.what} atas no. {numbers}, {bulan(one.row.booked_on)} (bulan yang sudah ditutup)",
        addressed_to=one.row.addressed_to if len(group) == 1 else "",
        remark=one.said,
        receiver="",
        signed_copy=False,
        signed_file=None,
        refused="",
    )
