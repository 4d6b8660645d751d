"""Search rows: what each case is found by, written in the transaction of the act that changes it.

A registration writes the row, an approval adds the letter's number to it; a letter a visitor's case goes on with, and
a correction of what it holds, write it anew. No other act touches it. `verify` recomputes every row and names the
differences; there must be none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from django.db.models import F, QuerySet, Value
from django.db.models.functions import Concat

from ..models.case import InformationRequest
from ..models.found import SearchText, place_of
from ..models.records import IncomingLetter, ReplyLetter, StepRecord

CHUNK = 500  # cases read together
# What may be corrected of all a case is found by.
FIELDS = {"name", "phone", "information", "sender", "letter_number", "subject"}


def folded(said: str) -> str:
    """Write text as it is compared: small letters, and no sign that ends a text early."""
    return said.replace("\0", "").casefold()


def enter(case: InformationRequest, records: Iterable[Any]) -> None:
    """Write the row of a case just registered."""
    _row(case, records).save(force_insert=True)


def add_number(case: InformationRequest, number: str) -> None:
    """Let a case be found by a letter's number just given."""
    SearchText.objects.filter(case=case).update(text=Concat(F("text"), Value(f"\n{folded(number)}")))


def add_letter(case: InformationRequest, records: Iterable[Any]) -> None:
    """Let a visitor's case be found by the letter it went on with, if these records hold one."""
    if any(isinstance(record, IncomingLetter) for record in records):
        refresh(case)


def refresh(case: InformationRequest) -> None:
    """Write the row anew from what is stored now."""
    rows_of([case])[0].save()


def rows_of(cases: Sequence[InformationRequest]) -> list[SearchText]:
    """Build the rows that should stand, for cases read with their petitioner."""
    records = StepRecord.objects.filter(case__in=cases).exclude(incomingletter=None, replyletter=None)
    letters: dict[int, list[Any]] = defaultdict(list)
    for record in records.select_related("incomingletter", "replyletter").order_by("act", "pk"):
        letter = getattr(record, "incomingletter", None) or getattr(record, "replyletter", None)
        letters[record.case_id].append(letter)
    return [_row(case, letters[case.pk]) for case in cases]


def _row(case: InformationRequest, records: Iterable[Any]) -> SearchText:
    return SearchText(case=case, place=place_of(case.received_at, case.pk), text=_text(case, list(records)))


def _text(case: InformationRequest, records: list[Any]) -> str:
    """Join all a case is found by, a line each: none twice, and the numbers of its letters last, as they were given."""
    person = case.petitioner
    said = [case.number, case.information, *([person.name, person.phone_digits] if person else [])]
    for letter in records:
        if isinstance(letter, IncomingLetter):
            sender = "" if person and person.erased_at else letter.sender
            said += [sender, letter.letter_number, letter.agenda_number, letter.subject]
    numbers = [letter.number for letter in records if isinstance(letter, ReplyLetter) and letter.number]
    lines = dict.fromkeys(folded(line) for line in said if line)
    return "\n".join([*lines, *map(folded, numbers)])


def verify(cases: QuerySet[InformationRequest]) -> Iterator[str]:
    """Name every case whose row is not what a recomputation gives. What it says, nobody reads here: personal data."""
    every = cases.select_related("petitioner").iterator(CHUNK)
    while some := list(islice(every, CHUNK)):
        have = SearchText.objects.in_bulk([case.pk for case in some])
        for case, want in zip(some, rows_of(some), strict=True):
            stored = have.get(case.pk)
            if stored is None:
                yield f"{case.number}: teks pencarian tidak tersimpan"
            elif (stored.place, stored.text) != (want.place, want.text):
                yield f"{case.number}: teks pencarian tidak sama dengan catatannya"
