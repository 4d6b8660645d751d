"""The rows' own forms: the two doors, and the task a case now awaits."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial

from django.db import DatabaseError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from .. import printing, workflow
from ..forms import dispose, entry, kasubag, letter, meeting
from ..forms.dossier import Dossier, open_dossier
from ..forms.task import Scene, TaskForm
from ..models.case import InformationRequest
from ..models.records import Decision, LetterDecision
from ..rules.refusals import Refusal
from ..rules.tasks import check_start, check_task, may_dispose_in_meeting
from ..sop import CURRENT_EDITION, EDITIONS, Does, Task, slugs_of
from ..workflow import Doing, Done
from ..workflow.core import check_unmoved
from ..workflow.taken import Meet, MeetAndDispose
from . import drafting, lookup, sheet
from .desk_request import DeskRequest
from .present import brief

FORMS: dict[str, type[TaskForm]] = {
    "register": entry.RegisterForm,  # done wherever a case stands, so only ever refused
    "availability": meeting.AvailabilityForm,
    "meet": meeting.MeetForm,
    "dispose": dispose.DisposeForm,
    "receive": entry.ArrivalForm,
    "review": kasubag.ReviewForm,
    "identify": kasubag.IdentifyForm,
    "consult": kasubag.ConsultForm,
    "assign": dispose.AssignForm,
    "prepare": kasubag.PrepareForm,
    "draft": letter.DraftForm,
    "approve": letter.ApproveForm,
    "deliver": kasubag.DeliverForm,
}
DOORS: dict[str, type[TaskForm]] = {"register": entry.RegisterForm, "receive": entry.ReceiveForm}
TEMPLATES = {"approve": "requests/approve.html", "draft": "requests/draft.html", "register": "requests/register.html"}
both = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@both
def start(request: DeskRequest, step: int) -> HttpResponse:
    """Open a case at one of the decree's doors."""
    edition = EDITIONS[CURRENT_EDITION]
    if step not in edition.entries:
        raise Http404
    task = edition.step(step).tasks[0]
    check_start(request.acting, edition, step)
    page = door(request, step, task)
    found = lookup.found_without_script(request, page)
    return found or sheet.serve(request, page)


def door(request: DeskRequest, step: int, task: Task) -> sheet.Sheet:
    """Describe the page of a door."""
    scene = Scene(request.acting, request.now, task=task)
    row = EDITIONS[CURRENT_EDITION].step(step)
    return sheet.Sheet(
        scene=scene,
        purpose=f"start:{step}",
        make=partial(DOORS[task.slug], scene=scene),
        perform=lambda form, doing: workflow.start(form.taken(), doing),
        title=task.button,
        submit=SUBMITS[task.slug],
        template=TEMPLATES.get(task.slug, "requests/form.html"),
        context=lambda: {"lead": f"Langkah {step} · target {row.target_minutes} menit", "cancel_url": reverse("home")},
        leads_to=lambda case: f"{case.get_absolute_url()}?baru=1",
        is_entry=True,
        again=partial(door, request, step, task),
    )


@never_cache
@both
def act(request: DeskRequest, pk: int, task: str) -> HttpResponse:
    """Complete the task a case awaits."""
    drafts = task in slugs_of(Does.DRAFTS)
    dossier = open_dossier(pk, request.acting, request.now, with_draft=drafts)
    if task not in FORMS or task not in tasks_named(dossier):
        raise Http404
    try:
        page = page_of(dossier, task)
    except Refusal as refusal:
        if request.method == "POST":
            return too_late(request, dossier, task, refusal)
        raise
    return drafting.serve(request, page) if drafts else sheet.serve(request, page)


def tasks_named(dossier: Dossier) -> set[str]:
    """Name the tasks of the case's edition."""
    return {task.slug for row in dossier.edition.rows for task in row.tasks}


def page_of(dossier: Dossier, slug: str) -> sheet.Sheet:
    """Describe a task's page. Raises NotPermitted, AlreadyDone or NotNow, the role asked for first."""
    case, acting = dossier.case, dossier.acting
    if slug == case.sop.spoken.slug and may_dispose_in_meeting(acting, dossier):
        return meeting_page(dossier)
    check_task(acting, dossier, slug)
    task = dossier.edition.step(case.step or 0).task(slug)
    scene = Scene(acting, dossier.now, dossier, task)
    return _page(scene, task, lambda form, doing: complete(form, case, doing))


def meeting_page(dossier: Dossier) -> sheet.Sheet:
    """Describe the disposition given in a meeting that is not recorded yet: one form, two acts."""
    case = dossier.case
    task, met = case.sop.spoken, Meet(official=case.addressee)

    def perform(form: TaskForm, doing: Doing) -> Done:
        return workflow.meet_and_dispose(case.pk, MeetAndDispose(meeting=met, disposition=form.taken()), doing)

    return _page(Scene(dossier.acting, dossier.now, dossier, task, case.addressee), task, perform)


def _page(scene: Scene, task: Task, perform: Callable[[TaskForm, Doing], Done]) -> sheet.Sheet:
    dossier, behalf = scene.known, scene.on_behalf_of
    return sheet.Sheet(
        scene=scene,
        purpose=f"act:{dossier.case.pk}:{task.slug}",
        make=partial(FORMS[task.slug], scene=scene),
        perform=perform,
        title=f"{task.button} atas nama {behalf.short_title}" if behalf else task.button,
        submit=SUBMITS.get(task.slug, "Simpan"),
        template=TEMPLATES.get(task.slug, "requests/form.html"),
        context=lambda: brief(dossier),
        again=lambda: page_of(open_dossier(dossier.case.pk, dossier.acting, dossier.now), task.slug),
    )


SUBMITS = {
    "register": "Daftarkan dan cetak tanda bukti",
    "availability": "Catat kesediaan",
    "meet": "Catat pertemuan",
    "review": "Selesai dicermati",
    "identify": "Simpan hasil identifikasi",
    "consult": "Simpan hasil konsultasi",
    "prepare": "Data baku siap",
    "dispose": "Kirim disposisi",  # where the addressee was settled; else a button of its own for each
    "assign": "Tugaskan",
    "draft": "Ajukan konsep",
    "deliver": "Serahkan dan catat ekspedisi",
    "receive": "Terima surat",
}


def complete(form: TaskForm, case: InformationRequest, doing: Doing) -> Done:
    """Hand a form to the one door; an approved letter is then rendered and stored, outside the transaction."""
    if isinstance(form, meeting.MeetForm) and (both := form.both()):
        return workflow.meet_and_dispose(case.pk, both, doing)
    done = workflow.complete(case.pk, form.taken(), doing)
    store_letter(done, doing)
    return done


def store_letter(done: Done, doing: Doing) -> None:
    """Store the PDF of a letter just approved, with and without attachments.

    What fails is made up for at the first print.
    """
    for decided in done.records:
        if isinstance(decided, LetterDecision) and decided.decision == Decision.APPROVE:
            with suppress(Refusal, OSError, DatabaseError):
                printing.issue_pdf(decided.letter, now=doing.now, is_new=True)
                printing.issue_joined(decided.letter, now=doing.now)


def too_late(request: DeskRequest, dossier: Dossier, slug: str, refusal: Refusal) -> HttpResponse:
    """Answer a post for a task no longer awaited: the same submit repeats its result, another reads who was first."""
    try:
        if case := sheet.sent_before(request, f"act:{dossier.case.pk}:{slug}"):
            return HttpResponseRedirect(case.get_absolute_url())
        envelope = sheet.envelope_of(request, f"act:{dossier.case.pk}:{slug}")
        check_unmoved(dossier.case, sheet.doing(request, None, envelope))
    except Refusal as later:
        refusal = later
    if refusal.status != 409:
        raise refusal
    return sheet.conflict(request, refusal, FORMS[slug])
