"""Corrections: a new version of what was recorded or registered; the old one stays."""

from dataclasses import fields
from typing import Any

from ..derived import search_text
from ..models.case import Petitioner
from ..models.records import (
    ActKind,
    Correction,
    Identification,
    Lateness,
    StepRecord,
)
from ..rules import acts
from ..rules.records import CORRECTABLE, check_correct
from ..rules.refusals import Incomplete
from .core import Act, Locked, begin, finish
from .reception import write_petitioner
from .taken import CorrectRegistration, Person, Requested


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
