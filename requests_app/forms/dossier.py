"""One case with everything its page and forms read, in few queries: the case with its stays, then records, then files.

Each part is read when first asked for, and once.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, Subquery
from django.http import Http404

from ..clock import Calendar, Pause, working_time
from ..derived.deadlines import Reckoning, day_of
from ..derived.stays import pauses_of
from ..derived.timesheet import Clockwork
from ..models.books import Document
from ..models.calendar import load_calendar
from ..models.case import InformationRequest, Stay
from ..models.letters import SavedDraft
from ..models.people import Designation
from ..models.records import Hold, StepRecord
from ..models.remeasured import VerdictChange
from ..models.revisions import TargetRevision, revision_at
from ..rules.facts import Facts, Kind
from ..rules.people import Acting
from ..rules.reading import check_reads, is_readable
from ..sop import Does, slugs_of

KINDS = """
    availabilitycheck meeting disposition incomingletter review identification consultation rawdata replyletter
    letterdecision hold closing correction expedition extension writtennotice lateness
""".split()
NAMED = """
    appointment__user appointment__post on_behalf_of availabilitycheck__official meeting__official disposition__speaker
    disposition__addressee consultation__division replyletter__signer closing__true_case closing__division
    lateness__cause
""".split()


def detail(record: StepRecord) -> Any:
    """Find what kind of record an act's row is, with its own words; a plain row is itself."""
    for kind in KINDS:
        # A row of another kind was read as "none" with the same query, so nothing is asked again.
        if (found := getattr(record, kind, None)) is not None:
            return found
    return record


_OWN = SavedDraft.objects.filter(case=OuterRef("case"), post=OuterRef("case__holder"))
LAID_ASIDE = {"typed": Subquery(_OWN.values("typed")), "saved_at": Subquery(_OWN.values("saved_at"))}


@dataclass(frozen=True)
class LaidAside:
    """The draft of a letter that the post the case waits for has laid aside; it is nobody else's."""

    typed: dict[str, Any]
    saved_at: datetime


@dataclass
class Dossier(Facts):
    """A case as one person may read it at one instant; the facts the rules are asked about on a page."""

    case: InformationRequest
    stays: Sequence[Stay]
    acting: Acting
    now: datetime
    ppid: int | None
    is_readable: bool
    laid_aside: LaidAside | None = None

    @property
    def open_stay(self) -> Stay | None:
        last = self.stays[-1] if self.stays else None
        return last if last and last.ended is None else None

    @cached_property
    def records(self) -> list[StepRecord]:
        """Read all acts, oldest first, each with its own kind of record."""
        rows = StepRecord.objects.filter(case=self.case.pk).select_related(*KINDS, *NAMED)
        return list(rows.order_by("act", "pk"))

    @cached_property
    def documents(self) -> list[Document]:
        return list(Document.objects.filter(case=self.case.pk))

    @property
    def version(self) -> int:
        """Say the version of the settings of the office the person acts in."""
        return self.acting.office.calendar_version if self.acting.office else 0

    @cached_property
    def calendar(self) -> Calendar:
        """Take the calendar of the office the person acts in; no query once this process knows its version."""
        return load_calendar(self.version)

    def revision(self, stay: Stay) -> TargetRevision | None:
        """Find the decision that gave a stay its target: the one in force when its step was entered."""
        entered = next(one.began for one in self.stays if one.run == stay.run)
        revised = revision_at(self.case.edition, stay.step, entered, self.version)
        return revised if revised and revised.minutes == stay.target else None

    @cached_property
    def reckoning(self) -> Reckoning:
        """Reckon the law's days from the records read already."""
        office = self.acting.office
        return Reckoning(self.case, [detail(row) for row in self.records], office.calendar_version if office else 0)

    @property
    def ppid_post(self) -> int | None:
        return self.ppid

    @cached_property
    def pauses(self) -> list[Pause]:
        return pauses_of(self.all(Hold)) if self.case.was_held else []

    @property
    def run(self) -> list[Stay]:
        """List the stays of the step the case is in, oldest first."""
        stay = self.open_stay
        return [one for one in self.stays if stay and one.run == stay.run]

    def worked(self, stay: Stay) -> timedelta:
        """Say the working time of a stay, an open one's up to now."""
        if stay.working is not None:
            return stay.working
        return working_time(stay.began, max(stay.began, self.now), self.calendar, self.pauses)

    def been_at(self, *any_of: Does) -> bool:
        """Tell whether a task that means one of these was left behind; read from the stays, so nothing is asked."""
        tasks = slugs_of(*any_of)
        return any(stay.ended and stay.task in tasks for stay in self.stays)

    @cached_property
    def remeasured(self) -> dict[int, list[VerdictChange]]:
        """Read what changes of the calendar made of this case's stays, by stay; no query where there was none."""
        found: dict[int, list[VerdictChange]] = {}
        if any(stay.remeasured for stay in self.stays):
            rows = VerdictChange.objects.filter(case=self.case.pk).select_related("change__changed_by")
            for row in rows:
                found.setdefault(row.stay_id, []).append(row)
        return found

    @property
    def works(self) -> Clockwork:
        """Give what every duration of the case is counted with."""
        office = self.acting.office
        version = office.calendar_version if office else 0
        return Clockwork(self.edition, self.calendar, self.pauses, version, self.now)

    def is_open_to(self, acting: Acting) -> bool:
        """Tell whether it is this person who may read it."""
        return acting is self.acting and self.is_readable and bool(acting.appointments)

    def all(self, model: type[Kind]) -> list[Kind]:
        name = str(model._meta.model_name)
        return [getattr(record, name) for record in self.records if getattr(record, name, None) is not None]

    def last(self, model: type[StepRecord]) -> Any:
        """Find the newest record of one kind."""
        return next(reversed(self.all(model)), None)


def open_dossier(pk: int, acting: Acting, now: datetime, with_draft: bool = False) -> Dossier:
    """Read a case with its stays in one query, and the letter's draft if the page is about it.

    Raises Http404, and NotPermitted for a Rahasia case.
    """
    related = ("case__petitioner", "case__holder", "case__addressee", "holder", "lateness")
    aside = LAID_ASIDE if with_draft else {}
    ppid = Designation.objects.in_force(day_of(now)).filter(role="ppid").values("post_id")[:1]
    rows = Stay.objects.filter(case=pk).select_related(*related).order_by("act_began")
    stays: list[Any] = list(rows.annotate(ppid=Subquery(ppid), reads=is_readable(acting, "case__"), **aside))
    if not stays:
        raise Http404
    first = stays[0]
    laid_aside = LaidAside(first.typed, first.saved_at) if with_draft and first.typed is not None else None
    dossier = Dossier(first.case, stays, acting, now, first.ppid, first.reads, laid_aside)
    for stay in stays:
        stay.case = dossier.case
    check_reads(acting, dossier)
    return dossier
