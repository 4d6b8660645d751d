"""Keeping the books: what is put beside a day's rows, and which month is closed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from .. import documents
from ..models.books import Expedition
from ..printing import Period
from .base import DeskForm
from .fields import FilesField, RowsField


class DayForm(DeskForm, forms.Form):
    """The signed sheet of a day, scanned once for all the rows on it, and where it lies."""

    rows: Any = RowsField(label="Baris yang tercakup")
    scan = FilesField(
        label="Pindaian lembar bertanda tangan", accept=documents.SCANS, required=False, most=1,
        help_text="Disimpan sekali untuk semua baris yang dipilih. PDF, JPEG, atau PNG.",
    )  # fmt: skip
    place = forms.CharField(label="Tempat arsip", required=False, max_length=100, help_text="Lemari, rak, boks.")

    def __init__(self, *args: Any, rows: Iterable[Expedition], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["rows"]
        field.offer(rows, lambda row: f"{row.number} · {row.receiver_name}")
        field.initial = list(field.rows.values())

    @property
    def upload(self) -> documents.Upload | None:
        """Give the scan, if one was sent."""
        return next(iter(self.cleaned_data["scan"]), None)


class CloseForm(DeskForm, forms.Form):
    """Which of the months that may be closed is closed now."""

    month = forms.ChoiceField(label="Bulan", widget=forms.RadioSelect)

    def __init__(self, *args: Any, months: Iterable[Period], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.months = {month.slug: month for month in months}
        field: Any = self.fields["month"]
        field.choices = [(slug, str(month)) for slug, month in self.months.items()]

    @property
    def period(self) -> Period:
        """Give the month chosen."""
        return self.months[self.cleaned_data["month"]]
