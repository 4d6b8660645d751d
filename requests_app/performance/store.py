"""Tallies: the figures of closed days and months, kept, forgotten when an act touches them, and proven.

A span of which no tally stands is counted from its rows, so a missing tally costs time and never truth. Pages only
read. `keep` writes: from the command `tally`, when the server starts and at the first login of a day. An act that
happened on an earlier day, a reopening, a correction of the registration and a change of the calendar forget the
tallies they touch, in their own transaction.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.db.models import Case, F, JSONField, Min, Q, Value, When
from django.utils import timezone

from ..models.case import InformationRequest
from ..models.performance import Tally
from . import counting
from .figures import Figures, together
from .spans import ONE_DAY, Span, cover, day_of, month_of

SETTLED = timedelta(hours=1)  # an act begun before midnight is written by then
A_FEW = 3  # spans kept at a login; more wait for the command


# -- Reading -----------------------------------------------------------------------------------------------------------


def figures_of(cells: list[Span], wanted: Span) -> list[Figures]:
    """Give each cell's figures, in two statements; how long steps took is read for cells within `wanted` alone."""
    tallies = _stored(Span(min(cell.begins for cell in cells), max(cell.ends for cell in cells)), wanted)
    covers = [cover(cell, set(tallies)) for cell in cells]
    counted = counting.count([(number, gap) for number, found in enumerate(covers) for gap in found.gaps])
    return [
        together([*(tallies[span] for span in found.stored), counted.get(number, Figures())])
        for number, found in enumerate(covers)
    ]


def _stored(within: Span, wanted: Span) -> dict[Span, Figures]:
    rows = Tally.objects.filter(begins__gte=within.begins, ends__lte=within.ends)
    is_wanted = When(begins__gte=wanted.begins, ends__lte=wanted.ends, then=F("minutes"))
    rows = rows.annotate(detail=Case(is_wanted, default=Value(None, JSONField()), output_field=JSONField()))
    found = rows.values_list("begins", "ends", "counts", "detail")
    return {Span(begins, ends): Figures.from_stored(counts, minutes) for begins, ends, counts, minutes in found}


# -- Keeping -----------------------------------------------------------------------------------------------------------


def keep(now: datetime, most: int | None = None) -> int:
    """Keep the tallies that are missing of closed months, and of closed days of this month; say how many were made.

    Days of a month that is kept whole are let go.
    """
    missing = missing_spans(now)[:most]
    for span in missing:
        _keep(span)
    return len(missing)


def missing_spans(now: datetime) -> list[Span]:
    """List the closed days of this month and the closed months of which no tally stands, newest first."""
    today = timezone.localdate(now - SETTLED)
    month, first = month_of(today), InformationRequest.objects.aggregate(first=Min("received_at"))["first"]
    if first is None:
        return []
    begins = timezone.localdate(first)
    days = [day_of(today - ONE_DAY * back) for back in range(1, today.day)]
    months = []
    while (month := month_of(month.begins - ONE_DAY)).ends > begins:
        months.append(month)
    stored = set(Tally.objects.values_list("begins", "ends"))
    return [span for span in (*days, *months) if span.ends > begins and tuple(span) not in stored]


@transaction.atomic
def _keep(span: Span) -> None:
    """Count one span and keep it; acts that would forget it wait meanwhile (SQLite: the transaction is IMMEDIATE)."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f'LOCK TABLE "{Tally._meta.db_table}" IN SHARE ROW EXCLUSIVE MODE')
    counts, minutes = counted(span).as_stored()
    is_month = span == month_of(span.begins)
    Tally.objects.filter(begins__gte=span.begins, ends__lte=span.ends).delete()
    name = Tally.MONTH if is_month else Tally.DAY
    Tally.objects.create(span=name, begins=span.begins, ends=span.ends, counts=counts, minutes=minutes)


def counted(span: Span) -> Figures:
    """Count a span from its rows, whatever is kept."""
    return counting.count([(0, span)]).get(0, Figures())


# -- Forgetting --------------------------------------------------------------------------------------------------------


def forget(instants: Iterable[datetime | None], now: datetime) -> None:
    """Forget the tallies of the days these instants lie on; those of today were never kept, so that costs nothing."""
    today = timezone.localdate(now)
    days = {timezone.localdate(at) for at in instants if at is not None}
    touched = Q()
    for day in sorted(day for day in days if day < today):
        touched |= Q(begins__lte=day, ends__gt=day)
    if touched:
        Tally.objects.filter(touched).delete()


def forget_since(day: date) -> None:
    """Forget every tally from a day on: the calendar changed there."""
    Tally.objects.filter(ends__gt=day).delete()


# -- Proving -----------------------------------------------------------------------------------------------------------


def verify() -> list[str]:
    """Name the tallies that differ from a count of their rows; there must be none."""
    return [
        f"{row}: rekap tersimpan berbeda dari hitungan"
        for row in Tally.objects.order_by("begins", "span")
        if Figures.from_stored(row.counts, row.minutes) != counted(Span(row.begins, row.ends))
    ]
