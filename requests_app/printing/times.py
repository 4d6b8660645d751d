"""Rincian waktu: what each step of a case took, stretch by stretch, as the page of times shows it."""

from ..derived import timesheet
from .records import Records
from .render import Printed, paper


def timing(records: Records) -> Printed:
    """Draw the sheet of a case's times; a step still open counts to now."""
    case, now = records.case, records.now
    steps = timesheet.of_case(case, now)
    return paper("timing", f"rincian-waktu-{case.short_number}", case=case, steps=steps, now=now)
