"""The law's days in a few words, for queues and lists: told by name, so that nobody takes them for the SOP's clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ..clock import Calendar, due_date
from ..clock.law_days import working_days
from ..derived.deadlines import day_of
from ..models.case import State

SOON = 3  # working days left from which on the words turn amber, and the list's filter finds a case


@dataclass(frozen=True)
class Tag:
    """A status in words; `tone` is ok, warn, late, hold or nothing."""

    words: str
    tone: str = ""


def remaining(due: date, today: date, calendar: Calendar) -> Tag:
    """Say how many working days are left, or by how many the due day has passed."""
    if today > due:
        passed = working_days(due, today, calendar)
        return Tag(f"lewat {passed} hari kerja" if passed else "baru saja lewat", "late")
    left = working_days(today, due, calendar)
    if not left:
        return Tag("hari terakhir", "warn")
    return Tag(f"tersisa {left} hari kerja", "warn" if left <= SOON else "")


def tag_of(case: Any, now: datetime, calendar: Calendar) -> Tag | None:
    """Say how a case with its deadline joined stands with the law; nothing once no notice is owed any more."""
    deadline = getattr(case, "deadline", None)  # none for a case registered before any rule was entered
    if case.answered_on:
        late = deadline is not None and deadline.due is not None and case.answered_on > deadline.due
        return Tag("dijawab lewat batas", "late") if late else Tag("dijawab dalam batas", "ok")
    if case.state == State.ENDED or deadline is None or deadline.days is None:
        return None
    if deadline.due is None:
        return Tag("berhenti", "hold")
    return remaining(deadline.due, day_of(now), calendar)


def soon_by(now: datetime, calendar: Calendar) -> date:
    """Find the last day that counts as soon."""
    return due_date(day_of(now), SOON, calendar)
