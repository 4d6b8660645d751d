"""The books of a month and the SOP, for the binder."""

from ..sop import CURRENT_EDITION, EDITIONS, ENDINGS, Actor, Step
from ..words import bulan, lama
from . import rows
from .render import Printed, paper


def expedition_book(year: int, month: int, hidden: frozenset[int] = frozenset()) -> Printed:
    """Draw the buku ekspedisi of a month, each row with room for the receiver's signature. Raises ValueError.

    `hidden` names the Rahasia cases whose content the reader may not read.
    """
    begin, end = rows.month_bounds(year, month)
    found = rows.covered(rows.expedition_rows(begin, end), hidden)
    return paper("expedition", f"buku-ekspedisi-{begin:%Y-%m}", month=bulan(begin), rows=found)


def register(year: int, month: int, hidden: frozenset[int] = frozenset()) -> Printed:
    """Draw the register of a month (PPID-C), without NIK; `hidden` as in the expedition book. Raises ValueError."""
    begin, end = rows.month_bounds(year, month)
    found = rows.covered(rows.register_rows(begin, end), hidden)
    return paper("register", f"register-{begin:%Y-%m}", month=bulan(begin), rows=found)


def sop_paper(edition: str = CURRENT_EDITION) -> Printed:
    """Draw one edition's table, its wording normalised, with the source's where it differs. Raises KeyError."""
    chosen = EDITIONS[edition]
    return paper(
        "sop",
        f"sop-{edition}",
        edition=chosen,
        columns=[actor.label for actor in Actor],
        rows=[_sop_row(step) for step in chosen.rows],
        endings=[ending for ending in ENDINGS.values() if not ending.decree],
    )


def _sop_row(step: Step) -> dict[str, object]:
    source = {
        "Tahapan": step.source_heading,
        "Kelengkapan": step.source_inputs,
        "Output": step.source_output,
        "Keterangan": step.source_remark,
    }
    return {
        "step": step,
        "marks": [actor in step.actors() for actor in Actor],
        "target": lama(step.target_minutes),
        "next": ", ".join(str(number) for number in step.next) or "selesai",
        "source": {name: text for name, text in source.items() if text},
    }
