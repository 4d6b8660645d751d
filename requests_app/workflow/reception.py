"""Rows 1 and 5: a visitor is registered; a letter is received, with its agenda number and the sheet attached."""

from dataclasses import fields

from ..models.books import DocumentKind
from ..models.case import InformationRequest, Petitioner
from ..models.records import IncomingLetter, StepRecord
from ..text import telephone
from . import numbers
from .core import Act, Position, next_row
from .taken import Person, Receive, Register


def register(act: Act, taken: Register) -> tuple[Position, str]:
    """Row 1: identity and purpose are recorded; start wrote the petitioner already."""
    act.record(StepRecord, "Pemohon didaftarkan", note=taken.note)
    return next_row(act), "Pemohon didaftarkan"


def write_petitioner(case: InformationRequest, act: int, person: Person) -> Petitioner:
    """Write who asks, as known from an act on; an older row stays, blanked at most."""
    said = {part.name: getattr(person, part.name) for part in fields(Person)}
    return Petitioner.objects.create(case=case, act=act, phone_digits=telephone.digits(person.phone), **said)


def receive(act: Act, taken: Receive) -> tuple[Position, str]:
    """Row 5: the letter gets its agenda number and the sheet is attached; it waits for the official addressed."""
    office = act.appointment.post.office
    given = numbers.give("agenda", act.happened_at, office, taken.agenda_number, "agenda_number")
    letter = act.record(
        IncomingLetter,
        f"Surat masuk diterima, agenda {given.number}",
        taken,
        agenda_number=given.number,
        agenda_year=given.year,
        agenda_sequence=given.sequence,
    )
    act.keep(letter, DocumentKind.SCAN, taken.files)
    return next_row(act, taken.addressee), f"Surat masuk diterima, agenda {given.number}"
