"""Forms for the pen from the command line: KPU's by name, emergency forms of a path, or one number again."""

from collections.abc import Sequence
from datetime import datetime

from django.core.management.base import CommandError
from django.utils import timezone

from .. import printing, workflow
from ..clock import WITA
from ..models.emergency_numbers import FormBatch, canonical, printed_in, read_number
from ..models.people import User
from ..printing.blanks import Blank
from ..printing.papers import UNNUMBERED
from ..rules.people import acting_today

PATHS = {"tamu": 1, "surat": 5}
NAMES = [*PATHS, *printing.BLANKS]


def blank(of: str, count: int, by: str, now: datetime, number: str = "") -> bytes:
    """Render a form named on the command line; one of a case bears new numbers for `by`, or a number printed before.

    Raises Refusal or CommandError.
    """
    if of in printing.BLANKS:
        form = printing.BLANKS[of]
        return form.draw(timezone.localdate(now), numbers_for(form, count, by, now, number)).pdf
    if of in PATHS:
        return printing.blank_forms(new_batch(PATHS[of], count, by, now)).pdf
    if batch := _printed(of):
        return printing.blank_forms(batch, canonical(of)).pdf
    raise CommandError(f"Tidak ada formulir kosong “{of}”. Yang ada: {', '.join(NAMES)}, atau satu nomor darurat.")


def numbers_for(form: Blank, count: int, by: str, now: datetime, number: str) -> Sequence[str]:
    """Give the emergency numbers a form bears: new ones, the one named, or none. Raises Refusal or CommandError."""
    if not (by or number):
        return UNNUMBERED
    if not form.entry:
        raise CommandError(f"{form.label} tidak bernomor darurat.")
    if not number:
        return new_batch(form.entry, count, by, now).numbers
    if _printed(number) is None:
        raise CommandError(f"“{number}” bukan nomor formulir darurat. Contoh: DRT-0007/2026.")
    return [canonical(number)]


def _printed(typed: str) -> FormBatch | None:
    """Find the printing of a number. Raises CommandError for a number that was never printed."""
    batch = printed_in(typed)
    if batch is None and read_number(typed):
        raise CommandError(f"Formulir darurat {canonical(typed)} belum pernah dicetak.")
    return batch


def new_batch(entry: int, count: int, by: str, now: datetime) -> FormBatch:
    """Give the next emergency numbers to a printing on record. Raises Refusal or CommandError."""
    user = User.objects.filter(username=by).first()
    if user is None:
        raise CommandError("Sebutkan siapa yang mencetak: --by nama_pengguna.")
    doing = workflow.Doing(acting_today(user, now.astimezone(WITA).date()), now)
    return workflow.print_forms(entry, count, doing)
