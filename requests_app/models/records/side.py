"""Records of acts beside the rows: holds, endings, corrections, and the law's written notice and its extension."""

from django.db import models
from django.db.models import Q

from ..case import ENDINGS, InformationRequest
from ..people import Division
from .base import StepRecord


class HoldReason(models.TextChoices):
    IDENTITY = "identitas", "Menunggu pemohon: kelengkapan identitas"
    CLARIFICATION = "penjelasan", "Menunggu pemohon: penjelasan"
    APPOINTMENT = "janji", "Menunggu pemohon: janji temu"
    COLLECTION = "pengambilan", "Menunggu pemohon: siap diambil"
    OFFICIAL = "berhalangan", "Pejabat berhalangan"
    FORCE_MAJEURE = "kahar", "Keadaan kahar"
    PLENARY = "pleno", "Menunggu rapat pleno"


STOPPING = {reason for reason in HoldReason if reason != HoldReason.PLENARY}  # DOMAIN section 4


class Hold(StepRecord):
    """A penundaan: an interval of its own that the step's clock leaves out as its reason rules."""

    reason = models.CharField("alasan", max_length=12, choices=HoldReason.choices)
    began_at = models.DateTimeField("mulai ditunda")
    until = models.DateTimeField("dijadwalkan sampai", null=True, blank=True)
    notified_via = models.CharField("diberi tahu lewat", max_length=60, blank=True)
    ended_at = models.DateTimeField("berakhir", null=True, blank=True)
    act_ended = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = verbose_name_plural = "penundaan"
        indexes = [models.Index(fields=["ended_at"])]
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) | Q(ended_at__gte=models.F("began_at")),
                name="hold_ends_after_begins",
                violation_error_message="Penundaan tidak dapat berakhir sebelum dimulai.",
            ),
            models.CheckConstraint(condition=Q(reason__in=HoldReason.values), name="hold_reason_known"),
        ]

    @property
    def stops(self) -> bool:
        return self.reason in STOPPING


class Closing(StepRecord):
    """A named ending outside the decree, with what that ending needs."""

    ending = models.CharField("penyelesaian", max_length=20)
    statement = models.TextField("keterangan", max_length=2000, blank=True)
    holding_body = models.CharField("badan yang menguasai", max_length=200, blank=True)
    until = models.DateField("tersedia pada", null=True, blank=True)
    true_case = models.ForeignKey(InformationRequest, models.PROTECT, null=True, blank=True, related_name="+")
    division = models.ForeignKey(Division, models.PROTECT, null=True, blank=True, related_name="+")
    interview_on = models.DateField("tanggal wawancara", null=True, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "penyelesaian"
        constraints = [models.CheckConstraint(condition=Q(ending__in=ENDINGS), name="closing_ending_known")]


class Extension(StepRecord):
    """A perpanjangan: the law's days lengthened once, with the reason the petitioner reads (UU 14/2008 art. 22 (8))."""

    reason = models.TextField("alasan perpanjangan", max_length=1000)
    days = models.PositiveSmallIntegerField("hari kerja")
    source = models.CharField("sumber", max_length=200)
    due_before = models.DateField("batas semula")
    due_after = models.DateField("batas baru")

    class Meta:
        verbose_name = verbose_name_plural = "perpanjangan"
        constraints = [
            models.CheckConstraint(
                condition=Q(due_after__gt=models.F("due_before")), name="extension_moves_the_due_day"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="extension_has_a_reason"),
        ]


class WrittenNotice(StepRecord):
    """A pemberitahuan tertulis (PPID-D) that reached the petitioner: it ends the law's days, not the case."""

    via = models.CharField("disampaikan lewat", max_length=60)

    class Meta:
        verbose_name = verbose_name_plural = "pemberitahuan tertulis"


class Correction(StepRecord):
    """A koreksi: which record got a new version; the reason is its note, the old version stays in history."""

    record = models.ForeignKey(StepRecord, models.PROTECT, related_name="corrections")
    changed = models.CharField("yang dikoreksi", max_length=300)

    class Meta:
        verbose_name = verbose_name_plural = "koreksi"
