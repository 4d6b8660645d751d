"""Visit rows: the derived table the queues and the case page read, written in the act's own transaction.

Each row is one stay of a case in a step, task and holder. `verify` recomputes every row from history
through the pure core of `timing` and names the differences; there must be none.
"""

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from django.db.models import Q

from . import clock, timing
from .models.calendar import load_calendar
from .models.case import InformationRequest, Opening, Visit
from .models.people import Office
from .models.records import Hold, Lateness, StepRecord
from .performance.store import forget_since

FIELDS = ("ended", "act_ended", "opened", "working", "waiting", "step_total", "late", "due_at", "unexplained")
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


def advance(case: InformationRequest, started_at: datetime | None, calendar: clock.Calendar) -> None:
    """Close the open visit and open the next one, or only refresh its due instant when the position stands.

    `started_at` is the first GET of the form that moved the case: without script it tells when it was opened.
    """
    visits = stays_of(case)
    current = visits[-1] if visits and visits[-1].ended is None else None
    pauses = _pauses(case) if current else []
    if current and _same_place(current, case):
        _refresh_due(current, visits, pauses, calendar)
        return
    if current:
        _close(current, visits, started_at, pauses, calendar)
    _open(case, visits, pauses, calendar)


def stays_of(case: InformationRequest) -> list[Visit]:
    """Read the case's visits once per transaction; kept on the locked instance, which lives no longer."""
    if not hasattr(case, "visit_rows"):
        stored = Visit.objects.filter(case=case).select_related("lateness").order_by("act_began")
        case.visit_rows = list(stored) if case.act > 1 else []
        for row in case.visit_rows:
            row.case = case
    return case.visit_rows


def _pauses(case: InformationRequest) -> list[clock.Pause]:
    return pauses_of(Hold.objects.filter(case=case)) if case.was_held else []


def _same_place(visit: Visit, case: InformationRequest) -> bool:
    return (visit.step, visit.task, visit.holder_id) == (case.step, case.task, case.holder_id)


def _run(visit: Visit, visits: list[Visit]) -> list[Visit]:
    return [other for other in visits if other.run == visit.run and other.act_began <= visit.act_began]


def _close(visit: Visit, visits: list[Visit], started_at: datetime | None, pauses, calendar: clock.Calendar) -> None:
    case = visit.case
    opened = [at for at in (visit.opened, started_at) if at is not None and at >= visit.began]
    visit.opened = min([*opened, case.happened_at]) if opened else None
    visit.ended, visit.act_ended, visit.due_at = case.happened_at, case.act, None
    visit.working = clock.working_time(visit.began, visit.ended, calendar, pauses)
    visit.waiting = clock.working_time(visit.began, visit.opened or visit.ended, calendar, pauses)
    total = sum((stay.working or timedelta() for stay in _run(visit, visits)), timedelta())
    visit.step_total, visit.late = total, total > timedelta(minutes=visit.target)
    if visit.late and case.step != visit.step:
        _ask_why(visit, _run(visit, visits))
    if visit.act_began > 1:
        visit.save(update_fields=FIELDS)
    else:
        visit.save(force_insert=True)  # the entry row's stay is written once, when it ends


def _ask_why(last: Visit, run: list[Visit]) -> None:
    """A step left late asks one of its holders why, unless that holder gave the reason with an act of this stay."""
    asked = run[timing.who_is_asked([(stay.holder_id, stay.working or timedelta()) for stay in run])]
    asked.unexplained = asked.holder_id not in {stay.holder_id for stay in run if getattr(stay, "lateness", None)}
    if asked.unexplained and asked is not last:  # the last one is about to be saved
        asked.save(update_fields=["unexplained"])


def open_stay(case: InformationRequest) -> Visit | None:
    """Find the stay a locked case is in; read with the others, so that the act asks for them once."""
    visits = stays_of(case)
    return visits[-1] if visits and visits[-1].ended is None else None


def _open(case: InformationRequest, visits: list[Visit], pauses, calendar: clock.Calendar) -> None:
    if case.step is None or case.target is None:
        return  # ended: the case stands nowhere
    last = visits[-1] if visits else None
    continues = bool(last and last.step == case.step and last.act_ended == case.act)
    run = (last.run if continues else last.run + 1) if last else 1
    visit = Visit(case=case, run=run, step=case.step, task=case.task, holder_id=case.holder_id)
    visit.began, visit.act_began, visit.target = case.happened_at, case.act, case.target
    visits.append(visit)
    if case.act == 1:
        visit.opened = visit.began  # whoever opens the entry form begins the case
        return
    visit.due_at = timing.due(_run(visit, visits)[0].began, visit.target, pauses, calendar)
    visit.save(force_insert=True)


def _refresh_due(visit: Visit, visits: list[Visit], pauses, calendar: clock.Calendar) -> None:
    due = timing.due(_run(visit, visits)[0].began, visit.target, pauses, calendar)
    if due != visit.due_at:
        visit.due_at = due
        visit.save(update_fields=["due_at"])


def measured(case: InformationRequest, calendar: clock.Calendar, now: datetime) -> list[timing.Measured]:
    """Measure a case from its history rows alone."""
    rows = case.history.order_by("act", "history_id").values_list(
        "act", "happened_at", "step", "task", "holder_id", "target"
    )
    moments = [timing.Moment(*row) for row in rows]
    opened = _openings(case, moments)
    pauses = pauses_of(Hold.objects.filter(case=case))
    return timing.measure(timing.intervals(moments, opened), pauses, calendar, now)


def _openings(case: InformationRequest, moments: list[timing.Moment]) -> dict[int, datetime]:
    """Read when each position was first opened: by the page's script, or by the form that ended the stay."""
    seen = dict(Opening.objects.filter(case=case).values_list("act", "opened_at"))
    records = StepRecord.objects.filter(case=case, started_at__isnull=False)
    forms = dict(records.values_list("act", "started_at"))
    for stay in timing.intervals(moments, {}):
        started = forms.get(stay.act_ended or 0)
        if started and stay.ended and stay.act_ended and started >= stay.began:
            last = stay.act_ended - 1  # the stay's own last act, so no other stay is touched
            seen[last] = min(started, stay.ended, seen.get(last, started))
    if moments:
        seen[moments[0].act] = moments[0].happened_at  # whoever opens the entry form begins the case
    return seen


def expected_visits(case: InformationRequest, calendar: clock.Calendar, now: datetime) -> list[Visit]:
    """Build the rows that history says should stand."""
    found = measured(case, calendar, now)
    rows = [_as_visit(case, item) for item in found]
    answered = set(Lateness.objects.filter(case=case).values_list("visit__run", "visit__holder"))
    asked = timing.asked_why(found)
    for row in rows:
        row.unexplained = row.act_began in asked and (row.run, row.holder_id) not in answered
    return rows


def _as_visit(case: InformationRequest, item: timing.Measured) -> Visit:
    span = item.interval
    visit = Visit(case=case, run=span.run, step=span.step, task=span.task, holder_id=span.holder)
    visit.began, visit.ended = span.began, span.ended
    # Late paper entry may end a stay before the page was opened: it was opened by then.
    visit.opened = min(span.opened, span.ended) if span.opened and span.ended else span.opened
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


def recalculate(since: date) -> int:
    """Measure again every visit a calendar change touches, from a day on; say how many rows changed."""
    begin = datetime.combine(since, time.min, tzinfo=clock.WITA)
    touched = Visit.objects.filter(Q(ended__isnull=True) | Q(ended__gte=begin)).values("case")
    calendar = office_calendar()
    forget_since(since)
    cases = InformationRequest.objects.filter(pk__in=touched)
    return sum(_measure_again(case, calendar) for case in cases.iterator(chunk_size=200))


def _measure_again(case: InformationRequest, calendar: clock.Calendar) -> int:
    stored = Visit.objects.filter(case=case).order_by("act_began")
    changed = 0
    for have, want in zip(stored, expected_visits(case, calendar, case.happened_at), strict=True):
        values = {name: getattr(want, name) for name in FIELDS}
        if values != {name: getattr(have, name) for name in FIELDS}:
            for name, value in values.items():
                setattr(have, name, value)
            have.save(update_fields=FIELDS)
            changed += 1
    return changed
