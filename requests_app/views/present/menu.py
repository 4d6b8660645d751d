"""What one person may do on a case page: the one primary act, the others, the papers, what to confirm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from ...dossier import Dossier
from ...models.books import Expedition
from ...models.case import State
from ...models.people import PostKind
from ...models.records import Closing, Confirmation, Disposition, Identification, IncomingLetter, ReplyLetter
from ...permissions import ending_appointment, own_appointment, recording_appointment
from ...refusals import NotPermitted
from ...sop import Actor
from ...workflow import possible_endings

DESKS = (Actor.HELPDESK, Actor.SEKRETARIS)


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
    if case.task == "meet" and acting.at(case.addressee_id):
        spoken = dossier.edition.step(case.row.next[0]).tasks[0]
        return Primary(spoken.button, reverse("act", args=[case.pk, spoken.slug]), True, "d")
    url, key = reverse("act", args=[case.pk, task.slug]), "d" if task.slug == "dispose" else ""
    if own_appointment(acting, case, task):
        return Primary(task.button, url, True, key)
    if recording_appointment(acting, task):
        behalf = f" atas nama {case.holder.short_title}" if case.holder else ""
        return Primary(task.button + behalf, url, False, key)
    return None


def others(dossier: Dossier) -> list[tuple[str, str]]:
    """List the secondary acts: label and address, only those this person may do now."""
    case = dossier.case
    found = [
        (label, reverse(name, args=[case.pk])) for name, label, may in SIDE_ACTS if may(dossier)
    ]
    return found + _endings(dossier)


def _endings(dossier: Dossier) -> list[tuple[str, str]]:
    if dossier.case.state == State.ENDED:
        return []
    return [
        (ending.button, reverse("end", args=[dossier.case.pk, ending.slug]))
        for ending in possible_endings(dossier.case)
        if _may_end(dossier, ending)
    ]


def _may_end(dossier: Dossier, ending: Any) -> bool:
    try:
        ending_appointment(dossier.acting, dossier.case, ending)
    except NotPermitted:
        return False
    return True


def _is_holder_or(dossier: Dossier, *actors: Actor) -> bool:
    return bool(dossier.acting.at(dossier.case.holder_id) or dossier.acting.as_actor(*actors))


def _may_redirect(dossier: Dossier) -> bool:
    task = dossier.case.awaited
    if task is None or not (task.addressed or "tugas" in task.form_of):
        return False
    last = dossier.last(Disposition)
    return _is_holder_or(dossier, Actor.SEKRETARIS) or bool(last and dossier.acting.at(last.speaker_id))


def _may_recall(dossier: Dossier) -> bool:
    case, acting, visit = dossier.case, dossier.acting, dossier.open_visit
    if case.task == "approve":
        letter = dossier.last(ReplyLetter)
        return bool(letter and acting.at(letter.appointment.post_id))
    given = dossier.last(Disposition)
    if given is None or given.recalled_at or visit is None or visit.opened:
        return False
    return given.addressee_id == case.holder_id and acting.at(given.speaker_id) is not None


def _may_hold(dossier: Dossier) -> bool:
    return dossier.case.state == State.OPEN and _is_holder_or(dossier, *DESKS)


def _may_resume(dossier: Dossier) -> bool:
    return dossier.case.state == State.HELD and _is_holder_or(dossier, *DESKS)


def _may_announce(dossier: Dossier) -> bool:
    return dossier.case.task == "deliver" and _may_hold(dossier)


def _may_attach(dossier: Dossier) -> bool:
    return bool(dossier.acting.actors) or dossier.acting.of_kind(PostKind.STAFF) is not None


def _may_correct(dossier: Dossier) -> bool:
    return bool(dossier.acting.actors)


def _may_reopen(dossier: Dossier) -> bool:
    return dossier.case.state == State.ENDED and dossier.acting.of_kind(PostKind.SEKRETARIS) is not None


SIDE_ACTS = (
    ("resume", "Lanjutkan (akhiri penundaan)", _may_resume),
    ("ready", "Tandai siap diambil", _may_announce),
    ("redirect", "Alihkan ke jabatan lain", _may_redirect),
    ("recall", "Tarik kembali", _may_recall),
    ("hold", "Tunda", _may_hold),
    ("attach", "Lampirkan berkas", _may_attach),
    ("correct", "Koreksi catatan", _may_correct),
    ("reopen", "Buka kembali", _may_reopen),
)


def papers(dossier: Dossier) -> list[tuple[str, str]]:
    """List the papers that can be printed as the case stands."""
    known = (
        ("receipt", "Tanda bukti pendaftaran", True),
        ("disposition", "Lembar disposisi", dossier.last(IncomingLetter) or dossier.last(Disposition)),
        ("letter", "Surat balasan", dossier.last(ReplyLetter)),
        ("handover", "Tanda terima", dossier.last(Expedition)),
        ("notice", "Pemberitahuan tertulis (PPID-D)", dossier.last(Identification) or dossier.last(Closing)),
    )
    return [(label, reverse("paper", args=[dossier.case.pk, name])) for name, label, exists in known if exists]


def to_confirm(dossier: Dossier) -> list[Disposition]:
    """List the dispositions recorded for this person that wait for a yes or no."""
    return [
        record
        for record in dossier.all(Disposition)
        if record.confirmation == Confirmation.PENDING
        and not record.recalled_at
        and dossier.acting.at(record.speaker_id)
    ]
