"""The one GET form over the list of requests: whatever cannot be read is left out, never refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from ..models.case import STEPS, Channel, State
from ..models.people import Post
from ..sop import CURRENT_EDITION, EDITIONS
from .base import DeskForm
from .widgets import DatePicker

ANY = ("", "Semua")


def _path_choices() -> list[tuple[str, str]]:
    edition = EDITIONS[CURRENT_EDITION]
    letters = {number: bool(edition.step(number).inputs) for number in edition.entries}
    return [ANY, *((str(number), "Dengan surat" if letter else "Langsung") for number, letter in letters.items())]


def _step_choices() -> list[tuple[str, str]]:
    edition = EDITIONS[CURRENT_EDITION]
    return [ANY, *((str(number), f"{number} · {edition.step(number).title}") for number in STEPS)]


class CaseFilter(DeskForm, forms.Form):
    """What the list may be narrowed to; an unreadable value counts as not chosen."""

    q = forms.CharField(label="Cari", required=False, max_length=100, widget=forms.SearchInput)
    state = forms.ChoiceField(label="Keadaan", required=False, choices=[ANY, *State.choices])
    step = forms.ChoiceField(label="Langkah", required=False, choices=_step_choices)
    holder = forms.ChoiceField(label="Menunggu", required=False, choices=[ANY])
    entry = forms.ChoiceField(label="Jalur", required=False, choices=_path_choices)
    channel = forms.ChoiceField(label="Saluran", required=False, choices=[ANY, *Channel.choices])
    since = forms.DateField(label="Diterima sejak", required=False, widget=DatePicker)
    until = forms.DateField(label="Sampai", required=False, widget=DatePicker)
    late = forms.BooleanField(label="Lewat waktu saja", required=False)

    def offer_posts(self, posts: Iterable[Post]) -> None:
        """Take the posts a case may wait for."""
        holder: Any = self.fields["holder"]
        holder.choices = [ANY, *((str(post.pk), post.short_title) for post in posts)]

    @property
    def chosen(self) -> dict[str, Any]:
        """Give what was chosen and could be read, by field name."""
        if not self.is_bound:
            return {}
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value not in (None, "", False)}

    @property
    def is_narrowed(self) -> bool:
        """Tell whether anything beyond a search was chosen, to show the filters open."""
        return bool(self.chosen.keys() - {"q"})

    def clean(self) -> dict[str, Any]:
        """Read two days in the wrong order the other way round."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        since: date | None = cleaned.get("since")
        until: date | None = cleaned.get("until")
        if since and until and until < since:
            cleaned["since"], cleaned["until"] = until, since
        return cleaned
