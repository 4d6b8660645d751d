"""Measuring again what a change of the calendar touches; the earlier verdict is kept beside the new one.

What is running, and everything where that is little, is measured in the change's own transaction. What is more is
measured afterwards, a few cases at a time, so that nobody at the desk waits for it; what was cut off is taken up again.
"""

import logging
import threading
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from time import sleep
from typing import Any

from django.db import connection, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from ..clock import WITA
from ..models.case import InformationRequest, Stay
from ..models.remeasured import FIGURES, CalendarChange, VerdictChange
from ..models.versions import Change
from . import stays
from .tallies.store import forget_since

AT_ONCE = 300  # cases
CHUNK = 50  # cases under one lock
BREATH = 0.12  # seconds between two chunks: SQLite lets a waiting writer look for the lock every tenth
STORED = (*stays.FIELDS, "remeasured")
log = logging.getLogger(__name__)


def begin(change: Change, **signal: Any) -> None:
    """Write down a change of the calendar and measure again what it touches; hears `calendar_changed`."""
    row = CalendarChange(
        words=change.words,
        changed_by=change.user,
        changed_at=change.at,
        begins=change.begins,
        ends=change.ends,
    )
    _take_over(row)
    touched = list(touched_cases(row).values_list("pk", flat=True))
    row.cases, row.finished = len(touched), len(touched) <= AT_ONCE
    row.measured = row.cases if row.finished else 0
    row.save()
    if row.finished:
        _measure_all(row, touched)
        return
    _measure_all(row, list(running(row).values_list("pk", flat=True)))  # their due time is wanted at once
    transaction.on_commit(lambda: in_background(row.pk))


def _take_over(row: CalendarChange) -> None:
    """Go on with what an earlier change left to do: the days it touched are measured by the new calendar too."""
    for left in CalendarChange.objects.select_for_update().filter(finished=False):
        row.begins = min(row.begins, left.begins)
        row.ends = max(row.ends, left.ends) if row.ends and left.ends else None
        row.words = f"{row.words}; dihitung bersama: {left.words}"
        left.finished = True
        left.save(update_fields=["finished"])


def touched_cases(change: CalendarChange) -> QuerySet[InformationRequest]:
    """Find the cases with a stay, or a due instant, that may lie on the days a change touches."""
    first, after = _instants(change.begins, change.ends)
    touched = Q(ended__gte=first) | Q(ended__isnull=True, due_at__gte=first)
    stays = Stay.objects.filter(touched, case=OuterRef("pk"))
    return InformationRequest.objects.filter(Exists(stays.filter(began__lt=after) if after else stays)).order_by("pk")


def running(change: CalendarChange) -> QuerySet[InformationRequest]:
    """Find the touched cases that are still open."""
    return touched_cases(change).filter(stays__ended__isnull=True)


def _instants(begins: date, ends: date | None) -> tuple[datetime, datetime | None]:
    after = datetime.combine(ends + timedelta(days=1), time.min, WITA) if ends and ends < date.max else None
    return datetime.combine(begins, time.min, WITA), after


def _measure_all(change: CalendarChange, cases: Sequence[int]) -> None:
    for start in range(0, len(cases), CHUNK):
        measure(change, cases[start : start + CHUNK])


@transaction.atomic
def measure(change: CalendarChange, keys: Sequence[int]) -> int:
    """Measure some cases again under their locks; say how many stays came out otherwise."""
    locked = InformationRequest.objects.select_for_update(of=("self",)).filter(pk__in=keys)
    cases = list(locked.order_by("pk"))
    calendar, found = stays.office_calendar(), stays.evidence(cases)
    stored: dict[int, list[Stay]] = {}
    for stay in Stay.objects.filter(case__in=keys).order_by("act_began"):
        stored.setdefault(stay.case_id, []).append(stay)
    changed = []
    for case in cases:
        wanted = stays.expected_stays(case, calendar, case.happened_at, found[case.pk])
        changed += [pair for pair in zip(stored[case.pk], wanted, strict=True) if _differ(*pair, stays.FIELDS)]
    # Not a tracked table: these rows are themselves the history.
    VerdictChange.objects.bulk_create(
        [_kept(change, have, want) for have, want in changed if _differ(have, want, FIGURES)]
    )
    for have, want in changed:
        _renew(have, want)
    forget_since(change.begins)
    return len(changed)


def _differ(have: Stay, want: Stay, names: Sequence[str]) -> bool:
    return any(getattr(have, name) != getattr(want, name) for name in names)


def _kept(change: CalendarChange, have: Stay, want: Stay) -> VerdictChange:
    before = {f"{name}_before": getattr(have, name) for name in FIGURES}
    after = {f"{name}_after": getattr(want, name) for name in FIGURES}
    return VerdictChange(change=change, case_id=have.case_id, stay=have, **before, **after)


def _renew(have: Stay, want: Stay) -> None:
    for name in stays.FIELDS:
        setattr(have, name, getattr(want, name))
    have.remeasured = True
    have.save(update_fields=STORED)


# -- What is too much for one transaction ------------------------------------------------------------------------------


@transaction.atomic
def go_on(pk: int) -> bool:
    """Measure the next few cases of a change; tell whether there may be more. Two at once take turns."""
    change = CalendarChange.objects.select_for_update().get(pk=pk)
    if change.finished:
        return False
    keys = list(touched_cases(change).filter(pk__gt=change.last_case).values_list("pk", flat=True)[:CHUNK])
    measure(change, keys)
    change.last_case = keys[-1] if keys else change.last_case
    change.measured, change.finished = change.measured + len(keys), len(keys) < CHUNK
    change.save(update_fields=["last_case", "measured", "finished"])
    return not change.finished


def finish(pk: int) -> None:
    """Measure all that is left of a change, letting others write in between."""
    while go_on(pk):
        sleep(BREATH)


def unfinished() -> list[int]:
    """List the changes whose measuring was cut off or is under way."""
    return list(CalendarChange.objects.filter(finished=False).values_list("pk", flat=True))


def in_background(*keys: int) -> threading.Thread:
    """Finish changes in a thread of their own; what a stop of the server cuts off goes on at the next start."""
    thread = threading.Thread(target=_finish_all, args=(keys,), name="remeasure", daemon=True)
    thread.start()
    return thread


def _finish_all(keys: Sequence[int]) -> None:
    try:
        for key in keys:
            finish(key)
    except Exception:
        log.exception("Measuring again was cut off; it goes on at the next start or change.")
    finally:
        connection.close()
