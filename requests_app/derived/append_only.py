"""What the database itself never changes again: triggers on both vendors that refuse UPDATE and DELETE.

They are put in place after every migrate, because SQLite's rebuild of a table drops them without a word. Nothing in
the desk takes them out; the series counter has none, since it counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.db import connections, models, transaction
from simple_history.models import HistoricalChanges

from ..models.books import Document, Expedition
from ..models.codes import SeriesStart
from ..models.emergency_numbers import FormBatch
from ..models.records import Extension, ReplyLetter, StepRecord, WrittenNotice
from ..models.remeasured import VerdictChange
from ..models.shelf import BookFile, ClosedMonth, ExpeditionNote
from ..sop import HANDS_OVER, slugs_of

APP = "requests_app"
WHOLE: tuple[type[models.Model], ...] = (
    *(Expedition, ExpeditionNote, BookFile, ClosedMonth, SeriesStart),
    *(VerdictChange, FormBatch, Extension, WrittenNotice),
)
# What approval froze of a letter: all that is printed or counted. Its status may still become "batal".
LETTER = """
    version outcome excluded_article subject nature recipient recipient_address body copies_to no_attachment signer
    signed_as raw_data classification number number_year number_sequence letter_date in_name_of code
""".split()
DOCUMENT = "case record kind path content_type size sha256".split()


@dataclass(frozen=True)
class Guard:
    """One trigger: on which table it refuses what, and for which rows (all, without a condition)."""

    table: str
    verb: str  # UPDATE, DELETE or TRUNCATE
    condition: str = ""

    @property
    def name(self) -> str:
        """Name the trigger, and on PostgreSQL its function."""
        return f"keep_{self.table.removeprefix(f'{APP}_')}_{self.verb.lower()}"


def guards(vendor: str) -> Iterator[Guard]:
    """List every trigger the desk relies on."""
    history = [model for model in apps.get_app_config(APP).get_models() if issubclass(model, HistoricalChanges)]
    for model in (*WHOLE, *history):
        yield from _of(model, vendor)
    # The act's own row of a hand-over, told by its task: SQLite rebuilds no table that another's trigger asks.
    tasks = ", ".join(f"'{slug}'" for slug in slugs_of(*HANDS_OVER))
    handed_over = f"OLD.task IN ({tasks}) AND OLD.kind = 'complete'"
    for verb in ("UPDATE", "DELETE"):
        yield Guard(StepRecord._meta.db_table, verb, handed_over)
    frozen = f"OLD.number IS NOT NULL AND ({_changed(ReplyLetter, LETTER, vendor)})"
    yield Guard(ReplyLetter._meta.db_table, "UPDATE", frozen)
    yield Guard(ReplyLetter._meta.db_table, "DELETE", "OLD.number IS NOT NULL")
    yield Guard(Document._meta.db_table, "UPDATE", _changed(Document, DOCUMENT, vendor))
    yield Guard(Document._meta.db_table, "DELETE")


def _of(model: type[models.Model], vendor: str) -> Iterator[Guard]:
    for verb in ("UPDATE", "DELETE", *(["TRUNCATE"] if vendor == "postgresql" else [])):
        yield Guard(model._meta.db_table, verb)


def _changed(model: type[models.Model], names: Sequence[str], vendor: str) -> str:
    differs = "IS DISTINCT FROM" if vendor == "postgresql" else "IS NOT"
    fields = {field.name: field.column for field in model._meta.concrete_fields}
    columns = [fields[name] for name in names]
    return " OR ".join(f"OLD.{column} {differs} NEW.{column}" for column in columns)


def install(using: str = "default") -> None:
    """Put every trigger in place, anew where it stands already; tables not there yet are left out."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    with transaction.atomic(using=using), connection.cursor() as cursor:
        for guard in guards(connection.vendor):
            if guard.table in tables:
                for statement in _drop(guard, connection.vendor) + _create(guard, connection.vendor):
                    cursor.execute(statement)


def missing(using: str = "default") -> list[str]:
    """Name the triggers that are not in place, or switched off, on tables that are there."""
    connection = connections[using]
    tables = set(connection.introspection.table_names())
    query = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled <> 'D'"
    if connection.vendor == "sqlite":
        query = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    with connection.cursor() as cursor:
        cursor.execute(query)
        found = {row[0] for row in cursor.fetchall()}
    return [guard.name for guard in guards(connection.vendor) if guard.table in tables and guard.name not in found]


def after_migrate(sender: Any, using: str, **kwargs: Any) -> None:
    """Put the triggers in place once the tables stand as the models say."""
    install(using)


def _create(guard: Guard, vendor: str) -> list[str]:
    sentence = f"{guard.table} is append-only: {guard.verb} refused"
    on = f"CREATE TRIGGER {guard.name} BEFORE {guard.verb} ON {guard.table} FOR EACH"
    if vendor == "sqlite":
        when = f" WHEN {guard.condition}" if guard.condition else ""
        return [f"{on} ROW{when} BEGIN SELECT RAISE(ABORT, '{sentence}'); END"]
    refuse = f"RAISE EXCEPTION '{sentence}' USING ERRCODE = 'integrity_constraint_violation';"
    body = f"IF {guard.condition} THEN {refuse} END IF;" if guard.condition else refuse
    answer = "OLD" if guard.verb == "DELETE" else "NEW"
    function = f"CREATE OR REPLACE FUNCTION {guard.name}() RETURNS trigger LANGUAGE plpgsql AS"
    row = "STATEMENT" if guard.verb == "TRUNCATE" else "ROW"
    return [f"{function} $$ BEGIN {body} RETURN {answer}; END $$", f"{on} {row} EXECUTE FUNCTION {guard.name}()"]


def _drop(guard: Guard, vendor: str) -> list[str]:
    on = f" ON {guard.table}" if vendor == "postgresql" else ""
    return [f"DROP TRIGGER IF EXISTS {guard.name}{on}"]
