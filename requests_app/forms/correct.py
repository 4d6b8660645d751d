"""Koreksi: the fields of each kind of record that may get a new version, and the registration's own."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from functools import partial
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.forms.models import fields_for_model, model_to_dict

from ..models.case import Category, Channel, Collection, Form, InformationRequest, Petitioner, PetitionerKind
from ..models.records import Disposition, Lateness, StepRecord
from ..rules.records import CORRECTABLE
from ..text import nik
from ..workflow.taken import CorrectRegistration
from .days import WRITTEN, DayField
from .side import ReasonForm

PERSONAL = "name phone kind nik address occupation email deed_number proxy_name proxy_letter".split()
REGISTERED = ("information", "purpose", "category", "form", "collection")
CHOICES = {"kind": PetitionerKind, "category": Category, "form": Form, "collection": Collection}
DATES: dict[str, Any] = {"letter_date": partial(DayField, bounds=WRITTEN)}
REASON = "Tulis alasan koreksi."


class CorrectForm(ReasonForm):
    """The record's words as they stand, and why they change."""

    required_messages = {"reason": REASON}

    def __init__(self, *args: Any, record: StepRecord, **kwargs: Any) -> None:
        self.record = record
        self.corrected = CORRECTABLE[type(record)]
        kwargs["initial"] = {**model_to_dict(record, self.corrected), **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)

    def prepare(self) -> None:
        add_fields(self, type(self.record), self.corrected)

    def layout(self) -> Layout:
        return Layout(*self.corrected, "reason")

    def clean(self) -> dict[str, Any]:
        """A disposition says something still, and so does a reason that needs words."""
        data = super().clean() or self.cleaned_data
        if isinstance(self.record, Disposition) and not self.record.instructions and not data.get("words"):
            self.add_error("words", "Catatan disposisi tidak boleh dikosongkan.")
        cause = data.get("cause") if isinstance(self.record, Lateness) else None
        if cause and cause.needs_words and not data.get("words"):
            self.add_error("words", f"Tulis penjelasannya: alasan “{cause}” sendiri belum menjelaskan apa-apa.")
        return data

    def reads(self) -> StepRecord:
        """Give the record as it should read."""
        reads = copy.copy(self.record)
        for name in self.corrected:
            setattr(reads, name, self.cleaned_data[name])
        return reads


class CorrectRegistrationForm(ReasonForm):
    """The petitioner and the request as registered; a NIK left empty stays as it is."""

    takes = CorrectRegistration
    required_messages = {"reason": REASON}

    def __init__(self, *args: Any, scene: Any, **kwargs: Any) -> None:
        known = model_to_dict(scene.case.petitioner, PERSONAL) | model_to_dict(scene.case, REGISTERED)
        kwargs["initial"] = {**known, "nik": "", **kwargs.get("initial", {})}
        super().__init__(*args, scene=scene, **kwargs)

    def prepare(self) -> None:
        add_fields(self, Petitioner, PERSONAL)
        add_fields(self, InformationRequest, REGISTERED)
        for name, choice in CHOICES.items():
            self.fields[name].coerce = choice
        self.fields["nik"].help_text = "Kosongkan bila tidak berubah."

    def layout(self) -> Layout:
        return Layout(*PERSONAL, *REGISTERED, "reason")

    def clean(self) -> dict[str, Any]:
        """Judge a new NIK as registration does."""
        data = super().clean() or self.cleaned_data
        for error in nik.check(data["nik"]).errors if data.get("nik") else ():
            self.add_error("nik", error)
        return data

    def given(self) -> dict[str, Any]:
        """Give the values, with the NIK known where none was typed; the channel is not corrected here."""
        case = self.scene.case
        typed = self.cleaned_data["nik"].replace(" ", "") or (case.petitioner.nik if case.petitioner else "")
        return {**super().given(), "nik": typed, "channel": Channel(case.channel)}


def add_fields(form: Any, model: type, names: Sequence[str]) -> None:
    """Give a form the model's own fields, speaking and cleaning as ours do."""
    from .base import keep_clean, name_the_field

    for name, made in fields_for_model(model, names, field_classes=DATES).items():
        made.label = str(made.label)
        if isinstance(made, forms.CharField) and isinstance(made.widget, forms.Textarea):
            made.widget.attrs["rows"] = 3
        name_the_field(made, made.label)
        if isinstance(made, forms.CharField):
            keep_clean(made)
        form.fields[name] = made
