"""Emergency forms: printing the blanks, and the number of a filled one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from crispy_forms.layout import Layout
from django import forms

from ..models.case import InformationRequest
from ..models.emergency_numbers import MOST_AT_ONCE, FormBatch, canonical, printed_in
from ..printing.emergency_sheets import path_name
from ..sop import CURRENT_EDITION, EDITIONS
from ..text.words import hari_tanggal, jam_pendek
from ..workflow.emergency_batch import used_sentence
from .base import DeskForm
from .fields import Chips
from .task import Parts

PATHS = [(str(entry), path_name(entry)) for entry in EDITIONS[CURRENT_EDITION].entries]
NEVER_PRINTED = "Formulir {} tidak ada pada daftar cetak. Periksa nomornya, atau centang pernyataan di bawahnya."


class PrintBlankForm(DeskForm, forms.Form):
    """How many blank forms of which path."""

    entry = Chips(label="Jalur", choices=PATHS, initial=PATHS[0][0])
    count = forms.IntegerField(
        label="Banyaknya formulir",
        min_value=1,
        max_value=MOST_AT_ONCE,
        initial=10,
        help_text="Setiap formulir mendapat nomor darurat sendiri; yang tidak terpakai tetap berlaku.",
    )

    def layout(self) -> Layout:
        return Layout("entry", "count")


class EmergencyFields(Parts):
    """The number pre-printed on the form; one that was never printed is taken only when the clerk says so."""

    emergency_number = forms.CharField(
        label="Nomor formulir darurat",
        required=False,
        max_length=30,
        help_text="Tercetak pada formulir, misalnya DRT-0007/2026.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    printed: FormBatch | None = None  # the printing the number came from
    unlisted = forms.BooleanField(label="Memang tidak ada pada daftar cetak (misalnya kertas biasa)", required=False)

    def ask_about_the_number(self) -> None:
        """Offer to take an unlisted number only once one was typed: at the counter nobody needs the question."""
        if not self.data.get(self.add_prefix("emergency_number")):
            del self.fields["unlisted"]

    def clean_emergency_number(self) -> str:
        """Refuse a number that was used already."""
        number = canonical(self.cleaned_data["emergency_number"])
        used = InformationRequest.objects.filter(emergency_number=number).first() if number else None
        if used:
            raise forms.ValidationError(used_sentence(number, used))
        return number

    def clean(self) -> dict[str, Any]:
        """Ask again about a number that was never printed."""
        data = super().clean() or self.cleaned_data
        number = data.get("emergency_number")
        self.printed = printed_in(number) if number else None
        if number and not data.get("unlisted") and self.printed is None:
            self.add_error("emergency_number", NEVER_PRINTED.format(number))
        if data.get("happened_at"):
            self.judge_printing("happened_at", data["happened_at"])
        return data

    def judge_printing(self, name: str, at: datetime) -> None:
        """Refuse a time at which the form was not printed yet."""
        if self.printed and at < self.printed.printed_at.replace(second=0, microsecond=0):
            when = f"{hari_tanggal(self.printed.printed_at)} {jam_pendek(self.printed.printed_at)}"
            self.add_error(name, f"Formulir ini baru dicetak {when}; periksa tanggalnya.")
