"""The shapes of the table: columns, tasks, rows, endings, editions. Pure values, each written with its field names."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property


class Actor(StrEnum):
    """A column of the decree: who may hold the pen."""

    HELPDESK = "helpdesk"
    KETUA = "ketua"  # "Ketua & Anggota KPU" is one column of the decree
    SEKRETARIS = "sekretaris"
    KASUBAG = "kasubag"

    @property
    def label(self) -> str:
        return ACTOR_LABELS[self]


ACTOR_LABELS = {
    Actor.HELPDESK: "Help Desk",
    Actor.KETUA: "Ketua & Anggota KPU",
    Actor.SEKRETARIS: "Sekretaris",
    Actor.KASUBAG: "Kasubag",
}


class Does(StrEnum):
    """What code needs to know of a task, however it is called and in whichever row it stands."""

    REGISTERS = "registers"  # a visitor enters the office with it
    RECEIVES = "receives"  # a letter enters the office with it
    ASKS = "asks"  # whether the official can be met
    MEETS = "meets"  # the official, who may dispose in the meeting itself
    DISPOSES = "disposes"  # passes the case on by a disposition
    CHOOSES = "chooses"  # its result names the row that follows, by that row's `branch`
    ASSIGNS = "assigns"  # orders the rest of its row, which may be skipped where it was ordered before
    PREPARES = "prepares"  # data baku
    DRAFTS = "drafts"  # the reply letter
    SIGNS = "signs"  # the reply letter, which gives its number, or returns it
    GIVES_DATA = "gives data"  # hands data baku over without a letter, which ends the case
    GIVES_LETTER = "gives letter"  # hands the reply letter over, which ends the case


HANDS_OVER = (Does.GIVES_DATA, Does.GIVES_LETTER)


@dataclass(frozen=True, kw_only=True)
class Task:
    """The one act now awaited inside a step (decision 2)."""

    slug: str  # names its handler and its form
    title: str  # what was done, for the timeline
    button: str  # what to do, for the one primary button
    actors: tuple[Actor, ...]
    flags: tuple[Does, ...] = ()  # what it means; none where it only notes something and goes on
    addressed: bool = False  # only the post the case waits for may act (decision 6)
    on_behalf: tuple[Actor, ...] = ()  # who may record it for the one who acted (decision 7; hand-over)
    repeats_for: tuple[str, ...] = ()  # kinds of post for which the task repeats in the same row (decision 2)
    form_of: str = ""  # what a disposition made by this task is: "lisan", "surat", "tugas"

    def does(self, *any_of: Does) -> bool:
        """Tell whether one of these is what the task means."""
        return any(flag in self.flags for flag in any_of)

    @property
    def has_holder(self) -> bool:
        """Tell whether a case waits here for one post, which may be changed for another of the same column."""
        return self.addressed or self.does(Does.ASSIGNS)


@dataclass(frozen=True, kw_only=True)
class Step:
    """A row of the decree (decision 2): its clock runs over all its tasks."""

    number: int
    slug: str  # stays the row's own in every edition, wherever the row stands
    title: str
    heading: str  # "Tahapan Kegiatan", normalised
    tasks: tuple[Task, ...]
    target_minutes: int  # working minutes
    inputs: tuple[str, ...] = ()
    outputs: tuple[str, ...]
    remark: str = ""
    next: tuple[int, ...] = ()  # none: the case ends here
    reentry: str  # the task at which a reopened or recalled case comes back into this row
    branch: str = ""  # the word by which a row before chooses this one: "konsultasi", "data", "letter"
    source_heading: str = ""  # the decree's own words where the normalised ones differ
    source_inputs: str = ""
    source_output: str = ""
    source_remark: str = ""
    source_time: str = ""  # the target where the decree does not write it in minutes: "1 jam"
    source_note: str = ""  # a contradiction kept visible (DOMAIN section 7)

    def task(self, slug: str) -> Task:
        """Find a task of this row. Raises KeyError."""
        return {task.slug: task for task in self.tasks}[slug]

    def after(self, slug: str) -> Task | None:
        """Name the task that follows inside this row, if any. Raises KeyError."""
        position = self.tasks.index(self.task(slug))
        return self.tasks[position + 1] if position + 1 < len(self.tasks) else None

    def does(self, *any_of: Does) -> bool:
        """Tell whether one of the row's tasks means one of these."""
        return any(task.does(*any_of) for task in self.tasks)

    def doing(self, flag: Does) -> Task:
        """Find the task of this row that means this. Raises StopIteration where none does."""
        return next(task for task in self.tasks if task.does(flag))

    @property
    def takes_letter(self) -> bool:
        """Tell whether a letter enters the office here."""
        return self.does(Does.RECEIVES)

    @property
    def time(self) -> str:
        """Write the target as the decree does: "60 menit", "1 jam", "1 hari"."""
        return self.source_time or f"{self.target_minutes} menit"

    def actors(self) -> tuple[Actor, ...]:
        """List who acts in this row, in the order of its tasks, each once."""
        return tuple(dict.fromkeys(actor for task in self.tasks for actor in task.actors))


@dataclass(frozen=True, kw_only=True)
class Ending:
    """A way out of the rows that is ours, not the decree's (or, `decree`, its own end named).

    A case leaves this way from the rows named by their slugs, from every row with a task that means one of `where`,
    or from `anywhere` but some rows.
    """

    slug: str
    title: str  # what became of the case, for people
    button: str = ""
    rows: tuple[str, ...] = ()
    where: tuple[Does, ...] = ()
    anywhere: bool = False
    but: tuple[str, ...] = ()
    actors: tuple[Actor, ...]
    needs: tuple[str, ...] = ()  # fields of the closing record that must be filled
    paper: str = ""  # what paper it needs or leaves
    moves_to: str = ""  # the slug of the row it leads to; none: the case ends
    by_task: Does | None = None  # reached by completing a task that means this, not chosen from the list
    decree: bool = False
    law: str = ""
    outcome: str = ""  # what follows from it, by its name in `outcomes`; none: the case goes on
    letters: tuple[str, ...] = ()  # the outcomes a letter may decide that ends a case so when it is handed over

    def leaves(self, row: Step) -> bool:
        """Tell whether a case may leave a row this way."""
        named = row.slug in self.rows or row.does(*self.where) or (self.anywhere and row.slug not in self.but)
        return named or (self.by_task is not None and row.does(self.by_task))


@dataclass(frozen=True, kw_only=True)
class SignedSheet:
    """What stands around the rows of a signed SOP: the box at its head, what it rests on, how it closes."""

    number: str
    ratified: str
    ratified_by: str
    name: str
    legal_basis: tuple[str, ...]
    qualification: tuple[str, ...]
    related: tuple[str, ...]
    equipment: tuple[str, ...]
    warning: str
    recording: str
    closing: tuple[str, ...]  # "Pengesahan"
    place: str
    signed: str
    signer: str
    notes: tuple[str, ...] = ()  # where we write or read it otherwise than the source


@dataclass(frozen=True, kw_only=True)
class Edition:
    """One signed version of the SOP, with the ways out that belong to its rows."""

    slug: str
    number: str
    title: str
    signed: str
    note: str
    rows: tuple[Step, ...]
    entries: tuple[int, ...]  # where a case may begin (decision 1)
    endings: tuple[Ending, ...]
    sheet: SignedSheet

    @cached_property
    def steps(self) -> dict[int, Step]:
        return {step.number: step for step in self.rows}

    def step(self, number: int) -> Step:
        """Find a row by its number. Raises KeyError."""
        return self.steps[number]

    def row(self, slug: str) -> Step:
        """Find a row by its own name. Raises KeyError."""
        return {step.slug: step for step in self.rows}[slug]

    def branch(self, word: str) -> Step:
        """Find the row a word chooses. Raises KeyError."""
        return {step.branch: step for step in self.rows if step.branch}[word]

    def row_that(self, flag: Does) -> Step:
        """Find the first row with a task that means this. Raises StopIteration where none does."""
        return next(step for step in self.rows if step.does(flag))

    def task_that(self, flag: Does) -> Task:
        """Find the first task that means this. Raises StopIteration where none does."""
        return self.row_that(flag).doing(flag)

    @property
    def spoken(self) -> Task:
        """Name the disposition an official may give in the meeting itself (decision 3)."""
        return self.following(self.row_that(Does.MEETS)).tasks[0]

    def following(self, row: Step) -> Step:
        """Find the only row after one. Raises ValueError where the case ends or a choice is made."""
        (number,) = row.next
        return self.step(number)

    def tasks(self, slug: str) -> list[Task]:
        """List the tasks of one name, in the order of the rows."""
        return [task for row in self.rows for task in row.tasks if task.slug == slug]

    def ending(self, slug: str) -> Ending:
        """Find an ending by its name. Raises KeyError."""
        return {ending.slug: ending for ending in self.endings}[slug]

    def ending_by_task(self, flag: Does) -> Ending:
        """Find how a case ends by completing a task that means this. Raises StopIteration."""
        return next(ending for ending in self.endings if ending.by_task == flag and not ending.moves_to)

    def ending_by_letter(self, outcome: str) -> Ending:
        """Find how a case ends whose letter decided this and is handed over. Raises StopIteration."""
        return next(ending for ending in self.endings if outcome in ending.letters)

    def leaving(self, ending: Ending) -> list[int]:
        """List the numbers of the rows a case may leave by an ending."""
        return [row.number for row in self.rows if ending.leaves(row)]
