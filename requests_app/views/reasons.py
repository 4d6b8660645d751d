"""The late steps whose reason is still open: those a person is asked about, for the Sekretaris the whole office's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.urls import reverse
from django.utils import timezone

from ..models.case import Stay
from ..models.people import Appointment, PostKind
from ..rules.people import Acting
from ..rules.reading import readable
from ..rules.records import asked_name, explains_for_oneself
from . import queues
from .present.reasons import over

MOST = 20  # on a landing page


@dataclass(frozen=True)
class Open:
    """One late step without a reason; `url` leads to the form for whoever may answer, else to the case."""

    label: str
    words: str
    asked: str
    url: str
    may_answer: bool


def unexplained(acting: Acting, now: datetime) -> QuerySet[Stay]:
    """Fetch the open questions one may see, the oldest first: one's own posts', for the Sekretaris everybody's."""
    found = Stay.objects.filter(readable(acting, "case__"), unexplained=True)
    found = found.select_related("case__petitioner", "holder")
    if PostKind.SEKRETARIS not in acting.kinds:
        found = found.filter(_asked_of(acting))
    # Who is not named here held the post then and holds it today; an officer of a role without a post never leaves it.
    there = Appointment.objects.in_force(timezone.localdate(now)).filter(
        post=OuterRef("holder"), begins__lte=OuterRef("ended__date")
    )
    left = Stay.objects.filter(case=OuterRef("case"), run=OuterRef("run")).order_by("-act_began").values("step_total")
    found = found.annotate(has_left=Q(holder__isnull=False) & ~Exists(there), took=Subquery(left[:1]))
    return found.order_by("ended", "pk")


def _asked_of(acting: Acting) -> Q:
    """Match the stays of one's posts, and of one's role where no post was named."""
    asked = Q(holder__in=acting.post_ids)
    for edition, step, task in queues.tasks_of(acting.actors):
        asked |= Q(holder__isnull=True, case__edition=edition, step=step, task=task)
    return asked


def open_questions(acting: Acting, now: datetime) -> dict[str, Any]:
    """Draw what a person's landing page asks about lateness. One query."""
    found = [_drawn(stay, acting) for stay in unexplained(acting, now)[: MOST + 1]]
    return {"to_explain": found[:MOST], "more_to_explain": len(found) > MOST}


def _drawn(stay: Any, acting: Acting) -> Open:
    case = stay.case
    row = case.sop.step(stay.step)
    own = explains_for_oneself(acting, stay) is not None
    may = own or stay.has_left
    url = reverse("explain", args=[case.pk, stay.run]) if may else case.get_absolute_url()
    words = f"Langkah {row.number} {row.title}, {over(stay.took, stay.target)}"
    asked = stay.holder.short_title if stay.holder else asked_name(stay)
    return Open(f"{case.short_number} · {case.petitioner or ''}", words, "" if own else asked, url, may)
