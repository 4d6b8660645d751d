"""The version of the office's settings: what every process may keep in memory, and until when.

Rows of the calendar saved together are one change: who made it, in words, and which days it touches.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from itertools import groupby
from typing import Any, TypeVar

from django.db import models, transaction
from django.dispatch import Signal

from .edits import Edit, in_words
from .people import Instruction, Office, User

Day = date  # by this name inside models that have a field called "date"
T = TypeVar("T")
MOST_ROWS = 3  # of one kind told in full; a week of hours is told by its number
_kept: list[Any] = []
_together: ContextVar[list[Edit] | None] = ContextVar("edits of one change", default=None)


@dataclass(frozen=True)
class Change:
    """One change as a person made it; `ends` None means that it touches every day from `begins` on."""

    words: str
    user: User | None
    at: datetime
    begins: date
    ends: date | None


# Each is sent once for all rows of one change, with that `change`, inside its transaction; no row sends one of its own.
calendar_changed = Signal()  # a day's working time may have changed
law_changed = Signal()  # only the law's days have


def by_version(read: Callable[[int], T]) -> Callable[[int], T]:
    """Keep what is read, once per process and version."""
    kept = lru_cache(maxsize=4)(read)
    _kept.append(kept)
    return kept


def forget() -> None:
    """Drop whatever this process keeps."""
    for kept in _kept:
        kept.cache_clear()


def bump_version(reason: str) -> None:
    """Raise the office's settings version, so that no process goes on with what it kept."""
    forget()
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


@contextmanager
def one_change() -> Iterator[list[Edit]]:
    """Let all rows saved meanwhile be one change: the version rises, and times are measured again, once it is whole."""
    known = _together.get()
    if known is not None:
        yield known
        return
    edits: list[Edit] = []
    token = _together.set(edits)
    with transaction.atomic():
        try:
            yield edits
        finally:
            _together.reset(token)
        if edits:
            bump_version("; ".join(edit.reason for edit in edits))
            _announce(edits)


class CalendarRow(models.Model):
    """A row whose change makes every process read the calendar anew, and measured times be measured again."""

    tells = calendar_changed
    changed = "Kalender diubah"
    history: Any

    class Meta:
        abstract = True

    def save(self, *args, **kwargs) -> None:
        with transaction.atomic(), one_change() as edits:
            old = type(self)._default_manager.filter(pk=self.pk).first() if self.pk else None
            super().save(*args, **kwargs)
            if words := in_words(old, self):
                edits.append(self._edit(words, f"{self.changed}: {self}", self.pk, old, self))

    def delete(self, *args, **kwargs) -> tuple[int, dict[str, int]]:
        with transaction.atomic(), one_change() as edits:
            described, pk = str(self), self.pk
            words = in_words(self, None)
            deleted = super().delete(*args, **kwargs)
            edits.append(self._edit(words, f"Dihapus dari kalender: {described}", pk, self))
        return deleted

    def _edit(self, words: str, reason: str, pk: Any, *rows: "CalendarRow | None") -> Edit:
        known = [row for row in rows if row is not None]
        days = [(day, row.touches_until()) for row in known if (day := row.touches_from())]
        kept = type(self).history.filter(id=pk).select_related("history_user").latest("history_id")
        return Edit(words, reason, kept.history_user, kept.history_date, days, self.tells)

    def describe(self) -> str:
        """Say the row as a list of changes does."""
        return str(self)

    def touches_from(self) -> date | None:
        """Say the first day whose working time this row may change; none when it changes no day."""
        return None

    def touches_until(self) -> date | None:
        """Say the last day whose working time this row may change; none when there is no last one."""
        return None


class LawRow(CalendarRow):
    """A row of the law's days: every case's due day may change with it, the SOP's measured minutes never do."""

    tells = law_changed
    changed = "Aturan hari kerja diubah"

    class Meta:
        abstract = True


def _announce(edits: Sequence[Edit]) -> None:
    """Tell once of all edits of the calendar, once of all of the law's days."""
    for signal in (calendar_changed, law_changed):
        if told := [edit for edit in edits if edit.tells is signal and edit.days]:
            signal.send(CalendarRow, change=_whole(told))


def _whole(edits: Sequence[Edit]) -> Change:
    days = [span for edit in edits for span in edit.days]
    ends = [end for _, end in days]
    last = edits[-1]
    return Change(
        words=_told(edits),
        user=last.user,
        at=last.at,
        begins=min(begin for begin, _ in days),
        ends=None if None in ends else max(end for end in ends if end is not None),
    )


def _told(edits: Sequence[Edit]) -> str:
    """Say all edits; many rows of one kind by their number."""
    said = []
    for what, same in groupby(edits, key=lambda edit: edit.words.partition(":")[0]):
        words = [edit.words for edit in same]
        number = len(words)
        said += words if number <= MOST_ROWS else [f"{number} {what[:1].lower()}{what[1:]}"]
    return "; ".join(said)
