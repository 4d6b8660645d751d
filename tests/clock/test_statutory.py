"""The law's days, pure: the fixed dates of the office's calendar, stops, extension, and every day explained."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.clock import Calendar, HoursPeriod, NoWorkingTime
from requests_app.clock.law_days import Stop, Term, counted, due_day, is_late, left, stops_of, stretches
from requests_app.models.calendar import load_calendar

SPANS = ((time(7, 30), time(16)),)
WEEK = (SPANS, SPANS, SPANS, SPANS, SPANS, (), ())
CALENDAR = Calendar((HoursPeriod("biasa", date(2020, 1, 1), None, WEEK),), {date(2026, 11, 25): "Hari pemungutan"}, {})
MONDAY = date(2026, 11, 23)


def day(number: int, month: int = 11) -> date:
    """Name a day of 2026; 23 November is a Monday, the 25th a holiday."""
    return date(2026, month, number)


# -- The due day -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("received", "days", "extended", "due"),
    [
        (date(2026, 3, 9), 10, 0, date(2026, 3, 30)),
        (date(2026, 3, 9), 10, 7, date(2026, 4, 9)),
        (date(2026, 3, 9), 3, 0, date(2026, 3, 12)),
        (date(2026, 12, 14), 10, 0, date(2026, 12, 30)),
        (date(2026, 12, 14), 10, 7, date(2027, 1, 12)),
        (date(2026, 12, 14), 3, 0, date(2026, 12, 17)),
        (date(2026, 12, 14), 3, 2, date(2026, 12, 21)),
    ],
)
def test_the_fixed_dates(db, received, days, extended, due):
    assert due_day(Term(received, days, extended), load_calendar(1)) == due


def test_the_day_of_receipt_is_day_nought_also_on_a_saturday():
    assert [due_day(Term(day(20 + n), 1), CALENDAR) for n in range(4)] == [day(23), day(23), day(23), day(24)]


@pytest.mark.parametrize(
    ("stops", "due"),
    [
        ((), day(8, 12)),
        ((Stop(day(24), day(26)),), day(9, 12)),  # the 25th is a holiday already, so one working day
        ((Stop(day(24), day(24)),), day(8, 12)),  # completed on the day itself
        ((Stop(day(23), day(27)),), day(11, 12)),
        ((Stop(day(23), day(24)), Stop(day(26), day(30))), day(11, 12)),
        ((Stop(day(24), None),), None),
        ((Stop(day(8, 12), None),), day(8, 12)),  # told on the last day: it had run out
        ((Stop(day(9, 12), day(30, 12)),), day(8, 12)),  # told after the due day: nothing left to stop
    ],
)
def test_an_incomplete_file_stops_the_days(stops, due):
    assert due_day(Term(MONDAY, 10, stops=stops), CALENDAR) == due


def test_stops_are_read_in_order():
    assert stops_of([(day(26), None), (day(23), day(24))]) == (Stop(day(23), day(24)), Stop(day(26), None))


def test_a_calendar_that_never_opens_gives_no_due_day():
    with pytest.raises(NoWorkingTime):
        due_day(Term(MONDAY, 1), Calendar((), {}, {}))


# -- What is left, what was used ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("today", "remaining", "late"),
    [(day(23), 3, False), (day(24), 2, False), (day(25), 2, False), (day(27), 0, False), (day(28), 0, True),
     (day(30), -1, True), (day(2, 12), -3, True)],
)  # fmt: skip
def test_what_is_left_and_how_long_it_is_over(today, remaining, late):
    term = Term(MONDAY, 3)
    assert (due_day(term, CALENDAR), left(term, today, CALENDAR), is_late(term, today, CALENDAR)) == (
        day(27), remaining, late,
    )  # fmt: skip


def test_while_it_stops_as_many_days_are_left_as_when_the_petitioner_was_told():
    term = Term(MONDAY, 10, stops=(Stop(day(24), None),))
    assert [left(term, today, CALENDAR) for today in (day(24), day(27), day(30, 12))] == [9, 9, 9]
    assert is_late(term, day(30, 12), CALENDAR) is False


def test_what_is_answered_is_judged_by_the_day_of_the_answer():
    late = [is_late(Term(MONDAY, 3, closed=on), day(30, 12), CALENDAR) for on in (day(27), day(28), day(30))]
    assert late == [False, True, True]


# -- Every day explained -----------------------------------------------------------------------------------------------


def test_every_day_is_counted_or_skipped_for_a_reason():
    term = Term(MONDAY, 5, stops=(Stop(day(26), day(30)),))
    assert [(s.first, s.last, s.reason, s.counted) for s in stretches(term, day(2, 12), CALENDAR)] == [
        (day(24), day(24), "dihitung", 1),
        (day(25), day(25), "libur: Hari pemungutan", 1),
        (day(26), day(26), "dihitung", 2),
        (day(27), day(30), "menunggu pemohon melengkapi berkas", 2),
        (day(1, 12), day(2, 12), "dihitung", 4),
    ]


def test_a_weekend_and_a_day_without_hours_are_named():
    closed = Calendar((HoursPeriod("tutup", date(2020, 1, 1), None, ((), *WEEK[1:])),), {}, {})
    reasons = [piece.reason for piece in stretches(Term(day(26), 1), day(30), closed)]
    assert reasons == ["dihitung", "akhir pekan", "kantor tutup"]


offsets = st.integers(0, 40)
stops = st.lists(st.tuples(offsets, st.none() | offsets), max_size=3)


@given(offsets, st.integers(1, 20), st.integers(0, 7), stops, offsets)
def test_the_days_agree_with_counting_on_ones_fingers(began, days, extended, pairs, ahead):
    """The due day is the first on which as many working days were counted as are given; one by one, no formula."""
    received = MONDAY + timedelta(days=began)
    told = [received + timedelta(days=one) for one, _ in pairs]
    done = [None if two is None else told[n] + timedelta(days=two) for n, (_, two) in enumerate(pairs)]
    term = Term(received, days, extended, tuple(Stop(*pair) for pair in zip(told, done, strict=True)))
    fingers, found = 0, None
    for step in range(1, 400):
        today = received + timedelta(days=step)
        waits = any(one < today and (two is None or today <= two) for one, two in zip(told, done, strict=True))
        fingers += today.weekday() < 5 and today != date(2026, 11, 25) and not waits
        if step == ahead:
            assert counted(term, today, CALENDAR) == fingers
            pieces = stretches(term, today, CALENDAR)
            assert [pieces[0].first, pieces[-1].last, pieces[-1].counted] == [
                received + timedelta(days=1), today, fingers,
            ]  # fmt: skip
        if fingers == days + extended:
            found = found or today
    assert due_day(term, CALENDAR) == found
