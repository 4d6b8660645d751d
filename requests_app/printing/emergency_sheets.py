"""Blank forms for power cuts: a form per path, a box per task of the decree, each with its own emergency number."""

from dataclasses import dataclass
from typing import Any

from ..models.books import ReceiverKind
from ..models.case import Category, Collection, Form
from ..models.emergency_numbers import FormBatch
from ..models.records import (
    AvailabilityResult,
    ConsultOutcome,
    Holding,
    Legibility,
    LetterOutcome,
    Manner,
    Medium,
    Order,
    Proposal,
)
from ..sop import CURRENT_EDITION, EDITIONS, Does, Edition, Step, Task
from ..text.words import lama
from .render import Printed, paper


@dataclass(frozen=True)
class Line:
    """One thing to write or tick in a box; two short things may stand beside each other."""

    label: str
    ticks: tuple[str, ...] = ()
    rules: int = 1  # ruled lines for the pen; none where ticks say it all
    beside: str = ""


@dataclass(frozen=True)
class Box:
    """One task on paper: who may act, what to write down; begin, end, name and initials stand beside it."""

    numbers: str
    title: str
    who: str
    target: str
    lines: tuple[Line, ...]


def ticks(label: str, choices: Any, without: tuple = ()) -> Line:
    """Offer the very choices of the screen."""
    return Line(label, tuple(str(choice.label) for choice in choices if choice not in without), 0)


HOP = (Line("Dari", beside="Kepada"), Line("Isi disposisi", rules=2))
SAID = ticks("Disampaikan", Manner, without=(Manner.SELF,))
RECEIVED = (
    Line("Nama penerima", beside="Surat kuasa / resi"),
    ticks("Penerima", ReceiverKind),
    Line("Tanda tangan penerima", rules=2),
)
DATA = (Line("Data baku", rules=2), ticks("Media", Medium))
WRITTEN: dict[str, tuple[Line, ...]] = {
    "register": (),  # what row 1 records is the head of the form
    "receive": (Line("Nomor agenda, bila kantor mengetiknya"),),
    "availability": (Line("Pejabat yang ditemui", beside="Janji temu"), ticks("Kesediaan", AvailabilityResult)),
    "meet": (Line("Pejabat yang ditemui"), Line("Pokok pembicaraan", rules=2)),
    "lisan": (*HOP, SAID),
    "surat": (*HOP, ticks("Perintah", Order), SAID),
    "review": (ticks("Hasil", Legibility), Line("Pokok surat")),
    "identify": (ticks("Penguasaan", Holding), ticks("Usul", Proposal), Line("Hasil identifikasi")),
    "consult": (
        Line("Divisi", beside="Waktu wawancara"),
        ticks("Hasil", ConsultOutcome),
        ticks("Arahan", Order),
        Line("Isi arahan", rules=2),
    ),
    "tugas": (Line("Dari", beside="Kepada"), ticks("Perintah", Order), Line("Isi penugasan"), SAID),
    "prepare": (*DATA, Line("Sumber data")),
    "draft": (ticks("Keputusan", LetterOutcome), Line("Pokok isi surat", rules=2), Line("Penandatangan")),
    "approve": (Line("Disetujui, atau catatan perbaikan", rules=2),),
    "deliver": (*DATA, *RECEIVED),
    "replied": (Line("Nomor surat", beside="Tanggal surat"), ticks("Media", Medium), *RECEIVED),
}


def blank_forms(batch: FormBatch, only: str = "") -> Printed:
    """Draw a printing's forms, A4, each number on its own sheet; `only` draws one of its numbers again."""
    edition = EDITIONS[CURRENT_EDITION]
    return paper(
        "emergency",
        f"formulir-darurat-{(only or batch.numbers[0]).replace('/', '-')}",
        printing=only or batch,
        numbers=[only] if only else batch.numbers,
        letter=edition.step(batch.entry).takes_letter,
        path=path_name(batch.entry),
        sides=sides(edition, batch.entry),
        forms=[choice.label for choice in Form],
        collections=[choice.label for choice in Collection],
        categories=[choice.label for choice in Category],
    )


def path_name(entry: int) -> str:
    """Say a path as the desk does: a visitor, or a letter."""
    return "Surat masuk" if EDITIONS[CURRENT_EDITION].step(entry).takes_letter else "Tamu datang langsung"


def sides(edition: Edition, entry: int) -> list[list[Box]]:
    """Lay out a path: a box per task of the rows that can follow, the rows behind the fork overleaf."""
    rows = path_rows(edition, entry)
    fork = next((row.number for row in rows if len(row.next) > 1), rows[-1].number)
    front = [row for row in rows if row.number <= fork]
    found = [_boxes(front, rows), _boxes(rows[len(front) :], rows)]
    return [side for side in found if side]


def path_rows(edition: Edition, entry: int, until: tuple[Does, ...] = ()) -> list[Step]:
    """List the rows a case may pass from a row on, none behind a row that does one of `until`."""
    found, ahead = {entry}, [edition.step(entry)]
    while ahead:
        row = ahead.pop()
        if row.does(*until):
            continue
        news = [number for number in row.next if number not in found]
        found.update(news)
        ahead += map(edition.step, news)
    return [row for row in edition.rows if row.number in found]


def _boxes(side: list[Step], rows: list[Step]) -> list[Box]:
    """Draw each task once, though rows share it, and a task that repeats once for each hop."""
    found: dict[tuple[Task, int], Box] = {}
    for row in side:
        for task in row.tasks:
            for hop in range(1, hops(task) + 1):
                sharing = [str(other.number) for other in rows if task in other.tasks]
                found.setdefault((task, hop), _box(row, task, hop, "/".join(sharing)))
    return list(found.values())


def hops(task: Task) -> int:
    """Say how often a task may come in a row: a disposition once, and once for each kind of post that disposes on."""
    return 1 + len(task.repeats_for)


def _box(row: Step, task: Task, hop: int, numbers: str) -> Box:
    title = f"{task.title}, ke-{hop}" if task.repeats_for else task.title
    who = " / ".join(actor.label for actor in task.actors)
    lines = WRITTEN["replied" if task.does(Does.GIVES_LETTER) else task.form_of or task.slug]
    return Box(numbers, title, who, lama(row.target_minutes), lines)
