"""The office's clock: working minutes and working days between instants.

Pure functions over values. Nothing here asks what time it is: every instant and the calendar are
arguments, instants are aware and counted in WITA, and whatever is not office time is named.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import groupby, pairwise
from typing import Protocol
from zoneinfo import ZoneInfo

WITA = ZoneInfo("Asia/Makassar")
WORKING, BREAK, NIGHT, WEEKEND = "jam kerja", "istirahat", "di luar jam kerja", "akhir pekan"
SATURDAY = 5
ONE_DAY = timedelta(days=1)
ZERO = timedelta()
# A calendar that stays closed longer than this has no hours, it is not on holiday.
LONGEST_CLOSURE = timedelta(days=366)

Spans = tuple[tuple[time, time], ...]


class Holidays(Protocol):
    """What the calendar asks of its holidays: the name of a day that is one. A dict will do."""

    def get(self, day: date, /) -> str | None: ...


class NoWorkingTime(Exception):
    """The calendar opens on no day, so nothing can ever fall due on it."""


@dataclass(frozen=True)
class HoursPeriod:
    """Weekly office hours in force from one day to another, both included.

    `week` has seven days from Monday; a break is the gap between two spans, no span is a closed day.
    Where periods overlap the one that begins last wins, so Ramadan lies over the normal hours.
    Raises ValueError for hours that are out of order.
    """

    name: str
    begins: date
    ends: date | None
    week: tuple[Spans, ...]

    def __post_init__(self) -> None:
        if self.ends is not None and self.ends < self.begins:
            raise ValueError(f"Masa berlaku {self.name} berakhir sebelum dimulai.")
        if len(self.week) != 7:
            raise ValueError(f"Jam kerja {self.name} harus menyebut tujuh hari.")
        for spans in self.week:
            _check_spans(self.name, spans)

    def covers(self, day: date) -> bool:
        return self.begins <= day and (self.ends is None or day <= self.ends)


@dataclass(frozen=True)
class _Day:
    """One day as the office keeps it: its open spans, or why it has none."""

    spans: tuple[tuple[datetime, datetime], ...]
    total: timedelta
    closed: str

    def until(self, at: datetime) -> timedelta:
        """Count the working time of this day that lies before `at`."""
        return sum((min(at, closes) - opens for opens, closes in self.spans if opens < at), ZERO)


@dataclass(frozen=True, eq=False)
class Calendar:
    """Office hours, holidays and extra opening days; equal only to itself, so it can be a cache's key.

    Openings (election duty) beat holidays and weekends. Raises ValueError for hours out of order.
    """

    periods: tuple[HoursPeriod, ...]
    holidays: Holidays
    openings: Mapping[date, tuple[str, Spans]]
    _days: dict[date, _Day] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        for name, spans in self.openings.values():
            _check_spans(name, spans)

    def day(self, day: date) -> _Day:
        """Look the day up, working it out the first time."""
        known = self._days.get(day)
        if known is None:
            known = self._days[day] = self._work_out(day)
        return known

    def _work_out(self, day: date) -> _Day:
        spans, closed = self._hours(day)
        instants = tuple(
            (datetime.combine(day, opens, WITA), datetime.combine(day, closes, WITA)) for opens, closes in spans
        )
        return _Day(instants, sum((closes - opens for opens, closes in instants), ZERO), closed)

    def _hours(self, day: date) -> tuple[Spans, str]:
        if day in self.openings:
            return self.openings[day][1], NIGHT
        holiday = self.holidays.get(day)
        if holiday is not None:
            return (), f"libur: {holiday}"
        in_force = [period for period in self.periods if period.covers(day)]
        closed = WEEKEND if day.weekday() >= SATURDAY else NIGHT
        if not in_force:
            return (), closed
        # Of two that begin on one day the later entry wins, as if it corrected the earlier.
        return max(reversed(in_force), key=lambda period: period.begins).week[day.weekday()], closed


@dataclass(frozen=True)
class Pause:
    """A hold on a case; it stops the clock or, as a plenary does, only explains the wait.

    An open pause (`ended` None) counts to the end asked for. Raises ValueError if it ends before it began.
    """

    began: datetime
    ended: datetime | None
    reason: str
    stops: bool

    def __post_init__(self) -> None:
        if self.ended is not None:
            _check_order(self.began, self.ended)


@dataclass(frozen=True)
class Stretch:
    """A piece of time that counted, or did not, and why."""

    begins: datetime
    ends: datetime
    counted: bool
    reason: str


def stretches(start: datetime, end: datetime, calendar: Calendar, pauses: Iterable[Pause] = ()) -> list[Stretch]:
    """Explain every moment from start to end, without gap or overlap; the counted ones add up to working_time.

    A stopping pause hides the nights and holidays inside it: it alone is then the reason.
    Raises ValueError if end lies before start.
    """
    start, end = _interval(start, end)
    pieces: list[Stretch] = []
    cursor = start
    for stop in _stops(start, end, pauses):
        pieces += _unpaused(cursor, stop.begins, calendar)
        pieces.append(stop)
        cursor = stop.ends
    pieces += _unpaused(cursor, end, calendar)
    return _merge(pieces)


def working_time(start: datetime, end: datetime, calendar: Calendar, pauses: Iterable[Pause] = ()) -> timedelta:
    """Count the office time from start to end that no pause stopped.

    Raises ValueError if end lies before start.
    """
    start, end = _interval(start, end)
    stopped = sum((_office_time(stop.begins, stop.ends, calendar) for stop in _stops(start, end, pauses)), ZERO)
    return _office_time(start, end, calendar) - stopped


def add_working(start: datetime, minutes: float, calendar: Calendar, pauses: Iterable[Pause] = ()) -> datetime:
    """Find the first instant by which that many working minutes have run, the inverse of working_time.

    A start outside hours begins at the next opening. Raises ValueError for negative minutes or a stopping
    pause that is still open (nothing falls due then), NoWorkingTime for a calendar that never opens.
    """
    if minutes < 0:
        raise ValueError("Menit kerja tidak boleh negatif.")
    stops = sorted((pause for pause in pauses if pause.stops), key=lambda pause: pause.began)
    remaining = timedelta(minutes=minutes)
    cursor = _local(start)
    for stop in stops:
        if stop.ended is not None and stop.ended <= cursor:
            continue
        free = _office_time(cursor, max(cursor, _local(stop.began)), calendar)
        if free and remaining <= free:
            break
        if stop.ended is None:
            raise ValueError("Waktu masih dihentikan, sehingga batas waktunya belum dapat dihitung.")
        remaining -= free
        cursor = _local(stop.ended)
    return _run_out(cursor, remaining, calendar)


def due_date(received: date, days: int, calendar: Calendar) -> date:
    """Count working days from the receipt, whose own day is day 0.

    Raises ValueError for negative days, NoWorkingTime for a calendar that never opens.
    """
    if days < 0:
        raise ValueError("Jumlah hari kerja tidak boleh negatif.")
    day = received
    for _ in range(days):
        day = _next_working_day(day + ONE_DAY, calendar)
    return day


def is_working_day(day: date, calendar: Calendar) -> bool:
    """Tell whether the office opens on that day."""
    return bool(calendar.day(day).spans)


def is_open(at: datetime, calendar: Calendar) -> bool:
    """Tell whether the office works at that instant; it does at the opening, no longer at the closing."""
    at = _local(at)
    return any(opens <= at < closes for opens, closes in calendar.day(at.date()).spans)


def next_opening(at: datetime, calendar: Calendar) -> datetime:
    """Find when the office next works: `at` itself if it is open then.

    Raises NoWorkingTime for a calendar that never opens.
    """
    return next(_open_spans(_local(at), calendar))[0]


def _check_spans(name: str, spans: Spans) -> None:
    instants = [instant for span in spans for instant in span]
    if any(later <= earlier for earlier, later in pairwise(instants)):
        raise ValueError(f"Jam kerja {name} tidak berurutan.")


def _check_order(start: datetime, end: datetime) -> None:
    if end < start:
        raise ValueError("Waktu selesai mendahului waktu mulai.")


def _local(at: datetime) -> datetime:
    # A naive instant would be read in the server's own zone, wrong by hours and silently.
    if at.tzinfo is None:
        raise ValueError("Waktu harus menyebut zona waktunya.")
    return at.astimezone(WITA)


def _interval(start: datetime, end: datetime) -> tuple[datetime, datetime]:
    start, end = _local(start), _local(end)
    _check_order(start, end)
    return start, end


def _stops(start: datetime, end: datetime, pauses: Iterable[Pause]) -> list[Stretch]:
    """Cut the stopping pauses to the interval, in order and disjoint; where two overlap the first is the reason."""
    stops: list[Stretch] = []
    cursor = start
    for pause in sorted((pause for pause in pauses if pause.stops), key=lambda pause: pause.began):
        begins = max(cursor, _local(pause.began))
        ends = end if pause.ended is None else min(end, _local(pause.ended))
        if begins < ends:
            stops.append(Stretch(begins, ends, False, pause.reason))
            cursor = ends
    return stops


def _office_time(start: datetime, end: datetime, calendar: Calendar) -> timedelta:
    whole_days = sum((calendar.day(day).total for day in _days(start.date(), end.date())), ZERO)
    return whole_days + calendar.day(end.date()).until(end) - calendar.day(start.date()).until(start)


def _days(first: date, last: date) -> Iterator[date]:
    """Name the days from first to before last."""
    return map(date.fromordinal, range(first.toordinal(), last.toordinal()))


def _unpaused(start: datetime, end: datetime, calendar: Calendar) -> list[Stretch]:
    cut = (
        Stretch(max(piece.begins, start), min(piece.ends, end), piece.counted, piece.reason)
        for day in _days(start.date(), end.date() + ONE_DAY)
        for piece in _whole_day(day, calendar.day(day))
    )
    return [piece for piece in cut if piece.begins < piece.ends]


def _whole_day(day: date, hours: _Day) -> Iterator[Stretch]:
    midnight, next_midnight = (datetime.combine(day + offset, time.min, WITA) for offset in (ZERO, ONE_DAY))
    if not hours.spans:
        yield Stretch(midnight, next_midnight, False, hours.closed)
        return
    cursor, gap = midnight, NIGHT
    for opens, closes in hours.spans:
        yield Stretch(cursor, opens, False, gap)
        yield Stretch(opens, closes, True, WORKING)
        cursor, gap = closes, BREAK
    yield Stretch(cursor, next_midnight, False, NIGHT)


def _merge(pieces: list[Stretch]) -> list[Stretch]:
    merged = []
    for (counted, reason), same in groupby(pieces, key=lambda piece: (piece.counted, piece.reason)):
        run = list(same)
        merged.append(Stretch(run[0].begins, run[-1].ends, counted, reason))
    return merged


def _run_out(start: datetime, remaining: timedelta, calendar: Calendar) -> datetime:
    spans = _open_spans(start, calendar)
    opens, closes = next(spans)
    while closes - opens < remaining:
        remaining -= closes - opens
        opens, closes = next(spans)
    return opens + remaining


def _open_spans(start: datetime, calendar: Calendar) -> Iterator[tuple[datetime, datetime]]:
    """Yield the open spans after start for ever. Raises NoWorkingTime."""
    day = start.date()
    while True:
        day = _next_working_day(day, calendar)
        yield from ((max(opens, start), closes) for opens, closes in calendar.day(day).spans if closes > start)
        day += ONE_DAY


def _next_working_day(day: date, calendar: Calendar) -> date:
    limit = day + LONGEST_CLOSURE
    while not is_working_day(day, calendar):
        if day >= limit:
            raise NoWorkingTime("Kalender tidak mempunyai hari kerja, sehingga batas waktu tidak dapat dihitung.")
        day += ONE_DAY
    return day
