"""What is kept of the books beside their rows: stored papers, what was put beside a row later, closed months."""

from datetime import date

from django.db import models
from django.db.models import Q

from .books import Expedition
from .people import Appointment, User


class FileKind(models.TextChoices):
    SHEET = "lembar", "Lembar ekspedisi bertanda tangan"
    MONTH = "bulan", "Buku bulan yang ditutup"
    YEAR = "tahun", "Buku setahun"
    REPORT = "laporan", "Laporan tahunan yang ditetapkan"


class BookFile(models.Model):
    """A stored paper of a book, of no single case: kept unchanged, known by its SHA-256."""

    kind = models.CharField("jenis", max_length=8, choices=FileKind.choices)
    path = models.CharField(max_length=80, unique=True, editable=False)  # under DATA_DIR/uploads
    name = models.CharField("nama berkas", max_length=200)
    content_type = models.CharField(max_length=60)
    size = models.PositiveIntegerField("ukuran (bita)")
    pages = models.PositiveIntegerField("halaman", null=True)
    sha256 = models.CharField(max_length=64)
    kept_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    kept_at = models.DateTimeField("disimpan")

    class Meta:
        verbose_name = verbose_name_plural = "berkas buku"

    def __str__(self) -> str:
        return self.name


class NoteKind(models.TextChoices):
    SIGNED = "pindaian", "Tanda tangan penerima dipindai"
    ARCHIVE = "arsip", "Tempat arsip"


class ExpeditionNote(models.Model):
    """What was learned of a hand-over after its row was written: a signed scan, an archive place. Stands beside it."""

    row = models.ForeignKey(Expedition, models.PROTECT, related_name="beside")
    kind = models.CharField("jenis", max_length=8, choices=NoteKind.choices)
    text = models.CharField("keterangan", max_length=100, blank=True)
    file = models.ForeignKey(BookFile, models.PROTECT, null=True, related_name="notes")
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="+", verbose_name="dicatat oleh")
    noted_at = models.DateTimeField("dicatat")

    class Meta:
        verbose_name = verbose_name_plural = "catatan di samping buku ekspedisi"
        ordering = ["noted_at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["row", "file"], name="note_scan_once_a_row"),
            models.CheckConstraint(
                condition=Q(kind="pindaian", file__isnull=False) | (Q(kind="arsip", file__isnull=True) & ~Q(text="")),
                name="note_says_something",
            ),
        ]


class ClosedMonth(models.Model):
    """A month of the expedition book, closed by the Admin: its paper is stored and printed again byte by byte."""

    year = models.PositiveSmallIntegerField("tahun")
    month = models.PositiveSmallIntegerField("bulan")
    rows = models.PositiveIntegerField("baris")
    file = models.OneToOneField(BookFile, models.PROTECT, related_name="closed_month")
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="+", verbose_name="ditutup oleh")
    closed_at = models.DateTimeField("ditutup")

    class Meta:
        verbose_name = verbose_name_plural = "bulan yang ditutup"
        ordering = ["-year", "-month"]
        constraints = [
            models.UniqueConstraint(fields=["year", "month"], name="month_closed_once"),
            models.CheckConstraint(condition=Q(month__gte=1, month__lte=12), name="closed_month_known"),
        ]

    @property
    def first(self) -> date:
        """Give the month's first day."""
        return date(self.year, self.month, 1)
