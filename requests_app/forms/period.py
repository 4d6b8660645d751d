"""The period a report is of: two days; without readable ones it is this month."""

from __future__ import annotations

from datetime import date

from django import forms

from ..derived.tallies.spans import ONE_DAY, Span, month_of
from .base import DeskForm
from .days import OF_A_BOOK, DayField


class PeriodForm(DeskForm, forms.Form):
    """Two days, both included; in the wrong order they are read the other way round."""

    dari = DayField(label="Sejak", bounds=OF_A_BOOK)
    sampai = DayField(label="Sampai", bounds=OF_A_BOOK)

    def period(self) -> Span:
        """Give the period asked for, once valid."""
        begin, end = sorted((self.cleaned_data["dari"], self.cleaned_data["sampai"]))
        return Span(begin, end + ONE_DAY)


def opened_at(today: date) -> Span:
    """Give the period the page opens at: this month."""
    return month_of(today)
