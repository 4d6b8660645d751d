"""What a change of the calendar made of times already measured: the earlier verdict is kept beside the new one."""

from datetime import timedelta

from django.db import models
from django.db.models import Q

from .case import InformationRequest, Stay
from .people import User

FIGURES = ("working", "waiting", "step_total", "late", "due_at")


class CalendarChange(models.Model):
    """One change of the calendar, who made it, and how far measuring again what it touches has come."""

    words = models.TextField("perubahan")
    changed_by = models.ForeignKey(User, models.PROTECT, null=True, verbose_name="oleh", related_name="+")
    changed_at = models.DateTimeField("saat")
    begins = models.DateField("hari pertama yang berubah")
    ends = models.DateField("hari terakhir yang berubah", null=True)
    cases = models.PositiveIntegerField("permohonan yang tersentuh", default=0)
    measured = models.PositiveIntegerField("permohonan yang sudah dihitung ulang", default=0)
    last_case = models.BigIntegerField("permohonan terakhir yang dihitung ulang", default=0)
    finished = models.BooleanField("selesai dihitung ulang", default=False)

    class Meta:
        verbose_name = verbose_name_plural = "perubahan kalender"
        ordering = ["-pk"]
        indexes = [models.Index(fields=["finished"], condition=Q(finished=False), name="calendar_change_unfinished")]

    def __str__(self) -> str:
        return self.words

    @property
    def author(self) -> str:
        """Name who made it; what the set-up enters has no person."""
        return str(self.changed_by or "penyiapan kantor")


class VerdictChange(models.Model):
    """A stay measured again: its figures before and after, and the change that did it. Written once, never changed."""

    change = models.ForeignKey(CalendarChange, models.PROTECT, related_name="verdicts")
    case = models.ForeignKey(InformationRequest, models.PROTECT, related_name="verdict_changes")
    stay = models.ForeignKey(Stay, models.PROTECT, related_name="verdict_changes")
    working_before = models.DurationField("waktu kerja semula", null=True)
    working_after = models.DurationField("waktu kerja", null=True)
    waiting_before = models.DurationField("menunggu dibuka semula", null=True)
    waiting_after = models.DurationField("menunggu dibuka", null=True)
    step_total_before = models.DurationField("waktu langkah semula", null=True)
    step_total_after = models.DurationField("waktu langkah", null=True)
    late_before = models.BooleanField("lewat waktu semula")
    late_after = models.BooleanField("lewat waktu")
    due_at_before = models.DateTimeField("batas semula", null=True)
    due_at_after = models.DateTimeField("batas", null=True)

    class Meta:
        verbose_name = verbose_name_plural = "penilaian yang dihitung ulang"
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.stay_id}"

    def save(self, *args, **kwargs) -> None:
        if not self._state.adding:
            raise TypeError("What was measured before stays as it was; a new change writes a new row.")
        super().save(*args, **kwargs)

    @property
    def turned(self) -> bool:
        """Tell whether the verdict itself turned, not only its figures."""
        return self.late_before != self.late_after

    @property
    def took(self) -> tuple[timedelta | None, timedelta | None]:
        """Give the step's working time before and after; a stay still open has none."""
        return self.step_total_before, self.step_total_after
