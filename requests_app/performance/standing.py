"""How the office stands now: what is open, how old, unopened, overdue, on hold, unconfirmed. One statement."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Case, CharField, Count, F, Value, When

from ..derived.tallies.spans import Span
from ..models.case import InformationRequest, State, Stay
from ..models.records import Confirmation, Disposition, Hold

OPEN = (State.OPEN, State.HELD)  # named, so that their index finds them
# How many days ago a request was received: the youngest of each group, and the oldest.
AGES = ((0, 0), (1, 2), (3, 6), (7, 13), (14, None))


@dataclass(frozen=True)
class Age:
    """The open requests received between two days, both included; without `since`, any time before."""

    words: str
    since: date | None
    until: date
    number: int


@dataclass(frozen=True)
class Standing:
    """The office at one instant."""

    ages: list[Age]
    overdue: int
    unopened: int
    unconfirmed: int
    unexplained: int  # late stays whose holder has not said why
    holds: dict[str, int]  # open ones, by reason

    @property
    def open(self) -> int:
        return sum(age.number for age in self.ages)


def standing(now: datetime, today: date) -> Standing:
    """Count what is open at this instant."""
    found = Counter({(kind, key): number for kind, key, number in _lines(now, today)})
    return Standing(
        [
            Age(_age_words(youngest, oldest), *_days(today, youngest, oldest), found["age", str(place)])
            for place, (youngest, oldest) in enumerate(AGES)
        ],
        found["overdue", ""],
        found["unopened", ""],
        found["unconfirmed", ""],
        found["unexplained", ""],
        {key: number for (kind, key), number in found.items() if kind == "hold"},
    )


def _lines(now: datetime, today: date):
    stays = Stay.objects.filter(ended__isnull=True)
    parts = [
        _counted(InformationRequest.objects.filter(state__in=OPEN), "age", _age(today)),
        _counted(stays.filter(due_at__lt=now), "overdue"),
        _counted(stays.filter(opened__isnull=True), "unopened"),
        _counted(unconfirmed(), "unconfirmed"),
        _counted(Stay.objects.filter(unexplained=True), "unexplained"),
        _counted(Hold.objects.filter(ended_at__isnull=True), "hold", F("reason")),
    ]
    return parts[0].union(*parts[1:], all=True)


def unconfirmed():
    """Find the dispositions recorded for another who has neither confirmed nor disputed them."""
    return Disposition.objects.filter(confirmation=Confirmation.PENDING, recalled_at__isnull=True)


def _counted(rows, kind: str, key=None):
    key = Value("", CharField()) if key is None else key
    grouped = rows.order_by().annotate(figure=Value(kind), key=key).values("figure", "key")
    return grouped.annotate(number=Count("pk")).values_list("figure", "key", "number")


def _age(today: date) -> Case:
    """Say which group of AGES a request belongs to; one dated after today by a wrong clock is the youngest."""
    begins = [Span(today - timedelta(days=oldest), today).instants()[0] for _, oldest in AGES if oldest is not None]
    places = [When(received_at__gte=first, then=Value(str(place))) for place, first in enumerate(begins)]
    return Case(*places, default=Value(str(len(AGES) - 1)), output_field=CharField())


def _days(today: date, youngest: int, oldest: int | None) -> tuple[date | None, date]:
    since = None if oldest is None else today - timedelta(days=oldest)
    return since, today - timedelta(days=youngest)


def _age_words(youngest: int, oldest: int | None) -> str:
    if oldest == 0:
        return "Hari ini"
    return f"{youngest} hari lalu atau lebih" if oldest is None else f"{youngest}–{oldest} hari lalu"
