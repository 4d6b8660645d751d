"""The cases behind a figure of the performance page: a join per kind, so the list has as many rows as it counts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from ..derived.tallies.spans import ONE_DAY, Span
from ..models.case import RequestQuerySet, Stay
from ..models.records import LATE_ENTRY, Confirmation, StepRecord, case_entered_late
from ..performance.report import DESK

EVER = Span(date(1900, 1, 1), date(2900, 1, 1))
# Of a joined stay: whether one of the same run follows, and whether its end was entered from paper.
LATER = Exists(
    Stay.objects.filter(case=OuterRef("pk"), run=OuterRef("stays__run"), act_began__gt=OuterRef("stays__act_began"))
)
FROM_PAPER = Exists(StepRecord.objects.filter(LATE_ENTRY, case=OuterRef("pk"), act=OuterRef("stays__act_ended")))


def counted(cases: RequestQuerySet, chosen: dict[str, Any]) -> RequestQuerySet:
    """Keep what a figure counts: requests ended, stays, holds or acts of a time, or what stands open now."""
    kind = KINDS.get(chosen.get("what", ""))
    return kind(cases, chosen) if kind else cases


def _when(name: str, chosen: dict[str, Any]) -> Q:
    begins, ends = chosen.get("begin", EVER.begins), chosen.get("end", EVER.last)
    first, after = Span(begins, ends + ONE_DAY).instants()
    return Q(**{f"{name}__gte": first, f"{name}__lt": after})


def _at(name: str, chosen: dict[str, Any]) -> Q:
    return Q(**{name: chosen["at"]}) if "at" in chosen else Q()


def _ended(cases: RequestQuerySet, chosen: dict[str, Any]) -> RequestQuerySet:
    return cases.filter(_when("ended_at", chosen))


def _steps(cases: RequestQuerySet, chosen: dict[str, Any]) -> RequestQuerySet:
    """Keep a row per stay in a step that ended then; of its tasks and holders the last, and none from paper."""
    return _stays(cases, chosen, ~FROM_PAPER)


def _paper(cases: RequestQuerySet, chosen: dict[str, Any]) -> RequestQuerySet:
    """Keep a row per stay in a step whose end was entered from paper afterwards."""
    return _stays(cases, chosen, FROM_PAPER)


def _stays(cases: RequestQuerySet, chosen: dict[str, Any], source: Any) -> RequestQuerySet:
    """Keep a row per stay; all in one filter, since each filter of its own would join the stays again."""
    timing = Q(stays__late=chosen["timing"] == "late") if "timing" in chosen else Q()
    found = cases.filter(_when("stays__ended", chosen), _number("stays__step", chosen), timing, ~LATER, source)
    return found.annotate(**_shown("stays__step_total"))


def _shown(took: str) -> dict[str, F]:
    """Annotate each row with the stay it counts: stay_step, stay_took, stay_target (minutes) and stay_late."""
    columns = {"step": "stays__step", "took": took, "target": "stays__target", "late": "stays__late"}
    return {f"stay_{name}": F(column) for name, column in columns.items()}


def _number(name: str, chosen: dict[str, Any]) -> Q:
    at = chosen.get("at", "")
    return Q(**{name: int(at)}) if at.isdecimal() and len(at) < 10 else Q()


def _posts(cases: RequestQuerySet, chosen: dict[str, Any]) -> RequestQuerySet:
    desk = chosen.get("at") == DESK
    holder = Q(stays__holder__isnull=True) if desk else _number("stays__holder", chosen)
    return cases.filter(_when("stays__ended", chosen), holder)


def _holds(cases: RequestQuerySet, chosen: dict[str, Any]) -> RequestQuerySet:
    return cases.filter(_when("records__hold__ended_at", chosen), _at("records__hold__reason", chosen))


def _held(cases: RequestQuerySet, chosen: dict[str, Any]) -> RequestQuerySet:
    open_now = Q(records__hold__isnull=False, records__hold__ended_at__isnull=True)
    return cases.filter(open_now, _at("records__hold__reason", chosen))


def _arrivals(cases: RequestQuerySet, chosen: dict[str, Any]) -> RequestQuerySet:
    return cases.filter(case_entered_late())


def _unopened(cases: RequestQuerySet, chosen: dict[str, Any]) -> RequestQuerySet:
    return cases.filter(stays__ended__isnull=True, stays__opened__isnull=True, stays__isnull=False)


def _unconfirmed(cases: RequestQuerySet, chosen: dict[str, Any]) -> RequestQuerySet:
    pending = Q(records__disposition__confirmation=Confirmation.PENDING)
    return cases.filter(pending, records__disposition__recalled_at__isnull=True)


def _unexplained(cases: RequestQuerySet, chosen: dict[str, Any]) -> RequestQuerySet:
    return cases.filter(stays__unexplained=True)


def _reasons(cases: RequestQuerySet, chosen: dict[str, Any]) -> RequestQuerySet:
    when = _when("records__lateness__stay__ended", chosen)
    return cases.filter(when, _number("records__lateness__cause", chosen))


KINDS: dict[str, Callable[[RequestQuerySet, dict[str, Any]], RequestQuerySet]] = {
    "ended": _ended,
    "steps": _steps,
    "paper": _paper,
    "posts": _posts,
    "holds": _holds,
    "reasons": _reasons,
    "arrivals": _arrivals,
    "held": _held,
    "unopened": _unopened,
    "unconfirmed": _unconfirmed,
    "unexplained": _unexplained,
}
