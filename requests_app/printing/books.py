"""The books and the SOP, for the binder."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from ..sop import CURRENT_EDITION, EDITIONS, Actor, Edition, Ending, Step
from ..text.words import WITA, bulan, tanggal
from .breaks import size_of
from .periods import Period
from .render import Printed, paper
from .targets import Target, targets_of
from .volumes import Book, Volume

PEN_ROWS = 9  # as many as fill one page
TO_TICK = {
    "holding": ("ya", "tidak", "belum"),
    "form": ("soft", "hard"),
    "manner": ("lihat", "salin"),
}
PEN_MONTH = "Bulan ………………………………… 20………"


def book(volume: Volume, closing: str = "") -> Printed:
    """Draw a book: its rows with room for signatures where the book wants them, its total below, how it was closed."""
    rows = marked(volume.lines, volume.book.dated, volume.period)
    return paper(f"book_{volume.book.template}", volume.name, volume=volume, rows=rows, closing=closing)


def marked(rows: Iterable[Any], dated: str, period: Period) -> list[tuple[Any, str, str]]:
    """Give each row with its bookmark, where a day or in more than a month a month begins, and its size.

    A row out of turn, entered late, stands under the day before it and begins nothing.
    """
    say = tanggal if Period.month(period.begin).end >= period.end else bulan
    found, newest, last = [], date.min, ""
    for row in rows:
        value = getattr(row, dated)
        day = value.astimezone(WITA).date() if isinstance(value, datetime) else value
        begins = day > newest and say(day) != last
        newest, last = max(day, newest), say(day) if begins else last
        found.append((row, last if begins else "", size_of(vars(row).values())))
    return found


def blank_book(book: Book) -> Printed:
    """Draw a page of a book for the pen, to be copied into its rows when the power is back."""
    cells = [TO_TICK.get(name, ()) if book.slug == "register" else () for name in printed_columns(book)]
    volume = {"title": f"{book.title} kosong", "period": PEN_MONTH, "notes": []}
    pen = [cells] * PEN_ROWS
    return paper(f"book_{book.template}", f"{book.slug}-kosong", volume=volume, rows=[], pen=pen)


def printed_columns(book: Book) -> list[str]:
    """Name a book's columns on paper: what stands inside another's cell there has none of its own."""
    return [name for name in book.columns if name not in ("signed", "due_on", "late_entry")]


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
        rows=[_sop_row(step, target, chosen) for step, target in targets_of(chosen, at)],
        endings=endings_beside(chosen),
    )


def endings_beside(edition: Edition) -> list[tuple[Ending, str]]:
    """List an edition's endings that the decree does not mention, each with the rows a case may leave from."""
    found = [ending for ending in edition.endings if not ending.decree]
    return [(ending, ", ".join(map(str, edition.leaving(ending)))) for ending in found]


def marks(step: Step, edition: Edition) -> list[str]:
    """Say for each column of the decree whether it acts in a row, and where the case begins and ends there."""
    acting = step.actors()
    said = dict.fromkeys(acting, "√")
    if step.number in edition.entries:
        said[acting[0]] += " Mulai"
    if not step.next:
        said[acting[-1]] += " selesai"
    return [said.get(actor, "") for actor in Actor]


def _sop_row(step: Step, target: Target, edition: Edition) -> dict[str, object]:
    source = {
        "Tahapan": step.source_heading,
        "Kelengkapan": step.source_inputs,
        "Output": step.source_output,
        "Keterangan": step.source_remark,
    }
    return {
        "step": step,
        "marks": marks(step, edition),
        "target": target.words,
        "revised": target.lines,
        "next": ", ".join(str(number) for number in step.next) or "selesai",
        "source": {name: text for name, text in source.items() if text},
    }
