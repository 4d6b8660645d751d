"""The case page, its papers and files, the first opening, and the one look at a full NIK."""

from __future__ import annotations

from functools import partial

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from .. import documents, printing, workflow
from ..derived import timesheet
from ..forms.dossier import open_dossier
from ..forms.side import NikForm
from ..forms.task import Scene
from ..models.books import Document
from ..models.case import Disclosure, InformationRequest
from ..models.records import Lateness
from ..rules.acts import REVEAL_NIK
from ..rules.reading import CONFIDENTIAL, may_read_case
from ..rules.refusals import NotPermitted
from . import once
from .books import answer
from .desk_request import DeskRequest
from .edge import refused
from .present import case_page, holders


@never_cache
@require_GET
def case(request: DeskRequest, pk: int) -> HttpResponse:
    """Show a case: its clock, its one act, its path and everything that happened."""
    dossier = open_dossier(pk, request.acting, request.now)
    context = case_page(dossier)
    return render(request, "requests/case.html", {**context, "is_new": "baru" in request.GET})


@never_cache
@require_GET
def paper(request: DeskRequest, pk: int, name: str) -> HttpResponse:
    """Print one of the case's papers, of the letter also an older version; say why where that cannot be."""
    if name not in printing.PAPERS:
        raise Http404
    case = open_dossier(pk, request.acting, request.now).case
    version = request.GET.get("konsep", "") if name == "letter" else ""
    try:
        if version.isascii() and version.isdigit():
            return answer(printing.version_paper(printing.letter_version(case, int(version[:4])), request.now))
        return answer(printing.PAPERS[name].printed(case, request.now))
    except printing.NotPrintable as refusal:
        return refused(request, refusal, case_url=case.get_absolute_url())


@never_cache
@require_GET
def document(request: DeskRequest, document: int) -> HttpResponse:
    """Hand out a stored file to whoever may read its case."""
    kept = get_object_or_404(Document.objects.select_related("case"), pk=document)
    if not may_read_case(request.acting, kept.case):
        raise NotPermitted(CONFIDENTIAL)
    response = HttpResponse(documents.read(kept), content_type=kept.content_type)
    response["Content-Disposition"] = content_disposition_header(True, kept.name) or "attachment"
    return response


@never_cache
@require_GET
def times(request: DeskRequest, pk: int) -> HttpResponse:
    """Show what every step took, stretch by stretch, and who had the case how long."""
    dossier = open_dossier(pk, request.acting, request.now)
    steps = timesheet.step_times(dossier.stays, dossier.works, dossier.all(Lateness))
    had = holders.sums(holders.shares_of(dossier), dossier)
    context = {"case": dossier.case, "petitioner": dossier.case.petitioner, "steps": steps, "holders": had}
    return render(request, "requests/times.html", context)


@require_POST
def opened(request: DeskRequest, pk: int) -> HttpResponse:
    """Note that whoever the case waits for has opened it; the page's script says so."""
    workflow.open_case(open_dossier(pk, request.acting, request.now).case.pk, _opening(request))
    return HttpResponse(status=204)


def _opening(request: DeskRequest) -> workflow.Doing:
    return workflow.Doing(request.acting, request.now)


@never_cache
def nik(request: DeskRequest, pk: int) -> HttpResponse:
    """Show the full NIK to the Help Desk for a stated reason, which is logged (UU 27/2022)."""
    dossier = open_dossier(pk, request.acting, request.now)
    held = REVEAL_NIK.check(request.acting, dossier)
    form = once.form_for(request, partial(NikForm, scene=Scene(request.acting, request.now, dossier)))
    if not form.is_bound or not form.is_valid():
        context = {"form": form, "case": dossier.case}
        return render(request, "requests/nik.html", context, status=once.status_of(form))
    disclose(dossier.case, held, form.cleaned_data["reason"], request.now)
    shown = {"case": dossier.case, "shown": dossier.case.petitioner.nik if dossier.case.petitioner else ""}
    return render(request, "requests/nik.html", shown)


def disclose(case: InformationRequest, held, reason: str, now) -> None:
    """Log a look at a full NIK before it is shown."""
    with transaction.atomic():
        Disclosure.objects.create(case=case, appointment=held, reason=reason, seen_at=now)
