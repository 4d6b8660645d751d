"""What letters are written from: the office's wording per outcome, and a draft laid aside until it is submitted."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from .base import ends_after, track
from .case import InformationRequest
from .people import Post, User
from .records import LetterOutcome
from .versions import Day, bump_version, by_version

PLACEHOLDERS = {
    "rujukan": "surat atau permohonan yang dijawab, dengan nomor, tanggal dan perihalnya",
    "nama": "nama pemohon",
    "nomor_permohonan": "nomor pendaftaran",
    "tanggal_permohonan": "tanggal diterima",
    "informasi": "informasi yang diminta",
    "data_baku": "uraian data baku",
    "pasal": "dasar penolakan, Pasal 17 dengan hurufnya",
    "uji_konsekuensi": "uji konsekuensi KPU Provinsi",
    "badan_lain": "badan publik yang menguasai informasinya",
    "perkiraan": "kapan informasinya diperkirakan tersedia",
    "waktu_wawancara": "hari, tanggal dan jam wawancara",
    "divisi": "divisi yang diwawancarai",
    "tempat": "tempat pengambilan atau wawancara",
    "kantor": "nama kantor",
}
TO_FILL = "[isi: "  # stands where the case did not know; a letter holding one is not submitted
_PIECES = re.compile(r"\{([^{}\n]*)\}|[{}]")
_MARKUP = re.compile(r"([\\*|])")


def check_placeholders(text: str) -> None:
    """Refuse a brace that opens or closes nothing and a placeholder nobody fills. Raises ValidationError naming it."""
    for piece in _PIECES.finditer(text):
        whole, name = piece[0], piece[1]
        if name is None:
            near = text[max(0, piece.start() - 12) : piece.end() + 12].strip()
            raise ValidationError(f"Kurung kurawal “{whole}” tidak berpasangan di dekat “{near}”.")
        if name not in PLACEHOLDERS:
            known = ", ".join(f"{{{one}}}" for one in PLACEHOLDERS)
            raise ValidationError(f"Isian {whole} tidak dikenal. Yang dikenal: {known}.")


def fill_placeholders(text: str, values: Mapping[str, str], asked: Mapping[str, str] = PLACEHOLDERS) -> str:
    """Put values where their placeholders stand; an unknown value leaves a mark that asks for it, to fill in by hand.

    Signs of markup in a value are escaped, so that what a petitioner wrote is printed as it was written.
    """

    def value(piece: re.Match[str]) -> str:
        words = " ".join(values.get(piece[1], "").split())
        return _MARKUP.sub(r"\\\1", words) if words else f"{TO_FILL}{asked[piece[1]]}]"

    return _PIECES.sub(value, text)


def left_to_fill(text: str) -> Iterator[str]:
    """Name the marks a letter still holds."""
    yield from re.findall(re.escape(TO_FILL) + r"[^\]\n]*\]?", text)


class LetterTemplate(models.Model):
    """The office's wording of one outcome from a day on; the newest in force is the one drafts start from."""

    outcome = models.CharField("keputusan", max_length=14, choices=LetterOutcome.choices)
    name = models.CharField("nama naskah", max_length=80)
    body = models.TextField(
        "isi", max_length=10000, help_text="Isian di antara kurung kurawal diisi dari permohonannya."
    )
    begins = models.DateField("berlaku sejak")
    ends = models.DateField("berlaku sampai", null=True, blank=True)
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "naskah surat"
        ordering = ["outcome", "-begins", "-pk"]
        constraints = [
            models.CheckConstraint(condition=Q(outcome__in=LetterOutcome.values), name="template_outcome_known"),
            ends_after("template_ends_after_begins", "Tanggal akhir naskah mendahului tanggal mulainya."),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.name}"

    def save(self, *args, **kwargs) -> None:
        super().save(*args, **kwargs)
        bump_version("Naskah surat diubah")

    def clean(self) -> None:
        """Refuse an unknown or malformed placeholder."""
        try:
            check_placeholders(self.body)
        except ValidationError as error:
            raise ValidationError({"body": error.messages}) from error

    def in_force(self, on: Day) -> bool:
        return self.begins <= on and (self.ends is None or on <= self.ends)


@by_version
def load_templates(version: int) -> list[LetterTemplate]:
    """Read the office's wordings, once per process and version of its settings."""
    return list(LetterTemplate.objects.all())


def template_for(outcome: str, on: date, version: int) -> LetterTemplate | None:
    """Find the wording of an outcome in force on a day."""
    return next((one for one in load_templates(version) if one.outcome == outcome and one.in_force(on)), None)


class SavedDraft(models.Model):
    """A letter laid aside unfinished: private to the post, no act, gone when the letter is submitted."""

    case = models.ForeignKey(InformationRequest, models.PROTECT, related_name="saved_drafts")
    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    user = models.ForeignKey(User, models.PROTECT, related_name="+")
    typed = models.JSONField(default=dict)
    saved_at = models.DateTimeField("disimpan")

    class Meta:
        verbose_name = verbose_name_plural = "konsep tersimpan"
        constraints = [models.UniqueConstraint(fields=["case", "post"], name="draft_once_per_case_and_post")]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.saved_at:%d-%m-%Y %H.%M}"
