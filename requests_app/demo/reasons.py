"""Most late steps of the month get their reason from whoever was asked, soon afterwards; some questions stay open."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from .. import clock, workflow
from ..models.case import Stay
from ..models.people import ACTOR_OF_KIND, PostKind
from ..models.records import LateReason
from ..workflow.taken import WhyLate

if TYPE_CHECKING:
    from .player import Player

ANSWERED = 4  # of five late steps
SOONEST, LATEST = 6, 90  # working minutes after the step was left
WORDS = (
    "",
    "",
    "Datanya baru lengkap siang itu.",
    "Bersamaan dengan rapat koordinasi.",
    "Menunggu berkas dari gudang arsip.",
)


def explain_late_steps(player: Player, now: datetime) -> int:
    """Answer for the late steps, each at an instant of its own after the case's last act. Returns how many."""
    causes = list(LateReason.objects.filter(active=True))
    late = Stay.objects.filter(unexplained=True).select_related("case", "holder").order_by("ended", "pk")
    return sum(_explain(player, stay, causes, now) for place, stay in enumerate(late) if place % (ANSWERED + 1))


def _explain(player: Player, stay: Stay, causes: list[LateReason], now: datetime) -> bool:
    stay.case.refresh_from_db()
    minutes = player.rng.uniform(SOONEST, LATEST)
    at = max(stay.case.happened_at, clock.add_working(stay.ended or now, round(minutes), player.calendar))
    if at > now:
        return False  # asked only just now
    cause, words = player.rng.choice(causes), player.rng.choice(WORDS)
    if cause.needs_words and not words:
        words = "Printer macet saat formulir dicetak."
    doing = workflow.Doing(_acting(player, stay, at), at)
    workflow.explain(stay.case_id, doing, stay.run, WhyLate(cause=cause, words=words))
    return True


def _acting(player: Player, stay: Stay, at: datetime):
    """Find who is asked: the post's holder on that day, or whoever acts in the role."""
    day = at.astimezone(clock.WITA).date()
    actors = stay.case.sop.step(stay.step).task(stay.task).actors
    kinds = [kind for kind in PostKind if ACTOR_OF_KIND.get(kind) in actors]
    post = stay.holder or next(post for post in player.posts.values() if post.kind in kinds)
    return player.acting(player.holder(post, day), day)
