"""The shapes of the table: columns, tasks, rows, editions, endings. Pure values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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


@dataclass(frozen=True)
class Task:
    """The one act now awaited inside a step (decision 2)."""

    slug: str
    title: str  # what was done, for the timeline
    button: str  # what to do, for the one primary button
    actors: tuple[Actor, ...]
    addressed: bool = False  # only the post the case waits for may act (decision 6)
    on_behalf: tuple[Actor, ...] = ()  # who may record it for the one who acted (decision 7; hand-over)
    repeats_for: tuple[str, ...] = ()  # kinds of post for which the task repeats in the same row (decision 2)
    form_of: str = ""  # what a disposition made by this task is: "lisan", "surat", "tugas"


@dataclass(frozen=True)
class Step:
    """A row of the decree (decision 2): its clock runs over all its tasks."""

    number: int
    slug: str
    title: str
    heading: str  # "Tahapan Kegiatan", normalised
    tasks: tuple[Task, ...]
    target_minutes: int  # working minutes
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    remark: str
    next: tuple[int, ...]  # empty: the case ends here
    reentry: str  # the task at which a reopened or recalled case comes back into this row
    branch: str = ""  # the word by which a row before chooses this one: "konsultasi", "data", "letter"
    source_heading: str = ""  # the decree's own words where the normalised ones differ
    source_inputs: str = ""
    source_output: str = ""
    source_remark: str = ""
    source_note: str = ""  # a contradiction kept visible (DOMAIN section 7)

    def task(self, slug: str) -> Task:
        """Find a task of this row. Raises KeyError."""
        return {task.slug: task for task in self.tasks}[slug]

    def leading_to(self, branch: str, edition: Edition) -> Step:
        """Find the next row that a word chooses. Raises KeyError."""
        return {edition.step(number).branch: edition.step(number) for number in self.next}[branch]

    def actors(self) -> tuple[Actor, ...]:
        """List who acts in this row, in the order of its tasks, each once."""
        return tuple(dict.fromkeys(actor for task in self.tasks for actor in task.actors))

    def after(self, slug: str) -> Task | None:
        """Name the task that follows inside this row, if any. Raises KeyError."""
        position = self.tasks.index(self.task(slug))
        return self.tasks[position + 1] if position + 1 < len(self.tasks) else None


@dataclass(frozen=True)
class Edition:
    """One signed version of the SOP."""

    slug: str
    number: str
    title: str
    signed: str
    note: str
    rows: tuple[Step, ...]
    entries: tuple[int, ...]  # where a case may begin (decision 1)

    @property
    def steps(self) -> dict[int, Step]:
        return {step.number: step for step in self.rows}

    def step(self, number: int) -> Step:
        """Find a row by its number. Raises KeyError."""
        return self.steps[number]


@dataclass(frozen=True)
class Ending:
    """A way out of the rows that is ours, not the decree's (or, `decree`, its own end named)."""

    slug: str
    title: str  # what became of the case, for people
    button: str
    steps: tuple[int, ...]  # the rows it may leave from
    actors: tuple[Actor, ...]
    needs: tuple[str, ...] = ()  # fields of the closing record that must be filled
    paper: str = ""  # what paper it needs or leaves
    moves_to: int | None = None  # the row it leads to; none: the case ends
    by_task: str = ""  # reached by completing this task, not chosen from the list
    decree: bool = False
    law: str = ""
    answers: bool = False  # it is, or goes with, the written notice that ends the law's days
    voids: bool = False  # no written notice is owed any more
