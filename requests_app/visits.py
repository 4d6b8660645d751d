"""Visit rows: the derived table the queues and the case page read, written in the act's own transaction.

Each row is one stay of a case in a step, task and holder. `verify` recomputes every row from history
through the pure core of `timing` and names the differences; there must be none.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from . import clock, timing
from .models.calendar import load_calendar
from .models.case import InformationRequest, Opening, State, Visit
from .models.people import Office
from .models.records import Hold

FIELDS = ("ended", "act_ended", "opened", "working", "waiting", "step_total", "late", "due_at")
COMPARED = ("run", "step", "task", "holder_id", "began", "target", "act_began", *FIELDS)


def office_calendar() -> clock.Calendar:
    """Load the office's calendar, cached by its version."""
    version = Office.objects.values_list("calendar_version", flat=True).first()
    return load_calendar(version or 0)


def pauses_of(holds: Iterable[Hold]) -> list[clock.Pause]:
    """Read holds as the intervals a step's clock leaves out."""
    return [clock.Pause(hold.began_at, hold.ended_at, hold.get_reason_display(), hold.stops) for hold in holds]


def opened_by(case: InformationRequest, act: int, at: datetime, appointment) -> None:
    """Note once that the holder opened the case; waiting ends there. Writes nothing if already noted."""
    visit = Visit.objects.filter(case=case, ended__isnull=True, opened__isnull=True).first()
    if visit is None or not visit.act_began <= act:
        return
    at = max(at, visit.began)
    Opening.objects.create(case=case, act=act, opened_at=at, appointment=appointment)
    visit.opened = at
    visit.save(update_fields=["opened"])


@dataclass(frozen=True)
class Move:
    """Where a case stood and stands, in the act that moved it."""

    case: InformationRequest
    at: datetime
    act: int
    started_at: datetime | None = None
    appointment: object | None = None


def advance(move: Move, calendar: clock.Calendar) -> None:
    """Close the open visit and open the next one, or only refresh its due instant when the position stands."""
    case = move.case
    visits = list(Visit.objects.filter(case=case).order_by("act_began"))
    current = visits[-1] if visits and visits[-1].ended is None else None
    pauses = pauses_of(Hold.objects.filter(case=case)) if current else []
    if current and _same_place(current, case):
        _refresh_due(current, visits, pauses, calendar)
        return
    if current:
        _close(current, visits, move, pauses, calendar)
    if case.state != State.ENDED:
        _open(case, visits, move, calendar)


def refresh(case: InformationRequest, calendar: clock.Calendar) -> None:
    """Recompute the open visit's due instant after a hold, a resumption or a calendar change."""
    visits = list(Visit.objects.filter(case=case).order_by("act_began"))
    if visits and visits[-1].ended is None:
        _refresh_due(visits[-1], visits, pauses_of(Hold.objects.filter(case=case)), calendar)


def _same_place(visit: Visit, case: InformationRequest) -> bool:
    return (visit.step, visit.task, visit.holder_id) == (case.step, case.task, case.holder_id)


def _earlier(visit: Visit, visits: list[Visit]) -> timedelta:
    return sum((v.working for v in visits if v.run == visit.run and v.ended and v.working), timedelta())


def _close(visit: Visit, visits: list[Visit], move: Move, pauses, calendar: clock.Calendar) -> None:
    if visit.opened is None and move.started_at is not None and move.started_at >= visit.began:
        visit.opened = min(move.started_at, move.at)
        Opening.objects.create(case=visit.case, act=move.act - 1, opened_at=visit.opened, appointment=move.appointment)
    visit.ended, visit.act_ended, visit.due_at = move.at, move.act, None
    visit.working = clock.working_time(visit.began, move.at, calendar, pauses)
    visit.waiting = clock.working_time(visit.began, visit.opened or move.at, calendar, pauses)
    visit.step_total = _earlier(visit, visits) + visit.working
    visit.late = visit.step_total > timedelta(minutes=visit.target)
    visit.save(update_fields=FIELDS)


def _open(case: InformationRequest, visits: list[Visit], move: Move, calendar: clock.Calendar) -> None:
    last = visits[-1] if visits else None
    continues = bool(last and last.step == case.step and last.act_ended == move.act)
    run = (last.run if continues else last.run + 1) if last else 1
    visit = Visit(case=case, run=run, step=case.step, task=case.task, holder_id=case.holder_id)
    visit.began, visit.act_began, visit.target = move.at, move.act, case.target
    visit.due_at = _due(visit, visits, [], calendar) if case.state == State.OPEN else None
    visit.save(force_insert=True)


def _due(visit: Visit, visits: list[Visit], pauses, calendar: clock.Calendar) -> datetime | None:
    if any(pause.stops and pause.ended is None for pause in pauses):
        return None
    minutes = visit.target - _earlier(visit, visits).total_seconds() / 60
    return clock.add_working(visit.began, minutes, calendar, pauses) if minutes > 0 else visit.began


def _refresh_due(visit: Visit, visits: list[Visit], pauses, calendar: clock.Calendar) -> None:
    due = _due(visit, visits, pauses, calendar)
    if due != visit.due_at:
        visit.due_at = due
        visit.save(update_fields=["due_at"])


def measured(case: InformationRequest, calendar: clock.Calendar, now: datetime) -> list[timing.Measured]:
    """Measure a case from its history rows alone."""
    rows = case.history.order_by("act", "history_id").values_list(
        "act", "happened_at", "step", "task", "holder_id", "target"
    )
    moments = [timing.Moment(*row) for row in rows]
    opened = dict(Opening.objects.filter(case=case).values_list("act", "opened_at"))
    pauses = pauses_of(Hold.objects.filter(case=case))
    return timing.measure(timing.intervals(moments, opened), pauses, calendar, now)


def expected_visits(case: InformationRequest, calendar: clock.Calendar, now: datetime) -> list[Visit]:
    """Build the rows that history says should stand."""
    return [_as_visit(case, item) for item in measured(case, calendar, now)]


def _as_visit(case: InformationRequest, item: timing.Measured) -> Visit:
    span = item.interval
    visit = Visit(case=case, run=span.run, step=span.step, task=span.task, holder_id=span.holder)
    visit.began, visit.opened, visit.ended = span.began, span.opened, span.ended
    visit.act_began, visit.act_ended, visit.target = span.act_began, span.act_ended, span.target
    if span.ended:
        visit.working, visit.waiting, visit.step_total = item.working, item.waiting, item.step_total
        visit.late = item.verdict == "late"
    else:
        visit.due_at = item.due_at
    return visit


def verify(case: InformationRequest, calendar: clock.Calendar, now: datetime) -> list[str]:
    """Name every difference between the stored visits and a recomputation from history."""
    stored = list(Visit.objects.filter(case=case).order_by("act_began"))
    expected = expected_visits(case, calendar, now)
    if len(stored) != len(expected):
        return [f"{case.number}: {len(stored)} kunjungan tersimpan, {len(expected)} menurut riwayat"]
    return [
        f"{case.number} tindakan {have.act_began}: {name} {getattr(have, name)} ≠ {getattr(want, name)}"
        for have, want in zip(stored, expected, strict=True)
        for name in COMPARED
        if getattr(have, name) != getattr(want, name)
    ]
