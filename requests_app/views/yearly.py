"""The yearly report: its figures and words on the screen, on paper and as a workbook; written, then settled."""

from __future__ import annotations

from functools import partial

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from .. import documents, workflow
from ..books import yearly
from ..forms.yearly import YearlyForm
from ..models.yearly import YearlyReport
from ..printing import sheets
from ..printing.periods import FIRST_YEAR
from ..rules.office import TAKE_BOOKS, WRITE_YEARLY
from ..rules.refusals import AlreadyDone, TokenSpent
from . import once
from .books import answer, download
from .desk_request import DeskRequest
from .resume import is_review


@require_http_methods(["GET", "HEAD", "POST"])
def page(request: DeskRequest, year: int) -> HttpResponse:
    """Show a year's report; Sekretaris and Admin write its words until it is settled."""
    report = _report(request, year)
    writes = WRITE_YEARLY.may(request.acting)
    if request.method == "POST":
        WRITE_YEARLY.check(request.acting)
    if request.method == "POST" and not is_review(request):
        return _write(request, report)
    form = once.form_for(request, partial(YearlyForm, instance=report)) if writes and not report.settled_id else None
    return _page(request, report, form)


def _report(request: DeskRequest, year: int) -> YearlyReport:
    if not FIRST_YEAR <= year <= timezone.localdate(request.now).year:
        raise Http404
    return yearly.find(year)


def _write(request: DeskRequest, report: YearlyReport) -> HttpResponse:
    make = partial(YearlyForm, instance=yearly.find(report.year))
    form = once.form_for(request, make, f"yearly:{report.year}")
    if not form.is_valid():
        return _page(request, report, form, 422)
    said, seen = form.written, form.cleaned_data["version"]
    try:
        workflow.once(
            once.doing(request, f"yearly:{report.year}"),
            lambda: yearly.write(report.year, said, seen, request.acting, request.now),
        )
    except (AlreadyDone, TokenSpent) as refused:
        return _page(request, report, form, refused.status, refused.sentence)
    messages.success(request, "Uraian tersimpan.")
    return redirect("yearly", report.year)


def _page(
    request: DeskRequest, report: YearlyReport, form: YearlyForm | None, status: int = 200, conflict: str = ""
) -> HttpResponse:
    context = {"report": report, "parts": yearly.parts(report), "form": form, "conflict": conflict}
    context["hidden"] = once.hidden(request, f"yearly:{report.year}")
    context |= {"prints": TAKE_BOOKS.may(request.acting), "this_year": timezone.localdate(request.now).year}
    return render(request, "books/yearly.html", context, status=status)


@require_POST
def settle(request: DeskRequest, year: int) -> HttpResponse:
    """Settle a year that is over."""
    _report(request, year)
    if is_review(request):
        return redirect("yearly", year)
    doing = once.doing(request, f"settle:{year}")
    workflow.once_drawn(doing, lambda spend: yearly.settle(year, request.acting, request.now, spend))
    messages.success(request, f"Laporan tahunan {year} ditetapkan.")
    return redirect("yearly", year)


@require_safe
def file(request: DeskRequest, year: int, form: str) -> HttpResponse:
    """Give the report as PDF (settled: the stored one) or XLSX."""
    TAKE_BOOKS.check(request.acting)
    report = _report(request, year)
    if form == "xlsx":
        return download(sheets.xlsx(yearly.workbook(report)), documents.XLSX, f"laporan-tahunan-{year}.xlsx")
    if form != "pdf":
        raise Http404
    if report.settled is None:
        return answer(yearly.draw(report, request.now))
    response = HttpResponse(documents.read(report.settled), content_type=documents.PDF)
    response["Content-Disposition"] = f'inline; filename="{report.settled.name}"'
    return response
