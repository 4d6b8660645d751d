"""Acts beside the rows, each its own small form: redirect, recall, hold, ready, extend, attach, correct, end …"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from .. import workflow
from ..forms import correct as corrections
from ..forms import side
from ..forms.dossier import Dossier, detail, open_dossier
from ..forms.task import Scene
from ..models.records import Disposition
from ..rules import acts
from ..rules.acts import CaseAct
from ..rules.endings import check_end
from ..rules.records import CORRECTABLE, check_correct, check_explain
from ..rules.refusals import Incomplete, NotPermitted
from ..sop import Ending, every_ending
from ..workflow import Doing, Done
from . import once, sheet
from .desk_request import DeskRequest
from .present import brief, law, menu
from .present.reasons import late_words
from .resume import is_review

both = require_http_methods(["GET", "HEAD", "POST"])


def _sheet(
    dossier: Dossier,
    name: str,
    title: str,
    submit: str,
    make: Callable,
    perform: Callable,
    template: str = "requests/form.html",
    **more: Any,
) -> sheet.Sheet:
    scene = Scene(dossier.acting, dossier.now, dossier, dossier.case.awaited)
    return sheet.Sheet(
        scene=scene,
        purpose=f"{name}:{dossier.case.pk}",
        make=partial(make, scene=scene),
        perform=perform,
        title=title,
        submit=submit,
        template=template,
        context=lambda: {**brief(dossier, with_files=False), **more},
    )


def side_act(
    act: CaseAct,
    form: type,
    title: str,
    submit: str,
    verb: Callable[..., Done],
    *names: str,
    notice: Callable[[Dossier], str] | None = None,
    template: str = "requests/form.html",
) -> Callable:
    """Make the view of one simple side act; it is shown to whoever the case page offers it to.

    The door's verb takes the form's values by `names`, or without names what the form builds for it.
    """

    @never_cache
    @both
    def view(request: DeskRequest, pk: int) -> HttpResponse:
        page = _repeatable(lambda: page_now(request, pk), check)
        return _serve(request, page, lambda: check(page.scene.known))

    def check(dossier: Dossier) -> object:
        return act.check(dossier.acting, dossier)

    def page_now(request: DeskRequest, pk: int) -> sheet.Sheet:
        dossier = open_dossier(pk, request.acting, request.now)
        said = {"notice": partial(notice, dossier)} if notice else {}  # asked for by the template, when it is drawn
        return _sheet(dossier, act.name, title, submit, form, partial(_perform, verb, names, pk), template, **said)

    return view


def _perform(verb: Callable[..., Done], names: Iterable[str], pk: int, form: Any, doing: Doing) -> Done:
    return verb(pk, doing, *([form.cleaned_data[name] for name in names] or [form.taken()]))


def _repeatable(page_now: Callable[[], sheet.Sheet], check: Callable[[Dossier], object]) -> sheet.Sheet:
    """Make a page that a stale submit draws again as the case stands by then; the check refuses what cannot be."""

    def again() -> sheet.Sheet:
        made = page_now()
        check(made.scene.known)
        return made

    return replace(page_now(), again=again)


def _serve(request: DeskRequest, page: sheet.Sheet, check: Callable[[], object]) -> HttpResponse:
    """Serve a form to whoever may send it now; others are refused before they read what it lacks.

    What was sent whole is judged by the workflow alone: it knows a submit sent twice. Raises NotPermitted, NotNow.
    """
    answer = sheet.serve(request, page) if request.method == "POST" else None
    if answer is None or answer.status_code in DRAWN:
        check()
    return sheet.serve(request, page) if answer is None else answer


DRAWN = (200, 422)


redirect = side_act(
    acts.REDIRECT, side.RedirectForm, "Alihkan ke jabatan lain", "Alihkan", workflow.redirect, "holder", "reason"
)
recall = side_act(acts.RECALL, side.RecallForm, "Tarik kembali", "Tarik kembali", workflow.recall, "reason")
paraf = side_act(
    acts.PARAF,
    side.ParafForm,
    "Paraf konsep surat",
    "Bubuhkan paraf",
    workflow.paraf,
    "note",
    template="requests/paraf.html",
)
cancel_letter = side_act(
    acts.CANCEL_LETTER,
    side.CancelLetterForm,
    "Batalkan surat balasan",
    "Batalkan surat",
    workflow.cancel_letter,
    "reason",
    template="requests/cancel_letter.html",
)
hold = side_act(acts.HOLD, side.HoldForm, "Tunda permohonan", "Tunda", workflow.hold)
resume = side_act(acts.RESUME, side.ResumeForm, "Lanjutkan permohonan", "Lanjutkan", workflow.resume, "note")
ready = side_act(
    acts.READY, side.ReadyForm, "Tandai siap diambil", "Tandai siap diambil", workflow.ready, "notified_via", "note"
)
attach = side_act(acts.ATTACH, side.AttachForm, "Lampirkan berkas", "Lampirkan", workflow.attach)
extend = side_act(
    acts.EXTEND,
    side.ExtendForm,
    "Perpanjang batas undang-undang",
    "Perpanjang dan beri tahu pemohon",
    workflow.extend,
    "reason",
    notice=law.extension_words,
)
notify = side_act(acts.NOTIFY, side.NotifyForm, "Catat pemberitahuan tertulis", "Catat", workflow.notify, "via", "note")
reopen = side_act(
    acts.REOPEN, side.ReopenForm, "Buka kembali permohonan", "Buka kembali", workflow.reopen, "step", "reason"
)


@never_cache
@both
def end(request: DeskRequest, pk: int, slug: str) -> HttpResponse:
    """End a case by a named ending, with what that ending needs."""
    _chosen(every_ending().values(), slug)  # what no edition knows is not found, whatever the case

    def page_now() -> sheet.Sheet:
        dossier = open_dossier(pk, request.acting, request.now)
        ending = _chosen(dossier.edition.endings, slug)
        make, perform = partial(side.EndingForm, ending=ending), partial(_perform, workflow.end, (), pk)
        said = {"hint": ending.paper, "law": ending.law}
        return _sheet(dossier, f"end:{slug}", ending.button, ending.button, make, perform, **said)

    def check(dossier: Dossier) -> object:
        return check_end(request.acting, dossier, _chosen(dossier.edition.endings, slug))

    page = _repeatable(page_now, check)
    return _serve(request, page, lambda: check(page.scene.known))


def _chosen(endings: Iterable[Ending], slug: str) -> Ending:
    """Find an ending people choose. Raises Http404."""
    found = next((one for one in endings if one.slug == slug and not one.by_task), None)
    if found is None:
        raise Http404
    return found


@never_cache
@both
def explain(request: DeskRequest, pk: int, run: int) -> HttpResponse:
    """Say once why a step was late."""
    dossier = open_dossier(pk, request.acting, request.now)
    if run not in {stay.run for stay in dossier.stays}:
        raise Http404
    stay = workflow.asked_stay(dossier.case, run)
    page = _sheet(
        dossier,
        f"explain:{run}",
        "Alasan lewat waktu",
        "Simpan alasan",
        side.ExplainForm,
        lambda form, doing: workflow.explain(pk, doing, run, form.taken()),
        notice=late_words(dossier, run) if stay.ended else "",
    )
    return _serve(request, page, lambda: check_explain(request.acting, dossier, stay))


@require_POST
def confirm(request: DeskRequest, pk: int, record: int) -> HttpResponse:
    """Confirm or dispute, with one click, a disposition recorded for oneself."""
    dossier = open_dossier(pk, request.acting, request.now)
    given = next((row for row in dossier.all(Disposition) if row.pk == record), None)
    if given is None:
        raise Http404
    said = request.POST.get("true", "")
    if said not in ("0", "1") and request.acting.at(given.speaker_id):
        raise Incomplete({"true": "Pilih “Benar” atau “Keliru”."})  # a lost field is no dispute
    if is_review(request):
        return HttpResponseRedirect(dossier.case.get_absolute_url())
    doing = once.doing(request, f"confirm:{record}")
    done = workflow.confirm(pk, doing, given, said == "1", request.POST.get("note", "")[:1000])
    return HttpResponseRedirect(done.case.get_absolute_url())


@never_cache
@require_GET
def correct(request: DeskRequest, pk: int) -> HttpResponse:
    """List the entries of a case this person may correct."""
    dossier = open_dossier(pk, request.acting, request.now)
    if not menu.may_correct_something(dossier):
        raise NotPermitted("Hanya pencatat, Help Desk, atau Sekretaris yang dapat mengoreksi permohonan ini.")
    found = menu.correctable(dossier)
    entries = [(record, str(detail(record)._meta.verbose_name).capitalize()) for record in found]
    context = {"entries": entries, "registration": acts.CORRECT_REGISTRATION.may(dossier.acting, dossier)}
    return render(request, "requests/correct.html", {**brief(dossier, with_files=False), **context})


@never_cache
@both
def correct_record(request: DeskRequest, pk: int, record: int) -> HttpResponse:
    """Correct one record as a new version."""
    dossier = open_dossier(pk, request.acting, request.now)
    found = next((row for row in dossier.records if row.pk == record), None)
    kind = detail(found) if found else None
    if found is None or kind is None or type(kind) not in CORRECTABLE:
        raise Http404
    check_correct(request.acting, dossier, found, type(kind))
    page = _sheet(
        dossier,
        f"correct:{record}",
        f"Koreksi {kind._meta.verbose_name}",
        "Simpan koreksi",
        partial(corrections.CorrectForm, record=kind),
        lambda form, doing: workflow.correct(pk, doing, form.reads(), form.cleaned_data["reason"]),
    )
    return sheet.serve(request, page)


@never_cache
@both
def correct_registration(request: DeskRequest, pk: int) -> HttpResponse:
    """Correct what was registered about the petitioner and the request."""
    dossier = open_dossier(pk, request.acting, request.now)
    acts.CORRECT_REGISTRATION.check(request.acting, dossier)
    make, perform = corrections.CorrectRegistrationForm, partial(_perform, workflow.correct_registration, (), pk)
    page = _sheet(dossier, "registration", "Koreksi data pendaftaran", "Simpan koreksi", make, perform)
    return sheet.serve(request, page)
