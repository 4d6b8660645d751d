"""Late paper entry: a filled emergency form entered on one page, from its first box or from where the case stands."""

from __future__ import annotations

from functools import partial
from typing import Any, cast

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from .. import workflow
from ..forms.dossier import Dossier, open_dossier
from ..forms.paper import PaperForm, ahead_of, next_after
from ..forms.task import Scene
from ..models.case import InformationRequest
from ..models.emergency_numbers import canonical
from ..rules.acts import LATE_CASE
from ..rules.office import ENTER_PAPER
from ..rules.refusals import Incomplete, NotNow, NotPermitted, Refusal
from ..rules.tasks import check_start, may_start
from ..sop import CURRENT_EDITION, EDITIONS, Edition
from ..workflow import Doing, Done
from ..workflow.core import check_unmoved
from ..workflow.paper_entry import AtAct
from . import sheet
from .desk_request import DeskRequest
from .present import brief

both = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@require_safe
def late(request: DeskRequest) -> HttpResponse:
    """Choose: a form not entered yet, or, by its number, a case that somebody began to enter."""
    ENTER_PAPER.check(request.acting)
    number = request.GET.get("nomor", "").strip()[:60]
    if number and (case := find(number)):
        return HttpResponseRedirect(reverse("late_case", args=[case.pk]))
    edition = EDITIONS[CURRENT_EDITION]
    doors = [edition.step(entry) for entry in edition.entries]
    context = {
        "doors": [row for row in doors if may_start(request.acting, edition, row.number)],
        "number": number,
        "galat": f"Tidak ada permohonan bernomor {number}. Periksa nomor pada formulir." if number else "",
    }
    return render(request, "requests/late.html", context, status=404 if number else 200)


def find(number: str) -> InformationRequest | None:
    """Find a case by its emergency or registration number; pages decide who may read it."""
    found = InformationRequest.objects.filter(emergency_number=canonical(number)).first()
    return found or InformationRequest.objects.filter(number=number).order_by("-year").first()


@never_cache
@both
def late_start(request: DeskRequest, step: int) -> HttpResponse:
    """Enter a form from its head on."""
    edition = EDITIONS[CURRENT_EDITION]
    if step not in edition.entries:
        raise Http404
    row = edition.step(step)
    task = row.tasks[0]
    check_start(request.acting, edition, step)
    scene = Scene(request.acting, request.now, task=task)
    title = "Catat susulan: surat masuk" if row.takes_letter else "Catat susulan: tamu datang langsung"
    return sheet.serve(request, _page(request, scene, edition, (step, task.slug), f"late:{step}", title))


@never_cache
@both
def late_case(request: DeskRequest, pk: int) -> HttpResponse:
    """Go on with a case from its paper."""
    dossier = open_dossier(pk, request.acting, request.now)
    if request.method == "POST" and (answer := stale(request, dossier)):
        return answer
    LATE_CASE.check(request.acting, dossier)
    case = dossier.case
    scene = Scene(request.acting, request.now, dossier, case.awaited)
    at, title = (case.step or 0, case.task), "Catat susulan dari kertas"
    return sheet.serve(request, _page(request, scene, dossier.edition, at, f"late_case:{pk}", title, pk))


def stale(request: DeskRequest, dossier: Dossier) -> HttpResponse | None:
    """Answer what was sent once already, or from a page older than the case: its boxes are no longer those shown."""
    purpose, any_box = f"late_case:{dossier.case.pk}", cast(Any, PaperForm)
    try:
        if case := sheet.sent_before(request, purpose):
            return HttpResponseRedirect(case.get_absolute_url())
        check_unmoved(dossier.case, sheet.doing(request, None, sheet.envelope_of(request, purpose)))
    except Refusal as refusal:
        return sheet.conflict(request, refusal, any_box)
    return None


def _page(
    request: DeskRequest, scene: Scene, edition: Edition, at: tuple[int, str], purpose: str, title: str, pk: int = 0
) -> sheet.Sheet:
    ahead = ahead_of(edition, *at, scene)
    others = next_after(edition, *at, scene)

    def perform(form: Any, doing: Doing) -> Done:
        done = enter(form, doing, pk)
        if not done.repeated:
            messages.success(request, stored(form, done))
        return done

    def context() -> dict[str, Any]:
        known = brief(scene.dossier, with_files=False) if scene.dossier else {"cancel_url": reverse("late")}
        return {"others": others, **known}

    return sheet.Sheet(
        scene=scene,
        purpose=purpose,
        make=cast(Any, partial(PaperForm, scene=scene, ahead=ahead)),  # to the sheet, all boxes are one form
        perform=perform,
        title=title,
        submit="Simpan semua",
        template="requests/paper.html",
        context=context,
    )


def enter(form: PaperForm, doing: Doing, pk: int) -> Done:
    """Hand the boxes to the one door; what it refuses is said beside the box meant. Raises Incomplete, Refusal."""
    try:
        return workflow.enter_paper(form.acts(), doing, pk)
    except AtAct as refused:
        raise at_its_box(form, refused.index, refused.refusal) from refused


def at_its_box(form: PaperForm, index: int, refusal: Refusal) -> Refusal:
    """Say what was refused at the box it is about; what the case itself refuses stays what it is."""
    if isinstance(refusal, Incomplete):
        named = refusal.errors.items()
        return Incomplete({form.field_name(index, name): message for name, message in named})
    if index and isinstance(refusal, NotPermitted | NotNow):
        return Incomplete({form.field_name(index, "happened_at"): refusal.sentence})
    return refusal


def stored(form: PaperForm, done: Done) -> str:
    """Report what was written, and for whom the case now waits."""
    titles = ", ".join(box.task.title.lower() for box in form.used)
    case, many = done.case, len(form.used)
    if case.awaited is None:
        after = "Permohonan selesai."
    else:
        after = f"Berikutnya: {case.awaited.button} ({case.holder or case.awaited.actors[0].label})."
    return f"{many} langkah dicatat susulan: {titles}. {after}"
