"""Who had a case how long: waiting to be opened told apart from handling, per post and person, as held on each day.

Pure over rows already read. Lengths are working time without stopping pauses: the shares of a stay add up to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from ..clock import WITA, Calendar, Pause, working_time
from ..models.case import Visit
from ..models.people import Appointment, AppointmentKind

ZERO, ONE_DAY = timedelta(), timedelta(days=1)


@dataclass(frozen=True)
class Share:
    """What one person of one post had of a stay; no appointment where nobody, or several people, held the post."""

    visit: Visit
    appointment: Appointment | None
    waiting: timedelta
    handling: timedelta


def shares(
    visits: Iterable[Visit],
    held: Sequence[Appointment],
    ended_by: Mapping[int, Appointment],
    pauses: Sequence[Pause],
    calendar: Calendar,
    now: datetime,
) -> list[Share]:
    """Split every stay among the people who held its post; a stay for a role belongs to whoever ended it.

    `held` are the appointments to the posts of the stays, whenever; `ended_by` maps an act to who did it.
    """
    found = []
    for visit in visits:
        end = visit.ended or max(now, visit.began)
        for begins, ends in pairwise(_cuts(visit, held, end)):
            opened = min(max(visit.opened or end, begins), ends)
            waiting = working_time(begins, opened, calendar, pauses)
            handling = working_time(opened, ends, calendar, pauses)
            found.append(Share(visit, _holder(visit, held, ended_by, begins), waiting, handling))
    return _joined(found)


def on_day(post: int, day: date, held: Iterable[Appointment]) -> list[Appointment]:
    """List who held a post on a day: a Plh. displaces the definitive holder."""
    dated = [row for row in held if row.post_id == post and row.begins <= day and (row.ends is None or day <= row.ends)]
    return [row for row in dated if row.kind == AppointmentKind.PLH] or dated


def _cuts(visit: Visit, held: Iterable[Appointment], end: datetime) -> list[datetime]:
    """Cut a stay at the midnights on which somebody came to its post or left it."""
    turns = {row.begins for row in held if row.post_id == visit.holder_id}
    turns |= {row.ends + ONE_DAY for row in held if row.post_id == visit.holder_id and row.ends}
    midnights = (datetime.combine(day, time.min, WITA) for day in sorted(turns) if day < date.max)
    return [visit.began, *(at for at in midnights if visit.began < at < end), end]


def _holder(
    visit: Visit, held: Iterable[Appointment], ended_by: Mapping[int, Appointment], at: datetime
) -> Appointment | None:
    if visit.holder_id is None:
        return ended_by.get(visit.act_ended or 0)
    people = on_day(visit.holder_id, at.astimezone(WITA).date(), held)
    return people[0] if len(people) == 1 else None


def _joined(found: list[Share]) -> list[Share]:
    """Put pieces of one stay together again where the same person went on."""
    joined: list[Share] = []
    for share in found:
        last = joined[-1] if joined else None
        if last and (last.visit, last.appointment) == (share.visit, share.appointment):
            joined[-1] = Share(
                share.visit, share.appointment, last.waiting + share.waiting, last.handling + share.handling
            )
        else:
            joined.append(share)
    return joined
