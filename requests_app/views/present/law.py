"""The law's days of one case in words: the due day, what is left, and every day counted or skipped on the way.

A clock of its own: whole working days of the whole case, told apart from the SOP's minutes per step wherever it shows.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ...clock import law_days
from ...derived.deadlines import Reckoning, day_of
from ...forms.dossier import Dossier
from ...models.case import Category
from ...models.law import RuleKind
from ...text import words
from .. import laws


@dataclass(frozen=True)
class Panel:
    """The card of the case page."""

    day: date | None
    status: laws.Tag
    basis: str
    notes: list[str]
    steps: list[str]


def panel(dossier: Dossier) -> Panel:
    """Collect what the card shows."""
    reckoned, today = dossier.reckoning, dossier.today
    return Panel(
        day=reckoned.due,
        status=status(reckoned, today),
        basis=_basis(reckoned),
        notes=[*_extended(reckoned), *_incomplete(reckoned), *_stage(reckoned)],
        steps=_steps(reckoned, today),
    )


def status(reckoned: Reckoning, today: date) -> laws.Tag:
    """Say how the case stands with the law today."""
    term, closed = reckoned.term, reckoned.closed
    if term is None:
        return laws.Tag("aturan hari kerja belum diisi", "warn")
    if closed and closed.is_void:
        return laws.Tag(f"tidak lagi wajib dijawab: {closed.how[:1].lower()}{closed.how[1:]}", "")
    if closed:
        used = law_days.counted(term, closed.on, reckoned.calendar)
        late = law_days.is_late(term, today, reckoned.calendar)
        took = f"dijawab dalam {used} hari kerja" if used else "dijawab pada hari diterima"
        return laws.Tag(f"{took}, {'lewat batas' if late else 'dalam batas'}", "late" if late else "ok")
    if reckoned.due is None:
        remains = law_days.left(term, today, reckoned.calendar)
        return laws.Tag(f"berhenti menunggu kelengkapan berkas, tersisa {remains} hari kerja sesudahnya", "hold")
    return laws.remaining(reckoned.due, today, reckoned.calendar)


def extension_words(dossier: Dossier) -> str:
    """Say what an extension now would do; nothing where it is refused."""
    reckoned = dossier.reckoning
    rule, after = reckoned.longer, reckoned.due_if_extended()
    if rule is None or after is None or reckoned.due is None:
        return ""
    moved = f"{words.hari_tanggal(reckoned.due)} menjadi {words.hari_tanggal(after)}"
    return f"Satu kali saja: batas {moved} (+{rule.days} hari kerja, {rule.source}). Waktu SOP tidak berubah."


def _basis(reckoned: Reckoning) -> str:
    rule = reckoned.reply
    if rule is None:
        return ""
    kind = "Informasi tahapan, diterima pada masa tahapan: " if reckoned.in_stage else ""
    return f"{kind}{rule.days} hari kerja sejak diterima {words.tanggal(reckoned.received)} ({rule.source})"


def _extended(reckoned: Reckoning) -> list[str]:
    extension = reckoned.extension
    if extension is None:
        return []
    given = f"Diperpanjang {extension.days} hari kerja pada {words.tanggal(extension.happened_at)}"
    return [f"{given}, semula {words.tanggal(extension.due_before)} ({extension.source})"]


def _incomplete(reckoned: Reckoning) -> list[str]:
    """Say by when the petitioner was to be told of an incomplete file, and has until when to complete it."""
    said = []
    for hold in reckoned.identity_holds:
        by, until = reckoned.told_by(), reckoned.completed_by(hold)
        told = f"Kekurangan berkas diberitahukan {words.tanggal(hold.began_at)}"
        told += (
            f" (batas memberi tahu {words.tanggal(by)}{', lewat' if day_of(hold.began_at) > by else ''})" if by else ""
        )
        said.append(f"{told}; pemohon melengkapi paling lambat {words.tanggal(until)}" if until else told)
    return said


def _stage(reckoned: Reckoning) -> list[str]:
    """Warn that a request not yet identified may turn out to fall under the shorter days."""
    stage = reckoned.stage
    if stage is None:
        return []
    if reckoned.in_stage:
        return [f"Tahapan: {stage.name} ({stage.decree})"]
    shorter = reckoned.rule(RuleKind.STAGE_REPLY)
    if reckoned.case.category == Category.BODY or shorter is None or reckoned.closed:
        return []
    return [f"Diterima pada masa {stage.name}: bila yang diminta informasi tahapan, batasnya {shorter.days} hari kerja"]


def _steps(reckoned: Reckoning, today: date) -> list[str]:
    term, due = reckoned.term, reckoned.due
    if term is None:
        return []
    until = term.closed or max(due or today, today)
    said = [f"{words.tanggal(term.received)}: diterima, hari 0", *_stretches(reckoned, term, until)]
    if term.closed and reckoned.closed:
        said.append(f"{words.tanggal(term.closed)}: {reckoned.closed.how}")
    if due:
        said.append(f"Batas: {words.hari_tanggal(due)}, hari kerja {term.days + term.extended}")
    return said


def _stretches(reckoned: Reckoning, term: law_days.Term, until: date) -> list[str]:
    return [_stretch(piece) for piece in law_days.stretches(term, until, reckoned.calendar)]


def _stretch(piece: law_days.DayStretch) -> str:
    days = words.rentang(piece.first, piece.last)
    if not piece.is_counted:
        return f"{days}: tidak dihitung, {piece.reason}"
    first = piece.counted - piece.length + 1
    return f"{days}: hari kerja {first}" + (f"–{piece.counted}" if piece.length > 1 else "")
