"""What a closed day or month amounts to, kept so that a year's figures need not read a year's rows."""

from django.db import models
from django.db.models import Q


class Tally(models.Model):
    """A derived row: the figures of one whole day or month (WITA). Absent when an act touched it: then it is counted.

    `counts` holds rows of a kind, its keys, how many and their seconds; `minutes` how often a step took how long.
    """

    DAY, MONTH = "day", "month"

    span = models.CharField(max_length=5, choices=[(DAY, "hari"), (MONTH, "bulan")])
    begins = models.DateField("mulai")
    ends = models.DateField("sampai sebelum")
    counts = models.JSONField()
    minutes = models.JSONField()

    class Meta:
        verbose_name = verbose_name_plural = "rekap kinerja"
        constraints = [
            models.UniqueConstraint(fields=["span", "begins"], name="tally_once"),
            models.CheckConstraint(condition=Q(ends__gt=models.F("begins")), name="tally_ends_after_begins"),
        ]

    def __str__(self) -> str:
        return f"{self.span} {self.begins}"
