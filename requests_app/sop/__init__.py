"""The decree as data: KPU Kota Kupang's SOP 04, "Pelayanan Publik".

Pure data. What a step is called, who acts in it, how long it may take and where it leads is read from
here and from nowhere else; every look-up names the edition the case runs on, because a change of scope
or of responsible role is a new edition and cases in progress finish on theirs (pengesahan 4).

Beside the decree's rows stand an edition's endings: ways a case may leave the rows that the decree does not
mention but the law or any office needs. They are ours and marked so. Rows and tasks say with flags (`Does`)
what they mean; where they stand, and under which number, means nothing.
"""

from .edition_2020 import EDITION_2020
from .shapes import ACTOR_LABELS, HANDS_OVER, Actor, Does, Edition, Ending, Step, Task

EDITIONS = {EDITION_2020.slug: EDITION_2020}
CURRENT_EDITION = EDITION_2020.slug


def every_ending() -> dict[str, Ending]:
    """Give the endings of all editions by name, in their order; where two editions word one, the current one does."""
    found = {ending.slug: ending for edition in EDITIONS.values() for ending in edition.endings}
    return {**found, **{ending.slug: ending for ending in EDITIONS[CURRENT_EDITION].endings}}


def edition_with(number: int) -> Edition:
    """Find the current edition if it has a row of this number, else one that does. Raises StopIteration."""
    return next(one for one in (EDITIONS[CURRENT_EDITION], *EDITIONS.values()) if number in one.steps)


def every_step() -> dict[int, Step]:
    """Give the rows of all editions by number; where two editions have one, the current one's."""
    numbers = sorted({number for edition in EDITIONS.values() for number in edition.steps})
    return {number: edition_with(number).step(number) for number in numbers}


def slugs_of(*any_of: Does) -> list[str]:
    """Name the tasks that mean one of these in some edition: what rows of the database are told apart by."""
    tasks = (task for edition in EDITIONS.values() for row in edition.rows for task in row.tasks)
    return sorted({task.slug for task in tasks if task.does(*any_of)})


__all__ = [
    "ACTOR_LABELS",
    "CURRENT_EDITION",
    "EDITIONS",
    "HANDS_OVER",
    "Actor",
    "Does",
    "Edition",
    "Ending",
    "Step",
    "Task",
    "edition_with",
    "every_ending",
    "every_step",
    "slugs_of",
]
