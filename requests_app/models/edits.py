"""One edited row of the settings in words: what was added, taken away, or changed from what to what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.dispatch import Signal

from ..text.words import jam_pendek, tanggal


@dataclass(frozen=True)
class Edit:
    """One row as its history copy tells it: who wrote it, when, and the days it touches before and after."""

    words: str
    reason: str
    user: Any
    at: datetime
    days: Sequence[tuple[date, date | None]]
    tells: Signal


def in_words(old: Any, new: Any) -> str:
    """Say what became of a row; nothing when it was saved as it stood."""
    row = new if new is not None else old
    name = str(row._meta.verbose_name)
    kind = name[:1].upper() + name[1:]
    if old is None:
        return f"{kind} ditambahkan: {row.describe()}"
    if new is None:
        return f"{kind} dihapus: {row.describe()}"
    changed = [said for field in new._meta.concrete_fields if (said := _from_to(field, old, new))]
    return f"{kind} diubah: {row.describe()} ({', '.join(changed)})" if changed else ""


def _from_to(field: Any, old: Any, new: Any) -> str:
    # What was read back has the field's own type; a row made in code may still hold a text.
    before, after = (field.to_python(getattr(row, field.attname)) for row in (old, new))
    if before == after:
        return ""
    return f"{field.verbose_name} {_shown(field, old)} → {_shown(field, new)}"


def _shown(field: Any, row: Any) -> str:
    value = getattr(row, field.name)
    if value is None or value == "":
        return "kosong"
    if field.choices:
        return str(getattr(row, f"get_{field.name}_display")())
    if isinstance(value, datetime):
        return f"{tanggal(value)} {jam_pendek(value)}"
    return tanggal(value) if isinstance(value, date) else jam_pendek(value) if isinstance(value, time) else str(value)
