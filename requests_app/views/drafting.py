"""The draft of a letter before it is submitted: its preview, the office's wording, and what is laid aside.

None of these is an act of the case; the submit goes the way of every form.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, JsonResponse

from .. import printing
from ..forms.wording import mark, worded
from ..models.letters import SavedDraft
from ..models.records import ReplyLetter
from ..text.words import saat
from . import resume, sheet
from .desk_request import DeskRequest

AUTOMATIC = "otomatis"  # the page's script saves meanwhile
INTO_PAGE = "isi"  # the page's script asks for the wording alone
REPLACE = "ganti"  # said twice: the typed text gives way
LONGEST = 60_000  # signs of one field that is laid aside


def serve(request: DeskRequest, page: sheet.Sheet) -> HttpResponse:
    """Answer the draft's page."""
    if request.method != "POST":
        return sheet.serve(request, _with_saved(request, page))
    chosen = next((answer for name, answer in ANSWERS.items() if name in request.POST), sheet.serve)
    as_any = resume.is_review(request) or not sheet.opens(request, page)
    return sheet.serve(request, page) if as_any else chosen(request, page)


def _with_saved(request: DeskRequest, page: sheet.Sheet) -> sheet.Sheet:
    """Begin with what the post the case waits for has laid aside; it is nobody else's."""
    aside, submitted = page.scene.known.laid_aside, page.scene.known.last(ReplyLetter)
    is_left_over = submitted and aside and aside.saved_at <= submitted.recorded_at  # kept while it was submitted
    if aside is None or not aside.typed or is_left_over:
        return page
    more = {"saved_when": saat(aside.saved_at, request.now)}
    return replace(page, make=partial(page.make, initial=aside.typed), context=lambda: {**page.context(), **more})


def typed(request: DeskRequest, page: sheet.Sheet) -> dict[str, Any]:
    """Read what was typed, files aside: an empty tick is an answer too."""
    fields = page.make().fields.items()
    return {
        name: name in request.POST if isinstance(field, forms.BooleanField) else request.POST.get(name, "")[:LONGEST]
        for name, field in fields
        if not isinstance(field, forms.FileField)
    }


def preview(request: DeskRequest, page: sheet.Sheet) -> HttpResponse:
    """Render the letter as it would be printed; nothing is written."""
    form: Any = page.make(request.POST, request.FILES)
    envelope = sheet.envelope_of(request, page.purpose) or sheet.fresh(request, page)
    if not form.is_valid():
        return sheet.draw(request, page, form, envelope, 422)
    try:
        content = printing.previewed(form.unsaved_letter(), form.enclosures())
    except printing.NoRenderer as refusal:
        messages.warning(request, refusal.sentence)
        return sheet.draw(request, page, form, envelope)
    response = HttpResponse(content, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="konsep-surat.pdf"'
    return response


def lay_aside(request: DeskRequest, page: sheet.Sheet) -> HttpResponse:
    """Keep what was typed for this post, as often as it likes; files are chosen again."""
    case, kept = page.scene.case, typed(request, page)
    values = {"user": request.user, "typed": kept, "saved_at": request.now}
    SavedDraft.objects.update_or_create(case=case, post=case.holder, defaults=values)
    if request.POST["simpan"] == AUTOMATIC:
        return HttpResponse(status=204)
    left = " Berkas lampiran dipilih lagi nanti." if request.FILES else ""
    messages.success(request, f"Konsep disimpan; belum diajukan.{left}")
    return HttpResponseRedirect(request.path)


def throw_away(request: DeskRequest, page: sheet.Sheet) -> HttpResponse:
    """Forget what was laid aside."""
    SavedDraft.objects.filter(case=page.scene.case, post=page.scene.case.holder).delete()
    messages.success(request, "Konsep tersimpan dibuang.")
    return HttpResponseRedirect(request.path)


def use_wording(request: DeskRequest, page: sheet.Sheet) -> HttpResponse:
    """Put the wording of the chosen outcome in the letter; typed text gives way only when that is said again."""
    kept, how = typed(request, page), request.POST["naskah"]
    text = worded(page.scene, kept["outcome"], kept)
    is_untouched = not kept["body"].strip() or mark(kept["body"]) == kept["template_mark"]
    if how == INTO_PAGE:
        return JsonResponse({"body": text, "mark": mark(text)}) if text and is_untouched else HttpResponse(status=204)
    more: dict[str, Any] = {}
    if not text:
        more["wording_missing"] = True
    elif is_untouched or how == REPLACE:
        more["replaced"] = "" if is_untouched else kept["body"]
        kept |= {"body": text, "template_mark": mark(text)}
    else:
        more["proposed"] = text
    envelope = sheet.envelope_of(request, page.purpose) or sheet.fresh(request, page)
    return sheet.draw(request, page, page.make(initial=kept), envelope, files_lost=bool(request.FILES), **more)


ANSWERS: dict[str, Callable[[DeskRequest, sheet.Sheet], HttpResponse]] = {
    "pratinjau": preview,
    "simpan": lay_aside,
    "buang": throw_away,
    "naskah": use_wording,
}
