"""The list of all requests: one GET form, pages that go on from a row, two queries beside session and person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import IntegerField, Value
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from ..clock import Calendar
from ..forms.filters import CaseFilter
from ..models.calendar import load_calendar
from ..models.case import InformationRequest, RequestQuerySet, State
from ..models.people import Post
from ..rules.office import ENTER_PAPER
from ..rules.reading import readable
from ..text.words import dari
from . import clocks, laws, paging, search
from .desk_request import DeskRequest
from .paging import Pages
from .queues import Tag, case_clock, hold_tag
from .window import Window

COUNTED = 1000  # beyond it the page says "lebih dari"
WAITED_FOR = ("helpdesk", "ketua", "anggota", "sekretaris", "kasubag")


@dataclass(frozen=True)
class ListLine:
    """One line of the list."""

    case: InformationRequest
    name: str
    step: str  # where it stands, or the step a figure counts it for
    waits_for: str
    clock: clocks.Clock | None
    status: Tag
    law: Tag | None


@require_safe
def case_list(request: DeskRequest) -> HttpResponse:
    """List requests newest first, narrowed by the filter form; hides Rahasia cases from those they never reached."""
    form = CaseFilter(request.GET or None)
    form.offer_posts(Post.objects.filter(kind__in=WAITED_FOR))
    cases = InformationRequest.objects.filter(readable(request.acting))
    found = search.narrowed(cases, form.chosen, request.now, _calendar(request))
    window = Window(request.GET, form.chosen)
    fetched = window.cut(search.with_clock(found).annotate(total=_counted(found, form.chosen)))
    if window.is_off(fetched):
        return redirect(request.path + paging.first_url(request.GET))
    drawn = [row(case, request.now, _calendar(request)) for case in fetched]
    context = {"filter": form, "rows": drawn, "pages": _pages(window, fetched), "title": "Permohonan"}
    context |= {"enters_paper": ENTER_PAPER.may(request.acting)}
    return render(request, "requests/list.html", context, status=422 if form.is_beyond else 200)


def _counted(found: RequestQuerySet, chosen: dict[str, Any]) -> Any:
    """Count what was found up to the bound, inside the list's own query; what no index knows is not counted."""
    if "q" in chosen and search.Sought(chosen["q"]).is_short:
        return Value(None, IntegerField())
    return search.CountUpTo(found.order_by().values("pk")[: COUNTED + 1])


def _calendar(request: DeskRequest) -> Calendar:
    office = request.acting.office
    return load_calendar(office.calendar_version if office else 0)


def row(case: Any, now: datetime, calendar: Calendar) -> ListLine:
    """Draw one case from the annotations of `search.with_clock`."""
    clock = case_clock(case, case.due_at, case, now, calendar) if case.state != State.ENDED else None
    waits_for = case.holder.short_title if case.holder else ("Help Desk" if clock else "")
    law = laws.tag_of(case, now, calendar)
    number = getattr(case, "stay_step", case.step if clock else None)
    step = f"{number} · {case.sop.step(number).title}" if number else ""
    return ListLine(case, str(case.petitioner or ""), step, waits_for, clock, _status(case, clock), law)


def _status(case: Any, clock: clocks.Clock | None) -> Tag:
    if getattr(case, "stay_took", None) is not None:  # counted for a step that is over: what that took
        return Tag(dari(case.stay_took, case.stay_target), "late" if case.stay_late else "ok")
    if clock is None:
        return Tag(case.ended_as.title, "ok")
    return hold_tag(case, case) or Tag(clock.words, clock.tone if clock.tone != "ok" else "")


def _pages(window: Window, fetched: list[Any]) -> Pages | None:
    if not fetched:
        return None
    total = fetched[0].total
    if total is not None and total > COUNTED:
        total = f"lebih dari {COUNTED:,}".replace(",", ".")
    return window.pages(fetched, total)
