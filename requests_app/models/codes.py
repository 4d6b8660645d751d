"""What numbers are made from beside the series: classification codes, and where a year's series began."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator, RegexValidator
from django.db import models
from django.db.models import Q

from .base import track
from .books import NumberKind
from .people import User
from .records import ReplyLetter
from .versions import bump_version, by_version

SIGNS = RegexValidator(r"^[A-Za-z0-9.\-/]+$", "Kode berisi huruf, angka, titik, garis, tanda hubung.")


class ClassificationCode(models.Model):
    """A code of the office's letter classification; the letter's form offers those in use."""

    code = models.CharField("kode", max_length=20, unique=True, validators=[SIGNS])
    title = models.CharField("perihal", max_length=150)
    is_default = models.BooleanField("dipakai bila tidak dipilih", default=False)
    active = models.BooleanField("dipakai", default=True)
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "kode klasifikasi"
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                fields=["is_default"],
                condition=Q(is_default=True),
                name="one_default_code",
                violation_error_message="Sudah ada kode lain yang dipakai bila tidak dipilih.",
            ),
            models.CheckConstraint(
                condition=Q(is_default=False) | Q(active=True),
                name="default_code_active",
                violation_error_message="Kode yang dipakai bila tidak dipilih harus tetap dipakai.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        super().save(*args, **kwargs)
        bump_version("Kode klasifikasi diubah")

    def clean(self) -> None:
        """Refuse a code that differs from another by capitals alone, and a new code in place of a used one."""
        same = ClassificationCode.objects.filter(code__iexact=self.code).exclude(pk=self.pk).exclude(code=self.code)
        if other := same.first():
            raise ValidationError({"code": f"Kode ini sudah ada sebagai {other.code}."})
        before = ClassificationCode.objects.filter(pk=self.pk).exclude(code=self.code).first()
        if before and ReplyLetter.objects.filter(classification=before.code).exists():
            said = "Kode ini sudah dipakai pada surat; tambahkan kode baru, lalu hentikan yang ini."
            raise ValidationError({"code": said})


@by_version
def load_codes(version: int) -> list[ClassificationCode]:
    """Read the codes in use, the default first, once per process and version of the office's settings."""
    return list(ClassificationCode.objects.filter(active=True).order_by("-is_default", "code"))


class SeriesStart(models.Model):
    """Where a year's own series began, because the office had given numbers before it used the desk. Never changed."""

    kind = models.CharField("jenis nomor", max_length=12, choices=NumberKind.choices)
    year = models.PositiveSmallIntegerField("tahun", validators=[MinValueValidator(2000), MaxValueValidator(2199)])
    first = models.PositiveIntegerField(
        "nomor pertama",
        validators=[MinValueValidator(2), MaxValueValidator(99_999)],
        help_text="Nomor yang diberikan berikutnya; nomor sebelumnya ada pada buku lama.",
    )
    reason = models.CharField("alasan", max_length=300)
    set_by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="ditetapkan oleh", editable=False)
    set_at = models.DateTimeField("ditetapkan", editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "awal seri nomor"
        ordering = ["-year", "kind"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "year"],
                name="series_start_once",
                violation_error_message="Nomor pertama seri ini sudah pernah ditetapkan.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.year}: mulai {self.first}"

    def clean(self) -> None:
        """Refuse a reason of nothing but blanks."""
        if not self.reason.strip():
            raise ValidationError({"reason": "Tulis alasan seri dimulai dari nomor ini."})
