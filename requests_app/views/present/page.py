"""The context of the case page, and the brief beside a form."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from ...forms.dossier import Dossier
from ...models.records import Disposition, IncomingLetter
from ...rules.acts import REVEAL_NIK
from ...rules.tasks import opening_appointment
from . import line, menu, verdicts
from .clock import now_of
from .law import panel
from .papers import papers
from .rail import rail_of
from .reasons import questions

LAST_WORDS = 2  # dispositions quoted beside a form


def case_page(dossier: Dossier) -> dict[str, Any]:
    """Collect what the case page draws."""
    case = dossier.case
    return {
        "case": case,
        "petitioner": case.petitioner,
        "current": now_of(dossier),
        "shifts": verdicts.shifts(dossier),
        "ending": case.ended_as.title if case.ended_as else "",
        "rail": rail_of(dossier),
        "acts": line.timeline(dossier),
        "primary": menu.primary(dossier),
        "others": menu.others(dossier),
        "papers": papers(dossier),
        "to_confirm": menu.to_confirm(dossier),
        "questions": questions(dossier),
        "loose_files": _loose_files(dossier),
        "law": panel(dossier),
        "may_see_nik": REVEAL_NIK.may(dossier.acting, dossier),
        "missing": _missing(case.petitioner) if case.petitioner else [],
        "opened_url": opened_url(dossier),
    }


def brief(dossier: Dossier, with_files: bool = True) -> dict[str, Any]:
    """Collect what stands beside a form: the clock, what is asked, what was ordered, and the files if wanted."""
    given = [record for record in dossier.all(Disposition) if not record.recalled_at]
    return {
        "case": dossier.case,
        "petitioner": dossier.case.petitioner,
        "current": now_of(dossier),
        "incoming": dossier.last(IncomingLetter),
        "dispositions": given[-LAST_WORDS:],
        "files": files(dossier) if with_files else [],
        "opened_url": opened_url(dossier),
        "cancel_url": dossier.case.get_absolute_url(),
    }


def opened_url(dossier: Dossier) -> str:
    """Give the address that notes the first opening, only to whom the case waits for and only until noted."""
    case, stay = dossier.case, dossier.open_stay
    if stay is None or stay.opened:
        return ""
    return reverse("opened", args=[case.pk]) if opening_appointment(dossier.acting, dossier) else ""


def files(dossier: Dossier) -> list[tuple[str, str]]:
    """List the case's files: label and address."""
    return [(line.file_label(document), reverse("document", args=[document.pk])) for document in dossier.documents]


def _loose_files(dossier: Dossier) -> list[tuple[str, str]]:
    return [(line.file_label(d), reverse("document", args=[d.pk])) for d in dossier.documents if not d.record_id]


WANTED = {"nik": "NIK", "address": "alamat", "occupation": "pekerjaan", "phone": "telepon"}


def _missing(petitioner: Any) -> list[str]:
    """Name what the register (UU 14/2008 art. 22) wants and is not known yet."""
    return [label for name, label in WANTED.items() if not getattr(petitioner, name)]
