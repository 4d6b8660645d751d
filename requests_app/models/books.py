"""Number series, the expedition book and the stored documents."""

import re
from datetime import UTC, datetime

from django.core.exceptions import ValidationError
from django.db import connection, models
from django.db.models import Q

from ..outcomes import OUTCOMES, Outcome
from .base import track
from .case import InformationRequest
from .people import User
from .records import Medium, RawData, ReplyLetter, StepRecord
from .versions import bump_version, by_version

ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
PLACEHOLDERS = {"nomor", "kode", "wilayah", "bulan", "tahun"}
PLACEHOLDER = re.compile(r"\{(\w+)(?::(\d))?\}")


class NumberKind(models.TextChoices):
    REGISTRATION = "pendaftaran", "Nomor pendaftaran"
    AGENDA = "agenda", "Nomor agenda surat masuk"
    LETTER = "surat", "Nomor surat balasan"
    EXPEDITION = "ekspedisi", "Nomor buku ekspedisi"


class NumberMode(models.TextChoices):
    OWN = "sendiri", "Seri sendiri"
    OFFICE = "kantor", "Nomor kantor (diketik)"


PATTERN = "Isian: {nomor} atau {nomor:4} (empat angka), {kode}, {wilayah}, {bulan} Romawi, {tahun}."
LONGEST: dict[str, int] = {"pendaftaran": 60, "agenda": 40, "surat": 80, "ekspedisi": 40}  # signs, by kind


class Numbering(models.Model):
    """How the office numbers one kind of paper: its own gap-free series, or a number typed from the office's book."""

    kind = models.CharField("jenis nomor", max_length=12, choices=NumberKind.choices, unique=True)
    mode = models.CharField("cara", max_length=8, choices=NumberMode.choices, default=NumberMode.OWN)
    template = models.CharField("pola", max_length=80, help_text=PATTERN)
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "penomoran"

    def __str__(self) -> str:
        return self.get_kind_display()

    def save(self, *args, **kwargs) -> None:
        super().save(*args, **kwargs)
        bump_version("Penomoran diubah")

    def clean(self) -> None:
        """Refuse a pattern without a running number, with a placeholder there is not, or too long for its paper."""
        names = {name for name, _ in PLACEHOLDER.findall(self.template)}
        if self.mode == NumberMode.OWN and "nomor" not in names:
            raise ValidationError({"template": "Pola harus memuat {nomor}, misalnya {nomor:4}/PPID/{tahun}."})
        if unknown := names - PLACEHOLDERS:
            raise ValidationError({"template": f"Isian {{{min(unknown)}}} tidak dikenal."})
        if re.search("[{}]", PLACEHOLDER.sub("", self.template)):
            raise ValidationError({"template": "Kurung kurawal tidak lengkap; tulis {nomor} atau {nomor:4}."})
        if "kode" in names and self.kind != NumberKind.LETTER:
            raise ValidationError({"template": "Isian {kode} hanya untuk nomor surat balasan."})
        longest = self.write(99_999, datetime(2028, 8, 1, tzinfo=UTC), wilayah="9" * 6, kode="X" * 20)
        most = LONGEST.get(self.kind, len(longest))  # of no kind, the form asks for one first
        if len(longest) > most:
            said = f"Nomor dengan pola ini dapat sepanjang {len(longest)} huruf; paling panjang {most}."
            raise ValidationError({"template": said})

    def example(self, now: datetime, region: str, code: str) -> str:
        """Write the number the own series would give next."""
        last = NumberSeries.objects.filter(kind=self.kind, year=now.year).values_list("last", flat=True).first() or 0
        return self.write(last + 1, now, wilayah=region, kode=code)

    def write(self, sequence: int, now: datetime, **values: str) -> str:
        """Fill the pattern: `{nomor:4}` is the running number in four digits, `{bulan}` a Roman month."""
        known = {"nomor": str(sequence), "bulan": ROMAN[now.month - 1], "tahun": str(now.year), **values}
        return PLACEHOLDER.sub(lambda m: known.get(m[1], "").zfill(int(m[2] or 0)), self.template)


@by_version
def load_numbering(version: int) -> dict[str, Numbering]:
    """Read how each kind is numbered, once per process and version of the office's settings."""
    return {row.kind: row for row in Numbering.objects.all()}


@by_version
def load_typed(version: int) -> frozenset[str]:
    """Name the kinds whose numbers were ever typed from the office's book, once per process and version."""
    return frozenset(Numbering.history.filter(mode=NumberMode.OFFICE).values_list("kind", flat=True))


EMERGENCY = ("darurat", "Nomor formulir darurat")


class NumberSeries(models.Model):
    """The last number given in a year; locked and counted up inside the transaction that needs it, so gap-free."""

    # Emergency numbers are counted here too, but their pattern is not the office's to choose.
    kind = models.CharField("jenis nomor", max_length=12, choices=[*NumberKind.choices, EMERGENCY])
    year = models.PositiveSmallIntegerField("tahun")
    last = models.PositiveIntegerField("nomor terakhir", default=0)

    class Meta:
        verbose_name = verbose_name_plural = "seri nomor"
        constraints = [models.UniqueConstraint(fields=["kind", "year"], name="series_once_a_year")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.year}: {self.last}"

    @classmethod
    def take(cls, kind: str, year: int, count: int = 1) -> int:
        """Give the next number of a year, or the last of the next few. Runs inside the transaction that uses it."""
        with connection.cursor() as cursor:  # it locks, counts and answers in one, on both databases
            cursor.execute(
                "INSERT INTO requests_app_numberseries AS series (kind, year, last) VALUES (%s, %s, %s) "
                "ON CONFLICT (kind, year) DO UPDATE SET last = series.last + excluded.last RETURNING last",
                [kind, year, count],
            )
            return cursor.fetchone()[0]


class ReceiverKind(models.TextChoices):
    PETITIONER = "pemohon", "Pemohon sendiri"
    PROXY = "kuasa", "Kuasa (KTP dan surat kuasa dilihat)"
    COURIER = "kurir", "Kurir/pos"
    ELECTRONIC = "elektronik", "Dikirim secara elektronik"


class Expedition(StepRecord):
    """A row of the buku ekspedisi (rows 4, 11, 13): proof of hand-over, never changed."""

    number = models.CharField("nomor urut", max_length=40)
    year = models.PositiveSmallIntegerField("tahun")
    sequence = models.PositiveIntegerField(null=True)
    letter = models.ForeignKey(ReplyLetter, models.PROTECT, null=True, related_name="expeditions")
    raw_data = models.ForeignKey(RawData, models.PROTECT, null=True, related_name="+")
    contents = models.CharField("isi singkat", max_length=400)
    addressed_to = models.CharField("ditujukan kepada", max_length=200)
    receiver_kind = models.CharField(
        "penerima", max_length=10, choices=ReceiverKind.choices, default=ReceiverKind.PETITIONER
    )
    receiver_name = models.CharField("nama penerima", max_length=150)
    proxy_letter = models.CharField("surat kuasa", max_length=100, blank=True)
    waybill = models.CharField("nomor resi", max_length=60, blank=True)
    medium = models.CharField("media", max_length=10, choices=Medium.choices)
    archive_place = models.CharField("tempat arsip", max_length=100, blank=True)
    remark = models.CharField("keterangan", max_length=300, blank=True)
    refused_to_sign = models.BooleanField("menolak tanda tangan", default=False)
    witness = models.CharField("saksi", max_length=150, blank=True)
    cost = models.CharField("biaya dan cara bayar", max_length=100, blank=True)
    # The day it happened; entered after that month was closed, the day it was recorded.
    booked_on = models.DateField("hari pada buku", editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "buku ekspedisi"
        indexes = [models.Index(fields=["booked_on"])]
        constraints = [
            models.UniqueConstraint(fields=["year", "number"], name="expedition_number_unique_in_year"),
            models.CheckConstraint(
                condition=~Q(receiver_kind="kuasa") | ~Q(proxy_letter=""),
                name="expedition_proxy_has_letter",
                violation_error_message="Isi nomor atau tanggal surat kuasa yang dilihat.",
            ),
            models.CheckConstraint(
                condition=Q(refused_to_sign=False) | ~Q(witness=""),
                name="expedition_refusal_has_witness",
                violation_error_message="Penolakan tanda tangan disaksikan seseorang: isi nama saksinya.",
            ),
        ]

    @property
    def outcome(self) -> Outcome:
        """What follows from what was handed over: what its letter decided; without one, data were given."""
        return OUTCOMES[self.letter.outcome if self.letter else "given"]


class DocumentKind(models.TextChoices):
    SCAN = "pindaian", "Pindaian surat masuk"
    PROOF = "bukti", "Foto/tangkapan layar disposisi"
    DATA = "data", "Data baku"
    LETTER = "surat", "Surat balasan (PDF bernomor)"
    JOINED = "surat_utuh", "Surat balasan beserta lampiran"
    SIGNED = "bertanda_tangan", "Surat bertanda tangan"
    RECEIPT = "tanda_terima", "Tanda terima bertanda tangan"
    OTHER = "lain", "Lampiran lain"


class Document(models.Model):
    """A stored file: random name outside static, kept unchanged, known by its SHA-256."""

    case = models.ForeignKey(InformationRequest, models.PROTECT, related_name="documents")
    record = models.ForeignKey(StepRecord, models.PROTECT, null=True, related_name="documents")
    kind = models.CharField("jenis", max_length=16, choices=DocumentKind.choices)
    path = models.CharField(max_length=80, unique=True, editable=False)  # under DATA_DIR/uploads
    name = models.CharField("nama berkas", max_length=200)
    content_type = models.CharField(max_length=60)
    size = models.PositiveIntegerField("ukuran (bita)")
    pages = models.PositiveSmallIntegerField("halaman", null=True)
    sha256 = models.CharField(max_length=64)
    uploaded_by = models.ForeignKey(User, models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField("diunggah")

    class Meta:
        verbose_name = verbose_name_plural = "dokumen"
        ordering = ["uploaded_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["record"], condition=Q(kind="surat"), name="document_one_issued_pdf_per_letter"
            ),
            models.UniqueConstraint(
                fields=["record"], condition=Q(kind="surat_utuh"), name="document_one_joined_pdf_per_letter"
            ),
        ]

    def __str__(self) -> str:
        return self.name
