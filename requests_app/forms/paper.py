"""Late paper entry: the boxes of a filled emergency form, on one page, from where the case stands as far as one may.

A box left empty did not happen. A box is one task's form with the times its paper tells; the day is typed once and
holds for the boxes below until another day is typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, ClassVar

from django import forms
from django.forms import BoundField
from django.utils import timezone
from django.utils.functional import cached_property

from ..printing.emergency_sheets import hops, path_rows
from ..rules.acts import ON_THEIR_OWN_PAGES
from ..rules.tasks import has_role_for
from ..sop import Does, Edition, Step, Task, slugs_of
from ..workflow.paper_entry import PaperAct
from .paper_boxes import BOXES, ArrivalBox, Box
from .task import Scene

HEADS = slugs_of(Does.REGISTERS, Does.RECEIVES)  # their boxes open the page, so their fields bear no box's name
MOST_HOPS = 3


class PaperForm:
    """All boxes of the page; to the sheet that serves it, one form."""

    # What a refusal may give back as typed, wherever the case stood: every box there is, under its name on the page.
    base_fields: ClassVar[dict[str, forms.Field]] = {
        f"{slug}{hop}-{name}": field
        for slug, box in BOXES.items()
        for hop in range(1, MOST_HOPS + 1)
        for name, field in box.base_fields.items()
    } | {name: field for slug in HEADS for name, field in BOXES[slug].base_fields.items()}

    def __init__(
        self,
        data: Any = None,
        files: Any = None,
        *,
        scene: Scene,
        ahead: list[tuple[Step, Task, int]],
        initial: dict[str, Any] | None = None,
    ) -> None:
        self.scene, self.is_bound = scene, data is not None
        self.boxes = [
            _box(row, task, hop, index == 0, scene, data, initial or {}) for index, (row, task, hop) in enumerate(ahead)
        ]
        self.cleaned_data: dict[str, Any] = {}  # the times are each box's own

    # -- What the sheet and the templates ask of a form ----------------------------------------------------------------

    def __iter__(self) -> Iterator[BoundField]:
        return (field for box in self.boxes for field in box)

    def is_multipart(self) -> bool:
        return False

    @property
    def fields(self) -> dict[str, forms.Field]:
        return {box.add_prefix(name): field for box in self.boxes for name, field in box.fields.items()}

    @property
    def errors(self) -> dict[str, Any]:
        return {box.add_prefix(name): errors for box in self.boxes for name, errors in box.errors.items()}

    @property
    def non_field_errors(self) -> list[Any]:
        return [error for box in self.boxes for error in box.non_field_errors()]

    def add_error(self, name: str | None, error: Any) -> None:
        """Put an error beside the field it names; one that names none stands at the first box."""
        for box in self.boxes:
            own = next((field for field in box.fields if box.add_prefix(field) == name), None)
            if own:
                box.add_error(own, error)
                return
        self.boxes[0].add_error(None, error)

    def is_valid(self) -> bool:
        """Judge each box alone, then the order of their times."""
        if not self.errors:
            self._check_times()
        return not self.errors

    # -- Times ---------------------------------------------------------------------------------------------------------

    @cached_property
    def used(self) -> list[Box]:
        """List the boxes that were filled in."""
        return [box for box in self.boxes if not box.empty_permitted or box.has_changed()]

    def _check_times(self) -> None:
        """Place each box in time: not to come, not before the box above, not before the case's last act."""
        last = self.scene.case.happened_at if self.scene.dossier else None
        day = self.boxes[0].cleaned_data["on"]
        for box in self.used:
            own_day = box.cleaned_data["on"] or day
            last = box.place(own_day, last)
            day = day if box.errors else own_day  # a day that cannot be is not carried on

    def acts(self) -> list[PaperAct]:
        """Give the workflow what was filled in."""
        return [PaperAct(box.taken(), box.done_at, box.begun_at) for box in self.used]

    def field_name(self, index: int, name: str) -> str:
        """Name on the page the field of a box that the workflow means; its time, for what names none."""
        box = self.used[index]
        return box.add_prefix(name if name in box.fields else "ended")


def _box(row: Step, task: Task, hop: int, is_first: bool, scene: Scene, data: Any, typed: dict[str, Any]) -> Box:
    prefix = "" if is_first and scene.dossier is None else f"{task.slug}{hop}"
    before = f"{prefix}-" if prefix else ""
    known = {name.removeprefix(before): value for name, value in typed.items() if name.startswith(before)}
    today = {"on": timezone.localdate(scene.now)} if is_first else {}
    kind = ArrivalBox if task.does(Does.RECEIVES) and scene.dossier else BOXES[task.slug]
    one_office = replace(scene, task=task, read=scene.directory)  # for all boxes: its posts are read once
    where: dict[str, Any] = {"row": row, "hop": hop, "is_first": is_first, "prefix": prefix}
    return kind(data, scene=one_office, **where, initial={**today, **known})


def ahead_of(edition: Edition, number: int, slug: str, scene: Scene) -> list[tuple[Step, Task, int]]:
    """List the boxes this person may fill from a task on: row, task, hop; the first that is another's ends it."""
    found: dict[tuple[str, int], tuple[Step, Task, int]] = {}
    for row, task in tasks_ahead(edition, number, slug):
        if not has_role_for(scene.acting, task):
            break
        for hop in range(1, hops_of(scene, task) + 1):
            found.setdefault((task.slug, hop), (row, task, hop))
    return list(found.values())


def tasks_ahead(edition: Edition, number: int, slug: str) -> list[tuple[Step, Task]]:
    """List the tasks that may follow on paper, the given one first."""
    rows = path_rows(edition, number, until=ON_THEIR_OWN_PAGES)
    tasks = [(row, task) for row in rows for task in row.tasks]
    begin = next(index for index, (row, task) in enumerate(tasks) if task.slug == slug)
    return [(row, task) for row, task in tasks[begin:] if not task.does(*ON_THEIR_OWN_PAGES)]


def hops_of(scene: Scene, task: Task) -> int:
    """Say how many hops this person may enter: who only disposes enters only the own one."""
    return hops(task) if scene.acting.as_actor(*task.on_behalf) else 1


def next_after(edition: Edition, number: int, slug: str, scene: Scene) -> Task | None:
    """Name the first task the entry stops at, since another must enter it."""
    return next((task for _, task in tasks_ahead(edition, number, slug) if not has_role_for(scene.acting, task)), None)
