"""What each entry of a case into a step took, and why: the page of times, the case page's panels and the paper.

Works on the stored stays, which equal a recomputation from history; `now` and the calendar are arguments.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from ..clock import Calendar, Pause, explain
from ..models.calendar import load_calendar, load_revisions
from ..models.case import InformationRequest, Stay
from ..models.people import Office
from ..models.records import Hold, Lateness
from ..sop import Edition
from ..text import words
from .stays import pauses_of


@dataclass(frozen=True)
class Clockwork:
    """What every duration of a case is counted with; `version` is that of the office's settings."""

    edition: Edition
    calendar: Calendar
    pauses: Sequence[Pause]
    version: int
    now: datetime

    def account(self, stays: Sequence[Stay], most: int, dated: bool = False) -> explain.Account:
        """Explain the time from the first stay's beginning to the last one's end, or to now."""
        began = stays[0].began
        return explain.account(began, stays[-1].ended or max(began, self.now), self.calendar, self.pauses, most, dated)

    def target_words(self, run: Sequence[Stay]) -> str:
        """Say a step's target in force and where it comes from: the decree's row, or a revision by its number."""
        first = run[0]
        said = f"Target {words.lama(first.target)}"
        revisions = (row for row in load_revisions(self.version) if (row.edition, row.step) == self._row(first))
        revised = next((row for row in revisions if row.valid_from <= first.began), None)
        if revised and revised.minutes == first.target:
            since = words.tanggal(revised.valid_from)
            return f"{said}: perubahan target, keputusan {revised.decree}, sejak {since} ({revised.reason})"
        if first.target == self.edition.step(first.step).target_minutes:
            return f"{said}: SOP edisi {self.edition.slug}, langkah {first.step}"
        return f"{said}: yang berlaku saat langkah ini dimasuki"

    def _row(self, stay: Stay) -> tuple[str, int]:
        return self.edition.slug, stay.step


@dataclass(frozen=True)
class PostShare:
    """What one post's stay took of a step, and how long it waited there before it was opened."""

    who: str
    task: str
    took: str
    waited: str


@dataclass(frozen=True)
class StepTime:
    """One entry into a step: the figure, the lines it is made of, the target, each holder's share, the reason."""

    run: int
    title: str
    figure: str
    verdict: str
    is_late: bool
    account: explain.Account
    target: str
    shares: list[PostShare]
    reason: str


def of_case(case: InformationRequest, now: datetime) -> list[StepTime]:
    """Account for a case as it stands, read afresh."""
    office = Office.objects.first()
    version = office.calendar_version if office else 0
    stays = list(Stay.objects.filter(case=case).select_related("holder").order_by("act_began"))
    pauses = pauses_of(Hold.objects.filter(case=case))
    works = Clockwork(case.sop, load_calendar(version), pauses, version, now)
    return step_times(stays, works, Lateness.objects.filter(case=case).select_related("cause"))


def step_times(stays: Iterable[Stay], works: Clockwork, reasons: Iterable[Lateness] = ()) -> list[StepTime]:
    """Account for every entry into a step, in the order of the case; `reasons` are the case's."""
    said = {reason.stay_id: reason.text for reason in reasons}
    runs = [list(run) for _, run in groupby(stays, key=lambda stay: stay.run)]
    return [_step_time(run, works, said) for run in runs]


def _step_time(run: list[Stay], works: Clockwork, said: dict[int, str]) -> StepTime:
    account, last = works.account(run, explain.LONG, dated=True), run[-1]
    row = works.edition.step(last.step)
    shares = [_share(stay, works) for stay in run]
    reason = "; ".join(said[stay.pk] for stay in run if stay.pk in said)
    return StepTime(
        run=last.run,
        title=f"Langkah {row.number} · {row.title}",
        figure=words.dari(account.total, last.target),
        verdict=verdict(account.total, last),
        is_late=is_late(account.total, last),
        account=account,
        target=works.target_words(run),
        shares=shares,
        reason=reason or ("belum diisi" if any(stay.unexplained for stay in run) else ""),
    )


def _share(stay: Stay, works: Clockwork) -> PostShare:
    task = works.edition.step(stay.step).task(stay.task)
    who = str(stay.holder) if stay.holder else " atau ".join(actor.label for actor in task.actors)
    waited = stay.waiting if stay.ended else None
    return PostShare(
        who=who,
        task=task.title,
        took=words.rinci(works.account([stay], explain.LONG).total),
        waited=words.rinci(waited) if waited and waited >= explain.ONE_SECOND else "",
    )


def is_late(total: timedelta, last: Stay) -> bool:
    """Tell whether a step is or was late; an ended one keeps its verdict."""
    return last.late if last.ended else total > timedelta(minutes=last.target)


def verdict(total: timedelta, last: Stay) -> str:
    """Compare a step's sum with its target: "lewat 9 menit", "tepat waktu", "sisa 4 menit 30 detik"."""
    left = timedelta(minutes=last.target) - total
    if is_late(total, last):
        return f"lewat {_apart(-left)}" if left else "lewat kurang dari 1 detik"
    return "tepat waktu" if last.ended else f"sisa {_apart(left)}"


def _apart(left: timedelta) -> str:
    """Say to the second what is less than a working day, and from there in days as the step's sum is said."""
    return words.rinci(left) if left < timedelta(minutes=words.WORKING_DAY) else words.lama(left)


def panel(run: Sequence[Stay], works: Clockwork) -> list[str]:
    """Explain a whole entry into a step in a few lines: what counted, the sum against the target, and its source."""
    account = works.account(run, explain.SHORT)
    summed = f"Jumlah {account.sum_words}: {verdict(account.total, run[-1])}"
    return [*map(str, account.lines), *account.notes, summed, works.target_words(run)]


def panel_of_stay(stay: Stay, works: Clockwork) -> list[str]:
    """Explain one stay in a few lines; its step goes on."""
    account = works.account([stay], explain.SHORT)
    return [*map(str, account.lines), *account.notes, f"Jumlah {account.sum_words}, bagian dari langkah {stay.step}"]
