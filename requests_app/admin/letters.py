"""How an admin tries a wording of letters: the settings' form answers with a paper of sample data."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from .. import documents, printing


class PreviewedWording:
    """Stands before the settings' own table."""

    get_object: Any
    get_form: Any

    def changeform_view(self, request: HttpRequest, object_id: str | None = None, *args: Any, **kwargs: Any) -> Any:
        """Answer the preview with a PDF of sample data and save nothing; what is wrong is shown as at saving."""
        if "_pratinjau" in request.POST:
            found = self.get_object(request, object_id) if object_id else None
            form = self.get_form(request, found)(request.POST, instance=found)
            if form.is_valid():
                return _preview(form.cleaned_data)
        below: Any = super()
        return below.changeform_view(request, object_id, *args, **kwargs)


def _preview(data: dict[str, Any]) -> HttpResponse:
    printed = printing.sample_letter(data["outcome"], data["body"], timezone.localdate())
    return HttpResponse(printed.pdf, content_type=documents.PDF)
