"""Counting figures in the database, for any spans at once: every line a GROUP BY over indexed instants."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from operator import or_
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    CharField,
    Count,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Cast, Coalesce

from ...models.case import InformationRequest, Stay
from ...models.records import Hold, Lateness, case_entered_late, stay_entered_late
from . import figures
from .figures import CountedLine, Figures
from .spans import Span

Compiled = tuple[str, tuple[str | int, ...]]  # SQL and its parameters


class Seconds(Func):
    """A length of time in whole seconds, rounded down: SQLite keeps microseconds, PostgreSQL an interval."""

    output_field = BigIntegerField()
    arity = 1

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Compiled:
        return super().as_sql(compiler, connection, template="(%(expressions)s / 1000000)", **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Compiled:
        template = "FLOOR(EXTRACT(EPOCH FROM (%(expressions)s)))::bigint"
        return super().as_sql(compiler, connection, template=template, **context)


class WholeMinutes(Seconds):
    """A length of time in whole minutes, rounded down."""

    def as_sqlite(self, compiler: Any, connection: Any, **context: Any) -> Compiled:
        return Func.as_sql(self, compiler, connection, template="(%(expressions)s / 60000000)", **context)

    def as_postgresql(self, compiler: Any, connection: Any, **context: Any) -> Compiled:
        template = "FLOOR(EXTRACT(EPOCH FROM (%(expressions)s)) / 60)::bigint"
        return Func.as_sql(self, compiler, connection, template=template, **context)


def count(gaps: list[tuple[int, Span]]) -> dict[int, Figures]:
    """Count the figures of some spans, each filed under its number; spans of one number add up."""
    found: dict[int, Figures] = {}
    if not gaps:
        return found
    for kind, cell, a, b, c, number, seconds, handling, minutes in _lines(gaps):
        found.setdefault(cell, Figures()).take(_row((kind, a, b, c), number, int(seconds), int(handling), minutes))
    return found


def _row(key: figures.Key, number: int, seconds: int, handling: int, minutes: int) -> CountedLine:
    """File a line; a stay from paper is no stay that was measured."""
    if key[0] == figures.STEP and key[3] == figures.FROM_PAPER:
        return CountedLine((figures.PAPER, key[1], key[2], ""), number, seconds, handling)
    return CountedLine(key, number, seconds, handling, None if minutes < 0 else minutes)


def _lines(gaps: list[tuple[int, Span]]) -> Iterable[tuple[Any, ...]]:
    parts = [received(gaps), ended(gaps), steps(gaps), posts(gaps), holds(gaps), reasons(gaps)]
    return parts[0].union(*parts[1:], all=True)


def received(gaps: list[tuple[int, Span]]) -> QuerySet[Any]:
    """Count requests by path and channel as they were registered."""
    rows = _in(InformationRequest.objects, "received_at", gaps)
    paper = Case(When(case_entered_late(), then=Value(figures.FROM_PAPER)), default=Value(""))
    return _grouped(rows, figures.RECEIVED, _text("entry"), F("channel"), paper)


def ended(gaps: list[tuple[int, Span]]) -> QuerySet[Any]:
    """Count requests by path, channel and ending as they ended; one reopened since has not ended."""
    rows = _in(InformationRequest.objects, "ended_at", gaps)
    return _grouped(rows, figures.ENDED, _text("entry"), F("channel"), F("ending"))


def steps(gaps: list[tuple[int, Span]]) -> QuerySet[Any]:
    """Count stays in a step, over all its tasks and holders, as they ended: how long each took, and its verdict.

    A stay whose end was entered from paper afterwards is counted apart, its length is not among the others.
    """
    rows = last_of_run(_in(Stay.objects, "ended", gaps))
    paper = Case(When(stay_entered_late(), then=Value(figures.FROM_PAPER)), default=Value(""))
    verdict = Case(When(late=True, then=Value(figures.LATE)), default=Value(figures.ON_TIME))
    took = {"minutes": WholeMinutes("step_total"), "seconds": Sum(Seconds("step_total"))}
    return _grouped(rows, figures.STEP, _text("step"), verdict, paper, **took)


def last_of_run(stays: QuerySet[Stay]) -> QuerySet[Stay]:
    """Keep the stays that ended a run: none of the same run follows, so `step_total` is the whole step's time."""
    later = Stay.objects.filter(case=OuterRef("case"), run=OuterRef("run"), act_began__gt=OuterRef("act_began"))
    return stays.filter(~Exists(later))


def posts(gaps: list[tuple[int, Span]]) -> QuerySet[Any]:
    """Count stays with each post as they ended: working time until it was opened, and from then on."""
    rows = _in(Stay.objects, "ended", gaps)
    spent = {"seconds": Sum(Seconds("waiting")), "handling": Sum(Seconds("working")) - Sum(Seconds("waiting"))}
    return _grouped(rows, figures.POST, Coalesce(_text("holder"), Value("")), **spent)


def holds(gaps: list[tuple[int, Span]]) -> QuerySet[Any]:
    """Count holds by reason as they ended, and how long they lasted by the calendar."""
    rows = _in(Hold.objects, "ended_at", gaps)
    return _grouped(rows, figures.HOLD, F("reason"), seconds=Sum(Seconds(F("ended_at") - F("began_at"))))


def reasons(gaps: list[tuple[int, Span]]) -> QuerySet[Any]:
    """Count the reasons given for late steps, by cause, on the day the stay ended."""
    return _grouped(_in(Lateness.objects, "stay__ended", gaps), figures.REASON, _text("cause"))


def _in(rows: Any, name: str, gaps: list[tuple[int, Span]]) -> QuerySet[Any]:
    """Keep the rows whose instant lies in a gap, each with the number of its cell."""
    spans = [(cell, _between(name, span)) for cell, span in gaps]
    number = Case(*(When(span, then=Value(cell)) for cell, span in spans), output_field=IntegerField())
    found: QuerySet[Any] = rows.filter(reduce(or_, (span for _, span in spans))).annotate(cell=number)
    return found


def _between(name: str, span: Span) -> Q:
    begins, ends = span.instants()
    return Q(**{f"{name}__gte": begins, f"{name}__lt": ends})


def _text(name: str) -> Cast:
    return Cast(name, CharField())


def _grouped(rows: QuerySet[Any], kind: Any, *keys: Any, minutes: Any = None, **sums: Any) -> QuerySet[Any]:
    """Count rows by cell and keys; every part of the union has the same columns."""
    names = ("key_a", "key_b", "key_c")
    padded = [*keys, Value(""), Value("")]
    labels: dict[str, Any] = dict(zip(names, padded, strict=False))
    labels["figure"] = Value(kind) if isinstance(kind, str) else kind
    labels["took"] = Value(-1, BigIntegerField()) if minutes is None else minutes
    none = Value(0, BigIntegerField())
    seconds = Coalesce(sums["seconds"], none, output_field=BigIntegerField()) if "seconds" in sums else none
    handling = Coalesce(sums["handling"], none, output_field=BigIntegerField()) if "handling" in sums else none
    grouped: QuerySet[Any, Any] = rows.order_by().annotate(**labels)
    grouped = grouped.values("figure", "cell", "key_a", "key_b", "key_c", "took")
    counted: QuerySet[Any, Any] = grouped.annotate(number=Count("pk"), seconds=seconds, handling=handling)
    return counted.values_list("figure", "cell", "key_a", "key_b", "key_c", "number", "seconds", "handling", "took")
