"""The report of a period: the figures laid out as rows, each number with the question that lists the cases behind it.

Screen, paper and spreadsheet show the very same rows. `asks` is the query string of the list of all requests.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlencode

from django.db.models import Value
from django.utils import timezone

from ..derived.tallies import figures as kinds
from ..derived.tallies.figures import FEW, Figures, median, percentile, together
from ..derived.tallies.spans import Span, cells, last_months
from ..derived.tallies.store import figures_of
from ..models.calendar import target_minutes
from ..models.case import Channel
from ..models.people import Post
from ..models.records import HoldReason, LateReason
from ..sop import CURRENT_EDITION, EDITIONS, edition_with, every_ending
from .standing import Standing, standing

DESK = "0"  # how a question names the stays that waited for any Help Desk
WHOSE = {HoldReason.OFFICIAL: "kantor", HoldReason.FORCE_MAJEURE: "keadaan kahar", HoldReason.PLENARY: "kantor"}
PATHS = {True: "Dengan surat", False: "Langsung"}


@dataclass(frozen=True)
class Number:
    """A count, and the question that lists as many rows."""

    value: int
    asks: str = ""


@dataclass(frozen=True)
class CountLine:
    """A count of something named: a path, a channel, an outcome."""

    title: str
    received: Number
    ended: Number


@dataclass(frozen=True)
class StepLine:
    """What the stays in a step took that ended in the period, in whole working minutes."""

    number: int
    title: str
    target: int
    stays: Number
    median: int
    ninetieth: int
    late: Number
    total: int

    @property
    def share(self) -> int:
        """The share on time, in whole per cent rounded down, so that 100 means all."""
        return share(self.stays.value - self.late.value, self.stays.value)

    @property
    def is_few(self) -> bool:
        return self.stays.value < FEW


@dataclass(frozen=True)
class PostLine:
    """How long cases waited for a post to open them, and how long it handled them, in whole working minutes."""

    title: str
    stays: Number
    waiting: int
    handling: int

    @property
    def mean_waiting(self) -> float:
        return self.waiting / self.stays.value

    @property
    def mean_handling(self) -> float:
        return self.handling / self.stays.value


@dataclass(frozen=True)
class Reason:
    """A reason given for late steps that ended in the period."""

    title: str
    number: Number


@dataclass(frozen=True)
class HoldLine:
    """Holds that ended in the period and how long they lasted by the calendar, in minutes; and those open now."""

    title: str
    whose: str
    ended: Number
    lasted: int
    open: Number

    @property
    def lasted_words(self) -> str:
        """Say the length by the calendar: "2 hari 4 jam", a day being twenty-four hours."""
        hours = self.lasted // 60
        parts = [f"{hours // 24} hari"] * (hours >= 24) + [f"{hours % 24} jam"] * (hours % 24 > 0)
        return " ".join(parts) or "kurang dari 1 jam"


@dataclass(frozen=True)
class MonthLine:
    """One month of the trend."""

    span: Span
    received: Number
    ended: Number
    stays: int
    late: Number

    @property
    def share(self) -> int | None:
        return share(self.stays - self.late.value, self.stays) if self.stays else None


@dataclass(frozen=True)
class Report:
    """All figures of a period, and how the office stands at the instant it was made."""

    period: Span
    made_at: datetime
    received: Number
    ended: Number
    paths: list[CountLine]
    channels: list[CountLine]
    outcomes: list[CountLine]
    steps: list[StepLine]
    posts: list[PostLine]
    reasons: list[Reason]
    holds: list[HoldLine]
    arrivals: Number  # entered from paper afterwards
    papers: Number  # stays in a step, likewise
    trend: list[MonthLine]
    standing: Standing

    @property
    def stays(self) -> int:
        return sum(step.stays.value for step in self.steps)

    @property
    def late(self) -> Number:
        return Number(sum(step.late.value for step in self.steps), _ended("steps", self.period, timing="late"))

    @property
    def share(self) -> int | None:
        """The share of steps on time; none when no step ended."""
        return share(self.stays - self.late.value, self.stays) if self.stays else None

    @property
    def costliest(self) -> StepLine | None:
        """The step that took the office the most working time in the period."""
        return max(self.steps, key=lambda step: step.total, default=None)

    @property
    def costliest_share(self) -> int:
        """Its share of all working time, in whole per cent rounded down."""
        total = sum(step.total for step in self.steps)
        return share(self.costliest.total, total) if self.costliest and total else 0

    @property
    def busy_months(self) -> list[MonthLine]:
        """The months of the trend in which anything happened, newest first."""
        return [line for line in reversed(self.trend) if line.received.value or line.ended.value or line.stays]

    @property
    def quiet_months(self) -> int:
        return len(self.trend) - len(self.busy_months)

    @property
    def open(self) -> Number:
        return Number(self.standing.open, _asks(state="running"))

    @property
    def overdue(self) -> Number:
        return Number(self.standing.overdue, _asks(late="on"))

    @property
    def unopened(self) -> Number:
        return Number(self.standing.unopened, _asks(what="unopened"))

    @property
    def unconfirmed(self) -> Number:
        return Number(self.standing.unconfirmed, _asks(what="unconfirmed"))

    @property
    def unexplained(self) -> Number:
        return Number(self.standing.unexplained, _asks(what="unexplained"))

    @property
    def ages(self) -> list[tuple[str, Number]]:
        """The open requests by age, with the days they were received."""
        return [
            (age.words, Number(age.number, _asks(state="running", since=age.since, until=age.until)))
            for age in self.standing.ages
        ]

    @property
    def is_empty(self) -> bool:
        return not (self.received.value or self.ended.value or self.stays or self.papers.value)


def report(period: Span, now: datetime, version: int) -> Report:
    """Make the report of a period: four statements. `version` is the calendar's, for the targets in force."""
    months = last_months(period.last)
    pieces = cells(period, months)
    found = list(zip(pieces, figures_of(pieces, period), strict=True))
    inside = together(part for cell, part in found if cell.within(period))
    stands, names = standing(now, timezone.localdate(now)), _names()
    return Report(
        period,
        now,
        Number(inside.total(kinds.RECEIVED), _received(period)),
        Number(inside.total(kinds.ENDED), _ended("ended", period)),
        _paths(inside, period),
        _channels(inside, period),
        _outcomes(inside, period),
        [_step_line(int(step), inside, period, version) for step in sorted(inside.by(kinds.STEP, 1), key=int)],
        _posts(inside, period, names["post"]),
        _reasons(inside, period, names["reason"]),
        _holds(inside, period, stands),
        Number(inside.total(kinds.RECEIVED, c=kinds.FROM_PAPER), _received(period, what="arrivals")),
        Number(inside.total(kinds.PAPER), _ended("paper", period)),
        [_month_line(month, together(part for cell, part in found if cell.within(month))) for month in months],
        stands,
    )


def share(part: int, whole: int) -> int:
    """Say a share in whole per cent, rounded down."""
    return part * 100 // whole


def _asks(**asked: Any) -> str:
    return urlencode({name: value for name, value in asked.items() if value not in (None, "")})


def _received(span: Span, **more: Any) -> str:
    return _asks(since=span.begins, until=span.last, **more)


def _ended(what: str, span: Span, **more: Any) -> str:
    return _asks(what=what, begin=span.begins, end=span.last, **more)


def _paths(found: Figures, period: Span) -> list[CountLine]:
    edition = EDITIONS[CURRENT_EDITION]
    titles = {str(entry): PATHS[edition.step(entry).takes_letter] for entry in edition.entries}
    return _lines(found, period, titles, 1, "entry")


def _channels(found: Figures, period: Span) -> list[CountLine]:
    return _lines(found, period, {str(value): str(label) for value, label in Channel.choices}, 2, "channel")


def _lines(found: Figures, period: Span, titles: dict[str, str], place: int, name: str) -> list[CountLine]:
    received, ended = found.by(kinds.RECEIVED, place), found.by(kinds.ENDED, place)
    return [
        CountLine(
            title,
            Number(received.get(key, 0), _received(period, **{name: key})),
            Number(ended.get(key, 0), _ended("ended", period, **{name: key})),
        )
        for key, title in titles.items()
        if key in received or key in ended
    ]


def _outcomes(found: Figures, period: Span) -> list[CountLine]:
    ended = found.by(kinds.ENDED, 3)
    return [
        CountLine(ending.title, Number(0), Number(ended[slug], _ended("ended", period, ending=slug)))
        for slug, ending in every_ending().items()
        if slug in ended
    ]


def _step_line(number: int, found: Figures, period: Span, version: int) -> StepLine:
    step, minutes = str(number), found.minutes[str(number)]
    sop = edition_with(number)
    return StepLine(
        number,
        sop.step(number).title,
        target_minutes(sop.slug, number, period.instants()[1], version),
        Number(minutes.total(), _ended("steps", period, at=step)),
        median(minutes) or 0,
        percentile(minutes, 0.9) or 0,
        Number(found.total(kinds.STEP, a=step, b=kinds.LATE), _ended("steps", period, at=step, timing="late")),
        found.spent(kinds.STEP, step) // 60,
    )


def _names() -> dict[str, dict[str, str]]:
    """Read what posts and reasons for lateness are called, in their order; those no longer used too."""
    posts = Post.objects.order_by().annotate(name_of=Value("post")).values_list("name_of", "pk", "short_title", "rank")
    causes = (
        LateReason.objects.order_by().annotate(name_of=Value("reason")).values_list("name_of", "pk", "text", "rank")
    )
    found: dict[str, dict[str, str]] = {"post": {}, "reason": {}}
    for kind, pk, title, _ in sorted(posts.union(causes, all=True), key=lambda row: (row[3], row[2])):
        found[kind][str(pk)] = title
    return found


def _reasons(found: Figures, period: Span, titles: dict[str, str]) -> list[Reason]:
    given = found.by(kinds.REASON, 1)
    return [
        Reason(title, Number(given[key], _ended("reasons", period, at=key)))
        for key, title in titles.items()
        if key in given
    ]


def _posts(found: Figures, period: Span, titles: dict[str, str]) -> list[PostLine]:
    stays = found.by(kinds.POST, 1)
    return [
        PostLine(
            title,
            Number(stays[key], _ended("posts", period, at=key or DESK)),
            found.spent(kinds.POST, key) // 60,
            found.handled(kinds.POST, key) // 60,
        )
        for key, title in (("", "Help Desk"), *titles.items())
        if key in stays
    ]


def _holds(found: Figures, period: Span, stands: Standing) -> list[HoldLine]:
    ended = found.by(kinds.HOLD, 1)
    return [
        HoldLine(
            reason.label,
            WHOSE.get(reason, "pemohon"),
            Number(ended.get(reason, 0), _ended("holds", period, at=reason.value)),
            found.spent(kinds.HOLD, reason.value) // 60,
            Number(stands.holds.get(reason, 0), _asks(what="held", at=reason.value)),
        )
        for reason in HoldReason
        if reason in ended or reason in stands.holds
    ]


def _month_line(month: Span, found: Figures) -> MonthLine:
    return MonthLine(
        month,
        Number(found.total(kinds.RECEIVED), _received(month)),
        Number(found.total(kinds.ENDED), _ended("ended", month)),
        found.total(kinds.STEP),
        Number(found.total(kinds.STEP, b=kinds.LATE), _ended("steps", month, timing="late")),
    )


def month_before(day: date) -> Span:
    """Give the whole month before the one a day lies in."""
    return last_months(day, 2)[0]
