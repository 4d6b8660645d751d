"""Visit rows: the derived table the queues and the case page read, written in the act's own transaction.

Each row is one stay of a case in a step, task and holder. `verify` recomputes every row from history
through the pure core of `timing` and names the differences; there must be none.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from .. import clock
from ..clock import timing
from ..models.calendar import load_calendar
from ..models.case import InformationRequest, Opening, Visit
from ..models.people import ACTOR_OF_KIND, Office, Post, PostKind
from ..models.records import Hold, Lateness, StepRecord
from ..sop import EDITIONS, Actor

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


def advance(case: InformationRequest, started_at: datetime | None, sender: Post, calendar: clock.Calendar) -> None:
    """Close the open visit and open the next one, or only refresh its due instant when the position stands.

    `started_at` is the first GET of the form that moved the case, `sender` the post that sent it: without script
    it tells when the post waited for opened the case. Whoever redirects, ends or records for another opens nothing.
    """
    visits = stays_of(case)
    current = visits[-1] if visits and visits[-1].ended is None else None
    pauses = _pauses(case) if current else []
    if current and _same_place(current, case):
        _refresh_due(current, visits, pauses, calendar)
        return
    if current:
        seen = started_at if shows_opening(case.edition, current, sender.pk, sender.actor) else None
        _close(current, visits, seen, pauses, calendar)
    _open(case, visits, pauses, calendar)


def shows_opening(edition: str, stay: Visit | timing.Interval, post: int, actor: Actor | None) -> bool:
    """Tell whether a form was sent by the post the stay waited for, or by any post of the role where it named none."""
    holder = stay.holder_id if isinstance(stay, Visit) else stay.holder
    return post == holder if holder else actor in EDITIONS[edition].step(stay.step).task(stay.task).actors


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


@dataclass
class Evidence:
    """What history and records say of one case's times.

    `forms` maps an act to its form's first GET, post and role; `answered` names run and holder of a given reason.
    """

    moments: list[timing.Moment] = field(default_factory=list)
    openings: dict[int, datetime] = field(default_factory=dict)
    forms: dict[int, tuple[datetime, int, Actor | None]] = field(default_factory=dict)
    pauses: list[clock.Pause] = field(default_factory=list)
    answered: set[tuple[int, int | None]] = field(default_factory=set)


def evidence(cases: Sequence[InformationRequest]) -> dict[int, Evidence]:
    """Read what many cases' times are measured from, in five queries."""
    found: dict[int, Evidence] = defaultdict(Evidence)
    keys = [case.pk for case in cases]
    rows = InformationRequest.history.filter(id__in=keys).order_by("id", "act", "history_id")
    for pk, *row in rows.values_list("id", "act", "happened_at", "step", "task", "holder_id", "target"):
        found[pk].moments.append(timing.Moment(*row))
    for pk, act, at in Opening.objects.filter(case__in=keys).values_list("case", "act", "opened_at"):
        found[pk].openings[act] = at
    records = StepRecord.objects.filter(case__in=keys)
    sent = records.values_list("case", "act", "started_at", "appointment__post", "appointment__post__kind")
    for pk, act, began, post, kind in sent:
        if began is not None:
            found[pk].forms[act] = (began, post, ACTOR_OF_KIND.get(PostKind(kind)))
    for hold in Hold.objects.filter(case__in=keys):
        found[hold.case_id].pauses += pauses_of([hold])
    for pk, *stay in Lateness.objects.filter(case__in=keys).values_list("case", "visit__run", "visit__holder"):
        found[pk].answered.add((stay[0], stay[1]))
    return found


def measured(case: InformationRequest, calendar: clock.Calendar, now: datetime) -> list[timing.Measured]:
    """Measure a case from its history rows alone."""
    return _measured(case, evidence([case])[case.pk], calendar, now)


def _measured(
    case: InformationRequest, found: Evidence, calendar: clock.Calendar, now: datetime
) -> list[timing.Measured]:
    stays = timing.intervals(found.moments, _openings(case, found))
    return timing.measure(stays, found.pauses, calendar, now)


def _openings(case: InformationRequest, found: Evidence) -> dict[int, datetime]:
    """Say when each position was first opened: by the page's script, or by the form that ended the stay."""
    seen = dict(found.openings)
    for stay in timing.intervals(found.moments, {}):
        sent = found.forms.get(stay.act_ended or 0)
        if sent is None or stay.ended is None or stay.act_ended is None:
            continue
        at, post, actor = sent
        if at >= stay.began and shows_opening(case.edition, stay, post, actor):
            last = stay.act_ended - 1  # the stay's own last act, so no other stay is touched
            seen[last] = min(at, stay.ended, seen.get(last, at))
    if found.moments:
        seen[found.moments[0].act] = found.moments[0].happened_at  # whoever opens the entry form begins the case
    return seen


def expected_visits(
    case: InformationRequest, calendar: clock.Calendar, now: datetime, found: Evidence | None = None
) -> list[Visit]:
    """Build the rows that history says should stand; `found` saves reading a case that was read with others."""
    known = found or evidence([case])[case.pk]
    measured = _measured(case, known, calendar, now)
    rows, asked = [_as_visit(case, item) for item in measured], timing.asked_why(measured)
    for row in rows:
        row.unexplained = row.act_began in asked and (row.run, row.holder_id) not in known.answered
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
