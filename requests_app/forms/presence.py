"""Whether an official can be met."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from ..models.people import Presence
from ..text.words import WITA
from .base import DeskForm
from .fields import Chips
from .widgets import TimePicker


class PresenceForm(DeskForm, forms.Form):
    """The state in one click, with an until-time when there is one; without it the entry holds for today."""

    post = forms.IntegerField(widget=forms.HiddenInput, label="Jabatan")
    state = Chips(label="Kesediaan", choices=Presence.choices)
    until = forms.TimeField(
        label="Sampai pukul",
        required=False,
        widget=TimePicker(),
        help_text="Boleh kosong: berlaku sampai akhir hari ini.",
    )

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.now = now.astimezone(WITA)

    @property
    def ends_at(self) -> datetime | None:
        """Give the until-time as an instant of today."""
        at = self.cleaned_data.get("until")
        return datetime.combine(self.now.date(), at, WITA) if at else None

    def clean_until(self) -> Any:
        """Refuse a time that has passed."""
        at = self.cleaned_data["until"]
        if at and at <= self.now.time():
            raise ValidationError("Sampai pukul harus sesudah sekarang.", code="past")
        return at
