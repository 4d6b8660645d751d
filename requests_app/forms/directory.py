"""Everyone a form may name: the posts held today, who holds them and who can be met. One query, when first asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.utils import timezone
from django.utils.html import format_html

from ..models.people import Appointment, AppointmentKind, Availability, Division, Post, PostKind, Presence
from ..text.words import jam_pendek

MEETABLE = (PostKind.KETUA, PostKind.SEKRETARIS, PostKind.ANGGOTA)
PRESENCE_WORDS = {Presence.IN: "ada", Presence.MEETING: "rapat", Presence.AWAY: "tidak ada"}


@dataclass
class Directory:
    """The office as it stands at one instant."""

    now: datetime

    @cached_property
    def held(self) -> dict[int, Appointment]:
        """Map each post that someone holds today to the appointment, in the office's order."""
        today = timezone.localdate(self.now)
        rows = Appointment.objects.in_force(today).select_related(
            "user", "post__office", "post__unit", "post__division", "post__availability"
        )
        found: dict[int, Appointment] = {}
        for row in rows.order_by("post__rank", "post__title", "begins"):
            found.setdefault(row.post_id, row)
        return found

    def posts(self, *kinds: str, without: int | None = None) -> list[Post]:
        """List the posts of these kinds, in the order the kinds are named."""
        chosen = [row.post for row in self.held.values() if row.post.kind in kinds and row.post_id != without]
        return sorted(chosen, key=lambda post: (kinds.index(post.kind), post.rank))

    def first(self, kind: str) -> Post | None:
        """Find the first post of a kind."""
        return next(iter(self.posts(kind)), None)

    def divisions(self) -> list[Division]:
        """List the divisi led by someone today."""
        return [post.division for post in self.posts(PostKind.KETUA, PostKind.ANGGOTA) if post.division]

    def name(self, post: Post) -> str:
        """Say a post as held, with who holds it: "Plh. Sekretaris  Maria Tefa"."""
        row = self.held.get(post.pk)
        prefix = row.get_kind_display() + " " if row and row.kind != AppointmentKind.DEFINITIVE else ""
        holder = row.user.get_short_name() if row else "belum ada pejabat"
        return format_html("{}{} <small>{}</small>", prefix, post.short_title, holder)

    def meeting_name(self, post: Post) -> str:
        """Say a post with whether its holder can be met now: "Ketua · rapat s.d. 11.30"."""
        presence = self.presence(post)
        if presence is None:
            return post.short_title
        until = f" s.d. {jam_pendek(presence.until)}" if presence.until else ""
        return f"{post.short_title} · {PRESENCE_WORDS[Presence(presence.state)]}{until}"

    def presence(self, post: Post) -> Availability | None:
        """Find the presence entered today, if it still holds."""
        entered: Availability | None = getattr(post, "availability", None)
        if entered is None:
            return None
        today, set_on = timezone.localdate(self.now), timezone.localdate(entered.set_at)
        return entered if entered.valid_at(self.now, today, set_on) else None
