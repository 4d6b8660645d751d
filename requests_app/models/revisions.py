"""Time targets revised for force majeure (pengesahan 2), kept as rows with reason, decision number and start."""

from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Exists, OuterRef, Q

from ..sop import CURRENT_EDITION, EDITIONS
from ..text.words import jam_pendek, tanggal
from .base import track
from .case import Stay
from .versions import CalendarRow, by_version


class TargetRevision(CalendarRow):
    """A revised time target (pengesahan 2); steps entered before it begins keep theirs (pengesahan 3)."""

    edition = models.CharField("edisi SOP", max_length=20, default=CURRENT_EDITION)
    step = models.PositiveSmallIntegerField("langkah")
    minutes = models.PositiveIntegerField("target (menit kerja)")
    reason = models.CharField("alasan", max_length=200)
    decree = models.CharField("nomor keputusan", max_length=120)
    valid_from = models.DateTimeField("berlaku sejak")
    history = track()

    class Meta:
        verbose_name = verbose_name_plural = "perubahan target waktu"
        ordering = ["edition", "step", "valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=Q(minutes__gt=0),
                name="target_revision_minutes_positive",
                violation_error_message="Target waktu harus lebih dari nol menit.",
            ),
            models.UniqueConstraint(
                fields=["edition", "step", "valid_from"],
                name="target_revision_once_at_a_time",
                violation_error_message="Langkah ini sudah mempunyai perubahan yang berlaku sejak saat itu.",
            ),
        ]

    def __str__(self) -> str:
        return f"Langkah {self.step}: {self.minutes} menit"

    def clean(self) -> None:
        """Refuse an edition or step the decree does not have, a target of nothing, and reaching back."""
        if self.edition not in EDITIONS:
            raise ValidationError({"edition": "Edisi SOP ini tidak ada."})
        if self.step is not None and self.step not in EDITIONS[self.edition].steps:
            raise ValidationError({"step": f"SOP edisi {self.edition} tidak mempunyai langkah {self.step}."})
        if self.minutes == 0:
            raise ValidationError({"minutes": "Target waktu harus lebih dari nol menit."})
        if self.step is not None and self.valid_from:
            self._refuse_a_second()
            self._refuse_reaching_back()

    def _refuse_a_second(self) -> None:
        same = TargetRevision.objects.filter(edition=self.edition, step=self.step, valid_from=self.valid_from)
        if second := same.exclude(pk=self.pk).first():
            said = f"Langkah {self.step} sudah mempunyai perubahan sejak saat itu (keputusan {second.decree})."
            raise ValidationError({"valid_from": said})

    def _refuse_reaching_back(self) -> None:
        """Pengesahan 3: no step entered while this row, as it was or as it would be, was in force."""
        old = TargetRevision.objects.filter(pk=self.pk).first()
        if old and all(getattr(old, name) == getattr(self, name) for name in RULING):
            return  # only its words are put right
        for row in (old, self):
            if row and (stay := row.last_entered()):
                raise ValidationError({"valid_from": _entered(stay, row is old)})

    def last_entered(self) -> Stay | None:
        """Find the last stay in this row's step that was entered while this row rules: it has its target already."""
        others = TargetRevision.objects.filter(edition=self.edition, step=self.step, valid_from__gt=self.valid_from)
        later = others.exclude(pk=self.pk).order_by("valid_from").first()
        same_run = Stay.objects.filter(case=OuterRef("case"), run=OuterRef("run"), act_began__lt=OuterRef("act_began"))
        entered = Stay.objects.filter(~Exists(same_run), case__edition=self.edition, step=self.step)
        entered = entered.filter(began__gte=self.valid_from)
        if later:
            entered = entered.filter(began__lt=later.valid_from)
        return entered.select_related("case").order_by("-began").first()


RULING = ("edition", "step", "minutes", "valid_from")


def _entered(stay: Stay, in_force: bool) -> str:
    when = f"{tanggal(stay.began)} pukul {jam_pendek(stay.began)}"
    done = "dimasuki" if stay.ended is None else "diselesaikan"
    why = "perubahan ini sudah berlaku" if in_force else "itu sesudah saat berlaku ini"
    return (
        f"Langkah {stay.step} sudah {done} permohonan {stay.case.short_number} (masuk {when}), dan {why}. Langkah yang "
        f"sudah dimasuki tidak berubah targetnya (pengesahan 3)"
        + ("; buatlah perubahan baru." if in_force else f": pilih saat sesudah {when}.")
    )


def target_minutes(edition: str, step: int, at: datetime, version: int) -> int:
    """Look up the target a step entered at that instant gets, in working minutes. Raises KeyError."""
    revised = revision_at(edition, step, at, version)
    return revised.minutes if revised else EDITIONS[edition].step(step).target_minutes


def revision_at(edition: str, step: int, at: datetime, version: int) -> TargetRevision | None:
    """Find the revision in force for a step entered at that instant; without one the decree's own target holds."""
    of_step = (row for row in load_revisions(version) if (row.edition, row.step) == (edition, step))
    return next((row for row in of_step if row.valid_from <= at), None)


@by_version
def load_revisions(version: int) -> list[TargetRevision]:
    """Read the target revisions, latest first, once per process and version."""
    return list(TargetRevision.objects.order_by("-valid_from"))
