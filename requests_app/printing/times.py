"""Rincian waktu: what each step of a case took, stretch by stretch, as the page of times shows it."""

from datetime import datetime

from ..derived import timesheet
from ..models.case import InformationRequest
from .render import Printed, paper


def timing(case: InformationRequest, now: datetime) -> Printed:
    """Draw the sheet of a case's times; a step still open counts to `now`."""
    steps = timesheet.of_case(case, now)
    return paper("timing", f"rincian-waktu-{case.short_number}", case=case, steps=steps, now=now)
