"""Why a duration reads as it does: every stretch that counted or did not, in lines that add up to the figure.

Pure, and the one place of this wording: the case page, its page of times, the paper and `manage.py worktime` say it
alike. Lengths are working time in whole seconds; the figures beside them are the same lengths in whole minutes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from itertools import groupby
from typing import Any

from ..text import words
from .hours import ONE_DAY, ZERO, Calendar, Pause, Stretch, stretches

SHORT, LONG = 8, 60  # lines in a panel of the case page; on the page of times and on paper
ONE_SECOND = timedelta(seconds=1)
WORKING_DAY = timedelta(minutes=words.WORKING_DAY)


@dataclass(frozen=True)
class Line:
    """One line: when, how much of it counted, and what of it did not, and why."""

    when: str
    counted: timedelta
    skipped: str = ""

    @property
    def figure(self) -> str:
        """Say what counted; nothing for a stretch skipped whole."""
        return words.rinci(self.counted) if self.counted else ""

    def __str__(self) -> str:
        if not self.counted:
            return f"{self.when}: tidak dihitung, {self.skipped}"
        return f"{self.when}: {self.figure}" + (f", tanpa {self.skipped}" if self.skipped else "")


@dataclass(frozen=True)
class Account:
    """The lines of one duration and their sum; `notes` name what explains a wait but stops no clock."""

    lines: list[Line]
    total: timedelta
    notes: list[str]

    @property
    def sum_words(self) -> str:
        """Say the sum, in working days too where it comes to one: a day of the decree is 7 hours 30."""
        said = words.rinci(self.total)
        return said if self.total < WORKING_DAY else f"{said}, yaitu {words.lama(self.total)} (1 hari = 7 jam 30 menit)"


def account(
    start: datetime,
    end: datetime,
    calendar: Calendar,
    pauses: Iterable[Pause] = (),
    most: int = LONG,
    dated: bool = False,
) -> Account:
    """Explain the working time from start to end in at most about so many lines, summed per day or month if need be.

    What lies in one day is said by its hours alone unless `dated`. Raises ValueError if end lies before start.
    """
    pauses = list(pauses)
    pieces = stretches(start, end, calendar, pauses)
    groups = next(
        (found for found in _groupings(pieces, dated) if len(found) <= most), _grouped(pieces, _month, _month_words)
    )
    counted = _whole_seconds([sum((p.ends - p.begins for p in same if p.counted), ZERO) for _, same in groups])
    lines = [Line(when, length, _skipped(same)) for (when, same), length in zip(groups, counted, strict=True)]
    return Account(lines, sum(counted, ZERO), _notes(start, end, pauses))


Group = tuple[str, list[Stretch]]


def _groupings(pieces: list[Stretch], dated: bool) -> Iterable[list[Group]]:
    """Offer the stretches one by one, then summed per day."""
    one_day = not dated and bool(pieces) and pieces[0].begins.date() == pieces[-1].ends.date()
    yield [(_span(piece, one_day), [piece]) for piece in pieces]
    yield _grouped(pieces, _day, _day_words)


def _grouped(pieces: list[Stretch], key: Callable[[Stretch], Any], say: Callable[[list[Stretch]], str]) -> list[Group]:
    groups = [list(same) for _, same in groupby(pieces, key=key)]
    return [(say(same), same) for same in groups]


def _day(piece: Stretch) -> tuple[Any, bool]:
    """Take a night with the day before it; what stays closed for a day or more stands by itself."""
    whole = not piece.counted and piece.ends - piece.begins >= ONE_DAY
    return (piece.begins if whole else piece.begins.date()), whole


def _day_words(same: list[Stretch]) -> str:
    first = same[0]
    return _span(first, False) if _day(first)[1] else words.hari_tanggal(first.begins)


def _month(piece: Stretch) -> tuple[int, int]:
    return piece.begins.year, piece.begins.month


def _month_words(same: list[Stretch]) -> str:
    days = len({piece.begins.date() for piece in same if piece.counted})
    return f"{words.bulan(same[0].begins)}, {days} hari kerja"


def _span(piece: Stretch, one_day: bool) -> str:
    """Say from when to when, with the seconds that count; whole days by their dates alone."""
    begins, ends = piece.begins, piece.ends
    if begins.time() == ends.time() == time.min:
        last = ends - ONE_DAY
        return words.hari_tanggal(begins) + ("" if last == begins else f" – {words.hari_tanggal(last)}")
    if one_day:
        return f"{_clock(begins)}–{_clock(ends)}"
    if begins.date() == (ends - timedelta.resolution).date():  # up to midnight is still that day
        closes = _clock(ends) if ends.date() == begins.date() else "24.00"
        return f"{words.hari_tanggal(begins)} {_clock(begins)}–{closes}"
    return f"{words.hari_tanggal(begins)} {_clock(begins)} – {words.hari_tanggal(ends)} {_clock(ends)}"


def _clock(at: datetime) -> str:
    return words.jam_pendek(at) + (f".{at.second:02}" if at.second else "")


def _skipped(same: list[Stretch]) -> str:
    return ", ".join(sorted({_lower(piece.reason) for piece in same if not piece.counted}))


def _lower(reason: str) -> str:
    return reason[:1].lower() + reason[1:]


def _whole_seconds(lengths: list[timedelta]) -> list[timedelta]:
    """Round so that the rounded lengths still add up to the rounded sum."""
    run, said = ZERO, []
    for length in lengths:
        before, run = run, run + length
        said.append((run // ONE_SECOND - before // ONE_SECOND) * ONE_SECOND)
    return said


def _notes(start: datetime, end: datetime, pauses: list[Pause]) -> list[str]:
    """Name the holds that stop no clock: they explain a wait, and count."""
    found = []
    for pause in pauses:
        begins, ends = max(pause.began, start), min(pause.ended or end, end)
        if not pause.stops and begins < ends:
            piece = Stretch(begins.astimezone(words.WITA), ends.astimezone(words.WITA), True, pause.reason)
            found.append(f"{pause.reason}, {_span(piece, False)}: tetap dihitung.")
    return found
