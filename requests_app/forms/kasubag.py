"""What a Kasubag fills in: studying, identifying, consulting, preparing data, handing over (rows 4, 7 to 11, 13)."""

from __future__ import annotations

from typing import Any

from django import forms

from .. import documents
from ..models.books import ReceiverKind
from ..models.case import Category, Form
from ..models.records import (
    ConsultOutcome,
    ExcludedArticle,
    Holding,
    Legibility,
    LetterStatus,
    Medium,
    Order,
    Proposal,
    RawData,
    ReplyLetter,
)
from ..sop import HANDS_OVER, Does
from ..workflow.taken import Consult, Deliver, Identify, Prepare, Review
from .days import AGREED, MomentField
from .entry import TYPED
from .fields import Chips, Conditional, FilesField, Preset, RowField
from .task import Parts, TaskForm

ARTICLES = [("", "Tidak dikecualikan"), *ExcludedArticle.choices]
USUAL_MEDIUM: dict[str, Medium] = {Form.SOFT: Medium.FLASH, Form.HARD: Medium.PRINT, Form.VIEW: Medium.VIEW}


class ReviewForm(TaskForm):
    """Row 7."""

    takes = Review

    finding = Chips(label="Hasil mencermati", of=Legibility, initial=Legibility.COMPLETE)
    summary = forms.CharField(
        label="Pokok surat", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    main = ("finding", "summary")


class IdentifyForm(TaskForm):
    """Row 8: what is asked, whether it is held, and the row proposed."""

    takes = Identify

    proposal = Chips(label="Usul tindak lanjut", of=Proposal)
    holding = Chips(label="Penguasaan", of=Holding, initial=Holding.HELD)
    result = forms.CharField(
        label="Hasil identifikasi", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )
    category = Preset(label="Kategori", of=Category)
    form = Preset(label="Bentuk", of=Form)
    excluded_article = forms.TypedChoiceField(
        label="Dikecualikan menurut UU 14/2008", choices=ARTICLES, coerce=ExcludedArticle, required=False
    )
    consequence_test = forms.CharField(
        label="Uji konsekuensi KPU Provinsi",
        required=False,
        max_length=150,
        help_text="Nomor dan tanggal, bila sudah ada.",
    )
    main = ("proposal", "holding", "result")
    more = (
        ("Kategori dan bentuk", ("category", "form")),
        ("Informasi yang dikecualikan", ("excluded_article", "consequence_test")),
    )

    def prepare(self) -> None:
        self.fields["category"].initial = self.scene.case.category or Category.STAGES
        self.fields["form"].initial = self.scene.case.form or Form.SOFT


class ConsultForm(TaskForm):
    """Row 9: the divisi's advice is the order; or an interview."""

    takes = Consult
    required_messages = {"division": "Pilih divisi yang diajak berkonsultasi."}

    division = RowField(label="Divisi")
    outcome = Chips(label="Hasil konsultasi", of=ConsultOutcome, initial=ConsultOutcome.ADVICE)
    order = Conditional(label="Arahan divisi", of=Order, help_text="Untuk arahan tentang data.")
    advice = forms.CharField(
        label="Isi arahan", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    interview_at = MomentField(
        label="Waktu wawancara", required=False, bounds=AGREED, help_text="Hanya bila dialihkan ke wawancara."
    )
    main = ("division", "outcome", "order", "advice", "interview_at")

    def prepare(self) -> None:
        self.fields["division"].offer(self.scene.directory.divisions(), lambda division: division.short_name)


class DataFields(Parts):
    """Data baku: described, with files or a stated medium."""

    description = forms.CharField(label="Uraian data baku", max_length=2000, widget=forms.Textarea(attrs={"rows": 2}))
    medium = Preset(label="Media", of=Medium)
    files = FilesField(label="Berkas data baku", required=False, help_text="PDF, gambar, XLSX, DOCX atau CSV.")
    source = forms.CharField(label="Sumber data", required=False, max_length=200)

    def fill_in(self) -> None:
        """Start from what was asked for and how it is usually given."""
        case = self.scene.case
        self.fields["description"].initial = case.information[:2000]
        self.fields["medium"].initial = USUAL_MEDIUM.get(case.form, Medium.PRINT)


class PrepareForm(DataFields, TaskForm):
    """Row 10."""

    takes = Prepare
    main = ("description", "medium", "files")
    more = (("Sumber data", ("source",)),)

    def prepare(self) -> None:
        self.fill_in()


class DeliverForm(DataFields, TaskForm):
    """Rows 4, 11 and 13: the receiver's name, then Enter."""

    takes = Deliver

    receiver_name = forms.CharField(
        label="Nama penerima", max_length=150, widget=forms.TextInput(attrs={"autocomplete": "off", "autofocus": True})
    )
    receiver_kind = Preset(label="Penerima", of=ReceiverKind, initial=ReceiverKind.PETITIONER)
    proxy_letter = forms.CharField(label="Surat kuasa yang dilihat", required=False, max_length=100)
    waybill = forms.CharField(label="Nomor resi", required=False, max_length=60)
    signed = FilesField(
        label="Surat bertanda tangan",
        accept=documents.SCANS,
        required=False,
        help_text="Pindaian bertanda tangan basah dan cap, atau PDF tersertifikasi; disimpan apa adanya.",
    )
    receipt = FilesField(label="Tanda terima bertanda tangan", accept=documents.SCANS, required=False)
    archive_place = forms.CharField(
        label="Tempat arsip", required=False, max_length=100, help_text="Lemari, rak, boks."
    )
    remark = forms.CharField(label="Keterangan", required=False, max_length=300)
    refused_to_sign = forms.BooleanField(label="Penerima menolak menandatangani", required=False)
    witness = forms.CharField(label="Saksi", required=False, max_length=150)
    cost = forms.CharField(
        label="Biaya dan cara bayar", required=False, max_length=100, help_text="Kosongkan bila tanpa biaya."
    )
    number = forms.CharField(label="Nomor ekspedisi", required=False, max_length=40, help_text=TYPED)

    main = ("receiver_name", "description", "medium", "files", "signed")
    more = (
        ("Kuasa, kurir, atau kiriman elektronik", ("receiver_kind", "proxy_letter", "waybill")),
        ("Penerima menolak tanda tangan", ("refused_to_sign", "witness")),
        ("Arsip, tanda terima, biaya", ("receipt", "archive_place", "cost", "remark", "source", "number")),
    )

    def prepare(self) -> None:
        dossier = self.scene.known
        known = dossier.been_at(Does.PREPARES, Does.DRAFTS, *HANDS_OVER)  # a walk-in's first has nothing to read
        letters = [one for one in dossier.all(ReplyLetter) if one.status == LetterStatus.ISSUED] if known else []
        prepared = dossier.last(RawData) if known else None
        self.given_before = bool(letters or prepared)
        self.fill_in()
        if not letters:
            del self.fields["signed"]
        if self.given_before:
            for name in ("description", "files", "source"):
                del self.fields[name]
            self.fields["medium"].initial = (prepared.medium if prepared else "") or Medium.PRINT

    def given(self) -> dict[str, Any]:
        """Give the values; the medium is the data's own, and the hand-over's."""
        return {**super().given(), "handed_medium": self.cleaned_data["medium"]}
