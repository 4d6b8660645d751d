"""The yearly report's words, part by part."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Layout, Row
from django import forms

from ..models.yearly import PAIRS, PARTS, TYPED, YearlyReport
from .base import DeskForm

WHOLE = {"objections": "diterima", "disputes_filed": "diajukan", "lawsuits_filed": "diajukan"}
TYPED_AT = list(PARTS).index("disputes")
ORDER = [*list(PARTS)[:TYPED_AT], *TYPED, *list(PARTS)[TYPED_AT:]]  # what is typed stands before its part's words


class YearlyForm(DeskForm, forms.ModelForm):
    """What the office says beside the figures; `version` tells whether another has written meanwhile."""

    class Meta:
        model = YearlyReport
        fields = ["version", *ORDER]
        widgets = {"version": forms.HiddenInput, **{name: forms.Textarea(attrs={"rows": 4}) for name in PARTS}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, name in enumerate(PARTS, 1):
            self.fields[name].label = f"{number}. {PARTS[name]}"

    def layout(self) -> Layout:
        """Set the typed figures in pairs, the whole before its part."""
        before, after = list(PARTS)[:TYPED_AT], list(PARTS)[TYPED_AT:]
        return Layout(*before, *(Row(*pair) for pair in PAIRS), *after)

    def clean(self) -> dict[str, Any]:
        """Refuse a part that is more than its whole."""
        data = super().clean() or self.cleaned_data
        for whole, part in PAIRS:
            most, some = data.get(whole), data.get(part)
            if some is not None and whole in data and (most is None or some > most):
                self.add_error(part, f"{TYPED[part]} tidak dapat lebih banyak daripada yang {WHOLE[whole]}.")
        return data

    @property
    def written(self) -> dict[str, Any]:
        """Give the words and the typed figures."""
        return {name: self.cleaned_data[name] for name in ORDER}
