"""Who may act: the holder of a post today, and the addressee. *When* is the workflow's question, not this room's."""

from dataclasses import dataclass
from datetime import date

from ..clock import WITA
from ..models.case import InformationRequest, Stay
from ..models.people import ACTOR_OF_KIND, Appointment, Designation, Office, Post, PostKind, User
from ..sop import Actor, Ending, Task
from .refusals import NotPermitted


@dataclass(frozen=True)
class Acting:
    """A person with the appointments held today."""

    user: User
    appointments: tuple[Appointment, ...]

    @property
    def posts(self) -> list[Post]:
        return [appointment.post for appointment in self.appointments]

    @property
    def post_ids(self) -> list[int]:
        return [appointment.post_id for appointment in self.appointments]

    @property
    def kinds(self) -> set[str]:
        return {post.kind for post in self.posts}

    @property
    def actors(self) -> set[Actor]:
        return {post.actor for post in self.posts if post.actor}

    @property
    def office(self) -> Office | None:
        return self.appointments[0].post.office if self.appointments else None

    def as_actor(self, *actors: Actor) -> Appointment | None:
        """Find the appointment with which this person acts in one of these columns."""
        return next((held for held in self.appointments if held.post.actor in actors), None)

    def of_kind(self, *kinds: str) -> Appointment | None:
        """Find the appointment to a post of one of these kinds."""
        return next((held for held in self.appointments if held.post.kind in kinds), None)

    def at(self, post_id: int | None) -> Appointment | None:
        """Find the appointment to this very post."""
        return next((held for held in self.appointments if held.post_id == post_id), None)


def acting_today(user: User, today: date) -> Acting:
    """Read a person's appointments in force on a day."""
    held = Appointment.objects.in_force(today).filter(user=user)
    return Acting(user, tuple(held.select_related("user", "post__office", "post__unit", "post__division")))


def own_appointment(acting: Acting, case: InformationRequest, task: Task) -> Appointment | None:
    """Find the appointment that lets a person do the awaited task: role, and addressee (decision 6)."""
    if task.addressed:
        held = acting.at(case.holder_id)
        return held if held and held.post.actor in task.actors else None
    return acting.as_actor(*task.actors)


def recording_appointment(acting: Acting, task: Task) -> Appointment | None:
    """Find the appointment that lets a person record the task for the one who acted (decision 7)."""
    return acting.as_actor(*task.on_behalf)


def who_acts(acting: Acting, case: InformationRequest, task: Task) -> tuple[Appointment, Post | None]:
    """Say in which appointment the task is done, and on whose behalf if recorded for another. Raises NotPermitted."""
    if own := own_appointment(acting, case, task):
        return own, None
    if recorder := recording_appointment(acting, task):
        return recorder, case.holder
    raise NotPermitted(not_permitted_sentence(case, task))


def may_act(acting: Acting, case: InformationRequest, task: Task) -> bool:
    """Tell whether `who_acts` would find somebody."""
    return bool(own_appointment(acting, case, task) or recording_appointment(acting, task))


def has_role_for(acting: Acting, *tasks: Task) -> bool:
    """Tell whether any post held today could ever do one of these tasks."""
    return any(acting.actors & {*task.actors, *task.on_behalf} for task in tasks)


def not_permitted_sentence(case: InformationRequest, task: Task) -> str:
    """Name who may, so that the reader knows whom to ask."""
    if case.holder_id and task.addressed:
        return f"“{task.button}” menunggu {case.holder}; hanya pemegang jabatan itu yang dapat melakukannya."
    roles = " atau ".join(actor.label for actor in task.actors)
    return f"“{task.button}” dilakukan oleh {roles}; jabatan Anda hari ini tidak berwenang."


def has_role_to_end(acting: Acting, ending: Ending) -> bool:
    """Tell whether any post held today could ever end a case this way."""
    return bool(acting.actors & set(ending.actors))


def ending_appointment(acting: Acting, case: InformationRequest, ending: Ending) -> Appointment:
    """Find the appointment that may end a case this way; an official only its own. Raises NotPermitted."""
    for held in acting.appointments:
        free = held.post.actor in (Actor.HELPDESK, Actor.SEKRETARIS)
        if held.post.actor in ending.actors and (free or held.post_id == case.holder_id):
            return held
    roles = " atau ".join(actor.label for actor in ending.actors)
    raise NotPermitted(f"“{ending.button}” dilakukan oleh {roles} yang memegang permohonan ini.")


def holder_or(acting: Acting, case: InformationRequest, *kinds: str) -> Appointment:
    """Find the appointment of the post the case waits for, or of a post of these kinds. Raises NotPermitted."""
    held = acting.at(case.holder_id) or acting.of_kind(*kinds)
    if not held:
        waits = case.holder or "Help Desk"
        raise NotPermitted(f"Hanya {waits} atau Sekretaris yang dapat melakukan ini.")
    return held


def explains(acting: Acting, stay: Stay, today: date) -> tuple[Appointment, Post | None]:
    """Say in which appointment, and for whom if not for oneself, somebody says why a stay was late.

    The post that held it, or any of the role where no post was named; the Sekretaris only for one who left.
    Raises NotPermitted.
    """
    if own := explains_for_oneself(acting, stay):
        return own, None
    sekretaris = acting.of_kind(PostKind.SEKRETARIS)
    if sekretaris is None:
        raise NotPermitted(
            f"Alasan ini ditanyakan kepada {asked_name(stay)}; hanya pemegang jabatan itu yang menjawab."
        )
    if still_there(stay, today):
        raise NotPermitted(
            f"Sekretaris hanya menjawab untuk pejabat yang sudah berganti; {asked_name(stay)} masih sama."
        )
    return sekretaris, stay.holder or Post.objects.filter(kind__in=_kinds(stay)).first()


def explains_for_oneself(acting: Acting, stay: Stay) -> Appointment | None:
    """Find the appointment of whoever is asked why a stay was late."""
    return acting.at(stay.holder_id) if stay.holder_id else acting.as_actor(*_actors(stay))


def still_there(stay: Stay, today: date) -> bool:
    """Tell whether somebody who held the post when the stay ended still holds it."""
    posts = {"post": stay.holder_id} if stay.holder_id else {"post__kind__in": _kinds(stay)}
    ended = (stay.ended or stay.began).astimezone(WITA).date()
    return Appointment.objects.in_force(today).filter(begins__lte=ended, **posts).exists()


def asked_name(stay: Stay) -> str:
    """Name who is asked: the post, or the role where any post of it may act."""
    return str(stay.holder) if stay.holder else " atau ".join(actor.label for actor in _actors(stay))


def _actors(stay: Stay) -> tuple[Actor, ...]:
    return stay.case.sop.step(stay.step).task(stay.task).actors


def _kinds(stay: Stay) -> list[str]:
    return [kind for kind, actor in ACTOR_OF_KIND.items() if actor in _actors(stay)]


def extending_appointment(acting: Acting, ppid: int | None) -> Appointment:
    """Find the appointment that may lengthen the law's days: of the post designated PPID, or the Sekretaris.

    The Kasubag who holds the case says in a note that more time is needed; the petitioner is told by whoever answers
    for the term. Raises NotPermitted.
    """
    held = acting.at(ppid) or acting.of_kind(PostKind.SEKRETARIS)
    if held is None:
        raise NotPermitted("Perpanjangan batas undang-undang diputuskan PPID atau Sekretaris.")
    return held


def ppid_post(on: date) -> int | None:
    """Find the post designated as PPID on a day."""
    return Designation.objects.in_force(on).filter(role="ppid").values_list("post_id", flat=True).first()


def may_read(acting: Acting, case: InformationRequest) -> bool:
    """Tell whether a current official may read a case: all may, a Rahasia one only those it passed through."""
    if not acting.appointments:
        return False
    if not case.confidential:
        return True
    return InformationRequest.objects.filter(pk=case.pk).readable_by(acting.post_ids).exists()
