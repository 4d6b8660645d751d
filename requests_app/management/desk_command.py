"""What the desk's commands share: a refusal is one sentence on standard error and exit 1, never a traceback."""

import sys
from datetime import date, datetime
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from ..clock import WITA, NoWorkingTime
from ..models.case import InformationRequest
from ..printing.periods import FIRST_YEAR, LAST_YEAR
from ..rules.refusals import Refusal


class DeskCommand(BaseCommand):
    """A command for scripts; refuse with CommandError, a named Refusal or a clock error."""

    requires_system_checks = []
    _called_from_command_line = False  # Django sets it on the command that was typed

    def execute(self, *args, **options):
        try:
            return super().execute(*args, **options)
        except (CommandError, Refusal, NoWorkingTime) as refusal:
            if not self._called_from_command_line:
                raise CommandError(str(refusal)) from refusal
            # Django would put the exception's class before the sentence.
            self.stderr.write(str(refusal))
            sys.exit(1)


def instant(text: str) -> datetime:
    """Read an ISO instant; without an offset it is office time (WITA). Raises CommandError."""
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise CommandError(f"“{text}” bukan waktu ISO; tulis misalnya 2026-11-23T08:00.") from None
    within_reason(at.date())
    return at.replace(tzinfo=WITA) if at.tzinfo is None else at


def within_reason(day: date) -> date:
    """Refuse a day no office worked on: the clock counts day by day. Raises CommandError."""
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise CommandError(f"Tahun {day.year} di luar {FIRST_YEAR} sampai {LAST_YEAR}.")
    return day


def write_file(place: Path, content: bytes) -> None:
    """Write what a command made, whole or not at all. Raises CommandError."""
    is_device = place.exists() and not place.is_file()
    draft = place if is_device else place.with_name(f".{place.name}.baru")
    try:
        draft.write_bytes(content)
        if not is_device:
            draft.replace(place)
    except OSError as error:
        if not is_device:
            draft.unlink(missing_ok=True)
        raise CommandError(f"Berkas {place} tidak dapat ditulis.") from error


def case_of(number: str) -> InformationRequest:
    """Find a case by its full number, or by the running number in the newest year. Raises CommandError."""
    cases = InformationRequest.objects.select_related("petitioner", "addressee").order_by("-year", "-pk")
    case = cases.filter(number=number).first()
    if case is None and number.isdecimal():
        case = cases.filter(sequence=int(number)).first() if len(number) < 10 else None
    if case is None and number:
        case = cases.filter(number__startswith=f"{number}/").first()
    if case is None:
        raise CommandError(f"Tidak ada permohonan bernomor “{number}”.")
    return case
