"""Layout pieces beyond crispy's own."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div
from django import forms


class More(Div):
    """Fold optional fields away under a summary; open by itself when one of them is filled in or wrong."""

    template = "%s/layout/details.html"

    def __init__(self, summary: str, *fields: Any, **kwargs: Any) -> None:
        super().__init__(*fields, **kwargs)
        self.summary = summary
        self.is_open = False

    def render(self, form: forms.BaseForm, context: Any, *args: Any, **kwargs: Any) -> Any:
        """Draw the fields, having looked whether any of them needs to be seen."""
        bound = [form[pointer.name] for pointer in self.get_field_names()]
        self.is_open = any(field.errors or _filled(field) for field in bound)
        return super().render(form, context, *args, **kwargs)


def _filled(field: forms.BoundField) -> bool:
    value = field.value()
    return value not in (None, "", False, []) and value != field.field.initial
