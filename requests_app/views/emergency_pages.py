"""Blank forms for power cuts: printed in batches, each batch on record, each PDF to be had again."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from .. import workflow
from ..forms.emergency_print import PrintBlankForm
from ..models.emergency_numbers import FormBatch, used_numbers
from ..printing import blank_forms
from ..printing.emergency_sheets import path_name
from ..rules.office import PRINT_NUMBERED
from . import once
from .books import answer
from .desk_request import DeskRequest

SHOWN = 30  # printings listed, the newest first


@dataclass(frozen=True)
class Printing:
    """One printing as the list shows it."""

    batch: FormBatch
    path: str
    used: int

    @property
    def unused(self) -> int:
        return self.batch.last - self.batch.first + 1 - self.used


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def batches(request: DeskRequest) -> HttpResponse:
    """Print the next blank forms, and list what was printed, by whom, and how much of it came back."""
    PRINT_NUMBERED.check(request.acting)
    form = once.form_for(request, PrintBlankForm, "blank")
    if not form.is_bound or not form.is_valid():
        return _page(request, form)
    count = form.cleaned_data["count"]
    batch = workflow.print_forms(int(form.cleaned_data["entry"]), count, once.doing(request, "blank"))
    messages.success(request, f"{path_name(batch.entry)}: {batch} siap dicetak.")
    return HttpResponseRedirect(f"{reverse('blank_forms')}?baru={batch.pk}")


def _page(request: DeskRequest, form: PrintBlankForm) -> HttpResponse:
    printed = list(FormBatch.objects.select_related("printed_by__user", "printed_by__post")[:SHOWN])
    used = used_numbers(printed)
    rows = [Printing(batch, path_name(batch.entry), len(used.intersection(batch.numbers))) for batch in printed]
    context = {
        "form": form,
        "rows": rows,
        "hidden": once.hidden(request, "blank"),
        "new": next((row.batch for row in rows if str(row.batch.pk) == request.GET.get("baru")), None),
    }
    return render(request, "books/emergency.html", context, status=once.status_of(form))


@require_safe
def batch_pdf(request: DeskRequest, batch: int) -> HttpResponse:
    """Draw a printing's forms, now or again: the numbers stay the same."""
    PRINT_NUMBERED.check(request.acting)
    return answer(blank_forms(get_object_or_404(FormBatch, pk=batch)))
