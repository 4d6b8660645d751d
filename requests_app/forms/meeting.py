"""Row 2: is the official free, and the meeting; with the oral disposition when it was given in the same room."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Layout
from django import forms

from ..models.people import PostKind
from ..models.records import AvailabilityResult, Manner
from ..workflow.taken import Availability, Dispose, Meet, MeetAndDispose
from .days import AGREED, HAPPENED, MomentField
from .directory import MEETABLE
from .dispose import SPOKEN
from .fields import Chips, Preset, RowField, RowsField, capitalised
from .layout import More
from .task import TaskForm


class AvailabilityForm(TaskForm):
    """Row 2, first task: free now, another official, or an appointment."""

    takes = Availability

    official = RowField(label="Pejabat yang ditemui")
    result = Chips(label="Kesediaan", of=AvailabilityResult, initial=AvailabilityResult.AVAILABLE)
    appointment_at = MomentField(
        label="Waktu janji temu", required=False, bounds=AGREED, help_text="Hanya untuk janji temu."
    )
    main = ("official", "result", "appointment_at")

    def prepare(self) -> None:
        directory = self.scene.directory
        self.fields["official"].offer(directory.posts(*MEETABLE), directory.meeting_name)
        self.fields["official"].initial = self.scene.case.addressee

    def clean(self) -> dict[str, Any]:
        """An appointment lies ahead."""
        data = super().clean() or self.cleaned_data
        moment = data.get("appointment_at")
        if data.get("result") == AvailabilityResult.APPOINTMENT and moment and moment <= self.scene.now:
            self.add_error("appointment_at", "Janji temu harus di waktu yang akan datang.")
        return data


class MeetForm(TaskForm):
    """Row 2, second task; an addressee chosen below makes it row 3 as well (decision 3)."""

    takes = Meet

    official = RowField(label="Pejabat yang ditemui")
    summary = forms.CharField(
        label="Pokok pembicaraan", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    met_at = MomentField(
        label="Waktu pertemuan selesai", required=False, bounds=HAPPENED, help_text="Kosongkan bila baru saja."
    )
    addressee = RowField(label="Disposisi lisan kepada", required=False)
    instructions = RowsField(label="Dengan hormat harap", required=False)
    words = forms.CharField(
        label="Kata-kata disposisi", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )
    manner = Preset(label="Cara disampaikan", choices=SPOKEN, coerce=Manner, initial=Manner.SPOKEN)

    def prepare(self) -> None:
        directory = self.scene.directory
        self.fields["official"].offer(directory.posts(*MEETABLE), directory.meeting_name)
        self.fields["official"].initial = self.scene.case.addressee
        self.fields["addressee"].offer(directory.posts(PostKind.SEKRETARIS, PostKind.KASUBAG), directory.name)
        self.fields["instructions"].offer(self.scene.instructions, capitalised)

    def layout(self) -> Layout:
        """Draw the meeting; the disposition folds open when it was given in the same room."""
        spoken = More("Disposisi lisan diberikan sekaligus", "addressee", "instructions", "words", "manner")
        rest = More("Catatan dan waktu", "met_at", "note", "happened_at")
        return Layout("official", "summary", *self.late, spoken, rest)

    def clean(self) -> dict[str, Any]:
        """Orders without an addressee would be lost."""
        data = super().clean() or self.cleaned_data
        said = data.get("instructions") or data.get("words")
        if said and not data.get("addressee") and "addressee" not in self.errors:
            self.add_error("addressee", "Pilih kepada siapa disposisi lisan diberikan.")
        if data.get("addressee") and not said:
            self.add_error("instructions", "Pilih isi disposisi atau tulis kata-katanya.")
        return data

    def both(self) -> MeetAndDispose | None:
        """Give the meeting with the disposition given in the same room, if there was one."""
        data = self.cleaned_data
        if not data.get("addressee"):
            return None
        own = self.scene.acting.at(data["official"].pk)
        said = Dispose(
            addressee=data["addressee"],
            instructions=data["instructions"],
            words=data["words"],
            manner=Manner.SELF if own else data["manner"],
        )
        return MeetAndDispose(meeting=self.taken(), disposition=said, met_at=data["met_at"])
