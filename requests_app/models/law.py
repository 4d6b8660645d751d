"""The law's days and the election stages, kept as dated rows an admin edits, and what they make of each case.

These are working days of the whole case, never to be mixed with the SOP's minutes per step. Which of them bind,
and for how long, is believed or read in public sources: so no figure stands in code.
"""

from datetime import date

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q

from ..clock import WITA
from ..text.words import tanggal
from .base import ends_after, track
from .case import InformationRequest
from .versions import LawRow, by_version


class RuleKind(models.TextChoices):
    """What a number of working days is given for; inside a stage, only for information on the stages."""

    REPLY = "jawab", "Pemberitahuan tertulis"
    EXTENSION = "perpanjangan", "Perpanjangan pemberitahuan tertulis, satu kali"
    STAGE_REPLY = "jawab_tahapan", "Pemberitahuan tertulis (informasi tahapan, pada masa tahapan)"
    STAGE_EXTENSION = "perpanjangan_tahapan", "Perpanjangan, satu kali (informasi tahapan, pada masa tahapan)"
    TELL_INCOMPLETE = "kekurangan", "Memberi tahu pemohon bahwa berkas belum lengkap"
    COMPLETE_FILE = "melengkapi", "Pemohon melengkapi berkas, sejak diberi tahu"
    OBJECTION = "keberatan", "Pemohon mengajukan keberatan"
    OBJECTION_ANSWER = "tanggapan", "Atasan PPID menanggapi keberatan"
    STAGE_OBJECTION_ANSWER = "tanggapan_tahapan", "Atasan PPID menanggapi keberatan (pada masa tahapan)"


class StatutoryRule(LawRow):
    """So many working days for one thing, from a day to a day, and the law that gives them.

    The row in force on the day of receipt holds for the whole case: petitioner and office relied on it from that
    day, and a rule made later does not reach back. So a row in use is not changed, it is ended and followed by another.
    """

    kind = models.CharField("untuk", max_length=24, choices=RuleKind.choices)
    days = models.PositiveSmallIntegerField("hari kerja")
    source = models.CharField("sumber", max_length=200, help_text="Undang-undang atau peraturan, dengan pasalnya.")
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField("berlaku sampai", null=True, blank=True, help_text="Kosong: masih berlaku.")
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "batas hari kerja menurut undang-undang"
        ordering = ["kind", "valid_from"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=RuleKind.values), name="statutory_rule_kind_known"),
            models.CheckConstraint(
                condition=Q(days__gt=0),
                name="statutory_rule_days_positive",
                violation_error_message="Jumlah hari kerja harus lebih dari nol.",
            ),
            ends_after(
                "statutory_rule_ends_after_begins",
                "Masa berlaku berakhir sebelum dimulai.",
                "valid_from",
                "valid_until",
            ),
            models.UniqueConstraint(
                fields=["kind", "valid_from"],
                name="statutory_rule_once_from_a_day",
                violation_error_message="Sudah ada aturan untuk hal ini yang berlaku sejak tanggal itu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.days} hari kerja"

    def covers(self, day: date) -> bool:
        """Tell whether the rule is in force on a day."""
        return self.valid_from <= day and (self.valid_until is None or day <= self.valid_until)

    def touches_from(self) -> date:
        return self.valid_from

    def clean(self) -> None:
        """Refuse a second rule for the same thing on the same day, and a change of what cases already rely on."""
        if not self.kind or not self.valid_from:
            return
        if self.valid_until and self.valid_until < self.valid_from:
            raise ValidationError({"valid_until": "Masa berlaku berakhir sebelum dimulai."})
        others = StatutoryRule.objects.filter(kind=self.kind).exclude(pk=self.pk)
        others = others.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=self.valid_from))
        clash = (others.filter(valid_from__lte=self.valid_until) if self.valid_until else others).first()
        if clash:
            since = tanggal(clash.valid_from)
            raise ValidationError({"valid_from": f"Bertumpuk dengan aturan yang berlaku sejak {since}; akhiri dulu."})
        self._refuse_reaching_back()

    def _refuse_reaching_back(self) -> None:
        """Refuse whatever would give cases already received other days than those they were received under."""
        old = StatutoryRule.objects.filter(pk=self.pk).first() if self.pk else None
        newest = InformationRequest.objects.order_by("-received_at").values_list("received_at", flat=True).first()
        last = newest.astimezone(WITA).date() if newest else None
        if old is None or last is None or last < old.valid_from:
            return
        if (old.kind, old.days, old.valid_from) != (self.kind, self.days, self.valid_from):
            raise ValidationError(
                {"days": "Aturan ini sudah dipakai; akhiri masa berlakunya, lalu tambahkan aturan yang baru."}
            )
        if self.valid_until and self.valid_until < last and self.valid_until != old.valid_until:
            said = f"Sudah ada permohonan yang diterima {tanggal(last)}; akhiri pada tanggal itu atau sesudahnya."
            raise ValidationError({"valid_until": said})


class ElectionStage(LawRow):
    """A stage of an election, from a day to a day, by decree: information on it then has the shorter days."""

    name = models.CharField("tahapan", max_length=150)
    decree = models.CharField("nomor peraturan/keputusan", max_length=150)
    begins = models.DateField("mulai")
    ends = models.DateField("berakhir", null=True, blank=True, help_text="Kosong: belum ditentukan.")
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "tahapan Pemilu dan Pemilihan"
        ordering = ["-begins", "name"]
        constraints = [
            ends_after("election_stage_ends_after_begins", "Tahapan berakhir sebelum dimulai."),
            models.UniqueConstraint(
                fields=["name", "begins"],
                name="election_stage_once_from_a_day",
                violation_error_message="Tahapan ini sudah tercatat mulai tanggal itu.",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def covers(self, day: date) -> bool:
        """Tell whether the stage runs on a day."""
        return self.begins <= day and (self.ends is None or day <= self.ends)

    def touches_from(self) -> date:
        return self.begins

    def clean(self) -> None:
        """Refuse a stage that ends before it begins."""
        if self.begins and self.ends and self.ends < self.begins:
            raise ValidationError({"ends": "Tahapan tidak boleh berakhir sebelum dimulai."})


@by_version
def load_law(version: int) -> tuple[list[StatutoryRule], list[ElectionStage]]:
    """Read rules and stages, latest first, once per process and version."""
    return list(StatutoryRule.objects.order_by("-valid_from")), list(ElectionStage.objects.order_by("-begins"))


class Deadline(models.Model):
    """A derived row: when the law's days of one case end. Equal to a recomputation from its records, see `deadlines`.

    On which day they were answered stands on the case itself; so an answer writes no row of its own.
    """

    case = models.OneToOneField(InformationRequest, models.PROTECT, primary_key=True, related_name="deadline")
    in_stage = models.BooleanField("informasi tahapan pada masa tahapan", default=False)
    days = models.PositiveSmallIntegerField("hari kerja", null=True)  # none where no rule was in force
    extended = models.PositiveSmallIntegerField("diperpanjang", default=0)
    due = models.DateField("batas", null=True, db_index=True)  # none while an incomplete file stops the days

    class Meta:
        verbose_name = verbose_name_plural = "batas menurut undang-undang"

    def __str__(self) -> str:
        return f"{self.case_id}: {self.due}"
