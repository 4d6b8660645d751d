"""Tallies: the figures of closed days and months, kept, forgotten when an act touches them, and proven.

A span of which no tally stands is counted from its rows, so a missing tally costs time and never truth. Pages only
read. `keep` writes: from the command `tally`, when the server starts and at the first login of a day. An act that
happened on an earlier day, a reopening, a correction of the registration and a change of the calendar forget the
tallies they touch, in their own transaction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import Case, Exists, F, JSONField, Min, OuterRef, Q, Value, When
from django.utils import timezone

from ...models.case import InformationRequest
from ...models.performance import Tally
from . import counting
from .figures import Figures, together
from .spans import ONE_DAY, Span, cover, month_of, span_of_day

SETTLED = timedelta(hours=1)  # an act begun before midnight is written by then
A_FEW = 3  # spans kept at a login; more wait for the command


# -- Reading -----------------------------------------------------------------------------------------------------------


def figures_of(cells: list[Span], wanted: Span) -> list[Figures]:
    """Give each cell's figures; how long steps took is read for cells within `wanted` alone."""
    tallies = _stored(cells, wanted)
    covers = [cover(cell, set(tallies)) for cell in cells]
    counted = counting.count([(number, gap) for number, found in enumerate(covers) for gap in found.gaps])
    return [
        together([*(tallies[span] for span in found.stored), counted.get(number, Figures())])
        for number, found in enumerate(covers)
    ]


def _stored(cells: list[Span], wanted: Span) -> dict[Span, Figures]:
    """Read the kept months, and of days only those whose month is not kept or is cut by a cell's edge."""
    begins, ends = min(cell.begins for cell in cells), max(cell.ends for cell in cells)
    rows = Tally.objects.filter(begins__gte=begins, ends__lte=ends)
    months = Tally.objects.filter(span=Tally.MONTH, begins__gte=begins, ends__lte=ends)
    needed: Any = Q(span=Tally.MONTH) | ~Exists(
        months.filter(begins__lte=OuterRef("begins"), ends__gt=OuterRef("begins"))
    )
    for month in {month_of(edge) for cell in cells for edge in cell if edge.day > 1}:
        needed |= Q(begins__gte=month.begins, ends__lte=month.ends)
    is_wanted = When(begins__gte=wanted.begins, ends__lte=wanted.ends, then=F("minutes"))
    rows = rows.annotate(detail=Case(is_wanted, default=Value(None, JSONField()), output_field=JSONField()))
    found = rows.filter(needed).values_list("begins", "ends", "counts", "detail")
    return {Span(begins, ends): Figures.from_stored(counts, minutes) for begins, ends, counts, minutes in found}


# -- Keeping -----------------------------------------------------------------------------------------------------------


def keep(now: datetime, most: int | None = None) -> int:
    """Keep the tallies that are missing of closed days and months, the newest first; say how many were made.

    A month adds up its days, which stay: with them any period is read, and a day that was touched is counted alone.
    """
    missing = missing_spans(now)[:most]
    months = [span for span in missing if span.is_month]
    for days in _by_month(span for span in missing if not span.is_month):
        _keep(Tally.DAY, days)
    for month in months:
        _keep(Tally.MONTH, [month])
    return len(missing)


def missing_spans(now: datetime) -> list[Span]:
    """List the closed days, and then the closed months, of which no tally stands."""
    today = timezone.localdate(now - SETTLED)
    first = InformationRequest.objects.aggregate(first=Min("received_at"))["first"]
    if first is None:
        return []
    begins = timezone.localdate(first)
    days = [span_of_day(today - ONE_DAY * back) for back in range(1, (today - begins).days + 1)]
    month, months = month_of(today), []
    while (month := month_of(month.begins - ONE_DAY)).ends > begins:
        months.append(month)
    stored = set(Tally.objects.values_list("begins", "ends"))
    return [span for span in (*days, *months) if tuple(span) not in stored]


def _by_month(days: Iterable[Span]) -> list[list[Span]]:
    found = defaultdict(list)
    for day in days:
        found[month_of(day.begins)].append(day)
    return list(found.values())


@transaction.atomic
def _keep(name: str, spans: list[Span]) -> None:
    """Count some spans and keep them; acts that would forget them wait meanwhile (SQLite: transactions are IMMEDIATE).

    A day that was kept by somebody else meanwhile is kept anew.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f'LOCK TABLE "{Tally._meta.db_table}" IN SHARE ROW EXCLUSIVE MODE')
    found = figures_of(spans, spans[0]) if name == Tally.MONTH else _counted_each(spans)
    rows = []
    for span, figures in zip(spans, found, strict=True):
        counts, minutes = figures.as_stored()
        rows.append(Tally(span=name, begins=span.begins, ends=span.ends, counts=counts, minutes=minutes))
    Tally.objects.filter(span=name, begins__in=[row.begins for row in rows]).delete()
    Tally.objects.bulk_create(rows)


def _counted_each(spans: list[Span]) -> list[Figures]:
    found = counting.count(list(enumerate(spans)))
    return [found.get(number, Figures()) for number in range(len(spans))]


def counted(span: Span) -> Figures:
    """Count a span from its rows, whatever is kept."""
    return _counted_each([span])[0]


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
