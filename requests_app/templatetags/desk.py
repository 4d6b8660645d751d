"""Filters and tags the desk's templates share; the wording itself lives in `requests_app.text.words`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import template
from django.forms import BoundField
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from ..text import words

register = template.Library()

# One path each, on a 16 by 16 grid.
ICONS = {
    "cari": "M12 7a5 5 0 1 1-10 0 5 5 0 0 1 10 0m-1 4 4 4",
    "cetak": "M4 6V1h8v5M4 12H1V6h14v6h-3M4 10h8v5H4z",
    "berkas": "M3 1h6l4 4v10H3zM9 1v4h4",
    "jam": "M15 8A7 7 0 1 1 1 8a7 7 0 0 1 14 0M8 4v4l3 2",
    "orang": "M11 5a3 3 0 1 1-6 0 3 3 0 0 1 6 0M2 15c0-4 3-5 6-5s6 1 6 5",
    "telepon": "M4 1 2 3c0 6 5 11 11 11l2-2-3-3-2 1-4-4 1-2z",
    "beres": "m2 9 4 4 8-10",
    "awas": "M8 1 1 15h14zM8 6v4M8 12v1",
}


def _unless_empty(say: Callable[[Any], str]) -> Callable[[Any], str]:
    def said(value: Any) -> str:
        return "" if value is None or value == "" else say(value)

    return said


for _name in "tanggal hari_tanggal bulan jam jam_pendek menit lama sisa nik_samar telepon telepon_samar".split():
    register.filter(_name, _unless_empty(getattr(words, _name)))

register.filter("saat", words.saat)


@register.filter
def breakable(number: str) -> SafeString:
    """Let a long number break after its strokes, and nowhere else."""
    *heads, tail = number.split("/")
    return format_html("{}{}", format_html_join("", "{}/<wbr>", ((head,) for head in heads)), tail)


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw one of the eight icons; it is decoration, words stand beside it."""
    return format_html(
        '<svg class="icon" viewBox="0 0 16 16" aria-hidden="true" focusable="false"><path d="{}"/></svg>', ICONS[name]
    )


@register.filter
def error_target(field: BoundField) -> str:
    """Name the id an error summary links to; a radio or checkbox group has none of its own, so its first choice."""
    if field.id_for_label:
        return str(field.id_for_label)
    choices = field.subwidgets
    return str(choices[0].id_for_label) if choices else str(field.auto_id)


@register.filter
def is_choice_group(field: BoundField) -> bool:
    """Tell radios and checkbox groups, drawn as chips, from other fields that want a fieldset."""
    return getattr(field.field.widget, "input_type", "") in {"radio", "checkbox"} and bool(field.use_fieldset)


@register.simple_tag(takes_context=True)
def seal(context: dict[str, Any], purpose: str, key: int) -> SafeString:
    """Seal a form of one button, tied to what it is about: however often it is pressed, it is one act."""
    from ..views import once  # which draws by these templates

    fields = once.hidden(context["request"], f"{purpose}:{key}")
    return format_html_join("", '<input type="hidden" name="{}" value="{}">', fields)


@register.simple_tag
def count(number: Any) -> SafeString | str:
    """Draw a figure of the performance page as the link to the list with as many rows; nothing counted is no link."""
    if not number.value or not number.asks:
        return str(number.value)
    return format_html('<a href="{}?{}">{}</a>', reverse("case_list"), number.asks, number.value)
