"""Days and months as spans, and how a period is laid out in them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import NamedTuple

from ...text.words import WITA

ONE_DAY = timedelta(days=1)
MONTHS = 12


class Span(NamedTuple):
    """Some days: from `begins` to before `ends`."""

    begins: date
    ends: date

    def within(self, other: Span) -> bool:
        return other.begins <= self.begins and self.ends <= other.ends

    def instants(self) -> tuple[datetime, datetime]:
        """Give the half-open instants it spans in WITA."""
        return datetime.combine(self.begins, time(), WITA), datetime.combine(self.ends, time(), WITA)

    @property
    def is_month(self) -> bool:
        return self == month_of(self.begins)

    @property
    def last(self) -> date:
        return self.ends - ONE_DAY


def span_of_day(day: date) -> Span:
    return Span(day, day + ONE_DAY)


def month_of(day: date) -> Span:
    """Give the whole month a day lies in."""
    first = day.replace(day=1)
    return Span(first, (first + timedelta(days=31)).replace(day=1))


def last_months(day: date, number: int = MONTHS) -> list[Span]:
    """List the months up to and with the one a day lies in, oldest first."""
    months = [month_of(day)]
    while len(months) < number:
        months.insert(0, month_of(months[0].begins - ONE_DAY))
    return months


def cells(period: Span, months: list[Span]) -> list[Span]:
    """Cut period and months into spans that lie wholly inside or outside each of them."""
    edges = sorted({edge for span in (period, *months) for edge in span})
    cut = [Span(begins, ends) for begins, ends in pairwise(edges)]
    return [cell for cell in cut if any(cell.within(span) for span in (period, *months))]


@dataclass(frozen=True)
class Cover:
    """What a cell is made of: stored months and days, and the gaps to be counted."""

    stored: list[Span]
    gaps: list[Span]


def cover(cell: Span, stored: set[Span]) -> Cover:
    """Lay a cell out in stored spans, a whole month before its days; what is left is counted."""
    found = Cover([], [])
    begins = cell.begins
    while begins < cell.ends:
        piece = _longest(begins, cell, stored)
        if piece in stored:
            found.stored.append(piece)
        elif found.gaps and found.gaps[-1].ends == begins:
            found.gaps[-1] = Span(found.gaps[-1].begins, piece.ends)
        else:
            found.gaps.append(piece)
        begins = piece.ends
    return found


def _longest(begins: date, cell: Span, stored: set[Span]) -> Span:
    month = month_of(begins)
    return month if month.begins == begins and month.within(cell) and month in stored else span_of_day(begins)
