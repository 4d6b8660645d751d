"""What the tests of the law's days share."""

from datetime import date, datetime, time

from requests_app.clock import WITA
from requests_app.models import Deadline, InformationRequest

REASON = "Data harus dikumpulkan dari enam kecamatan"


def nine(on: date) -> datetime:
    """Name nine o'clock of a day."""
    return datetime.combine(on, time(9), WITA)


def due(case) -> date | None:
    """Read the due day as stored."""
    return Deadline.objects.get(case=case).due


def answered(case) -> date | None:
    """Read the day of the answer as stored."""
    return InformationRequest.objects.get(pk=case.pk).answered_on
