"""The named clock of one case, and why it reads as it does."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from ...derived.timesheet import panel
from ...forms.dossier import Dossier
from ...models.case import State, Stay
from ...models.records import Hold, HoldReason
from ...text import words
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
    stay, case = dossier.open_stay, dossier.case
    if stay is None or case.row is None:
        return None
    total = len(dossier.edition.rows)
    return Now(
        clock=clock_of(dossier),
        step_words=f"Langkah {case.row.number} dari {total} · {case.row.title}",
        note=" · ".join(
            part
            for part in (f"mulai {words.saat(stay.began, dossier.now)}", waits_for(dossier), decided(stay, dossier))
            if part
        ),
        why=panel(dossier.run, dossier.works),
    )


def decided(stay: Stay, dossier: Dossier) -> str:
    """Say by which decision a stay's target was revised (pengesahan 2); nothing where the decree's own holds."""
    revised = dossier.revision(stay)
    return f"target {words.lama(stay.target)} menurut keputusan {revised.decree}" if revised else ""


def clock_of(dossier: Dossier) -> clocks.Clock:
    """Draw the clock: left of the target, or standing still and why."""
    stay, held = dossier.open_stay, open_hold(dossier)
    if stay is None:
        raise LookupError("an ended case has no clock")
    if stay.due_at is None:
        clock = clocks.stopped(held.until if held else None, stay.target, dossier.now)
        return clocks.Clock("ditunda", hold_words(held) if held else clock.of_words, "hold", 0)
    of = "target" if stay.due_at < dossier.now else "dari"
    clock = clocks.clock_of(stay.due_at, stay.target, dossier.now, dossier.calendar, dossier.pauses, of)
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


def run_working(dossier: Dossier) -> timedelta:
    """Count the working time of the run that is open."""
    return sum((dossier.worked(stay) for stay in dossier.run), timedelta())
