"""Stays: the derived table the queues and the case page read, written in the act's own transaction.

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
from ..models.case import InformationRequest, Opening, Stay
from ..models.people import ACTOR_OF_KIND, Appointment, Office, Post, PostKind
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


def opened_by(case: InformationRequest, act: int, at: datetime, appointment: Appointment) -> None:
    """Note once that the holder opened the case; waiting ends there. Writes nothing if already noted."""
    stay = Stay.objects.filter(case=case, ended__isnull=True, opened__isnull=True).first()
    if stay is None or not stay.act_began <= act:
        return
    at = max(at, stay.began)
    Opening.objects.create(case=case, act=act, opened_at=at, appointment=appointment)
    stay.opened = at
    stay.save(update_fields=["opened"])


def advance(
    case: InformationRequest, stays: list[Stay], started_at: datetime | None, sender: Post, calendar: clock.Calendar
) -> None:
    """Close the open stay and open the next one, or only refresh its due instant when the position stands.

    `stays` are the case's, read before; a stay that opens joins them.
    `started_at` is the first GET of the form that moved the case, `sender` the post that sent it: without script
    it tells when the post waited for opened the case. Whoever redirects, ends or records for another opens nothing.
    """
    current = stays[-1] if stays and stays[-1].ended is None else None
    pauses = _pauses(case) if current else []
    if current and _same_place(current, case):
        _refresh_due(current, stays, pauses, calendar)
        return
    if current:
        seen = started_at if shows_opening(case.edition, current, sender.pk, sender.actor) else None
        _close(current, stays, seen, pauses, calendar)
    _open(case, stays, pauses, calendar)


def shows_opening(edition: str, stay: Stay | timing.Stay, post: int, actor: Actor | None) -> bool:
    """Tell whether a form was sent by the post the stay waited for, or by any post of the role where it named none."""
    holder = stay.holder_id if isinstance(stay, Stay) else stay.holder
    return post == holder if holder else actor in EDITIONS[edition].step(stay.step).task(stay.task).actors


def of_case(case: InformationRequest) -> list[Stay]:
    """Read the case's stays, the oldest first, all of this very case."""
    stored = list(Stay.objects.filter(case=case).select_related("lateness").order_by("act_began"))
    for row in stored:
        row.case = case
    return stored


def _pauses(case: InformationRequest) -> list[clock.Pause]:
    return pauses_of(Hold.objects.filter(case=case)) if case.was_held else []


def _same_place(stay: Stay, case: InformationRequest) -> bool:
    return (stay.step, stay.task, stay.holder_id) == (case.step, case.task, case.holder_id)


def _run(stay: Stay, stays: list[Stay]) -> list[Stay]:
    return [other for other in stays if other.run == stay.run and other.act_began <= stay.act_began]


def _close(
    stay: Stay, stays: list[Stay], started_at: datetime | None, pauses: list[clock.Pause], calendar: clock.Calendar
) -> None:
    case = stay.case
    opened = [at for at in (stay.opened, started_at) if at is not None and at >= stay.began]
    stay.opened = min([*opened, case.happened_at]) if opened else None
    stay.ended, stay.act_ended, stay.due_at = case.happened_at, case.act, None
    stay.working = clock.working_time(stay.began, stay.ended, calendar, pauses)
    stay.waiting = clock.working_time(stay.began, stay.opened or stay.ended, calendar, pauses)
    total = sum((one.working or timedelta() for one in _run(stay, stays)), timedelta())
    stay.step_total, stay.late = total, total > timedelta(minutes=stay.target)
    if stay.late and case.step != stay.step:
        _ask_why(stay, _run(stay, stays))
    if stay.act_began > 1:
        stay.save(update_fields=FIELDS)
    else:
        stay.save(force_insert=True)  # the entry row's stay is written once, when it ends


def _ask_why(last: Stay, run: list[Stay]) -> None:
    """A step left late asks one of its holders why, unless that holder gave the reason with an act of this stay."""
    asked = run[timing.who_is_asked([(stay.holder_id, stay.working or timedelta()) for stay in run])]
    asked.unexplained = asked.holder_id not in {stay.holder_id for stay in run if getattr(stay, "lateness", None)}
    if asked.unexplained and asked is not last:  # the last one is about to be saved
        asked.save(update_fields=["unexplained"])


def _open(case: InformationRequest, stays: list[Stay], pauses: list[clock.Pause], calendar: clock.Calendar) -> None:
    if case.step is None or case.target is None:
        return  # ended: the case stands nowhere
    last = stays[-1] if stays else None
    continues = bool(last and last.step == case.step and last.act_ended == case.act)
    run = (last.run if continues else last.run + 1) if last else 1
    stay = Stay(case=case, run=run, step=case.step, task=case.task, holder_id=case.holder_id)
    stay.began, stay.act_began, stay.target = case.happened_at, case.act, case.target
    stays.append(stay)
    if case.act == 1:
        stay.opened = stay.began  # whoever opens the entry form begins the case
        return
    stay.due_at = timing.due(_run(stay, stays)[0].began, stay.target, pauses, calendar)
    stay.save(force_insert=True)


def _refresh_due(stay: Stay, stays: list[Stay], pauses: list[clock.Pause], calendar: clock.Calendar) -> None:
    due = timing.due(_run(stay, stays)[0].began, stay.target, pauses, calendar)
    if due != stay.due_at:
        stay.due_at = due
        stay.save(update_fields=["due_at"])


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
    """Read what many cases' times are measured from."""
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
    for pk, *stay in Lateness.objects.filter(case__in=keys).values_list("case", "stay__run", "stay__holder"):
        found[pk].answered.add((stay[0], stay[1]))
    return found


def measured(case: InformationRequest, calendar: clock.Calendar, now: datetime) -> list[timing.Measured]:
    """Measure a case from its history rows alone."""
    return _measured(case, evidence([case])[case.pk], calendar, now)


def _measured(
    case: InformationRequest, found: Evidence, calendar: clock.Calendar, now: datetime
) -> list[timing.Measured]:
    stays = timing.read_stays(found.moments, _openings(case, found))
    return timing.measure(stays, found.pauses, calendar, now)


def _openings(case: InformationRequest, found: Evidence) -> dict[int, datetime]:
    """Say when each position was first opened: by the page's script, or by the form that ended the stay."""
    seen = dict(found.openings)
    for stay in timing.read_stays(found.moments, {}):
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


def expected_stays(
    case: InformationRequest, calendar: clock.Calendar, now: datetime, found: Evidence | None = None
) -> list[Stay]:
    """Build the rows that history says should stand; `found` saves reading a case that was read with others."""
    known = found or evidence([case])[case.pk]
    measured = _measured(case, known, calendar, now)
    rows, asked = [_as_stay(case, item) for item in measured], timing.asked_why(measured)
    for row in rows:
        row.unexplained = row.act_began in asked and (row.run, row.holder_id) not in known.answered
    return rows


def _as_stay(case: InformationRequest, item: timing.Measured) -> Stay:
    span = item.stay
    stay = Stay(case=case, run=span.run, step=span.step, task=span.task, holder_id=span.holder)
    stay.began, stay.ended = span.began, span.ended
    # Late paper entry may end a stay before the page was opened: it was opened by then.
    stay.opened = min(span.opened, span.ended) if span.opened and span.ended else span.opened
    stay.act_began, stay.act_ended, stay.target = span.act_began, span.act_ended, span.target
    if span.ended:
        stay.working, stay.waiting, stay.step_total = item.working, item.waiting, item.step_total
        stay.late = item.verdict == "late"
    else:
        stay.due_at = item.due_at
    return stay


def verify(case: InformationRequest, calendar: clock.Calendar, now: datetime) -> list[str]:
    """Name every difference between the stored stays and a recomputation from history."""
    stored = list(Stay.objects.filter(case=case).order_by("act_began"))
    expected = expected_stays(case, calendar, now)
    if len(stored) != len(expected):
        return [f"{case.number}: {len(stored)} kunjungan tersimpan, {len(expected)} menurut riwayat"]
    return [
        f"{case.number} tindakan {have.act_began}: {name} {getattr(have, name)} ≠ {getattr(want, name)}"
        for have, want in zip(stored, expected, strict=True)
        for name in COMPARED
        if getattr(have, name) != getattr(want, name)
    ]
