"""The law's days of a case: when the written notice falls due, and which days counted on the way there.

Pure: term, calendar and the day asked about come in as arguments. All lengths are whole working days after the day of
receipt, which is day 0 [U]; they are the whole case's, and never mixed with the SOP's minutes per step. Only an
incomplete file stops them: the day the petitioner is told still counts, the day the file is completed does not,
as the day of receipt does not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from .hours import LONGEST_CLOSURE, Calendar, NoWorkingTime, due_date, is_working_day

ONE_DAY = timedelta(days=1)
COUNTED, WAITING, CLOSED = "dihitung", "menunggu pemohon melengkapi berkas", "kantor tutup"


@dataclass(frozen=True)
class Stop:
    """An incomplete file: the day the petitioner was told, and the day it was completed, None while it is not."""

    told: date
    completed: date | None

    def hides(self, day: date) -> bool:
        """Tell whether the day is not counted because the file waits for the petitioner."""
        return self.told < day and (self.completed is None or day <= self.completed)


@dataclass(frozen=True)
class Term:
    """What decides a case's days: when received, how many days are given, what stopped, lengthened or closed them."""

    received: date
    days: int
    extended: int = 0  # days added by the one extension
    stops: tuple[Stop, ...] = ()
    closed: date | None = None  # the written notice, or the day it was no longer owed


@dataclass(frozen=True)
class DayStretch:
    """Days in a row that counted, or did not, and why; `counted` is the number counted up to and with the last."""

    first: date
    last: date
    reason: str
    counted: int

    @property
    def is_counted(self) -> bool:
        return self.reason == COUNTED

    @property
    def length(self) -> int:
        return (self.last - self.first).days + 1


def due_day(term: Term, calendar: Calendar) -> date | None:
    """Find the last day for the written notice; None while an incomplete file stops the days.

    Raises NoWorkingTime for a calendar that never opens.
    """
    return _reached(term, term.days + term.extended, calendar)


def counted(term: Term, until: date, calendar: Calendar) -> int:
    """Count the working days after the receipt up to and with a day; 0 before and on the day of receipt."""
    return sum(reason == COUNTED for _, reason in _days(term, until, calendar))


def left(term: Term, today: date, calendar: Calendar) -> int:
    """Count the working days still to come up to the due day; negative by as many as have passed since it."""
    given = term.days + term.extended
    due = due_day(term, calendar)
    if due is None or today <= due:
        return given - counted(term, today, calendar)
    return -working_days(due, today, calendar)


def is_late(term: Term, today: date, calendar: Calendar) -> bool:
    """Tell whether the notice came, or is still owed, after the due day."""
    due = due_day(term, calendar)
    return due is not None and (term.closed or today) > due


def stretches(term: Term, until: date, calendar: Calendar) -> list[DayStretch]:
    """Explain every day after the receipt up to and with `until`; the counted ones add up to `counted`."""
    found: list[DayStretch] = []
    total = 0
    for reason, same in groupby(_days(term, until, calendar), key=lambda item: item[1]):
        days = [day for day, _ in same]
        total += len(days) if reason == COUNTED else 0
        found.append(DayStretch(days[0], days[-1], reason, total))
    return found


def working_days(first: date, last: date, calendar: Calendar) -> int:
    """Count the working days after the first day, up to and with the last."""
    return sum(is_working_day(day, calendar) for day in _after(first, last))


def tell_by(received: date, days: int, calendar: Calendar) -> date:
    """Find the last day to tell the petitioner that the file is incomplete."""
    return due_date(received, days, calendar)


def complete_by(told: date, days: int, calendar: Calendar) -> date:
    """Find the last day for the petitioner to complete the file."""
    return due_date(told, days, calendar)


def _reached(term: Term, wanted: int, calendar: Calendar) -> date | None:
    """Find the day on which so many days have been counted; None if an open stop comes first."""
    day, counted_so_far, idle = term.received, 0, 0
    while counted_so_far < wanted:
        day += ONE_DAY
        if any(stop.completed is None and stop.hides(day) for stop in term.stops):
            return None
        counts = _reason(term, day, calendar) == COUNTED
        counted_so_far, idle = counted_so_far + counts, 0 if is_working_day(day, calendar) else idle + 1
        if idle > LONGEST_CLOSURE.days:
            raise NoWorkingTime("Kalender tidak mempunyai hari kerja, sehingga batas waktu tidak dapat dihitung.")
    return day


def _days(term: Term, until: date, calendar: Calendar) -> Iterator[tuple[date, str]]:
    return ((day, _reason(term, day, calendar)) for day in _after(term.received, until))


def _reason(term: Term, day: date, calendar: Calendar) -> str:
    if any(stop.hides(day) for stop in term.stops):
        return WAITING
    if is_working_day(day, calendar):
        return COUNTED
    closed = calendar.day(day).closed
    return closed if closed.startswith(("libur", "akhir pekan")) else CLOSED


def _after(first: date, last: date) -> Iterator[date]:
    return map(date.fromordinal, range(first.toordinal() + 1, last.toordinal() + 1))


def stops_of(pairs: Sequence[tuple[date, date | None]]) -> tuple[Stop, ...]:
    """Read (told, completed) pairs as stops, in order."""
    return tuple(Stop(told, completed) for told, completed in sorted(pairs, key=lambda pair: pair[0]))
