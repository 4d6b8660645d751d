"""Forms for the pen, printed before the power fails."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..printing import BLANKS
from .books import answer
from .desk_request import DeskRequest


@require_safe
def blanks(request: DeskRequest) -> HttpResponse:
    """List the forms there are."""
    return render(request, "books/blanks.html", {"blanks": BLANKS})


@require_safe
def blank_pdf(request: DeskRequest, name: str) -> HttpResponse:
    """Print one of them, for the posts there are today."""
    if name not in BLANKS:
        raise Http404
    return answer(BLANKS[name].draw(timezone.localdate(request.now)))
