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
from ..forms import envelope as envelopes
from ..forms.emergency import PrintBlankForm
from ..forms.envelope import BadEnvelope
from ..models.emergency import FormBatch, used_numbers
from ..printing import blank_forms
from ..printing.emergency import path_name
from ..refusals import NotPermitted
from ..workflow.emergency import PRINTERS
from . import resume
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
    if request.acting.of_kind(*PRINTERS) is None:
        raise NotPermitted("Formulir darurat dicetak oleh admin atau Help Desk.")
    if request.method != "POST":
        return _page(request, PrintBlankForm(), _fresh(request))
    if resume.is_review(request):
        return _page(request, PrintBlankForm(initial=request.POST.dict()), _fresh(request))
    form = PrintBlankForm(request.POST)
    envelope = _opened(request)
    if not form.is_valid():
        return _page(request, form, envelope, 422)
    doing = workflow.Doing(request.acting, request.now, token=envelope.token)
    batch = workflow.print_forms(int(form.cleaned_data["entry"]), form.cleaned_data["count"], doing)
    messages.success(request, f"{path_name(batch.entry)}: {batch} siap dicetak.")
    return HttpResponseRedirect(f"{reverse('blank_forms')}?baru={batch.pk}")


def _opened(request: DeskRequest) -> envelopes.Envelope:
    """Read the envelope sent along; a form without a good one counts as new."""
    try:
        return envelopes.unseal(request.POST.get(envelopes.FIELD, ""), _purpose(request), request.now)
    except BadEnvelope:
        return _fresh(request)


def _fresh(request: DeskRequest) -> envelopes.Envelope:
    return envelopes.fresh(_purpose(request), request.now, None)


def _purpose(request: DeskRequest) -> str:
    return f"blank:{request.user.pk}"


def _page(request: DeskRequest, form: PrintBlankForm, envelope: envelopes.Envelope, status: int = 200) -> HttpResponse:
    printed = list(FormBatch.objects.select_related("printed_by__user", "printed_by__post")[:SHOWN])
    used = used_numbers(printed)
    rows = [Printing(batch, path_name(batch.entry), len(used.intersection(batch.numbers))) for batch in printed]
    context = {
        "form": form,
        "rows": rows,
        "hidden": [(envelopes.FIELD, envelope.seal())],
        "new": next((row.batch for row in rows if str(row.batch.pk) == request.GET.get("baru")), None),
    }
    return render(request, "books/emergency.html", context, status=status)


@require_safe
def batch_pdf(request: DeskRequest, batch: int) -> HttpResponse:
    """Draw a printing's forms, now or again: the numbers stay the same."""
    if request.acting.of_kind(*PRINTERS) is None:
        raise NotPermitted("Formulir darurat dicetak oleh admin atau Help Desk.")
    return answer(blank_forms(get_object_or_404(FormBatch, pk=batch)))
