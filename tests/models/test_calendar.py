"""The calendar's rows: what an admin may enter, and what the clock reads of it."""

from datetime import date, datetime, time
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from requests_app.clock import WITA, due_date, is_working_day, stretches, working_time
from requests_app.models import versions
from requests_app.models.calendar import (
    DEFAULT_WEEK,
    DayKind,
    DayOverride,
    TargetRevision,
    WorkingHours,
    WorkingSpan,
    current_calendar,
    load_calendar,
    target_minutes,
    years_without_joint_leave,
)
from requests_app.models.people import Office
from tests.weeks import create_week

pytestmark = pytest.mark.django_db

SHORT = ((time(8), time(12)),)
SHORT_WEEK = (SHORT, SHORT, SHORT, SHORT, SHORT, (), ())


@pytest.fixture(autouse=True)
def _fresh_calendar():
    versions.forget()


@pytest.fixture
def office() -> Office:
    return Office.objects.create()


def errors(row) -> dict[str, list[str]]:
    """Collect what the row's form would say, by field."""
    with pytest.raises(ValidationError) as refused:
        row.full_clean()
    return refused.value.message_dict


def minutes_of(day: date) -> float:
    """Count the working minutes of one day."""
    midnight = datetime.combine(day, time.min, WITA)
    end = datetime.combine(day, time(23, 59), WITA)
    return working_time(midnight, end, current_calendar()).total_seconds() / 60


def span(**values: Any) -> WorkingSpan:
    """Make an unsaved span: Monday 07.30–12.00 unless said."""
    return WorkingSpan(**{"weekday": 0, "opens": time(7, 30), "closes": time(12), **values})


def override(**values: Any) -> DayOverride:
    """Make an unsaved special day: 30 November 2026, a local closing unless said."""
    return DayOverride(**{"date": date(2026, 11, 30), "kind": DayKind.CLOSED, "name": "Tutup setempat", **values})


def opening(**values: Any) -> DayOverride:
    """Make an unsaved extra opening day: Saturday 28 November 2026, 09.00–14.00 unless said."""
    hours = {"date": date(2026, 11, 28), "opens": time(9), "closes": time(14)}
    return override(**{"kind": DayKind.OPEN, "name": "Piket tahapan", **hours, **values})


# -- What the clock reads ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("received", "days", "due"),
    [
        (date(2026, 3, 9), 10, date(2026, 3, 30)),
        (date(2026, 3, 9), 17, date(2026, 4, 9)),
        (date(2026, 3, 9), 3, date(2026, 3, 12)),
        (date(2026, 12, 14), 10, date(2026, 12, 30)),
        (date(2026, 12, 14), 17, date(2027, 1, 12)),
        (date(2026, 12, 14), 3, date(2026, 12, 17)),
    ],
)
def test_statutory_days_over_holidays_and_cuti_bersama(received, days, due):
    assert due_date(received, days, load_calendar(1)) == due


def test_the_default_hours_are_450_minutes_a_day():
    assert [minutes_of(date(2026, 11, day)) for day in range(23, 30)] == [450, 450, 450, 450, 450, 0, 0]


def test_holidays_have_their_indonesian_names():
    day = datetime(2026, 12, 24, 9, tzinfo=WITA)
    assert [piece.reason for piece in stretches(day, day.replace(day=25), load_calendar(1))] == [
        "libur: Cuti Bersama Hari Raya Natal",
        "libur: Hari Raya Natal",
    ]


def test_hours_for_a_time_lie_over_the_default(office):
    create_week("Ramadan", date(2026, 2, 18), date(2026, 3, 17), SHORT_WEEK)
    days = [date(2026, 2, 13), date(2026, 2, 18), date(2026, 3, 17), date(2026, 3, 25)]
    assert [minutes_of(day) for day in days] == [450, 240, 240, 450]


def test_entered_hours_replace_the_default_from_their_day(office):
    create_week("Jam pendek", date(2026, 11, 24), None, SHORT_WEEK)
    assert [minutes_of(date(2026, 11, day)) for day in (23, 24)] == [450, 240]


def test_hours_without_spans_are_not_yet_in_force(office):
    WorkingHours.objects.create(name="Belum diisi", begins=date(2026, 1, 1))
    assert minutes_of(date(2026, 11, 23)) == 450


def test_spans_that_touch_or_overlap_count_once(office):
    hours = WorkingHours.objects.create(name="Bertumpuk", begins=date(2026, 1, 1))
    for opens, closes in [(8, 10), (9, 12), (10, 11), (12, 13), (14, 15)]:
        hours.spans.create(weekday=0, opens=time(opens), closes=time(closes))
    assert minutes_of(date(2026, 11, 23)) == 6 * 60


def test_special_days_change_the_national_calendar(office):
    override().save()
    override(date=date(2026, 12, 24), kind=DayKind.NOT_HOLIDAY, name="Cuti bersama dibatalkan").save()
    opening(break_begins=time(12), break_ends=time(13)).save()
    opening(date=date(2026, 12, 25), name="Piket Natal").save()
    days = [(11, 30), (12, 24), (11, 28), (12, 25)]
    assert [minutes_of(date(2026, month, day)) for month, day in days] == [0, 450, 240, 300]
    monday = datetime(2026, 11, 30, 9, tzinfo=WITA)
    assert [piece.reason for piece in stretches(monday, monday.replace(hour=10), current_calendar())] == [
        "libur: Tutup setempat"
    ]


def test_a_year_without_cuti_bersama_is_named_until_it_is_entered(office):
    assert years_without_joint_leave(range(2020, 2030)) == [2028, 2029]
    override(date=date(2028, 12, 26), name="Cuti Bersama Hari Raya Natal", decree="SKB 1/2027").save()
    assert years_without_joint_leave([2027, 2028, 2029]) == [2029]


# -- The version -------------------------------------------------------------------------------------------------------


def test_each_change_raises_the_version_and_says_why(office):
    hours = WorkingHours.objects.create(name="Jam pendek", begins=date(2026, 11, 24))
    row = hours.spans.create(weekday=0, opens=time(8), closes=time(12))
    row.delete()
    override().save()
    office.refresh_from_db()
    assert office.calendar_version == 5
    assert list(office.history.values_list("history_change_reason", flat=True)) == [
        "Kalender diubah: 30 November 2026: Tutup setempat",
        "Dihapus dari kalender: Jam pendek: Senin 08.00–12.00",
        "Kalender diubah: Jam pendek: Senin 08.00–12.00",
        "Kalender diubah: Jam pendek",
        None,
    ]


def test_a_change_is_seen_at_once(office):
    monday = date(2026, 11, 30)
    before = current_calendar()
    assert current_calendar() is before
    override().save()
    assert (is_working_day(monday, before), is_working_day(monday, current_calendar())) == (True, False)


def test_a_revised_target_is_read_anew(office):
    now = datetime(2026, 11, 23, tzinfo=WITA)
    before = target_minutes("2020", 1, now, office.calendar_version)
    revision().save()
    office.refresh_from_db()
    assert (before, target_minutes("2020", 1, now, office.calendar_version)) == (3, 6)


def test_the_calendar_may_be_filled_before_the_office():
    override().save()
    assert (minutes_of(date(2026, 11, 30)), Office.objects.count()) == (0, 0)


# -- What an admin may enter -------------------------------------------------------------------------------------------


def test_hours_end_after_they_begin():
    hours = WorkingHours(name="Ramadan", begins=date(2026, 3, 17), ends=date(2026, 2, 18))
    assert errors(hours) == {"ends": ["Jam kerja tidak boleh berakhir sebelum mulai berlaku."]}


def test_two_limited_periods_may_not_overlap(office):
    ramadan = WorkingHours.objects.create(name="Ramadan", begins=date(2026, 2, 18), ends=date(2026, 3, 17))
    other = WorkingHours(name="Jam pendek", begins=date(2026, 3, 17), ends=date(2026, 3, 20))
    clash = "Masa berlakunya bertumpuk dengan Ramadan (18 Februari 2026 – 17 Maret 2026)."
    assert errors(other) == {"begins": [clash]}
    other.begins = date(2026, 3, 18)
    other.full_clean()
    ramadan.full_clean()


def test_one_period_a_day(office):
    WorkingHours.objects.create(name="Biasa", begins=date(2026, 1, 1))
    assert errors(WorkingHours(name="Lagi", begins=date(2026, 1, 1))) == {
        "begins": ["Sudah ada jam kerja yang mulai berlaku pada tanggal ini."]
    }


def test_missing_dates_and_times_are_left_to_their_fields(office):
    hours = WorkingHours.objects.create(name="Biasa", begins=date(2026, 1, 1))
    assert sorted(errors(WorkingHours(name="Biasa"))) == ["begins"]
    assert sorted(errors(span(hours=hours, opens=None))) == ["opens"]
    assert sorted(errors(span())) == ["hours"]
    assert sorted(errors(override(date=None))) == ["date"]
    assert sorted(errors(TargetRevision(minutes=5, reason="x", decree="y"))) == ["step", "valid_from"]


def test_spans_close_after_they_open_and_do_not_overlap(office):
    hours = WorkingHours.objects.create(name="Biasa", begins=date(2026, 1, 1))
    assert errors(span(hours=hours, closes=time(7, 30))) == {"closes": ["Waktu tutup harus setelah waktu buka."]}
    morning = span(hours=hours)
    morning.save()
    assert errors(span(hours=hours, opens=time(11), closes=time(16))) == {
        "opens": ["Bertumpuk dengan 07.30–12.00 pada hari yang sama."]
    }
    for fine in (morning, span(hours=hours, opens=time(12), closes=time(16)), span(hours=hours, weekday=1)):
        fine.full_clean()


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (override(date=date(2026, 12, 25)), {"date": ["Tanggal ini sudah libur: Hari Raya Natal."]}),
        (
            override(kind=DayKind.NOT_HOLIDAY),
            {"date": ["Tanggal ini bukan hari libur nasional, jadi tidak ada yang dibatalkan."]},
        ),
        (override(opens=time(8)), {"opens": ["Hanya hari buka yang memakai jam."]}),
        (opening(opens=None), {"opens": ["Isi waktu buka dan tutup untuk hari buka."]}),
        (opening(closes=None), {"closes": ["Isi waktu buka dan tutup untuk hari buka."]}),
        (opening(closes=time(9)), {"closes": ["Waktu tutup harus setelah waktu buka."]}),
        (
            opening(break_begins=time(12)),
            {"break_begins": ["Isi mulai dan selesai istirahat, atau kosongkan keduanya."]},
        ),
        (
            opening(break_begins=time(12), break_ends=time(14)),
            {"break_begins": ["Istirahat harus berada di antara waktu buka dan tutup."]},
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else value.kind,
)
def test_special_days_that_do_not_fit(row, expected):
    assert errors(row) == expected


def test_only_an_opening_has_spans():
    assert [row.spans for row in (override(), opening())] == [(), ((time(9), time(14)),)]


def test_a_day_is_entered_once(office):
    override().save()
    assert errors(override(name="Lagi")) == {"date": ["Tanggal ini sudah tercatat."]}


def test_a_row_older_than_the_package_s_own_holiday_can_still_be_edited(office):
    row = override(date=date(2026, 12, 25))
    row.save()
    row.full_clean()


@pytest.mark.parametrize("row", [opening(), opening(break_begins=time(11), break_ends=time(12)), override()])
def test_special_days_that_fit(row):
    row.full_clean()


@pytest.mark.parametrize(
    "row",
    [
        WorkingHours(name="Terbalik", begins=date(2026, 2, 2), ends=date(2026, 2, 1)),
        override(kind="entah"),
        override(opens=time(8)),
        opening(closes=None),
        opening(closes=time(8)),
        opening(break_begins=time(12)),
        opening(break_begins=time(12), break_ends=time(15)),
        TargetRevision(step=1, minutes=0, valid_from=datetime(2026, 1, 1, tzinfo=WITA)),
    ],
    ids=str,
)
def test_the_database_refuses_them_too(row):
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


def test_the_database_refuses_bad_spans(office):
    hours = WorkingHours.objects.create(name="Biasa", begins=date(2026, 1, 1))
    span(hours=hours).save()
    for bad in (span(hours=hours), span(hours=hours, weekday=7), span(hours=hours, weekday=1, closes=time(7))):
        with pytest.raises(IntegrityError), transaction.atomic():
            bad.save()


def test_every_row_keeps_its_history(office):
    hours = create_week("Biasa", date(2026, 1, 1), None, DEFAULT_WEEK)
    assert (hours.history.count(), [row.history.count() for row in hours.spans.all()]) == (1, [1] * 10)


# -- Target revisions --------------------------------------------------------------------------------------------------


def revision(**values: Any) -> TargetRevision:
    """Make an unsaved revision: row 1 gets 6 minutes from 1 November 2026 unless said."""
    start = datetime(2026, 11, 1, tzinfo=WITA)
    return TargetRevision(
        **{"step": 1, "minutes": 6, "reason": "Kahar", "decree": "1/2026", "valid_from": start, **values}
    )


def test_a_revision_holds_from_its_start_until_the_next():
    revision().save()
    revision(minutes=4, valid_from=datetime(2026, 11, 10, tzinfo=WITA)).save()
    days = [datetime(2026, 10, 31, tzinfo=WITA), *(datetime(2026, 11, day, tzinfo=WITA) for day in (1, 9, 10))]
    assert [target_minutes("2020", 1, at, version=1) for at in days] == [3, 6, 6, 4]
    assert target_minutes("2020", 2, days[-1], version=1) == 10


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (revision(edition="1999"), {"edition": ["Edisi SOP ini tidak ada."]}),
        (revision(step=14), {"step": ["SOP edisi 2020 tidak mempunyai langkah 14."]}),
        (revision(minutes=0), {"minutes": ["Target waktu harus lebih dari nol menit."]}),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_revisions_that_do_not_fit(row, expected):
    assert errors(row) == expected


def test_one_revision_of_a_step_at_a_time():
    revision().save()
    assert errors(revision(minutes=7)) == {
        "valid_from": ["Langkah 1 sudah mempunyai perubahan sejak saat itu (keputusan 1/2026)."]
    }


def test_rows_read_as_people_would_say_them():
    rows = (WorkingHours(name="Ramadan"), override(), revision())
    assert [str(row) for row in rows] == ["Ramadan", "30 November 2026: Tutup setempat", "Langkah 1: 6 menit"]
