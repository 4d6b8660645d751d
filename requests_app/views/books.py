"""The books as month lists on the screen, and each as a paper of that month."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..models.case import InformationRequest, RequestQuerySet
from ..models.people import PostKind
from ..permissions import Acting
from ..printing import NoRenderer, Printed, expedition_book, register, rows, sop_paper
from ..refusals import NotPermitted
from ..sop import CURRENT_EDITION, EDITIONS, ENDINGS
from . import paging
from .desk_request import DeskRequest

MONTH = re.compile(r"\d{4}-\d{2}", re.ASCII)
FIRST_YEAR, LAST_YEAR = 2000, 2199
# Who keeps or inspects the books may take them out of the desk on paper.
PRINTS = (PostKind.HELPDESK, PostKind.SEKRETARIS, PostKind.KETUA, PostKind.ADMIN, PostKind.AUDITOR)


@dataclass(frozen=True)
class Month:
    """The month a book is open at, with its neighbours."""

    first: date

    @property
    def last(self) -> date:
        return rows.month_bounds(self.first.year, self.first.month)[1]

    @property
    def slug(self) -> str:
        return f"{self.first:%Y-%m}"

    @property
    def previous(self) -> str:
        return f"{self.first - timedelta(days=1):%Y-%m}"

    @property
    def following(self) -> str:
        return f"{self.last + timedelta(days=1):%Y-%m}"


@require_safe
def expedition(request: DeskRequest) -> HttpResponse:
    """Show the buku ekspedisi of a month."""
    month = month_asked(request)
    return _page(request, "expedition", month, rows.expedition_rows(month.first, month.last))


@require_safe
def agenda(request: DeskRequest) -> HttpResponse:
    """Show the agenda surat masuk of a month."""
    month = month_asked(request)
    return _page(request, "agenda", month, rows.agenda_rows(month.first, month.last))


@require_safe
def case_register(request: DeskRequest) -> HttpResponse:
    """Show the register of a month (PPID-C) with what the law wants and is still missing."""
    month = month_asked(request)
    return _page(request, "register", month, rows.register_rows(month.first, month.last))


def month_asked(request: DeskRequest) -> Month:
    """Read the month a book is opened at; without a readable one it is this month."""
    try:
        return readable_month(request.GET.get("bulan", ""))
    except ValueError:
        return Month(timezone.localdate(request.now).replace(day=1))


def readable_month(text: str) -> Month:
    """Read "2026-11". Raises ValueError, also for a year no book can be of."""
    if not MONTH.fullmatch(text):
        raise ValueError(text)
    first = date.fromisoformat(f"{text}-01")
    if not FIRST_YEAR <= first.year <= LAST_YEAR:
        raise ValueError(text)
    return Month(first)


def _page(request: DeskRequest, book: str, month: Month, found: list[Any]) -> HttpResponse:
    shown, where = paging.cut(request.GET, found)
    hidden = hidden_cases(request.acting, {row.case_id for row in shown})
    prints = may_print(request.acting)
    context = {"rows": shown, "pages": where, "month": month, "hidden": hidden, "prints": prints, "book": book}
    return render(request, f"books/{book}.html", context)


def hidden_cases(acting: Acting, cases: set[int]) -> set[int]:
    """Name the Rahasia cases among these whose content this person may not read."""
    return set(unreadable(acting).filter(pk__in=cases).values_list("pk", flat=True))


def unreadable(acting: Acting) -> RequestQuerySet:
    """Find the Rahasia cases that never passed through this person's posts."""
    closed = InformationRequest.objects.filter(confidential=True)
    return closed.exclude(pk__in=closed.readable_by(acting.post_ids).values("pk"))


def may_print(acting: Acting) -> bool:
    """Tell whether a person may take a book out on paper."""
    return acting.of_kind(*PRINTS) is not None


@require_safe
def expedition_pdf(request: DeskRequest, month: str) -> HttpResponse:
    """Print the buku ekspedisi of a month."""
    return _book_pdf(request, month, expedition_book)


@require_safe
def register_pdf(request: DeskRequest, month: str) -> HttpResponse:
    """Print the register of a month."""
    return _book_pdf(request, month, register)


def _book_pdf(request: DeskRequest, month: str, book: Any) -> HttpResponse:
    if not may_print(request.acting):
        raise NotPermitted("Buku dicetak oleh Help Desk, Ketua, Sekretaris, admin, atau pemeriksa.")
    try:
        first = readable_month(month).first
    except ValueError as error:
        raise Http404 from error
    hidden = frozenset(unreadable(request.acting).values_list("pk", flat=True))
    return answer(book(first.year, first.month, hidden))


@require_safe
def sop(request: DeskRequest) -> HttpResponse:
    """Show the decree's table, its wording normalised, and the source's where it differs."""
    endings = [ending for ending in ENDINGS.values() if not ending.decree]
    return render(request, "books/sop.html", {"edition": EDITIONS[CURRENT_EDITION], "endings": endings})


@require_safe
def sop_pdf(request: DeskRequest) -> HttpResponse:
    """Print the SOP."""
    return answer(sop_paper())


def answer(printed: Printed) -> HttpResponse:
    """Answer with a paper's PDF; where the system lacks Pango, with the same paper as a page to print from."""
    try:
        response = HttpResponse(printed.pdf, content_type="application/pdf")
    except NoRenderer:
        return HttpResponse(printed.html)
    response["Content-Disposition"] = f'inline; filename="{printed.name}.pdf"'
    return response
