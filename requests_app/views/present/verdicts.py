"""What a change of the calendar made of a stay: its time and verdict before and after, who did it, and why."""

from __future__ import annotations

from datetime import datetime, timedelta

from ...forms.dossier import Dossier
from ...models.remeasured import VerdictChange
from ...text import words
from .rail import took_of


def sentence(row: VerdictChange, target: int, now: datetime) -> str:
    """Say a whole change in one sentence, for the stay it is about."""
    before, after = figures(row, target, now)
    who = f"{words.saat(row.change.changed_at, now)} oleh {row.change.author}"
    return f"Dihitung ulang {who}: semula {before}, menjadi {after}. Sebab: {row.change.words}."


def figures(row: VerdictChange, target: int, now: datetime) -> tuple[str, str]:
    """Say what a stay came to before and after: its step's time and verdict, or while it runs its due instant."""
    if row.step_total_after is None:
        return _due(row.due_at_before, now), _due(row.due_at_after, now)
    before = _judged(row.step_total_before, target, row.late_before)
    return before, _judged(row.step_total_after, target, row.late_after)


def _judged(took: timedelta | None, target: int, late: bool) -> str:
    said = took_of(took, target) if took else f"0 menit dari {words.lama(target)}"
    return f"{said} ({'lewat' if late else 'tepat waktu'})"


def _due(at: datetime | None, now: datetime) -> str:
    return f"batas {words.saat(at, now)}" if at else "tanpa batas"


def verdict(row: VerdictChange) -> tuple[str, str]:
    """Say what became of the verdict, with the tone of its tag."""
    if row.step_total_after is None:
        return "batas bergeser", "hold"
    stands = "menjadi" if row.turned else "tetap"
    return (f"{stands} lewat", "late") if row.late_after else (f"{stands} tepat waktu", "ok")


def shifts(dossier: Dossier) -> list[str]:
    """Say how changes of the calendar moved the due instant of the stay still open."""
    stay = dossier.open_stay
    if stay is None:
        return []
    return [sentence(row, stay.target, dossier.now) for row in dossier.remeasured.get(stay.pk, [])]
