"""Row 12: the reply letter is drafted, approved or returned; initialled by the Sekretaris, cancelled after all."""

from collections.abc import Sequence
from dataclasses import replace

from ..clock import WITA
from ..derived import search_text
from ..documents import Upload
from ..models.case import InformationRequest, new_code
from ..models.letters import SavedDraft, left_to_fill
from ..models.people import PostKind
from ..models.records import (
    ActKind,
    Decision,
    LetterDecision,
    LetterStatus,
    RawData,
    ReplyLetter,
)
from ..outcomes import OUTCOMES, Data, Outcome
from ..rules import acts
from ..rules.refusals import Incomplete
from ..sop import Does, slugs_of
from . import numbers
from .core import Act, Locked, Position, begin, end_hold, finish, next_row
from .data import write_data
from .taken import Approve, Draft

NOTHING_GIVEN = "Keputusan ini tidak memberikan data baku: kosongkan uraiannya dan jangan lampirkan berkas."
WHICH_PART = "Uraikan bagian yang diberikan; yang tertulis masih seluruh permohonan."
GIVEN_WITH_NUMBER = ("status", "number", "number_year", "number_sequence", "signed_as", "letter_date", "code")
NO_PARAF = "Kasubag meminta paraf Sekretaris dahulu. Centang bila disetujui tanpa paraf."


def draft(act: Act, taken: Draft) -> tuple[Position, str]:
    """Row 12: a version of the reply letter, with its data baku or "tanpa lampiran", goes to its signer."""
    _check_draft(taken)
    if not OUTCOMES[taken.outcome].withholds:  # an article the identification named is no ground of what is given
        taken = replace(taken, excluded_article=None)
    previous = _last_version(act)
    raw = _attached(act, taken, previous)
    version = previous.version + 1 if previous else 1
    if taken.was_laid_aside:
        SavedDraft.objects.filter(case=act.case).delete()
    reason = f"Konsep surat balasan ke-{version} diajukan"
    act.record(
        ReplyLetter,
        f"{reason} kepada {taken.signer}",
        taken,
        version=version,
        raw_data=raw,
        no_attachment=raw is None,
    )
    return Position(act.row, act.row.after(act.task), taken.signer), reason


def _last_version(act: Act) -> ReplyLetter | None:
    """Find the letter's last version; a case that never waited for a signer has none."""
    if all(stay.task not in slugs_of(Does.SIGNS) for stay in act.locked.stays):
        return None
    return ReplyLetter.objects.filter(case=act.case).order_by("-version").first()


def _check_draft(taken: Draft) -> None:
    if taken.signer.kind not in (PostKind.KETUA, PostKind.SEKRETARIS):
        raise Incomplete({"signer": "Surat balasan ditandatangani Ketua atau Sekretaris."})
    if taken.in_name_of and taken.signer.kind != PostKind.SEKRETARIS:
        raise Incomplete({"for_ketua": "Atas nama Ketua hanya ditandatangani Sekretaris."})
    if OUTCOMES[taken.outcome].withholds and not taken.excluded_article:
        raise Incomplete({"excluded_article": "Pilih pasal 17 yang menjadi dasar penolakan."})
    if not taken.body.strip():
        raise Incomplete({"body": "Isi surat masih kosong."})
    if left := ", ".join(left_to_fill(taken.body)):
        raise Incomplete({"body": f"Masih ada yang harus diisi: {left}"})


def _attached(act: Act, taken: Draft, previous: ReplyLetter | None) -> RawData | None:
    outcome = OUTCOMES[taken.outcome]
    if taken.no_attachment:
        return None
    check_data_fits(outcome, taken.description, taken.files, act.case)
    if not outcome.gives_data:
        return None
    if taken.description.strip() or taken.files:
        return write_data(act, taken)
    if previous and previous.raw_data_id and OUTCOMES[previous.outcome].data == outcome.data:
        return previous.raw_data
    raise Incomplete({"no_attachment": "Uraikan dan lampirkan data baku, atau nyatakan “tanpa lampiran”."})


def check_data_fits(outcome: Outcome, description: str, files: Sequence[Upload], case: InformationRequest) -> None:
    """Refuse data baku with a decision that gives none, and the whole request as the part that is given.

    Raises Incomplete.
    """
    if not outcome.gives_data and (description.strip() or files):
        raise Incomplete({"description" if description.strip() else "files": NOTHING_GIVEN})
    if outcome.data == Data.PART and description.strip() == case.information[:2000].strip():
        raise Incomplete({"description": WHICH_PART})


def approve(act: Act, taken: Approve) -> tuple[Position, str]:
    """Row 12: the signer approves, which gives the number and freezes the text, or returns it with a note."""
    submitted = ReplyLetter.objects.select_related("appointment__post", "signer", "case__petitioner")
    letter = submitted.get(case=act.case, status=LetterStatus.SUBMITTED)
    if taken.decision == Decision.RETURN:
        return _return(act, letter, taken.note.strip())
    note = note_of_approval(letter, taken)
    office = act.appointment.post.office
    given = numbers.give("surat", act.happened_at, office, taken.number, code=letter.classification)
    letter.status, letter.number, letter.number_year = LetterStatus.ISSUED, given.number, given.year
    letter.number_sequence, letter.signed_as, letter.code = given.sequence, act.appointment, new_code()
    letter.letter_date = act.happened_at.astimezone(WITA).date()
    reason = f"Surat balasan disetujui, nomor {given.number}"
    act.save(letter, reason, [*GIVEN_WITH_NUMBER])
    search_text.add_number(act.case, given.number)
    act.record(LetterDecision, reason, letter=letter, decision=taken.decision, note=note)
    return next_row(act, letter.appointment.post), reason


def _return(act: Act, letter: ReplyLetter, note: str) -> tuple[Position, str]:
    if not note:
        raise Incomplete({"note": "Tulis catatan perbaikan untuk Kasubag."})
    letter.status = LetterStatus.RETURNED
    reason = f"Konsep surat balasan ke-{letter.version} dikembalikan"
    act.save(letter, reason, ["status"])
    act.record(LetterDecision, reason, letter=letter, decision=Decision.RETURN, note=note)
    return Position(act.row, act.row.doing(Does.DRAFTS), letter.appointment.post), reason


def note_of_approval(letter: ReplyLetter, taken: Approve) -> str:
    """Give the note an approval is kept with; a paraf asked for and left out is said there. Raises Incomplete."""
    if not letter.asks_paraf or letter.signer.kind == PostKind.SEKRETARIS or has_paraf(letter):
        return taken.note
    if not taken.without_paraf:
        raise Incomplete({"without_paraf": NO_PARAF})
    return f"Disetujui tanpa paraf Sekretaris. {taken.note}".strip()


def has_paraf(letter: ReplyLetter) -> bool:
    """Tell whether this very version was initialled."""
    return LetterDecision.objects.filter(letter=letter, decision=Decision.PARAF).exists()


def paraf(locked: Locked, note: str = "") -> Act:
    """Paraf: the Sekretaris initials the draft that waits for another signer; it moves nothing and blocks nothing.

    Raises NotPermitted, NotNow.
    """
    facts = locked.facts()
    appointment = acts.PARAF.check(locked.acting, facts)
    letter = facts.submitted[-1]
    act = begin(locked, ActKind.PARAF, appointment)
    words = f"Konsep surat balasan ke-{letter.version} diparaf Sekretaris"
    act.record(LetterDecision, words, letter=letter, decision=Decision.PARAF, note=note.strip())
    return finish(act, None, words)


def cancel_letter(locked: Locked, reason: str) -> Act:
    """Batal: an issued letter keeps its number and its stored bytes, and the case drafts anew where it stands behind.

    Before the hand-over or after the case was reopened. Raises NotPermitted, NotNow, Incomplete.
    """
    facts = locked.facts()
    appointment = acts.CANCEL_LETTER.check(locked.acting, facts)
    letter = facts.issued[-1]
    if not reason.strip():
        raise Incomplete({"reason": "Tulis alasan pembatalan."})
    act = begin(locked, ActKind.CANCEL, appointment)
    words = f"Surat balasan nomor {letter.number} dibatalkan"
    letter.status = LetterStatus.CANCELLED
    act.save(letter, words, ["status"])
    act.record(LetterDecision, words, letter=letter, decision=Decision.CANCEL, note=reason.strip())
    return finish(act, _drafting_anew(act, letter), words)


def _drafting_anew(act: Act, letter: ReplyLetter) -> Position | None:
    """Send a case back that stood at the letter's hand-over; one reopened elsewhere stays where it stands."""
    if not act.case.awaits(Does.GIVES_LETTER):
        return None
    end_hold(act)
    row = act.sop.row_that(Does.DRAFTS)
    return Position(row, row.doing(Does.DRAFTS), letter.appointment.post)
