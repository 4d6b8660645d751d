"""What an admin changes while a case runs, for the state machine: days of the calendar and targets of the rows."""

from datetime import datetime, time, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from hypothesis import strategies as st

from requests_app.clock import WITA
from requests_app.models import CalendarChange, DayOverride, Stay, TargetRevision, VerdictChange
from requests_app.models.base import save_tracked
from tests import decree
from tests.cast import Cast

DECREE = {row.number: row.target_minutes for row in decree.ROWS}


class Settings:
    """The admin's moves, beside the acts of the desk; `targets` notes each entry into a row with its target by hand."""

    cast: Cast
    pk: int
    now: datetime
    when: datetime
    draw: Any
    revisions: list[tuple[int, datetime, int]]
    targets: list[tuple[int, datetime, int]]

    def enters(self, step: int) -> None:
        """Note the target a step has that is entered now: the decree's, or the last revision by then."""
        revised = [(since, minutes) for row, since, minutes in self.revisions if row == step and since <= self.when]
        self.targets.append((step, self.when, max(revised)[1] if revised else DECREE[step]))

    def the_calendar_changes(self) -> None:
        """The admin closes a day, opens it, or takes the entry back: every verdict that changes is kept as it was."""
        on = self.now.astimezone(WITA).date() + timedelta(days=self.draw(st.integers(-2, 2)))
        marks = self.draw(st.sampled_from([(), (8, 12), (7, 18)]))
        before, known = self.figures(), set(CalendarChange.objects.values_list("pk", flat=True))
        row = DayOverride.objects.filter(date=on).first() or DayOverride(date=on, name="Uji")
        row.kind = "open" if marks else "closed"
        row.opens, row.closes = [time(mark) for mark in marks] or [None, None]
        save_tracked(row, user=self.cast.admin, now=self.now, reason="Uji")
        after = self.figures()
        changed = {pk for pk in before if before[pk] != after[pk]}
        kept = VerdictChange.objects.exclude(change__in=known)  # a day closed once more is no change at all
        assert {row.stay_id: (row.step_total_before, row.late_before, row.due_at_before) for row in kept} == {
            pk: before[pk] for pk in changed
        }

    def figures(self) -> dict[int, tuple]:
        return {row.pk: (row.step_total, row.late, row.due_at) for row in Stay.objects.filter(case=self.pk)}

    def a_target_is_revised(self) -> None:
        """The admin revises a target from some instant on: refused where a step has been entered since."""
        step = self.draw(st.sampled_from([2, 3, 6, 7, 8, 12]))
        since = self.now + timedelta(minutes=self.draw(st.sampled_from([-60, -1, 1, 30])))
        row = TargetRevision(step=step, minutes=17, reason="Uji", decree="1", valid_from=since)
        later = min((at for revised, at, _ in self.revisions if revised == step and at > since), default=None)
        entered = [at for entry, at, _ in self.targets if entry == step and at >= since and (not later or at < later)]
        if entered or any((step, since) == (revised, at) for revised, at, _ in self.revisions):
            with pytest.raises(ValidationError) as refused:
                row.full_clean()
            assert [*refused.value.message_dict] == ["valid_from"]
            return
        row.full_clean()
        save_tracked(row, user=self.cast.admin, now=self.now, reason="Uji")
        self.revisions.append((step, since, 17))
