"""Fill an empty database with many requests, fast: a played month, and copies of its ended requests on other days.

A copy has its original's acts, records, stays and history, moved by whole days, spread evenly over the months before
now. What was open stays as it was played: an office's pile does not grow with its archive. Copies are written by the
database itself, so they pass by the workflow; numbers end in the number of the copy, and the running number is left
out. A moved stay keeps its length though the days it crosses may have other hours, so `verify_timing` is not for it.
"""

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection, models, transaction

from requests_app.derived import search_text
from requests_app.management.commands.demo import fill as play
from requests_app.models import Document, InformationRequest, Opening, Petitioner, SearchText, Stay, StepRecord
from requests_app.models.case import State

MONTHS = 24

ROOM = 5_000  # keys a played month may use in any table; a copy's keys are its original's and a multiple of this
TEXTS = {"number", "agenda_number", "emergency_number"}
NUMBERS = {"sequence", "number_sequence", "agenda_sequence"}
# What still waited for somebody is settled in a copy.
DONE = {"confirmation": ("'belum'", "'benar'"), "unexplained": ("true", "false")}
KEPT = {"true_case"}  # may point at a case that is not copied


def fill(now: datetime, cases: int, months: int = MONTHS) -> int:
    """Fill the database; say how many requests it then holds. Refuses one that holds any."""
    if InformationRequest.objects.exists():
        raise SystemExit("Basis data ini sudah berisi permohonan; pengisian hanya untuk basis data kosong.")
    play(now, 0)
    with transaction.atomic(), connection.cursor() as cursor:
        _plan(cursor, now, cases - InformationRequest.objects.count(), months)
        for model in copied():
            cursor.execute(_copy(model))
        cursor.execute("DROP TABLE load_copy")
        _write_texts()
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(copied())):
            cursor.execute(statement)
        cursor.execute("ANALYZE")
    return InformationRequest.objects.count()


def _write_texts() -> None:
    """Let the copies be found by what they say."""
    new = InformationRequest.objects.filter(found=None).select_related("petitioner").order_by("pk")
    while some := list(new[: search_text.CHUNK]):
        SearchText.objects.bulk_create(search_text.rows_of(some))


def copied() -> list[type[models.Model]]:
    """List the models whose rows a copy has: the case, its history, its stays, and every kind of record."""
    kinds = [model for model in apps.get_app_config("requests_app").get_models() if issubclass(model, StepRecord)]
    first = sorted(kinds, key=lambda model: model is not StepRecord)
    return [InformationRequest, InformationRequest.history.model, Petitioner, Stay, Opening, *first]


def _plan(cursor, now: datetime, wanted: int, months: int) -> None:
    """Write down which case is copied how often, each copy's keys and how many days it is moved back."""
    cursor.execute("CREATE TEMPORARY TABLE load_copy (case_id bigint, copy bigint, off bigint, days integer)")
    rows = list(_moves(now, wanted, months))
    for start in range(0, len(rows), 200):
        part = rows[start : start + 200]
        values = ", ".join(["(%s, %s, %s, %s)"] * len(part))
        cursor.execute(f"INSERT INTO load_copy VALUES {values}", [value for row in part for value in row])
    cursor.execute("CREATE INDEX load_copy_case ON load_copy (case_id)")


def _moves(now: datetime, wanted: int, months: int) -> Iterator[tuple[int, int, int, int]]:
    """Move each copy to a day of its own, so that it ends before now and all days are alike."""
    ended = InformationRequest.objects.filter(state=State.ENDED).order_by("pk")
    originals = list(ended.values_list("pk", "received_at", "ended_at"))
    chosen = random.Random(5371)
    for number in range(max(wanted, 0)):
        pk, received, last = originals[number % len(originals)]
        newest = now - (last - received)
        target = newest - timedelta(days=chosen.uniform(0, months * 30.4))
        copy = number // len(originals) + 1
        yield pk, copy, copy * ROOM, (received - target).days + 1


def _copy(model: type[models.Model]) -> str:
    """Write the statement that copies a model's rows."""
    fields = list(model._meta.local_concrete_fields)
    columns = ", ".join(f'"{field.column}"' for field in fields)
    values = ", ".join(_value(field) for field in fields)
    table = model._meta.db_table
    source = f'"{table}" t'
    if issubclass(model, StepRecord) and model is not StepRecord:
        source += f' JOIN "{StepRecord._meta.db_table}" r ON r.id = t.steprecord_ptr_id'
        case = "r.case_id"
    else:
        case = "t.case_id" if any(field.column == "case_id" for field in fields) else "t.id"
    return f'INSERT INTO "{table}" ({columns}) SELECT {values} FROM {source} JOIN load_copy c ON c.case_id = {case}'


def _value(field: models.Field) -> str:
    """Write what a copied row has in a column."""
    column = f't."{field.column}"'
    if field.name == "code":
        key = "id" if field.model._meta.pk.column == "history_id" else field.model._meta.pk.column
        said = f"CAST(t.{key} + c.off AS varchar(20))"
        digits = f"substr('00000000' || {said}, -8)" if _is_sqlite() else f"lpad({said}, 8, '0')"
        return f"CASE WHEN {column} IS NULL OR {column} = '' THEN {column} ELSE {digits} END"
    if field.name in DONE:
        return f"CASE WHEN {column} = {DONE[field.name][0]} THEN {DONE[field.name][1]} ELSE {column} END"
    if isinstance(field, models.DateTimeField):
        return f"datetime({column}, -c.days || ' days')" if _is_sqlite() else f"{column} - c.days * INTERVAL '1 day'"
    if field.name in TEXTS:
        return f"CASE WHEN {column} IS NULL OR {column} = '' THEN {column} ELSE {column} || '-' || c.copy END"
    if field.primary_key or field.name in NUMBERS or _is_copied_key(field):
        return f"{column} + c.off"
    return column


def _is_copied_key(field: models.Field) -> bool:
    """Tell whether a column points at a row that is copied too; a history's own id does."""
    if field.name == "id":
        return True
    target = getattr(field, "related_model", None)
    moved = isinstance(target, type) and (target in copied() or issubclass(target, StepRecord))
    return moved and target is not Document and field.name not in KEPT


def _is_sqlite() -> bool:
    return connection.vendor == "sqlite"
