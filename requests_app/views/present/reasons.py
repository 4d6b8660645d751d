"""Lateness accounted for, in words: how late a step was, the reason given, and who is still asked for one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse

from ...forms.dossier import Dossier
from ...models.records import Lateness
from ...rules.records import asked_name, may_explain
from ...text import words
from .rail import took_of


@dataclass(frozen=True)
class Question:
    """A late step that waits for its reason, and where it is given."""

    words: str
    url: str


def over(total: timedelta | None, target: int) -> str:
    """Say by how much a step ended late, its target in working minutes: "lewat 9 menit"."""
    return words.sisa(timedelta(minutes=target) - (total or timedelta()))


def reason_of(run: int, dossier: Dossier) -> str:
    """Say why a step was late, or that nobody has said so yet."""
    stays = {stay.pk: stay for stay in dossier.stays if stay.run == run}
    given = [record for record in dossier.all(Lateness) if record.stay_id in stays]
    said = "; ".join(record.text for record in given)
    asked = next(
        (f"belum diisi, ditanyakan kepada {asked_name(stay)}" for stay in stays.values() if stay.unexplained), ""
    )
    return "; ".join(part for part in (said, asked) if part)


def late_words(dossier: Dossier, run: int) -> str:
    """Name a late step with what it took: "Langkah 7 · Mencermati surat: 19 dari 10 menit, lewat 9 menit"."""
    last = [stay for stay in dossier.stays if stay.run == run][-1]
    row = dossier.edition.step(last.step)
    took = took_of(last.step_total, last.target)
    return f"Langkah {row.number} · {row.title}: {took}, {over(last.step_total, last.target)}"


def questions(dossier: Dossier) -> list[Question]:
    """List the late steps of a case this person may still give the reason for, oldest first."""
    asked = [stay for stay in dossier.stays if stay.unexplained and may_explain(dossier.acting, dossier, stay)]
    return [
        Question(late_words(dossier, stay.run), reverse("explain", args=[dossier.case.pk, stay.run])) for stay in asked
    ]
