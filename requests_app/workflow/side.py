"""Acts that move nothing forward, but every office needs: redirect, recall, correct, confirm, hold, resume, attach."""

from dataclasses import fields
from typing import Any

from ..derived import search_text
from ..models.case import InformationRequest, Petitioner, State
from ..models.people import Appointment, Post, PostKind
from ..models.records import (
    ActKind,
    Confirmation,
    Correction,
    Disposition,
    DispositionKind,
    Hold,
    HoldReason,
    Identification,
    Lateness,
    LetterStatus,
    Manner,
    ReplyLetter,
    StepRecord,
)
from ..rules import acts
from ..rules.records import CORRECTABLE, check_confirm, check_correct
from ..rules.refusals import Incomplete
from ..sop import Does
from ..text.words import jam_pendek, tanggal
from .core import Act, Doing, Locked, Position, begin, end_hold, finish
from .taken import Attach, CorrectRegistration, Person, PutOnHold, Requested
from .walkin import check_to_come, hold_for, write_petitioner


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


def correct(locked: Locked, reads: StepRecord, reason: str) -> Act:
    """Koreksi: recorder or Sekretaris corrects an entry as a new version; the old one stays in history.

    `reads` is the record as it should read. Raises Incomplete without a reason or a change, NotPermitted, NotNow for
    what is never corrected.
    """
    was_sealed, kind = locked.case.confidential, type(reads)
    stands = kind._default_manager.select_related("appointment").get(pk=reads.pk)
    appointment = check_correct(locked.acting, locked.facts(), stands, kind)
    changed = [name for name in CORRECTABLE[kind] if getattr(stands, name) != getattr(reads, name)]
    _need_reason_and_change(reason, bool(changed) or not CORRECTABLE[kind])
    act = begin(locked, ActKind.CORRECT, appointment)
    act.counted_on += [stands.stay.ended] if isinstance(stands, Lateness) else []
    labels = ", ".join(label_of(kind, name) for name in changed) or str(kind._meta.verbose_name)
    if changed:
        act.save(reads, f"Dikoreksi: {labels}", changed)
    if "nature" in changed:
        labels += _seal(act, was_sealed)
    if search_text.FIELDS & {*changed}:
        search_text.refresh(locked.case)
    act.record(Correction, f"Koreksi {labels}", record_id=reads.pk, changed=labels, note=reason.strip())
    # What the information is about stands on the case as well, where the law's days are read from.
    carried = {"category": reads.category} if isinstance(reads, Identification) and "category" in changed else {}
    return finish(act, None, f"Koreksi {labels}", **carried)


def _seal(act: Act, was_sealed: bool) -> str:
    """Say what a corrected sifat makes of the case; a seal is lifted by the Sekretaris, once no mark is left."""
    case = act.case
    if not was_sealed:
        return " (permohonan menjadi Rahasia)" if case.confidential else ""
    case.confidential = not acts.UNSEAL.may(act.doing.acting, act.locked.facts())
    return " (permohonan tetap Rahasia)" if case.confidential else " (tanda Rahasia dicabut)"


def correct_registration(locked: Locked, taken: CorrectRegistration) -> Act:
    """Koreksi of what was registered: the request's own words, and the petitioner's data as a superseding row.

    Personal data keep no history copies (UU 27/2022). Raises NotPermitted, Incomplete.
    """
    case = locked.case
    appointment = acts.CORRECT_REGISTRATION.check(locked.acting, locked.facts())
    known, asked = case.petitioner, ("information", "channel", *(part.name for part in fields(Requested)))
    people = [part.name for part in fields(Person) if getattr(known, part.name) != getattr(taken, part.name)]
    said = {name: getattr(taken, name) or "" for name in asked}
    request = {name: new for name, new in said.items() if getattr(case, name) != new}
    _need_reason_and_change(taken.reason, bool(people or request))
    act = begin(locked, ActKind.CORRECT, appointment)
    labels = ", ".join([*(label_of(Petitioner, name) for name in people), *(label_of(case, name) for name in request)])
    changes = {**request, "petitioner": write_petitioner(case, act.number, taken)} if people else request
    first = StepRecord.objects.filter(case=case).order_by("act").first()
    act.record(Correction, f"Koreksi {labels}", record=first, changed=labels[:300], note=taken.reason.strip())
    finish(act, None, f"Koreksi data pendaftaran: {labels}", **changes)
    if search_text.FIELDS & {*people, *request}:
        search_text.refresh(case)
    return act


def label_of(model: Any, name: str) -> str:
    """Say a field's Indonesian name."""
    return str(model._meta.get_field(name).verbose_name)


def _need_reason_and_change(reason: str, changed: bool) -> None:
    if not reason.strip():
        raise Incomplete({"reason": "Tulis alasan koreksi."})
    if not changed:
        raise Incomplete({"__all__": "Belum ada isian yang diubah."})


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


def hold(locked: Locked, taken: PutOnHold) -> Act:
    """Tunda: open an interval the clock treats as its reason rules; never nested. Raises NotNow, NotPermitted."""
    appointment = acts.HOLD.check(locked.acting, locked.facts())
    if not taken.note.strip():
        raise Incomplete({"note": "Tulis apa yang ditunggu."})
    act = begin(locked, ActKind.HOLD, appointment)
    check_to_come(act, "until", taken.until)
    hold_for(act, taken.reason, taken.until, note=taken.note.strip())
    return finish(act, None, f"Ditunda: {taken.reason.label}")


def ready(locked: Locked, via: str, note: str = "") -> Act:
    """Siap diambil: data or letter waits on the petitioner, who was told how and when."""
    appointment = acts.READY.check(locked.acting, locked.facts())
    if not via.strip():
        raise Incomplete({"notified_via": "Isi lewat apa pemohon diberi tahu."})
    act = begin(locked, ActKind.READY, appointment)
    hold_for(act, HoldReason.COLLECTION, notified_via=via.strip(), note=note)
    return finish(act, None, "Siap diambil, pemohon diberi tahu")


def resume(locked: Locked, note: str = "") -> Act:
    """Lanjutkan: close the open hold; the clock runs on. Raises NotNow when nothing is held."""
    appointment = acts.RESUME.check(locked.acting, locked.facts())
    _check_after_it_began(locked.case, locked.doing)
    act = begin(locked, ActKind.RESUME, appointment)
    end_hold(act)
    act.record(StepRecord, "Penundaan berakhir", note=note)
    return finish(act, None, "Dilanjutkan")


def _check_after_it_began(case: InformationRequest, doing: Doing) -> None:
    """Refuse to resume before the stop. Raises Incomplete."""
    held = Hold.objects.filter(case=case, ended_at__isnull=True).first() if doing.happened_at else None
    if held and doing.happened_at and doing.happened_at < held.began_at:
        began = f"{tanggal(held.began_at)} pukul {jam_pendek(held.began_at)}"
        raise Incomplete({"happened_at": f"Penundaan baru dimulai {began}; tidak dapat dilanjutkan sebelum itu."})


def attach(locked: Locked, taken: Attach) -> Act:
    """Lampirkan: file a document with the case; staff of the holder's subbagian and copied posts may too (DOMAIN 2)."""
    appointment = acts.ATTACH.check(locked.acting, locked.facts())
    if not taken.files:
        raise Incomplete({"files": "Pilih berkas yang dilampirkan."})
    act = begin(locked, ActKind.ATTACH, appointment)
    record = act.record(StepRecord, "Berkas dilampirkan", note=taken.note)
    act.keep(record, taken.kind, taken.files)
    return finish(act, None, "Berkas dilampirkan")
