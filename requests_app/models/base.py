"""What every tracked model shares: history with the act's words, saved through one function."""

from datetime import datetime

from django.db import models
from django.db.models import F, Q
from simple_history.models import HistoricalRecords


def track(**options) -> HistoricalRecords:
    """Keep history copies whose reason says the act in words."""
    return HistoricalRecords(history_change_reason_field=models.TextField(null=True), **options)


def save_tracked(instance, *, user, now: datetime, reason: str, fields: list[str] | None = None) -> None:
    """Save one row and its one history copy. The stamps stick to the instance, so they are set at every save."""
    instance._history_user = user
    instance._history_date = now
    instance._change_reason = reason
    instance.save(update_fields=fields) if fields else instance.save()


def ends_after(name: str, said: str, begins: str = "begins", ends: str = "ends") -> models.CheckConstraint:
    """Make the constraint that a dated row, where it ends, does not end before it begins."""
    condition = Q(**{f"{ends}__isnull": True}) | Q(**{f"{ends}__gte": F(begins)})
    return models.CheckConstraint(condition=condition, name=name, violation_error_message=said)
