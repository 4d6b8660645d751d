"""A long book built in its own process: asked for here, watched here, left and found again."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from .. import documents, workflow
from ..books import builds
from ..books.builds import Progress, Wanted
from ..forms.periods import PUBLIC
from ..models.builds import BookBuild, BuildPart
from ..printing import BOOKS, read_period
from ..rules.office import TAKE_BOOKS
from ..rules.refusals import NotPermitted
from . import once
from .books import wanted_by
from .desk_request import DeskRequest
from .shelf import COVERED, unreadable_among


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def build(request: DeskRequest, slug: str, period: str) -> HttpResponse:
    """Show how a book's building stands for this reader; start it, go on with it, or build it anew."""
    wanted = _wanted(request, slug, period)
    under_way, finished = builds.latest(wanted)
    if request.method == "POST":
        workflow.once(once.doing(request, _purpose(wanted)), partial(_press, request, wanted, under_way))
        return HttpResponseRedirect(request.get_full_path())
    how = builds.progress(under_way, request.now) if under_way else None
    shown = under_way or finished
    context = {
        "wanted": wanted,
        "under_way": under_way,
        "running": how is Progress.RUNNING,
        "finished": finished,
        "changed": finished is not None and finished.stamp != wanted.stamp,
        "parts": _parts(shown) if shown else [],
        "volume": f"{wanted.book.title} {wanted.period}{', varian publikasi' if wanted.public else ''}",
        "back": f"{reverse(wanted.book.page)}?{wanted.period.query}{f'&varian={PUBLIC}' if wanted.public else ''}",
        "hidden": once.hidden(request, _purpose(wanted)),
    }
    return render(request, "books/build.html", context)


def _wanted(request: DeskRequest, slug: str, period: str) -> Wanted:
    """Read which book is meant, and what of it this reader may not read. Raises NotPermitted, Http404."""
    TAKE_BOOKS.check(request.acting)
    if slug not in BOOKS:
        raise Http404
    try:
        days = read_period(period)
    except ValueError as error:
        raise Http404 from error
    return wanted_by(request.acting, slug, days, request.GET.get("varian") == PUBLIC)


def _press(request: DeskRequest, wanted: Wanted, under_way: BookBuild | None) -> None:
    """Do what the button says."""
    if under_way:
        builds.go_on(under_way, request.now)
    else:
        builds.ask(wanted, request.acting.user, request.now)


def _purpose(wanted: Wanted) -> str:
    return f"build:{wanted.key}"


def _parts(build: BookBuild) -> list[dict[str, Any]]:
    """List the parts that are there, each with where it is handed out."""
    parts = build.parts.select_related("closed").defer("cases")
    return [
        {
            "part": part,
            "url": reverse("book_stored", args=[part.closed.file_id])
            if part.closed
            else reverse("book_part", args=[build.pk, part.number]),
        }
        for part in parts
    ]


@never_cache
@require_safe
def part(request: DeskRequest, pk: int, number: int) -> HttpResponse:
    """Hand out one part, tagged as it was drawn, to whoever may read all that is in it."""
    TAKE_BOOKS.check(request.acting)
    found = get_object_or_404(BuildPart.objects.select_related("build", "closed__file"), build=pk, number=number)
    if unreadable_among(request.acting, set(found.cases)):
        raise NotPermitted(COVERED)
    response = HttpResponse(builds.part_bytes(found), content_type=documents.PDF)
    name = f"{BOOKS[found.build.book].title} {found.title}.pdf".lower().replace(" ", "-")
    response["Content-Disposition"] = content_disposition_header(False, name) or "inline"
    return response
