"""Numbers, given in the transaction that needs them: own series counted up, or the office's own number typed."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from .. import clock
from ..models.books import Expedition, NumberKind, NumberMode, NumberSeries, load_numbering, load_typed
from ..models.case import InformationRequest
from ..models.codes import SeriesStart
from ..models.people import Office
from ..models.records import IncomingLetter, ReplyLetter
from ..rules.refusals import Incomplete, NotNow

WHERE_USED: dict[str, tuple[Any, str, str]] = {
    NumberKind.REGISTRATION: (InformationRequest, "number", "year"),
    NumberKind.AGENDA: (IncomingLetter, "agenda_number", "agenda_year"),
    NumberKind.LETTER: (ReplyLetter, "number", "number_year"),
    NumberKind.EXPEDITION: (Expedition, "number", "year"),
}


@dataclass(frozen=True)
class Given:
    """A number given: as written, its year, and its place in the series (none when typed)."""

    number: str
    year: int
    sequence: int | None


def give(kind: str, at: datetime, office: Office, typed: str = "", field: str = "number", code: str = "") -> Given:
    """Give the next number of a kind. Raises Incomplete when the office types its numbers and none was typed."""
    local = at.astimezone(clock.WITA)
    numbering = load_numbering(office.calendar_version)[kind]
    if numbering.mode == NumberMode.OFFICE:
        number = " ".join(typed.split())
        if not number:
            raise Incomplete({field: f"Isi {numbering.get_kind_display().lower()} dari buku kantor."})
        if _is_used(kind, local.year, "iexact", number):
            raise Incomplete({field: f"Nomor {number} sudah dipakai pada tahun {local.year}."})
        return Given(number, local.year, None)
    sequence = NumberSeries.take(kind, local.year)
    number = numbering.write(sequence, local, wilayah=office.region_code, kode=code)
    if kind in load_typed(office.calendar_version) and _is_used(kind, local.year, "exact", number):
        raise Incomplete(
            {field: f"Nomor {number} sudah dipakai pada tahun {local.year}; admin mengubah pola nomornya."}
        )
    return Given(number, local.year, sequence)


def check_start(kind: str, year: int) -> None:
    """Make sure no number of a year was given yet. Raises NotNow."""
    model, _, year_field = WHERE_USED[kind]
    if (
        NumberSeries.objects.filter(kind=kind, year=year).exists()
        or model.objects.filter(**{year_field: year}).exists()
    ):
        raise NotNow(f"Nomor tahun {year} sudah ada yang diberikan; nomor pertama tidak dapat ditetapkan lagi.")


def start_series(start: SeriesStart) -> None:
    """Let a year's own series go on from the office's old book: once, before any number of that year. Raises NotNow."""
    try:
        with transaction.atomic():
            check_start(start.kind, start.year)
            NumberSeries.objects.create(kind=start.kind, year=start.year, last=start.first - 1)
            start.save()
    except IntegrityError as error:  # a number was given in this very moment
        raise NotNow(f"Nomor tahun {start.year} baru saja diberikan.") from error


def _is_used(kind: str, year: int, how: str, number: str) -> bool:
    model, number_field, year_field = WHERE_USED[kind]
    return bool(model.objects.filter(**{f"{number_field}__{how}": number, year_field: year}).exists())
