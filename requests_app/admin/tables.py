"""What tables of the settings share: history, no delete, seals, dates within bounds, addresses that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse
from simple_history.admin import SimpleHistoryAdmin
from simple_history.models import HistoricalRecords

from ..forms.days import DayField, TwoBoxMoment
from .once import SealedForms

NUMBER = re.compile(r"[0-9]{1,18}")  # a row's own, as the addresses of the desk take it


@contextmanager
def recorded_by(request: HttpRequest) -> Iterator[None]:
    """Let every history row written meanwhile name the person, rows of inlines and passwords too."""
    HistoricalRecords.context.request = request
    try:
        yield
    finally:
        del HistoricalRecords.context.request


class NoDelete:
    """Office data are ended or switched off, never deleted; whoever may open the settings may change them."""

    admin_site: Any

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.has_permission(request)

    def has_view_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return self.admin_site.has_permission(request)

    def has_delete_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False


class DeskAdmin(NoDelete, SealedForms, SimpleHistoryAdmin):
    """What every table of the settings shares."""

    list_per_page = 50
    formfield_overrides: Mapping[type[models.Field], Mapping[str, Any]] = {
        models.DateTimeField: {"form_class": TwoBoxMoment},
        models.DateField: {"form_class": DayField},
    }

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """Say in the history row what was changed."""
        labels = [str(form.fields[name].label or name).lower() for name in form.changed_data if name in form.fields]
        obj._change_reason = f"Diubah: {', '.join(labels)}"[:500] if change else "Ditambahkan"
        super().save_model(request, obj, form, change)

    def changeform_view(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Name the person on all rows one form writes."""
        with recorded_by(request):
            return super().changeform_view(request, *args, **kwargs)

    def history_view(self, request: HttpRequest, object_id: str, *args: Any, **kwargs: Any) -> HttpResponse:
        """List a row's versions; the package would look up anything as its number."""
        known_number(object_id)
        return super().history_view(request, object_id, *args, **kwargs)

    def history_form_view(self, request: HttpRequest, object_id: str, version_id: str, **kwargs: Any) -> HttpResponse:
        """Show a version; the package hides its button to go back to it, but would still take the form."""
        if request.method == "POST":
            raise PermissionDenied
        known_number(object_id, version_id)
        return super().history_form_view(request, object_id, version_id, **kwargs)


def known_number(*typed: str) -> None:
    """Refuse what no row can be known by. Raises Http404."""
    if not all(NUMBER.fullmatch(one) for one in typed):
        raise Http404


class KnownSelect(AutocompleteSelect):
    """A choice among many rows; shown again, what was sent as one is looked up only where it can be one."""

    def optgroups(self, name: str, value: Sequence[str], attrs: Any = None) -> Any:
        return super().optgroups(name, [one for one in value if NUMBER.fullmatch(str(one))], attrs)


class ReadOnly(DeskAdmin):
    """A table that is written elsewhere and only looked at here."""

    def has_add_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: models.Model | None = None) -> bool:
        return False
