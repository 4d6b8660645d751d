"""Takes the append-only triggers out, so that a test can tamper and a flush can empty the tables; nothing else does."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from requests_app.derived import append_only


def lift() -> None:
    """Drop every trigger that is in place."""
    connection.check_constraints()  # PostgreSQL drops no trigger while a deferred check still waits on its table
    on = {"postgresql": " ON {}", "sqlite": ""}[connection.vendor]
    tables = set(connection.introspection.table_names())
    with connection.cursor() as cursor:
        for guard in append_only.guards(connection.vendor):
            if guard.table in tables:
                cursor.execute(f"DROP TRIGGER IF EXISTS {guard.name}{on.format(guard.table)}")


@contextmanager
def lifted() -> Iterator[None]:
    """Do what the database would refuse, then put the triggers back."""
    lift()
    try:
        yield
    finally:
        connection.check_constraints()
        append_only.install()
