"""Forms for the pen from the command line: KPU's by name, emergency forms of a path, or one number again."""

from datetime import datetime

from django.core.management.base import CommandError
from django.utils import timezone

from .. import printing, workflow
from ..clock import WITA
from ..models.emergency import canonical, printed_in, read_number
from ..models.people import User
from ..permissions import acting_today

PATHS = {"tamu": 1, "surat": 5}
NAMES = [*PATHS, *printing.BLANKS]


def blank(of: str, count: int, by: str, now: datetime) -> bytes:
    """Render a form named on the command line. Raises Refusal or CommandError."""
    if of in printing.BLANKS:
        return printing.BLANKS[of].draw(timezone.localdate(now)).pdf
    if of in PATHS:
        return new_forms(PATHS[of], count, by, now)
    if batch := printed_in(of):
        return printing.blank_forms(batch, canonical(of)).pdf
    if read_number(of):
        raise CommandError(f"Formulir darurat {canonical(of)} belum pernah dicetak.")
    raise CommandError(f"Tidak ada formulir kosong “{of}”. Yang ada: {', '.join(NAMES)}, atau satu nomor darurat.")


def new_forms(entry: int, count: int, by: str, now: datetime) -> bytes:
    """Give the next emergency numbers to a printing on record. Raises Refusal or CommandError."""
    user = User.objects.filter(username=by).first()
    if user is None:
        raise CommandError("Sebutkan siapa yang mencetak: --by nama_pengguna.")
    doing = workflow.Doing(acting_today(user, now.astimezone(WITA).date()), now)
    return printing.blank_forms(workflow.print_forms(entry, count, doing)).pdf
