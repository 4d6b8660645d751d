"""The targets of the SOP's rows as they are in force, each with the decision that revised it (pengesahan 2)."""

from dataclasses import dataclass
from datetime import datetime

from ..models.people import Office
from ..models.revisions import TargetRevision, load_revisions, revision_at
from ..sop import Edition, Step
from ..text.words import jam_pendek, lama, tanggal


@dataclass(frozen=True)
class Target:
    """One row's target in words, and in lines whence it comes and what is to come."""

    words: str
    lines: tuple[str, ...] = ()


def targets_of(edition: Edition, at: datetime, version: int | None = None) -> list[tuple[Step, Target]]:
    """Give every row with the target that a step entered at that instant gets. One query where no version is given."""
    if version is None:
        version = Office.objects.values_list("calendar_version", flat=True).first() or 0
    return [(step, _target(edition, step, at, version)) for step in edition.rows]


def _target(edition: Edition, step: Step, at: datetime, version: int) -> Target:
    revised = revision_at(edition.slug, step.number, at, version)
    of_step = [row for row in load_revisions(version) if (row.edition, row.step) == (edition.slug, step.number)]
    later = [row for row in reversed(of_step) if row.valid_from > at]
    coming = [f"mulai {_when(row)}: {lama(row.minutes)}, {decided(row)}" for row in later]
    if revised is None:
        return Target(step.time, tuple(coming))
    said = f"sejak {_when(revised)}, {decided(revised)}; semula {step.time}"
    return Target(lama(revised.minutes), (said, *coming))


def decided(row: TargetRevision) -> str:
    """Say by which decision and why a target was revised."""
    return f"keputusan {row.decree} ({row.reason})"


def _when(row: TargetRevision) -> str:
    return f"{tanggal(row.valid_from)} {jam_pendek(row.valid_from)}"
