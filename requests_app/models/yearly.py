"""The yearly report's words: one row a year, every version kept in history; settled, its paper is stored."""

from typing import Any

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import F, Q

from .base import track
from .shelf import BookFile

PARTS = {
    "policy": "Gambaran umum kebijakan pelayanan informasi",
    "execution": "Gambaran umum pelaksanaan: sarana dan prasarana",
    "people": "Petugas yang melayani informasi",
    "money": "Anggaran pelayanan informasi dan penggunaannya",
    "requests": "Jumlah permohonan informasi",
    "time": "Waktu yang diperlukan untuk memenuhi permohonan",
    "outcomes": "Permohonan yang diberikan dan yang ditolak, beserta alasannya",
    "disputes": "Keberatan dan sengketa informasi",
    "obstacles": "Kendala",
    "plans": "Rekomendasi dan rencana tindak lanjut",
}

# What no act of the desk records, so the office types it beside its words of part 6; each second is part of the first.
TYPED = {
    "objections": "Keberatan yang diterima",
    "objections_answered": "Keberatan yang ditanggapi",
    "disputes_filed": "Sengketa yang diajukan ke Komisi Informasi",
    "disputes_decided": "Sengketa yang selesai dengan mediasi atau ajudikasi",
    "lawsuits_filed": "Gugatan yang diajukan ke pengadilan",
    "lawsuits_decided": "Gugatan yang diputus pengadilan",
}
PAIRS = tuple(zip([*TYPED][::2], [*TYPED][1::2], strict=True))
MOST = 99_999


def _number(name: str) -> Any:
    return models.PositiveIntegerField(TYPED[name], null=True, blank=True, validators=[MaxValueValidator(MOST)])


def _text(name: str) -> Any:
    return models.TextField(PARTS[name], max_length=6000, blank=True)


class YearlyReport(models.Model):
    """What the office says beside the figures of a year (UU 14/2008 art. 12), part by part."""

    year = models.PositiveSmallIntegerField("tahun", unique=True)
    policy = _text("policy")
    execution = _text("execution")
    people = _text("people")
    money = _text("money")
    requests = _text("requests")
    time = _text("time")
    outcomes = _text("outcomes")
    disputes = _text("disputes")
    obstacles = _text("obstacles")
    plans = _text("plans")
    objections = _number("objections")
    objections_answered = _number("objections_answered")
    disputes_filed = _number("disputes_filed")
    disputes_decided = _number("disputes_decided")
    lawsuits_filed = _number("lawsuits_filed")
    lawsuits_decided = _number("lawsuits_decided")
    version = models.PositiveIntegerField("versi", default=0)
    settled = models.OneToOneField(BookFile, models.PROTECT, null=True, related_name="+", editable=False)
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "laporan tahunan"
        constraints = [
            models.CheckConstraint(condition=Q(**{f"{part}__lte": F(whole)}), name=f"yearly_{part}")
            for whole, part in PAIRS
        ]

    def __str__(self) -> str:
        return f"Laporan tahunan {self.year}"
