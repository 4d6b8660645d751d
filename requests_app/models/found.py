"""What a request is found by: a derived row of text per case, and SQLite's index over it."""

from datetime import datetime
from typing import Any

from django.db import models

from .case import InformationRequest

PK_BITS = 29  # room for half a milliard cases; what is left holds the seconds of five centuries


def place_of(received_at: datetime, pk: int) -> int:
    """Say where a case stands in a list by time: one whole number, larger for the newer, never the same twice."""
    return int(received_at.timestamp()) << PK_BITS | pk


class SearchText(models.Model):
    """A derived row: all a case is found by, in small letters. Equal to a recomputation, see `finding`.

    Personal data, so it has no history; blank the petitioner and write it anew, and the name is gone from here too.
    """

    case = models.OneToOneField(InformationRequest, models.PROTECT, primary_key=True, related_name="found")
    place = models.BigIntegerField("urutan", unique=True)  # see `place_of`
    text = models.TextField("teks")

    class Meta:
        verbose_name = verbose_name_plural = "teks pencarian"

    def __str__(self) -> str:
        return f"{self.case_id}"


class Hits(models.TextField):
    """The column of SQLite's FTS5 that a search is asked of; it carries the table's own name."""


@Hits.register_lookup
class Match(models.Lookup):
    """Ask FTS5: `__match='"word"'`."""

    lookup_name = "match"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, tuple[Any, ...]]:
        left, left_params = self.process_lhs(compiler, connection)
        right, right_params = self.process_rhs(compiler, connection)
        return f"{left} MATCH {right}", (*left_params, *right_params)


class SearchIndex(models.Model):
    """SQLite's trigram index over the texts, by place; kept by triggers, see `search_index`. PostgreSQL has none."""

    place = models.OneToOneField(
        SearchText,
        models.DO_NOTHING,
        primary_key=True,
        to_field="place",
        related_name="index",
        db_column="rowid",
        db_constraint=False,
    )
    hits = Hits(db_column="requests_app_searchindex")

    class Meta:
        managed = False
        db_table = "requests_app_searchindex"

    def __str__(self) -> str:
        return f"{self.place_id}"
