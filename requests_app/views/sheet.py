"""How every form of the desk is served: shown, sealed, judged, handed to the one door, answered.

GET shows; an invalid form answers 422 and keeps its envelope; success 302. A stale one answers 409: the form as typed,
to be sent anew where the act can still be done, else what was typed in words.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django import forms
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from ..forms import envelope as envelopes
from ..forms.envelope import BadEnvelope, Envelope
from ..forms.fields import RowsField, RowsOrWords
from ..forms.task import Scene, TaskForm
from ..models.case import InformationRequest
from ..rules.refusals import Incomplete, NotPermitted, Refusal, TokenSpent
from ..workflow import Doing, Done
from ..workflow.core import already_sent
from . import resume
from .desk_request import DeskRequest
from .edge import refused

CONFLICT = 409
ASKS_START_AFTER = timedelta(minutes=60)


@dataclass(frozen=True)
class Sheet:
    """One form page: what makes the form, what its submit does, and the words around it."""

    scene: Scene
    purpose: str
    make: Callable[..., TaskForm]
    perform: Callable[[TaskForm, Doing], Done]
    title: str
    submit: str
    template: str = "requests/form.html"
    context: Callable[[], dict[str, Any]] = dict  # asked for only when the page is drawn
    leads_to: Callable[[InformationRequest], str] = InformationRequest.get_absolute_url
    is_entry: bool = False
    again: Callable[[], Sheet] | None = None  # the page as the case stands now; refuses where the act cannot be done

    @property
    def seen_act(self) -> int | None:
        return self.scene.case.act if self.scene.dossier else None

    def name(self, request: DeskRequest) -> str:
        """Tie the envelope to this form and this person."""
        return f"{self.purpose}:{request.user.pk}"


def serve(request: DeskRequest, sheet: Sheet) -> HttpResponse:
    """Answer GET and POST of a form page."""
    if request.method != "POST":
        return draw(request, sheet, sheet.make(), fresh(request, sheet))
    try:
        envelope = opened(request, sheet)
    except BadEnvelope:
        return stale(request, sheet)
    if resume.is_review(request):
        return draw(request, sheet, sheet.make(initial=typed(request, sheet)), envelope or fresh(request, sheet))
    more = {"asks_start": True} if sheet.is_entry and _is_old(request, envelope) else {}
    form = sheet.make(request.POST, request.FILES, **more)
    if not form.is_valid():
        # What was sent once may no longer be offered: the same submit still repeats its result.
        if envelope and (case := already_sent(doing(request, None, envelope))):
            return HttpResponseRedirect(sheet.leads_to(case))
        return draw(request, sheet, form, envelope or fresh(request, sheet), 422)
    return _hand_over(request, sheet, form, envelope)


def _hand_over(request: DeskRequest, sheet: Sheet, form: TaskForm, envelope: Envelope | None) -> HttpResponse:
    try:
        done = sheet.perform(form, doing(request, form, envelope))
    except Incomplete as refusal:
        put_errors(form, refusal)
        return draw(request, sheet, form, envelope or fresh(request, sheet), 422)
    except NotPermitted:
        raise
    except Refusal as refusal:
        return offered_again(request, sheet, refusal) or conflict(request, refusal, type(form))
    return HttpResponseRedirect(sheet.leads_to(done.case))


def offered_again(request: DeskRequest, sheet: Sheet, refusal: Refusal) -> HttpResponse | None:
    """Draw a stale form anew, nothing to retype, saying who did what; nothing where the act is no longer possible."""
    if sheet.again is None or refusal.status != CONFLICT:
        return None
    try:
        page = sheet.again()
    except Refusal:
        return None
    form = page.make(initial=typed(request, page))
    more = {"stale": refusal.sentence, "files_lost": bool(request.FILES), "is_entry": page.is_entry, "galat": True}
    return draw(request, page, form, fresh(request, page), CONFLICT, **more)


def fresh(request: DeskRequest, sheet: Sheet) -> Envelope:
    """Seal a new form."""
    return envelopes.fresh(sheet.name(request), request.now, sheet.seen_act)


def opened(request: DeskRequest, sheet: Sheet) -> Envelope | None:
    """Read the envelope sent along, if any. Raises BadEnvelope."""
    sealed = request.POST.get(envelopes.FIELD, "")
    return envelopes.unseal(sealed, sheet.name(request), request.now) if sealed else None


def opens(request: DeskRequest, sheet: Sheet) -> bool:
    """Tell whether a form came without an envelope, or with a good one of its own."""
    try:
        opened(request, sheet)
    except BadEnvelope:
        return False
    return True


def doing(request: DeskRequest, form: TaskForm | None, envelope: Envelope | None) -> Doing:
    """Say who does it, when it happened and from which form."""
    values = form.cleaned_data if form else {}
    happened_at = values.get("happened_at")
    # Paper entered later was not begun when its form was opened.
    shown = envelope.started_at if envelope and not happened_at else None
    return Doing(
        acting=request.acting,
        now=request.now,
        happened_at=happened_at,
        started_at=values.get("started_at") or shown,
        seen_act=envelope.seen_act if envelope else None,
        token=envelope.token if envelope else "",
        content=envelopes.content(request.POST, request.FILES),
    )


def _is_old(request: DeskRequest, envelope: Envelope | None) -> bool:
    return bool(envelope and request.now - envelope.started_at > ASKS_START_AFTER)


def stale(request: DeskRequest, sheet: Sheet) -> HttpResponse:
    """Draw a form whose envelope is broken or old as it was typed, in a new one."""
    form = sheet.make(request.POST, request.FILES)
    form.is_valid()
    form.add_error(None, envelopes.STALE)
    return draw(request, sheet, form, fresh(request, sheet), 422)


def put_errors(form: Any, refusal: Incomplete | TokenSpent) -> None:
    """Put the workflow's messages beside the fields they name."""
    named = refusal.errors if isinstance(refusal, Incomplete) else {"": refusal.sentence}
    for name, message in named.items():
        form.add_error(name if name in form.fields else None, message)


def typed(request: DeskRequest, sheet: Sheet) -> dict[str, Any]:
    """Read what was typed as a form's initial values, to draw it again without judging it."""
    return typed_in(request, sheet.make().fields)


def typed_in(request: DeskRequest, fields: dict[str, Any]) -> dict[str, Any]:
    """Read what was typed in these fields."""
    return {
        name: request.POST.getlist(name) if getattr(field.widget, "allow_multiple_selected", False) else value
        for name, field in fields.items()
        if (value := request.POST.get(name, UNTICKED.get(type(field)))) is not None
    }


UNTICKED: dict[type, Any] = {
    forms.BooleanField: False,
    RowsField: "",
    RowsOrWords: "",
}  # a browser sends nothing of these


def draw(
    request: DeskRequest, sheet: Sheet, form: TaskForm, envelope: Envelope, status: int = 200, **more: Any
) -> HttpResponse:
    """Draw the form's page."""
    context = {
        "form": form,
        "scene": sheet.scene,
        "title": sheet.title,
        "submit_label": sheet.submit,
        "hidden": [(envelopes.FIELD, envelope.seal())],
        **sheet.context(),
        **more,
    }
    return render(request, sheet.template, context, status=status)


def conflict(request: DeskRequest, refusal: Refusal, form_class: type[TaskForm]) -> HttpResponse:
    """Answer a stale act: who was first, and what was typed, kept to copy."""
    return refused(request, refusal, kept=kept(request, form_class), case_url=case_url(request))


def kept(request: DeskRequest, form_class: type[TaskForm]) -> list[tuple[str, str]]:
    """List what was typed or chosen, by its label; rows offered only then, and defaults, are left out."""
    fields = form_class.base_fields
    sent = [(fields[name], request.POST[name]) for name in request.POST if name in fields]
    words = [(str(field.label), _chosen(field, value)) for field, value in sent if value != field.initial]
    return [(label, value) for label, value in words if label != "None" and value]


def _chosen(field: Any, value: str) -> str:
    """Say a choice by its words."""
    if not hasattr(field, "choices"):
        return value
    return str(dict(field.choices).get(value, ""))


def case_url(request: DeskRequest) -> str:
    """Find the page of the case an address is about."""
    from django.urls import reverse

    pk = request.resolver_match.kwargs.get("pk") if request.resolver_match else None
    return reverse("case", args=[pk]) if pk else reverse("home")


def envelope_of(request: DeskRequest, purpose: str) -> Envelope | None:
    """Read the envelope of a form that can no longer be made; a bad one counts as none."""
    try:
        return envelopes.unseal(request.POST.get(envelopes.FIELD, ""), f"{purpose}:{request.user.pk}", request.now)
    except BadEnvelope:
        return None


def sent_before(request: DeskRequest, purpose: str) -> InformationRequest | None:
    """Find the case an earlier sending of this very form led to. Raises TokenSpent for other content."""
    envelope = envelope_of(request, purpose)
    return already_sent(doing(request, None, envelope)) if envelope else None
