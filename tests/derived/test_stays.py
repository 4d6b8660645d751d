"""The stored stays equal a recomputation from history after every act; when a step is due; waiting and handling."""

from datetime import date, datetime, time, timedelta

import pytest

from requests_app import workflow
from requests_app.clock import WITA
from requests_app.derived import remeasure
from requests_app.models import CalendarChange, DayOverride, InformationRequest, Opening, Stay
from requests_app.models.base import save_tracked
from tests.cast import NOW
from tests.guards import lifted
from tests.observed import differences, minutes
from tests.workflow.test_workflow import WALKS, begin


def at(clock: str, day: int = 23) -> datetime:
    hour, minute = clock.split(".")
    return datetime(2026, 11, day, int(hour), int(minute), tzinfo=WITA)


@pytest.mark.parametrize("walk", WALKS)
def test_after_every_act_of_every_walk_the_stays_are_what_history_says(desk, walk):
    case = begin(desk, walk)
    found = [differences(case, desk.now)]
    for task, clock, data, _ in WALKS[walk]:
        case = desk.do(InformationRequest.objects.get(pk=case.pk), task, at=clock, **data)
        found.append(differences(case, desk.now))
    assert found == [[] for _ in range(len(WALKS[walk]) + 1)]


def test_side_acts_keep_them_equal_too(desk):
    case = desk.case_at(7)
    for verb, who, *args in [
        ("hold", "kasubag2", "penjelasan", "Periode"),
        ("redirect", "sekretaris", desk.cast.post("kasubag3"), "Bukan bidangnya"),
        ("resume", "kasubag3"),
        ("hold", "helpdesk", "pleno", "Rapat"),
        ("end", "helpdesk", "withdrawn", {"statement": "Batal"}),
        ("reopen", "sekretaris", 7, "Kembali"),
        ("redirect", "kasubag3", desk.cast.post("kasubag2"), "Bidangnya"),
    ]:
        case = desk.act(verb, case, who, *args)
        assert (verb, differences(case, desk.now)) == (verb, [])


# -- Due ---------------------------------------------------------------------------------------------------------------

# Row 7 has ten minutes; entered when the disposition was given.
DUE = [("08.00", at("08.10")), ("11.55", at("13.05")), ("15.55", at("07.35", 24))]


@pytest.mark.parametrize(("entered", "due"), DUE)
def test_a_step_is_due_when_its_target_is_used_up_in_office_minutes(desk, entered, due):
    case = desk.do(desk.case_at(6, at="07.40"), "dispose", at=entered)
    assert case.stays.get(ended=None).due_at == due


def test_all_tasks_of_a_step_share_one_due_instant(desk):
    case = desk.do(desk.case_at(10, at="08.00"), "assign", at="08.40")
    stay = case.stays.get(ended=None)
    assert (stay.task, stay.due_at) == ("prepare", case.stays.get(task="assign").began + timedelta(hours=1))


# Hold: its reason, whether the step's clock stops, and when row 7 is due after a hold from 08.05 to 09.05.
HOLDS = [
    ("identitas", None, at("09.10")),
    ("penjelasan", None, at("09.10")),
    ("janji", None, at("09.10")),
    ("berhalangan", None, at("09.10")),
    ("kahar", None, at("09.10")),
    ("pleno", at("08.10"), at("08.10")),
]


@pytest.mark.parametrize(("reason", "held", "after"), HOLDS)
def test_a_hold_moves_the_due_instant_as_its_reason_rules(desk, reason, held, after):
    case = desk.do(desk.case_at(6, at="07.40"), "dispose", at="08.00")
    case = desk.act("hold", case, "kasubag2", reason, "Menunggu", at="08.05")
    assert case.stays.get(ended=None).due_at == held
    case = desk.act("resume", case, "kasubag2", at="09.05")
    assert case.stays.get(ended=None).due_at == after
    case = desk.do(case, "review", at="09.12")
    stay = case.stays.get(step=7)
    assert (minutes(stay.working), stay.late) == ((72, True) if reason == "pleno" else (12, True))


def test_exactly_on_target_is_on_time_and_a_second_more_is_late(desk):
    for seconds, late in ((0, False), (1, True)):
        case = desk.do(desk.case_at(6, at="07.40"), "dispose", at="08.00")
        case = desk.do(case, "review", at=at("08.10") + timedelta(seconds=seconds))
        assert case.stays.get(step=7).late is late


# -- Waiting and handling ----------------------------------------------------------------------------------------------


def waited(desk, case: InformationRequest) -> tuple[float, float]:
    """Complete the review at 08.09 and say how long it waited and took, in minutes; entered at 08.00."""
    case = desk.do(case, "review", at="08.09")
    assert differences(case, desk.now) == []
    stay = case.stays.get(step=7)
    return minutes(stay.waiting), minutes(stay.working)


@pytest.fixture
def entered(desk):
    return desk.do(desk.case_at(6, at="07.40"), "dispose", at="08.00")


def test_what_nobody_opened_waited_to_the_end(desk, entered):
    assert waited(desk, entered) == (9, 9)


def test_waiting_ends_when_the_holder_opens_the_case_and_once_only(desk, entered):
    opened = [workflow.open_case(entered.pk, desk.doing("kasubag2", clock)) for clock in ("08.04", "08.06")]
    assert (opened, Opening.objects.get(case=entered).opened_at) == ([True, True], at("08.04"))
    assert waited(desk, entered) == (4, 9)


def test_without_script_the_forms_first_get_says_when_it_was_opened(desk, entered):
    case = desk.do(entered, "review", at="08.09", began=at("08.05"))
    assert (differences(case, desk.now), minutes(case.stays.get(step=7).waiting)) == ([], 5)


def test_the_earlier_of_both_ends_the_waiting(desk, entered):
    workflow.open_case(entered.pk, desk.doing("kasubag2", "08.03"))
    case = desk.do(entered, "review", at="08.09", began=at("08.05"))
    assert (differences(case, desk.now), minutes(case.stays.get(step=7).waiting)) == ([], 3)


def test_a_form_made_before_the_case_came_here_opens_nothing(desk, entered):
    case = desk.do(entered, "review", at="08.09", began=at("07.50"))
    assert (differences(case, desk.now), minutes(case.stays.get(step=7).waiting)) == ([], 9)


def test_a_case_opened_after_it_was_done_on_paper_waited_to_its_end(desk, entered):
    workflow.open_case(entered.pk, desk.doing("kasubag2", "10.00"))
    doing = desk.doing("kasubag2", "10.05", started_at=at("10.01"), happened_at=at("08.07"))
    case = workflow.complete(entered.pk, desk.plausible(entered, "review"), doing).case
    stay = case.stays.get(step=7)
    assert (stay.opened, minutes(stay.waiting), differences(case, desk.now)) == (at("08.07"), 7, [])


def test_each_holder_opens_for_itself(desk, entered):
    workflow.open_case(entered.pk, desk.doing("kasubag2", "08.02"))
    case = desk.act("redirect", entered, "kasubag2", desk.cast.post("kasubag3"), "Bukan bidang saya", at="08.03")
    assert workflow.open_case(case.pk, desk.doing("kasubag2", "08.04")) is False
    assert workflow.open_case(case.pk, desk.doing("kasubag3", "08.05")) is True
    stays = case.stays.filter(step=7).order_by("act_began")
    assert [(stay.opened, minutes(stay.waiting)) for stay in stays] == [(at("08.02"), 2), (at("08.05"), None)]
    assert differences(case, desk.now) == []


def test_an_ended_case_is_opened_by_nobody(desk):
    case = desk.do(desk.case_at(4), "deliver")
    assert workflow.open_case(case.pk, desk.doing("kasubag2")) is False


# -- Verification and calendar changes ---------------------------------------------------------------------------------


def test_verification_names_what_differs(desk):
    case = desk.case_at(7)
    Stay.objects.filter(case=case, step=6).update(working=timedelta(minutes=99))
    assert differences(case, desk.now) == [f"{case.number} tindakan 2: working 1:39:00 ≠ 0:01:00"]
    Stay.objects.filter(case=case, step=7).delete()
    assert differences(case, desk.now) == [f"{case.number}: 2 kunjungan tersimpan, 3 menurut riwayat"]
    with lifted():
        case.history.all().delete()
    assert differences(case, desk.now) == [f"{case.number}: 2 kunjungan tersimpan, 0 menurut riwayat"]


def test_a_day_closed_afterwards_is_measured_again(desk):
    late = desk.do(desk.do(desk.case_at(6, at="07.40"), "dispose", at="15.55"), "review", at=at("08.00", 24))
    running = desk.do(desk.case_at(6, at=at("07.40", 24)), "dispose", at=at("15.55", 24))
    closed = DayOverride(date=date(2026, 11, 24), kind="closed", name="Banjir")
    assert minutes(late.stays.get(step=7).working) == 35
    save_tracked(closed, user=None, now=NOW, reason="Uji")  # measures again what the day touches
    assert [differences(case, desk.now) for case in (late, running)] == [[], []]
    assert (late.stays.get(step=7).late, minutes(late.stays.get(step=7).working)) == (False, 5)
    assert running.stays.get(ended=None).due_at == datetime.combine(date(2026, 11, 25), time(7, 40), tzinfo=WITA)
    assert remeasure.measure(CalendarChange.objects.first(), [late.pk, running.pk]) == 0
