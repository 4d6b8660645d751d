"""The days a book is opened at: a month, a year, or from one day to another. Pure."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ..text.words import bulan, tanggal

FIRST_YEAR, LAST_YEAR = 2000, 2199  # no book can be of another year
MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
YEAR = re.compile(r"\d{4}", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def month_bounds(year: int, month: int) -> tuple[date, date]:
    """Give the first and the last day of a month. Raises ValueError."""
    first = date(year, month, 1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """Some days, first and last included."""

    begin: date
    end: date

    @classmethod
    def month(cls, day: date) -> "Period":
        """Give the month a day lies in."""
        return cls(*month_bounds(day.year, day.month))

    @classmethod
    def year(cls, year: int) -> "Period":
        """Give a year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    @property
    def is_month(self) -> bool:
        """Tell whether it is exactly one month."""
        return self == Period.month(self.begin)

    @property
    def is_year(self) -> bool:
        """Tell whether it is exactly one year."""
        return self == Period.year(self.begin.year)

    @property
    def slug(self) -> str:
        """Name it in an address or a file name: 2026-11, 2026, 2026-11-23_2026-11-27."""
        if self.is_month:
            return f"{self.begin:%Y-%m}"
        return f"{self.begin:%Y}" if self.is_year else f"{self.begin:%Y-%m-%d}_{self.end:%Y-%m-%d}"

    @property
    def query(self) -> str:
        """Name it in a page's address."""
        return f"bulan={self.slug}" if self.is_month else f"dari={self.begin}&sampai={self.end}"

    @property
    def previous(self) -> "Period":
        """Give the month before its first day."""
        return Period.month(self.begin.replace(day=1) - timedelta(days=1))

    @property
    def following(self) -> "Period":
        """Give the month after its last day's."""
        return Period.month(Period.month(self.end).end + timedelta(days=1))

    @property
    def months(self) -> list["Period"]:
        """Cut it into months; the first and the last may be parts of one."""
        found, day = [], self.begin
        while day <= self.end:
            last = min(Period.month(day).end, self.end)
            found.append(Period(day, last))
            day = last + timedelta(days=1)
        return found

    def __str__(self) -> str:
        if self.is_month:
            return bulan(self.begin)
        if self.is_year:
            return f"tahun {self.begin.year}"
        return tanggal(self.begin) if self.begin == self.end else f"{tanggal(self.begin)} sampai {tanggal(self.end)}"


@dataclass(frozen=True)
class Slice(Period):
    """Some rows of a period too full for one piece of work."""

    part: int = 1
    parts: int = 1

    def __str__(self) -> str:
        return f"{Period(self.begin, self.end)}, bagian {self.part} dari {self.parts}"


def read_period(text: str) -> Period:
    """Read "2026-11", "2026" or "2026-11-23_2026-11-27". Raises ValueError, also for a year no book can be of."""
    days = text.split("_")
    if not all(FIRST_YEAR <= int(day[:4]) <= LAST_YEAR for day in days if YEAR.match(day)):
        raise ValueError(text)
    if YEAR.fullmatch(text):
        return Period.year(int(text))
    if match := MONTH.fullmatch(text):
        return Period(*month_bounds(int(match[1]), int(match[2])))
    if len(days) == 2 and all(DAY.fullmatch(day) for day in days):
        return Period(*sorted(date.fromisoformat(day) for day in days))
    raise ValueError(text)
