"""The named clock of one case, and why it reads as it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from ... import words
from ...clock import Stretch, stretches, working_time
from ...dossier import Dossier
from ...models.case import State
from ...models.records import Hold, HoldReason
from .. import clocks


@dataclass(frozen=True)
class Now:
    """The card at the head of a case page."""

    clock: clocks.Clock
    step_words: str
    note: str
    why: list[str]


def now_of(dossier: Dossier) -> Now | None:
    """Read the clock of the open stay; an ended case has none."""
    visit, case = dossier.open_visit, dossier.case
    if visit is None or case.row is None:
        return None
    total = len(dossier.edition.rows)
    return Now(
        clock=clock_of(dossier),
        step_words=f"Langkah {case.row.number} dari {total} · {case.row.title}",
        note=f"mulai {words.saat(visit.began, dossier.now)} · {waits_for(dossier)}",
        why=[_explained(piece, dossier) for piece in counted(dossier)][-12:],
    )


def clock_of(dossier: Dossier) -> clocks.Clock:
    """Draw the clock: left of the target, or standing still and why."""
    visit, held = dossier.open_visit, open_hold(dossier)
    if visit is None:
        raise LookupError("an ended case has no clock")
    if visit.due_at is None:
        clock = clocks.stopped(held.until if held else None, visit.target, dossier.now)
        return clocks.Clock("ditunda", hold_words(held) if held else clock.of_words, "hold", 0)
    of = "target" if visit.due_at < dossier.now else "dari"
    clock = clocks.clock_of(visit.due_at, visit.target, dossier.now, dossier.calendar, dossier.pauses, of)
    if clock.note.startswith("berhenti"):  # out of hours the pause is the news, what is left comes second
        return clocks.Clock(clock.note, f"{clock.words} {clock.of_words}", clock.tone, clock.percent)
    return clock


def open_hold(dossier: Dossier) -> Hold | None:
    """Find the hold still open."""
    if dossier.case.state != State.HELD:
        return None
    return next((hold for hold in reversed(dossier.all(Hold)) if hold.ended_at is None), None)


def hold_words(hold: Hold) -> str:
    """Say a hold's reason as part of a sentence."""
    label = hold.get_reason_display()
    return label[:1].lower() + label[1:]


def waits_for(dossier: Dossier) -> str:
    """Say who is waited for."""
    case, held = dossier.case, open_hold(dossier)
    if held and held.reason == HoldReason.COLLECTION:
        return "siap diambil; pemohon sudah diberi tahu"
    if case.holder:
        return f"ditunggu: {case.holder}"
    return "ditunggu: " + " atau ".join(actor.label for actor in case.awaited.actors) if case.awaited else ""


def counted(dossier: Dossier) -> list[Stretch]:
    """Explain the stay in this step piece by piece, over all its tasks and holders."""
    visit = dossier.open_visit
    began = next(stay.began for stay in dossier.visits if visit and stay.run == visit.run)
    return stretches(began, max(began, dossier.now), dossier.calendar, dossier.pauses)


def _explained(piece: Stretch, dossier: Dossier) -> str:
    span = f"{words.saat(piece.begins, dossier.now)}–{words.saat(piece.ends, dossier.now)}"
    if not piece.counted:
        return f"{span}: tidak dihitung, {piece.reason}"
    return f"{span}: {words.lama(piece.ends - piece.begins)}"


def run_working(dossier: Dossier) -> timedelta:
    """Count the working time of the run that is open."""
    visit = dossier.open_visit
    earlier = sum((v.working for v in dossier.visits if visit and v.run == visit.run and v.working), timedelta())
    if visit is None:
        return earlier
    return earlier + working_time(visit.began, max(visit.began, dossier.now), dossier.calendar, dossier.pauses)
