"""What is wrong with an edition: rows, flags and endings that do not fit each other. Pure; `manage.py check` says it.

Each question finds the names of what is at fault in one edition; code relies on there being none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from .shapes import HANDS_OVER, Does, Edition, Ending, Step, Task

DOORS = (Does.REGISTERS, Does.RECEIVES)
HOPS = (Does.DISPOSES, Does.ASSIGNS)


def faults(edition: Edition) -> Iterator[tuple[str, str]]:
    """List the faults of an edition: code, and a sentence naming where. What leads nowhere hides the rest."""
    for code, sentence, find in FAULTS:
        found = sorted({*map(str, find(edition))})
        yield from ((code, sentence.format(f"{edition.slug}/{name}")) for name in found)
        if found and find in BLOCKING:
            return


def doubled(edition: Edition) -> Iterable[object]:
    """Name numbers, row names, branch words and endings that stand twice."""
    lists: tuple[list[Any], ...] = (
        [row.number for row in edition.rows],
        [row.slug for row in edition.rows],
        [row.branch for row in edition.rows if row.branch],
        [ending.slug for ending in edition.endings],
        *([task.slug for task in row.tasks] for row in edition.rows),
    )
    return [name for names in lists for name, count in Counter(names).items() if count > 1]


def lost_rows(edition: Edition) -> Iterable[object]:
    """Name rows that lead to a row, or come back at a task, there is not; and doors that are no row."""
    rows = [
        row.number
        for row in edition.rows
        if not {*row.next} <= {*edition.steps} or row.reentry not in {task.slug for task in row.tasks}
    ]
    return [*rows, *(entry for entry in edition.entries if entry not in edition.steps)]


def unreached(edition: Edition) -> Iterable[object]:
    """Name rows no door leads to."""
    return {row.number for row in edition.rows} - {row.number for path in paths(edition) for row in path}


def paths(edition: Edition) -> list[list[Step]]:
    """List every way from a door to an end; a row is entered once on each."""
    ways = [[edition.step(entry)] for entry in edition.entries]
    for way in ways:
        ways += [[*way, edition.step(number)] for number in way[-1].next if edition.step(number) not in way]
    return [way for way in ways if not {*way[-1].next} - {row.number for row in way}]


def missing_flags(edition: Edition) -> Iterable[object]:
    """Name what no task of the edition means."""
    return {*Does} - {flag for row in edition.rows for task in row.tasks for flag in task.flags}


def wrong_doors(edition: Edition) -> Iterable[object]:
    """Name entries that do not begin with a door's task, doors elsewhere, and a door there twice."""
    begins = [row.number for row in edition.rows if row.tasks[0].does(*DOORS)]
    inside = [row.number for row in edition.rows for task in row.tasks[1:] if task.does(*DOORS)]
    kinds = Counter(row.tasks[0].flags for row in edition.rows if row.number in begins)
    twice = [row.number for row in edition.rows if row.number in begins and kinds[row.tasks[0].flags] > 1]
    return {*edition.entries} ^ {*begins} | {*inside, *twice}


def wrong_ends(edition: Edition) -> Iterable[object]:
    """Name rows that hand over but are not last, and last rows whose last task hands nothing over."""
    early = [row.number for row in edition.rows for task in row.tasks[:-1] if task.does(*HANDS_OVER)]
    return [*early, *(row.number for row in edition.rows if bool(row.next) == row.tasks[-1].does(*HANDS_OVER))]


def unwritten_letters(edition: Edition) -> Iterable[object]:
    """Name rows where a letter is handed over that was not signed, or drafted and not signed by the next task."""
    pairs = {row.number: [(task, row.after(task.slug)) for task in row.tasks] for row in edition.rows}
    unsigned = [
        number
        for number, found in pairs.items()
        for task, then in found
        if task.does(Does.DRAFTS) != (then is not None and then.does(Does.SIGNS))
    ]
    unsent = [
        way[-1].number
        for way in paths(edition)
        if way[-1].does(Does.GIVES_LETTER) and not any(row.does(Does.SIGNS) for row in way)
    ]
    alone = [row.number for row in edition.rows if row.tasks[0].does(Does.SIGNS)]
    drafting = [row.number for row in edition.rows if row.does(Does.DRAFTS)]
    return [*unsigned, *unsent, *alone, *drafting[1:]]


def wrong_forks(edition: Edition) -> Iterable[object]:
    """Name rows with a choice that no task makes or no word names, and tasks that choose where there is no choice."""
    forks = [row for row in edition.rows if len(row.next) > 1]
    unnamed = [row.number for row in forks if not all(edition.step(number).branch for number in row.next)]
    chosen = {row.number for row in edition.rows if row.tasks[-1].does(Does.CHOOSES)}
    early = [row.number for row in edition.rows for task in row.tasks[:-1] if task.does(Does.CHOOSES)]
    return {row.number for row in forks} ^ chosen | {*unnamed, *early}


def wrong_meetings(edition: Edition) -> Iterable[object]:
    """Name rows where asking is not followed by meeting, or meeting not by a disposition in the only next row."""
    return [row.number for row in edition.rows if row.does(Does.ASKS, Does.MEETS) and not _meets(row, edition)]


def _meets(row: Step, edition: Edition) -> bool:
    asked = len(row.tasks) > 1 and row.tasks[-2].does(Does.ASKS) and row.tasks[-1].does(Does.MEETS)
    return asked and len(row.next) == 1 and edition.following(row).tasks[0].does(Does.DISPOSES)


def wrong_hops(edition: Edition) -> Iterable[object]:
    """Name tasks that dispose or assign in no named form, or have one and do neither; assignments of nothing."""
    forms = [_named(row, task) for row, task in _tasks(edition) if bool(task.form_of) != task.does(*HOPS)]
    orders = [
        _named(row, task)
        for row, task in _tasks(edition)
        if task.does(Does.ASSIGNS) and (task != row.tasks[0] or len(row.tasks) == 1 or not row.branch)
    ]
    return [*forms, *orders]


def _tasks(edition: Edition) -> Iterator[tuple[Step, Task]]:
    return ((row, task) for row in edition.rows for task in row.tasks)


def _named(row: Step, task: Task) -> str:
    return f"{row.number}/{task.slug}"


def lost_endings(edition: Edition) -> Iterable[object]:
    """Name endings that name a row there is not, or to choose and leaving from none."""
    rows = {row.slug for row in edition.rows}
    named = {ending.slug: {*ending.rows, *ending.but, ending.moves_to} - {""} for ending in edition.endings}
    lost = [slug for slug, slugs in named.items() if not slugs <= rows]
    return [*lost, *(one.slug for one in edition.endings if not (one.by_task or edition.leaving(one)))]


def unreached_endings(edition: Edition) -> Iterable[object]:
    """Name endings by a task nobody has, those to choose without a button, and hand-overs that end in none."""
    means = {flag for row in edition.rows for task in row.tasks for flag in task.flags}
    lost = [ending.slug for ending in edition.endings if not _is_reached(ending, means)]
    return [*lost, *({*HANDS_OVER} - {ending.by_task for ending in edition.endings})]


def _is_reached(ending: Ending, means: set[Does]) -> bool:
    return ending.by_task in means if ending.by_task else bool(ending.button)


Fault = tuple[str, str, Callable[[Edition], Iterable[object]]]
FAULTS: tuple[Fault, ...] = (
    ("E008", "“{}” ada dua kali pada tabel edisinya.", doubled),
    ("E005", "Langkah “{}” menunjuk langkah atau tugas yang tidak ada.", lost_rows),
    ("E009", "Langkah “{}” tidak dicapai dari langkah awal mana pun.", unreached),
    ("E010", "Tidak ada tugas “{}” pada edisi ini, padahal program memerlukannya.", missing_flags),
    (
        "E011",
        "Langkah “{}” bukan pintu masuk yang benar: tugas pertamanya, atau tempatnya.",
        wrong_doors,
    ),
    ("E012", "Langkah “{}” menyerahkan tetapi bukan yang terakhir, atau terakhir tanpa menyerahkan.", wrong_ends),
    ("E013", "Surat pada langkah “{}” tidak dikonsep dan ditandatangani lebih dahulu.", unwritten_letters),
    ("E014", "Pilihan jalan pada langkah “{}” tidak cocok dengan tugas atau kata cabangnya.", wrong_forks),
    ("E015", "Pertemuan pada langkah “{}” tidak ditanyakan dahulu atau tidak diikuti disposisi.", wrong_meetings),
    ("E016", "Tugas “{}” tidak cocok dengan bentuk disposisinya.", wrong_hops),
    ("E006", "Penyelesaian “{}” menunjuk langkah yang tidak ada, atau tidak berangkat dari mana pun.", lost_endings),
    ("E017", "Penyelesaian “{}” tidak dapat dicapai oleh tugas atau tombol mana pun.", unreached_endings),
)
BLOCKING = {doubled, lost_rows}
