"""The list of all requests: one GET form, numbered pages, two queries beside session and person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from ..clock import Calendar
from ..forms.filters import CaseFilter
from ..models.calendar import load_calendar
from ..models.case import InformationRequest, State
from ..models.people import Post
from ..sop import EDITIONS, ENDINGS
from ..words import dari
from . import clocks, laws, paging, search
from .desk_request import DeskRequest
from .paging import Pages, page_number, pages
from .queues import Tag, case_clock, hold_tag

COUNTED = 1000  # beyond it the page says "lebih dari"
WAITED_FOR = ("helpdesk", "ketua", "anggota", "sekretaris", "kasubag")


@dataclass(frozen=True)
class Row:
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
    number = page_number(request.GET.get("hal", ""))
    cases = InformationRequest.objects.readable_by(request.acting.post_ids)
    found = search.narrowed(cases, form.chosen, request.now, _calendar(request)).order_by("-received_at", "-pk")
    counted = search.CountUpTo(found.order_by().values("pk")[: COUNTED + 1])
    start = (number - 1) * paging.PAGE
    fetched = list(search.with_clock(found).annotate(total=counted)[start : start + paging.PAGE + 1])
    drawn = [row(case, request.now, _calendar(request)) for case in fetched[: paging.PAGE]]
    where = _pages(request.GET, number, fetched)
    context = {"filter": form, "rows": drawn, "pages": where, "title": "Permohonan"}
    return render(request, "requests/list.html", {**context, "enters_paper": bool(request.acting.actors)})


def _calendar(request: DeskRequest) -> Calendar:
    office = request.acting.office
    return load_calendar(office.calendar_version if office else 0)


def row(case: Any, now: datetime, calendar: Calendar) -> Row:
    """Draw one case from the annotations of `search.with_clock`."""
    clock = case_clock(case, case.due_at, case, now, calendar) if case.state != State.ENDED else None
    waits_for = case.holder.short_title if case.holder else ("Help Desk" if clock else "")
    law = laws.tag_of(case, now, calendar)
    number = getattr(case, "stay_step", case.step if clock else None)
    step = f"{number} · {EDITIONS[case.edition].step(number).title}" if number else ""
    return Row(case, str(case.petitioner or ""), step, waits_for, clock, _status(case, clock), law)


def _status(case: Any, clock: clocks.Clock | None) -> Tag:
    if getattr(case, "stay_took", None) is not None:  # counted for a step that is over: what that took
        return Tag(dari(case.stay_took, case.stay_target), "late" if case.stay_late else "ok")
    if clock is None:
        return Tag(ENDINGS[case.ending].title, "ok")
    return hold_tag(case, case) or Tag(clock.words, clock.tone if clock.tone != "ok" else "")


def _pages(asked: QueryDict, number: int, fetched: list[Any]) -> Pages | None:
    if not fetched:
        return None
    total = fetched[0].total
    said = total if total <= COUNTED else f"lebih dari {COUNTED:,}".replace(",", ".")
    return pages(asked, number, min(len(fetched), paging.PAGE), said, len(fetched) > paging.PAGE)
