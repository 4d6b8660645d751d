"""The index behind the search, on each database its own: trigrams, so that part of a word finds as well as the whole.

SQLite keeps an FTS5 table in step with the texts by triggers. They and it are put in place after every migrate,
because SQLite's rebuild of a table drops triggers without a word; whatever was missing, the index is then built anew.
PostgreSQL has a GIN index of pg_trgm, an extension its own users may create; where they may not, the search answers
the same from the rows themselves, only slower, and a check says what to type.
"""

import sqlite3
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections, transaction

from ..models.found import SearchIndex, SearchText

TEXTS, INDEX = SearchText._meta.db_table, SearchIndex._meta.db_table
GIN = "search_text_trigrams"
GRANT = "Sebagai pengelola PostgreSQL ketik pada basis data ini: CREATE EXTENSION pg_trgm;"
OLDEST_SQLITE = (3, 34)  # the first with trigrams
COMMAND = "INSERT INTO requests_app_searchindex (requests_app_searchindex, rank) VALUES (%s, %s)"
ADD = "INSERT INTO requests_app_searchindex (rowid, text) VALUES (NEW.place, NEW.text);"
REMOVE = (
    "INSERT INTO requests_app_searchindex (requests_app_searchindex, rowid, text) "
    "VALUES ('delete', OLD.place, OLD.text);"
)
TRIGGERS = {
    "search_text_insert": ("INSERT", ADD),
    "search_text_update": ("UPDATE", REMOVE + ADD),
    "search_text_delete": ("DELETE", REMOVE),
}


def after_migrate(sender: Any, using: str, **kwargs: Any) -> None:
    """Put the index in place once the tables stand as the models say."""
    if TEXTS in connections[using].introspection.table_names():
        install(using)


def install(using: str = "default") -> None:
    """Put in place what is missing, and build the index anew where anything was."""
    if not missing(using):
        return
    if connections[using].vendor == "sqlite":
        _install_fts(using)
    else:
        _install_gin(using)


def missing(using: str = "default") -> list[str]:
    """Name the parts of the index that are not in place."""
    query, wanted = "SELECT relname FROM pg_class WHERE relkind = 'i'", [GIN]
    if connections[using].vendor == "sqlite":
        query, wanted = "SELECT name FROM sqlite_master", [INDEX, *TRIGGERS]
    with connections[using].cursor() as cursor:
        cursor.execute(query)
        found = {row[0] for row in cursor.fetchall()}
    return [name for name in wanted if name not in found]


def _install_fts(using: str) -> None:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise ImproperlyConfigured(f"SQLite {sqlite3.sqlite_version} terlalu lama: pencarian memerlukan 3.34 ke atas.")
    options = f"content='{TEXTS}', content_rowid='place', tokenize='trigram'"
    with transaction.atomic(using=using), connections[using].cursor() as cursor:
        cursor.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS {INDEX} USING fts5(text, {options})")
        for name, (verb, body) in TRIGGERS.items():
            cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
            cursor.execute(f"CREATE TRIGGER {name} AFTER {verb} ON {TEXTS} BEGIN {body} END")
        cursor.execute(COMMAND, ["rebuild", None])


def _install_gin(using: str) -> None:
    with connections[using].cursor() as cursor:
        try:
            with transaction.atomic(using=using):
                cursor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        except DatabaseError:  # it is not installed, or this user may not create it; see the check
            return
        cursor.execute(f"CREATE INDEX {GIN} ON {TEXTS} USING gin (text gin_trgm_ops)")


def verify() -> list[str]:
    """Say whether the index holds what the texts say; PostgreSQL answers for its own."""
    lacking = [f"indeks pencarian: {name} tidak terpasang" for name in missing()]
    if lacking or connections["default"].vendor != "sqlite":
        return lacking
    try:
        with transaction.atomic(), connections["default"].cursor() as cursor:
            cursor.execute(COMMAND, ["integrity-check", 1])  # 1: with the texts as well
    except DatabaseError:
        return ["indeks pencarian tidak sama dengan teksnya"]
    return []
