"""The yearly report's words, part by part."""

from __future__ import annotations

from typing import Any

from django import forms

from ..models.yearly import PARTS, YearlyReport
from .base import DeskForm


class YearlyForm(DeskForm, forms.ModelForm):
    """What the office says beside the figures; `version` tells whether another has written meanwhile."""

    class Meta:
        model = YearlyReport
        fields = ["version", *PARTS]
        widgets = {"version": forms.HiddenInput, **{name: forms.Textarea(attrs={"rows": 4}) for name in PARTS}}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number, name in enumerate(PARTS, 1):
            self.fields[name].label = f"{number}. {PARTS[name]}"

    @property
    def words(self) -> dict[str, str]:
        """Give the words, part by part."""
        return {name: self.cleaned_data[name] for name in PARTS}
