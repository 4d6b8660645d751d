"""Holds: intervals that the step's clock leaves out as their reason rules."""

from datetime import datetime

from ..models.case import InformationRequest
from ..models.records import (
    ActKind,
    Hold,
    HoldReason,
    StepRecord,
)
from ..rules import acts
from ..rules.refusals import Incomplete
from ..text.words import jam_pendek, tanggal
from .core import Act, Doing, Locked, begin, end_hold, finish
from .taken import PutOnHold


def hold(locked: Locked, taken: PutOnHold) -> Act:
    """Tunda: open an interval the clock treats as its reason rules; never nested. Raises NotNow, NotPermitted."""
    appointment = acts.HOLD.check(locked.acting, locked.facts())
    if not taken.note.strip():
        raise Incomplete({"note": "Tulis apa yang ditunggu."})
    act = begin(locked, ActKind.HOLD, appointment)
    check_to_come(act, "until", taken.until)
    hold_for(act, taken.reason, taken.until, note=taken.note.strip())
    return finish(act, None, f"Ditunda: {taken.reason.label}")


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


def hold_for(act: Act, reason: HoldReason, until: datetime | None = None, **said: str) -> None:
    """Open a hold inside the act."""
    words = f"Ditunda: {reason.label}"
    act.record(Hold, words, reason=reason, began_at=act.happened_at, until=until, **said)
    act.holds = act.case.was_held = True


def check_to_come(act: Act, field: str, at: datetime | None) -> None:
    """Refuse a moment to wait for that had passed when the wait began. Raises Incomplete at the field."""
    if at is not None and at <= act.happened_at:
        raise Incomplete({field: f"{tanggal(at)} pukul {jam_pendek(at)} sudah lewat; isi waktu yang akan datang."})
