"""The period a report is of: two days; without readable ones it is this month."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from ..derived.tallies.spans import ONE_DAY, Span, month_of
from .base import DeskForm
from .widgets import DatePicker

FIRST, LAST = date(2000, 1, 1), date(2199, 12, 31)  # no office's work lies outside


class PeriodForm(DeskForm, forms.Form):
    """Two days, both included; in the wrong order they are read the other way round."""

    dari = forms.DateField(label="Sejak", widget=DatePicker)
    sampai = forms.DateField(label="Sampai", widget=DatePicker)

    def clean(self) -> dict[str, Any]:
        """Refuse days outside any office's work."""
        cleaned = super().clean() or self.cleaned_data
        for name in ("dari", "sampai"):
            if name in cleaned and not FIRST <= cleaned[name] <= LAST:
                self.add_error(name, f"Pilih tanggal dari {FIRST.year} sampai {LAST.year}.")
        return cleaned

    def period(self) -> Span:
        """Give the period asked for, once valid."""
        begin, end = sorted((self.cleaned_data["dari"], self.cleaned_data["sampai"]))
        return Span(begin, end + ONE_DAY)


def opened_at(today: date) -> Span:
    """Give the period the page opens at: this month."""
    return month_of(today)
