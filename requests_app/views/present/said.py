"""Each kind of record in words: a title, the words quoted, the lines below."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ...forms.dossier import Dossier
from ...models.books import Expedition
from ...models.records import (
    ActKind,
    AvailabilityCheck,
    Closing,
    Confirmation,
    Consultation,
    Correction,
    Decision,
    Disposition,
    DispositionKind,
    Extension,
    Hold,
    Identification,
    IncomingLetter,
    Lateness,
    LetterDecision,
    LetterStatus,
    Manner,
    Meeting,
    RawData,
    ReplyLetter,
    Review,
    WrittenNotice,
)
from ...text import words


@dataclass(frozen=True)
class Said:
    """How one record reads."""

    title: str
    lines: tuple[str, ...] = ()
    quote: str = ""
    tone: str = "ok"


def of(record: Any, kind: Any, dossier: Dossier) -> Said:
    """Put a record into words."""
    speak = WORDS.get(type(kind))
    return speak(kind, dossier) if speak else _plain(record, dossier)


def _plain(record: Any, dossier: Dossier) -> Said:
    if record.kind != ActKind.COMPLETE:
        return Said(TITLES.get(record.kind, record.get_kind_display()))
    return Said(_task_title(record, dossier))


TITLES = {
    ActKind.RESUME: "Penundaan berakhir",
    ActKind.REOPEN: "Permohonan dibuka kembali",
    ActKind.ATTACH: "Berkas dilampirkan",
    ActKind.RECALL: "Ditarik kembali",
    ActKind.CONFIRM: "Disposisi ditanggapi pemberinya",
}


def _task_title(record: Any, dossier: Dossier) -> str:
    return dossier.edition.step(record.step).task(record.task).title


def _lines(*lines: str) -> tuple[str, ...]:
    return tuple(line for line in lines if line)


def _availability(record: AvailabilityCheck, dossier: Dossier) -> Said:
    when = f"Janji temu {words.saat(record.appointment_at, dossier.now)}" if record.appointment_at else ""
    return Said(f"{record.official.short_title}: {record.get_result_display().lower()}", _lines(when))


def _meeting(record: Meeting, dossier: Dossier) -> Said:
    return Said(f"Pemohon bertemu {record.official.short_title}", _lines(record.summary))


def _disposition(record: Disposition, dossier: Dossier) -> Said:
    verb = "Dialihkan" if record.form_of == DispositionKind.REDIRECT else record.get_form_of_display()
    spoken = record.manner != Manner.SELF
    when = words.saat(record.said_at, dossier.now)
    how = f"{record.get_manner_display()} oleh {record.speaker}, {when}" if spoken else ""
    status = record.get_confirmation_display() if record.confirmation != Confirmation.OWN else ""
    recalled = f"Ditarik kembali {words.saat(record.recalled_at, dossier.now)}" if record.recalled_at else ""
    tone = "warn" if record.confirmation in (Confirmation.PENDING, Confirmation.DISPUTED) else "ok"
    return Said(f"{verb} kepada {record.addressee.short_title}", _lines(how, status, recalled), record.text, tone)


def _letter_in(record: IncomingLetter, dossier: Dossier) -> Said:
    number = f"No. {record.letter_number}" if record.letter_number else "Tanpa nomor"
    day = f", {words.tanggal(record.letter_date)}" if record.letter_date else ""
    facts = f"{record.sender} · {number}{day} · agenda {record.agenda_number}"
    return Said(_task_title(record, dossier), _lines(facts))


def _review(record: Review, dossier: Dossier) -> Said:
    return Said(_task_title(record, dossier), _lines(record.get_finding_display(), record.summary))


def _identified(record: Identification, dossier: Dossier) -> Said:
    proposal = record.get_proposal_display()
    found = f"{record.get_holding_display()} · usul: {proposal[:1].lower()}{proposal[1:]}"
    return Said(_task_title(record, dossier), _lines(found, record.get_excluded_article_display(), record.result))


def _consulted(record: Consultation, dossier: Dossier) -> Said:
    when = f"Wawancara {words.saat(record.interview_at, dossier.now)}" if record.interview_at else ""
    outcome = record.get_order_display() or record.get_outcome_display()
    return Said(f"Konsultasi dengan {record.division}", _lines(outcome, when), record.advice)


def _data(record: RawData, dossier: Dossier) -> Said:
    medium = record.get_medium_display() if record.medium else ""
    source = f"sumber: {record.source}" if record.source else ""
    said = " · ".join(part for part in (record.description, medium, source) if part)
    return Said("Data baku disiapkan", _lines(said))


def _letter_out(record: ReplyLetter, dossier: Dossier) -> Said:
    numbered = record.status in (LetterStatus.ISSUED, LetterStatus.CANCELLED)
    status = f"{record.get_status_display()}, nomor {record.number}" if numbered else record.get_status_display()
    title = f"Konsep surat balasan ke-{record.version} diajukan kepada {record.signer.short_title}"
    return Said(title, _lines(f"Hal: {record.subject}", f"{record.get_outcome_display()} · {status}"))


def _decided(record: LetterDecision, dossier: Dossier) -> Said:
    if record.decision == Decision.RETURN:
        return Said("Konsep surat dikembalikan", quote=record.note, tone="warn")
    letter = next((one for one in dossier.all(ReplyLetter) if one.pk == record.letter_id), None)
    number = letter.number if letter and letter.number else ""
    if record.decision == Decision.CANCEL:
        return Said(f"Surat balasan nomor {number} dibatalkan", quote=record.note, tone="warn")
    if record.decision == Decision.PARAF:
        return Said(f"Konsep surat balasan ke-{letter.version if letter else ''} diparaf")
    return Said("Surat balasan disetujui", _lines(f"Nomor {number}" if number else ""))


def _held(record: Hold, dossier: Dossier) -> Said:
    until = f"Dijadwalkan sampai {words.saat(record.until, dossier.now)}" if record.until else ""
    told = f"Pemohon diberi tahu lewat {record.notified_via}" if record.notified_via else ""
    title = "Siap diambil" if record.notified_via else f"Ditunda: {record.get_reason_display()}"
    return Said(title, _lines(until, told), tone="hold")


def _closed(record: Closing, dossier: Dossier) -> Said:
    truth = f"Permohonan yang benar: {record.true_case}" if record.true_case else ""
    body = f"Dikuasai oleh {record.holding_body}" if record.holding_body else ""
    until = f"Tersedia pada {words.tanggal(record.until)}" if record.until else ""
    talk = f"Wawancara {words.tanggal(record.interview_on)} dengan {record.division}" if record.interview_on else ""
    return Said(dossier.edition.ending(record.ending).title, _lines(record.statement, truth, body, until, talk))


def _explained(record: Lateness, dossier: Dossier) -> Said:
    row = dossier.edition.step(record.step)
    return Said(f"Alasan lewat waktu langkah {row.number} · {row.title}", _lines(record.text))


def _corrected(record: Correction, dossier: Dossier) -> Said:
    return Said(f"Koreksi: {record.changed}", _lines(f"Alasan: {record.note}" if record.note else ""))


def _handed(record: Expedition, dossier: Dossier) -> Said:
    receiver = f"Diterima {record.receiver_name} ({record.get_receiver_kind_display().lower()})"
    proof = f"surat kuasa {record.proxy_letter}" if record.proxy_letter else ""
    parcel = f"resi {record.waybill}" if record.waybill else ""
    place = f"arsip: {record.archive_place}" if record.archive_place else ""
    facts = [receiver, record.get_medium_display(), f"ekspedisi {record.number}", proof, parcel, place]
    return Said(_task_title(record, dossier), _lines(" · ".join(fact for fact in facts if fact), record.remark))


def _extended(record: Extension, dossier: Dossier) -> Said:
    moved = f"{words.tanggal(record.due_before)} menjadi {words.tanggal(record.due_after)} (+{record.days} hari kerja)"
    return Said("Batas undang-undang diperpanjang", _lines(f"Semula {moved}", f"Alasan: {record.reason}"), tone="hold")


def _noticed(record: WrittenNotice, dossier: Dossier) -> Said:
    return Said("Pemberitahuan tertulis (PPID-D) disampaikan", _lines(f"Lewat {record.via}"))


WORDS: dict[type, Callable[[Any, Dossier], Said]] = {
    AvailabilityCheck: _availability,
    Meeting: _meeting,
    Disposition: _disposition,
    IncomingLetter: _letter_in,
    Review: _review,
    Identification: _identified,
    Consultation: _consulted,
    RawData: _data,
    ReplyLetter: _letter_out,
    LetterDecision: _decided,
    Hold: _held,
    Closing: _closed,
    Lateness: _explained,
    Correction: _corrected,
    Expedition: _handed,
    Extension: _extended,
    WrittenNotice: _noticed,
}
