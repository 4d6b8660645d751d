"""Who had a case how long: waiting to be opened told apart from handling, per post and person, as held on each day.

Pure over rows already read. Lengths are working time without stopping pauses: the shares of a stay add up to it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from ..clock import WITA, Calendar, Pause, working_time
from ..models.case import Stay
from ..models.people import Appointment, AppointmentKind

ZERO, ONE_DAY = timedelta(), timedelta(days=1)


@dataclass(frozen=True)
class PersonShare:
    """What one person of one post had of a stay; no appointment where nobody, or several people, held the post."""

    stay: Stay
    appointment: Appointment | None
    waiting: timedelta
    handling: timedelta


def shares(
    stays: Iterable[Stay],
    held: Sequence[Appointment],
    ended_by: Mapping[int, Appointment],
    pauses: Sequence[Pause],
    calendar: Calendar,
    now: datetime,
) -> list[PersonShare]:
    """Split every stay among the people who held its post; a stay for a role belongs to whoever ended it.

    `held` are the appointments to the posts of the stays, whenever; `ended_by` maps an act to who did it.
    """
    found = []
    for stay in stays:
        end = stay.ended or max(now, stay.began)
        for begins, ends in pairwise(_cuts(stay, held, end)):
            opened = min(max(stay.opened or end, begins), ends)
            waiting = working_time(begins, opened, calendar, pauses)
            handling = working_time(opened, ends, calendar, pauses)
            found.append(PersonShare(stay, _holder(stay, held, ended_by, begins), waiting, handling))
    return _joined(found)


def on_day(post: int, day: date, held: Iterable[Appointment]) -> list[Appointment]:
    """List who held a post on a day: a Plh. displaces the definitive holder."""
    dated = [row for row in held if row.post_id == post and row.begins <= day and (row.ends is None or day <= row.ends)]
    return [row for row in dated if row.kind == AppointmentKind.PLH] or dated


def _cuts(stay: Stay, held: Iterable[Appointment], end: datetime) -> list[datetime]:
    """Cut a stay at the midnights on which somebody came to its post or left it."""
    turns = {row.begins for row in held if row.post_id == stay.holder_id}
    turns |= {row.ends + ONE_DAY for row in held if row.post_id == stay.holder_id and row.ends}
    midnights = (datetime.combine(day, time.min, WITA) for day in sorted(turns) if day < date.max)
    return [stay.began, *(at for at in midnights if stay.began < at < end), end]


def _holder(
    stay: Stay, held: Iterable[Appointment], ended_by: Mapping[int, Appointment], at: datetime
) -> Appointment | None:
    if stay.holder_id is None:
        return ended_by.get(stay.act_ended or 0)
    people = on_day(stay.holder_id, at.astimezone(WITA).date(), held)
    return people[0] if len(people) == 1 else None


def _joined(found: list[PersonShare]) -> list[PersonShare]:
    """Put pieces of one stay together again where the same person went on."""
    joined: list[PersonShare] = []
    for share in found:
        last = joined[-1] if joined else None
        if last and (last.stay, last.appointment) == (share.stay, share.appointment):
            joined[-1] = PersonShare(
                share.stay, share.appointment, last.waiting + share.waiting, last.handling + share.handling
            )
        else:
            joined.append(share)
    return joined
