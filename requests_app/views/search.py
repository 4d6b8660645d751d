"""Finding requests: by what was chosen and by what was typed. Only builds queries; the page runs them."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Exists, F, FilteredRelation, IntegerField, OuterRef, Q, QuerySet, Subquery

from ..clock import Calendar
from ..deadlines import day_of
from ..forms.filters import RUNNING
from ..models.case import InformationRequest, RequestQuerySet, State
from ..models.records import IncomingLetter, ReplyLetter
from ..telephone import digits
from ..words import WITA
from . import behind, laws
from .queues import latest_hold

MOST_WORDS = 6
SHORTEST_TELEPHONE = 4  # digits


class CountUpTo(Subquery):
    """Count the rows of a sliced query inside another query, so that no count ever reads the whole table."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


def with_clock(cases: QuerySet[InformationRequest]) -> QuerySet[InformationRequest]:
    """Join each case's open stay, for its clock, and all else a row of the list shows."""
    open_stay = FilteredRelation("visits", condition=Q(visits__ended__isnull=True))
    cases = cases.annotate(open_stay=open_stay).annotate(due_at=F("open_stay__due_at"), **latest_hold("pk"))
    return cases.select_related("petitioner", "holder", "deadline")


def narrowed(cases: RequestQuerySet, chosen: dict[str, Any], now: datetime, calendar: Calendar) -> RequestQuerySet:
    """Keep what the filter form asks for."""
    plain = {name: chosen[name] for name in ("step", "holder", "entry", "channel", "ending") if name in chosen}
    cases = behind.counted(cases.filter(**plain), chosen)
    if "state" in chosen:
        running = chosen["state"] == RUNNING
        cases = cases.exclude(state=State.ENDED) if running else cases.filter(state=chosen["state"])
    if "since" in chosen:
        cases = cases.filter(received_at__gte=datetime.combine(chosen["since"], time(), WITA))
    if "until" in chosen:
        cases = cases.filter(received_at__lt=datetime.combine(chosen["until"] + timedelta(days=1), time(), WITA))
    if "late" in chosen:
        cases = cases.overdue(now)
    if "law" in chosen:
        passed = chosen["law"] == "lewat"
        cases = cases.owed_until(day_of(now) - timedelta(days=1) if passed else laws.soon_by(now, calendar))
    return cases.filter(found_by(chosen["q"])) if "q" in chosen else cases


def found_by(typed: str) -> Q:
    """Match number, name, telephone, letter numbers, subject: every word somewhere, a telephone as a whole."""
    telephone = digits(typed)
    if len(telephone) >= SHORTEST_TELEPHONE:
        return Q(petitioner__phone_digits__contains=telephone) | _holds(typed.strip())
    found = Q()
    for word in typed.split()[:MOST_WORDS]:
        found &= _holds(word)
    return found


def _holds(word: str) -> Q:
    incoming = IncomingLetter.objects.filter(case=OuterRef("pk"))
    replies = ReplyLetter.objects.filter(case=OuterRef("pk"), number__icontains=word)
    letters = Q(letter_number__icontains=word) | Q(agenda_number__icontains=word) | Q(sender__icontains=word)
    return (
        Q(number__icontains=word)
        | Q(information__icontains=word)
        | Q(petitioner__name__icontains=word)
        | Exists(incoming.filter(letters))
        | Exists(replies)
    )
