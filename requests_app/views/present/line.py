"""The timeline, newest first: who did what and when, for whom, how long it took, and how long it waited."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby
from typing import Any

from django.urls import reverse

from ...derived.timesheet import panel, panel_of_stay
from ...forms.dossier import Dossier, detail
from ...models.case import Stay
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
    ended = {stay.act_ended: stay for stay in dossier.stays if stay.ended}
    acts = groupby(dossier.records, key=lambda record: record.act)
    entries = [_entry(list(records), ended.get(act), dossier) for act, records in acts]
    return entries[::-1]


def _entry(records: list[StepRecord], stay: Stay | None, dossier: Dossier) -> Entry:
    details = [detail(record) for record in records]
    main = next((index for index, item in enumerate(details) if not isinstance(item, BESIDE)), 0)
    record = records[main]
    spoken = said.of(record, details[main], dossier)
    late = bool(stay and stay.late)
    left_late = stay if stay and late and _leaves_row(stay, dossier) else None
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
        measured=_measured(stay, dossier),
        why=_why(stay, dossier),
        over=over(left_late.step_total, left_late.target) if left_late else "",
        waiting=_waiting(stay),
        reason=reason_of(left_late.run, dossier) if left_late else "",
        late_entry=_late_entry(record, dossier),
        remeasured=[verdicts.sentence(row, stay.target, dossier.now) for row in dossier.remeasured.get(stay.pk, [])]
        if stay
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


def _measured(stay: Stay | None, dossier: Dossier) -> str:
    """Say what the act took; the act that leaves the row says it for the whole row."""
    if stay is None:
        return ""
    if _leaves_row(stay, dossier):
        return took_of(stay.step_total, stay.target)
    return words.lama(stay.working or timedelta())


def _why(stay: Stay | None, dossier: Dossier) -> list[str]:
    """Explain the figure beside the act, for the whole row where the act leaves it."""
    if stay is None:
        return []
    if not _leaves_row(stay, dossier):
        return panel_of_stay(stay, dossier.works)
    return panel([one for one in dossier.stays if one.run == stay.run], dossier.works)


def _leaves_row(stay: Stay, dossier: Dossier) -> bool:
    return not any(other.run == stay.run and other.act_began == stay.act_ended for other in dossier.stays)


def _waiting(stay: Stay | None) -> str:
    if stay is None or stay.opened is None or not stay.waiting or stay.waiting < ONE_MINUTE:
        return ""
    return f"menunggu dibuka {words.lama(stay.waiting)}"


def _late_entry(record: StepRecord, dossier: Dossier) -> str:
    if record.clock_set_back:
        return "jam server mundur; dicatat pada waktu tindakan sebelumnya"
    return f"susulan, dicatat {words.saat(record.recorded_at, dossier.now)}" if record.is_late_entry else ""
