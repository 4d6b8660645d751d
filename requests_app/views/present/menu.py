"""What one person may do on a case page: the one primary act, the others, what to confirm."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from ...forms.dossier import Dossier, detail
from ...models.records import Disposition, StepRecord
from ...rules import acts
from ...rules.endings import may_end, possible_endings
from ...rules.records import may_confirm, may_correct
from ...rules.refusals import Refusal
from ...rules.tasks import check_task, may_dispose_in_meeting, own_appointment
from ...sop import Does


@dataclass(frozen=True)
class Primary:
    """The button at the head of the page; quiet when it is done for somebody else."""

    label: str
    url: str
    is_own: bool
    key: str


def primary(dossier: Dossier) -> Primary | None:
    """Name the awaited act, for whoever may do it or record it."""
    case, task, acting = dossier.case, dossier.case.awaited, dossier.acting
    if task is None:
        return None
    if may_dispose_in_meeting(acting, dossier):
        spoken = case.sop.spoken
        return Primary(spoken.button, reverse("act", args=[case.pk, spoken.slug]), True, "d")
    try:
        behalf = check_task(acting, dossier, task.slug)[1]
    except Refusal:
        return None
    url, key = reverse("act", args=[case.pk, task.slug]), "d" if task.does(Does.DISPOSES) else ""
    label = f"{task.button} atas nama {behalf.short_title}" if behalf else task.button
    return Primary(label, url, own_appointment(acting, task, case.holder_id) is not None, key)


def others(dossier: Dossier) -> list[tuple[str, str]]:
    """List the secondary acts: label and address, only those this person may do now."""
    case, acting = dossier.case, dossier.acting
    offered = [(act.label, act.name) for act in OFFERED if act.may(acting, dossier)]
    if may_correct_something(dossier):
        offered.append(("Koreksi catatan", "correct"))
    if acts.REOPEN.may(acting, dossier):
        offered.append((acts.REOPEN.label, acts.REOPEN.name))
    endings = [ending for ending in possible_endings(case) if may_end(acting, dossier, ending)]
    links = [(label, reverse(name, args=[case.pk])) for label, name in offered]
    return links + [(ending.button, reverse("end", args=[case.pk, ending.slug])) for ending in endings]


OFFERED = (
    acts.RESUME,
    acts.READY,
    acts.LATE_CASE,
    acts.REDIRECT,
    acts.RECALL,
    acts.PARAF,
    acts.CANCEL_LETTER,
    acts.HOLD,
    acts.NOTIFY,
    acts.EXTEND,
    acts.ATTACH,
)


def correctable(dossier: Dossier) -> list[StepRecord]:
    """List the records this person may correct, the newest first."""
    found = reversed(dossier.records)
    return [record for record in found if may_correct(dossier.acting, dossier, record, type(detail(record)))]


def may_correct_something(dossier: Dossier) -> bool:
    """Tell whether there is a record or a registration this person may correct."""
    return acts.CORRECT_REGISTRATION.may(dossier.acting, dossier) or bool(correctable(dossier))


def to_confirm(dossier: Dossier) -> list[Disposition]:
    """List the dispositions recorded for this person that wait for a yes or no."""
    return [given for given in dossier.all(Disposition) if may_confirm(dossier.acting, dossier, given)]
