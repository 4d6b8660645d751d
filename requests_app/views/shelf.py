"""Keeping the books: a day's sheet scanned once, stored papers handed out, months closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from .. import documents, workflow
from ..books import builds, shelf
from ..forms.shelf import CloseForm, DayForm
from ..models.books import Expedition
from ..models.builds import BookBuild
from ..models.shelf import BookFile, ClosedMonth, FileKind
from ..printing import BOOKS
from ..printing.periods import FIRST_YEAR, LAST_YEAR, Period
from ..printing.rows import expeditions
from ..rules.office import CLOSE_MONTH, KEEP_BOOKS, TAKE_BOOKS
from ..rules.people import Acting
from ..rules.reading import sealed_from
from ..rules.refusals import Incomplete, NotPermitted, TokenSpent
from . import once
from .desk_request import DeskRequest
from .sheet import put_errors

DONE = 302
COVERED = "Berkas ini memuat permohonan Rahasia yang tidak melalui jabatan Anda."


@require_http_methods(["GET", "HEAD", "POST"])
def day(request: DeskRequest, day: str) -> HttpResponse:
    """Put the signed sheet of a day, or its archive place, beside the rows of that day."""
    KEEP_BOOKS.check(request.acting)
    wanted = _day(day)
    rows = list(expeditions(wanted, wanted).select_related("case").order_by("year", "sequence", "pk"))
    secret = set(sealed_from(request.acting).filter(pk__in={row.case_id for row in rows}).values_list("pk", flat=True))
    rows = [row for row in rows if row.case_id not in secret]
    form = once.form_for(request, partial(DayForm, rows=rows, scanned=shelf.scanned(rows)), f"day:{day}")
    status = _put(form, request, day) if form.is_bound and form.is_valid() else once.status_of(form)
    if status == DONE:
        return redirect("book_day", day)
    asked = {"period": Period(wanted, wanted), "day": wanted, "today": timezone.localdate(request.now)}
    hidden = once.hidden(request, f"day:{day}")
    context = {"form": form, "rows": rows, **asked, "secret": len(secret), "hidden": hidden}
    return render(request, "books/day.html", context, status=status)


def _day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error
    if not FIRST_YEAR <= found.year <= LAST_YEAR or text != f"{found:%Y-%m-%d}":
        raise Http404
    return found


def _put(form: DayForm, request: DeskRequest, day: str) -> int:
    """Put it beside the rows; give the status of the answer, with what was refused said in the form."""
    data, written = form.cleaned_data, 0

    def put() -> None:
        nonlocal written
        written = shelf.put_beside(data["rows"], request.acting, request.now, scan=form.upload, place=data["place"])

    try:
        workflow.once(once.doing(request, f"day:{day}"), put)
    except (Incomplete, TokenSpent) as refused:
        put_errors(form, refused)
        return refused.status
    said = f"Tersimpan di samping {len(data['rows'])} baris."
    messages.success(request, said if written else "Sudah tersimpan sebelumnya; tidak ada yang ditambah.")
    return DONE


@never_cache
@require_GET
def stored(request: DeskRequest, pk: int) -> HttpResponse:
    """Hand out a stored paper of the books to whoever may take them out and read all that is in it."""
    TAKE_BOOKS.check(request.acting)
    file = get_object_or_404(BookFile.objects.select_related("closed_month", "build"), pk=pk)
    if unreadable_among(request.acting, cases_of(file)):
        raise NotPermitted(COVERED)
    response = HttpResponse(documents.read(file), content_type=file.content_type)
    response["Content-Disposition"] = content_disposition_header(False, file.name) or "inline"
    return response


def unreadable_among(acting: Acting, cases: set[int]) -> bool:
    """Tell whether one of these cases is Rahasia and never reached this person's posts."""
    return not cases.isdisjoint(sealed_from(acting).values_list("pk", flat=True))


def cases_of(file: BookFile) -> set[int]:
    """Name the cases a stored paper tells of."""
    if file.kind == FileKind.SHEET:
        return set(Expedition.objects.filter(beside__file=file).values_list("case_id", flat=True))
    if file.kind == FileKind.MONTH:
        closed = file.closed_month
        period = Period.month(date(closed.year, closed.month, 1))
        return builds.Wanted(BOOKS["ekspedisi"], period).cases
    return builds.cases_shown(BookBuild.objects.get(file=file)) if file.kind == FileKind.YEAR else set()


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: DeskRequest) -> HttpResponse:
    """Show which months are closed; the Admin closes another."""
    TAKE_BOOKS.check(request.acting)
    if request.method == "POST":
        CLOSE_MONTH.check(request.acting)
    months = shelf.closable(timezone.localdate(request.now))
    form = once.form_for(request, partial(CloseForm, months=months), "close")
    if form.is_bound and once.opens(request, "close"):
        doing = once.doing(request, "close")
        if workflow.was_sent(doing):  # the month is no longer offered
            return redirect("book_close")
        if form.is_valid():
            workflow.once_drawn(doing, partial(_close, request, form.period))
            return redirect("book_close")
    shut = ClosedMonth.objects.select_related("file", "appointment__user", "appointment__post")
    context = {"form": form, "closed": shut, "months": months, "closing": _closing(request)}
    context |= {"may_close": CLOSE_MONTH.may(request.acting), "hidden": once.hidden(request, "close")}
    return render(request, "books/close.html", context, status=once.status_of(form))


def _close(request: DeskRequest, period: Period, spend: Callable[[], Any]) -> None:
    """Close a month; one of many rows in a process of its own, so that nobody waits for its paper."""
    if not builds.is_long(period, expeditions(period.begin, period.end).count()):
        shelf.close_month(period, request.acting, request.now, spend)
        messages.success(request, f"{period} ditutup.")
        return
    shelf.check_closable(period, request.now)
    held = CLOSE_MONTH.check(request.acting)
    with transaction.atomic():
        spend()
        builds.ask(builds.Wanted(BOOKS["ekspedisi"], period), request.acting.user, request.now, closes_for=held)


def _closing(request: DeskRequest) -> list[tuple[Period, str]]:
    """Say which months are being closed, or were not because of what."""
    under_way = BookBuild.objects.filter(finished_at=None, closes_for__isnull=False)
    found = []
    for build in under_way:
        running = builds.progress(build, request.now) is builds.Progress.RUNNING
        cut = build.failure or "Penutupan terputus; tutup sekali lagi."
        found.append((Period(build.begin, build.end), "" if running else cut))
    return found
