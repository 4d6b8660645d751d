"""Kinerja: how the office does, on one page for any period, and as a report on paper and as a spreadsheet.

Six statements with session and person: tallies kept, rows not yet kept, what stands open, posts.
"""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..derived.tallies.spans import Span, month_of
from ..forms.period import PeriodForm, opened_at
from ..performance.charts import charts_of
from ..performance.report import Report, month_before, report
from ..printing import performance_report, sheets, workbook
from ..printing.performance import file_name
from ..rules.office import TAKE_PERFORMANCE
from .books import answer
from .desk_request import DeskRequest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_safe
def performance(request: DeskRequest) -> HttpResponse:
    """Show the figures of a period, each leading to the cases behind it."""
    today = timezone.localdate(request.now)
    form, period = asked(request)
    made = _report(request, period)
    context = {
        "form": form,
        "report": made,
        "charts": charts_of(made),
        "shortcuts": _shortcuts(today),
        "exports": TAKE_PERFORMANCE.may(request.acting),
    }
    return render(request, "performance/page.html", context, status=422 if form.errors else 200)


@require_safe
def performance_pdf(request: DeskRequest) -> HttpResponse:
    """Print the report of a period."""
    return answer(performance_report(_exported(request)))


@require_safe
def performance_xlsx(request: DeskRequest) -> HttpResponse:
    """Give the report of a period as a workbook."""
    made = _exported(request)
    response = HttpResponse(sheets.xlsx(workbook(made)), content_type=XLSX)
    response["Content-Disposition"] = f'attachment; filename="{file_name(made)}.xlsx"'
    return response


def asked(request: DeskRequest) -> tuple[PeriodForm, Span]:
    """Read the period asked for; without a readable one it is this month, and the form says what was wrong."""
    opened = opened_at(timezone.localdate(request.now))
    wanted = "dari" in request.GET or "sampai" in request.GET
    form = PeriodForm(request.GET if wanted else {"dari": opened.begins, "sampai": opened.last})
    return form, form.period() if form.is_valid() else opened


def _report(request: DeskRequest, period: Span) -> Report:
    office = request.acting.office
    return report(period, request.now, office.calendar_version if office else 0)


def _exported(request: DeskRequest) -> Report:
    TAKE_PERFORMANCE.check(request.acting)
    return _report(request, asked(request)[1])


def _shortcuts(today) -> list[tuple[str, Span]]:
    year = Span(today.replace(month=1, day=1), today.replace(year=today.year + 1, month=1, day=1))
    return [("Bulan ini", month_of(today)), ("Bulan lalu", month_before(today)), ("Tahun ini", year)]
