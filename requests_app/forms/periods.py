"""The GET form over a book: from which day to which, and whether as it may be published."""

from __future__ import annotations

from typing import Any

from django import forms

from ..printing.periods import Period, month_bounds
from .base import DeskForm
from .days import OF_A_BOOK, DayField

PUBLIC = "publik"


class BookFilter(DeskForm, forms.Form):
    """Which days a book is opened at; one day alone opens the rest of its month."""

    dari = DayField(label="Dari", required=False, bounds=OF_A_BOOK)
    sampai = DayField(label="Sampai", required=False, bounds=OF_A_BOOK)
    varian = forms.BooleanField(label="Samarkan data pribadi", required=False, widget=forms.CheckboxInput)

    def period(self, otherwise: Period) -> Period:
        """Give the days asked for; `otherwise` where none were, or none that can be read."""
        if not self.is_bound or not self.is_valid():
            return otherwise
        begin, end = self.cleaned_data["dari"], self.cleaned_data["sampai"]
        if begin is None and end is None:
            return otherwise
        begin = begin or end.replace(day=1)
        end = end or month_bounds(begin.year, begin.month)[1]
        return Period(*sorted((begin, end)))

    @property
    def public(self) -> bool:
        """Tell whether the publishable variant was asked for."""
        sent: Any = self.data.get("varian", "") if self.is_bound else ""
        return sent == PUBLIC
