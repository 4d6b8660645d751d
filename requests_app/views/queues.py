"""What waits for whom: the open stays a person's posts owe, as rows of `parts/queue_item.html`. One query each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import BooleanField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from ..clock import Calendar, Pause
from ..models.case import InformationRequest, State, Stay
from ..models.people import Appointment, PostKind
from ..models.records import STOPPING, Decision, Hold, HoldReason, LetterDecision, LetterStatus, ReplyLetter
from ..rules.people import Acting
from ..rules.tasks import own_appointment, recording_appointment
from ..sop import EDITIONS, HANDS_OVER, Actor, Does, Edition, Task
from ..text import words
from . import clocks, laws
from .laws import Tag

MOST = 100  # rows on a landing page; the list of all requests shows the rest
WAITS_FOR_PETITIONER = (HoldReason.IDENTITY, HoldReason.CLARIFICATION, HoldReason.APPOINTMENT, HoldReason.COLLECTION)


@dataclass(frozen=True)
class Item:
    """One row of a queue."""

    clock: clocks.Clock
    url: str
    number: str
    name: str
    subject: str
    channel: str
    step_words: str
    note: str
    tag: Tag | None
    law: Tag | None
    action_label: str
    action_url: str
    is_primary: bool
    key: str = ""


def open_stays() -> QuerySet[Stay]:
    """Fetch the stays now open with all a queue shows, most urgent first, those whose clock stands last."""
    stays = Stay.objects.filter(ended__isnull=True).annotate(**latest_hold("case"))
    stays = stays.select_related("case__petitioner", "case__addressee", "case__holder", "case__deadline")
    return stays.order_by(F("due_at").asc(nulls_last=True), "began", "pk")


def latest_hold(case: str) -> dict[str, Subquery]:
    """Annotate a row with its case's last hold: hold_reason, hold_until, hold_began_at, hold_ended_at."""
    last = Hold.objects.filter(case=OuterRef(case)).order_by("-act", "-pk")
    names = ("reason", "until", "began_at", "ended_at")
    return {f"hold_{name}": Subquery(last.values(name)[:1]) for name in names}


def owed_by(acting: Acting) -> Q:
    """Match the open stays whose next act these posts owe: by addressee, or any post of the role."""
    owed = Q(holder__in=acting.post_ids) | Q(holder__unit__in=_staff_units(acting), holder__kind=PostKind.KASUBAG)
    for edition, step, task in tasks_of(acting.actors):
        owed |= Q(holder__isnull=True, case__edition=edition, step=step, task=task)
    return owed


def _staff_units(acting: Acting) -> list[int]:
    return [post.unit_id for post in acting.posts if post.kind == PostKind.STAFF and post.unit_id]


def tasks_of(actors: set[Actor]) -> list[tuple[str, int, str]]:
    return [
        (edition.slug, row.number, task.slug)
        for edition in EDITIONS.values()
        for row in edition.rows
        for task in row.tasks
        if actors & {*task.actors}
    ]


def is_owed_by(acting: Acting, stay: Stay) -> bool:
    """Tell whether a fetched stay matches `owed_by`."""
    case = stay.case
    if stay.holder_id is None:
        return bool(case.awaited and acting.actors & {*case.awaited.actors})
    of_unit = case.holder is not None and case.holder.unit_id in _staff_units(acting)
    return stay.holder_id in acting.post_ids or of_unit


def walk_ins() -> Q:
    """Match the visitors now in the office: walk-ins on their own path, not sent away to wait."""
    found = Q()
    for edition in EDITIONS.values():
        entry = edition.row_that(Does.REGISTERS).number
        found |= Q(case__edition=edition.slug, case__entry=entry, step__in=_path_from(edition, entry))
    return Q(found, case__state=State.OPEN)


def _path_from(edition: Edition, number: int) -> set[int]:
    following = edition.step(number).next
    return {number}.union(*(_path_from(edition, row) for row in following))


def ready() -> Q:
    """Match what is ready and waits to be collected."""
    return Q(case__state=State.HELD, hold_reason=HoldReason.COLLECTION)


def vacancy(now: datetime) -> dict[str, Any]:
    """Annotate `is_vacant`: the stay waits for a post nobody holds today."""
    held = Appointment.objects.in_force(timezone.localdate(now)).filter(post=OuterRef("holder"))
    return {"is_vacant": ExpressionWrapper(Q(holder__isnull=False) & ~Exists(held), BooleanField())}


def wants_paraf() -> dict[str, Any]:
    """Annotate `wants_paraf`: a letter waits for its signer, and the Sekretaris was asked to initial it first."""
    done = LetterDecision.objects.filter(letter=OuterRef("pk"), decision=Decision.PARAF)
    asked = ReplyLetter.objects.filter(case=OuterRef("case"), status=LetterStatus.SUBMITTED, asks_paraf=True)
    asked = asked.exclude(signer__kind=PostKind.SEKRETARIS)
    return {"wants_paraf": Exists(asked.filter(~Exists(done)))}


@dataclass(frozen=True)
class Drawer:
    """Draws stays as one person sees them at one instant."""

    acting: Acting
    now: datetime
    calendar: Calendar

    def item(self, stay: Any) -> Item:
        """Draw one row of `open_stays`; its button is named after the next act for whoever owes it."""
        case, url = stay.case, stay.case.get_absolute_url()
        task, own = self._next_act(case)
        waits = case.state == State.HELD and stay.hold_reason != HoldReason.COLLECTION
        acts = task is not None and not waits
        return Item(
            clock=case_clock(case, stay.due_at, stay, self.now, self.calendar),
            url=url,
            number=case.short_number,
            name=str(case.petitioner or ""),
            subject=case.information,
            channel=case.get_channel_display(),
            step_words=step_words(case),
            note=self._note(stay, own),
            tag=hold_tag(case, stay),
            law=None if case.answered_on else laws.tag_of(case, self.now, self.calendar),
            action_label=task.button if acts and task else "Lihat",
            action_url=reverse("act", args=[case.pk, task.slug]) if acts and task else url,
            is_primary=acts and own and case.state == State.OPEN,
            key="d" if acts and task and task.does(Does.DISPOSES) else "",
        )

    def _next_act(self, case: InformationRequest) -> tuple[Task | None, bool]:
        """Say what this person may do next, and whether the task is their own."""
        task = case.awaited
        if task is None:
            return None, False
        if own_appointment(self.acting, task, case.holder_id):
            return task, True
        if task.does(Does.MEETS) and self.acting.at(case.addressee_id):
            return case.sop.spoken, True  # decision 3
        # A disposition is recorded for another from the case page; a hand-over is the desk's daily work.
        if task.does(*HANDS_OVER) and recording_appointment(self.acting, task):
            return task, False
        return None, False

    def _note(self, stay: Stay, own: bool) -> str:
        case = stay.case
        if stay.holder_id is None and self.acting.at(case.addressee_id):
            return "pemohon ingin bertemu Anda"
        if not own:
            return f"menunggu {case.holder.short_title if case.holder else 'Help Desk'}"
        if stay.holder_id is None and case.addressee:
            return f"ingin bertemu {case.addressee.short_title}"
        return f"diterima {words.saat(case.received_at, self.now)}"


def step_words(case: InformationRequest) -> str:
    """Say where a case stands: "Langkah 6 dari 13 · Disposisi surat"."""
    row = case.row
    return f"Langkah {row.number} dari {len(case.sop.rows)} · {row.title}" if row else ""


def case_clock(
    case: InformationRequest, due_at: datetime | None, hold: Any, now: datetime, calendar: Calendar
) -> clocks.Clock:
    """Read an open case's clock, with the last hold from the annotations of `latest_hold` on any row."""
    target = case.target or 0
    if due_at is None:
        return clocks.stopped(hold.hold_until, target, now)
    return clocks.clock_of(due_at, target, now, calendar, _pauses(hold))


def _pauses(hold: Any) -> list[Pause]:
    if not hold.hold_ended_at:
        return []
    return [Pause(hold.hold_began_at, hold.hold_ended_at, hold.hold_reason, hold.hold_reason in STOPPING)]


def hold_tag(case: InformationRequest, hold: Any) -> Tag | None:
    """Say why a case is held, in two words; nothing for a case that runs."""
    if case.state != State.HELD or not hold.hold_reason:
        return None
    reason = HoldReason(hold.hold_reason)
    if reason == HoldReason.COLLECTION:
        return Tag("siap diambil", "warn")
    return Tag("menunggu pemohon" if reason in WAITS_FOR_PETITIONER else reason.label.lower(), "hold")
