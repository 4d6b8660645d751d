"""Emergency numbers: printed on blank forms before a power cut, each used for one case only."""

from django.db import transaction

from ..clock import WITA
from ..models.books import EMERGENCY, NumberSeries
from ..models.case import InformationRequest
from ..models.emergency_numbers import MOST_AT_ONCE, FormBatch, canonical
from ..rules.office import PRINT_NUMBERED
from ..rules.refusals import Incomplete
from .core import Doing


def print_forms(entry: int, count: int, doing: Doing) -> FormBatch:
    """Give the next numbers to a printing and record who printed them when; the same submit again is one printing.

    Raises NotPermitted, Incomplete.
    """
    appointment = PRINT_NUMBERED.check(doing.acting)
    if not 1 <= count <= MOST_AT_ONCE:
        raise Incomplete({"count": f"Cetak 1 sampai {MOST_AT_ONCE} formulir sekali jalan."})
    year = doing.now.astimezone(WITA).year
    with transaction.atomic():
        last = NumberSeries.take(EMERGENCY[0], year, count)  # its row lock lets the same submit sent twice come in turn
        if doing.token and (printed := FormBatch.objects.filter(token=doing.token).first()):
            transaction.set_rollback(True)  # the numbers just taken go back, so the series keeps no gap
            return printed
        return FormBatch.objects.create(
            entry=entry,
            year=year,
            first=last - count + 1,
            last=last,
            printed_by=appointment,
            printed_at=doing.now,
            token=doing.token or None,
        )


def use_number(typed: str) -> str:
    """Write an emergency number as printed, for the case about to bear it. Raises Incomplete when another one does."""
    number = canonical(typed)
    if number and (other := InformationRequest.objects.filter(emergency_number=number).first()):
        raise Incomplete({"emergency_number": used_sentence(number, other)})
    return number


def used_sentence(number: str, case: InformationRequest) -> str:
    """Say which case a number was used for."""
    return f"Formulir {number} sudah dicatat sebagai permohonan {case.number}. Periksa nomor pada formulir."
