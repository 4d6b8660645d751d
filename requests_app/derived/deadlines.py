"""Deadline rows: the law's days of each case, written in the act's own transaction and read by lists and pages.

A case's own records decide them: an identity hold stops the days, an extension lengthens them, the written notice
(PPID-D, or the letter that stands for it) ends them. Where data are handed over without a letter PPID-D goes with
them, so that day ends them; so do the endings people choose, but for those whose outcome `voids`: then no notice is
owed any more. `verify` recomputes every row and names the differences; there must be none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from functools import cached_property
from typing import Any

from django.db.models import Q, QuerySet

from .. import clock
from ..clock import law_days
from ..models.books import Expedition
from ..models.calendar import load_calendar
from ..models.case import Category, InformationRequest, State
from ..models.law import Deadline, ElectionStage, RuleKind, StatutoryRule, load_law
from ..models.people import Office
from ..models.records import (
    Closing,
    Correction,
    Extension,
    Hold,
    HoldReason,
    Identification,
    LetterStatus,
    ReplyLetter,
    StepRecord,
    WrittenNotice,
)
from ..models.versions import Change
from ..text.words import tanggal

KINDS = ("hold", "extension", "writtennotice", "replyletter", "expedition", "closing")
FIELDS = ("in_stage", "days", "extended", "due")


def rule_on(kind: str, day: date, version: int) -> StatutoryRule | None:
    """Find the rule in force on a day; of two the later one."""
    return next((rule for rule in load_law(version)[0] if rule.kind == kind and rule.covers(day)), None)


def rules_on(day: date, version: int) -> dict[str, StatutoryRule]:
    """Give the rules in force on a day by their English names, for pages and papers that tell people their rights."""
    found = {kind.name.lower(): rule_on(kind, day, version) for kind in RuleKind}
    return {name: rule for name, rule in found.items() if rule}


def rules_for(case: InformationRequest | None) -> dict[str, StatutoryRule]:
    """Give the rules a case was received under; for a blank form those with no end in sight."""
    return rules_on(day_of(case.received_at) if case else date.max, office_version())


def stage_on(day: date, version: int) -> ElectionStage | None:
    """Find an election stage that runs on a day."""
    return next((stage for stage in load_law(version)[1] if stage.covers(day)), None)


def day_of(at: datetime) -> date:
    """Say on which day of the office an instant lies."""
    return at.astimezone(clock.WITA).date()


@dataclass(frozen=True)
class Closed:
    """What ended the days: on which day, in words how, and whether no notice is owed any more."""

    on: date
    how: str
    is_void: bool = False


@dataclass
class Reckoning:
    """The law's days of one case, from its records and the rules in force on the day of its receipt."""

    case: InformationRequest
    records: list[Any]  # each as its own kind
    version: int  # of the office's settings

    @property
    def received(self) -> date:
        return day_of(self.case.received_at)

    @property
    def calendar(self) -> clock.Calendar:
        return load_calendar(self.version)

    @cached_property
    def stage(self) -> ElectionStage | None:
        """Find the stage it was received in, whatever the request is about."""
        return stage_on(self.received, self.version)

    @property
    def in_stage(self) -> bool:
        """Tell whether the shorter days bind: information on the stages, received while one runs."""
        return self.stage is not None and self.case.category == Category.STAGES

    def rule(self, kind: str) -> StatutoryRule | None:
        """Find the rule of one kind this case was received under."""
        return rule_on(kind, self.received, self.version)

    @property
    def reply(self) -> StatutoryRule | None:
        return self.rule(RuleKind.STAGE_REPLY if self.in_stage else RuleKind.REPLY)

    @property
    def longer(self) -> StatutoryRule | None:
        """Find the rule of the extension that fits."""
        return self.rule(RuleKind.STAGE_EXTENSION if self.in_stage else RuleKind.EXTENSION)

    @cached_property
    def extension(self) -> Extension | None:
        return next((record for record in self.records if isinstance(record, Extension)), None)

    @cached_property
    def identity_holds(self) -> list[Hold]:
        held = [record for record in self.records if isinstance(record, Hold)]
        return [hold for hold in held if hold.reason == HoldReason.IDENTITY]

    @cached_property
    def closed(self) -> Closed | None:
        """Find what ended the days: the first answer, else an ending after which none is owed."""
        answers = [found for record in self.records if (found := answer(record, self.case))]
        return min(answers, key=lambda found: found.on, default=None) or self._void()

    @property
    def answered_on(self) -> date | None:
        return self.closed.on if self.closed and not self.closed.is_void else None

    def _void(self) -> Closed | None:
        outcome, ending = self.case.outcome(), self.case.ended_as
        for record in reversed(self.records):
            if outcome and ending and outcome.voids and isinstance(record, Closing) and _stands(record, self.case):
                return Closed(day_of(record.happened_at), ending.title, is_void=True)
        return None

    @cached_property
    def term(self) -> law_days.Term | None:
        """Say what the pure core counts with; none where no rule is in force."""
        if self.reply is None:
            return None
        closed = self.closed.on if self.closed else None
        held = [hold for hold in self.identity_holds if closed is None or day_of(hold.began_at) < closed]
        stops = [(day_of(hold.began_at), day_of(hold.ended_at) if hold.ended_at else None) for hold in held]
        return law_days.Term(self.received, self.reply.days, self._added(), law_days.stops_of(stops), closed)

    def _added(self) -> int:
        """Count the days added: never more than were granted, nor than the fitting rule allows."""
        if self.extension is None or self.longer is None:
            return 0
        return min(self.extension.days, self.longer.days)

    @cached_property
    def due(self) -> date | None:
        return law_days.due_day(self.term, self.calendar) if self.term else None

    def told_by(self) -> date | None:
        """Find the last day to tell the petitioner that the file is incomplete."""
        rule = self.rule(RuleKind.TELL_INCOMPLETE)
        return law_days.tell_by(self.received, rule.days, self.calendar) if rule else None

    def completed_by(self, hold: Hold) -> date | None:
        """Find the last day for the petitioner to complete the file after being told."""
        rule = self.rule(RuleKind.COMPLETE_FILE)
        return law_days.complete_by(day_of(hold.began_at), rule.days, self.calendar) if rule else None

    def refuses_incomplete(self, today: date) -> str:
        """Say why a case cannot be ended as incomplete on a day; nothing once the time to complete the file is over.

        The petitioner must have been told, and the file still be waited for: once completed it is processed.
        """
        held = self.identity_holds[-1] if self.identity_holds else None
        if held is None:
            return "Beri tahu pemohon dulu: tunda permohonan dengan alasan kelengkapan identitas."
        if held.ended_at:
            return "Berkas pemohon sudah dilanjutkan; bila masih kurang, beri tahu lagi dengan penundaan yang baru."
        last = self.completed_by(held)
        if last is not None and today <= last:
            return f"Pemohon masih punya waktu melengkapi sampai {tanggal(last)}."
        return ""

    def due_if_extended(self) -> date | None:
        """Find the due day the one extension would lead to."""
        if self.term is None or self.longer is None:
            return None
        return law_days.due_day(replace(self.term, extended=self.longer.days), self.calendar)

    def refuses_extension(self, today: date) -> str:
        """Say in one sentence why the days cannot be lengthened on a day; nothing where they can."""
        if self.extension:
            given = f"{tanggal(self.extension.happened_at)} sampai {tanggal(self.extension.due_after)}"
            return f"Batas permohonan ini sudah diperpanjang pada {given}; undang-undang memberi satu kali saja."
        if self.closed or self.case.state == State.ENDED:
            return "Hari kerja undang-undang permohonan ini sudah berakhir, jadi tidak ada yang diperpanjang."
        if self.longer is None or self.term is None:
            return "Tidak ada aturan perpanjangan yang berlaku pada hari permohonan ini diterima."
        if self.due is None:
            return "Hari kerja sedang berhenti menunggu kelengkapan berkas; perpanjang setelah dilanjutkan."
        if today > self.due:
            return (
                f"Batasnya sudah lewat pada {tanggal(self.due)}; perpanjangan hanya dapat sebelum batas itu berakhir."
            )
        return ""

    def row(self) -> Deadline:
        """Build the row that should stand."""
        row = Deadline(case=self.case, in_stage=self.in_stage, due=self.due)
        if self.term:
            row.days, row.extended = self.term.days, self.term.extended
        return row


def answer(record: Any, case: InformationRequest) -> Closed | None:
    """Read a record as the answer the law wants, if it is one."""
    if isinstance(record, WrittenNotice):
        return Closed(day_of(record.happened_at), "pemberitahuan tertulis (PPID-D)")
    if isinstance(record, ReplyLetter) and record.status == LetterStatus.ISSUED and record.letter_date:
        return Closed(record.letter_date, f"surat nomor {record.number}")
    if isinstance(record, Expedition) and record.letter_id is None:
        return Closed(day_of(record.happened_at), "data diserahkan dengan PPID-D")
    outcome, ending = case.outcome(), case.ended_as
    if outcome and ending and not outcome.voids and isinstance(record, Closing) and _stands(record, case):
        return Closed(day_of(record.happened_at), ending.title[:1].lower() + ending.title[1:])
    return None


def _stands(closing: Closing, case: InformationRequest) -> bool:
    """Tell whether a case is still ended this way: a reopening undoes what the ending said."""
    return closing.ending == case.ending


def records_of(case: InformationRequest) -> list[Any]:
    """Read the records that decide the law's days, oldest first, each as its own kind."""
    wanted = Q()
    for kind in KINDS:
        wanted |= Q(**{f"{kind}__isnull": False})
    rows = StepRecord.objects.filter(wanted, case=case).select_related(*KINDS).order_by("act", "pk")
    return [next(found for kind in KINDS if (found := getattr(row, kind, None)) is not None) for row in rows]


def reckon(case: InformationRequest, version: int) -> Reckoning:
    """Reckon a case from its stored records."""
    return Reckoning(case, records_of(case), version)


def answered_by(case: InformationRequest, saved: Iterable[Any], reopened: bool) -> date | None:
    """Say on which day a case was answered, once an act has saved these rows; the first answer stands.

    An answer taken back, by a reopening or with a cancelled letter, is looked for anew.
    """
    rows = [row for row in saved if row is not case]
    cancelled = any(isinstance(row, ReplyLetter) and row.status == LetterStatus.CANCELLED for row in rows)
    if case.answered_on and (reopened or cancelled):
        return Reckoning(case, records_of(case), 0).answered_on
    found = (answer(row, case) for row in rows)
    return case.answered_on or next((closed.on for closed in found if closed), None)


def moves_due(row: Any, case: InformationRequest, version: int) -> bool:
    """Tell whether a row just written may move the due day of its case."""
    if isinstance(row, Hold):
        return row.reason == HoldReason.IDENTITY
    if isinstance(row, Identification | Correction):  # they say what the information is about
        return stage_on(day_of(case.received_at), version) is not None
    return isinstance(row, Extension)


def refresh(case: InformationRequest, version: int) -> None:
    """Write a case's row anew, in the transaction of the act that moves its due day."""
    if case.act == 1:
        Reckoning(case, [], version).row().save(force_insert=True)
    else:
        reckon(case, version).row().save()


def verify(case: InformationRequest, version: int) -> list[str]:
    """Name every difference between what is stored and a recomputation from records and rules."""
    have, reckoned = Deadline.objects.filter(case=case).first(), reckon(case, version)
    if have is None:
        return [f"{case.number}: batas menurut undang-undang tidak tersimpan"]
    want = reckoned.row()
    pairs = [(name, getattr(have, name), getattr(want, name)) for name in FIELDS]
    pairs.append(("answered_on", case.answered_on, reckoned.answered_on))
    return [f"{case.number} batas undang-undang: {name} {one} ≠ {other}" for name, one, other in pairs if one != other]


def office_version() -> int:
    """Read the office's settings version."""
    return Office.objects.values_list("calendar_version", flat=True).first() or 0


def after_calendar(change: Change, **signal: Any) -> None:
    """Reckon again every case whose days a calendar change may touch, from a day on; hears `calendar_changed`."""
    touched = Q(deadline__due__isnull=True) | Q(deadline__due__gte=change.begins)
    _reckon_again(InformationRequest.objects.filter(touched))


def after_law(change: Change, **signal: Any) -> None:
    """Reckon again every case received under a changed rule or stage, from a day on; hears `law_changed`."""
    begin = datetime.combine(change.begins, time.min, clock.WITA)
    _reckon_again(InformationRequest.objects.filter(received_at__gte=begin))


def _reckon_again(cases: QuerySet[InformationRequest]) -> None:
    version = office_version()
    for case in cases.select_related("deadline").iterator(chunk_size=200):
        have, want = getattr(case, "deadline", None), reckon(case, version).row()
        if have is None or any(getattr(have, name) != getattr(want, name) for name in FIELDS):
            want.save()
