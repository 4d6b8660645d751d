"""Whole cases under random calendars, pauses, revisions and late entries, against a count of single minutes.

The real models and the workflow are driven; the oracle knows the rules only as they are written here, walks minute by
minute and shares no line with the clock. National holidays are left out by the days chosen: there are none in them.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

import hypothesis
import pytest
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from requests_app import workflow
from requests_app.clock import WITA
from requests_app.derived import stays
from requests_app.models import (
    CalendarChange,
    DayOverride,
    Stay,
    TargetRevision,
    VerdictChange,
    versions,
)
from requests_app.models.base import save_tracked
from requests_app.models.records import HoldReason
from requests_app.workflow.taken import PutOnHold
from tests.cast import Cast, Desk
from tests.observed import differences
from tests.weeks import create_week

pytestmark = pytest.mark.django_db
FIRST = date(2026, 11, 23)  # a Monday
DAY, DAYS = 1440, 9  # minutes of a day; days of the story
DECREE = {5: 3, 6: 5, 7: 10, 8: 10, 10: 60, 11: 10}  # minutes, typed by hand
NORMAL = [(450, 720, 780, 960)] * 4 + [(450, 690, 780, 990), (), ()]  # 07.30–12.00, 13.00–16.00; Friday its own
GAPS = [0, 1, 4, 7, 40, 200, 1000, 1500]  # minutes between two acts
REASONS = {"penjelasan": True, "berhalangan": True, "kahar": True, "pleno": False}  # does the step's clock stop?
MORNING = 450  # minutes after midnight at which the story begins


class Undone(Exception):
    """Takes an example's rows out again."""


@dataclass
class Hours:
    """The oracle's calendar: plain numbers."""

    periods: list[tuple[int, int, list[tuple[int, ...]]]] = field(default_factory=list)
    days: dict[int, tuple[int, ...]] = field(default_factory=dict)

    def is_open(self, minute: int) -> bool:
        """Tell whether the office works in one minute, counted from the first midnight."""
        day, clock = divmod(minute, DAY)
        marks = self.days.get(day)
        if marks is None:
            marks = NORMAL[day % 7]
            for begins, ends, week in sorted(self.periods):
                marks = week[day % 7] if begins <= day <= ends else marks
        return sum(mark <= clock for mark in marks) % 2 == 1


@dataclass
class Entry:
    """One entry into a step as the oracle sees it."""

    step: int
    target: int
    enters: int
    leaves: int | None = None


@dataclass
class Tale:
    """What happened, in minutes; the oracle's own notes beside the desk's."""

    hours: Hours = field(default_factory=Hours)
    stays: list[Entry] = field(default_factory=list)
    stops: list[list[Any]] = field(default_factory=list)  # begins, ends or None, whether it stops
    revisions: list[tuple[int, int, int]] = field(default_factory=list)  # step, since, minutes

    def target(self, step: int, at: int) -> int:
        """Say the target of a step entered at a minute."""
        in_force = [(since, minutes) for revised, since, minutes in self.revisions if revised == step and since <= at]
        return max(in_force)[1] if in_force else DECREE[step]

    def counts(self, minute: int) -> bool:
        """Tell whether the step's clock runs in one minute."""
        stopped = any(
            stops and begins <= minute and (ends is None or minute < ends) for begins, ends, stops in self.stops
        )
        return not stopped and self.hours.is_open(minute)

    def took(self, stay: Entry) -> int:
        return sum(self.counts(minute) for minute in range(stay.enters, stay.leaves or 0))

    def due(self, stay: Entry) -> int | None:
        """Walk from the entry until the target is used up; nothing falls due while the clock is stopped."""
        if any(stops and ends is None for _, ends, stops in self.stops):
            return None
        minute, left = stay.enters, stay.target
        while left:
            left -= self.counts(minute)
            minute += 1
        return minute

    def expected(self) -> list[tuple[Any, ...]]:
        """Say for every entry: step, target, minutes, late, due."""
        return [
            (stay.step, stay.target, None, False, self.due(stay))
            if stay.leaves is None
            else (stay.step, stay.target, self.took(stay), self.took(stay) > stay.target, None)
            for stay in self.stays
        ]


def instant(minute: int) -> datetime:
    return datetime.combine(FIRST, time.min, WITA) + timedelta(minutes=minute)


def minute_of(at: datetime | None) -> int | None:
    return None if at is None else round((at - instant(0)) / timedelta(minutes=1))


def clock(mark: int) -> time:
    return time(mark // 60, mark % 60)


# -- What is drawn -----------------------------------------------------------------------------------------------------

day_marks = st.sampled_from([(), (480, 720), (480, 690, 750, 900), (600, 605), (450, 720, 780, 960)])
weeks = st.lists(day_marks, min_size=7, max_size=7)
periods = st.tuples(st.integers(0, DAYS), st.integers(0, 4), weeks)
closures = st.tuples(st.just("day"), st.integers(0, DAYS), day_marks)
limited = st.tuples(st.just("hours"), st.integers(0, DAYS), st.integers(0, 3), weeks)
revised = st.tuples(st.just("revise"), st.sampled_from([6, 7, 8, 10, 11]), st.sampled_from([1, 2, 30, 200]))
held = st.tuples(st.just("hold"), st.sampled_from(sorted(REASONS)))
moves = st.tuples(st.just("next"))
others = st.one_of(st.tuples(st.just("resume")), st.tuples(st.just("redirect")))
events = st.one_of(moves, moves, moves, held, others, others, revised, closures, limited)
stories = st.lists(st.tuples(st.sampled_from(GAPS), st.integers(0, 100), events), min_size=3, max_size=14)


# -- Playing it --------------------------------------------------------------------------------------------------------


class Play:
    """One letter, played at the desk and noted by the oracle."""

    def __init__(self, cast: Cast) -> None:
        self.cast, self.desk, self.tale = cast, Desk(cast), Tale()
        self.now = self.last = MORNING
        self.case = self.desk.letter(at=instant(self.now))
        self.tale.stays = [Entry(5, DECREE[5], self.now, self.now)]
        self.enter(6)

    def enter(self, step: int) -> None:
        self.tale.stays.append(Entry(step, self.tale.target(step, self.last), self.last))

    def play(self, gap: int, back: int, event: tuple[Any, ...]) -> None:
        """Let some minutes pass, then do one thing, perhaps entered late."""
        self.now += gap
        happened = self.now - (self.now - self.last) * back // 100
        getattr(self, event[0])(happened, *event[1:])

    def doing(self, happened: int, who: str) -> workflow.Doing:
        at = None if happened == self.now else instant(happened)
        return self.desk.doing(who, instant(self.now), happened_at=at)

    def next(self, happened: int) -> None:
        """Complete the awaited task: 6, 7, 8, then 10 in two tasks; at 11 the story waits."""
        case = self.case
        if case.step == 11:
            return
        self.end_stop(happened)
        doing = self.doing(happened, self.desk.awaited(case))
        before = case.step
        self.case = workflow.complete(case.pk, self.desk.plausible(case, case.task), doing).case
        self.last = happened
        if self.case.step != before:
            self.tale.stays[-1].leaves = happened
            self.enter(self.case.step)

    def end_stop(self, happened: int) -> None:
        for stop in self.tale.stops:
            stop[1] = happened if stop[1] is None else stop[1]

    def hold(self, happened: int, reason: str) -> None:
        if self.case.state == "open":
            taken = PutOnHold(reason=HoldReason(reason), note="Menunggu")
            self.case = workflow.hold(self.case.pk, self.doing(happened, "helpdesk"), taken).case
            self.tale.stops.append([happened, None, REASONS[reason]])
            self.last = happened

    def resume(self, happened: int) -> None:
        if self.case.state == "held":
            self.case = workflow.resume(self.case.pk, self.doing(happened, "helpdesk")).case
            self.end_stop(happened)
            self.last = happened

    def redirect(self, happened: int) -> None:
        if self.case.task in ("review", "identify", "prepare"):
            other = "kasubag3" if self.case.holder == self.cast.post("kasubag2") else "kasubag2"
            doing = self.doing(happened, "sekretaris")
            self.case = workflow.redirect(self.case.pk, doing, self.cast.post(other), "Beban kerja").case
            self.last = happened

    # -- The admin -----------------------------------------------------------------------------------------------------

    def save(self, row: Any) -> None:
        """Save a row of the calendar, and hold what was kept of the verdicts against what changed."""
        before = figures(self.case)
        save_tracked(row, user=self.cast.admin, now=instant(self.now), reason="Uji")
        after = figures(self.case)
        changed = {pk for pk in before if before[pk] != after[pk]}
        kept = VerdictChange.objects.filter(change=CalendarChange.objects.latest("pk"), stay__in=changed)
        assert {row.stay_id: before_after(row) for row in kept} == {pk: (before[pk], after[pk]) for pk in changed}

    def day(self, happened: int, offset: int, marks: tuple[int, ...]) -> None:
        on = FIRST + timedelta(days=offset)
        row = DayOverride.objects.filter(date=on).first() or DayOverride(date=on)
        ends = [clock(mark) for mark in (*marks[:1], *marks[-1:])] or [None, None]
        breaks = [clock(mark) for mark in marks[1:-1]] or [None, None]
        row.kind, row.name = "open" if marks else "closed", "Uji"
        (row.opens, row.closes), (row.break_begins, row.break_ends) = ends, breaks
        self.tale.hours.days[offset] = marks
        self.save(row)

    def hours(self, happened: int, begins: int, length: int, week: list[tuple[int, ...]]) -> None:
        known = self.tale.hours.periods
        if not any(week) or any(begins <= ends and start <= begins + length for start, ends, _ in known):
            return
        first = FIRST + timedelta(days=begins)
        known.append((begins, begins + length, week))
        spans = tuple(
            tuple((clock(opens), clock(closes)) for opens, closes in zip(marks[::2], marks[1::2], strict=True))
            for marks in week
        )
        create_week("Uji", first, first + timedelta(days=length), spans)

    def revise(self, happened: int, step: int, minutes: int) -> None:
        since = self.now + 1
        if any((step, since) == (revised, at) for revised, at, _ in self.tale.revisions):
            return
        row = TargetRevision(step=step, minutes=minutes, reason="Uji", decree=f"{since}", valid_from=instant(since))
        row.full_clean()
        save_tracked(row, user=self.cast.admin, now=instant(self.now), reason="Uji")
        self.tale.revisions.append((step, since, minutes))

    # -- What the desk says --------------------------------------------------------------------------------------------

    def found(self) -> list[tuple[Any, ...]]:
        """Read every entry into a step from the stays: step, target, minutes, late, due."""
        runs: dict[int, Stay] = {}
        for stay in Stay.objects.filter(case=self.case).order_by("act_began"):
            runs[stay.run] = stay
        return [
            (stay.step, stay.target, minutes_of(stay.step_total), stay.late, minute_of(stay.due_at))
            for stay in runs.values()
        ]


def minutes_of(length: timedelta | None) -> float | None:
    return None if length is None else length / timedelta(minutes=1)


NAMES = ("working", "waiting", "step_total", "late", "due_at")


def figures(case) -> dict[int, tuple[Any, ...]]:
    return {row.pk: tuple(getattr(row, name) for name in NAMES) for row in Stay.objects.filter(case=case)}


def before_after(row: VerdictChange) -> tuple[tuple[Any, ...], tuple[Any, ...]]:
    before, after = (tuple(getattr(row, f"{name}_{end}") for name in NAMES) for end in ("before", "after"))
    return before, after


examples = hypothesis.settings(
    max_examples=max(10, hypothesis.settings().max_examples // 2),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large],
)


@examples
@given(stories)
def test_every_step_s_time_target_verdict_and_due_instant_are_what_counting_minutes_gives(cast, story):
    with pytest.raises(Undone), transaction.atomic():
        tell(cast, story)
    versions.forget()


def tell(cast: Cast, story: list[tuple[int, int, tuple[Any, ...]]]) -> None:
    """Play a story, comparing after every move; raises Undone at its end."""
    played = Play(cast)
    for gap, back, event in story:
        played.play(gap, back, event)
        assert played.found() == played.tale.expected()
        assert differences(played.case, instant(played.now)) == []
    raise Undone


def test_the_oracle_sees_what_it_should(cast):
    """Typed by hand: a break, a hold, a closed day, a revision and an entry from paper."""
    played = Play(cast)
    steps = [(280, 0, ("next",)), (10, 0, ("hold", "kahar")), (200, 50, ("resume",)), (0, 0, ("day", 0, ()))]
    for step in steps:
        played.play(*step)
    assert played.found() == [(5, 3, 0, False, None), (6, 5, 0, False, None), (7, 10, None, False, DAY + 460)]
    assert played.tale.expected() == played.found()
    assert stays.office_calendar().day(FIRST).spans == ()
