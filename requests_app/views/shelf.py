"""Keeping the books: a day's sheet scanned once, stored papers handed out, months closed."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from .. import documents, shelf
from ..forms.shelf import CloseForm, DayForm
from ..models.books import Expedition
from ..models.people import PostKind
from ..models.shelf import BookFile, ClosedMonth, FileKind
from ..permissions import Acting
from ..printing.periods import FIRST_YEAR, LAST_YEAR, Period
from ..printing.rows import expeditions
from ..refusals import Incomplete, NotPermitted
from .books import may_print, unreadable
from .desk_request import DeskRequest

COVERED = "Berkas ini memuat permohonan Rahasia yang tidak melalui jabatan Anda."


@require_http_methods(["GET", "HEAD", "POST"])
def day(request: DeskRequest, day: str) -> HttpResponse:
    """Put the signed sheet of a day, or its archive place, beside the rows of that day."""
    shelf.keeper(request.acting)
    wanted = _day(day)
    rows = list(expeditions(wanted, wanted).select_related("case").order_by("year", "sequence", "pk"))
    secret = set(unreadable(request.acting).filter(pk__in={row.case_id for row in rows}).values_list("pk", flat=True))
    rows = [row for row in rows if row.case_id not in secret]
    sent = request.method == "POST"
    form = DayForm(request.POST, request.FILES, rows=rows) if sent else DayForm(rows=rows)
    if sent and form.is_valid() and _put(form, request):
        return redirect("book_day", day)
    period = Period(wanted, wanted)
    today = timezone.localdate(request.now)
    context = {"form": form, "rows": rows, "period": period, "day": wanted, "today": today, "secret": len(secret)}
    return render(request, "books/day.html", context, status=422 if form.errors else 200)


def _day(text: str) -> date:
    try:
        found = date.fromisoformat(text)
    except ValueError as error:
        raise Http404 from error
    if not FIRST_YEAR <= found.year <= LAST_YEAR or text != f"{found:%Y-%m-%d}":
        raise Http404
    return found


def _put(form: DayForm, request: DeskRequest) -> bool:
    data = form.cleaned_data
    try:
        written = shelf.put_beside(data["rows"], request.acting, request.now, scan=form.upload, place=data["place"])
    except Incomplete as refused:
        for name, message in refused.errors.items():
            form.add_error(name, message)
        return False
    rows = len(data["rows"])
    said = f"Tersimpan di samping {rows} baris." if written else "Sudah tersimpan sebelumnya; tidak ada yang ditambah."
    messages.success(request, said)
    return True


@never_cache
@require_GET
def stored(request: DeskRequest, pk: int) -> HttpResponse:
    """Hand out a stored paper of the books to whoever may take them out and read all that is in it."""
    if not may_print(request.acting):
        raise NotPermitted("Buku dicetak oleh Help Desk, Ketua, Sekretaris, admin, atau pemeriksa.")
    file = get_object_or_404(BookFile.objects.select_related("closed_month"), pk=pk)
    if unreadable(request.acting).filter(pk__in=cases_of(file)).exists():
        raise NotPermitted(COVERED)
    response = HttpResponse(documents.read(file), content_type=file.content_type)
    response["Content-Disposition"] = content_disposition_header(False, file.name) or "inline"
    return response


def cases_of(file: BookFile) -> set[int]:
    """Name the cases a stored paper tells of."""
    if file.kind == FileKind.SHEET:
        return set(Expedition.objects.filter(beside__file=file).values_list("case_id", flat=True))
    if file.kind == FileKind.MONTH:
        closed = file.closed_month
        period = Period.month(date(closed.year, closed.month, 1))
        return set(expeditions(period.begin, period.end).values_list("case_id", flat=True))
    return set()


@require_http_methods(["GET", "HEAD", "POST"])
def close(request: DeskRequest) -> HttpResponse:
    """Show which months are closed; the Admin closes another."""
    if not may_print(request.acting):
        raise NotPermitted("Buku dicetak oleh Help Desk, Ketua, Sekretaris, admin, atau pemeriksa.")
    may_close = may_close_months(request.acting)
    if request.method == "POST" and not may_close:
        raise NotPermitted("Bulan ditutup oleh Admin.")
    months = shelf.closable(timezone.localdate(request.now))
    form = CloseForm(request.POST if request.method == "POST" else None, months=months)
    if request.method == "POST" and form.is_valid():
        closed = shelf.close_month(form.period, request.acting, request.now)
        messages.success(request, f"{form.period} ditutup dengan {closed.rows} baris.")
        return redirect("book_close")
    shut = ClosedMonth.objects.select_related("file", "appointment__user", "appointment__post")
    context = {"form": form, "closed": shut, "months": months, "may_close": may_close}
    return render(request, "books/close.html", context, status=422 if form.errors else 200)


def may_close_months(acting: Acting) -> bool:
    """Tell whether a person may close a month."""
    return acting.of_kind(PostKind.ADMIN) is not None
