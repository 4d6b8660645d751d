"""Finding requests: by what was chosen and by what was typed. Only builds queries; the page runs them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property, reduce
from operator import or_
from typing import Any

from django.db import connection
from django.db.models import F, FilteredRelation, IntegerField, Q, QuerySet, Subquery

from ..clock import Calendar
from ..derived.deadlines import day_of
from ..derived.search_text import folded
from ..forms.filters import RUNNING
from ..models.case import InformationRequest, RequestQuerySet, State
from ..text.telephone import digits
from ..text.words import WITA
from . import behind, laws
from .queues import latest_hold

MOST_WORDS = 6
SHORTEST_TELEPHONE = 4  # digits
TRIGRAM = 3  # signs: no index knows a shorter word
LONGEST, END = 16, 6  # signs of a word asked for whole, and of each end of a longer one


class CountUpTo(Subquery):
    """Count the rows of a sliced query inside another query, so that no count ever reads the whole table."""

    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"
    output_field = IntegerField()


def with_clock(cases: QuerySet[InformationRequest]) -> QuerySet[InformationRequest]:
    """Join each case's open stay, for its clock, and all else a row of the list shows."""
    open_stay = FilteredRelation("stays", condition=Q(stays__ended__isnull=True))
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
    return cases.filter(Sought(chosen["q"]).condition) if "q" in chosen else cases


@dataclass(frozen=True)
class Sought:
    """What was typed into the search: all signs are meant as they stand, small and capital letters alike.

    PostgreSQL's planner chooses between its index and the list's order by itself. SQLite is asked for the words its
    index knows, and then gives the cases newest first from it; words too short for that are looked for in the texts.
    """

    said: str

    @cached_property
    def telephone(self) -> list[str]:
        """Give the two ways a telephone may be found, of which one is enough; none when it is not one."""
        number = digits(self.said)
        return sorted({number, folded(self.said).strip()}) if len(number) >= SHORTEST_TELEPHONE else []

    @cached_property
    def words(self) -> list[str]:
        """Give what must all occur."""
        return [] if self.telephone else folded(self.said).split()[:MOST_WORDS]

    @property
    def is_short(self) -> bool:
        """Tell whether no index knows any word: then all texts may have to be read, and nobody counts them."""
        return all(len(word) < TRIGRAM for word in (*self.telephone, *self.words))

    @property
    def place(self) -> str:
        """Name the column the cases come in the order of; none where the list's own order is followed."""
        if self.is_short:
            return ""
        return "found__index__place" if connection.vendor == "sqlite" else "found__place"

    @property
    def condition(self) -> Q:
        """Match every word somewhere, a telephone as a whole."""
        indexed = connection.vendor == "sqlite" and not self.is_short
        if self.telephone and not indexed:
            return reduce(or_, (Q(found__text__contains=written) for written in self.telephone))
        found = Q(found__index__hits__match=self._asked()) if indexed else Q()
        for word in self.words:
            if not indexed or not TRIGRAM <= len(word) <= LONGEST:
                found &= Q(found__text__contains=word)
        return found

    def _asked(self) -> str:
        """Write what FTS5 is asked."""
        if self.telephone:
            return " OR ".join(map(_quoted, self.telephone))
        parts = [part for word in self.words if len(word) >= TRIGRAM for part in _parts(word)]
        return " AND ".join(map(_quoted, parts))


def _parts(word: str) -> list[str]:
    """Cut a long word to its ends: the index looks for each trigram, and numbers share most of theirs."""
    return [word] if len(word) <= LONGEST else [word[:END], word[-END:]]


def _quoted(word: str) -> str:
    """Write a word for FTS5 so that nothing in it is an operator."""
    return '"' + word.replace('"', '""') + '"'
