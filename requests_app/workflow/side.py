"""Acts that move nothing forward, but every office needs: redirect, recall, correct, confirm, hold, resume, attach."""

from datetime import datetime
from typing import Any

from ..derived import search_text
from ..models.case import Petitioner, State
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
from ..rules.refusals import Incomplete, NotNow
from ..sop import Does
from ..text.words import jam_pendek, tanggal
from .core import Act, Doing, Position, begin, end_hold, facts_of, finish
from .walkin import check_to_come, hold_for


def redirect(case, doing: Doing, holder: Post, reason: str):
    """Alihkan: step and clock go on, the case waits for another post, a disposition row says so (DOMAIN 1).

    Raises NotNow, NotPermitted, Incomplete.
    """
    appointment = acts.REDIRECT.check(doing.acting, facts_of(case, doing))
    task = case.awaited
    if holder.actor not in task.actors or holder.pk == case.holder_id:
        raise Incomplete({"holder": "Pilih jabatan lain yang berwenang pada langkah ini."})
    if not reason.strip():
        raise Incomplete({"reason": "Tulis alasan pengalihan."})
    act = begin(case, doing, ActKind.REDIRECT, appointment)
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


def recall(case, doing: Doing, reason: str = ""):
    """Tarik: the giver recalls a disposition not yet opened; a Kasubag recalls a draft not yet signed (DOMAIN 1)."""
    facts = facts_of(case, doing)
    appointment = acts.RECALL.check(doing.acting, facts)
    if case.awaits(Does.SIGNS):
        return _recall_draft(case, doing, facts.submitted[-1], appointment, reason)
    given = facts.standing[-1]
    act = begin(case, doing, ActKind.RECALL, appointment)
    end_hold(act)
    words = f"Disposisi kepada {given.addressee} ditarik kembali"
    given.recalled_at = act.happened_at
    act.save(given, words, ["recalled_at"])
    act.record(StepRecord, words, note=reason)
    before = case.history.select_related("holder").get(act=given.act - 1)  # all stands again as before the hop
    step = case.sop.step(before.step)
    return finish(act, Position(step, step.task(before.task), before.holder), words, order=before.order)


def _recall_draft(case, doing: Doing, letter: ReplyLetter, appointment: Appointment, reason: str):
    act = begin(case, doing, ActKind.RECALL, appointment)
    end_hold(act)
    words = f"Konsep surat balasan ke-{letter.version} ditarik kembali"
    letter.status = LetterStatus.RECALLED
    act.save(letter, words, ["status"])
    act.record(StepRecord, words, note=reason)
    return finish(act, Position(act.row, act.row.doing(Does.DRAFTS), appointment.post), words)


def correct(case, doing: Doing, record: StepRecord, changes: dict[str, Any], reason: str):
    """Koreksi: recorder or Sekretaris corrects an entry as a new version; the old one stays in history.

    Raises Incomplete without a reason or a change, NotPermitted, NotNow for what is never corrected.
    """
    was_sealed = case.confidential
    appointment = check_correct(doing.acting, facts_of(case, doing), record, type(record))
    fields = CORRECTABLE[type(record)]
    if not set(changes) <= set(fields):
        raise NotNow("Catatan ini tidak dikoreksi; kesalahan padanya diluruskan dengan tindakan baru.")
    changed = {name: value for name, value in changes.items() if getattr(record, name) != value}
    _need_reason_and_change(reason, changed or not fields)
    act = begin(case, doing, ActKind.CORRECT, appointment)
    act.counted_on += [record.stay.ended] if isinstance(record, Lateness) else []
    for name, value in changed.items():
        setattr(record, name, value)
    labels = ", ".join(label_of(record, name) for name in changed) or str(record._meta.verbose_name)
    if changed:
        act.save(record, f"Dikoreksi: {labels}", list(changed))
    if "nature" in changed:
        labels += _seal(act, was_sealed)
    if search_text.FIELDS & changed.keys():
        search_text.refresh(case)
    base = StepRecord.objects.get(pk=record.pk)
    act.record(Correction, f"Koreksi {labels}", record=base, changed=labels, note=reason.strip())
    # What the information is about stands on the case as well, where the law's days are read from.
    carried = {"category": record.category} if isinstance(record, Identification) and "category" in changed else {}
    return finish(act, None, f"Koreksi {labels}", **carried)


def _seal(act: Act, was_sealed: bool) -> str:
    """Say what a corrected sifat makes of the case; a seal is lifted by the Sekretaris, once no mark is left."""
    case = act.case
    if not was_sealed:
        return " (permohonan menjadi Rahasia)" if case.confidential else ""
    case.confidential = not acts.UNSEAL.may(act.doing.acting, facts_of(case, act.doing))
    return " (permohonan tetap Rahasia)" if case.confidential else " (tanda Rahasia dicabut)"


def correct_petitioner(case, doing: Doing, changes: dict[str, Any], reason: str):
    """Koreksi of the petitioner's data alone; see `correct_registration`."""
    return correct_registration(case, doing, changes, {}, reason)


def correct_registration(case, doing: Doing, personal: dict[str, Any], registered: dict[str, Any], reason: str):
    """Koreksi of what was registered: the request's own words, and the petitioner's data as a superseding row.

    Personal data keep no history copies (UU 27/2022). Raises NotPermitted, Incomplete.
    """
    appointment = acts.CORRECT_REGISTRATION.check(doing.acting, facts_of(case, doing))
    people = {name: value for name, value in personal.items() if getattr(case.petitioner, name) != value}
    request = {name: value for name, value in registered.items() if getattr(case, name) != value}
    _need_reason_and_change(reason, {**people, **request})
    act = begin(case, doing, ActKind.CORRECT, appointment)
    shown = [label_of(Petitioner, name) for name in people if name != "phone_digits"]
    labels = ", ".join([*shown, *(label_of(case, name) for name in request)])
    changes = {**request, "petitioner": _superseded(act, people)} if people else request
    first = StepRecord.objects.filter(case=case).order_by("act").first()
    act.record(Correction, f"Koreksi {labels}", record=first, changed=labels[:300], note=reason.strip())
    finish(act, None, f"Koreksi data pendaftaran: {labels}", **changes)
    if search_text.FIELDS & {*people, *request}:
        search_text.refresh(case)
    return case


def _superseded(act: Act, changes: dict[str, Any]) -> Petitioner:
    """Write the petitioner anew; the old row stays, blanked at most."""
    old = act.case.petitioner
    names = [f.name for f in Petitioner._meta.concrete_fields if f.name not in ("id", "case", "act", "erased_at")]
    values = {**{name: getattr(old, name) for name in names}, **changes}
    return Petitioner.objects.create(case=act.case, act=act.number, **values)


def label_of(model: Any, name: str) -> str:
    """Say a field's Indonesian name."""
    return str(model._meta.get_field(name).verbose_name)


def _need_reason_and_change(reason: str, changed: dict[str, Any] | bool) -> None:
    if not reason.strip():
        raise Incomplete({"reason": "Tulis alasan koreksi."})
    if not changed:
        raise Incomplete({"__all__": "Belum ada isian yang diubah."})


def confirm(case, doing: Doing, disposition: Disposition, true: bool, note: str = ""):
    """The speaker confirms or disputes a disposition recorded for them (decision 7); it never blocks the petitioner."""
    appointment = check_confirm(doing.acting, facts_of(case, doing), disposition)
    act = begin(case, doing, ActKind.CONFIRM, appointment)
    disposition.confirmation = Confirmation.CONFIRMED if true else Confirmation.DISPUTED
    disposition.confirmed_at = act.happened_at
    words = f"Disposisi {disposition.get_confirmation_display().lower()}"
    act.save(disposition, words, ["confirmation", "confirmed_at"])
    act.record(StepRecord, words, note=note)
    return finish(act, None, words)


def hold(case, doing: Doing, reason: str, note: str, until: datetime | None = None):
    """Tunda: open an interval the clock treats as its reason rules; never nested. Raises NotNow, NotPermitted."""
    appointment = acts.HOLD.check(doing.acting, facts_of(case, doing))
    if not note.strip():
        raise Incomplete({"note": "Tulis apa yang ditunggu."})
    act = begin(case, doing, ActKind.HOLD, appointment)
    check_to_come(act, "until", until)
    hold_for(act, HoldReason(reason), until, note=note.strip())
    return finish(act, None, f"Ditunda: {HoldReason(reason).label}")


def ready(case, doing: Doing, via: str, note: str = ""):
    """Siap diambil: data or letter waits on the petitioner, who was told how and when."""
    appointment = acts.READY.check(doing.acting, facts_of(case, doing))
    if not via.strip():
        raise Incomplete({"notified_via": "Isi lewat apa pemohon diberi tahu."})
    act = begin(case, doing, ActKind.READY, appointment)
    hold_for(act, HoldReason.COLLECTION, notified_via=via.strip(), note=note)
    return finish(act, None, "Siap diambil, pemohon diberi tahu")


def resume(case, doing: Doing, note: str = ""):
    """Lanjutkan: close the open hold; the clock runs on. Raises NotNow when nothing is held."""
    appointment = acts.RESUME.check(doing.acting, facts_of(case, doing))
    _check_after_it_began(case, doing)
    act = begin(case, doing, ActKind.RESUME, appointment)
    end_hold(act)
    act.record(StepRecord, "Penundaan berakhir", note=note)
    return finish(act, None, "Dilanjutkan")


def _check_after_it_began(case, doing: Doing) -> None:
    """Refuse to resume before the stop. Raises Incomplete."""
    held = Hold.objects.filter(case=case, ended_at__isnull=True).first() if doing.happened_at else None
    if held and doing.happened_at and doing.happened_at < held.began_at:
        began = f"{tanggal(held.began_at)} pukul {jam_pendek(held.began_at)}"
        raise Incomplete({"happened_at": f"Penundaan baru dimulai {began}; tidak dapat dilanjutkan sebelum itu."})


def attach(case, doing: Doing, kind: str, files: list, note: str = ""):
    """Lampirkan: file a document with the case; staff of the holder's subbagian and copied posts may too (DOMAIN 2)."""
    appointment = acts.ATTACH.check(doing.acting, facts_of(case, doing))
    if not files:
        raise Incomplete({"files": "Pilih berkas yang dilampirkan."})
    act = begin(case, doing, ActKind.ATTACH, appointment)
    record = act.record(StepRecord, "Berkas dilampirkan", note=note)
    act.keep(record, kind, files)
    return finish(act, None, "Berkas dilampirkan")
