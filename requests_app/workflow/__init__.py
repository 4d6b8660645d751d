"""The one door: only this room moves a case.

Every verb locks the case, checks who and what is possible now (the rules), refuses with a
named exception, then writes case, records, history and stays in one transaction as one numbered act.
A one-time token repeats the first result of the same submit and refuses another content.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from django.db import IntegrityError, transaction

from ..derived import search_text, stays
from ..models.case import InformationRequest, State
from ..models.people import Appointment, Office
from ..models.records import ActKind, Disposition, StepRecord
from ..rules.refusals import Incomplete
from ..rules.tasks import check_meeting, check_start, check_task, opening_appointment
from ..sop import CURRENT_EDITION, EDITIONS, Edition, Step
from . import (
    closing,
    corrections,
    data,
    disposition,
    emergency_batch,
    handover,
    holds,
    lateness,
    meeting,
    notice,
    numbers,
    reception,
    reply,
    study,
)
from .core import (
    Act,
    Doing,
    Done,
    Locked,
    Position,
    already_sent,
    begin,
    check_unmoved,
    end_hold,
    finish,
    lock,
    spend,
)
from .emergency_batch import print_forms
from .lateness import asked_stay
from .once import once, once_drawn, was_sent
from .paper_entry import PaperAct, check_follows, in_a_row
from .taken import (
    Approve,
    Assign,
    Availability,
    Consult,
    Deliver,
    Dispose,
    Draft,
    Entering,
    Identify,
    Meet,
    MeetAndDispose,
    Prepare,
    Receive,
    ReceiveFirst,
    Register,
    Review,
    Taken,
)

__all__ = [
    "Doing",
    "Done",
    "asked_stay",
    "attach",
    "cancel_letter",
    "complete",
    "confirm",
    "correct",
    "correct_registration",
    "end",
    "enter_paper",
    "explain",
    "extend",
    "hold",
    "meet_and_dispose",
    "notify",
    "once",
    "once_drawn",
    "open_case",
    "paraf",
    "print_forms",
    "ready",
    "recall",
    "redirect",
    "reopen",
    "resume",
    "start",
    "was_sent",
]

P = ParamSpec("P")
T = TypeVar("T", bound=Taken)
Handler = Callable[[Act, Any], tuple[Position, str]]


def _by(kind: type[T], handler: Callable[[Act, T], tuple[Position, str]]) -> tuple[type[Taken], Handler]:
    """Pair what a task takes with its handler, so that the type check sees that they fit."""
    return kind, handler


HANDLERS: dict[type[Taken], Handler] = dict(
    [
        _by(Register, reception.register),
        _by(Availability, meeting.availability),
        _by(Meet, meeting.meet),
        _by(Dispose, disposition.dispose),
        _by(Receive, reception.receive),
        _by(ReceiveFirst, reception.receive),
        _by(Review, study.review),
        _by(Identify, study.identify),
        _by(Consult, study.consult),
        _by(Assign, disposition.assign),
        _by(Prepare, data.prepare),
        _by(Draft, reply.draft),
        _by(Approve, reply.approve),
        _by(Deliver, handover.deliver),
    ]
)


def start(taken: Entering, doing: Doing, edition: str = CURRENT_EDITION) -> Done:
    """Open a case at the entry row of a task and complete that task: two acts, one transaction.

    The row's clock runs from the form's first GET; the case finishes on the edition it began under (pengesahan 4).
    Raises NotPermitted, Incomplete, TokenSpent.
    """
    sop = EDITIONS[edition]
    doors = {row.tasks[0].slug: row for row in map(sop.step, sop.entries)}
    row = doors[taken.task]
    appointment = check_start(doing.acting, sop, row.number)
    try:
        return _enter(sop, row, taken, doing, appointment)
    except (IntegrityError, Incomplete):
        # No case exists yet to lock: on PostgreSQL the same submit twice at once meets here, and one has won.
        if case := already_sent(doing):
            return Done(case, repeated=True)
        raise


@transaction.atomic
def _enter(sop: Edition, row: Step, taken: Entering, doing: Doing, appointment: Appointment) -> Done:
    if case := already_sent(doing):
        return Done(case, repeated=True)
    locked = _new_case(sop, row, taken, doing, appointment)
    act = begin(locked, ActKind.COMPLETE, appointment)
    position, reason = HANDLERS[type(taken)](act, taken)
    finish(act, position, reason)
    search_text.enter(act.case, act.records)
    spend(doing, act.case)
    return Done(act.case)


def _new_case(sop: Edition, row: Step, taken: Entering, doing: Doing, appointment: Appointment) -> Locked:
    """Write the case, its first history row and its petitioner; the number is given here, in the transaction."""
    ended = doing.happened_at or doing.now
    if ended > doing.now:
        raise Incomplete({"happened_at": "Waktu kejadian tidak boleh di masa depan."})
    began = min(doing.started_at or ended, ended)
    office = appointment.post.office
    given = numbers.give("pendaftaran", ended, office, taken.number)
    case = InformationRequest(
        number=given.number,
        year=given.year,
        sequence=given.sequence,
        edition=sop.slug,
        entry=row.number,
        channel=taken.channel,
        received_at=ended,
        emergency_number=emergency_batch.use_number(taken.emergency_number),
        addressee=taken.addressee if isinstance(taken, Register) else None,  # a letter's is on its sheet
        information=taken.information if isinstance(taken, Register) else taken.subject,
        purpose=taken.purpose,
        category=taken.category or "",
        form=taken.form or "",
        collection=taken.collection or "",
    )
    locked = Locked(case, doing, Office.objects.values_list("calendar_version", flat=True)[0], [])
    act = Act(locked, doing, appointment, None, began, False, 1, ActKind.COMPLETE, row.number, row.tasks[0].slug)
    finish(act, Position(row, row.tasks[0]), "Permohonan dibuka")
    case.petitioner = reception.write_petitioner(case, case.act, taken)
    return locked


def complete(pk: int, taken: Taken, doing: Doing) -> Done:
    """Complete the task now awaited. Raises NotPermitted, AlreadyDone, NotNow, Incomplete, TokenSpent."""
    with transaction.atomic():
        locked = lock(pk, doing)
        case = locked.case
        if already_sent(doing, case):
            return Done(case, repeated=True)
        appointment, behalf = check_task(doing.acting, locked.facts(), taken.task)
        check_unmoved(case, doing)
        act = begin(locked, ActKind.COMPLETE, appointment, behalf)
        end_hold(act)
        position, reason = HANDLERS[type(taken)](act, taken)
        lateness.given_with(act, taken.why_late)
        finish(act, position, reason)
        search_text.add_letter(case, act.records)
        spend(doing, case)
    return Done(case, records=tuple(act.records))


def meet_and_dispose(pk: int, taken: MeetAndDispose, doing: Doing) -> Done:
    """Record a meeting and the oral disposition given in it in one go: two acts, each with its own time (decision 3).

    The official the petitioner came to see may do it, or the Help Desk. Raises as `complete`.
    """
    with transaction.atomic():
        locked = lock(pk, doing)
        case = locked.case
        if already_sent(doing, case):
            return Done(case, repeated=True)
        official = taken.meeting.official or case.addressee
        appointment, behalf = check_meeting(doing.acting, locked.facts(), official)
        check_unmoved(case, doing)
        act = begin(locked, ActKind.COMPLETE, appointment, behalf, replace(doing, happened_at=taken.met_at))
        end_hold(act)
        position, reason = meeting.meet(act, taken.meeting)
        lateness.given_with(act, taken.meeting.why_late)
        finish(act, position, reason)
        act = begin(locked, ActKind.COMPLETE, appointment, behalf)
        finish(act, *disposition.dispose(act, taken.disposition))
        spend(doing, case)
    return Done(case)


def enter_paper(acts: list[PaperAct], doing: Doing, pk: int = 0) -> Done:
    """Enter a filled emergency form: open a case with what its head takes, or go on with one; all of it or nothing.

    Every act keeps when it happened and when it was recorded; the case was received when its paper says, and its
    registration number is the next of that day's year. Raises AtAct.
    """

    def enter(act: PaperAct, when: Doing, before: Done | None) -> Done:
        if before is None:
            return start(act.taken, when) if isinstance(act.taken, Entering) else complete(pk, act.taken, when)
        check_follows(before.case, act)
        return complete(before.case.pk, act.taken, replace(when, token="", seen_act=None))

    return in_a_row(acts, doing, enter)


def _verb(
    function: Callable[Concatenate[Locked, P], Act], anywhere: bool = False
) -> Callable[Concatenate[int, Doing, P], Done]:
    """Wrap a verb of this room with the lock, the token and the check that the case has not moved.

    A verb that may be done `anywhere` looks back and is the same act wherever the case stands by now.
    """

    @wraps(function)
    def run(pk: int, doing: Doing, /, *args: P.args, **kwargs: P.kwargs) -> Done:
        with transaction.atomic():
            locked = lock(pk, doing)
            case = locked.case
            if already_sent(doing, case):
                return Done(case, repeated=True)
            if not anywhere:
                check_unmoved(case, doing)
            act = function(locked, *args, **kwargs)
            spend(doing, case)
        return Done(case, records=tuple(act.records))

    return run


redirect = _verb(disposition.redirect)
recall = _verb(disposition.recall)
correct = _verb(corrections.correct)
correct_registration = _verb(corrections.correct_registration)
confirm = _verb(disposition.confirm)
hold = _verb(holds.hold)
ready = _verb(handover.ready)
resume = _verb(holds.resume)
attach = _verb(data.attach)
explain = _verb(lateness.explain, anywhere=True)
extend = _verb(notice.extend)
notify = _verb(notice.notify)
paraf = _verb(reply.paraf)
cancel_letter = _verb(reply.cancel_letter)
end = _verb(closing.end)
reopen = _verb(closing.reopen)


def open_case(pk: int, doing: Doing) -> bool:
    """Note that the holder opened the case, once per stay; waiting is told from handling there."""
    with transaction.atomic():
        locked = lock(pk, doing)
        appointment = opening_appointment(doing.acting, locked.facts())
        if appointment is None:
            return False
        stays.opened_by(locked.case, locked.case.act, doing.now, appointment)
    return True
