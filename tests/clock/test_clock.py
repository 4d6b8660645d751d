"""The clock in cases worked out by hand, and what it refuses."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise

import pytest

from requests_app.clock import (
    WITA,
    Calendar,
    HoursPeriod,
    NoWorkingTime,
    Pause,
    Stretch,
    add_working,
    due_date,
    is_open,
    is_working_day,
    next_opening,
    stretches,
    working_time,
)

MORNING, AFTERNOON = (time(7, 30), time(12)), (time(13), time(16))
MON_THU, FRIDAY = (MORNING, AFTERNOON), ((time(7, 30), time(11, 30)), (time(13), time(16, 30)))
WEEK = (MON_THU, MON_THU, MON_THU, MON_THU, FRIDAY, (), ())
FASTING = ((time(8), time(12)), (time(12, 30), time(15)))
FASTING_FRIDAY = ((time(8), time(11, 30)), (time(12, 30), time(15, 30)))
RAMADAN = HoursPeriod(
    "Ramadan", date(2026, 2, 18), date(2026, 3, 17), (FASTING, FASTING, FASTING, FASTING, FASTING_FRIDAY, (), ())
)
NORMAL = HoursPeriod("biasa", date(2020, 1, 1), None, WEEK)
CLOSED_WEEK = ((), (), (), (), (), (), ())
CHRISTMAS = {date(2026, 12, 24): "Cuti Bersama Hari Raya Natal", date(2026, 12, 25): "Hari Raya Natal"}
DUTY = {date(2026, 11, 28): ("Piket tahapan", ((time(9), time(12)),))}


def office() -> Calendar:
    return Calendar((NORMAL, RAMADAN), CHRISTMAS, DUTY)


def at(day: int, clock: str, month: int = 11) -> datetime:
    """Name an instant of 2026, November unless said: the 23rd is a Monday."""
    return datetime.combine(date(2026, month, day), time.fromisoformat(clock), WITA)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


# -- By hand -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (at(23, "08:00"), at(23, "08:00"), 0),
        (at(23, "08:00"), at(23, "09:15"), 75),
        (at(23, "11:50"), at(23, "13:10"), 20),  # over the break
        (at(23, "12:10"), at(23, "12:50"), 0),  # inside the break
        (at(23, "00:00"), at(24, "00:00"), 450),
        (at(27, "00:00"), at(28, "00:00"), 450),  # Friday
        (at(26, "15:50"), at(27, "07:40"), 20),  # over the night
        (at(20, "16:20"), at(23, "07:40"), 20),  # over a weekend
        (at(27, "16:20"), at(30, "07:40"), 200),  # over a weekend with duty on Saturday
        (at(23, "15:00", 12), at(28, "08:00", 12), 90),  # over Christmas
        (at(16, "14:00", 3), at(17, "09:00", 3), 120),  # Ramadan closes at 15 and opens at 8
        (at(17, "14:30", 3), at(18, "08:00", 3), 60),  # its last day, then normal hours
        (at(16, "00:00", 2), at(23, "00:00", 2), 450 * 2 + 390 * 3),
    ],
)
def test_working_minutes(start, end, expected):
    assert working_time(start, end, office()) == minutes(expected)


def test_seconds_are_kept():
    assert working_time(at(23, "11:59:30"), at(23, "13:00:45.250"), office()) == timedelta(seconds=75.25)


def test_instants_of_another_zone_are_counted_in_wita():
    assert working_time(datetime(2026, 11, 23, 0, 0, tzinfo=UTC), at(23, "09:00"), office()) == minutes(60)


def test_stretches_name_every_reason():
    pauses = [Pause(at(30, "09:00"), at(30, "09:30"), "menunggu pemohon", True)]
    saturday_duty = [(at(28, "00:00"), "di luar jam kerja"), (at(28, "09:00"), "jam kerja")]
    assert stretches(at(27, "11:00"), at(30, "10:00"), office(), pauses) == chain(
        (at(27, "11:00"), "jam kerja"),
        (at(27, "11:30"), "istirahat"),
        (at(27, "13:00"), "jam kerja"),
        (at(27, "16:30"), "di luar jam kerja"),
        saturday_duty[1],
        (at(28, "12:00"), "di luar jam kerja"),
        (at(29, "00:00"), "akhir pekan"),
        (at(30, "00:00"), "di luar jam kerja"),
        (at(30, "07:30"), "jam kerja"),
        (at(30, "09:00"), "menunggu pemohon"),
        (at(30, "09:30"), "jam kerja"),
        (at(30, "10:00"), ""),
    )


def chain(*marks: tuple[datetime, str]) -> list[Stretch]:
    """Write contiguous stretches by where each begins."""
    return [Stretch(begins, ends, reason == "jam kerja", reason) for (begins, reason), (ends, _) in pairwise(marks)]


def test_stretches_name_holidays_and_merge_like_days():
    same = Calendar((NORMAL,), {date(2026, 12, 24): "Natal", date(2026, 12, 25): "Natal"}, {})
    assert stretches(at(23, "15:00", 12), at(28, "08:00", 12), same) == chain(
        (at(23, "15:00", 12), "jam kerja"),
        (at(23, "16:00", 12), "di luar jam kerja"),
        (at(24, "00:00", 12), "libur: Natal"),
        (at(26, "00:00", 12), "akhir pekan"),
        (at(28, "00:00", 12), "di luar jam kerja"),
        (at(28, "07:30", 12), "jam kerja"),
        (at(28, "08:00", 12), ""),
    )


def test_nothing_to_explain_in_no_time():
    assert stretches(at(23, "08:00"), at(23, "08:00"), office()) == []


def test_a_pause_hides_the_night_inside_it():
    pauses = [Pause(at(23, "15:00"), at(24, "09:00"), "pejabat berhalangan", True)]
    assert stretches(at(23, "14:00"), at(24, "10:00"), office(), pauses) == chain(
        (at(23, "14:00"), "jam kerja"),
        (at(23, "15:00"), "pejabat berhalangan"),
        (at(24, "09:00"), "jam kerja"),
        (at(24, "10:00"), ""),
    )


def test_a_plenary_does_not_stop_the_clock():
    pauses = [Pause(at(23, "08:00"), at(23, "09:00"), "menunggu rapat pleno", False)]
    assert working_time(at(23, "08:00"), at(23, "10:00"), office(), pauses) == minutes(120)


def test_an_open_pause_counts_to_the_end_asked_for():
    pauses = [Pause(at(23, "08:30"), None, "menunggu pemohon", True)]
    assert working_time(at(23, "08:00"), at(25, "10:00"), office(), pauses) == minutes(30)


def test_overlapping_pauses_stop_the_clock_once():
    pauses = [
        Pause(at(23, "08:30"), at(23, "09:30"), "kedua", True),
        Pause(at(23, "08:00"), at(23, "09:00"), "pertama", True),
        Pause(at(23, "08:10"), at(23, "08:20"), "di dalam", True),
    ]
    assert working_time(at(23, "07:30"), at(23, "10:00"), office(), pauses) == minutes(60)
    assert [piece.reason for piece in stretches(at(23, "07:30"), at(23, "10:00"), office(), pauses)] == [
        "jam kerja",
        "pertama",
        "kedua",
        "jam kerja",
    ]


def test_a_later_period_wins_and_of_two_begun_together_the_later_entry():
    closed = HoursPeriod("tutup", date(2026, 11, 23), date(2026, 11, 23), CLOSED_WEEK)
    short = HoursPeriod("pendek", date(2026, 11, 23), date(2026, 11, 23), ((MORNING,),) * 7)
    assert [
        working_time(at(23, "00:00"), at(24, "00:00"), Calendar(periods, {}, {}))
        for periods in [(closed, NORMAL), (closed, short, NORMAL), (short, closed, NORMAL)]
    ] == [minutes(0), minutes(270), minutes(0)]


def test_a_day_before_all_periods_is_closed():
    calendar = Calendar((RAMADAN,), {}, {})
    assert stretches(at(17, "12:00", 2), at(18, "00:00", 2), calendar) == chain(
        (at(17, "12:00", 2), "di luar jam kerja"), (at(18, "00:00", 2), "")
    )


def test_an_opening_beats_a_holiday():
    calendar = Calendar((NORMAL,), CHRISTMAS, {date(2026, 12, 25): ("Piket", (MORNING,))})
    assert working_time(at(24, "00:00", 12), at(26, "00:00", 12), calendar) == minutes(270)


@pytest.mark.parametrize(
    ("start", "count", "due"),
    [
        (at(23, "08:00"), 30, at(23, "08:30")),
        (at(23, "11:50"), 10, at(23, "12:00")),  # the first such instant, not the end of the break
        (at(23, "11:50"), 11, at(23, "13:01")),
        (at(23, "18:00"), 3, at(24, "07:33")),
        (at(23, "09:00"), 450, at(24, "09:00")),
        (at(27, "16:00"), 60, at(28, "09:30")),
        (at(23, "15:30", 12), 60, at(28, "08:00", 12)),
        (at(23, "08:00"), 0, at(23, "08:00")),
        (at(23, "12:30"), 0, at(23, "13:00")),  # a start outside hours begins at the next opening
        (at(23, "08:00"), 0.5, at(23, "08:00:30")),
    ],
)
def test_due_instants(start, count, due):
    assert add_working(start, count, office()) == due


def test_a_pause_moves_the_due_instant():
    before = Pause(at(23, "07:00"), at(23, "07:30"), "sudah lewat", True)
    pause = Pause(at(23, "08:10"), at(23, "10:00"), "menunggu pemohon", True)
    later = Pause(at(24, "08:00"), None, "menunggu pemohon", True)
    plenary = Pause(at(23, "08:00"), None, "rapat pleno", False)
    assert add_working(at(23, "08:00"), 30, office(), [later, pause, before, plenary]) == at(23, "10:20")


def test_a_start_inside_a_pause_waits_for_its_end():
    pause = Pause(at(23, "08:00"), at(23, "10:00"), "menunggu pemohon", True)
    assert add_working(at(23, "09:00"), 0, office(), [pause]) == at(23, "10:00")


@pytest.mark.parametrize(
    ("moment", "open_then", "opening"),
    [
        (at(23, "07:29:59"), False, at(23, "07:30")),
        (at(23, "07:30"), True, at(23, "07:30")),
        (at(23, "11:59:59"), True, at(23, "11:59:59")),
        (at(23, "12:00"), False, at(23, "13:00")),
        (at(27, "16:30"), False, at(28, "09:00")),
        (at(28, "12:00"), False, at(30, "07:30")),
        (at(24, "09:00", 12), False, at(28, "07:30", 12)),
    ],
)
def test_open_and_next_opening(moment, open_then, opening):
    assert (is_open(moment, office()), next_opening(moment, office())) == (open_then, opening)


@pytest.mark.parametrize(
    ("day", "works"),
    [(date(2026, 11, 27), True), (date(2026, 11, 28), True), (date(2026, 11, 29), False), (date(2026, 12, 25), False)],
)
def test_working_days(day, works):
    assert is_working_day(day, office()) == works


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        (date(2026, 11, 23), 0, date(2026, 11, 23)),
        (date(2026, 11, 29), 0, date(2026, 11, 29)),
        (date(2026, 11, 23), 1, date(2026, 11, 24)),
        (date(2026, 11, 27), 2, date(2026, 11, 30)),  # Saturday is a day of duty
        (date(2026, 12, 14), 10, date(2026, 12, 30)),
    ],
)
def test_due_dates(received, days, due):
    assert due_date(received, days, office()) == due


# -- Refused -----------------------------------------------------------------------------------------------------------


def test_time_does_not_run_backwards():
    for count in (working_time, stretches):
        with pytest.raises(ValueError, match=r"^Waktu selesai mendahului waktu mulai\.$"):
            count(at(23, "09:00"), at(23, "08:59:59"), office())
    with pytest.raises(ValueError, match=r"^Waktu selesai mendahului waktu mulai\.$"):
        Pause(at(23, "09:00"), at(23, "08:00"), "menunggu pemohon", True)


def test_a_naive_instant_is_refused():
    with pytest.raises(ValueError, match=r"^Waktu harus menyebut zona waktunya\.$"):
        working_time(at(23, "08:00").replace(tzinfo=None), at(23, "09:00"), office())


def test_negative_lengths_are_refused():
    with pytest.raises(ValueError, match=r"^Menit kerja tidak boleh negatif\.$"):
        add_working(at(23, "08:00"), -1, office())
    with pytest.raises(ValueError, match=r"^Jumlah hari kerja tidak boleh negatif\.$"):
        due_date(date(2026, 11, 23), -1, office())


def test_nothing_falls_due_while_a_pause_is_open():
    pause = Pause(at(23, "08:10"), None, "menunggu pemohon", True)
    assert add_working(at(23, "08:00"), 10, office(), [pause]) == at(23, "08:10")
    with pytest.raises(ValueError, match=r"^Waktu masih dihentikan, sehingga batas waktunya belum dapat dihitung\.$"):
        add_working(at(23, "08:00"), 11, office(), [pause])


@pytest.mark.parametrize(
    "calendar", [Calendar((), {}, {}), Calendar((HoursPeriod("tutup", date(2020, 1, 1), None, CLOSED_WEEK),), {}, {})]
)
def test_a_calendar_that_never_opens_is_named(calendar):
    sentence = r"^Kalender tidak mempunyai hari kerja, sehingga batas waktu tidak dapat dihitung\.$"
    for ask in (
        lambda: add_working(at(23, "08:00"), 1, calendar),
        lambda: due_date(date(2026, 11, 23), 1, calendar),
        lambda: next_opening(at(23, "08:00"), calendar),
    ):
        with pytest.raises(NoWorkingTime, match=sentence):
            ask()
    assert working_time(at(1, "00:00"), at(30, "00:00"), calendar) == minutes(0)


def test_a_closure_of_just_a_year_is_still_waited_for():
    start = date(2026, 1, 1)
    for days, opens in [(366, True), (367, False)]:
        reopened = HoursPeriod("lagi", start + timedelta(days=days), None, (MON_THU,) * 7)
        calendar = Calendar((reopened,), {}, {})
        if opens:
            assert next_opening(at(1, "09:00", 1), calendar).date() == reopened.begins
        else:
            with pytest.raises(NoWorkingTime):
                next_opening(at(1, "09:00", 1), calendar)


def test_hours_out_of_order_are_refused():
    for spans in [((time(12), time(8)),), ((time(8), time(8)),), (AFTERNOON, MORNING), (MORNING, MORNING)]:
        with pytest.raises(ValueError, match=r"^Jam kerja biasa tidak berurutan\.$"):
            HoursPeriod("biasa", date(2026, 1, 1), None, (spans, *WEEK[1:]))
        with pytest.raises(ValueError, match=r"^Jam kerja piket tidak berurutan\.$"):
            Calendar((), {}, {date(2026, 11, 28): ("piket", spans)})


def test_a_period_must_have_seven_days_and_end_after_it_begins():
    with pytest.raises(ValueError, match=r"^Jam kerja biasa harus menyebut tujuh hari\.$"):
        HoursPeriod("biasa", date(2026, 1, 1), None, WEEK[:6])
    with pytest.raises(ValueError, match=r"^Masa berlaku biasa berakhir sebelum dimulai\.$"):
        HoursPeriod("biasa", date(2026, 1, 2), date(2026, 1, 1), WEEK)


def test_a_calendar_is_a_key_by_itself_alone():
    one, other = office(), office()
    assert {one: 1, other: 2}[one] == 1
    assert one != other


class CountedHolidays(dict):
    """Holidays that know how often they were asked."""

    asked = 0

    def get(self, day, default=None):
        self.asked += 1
        return super().get(day, default)


def test_each_day_is_worked_out_once():
    holidays = CountedHolidays(CHRISTMAS)
    calendar = Calendar((NORMAL,), holidays, {})
    for _ in range(3):
        working_time(at(1, "09:00", 1), at(31, "09:00", 12), calendar)
    assert holidays.asked == 365
