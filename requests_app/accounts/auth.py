"""Who is logged in, read together with the posts held today: one query for both."""

from django.contrib.auth.backends import ModelBackend
from django.utils import timezone

from ..models.people import Appointment, User
from ..rules.people import Acting

POST_DETAILS = ("post__unit", "post__division", "post__availability")


class PostHolderBackend(ModelBackend):
    """Log in by password; bring the person back with today's appointments at hand."""

    def get_user(self, user_id: int) -> User | None:
        """Fetch the person and the posts held today in one query; a second one only for whoever holds none."""
        now = timezone.now()
        held = Appointment.objects.in_force(timezone.localdate(now)).filter(user=user_id)
        appointments = tuple(held.select_related("user", "post__office", *POST_DETAILS))
        user = appointments[0].user if appointments else super().get_user(user_id)
        if user is None:
            return None
        for appointment in appointments:
            appointment.user = user
        user.acting = Acting(user, appointments)
        return user
