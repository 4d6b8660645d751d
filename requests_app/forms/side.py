"""Acts that move nothing forward: redirect, recall, hold, resume, ready, attach, endings, reopen, NIK, confirm."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Layout
from django import forms
from django.utils import timezone

from ..clock import due_date, is_working_day
from ..models.books import DocumentKind
from ..models.calendar import load_calendar
from ..models.case import InformationRequest
from ..models.people import Division, PostKind
from ..models.records import HoldReason, ReplyLetter
from ..printing.letters import letter_html
from ..sop import Ending
from ..text.words import hari_tanggal, tanggal
from ..workflow.taken import Attach, End, PutOnHold, WhyLate
from .compare import Change, Round, changes, rounds
from .days import AGREED, COMING, HAPPENED, DayField, MomentField
from .fields import Chips, FilesField, RowField
from .task import TaskForm

# A collection is announced by its own act, an appointment by row 2.
CHOSEN_REASONS = [c for c in HoldReason.choices if c[0] not in (HoldReason.COLLECTION, HoldReason.APPOINTMENT)]
ATTACHED = [c for c in DocumentKind.choices if c[0] not in (DocumentKind.LETTER, DocumentKind.JOINED)]


class SideForm(TaskForm):
    """A form beside the rows: no reason for lateness, no folded time unless it says so."""

    asks_why_late = False
    timed = False

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = self.layout().fields
        for name in [name for name in self.fields if name not in shown]:
            del self.fields[name]

    def layout(self) -> Layout:
        """Draw every field in its order."""
        return Layout(*self.main, *(["happened_at"] if self.timed else []))


class ReasonForm(SideForm):
    """One reason."""

    reason = forms.CharField(label="Alasan", max_length=1000, widget=forms.Textarea(attrs={"rows": 2}))
    main: tuple[Any, ...] = ("reason",)


class RedirectForm(ReasonForm):
    """Alihkan."""

    required_messages = {"holder": "Pilih jabatan yang menerima.", "reason": "Tulis alasan pengalihan."}
    holder = RowField(label="Dialihkan kepada")
    main = ("holder", "reason")

    def prepare(self) -> None:
        actors = self.scene.task.actors if self.scene.task else ()
        directory = self.scene.directory
        posts = directory.posts(*PostKind.values[:5], without=self.scene.case.holder_id)
        self.fields["holder"].offer([post for post in posts if post.actor in actors], directory.name)


class RecallForm(ReasonForm):
    """Tarik."""

    required_messages = {"reason": "Tulis alasan menarik kembali."}


class ParafForm(SideForm):
    """Paraf."""

    main = ("note",)

    @property
    def letter(self) -> ReplyLetter | None:
        """The version that waits for its signer."""
        return self.scene.known.last(ReplyLetter)

    @property
    def letter_html(self) -> str:
        """The letter's text as it will be printed."""
        return letter_html(self.letter.body) if self.letter else ""

    @property
    def rounds(self) -> list[Round]:
        """The versions before this one."""
        return rounds(self.scene.known)

    @property
    def changes(self) -> list[Change]:
        """What this version changed."""
        return changes(self.scene.known)


class CancelLetterForm(ReasonForm):
    """Batal."""

    required_messages = {"reason": "Tulis alasan pembatalan."}


class HoldForm(SideForm):
    """Tunda."""

    required_messages = {"note": "Tulis apa yang ditunggu.", "reason": "Pilih alasan penundaan."}
    takes = PutOnHold
    timed = True
    reason = Chips(label="Alasan penundaan", choices=CHOSEN_REASONS, coerce=HoldReason)
    until = MomentField(label="Dijadwalkan sampai", required=False, bounds=AGREED)
    main = ("reason", "note", "until")

    def prepare(self) -> None:
        self.fields["note"].required = True
        self.fields["note"].label = "Yang ditunggu"
        self.fields["note"].help_text = "Misalnya: fotokopi KTP, penjelasan tahun data, Ketua dinas luar."


class ResumeForm(SideForm):
    """Lanjutkan."""

    main = ("note",)
    timed = True


class ReadyForm(SideForm):
    """Siap diambil atau dikirim."""

    required_messages = {"notified_via": "Isi lewat apa pemohon diberi tahu."}
    notified_via = forms.CharField(
        label="Pemohon diberi tahu lewat", max_length=60, help_text="Misalnya: telepon, WhatsApp, surel."
    )
    main = ("notified_via", "note")


class ExtendForm(ReasonForm):
    """Perpanjang batas undang-undang."""

    required_messages = {"reason": "Tulis alasan perpanjangan; pemohon membacanya pada pemberitahuan."}

    def prepare(self) -> None:
        self.fields["reason"].label = "Alasan perpanjangan"
        self.fields[
            "reason"
        ].help_text = "Tercetak pada pemberitahuan kepada pemohon, misalnya: data harus dikumpulkan dari enam PPK."


class NotifyForm(SideForm):
    """Pemberitahuan tertulis yang sudah sampai kepada pemohon."""

    required_messages = {"via": "Isi lewat apa pemberitahuan disampaikan."}
    via = forms.CharField(
        label="Disampaikan lewat",
        max_length=60,
        help_text="Misalnya: diserahkan di meja layanan, surel, WhatsApp, pos. Cetak PPID-D lebih dulu.",
    )
    main = ("via", "note")
    timed = True


class AttachForm(SideForm):
    """Lampirkan."""

    takes = Attach
    kind = Chips(label="Jenis berkas", choices=ATTACHED, coerce=DocumentKind, initial=DocumentKind.OTHER)
    files: Any = FilesField(label="Berkas", help_text="PDF, gambar, XLSX, DOCX atau CSV; paling besar 10 MB.")
    main = ("kind", "files", "note")


class EndingForm(SideForm):
    """A named ending: only the fields that ending needs."""

    takes = End

    statement = forms.CharField(
        label="Keterangan", required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )
    holding_body = forms.CharField(label="Badan yang menguasai informasi", required=False, max_length=200)
    until = DayField(label="Tersedia pada", required=False, bounds=COMING)
    true_case = forms.CharField(
        label="Nomor permohonan yang benar", required=False, max_length=60, help_text="Nomor pendaftaran lengkap."
    )
    division = RowField(label="Divisi", required=False)
    interview_on = DayField(label="Tanggal wawancara", required=False, bounds=HAPPENED)

    def __init__(self, *args: Any, ending: Ending, **kwargs: Any) -> None:
        self.ending = ending
        super().__init__(*args, **kwargs)

    def prepare(self) -> None:
        for name in ("statement", "holding_body", "until", "true_case", "division", "interview_on"):
            if name not in self.ending.needs:
                del self.fields[name]
            else:
                self.fields[name].required = True
        if "division" in self.fields:
            self.fields["division"].offer(Division.objects.filter(ends__isnull=True), lambda row: row.short_name)

    def layout(self) -> Layout:
        return Layout(*self.ending.needs)

    def given(self) -> dict[str, Any]:
        """Give what the ending needs, and which ending it is."""
        return {**super().given(), "ending": self.ending.slug}

    def clean_until(self) -> date:
        """Refuse a day the office is closed on."""
        day, office = self.cleaned_data["until"], self.scene.acting.office
        calendar = load_calendar(office.calendar_version if office else 0)
        if not is_working_day(day, calendar):
            following = tanggal(due_date(day, 1, calendar))
            raise forms.ValidationError(f"{hari_tanggal(day)} bukan hari kerja; pilih misalnya {following}.")
        return day

    def clean_interview_on(self) -> date:
        """Refuse a day before anybody asked."""
        day, asked = self.cleaned_data["interview_on"], timezone.localdate(self.scene.case.received_at)
        if day < asked:
            raise forms.ValidationError(f"Permohonan baru diterima {tanggal(asked)}; periksa tanggal wawancara.")
        return day

    def clean_true_case(self) -> InformationRequest:
        """Find the case by its number."""
        number = self.cleaned_data["true_case"].strip()
        found = InformationRequest.objects.filter(number=number).order_by("-year").first()
        if found is None:
            raise forms.ValidationError(f"Tidak ada permohonan bernomor {number}.")
        return found


class ReopenForm(ReasonForm):
    """Buka kembali."""

    required_messages = {"reason": "Tulis alasan membuka kembali.", "step": "Pilih langkah."}
    step = forms.TypedChoiceField(label="Dibuka pada langkah", coerce=int, widget=forms.RadioSelect)
    main = ("step", "reason")

    def prepare(self) -> None:
        dossier = self.scene.known
        passed = dict.fromkeys(stay.step for stay in dossier.stays if stay.step != dossier.case.entry)
        self.fields["step"].choices = [(n, f"{n} {dossier.edition.step(n).title}") for n in passed]
        self.fields["step"].initial = dossier.stays[-1].step


class NikForm(SideForm):
    """Why the full NIK is looked at."""

    required_messages = {"reason": "Tulis alasan melihat NIK lengkap."}
    reason = forms.CharField(
        label="Alasan melihat NIK", max_length=200, help_text="Tercatat bersama nama Anda dan waktunya."
    )
    main = ("reason",)


class ExplainForm(SideForm):
    """Why a step was late: a reason of the office's list, and words."""

    required_messages = {"cause": "Pilih alasan lewat waktu."}
    takes = WhyLate
    cause = RowField(label="Alasan")
    words = forms.CharField(
        label="Penjelasan", required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    main = ("cause", "words")

    def prepare(self) -> None:
        self.fields["cause"].offer(self.scene.late_reasons)
        wanted = " dan ".join(f"“{row}”" for row in self.scene.late_reasons if row.needs_words)
        self.fields["words"].help_text = f"Wajib untuk {wanted}." if wanted else ""
