"""Changes of the office's calendar: who made them, and which verdicts they turned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..models.calendar import load_calendar, years_without_joint_leave
from ..models.remeasured import CalendarChange, VerdictChange
from ..rules.office import MIND_CALENDAR
from ..rules.reading import is_readable
from .desk_request import DeskRequest
from .paging import PAGE, Pages, pages, window
from .present import verdicts
from .queues import Tag


@dataclass(frozen=True)
class ChangeLine:
    """One stay measured again."""

    case: Any
    reads: bool  # whether its page opens to the reader
    step: str
    waited_for: str
    before: str
    after: str
    status: Tag


@require_safe
def changes(request: DeskRequest) -> HttpResponse:
    """List the changes of the calendar, newest first."""
    MIND_CALENDAR.check(request.acting)
    turned = Count("verdicts", filter=_turned())
    found = CalendarChange.objects.select_related("changed_by").annotate(turned=turned).order_by("-pk")
    rows, paged = _paged(request, found, CalendarChange.objects.count())
    context = {"rows": rows, "pages": paged, **joint_leave(request)}
    return render(request, "books/calendar_changes.html", context)


def joint_leave(request: DeskRequest) -> dict[str, Any]:
    """Name the years for which nobody knows the cuti bersama yet, to those who mind the calendar."""
    acting, year = request.acting, timezone.localdate(request.now).year
    if not MIND_CALENDAR.may(acting) or acting.office is None:
        return {}
    unknown = years_without_joint_leave((year, year + 1), load_calendar(acting.office.calendar_version))
    return {"unknown_years": unknown, "kinds": acting.kinds}


def _turned() -> Q:
    became_late = Q(verdicts__late_before=False, verdicts__late_after=True)
    return became_late | Q(verdicts__late_before=True, verdicts__late_after=False)


@require_safe
def change(request: DeskRequest, pk: int) -> HttpResponse:
    """Show one change with every stay it gave another time."""
    MIND_CALENDAR.check(request.acting)
    changed = get_object_or_404(CalendarChange.objects.select_related("changed_by"), pk=pk)
    found = VerdictChange.objects.filter(change=changed).select_related("case", "stay__holder")
    found = found.annotate(reads=is_readable(request.acting, "case__"))
    stays, paged = _paged(request, found, found.count())
    rows = [_row(stay, request) for stay in stays]
    return render(request, "books/calendar_change.html", {"change": changed, "rows": rows, "pages": paged})


def _paged(request: DeskRequest, found: QuerySet[Any], total: int) -> tuple[list[Any], Pages]:
    number, shown = window(request.GET, total)
    rows = list(found[shown])
    return rows, pages(request.GET, number, len(rows), total, number * PAGE < total)


def _row(change: Any, request: DeskRequest) -> ChangeLine:
    stay, row = change.stay, change.case.sop.step(change.stay.step)
    before, after = verdicts.figures(change, stay.target, request.now)
    waited_for = stay.holder.short_title if stay.holder else row.task(stay.task).actors[0].label
    step, tag = f"{row.number} · {row.title}", Tag(*verdicts.verdict(change))
    return ChangeLine(change.case, change.reads, step, waited_for, before, after, tag)
