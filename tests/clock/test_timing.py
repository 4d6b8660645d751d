"""From history moments to verdicts: cases worked out by hand, and what must hold of any history."""

from datetime import date, datetime, time, timedelta
from itertools import groupby

import pytest
from hypothesis import given
from hypothesis import strategies as st

from requests_app.clock import WITA, Calendar, HoursPeriod, Pause, working_time
from requests_app.clock.timing import Moment, Stay, due, measure, read_stays

DAY = ((time(7, 30), time(12)), (time(13), time(16)))
OFFICE = Calendar((HoursPeriod("biasa", date(2020, 1, 1), None, (DAY, DAY, DAY, DAY, DAY, (), ())),), {}, {})
KETUA, SEKRETARIS, KASUBAG = 1, 2, 3


def at(clock: str, day: int = 23) -> datetime:
    """Name an instant of November 2026; the 23rd is a Monday."""
    return datetime.combine(date(2026, 11, day), time.fromisoformat(clock), WITA)


def minutes(count: float) -> timedelta:
    return timedelta(minutes=count)


def ended(act: int, clock: str) -> Moment:
    return Moment(act, at(clock), None, "", None, None)


def figures(measured) -> list[tuple]:
    """Keep of each measured stay what a reader compares: position, minutes worked, waited and in all, verdict."""
    return [
        (
            item.stay.run,
            item.stay.step,
            item.stay.task,
            item.stay.holder,
            item.working / minutes(1),
            item.waiting / minutes(1),
            item.step_total / minutes(1),
            item.verdict,
        )
        for item in measured
    ]


WALK_IN = [
    Moment(1, at("08:00"), 1, "register", None, 3),
    Moment(2, at("08:02"), 2, "availability", None, 10),
    Moment(3, at("08:05"), 2, "meet", None, 10),
    Moment(4, at("08:12"), 3, "dispose", KETUA, 5),
    Moment(5, at("08:14"), 3, "dispose", SEKRETARIS, 5),
    Moment(6, at("08:20"), 4, "deliver", KASUBAG, 30),
    ended(7, "08:50"),
]


# -- Stays ---------------------------------------------------------------------------------------------------------


def test_nothing_came_of_nothing():
    assert read_stays([], {}) == []


def test_each_task_and_holder_has_its_stay_and_each_step_its_run():
    assert [
        (stay.run, stay.step, stay.task, stay.holder, stay.began, stay.ended, stay.act_began, stay.act_ended)
        for stay in read_stays(WALK_IN, {})
    ] == [
        (1, 1, "register", None, at("08:00"), at("08:02"), 1, 2),
        (2, 2, "availability", None, at("08:02"), at("08:05"), 2, 3),
        (2, 2, "meet", None, at("08:05"), at("08:12"), 3, 4),
        (3, 3, "dispose", KETUA, at("08:12"), at("08:14"), 4, 5),
        (3, 3, "dispose", SEKRETARIS, at("08:14"), at("08:20"), 5, 6),
        (4, 4, "deliver", KASUBAG, at("08:20"), at("08:50"), 6, 7),
    ]


def test_a_correction_or_a_hold_restarts_nothing():
    moments = [
        Moment(1, at("08:00"), 7, "review", KASUBAG, 10),
        Moment(2, at("08:04"), 7, "review", KASUBAG, 10),
        Moment(3, at("08:06"), 7, "review", KASUBAG, 10),
    ]
    assert read_stays(moments, {}) == [Stay(1, 7, "review", KASUBAG, at("08:00"), None, None, 1, None, 10)]


def test_coming_back_to_a_step_is_a_new_run():
    moments = [
        Moment(1, at("08:00"), 8, "identify", KASUBAG, 10),
        Moment(2, at("08:05"), 9, "consult", KASUBAG, 60),
        Moment(3, at("08:10"), 8, "identify", KASUBAG, 10),
    ]
    assert [(stay.run, stay.step) for stay in read_stays(moments, {})] == [(1, 8), (2, 9), (3, 8)]


def test_a_redirect_and_back_stays_in_one_run():
    moments = [
        Moment(act, at(f"08:0{act}"), 7, "review", holder, 10) for act, holder in [(1, KASUBAG), (2, 4), (3, KASUBAG)]
    ]
    assert [(stay.run, stay.holder) for stay in read_stays(moments, {})] == [(1, KASUBAG), (1, 4), (1, KASUBAG)]


def test_a_reopened_case_enters_its_step_anew():
    moments = [
        Moment(1, at("08:00"), 4, "deliver", KASUBAG, 30),
        ended(2, "08:10"),
        ended(3, "08:11"),
        Moment(4, at("09:00"), 4, "deliver", KASUBAG, 30),
    ]
    assert [(stay.run, stay.began, stay.ended, stay.act_began, stay.act_ended) for stay in read_stays(moments, {})] == [
        (1, at("08:00"), at("08:10"), 1, 2),
        (2, at("09:00"), None, 4, None),
    ]


def test_opened_belongs_to_the_stay_whose_act_was_the_last():
    moments = [
        Moment(1, at("08:00"), 6, "dispose", KETUA, 5),
        Moment(2, at("08:10"), 6, "dispose", KETUA, 5),  # a correction: the stay goes on
        Moment(3, at("08:20"), 7, "review", KASUBAG, 10),
        Moment(4, at("08:30"), 8, "identify", KASUBAG, 10),
    ]
    opened = {3: at("08:25"), 2: at("08:15"), 1: at("08:05")}
    assert [stay.opened for stay in read_stays(moments, opened)] == [at("08:05"), at("08:25"), None]
    assert [stay.opened for stay in read_stays(moments, {3: at("08:25")})] == [None, at("08:25"), None]


@pytest.mark.parametrize(("step", "task"), [(None, ""), (4, ""), (None, "deliver")])
def test_a_position_without_step_or_task_is_none(step, task):
    moments = [Moment(1, at("08:00"), 4, "deliver", KASUBAG, 30), Moment(2, at("08:10"), step, task, None, None)]
    assert [(stay.run, stay.ended) for stay in read_stays(moments, {})] == [(1, at("08:10"))]


# -- Figures -----------------------------------------------------------------------------------------------------------


def test_a_walk_in_measured():
    opened = {4: at("08:13"), 6: at("08:30")}
    assert figures(measure(read_stays(WALK_IN, opened), [], OFFICE, at("10:00"))) == [
        (1, 1, "register", None, 2, 2, 2, "on_time"),
        (2, 2, "availability", None, 3, 3, 3, "on_time"),
        (2, 2, "meet", None, 7, 7, 10, "on_time"),  # exactly on target
        (3, 3, "dispose", KETUA, 2, 1, 2, "on_time"),
        (3, 3, "dispose", SEKRETARIS, 6, 6, 8, "late"),
        (4, 4, "deliver", KASUBAG, 30, 10, 30, "on_time"),
    ]


def test_one_second_over_the_target_is_late():
    moments = [Moment(1, at("08:00"), 7, "review", KASUBAG, 10), ended(2, "08:10:01")]
    assert [item.verdict for item in measure(read_stays(moments, {}), [], OFFICE, at("09:00"))] == ["late"]


def test_an_open_stay_runs_and_then_runs_late():
    moments = [Moment(1, at("15:55"), 7, "review", KASUBAG, 10)]
    stays = read_stays(moments, {1: at("15:58")})
    assert [
        (figures(measure(stays, [], OFFICE, now)), measure(stays, [], OFFICE, now)[0].due_at)
        for now in (at("20:00"), at("07:35", 24), at("07:36", 24))
    ] == [
        ([(1, 7, "review", KASUBAG, 5, 3, 5, "running")], at("07:35", 24)),
        ([(1, 7, "review", KASUBAG, 10, 3, 10, "running")], at("07:35", 24)),
        ([(1, 7, "review", KASUBAG, 11, 3, 11, "running_late")], at("07:35", 24)),
    ]


def test_the_step_is_due_by_all_its_tasks_together():
    moments = [
        Moment(1, at("09:00"), 10, "assign", SEKRETARIS, 60),
        Moment(2, at("09:40"), 10, "prepare", KASUBAG, 60),
    ]
    items = measure(read_stays(moments, {}), [], OFFICE, at("09:50"))
    assert [(item.step_total, item.due_at, item.verdict) for item in items] == [
        (minutes(40), None, "on_time"),
        (minutes(50), at("10:00"), "running"),
    ]


def test_a_step_late_before_its_last_task_was_due_then():
    moments = [
        Moment(1, at("09:00"), 10, "assign", SEKRETARIS, 60),
        Moment(2, at("10:30"), 10, "prepare", KASUBAG, 60),
    ]
    items = measure(read_stays(moments, {}), [], OFFICE, at("10:40"))
    assert [(item.verdict, item.due_at) for item in items] == [("late", None), ("running_late", at("10:00"))]


def test_a_pause_stops_the_clock_and_moves_what_is_due():
    moments = [Moment(1, at("08:00"), 4, "deliver", KASUBAG, 30)]
    pause = Pause(at("08:10"), at("09:00"), "menunggu pemohon", True)
    plenary = Pause(at("08:00"), None, "rapat pleno", False)
    (item,) = measure(read_stays(moments, {1: at("09:05")}), [pause, plenary], OFFICE, at("09:10"))
    assert (item.working, item.waiting, item.due_at) == (minutes(20), minutes(15), at("09:20"))


def test_nothing_is_due_while_a_pause_is_open():
    moments = [Moment(1, at("08:00"), 4, "deliver", KASUBAG, 30)]
    pause = Pause(at("08:10"), None, "menunggu pemohon", True)
    (item,) = measure(read_stays(moments, {}), [pause], OFFICE, at("15:00"))
    assert (item.working, item.due_at, item.verdict) == (minutes(10), None, "running")


def test_a_clock_behind_the_last_act_counts_nothing():
    moments = [Moment(1, at("08:00"), 4, "deliver", KASUBAG, 30)]
    (item,) = measure(read_stays(moments, {1: at("07:59")}), [], OFFICE, at("07:50"))
    assert (item.working, item.waiting) == (minutes(0), minutes(0))


def test_opened_after_the_end_waited_to_the_end():
    moments = [Moment(1, at("08:00"), 4, "deliver", KASUBAG, 30), ended(2, "08:20")]
    (item,) = measure(read_stays(moments, {1: at("08:25")}), [], OFFICE, at("09:00"))
    assert item.waiting == minutes(20)


def test_a_step_without_target_is_due_at_once():
    moments = [Moment(1, at("07:00"), 4, "deliver", KASUBAG, None)]
    (item,) = measure(read_stays(moments, {}), [], OFFICE, at("07:31"))
    assert (item.stay.target, item.due_at, item.verdict) == (0, at("07:30"), "running_late")


# -- Any history -------------------------------------------------------------------------------------------------------

POSITIONS = [(3, "dispose", KETUA), (3, "dispose", SEKRETARIS), (10, "assign", 2), (10, "prepare", 3), (None, "", None)]
TARGETS = {3: 5, 10: 60, None: None}
steps_taken = st.lists(st.tuples(st.integers(0, 2000), st.sampled_from(POSITIONS)), min_size=1, max_size=12)
holds = st.lists(st.tuples(st.integers(0, 6000), st.integers(0, 900), st.booleans()), max_size=3)


def history(steps: list[tuple[int, tuple]]) -> list[Moment]:
    moments, now = [], at("08:00")
    for act, (gap, (step, task, holder)) in enumerate(steps, 1):
        now += minutes(gap)
        moments.append(Moment(act, now, step, task, holder, TARGETS[step]))
    return moments


@given(steps_taken, holds, st.integers(0, 3000))
def test_the_runs_cover_the_history_and_add_up(steps, holds, after):
    moments = history(steps)
    now = moments[-1].happened_at + minutes(after)
    pauses = [
        Pause(at("08:00") + minutes(begins), at("08:00") + minutes(begins + length), "jeda", stops)
        for begins, length, stops in holds
    ]
    items = measure(read_stays(moments, {}), pauses, OFFICE, now)
    until = [*[moment.happened_at for moment in moments[1:]], now]
    lasted = [
        working_time(moment.happened_at, end, OFFICE, pauses)
        for moment, end in zip(moments, until, strict=True)
        if moment.step
    ]
    assert sum((item.working for item in items), timedelta()) == sum(lasted, timedelta())
    assert [item.waiting for item in items] == [item.working for item in items]
    runs = [list(same) for _, same in groupby(items, key=lambda item: item.stay.run)]
    for run in runs:
        total = sum((item.working for item in run), timedelta())
        assert run[-1].step_total == total
        assert run[-1].verdict.endswith("late") == (total > minutes(TARGETS[run[-1].stay.step]))
    assert [run[0].stay.run for run in runs] == list(range(1, len(runs) + 1))
    assert [item for item in items[:-1] if item.stay.ended is None] == []


@given(st.integers(0, 3000), st.integers(0, 500), holds)
def test_due_is_when_the_target_is_used_up(offset, target, holds):
    began = at("08:00") + minutes(offset)
    pauses = [
        Pause(at("08:00") + minutes(begins), at("08:00") + minutes(begins + length), "jeda", stops)
        for begins, length, stops in holds
    ]
    due_at = due(began, target, pauses, OFFICE)
    assert working_time(began, due_at, OFFICE, pauses) == minutes(target)


@pytest.mark.parametrize(("stops", "expected"), [(True, None), (False, at("08:30"))])
def test_only_a_stopping_pause_leaves_nothing_due(stops, expected):
    assert due(at("08:00"), 30, [Pause(at("08:10"), None, "jeda", stops)], OFFICE) == expected
