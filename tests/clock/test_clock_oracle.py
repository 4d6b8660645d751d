"""The clock against a brute-force count of minutes that reads the rules its own way."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from requests_app.clock import (
    WITA,
    Calendar,
    HoursPeriod,
    Pause,
    add_working,
    due_date,
    is_open,
    is_working_day,
    next_opening,
    stretches,
    working_time,
)

FIRST = date(2026, 2, 9)
HORIZON = 14


def minutes(count: int) -> timedelta:
    return timedelta(minutes=count)


@dataclass(frozen=True)
class World:
    """A random office: plain data the oracle reads its own way."""

    periods: list[tuple[int, int | None, tuple]]
    holidays: set[int]
    openings: dict[int, tuple]
    pauses: list[tuple[int, int | None, bool]]

    def calendar(self) -> Calendar:
        def day(offset: int) -> date:
            return FIRST + timedelta(days=offset)

        periods = tuple(
            HoursPeriod(f"masa {begins}", day(begins), None if ends is None else day(ends), tuple(map(spans_of, week)))
            for begins, ends, week in self.periods
        )
        openings = {day(offset): ("piket", spans_of(spans)) for offset, spans in self.openings.items()}
        return Calendar(periods, {day(offset): f"hari {offset}" for offset in self.holidays}, openings)

    def stops(self) -> list[Pause]:
        return [
            Pause(instant(begins), None if ends is None else instant(ends), f"jeda {number}", stops)
            for number, (begins, ends, stops) in enumerate(self.pauses)
        ]


def instant(minute: int) -> datetime:
    """Turn minutes since the first midnight into an instant."""
    return datetime.combine(FIRST, time.min, WITA) + timedelta(minutes=minute)


def spans_of(marks: tuple[int, ...]) -> tuple[tuple[time, time], ...]:
    clock = [time(mark // 60, mark % 60) for mark in marks]
    return tuple(zip(clock[::2], clock[1::2], strict=True))


def oracle(world: World, minute: int) -> str:
    """Say why one minute counts or not, reading the rules one after another."""
    covering = [
        (begins, number)
        for number, (begins, ends, stops) in enumerate(world.pauses)
        if stops and begins <= minute and (ends is None or minute < ends)
    ]
    if covering:
        return f"jeda {min(covering)[1]}"
    day, clock = divmod(minute, 1440)
    weekday = (FIRST.weekday() + day) % 7
    if day in world.openings:
        return within(world.openings[day], clock, "di luar jam kerja")
    if day in world.holidays:
        return f"libur: hari {day}"
    week = None
    for begins, ends, hours in sorted(world.periods, key=lambda period: period[0]):
        if begins <= day and (ends is None or day <= ends):
            week = hours
    closed = "akhir pekan" if weekday in (5, 6) else "di luar jam kerja"
    return within(week[weekday] if week else (), clock, closed)


def within(marks: tuple[int, ...], clock: int, closed: str) -> str:
    passed = sum(mark <= clock for mark in marks)
    if not marks:
        return closed
    if passed % 2:
        return "jam kerja"
    return "istirahat" if 0 < passed < len(marks) else "di luar jam kerja"


marks = st.sets(st.integers(0, 24 * 60 - 1), max_size=6).map(lambda found: tuple(sorted(found)[: len(found) // 2 * 2]))
weeks = st.tuples(*[marks] * 7)
open_days = marks.filter(bool)
# The normal hours open every Monday; what lies over them may do anything.
normal = st.tuples(st.just(-400), st.none(), st.tuples(open_days, *[marks] * 6))
ramadans = st.tuples(st.integers(-3, HORIZON), st.integers(0, 10), weeks).map(
    lambda drawn: (drawn[0], drawn[0] + drawn[1], drawn[2])
)
shifts = st.tuples(st.integers(0, HORIZON * 1440), st.integers(0, 3000), st.booleans(), st.booleans()).map(
    lambda drawn: (drawn[0], None if drawn[2] and drawn[1] > 2500 else drawn[0] + drawn[1], drawn[3])
)
worlds = st.builds(
    World,
    st.tuples(normal, st.lists(ramadans, max_size=2)).map(lambda drawn: [drawn[0], *drawn[1]]),
    st.sets(st.integers(0, HORIZON), max_size=3),
    st.dictionaries(st.integers(0, HORIZON), marks, max_size=2),
    st.lists(shifts, max_size=4),
)


@given(worlds, st.integers(0, HORIZON * 1440), st.integers(0, 4 * 1440))
def test_every_minute_has_the_reason_the_oracle_gives(world, start, length):
    expected = [oracle(world, minute) for minute in range(start, start + length)]
    found = stretches(instant(start), instant(start + length), world.calendar(), world.stops())
    spread = [piece.reason for piece in found for _ in range(int((piece.ends - piece.begins) / minutes(1)))]
    assert spread == expected
    assert all(a.ends == b.begins and a.reason != b.reason for a, b in pairwise(found))
    assert [piece.counted for piece in found] == [piece.reason == "jam kerja" for piece in found]
    counted = working_time(instant(start), instant(start + length), world.calendar(), world.stops())
    assert counted == minutes(expected.count("jam kerja"))


@given(worlds, st.integers(0, HORIZON * 1440), st.integers(1, 3000))
def test_adding_is_the_inverse_of_counting(world, start, count):
    calendar = world.calendar()
    stops = [pause for pause in world.stops() if pause.ended]
    due = add_working(instant(start), count, calendar, stops)
    assert working_time(instant(start), due, calendar, stops) == minutes(count)
    assert working_time(instant(start), due - timedelta(microseconds=1), calendar, stops) < minutes(count)


@given(worlds, st.integers(0, HORIZON * 1440))
def test_adding_nothing_waits_for_the_next_opening(world, start):
    calendar = world.calendar()
    opening = next_opening(instant(start), calendar)
    assert add_working(instant(start), 0, calendar) == opening
    assert (is_open(opening, calendar), working_time(instant(start), opening, calendar)) == (True, minutes(0))


@given(worlds, st.integers(0, HORIZON), st.integers(0, 12))
def test_due_dates_count_the_working_days(world, offset, days):
    calendar = world.calendar()
    received = FIRST + timedelta(days=offset)
    due = due_date(received, days, calendar)
    between = [received + timedelta(days=step) for step in range(1, (due - received).days + 1)]
    assert sum(is_working_day(day, calendar) for day in between) == days
    assert days == 0 or is_working_day(due, calendar)
