"""The books on the screen, a page at a time, and each as PDF, XLSX or CSV of the very same rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from .. import documents, printing
from ..books import builds, shelf
from ..forms.periods import PUBLIC, BookFilter
from ..printing import BOOKS, LetterPaper, NoRenderer, Period, Printed, Volume, read_period, sheets
from ..rules.office import KEEP_BOOKS, MIND_CALENDAR, TAKE_BOOKS
from ..rules.people import Acting
from ..rules.reading import sealed_from
from ..sop import CURRENT_EDITION, EDITIONS, Does
from . import paging
from .desk_request import DeskRequest

BROWSER = "peramban"  # in an address: the paper as a page to print from, where the server draws no PDF
CSV = "text/csv; charset=utf-8"


@dataclass(frozen=True)
class Asked:
    """Which book is asked for, at which days, in which variant; by nothing readable, this month's own."""

    form: BookFilter
    period: Period

    @property
    def query(self) -> str:
        """Keep days and variant in an address."""
        return self.period.query + (f"&varian={PUBLIC}" if self.form.public else "")

    @property
    def variant(self) -> str:
        """Keep the variant alone in an address."""
        return f"?varian={PUBLIC}" if self.form.public else ""


def asked(request: DeskRequest) -> Asked:
    """Read which days and which variant a book is opened at."""
    today = timezone.localdate(request.now)
    try:
        month = read_period(request.GET.get("bulan", ""))
    except ValueError:
        month = Period.month(today)
    form = BookFilter(request.GET if {"dari", "sampai", "varian"} & request.GET.keys() else None)
    return Asked(form, form.period(month if month.is_month else Period.month(today)))


@require_safe
def page(request: DeskRequest, slug: str) -> HttpResponse:
    """Show a book at some days, a page of it."""
    wanted, book = asked(request), BOOKS[slug]
    count = book.find(wanted.period.begin, wanted.period.end).count()
    number, window = paging.window(request.GET, count)
    # Who may not read a Rahasia case sees so on the screen; of what is published nobody may.
    public = wanted.form.public
    hidden = frozenset(sealed_from().values_list("pk", flat=True)) if public else frozenset()
    volume = printing.volume(book, wanted.period, hidden=hidden, public=public, window=window, count=count)
    shown = sealed_from(request.acting).filter(pk__in={row.case_id for row in volume.lines})
    shut = hidden or set(shown.values_list("pk", flat=True))
    tabs = [(other, other.page) for other in BOOKS.values()]
    pages = paging.pages(request.GET, number, len(volume.rows), count, window.stop < count)
    today = timezone.localdate(request.now)
    context = {"volume": volume, "rows": volume.lines, "asked": wanted, "hidden": shut, "tabs": tabs}
    context |= {"prints": TAKE_BOOKS.may(request.acting), "keeps": KEEP_BOOKS.may(request.acting)}
    context |= {"pages": pages, "today": today}
    if slug == "ekspedisi" and wanted.period.end < today:
        context["closed"] = shelf.closed_month(wanted.period)
    if context["prints"] and builds.is_long(wanted.period, count):
        known = wanted_by(request.acting, slug, wanted.period, public)
        context |= _under_way(request, replace(known, read=volume.late))
    return render(request, f"books/{book.template}.html", context)


@require_safe
def file(request: DeskRequest, slug: str, period: str, form: str) -> HttpResponse:
    """Give a book at some days as PDF, XLSX or CSV; with `varian=publik` as it may be published."""
    TAKE_BOOKS.check(request.acting)
    if slug not in BOOKS or form not in FORMS:
        raise Http404
    try:
        days = read_period(period)
    except ValueError as error:
        raise Http404 from error
    public = request.GET.get("varian") == PUBLIC
    if slug == "ekspedisi" and form == "pdf" and not public and (kept := _closed(request.acting, days)):
        return kept
    wanted = wanted_by(request.acting, slug, days, public)
    browser = form == "pdf" and BROWSER in request.GET
    if form == "pdf" and not browser and builds.is_long(days, wanted.book.find(days.begin, days.end).count()):
        return redirect(reverse("book_build", args=[slug, period]) + (f"?varian={PUBLIC}" if public else ""))
    volume = printing.volume(wanted.book, days, hidden=wanted.hidden, public=public)
    return HttpResponse(printing.book(volume).html) if browser else FORMS[form](volume)


def wanted_by(acting: Acting, slug: str, days: Period, public: bool) -> builds.Wanted:
    """Say what a reader wants: of what is published nobody reads a Rahasia case."""
    hidden = sealed_from(None if public else acting).values_list("pk", flat=True)
    return builds.Wanted(BOOKS[slug], days, public, frozenset(hidden))


def _under_way(request: DeskRequest, wanted: builds.Wanted) -> dict[str, Any]:
    """Say of a long book what is being built of it for this reader, and what was built last."""
    under_way, finished = builds.latest(wanted)
    running = under_way is not None and builds.progress(under_way, request.now) is builds.Progress.RUNNING
    return {"long": True, "under_way": under_way, "running": running, "finished": finished}


def _closed(acting: Acting, days: Period) -> HttpResponse | None:
    """Answer with the stored paper of a closed month, byte by byte, unless a Rahasia row in it is not this reader's."""
    closed = shelf.closed_month(days)
    if closed is None or sealed_from(acting).filter(pk__in=builds.Wanted(BOOKS["ekspedisi"], days).cases).exists():
        return None
    response = HttpResponse(documents.read(closed.file), content_type=documents.PDF)
    response["Content-Disposition"] = f'inline; filename="{closed.file.name}"'
    return response


def _pdf(volume: Volume) -> HttpResponse:
    return answer(printing.book(volume))


def _xlsx(volume: Volume) -> HttpResponse:
    return download(sheets.xlsx([volume.sheet()]), documents.XLSX, f"{volume.name}.xlsx")


def _csv(volume: Volume) -> HttpResponse:
    return download(sheets.csv(volume.sheet()), CSV, f"{volume.name}.csv")


FORMS: dict[str, Any] = {"pdf": _pdf, "xlsx": _xlsx, "csv": _csv}


def download(content: bytes, content_type: str, name: str) -> HttpResponse:
    """Answer with a file to keep."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def sop(request: DeskRequest) -> HttpResponse:
    """Show the decree's table with the targets in force, its wording normalised, and the source's where it differs."""
    edition, office = EDITIONS[CURRENT_EDITION], request.acting.office
    context = {
        "edition": edition,
        "visit": edition.row_that(Does.REGISTERS).number,
        "letter": edition.row_that(Does.RECEIVES).number,
        "rows": printing.targets_of(edition, request.now, office.calendar_version if office else None),
        "endings": printing.endings_beside(edition),
        "minds_calendar": MIND_CALENDAR.may(request.acting),
        "shows_sheet": "lembar" in request.GET,  # apart from the table, so that each stays a light page
    }
    return render(request, "books/sop.html", context)


@require_safe
def sop_pdf(request: DeskRequest) -> HttpResponse:
    """Print the SOP."""
    return answer(printing.sop_paper(request.now))


def answer(printed: Printed | LetterPaper) -> HttpResponse:
    """Answer with a paper's PDF; where the system lacks Pango, with the same paper as a page to print from."""
    try:
        response = HttpResponse(printed.pdf, content_type="application/pdf")
    except NoRenderer:
        return HttpResponse(printed.html)
    response["Content-Disposition"] = f'inline; filename="{printed.name}.pdf"'
    return response
