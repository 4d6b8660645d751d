"""Blank forms for power cuts: which emergency numbers were printed, by whom and when.

An emergency number is written once, before anything happened: "DRT-0007/2026" is the seventh blank form of 2026.
Its series has no gaps and stands apart from the registration numbers, which are given when the paper is entered.
"""

import re
from collections.abc import Iterable

from django.db import models
from django.db.models import F, Q

from ..sop import CURRENT_EDITION, EDITIONS
from .people import Appointment

PREFIX = "DRT"
MOST_AT_ONCE = 50
TYPED = re.compile(rf"{PREFIX}\W*0*([1-9]\d{{0,5}})\W+(\d{{4}})", re.ASCII | re.IGNORECASE)
ENTRIES = [(entry, EDITIONS[CURRENT_EDITION].step(entry).title) for entry in EDITIONS[CURRENT_EDITION].entries]


def write_number(sequence: int, year: int) -> str:
    """Write an emergency number: "DRT-0007/2026"."""
    return f"{PREFIX}-{sequence:04}/{year}"


def read_number(typed: str) -> tuple[int, int] | None:
    """Read place and year out of a number however it was typed ("drt 7/2026"); none for anything else."""
    found = TYPED.fullmatch(typed.strip())
    return (int(found[1]), int(found[2])) if found else None


def canonical(typed: str) -> str:
    """Write a number as it was printed, so that one form is one text; what is no such number stays as typed."""
    found = read_number(typed)
    return write_number(*found) if found else " ".join(typed.split()).upper()


class FormBatch(models.Model):
    """One printing of blank forms of one path; never changed, so every number on paper has its origin here."""

    entry = models.PositiveSmallIntegerField("jalur", choices=ENTRIES)
    year = models.PositiveSmallIntegerField("tahun")
    first = models.PositiveIntegerField("nomor pertama")
    last = models.PositiveIntegerField("nomor terakhir")
    printed_by = models.ForeignKey(Appointment, models.PROTECT, related_name="+", verbose_name="dicetak oleh")
    printed_at = models.DateTimeField("dicetak")
    token = models.CharField(max_length=64, unique=True, null=True, editable=False)

    class Meta:
        verbose_name = verbose_name_plural = "cetakan formulir darurat"
        ordering = ["-year", "-first"]
        constraints = [
            models.UniqueConstraint(fields=["year", "first"], name="blank_forms_numbered_once"),
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="blank_forms_at_least_one"),
        ]

    def __str__(self) -> str:
        numbers = self.numbers
        return numbers[0] if len(numbers) == 1 else f"{numbers[0]} – {numbers[-1]}"

    @property
    def numbers(self) -> list[str]:
        """List the emergency numbers printed."""
        return [write_number(sequence, self.year) for sequence in range(self.first, self.last + 1)]


def printed_in(typed: str) -> FormBatch | None:
    """Find the printing a number came from; none when it was never printed."""
    found = read_number(typed)
    if found is None:
        return None
    return FormBatch.objects.filter(first__lte=found[0], last__gte=found[0], year=found[1]).first()


def used_numbers(batches: Iterable[FormBatch]) -> set[str]:
    """Name the numbers of these printings that a case was entered under."""
    from .case import InformationRequest

    numbers = [number for batch in batches for number in batch.numbers]
    cases = InformationRequest.objects.filter(emergency_number__in=numbers)
    return set(cases.values_list("emergency_number", flat=True))
