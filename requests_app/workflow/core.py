"""The act: one locked, numbered, recorded move of a case. Everything else in this room builds on it."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, fields
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Model, Subquery

from .. import clock
from ..derived import deadlines, stays
from ..derived.tallies.store import forget
from ..documents import Upload, store
from ..models.base import save_tracked
from ..models.calendar import load_calendar, target_minutes
from ..models.case import InformationRequest, Nature, State, Stay, Submission
from ..models.people import Appointment, Office, Post
from ..models.records import ActKind, Hold, StepRecord
from ..rules.facts import LockedFacts
from ..rules.people import Acting
from ..rules.refusals import AlreadyDone, Incomplete, TokenSpent
from ..rules.tasks import done_sentence
from ..sop import Edition, Step, Task
from ..text.words import jam_pendek

Kind = TypeVar("Kind", bound=StepRecord)


@dataclass(frozen=True)
class Doing:
    """Who does something, when, and from which form."""

    acting: Acting
    now: datetime
    happened_at: datetime | None = None  # when it was done, if not now (late paper entry)
    started_at: datetime | None = None  # the form's first GET
    seen_act: int | None = None  # the case's last act when the form was made
    token: str = ""
    content: str = ""  # what was sent, to tell the same submit from another

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.content.encode()).hexdigest()


@dataclass
class Position:
    """Where a case stands after an act."""

    step: Step | None
    task: Task | None
    holder: Post | None = None
    ending: str = ""


@dataclass
class Locked:
    """A case under its lock for one submit, and what was read with it; lives no longer than the transaction.

    The version is that of the office's settings: a change made since the request began must not be overlooked.
    """

    case: InformationRequest
    doing: Doing
    version: int
    read_stays: list[Stay] | None = None  # none: not read yet

    @property
    def acting(self) -> Acting:
        return self.doing.acting

    @property
    def stays(self) -> list[Stay]:
        """The case's stays, the oldest first, as the acts of this submit change them."""
        if self.read_stays is None:
            self.read_stays = stays.of_case(self.case)
        return self.read_stays

    @property
    def open_stay(self) -> Stay | None:
        """The stay the case is in."""
        return self.stays[-1] if self.stays and self.stays[-1].ended is None else None

    @property
    def calendar(self) -> clock.Calendar:
        return load_calendar(self.version)

    def facts(self) -> LockedFacts:
        """Give the rules what they ask, as it stands now."""
        doing, reckon = self.doing, partial(deadlines.reckon, self.case, self.version)
        return LockedFacts(self.case, doing.now, doing.happened_at, reckon)


@dataclass
class Act:
    """One numbered act in progress; lives inside the transaction that holds the case's lock."""

    locked: Locked
    doing: Doing
    appointment: Appointment
    on_behalf_of: Post | None
    happened_at: datetime
    set_back: bool
    number: int
    kind: ActKind
    step: int
    task: str
    holds: bool = False  # a hold was opened in this act
    records: list[StepRecord] = field(default_factory=list)
    saved: list[Any] = field(default_factory=list)  # every tracked row the act wrote
    counted_on: list[datetime | None] = field(default_factory=list)  # earlier instants whose figures it changes

    @property
    def sop(self) -> Edition:
        return self.case.sop

    @property
    def case(self) -> InformationRequest:
        return self.locked.case

    @property
    def row(self) -> Step:
        return self.sop.step(self.step)

    def record(self, model: type[Kind], words: str, taken: Any = None, /, **more: Any) -> Kind:
        """Write one record of this act: what was taken, by the names the record has for it, and more."""
        common: dict[str, Any] = {
            "kind": self.kind,
            "on_behalf_of": self.on_behalf_of,
            "started_at": self.doing.started_at,
        }
        names = {field.name for field in model._meta.concrete_fields} if taken else set()
        said = {part.name: getattr(taken, part.name) for part in fields(taken)} if taken else {}
        said = {name: value for name, value in said.items() if name in names and value is not None}
        record = model(
            case=self.case,
            step=self.step,
            task=self.task,
            act=self.number,
            appointment=self.appointment,
            happened_at=self.happened_at,
            recorded_at=self.doing.now,
            clock_set_back=self.set_back,
            **{**said, **common, **more},
        )
        self.save(record, words)
        self.records.append(record)
        return record

    def save(self, instance: Model, reason: str, fields: list[str] | None = None) -> None:
        """Save a tracked row with this act's user, time and words; one marked Rahasia seals the case from here on."""
        self.saved.append(instance)
        self.case.confidential |= getattr(instance, "nature", "") == Nature.CONFIDENTIAL
        save_tracked(instance, user=self.doing.acting.user, now=self.doing.now, reason=reason, fields=fields)

    def keep(self, record: StepRecord, kind: str, files: Iterable[Upload]) -> None:
        """Store uploaded files with a record."""
        for file in files:
            store(self.case, kind, file, record=record, user=self.doing.acting.user, now=self.doing.now)


@dataclass(frozen=True)
class Done:
    """What a verb did: the case as it now stands, whether this submit only repeated an earlier one, what it wrote."""

    case: InformationRequest
    repeated: bool = False
    records: tuple[StepRecord, ...] = ()


ENTERED = 2  # acts until a case has entered its first row and left it
JOINED = ("holder", "petitioner", "addressee")


def lock(pk: int, doing: Doing) -> Locked:
    """Fetch a case under its row lock (SQLite: the transaction itself is IMMEDIATE)."""
    version = Subquery(Office.objects.values("calendar_version")[:1])
    rows = InformationRequest.objects.filter(pk=pk).select_related(*JOINED).annotate(version=version)
    if connection.features.has_select_for_update:  # pragma: no cover
        case = rows.select_for_update(of=("self",)).get()
        if all(getattr(case, name) is not None for name in JOINED if getattr(case, f"{name}_id") is not None):
            return Locked(case, doing, case.version)
        # The row changed while its lock was awaited and came without what it newly points at: read it once more.
    case = rows.get()
    return Locked(case, doing, case.version)


def already_sent(doing: Doing, case: InformationRequest | None = None) -> InformationRequest | None:
    """Find the case a token was spent on: the same content repeats the result. Raises TokenSpent for other content.

    Of a locked case nothing is asked while it stands at the act the form was made at: every sending takes an act.
    """
    if not doing.token or (case is not None and case.act == doing.seen_act):
        return None
    spent = Submission.objects.filter(token=doing.token).select_related("case").first()
    if spent is None:
        return None
    same_content(spent, doing)
    return spent.case


def same_content(spent: Submission, doing: Doing) -> None:
    """Make sure a spent token came with the same content from the same person. Raises TokenSpent."""
    if spent.digest != doing.digest or spent.user_id != doing.acting.user.pk:
        raise TokenSpent("Formulir ini sudah pernah dikirim dengan isi lain. Isian Anda tetap ada di bawah.")


def spend(doing: Doing, case: InformationRequest) -> None:
    """Keep the token with its act, in the same transaction."""
    if doing.token:
        Submission.objects.create(
            token=doing.token, digest=doing.digest, case=case, user=doing.acting.user, created_at=doing.now
        )


def moment(doing: Doing, last: datetime | None) -> tuple[datetime, bool]:
    """Judge when the act happened: never in the future, never before the previous act. Raises Incomplete."""
    if doing.happened_at is None:
        behind = last is not None and doing.now < last
        return (last if behind and last else doing.now), behind
    if doing.happened_at > doing.now:
        raise Incomplete({"happened_at": "Waktu kejadian tidak boleh di masa depan."})
    if last is not None and doing.happened_at < last:
        raise Incomplete({"happened_at": f"Waktu kejadian mendahului tindakan sebelumnya ({jam_pendek(last)})."})
    return doing.happened_at, False


def begin(
    locked: Locked, kind: ActKind, appointment: Appointment, behalf: Post | None = None, doing: Doing | None = None
) -> Act:
    """Take the next act number on a locked case; `doing` tells this act's time where the submit holds several.

    Raises Incomplete when its time cannot be.
    """
    case, doing = locked.case, doing or locked.doing
    at, set_back = moment(doing, case.happened_at)
    step, task = (case.step, case.task) if case.step else _last_position(case)
    return Act(locked, doing, appointment, behalf, at, set_back, case.act + 1, kind, step, task)


def _last_position(case: InformationRequest) -> tuple[int, str]:
    """Say where an ended case stood last; acts on it are filed there."""
    last = Stay.objects.filter(case=case).latest("act_began")
    return last.step, last.task


def finish(act: Act, position: Position | None, reason: str, **changes: Any) -> Act:
    """Write the case's new position, its history row and its stays, and forget the figures this changes."""
    case = act.case
    counted = [act.happened_at, *act.counted_on, *_counted_before(act)]
    if position is not None:
        _place(act, position)
    if act.holds:
        case.state = State.HELD
    for name, value in changes.items():
        setattr(case, name, value)
    case.act, case.happened_at = act.number, act.happened_at
    case.answered_on = deadlines.answered_by(case, act.saved, act.kind == ActKind.REOPEN)
    act.save(case, reason)
    stays.advance(case, act.locked.stays, act.doing.started_at, act.appointment.post, act.locked.calendar)
    forget(counted, act.doing.now)
    _keep_deadline(act)
    return act


def next_row(act: Act, holder: Post | None = None) -> Position:
    """Go to the first task of the only next row."""
    step = act.sop.following(act.row)
    return Position(step, step.tasks[0], holder)


def _counted_before(act: Act) -> list[datetime | None]:
    """Say where the act may change figures of an earlier day: where the case was received, and where it had ended."""
    case = act.case
    changes = act.kind in (ActKind.CORRECT, ActKind.REOPEN) or act.number <= ENTERED
    return [case.received_at, case.ended_at] if changes else []


def _keep_deadline(act: Act) -> None:
    """Reckon the law's due day anew where the act may have moved it; most do not, and write nothing more for it."""
    case, version = act.case, act.locked.version
    if case.act == 1 or any(deadlines.moves_due(row, case, version) for row in act.saved):
        deadlines.refresh(case, version)


def _place(act: Act, position: Position) -> None:
    case, at = act.case, act.happened_at
    if position.step is None or position.task is None:
        case.state, case.step, case.task, case.holder, case.target = State.ENDED, None, "", None, None
        case.ending, case.ended_at = position.ending, at
        return
    if case.step != position.step.number or case.state == State.ENDED:
        case.target = target_minutes(case.edition, position.step.number, at, act.locked.version)
    case.step, case.task, case.holder = position.step.number, position.task.slug, position.holder
    case.state, case.ending, case.ended_at = State.OPEN, "", None


def end_hold(act: Act) -> None:
    """Close the open hold, if there is one."""
    if act.case.state != State.HELD:
        return
    for hold in Hold.objects.filter(case=act.case, ended_at__isnull=True):
        hold.ended_at, hold.act_ended = act.happened_at, act.number
        act.save(hold, "Penundaan berakhir", ["ended_at", "act_ended"])
    act.case.state = State.OPEN


def check_unmoved(case: InformationRequest, doing: Doing) -> None:
    """Refuse a form made before the case moved. Raises AlreadyDone naming who and when."""
    if doing.seen_act is None or doing.seen_act >= case.act:
        return
    moved = Stay.objects.filter(case=case, act_began__gt=doing.seen_act).exists() or case.state == State.ENDED
    if moved:
        done = StepRecord.objects.filter(case=case).select_related("appointment__user", "appointment__post")
        raise AlreadyDone(done_sentence(done.latest("act")))
