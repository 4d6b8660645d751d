"""A change of the calendar measures again what it touches; nothing is left equal to the old days by accident."""

from datetime import date, datetime, time, timedelta

import pytest

from requests_app.clock import WITA
from requests_app.derived import stays
from requests_app.models import DayOverride, Stay

pytestmark = pytest.mark.django_db
FRIDAY = datetime(2026, 11, 20, 16, 0, tzinfo=WITA)  # half an hour before closing


def test_a_closed_day_moves_the_due_instant_of_a_running_step(desk):
    case = desk.letter(at=FRIDAY)
    before = Stay.objects.get(case=case, ended__isnull=True).due_at
    DayOverride.objects.create(date=date(2026, 11, 20), kind="closed", name="Listrik padam")
    after = Stay.objects.get(case=case, ended__isnull=True).due_at
    assert before.astimezone(WITA).date() == date(2026, 11, 20)
    assert after == datetime(2026, 11, 23, 7, 35, tzinfo=WITA)


def test_a_finished_step_is_measured_again(desk):
    case = desk.letter(at=FRIDAY)
    desk.do(case, "dispose", who="ketua", at=FRIDAY + timedelta(minutes=12))
    assert Stay.objects.get(case=case, step=6).late is True
    DayOverride.objects.create(date=date(2026, 11, 20), kind="closed", name="Listrik padam")
    stay = Stay.objects.get(case=case, step=6)
    assert (stay.working, stay.late) == (timedelta(), False)


def test_moving_an_extra_opening_measures_both_days(desk):
    saturday = datetime(2026, 11, 21, 9, 0, tzinfo=WITA)
    opening = DayOverride.objects.create(
        date=saturday.date(), kind="open", name="Piket", opens=time(8), closes=time(12)
    )
    case = desk.letter(at=saturday)
    desk.do(case, "dispose", who="ketua", at=saturday + timedelta(minutes=4))
    assert Stay.objects.get(case=case, step=6).working == timedelta(minutes=4)
    opening.date = date(2026, 11, 28)
    opening.save()
    assert Stay.objects.get(case=case, step=6).working == timedelta()
    assert stays.verify(case, stays.office_calendar(), saturday + timedelta(hours=1)) == []
