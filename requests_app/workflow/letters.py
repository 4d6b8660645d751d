"""Acts on the reply letter beside its row: the Sekretaris's paraf, and cancelling a letter that was issued."""

from __future__ import annotations

from ..models.people import PostKind
from ..models.records import ActKind, Decision, LetterDecision, LetterStatus, ReplyLetter
from ..rules import acts
from ..rules.refusals import Incomplete
from ..sop import Does
from .core import Act, Locked, Position, begin, end_hold, finish
from .taken import Approve

NO_PARAF = "Kasubag meminta paraf Sekretaris dahulu. Centang bila disetujui tanpa paraf."


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


def has_paraf(letter: ReplyLetter) -> bool:
    """Tell whether this very version was initialled."""
    return LetterDecision.objects.filter(letter=letter, decision=Decision.PARAF).exists()


def note_of_approval(letter: ReplyLetter, taken: Approve) -> str:
    """Give the note an approval is kept with; a paraf asked for and left out is said there. Raises Incomplete."""
    if not letter.asks_paraf or letter.signer.kind == PostKind.SEKRETARIS or has_paraf(letter):
        return taken.note
    if not taken.without_paraf:
        raise Incomplete({"without_paraf": NO_PARAF})
    return f"Disetujui tanpa paraf Sekretaris. {taken.note}".strip()


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
