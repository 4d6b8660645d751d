"""The rows' own tasks: who may do the one awaited, for oneself or for another, and what is told everybody else.

Who never could is told so before who came at the wrong moment. Each `check_…` says with which appointment the act is
done, and on whose behalf; `may_…` is that check, caught.
"""

from collections.abc import Iterable

from ..models.people import Appointment, Post
from ..models.records import StepRecord
from ..sop import Actor, Does, Edition, Task
from ..text.words import jam_pendek
from .facts import Facts
from .people import Acting
from .reading import check_reads
from .refusals import AlreadyDone, NotNow, NotPermitted, is_allowed

Doer = tuple[Appointment, Post | None]  # who does it, and on whose behalf if not for oneself

ENDED = "Permohonan ini sudah selesai."


# -- Who: role, and addressee (decision 6) -----------------------------------------------------------------------------


def own_appointment(acting: Acting, task: Task, holder: int | None) -> Appointment | None:
    """Find the appointment that lets a person do a task that waits for a post, or for any of the role."""
    if task.addressed:
        held = acting.at(holder)
        return held if held and held.post.actor in task.actors else None
    return acting.as_actor(*task.actors)


def recording_appointment(acting: Acting, task: Task) -> Appointment | None:
    """Find the appointment that lets a person record the task for the one who acted (decision 7)."""
    return acting.as_actor(*task.on_behalf)


def who_acts(acting: Acting, task: Task, holder: Post | None) -> Doer:
    """Say who does a task that waits for a post. Raises NotPermitted."""
    if own := own_appointment(acting, task, holder.pk if holder else None):
        return own, None
    if recorder := recording_appointment(acting, task):
        return recorder, holder
    raise NotPermitted(not_permitted_sentence(task, holder))


def has_role_for(acting: Acting, *tasks: Task) -> bool:
    """Tell whether any post held today could ever do one of these tasks."""
    return any(acting.actors & {*task.actors, *task.on_behalf} for task in tasks)


def not_permitted_sentence(task: Task, holder: Post | None) -> str:
    """Name who may, so that the reader knows whom to ask."""
    if holder and task.addressed:
        return f"“{task.button}” menunggu {holder}; hanya pemegang jabatan itu yang dapat melakukannya."
    return f"“{task.button}” dilakukan oleh {any_of(task.actors)}; jabatan Anda hari ini tidak berwenang."


def any_of(actors: Iterable[Actor]) -> str:
    """Name the columns of the decree: "Sekretaris atau Ketua & Anggota KPU"."""
    return " atau ".join(actor.label for actor in actors)


# -- When: the one awaited ---------------------------------------------------------------------------------------------


def check_awaited(facts: Facts, slug: str) -> Task:
    """Make sure the task is the one now awaited. Raises AlreadyDone or NotNow."""
    awaited = facts.case.awaited
    if awaited is not None and awaited.slug == slug:
        return awaited
    if done := facts.last_done(slug):
        raise AlreadyDone(done_sentence(done))
    if awaited is None:
        raise NotNow(ENDED)
    raise NotNow(f"Langkah ini belum sampai: yang ditunggu sekarang “{awaited.button}”.")


def done_sentence(record: StepRecord) -> str:
    """Say who did it, and when."""
    who = f"{record.appointment.user} ({record.appointment.held_title})"
    return f"Langkah ini sudah diselesaikan oleh {who} pukul {jam_pendek(record.recorded_at)}."


# -- The acts ----------------------------------------------------------------------------------------------------------


def check_start(acting: Acting, edition: Edition, step: int) -> Appointment:
    """Say who opens a case at a door of the decree. Raises NotNow, NotPermitted."""
    if step not in edition.entries:
        raise NotNow("Permohonan tidak dapat dimulai pada langkah ini.")
    task = edition.step(step).tasks[0]
    appointment = acting.as_actor(*task.actors)
    if appointment is None:
        raise NotPermitted(f"“{task.button}” dilakukan oleh {task.actors[0].label}; jabatan Anda tidak berwenang.")
    return appointment


def may_start(acting: Acting, edition: Edition, step: int) -> bool:
    """Tell whether a person may open a case there."""
    return is_allowed(check_start, acting, edition, step)


def check_task(acting: Acting, facts: Facts, slug: str) -> Doer:
    """Say who completes a task. Raises NotPermitted, AlreadyDone, NotNow."""
    check_reads(acting, facts)
    case = facts.case
    named = case.sop.tasks(slug)
    if not has_role_for(acting, *named):
        raise NotPermitted(not_permitted_sentence(named[0], case.holder))
    return who_acts(acting, check_awaited(facts, slug), case.holder)


def check_meeting(acting: Acting, facts: Facts, official: Post | None) -> Doer:
    """Say who records a meeting with the disposition given in it, two acts in one go (decision 3).

    The official whom the petitioner came to see, or, for whichever official was met, who records meetings.
    Raises NotPermitted, AlreadyDone, NotNow.
    """
    check_reads(acting, facts)
    meet, dispose = facts.edition.task_that(Does.MEETS), facts.edition.spoken
    if not has_role_for(acting, meet, dispose):
        raise NotPermitted(not_permitted_sentence(dispose, official))
    check_awaited(facts, meet.slug)
    own = own_appointment(acting, dispose, official.pk) if official else None
    if own and own.post_id == facts.case.addressee_id:
        return own, None
    if recorder := acting.as_actor(*(actor for actor in meet.actors if actor in dispose.on_behalf)):
        return recorder, official
    raise NotPermitted(not_permitted_sentence(dispose, official))


def may_dispose_in_meeting(acting: Acting, facts: Facts) -> bool:
    """Tell whether a person is the official the petitioner meets, who may dispose in the meeting itself."""
    met = facts.case.addressee if facts.case.awaits(Does.MEETS) else None
    return bool(met and acting.at(met.pk)) and is_allowed(check_meeting, acting, facts, met)


def opening_appointment(acting: Acting, facts: Facts) -> Appointment | None:
    """Find the appointment whose holder opens the case, for the time it waited; whoever else looks opens nothing."""
    case = facts.case
    if case.awaited is None or not facts.is_open_to(acting):
        return None
    return own_appointment(acting, case.awaited, case.holder_id)
