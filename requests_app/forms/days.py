"""Days and moments people type: each lies within bounds, both ways; a slip of the keys gets a sentence that helps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone

from ..printing.periods import FIRST_YEAR, LAST_YEAR
from ..text.words import tanggal
from .widgets import DatePicker, MomentPicker

YEAR = 366  # days
SHORTEST_YEAR = 1000  # what is less was typed with too few digits


@dataclass(frozen=True)
class Bounds:
    """The first and the last day a date may be: a day, or so many days from the day it is typed on."""

    first: date | int
    last: date | int

    def refuses(self, label: str, typed: date, now: datetime) -> str:
        """Say why a date cannot be right; nothing where it can. Today's moments are judged to the minute."""
        today = timezone.localdate(now)
        day = typed.date() if isinstance(typed, datetime) else typed
        first, last = (_day(edge, today) for edge in (self.first, self.last))
        if day.year < SHORTEST_YEAR:
            return f"Tahun {day.year}? Tulis empat angka, misalnya {today.year}."
        if day > last or (last == today and isinstance(typed, datetime) and typed > now):
            return f"{label} tidak boleh di masa depan." if last == today else _far(label, day, "akhir", last)
        if day < first:
            return f"{label} harus sesudah hari ini." if first > today else _far(label, day, "awal", first)
        return ""


def _day(edge: date | int, today: date) -> date:
    return edge if isinstance(edge, date) else today + timedelta(days=edge)


def _far(label: str, day: date, end: str, edge: date) -> str:
    return f"{label} {tanggal(day)}? Periksa tahunnya; paling {end} {tanggal(edge)}."


HAPPENED = Bounds(-YEAR, 0)  # what was done before it is entered
WRITTEN = Bounds(-5 * YEAR, 0)  # what stands on a letter
AGREED = Bounds(-YEAR, YEAR)  # what was arranged for after the act, which may itself be entered late
COMING = Bounds(1, YEAR)
OF_A_BOOK = Bounds(date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31))
IN_SETTINGS = Bounds(date(FIRST_YEAR, 1, 1), 10 * YEAR)


class Bounded:
    """Stand before a date or moment field to keep what is typed within its bounds."""

    if TYPE_CHECKING:
        label: Any
    now: datetime | None = None  # when the form was sent, where the form says so

    def __init__(self, *args: Any, bounds: Bounds = IN_SETTINGS, **kwargs: Any) -> None:
        self.bounds = bounds
        super().__init__(*args, **kwargs)

    def clean(self, value: Any) -> Any:
        """Judge the date that was read. Raises ValidationError."""
        field: Any = super()
        found = field.clean(value)
        if found and (sentence := self.bounds.refuses(str(self.label), found, self.now or timezone.now())):
            raise ValidationError(sentence, code="bounds")
        return found


class DayField(Bounded, forms.DateField):
    """A day."""

    widget = DatePicker


class MomentField(Bounded, forms.DateTimeField):
    """A day and a time of day, to the minute, in the office's zone."""

    widget = MomentPicker


class TwoBoxMoment(Bounded, forms.SplitDateTimeField):
    """A day and a time of day, as the settings ask for them."""
