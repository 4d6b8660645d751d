"""Why a step took longer than its target: the office's list of reasons, and the one answer each late step gets."""

from django.db import models

from ..base import track
from ..case import Stay
from ..versions import bump_version, by_version
from .base import StepRecord


class LateReason(models.Model):
    """A usual reason for lateness, editable by an admin; switched off, never deleted."""

    text = models.CharField(
        "alasan", max_length=80, unique=True, error_messages={"unique": "Alasan ini sudah ada dalam daftar."}
    )
    needs_words = models.BooleanField(
        "perlu penjelasan", default=False, help_text="Yang memilihnya harus menuliskan penjelasan."
    )
    rank = models.PositiveSmallIntegerField("urutan", default=100)
    active = models.BooleanField("dipakai", default=True)
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "alasan lewat waktu"
        ordering = ["rank", "text"]

    def __str__(self) -> str:
        return self.text

    def save(self, *args, **kwargs) -> None:
        """Let every process read the list anew: each keeps it, so that no form asks for it."""
        super().save(*args, **kwargs)
        bump_version(f"Alasan lewat waktu diubah: {self}")


@by_version
def load_late_reasons(version: int) -> list[LateReason]:
    """Read the reasons now in use, in their order, once per process and version."""
    return list(LateReason.objects.filter(active=True))


class Lateness(StepRecord):
    """The reason one holder gives for a late step; filed at the late step, whatever the case waits for by then.

    To count reasons, join `stay`: it knows the step, the holder (none: any post of the role) and the run.
    """

    stay = models.OneToOneField(Stay, models.PROTECT, related_name="lateness", verbose_name="kunjungan langkah")
    cause = models.ForeignKey(
        LateReason,
        models.PROTECT,
        related_name="+",
        verbose_name="alasan lewat waktu",
        limit_choices_to={"active": True},
    )
    words = models.CharField("penjelasan", max_length=500, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "alasan lewat waktu suatu langkah"

    @property
    def text(self) -> str:
        """Say cause and words as one: "Gangguan sistem/listrik: listrik padam sejak pagi"."""
        return f"{self.cause}: {self.words}" if self.words else str(self.cause)
