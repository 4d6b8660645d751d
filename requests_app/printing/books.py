"""The books and the SOP, for the binder."""

from datetime import datetime

from ..sop import CURRENT_EDITION, EDITIONS, ENDINGS, Actor, Step
from ..words import lama
from .render import Printed, paper
from .targets import Target, targets_of
from .volumes import Volume


def book(volume: Volume, closing: str = "") -> Printed:
    """Draw a book: its rows with room for signatures where the book wants them, its total below, how it was closed."""
    return paper(f"book_{volume.book.template}", volume.name, volume=volume, rows=volume.lines, closing=closing)


def sop_paper(at: datetime, edition: str = CURRENT_EDITION) -> Printed:
    """Draw one edition's table, its wording normalised, with the source's where it differs. Raises KeyError.

    A target revised by then stands in the decree's place, with the decision that revised it.
    """
    chosen = EDITIONS[edition]
    return paper(
        "sop",
        f"sop-{edition}",
        edition=chosen,
        columns=[actor.label for actor in Actor],
        rows=[_sop_row(step, target) for step, target in targets_of(chosen, at)],
        endings=[ending for ending in ENDINGS.values() if not ending.decree],
    )


def _sop_row(step: Step, target: Target) -> dict[str, object]:
    source = {
        "Tahapan": step.source_heading,
        "Kelengkapan": step.source_inputs,
        "Output": step.source_output,
        "Keterangan": step.source_remark,
    }
    return {
        "step": step,
        "marks": [actor in step.actors() for actor in Actor],
        "target": lama(target.minutes),
        "revised": target.lines,
        "next": ", ".join(str(number) for number in step.next) or "selesai",
        "source": {name: text for name, text in source.items() if text},
    }
