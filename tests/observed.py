"""What the tests read back from a case: its position, its records, its stays, as plain values one can type by hand."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from requests_app.derived import deadlines
from requests_app.derived.stays import office_calendar, verify
from requests_app.models import InformationRequest, StepRecord
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
