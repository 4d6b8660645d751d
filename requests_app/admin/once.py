"""The settings' forms are sealed as the desk's are: one sent twice is one entry, one with a broken seal is none."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse

from ..forms.envelope import STALE
from ..rules.refusals import TokenSpent
from ..views import once
from ..views.desk_request import DeskRequest
from ..workflow.once import take


class SealedForms:
    """Stand before a ModelAdmin to spend a token with each row saved."""

    opts: Any

    def changeform_view(
        self, request: Any, object_id: str | None = None, form_url: str = "", extra_context: Any = None
    ) -> HttpResponse:
        """Serve a form; the same submit again leads to the list and writes nothing, other content is a new submit."""
        purpose = f"admin:{self.opts.model_name}:{object_id or ''}"
        shown = {**(extra_context or {}), "sealed": once.hidden(request, purpose)}
        request.is_stale = request.method == "POST" and not once.opens(request, purpose)
        with transaction.atomic():
            if request.method == "POST" and not request.is_stale and not _is_new(request, purpose):
                return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"))
            admin: Any = super()
            response = admin.changeform_view(request, object_id, form_url, shown)
            if request.method == "POST" and response.status_code != 302:
                transaction.set_rollback(True)  # what is refused spends nothing
        if request.method == "POST" and isinstance(response, TemplateResponse):
            response.status_code = 422  # the form again, with what is wrong in it
        return response

    def get_form(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """Make the form's class; with a broken or old seal, one that keeps what was typed and says so."""
        admin: Any = super()
        form = admin.get_form(request, *args, **kwargs)
        return type(form)(form.__name__, (Stale, form), {}) if getattr(request, "is_stale", False) else form


class Stale:
    """Stands before a form whose seal is broken."""

    def full_clean(self) -> None:
        """Judge what was typed, then say that it must be sent once more."""
        form: Any = super()
        form.full_clean()
        sent: Any = self
        if sent.is_bound:
            sent.add_error(None, STALE)


def _is_new(request: DeskRequest, purpose: str) -> bool:
    try:
        return take(once.doing(request, purpose))
    except TokenSpent:
        return True
