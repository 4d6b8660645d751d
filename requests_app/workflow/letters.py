"""Acts on the reply letter beside its row: the Sekretaris's paraf, and cancelling a letter that was issued."""

from __future__ import annotations

from typing import Any

from ..models.case import InformationRequest, State
from ..models.people import Appointment, PostKind
from ..models.records import ActKind, Decision, LetterDecision, LetterStatus, ReplyLetter
from ..rules.permissions import Acting
from ..rules.refusals import Incomplete, NotNow, NotPermitted
from ..sop import Does
from .core import Act, Doing, Position, begin, end_hold, finish

NO_PARAF = "Kasubag meminta paraf Sekretaris dahulu. Centang bila disetujui tanpa paraf."


def paraf(case: InformationRequest, doing: Doing, note: str = "") -> InformationRequest:
    """Paraf: the Sekretaris initials the draft that waits for another signer; it moves nothing and blocks nothing.

    Raises NotPermitted, NotNow.
    """
    appointment = doing.acting.of_kind(PostKind.SEKRETARIS)
    if appointment is None:
        raise NotPermitted("Hanya Sekretaris yang dapat memaraf konsep surat.")
    letter = ReplyLetter.objects.filter(case=case, status=LetterStatus.SUBMITTED).select_related("signer").first()
    if not case.awaits(Does.SIGNS) or letter is None:
        raise NotNow("Tidak ada konsep surat yang menunggu persetujuan.")
    if letter.signer.kind == PostKind.SEKRETARIS:
        raise NotNow("Konsep ini Anda tanda tangani sendiri; paraf tidak diperlukan.")
    if has_paraf(letter):
        raise NotNow("Konsep ini sudah diparaf.")
    act = begin(case, doing, ActKind.PARAF, appointment)
    words = f"Konsep surat balasan ke-{letter.version} diparaf Sekretaris"
    act.record(LetterDecision, words, letter=letter, decision=Decision.PARAF, note=note.strip())
    return finish(act, None, words)


def has_paraf(letter: ReplyLetter) -> bool:
    """Tell whether this very version was initialled."""
    return LetterDecision.objects.filter(letter=letter, decision=Decision.PARAF).exists()


def note_of_approval(letter: ReplyLetter, data: dict[str, Any]) -> str:
    """Give the note an approval is kept with; a paraf asked for and left out is said there. Raises Incomplete."""
    note = str(data.get("note", ""))
    if not letter.asks_paraf or letter.signer.kind == PostKind.SEKRETARIS or has_paraf(letter):
        return note
    if not data.get("without_paraf"):
        raise Incomplete({"without_paraf": NO_PARAF})
    return f"Disetujui tanpa paraf Sekretaris. {note}".strip()


def cancel_letter(case: InformationRequest, doing: Doing, reason: str) -> InformationRequest:
    """Batal: an issued letter keeps its number and its stored bytes, and the case drafts anew where it stands behind.

    Its signer or the Sekretaris may, before the hand-over or after the case was reopened. Raises NotPermitted,
    NotNow, Incomplete.
    """
    letter = issued_letter(case)
    appointment = canceller(letter, doing.acting)
    if appointment is None:
        raise NotPermitted("Surat dibatalkan oleh penandatangannya atau Sekretaris.")
    if letter is None:
        raise NotNow("Tidak ada surat terbit yang dapat dibatalkan.")
    if case.state == State.ENDED:
        raise NotNow("Permohonan ini sudah selesai; buka kembali dahulu.")
    if not reason.strip():
        raise Incomplete({"reason": "Tulis alasan pembatalan."})
    act = begin(case, doing, ActKind.CANCEL, appointment)
    words = f"Surat balasan nomor {letter.number} dibatalkan"
    letter.status = LetterStatus.CANCELLED
    act.save(letter, words, ["status"])
    act.record(LetterDecision, words, letter=letter, decision=Decision.CANCEL, note=reason.strip())
    return finish(act, _drafting_anew(act, letter), words)


def issued_letter(case: InformationRequest) -> ReplyLetter | None:
    """Find the letter that is issued, the newest if a reopened case holds several."""
    related = ("signer", "signed_as__post", "appointment__post")
    issued = ReplyLetter.objects.filter(case=case, status=LetterStatus.ISSUED).select_related(*related)
    return issued.order_by("-version").first()


def canceller(letter: ReplyLetter | None, acting: Acting) -> Appointment | None:
    """Find the appointment that may cancel a letter: of the post that signed it, or the Sekretaris's."""
    return acting.at(letter.signer_id if letter else None) or acting.of_kind(PostKind.SEKRETARIS)


def _drafting_anew(act: Act, letter: ReplyLetter) -> Position | None:
    """Send a case back that stood at the letter's hand-over; one reopened elsewhere stays where it stands."""
    if not act.case.awaits(Does.GIVES_LETTER):
        return None
    end_hold(act)
    row = act.sop.row_that(Does.DRAFTS)
    return Position(row, row.doing(Does.DRAFTS), letter.appointment.post)
