"""The rounds of a letter: each version with what became of it, and what changed since the one before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from ..models.records import Decision, LetterDecision, ReplyLetter
from .dossier import Dossier

COMPARED = "outcome excluded_article subject nature recipient recipient_address copies_to".split()
COMPARED += "no_attachment signer in_name_of classification".split()


@dataclass(frozen=True)
class Round:
    """One version: what became of it, and the signer's note."""

    version: int
    words: str
    note: str


@dataclass(frozen=True)
class Change:
    """One line that left or came."""

    label: str
    gone: str = ""
    new: str = ""


def rounds(dossier: Dossier) -> list[Round]:
    """List the versions before the last, newest first."""
    notes = {one.letter_id: one.note for one in dossier.all(LetterDecision) if one.decision != Decision.PARAF}
    before = dossier.all(ReplyLetter)[:-1]
    return [Round(one.version, one.get_status_display(), notes.get(one.pk, "")) for one in reversed(before)]


def parafs(dossier: Dossier, letter: ReplyLetter) -> list[LetterDecision]:
    """List who initialled a version."""
    decided = dossier.all(LetterDecision)
    return [one for one in decided if one.letter_id == letter.pk and one.decision == Decision.PARAF]


def changes(dossier: Dossier) -> list[Change]:
    """Say what the last version changed in the one before."""
    letters = dossier.all(ReplyLetter)[-2:]
    return [*_fields(*letters), *_lines(*letters)] if len(letters) > 1 else []


def _fields(old: ReplyLetter, new: ReplyLetter) -> Iterator[Change]:
    for name in COMPARED:
        field: Any = ReplyLetter._meta.get_field(name)
        if getattr(old, field.attname) != getattr(new, field.attname):
            yield Change(str(field.verbose_name).capitalize(), _said(old, name), _said(new, name))


def _said(letter: ReplyLetter, name: str) -> str:
    value = getattr(letter, name)
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    shown = getattr(letter, f"get_{name}_display", None)
    return str((shown() if shown else value) or "–")


def _lines(old: ReplyLetter, new: ReplyLetter) -> Iterator[Change]:
    before, after = ([line for line in one.body.splitlines() if line.strip()] for one in (old, new))
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag != "equal":
            yield Change("Isi", "\n".join(before[i:j]), "\n".join(after[k:m]))
