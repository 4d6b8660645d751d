"""The words people read: dates, times, durations, masked numbers."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from requests_app.text import words


def test_a_date_names_its_month_in_full():
    assert words.tanggal(date(2026, 11, 23)) == "23 November 2026"


def test_an_instant_is_dated_in_wita():
    assert words.tanggal(datetime(2026, 11, 22, 16, 30, tzinfo=UTC)) == "23 November 2026"


def test_books_name_the_day():
    assert words.hari_tanggal(date(2026, 11, 23)) == "Senin, 23 November 2026"


def test_every_month_and_day_has_its_name():
    said = [words.tanggal(date(2026, month, 1)).split()[1] for month in range(1, 13)]
    assert said == [
        "Januari", "Februari", "Maret", "April", "Mei", "Juni",
        "Juli", "Agustus", "September", "Oktober", "November", "Desember",
    ]  # fmt: skip
    week = [words.hari_tanggal(date(2026, 11, day)).split(",")[0] for day in range(23, 30)]
    assert week == ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]


def test_a_month_is_said_with_its_year():
    assert words.bulan(date(2026, 11, 1)) == "November 2026"


def test_times_use_a_full_stop_and_name_the_zone():
    assert words.jam(datetime(2026, 11, 23, 0, 5, tzinfo=UTC)) == "08.05 WITA"
    assert words.jam_pendek(time(8, 5)) == "08.05"


def test_the_day_is_left_out_when_it_is_today():
    now = datetime(2026, 11, 23, 11, 0, tzinfo=words.WITA)
    assert words.saat(now.replace(hour=8, minute=5), now) == "08.05"
    assert words.saat(now - timedelta(days=3), now) == "Jumat, 20 November 2026 11.00"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (12, "12 menit"),
        (65, "1 jam 5 menit"),
        (60, "1 jam"),
        (0, "kurang dari 1 menit"),
        (0.9, "kurang dari 1 menit"),
        (4.9999999999, "5 menit"),
        (timedelta(minutes=12, seconds=59), "12 menit"),
    ],
)
def test_durations_are_rounded_down(value, said):
    assert words.menit(value) == said


@pytest.mark.parametrize(
    ("value", "said"),
    [(449, "7 jam 29 menit"), (450, "1 hari"), (455, "1 hari 5 menit"), (1000, "2 hari 1 jam 40 menit")],
)
def test_long_working_time_is_said_in_working_days(value, said):
    assert words.lama(value) == said


@pytest.mark.parametrize(
    ("left", "said"),
    [
        (4, "sisa 4 menit"),
        (0, "sisa kurang dari 1 menit"),
        (-12, "lewat 12 menit"),
        (-0.5, "lewat kurang dari 1 menit"),
        (timedelta(minutes=-450), "lewat 1 hari"),
    ],
)
def test_what_is_left_or_over(left, said):
    assert words.sisa(left) == said


def test_a_nik_keeps_region_and_serial():
    assert words.nik_samar("5371014101900001") == "537101******0001"


def test_a_nik_of_wrong_length_shows_nothing():
    assert words.nik_samar("53710141") == "********"


@pytest.mark.parametrize(
    ("typed", "said", "masked"),
    [
        ("081237905512", "0812 3790 5512", "0812 3790 ****"),
        ("+62 812-3790-5512", "0812 3790 5512", "0812 3790 ****"),
        ("(0380) 831234", "0380 8312 34", "0380 83** **"),
        ("tidak ada", "tidak ada", "tidak ada"),
        ("", "", ""),
    ],
)
def test_telephones(typed, said, masked):
    assert words.telepon(typed) == said
    assert words.telepon_samar(typed) == masked


@pytest.mark.parametrize(
    ("count", "said"),
    [(0, "nol"), (11, "sebelas"), (12, "dua belas"), (21, "dua puluh satu"), (100, "seratus"), (110, "seratus sepuluh"),
     (999, "sembilan ratus sembilan puluh sembilan")],
)  # fmt: skip
def test_counts_in_words(count, said):
    assert words.terbilang(count) == said


@pytest.mark.parametrize(
    ("minutes", "target", "said"),
    [
        (5, 5, "5 dari 5 menit"),
        (5.4, 5, "lebih dari 5 menit"),
        (60.2, 60, "lebih dari 1 jam"),
        (0.5, 3, "0 dari 3 menit"),
    ],
)
def test_a_step_late_by_seconds_does_not_look_in_time(minutes, target, said):
    assert words.dari(timedelta(minutes=minutes), target) == said
