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
        label="Pindaian lembar bertanda tangan",
        accept=documents.SCANS,
        required=False,
        most=1,
        help_text="Disimpan sekali untuk semua baris yang dipilih. PDF, JPEG, atau PNG.",
    )
    place = forms.CharField(label="Tempat arsip", required=False, max_length=100, help_text="Lemari, rak, boks.")

    def __init__(self, *args: Any, rows: Iterable[Expedition], scanned: frozenset[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["rows"]
        field.offer(rows, lambda row: _row_words(row, row.pk in scanned))
        # What no sheet covers yet is chosen; once all is covered, all of it, for another sheet or a place.
        field.initial = [row for row in field.rows.values() if row.pk not in scanned] or list(field.rows.values())

    @property
    def upload(self) -> documents.Upload | None:
        """Give the scan, if one was sent."""
        return next(iter(self.cleaned_data["scan"]), None)


def _row_words(row: Expedition, is_scanned: bool) -> str:
    mark = " · sudah dipindai" if is_scanned else " · menolak tanda tangan" if row.refused_to_sign else ""
    return f"{row.number} · {row.receiver_name}{mark}"


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
