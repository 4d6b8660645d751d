"""What every act leaves: which row and task, by whom, when, and on whose behalf."""

from datetime import timedelta

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from ...text.words import jam_pendek, tanggal
from ..base import track
from ..case import STEPS, TASKS, InformationRequest
from ..people import Appointment, Post


class ActKind(models.TextChoices):
    COMPLETE = "complete", "Menyelesaikan tugas"
    READY = "ready", "Siap diambil"
    REDIRECT = "redirect", "Mengalihkan"
    RECALL = "recall", "Menarik kembali"
    CORRECT = "correct", "Mengoreksi"
    CONFIRM = "confirm", "Mengonfirmasi"
    HOLD = "hold", "Menunda"
    RESUME = "resume", "Melanjutkan"
    END = "end", "Menyelesaikan permohonan"
    REOPEN = "reopen", "Membuka kembali"
    ATTACH = "attach", "Melampirkan"
    PARAF = "paraf", "Memaraf"
    CANCEL = "cancel", "Membatalkan surat"
    EXPLAIN = "explain", "Menjelaskan keterlambatan"
    EXTEND = "extend", "Memperpanjang batas undang-undang"
    NOTIFY = "notify", "Menyampaikan pemberitahuan tertulis"


class StepRecord(models.Model):
    """What every act leaves: which row and task, by whom in which appointment, when, and on whose behalf."""

    case = models.ForeignKey(InformationRequest, models.PROTECT, related_name="records", verbose_name="permohonan")
    kind = models.CharField("jenis tindakan", max_length=8, choices=ActKind.choices, default=ActKind.COMPLETE)
    step = models.PositiveSmallIntegerField("langkah")
    task = models.CharField("tugas", max_length=12)
    act = models.PositiveIntegerField("tindakan ke")
    appointment = models.ForeignKey(Appointment, models.PROTECT, related_name="+", verbose_name="pelaku")
    on_behalf_of = models.ForeignKey(
        Post, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="atas nama"
    )
    happened_at = models.DateTimeField("terjadi")
    recorded_at = models.DateTimeField("dicatat")
    started_at = models.DateTimeField("formulir dibuka", null=True)
    clock_set_back = models.BooleanField("jam server mundur", default=False)
    note = models.TextField("catatan", max_length=1000, blank=True)
    history = track(inherit=True)

    class Meta:
        verbose_name = verbose_name_plural = "catatan tindakan"
        ordering = ["-act", "-pk"]
        indexes = [models.Index(fields=["case", "act"])]
        constraints = [
            models.CheckConstraint(condition=Q(step__in=STEPS), name="record_step_known"),
            models.CheckConstraint(condition=Q(task__in=TASKS), name="record_task_known"),
            models.CheckConstraint(condition=Q(kind__in=ActKind.values), name="record_kind_known"),
            models.CheckConstraint(
                condition=Q(happened_at__lte=models.F("recorded_at")) | Q(clock_set_back=True),
                name="record_not_in_future",
                violation_error_message="Waktu kejadian tidak boleh sesudah waktu pencatatan.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}/{self.act}"

    @property
    def is_late_entry(self) -> bool:
        """Tell whether it was recorded well after it happened (paper entry)."""
        return self.recorded_at - self.happened_at > LATE_AFTER

    @property
    def late_note(self) -> str:
        """Say when it was recorded, where that was well after it happened; else nothing."""
        recorded = f"{tanggal(self.recorded_at)} {jam_pendek(self.recorded_at)}"
        return f"susulan, dicatat {recorded}" if self.is_late_entry else ""


LATE_AFTER = timedelta(minutes=5)
# `is_late_entry` as a condition on records.
LATE_ENTRY = Q(recorded_at__gt=F("happened_at") + LATE_AFTER)


def stay_entered_late() -> Exists:
    """Match the stays whose last act was recorded well after it happened, so that reports count them apart."""
    return Exists(StepRecord.objects.filter(LATE_ENTRY, case=OuterRef("case"), act=OuterRef("act_ended")))


def case_entered_late() -> Exists:
    """Match the cases whose arrival was entered from paper: their receipt lies well before its recording."""
    return Exists(StepRecord.objects.filter(LATE_ENTRY, case=OuterRef("pk"), act=FIRST_RECORDED))


FIRST_RECORDED = 2  # a case is opened by its first act and recorded by the second, in one transaction
