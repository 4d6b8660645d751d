"""Row 2: whether the official can be met, and the meeting."""

from ..models.people import PostKind
from ..models.records import AvailabilityCheck, AvailabilityResult, HoldReason, Meeting
from ..rules.refusals import Incomplete
from .core import Act, Position, next_row
from .holds import check_to_come, hold_for
from .taken import Availability, Meet

MEETABLE = (PostKind.KETUA, PostKind.ANGGOTA, PostKind.SEKRETARIS)


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
    act.record(AvailabilityCheck, reason, taken, official=official)
    act.case.addressee = official
    if result == AvailabilityResult.APPOINTMENT:
        hold_for(act, HoldReason.APPOINTMENT, taken.appointment_at)
        return Position(act.row, act.row.tasks[0]), reason
    return Position(act.row, act.row.after(act.task)), reason


def meet(act: Act, taken: Meet) -> tuple[Position, str]:
    """Row 2: the petitioner met the official, for whom the case now waits."""
    official = taken.official or act.case.addressee
    if official is None or official.kind not in MEETABLE:
        raise Incomplete({"official": "Pilih pejabat yang ditemui."})
    reason = f"Pemohon bertemu {official}"
    act.record(Meeting, reason, taken, official=official)
    return next_row(act, official), reason
