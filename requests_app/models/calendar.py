"""Office hours and days that differ, kept as rows an admin edits; the clock reads them as values.

Ramadan hours and cuti bersama are decided each year by decree, so nothing here is computed ahead of it.
"""

from collections.abc import Iterable
from datetime import date, time
from functools import lru_cache
from itertools import groupby
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.utils.formats import date_format
from holidays import country_holidays
from holidays.constants import GOVERNMENT, PUBLIC

from ..clock import Calendar, HoursPeriod, Spans
from ..text.words import jam_pendek
from .base import ends_after, track
from .people import Office
from .revisions import TargetRevision, load_revisions, target_minutes
from .versions import CalendarRow, Day, by_version

__all__ = [
    "DEFAULT_HOURS",
    "DEFAULT_WEEK",
    "DayKind",
    "DayOverride",
    "TargetRevision",
    "Weekday",
    "WorkingHours",
    "WorkingSpan",
    "current_calendar",
    "load_calendar",
    "load_revisions",
    "target_minutes",
    "years_without_joint_leave",
]

_MON_TO_THU: Spans = ((time(7, 30), time(12)), (time(13), time(16)))
_FRIDAY: Spans = ((time(7, 30), time(11, 30)), (time(13), time(16, 30)))
DEFAULT_WEEK: tuple[Spans, ...] = (_MON_TO_THU, _MON_TO_THU, _MON_TO_THU, _MON_TO_THU, _FRIDAY, (), ())
DEFAULT_HOURS = HoursPeriod("Jam kerja biasa", date.min, None, DEFAULT_WEEK)


class WorkingHours(CalendarRow):
    """Weekly hours in force for a time; those that begin last win, so Ramadan lies over the normal hours."""

    name = models.CharField("nama", max_length=80)
    begins = models.DateField(
        "berlaku sejak",
        unique=True,
        error_messages={"unique": "Sudah ada jam kerja yang mulai berlaku pada tanggal ini."},
    )
    ends = models.DateField("berlaku sampai", null=True, blank=True, help_text="Kosong: sampai diganti jam kerja lain.")
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "jam kerja"
        ordering = ["begins"]
        constraints = [ends_after("working_hours_end_after_begin", "Jam kerja berakhir sebelum mulai berlaku.")]

    def __str__(self) -> str:
        return self.name

    def describe(self) -> str:
        return f"{self.name} ({_period(self)})"

    def touches_from(self) -> date:
        return self.begins

    def touches_until(self) -> date | None:
        return self.ends

    def clean(self) -> None:
        """Refuse a period that ends before it begins, or two limited periods that overlap."""
        if not self.begins or not self.ends:
            return
        if self.ends < self.begins:
            raise ValidationError({"ends": "Jam kerja tidak boleh berakhir sebelum mulai berlaku."})
        limited = WorkingHours.objects.filter(begins__lte=self.ends, ends__gte=self.begins)
        clash = limited.exclude(pk=self.pk).first()
        if clash:
            raise ValidationError({"begins": f"Masa berlakunya bertumpuk dengan {clash.name} ({_period(clash)})."})


class Weekday(models.IntegerChoices):
    MONDAY = 0, "Senin"
    TUESDAY = 1, "Selasa"
    WEDNESDAY = 2, "Rabu"
    THURSDAY = 3, "Kamis"
    FRIDAY = 4, "Jumat"
    SATURDAY = 5, "Sabtu"
    SUNDAY = 6, "Minggu"


class WorkingSpan(CalendarRow):
    """An unbroken stretch of office time on one day of the week; a break is the gap between two."""

    hours = models.ForeignKey(WorkingHours, models.CASCADE, verbose_name="jam kerja", related_name="spans")
    weekday = models.PositiveSmallIntegerField("hari", choices=Weekday.choices)
    opens = models.TimeField("buka")
    closes = models.TimeField("tutup")
    judged_with_its_week = False  # a form that sends several rows judges them as they will stand together
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "waktu buka"
        ordering = ["hours", "weekday", "opens"]
        constraints = [
            models.CheckConstraint(condition=Q(weekday__in=Weekday.values), name="working_span_weekday_known"),
            models.CheckConstraint(
                condition=Q(closes__gt=F("opens")),
                name="working_span_closes_after_opens",
                violation_error_message="Waktu tutup harus setelah waktu buka.",
            ),
            models.UniqueConstraint(
                fields=["hours", "weekday", "opens"],
                name="working_span_opens_once",
                violation_error_message="Waktu buka ini sudah ada pada hari itu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.hours}: {self.get_weekday_display()} {self.opens:%H.%M}–{self.closes:%H.%M}"

    def touches_from(self) -> date:
        return self.hours.begins

    def touches_until(self) -> date | None:
        return self.hours.ends

    def clean(self) -> None:
        """Refuse a span that closes before it opens or overlaps another of its day."""
        if not self.opens or not self.closes:
            return
        if self.closes <= self.opens:
            raise ValidationError({"closes": "Waktu tutup harus setelah waktu buka."})
        if not self.hours_id or self.judged_with_its_week:
            return
        same_day = WorkingSpan.objects.filter(hours=self.hours, weekday=self.weekday).exclude(pk=self.pk)
        clash = same_day.filter(opens__lt=self.closes, closes__gt=self.opens).first()
        if clash:
            raise ValidationError(
                {"opens": f"Bertumpuk dengan {clash.opens:%H.%M}–{clash.closes:%H.%M} pada hari yang sama."}
            )


class DayKind(models.TextChoices):
    CLOSED = "closed", "Tutup (libur, cuti bersama, tutup setempat)"
    OPEN = "open", "Buka (misalnya piket tahapan Pemilu)"
    NOT_HOLIDAY = "not_holiday", "Libur dibatalkan (jam kerja biasa)"


_TIMES = ("opens", "closes", "break_begins", "break_ends")
_NO_TIMES = Q(**{f"{name}__isnull": True for name in _TIMES})
# Each time is asked for by name: a comparison with an empty one is unknown, which the database lets pass.
_OPEN_HOURS = Q(opens__isnull=False, closes__isnull=False, closes__gt=F("opens"))
_NO_BREAK = Q(break_begins__isnull=True, break_ends__isnull=True)
_BREAK_INSIDE = Q(break_begins__gt=F("opens"), break_ends__gt=F("break_begins"), closes__gt=F("break_ends"))


class DayOverride(CalendarRow):
    """One day that differs from the national calendar, with the decree (SKB) that says so."""

    date = models.DateField("tanggal", unique=True, error_messages={"unique": "Tanggal ini sudah tercatat."})
    kind = models.CharField("jenis", max_length=12, choices=DayKind.choices)
    name = models.CharField("keterangan", max_length=120)
    decree = models.CharField("nomor SKB/keputusan", max_length=120, blank=True)
    opens = models.TimeField("buka", null=True, blank=True)
    closes = models.TimeField("tutup", null=True, blank=True)
    break_begins = models.TimeField("istirahat mulai", null=True, blank=True)
    break_ends = models.TimeField("istirahat selesai", null=True, blank=True)
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "hari khusus"
        ordering = ["-date"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=DayKind.values), name="day_override_kind_known"),
            models.CheckConstraint(
                condition=(Q(kind=DayKind.OPEN) & _OPEN_HOURS) | (~Q(kind=DayKind.OPEN) & _NO_TIMES),
                name="day_override_hours_when_open",
                violation_error_message="Hari buka memerlukan waktu buka dan tutup; hari lain tidak.",
            ),
            models.CheckConstraint(
                condition=_NO_BREAK | (Q(break_begins__isnull=False, break_ends__isnull=False) & _BREAK_INSIDE),
                name="day_override_break_inside",
                violation_error_message="Istirahat harus berada di antara waktu buka dan tutup.",
            ),
        ]

    def __str__(self) -> str:
        return f"{date_format(self.date, 'j F Y')}: {self.name}"

    @property
    def spans(self) -> Spans:
        """List the open spans of an extra opening day."""
        if self.opens is None or self.closes is None:
            return ()
        if self.break_begins is None or self.break_ends is None:
            return ((self.opens, self.closes),)
        return ((self.opens, self.break_begins), (self.break_ends, self.closes))

    def describe(self) -> str:
        return f"{self} ({self.hours_in_words})"

    @property
    def hours_in_words(self) -> str:
        """Say what the day is: "tutup", "buka 08.00–12.00", "libur dibatalkan"."""
        if self.kind == DayKind.OPEN:
            return "buka " + " dan ".join(f"{jam_pendek(opens)}–{jam_pendek(closes)}" for opens, closes in self.spans)
        return "tutup" if self.kind == DayKind.CLOSED else "libur dibatalkan"

    def touches_from(self) -> Day:
        return self.date

    def touches_until(self) -> Day:
        return self.date

    def clean(self) -> None:
        """Refuse hours that do not fit the kind and a holiday entered twice."""
        errors = self._hours_errors() if self.kind == DayKind.OPEN else self._needless_hours()
        if self.date and "date" not in errors:
            errors |= self._holiday_errors()
        if errors:
            raise ValidationError(errors)

    def _needless_hours(self) -> dict[str, str]:
        return {name: "Hanya hari buka yang memakai jam." for name in _TIMES if getattr(self, name) is not None}

    def _hours_errors(self) -> dict[str, str]:
        if self.opens is None or self.closes is None:
            missing = "opens" if self.opens is None else "closes"
            return {missing: "Isi waktu buka dan tutup untuk hari buka."}
        if self.closes <= self.opens:
            return {"closes": "Waktu tutup harus setelah waktu buka."}
        if (self.break_begins is None) != (self.break_ends is None):
            return {"break_begins": "Isi mulai dan selesai istirahat, atau kosongkan keduanya."}
        if self.break_begins and self.break_ends and not self.opens < self.break_begins < self.break_ends < self.closes:
            return {"break_begins": "Istirahat harus berada di antara waktu buka dan tutup."}
        return {}

    def _holiday_errors(self) -> dict[str, str]:
        # Only a new entry is compared: a package brought up to date later must not lock an old row.
        holiday = _national_holidays(self.date.year).get(self.date)
        if self.kind == DayKind.CLOSED and holiday and self._state.adding:
            return {"date": f"Tanggal ini sudah libur: {holiday}."}
        if self.kind == DayKind.NOT_HOLIDAY and not holiday and self._state.adding:
            return {"date": "Tanggal ini bukan hari libur nasional, jadi tidak ada yang dibatalkan."}
        return {}


def current_calendar() -> Calendar:
    """Load the calendar as it now stands, read anew only where this process does not know its version."""
    return load_calendar(Office.objects.values_list("calendar_version", flat=True).first() or 0)


@by_version
def load_calendar(version: int) -> Calendar:
    """Build the calendar from its tables and the national holidays, once per process and version."""
    overrides = list(DayOverride.objects.all())
    closed = {row.date: row.name for row in overrides if row.kind == DayKind.CLOSED}
    cancelled = {row.date for row in overrides if row.kind == DayKind.NOT_HOLIDAY}
    openings = {row.date: (row.name, row.spans) for row in overrides if row.kind == DayKind.OPEN}
    rows = WorkingHours.objects.prefetch_related("spans")
    # Hours still without a span are not filled in yet; taken literally they would close the office for good.
    entered = (HoursPeriod(row.name, row.begins, row.ends, _week(row)) for row in rows if row.spans.all())
    return Calendar((DEFAULT_HOURS, *entered), _HolidayNames(closed, frozenset(cancelled)), openings)


def years_without_joint_leave(years: Iterable[int], calendar: Calendar | None = None) -> list[int]:
    """Name the years for which neither the package nor an admin knows any cuti bersama yet."""
    known: Any = (calendar or current_calendar()).holidays
    return [year for year in years if not known.has_joint_leave(year)]


class _HolidayNames:
    """The national holidays with the admin's changes, each year worked out when first asked for."""

    def __init__(self, closed: dict[date, str], cancelled: frozenset[date]) -> None:
        self._closed = closed
        self._cancelled = cancelled

    def get(self, day: date, /) -> str | None:
        if day in self._cancelled:
            return None
        return self._closed.get(day) or _national_holidays(day.year).get(day)

    def has_joint_leave(self, year: int) -> bool:
        """Tell whether any cuti bersama of a year is known."""
        entered = (day for day, name in self._closed.items() if "cuti bersama" in name.lower())
        return bool(_joint_leave(year)) or any(day.year == year for day in entered)


# Copied into plain dicts: the package's own lazy filling is not safe when several threads ask at once.
@lru_cache(maxsize=64)
def _national_holidays(year: int) -> dict[date, str]:
    return dict(country_holidays("ID", years=year, expand=False, categories=(PUBLIC, GOVERNMENT), language="id"))


@lru_cache(maxsize=64)
def _joint_leave(year: int) -> dict[date, str]:
    return dict(country_holidays("ID", years=year, expand=False, categories=(GOVERNMENT,), language="id"))


def _week(hours: WorkingHours) -> tuple[Spans, ...]:
    week: list[Spans] = [() for _ in Weekday]
    rows = sorted(hours.spans.all(), key=lambda span: (span.weekday, span.opens))
    for weekday, spans in groupby(rows, key=lambda span: span.weekday):
        week[weekday] = _joined((span.opens, span.closes) for span in spans)
    return tuple(week)


def _joined(spans: Iterable[tuple[time, time]]) -> Spans:
    """Join spans that touch or overlap: rows may be saved one by one, and the clock wants them apart."""
    joined: list[tuple[time, time]] = []
    for opens, closes in spans:
        if joined and opens <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], closes))
        else:
            joined.append((opens, closes))
    return tuple(joined)


def _period(hours: WorkingHours) -> str:
    begins = date_format(hours.begins, "j F Y")
    return f"{begins} – {date_format(hours.ends, 'j F Y')}" if hours.ends else f"sejak {begins}"
