"""From history to verdicts: stays per step, task and holder, their working time, on time or late.

Pure: history rows come in as moments, `now` and the calendar as arguments. Lengths are working time
without stopping pauses unless named otherwise; a step's clock runs over all its tasks and holders.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby

from .hours import Calendar, Pause, add_working, working_time

ON_TIME, LATE, RUNNING, RUNNING_LATE = "on_time", "late", "running", "running_late"


@dataclass(frozen=True)
class Moment:
    """Where a case stood after an act, as one history row says; without step or task it had ended."""

    act: int
    happened_at: datetime
    step: int | None
    task: str
    holder: int | None
    target: int | None


@dataclass(frozen=True)
class Stay:
    """A stay in one step, task and holder, `ended` None while it lasts; `run` counts the entries into steps."""

    run: int
    step: int
    task: str
    holder: int | None
    began: datetime
    ended: datetime | None
    opened: datetime | None
    act_began: int
    act_ended: int | None
    target: int

    def holds(self, act: int) -> bool:
        """Tell whether the case stayed here after that act."""
        return self.act_began <= act and (self.act_ended is None or act < self.act_ended)


@dataclass(frozen=True)
class Measured:
    """A stay with its figures; `step_total` is the run's time up to the stay's end."""

    stay: Stay
    working: timedelta
    waiting: timedelta
    step_total: timedelta
    due_at: datetime | None
    verdict: str


def read_stays(moments: Iterable[Moment], opened: Mapping[int, datetime]) -> list[Stay]:
    """Read the moments, in act order, as the case's stays.

    `opened` maps an act to the instant its holder first opened the case after it. A row that leaves the
    position as it was (correction, hold) restarts nothing; coming back to a step is a new run.
    """
    stays: list[Stay] = []
    current: Stay | None = None
    run = 0
    for moment in moments:
        if current is not None and _same_position(current, moment):
            continue
        if current is not None:
            stays.append(replace(current, ended=moment.happened_at, act_ended=moment.act))
        previous, current = current, _begun(moment)
        if current is not None:
            run += previous is None or previous.step != current.step
            current = replace(current, run=run)
    if current is not None:
        stays.append(current)
    return [replace(stay, opened=_first_opened(stay, opened)) for stay in stays]


def measure(stays: Sequence[Stay], pauses: Sequence[Pause], calendar: Calendar, now: datetime) -> list[Measured]:
    """Measure each stay and judge it; exactly on target is on time.

    A stay still open is measured to `now`.
    """
    return [
        measured
        for _, run in groupby(stays, key=lambda stay: stay.run)
        for measured in _measure_run(list(run), pauses, calendar, now)
    ]


def who_is_asked(held: Sequence[tuple[int | None, timedelta]]) -> int:
    """Find, among the (holder, working time) of a late step's stays, the one whose holder is asked why.

    It is the last stay of whoever held the step longest in all, of equals the later: who passed it on at once is not
    asked for the time another took.
    """
    totals: dict[int | None, timedelta] = {}
    for holder, working in held:
        totals[holder] = totals.get(holder, timedelta()) + working
    return max(range(len(held)), key=lambda place: (totals[held[place][0]], place))


def asked_why(measured: Iterable[Measured]) -> set[int]:
    """Name, by the act that began it, the one stay of every step that ended late whose holder is asked why."""
    asked = set()
    for _, same in groupby(measured, key=lambda item: item.stay.run):
        items = list(same)
        if items[-1].verdict == LATE:
            place = who_is_asked([(item.stay.holder, item.working) for item in items])
            asked.add(items[place].stay.act_began)
    return asked


def due(run_began: datetime, target: int, pauses: Sequence[Pause], calendar: Calendar) -> datetime | None:
    """Find when a stay in a step reaches its target, in working minutes, if nothing pauses it any more.

    None while a stopping pause is open: then nothing falls due.
    """
    if any(pause.stops and pause.ended is None for pause in pauses):
        return None
    return add_working(run_began, target, calendar, pauses)


def _same_position(stay: Stay, moment: Moment) -> bool:
    return (stay.step, stay.task, stay.holder) == (moment.step, moment.task, moment.holder)


def _begun(moment: Moment) -> Stay | None:
    if moment.step is None or not moment.task:
        return None
    return Stay(
        run=0,
        step=moment.step,
        task=moment.task,
        holder=moment.holder,
        began=moment.happened_at,
        ended=None,
        opened=None,
        act_began=moment.act,
        act_ended=None,
        target=moment.target or 0,
    )


def _first_opened(stay: Stay, opened: Mapping[int, datetime]) -> datetime | None:
    return min((at for act, at in opened.items() if stay.holds(act)), default=None)


def _measure_run(stays: list[Stay], pauses: Sequence[Pause], calendar: Calendar, now: datetime) -> list[Measured]:
    run: list[Measured] = []
    total = timedelta()
    for stay in stays:
        # The server's clock may lie behind the last act, which then gave its own time.
        end = stay.ended or max(now, stay.began)
        working = working_time(stay.began, end, calendar, pauses)
        waited = min(stay.opened or end, end)
        waiting = working_time(stay.began, max(waited, stay.began), calendar, pauses)
        total += working
        due_at = None if stay.ended else due(stays[0].began, stay.target, pauses, calendar)
        run.append(Measured(stay, working, waiting, total, due_at, _verdict(stay, total)))
    return run


def _verdict(stay: Stay, total: timedelta) -> str:
    late = total > timedelta(minutes=stay.target)
    if stay.ended:
        return LATE if late else ON_TIME
    return RUNNING_LATE if late else RUNNING
