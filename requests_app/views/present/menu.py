"""What one person may do on a case page: the one primary act, the others, the papers, what to confirm."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from ... import printing
from ...documents import SCANS
from ...forms.dossier import Dossier
from ...models.books import Expedition
from ...models.case import State
from ...models.people import PostKind
from ...models.records import (
    Closing,
    Confirmation,
    Decision,
    Disposition,
    Identification,
    IncomingLetter,
    LetterDecision,
    LetterOutcome,
    LetterStatus,
    ReplyLetter,
)
from ...rules.permissions import (
    ending_appointment,
    extending_appointment,
    may_act,
    own_appointment,
    recording_appointment,
)
from ...rules.refusals import NotNow, NotPermitted
from ...sop import HANDS_OVER, Actor, Does
from ...workflow import possible_endings
from ...workflow.paper import ON_THEIR_OWN_PAGES

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
    if case.awaits(Does.MEETS) and acting.at(case.addressee_id):
        spoken = case.sop.spoken
        return Primary(spoken.button, reverse("act", args=[case.pk, spoken.slug]), True, "d")
    url, key = reverse("act", args=[case.pk, task.slug]), "d" if task.does(Does.DISPOSES) else ""
    if own_appointment(acting, case, task):
        return Primary(task.button, url, True, key)
    if recording_appointment(acting, task):
        behalf = f" atas nama {case.holder.short_title}" if case.holder else ""
        return Primary(task.button + behalf, url, False, key)
    return None


def others(dossier: Dossier) -> list[tuple[str, str]]:
    """List the secondary acts: label and address, only those this person may do now."""
    possible = [act for act in SIDE_ACTS if act.when(dossier) and act.who(dossier)]
    return [(act.label, reverse(act.route, args=[dossier.case.pk])) for act in possible] + _endings(dossier)


def _endings(dossier: Dossier) -> list[tuple[str, str]]:
    if dossier.case.state == State.ENDED:
        return []
    return [
        (ending.button, reverse("end", args=[dossier.case.pk, ending.slug]))
        for ending in possible_endings(dossier.case)
        if _may_end(dossier, ending) and _is_over(dossier, ending)
    ]


def _is_over(dossier: Dossier, ending: Any) -> bool:
    """Offer "incomplete" only once the petitioner's time to complete the file is over."""
    return ending.slug != "incomplete" or not dossier.reckoning.refuses_incomplete(dossier.today)


def _may_end(dossier: Dossier, ending: Any) -> bool:
    try:
        ending_appointment(dossier.acting, dossier.case, ending)
    except NotPermitted:
        return False
    return True


def _is_holder_or(dossier: Dossier, *actors: Actor) -> bool:
    return bool(dossier.acting.at(dossier.case.holder_id) or dossier.acting.as_actor(*actors))


def _holds_or_desk(dossier: Dossier) -> bool:
    return _is_holder_or(dossier, *DESKS)


def _standing(dossier: Dossier) -> Disposition | None:
    """Find the last disposition that was not recalled."""
    return next((given for given in reversed(dossier.all(Disposition)) if not given.recalled_at), None)


def _has_given(dossier: Dossier) -> bool:
    last = _standing(dossier)
    return bool(last and dossier.acting.at(last.speaker_id))


def _redirects(dossier: Dossier) -> bool:
    return _is_holder_or(dossier, Actor.SEKRETARIS) or _has_given(dossier)


def _is_redirectable(dossier: Dossier) -> bool:
    task = dossier.case.awaited
    return task is not None and task.has_holder


def _recalls(dossier: Dossier) -> bool:
    if not dossier.case.awaits(Does.SIGNS):
        return _has_given(dossier)
    letter = dossier.last(ReplyLetter)
    return bool(letter and dossier.acting.at(letter.appointment.post_id))


def _is_recallable(dossier: Dossier) -> bool:
    case, stay, given = dossier.case, dossier.open_stay, _standing(dossier)
    if case.awaits(Does.SIGNS):
        return True
    if stay is None or given is None or stay.opened:
        return False
    return given.addressee_id == case.holder_id and stay.act_began == given.act


def _attaches(dossier: Dossier) -> bool:
    """Tell whether a person may file documents here, as the workflow does; who was copied is asked for last."""
    holder, acting = dossier.case.holder, dossier.acting
    given = dossier.all(Disposition)
    named = any(acting.at(disposition.addressee_id) for disposition in given)
    staff = acting.of_kind(PostKind.STAFF)
    if _holds_or_desk(dossier) or named or (staff and holder and staff.post.unit_id == holder.unit_id):
        return True
    if not given or not acting.actors:
        return False
    return Disposition.objects.filter(case=dossier.case.pk, copies__in=acting.post_ids).exists()


def _is_open(dossier: Dossier) -> bool:
    return dossier.case.state == State.OPEN


def _is_held(dossier: Dossier) -> bool:
    return dossier.case.state == State.HELD


def _is_ended(dossier: Dossier) -> bool:
    return dossier.case.state == State.ENDED


def _is_ready(dossier: Dossier) -> bool:
    return dossier.case.awaits(*HANDS_OVER) and _is_open(dossier)


def _is_sekretaris(dossier: Dossier) -> bool:
    return dossier.acting.of_kind(PostKind.SEKRETARIS) is not None


def _extends(dossier: Dossier) -> bool:
    try:
        extending_appointment(dossier.acting, dossier.ppid_post)
    except NotPermitted:
        return False
    return True


def _is_extendable(dossier: Dossier) -> bool:
    return not dossier.reckoning.refuses_extension(dossier.today)


def _is_noticeable(dossier: Dossier) -> bool:
    case = dossier.case
    return case.state != State.ENDED and not case.answered_on and bool(dossier.last(Identification))


def _may_enter_paper(dossier: Dossier) -> bool:
    task = dossier.case.awaited
    return task is not None and may_act(dossier.acting, dossier.case, task)


def _awaits_paper(dossier: Dossier) -> bool:
    return not dossier.case.awaits(*ON_THEIR_OWN_PAGES)


def _always(dossier: Dossier) -> bool:
    return True


WRONG_PERSON = "Tindakan ini dilakukan oleh pejabat yang memegang permohonan, Help Desk, atau Sekretaris."
WRONG_CANCELLER = "Surat dibatalkan oleh penandatangannya atau Sekretaris."
WRONG_MOMENT = "Tindakan ini tidak mungkin pada keadaan permohonan sekarang."


@dataclass(frozen=True)
class SideAct:
    """An act beside the rows: who may do it, apart from when it is possible."""

    route: str
    label: str
    who: Callable[[Dossier], bool]
    when: Callable[[Dossier], bool]
    wrong: str = WRONG_PERSON
    late: Callable[[Dossier], str] = lambda dossier: WRONG_MOMENT

    def check(self, dossier: Dossier) -> None:
        """Tell a wrong person from a wrong moment. Raises NotPermitted, NotNow."""
        if not self.who(dossier):
            raise NotPermitted(self.wrong)
        if not self.when(dossier):
            raise NotNow(self.late(dossier))


def _awaits_paraf(dossier: Dossier) -> bool:
    letter = dossier.last(ReplyLetter)
    if not dossier.case.awaits(Does.SIGNS) or letter is None or letter.signer.kind == PostKind.SEKRETARIS:
        return False
    return not any(one.letter_id == letter.pk and one.decision == Decision.PARAF for one in dossier.all(LetterDecision))


def _issued(dossier: Dossier) -> list[ReplyLetter]:
    return [letter for letter in dossier.all(ReplyLetter) if letter.status == LetterStatus.ISSUED]


def _cancels_letter(dossier: Dossier) -> bool:
    issued = _issued(dossier)
    signer = issued[-1].signer_id if issued else None
    return _is_sekretaris(dossier) or dossier.acting.at(signer) is not None


def _is_cancellable(dossier: Dossier) -> bool:
    return not _is_ended(dossier) and bool(_issued(dossier))


SIDE_ACTS = (
    SideAct("resume", "Lanjutkan (akhiri penundaan)", _holds_or_desk, _is_held),
    SideAct("ready", "Tandai siap diambil", _holds_or_desk, _is_ready),
    SideAct("late_case", "Catat susulan dari kertas", _may_enter_paper, _awaits_paper),
    SideAct("redirect", "Alihkan ke jabatan lain", _redirects, _is_redirectable),
    SideAct("recall", "Tarik kembali", _recalls, _is_recallable),
    SideAct("paraf", "Paraf konsep surat", _is_sekretaris, _awaits_paraf, "Konsep surat diparaf oleh Sekretaris."),
    SideAct("cancel_letter", "Batalkan surat balasan", _cancels_letter, _is_cancellable, WRONG_CANCELLER),
    SideAct("hold", "Tunda", _holds_or_desk, _is_open),
    SideAct("notify", "Catat pemberitahuan tertulis (PPID-D)", _holds_or_desk, _is_noticeable),
    SideAct(
        "extend",
        "Perpanjang batas undang-undang",
        _extends,
        _is_extendable,
        "Perpanjangan batas undang-undang diputuskan PPID atau Sekretaris.",
        lambda dossier: dossier.reckoning.refuses_extension(dossier.today),
    ),
    SideAct("attach", "Lampirkan berkas", _attaches, _always),
    SideAct("correct", "Koreksi catatan", lambda dossier: bool(dossier.acting.actors), _always),
    SideAct("reopen", "Buka kembali", _is_sekretaris, _is_ended),
)


def papers(dossier: Dossier) -> list[tuple[str, str]]:
    """List the papers that can be printed as the case stands."""
    sheet = dossier.last(IncomingLetter) or dossier.last(Disposition)
    known = (
        ("receipt", "Tanda bukti pendaftaran", True),
        ("slip", "Tanda bukti pendaftaran 80 mm", True),
        ("request", "Formulir permohonan (PPID-B)", True),
        ("disposition", "Lembar disposisi", sheet),
        ("disposition-half", "Lembar disposisi setengah folio", sheet),
        ("letter", "Surat balasan", dossier.last(ReplyLetter)),
        ("letter-joined", "Surat balasan beserta lampiran", _has_pages_behind(dossier)),
        ("handover", "Tanda terima", dossier.last(Expedition)),
        ("extension", "Pemberitahuan perpanjangan", dossier.reckoning.extension),
        ("notice", "Pemberitahuan tertulis (PPID-D)", _is_noticed(dossier)),
        ("refusal", "Keputusan penolakan (PPID-E)", _refuses(dossier)),
        ("timing", "Rincian waktu", True),
        ("label", "Label arsip", dossier.case.state == State.ENDED),
    )
    papers = [(label, reverse("paper", args=[dossier.case.pk, name])) for name, label, exists in known if exists]
    return papers + _cancelled(dossier)


def _cancelled(dossier: Dossier) -> list[tuple[str, str]]:
    """Offer each cancelled letter with its mark; its stored bytes stand unchanged in the timeline."""
    url = reverse("paper", args=[dossier.case.pk, "letter"])
    letters = [letter for letter in dossier.all(ReplyLetter) if letter.status == LetterStatus.CANCELLED]
    return [(f"Surat {letter.number} (batal)", f"{url}?konsep={letter.version}") for letter in letters]


def _is_noticed(dossier: Dossier) -> bool:
    decided = dossier.last(Identification) or dossier.last(Closing)
    return bool(decided) and dossier.case.ending not in printing.UNNOTICED and not _refuses(dossier, wholly=True)


def _refuses(dossier: Dossier, wholly: bool = False) -> bool:
    outcomes = {LetterOutcome.REFUSED} if wholly else {LetterOutcome.REFUSED, LetterOutcome.PARTLY}
    issued = _issued(dossier)
    return bool(issued) and issued[-1].outcome in outcomes


def _has_pages_behind(dossier: Dossier) -> bool:
    """Tell whether the letter to print has data baku that can stand behind it."""
    letter = next(reversed(_issued(dossier) or dossier.all(ReplyLetter)), None)
    if letter is None or letter.no_attachment:
        return False
    behind = [file for file in dossier.documents if file.record_id == letter.raw_data_id and file.content_type in SCANS]
    return bool(letter.raw_data_id and behind)


def to_confirm(dossier: Dossier) -> list[Disposition]:
    """List the dispositions recorded for this person that wait for a yes or no."""
    return [
        record
        for record in dossier.all(Disposition)
        if record.confirmation == Confirmation.PENDING
        and not record.recalled_at
        and dossier.acting.at(record.speaker_id)
    ]
