"""The one GET form over the list of requests: whatever cannot be read is left out, never refused."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, cast

from django import forms

from ..models.case import Channel, State
from ..models.people import Post
from ..models.records import HoldReason
from ..sop import CURRENT_EDITION, EDITIONS, every_ending, every_step
from ..text.words import tanggal
from .base import DeskForm
from .days import OF_A_BOOK, DayField

ANY = ("", "Semua")
RUNNING = "running"
STATES = [ANY, (RUNNING, "Belum selesai"), *State.choices]
# What a figure of the performance page counts; the list then has a row for each, however often a case occurs.
WHAT = {
    "ended": "Selesai",
    "steps": "Langkah diselesaikan",
    "posts": "Pernah menunggu jabatan",
    "holds": "Penundaan yang berakhir",
    "paper": "Langkah yang dicatat susulan dari kertas",
    "arrivals": "Kedatangan yang dicatat susulan dari kertas",
    "held": "Sedang ditunda",
    "unopened": "Belum dibuka oleh yang dituju",
    "unexplained": "Alasan lewat waktu belum diisi",
    "reasons": "Alasan lewat waktu diberikan",
    "unconfirmed": "Disposisi belum dikonfirmasi",
}
TIMING = {"late": "lewat waktu", "on_time": "tepat waktu"}
HIDDEN = ("what", "begin", "end", "at", "timing")
LAW = [ANY, ("lewat", "Sudah lewat"), ("dekat", "Lewat atau tersisa ≤ 3 hari kerja")]


def _path_choices() -> list[tuple[str, str]]:
    edition = EDITIONS[CURRENT_EDITION]
    letters = {number: edition.step(number).takes_letter for number in edition.entries}
    return [ANY, *((str(number), "Dengan surat" if letter else "Langsung") for number, letter in letters.items())]


def _step_choices() -> list[tuple[str, str]]:
    return [ANY, *((str(number), f"{number} · {step.title}") for number, step in every_step().items())]


class CaseFilter(DeskForm, forms.Form):
    """What the list may be narrowed to; an unreadable value counts as not chosen."""

    q = forms.CharField(label="Cari", required=False, max_length=100, widget=forms.SearchInput)
    state = forms.ChoiceField(label="Keadaan", required=False, choices=STATES)
    step = forms.ChoiceField(label="Langkah", required=False, choices=_step_choices)
    holder = forms.ChoiceField(label="Menunggu", required=False, choices=[ANY])
    entry = forms.ChoiceField(label="Jalur", required=False, choices=_path_choices)
    channel = forms.ChoiceField(label="Saluran", required=False, choices=[ANY, *Channel.choices])
    since = DayField(label="Diterima sejak", required=False, bounds=OF_A_BOOK)
    until = DayField(label="Sampai", required=False, bounds=OF_A_BOOK)
    ending = forms.ChoiceField(
        label="Penyelesaian",
        required=False,
        choices=[ANY, *((slug, ending.title) for slug, ending in every_ending().items())],
    )
    law = forms.ChoiceField(label="Batas undang-undang", required=False, choices=LAW)
    late = forms.BooleanField(label="Lewat waktu SOP saja", required=False)
    what = forms.ChoiceField(required=False, choices=[ANY, *WHAT.items()], widget=forms.HiddenInput)
    begin = DayField(required=False, widget=forms.HiddenInput, bounds=OF_A_BOOK)
    end = DayField(required=False, widget=forms.HiddenInput, bounds=OF_A_BOOK)
    at = forms.SlugField(required=False, max_length=12, widget=forms.HiddenInput)
    timing = forms.ChoiceField(required=False, choices=[ANY, *TIMING.items()], widget=forms.HiddenInput)

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
        return bool(self.chosen.keys() - {"q", *HIDDEN})

    @property
    def is_beyond(self) -> bool:
        """Tell whether a day lies where no request can: what it would find is not what was meant."""
        return self.is_bound and any(self.has_error(name, "bounds") for name in ("since", "until", "begin", "end"))

    @property
    def kept(self) -> list[tuple[str, str]]:
        """List what the form carries on unseen, so that searching narrows what a figure counts."""
        chosen = self.chosen
        return [(name, str(chosen[name])) for name in HIDDEN if name in chosen] if "what" in chosen else []

    @property
    def behind(self) -> str:
        """Say in words which figure's cases these are."""
        chosen = self.chosen
        if "what" not in chosen:
            return ""
        parts = [WHAT[chosen["what"]], self._at_words(chosen), TIMING.get(chosen.get("timing", ""), "")]
        days = [tanggal(chosen[name]) for name in ("begin", "end") if name in chosen]
        return " · ".join(part for part in (*parts, " sampai ".join(days)) if part)

    def _at_words(self, chosen: dict[str, Any]) -> str:
        at, holder = chosen.get("at", ""), cast(Any, self.fields["holder"])
        if chosen["what"] in ("steps", "paper"):
            return next((label for value, label in _step_choices() if value == at), "") if at else ""
        if chosen["what"] == "posts":
            return "Help Desk" if at == "0" else str(dict(holder.choices).get(at, ""))
        return str(dict(HoldReason.choices).get(at, ""))

    def clean(self) -> dict[str, Any]:
        """Read two days in the wrong order the other way round."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        since: date | None = cleaned.get("since")
        until: date | None = cleaned.get("until")
        if since and until and until < since:
            cleaned["since"], cleaned["until"] = until, since
        return cleaned
