"""The path of a case with its fork: rows gone through, the one it stands in, and the ones that may follow."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta

from ...forms.dossier import Dossier
from ...models.case import Stay
from ...models.revisions import target_minutes
from ...sop import Edition, Step
from ...text import words
from .clock import run_working


@dataclass(frozen=True)
class RailStep:
    """One stop: `state` is done, here, todo or skip."""

    number: int
    title: str
    state: str
    note: str = ""
    is_late: bool = False


@dataclass(frozen=True)
class Rail:
    """The stops in a row, and the branches while the path is still open."""

    steps: list[RailStep]
    forks: list[list[RailStep]] = field(default_factory=list)


def rail_of(dossier: Dossier) -> Rail:
    """Draw the path gone, then the path to come as far as the table already decides it."""
    gone = _gone(dossier)
    steps = _with_skipped(gone, dossier.edition)
    if dossier.case.row is None:
        return Rail(steps)
    ahead, forks = _ahead(dossier.case.row, dossier.case.order, dossier)
    return Rail(steps + [_todo(step, dossier, optional=is_optional) for step, is_optional in ahead], forks)


def _gone(dossier: Dossier) -> list[RailStep]:
    """List the runs, each row once: a row entered again shows its last stay."""
    last: dict[int, Stay] = {}
    for stay in dossier.stays:
        last[stay.step] = stay
    return [_passed(stay, dossier) for stay in last.values()]


def _passed(stay: Stay, dossier: Dossier) -> RailStep:
    title = dossier.edition.step(stay.step).title
    if stay.ended is None:
        note = took_of(run_working(dossier), stay.target)
        return RailStep(stay.step, title, "here", note, bool(stay.due_at and stay.due_at < dossier.now))
    note = took_of(stay.step_total, stay.target) if stay.late else words.lama(stay.step_total or timedelta())
    return RailStep(stay.step, title, "done", note, stay.late)


def took_of(took: timedelta | None, target: int) -> str:
    """Say a time against its target in minutes; nothing yet counts as none."""
    return words.dari(took or timedelta(), target)


def _with_skipped(gone: list[RailStep], edition: Edition) -> list[RailStep]:
    """Put in the optional rows that were passed by."""
    steps: list[RailStep] = []
    for step in gone:
        before = edition.step(steps[-1].number) if steps else None
        known = {done.number for done in gone}
        passed_by = [edition.step(number) for number in (before.next if before else ()) if number not in known]
        steps += [RailStep(row.number, row.title, "skip") for row in passed_by if step.number in row.next]
        steps.append(step)
    return steps


def _ahead(row: Step, order: str, dossier: Dossier) -> tuple[list[tuple[Step, bool]], list[list[RailStep]]]:
    """Follow the table: one way is followed, an optional row is named, a real choice becomes a fork."""
    ahead: list[tuple[Step, bool]] = []
    edition = dossier.edition
    while row.next:
        options = [edition.step(number) for number in row.next]
        branches = [step for step in options if not set(step.next) & set(row.next)]
        ahead += [(step, True) for step in options if step not in branches]
        chosen = [step for step in branches if step.branch == order] if order else []
        if len(branches) > 1 and not chosen:
            return ahead, [_branch(step, dossier) for step in branches]
        row = (chosen or branches)[0]
        ahead.append((row, False))
    return ahead, []


def _branch(step: Step, dossier: Dossier) -> list[RailStep]:
    steps = [_todo(step, dossier)]
    while step.next:
        step = dossier.edition.following(step)
        steps.append(_todo(step, dossier))
    return steps


def _todo(step: Step, dossier: Dossier, optional: bool = False) -> RailStep:
    target = target_minutes(dossier.case.edition, step.number, dossier.now, dossier.version)
    return RailStep(step.number, step.title, "todo", "bila perlu" if optional else words.lama(target))
