"""Tallies: what is kept of closed days and months, what forgets it, and that it equals a count."""

import io
from datetime import date, timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.core.management.base import CommandError
from django.test import Client

from requests_app import workflow
from requests_app.clock import WITA
from requests_app.derived.tallies import store
from requests_app.models import DayOverride, InformationRequest, Stay, Tally
from requests_app.models.base import save_tracked
from requests_app.models.records.lateness import load_late_reasons
from tests.cast import PASSWORD
from tests.office_year import NOW, at, play

pytestmark = [pytest.mark.django_db, pytest.mark.alone]


@pytest.fixture
def office(cast):
    return play(cast)


def spans() -> set[tuple[str, str]]:
    return {(row.span, f"{row.begins}") for row in Tally.objects.all()}


def days(*months: tuple[int, int, int]) -> set[tuple[str, str]]:
    """Name the days of some months, from one day to another."""
    return {("day", f"2026-{month:02}-{day:02}") for month, first, last in months for day in range(first, last + 1)}


def test_closed_days_and_months_are_kept_once(office):
    assert store.keep(NOW) == 27 + 22 + 1  # from the first request, on 5 October
    assert spans() == {("month", "2026-10-01")} | days((10, 5, 31), (11, 1, 22))
    assert store.keep(NOW) == 0
    assert store.keep(at(12, 2, "08.00")) == 8 + 1 + 1
    assert spans() == {("month", "2026-10-01"), ("month", "2026-11-01")} | days((10, 5, 31), (11, 1, 30), (12, 1, 1))
    assert store.verify() == []


def test_only_a_few_are_kept_at_once_when_asked_so(office):
    assert (store.keep(NOW, most=3), len(spans())) == (3, 3)


def test_a_day_is_kept_only_an_hour_after_it_ended(office):
    store.keep(at(11, 24, "00.30"))
    assert ("day", "2026-11-23") not in spans()
    store.keep(at(11, 24, "01.00"))
    assert ("day", "2026-11-23") in spans()


def test_todays_acts_forget_nothing(office):
    store.keep(NOW)
    kept = spans()
    office.do(office.case_at(4, at=NOW), "deliver")
    assert (spans(), store.verify()) == (kept, [])


FORGETTING = ("reopen", "correct", "paper", "calendar", "explain")


@pytest.mark.parametrize("verb", FORGETTING)
def test_an_act_that_touches_a_closed_day_forgets_it(office, verb):
    store.keep(NOW)
    kept = spans()
    gone = globals()[f"_{verb}"](office)
    assert kept - spans() == gone
    assert store.verify() == []
    assert store.keep(NOW) == len(gone)
    assert store.verify() == []


def _reopen(desk) -> set:
    case = InformationRequest.objects.get(number__startswith="0002/")
    desk.act("reopen", case, "sekretaris", 12, "Lampiran kurang", at=NOW)
    # Received on the sixth and ended on the ninth.
    return {("month", "2026-10-01"), ("day", "2026-10-06"), ("day", "2026-10-09")}


def _correct(desk) -> set:
    case = InformationRequest.objects.filter(received_at__gte=at(11, 9, "00.00")).order_by("pk").first()
    desk.act("correct_registration", case, "sekretaris", {"channel": "telepon"}, "Salah pilih", at=NOW)
    return {("day", "2026-11-09"), ("day", "2026-11-10")}


def _explain(desk) -> set:
    stay = Stay.objects.filter(unexplained=True).select_related("case").latest("pk")
    ended = stay.ended.astimezone(WITA).date()
    desk.act("explain", stay.case, desk.cast.holder(stay.holder), stay.run, load_late_reasons(0)[0], at=NOW)
    return {("day", f"{ended}")}


def _paper(desk) -> set:
    case = desk.case_at(6, at=NOW - timedelta(days=3))
    store.keep(NOW)
    doing = workflow.Doing(desk.cast.acting("ketua"), NOW, happened_at=NOW - timedelta(days=3) + timedelta(minutes=2))
    workflow.complete(case.pk, desk.plausible(case, "dispose"), doing)
    return {("day", "2026-11-20")}


def _calendar(desk) -> set:
    closed = DayOverride(date=date(2026, 11, 11), kind="closed", name="Banjir")
    save_tracked(closed, user=None, now=NOW, reason="Uji")
    return days((11, 11, 22))


def test_verification_names_a_tally_that_lies(office):
    store.keep(NOW)
    row = Tally.objects.get(span="month")
    row.counts[0][4] += 1
    row.save()
    assert store.verify() == ["month 2026-10-01: rekap tersimpan berbeda dari hitungan"]


def run(*arguments: str) -> str:
    out = io.StringIO()
    with time_machine.travel(NOW, tick=False):
        call_command(*arguments, stdout=out)
    return out.getvalue().strip()


def test_the_command_keeps_and_proves(office):
    assert run("tally") == "50 rekap baru disimpan."
    assert run("tally", "--verify") == "50 rekap diperiksa, 0 selisih."
    Tally.objects.filter(span="month").update(minutes={})
    with pytest.raises(CommandError, match="1 rekap berbeda dari hitungan"):
        run("tally", "--verify")


def test_a_login_keeps_yesterday(cast, desk):
    desk.do(desk.case_at(4), "deliver")
    with time_machine.travel(at(11, 24, "07.40"), tick=False):
        answer = Client().post("/masuk/", {"username": "sekretaris", "password": PASSWORD})
    assert (answer.status_code, spans()) == (302, {("day", "2026-11-23")})
