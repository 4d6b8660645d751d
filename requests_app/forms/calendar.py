"""What the settings ask of hours and revised targets before a row is tried: errors of several rows sent together."""

from __future__ import annotations

from itertools import groupby, pairwise
from typing import Any

from django import forms

from ..models.revisions import TargetRevision
from ..sop import CURRENT_EDITION, EDITIONS, every_step
from .days import TwoBoxMoment


class SpanFormSet(forms.BaseInlineFormSet):
    """The spans of a week, judged as they would stand together; the rows now stored do not count."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Let the formset judge what overlaps."""
        super().add_fields(form, index)
        form.instance.judged_with_its_week = True

    def clean(self) -> None:
        """Refuse spans that overlap on one day, at the field of the later one."""
        filled = [form for form in self.forms if form.cleaned_data.get("opens") and form.cleaned_data.get("closes")]
        filled.sort(key=_in_the_week)
        for _, same_day in groupby(filled, key=lambda form: form.cleaned_data.get("weekday")):
            for before, after in pairwise(same_day):
                _refuse_overlap(before, after)


def _in_the_week(form: Any) -> Any:
    weekday = form.cleaned_data.get("weekday")
    return (-1 if weekday is None else weekday, form.cleaned_data["opens"], form.cleaned_data["closes"])


def _refuse_overlap(before: Any, after: Any) -> None:
    opens, closes = before.cleaned_data["opens"], before.cleaned_data["closes"]
    if after.cleaned_data["opens"] < closes:
        after.add_error("opens", f"Bertumpuk dengan {opens:%H.%M}–{closes:%H.%M} pada hari yang sama.")


class RevisionForm(forms.ModelForm):
    """Offers the editions and rows there are."""

    edition = forms.ChoiceField(
        label="Edisi SOP",
        initial=CURRENT_EDITION,
        choices=[(slug, edition.title) for slug, edition in EDITIONS.items()],
    )
    step = forms.TypedChoiceField(
        label="Langkah",
        coerce=int,
        choices=[
            (row.number, f"{row.number} · {row.title} ({row.target_minutes} menit)") for row in every_step().values()
        ],
    )

    class Meta:
        model = TargetRevision
        fields = ("edition", "step", "minutes", "valid_from", "decree", "reason")
        field_classes = {"valid_from": TwoBoxMoment}
