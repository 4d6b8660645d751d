"""What the tests read back from a case: its position, its records, its stays, as plain values one can type by hand."""

from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

import pytest
from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Value

from requests_app.derived import deadlines
from requests_app.derived.stays import office_calendar, verify
from requests_app.models import (
    Correction,
    Document,
    Expedition,
    Hold,
    InformationRequest,
    Lateness,
    LetterDecision,
    ReplyLetter,
    SavedDraft,
    StepRecord,
    VerdictChange,
)
from requests_app.models.case import Stay
from requests_app.rules.refusals import Refusal
from tests.cast import NOW, Cast

RECORD_KINDS = [StepRecord, *StepRecord.__subclasses__()]


def holder_name(case: InformationRequest | Stay, cast: Cast) -> str | None:
    """Name who of the cast the case waits for; none for a post nobody is named for."""
    return cast.holder(case.holder) if case.holder else None


def position(case: InformationRequest, cast: Cast) -> tuple[int | None, str, str | None]:
    """Say where a case stands, as the database has it."""
    stored = InformationRequest.objects.select_related("holder").get(pk=case.pk)
    return stored.step, stored.task, holder_name(stored, cast)


def records(case: InformationRequest) -> list[tuple[int, str, int, str]]:
    """List what the acts left: act, kind of record, row, task; in the order they were written."""
    return [(row.act, type(row).__name__, row.step, row.task) for row in written(case)]


def written(case: InformationRequest) -> list[StepRecord]:
    """List the records of a case, each as its own kind, in the order they were written."""
    found: dict[int, StepRecord] = {}
    for kind in RECORD_KINDS:  # the narrower kind takes the place of the common one
        found |= {row.pk: row for row in kind.objects.filter(case=case)}
    return sorted(found.values(), key=lambda row: (row.act, row.pk))


def stays(case: InformationRequest, cast: Cast) -> list[tuple[int, str, str | None, float | None]]:
    """List the stays: row, task, holder, working minutes (none while open)."""
    rows = Stay.objects.filter(case=case).select_related("holder").order_by("act_began")
    return [(row.step, row.task, holder_name(row, cast), minutes(row.working)) for row in rows]


def minutes(length: timedelta | None) -> float | None:
    return None if length is None else length.total_seconds() / 60


def differences(case: InformationRequest, now: datetime = NOW) -> list[str]:
    """Compare the stored stays, and the law's days, with a recomputation from history."""
    stored = InformationRequest.objects.get(pk=case.pk)
    found = verify(stored, office_calendar(), now)
    return found + deadlines.verify(stored, deadlines.office_version())


def snapshot(case: InformationRequest) -> tuple[Any, ...]:
    """Take everything a refused act might have changed."""
    stored = InformationRequest.objects.filter(pk=case.pk).values().get()
    return stored, records(case), list(Stay.objects.filter(case=case).values()), case.history.count()


def refusal(kind: type[Refusal], act, *args: Any, **more: Any) -> Refusal:
    """Do an act that must be refused this way, and hand back the refusal."""
    with pytest.raises(Refusal) as raised:
        act(*args, **more)
    assert type(raised.value) is kind, raised.value
    return raised.value


# -- What holds after every act, of whatever case ----------------------------------------------------------------------

POINTING = [
    (ReplyLetter, "raw_data"), (LetterDecision, "letter"), (Lateness, "stay"), (Correction, "record"),
    (Expedition, "letter"), (Expedition, "raw_data"), (Document, "record"), (VerdictChange, "stay"),
]  # fmt: skip


def astray() -> list[str]:
    """Name what no act may leave behind in an office, one line a row. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(*_statement())
        return [row[0] for row in cursor.fetchall()]


@lru_cache(maxsize=1)
def _statement() -> tuple[str, tuple[Any, ...]]:
    running = Hold.objects.filter(case=OuterRef("pk"), ended_at=None)
    held, ended = Q(state="held"), Q(case__state="ended")
    rows: dict[str, QuerySet[Any]] = {
        f"{model.__name__}.{name} of another case": model.objects.filter(
            ~Q(**{f"{name}__case": F("case")}), **{f"{name}__isnull": False}
        )
        for model, name in POINTING
    }
    rows |= {
        "a case held without a hold": InformationRequest.objects.filter(held, ~Exists(running)),
        "a hold open on a case that is not held": InformationRequest.objects.filter(~held, Exists(running)),
        "another case's petitioner": InformationRequest.objects.exclude(petitioner__case=F("pk")),
        "a draft submitted that waits for nobody": ReplyLetter.objects.filter(status="diajukan").exclude(
            case__task="approve"
        ),
        "a draft laid aside of an ended case": SavedDraft.objects.filter(ended),
        "a stay open of an ended case": Stay.objects.filter(ended, ended=None),
    }
    first, *others = [found.order_by().values_list(Value(said)) for said, found in rows.items()]
    return first.union(*others, all=True).query.sql_with_params()
