"""The two doors of the decree: a walk-in is registered (row 1), a letter is received (row 5)."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div
from django import forms
from django.urls import reverse
from django.utils import timezone

from .. import documents
from ..models.case import Category, Channel, Collection, Form, Nature
from ..models.people import PostKind
from ..workflow.taken import Receive, ReceiveFirst, Register
from .days import WRITTEN, DayField
from .directory import MEETABLE
from .emergency_print import EmergencyFields
from .fields import Chips, FilesField, Preset, PresetRow, RowField
from .petitioner import PetitionerFields
from .task import Parts, TaskForm

AFTER_ARRIVAL = "Tanggal surat sesudah surat diterima; periksa tanggalnya."
TYPED = "Hanya bila kantor mengetik nomornya sendiri."


class RequestFields(Parts):
    """What the law wants known about a request; all of it may come later."""

    purpose = forms.CharField(label="Tujuan penggunaan", required=False, max_length=1000)
    category = Chips(label="Kategori", of=Category, required=False)
    form = Chips(label="Cara memperoleh", of=Form, required=False)
    collection = Chips(label="Cara mendapat salinan", of=Collection, required=False)
    number = forms.CharField(label="Nomor pendaftaran", required=False, max_length=60, help_text=TYPED)


class RegisterForm(PetitionerFields, RequestFields, EmergencyFields, TaskForm):
    """Row 1: four things, then Enter."""

    takes = Register
    required_messages = {"name": "Isi nama pemohon.", "addressee": "Pilih pejabat yang ingin ditemui."}

    name = forms.CharField(label="Nama pemohon", max_length=150, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    addressee = RowField(label="Ingin bertemu")
    information = forms.CharField(
        label="Informasi yang dibutuhkan", max_length=4000, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    channel = Preset(
        label="Datang lewat",
        choices=[choice for choice in Channel.choices if choice[0] != Channel.LETTER],
        coerce=Channel,
        initial=Channel.IN_PERSON,
    )

    main = ("phone", "name", "addressee", "information", "returning")
    more = (
        (
            "Lengkapi untuk register (NIK, alamat, pekerjaan, tujuan)",
            ("nik", "address", "occupation", "email", "purpose", "category", "form", "collection"),
        ),
        ("Badan hukum, kuasa, jalur lain", ("kind", "deed_number", "proxy_name", "proxy_letter", "channel")),
    )
    last = ("emergency_number", "unlisted", "number")

    def prepare(self) -> None:
        directory = self.scene.directory
        self.ask_about_the_number()
        self.fields["addressee"].offer(directory.posts(*MEETABLE), directory.meeting_name)
        self.fields["phone"].widget.attrs |= {"autofocus": True, "data-lookup-url": reverse("phone_lookup")}

    def given(self) -> dict[str, Any]:
        """Give the cleaned values with a returning visitor's NIK."""
        return {**super().given(), "nik": self.nik_or_known()}


class LetterFields(Parts):
    """The letter itself, as the agenda book wants it."""

    sender = forms.CharField(label="Surat dari", max_length=150, widget=forms.TextInput(attrs={"autocomplete": "off"}))
    subject = forms.CharField(label="Perihal", max_length=1000)
    channel = Chips(label="Diterima lewat", of=Channel, initial=Channel.LETTER)
    letter_number = forms.CharField(label="Nomor surat", required=False, max_length=80)
    letter_date = DayField(label="Tanggal surat", required=False, bounds=WRITTEN)
    enclosure = forms.CharField(label="Lampiran", required=False, max_length=100)
    nature = Preset(label="Sifat", of=Nature, initial=Nature.ORDINARY)
    files = FilesField(
        label="Pindaian surat",
        accept=documents.SCANS,
        required=False,
        help_text="PDF, JPEG atau PNG, paling besar 10 MB.",
    )
    addressee = PresetRow(label="Ditujukan kepada")
    agenda_number = forms.CharField(label="Nomor agenda", required=False, max_length=40, help_text=TYPED)

    def offer_addressees(self) -> None:
        """Offer who may dispose; a letter goes to the Ketua unless it names another."""
        directory = self.scene.directory
        self.fields["addressee"].offer(directory.posts(*MEETABLE), directory.name)
        self.fields["addressee"].initial = directory.first(PostKind.KETUA) or directory.first(PostKind.SEKRETARIS)

    def clean(self) -> dict[str, Any]:
        """Refuse a letter that is younger than its arrival."""
        data = super().clean() or self.cleaned_data
        arrived = timezone.localdate(data.get("happened_at") or self.scene.now)
        if (data.get("letter_date") or arrived) > arrived:
            self.add_error("letter_date", AFTER_ARRIVAL)
        return data


LETTER_FIRST = ("sender", "subject", Div("letter_number", "letter_date", css_class="row"), "files")


class ReceiveForm(LetterFields, PetitionerFields, RequestFields, EmergencyFields, TaskForm):
    """Row 5 as a door: the letter and, since the law wants every request registered, who asks (decision 1)."""

    takes = ReceiveFirst
    required_messages = {
        "sender": "Isi asal surat.",
        "subject": "Isi perihal surat.",
        "addressee": "Pilih kepada siapa surat ditujukan.",
    }

    main = (*LETTER_FIRST, "channel", "addressee", "returning")
    more = (
        ("Lampiran, sifat, nomor agenda", ("enclosure", "nature", "agenda_number", "number")),
        (
            "Lengkapi untuk register (telepon, alamat, tujuan)",
            ("phone", "address", "email", "purpose", "category", "form", "collection"),
        ),
        ("Badan hukum, kuasa, NIK", ("kind", "deed_number", "proxy_name", "proxy_letter", "nik", "occupation")),
    )
    last = ("emergency_number", "unlisted")

    def prepare(self) -> None:
        self.ask_about_the_number()
        self.offer_addressees()
        self.fields["phone"].required = False
        self.fields["phone"].help_text = ""
        self.fields["sender"].widget.attrs["autofocus"] = True

    def given(self) -> dict[str, Any]:
        """Give the cleaned values; whoever sent the letter is the petitioner."""
        return {**super().given(), "name": self.cleaned_data["sender"], "nik": self.nik_or_known()}


class ArrivalForm(LetterFields, TaskForm):
    """Row 5 inside a case that began as a walk-in: the petitioner is known, the letter is new."""

    takes = Receive
    main = (*LETTER_FIRST, "addressee")
    more = (("Lampiran, sifat, nomor agenda", ("enclosure", "nature", "agenda_number")),)

    def prepare(self) -> None:
        self.offer_addressees()
        del self.fields["channel"]
        known = self.scene.case.petitioner
        self.fields["sender"].initial = known.name if known else ""
        self.fields["subject"].initial = self.scene.case.information[:1000]
