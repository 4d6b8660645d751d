"""The books as plain rows, each in a fixed number of queries; paper, screen and export show the same ones.

`begin` and `end` are days in WITA, both included. Rows of a book are never changed, so a correction arrives
as a remark beside the row. NIK is in none of them.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import QuerySet

from ..models.books import Document, DocumentKind, Expedition
from ..models.case import Form, InformationRequest, Nature, State
from ..models.records import (
    LATE_ENTRY,
    Correction,
    Holding,
    Identification,
    IncomingLetter,
    LetterStatus,
    ReplyLetter,
    StepRecord,
)
from ..models.records.base import FIRST_RECORDED
from ..models.shelf import ExpeditionNote, NoteKind
from ..outcomes import DayGiven
from ..text.words import WITA, bulan, tanggal, telepon

MISSING = "belum diisi"


@dataclass(frozen=True)
class ExpeditionRow:
    case_id: int
    case_number: str
    number: str
    sent_at: datetime
    letter: str  # date and number of the letter, or which disposition the data went out under
    contents: str
    addressed_to: str
    remark: str
    receiver: str
    signed_copy: bool  # the signed slip or sheet was scanned
    signed_file: int | None  # the sheet of that day, scanned once for all its rows
    refused: str  # the receiver would not sign, and who saw it

    @property
    def signed(self) -> str:
        """Say beside the receiver that the signature is kept, or was refused before whom."""
        return self.refused or ("bertanda tangan" if self.signed_copy else "")


@dataclass(frozen=True)
class AgendaRow:
    case_id: int
    case_number: str
    agenda_number: str
    received_at: datetime
    letter_date: date | None
    letter_number: str
    sender: str
    subject: str
    enclosure: str
    remark: str


@dataclass(frozen=True)
class RegisterRow:
    case_id: int
    number: str
    received_at: datetime
    name: str
    address: str
    contact: str
    occupation: str
    information: str
    purpose: str
    holding: str
    form: str
    manner: str
    decision: str
    refusal: str
    noticed_on: date | None  # the written notice, or what stood for it
    due_on: date | None  # until when it is owed
    given_on: date | None
    cost: str
    missing: tuple[str, ...]  # what the law wants recorded and is not
    late_entry: str  # entered from paper: when it was recorded, under which emergency number


@dataclass(frozen=True)
class LetterRow:
    case_id: int
    case_number: str
    number: str
    letter_date: date
    recipient: str
    subject: str
    enclosure: str
    remark: str  # cancelled, or when it was handed over under which number of the expedition book


# What a Rahasia row keeps: its numbers and its day.
KEPT = {"case_id", "case_number", "number", "agenda_number", "sent_at", "received_at", "signed_copy", "late_entry"}
COVERED = "[Rahasia]"
WHOLE = slice(None)  # every row of a period; a screen takes a page of them


def covered(rows: Iterable[Any], hidden: frozenset[int]) -> list[Any]:
    """Keep the number and day of a Rahasia case the reader may not read, and nothing else of its row."""
    return [_cover(row) if row.case_id in hidden else row for row in rows]


def _cover(row: Any) -> Any:
    emptied: dict[type, Any] = {str: COVERED, tuple: ()}
    kept = KEPT | ({"letter_date"} if isinstance(row, LetterRow) else set())  # the day of a letter sent, not received
    values = {name: emptied.get(type(value)) for name, value in vars(row).items() if name not in kept}
    return replace(row, **values)


def bounds(begin: date, end: date) -> tuple[datetime, datetime]:
    """Turn two days into the half-open instants they span in WITA."""
    return datetime.combine(begin, time(), WITA), datetime.combine(end + timedelta(days=1), time(), WITA)


def expeditions(begin: date, end: date) -> QuerySet[Expedition]:
    """Find the hand-overs booked on some days."""
    return Expedition.objects.filter(booked_on__range=(begin, end))


def expedition_rows(begin: date, end: date, window: slice = WHOLE) -> list[ExpeditionRow]:
    """List the hand-overs of some days, in the order of the book. Four queries."""
    rows = expeditions(begin, end).select_related("case", "letter")
    found = list(rows.order_by("year", "sequence", "happened_at", "pk")[window])
    slips = Document.objects.filter(record__in=found, kind=DocumentKind.RECEIPT)
    signed = set(slips.values_list("record_id", flat=True))
    notes, beside = _corrections(found), _beside(found)
    return [_expedition_row(row, row.pk in signed, notes.get(row.pk, ""), beside.get(row.pk, [])) for row in found]


def _beside(rows: Iterable[Expedition]) -> dict[int, list[ExpeditionNote]]:
    """Give what was put beside each row later, the newest last."""
    notes: dict[int, list[ExpeditionNote]] = {}
    for note in ExpeditionNote.objects.filter(row__in=rows):
        notes.setdefault(note.row_id, []).append(note)
    return notes


def _corrections(records: Iterable[StepRecord]) -> dict[int, str]:
    """Say beside each record what was put right and why, the newest correction last."""
    notes: dict[int, str] = {}
    for correction in Correction.objects.filter(record__in=records).order_by("act"):
        said = f"Koreksi {tanggal(correction.happened_at)}: {correction.changed}, {correction.note}".rstrip(", ")
        notes[correction.record_id] = "; ".join(filter(None, [notes.get(correction.record_id), said]))
    return notes


def _expedition_row(row: Expedition, signed: bool, correction: str, beside: list[ExpeditionNote]) -> ExpeditionRow:
    kinds = {"kuasa": f"kuasa, {row.proxy_letter}", "kurir": "kurir/pos", "elektronik": "dikirim secara elektronik"}
    how = kinds.get(row.receiver_kind, "")
    scans = [note.file_id for note in beside if note.kind == NoteKind.SIGNED]
    return ExpeditionRow(
        case_id=row.case_id,
        case_number=row.case.number,
        number=row.number,
        sent_at=row.happened_at,
        letter=under(row),
        contents=row.contents,
        addressed_to=row.addressed_to,
        remark="; ".join(filter(None, _details(row, correction, beside))),
        receiver=f"{row.receiver_name} ({how})" if how else row.receiver_name,
        signed_copy=signed or bool(scans),
        signed_file=scans[-1] if scans else None,
        refused=f"menolak tanda tangan, saksi {row.witness}" if row.refused_to_sign else "",
    )


def under(row: Expedition) -> str:
    """Say under which letter something went out, or for which request data did."""
    letter = row.letter
    said = f"{tanggal(letter.letter_date)}, {letter.number}" if letter and letter.letter_date else ""
    return said or f"Data baku, permohonan no. {row.case.short_number}"


def _details(row: Expedition, correction: str, beside: list[ExpeditionNote]) -> Iterator[str]:
    """Say beside a row how it went out, where it lies, whether it was entered late, and what was put right."""
    yield row.get_medium_display()
    yield f"arsip: {row.archive_place}" if row.archive_place else ""
    yield f"resi {row.waybill}" if row.waybill else ""
    yield f"biaya: {row.cost}" if row.cost else ""
    yield row.remark
    yield row.late_note
    if row.booked_on.replace(day=1) != row.happened_at.astimezone(WITA).date().replace(day=1):
        yield f"untuk {bulan(row.happened_at)} yang sudah ditutup"
    yield from (f"arsip: {note.text}" for note in beside if note.kind == NoteKind.ARCHIVE)
    yield correction


def incoming(begin: date, end: date) -> QuerySet[IncomingLetter]:
    """Find the letters received on some days."""
    first, after = bounds(begin, end)
    return IncomingLetter.objects.filter(happened_at__gte=first, happened_at__lt=after)


def agenda_rows(begin: date, end: date, window: slice = WHOLE) -> list[AgendaRow]:
    """List the incoming letters of some days, in the order of their agenda numbers. Two queries."""
    rows = incoming(begin, end).select_related("case")
    found = list(rows.order_by("agenda_year", "agenda_sequence", "happened_at", "pk")[window])
    notes = _corrections(found)
    return [
        AgendaRow(
            case_id=row.case_id,
            case_number=row.case.number,
            agenda_number=row.agenda_number,
            received_at=row.happened_at,
            letter_date=row.letter_date,
            letter_number=row.letter_number,
            sender=row.sender,
            subject=row.subject,
            enclosure=row.enclosure,
            remark="; ".join(
                filter(
                    None,
                    [row.get_nature_display() if row.nature != "biasa" else "", row.late_note, notes.get(row.pk)],
                )
            ),
        )
        for row in found
    ]


def sent_letters(begin: date, end: date) -> QuerySet[ReplyLetter]:
    """Find the letters numbered on some days, cancelled ones too: they keep their numbers."""
    return ReplyLetter.objects.filter(number__isnull=False, letter_date__range=(begin, end))


def letter_rows(begin: date, end: date, window: slice = WHOLE) -> list[LetterRow]:
    """List the letters sent on some days, in the order of their numbers. Two queries."""
    rows = sent_letters(begin, end).select_related("case", "raw_data")
    found = list(rows.order_by("number_year", "number_sequence", "letter_date", "pk")[window])
    handed = {row.letter_id: row for row in Expedition.objects.filter(letter__in=found).order_by("act")}
    return [
        LetterRow(
            case_id=row.case_id,
            case_number=row.case.number,
            number=row.number or "",
            letter_date=row.letter_date or date.max,
            recipient=row.recipient,
            subject=row.subject,
            enclosure="-" if row.no_attachment or not row.raw_data else row.raw_data.description,
            remark=_letter_remark(row, handed.get(row.pk)),
        )
        for row in found
    ]


def _letter_remark(row: ReplyLetter, handed: Expedition | None) -> str:
    nature = row.get_nature_display() if row.nature != Nature.ORDINARY else ""
    cancelled = "BATAL" if row.status == LetterStatus.CANCELLED else ""
    sent = f"Diserahkan {tanggal(handed.happened_at)}, ekspedisi nomor {handed.number}" if handed else ""
    return "; ".join(filter(None, [cancelled, nature, sent]))


def received(begin: date, end: date) -> QuerySet[InformationRequest]:
    """Find the requests received on some days."""
    first, after = bounds(begin, end)
    return InformationRequest.objects.filter(received_at__gte=first, received_at__lt=after)


def register_rows(begin: date, end: date, window: slice = WHOLE) -> list[RegisterRow]:
    """List the requests received on some days with what became of them (PPID-C). Five queries."""
    cases = received(begin, end).select_related("petitioner", "deadline")
    found = list(cases.order_by("year", "sequence", "received_at", "pk")[window])
    identified = _newest(Identification.objects.filter(case__in=found))
    letters = _newest(ReplyLetter.objects.filter(case__in=found, status=LetterStatus.ISSUED))
    handed = _newest(Expedition.objects.filter(case__in=found).select_related("letter"))
    late = _newest(StepRecord.objects.filter(LATE_ENTRY, case__in=found, act=FIRST_RECORDED))
    return [_register_row(case, *(kind.get(case.pk) for kind in (identified, letters, handed, late))) for case in found]


def _newest(records: Any) -> dict[int, Any]:
    return {record.case_id: record for record in records.order_by("act", "pk")}


def _register_row(
    case: InformationRequest,
    identified: Identification | None,
    letter: ReplyLetter | None,
    handed: Expedition | None,
    late: StepRecord | None,
) -> RegisterRow:
    person = case.petitioner
    told = (person.name, person.address, person.occupation) if person else ("", "", "")
    contact = " / ".join(filter(None, [telepon(person.phone), person.email])) if person else ""
    wanted = {"alamat": told[1], "pekerjaan": told[2], "kontak": contact, "tujuan": case.purpose}
    form = identified.form if identified else case.form
    return RegisterRow(
        case_id=case.pk,
        number=case.number,
        received_at=case.received_at,
        name=told[0] or ("(data pribadi dihapus)" if person and person.erased_at else MISSING),
        address=told[1],
        contact=contact,
        occupation=told[2],
        information=case.information,
        purpose=case.purpose,
        holding=holding(case, identified, handed),
        form={Form.SOFT: "softcopy", Form.HARD: "hardcopy"}.get(Form(form), "") if form else "",
        manner=("melihat" if form == Form.VIEW else "salinan") if form else "",
        decision=decision(case, handed),
        refusal=letter.get_excluded_article_display() if letter else "",
        noticed_on=case.answered_on,
        due_on=_owed_until(case),
        given_on=given_on(handed),
        cost=handed.cost if handed else "",
        missing=tuple(name for name, value in wanted.items() if not value) if person and not person.erased_at else (),
        late_entry=late_entry(case, late),
    )


def decision(case: InformationRequest, handed: Expedition | None) -> str:
    """Say what was decided; of a case ended by a letter, what the letter decided; nothing while it runs."""
    outcome = case.outcome(handed.letter.outcome if handed and handed.letter else "")
    return outcome.decision if outcome else ""


def given_on(handed: Expedition | None) -> date | None:
    """Say on which day data were given: the day of the hand-over, unless what went out gives none."""
    return handed.happened_at.astimezone(WITA).date() if handed and handed.outcome.given_on == DayGiven.HANDED else None


def late_entry(case: InformationRequest, late: StepRecord | None) -> str:
    """Say that a request was entered from paper: when, and from which emergency form."""
    form = f"formulir {case.emergency_number}" if case.emergency_number else ""
    return ", ".join(filter(None, [late.late_note if late else "", form]))


def holding(case: InformationRequest, identified: Identification | None, handed: Expedition | None) -> str:
    """Say whether the office holds what was asked: "ya", "tidak", "belum didokumentasikan", or nothing yet."""
    said = {Holding.HELD: "ya", Holding.NOT_HELD: "tidak", Holding.UNDOCUMENTED: "belum didokumentasikan"}
    outcome = case.outcome()
    if outcome and outcome.holding:
        return said[Holding(outcome.holding)]
    if identified:
        return said[Holding(identified.holding)]
    return "ya" if handed else ""


def _owed_until(case: InformationRequest) -> date | None:
    """Give the law's due day while a written notice is still owed."""
    deadline = getattr(case, "deadline", None)
    return deadline.due if deadline and not case.answered_on and case.state != State.ENDED else None
