"""How dates, times, durations and personal numbers are said in Indonesian. Pure: standard library only."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

WITA = ZoneInfo("Asia/Makassar")
WORKING_DAY = 450  # minutes; "1 hari" of the decree

# Tables, because Django's Indonesian short format abbreviates November to "Nov." and follows the active language.
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
DAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")


def _local(moment: datetime) -> datetime:
    return moment.astimezone(WITA) if moment.tzinfo else moment


def _day(value: date | datetime) -> date:
    return _local(value).date() if isinstance(value, datetime) else value


def tanggal(value: date | datetime) -> str:
    """Say a date as letters do: "23 November 2026". Aware instants are read in WITA."""
    day = _day(value)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def hari_tanggal(value: date | datetime) -> str:
    """Say a date as books do: "Senin, 23 November 2026"."""
    return f"{DAYS[_day(value).weekday()]}, {tanggal(value)}"


def rentang(first: date, last: date) -> str:
    """Say days in a row: "24–27 November 2026", "28 November–1 Desember 2026", or the one day there is."""
    if first == last:
        return tanggal(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{tanggal(last)}"
    begins = f"{first.day} {MONTHS[first.month - 1]}" if first.year == last.year else tanggal(first)
    return f"{begins}–{tanggal(last)}"


def bulan(value: date | datetime) -> str:
    """Say a month: "November 2026"."""
    day = _day(value)
    return f"{MONTHS[day.month - 1]} {day.year}"


def jam_pendek(value: datetime | time) -> str:
    """Say a time of day: "08.05"."""
    moment = _local(value) if isinstance(value, datetime) else value
    return f"{moment.hour:02}.{moment.minute:02}"


def jam(value: datetime | time) -> str:
    """Say a time of day with its zone: "08.05 WITA"."""
    return f"{jam_pendek(value)} WITA"


def saat(value: datetime, now: datetime) -> str:
    """Say when something happened, seen from `now`: "08.05" today, else "Senin, 23 November 2026 08.05"."""
    if _day(value) == _day(now):
        return jam_pendek(value)
    return f"{hari_tanggal(value)} {jam_pendek(value)}"


def _whole_minutes(value: timedelta | float) -> int:
    minutes = value.total_seconds() / 60 if isinstance(value, timedelta) else value
    # A float such as 4.999999999 is five minutes that went through a division.
    return int(minutes + 1e-6)


def menit(value: timedelta | float) -> str:
    """Say a duration in hours and minutes, rounded down: "12 menit", "1 jam 5 menit", "kurang dari 1 menit"."""
    hours, minutes = divmod(_whole_minutes(value), 60)
    parts = ([f"{hours} jam"] if hours else []) + ([f"{minutes} menit"] if minutes else [])
    return " ".join(parts) or "kurang dari 1 menit"


def lama(value: timedelta | float) -> str:
    """Say a duration in working time; from one working day (450 minutes) on in days: "2 hari 1 jam"."""
    days, rest = divmod(_whole_minutes(value), WORKING_DAY)
    if not days:
        return menit(rest)
    return f"{days} hari {menit(rest)}" if rest else f"{days} hari"


def rinci(value: timedelta) -> str:
    """Say a duration to the second, in hours at most: "7 jam 30 menit", "3 menit 20 detik", "0 menit"."""
    minutes, seconds = divmod(int(value.total_seconds()), 60)
    said = menit(minutes) if minutes else ""
    return " ".join(part for part in (said, f"{seconds} detik" if seconds else "") if part) or "0 menit"


def dari(took: timedelta, target: int) -> str:
    """Say a time against its target in minutes: "8 dari 10 menit", "1 jam 2 menit dari 1 jam", "lebih dari 5 menit"."""
    said, of = lama(took), lama(target)
    if said == of and took > timedelta(minutes=target):
        return f"lebih dari {of}"  # late by less than a minute: "5 dari 5 menit" would look in time
    if said.endswith("menit") and of.endswith("menit") and "jam" not in said + of:
        said = "0" if said.startswith("kurang") else said.removesuffix(" menit")
    return f"{said} dari {of}"


def sisa(left: timedelta | float) -> str:
    """Say what is left of a target in working time: "sisa 4 menit", or "lewat 12 menit" when it is negative."""
    minutes = left.total_seconds() / 60 if isinstance(left, timedelta) else left
    return f"lewat {lama(-minutes)}" if minutes < 0 else f"sisa {lama(minutes)}"


UNITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()


def terbilang(count: int) -> str:
    """Say a whole number below a thousand in words: "dua puluh satu"."""
    if count < len(UNITS):
        return UNITS[count]
    if count < 20:
        return f"{UNITS[count - 10]} belas"
    many, rest = divmod(count, 10) if count < 100 else divmod(count, 100)
    unit = "puluh" if count < 100 else "ratus"
    said = "seratus" if many == 1 and count >= 100 else f"{UNITS[many]} {unit}"
    return f"{said} {terbilang(rest)}" if rest else said


def nik_samar(value: str) -> str:
    """Mask a NIK, keeping region and serial: "537101******0001". Anything of another length is masked whole."""
    return f"{value[:6]}******{value[-4:]}" if len(value) == 16 else "*" * len(value)


def telepon(value: str) -> str:
    """Say a telephone number in groups of four; +62 becomes 0. Words such as "tidak ada" stay as they are."""
    digits = re.sub(r"[\s().+-]", "", value)
    if not digits.isdigit():
        return value
    if digits.startswith("62"):
        digits = "0" + digits[2:]
    return " ".join(digits[at : at + 4] for at in range(0, len(digits), 4))


def telepon_samar(value: str) -> str:
    """Mask the last four digits of a telephone number: "0812 3790 ****"."""
    said = telepon(value)
    if not said.replace(" ", "").isdigit():
        return value
    hidden = 0
    masked = []
    for sign in reversed(said):
        hide = sign != " " and hidden < 4
        hidden += hide
        masked.append("*" if hide else sign)
    return "".join(reversed(masked))
