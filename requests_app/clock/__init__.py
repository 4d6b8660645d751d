"""The office's time: hours, history rows to verdicts, the law's days. Pure; `now` is an argument."""

from .hours import (
    WITA,
    Calendar,
    HoursPeriod,
    NoWorkingTime,
    Pause,
    Spans,
    Stretch,
    add_working,
    due_date,
    is_open,
    is_working_day,
    next_opening,
    stretches,
    working_time,
)

__all__ = [
    "WITA",
    "Calendar",
    "HoursPeriod",
    "NoWorkingTime",
    "Pause",
    "Spans",
    "Stretch",
    "add_working",
    "due_date",
    "is_open",
    "is_working_day",
    "next_opening",
    "stretches",
    "working_time",
]
