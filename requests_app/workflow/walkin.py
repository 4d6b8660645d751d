"""Rows 1 to 3, and the letter's arrival at row 5: registration, meeting, disposition."""

from dataclasses import fields
from datetime import datetime

from ..models.books import DocumentKind
from ..models.case import InformationRequest, Petitioner
from ..models.people import Appointment, Post, PostKind
from ..models.records import (
    AvailabilityCheck,
    AvailabilityResult,
    Confirmation,
    Disposition,
    DispositionKind,
    Hold,
    HoldReason,
    IncomingLetter,
    Manner,
    Meeting,
    Order,
    StepRecord,
)
from ..rules.refusals import Incomplete, NotPermitted
from ..sop import Actor
from ..text import telephone
from ..text.words import jam_pendek, tanggal
from . import numbers
from .core import Act, Position
from .taken import Availability, Dispose, Hop, Meet, Person, Receive, Register

MEETABLE = (PostKind.KETUA, PostKind.ANGGOTA, PostKind.SEKRETARIS)


def register(act: Act, taken: Register) -> tuple[Position, str]:
    """Row 1: identity and purpose are recorded; start wrote the petitioner already."""
    act.record(StepRecord, "Pemohon didaftarkan", note=taken.note)
    return next_row(act), "Pemohon didaftarkan"


def write_petitioner(case: InformationRequest, act: int, person: Person) -> Petitioner:
    """Write who asks, as known from an act on; an older row stays, blanked at most."""
    said = {part.name: getattr(person, part.name) for part in fields(Person)}
    return Petitioner.objects.create(case=case, act=act, phone_digits=telephone.digits(person.phone), **said)


def next_row(act: Act, holder: Post | None = None) -> Position:
    """Go to the first task of the only next row."""
    step = act.sop.following(act.row)
    return Position(step, step.tasks[0], holder)


def availability(act: Act, taken: Availability) -> tuple[Position, str]:
    """Row 2: the official is available; or another is met; or an appointment is made, which holds the case."""
    official, result = taken.official or act.case.addressee, taken.result
    if official is None or official.kind not in MEETABLE:
        raise Incomplete({"official": "Pilih Ketua, Anggota, atau Sekretaris."})
    if result == AvailabilityResult.APPOINTMENT and not taken.appointment_at:
        raise Incomplete({"appointment_at": "Isi tanggal dan jam janji temu."})
    if result == AvailabilityResult.APPOINTMENT:
        check_to_come(act, "appointment_at", taken.appointment_at)
    reason = f"Kesediaan {official}: {result.label.lower()}"
    act.record(
        AvailabilityCheck,
        reason,
        official=official,
        result=result,
        appointment_at=taken.appointment_at,
        note=taken.note,
    )
    act.case.addressee = official
    if result == AvailabilityResult.APPOINTMENT:
        hold_for(act, HoldReason.APPOINTMENT, taken.appointment_at)
        return Position(act.row, act.row.tasks[0]), reason
    return Position(act.row, act.row.after(act.task)), reason


def check_to_come(act: Act, field: str, at: datetime | None) -> None:
    """Refuse a moment to wait for that had passed when the wait began. Raises Incomplete at the field."""
    if at is not None and at <= act.happened_at:
        raise Incomplete({field: f"{tanggal(at)} pukul {jam_pendek(at)} sudah lewat; isi waktu yang akan datang."})


def hold_for(act: Act, reason: HoldReason, until: datetime | None = None, **said: str) -> None:
    """Open a hold inside the act."""
    words = f"Ditunda: {reason.label}"
    act.record(Hold, words, reason=reason, began_at=act.happened_at, until=until, **said)
    act.holds = act.case.was_held = True


def meet(act: Act, taken: Meet) -> tuple[Position, str]:
    """Row 2: the petitioner met the official, for whom the case now waits."""
    official = taken.official or act.case.addressee
    if official is None or official.kind not in MEETABLE:
        raise Incomplete({"official": "Pilih pejabat yang ditemui."})
    reason = f"Pemohon bertemu {official}"
    act.record(Meeting, reason, official=official, summary=taken.summary, note=taken.note)
    return next_row(act, official), reason


def receive(act: Act, taken: Receive) -> tuple[Position, str]:
    """Row 5: the letter gets its agenda number and the sheet is attached; it waits for the official addressed."""
    office = act.appointment.post.office
    given = numbers.give("agenda", act.happened_at, office, taken.agenda_number, "agenda_number")
    letter = act.record(
        IncomingLetter,
        f"Surat masuk diterima, agenda {given.number}",
        sender=taken.sender,
        letter_number=taken.letter_number,
        letter_date=taken.letter_date,
        subject=taken.subject,
        enclosure=taken.enclosure,
        nature=taken.nature,
        agenda_number=given.number,
        agenda_year=given.year,
        agenda_sequence=given.sequence,
        note=taken.note,
    )
    act.keep(letter, DocumentKind.SCAN, taken.files)
    return next_row(act, taken.addressee), f"Surat masuk diterima, agenda {given.number}"


def dispose(act: Act, taken: Dispose) -> tuple[Position, str]:
    """Rows 3 and 6: one hop; the task repeats while the addressee is one who disposes on (decision 2)."""
    task, addressee = act.row.task(act.task), taken.addressee
    if addressee.kind not in (*task.repeats_for, PostKind.KASUBAG):
        raise Incomplete({"addressee": "Pilih Kasubag atau pejabat yang meneruskan disposisi."})
    form_of = DispositionKind(task.form_of)
    disposition = write_disposition(act, taken, form_of, one_order(taken))
    reason = f"{form_of.label} {disposition.speaker} kepada {addressee}"
    if addressee.kind in task.repeats_for:
        return Position(act.row, task, addressee), reason
    return next_row(act, addressee), reason


def write_disposition(act: Act, taken: Hop, form_of: DispositionKind, order: Order | None) -> Disposition:
    """Write one hop: speaker, addressee, words, when said, who recorded it, confirmed or not (decision 7)."""
    speaker, words = act.on_behalf_of or act.appointment.post, taken.words.strip()
    check_recorder(act, taken.addressee)
    if speaker.pk == taken.addressee.pk:
        raise Incomplete({"addressee": "Disposisi tidak dapat ditujukan kepada pemberinya sendiri."})
    own = act.on_behalf_of is None
    manner = taken.manner or (Manner.SELF if own else Manner.SPOKEN)
    if not own and manner == Manner.SELF:
        raise Incomplete({"manner": "Pilih cara disposisi disampaikan: diucapkan, tulisan tangan, atau WhatsApp."})
    if not words and not taken.instructions:
        raise Incomplete({"instructions": "Pilih isi disposisi atau tulis catatannya."})
    disposition = act.record(
        Disposition,
        f"{form_of.label} {speaker} kepada {taken.addressee}",
        form_of=form_of,
        speaker=speaker,
        speaker_appointment=act.appointment if own else holder_today(speaker, act),
        addressee=taken.addressee,
        instructions="\n".join(str(instruction) for instruction in taken.instructions),
        words=words,
        order=order or "",
        nature=taken.nature,
        manner=manner,
        said_at=taken.said_at or act.happened_at,
        confirmation=Confirmation.OWN if own else Confirmation.PENDING,
        note=taken.note,
    )
    if taken.copies:
        disposition.copies.set(taken.copies)
    act.keep(disposition, DocumentKind.PROOF, taken.files)
    act.case.order = order or act.case.order
    return disposition


def one_order(taken: Hop) -> Order | None:
    """Read the order out of the choice or of the instructions chosen. Raises Incomplete when they contradict."""
    orders = {Order(instruction.order) for instruction in taken.instructions if instruction.order}
    orders |= {taken.order} if taken.order else set()
    if len(orders) > 1:
        raise Incomplete({"instructions": "Pilih salah satu: data saja atau surat balasan."})
    return orders.pop() if orders else None


def check_recorder(act: Act, addressee: Post) -> None:
    """A Kasubag may record only the disposition it was itself given (decision 7). Raises NotPermitted."""
    recorder = act.appointment.post
    if act.on_behalf_of and recorder.actor == Actor.KASUBAG and addressee.pk != recorder.pk:
        raise NotPermitted("Kasubag hanya mencatat disposisi yang ditujukan kepadanya sendiri.")


def holder_today(post: Post, act: Act) -> Appointment | None:
    """Find who holds a post on the day of the act; letters and sheets print it as held that day."""
    day = act.happened_at.astimezone(numbers.clock.WITA).date()
    return Appointment.objects.in_force(day).filter(post=post).first()


def first_holder(kind: str, act: Act) -> Post | None:
    """Find the first living post of a kind."""
    day = act.happened_at.astimezone(numbers.clock.WITA).date()
    living = Post.objects.filter(kind=kind, begins__lte=day).exclude(ends__lt=day)
    return living.order_by("rank", "pk").first()
