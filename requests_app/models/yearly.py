"""The yearly report's words: one row a year, every version kept in history; settled, its paper is stored."""

from typing import Any

from django.db import models

from .base import track
from .shelf import BookFile

PARTS = {
    "policy": "Gambaran umum kebijakan pelayanan informasi",
    "execution": "Gambaran umum pelaksanaan: sarana, petugas, anggaran",
    "requests": "Jumlah permohonan informasi",
    "time": "Waktu yang diperlukan untuk memenuhi permohonan",
    "outcomes": "Permohonan yang diberikan dan yang ditolak, beserta alasannya",
    "disputes": "Keberatan dan sengketa informasi",
    "obstacles": "Kendala, rekomendasi, dan rencana tindak lanjut",
}


def _text(name: str) -> Any:
    return models.TextField(PARTS[name], max_length=6000, blank=True)


class YearlyReport(models.Model):
    """What the office says beside the figures of a year (UU 14/2008 art. 12), part by part."""

    year = models.PositiveSmallIntegerField("tahun", unique=True)
    policy = _text("policy")
    execution = _text("execution")
    requests = _text("requests")
    time = _text("time")
    outcomes = _text("outcomes")
    disputes = _text("disputes")
    obstacles = _text("obstacles")
    version = models.PositiveIntegerField("versi", default=0)
    settled = models.OneToOneField(BookFile, models.PROTECT, null=True, related_name="+", editable=False)
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "laporan tahunan"

    def __str__(self) -> str:
        return f"Laporan tahunan {self.year}"
