"""The timeline, newest first: who did what and when, for whom, how long it took, and how long it waited."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby
from typing import Any

from django.urls import reverse

from ...derived.timesheet import panel, panel_of_stay
from ...forms.dossier import Dossier, detail
from ...models.case import Visit
from ...models.records import Hold, Lateness, RawData, StepRecord
from ...text import words
from . import said, verdicts
from .rail import took_of
from .reasons import over, reason_of

BESIDE = (RawData, Hold, Lateness)  # written beside the record the act is about
ONE_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Entry:
    """One act, ready for parts/timeline.html."""

    act: int
    title: str
    when: str
    who: str
    post: str = ""
    on_behalf: str = ""
    quote: str = ""
    text: str = ""
    files: list[tuple[str, str]] = field(default_factory=list)
    tone: str = "ok"
    measured: str = ""
    why: list[str] = field(default_factory=list)
    over: str = ""
    waiting: str = ""
    reason: str = ""
    late_entry: str = ""
    remeasured: list[str] = field(default_factory=list)


def timeline(dossier: Dossier) -> list[Entry]:
    """Draw every act."""
    ended = {visit.act_ended: visit for visit in dossier.visits if visit.ended}
    acts = groupby(dossier.records, key=lambda record: record.act)
    entries = [_entry(list(records), ended.get(act), dossier) for act, records in acts]
    return entries[::-1]


def _entry(records: list[StepRecord], visit: Visit | None, dossier: Dossier) -> Entry:
    details = [detail(record) for record in records]
    main = next((index for index, item in enumerate(details) if not isinstance(item, BESIDE)), 0)
    record = records[main]
    spoken = said.of(record, details[main], dossier)
    late = bool(visit and visit.late)
    left_late = visit if visit and late and _leaves_row(visit, dossier) else None
    return Entry(
        act=record.act,
        title=spoken.title,
        when=words.saat(record.happened_at, dossier.now),
        who=str(record.appointment.user),
        post=record.appointment.held_title,
        on_behalf=f"atas nama {record.on_behalf_of}" if record.on_behalf_of else "",
        quote=spoken.quote,
        text="\n".join([*spoken.lines, *_beside(details, main, dossier), *_note(spoken, record)]),
        files=_files(records, dossier),
        tone="late" if late else spoken.tone,
        measured=_measured(visit, dossier),
        why=_why(visit, dossier),
        over=over(left_late.step_total, left_late.target) if left_late else "",
        waiting=_waiting(visit),
        reason=reason_of(left_late.run, dossier) if left_late else "",
        late_entry=_late_entry(record, dossier),
        remeasured=[verdicts.sentence(row, visit.target, dossier.now) for row in dossier.remeasured.get(visit.pk, [])]
        if visit
        else [],
    )


def _note(spoken: said.Said, record: StepRecord) -> list[str]:
    """Give the note, unless it is shown already: as a quote, or as a correction's reason."""
    shown = record.note == spoken.quote or any(record.note in line for line in spoken.lines)
    return [] if shown or not record.note else [record.note]


def _beside(details: list[Any], main: int, dossier: Dossier) -> list[str]:
    others = [item for index, item in enumerate(details) if index != main and not isinstance(item, Lateness)]
    return [line for item in others for line in said.of(item, item, dossier).lines]


def _files(records: list[StepRecord], dossier: Dossier) -> list[tuple[str, str]]:
    acts = {record.pk for record in records}
    return [
        (file_label(document), reverse("document", args=[document.pk]))
        for document in dossier.documents
        if document.record_id in acts
    ]


def file_label(document: Any) -> str:
    """Name a file by its kind, with its pages."""
    pages = f" ({document.pages} hlm.)" if document.pages else ""
    return f"{document.get_kind_display()}: {document.name}{pages}"


def _measured(visit: Visit | None, dossier: Dossier) -> str:
    """Say what the act took; the act that leaves the row says it for the whole row."""
    if visit is None:
        return ""
    if _leaves_row(visit, dossier):
        return took_of(visit.step_total, visit.target)
    return words.lama(visit.working or timedelta())


def _why(visit: Visit | None, dossier: Dossier) -> list[str]:
    """Explain the figure beside the act, for the whole row where the act leaves it."""
    if visit is None:
        return []
    if not _leaves_row(visit, dossier):
        return panel_of_stay(visit, dossier.works)
    return panel([stay for stay in dossier.visits if stay.run == visit.run], dossier.works)


def _leaves_row(visit: Visit, dossier: Dossier) -> bool:
    return not any(other.run == visit.run and other.act_began == visit.act_ended for other in dossier.visits)


def _waiting(visit: Visit | None) -> str:
    if visit is None or visit.opened is None or not visit.waiting or visit.waiting < ONE_MINUTE:
        return ""
    return f"menunggu dibuka {words.lama(visit.waiting)}"


def _late_entry(record: StepRecord, dossier: Dossier) -> str:
    if record.clock_set_back:
        return "jam server mundur; dicatat pada waktu tindakan sebelumnya"
    return f"susulan, dicatat {words.saat(record.recorded_at, dossier.now)}" if record.is_late_entry else ""
