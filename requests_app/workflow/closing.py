"""Ending a case by a named ending outside the decree, and reopening an ended one."""

from ..models.case import InformationRequest, Stay
from ..models.letters import SavedDraft
from ..models.records import ActKind, Closing, LetterStatus, ReplyLetter, StepRecord
from ..rules import acts
from ..rules.endings import check_end
from ..rules.refusals import Incomplete
from ..sop import Ending
from .core import Act, Locked, Position, begin, end_hold, finish
from .taken import End

MESSAGES = {
    "statement": "Tulis keterangannya.",
    "true_case": "Pilih permohonan yang benar.",
    "holding_body": "Sebut badan yang menguasai informasinya.",
    "until": "Isi kapan informasi tersedia.",
    "division": "Pilih divisi.",
    "interview_on": "Isi tanggal wawancara.",
}


def end(locked: Locked, taken: End) -> Act:
    """End a case (or lead it to the letter path) by a named ending. Raises NotNow, NotPermitted, Incomplete."""
    case, ending = locked.case, locked.case.sop.ending(taken.ending)
    appointment = check_end(locked.acting, locked.facts(), ending)
    _check_needs(case, ending, taken)
    act = begin(locked, ActKind.END, appointment)
    end_hold(act)
    _withdraw_draft(act)
    act.record(Closing, ending.title, taken)
    if not ending.moves_to:
        return finish(act, Position(None, None, None, ending.slug), ending.title)
    step = case.sop.row(ending.moves_to)
    return finish(act, Position(step, step.task(step.reentry)), ending.title)


def _withdraw_draft(act: Act) -> None:
    """A draft nobody will sign any more does not stay submitted: a reopened case drafts anew."""
    SavedDraft.objects.filter(case=act.case).delete()
    for letter in ReplyLetter.objects.filter(case=act.case, status=LetterStatus.SUBMITTED):
        letter.status = LetterStatus.RECALLED
        act.save(letter, f"Konsep surat balasan ke-{letter.version} ditarik: permohonan selesai", ["status"])


def _check_needs(case: InformationRequest, ending: Ending, taken: End) -> None:
    errors = {name: MESSAGES[name] for name in ending.needs if not getattr(taken, name)}
    if errors:
        raise Incomplete(errors)
    if taken.true_case == case:
        raise Incomplete({"true_case": "Pilih permohonan lain, bukan permohonan ini sendiri."})


def reopen(locked: Locked, step: int, reason: str) -> Act:
    """Buka kembali: the Sekretaris reopens an ended case at a row it went through; same number, clocks stated."""
    case = locked.case
    appointment = acts.REOPEN.check(locked.acting, locked.facts())
    if not reason.strip():
        raise Incomplete({"reason": "Tulis alasan membuka kembali."})
    stay = Stay.objects.filter(case=case, step=step).order_by("-act_began").select_related("holder").first()
    if stay is None or step == case.entry:  # a case enters the office once; what was entered then is corrected
        raise Incomplete({"step": "Pilih langkah yang pernah dilalui permohonan ini."})
    row = case.sop.step(step)
    last = Stay.objects.filter(case=case, step=step, task=row.reentry).select_related("holder").last()
    task = row.task((last or stay).task)  # ended before the usual re-entry: where it stood then
    act = begin(locked, ActKind.REOPEN, appointment)
    words = f"Dibuka kembali pada langkah {row.number}: {row.title}"
    act.record(StepRecord, words, note=reason.strip())
    return finish(act, Position(row, task, (last or stay).holder), words)
