"""The settings' forms are sealed as the desk's are: one sent twice is one entry."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse

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
        with transaction.atomic():
            if request.method == "POST" and not _is_new(request, purpose):
                return HttpResponseRedirect(reverse(f"admin:{self.opts.app_label}_{self.opts.model_name}_changelist"))
            admin: Any = super()
            response = admin.changeform_view(request, object_id, form_url, shown)
            if request.method == "POST" and response.status_code != 302:
                transaction.set_rollback(True)  # what is refused spends nothing
        return response


def _is_new(request: DeskRequest, purpose: str) -> bool:
    try:
        return take(once.doing(request, purpose))
    except TokenSpent:
        return True
