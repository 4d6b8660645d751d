"""Weeks of office hours made in one go."""

from datetime import date

from requests_app.clock import Spans
from requests_app.models import WorkingHours
from requests_app.models.versions import one_change


@one_change()
def create_week(name: str, begins: date, ends: date | None, week: tuple[Spans, ...]) -> WorkingHours:
    """Create hours with the spans of a week that starts on Monday."""
    hours = WorkingHours.objects.create(name=name, begins=begins, ends=ends)
    for weekday, spans in enumerate(week):
        for opens, closes in spans:
            hours.spans.create(weekday=weekday, opens=opens, closes=closes)
    return hours
