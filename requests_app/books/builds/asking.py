"""Asking for a book: what is wanted, whether it is under way or there already, and who starts the work."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, partial
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Count, Q, QuerySet, Sum

from ...models.builds import BookBuild
from ...models.case import InformationRequest
from ...models.people import Appointment, User
from ...models.shelf import ClosedMonth, ExpeditionNote
from ...printing import BOOKS, Book, Period
from ...rules.refusals import NotNow
from .process import Progress, progress, spawn

LONG_ROWS = 150  # some fifteen pages: about two seconds, the most a web request should draw


@dataclass(frozen=True)
class Wanted:
    """A book at some days for the same eyes: `hidden` names the Rahasia cases to cover.

    `read` may hold what was learned later about closed months, where that was read already.
    """

    book: Book
    period: Period
    public: bool = False
    hidden: frozenset[int] = frozenset()
    read: Sequence[Any] | None = None

    @cached_property
    def late(self) -> Sequence[Any]:
        """Read what was learned later about closed months."""
        return self.book.late(self.period.begin, self.period.end) if self.read is None else self.read

    @cached_property
    def cases(self) -> set[int]:
        """Name the cases it tells of."""
        return cases_in(self.book, self.period, self.late)

    @cached_property
    def covered(self) -> list[int]:
        """Name the cases of this book that are covered, in order."""
        return sorted(self.cases & self.hidden) if self.hidden else []

    @property
    def key(self) -> str:
        """Name the book, its days, its variant and what is covered of it in 64 signs."""
        return key_of(self.book.slug, self.period.begin, self.period.end, self.public, self.covered)

    @property
    def stamp(self) -> str:
        """Say what its rows rest on: when this differs, something was written since."""
        return stamp(self.book, self.period, self.late)


def key_of(*parts: object) -> str:
    """Make one key of what tells one building from another."""
    return hashlib.sha256(json.dumps(parts, default=str).encode()).hexdigest()


def cases_of(book: Book, period: Period) -> QuerySet[InformationRequest]:
    """Find the cases that rows of a book tell of."""
    found = book.find(period.begin, period.end)
    pointer = "pk" if found.model is InformationRequest else "case"
    return InformationRequest.objects.filter(pk__in=found.values(pointer))


def cases_in(book: Book, period: Period, late: Iterable[Any]) -> set[int]:
    """Name the cases a book tells of, also in what was learned `late` about closed months."""
    return {row.case_id for row in late}.union(cases_of(book, period).values_list("pk", flat=True))


def stamp(book: Book, period: Period, late: Sequence[Any]) -> str:
    """Count what a book's rows are made of: rows, acts of their cases, notes beside them, months closed.

    Every act takes its case's next number, so their sum tells any later one.
    """
    found = book.find(period.begin, period.end)
    cases = cases_of(book, period).aggregate(cases=Count("pk"), acts=Sum("act"))
    counted = [found.count(), len(late), cases["cases"], cases["acts"] or 0]
    if book.slug == "ekspedisi":
        counted += [ExpeditionNote.objects.filter(row__in=found.values("pk")).count(), closed_in(period).count()]
    return ".".join(map(str, counted))


def closed_in(period: Period) -> QuerySet[ClosedMonth]:
    """Find the closed months within some days."""
    months = [month for month in period.months if month.is_month]
    alike = Q(pk=None)
    for month in months:
        alike |= Q(year=month.begin.year, month=month.begin.month)
    return ClosedMonth.objects.filter(alike)


def is_long(period: Period, rows: int) -> bool:
    """Tell whether a book is built in a process of its own: more than one month, or more than some pages."""
    return len(period.months) > 1 or rows > LONG_ROWS


def latest(wanted: Wanted) -> tuple[BookBuild | None, BookBuild | None]:
    """Find what is under way of a book, and what was finished last. One query."""
    related = ("file", "asked_by")
    found = list(BookBuild.objects.filter(key=wanted.key).select_related(*related).order_by("-pk")[:2])
    under_way = next((build for build in found if not build.finished_at), None)
    return under_way, next((build for build in found if build.finished_at), None)


# -- Asking ------------------------------------------------------------------------------------------------------------


def ask(
    wanted: Wanted,
    user: User | None,
    now: datetime,
    *,
    closes_for: Appointment | None = None,
    start: bool = True,
) -> BookBuild:
    """Start building a book in a process of its own, or join what is under way.

    Without `start` this process is to do the work itself: raises NotNow where another one is at it.
    """
    key = key_of("tutup", wanted.period.slug) if closes_for else wanted.key
    build = BookBuild(book=wanted.book.slug, begin=wanted.period.begin, end=wanted.period.end, public=wanted.public)
    build.key, build.covered, build.closes_for = key, [] if closes_for else wanted.covered, closes_for
    build.asked_by, build.asked_at, build.beat_at = user, now, now
    try:
        with transaction.atomic():
            build.save(force_insert=True)
            if start:
                transaction.on_commit(partial(spawn, build.pk))
            return build
    except IntegrityError:  # one is under way already
        return go_on(BookBuild.objects.get(key=key, finished_at=None), now, start=start)


def go_on(build: BookBuild, now: datetime, *, start: bool = True) -> BookBuild:
    """Start a process again for what was cut off or failed; leave alone what runs. Two at once start one.

    Raises NotNow when it runs and this process was to do the work.
    """
    with transaction.atomic():
        locked = BookBuild.objects.select_for_update().get(pk=build.pk)
        if progress(locked, now) in (Progress.RUNNING, Progress.DONE):
            if start:
                return locked
            raise NotNow("Buku ini sedang disusun oleh proses lain; tunggu sampai selesai.")
        locked.failure, locked.run, locked.host, locked.pid, locked.beat_at = "", "", "", None, now
        locked.save()
        if start:
            transaction.on_commit(partial(spawn, locked.pk))
        return locked


def unfinished() -> list[BookBuild]:
    """List what is under way or was cut off."""
    return list(BookBuild.objects.filter(finished_at=None, failure=""))


def take_up(now: datetime) -> int:
    """Go on with everything that was cut off; say how many."""
    left = [build for build in unfinished() if progress(build, now) is Progress.CUT]
    for build in left:
        go_on(build, now)
    return len(left)


def wanted_of(build: BookBuild) -> Wanted:
    """Read from a building what was wanted."""
    return Wanted(BOOKS[build.book], Period(build.begin, build.end), build.public, frozenset(build.covered))
