"""A case passed on: disposed (rows 3, 6), assigned (10, 12), redirected, recalled, confirmed by the giver."""

from ..clock import WITA
from ..models.books import DocumentKind
from ..models.case import State
from ..models.people import Appointment, Post, PostKind
from ..models.records import (
    ActKind,
    Confirmation,
    Disposition,
    DispositionKind,
    LetterStatus,
    Manner,
    Order,
    ReplyLetter,
    StepRecord,
)
from ..rules import acts
from ..rules.records import check_confirm
from ..rules.refusals import Incomplete, NotPermitted
from ..sop import Actor, Does, Step, Task
from .core import Act, Locked, Position, begin, end_hold, finish, next_row
from .taken import Assign, Dispose, Hop


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


def ordered_or_assign(act: Act, step: Step, kasubag: Post | None) -> Position:
    """Skip the assignment where the disposition or the divisi's advice ordered this very thing (decision 4)."""
    if act.case.order == step.branch:
        return Position(step, _assigned(step), kasubag)
    return Position(step, step.tasks[0], first_holder(PostKind.SEKRETARIS, act))


def _assigned(step: Step) -> Task | None:
    """Find the task of a row that its assignment orders."""
    return step.after(step.doing(Does.ASSIGNS).slug)


def assign(act: Act, taken: Assign) -> tuple[Position, str]:
    """Rows 10 and 12: the assigner confirms the Kasubag's proposal or switches between data and letter."""
    if taken.addressee.kind != PostKind.KASUBAG:
        raise Incomplete({"addressee": "Pilih Kasubag yang ditugaskan."})
    order = one_order(taken) or Order(act.row.branch)
    write_disposition(act, taken, DispositionKind.ASSIGNMENT, order)
    step = act.sop.branch(order)
    reason = f"{taken.addressee} ditugaskan: {step.title.lower()}"
    return Position(step, _assigned(step), taken.addressee), reason


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
        taken,
        form_of=form_of,
        speaker=speaker,
        speaker_appointment=act.appointment if own else holder_today(speaker, act),
        instructions="\n".join(str(instruction) for instruction in taken.instructions),
        words=words,
        order=order or "",
        manner=manner,
        said_at=taken.said_at or act.happened_at,
        confirmation=Confirmation.OWN if own else Confirmation.PENDING,
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
    day = act.happened_at.astimezone(WITA).date()
    return Appointment.objects.in_force(day).filter(post=post).first()


def first_holder(kind: str, act: Act) -> Post | None:
    """Find the first living post of a kind."""
    day = act.happened_at.astimezone(WITA).date()
    living = Post.objects.filter(kind=kind, begins__lte=day).exclude(ends__lt=day)
    return living.order_by("rank", "pk").first()


def redirect(locked: Locked, holder: Post, reason: str) -> Act:
    """Alihkan: step and clock go on, the case waits for another post, a disposition row says so (DOMAIN 1).

    Raises NotNow, NotPermitted, Incomplete.
    """
    case, task = locked.case, locked.case.awaited
    appointment = acts.REDIRECT.check(locked.acting, locked.facts())
    if task is None or holder.actor not in task.actors or holder.pk == case.holder_id:
        raise Incomplete({"holder": "Pilih jabatan lain yang berwenang pada langkah ini."})
    if not reason.strip():
        raise Incomplete({"reason": "Tulis alasan pengalihan."})
    act = begin(locked, ActKind.REDIRECT, appointment)
    words = f"Dialihkan dari {case.holder} kepada {holder}"
    act.record(
        Disposition,
        words,
        form_of=DispositionKind.REDIRECT,
        speaker=appointment.post,
        speaker_appointment=appointment,
        addressee=holder,
        words=reason.strip(),
        manner=Manner.SELF,
        said_at=act.happened_at,
        confirmation=Confirmation.OWN,
    )
    if task.does(Does.SIGNS):
        _change_signer(act, holder)
    return finish(act, Position(act.row, task, holder) if case.state == State.OPEN else None, words, holder=holder)


def _change_signer(act: Act, signer: Post) -> None:
    letter = ReplyLetter.objects.select_related("signer").get(case=act.case, status=LetterStatus.SUBMITTED)
    if signer.kind == PostKind.ANGGOTA:
        raise Incomplete({"holder": "Surat balasan ditandatangani Ketua atau Sekretaris."})
    if signer.kind == PostKind.SEKRETARIS and letter.signer.kind == PostKind.KETUA:
        letter.in_name_of = letter.signer  # the letter stays the Ketua's: "a.n. Ketua"
    elif signer.kind == PostKind.KETUA:
        letter.in_name_of = None
    letter.signer = signer
    act.save(letter, f"Penandatangan diganti: {signer}", ["signer", "in_name_of"])


def recall(locked: Locked, reason: str = "") -> Act:
    """Tarik: the giver recalls a disposition not yet opened; a Kasubag recalls a draft not yet signed (DOMAIN 1)."""
    case, facts = locked.case, locked.facts()
    appointment = acts.RECALL.check(locked.acting, facts)
    if case.awaits(Does.SIGNS):
        return _recall_draft(locked, facts.submitted[-1], appointment, reason)
    given = facts.standing[-1]
    act = begin(locked, ActKind.RECALL, appointment)
    end_hold(act)
    words = f"Disposisi kepada {given.addressee} ditarik kembali"
    given.recalled_at = act.happened_at
    act.save(given, words, ["recalled_at"])
    act.record(StepRecord, words, note=reason)
    before = case.history.select_related("holder").get(act=given.act - 1)  # all stands again as before the hop
    step = case.sop.step(before.step)
    return finish(act, Position(step, step.task(before.task), before.holder), words, order=before.order)


def _recall_draft(locked: Locked, letter: ReplyLetter, appointment: Appointment, reason: str) -> Act:
    act = begin(locked, ActKind.RECALL, appointment)
    end_hold(act)
    words = f"Konsep surat balasan ke-{letter.version} ditarik kembali"
    letter.status = LetterStatus.RECALLED
    act.save(letter, words, ["status"])
    act.record(StepRecord, words, note=reason)
    return finish(act, Position(act.row, act.row.doing(Does.DRAFTS), appointment.post), words)


def confirm(locked: Locked, disposition: Disposition, true: bool, note: str = "") -> Act:
    """The speaker confirms or disputes a disposition recorded for them (decision 7); it never blocks the petitioner."""
    appointment = check_confirm(locked.acting, locked.facts(), disposition)
    act = begin(locked, ActKind.CONFIRM, appointment)
    disposition.confirmation = Confirmation.CONFIRMED if true else Confirmation.DISPUTED
    disposition.confirmed_at = act.happened_at
    words = f"Disposisi {disposition.get_confirmation_display().lower()}"
    act.save(disposition, words, ["confirmation", "confirmed_at"])
    act.record(StepRecord, words, note=note)
    return finish(act, None, words)
