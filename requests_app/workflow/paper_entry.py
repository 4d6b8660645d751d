"""Late paper entry: what a filled emergency form tells, several acts in a row, all of them or none.

Who may enter what is decided as for every act (DOMAIN decision 7): the Help Desk registers, receives, asks and
escorts, and records for their givers the dispositions of rows 3 and 6 and the assignments of rows 10 and 12, which
stay "belum dikonfirmasi" until the giver answers; it may hand over for the Kasubag. What a Kasubag studied,
identified, was advised and prepared (rows 7 to 9, and 10) nobody may record for it, nor approve a letter for its
signer: there the entry stops, and the holder goes on from the same paper with an entry of its own. A reply letter is
drafted and approved on its own page, since its text and number do not exist before.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from django.db import transaction

from ..models.case import InformationRequest
from ..rules.acts import ON_THEIR_OWN_PAGES
from ..rules.refusals import NotNow, Refusal
from ..sop import slugs_of
from .core import Doing, Done
from .taken import Taken


@dataclass(frozen=True)
class PaperAct:
    """One box of the form: what was written in it, when it was begun and when it was done."""

    taken: Taken
    happened_at: datetime
    started_at: datetime | None = None


class AtAct(Exception):
    """The act that was refused, by its place among those sent; nothing of them was written."""

    def __init__(self, index: int, refusal: Refusal) -> None:
        super().__init__(refusal.sentence)
        self.index, self.refusal = index, refusal


def in_a_row(acts: list[PaperAct], doing: Doing, enter: Callable[[PaperAct, Doing, Done | None], Done]) -> Done:
    """Do the acts in one transaction. The token and the case's seen act guard the first. Raises AtAct."""

    def entered(index: int, act: PaperAct, done: Done | None) -> Done:
        when = replace(doing, happened_at=act.happened_at, started_at=act.started_at)
        try:
            return enter(act, when, done)
        except Refusal as refusal:
            raise AtAct(index, refusal) from refusal

    for index, act in enumerate(acts):
        if act.taken.task in slugs_of(*ON_THEIR_OWN_PAGES):
            raise AtAct(index, NotNow("Konsep surat dan persetujuannya dikerjakan pada halamannya sendiri."))
    with transaction.atomic():
        done = entered(0, acts[0], None)
        for index, act in enumerate(acts[1:], 1):
            if not done.repeated:
                done = entered(index, act, done)
    return done


def check_follows(case: InformationRequest, act: PaperAct) -> None:
    """Make sure the next box is what the boxes before lead to. Raises NotNow."""
    awaited = case.awaited
    if awaited is None:
        raise NotNow("Menurut isian sebelumnya permohonan sudah selesai; kosongkan langkah ini.")
    if awaited.slug != act.taken.task:
        raise NotNow(f"Menurut isian sebelumnya yang ditunggu “{awaited.button}”, bukan langkah ini.")
