"""The version of the office's settings: what every process may keep in memory, and until when."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import models, transaction

from .people import Instruction, Office

Day = date  # by this name inside models that have a field called "date"
_kept: list[Any] = []
after_calendar_change: list[Callable[[date], Any]] = []  # called with the first day the change touches


def by_version(read: Callable[[int], Any]) -> Any:
    """Keep what is read once per process and version."""
    kept = lru_cache(maxsize=4)(read)
    _kept.append(kept)
    return kept


def bump_version(reason: str) -> None:
    """Raise the office's settings version, so that no process goes on with what it kept."""
    for kept in _kept:
        kept.cache_clear()
    with transaction.atomic():
        office: Any = Office.objects.select_for_update().first()
        if office is None:  # settings may be filled before the office is set up
            return
        office.calendar_version += 1
        office._change_reason = reason[:200]
        office.save()


@by_version
def load_instructions(version: int) -> list[Instruction]:
    """Read the usual orders of a disposition, once per process and version of the office's settings."""
    return list(Instruction.objects.filter(active=True))


class CalendarRow(models.Model):
    """A row whose change makes every process read the calendar anew, and measured times be measured again."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        with transaction.atomic():
            old = type(self)._default_manager.filter(pk=self.pk).first() if self.pk else None
            super().save(*args, **kwargs)
            bump_version(f"Kalender diubah: {self}")
            _announce(old, self)

    def delete(self, *args, **kwargs) -> tuple[int, dict[str, int]]:
        with transaction.atomic():
            described = str(self)
            deleted = super().delete(*args, **kwargs)
            bump_version(f"Dihapus dari kalender: {described}")
            _announce(self)
        return deleted

    def touches_from(self) -> date | None:
        """Say the first day whose working time this row may change; none when it changes no day."""
        return None


def _announce(*rows: CalendarRow | None) -> None:
    days = [day for row in rows if row is not None and (day := row.touches_from())]
    if days:
        for listener in after_calendar_change:
            listener(min(days))
