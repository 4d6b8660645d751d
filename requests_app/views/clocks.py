"""The named clock of an open stay, ready for `parts/clock.html`: words, tone and how far it has run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from ..clock import Calendar, NoWorkingTime, Pause, is_open, next_opening, working_time
from ..text import words

WARNS_AT = 80  # percent of the target; desk.js turns amber at the same share
WEEK = 7  # days


@dataclass(frozen=True)
class Clock:
    """What the template draws; `left`, `run` and `target` are working minutes, `left` None while it stands still."""

    words: str
    of_words: str
    tone: str
    percent: int
    note: str = ""
    left: float | None = None
    run: float = 0
    target: int | None = None

    @property
    def is_late(self) -> bool:
        return self.tone == "late"

    @property
    def is_near(self) -> bool:
        """Tell whether most of the target is used up, so that it is nearly late."""
        return self.tone == "warn"


def clock_of(
    due_at: datetime | None,
    target: int,
    now: datetime,
    calendar: Calendar,
    pauses: Iterable[Pause] = (),
    of: str = "target",
) -> Clock:
    """Read the clock of a stay from its due instant and its target in working minutes; without the former it stands.

    `pauses` are the case's holds, needed only where one ended after the due instant. `of` is "target" or "dari".
    """
    of_words = f"{of} {words.lama(target)}"
    if due_at is None:
        return Clock("berhenti", of_words, "hold", 0)
    left = minutes_left(due_at, now, calendar, pauses)
    share = min(100.0, max(0.0, 100 - left / target * 100))
    run, note = running(now, calendar)
    return Clock(words.sisa(left), of_words, _tone(left, share), round(share), note, round(left, 2), run, target)


def _tone(left: float, share: float) -> str:
    if left < 0:
        return "late"
    return "warn" if share >= WARNS_AT else "ok"


def minutes_left(due_at: datetime, now: datetime, calendar: Calendar, pauses: Iterable[Pause] = ()) -> float:
    """Count the working minutes up to a due instant; negative once it has passed."""
    if now <= due_at:
        return working_time(now, due_at, calendar) / timedelta(minutes=1)
    return -(working_time(due_at, now, calendar, pauses) / timedelta(minutes=1))


def running(now: datetime, calendar: Calendar) -> tuple[float, str]:
    """Say for how many minutes the office still works without a break, or until when every clock rests."""
    if is_open(now, calendar):
        closes = next(ends for begins, ends in calendar.day(now.astimezone(words.WITA).date()).spans if ends > now)
        return round((closes - now) / timedelta(minutes=1), 2), ""
    try:
        return 0, f"berhenti {until_words(next_opening(now, calendar), now)}"
    except NoWorkingTime:
        return 0, "kantor tutup"


def until_words(at: datetime, now: datetime) -> str:
    """Say an end to come: "s.d. 11.30", within the week "s.d. Selasa 07.30", else "s.d. 4 Desember 2026 07.30"."""
    day, today = (moment.astimezone(words.WITA).date() for moment in (at, now))
    if day == today:
        return f"s.d. {words.jam_pendek(at)}"
    if 0 < (day - today).days < WEEK:
        return f"s.d. {words.DAYS[day.weekday()]} {words.jam_pendek(at)}"
    return f"s.d. {words.tanggal(at)} {words.jam_pendek(at)}"


def stopped(until: datetime | None, target: int, now: datetime) -> Clock:
    """Draw the clock of a hold: until its scheduled end, where that is still to come."""
    of_words = until_words(until, now) if until and until > now else f"target {words.lama(target)}"
    return Clock("berhenti", of_words, "hold", 0)
