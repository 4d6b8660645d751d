"""Forms for the pen, printed before the power fails; on request with the emergency numbers of a printing."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ..models.emergency_numbers import FormBatch
from ..printing import BLANKS
from ..printing.papers import UNNUMBERED
from ..rules.office import PRINT_NUMBERED
from .books import answer
from .desk_request import DeskRequest


@require_safe
def blanks(request: DeskRequest) -> HttpResponse:
    """List the forms there are; those that bear the emergency numbers of a printing, when one is asked for."""
    batch = _batch(request)
    shown = {name: blank for name, blank in BLANKS.items() if not batch or blank.entry}
    context = {"blanks": shown, "batch": batch, "may_number": PRINT_NUMBERED.may(request.acting)}
    return render(request, "books/blanks.html", context)


@require_safe
def blank_pdf(request: DeskRequest, name: str) -> HttpResponse:
    """Print one of them, for the posts there are today."""
    batch = _batch(request)
    if name not in BLANKS or (batch and not BLANKS[name].entry):
        raise Http404
    return answer(BLANKS[name].draw(timezone.localdate(request.now), batch.numbers if batch else UNNUMBERED))


def _batch(request: DeskRequest) -> FormBatch | None:
    """Find the printing whose numbers are wanted. Raises NotPermitted, Http404."""
    asked = request.GET.get("cetakan", "")
    if not asked:
        return None
    PRINT_NUMBERED.check(request.acting)
    if not (asked.isascii() and asked.isdigit() and len(asked) < 10):
        raise Http404
    return get_object_or_404(FormBatch, pk=asked)
