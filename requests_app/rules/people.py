"""Who acts: a person with the posts held today. *What* they may do there stands in `acts` and `tasks`."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ..models.people import Appointment, Designation, Office, Post, User
from ..sop import Actor


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
        return self.at_any((post_id,))

    def at_any(self, post_ids: Iterable[int | None]) -> Appointment | None:
        """Find the appointment to one of these posts."""
        return next((held for held in self.appointments if held.post_id in post_ids), None)


def acting_today(user: User, today: date) -> Acting:
    """Read a person's appointments in force on a day."""
    held = Appointment.objects.in_force(today).filter(user=user)
    return Acting(user, tuple(held.select_related("user", "post__office", "post__unit", "post__division")))


def ppid_post(on: date) -> int | None:
    """Find the post designated as PPID on a day."""
    return Designation.objects.in_force(on).filter(role="ppid").values_list("post_id", flat=True).first()
