"""Rows 4 and 7 to 13: studying, identifying, consulting, assigning, preparing, drafting, approving, handing over."""

from collections.abc import Sequence
from datetime import datetime

from ..derived import search_text
from ..documents import Upload
from ..models import records
from ..models.books import DocumentKind, Expedition, ReceiverKind
from ..models.case import InformationRequest, new_code
from ..models.letters import SavedDraft, left_to_fill
from ..models.people import Post, PostKind
from ..models.records import (
    Consultation,
    ConsultOutcome,
    Decision,
    DispositionKind,
    HoldReason,
    Identification,
    LetterDecision,
    LetterStatus,
    Medium,
    Order,
    Proposal,
    RawData,
    ReplyLetter,
)
from ..models.shelf import ClosedMonth
from ..outcomes import OUTCOMES, Data, Outcome
from ..rules.refusals import Incomplete
from ..sop import Does, Step, Task, slugs_of
from . import numbers
from .core import Act, Position
from .letters import note_of_approval
from .taken import Approve, Assign, Consult, DataGiven, Deliver, Draft, Identify, Prepare, Review
from .walkin import check_to_come, first_holder, hold_for, next_row, one_order, write_disposition

NOTHING_GIVEN = "Keputusan ini tidak memberikan data baku: kosongkan uraiannya dan jangan lampirkan berkas."
WHICH_PART = "Uraikan bagian yang diberikan; yang tertulis masih seluruh permohonan."
GIVEN_WITH_NUMBER = ("status", "number", "number_year", "number_sequence", "signed_as", "letter_date", "code")


def review(act: Act, taken: Review) -> tuple[Position, str]:
    """Row 7: letter and disposition studied."""
    reason = "Surat dan disposisi dicermati"
    act.record(records.Review, reason, finding=taken.finding, summary=taken.summary, note=taken.note)
    return next_row(act, act.case.holder), reason


def identify(act: Act, taken: Identify) -> tuple[Position, str]:
    """Row 8: the Kasubag identifies and proposes; it is assigned only by an order (decision 4)."""
    proposal = taken.proposal
    if taken.excluded_article and proposal == Proposal.DATA:
        raise Incomplete({"proposal": "Informasi yang dikecualikan ditolak secara tertulis: pilih surat balasan."})
    reason = f"Hasil identifikasi: usul {proposal.label.lower()}"
    act.record(
        Identification,
        reason,
        result=taken.result,
        category=taken.category,
        holding=taken.holding,
        excluded_article=taken.excluded_article or "",
        consequence_test=taken.consequence_test,
        form=taken.form,
        proposal=proposal,
        note=taken.note,
    )
    act.case.category, act.case.form = taken.category, act.case.form or taken.form
    step = act.sop.branch(proposal)
    if proposal == Proposal.CONSULT:
        return Position(step, step.tasks[0], act.case.holder), reason
    return ordered_or_assign(act, step, act.case.holder), reason


def ordered_or_assign(act: Act, step: Step, kasubag: Post | None) -> Position:
    """Skip the assignment where the disposition or the divisi's advice ordered this very thing (decision 4)."""
    if act.case.order == step.branch:
        return Position(step, _assigned(step), kasubag)
    return Position(step, step.tasks[0], first_holder(PostKind.SEKRETARIS, act))


def _assigned(step: Step) -> Task | None:
    """Find the task of a row that its assignment orders."""
    return step.after(step.doing(Does.ASSIGNS).slug)


def consult(act: Act, taken: Consult) -> tuple[Position, str]:
    """Row 9: the divisi's advice is the order; an interview instead holds the case until it is held."""
    advised = taken.outcome == ConsultOutcome.ADVICE
    if advised and not taken.order:
        raise Incomplete({"order": "Pilih arahan divisi: data saja atau surat balasan."})
    if not advised and not taken.interview_at:
        raise Incomplete({"interview_at": "Isi tanggal dan jam wawancara."})
    reason = f"Konsultasi dengan {taken.division}: {taken.outcome.label.lower()}"
    act.record(
        Consultation,
        reason,
        division=taken.division,
        outcome=taken.outcome,
        advice=taken.advice,
        order=taken.order or "" if advised else "",
        interview_at=None if advised else taken.interview_at,
        note=taken.note,
    )
    if not advised or taken.order is None:
        check_to_come(act, "interview_at", taken.interview_at)
        hold_for(act, HoldReason.APPOINTMENT, taken.interview_at)
        return Position(act.row, act.row.tasks[0], act.case.holder), reason
    act.case.order = taken.order
    step = act.sop.branch(taken.order)
    return ordered_or_assign(act, step, act.case.holder), reason


def assign(act: Act, taken: Assign) -> tuple[Position, str]:
    """Rows 10 and 12: the assigner confirms the Kasubag's proposal or switches between data and letter."""
    if taken.addressee.kind != PostKind.KASUBAG:
        raise Incomplete({"addressee": "Pilih Kasubag yang ditugaskan."})
    order = one_order(taken) or Order(act.row.branch)
    write_disposition(act, taken, DispositionKind.ASSIGNMENT, order)
    step = act.sop.branch(order)
    reason = f"{taken.addressee} ditugaskan: {step.title.lower()}"
    return Position(step, _assigned(step), taken.addressee), reason


def write_data(act: Act, taken: DataGiven) -> RawData:
    """Write the data baku: described, with files or a stated medium. Raises Incomplete."""
    if not taken.description.strip():
        raise Incomplete({"description": "Uraikan data baku yang diberikan."})
    if not taken.files and not taken.medium:
        raise Incomplete({"medium": "Lampirkan berkas data baku atau pilih medianya."})
    raw = act.record(
        RawData,
        "Data baku disiapkan",
        description=taken.description,
        medium=taken.medium or "",
        source=taken.source,
    )
    act.keep(raw, DocumentKind.DATA, taken.files)
    return raw


def prepare(act: Act, taken: Prepare) -> tuple[Position, str]:
    """Row 10: the data baku is ready."""
    write_data(act, taken)
    return next_row(act, act.case.holder), "Data baku disiapkan"


def draft(act: Act, taken: Draft) -> tuple[Position, str]:
    """Row 12: a version of the reply letter, with its data baku or "tanpa lampiran", goes to its signer."""
    _check_draft(taken)
    previous = _last_version(act)
    raw = _attached(act, taken, previous)
    version = previous.version + 1 if previous else 1
    if taken.was_laid_aside:
        SavedDraft.objects.filter(case=act.case).delete()
    reason = f"Konsep surat balasan ke-{version} diajukan"
    act.record(
        ReplyLetter,
        f"{reason} kepada {taken.signer}",
        version=version,
        raw_data=raw,
        outcome=taken.outcome,
        excluded_article=taken.excluded_article or "",
        subject=taken.subject,
        nature=taken.nature,
        recipient=taken.recipient,
        recipient_address=taken.recipient_address,
        body=taken.body,
        copies_to=taken.copies_to,
        no_attachment=raw is None,
        signer=taken.signer,
        in_name_of=taken.in_name_of,
        asks_paraf=taken.asks_paraf,
        classification=taken.classification,
        note=taken.note,
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
    submitted = ReplyLetter.objects.select_related("appointment__post", "signer")
    letter = submitted.get(case=act.case, status=LetterStatus.SUBMITTED)
    letter.case = act.case  # its paper, drawn once this is committed, reads nothing again
    if taken.decision == Decision.RETURN:
        return _return(act, letter, taken.note.strip())
    note = note_of_approval(letter, taken)
    office = act.appointment.post.office
    given = numbers.give("surat", act.happened_at, office, taken.number, code=letter.classification)
    letter.status, letter.number, letter.number_year = LetterStatus.ISSUED, given.number, given.year
    letter.number_sequence, letter.signed_as, letter.code = given.sequence, act.appointment, new_code()
    letter.letter_date = act.happened_at.astimezone(numbers.clock.WITA).date()
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


def deliver(act: Act, taken: Deliver) -> tuple[Position, str]:
    """Rows 4, 11 and 13: the receiver takes it, and the expedition book proves it."""
    letter = _letter_to_hand_over(act)
    raw = _data_given(act, taken, letter)
    entry = _enter_book(act, taken, letter, raw)
    if letter:
        act.keep(entry, DocumentKind.SIGNED, taken.signed)
    act.keep(entry, DocumentKind.RECEIPT, taken.receipt)
    ending = act.sop.ending_by_letter(letter.outcome) if letter else act.sop.ending_by_task(Does.GIVES_DATA)
    return Position(None, None, None, ending.slug), f"Diserahkan, ekspedisi {entry.number}"


def _letter_to_hand_over(act: Act) -> ReplyLetter | None:
    """Find the issued letter; a case reopened onto the data path after a letter hands over data alone."""
    if not act.row.does(Does.GIVES_LETTER):
        return None
    return ReplyLetter.objects.filter(case=act.case, status=LetterStatus.ISSUED).order_by("-version").first()


def _data_given(act: Act, taken: Deliver, letter: ReplyLetter | None) -> RawData | None:
    if letter:
        return letter.raw_data
    if not taken.description.strip():
        prepared = RawData.objects.filter(case=act.case).order_by("-act").first()
        if prepared:
            return prepared
    return write_data(act, taken)


def _enter_book(act: Act, taken: Deliver, letter: ReplyLetter | None, raw: RawData | None) -> Expedition:
    _check_receiver(taken)
    booked = book_day(act.happened_at, act.doing.now)
    given = numbers.give("ekspedisi", booked, act.appointment.post.office, taken.number)
    contents = letter.subject if letter else f"Data baku: {raw.description if raw else ''}"
    fallback = raw.medium if raw and raw.medium else Medium.PRINT
    return act.record(
        Expedition,
        f"Buku ekspedisi nomor {given.number}",
        number=given.number,
        year=given.year,
        sequence=given.sequence,
        letter=letter,
        raw_data=raw,
        contents=contents[:400],
        addressed_to=str(act.case.petitioner),
        receiver_kind=taken.receiver_kind,
        receiver_name=taken.receiver_name,
        proxy_letter=taken.proxy_letter,
        waybill=taken.waybill,
        medium=taken.handed_medium or fallback,
        archive_place=taken.archive_place,
        remark=taken.remark,
        refused_to_sign=taken.refused_to_sign,
        witness=taken.witness.strip(),
        cost=taken.cost,
        booked_on=booked.astimezone(numbers.clock.WITA).date(),
        note=taken.note,
    )


def book_day(happened_at: datetime, now: datetime) -> datetime:
    """Give the instant a hand-over is booked under: when it happened; if that month is closed, when it is recorded."""
    day, today = (moment.astimezone(numbers.clock.WITA).date() for moment in (happened_at, now))
    if (day.year, day.month) == (today.year, today.month):  # the running month is never closed
        return happened_at
    return now if ClosedMonth.objects.filter(year=day.year, month=day.month).exists() else happened_at


def _check_receiver(taken: Deliver) -> None:
    if not taken.receiver_name.strip():
        raise Incomplete({"receiver_name": "Isi nama penerima."})
    if taken.refused_to_sign != bool(taken.witness.strip()):
        raise Incomplete({"witness": "Penolakan tanda tangan dicentang dan disebut saksinya, atau tidak keduanya."})
    if taken.receiver_kind == ReceiverKind.PROXY and not taken.proxy_letter:
        raise Incomplete({"proxy_letter": "Isi nomor atau tanggal surat kuasa yang dilihat."})
    if taken.receiver_kind == ReceiverKind.COURIER and not taken.waybill:
        raise Incomplete({"waybill": "Isi nomor resi kurir."})
