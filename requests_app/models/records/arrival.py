"""Records of rows 1 to 6: availability, meeting, disposition, incoming letter."""

from django.db import models
from django.db.models import Q

from ..case import Nature
from ..people import Appointment, Post
from .base import StepRecord


class AvailabilityResult(models.TextChoices):
    AVAILABLE = "bersedia", "Bersedia sekarang"
    OTHER = "pejabat_lain", "Bertemu pejabat lain"
    APPOINTMENT = "janji", "Janji temu"


class AvailabilityCheck(StepRecord):
    """Row 2, first task: whether the official can be met, now, later, or another instead."""

    official = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name="pejabat yang ditemui")
    result = models.CharField("kesediaan", max_length=12, choices=AvailabilityResult.choices)
    appointment_at = models.DateTimeField("waktu janji temu", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "kesediaan pejabat"


class Meeting(StepRecord):
    """Row 2, second task: the petitioner met the official."""

    official = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name="pejabat yang ditemui")
    summary = models.TextField("pokok pembicaraan", max_length=1000, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "pertemuan"


class DispositionKind(models.TextChoices):
    ORAL = "lisan", "Disposisi lisan"
    WRITTEN = "surat", "Disposisi surat"
    ASSIGNMENT = "tugas", "Penugasan"
    REDIRECT = "alih", "Pengalihan"


class Manner(models.TextChoices):
    SELF = "sendiri", "Ditulis sendiri di aplikasi"
    SPOKEN = "lisan", "Diucapkan"
    HANDWRITTEN = "tulisan", "Tulisan tangan"
    WHATSAPP = "whatsapp", "WhatsApp"


class Confirmation(models.TextChoices):
    OWN = "sendiri", "Dicatat sendiri"
    PENDING = "belum", "Belum dikonfirmasi"
    CONFIRMED = "benar", "Dikonfirmasi benar"
    DISPUTED = "keliru", "Dibantah"


class Order(models.TextChoices):
    DATA = "data", "Data saja, tanpa surat balasan"
    LETTER = "letter", "Dengan surat balasan"


class Disposition(StepRecord):
    """One hop (rows 3, 6; assignments of 10, 12; redirects): who said what to whom, when, recorded by whom."""

    form_of = models.CharField("jenis disposisi", max_length=6, choices=DispositionKind.choices)
    speaker = models.ForeignKey(Post, models.PROTECT, related_name="+", verbose_name="pemberi disposisi")
    speaker_appointment = models.ForeignKey(Appointment, models.PROTECT, null=True, related_name="+")
    addressee = models.ForeignKey(Post, models.PROTECT, related_name="dispositions", verbose_name="diteruskan kepada")
    instructions = models.TextField("dengan hormat harap", max_length=600, blank=True)  # one per line
    words = models.TextField("catatan disposisi", max_length=2000, blank=True)
    order = models.CharField("perintah", max_length=8, choices=Order.choices, blank=True)
    nature = models.CharField("sifat", max_length=14, choices=Nature.choices, default=Nature.ORDINARY)
    manner = models.CharField("cara disampaikan", max_length=10, choices=Manner.choices, default=Manner.SELF)
    said_at = models.DateTimeField("waktu disampaikan")
    confirmation = models.CharField("konfirmasi", max_length=8, choices=Confirmation.choices)
    confirmed_at = models.DateTimeField("dikonfirmasi", null=True, blank=True)
    recalled_at = models.DateTimeField("ditarik kembali", null=True, blank=True)
    copies = models.ManyToManyField(Post, blank=True, related_name="+", verbose_name="tembusan kepada")

    class Meta:
        verbose_name = verbose_name_plural = "disposisi"
        indexes = [models.Index(fields=["confirmation"], condition=Q(confirmation="belum"), name="disposition_pending")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(speaker=models.F("addressee")) | Q(form_of=DispositionKind.REDIRECT),
                name="disposition_not_to_oneself",
                violation_error_message="Disposisi tidak dapat ditujukan kepada pemberinya sendiri.",
            ),
            models.CheckConstraint(
                condition=~Q(words="", instructions=""),
                name="disposition_says_something",
                violation_error_message="Pilih isi disposisi atau tulis catatannya.",
            ),
        ]

    @property
    def text(self) -> str:
        """Say the orders and words as one paragraph."""
        orders = "; ".join(self.instructions.splitlines())
        return ". ".join(part.rstrip(".") for part in (orders, self.words.strip()) if part) + "."


class IncomingLetter(StepRecord):
    """Row 5: the letter, its agenda number and the blank sheet attached to it."""

    sender = models.CharField("surat dari", max_length=150)
    letter_number = models.CharField("nomor surat", max_length=80, blank=True)
    letter_date = models.DateField("tanggal surat", null=True, blank=True)
    subject = models.CharField("perihal", max_length=1000)
    enclosure = models.CharField("lampiran", max_length=100, blank=True)
    nature = models.CharField("sifat", max_length=14, choices=Nature.choices, default=Nature.ORDINARY)
    agenda_number = models.CharField("nomor agenda", max_length=40)
    agenda_year = models.PositiveSmallIntegerField("tahun agenda")
    agenda_sequence = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = verbose_name_plural = "surat masuk"
        constraints = [
            models.UniqueConstraint(fields=["agenda_year", "agenda_number"], name="agenda_number_unique_in_year")
        ]
